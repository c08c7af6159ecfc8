"""The steps of the Checkout page: choose how to pay, scan, confirm with the bank, done."""

from collections.abc import Callable
from urllib.parse import parse_qs

from network.payments.sandbox import checkout_payments
from network.payments.sandbox.checkout_payments import Declined, NotOpen
from network.payments.sandbox.errors import StripeError
from network.payments.sandbox.exchange import Reply, Request
from network.payments.sandbox.hosted.card_form import read_card_form, read_email
from network.payments.sandbox.hosted.screens import bank_screen, ending_screen, missing_screen, qr_screen, ways_screen
from network.payments.sandbox.hosted.texts import choose_language
from network.payments.sandbox.hosted.visit import Visit
from network.payments.sandbox.sandbox import Sandbox

PREFIX = "/c/pay/"


def answer(sandbox: Sandbox, request: Request) -> Reply:
    """Show or do one step; a closed session and a decline are screens like any other."""
    session_id, _, step = request.path.removeprefix(PREFIX).partition("/")
    session = sandbox.store.get(session_id, "checkout.session")
    asked = parse_qs(request.query).get("lang", [""])[0]
    accepted = request.headers.get("Accept-Language", "")
    texts = choose_language(asked, session["locale"] if session else None, accepted)
    perform = STEPS.get((request.method, step))
    if session is None or perform is None:
        return missing_screen(texts)
    form = {key: values[0] for key, values in parse_qs(request.body.decode("utf-8", "replace")).items()}
    visit = Visit(sandbox, session, texts, form)
    try:
        checkout_payments.open_session(sandbox, session_id)
        return perform(visit)
    except NotOpen as closed:
        return _closed(visit.of(closed.session), submitted=request.method == "POST")
    except Declined as declined:
        return ways_screen(visit, {"": declined.decline_code}, status=402)
    except StripeError:  # a step out of turn, such as the bank's page before any card
        return visit.redirect("")


def _closed(visit, *, submitted):
    """A second click follows the first one to the shop; an old tab is told how things stand."""
    paid = visit.session["payment_status"] == "paid"
    return visit.to_shop() if submitted and paid else ending_screen(visit)


def choose(visit: Visit) -> Reply:
    return ways_screen(visit, {})


def pay_by_card(visit: Visit) -> Reply:
    card, email, mistakes = read_card_form(visit)
    if mistakes or card is None:
        return ways_screen(visit, mistakes, status=422)
    if checkout_payments.pay_by_card(visit.sandbox, visit.session["id"], card, email) == "asked":
        return visit.redirect("bank")
    return visit.to_shop()


def ask_bank(visit: Visit) -> Reply:
    return bank_screen(visit)


def answer_bank(visit: Visit) -> Reply:
    agreed = visit.form.get("outcome") == "confirm"
    checkout_payments.confirm_with_bank(visit.sandbox, visit.session["id"], agreed=agreed)
    return visit.to_shop()


def begin_promptpay(visit: Visit) -> Reply:
    email, mistakes = read_email(visit, "promptpay-email")
    if mistakes:
        return ways_screen(visit, mistakes, status=422)
    checkout_payments.show_qr(visit.sandbox, visit.session["id"], email)
    return visit.redirect("promptpay")


def show_qr(visit: Visit) -> Reply:
    intent = visit.sandbox.store.get(visit.session["payment_intent"] or "")
    if not intent or not intent["next_action"] or "promptpay_display_qr_code" not in intent["next_action"]:
        return visit.redirect("")
    return qr_screen(visit, intent["next_action"]["promptpay_display_qr_code"]["data"])


def end_promptpay(visit: Visit) -> Reply:
    outcome, session_id = visit.form.get("outcome"), visit.session["id"]
    if outcome == "later":
        checkout_payments.postpone_promptpay(visit.sandbox, session_id)
        return visit.redirect("")
    checkout_payments.settle_promptpay(visit.sandbox, session_id, paid=outcome == "paid")
    return visit.to_shop()


STEPS: dict[tuple[str, str], Callable[[Visit], Reply]] = {
    ("GET", ""): choose,
    ("POST", "card"): pay_by_card,
    ("GET", "bank"): ask_bank,
    ("POST", "bank"): answer_bank,
    ("POST", "promptpay"): begin_promptpay,
    ("GET", "promptpay"): show_qr,
    ("POST", "outcome"): end_promptpay,
}
