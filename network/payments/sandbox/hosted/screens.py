"""The screens of the Checkout page, put together from the templates."""

from datetime import datetime, timedelta, timezone

from network.payments.sandbox.cards import find_card
from network.payments.sandbox.exchange import Reply
from network.payments.sandbox.hosted.rendering import Html, full_page, join, qr_picture, render
from network.payments.sandbox.hosted.visit import Visit

THAI_TIME = timezone(timedelta(hours=7))
FIRST_CARD = {"number": "4242 4242 4242 4242", "expiry": "12/34", "cvc": "123"}
NOTHING = Html("")
MARKS = {  # drawn inside the diamond of the weave
    "complete": "m24 37 9 9 16-19",
    "waiting": "M36 23v14l9 6",
    "expired": "M36 23v15M36 47v.5",
    "missing": "M27 36h18",
}


def ways_screen(visit: Visit, mistakes: dict[str, str], *, status: int = 200) -> Reply:
    """Choose how to pay; `mistakes` are field → name of its text, "" for the whole payment."""
    session = visit.session
    sections = {"card": _card_section, "promptpay": _promptpay_section}
    moment = datetime.fromtimestamp(session["expires_at"], THAI_TIME)
    title = visit.say("pay_title", merchant=visit.sandbox.merchant)
    values = {
        **visit.texts,
        "pay_title": title,
        "amount": visit.money(session["amount_total"]),
        "lines": join(_line(visit, item) for item in session["_line_items"]),
        "open_until": visit.say("open_until", moment=f"{moment:%H:%M}"),
        "problems": _problems(visit, mistakes),
        "ways": join(sections[method](visit, mistakes) for method in session["payment_method_types"]),
        "cancel_link": _cancel_link(visit),
    }
    return _page(visit, title, render("pay", **values), status=status)


def qr_screen(visit: Visit, content: str) -> Reply:
    seconds = f"{visit.sandbox.setting('promptpay_delay'):g}"
    values = {
        **visit.texts,
        "action": visit.step("outcome"),
        "amount": visit.money(visit.session["amount_total"]),
        "back_to_ways": visit.step(""),
        "picture": qr_picture(content, visit.texts["qr_label"]),
        "qr_later_line": visit.say("qr_later_line", seconds=seconds),
    }
    return _page(visit, visit.texts["qr_title"], render("qr", **values), step="promptpay")


def bank_screen(visit: Visit) -> Reply:
    asked = visit.say("bank_line", amount=visit.money(visit.session["amount_total"]), merchant=visit.sandbox.merchant)
    values = {**visit.texts, "action": visit.step("bank"), "bank_line": asked}
    return _page(visit, visit.texts["bank_title"], render("bank", **values), step="bank")


def ending_screen(visit: Visit) -> Reply:
    """The session is over: paid, on its way, or expired."""
    session, texts = visit.session, visit.texts
    name = session["status"]
    if name == "complete" and session["payment_status"] == "unpaid":
        name = "waiting"
    amount = visit.money(session["amount_total"])
    line = visit.say(f"{name}_line", amount=amount, merchant=visit.sandbox.merchant)
    address = session["cancel_url"] if name == "expired" else visit.success_address()
    link = render("button_link", id="back", address=address, text=texts["back"]) if address else NOTHING
    title = texts[f"{name}_title"]
    return _page(visit, title, render("ending", name=name, mark=MARKS[name], title=title, line=line, link=link))


def missing_screen(texts: dict) -> Reply:
    title = texts["missing_title"]
    line = texts["missing_line"]
    body = render("ending", name="expired", mark=MARKS["missing"], title=title, line=line, link=NOTHING)
    return full_page(texts, title, body, status=404)


def _page(visit, title, body, *, status=200, step=""):
    here = visit.step(step).partition("?")[0]
    return full_page(visit.texts, title, body, status=status, leads_to=visit.shop_origin(), here=here)


def _line(visit, item):
    amount = visit.money(item["amount_total"])
    return render("line", name=item["description"], quantity=item["quantity"], amount=amount)


def _card_section(visit, mistakes):
    values = {**visit.texts, "action": visit.step("card"), "email_field": _email_field(visit, mistakes, "email")}
    typed = _typed(visit.form)
    values["pay"] = visit.say("pay", amount=visit.money(visit.session["amount_total"]))
    values |= {"number": typed["number"], "expiry_value": typed["expiry"], "cvc_value": typed["cvc"]}
    for field in ("number", "expiry", "cvc"):
        values[f"{field}_state"], values[f"{field}_error"] = _marks(visit, mistakes, field)
    return render("card", **values)


def _typed(form):
    """A first card to try, or what was typed; a number that is no test card is not repeated."""
    if "number" not in form:
        return FIRST_CARD
    typed = {field: form.get(field, "") for field in FIRST_CARD}
    return typed if find_card(typed["number"]) else {**typed, "number": ""}


def _promptpay_section(visit, mistakes):
    field = _email_field(visit, mistakes, "promptpay-email")
    return render("promptpay", **{**visit.texts, "action": visit.step("promptpay"), "email_field": field})


def _email_field(visit, mistakes, field):
    if visit.session["customer_email"]:
        return render("note", text=visit.say("receipt_to", email=visit.session["customer_email"]))
    state, error = _marks(visit, mistakes, field)
    value = visit.form.get("email", visit.session.get("_email", ""))
    return render("email_field", field=field, email=visit.texts["email"], value=value, state=state, error=error)


def _marks(visit, mistakes, field):
    """What a wrong field carries: its state for screen readers, and the words beside it."""
    if field not in mistakes:
        return NOTHING, NOTHING
    state = Html(f'aria-invalid="true" aria-describedby="{field}-error"')
    return state, render("field_error", id=f"{field}-error", text=visit.texts[mistakes[field]])


def _problems(visit, mistakes):
    if not mistakes:
        return NOTHING
    found = [
        render("problem", text=visit.texts.get(name, visit.texts["declined"]), field=field or "card")
        for field, name in mistakes.items()
    ]
    return render("problems", problem=visit.texts["problem"], list=join(found))


def _cancel_link(visit):
    if not visit.session["cancel_url"]:
        return NOTHING
    return render("link", id="cancel", address=visit.session["cancel_url"], text=visit.texts["cancel"])
