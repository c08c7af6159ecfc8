"""No address answers with a 500, whoever asks, whatever stands in it or is sent to it."""

import re
from itertools import cycle, islice
from urllib.parse import urlencode

import pytest
from django.conf import settings

from tests.access.addresses import addresses
from tests.access.matrix import STAFF, family_of

pytestmark = pytest.mark.slow

HOSTILE = ["", "\x00", "x' OR 1=1 --", "๑๒๓", "-1", "9" * 400, "1_0", "é\u202e😀", "zh-hans", "//evil.example", "NaN"]
QUERY_NAMES = re.findall(
    r"\w+",
    "q after before page p category district maker place kind ships to next sort code season country postcode "
    "day pay way dimension lang o e lookup ordering ids id month letter limit offset position",
)
RAW_QUERIES = ["q=%FF%FE&after=%ED%A0%80&page=%", "after=" + "9" * 3000, "after[]=1&q[]=a&=&&%00=%00"]
FIELD_NAMES = re.findall(
    r"\w+",
    "quantity amount price satang name contact phone email code login password shown_as pay total key terms way get "
    "country place line1 reason account text title weight stock to number tracking carrier picture photo bank",
)
# Leaves the session that is asked with, or raises on purpose so that an operator sees what a breakdown looks like.
LEFT_OUT = ("logout", "sign-out", "failwhale", "sessions")
INVENTED = {"int": "9" * 30, "uuid": "00000000-0000-0000-0000-000000000000", "path": "../a%00", "str": "a%00'b"}
INVENTED = {"int": "9" * 30, "uuid": "00000000-0000-0000-0000-000000000000", "path": "../a%00", "str": "a%00'b"}


def paths(address, world):
    """With what really stands there, if anything does, and with something invented."""
    if address.is_regular:
        return [address.path([value] * len(address.blanks)) for value in ("1", "x")]
    if not address.blanks:
        return [address.path([])]
    invented = [INVENTED.get(converter, "zzz") for converter, _name in address.blanks]
    return [address.path_to(what_stands_at(address, world)), address.path(invented)]


def what_stands_at(address, world):
    wanted = [(name, whose) for name in (address.name, address.namespace) for whose in ("own", "all")]
    return next((world.things[key] for key in wanted if key in world.things), {})


def junk(names, turn):
    """Each name with something that no form would send."""
    return dict(zip(names, islice(cycle(HOSTILE), turn, None), strict=False))


def ways(turn):
    """To ask at one address: with junk in the query, and posting without fields and with strange ones."""
    query = f"{urlencode(junk(QUERY_NAMES, turn))}&{RAW_QUERIES[turn % len(RAW_QUERIES)]}"
    return {
        "query": ("get", None, {"QUERY_STRING": query}),
        "empty": ("post", None, {}),
        "fields": ("post", junk(FIELD_NAMES, turn), {}),
    }


def status(answer):
    """What came back, or what it died of."""
    return f"{type(answer).__name__}: {answer}"[:200] if isinstance(answer, Exception) else answer.status_code


def crawl(visitor, wanted, world, *, how, invented):
    """(address, answer) of everything that is broken."""
    broken = []
    for turn, address in enumerate(wanted):
        first, *others = paths(address, world)
        asked = [(first, how), *((path, invented) for path in others)]
        answers = set()
        for path, names in asked:
            for method, data, extra in (ways(turn)[name] for name in names):
                answers.add(status(visitor.ask(method, path, data, **extra)))
        broken += [(address.pattern, answer) for answer in answers if isinstance(answer, str) or answer >= 500]
    return broken


def is_staffs(address):
    return f"/{address.pattern}".startswith(settings.STAFF_PATHS)


def is_sealed(address):
    """Nobody comes in, so that nothing of what is sent is read: the matrix shows it."""
    return is_staffs(address) and STAFF[family_of(address.name)] in {"sealed", "closed"}


EVERY = [
    address
    for address in addresses()
    if not any(word in address.pattern for word in LEFT_OUT) and not is_sealed(address)
]


@pytest.mark.parametrize(
    ("who", "how"),
    [
        ("anonymous", ("query", "fields")),
        ("buyer", ("query", "fields")),
        ("seller", ("query", "empty", "fields")),
        ("everything", ("query", "empty")),
    ],
)
def test_nothing_that_readers_sellers_and_stewards_can_reach_breaks(world, visitors, who, how):
    """Plain looks at what stands there are in test_pages.py."""
    wanted = [address for address in EVERY if not is_staffs(address)]
    invented = ("fields",) if who == "anonymous" else ("query",)
    assert crawl(visitors[who], wanted, world, how=how, invented=invented) == []


@pytest.mark.parametrize(
    ("screens", "how", "invented"),
    [
        ("cms/", ("query", "empty"), ("query",)),
        ("dashboard/", ("query", "empty"), ("query",)),
        ("django-admin/", ("query",), ()),
    ],
)
def test_nothing_that_staff_can_reach_breaks(world, visitors, screens, how, invented):
    """Borrowed screens; Django's admin takes nothing in, which test_admin_site.py shows."""
    wanted = [address for address in EVERY if address.pattern.startswith(screens)]
    assert crawl(visitors["everything"], wanted, world, how=how, invented=invented) == []


def test_every_screen_of_staff_is_among_those():
    assert {path.strip("/") for path in settings.STAFF_PATHS} == {"cms", "dashboard", "django-admin"}
