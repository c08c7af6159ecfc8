"""What a fund is for and who answers for it, written before it asks anybody for money."""

import hashlib
import json

from django.db import transaction

from funding.exceptions import CharterFixed
from funding.models import Fund
from funding.models.fund import RESERVED_SLUGS
from network.words.slugs import slugify, unique_slug

LANGUAGES = ("th", "en")
TEXTS = ("name", "line", "purpose", "governance", "exemption")
FACTS = (
    "steward_id",
    "dimension_id",
    "holder_id",
    "goal",
    "two_approve_over",
    "permit_number",
    "permit_until",
    "is_exempt",
)


@transaction.atomic
def prepare_fund(*, texts, by, picture=None, **facts):
    """A draft that nobody reads but those who prepare and open it. `texts` is {language: fields}."""
    name = texts["en"]["name"] or texts["th"]["name"]
    slug = unique_slug(f"{name} fund" if slugify(name) in RESERVED_SLUGS else name, Fund.objects)
    fund = Fund.objects.create(slug=slug, prepared_by=by, **facts)
    write(fund, texts, picture)
    return fund


@transaction.atomic
def change_charter(fund, *, texts, by, picture=None, **facts):
    """Write a draft anew; who did so last has prepared it. Raises CharterFixed for one that has been open."""
    drafts = Fund.objects.filter(pk=fund.pk, state=Fund.State.DRAFT)
    if not drafts.update(prepared_by=by, **facts):
        raise CharterFixed
    write(fund, texts, picture)


def digest_of(fund):
    """What donors will see, in one word: another where a letter of it changed, or the picture."""
    texts = [[text.language, *(getattr(text, name) for name in TEXTS)] for text in fund.texts.order_by("language")]
    facts = [str(getattr(fund, name)) for name in (*FACTS, "picture")]
    return hashlib.sha256(json.dumps([facts, texts]).encode()).hexdigest()[:32]


def write(fund, texts, picture):
    """A language of which nothing is said any more goes."""
    for language in LANGUAGES:
        if texts[language]["name"]:
            fund.write_texts(language, **texts[language])
        else:
            fund.texts.filter(language=language).delete()
    if picture:
        fund.picture.save(picture.name, picture, save=False)
        Fund.objects.filter(pk=fund.pk).update(picture=fund.picture.name)
