"""Money out, as the past of the demo tells it: accounts checked, sellers paid once, a fund that has spent something."""

import random
from datetime import timedelta

from django.utils import timezone

from funding.actions import accept_expense, ask_fund_payout, hand_in_expense
from funding.models import Expense, Fund
from marketplace.owed.actions import ask_seller_payouts
from network.clock import frozen
from network.organisations.models import Organisation
from network.payments.actions import approve_payout, check_payout_account, enter_payout_account, record_payout
from network.payments.models import Payout, PayoutAccount

from .content import read, satang
from .people import owner_of, staff
from .receipts import receipt_picture

BANKS = ["Krungthai Bank", "Bank for Agriculture (BAAC)", "Islamic Bank of Thailand", "Government Savings Bank"]
FUND = "water-coast-fund"
SPENT = {"amount": 12_400, "purpose": "ค่ากล้าไม้โกงกาง 800 ต้น", "resolution": "2569-3"}
EXPENSES = [
    ("receipt-paid", 640, "ค่าถุงมือและถุงขยะวันเก็บขยะชายหาด"),
    ("receipt-waits", 385, "ค่าน้ำดื่มอาสาสมัคร 60 คน"),
]


def seed_payout_accounts():
    """One invented account for each organisation that sells, checked by a treasurer."""
    for row in read("organisations")["organisations"]:
        if row["sells_products"]:
            organisation = Organisation.objects.get(slug=row["key"])
            if not PayoutAccount.objects.checked().filter(organisation=organisation).exists():
                account = account_of(organisation)
                entered = enter_payout_account(organisation, **account, by=owner_of(row["key"]))
                check_payout_account(entered, by=staff("treasurer"))


def account_of(organisation):
    """Zeros first: no bank has given such a number to anybody."""
    chance = random.Random(organisation.slug)  # noqa: S311 (a story, no secret)
    number = f"000{chance.randint(10**6, 10**7 - 1)}"
    return {"name": f"{organisation.name} (บัญชีสมมติ)", "bank": chance.choice(BANKS), "account": number}


def seed_payouts():
    """What was due three weeks ago was paid then; one fund has paid for seedlings and gave a member her money back."""
    with frozen(timezone.now() - timedelta(days=21)):
        sellers = Organisation.objects.filter(payout_accounts__isnull=False).distinct()
        for payout in ask_seller_payouts(list(sellers), by=staff("treasurer"), key="demo"):
            send(payout)
        fund = Fund.objects.get(slug=FUND)
        payee = {"payee_name": "สวนกล้าไม้สมมติ", "payee_bank": "Krungthai Bank", "payee_account": "0001112223"}
        facts = SPENT | {"amount": satang(SPENT["amount"])}
        send(ask_fund_payout(fund, payee=payee, by=owner_of(fund.steward.slug), key="demo", **facts))
    seed_expenses(fund)


def send(payout):
    """Approved and transferred, unless that was seeded before."""
    if payout.state == Payout.State.ASKED:
        for approver in ("treasurer2", "treasurer", "admin")[: 1 + payout.needs_second]:
            approve_payout(payout, by=staff(approver))
        record_payout(payout, by=staff("treasurer"), bank_reference=f"DEMO-{payout.public_id}")


def seed_expenses(fund):
    organisation = (
        Organisation.objects.exclude(pk=fund.steward_id).filter(seller__isnull=False).order_by("slug").first()
    )
    member = owner_of(organisation.slug)
    for key, baht, purpose in EXPENSES:
        if Expense.objects.filter(key=f"demo-{key}").exists():
            continue
        payee = {"payee_name": member.get_full_name(), "payee_bank": BANKS[0], "payee_account": "0004445556"}
        expense = hand_in_expense(
            fund,
            amount=satang(baht),
            payee=payee,
            purpose=purpose,
            picture=receipt_picture(purpose, satang(baht)),
            by=member,
            organisation=organisation,
            key=f"demo-{key}",
        )
        if key == "receipt-paid":
            send(accept_expense(expense, by=owner_of(fund.steward.slug)).payout)
