"""Funds as lists and search show them."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from network.cards.actions import watch
from network.cards.registry import CardFacts, Facet, Picture, register_card

from .models import Fund, FundText


def facts(ref, language):
    """What a fund says of itself; None for a draft."""
    fund = Fund.objects.public().with_texts().filter(public_id=ref.removeprefix("fund:")).first()
    if fund is None:
        return None
    text, steward = fund.in_language(language), fund.steward.in_language(language)
    dimension = fund.dimension.in_language(language)
    with override(language):
        path = fund.get_absolute_url()
    return CardFacts(
        title=text.name,
        path=path,
        published_at=fund.opened_at,
        line=text.line or text.purpose,
        text=f"{text.purpose} {text.governance}",
        text_language=text.language,
        picture=Picture(fund.picture.url, 1200, 800) if fund.picture else None,
        progress=fund.raised * 100 // fund.goal if fund.goal else None,
        maker=steward.name,
        facets=(
            Facet("dimension", fund.dimension.key, dimension.name),
            Facet("maker", fund.steward.slug, steward.name),
        ),
    )


def refs():
    return (f"fund:{public_id}" for public_id in Fund.objects.public().values_list("public_id", flat=True))


register_card("fund", facts, refs=refs, title=_("Funds"))
watch(Fund, lambda fund: fund.ref)
watch(FundText, lambda text: text.parent.ref)
