"""Another province: set up by the documented command, its site says what it is and never what the demo is."""

import re
from collections import deque
from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings as project
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse
from django.utils import translation

from cms.actions.whose_site import told_anew
from cms.models import InfoPage
from marketplace.catalogue.models import Category
from marketplace.order.models import Order
from marketplace.partner.models import Partner
from network.organisations.actions import accept_invitation, give_role, invite_organisation
from network.organisations.models import Dimension, NetworkRole, Organisation
from network.outbox.testing import drain
from network.payments.actions import check_holder, name_holder
from network.people.models import User
from network.places.actions import load_districts
from network.places.models import District, Province, Subdistrict
from network.shell.identity import identity, keep
from network.upkeep.needs import needs
from tests.marketplace.buying import guest
from tests.marketplace.factories import create_live_listing
from tests.network.people.factories import create_person

NAMES = {"name": "เมืองลุงยิ้ม", "name_en": "Muang Lung"}
DEMO = re.compile("songkhla|สงขลา", re.IGNORECASE)
LINK = re.compile(r'(?:href|src|action|content)="(?:https?://[^/"]+)?(/[^"#]*)"')
LOC = re.compile(r"<loc>https?://[^/]+(/[^<]*)</loc>")
MACHINES = [
    "/robots.txt",
    "/sitemap.xml",
    "/manifest.webmanifest",
    "/sw.js",
    "/feeds/stories.atom",
    "/feeds/stories.en.atom",
]
MORE = [
    "/desk/",
    "/styleguide/",
    "/th/offline/",
    "/en/offline/",
    "/th/nothing-here/",
    "/en/nothing-here/",
    "/cms/",
    "/x\x00",
]
LEAST = 60  # addresses that an empty site has at least


@pytest.fixture
def bare(settings, tmp_path):
    """A machine on which nobody has said yet whose site it is."""
    private = settings.STORAGES["private"] | {"OPTIONS": {"location": tmp_path / "private"}}
    settings.STORAGES = settings.STORAGES | {"private": private}
    settings.PROVINCE_CODE, settings.NETWORK_NAME = "", settings.UNNAMED_NETWORK
    settings.SITE_URL, settings.DEMO = "http://testserver", False
    cache.clear()


def set_up(**options):
    call_command("setup_site", **{"province": "93", **NAMES, **options})


def standing():
    """What a refused command must not have touched."""
    models = (District, Category, Dimension, InfoPage, User, NetworkRole)
    return [identity(), *(model.objects.count() for model in models)]


@pytest.mark.django_db
@pytest.mark.one_database
def test_no_public_page_of_another_province_says_whose_the_demo_is(bare, client, capsys):
    set_up(admin_email="boss@example.org")
    said = capsys.readouterr().out
    assert "93 พัทลุง (Phatthalung)" in said

    pages = crawl(client, ["/th/", "/en/", *MACHINES, *MORE])
    assert len(pages) >= LEAST, sorted(pages)
    assert [path for path, (_status, text) in pages.items() if DEMO.search(text)] == []
    assert [path for path, (status, _text) in pages.items() if status >= 500] == []
    assert all("เมืองลุงยิ้ม" in pages[path][1] for path in ("/th/", "/th/about/", "/manifest.webmanifest"))
    assert "Phatthalung Civic Network" in pages["/en/"][1]
    assert "brand-name" not in pages["/th/"][1]  # the drawn name is the platform's

    keep(replace(identity(), network=dict.fromkeys(["th", "en"], "Songkhla Civic Network")))
    assert DEMO.search(client.get("/en/").content.decode())  # it would have been seen

    # Codes and mails are signed by this site, in every form that they have.
    code = {"code": "123456", "minutes": 15, "subject": "", "site_url": ""}
    forms = [render_to_string(f"people/messages/code/{name}", code) for name in ("body.html", "body.txt", "short.txt")]
    assert all("code for Muang Lung" in form for form in forms), forms

    # Mails and papers are written from templates and catalogues: what these do not say, no letter says.
    sources = [
        *project.ROOT.glob("templates/**/*.*"),
        *project.ROOT.glob("locale/**/*.po"),
        *project.ROOT.glob("cms/texts/*"),
    ]
    assert [str(path) for path in sources if DEMO.search(path.read_text(encoding="utf-8"))] == []


def crawl(client, begin):
    """{path: (status, text)} of everything that can be reached from there without signing in."""
    waiting, seen = deque(begin), {}
    while waiting:
        path = waiting.popleft()
        if path in seen or is_file(path):
            continue
        answer = client.get(path)
        text = readable(answer.getvalue().decode("utf-8", "replace"))
        seen[path] = answer.status_code, text + answer.headers.get("Location", "")
        waiting.extend(address.replace("&amp;", "&") for address in [*LINK.findall(text), *LOC.findall(text)])
        if "Location" in answer.headers:
            waiting.append(answer.headers["Location"].replace("http://testserver", ""))
    return seen


def readable(text):
    """With the Thai letters that JSON writes as numbers."""
    return re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text)


def is_file(path):
    """Pictures and sheets say nothing; choosing a language leads to a page that is linked anyway."""
    return path.startswith(("/static/", "/media/", "/language/")) or "?next=" in path or "next=" in path


@pytest.mark.django_db
def test_an_empty_site_has_what_a_network_begins_with_and_a_second_run_changes_nothing(bare, client, capsys):
    set_up(admin_email="Boss@Example.org")
    old_link = link_in(capsys)
    first = standing()
    set_up(admin_email="boss@example.org")
    link = link_in(capsys)
    assert standing() == first

    assert (Province.objects.get().code, District.objects.count(), Subdistrict.objects.count()) == ("93", 11, 65)
    assert identity().site == {"th": "เมืองลุงยิ้ม", "en": "Muang Lung"}
    assert identity().network == {"th": "เครือข่ายพลเมืองพัทลุง", "en": "Phatthalung Civic Network"}
    assert Category.objects.count() > 5
    assert Dimension.objects.count() == 3
    boss = User.objects.get()
    flags = boss.email, boss.is_staff, boss.is_superuser, boss.has_usable_password()
    assert flags == ("boss@example.org", True, True, False)
    assert boss.network_roles.standing().get().role == "admin"

    # The fresh link lets her in once, and no further than to her second step.
    assert client.get(old_link).status_code == 410
    assert client.post(link)["Location"] == "/desk/"
    assert reverse("mfa_activate_totp") in client.get("/desk/")["Location"]
    assert client.post(link).status_code == 410

    assert lacking() == {"people", "account", "pages", "sellers"}
    order = first_sale(by=User.objects.get(), to=Client())
    assert lacking() == {"pages"}
    [consignment] = order.consignments.all()
    assert consignment.holder.legal_name == "สมาคมเครือข่ายพัทลุง"

    # What a network has named and sorted itself stays.
    Category.objects.exclude(pk=Category.objects.first().pk).delete()
    set_up(network="ชาวลุงรวมใจ")
    call_command("setup_site")
    assert identity().network == {"th": "ชาวลุงรวมใจ", "en": "ชาวลุงรวมใจ"}
    assert identity().site["en"] == "Muang Lung"
    assert Category.objects.count() == 1


def lacking():
    return {sign.name for sign in (look() for look in needs) if not sign.is_well}


def first_sale(*, by, to):
    """What the people of a new network do until a stranger buys from its first member, by the real actions."""
    helpers = {}
    for role in ("coordinator", "reviewer", "treasurer"):
        helpers[role] = create_person()
        give_role(helpers[role], role, by=by)
    second = create_person()
    give_role(second, "treasurer", by=by)
    account = {"bank_name": "", "bank_account": "", "promptpay_id": "0993500012345", "takes_cards": False}
    check_holder(name_holder(legal_name="สมาคมเครือข่ายพัทลุง", by=helpers["treasurer"], **account), by=second)

    member = {"name": "กลุ่มกระจูดทะเลน้อย", "kind": "community-enterprise", "district": District.objects.first()}
    owner = create_person()
    invitation = invite_organisation(
        by=helpers["coordinator"], contact=owner.email, person_name="", sells=True, **member
    )
    accept_invitation(invitation, by=owner)
    drain()
    seller = Partner.objects.get()
    seller.person = owner
    basket_work = create_live_listing(seller, reviewer=helpers["reviewer"])
    basket_work.categories.add(Category.objects.get(slug="crafts"))
    shopper = guest(to, basket_work)
    assert shopper.order(pay="promptpay").status_code == 302
    return Order.objects.get()


def link_in(capsys):
    return re.search(r"https?://\S+(/th/account/pass/\S+)", capsys.readouterr().out)[1]


WRONG = {
    "a province that does not exist": (dict(province="39x"), "Did you mean"),
    "a name instead of a code": (dict(province="Phatthalung"), "93 พัทลุง"),
    "a blank province": (dict(province=" "), "No province has the code"),
    "nothing like a province": (dict(province="ไม่รู้จัก"), "96 นราธิวาส"),
    "a blank name": (dict(name=" "), "blank"),
    "too long a name": (dict(name="ย" * 31), "30 at most"),
    "a broken name": (dict(name="a\x07b"), "cannot be shown"),
    "too long a network": (dict(network_en="n" * 81), "80 at most"),
    "no address": (dict(admin_email="boss@"), "no e-mail address"),
}


@pytest.mark.django_db
@pytest.mark.one_database
@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_said_and_nothing_is_done_half(bare, name):
    options, words = WRONG[name]
    before = standing()
    with pytest.raises(CommandError, match=re.escape(words)) as refused:
        set_up(**options)
    assert "Nothing was changed" in str(refused.value)
    assert standing() == before


@pytest.mark.django_db
@pytest.mark.one_database
def test_a_folder_that_cannot_be_written_changes_nothing(bare, monkeypatch):
    def full(_path, **_options):
        raise OSError("no room")

    before = standing()
    monkeypatch.setattr(Path, "mkdir", full)
    with pytest.raises(CommandError, match="Nothing was changed.*no room"):
        set_up(admin_email="boss@example.org")
    assert standing() == before


@pytest.mark.django_db
def test_a_province_of_the_environment_is_judged_as_well(bare, settings):
    settings.PROVINCE_CODE = "xx"
    with pytest.raises(CommandError, match="No province has the code 'xx'"):
        call_command("setup_site")


@pytest.mark.django_db
def test_everything_that_is_wrong_is_said_at_once(bare):
    with pytest.raises(CommandError) as refused:
        set_up(province="00", name="", admin_email="x")
    assert len(str(refused.value).splitlines()) == 4


@pytest.mark.django_db
@pytest.mark.one_database
def test_a_mistyped_province_can_be_corrected_until_something_stands_in_it(bare):
    load_districts("39")  # what setup_site --province 39 leaves behind
    keep(told_anew(identity(), province="39"))
    set_up()
    assert Province.objects.get().code == "93"
    assert set(District.objects.values_list("province__code", flat=True)) == {"93"}
    assert identity().network["en"] == "Phatthalung Civic Network"

    Organisation.objects.create(slug="weavers", kind="community", district=District.objects.first())
    before = standing()
    with pytest.raises(CommandError, match="1 organisations .* stand in its districts"):
        set_up(province="90")
    assert standing() == before


@pytest.mark.django_db
def test_what_was_said_is_heard_by_a_process_that_has_read_the_old_file(bare, client):
    keep(replace(identity(), site={"th": "เก่า", "en": "Old"}))
    assert "Old" in client.get("/en/account/sign-in/").content.decode()
    place = project.STORAGES["private"]["OPTIONS"]["location"] / "identity.json"
    place.with_suffix(".other").write_text('{"site": {"th": "ใหม่", "en": "Newer"}, "from a later version": 1}')
    place.with_suffix(".other").replace(place)
    with translation.override("en"):
        assert identity().site_name == "Newer"
    assert "Newer" in client.get("/en/account/sign-in/").content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("spoilt", ["", "[]", '{"site": "x"}', '{"site": ', '{"network": [1]}'])
def test_a_file_that_somebody_spoilt_stops_no_page(bare, client, spoilt):
    place = project.STORAGES["private"]["OPTIONS"]["location"] / "identity.json"
    keep(identity())
    place.write_text(spoilt)
    assert "Civic Network" in client.get("/en/account/sign-in/").content.decode()
