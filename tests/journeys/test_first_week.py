"""The first week of a new network: an empty site for Phatthalung, its people, its first sale, its first payments out.

Set up by the commands of docs/self-hosting.md, in production's settings. Nobody waits for days here: a sale is payable at once
by a setting, and the day that a recovery takes is moved into the past in its row.
"""

import io
import re
import time

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from PIL import Image

from tests.processes import wait_until

from .browser import FIRST_VISIT, PHONE, kind, scripts_run
from .buying import hand_in_slip, order_by_promptpay, put_in_basket, say_where_to
from .first_week import NewSite
from .seller_desk import Desk
from .test_seller import find, send

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WEAVERS, BANANAS, MATS = "กลุ่มทอผ้าบ้านควน", "กลุ่มกล้วยเขาเจียก", "กระจูดทะเลน้อย"
LIST = "\n".join(
    [
        f"{WEAVERS}\tวิสาหกิจชุมชน\tควนขนุน\tkhuan@lung.example\tป้าแจ้ว ทองเนียม\tใช่",
        f"{BANANAS}\tวิสาหกิจชุมชน\tเมืองพัทลุง\tkluai@lung.example\tลุงเอียด\tใช่",
        f"{MATS}\tวิสาหกิจชุมชน\tควนขนุน\t081 555 0199\tน้าหนูนุ้ย\tใช่",
    ]
)
SCARF, FUND = "ผ้าขาวม้าลายโนรา", "กองทุนป่าต้นน้ำ"
ACCOUNT = {"payee_account": "987-6-54321-0", "payee_name": "แจ้ว ทองเนียม"}
MOMENTS = ("asked_at", "first_vouched_at", "second_vouched_at", "opens_at")
DAY = 24 * 60 * 60


@pytest.fixture(scope="module")
def new_site(request, tmp_path_factory):
    maker, template = request.getfixturevalue("migrated")
    folder = tmp_path_factory.mktemp("first-week")
    maker.copy_file(template, folder / "chanchala.sqlite3")
    site = NewSite(folder, PAYABLE_AFTER_DAYS="0")
    site.set_up()
    site.serve()
    yield site
    site.stop()


@pytest.fixture
def phone(chromium, new_site):
    """`phone()` is a fresh one that nobody else uses."""
    contexts = []

    def fresh():
        given = {"viewport": PHONE, "base_url": new_site.url, "ignore_https_errors": True} | FIRST_VISIT | kind()
        context = chromium.new_context(**given)
        context.set_default_timeout(20_000)
        contexts.append(context)
        return context.new_page()

    yield fresh
    for context in contexts:
        context.close()


class Worker:
    """Somebody who works for the network: signs in by a code, with a second step."""

    def __init__(self, site, page, name):
        self.site, self.page, self.address, self.used = site, page, f"{name}@lung.example", None

    def code(self):
        """What her app shows; each opens once."""
        counter = int(time.time()) // 30
        self.used = counter + (counter == self.used)  # the site takes the next one too: phones' clocks are not exact
        return format_hotp_value(hotp_value(self.secret, self.used))

    def comes_in(self, way_in="/th/account/sign-in/?next=/desk/"):
        self.page.goto(way_in)
        if "/pass/" in way_in:
            press(self.page)
        else:
            self.page.locator("input[name=contact]").fill(self.address)
            press(self.page)
            self.page.locator("input[name=code]").fill(self.site.newest(self.address, r"^\d{6}$"))
            press(self.page)
        return self.sets_up_second_step()

    def sets_up_second_step(self):
        self.page.wait_for_url("**/second-step/begin/**")
        self.secret = self.page.locator("main code").inner_text().replace(" ", "")
        self.page.locator("input[name=code]").fill(self.code())
        press(self.page)
        self.page.wait_for_url("**/second-step/paper/")
        self.page.goto("/desk/")
        return self.page


def press(page, name=None):
    """The one button of the page, or the one that says this."""
    buttons = page.locator("main").get_by_role("button", name=name) if name else page.locator("main form button")
    buttons.first.click()


def give_role(page, address, role, first, last):
    page.goto("/desk/roles/")
    for name, value in {"contact": address, "first_name": first, "last_name": last}.items():
        page.locator(f"input[name={name}]").fill(value)
    page.locator(f"input[name=role][value={role}]").check()
    press(page)
    if page.locator("input[name=sure]").is_visible():
        page.locator("input[name=sure]").check()
        press(page)
    page.locator("ul.screens", has_text=first).wait_for()


def photo(colour="#8a2f3b", size=(900, 1100)):
    picture = io.BytesIO()
    Image.new("RGB", size, colour).save(picture, "JPEG")
    return {"name": "IMG_2569.jpg", "mimeType": "image/jpeg", "buffer": picture.getvalue()}


class Network:
    """Everybody of the story, each on a phone of her own."""

    def __init__(self, site, phone):
        self.site, self.phone = site, phone
        self.admin, self.aree, self.nipon, self.suda = (
            Worker(site, phone(), name) for name in ("admin", "aree", "nipon", "suda")
        )
        self.maker, self.steward, self.guest = phone(), phone(), phone()

    def begins(self):
        """The administrator comes in by the printed link and gives the roles; two people name the account."""
        page = self.admin.comes_in(self.site.first_link)
        give_role(page, "aree@lung.example", "coordinator", "อารีย์", "ผู้ประสานงาน")
        give_role(page, "admin@lung.example", "coordinator", "", "")
        give_role(page, "nipon@lung.example", "treasurer", "นิพนธ์", "เหรัญญิก")
        give_role(page, "suda@lung.example", "treasurer", "สุดา", "เหรัญญิก")
        for worker in (self.aree, self.nipon, self.suda):
            worker.comes_in()
        named, checked = self.nipon.page, self.suda.page
        named.goto("/desk/payments/network/new/")
        fill(named, legal_name="สมาคมเครือข่ายคนลุง", bank_account="123-4-56789-0", promptpay_id="0994000165891")
        named.locator("select[name=bank_name]").select_option(index=1)
        press(named)
        checked.goto("/desk/payments/network/")
        judge(checked, "check")

    def invites(self):
        """Three from a pasted list, looked at first."""
        page = self.aree.page
        page.goto("/desk/invitations/list/")
        page.locator("textarea[name=text]").fill(LIST)
        press(page)
        page.locator("form[action$='/confirm/'] button").click()
        page.locator("ul.screens a", has_text=MATS).wait_for()
        assert page.locator("ul.screens li").count() == 3

    def helps_the_weavers(self):
        """The coordinator lists the first goods beside her, and hands the shop over by one picture."""
        page = self.aree.page
        page.locator("ul.screens a", has_text=WEAVERS).click()
        page.get_by_role("button", name="ฉันช่วยลงขายให้เอง").click()
        page.wait_for_url("**/desk/")
        page.goto("/desk/goods/new/")
        page.set_input_files("input[name=gallery]", photo())
        if scripts_run():
            page.locator("#new-photo").wait_for()
        for label, value in {"ชื่อสินค้า": SCARF, "ราคา (บาท)": "๓๕๐", "มีของกี่ชิ้น": "8", "น้ำหนักต่อชิ้น": "220"}.items():
            page.get_by_label(label).fill(value)
        press(page, "ดูตัวอย่างก่อน")
        press(page, "ส่งตรวจเพื่อวางขาย")
        page.get_by_text("รอตรวจ").first.wait_for()
        page.goto("/desk/helpers/")
        press(page, "ส่งมอบให้เจ้าของ")
        self.maker.goto(page.locator(".pass-address a").first.get_attribute("href"))
        press(self.maker, "เข้าร้านของฉัน")
        self.maker.wait_for_url("**/desk/helpers/")
        assert SCARF in self.maker.locator("main").inner_text()

    def sells(self):
        """Read by staff, found and paid by a guest, confirmed, sent, arrived."""
        self.admin.page.goto("/desk/review/")
        self.admin.page.locator("ul.goods a", has_text=SCARF).click()
        judge(self.admin.page, "approve")
        find(self.guest, "/th/shop/", SCARF).click()
        put_in_basket(self.guest)
        say_where_to(self.guest, contact="nok@example.com")
        payment = order_by_promptpay(self.guest)
        hand_in_slip(self.guest)
        self.confirms_slip()
        self.guest.goto(f"/th{payment}")
        self.guest.get_by_role("link", name="กลับไปดูรายการที่ชำระ").click()
        number = re.search(r"\d+-1", self.guest.locator("section.part h2").first.inner_text())[0]
        send(Desk(self.maker), number, "EB 123 456 785 TH")
        self.guest.reload()
        self.guest.locator("form[action*='/arrived/'] button").click()

    def confirms_slip(self):
        page = self.nipon.page
        page.goto("/desk/payments/slips/")
        page.locator("main ul a[href*='/slips/']").first.click()
        judge(page, "confirm")

    def is_paid_out(self):
        """She names her account and a treasurer checks it; one asks, another approves, and what came is explained."""
        self.maker.goto("/desk/payments/account/new/")
        fill(self.maker, **ACCOUNT)
        self.maker.locator("select[name=payee_bank]").select_option(index=2)
        press(self.maker)
        asks = self.nipon.page
        asks.goto("/desk/payments/payouts/")
        asks.locator("main a[href*='/accounts/']").first.click()
        judge(asks, "check")
        asks.goto("/desk/money/sellers/")
        press(asks)
        asks.goto("/desk/payments/payouts/")
        open_payout(asks, "฿355")
        assert asks.locator("button[value=approve]").count() == 0
        approves = self.suda.page
        approves.goto(asks.url)
        judge(approves, "approve")
        notes_transfer(approves, "KTB-0001")
        self.maker.goto("/desk/money/")
        shown = self.maker.locator("main").inner_text()
        assert "KTB-0001" in shown
        assert "−฿355" in shown
        self.maker.locator("main a[href*='/statement/']").first.click()
        assert "฿355" in self.maker.locator("main").inner_text()

    def opens_a_fund(self):
        """A second group joins by its own mail and answers for a fund; one prepares it, another opens it, somebody gives."""
        self.steward.goto(self.site.newest("kluai@lung.example", r"https://\S+"))
        press(self.steward, "ส่งรหัสให้ฉัน")
        fill(self.steward, code=self.site.newest("kluai@lung.example", r"^\d{6}$"))
        press(self.steward, "ไปต่อ")
        press(self.steward, "เข้าร่วม")
        self.steward.wait_for_url("**/desk/steps/")
        page = self.aree.page
        page.goto("/desk/funds/charters/new/")
        told = {"name_th": FUND, "permit_number": "พท 12/2569"}
        told |= {"purpose_th": "ปลูกป่าและดูแลฝาย", "governance_th": "กรรมการห้าคนจากห้าตำบล"}
        for name, value in told.items():
            page.locator(f"[name={name}]").fill(value)
        page.locator("select[name=steward]").select_option(label=BANANAS)
        page.locator("select[name=dimension]").select_option(index=1)
        press(page, "เก็บไว้")
        page.get_by_text("ต้องให้อีกคนอ่าน").wait_for()
        self.suda.page.goto(page.url)
        judge(self.suda.page, "open")
        slug = page.url.rstrip("/").rpartition("/")[2]
        self.is_given(slug)
        return slug

    def is_given(self, slug):
        donor = self.guest
        donor.goto(f"/th/funds/{slug}/pledge/")
        fill(donor, amount="1000", contact="don@example.com")
        donor.locator("input[name=shown_as][value=anonymous]").check()
        donor.locator("input[name=gateway][value=promptpay]").check()
        donor.locator("input[name=terms]").check()
        donor.locator("main form button[type=submit]").last.click()
        donor.wait_for_url(re.compile(r"/th/pay/"))
        hand_in_slip(donor)
        self.confirms_slip()

    def pays_back(self, slug):
        """What the weaver has paid for the fund: its steward accepts the receipt, a treasurer transfers."""
        page = self.maker
        page.goto("/desk/funds/expenses/new/")
        fill(page, amount="240", purpose="กล้าไม้สิบต้น", **ACCOUNT)
        page.locator("select[name=fund]").select_option(index=1)
        page.locator("select[name=payee_bank]").select_option(index=2)
        page.set_input_files("input[name=picture]", photo("#ffffff"))
        press(page)
        page.wait_for_url("**/funds/expenses/")
        self.steward.goto("/desk/funds/expenses/")
        self.steward.locator("main a", has_text="฿240").click()
        judge(self.steward, "accept")
        pays = self.suda.page
        pays.goto("/desk/payments/payouts/")
        open_payout(pays, "฿240")
        notes_transfer(pays, "KTB-0002")
        self.guest.goto(f"/th/funds/{slug}/ledger/")
        books = self.guest.locator("main").inner_text()
        assert "กล้าไม้สิบต้น" in books
        assert "฿760" in books

    def treasurer_loses_her_phone(self):
        """With it the app of her second step: two vouch, a day passes, and she sets up another."""
        anew = Worker(self.site, self.phone(), "nipon")
        page = anew.page
        self.asks_to_come_back(page)
        press(page, "ใช่ สิ่งเหล่านี้หายไป")
        vouching = page.locator("main a[href*='/vouch/']").first.get_attribute("href")
        for worker in (self.aree, self.admin):
            worker.page.goto(vouching)
            press(worker.page, "ใช่")
        page.reload()
        assert page.locator("main button").count() == 1  # to take it back; none leads in before the day has passed
        self.site.move_back("organisations_recovery", MOMENTS, seconds=DAY + 60)
        self.asks_to_come_back(page)
        press(page, "เข้าบัญชี")
        page.goto("/desk/payments/payouts/")
        anew.sets_up_second_step()
        page.goto("/desk/payments/payouts/")
        assert "฿240" in page.locator("main").inner_text()
        self.nipon.page.goto("/desk/")
        assert "/sign-in/" in self.nipon.page.url

    def asks_to_come_back(self, page):
        known = len(self.site.mails_to("nipon@lung.example"))
        page.goto("/th/account/back/")
        fill(page, contact="nipon@lung.example")
        press(page)
        wait_until(lambda: len(self.site.mails_to("nipon@lung.example")) > known)
        fill(page, code=self.site.newest("nipon@lung.example", r"^\d{6}$"))
        press(page)
        page.wait_for_url(re.compile("/back/(who|mine)/"))


def fill(page, **values):
    for name, value in values.items():
        page.locator(f"input[name={name}]").fill(value)


def judge(page, verdict):
    page.locator(f"main button[name=verdict][value={verdict}]").click()
    page.wait_for_load_state()


def open_payout(page, amount):
    page.locator("main a[href*='/payouts/']", has_text=amount).first.click()
    page.wait_for_url(re.compile(r"/payouts/\w+/"))


def notes_transfer(page, reference):
    fill(page, bank_reference=reference)
    page.set_input_files("input[name=picture]", photo())
    judge(page, "sent")
    page.get_by_text(reference).wait_for()


@pytest.mark.promise(53)
def test_the_first_week_of_a_new_network(new_site, phone):
    network = Network(new_site, phone)
    network.begins()
    network.invites()
    network.helps_the_weavers()
    network.sells()
    network.is_paid_out()
    fund = network.opens_a_fund()
    network.pays_back(fund)
    network.treasurer_loses_her_phone()

    assert "songkhla" not in network.guest.content().lower()
    new_site.manage("ledger_check")
