"""Where we send a browser, and what we fetch ourselves: never to an address that somebody else named."""

import ast
from urllib.parse import urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils.http import urlencode

from network.people.actions.passes import make_pass
from tests.access.reading import ROOT, sources

pytestmark = [pytest.mark.one_database, pytest.mark.slow, pytest.mark.promise(59)]

HOST = "testserver"
ELSEWHERE = [
    "https://evil.example/",
    "http://evil.example",
    "HTTPS://EVIL.EXAMPLE/x",
    "//evil.example/",
    "///evil.example/",
    "////evil.example/",
    "/\\evil.example/",
    "\\\\evil.example/",
    "\\/evil.example/",
    "/\\/evil.example/",
    "/\t/evil.example/",
    "/\n/evil.example/",
    "\t//evil.example/",
    " //evil.example/",
    "\x00//evil.example/",
    "\x0b//evil.example/",
    "ht\ntps://evil.example/",
    "https:evil.example",
    "https:/evil.example",
    "https:///evil.example/",
    "https:\\\\evil.example/",
    "https://testserver@evil.example/",
    "https://testserver:80@evil.example/",
    "http://testserver.evil.example/",
    "http://evil.example/testserver/",
    "http://evil.example#testserver",
    "http://evil.example?testserver",
    "http://evil.example\\@testserver/",
    "//testserver@evil.example/",
    "//evil.example\\.testserver/",
    "//evil.example%2f.testserver/",
    "//[::ffff:203.0.113.7]/",
    "//3405803783/",
    "//0xcb007107/",
    "http://evil。example/",
    "//ｅｖｉｌ.example/",
    "//xn--e1awd7f.example/",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "ftp://evil.example/",
    "file:///etc/passwd",
    "blob:https://evil.example/x",
    "line://evil",
]
# Schemes of our own links, which nobody else fills in.
KNOWN = ("mailto:", "tel:", "otpauth:", "https://line.me/")
# Every way by which an address of the reader's own choice comes in: who asks, how, where, and under which name.
WAYS_IN = [
    ("anonymous", "get", "/th/account/sign-in/", "next"),
    ("anonymous", "get", "/th/account/sign-in/password/", "next"),
    ("buyer", "get", "/th/account/sign-in/", "next"),
    ("buyer", "get", "/th/account/sign-in/password/", "next"),
    ("buyer", "post", "/th/account/sign-out/", "next"),
    ("buyer", "get", "/th/account/sign-out/", "next"),
    ("buyer", "get", "/th/account/second-step/code/", "next"),
    ("buyer", "get", "/th/account/second-step/begin/", "next"),
    ("admin", "get", "/th/account/second-step/confirm/", "next"),
    ("admin", "get", "/th/account/confirm/", "next"),
    ("buyer", "get", "/th/account/passkeys/sign-in/", "next"),
    ("anonymous", "get", "/cms/login/", "next"),
    ("anonymous", "get", "/cms/password_reset/", "next"),
    ("anonymous", "get", "/dashboard/login/", "next"),
    ("anonymous", "get", "/django-admin/login/", "next"),
    ("anonymous", "get", "/th/_util/login/", "next"),
    ("admin", "post", "/cms/logout/", "next"),
    ("anonymous", "get", "/language/en/", "to"),
    ("seller", "get", "/desk/help/", "from"),
    ("seller", "post", "/desk/undo/", "next"),
    ("anonymous", "post", "/desk/undo/", "Referer"),
    ("anonymous", "post", "/desk/goods/", "Referer"),
    ("seller", "post", "/desk/organisation/", "next"),
    ("anonymous", "post", "/th/account/pass/{token}/", "next"),
]


def leaves(path, target):
    """Would a browser that reads this on `path` leave us? Browsers forgive more than Python does."""
    read = "".join(letter for letter in target.strip("\x00\x0b\x1f ") if letter not in "\t\r\n").replace("\\", "/")
    parts = urlsplit(urljoin(f"http://{HOST}{path}", read))
    return parts.scheme not in {"http", "https"} or parts.netloc != HOST or read.startswith("//")


def test_the_judge_of_this_file_knows_what_leaves():
    assert [target for target in ELSEWHERE if not leaves("/th/", target)] == []
    assert not any(leaves("/th/", target) for target in ("/th/shop/", "?page=2", "#main", f"http://{HOST}/th/", "x/y"))
    assert len(ELSEWHERE) >= 40


def test_no_way_in_leads_out(world, visitors):
    _pass, token = make_pass(world.own.colleague, by=world.own.owner)
    out = []
    for who, method, path, name in WAYS_IN:
        path = path.format(token=token)
        for target in tried(visitors[who].ask(method, *sent(world, method, path, name, "/th/"))):
            answer = visitors[who].ask(method, *sent(world, method, path, name, target))
            out += [(path, name, target, where) for where in leads(answer) if leaves(path, where)]
    assert not out, "\n".join(map(str, out))


def tried(answer):
    """All of them where it goes on at once; a page that keeps the address for later asks the same judges."""
    return ELSEWHERE if answer.has_header("Location") else ELSEWHERE[::9]


def sent(world, method, path, name, target):
    """(path, data) that carry the target under this name: in the query, and in the form where one is sent."""
    data = {name: target}
    if path == "/desk/organisation/":
        data["organisation"] = world.own.organisation.public_id
    asked = f"{path}?{urlencode(data)}"
    return (asked, data) if method == "post" else (asked,)


def leads(answer):
    """Where this answer sends a browser, by itself or at the next press."""
    if answer.has_header("Location"):
        return [answer["Location"]]
    page = BeautifulSoup(answer.content, "html.parser")
    pressed = [
        tag.get(name)
        for name in ("href", "action", "formaction", "hx-get", "hx-post")
        for tag in page.select(f"[{name}]")
    ]
    return [where for where in pressed if "evil" in where or not where.startswith(KNOWN)]


@pytest.mark.parametrize(
    "path", ["//evil.example/", "//evil.example/%2e%2e", "/%5cevil.example/", "/th//evil.example/", "///x"]
)
def test_a_path_that_looks_like_a_host_stays_here(world, visitors, path):
    answer = visitors["anonymous"].client.get(path, follow=False)
    assert not answer.has_header("Location") or not leaves(path, answer["Location"])


def test_an_allowed_address_is_followed(world, visitors):
    """Without this the test above would pass for pages that forget where one was going."""
    wanted = reverse("me:profile")
    assert visitors["buyer"].ask("get", f"/th/account/sign-in/?next={wanted}").url == wanted
    assert visitors["anonymous"].ask("get", f"/language/en/?to={wanted}").url == wanted
    assert visitors["seller"].ask("post", "/desk/undo/", {"next": "/desk/goods/"}).url == "/desk/goods/"


# What can call out, and the only files that may use it. Where each calls is written in it or in the settings.
CALLERS = {"requests", "urllib.request", "http.client", "httpx", "urllib3", "socket", "aiohttp", "stripe", "smtplib"}
MAY_CALL = {
    "network/people/channels.py": {"requests"},
    "network/people/line.py": {"requests"},
    "network/payments/gateways/stripe.py": {"stripe"},
    "network/payments/gateways/stripe_client.py": {"stripe"},
}


def test_nothing_calls_out_but_what_calls_where_the_settings_say():
    found = {}
    for path in sources():
        names = {name for node in ast.walk(ast.parse(path.read_text())) for name in imported(node)}
        if used := {caller for caller in CALLERS if any(f"{name}.".startswith(f"{caller}.") for name in names)}:
            found[str(path.relative_to(ROOT))] = used
    assert found == MAY_CALL


def imported(node):
    if isinstance(node, ast.Import):
        return {alias.name for alias in node.names}
    if isinstance(node, ast.ImportFrom) and not node.level:
        return {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return set()


def calls_out(path):
    nodes = ast.walk(ast.parse(path.read_text()))
    return [node for node in nodes if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("requests.")]


def test_messages_go_where_the_settings_say_and_follow_nobody_elsewhere():
    calls = [call for name in ("channels", "line") for call in calls_out(ROOT / f"network/people/{name}.py")]
    pushes = ["push_address('/v2/bot/message/push')", "push_address(path)"]
    assert [ast.unparse(call.args[0]) for call in calls] == ["settings.SMS_GATEWAY_URL", *pushes]
    said = [{word.arg: ast.unparse(word.value) for word in call.keywords} for call in calls]
    assert [words["allow_redirects"] for words in said] == ["False"] * 3
    assert all("timeout" in words for words in said)


def test_borrowed_screens_fetch_nothing_for_anybody(settings):
    assert settings.WAGTAILEMBEDS_FINDERS == []
    assert settings.WAGTAIL_GRAVATAR_PROVIDER_URL is None
    assert settings.WAGTAIL_ENABLE_UPDATE_CHECK is False
    assert not {"wagtail.contrib.frontend_cache", "oscar_api"} & {*settings.INSTALLED_APPS}
    assert not hasattr(settings, "WAGTAILLOCALIZE_MACHINE_TRANSLATOR")
