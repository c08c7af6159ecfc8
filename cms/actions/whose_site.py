"""Which province a site is for and what it is called: judged as a whole before anything is written."""

import difflib
import unicodedata
from dataclasses import replace

import geothai
from django.conf import settings

from network.organisations.models import Organisation
from network.places.actions import forget_province, load_districts
from network.shell.identity import NETWORK_LONGEST, SITE_LONGEST, Identity

from ..models import PlacePage

LONGEST = {"site": SITE_LONGEST, "network": NETWORK_LONGEST}
LIKELY = 3


class SiteRefused(Exception):
    """`faults` says everything that is wrong, one sentence each; nothing was written."""

    def __init__(self, *faults):
        super().__init__(" ".join(faults))
        self.faults = faults


def told_anew(told: Identity, *, province=None, site=(), network=()):
    """The identity with what is said now; `site` and `network` are pairs (Thai, English); None is for what stays.

    A province without a name for its network gets one: "Phatthalung Civic Network". Raises SiteRefused.
    """
    says_none = province is None and not told.province
    province = told.province if province is None else province.strip()
    faults = [] if says_none else province_faults(told, province)
    names = {"site": said(site), "network": said(network)}
    for kind, texts in names.items():
        faults += [fault for text in texts.values() for fault in name_faults(kind, text)]
    if faults:
        raise SiteRefused(*dict.fromkeys(faults))
    if province and is_unnamed(told):
        names["network"] = civic_network(province) | names["network"]
    return replace(
        told,
        province=province,
        site=told.site | names["site"],
        network=told.network | names["network"],
    )


def said(pair):
    """{language: name}; the Thai name alone stands for both, so that no page keeps another site's English one."""
    thai, english = (tidy(text) for text in pair) if pair else (None, None)
    names = {"th": thai, "en": english if english is not None else thai}
    return {language: name for language, name in names.items() if name is not None}


def tidy(text):
    return text if text is None else " ".join(unicodedata.normalize("NFC", text).split())


def name_faults(kind, text):
    if not text:
        return [f"The name of the {kind} is blank."]
    if not text.isprintable():
        return [f"The name of the {kind} holds letters that cannot be shown."]
    if len(text) > LONGEST[kind]:
        return [f"“{text}” has {len(text)} letters; the name of the {kind} has {LONGEST[kind]} at most."]
    return []


def is_unnamed(told):
    """Has nobody named the network yet?"""
    by_province = [civic_network(told.province)] if geothai.province(told.province) else []
    return told.network in [settings.UNNAMED_NETWORK, *by_province]


def civic_network(code):
    area = geothai.province(code)
    return {"th": f"เครือข่ายพลเมือง{area.name_th}", "en": f"{area.name_en} Civic Network"}


def province_faults(told, code):
    """What keeps the site from being this province's."""
    if geothai.province(code) is None:
        return [unknown(code)]
    standing = told.province
    if not standing or standing == code:
        return []
    members = Organisation.objects.filter(district__province__code=standing).count()
    pages = PlacePage.objects.filter(district__province__code=standing).count()
    if members or pages:
        return [
            f"This site is for {province_name(standing)}: {members} organisations and {pages} pages of places stand in"
            f" its districts. Another province is another site: set it up with a database and a folder of its own."
        ]
    return []


def unknown(code):
    """Says which province was probably meant, else all of them."""
    text = code.strip().casefold()
    provinces = geothai.provinces()
    near = [one for one in provinces if text in (one.name_th, one.name_en.casefold())]
    if not near:
        names = {name: one for one in provinces for name in (one.code, one.name_th, one.name_en.casefold())}
        near = (
            list(dict.fromkeys(names[name] for name in difflib.get_close_matches(text, names, LIKELY, 0.5)))
            or provinces
        )
    listed = ", ".join(province_name(one.code) for one in near)
    return f"No province has the code {code!r}. Did you mean: {listed}?"


def province_name(code):
    area = geothai.province(code)
    return f"{code} {area.name_th} ({area.name_en})"


def settle(before: Identity, told: Identity):
    """Load the districts; those of a province that was left, where nothing stands yet, go."""
    if before.province and before.province != told.province:
        forget_province(before.province)
    return load_districts(told.province)
