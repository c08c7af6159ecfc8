"""Pages as lists and search show them."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from network.cards.actions import watch
from network.cards.registry import CardFacts, Facet, register_card
from network.organisations.certified import badges_of
from network.organisations.models import Certificate, OrganisationText
from network.words.dates import thai_datetime

from .kinds import KINDS
from .models import AnnouncementPage, MemberPage, PlacePage, StoryPage

FOREIGN = ("organisation", "district", "dimension")


def in_language(pages, language):
    """The live page of these in that language, or None."""
    return pages.live().filter(locale__language_code=language).select_related("locale", "picture").first()


def by_key(model, ref, language, **only):
    """The page whose translations share the key that a ref carries."""
    _kind, _colon, key = ref.partition(":")
    return in_language(model.objects.filter(translation_key=key, **only), language)


def facts_of(page, language, **more):
    """What every page says of itself."""
    return {
        "title": page.title,
        "path": page.address,
        "published_at": page.first_published_at or page.latest_revision_created_at,
        "line": page.line,
        "text": text_of(page),
        "picture": page.picture and page.picture.shown(page.card_shape, language),
        **more,
    }


def text_of(page):
    """The words of its blocks, for the search."""
    streams = [getattr(page, name) for name in page.streams]
    return " ".join(word for stream in streams for word in stream.stream_block.get_searchable_content(stream))


def who_and_where(page, language):
    """Maker, place and facets of a page with an organisation, a district and a dimension."""
    told, facets = {}, []
    if page.organisation:
        told["maker"] = page.organisation.in_language(language).name
        facets.append(Facet("maker", page.organisation.slug, told["maker"]))
    if page.district:
        told["place"] = page.district.in_language(language).short_name
        facets.append(Facet("district", page.district.slug, told["place"]))
    if page.dimension:
        facets.append(Facet("dimension", page.dimension.key, page.dimension.in_language(language).name))
    return {**told, "facets": tuple(facets)}


def story(ref, language):
    page = by_key(StoryPage, ref, language)
    return page and CardFacts(**facts_of(page, language, **who_and_where(page, language)))


def announcement(kind, ref, language):
    page = by_key(AnnouncementPage, ref, language, kind=kind)
    if page is None:
        return None
    more = {"price_satang": page.price_satang, "unit": page.unit, **who_and_where(page, language)}
    if kind == AnnouncementPage.Kind.PREORDER:
        more["availability"] = "preorder"
    if page.starts_at:
        more["unit"] = thai_datetime(page.starts_at, language)
    if page.picture is None:
        more["picture"] = emblem_of(page.organisation, language)
    return CardFacts(**facts_of(page, language, **more))


def emblem_of(organisation, language):
    """The picture of an organisation's own page, where a page of its has none."""
    page = organisation and in_language(MemberPage.objects.filter(organisation=organisation), language)
    return page and page.picture and page.picture.shown("square", language)


def place(ref, language):
    page = in_language(PlacePage.objects.filter(district__slug=ref.partition(":")[2]), language)
    if page is None:
        return None
    facet = Facet("district", page.district.slug, page.title)
    return CardFacts(**facts_of(page, language, facets=(facet,)))


def member(ref, language):
    """Its name and line are those of the organisation; none for one that is suspended."""
    pages = MemberPage.objects.filter(organisation__public_id=ref.partition(":")[2])
    page = in_language(pages, language)
    if page is None or page.organisation.is_suspended:
        return None
    organisation = page.organisation
    told, district = organisation.in_language(language), organisation.district
    facets = [Facet("kind", organisation.kind, str(organisation.get_kind_display()))]
    facets += [Facet("dimension", one.key, one.in_language(language).name) for one in organisation.dimensions.all()]
    where = {}
    if district:
        where["place"] = district.in_language(language).short_name
        facets.append(Facet("district", district.slug, where["place"]))
    text = f"{told.description} {text_of(page)}"
    where["badges"] = tuple(badges_of(organisation))
    line = page.line or told.line
    return CardFacts(**{**facts_of(page, language, facets=tuple(facets), **where), "line": line, "text": text})


def refs_of(model, **only):
    """Each ref once, whatever the number of languages."""
    pages = model.objects.filter(**only)
    return dict.fromkeys(page.ref for page in pages)


def own_ref(page):
    return page.ref or None


def refs_of_member(text):
    """What shows an organisation's name: its page, and the pages that tell of it."""
    organisation = text.parent
    told = [*organisation.stories.all(), *organisation.announcements.all()]
    pages = {page.ref for page in told}
    return sorted({*pages, f"member:{organisation.public_id}"})


register_card("story", story, refs=partial(refs_of, StoryPage), title=_("Stories"))
register_card("place", place, refs=partial(refs_of, PlacePage), title=_("Places"))
register_card("member", member, refs=partial(refs_of, MemberPage), title=_("Members"))
for name in AnnouncementPage.Kind.values:
    register_card(
        name, partial(announcement, name), refs=partial(refs_of, AnnouncementPage, kind=name), title=KINDS[name].label
    )
for model in (StoryPage, PlacePage, MemberPage, AnnouncementPage):
    watch(model, own_ref)
watch(OrganisationText, refs_of_member)
watch(Certificate, lambda certificate: f"member:{certificate.organisation.public_id}")
