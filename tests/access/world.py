"""One of each: two makers, two funds, a reader's order, and everybody who works for the network.

`things` says what really stands in an address: {(its name or namespace, whose it is): {parameter: value}}. What is
nobody's in particular is of "all"; "own" is the seller's or steward's of our cast, "other" another's.
"""

from types import SimpleNamespace

from django.core import signing
from django.core.files.base import ContentFile
from wagtail.documents.models import Document

from cms.actions.set_up_site import set_up_site
from funding.actions import ask_fund_payout, hand_in_expense
from funding.models import Fund
from marketplace.catalogue.actions.changes import change_price
from marketplace.catalogue.actions.reports import report_listing
from network.clock import now
from network.ledger.accounts import open_account
from network.ledger.actions import Transfer, post_entry
from network.organisations.actions import add_member, enter_certificate, grant_delegate, grant_role
from network.organisations.actions.helper_links import make_helper_link
from network.organisations.actions.people import SALT
from network.organisations.actions.recovery import ask_to_come_back
from network.organisations.invitation_links import token_of
from network.organisations.recovery_news import stop_token
from network.outbox.testing import drain
from network.payments.actions import ask_refund, enter_payout_account, hand_in_slip, name_holder
from network.payments.models import PaymentAttempt
from network.people.actions.consents import record_consent
from network.people.actions.passes import make_pass
from network.people.contacts import parse_contact
from network.people.personal_data_registry import Subject, subject_of
from network.privacy.actions.copies import ask_for_copy
from network.privacy.actions.erasure import ask_to_be_forgotten
from network.privacy.actions.requests import note_breach, note_request
from network.words.public_ids import new_public_id, new_token
from tests.funding.conftest import make_fund, paid, pledge_to
from tests.marketplace.buying import create_holder, create_order
from tests.marketplace.factories import create_category, create_complete_draft, create_live_listing, create_seller
from tests.network.organisations.factories import create_organisation
from tests.network.organisations.test_inviting import create_invitation
from tests.network.payments.test_pages import photo
from tests.network.people import factories

PAYEE = {"payee_name": "นางสาวสมใจ ใจดี", "payee_bank": "Krungthai Bank", "payee_account": "9001234567"}
GUESSED = {"token": new_token(), "position": "1"}
GUESSES = {(name, "guess"): GUESSED for name in ("orders", "pay", "funds", "people:pass", "recovery:vouch")}
GUESSES |= {(f"organisations:{name}", "guess"): GUESSED for name in ("invitation", "invitation_code", "help_asked")}
GUESSES |= {("privacy:take_back", "guess"): GUESSED}
CHARTERS = ("charter", "edit_charter", "judge_charter")
WORKERS = ("coordinator", "treasurer", "reviewer", "editor", "admin")


def build():
    """The whole world; `people` by their role, None for a visitor."""
    set_up_site()
    create_holder()
    category = create_category()
    reviewer, treasurer = worker("reviewer"), worker("treasurer")
    holder = what_waits_for_a_second_person(treasurer)
    own, other = (what_a_maker_has(reviewer) for _maker in range(2))
    lake, hill = what_a_fund_has("lake-fund", own.owner), what_a_fund_has("hill-fund", other.owner)
    people = {
        "anonymous": None,
        "buyer": create_person("buyer", line_uid="Ubuyer"),
        "seller": own.owner,
        "delegate": own.delegate,
        "steward": lake.steward,
        "reviewer": reviewer,
        "treasurer": treasurer,
    }
    people |= {role: worker(role) for role in WORKERS if role not in people}
    people["everything"] = create_person("everything", is_staff=True, is_superuser=True)
    for role in WORKERS:
        grant_role(people["everything"], role)
    guests = {whose: what_a_guest_has(whose) for whose in ("own", "other")}
    drain()
    things = what_is_shared(people, category, own, other) | of_public_funds(lake) | GUESSES
    things |= of_the_network(people, holder)
    things |= of_a_maker(own, "own") | of_a_maker(other, "other")
    things |= of_a_fund(lake, "own") | of_a_fund(hill, "other")
    return SimpleNamespace(
        people=people, things=things, own=own, other=other, lake=lake, hill=hill, guests=guests, holder=holder
    )


def create_person(name, **fields):
    """Two rooms' factories number their people alike; ours are named."""
    return factories.create_person(email=f"{name}@example.org", **fields)


def worker(role):
    """Somebody who does this for the network; the demo's staff are made the same way."""
    person = create_person(role, is_staff=True, is_superuser=role == "admin")
    grant_role(person, role)
    return person


def what_waits_for_a_second_person(treasurer):
    """An account of the network's own; named before there is money on the one in use."""
    facts = {"bank_name": "Krungthai Bank", "bank_account": "9001234567", "promptpay_id": "", "takes_cards": False}
    return name_holder(legal_name="เครือข่ายใหม่", by=treasurer, **facts)


def what_a_guest_has(whose):
    """Without an account: she proves her contact."""
    contact = f"guest.{whose}@example.org"
    guest = Subject(None, (contact,))
    return SimpleNamespace(
        contact=contact,
        copy=ask_for_copy(guest, language="th"),
        consent=record_consent("newsletter", text_version="1", contact=contact),
    )


def what_a_maker_has(reviewer):
    seller = create_seller()
    organisation, owner = seller.organisation, seller.person
    helper = create_person(f"helper.{organisation.slug}")
    colleague = create_person(f"colleague.{organisation.slug}", email_verified=False)
    add_member(organisation, colleague, by=owner)
    listing = create_live_listing(seller, reviewer=reviewer, left=50)
    return SimpleNamespace(
        seller=seller,
        organisation=organisation,
        owner=owner,
        delegate=helper,
        delegation=grant_delegate(organisation, helper, by=owner),
        colleague=colleague,
        listing=listing,
        draft=create_complete_draft(seller),
        change=change_price(listing, satang=700_00, by=owner),
        report=report_listing(listing, reason="other"),
        order=create_order(listing),
        sold=sold(listing),
        slip=slip_for(attempt_of(create_order(listing))),
        refund=refund_of(create_order(listing)),
        account=enter_payout_account(organisation, name="นก", bank="Krungthai Bank", account="9001234567", by=owner),
        certificate=certificate_of(listing),
        copy=ask_for_copy(subject_of(owner), language="th"),
        consent=record_consent("newsletter", text_version="1", user=owner),
    )


def certificate_of(listing):
    facts = {"scheme": "halal", "number": "1", "about": listing.ref, "picture": photo()}
    return enter_certificate(listing.owner.organisation, public_id=new_public_id(), by=listing.owner.person, **facts)


def sold(listing):
    order = create_order(listing)
    paid(attempt_of(order))
    return order


def attempt_of(thing):
    return PaymentAttempt.objects.get(parts__ref=thing.ref)


def slip_for(attempt):
    return hand_in_slip(attempt, picture=photo(), trans_ref=f"014:{attempt.public_id}")


def refund_of(order):
    attempt = paid(attempt_of(order))
    part = attempt.parts.get()
    return ask_refund(part, amount=part.amount, reason="ไม่ต้องการแล้ว", key=f"refund:{attempt.public_id}")


def what_a_fund_has(slug, member):
    """With a bank account of its own, and a steward that is no maker."""
    organisation = create_organisation()
    steward, asker = create_person(f"steward.{slug}"), create_person(f"asker.{slug}")
    add_member(organisation, steward, role="owner")
    fund = make_fund(slug, holder=create_holder(is_default=False, organisation=organisation))
    fund.steward = organisation
    fund.save()
    cash = open_account("cash:world", side="debit")
    gift = Transfer(debit=cash, credit=fund.available, amount=20_000_00)
    post_entry(key=f"gift:{slug}", kind="opening", transfers=[gift])
    pledge, attempt = pledge_to(fund, key=f"{slug}:paid")
    paid(attempt)
    _waiting, unpaid = pledge_to(fund, key=f"{slug}:unpaid")
    facts = {"amount": 800_00, "payee": PAYEE, "purpose": "ค่าพันธุ์ไม้โกงกาง"}
    add_member(organisation, asker)
    payout = ask_fund_payout(fund, by=asker, key=f"{slug}:payout", **facts)
    payout.picture.save("transfer.jpg", photo())
    return SimpleNamespace(
        fund=fund,
        steward=steward,
        pledge=pledge,
        slip=slip_for(unpaid),
        payout=payout,
        expense=hand_in_expense(
            fund,
            by=member,
            organisation=member.memberships.get().organisation,
            key=f"{slug}:expense",
            picture=photo(),
            **facts,
        ),
    )


def of_a_maker(maker, whose):
    listing, consignment = maker.listing, maker.sold.consignments.get()
    listed = {"public_id": listing.public_id, "slug": listing.slug, "stem": listing.images.get().stem}
    drafted = {"public_id": maker.draft.public_id, "stem": maker.draft.images.get().stem}
    return {
        ("desk:certificate_picture", whose): {"public_id": maker.certificate.public_id},
        ("desk:end_helper", whose): {"public_id": maker.delegate.public_id},
        ("desk:withdraw_certificate", whose): {"public_id": maker.certificate.public_id},
        ("desk_members", whose): {"public_id": maker.colleague.public_id},
        ("desk_orders", whose): {"public_id": consignment.public_id},
        ("goods", whose): listed,
        ("goods:preview", whose): drafted,
        ("goods:edit", whose): drafted,
        ("privacy:fetch", whose): {"public_id": maker.copy.public_id},
    }


def of_a_fund(one, whose):
    return {
        ("funding_desk", whose): {"slug": one.fund.slug},
        ("funding_desk:expense", whose): {"public_id": one.expense.public_id},
        ("funding_desk:expense_picture", whose): {"public_id": one.expense.public_id},
        ("payments_desk:slip", f"{whose} fund"): {"public_id": one.slip.public_id},
        ("payments_desk:slip_picture", f"{whose} fund"): {"public_id": one.slip.public_id},
        ("payments_desk:payout", f"{whose} fund"): {"public_id": one.payout.public_id},
        ("payments_desk:payout_picture", f"{whose} fund"): {"public_id": one.payout.public_id},
    }


def of_public_funds(one):
    facts = {"steward": one.fund.steward, "dimension": one.fund.dimension, "holder": one.fund.holder}
    draft = Fund.objects.create(slug="draft-fund", **facts)
    draft.write_texts("th", name="กองทุนป่า", purpose="ปลูกป่า")
    charters = {(f"funding_desk:{name}", "all"): {"slug": draft.slug} for name in CHARTERS}
    return charters | {("funds", "all"): {"slug": one.fund.slug, "token": one.pledge.token}}


def what_is_shared(people, category, own, other):
    """What a link or anybody opens: the token is the right to it."""
    return {
        **of_the_shop(category, own),
        **of_orders(own, other),
        **of_pages(own.listing),
        **of_people(people, own),
        **of_workers(own),
        ("goods:new", "all"): {"public_id": new_public_id()},
        ("goods:new", "other"): {"public_id": other.listing.public_id},
        ("desk_money", "all"): {"month": f"{own.order.date_placed:%Y-%m}"},
    }


def of_the_shop(category, own):
    return {
        ("basket", "all"): {"public_id": own.listing.public_id},
        ("catalogue", "all"): {"slug": own.listing.slug},
        ("catalogue:category", "all"): {"slug": category.slug},
        ("checkout:arrive", "all"): {"token": "of a basket that is not there"},
        ("short-link", "all"): {"public_id": own.listing.public_id},
        ("shop-link", "all"): {"public_id": own.seller.public_id},
    }


def of_orders(own, other):
    refunded = own.refund.part.attempt.token
    return {
        ("orders", "all"): {"token": own.order.token, "position": "1"},
        ("orders:receipt", "all"): {"token": own.sold.token},
        ("pay", "all"): {"token": attempt_of(own.order).token},
        ("pay:refund_account", "all"): {"token": refunded, "refund": own.refund.public_id},
        ("pay:refund_account", "other"): {"token": refunded, "refund": other.refund.public_id},
    }


def of_pages(listing):
    document = Document.objects.create(title="ระเบียบ", file=ContentFile(b"...", "rules.txt"))
    return {
        ("choose-language", "all"): {"code": "en"},
        ("django.contrib.sitemaps.views.sitemap", "all"): {"section": "pages"},
        ("media", "all"): {"path": listing.images.get().original.name},
        ("page", "all"): {"0": ""},
        ("stories_feed_in", "all"): {"language": "en"},
        ("wagtail_serve", "all"): {"0": ""},
        ("wagtailcore_authenticate_with_password", "all"): {},
        ("wagtaildocs_authenticate_with_password", "all"): {},
        ("wagtaildocs_serve", "all"): {"0": document.pk, "1": document.filename},
    }


def of_people(people, own):
    invitation = create_invitation(by=people["coordinator"])
    asked = {"token": token_of(invitation)}
    _pass, token = make_pass(own.colleague, by=own.owner)
    joining = [people["buyer"].public_id, own.organisation.public_id, "colleague", own.owner.public_id]
    erasure = ask_to_be_forgotten(subject_of(create_person("leaver")), language="th")
    recovery = ask_to_come_back(parse_contact("new@example.org"), user=own.colleague)
    return {
        ("desk_invitations", "all"): {"public_id": invitation.public_id},
        ("me:page", "all"): {"name": "orders"},
        ("mfa_edit_webauthn", "all"): {},
        ("mfa_remove_webauthn", "all"): {},
        ("organisations:handed_over", "all"): {"public_id": own.organisation.public_id, "token": token},
        ("organisations:help_asked", "all"): {"token": make_helper_link(own.organisation, by=own.owner)},
        ("organisations:invitation", "all"): asked,
        ("organisations:invitation_code", "all"): asked,
        ("organisations:join", "all"): {"token": signing.dumps(joining, salt=SALT)},
        ("people:pass", "all"): {"token": token},
        ("privacy:take_back", "all"): {"token": erasure.token},
        ("recovery:vouch", "all"): {"token": recovery.token},
        ("recovery:stop", "all"): {"token": stop_token(recovery)},
    }


def of_the_network(people, holder):
    """Its roles, its account, and what it answers people about their data."""
    request = note_request(key="request", kind="other", user=people["buyer"], words="มีอะไรของฉันบ้าง")
    told = {"what": "ส่งรายชื่อผิดคน", "whose": "ผู้ซื้อ 3 คน", "noticed_at": now()}
    breach = note_breach(key="breach", by=people["admin"], **told)
    return {
        ("desk:end_role", "all"): {"public_id": people["treasurer"].public_id, "role": "treasurer"},
        ("payments_desk:judge_holder", "all"): {"public_id": holder.public_id},
        ("privacy_desk:breach", "all"): {"public_id": breach.public_id},
        ("privacy_desk:request", "all"): {"public_id": request.public_id},
    }


def of_workers(own):
    return {
        ("desk:certificate", "all"): {"public_id": own.certificate.public_id},
        ("payments_desk:payout_account", "all"): {"public_id": own.account.public_id},
        ("payments_desk:refund", "all"): {"public_id": own.refund.public_id},
        ("payments_desk:slip", "all"): {"public_id": own.slip.public_id},
        ("payments_desk:slip_picture", "all"): {"public_id": own.slip.public_id},
        ("review:change", "all"): {"pk": own.change.pk},
        ("review:listing", "all"): {"public_id": own.draft.public_id},
        ("review:report", "all"): {"pk": own.report.pk},
    }
