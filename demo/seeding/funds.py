"""Funds with their opening balances, and a believable past of pledges, made by the real actions."""

import random
from datetime import timedelta

from django.utils import timezone

from funding.actions import commit_money, make_pledge, open_fund, record_opening_balance
from funding.models import Fund, Pledge
from network.organisations.models import Dimension, Organisation
from network.payments.actions import settle
from network.payments.gateways.base import Outcome, State
from network.payments.models import PaymentAttempt

from .content import picture, read, satang
from .money import holder_of

EXEMPTION = {
    "th": "กองทุนสาธิต ไม่มีการเรี่ยไรเงินจริง จึงไม่ต้องมีใบอนุญาตตามพระราชบัญญัติควบคุมการเรี่ยไร พ.ศ. 2487",
    "en": "A demo fund: no real money is asked for, so no permit under the Solicitation Control Act B.E. 2487 is needed.",
}
NAMES = [
    "ณัฐวดี ศรีสงขลา",
    "บริษัท ทะเลใต้ จำกัด",
    "ครอบครัวแก้วมณี",
    "Lim Wei Jie",
    "ชมรมคนรักหาดสมิหลา",
    "Nur Aisyah",
    "ปกรณ์ ทองแท้",
]
AMOUNTS = [100, 200, 300, 300, 500, 500, 500, 1000, 1000, 2000, 5000]


def seed_funds():
    opened = timezone.now() - timedelta(days=120)
    for row in read("funds")["funds"]:
        if Fund.objects.filter(slug=row["key"], state=Fund.State.OPEN).exists():
            continue
        fund = make_fund(row)
        open_fund(fund, at=opened)
        record_opening_balance(fund, amount=satang(row["opening_balance_thb"]), at=opened)
        if row["committed_thb"]:
            commit_money(fund, amount=satang(row["committed_thb"]), resolution="2569-1", at=opened + timedelta(days=30))


def make_fund(row):
    fund, _made = Fund.objects.update_or_create(
        slug=row["key"],
        defaults={
            "steward": Organisation.objects.get(slug=row["steward"]),
            "dimension": Dimension.objects.get(key=row["dimension"]),
            "holder": holder_of(row["steward"]),
            "goal": satang(row["opening_balance_thb"] // 4),
            "is_exempt": True,
            "is_fictional": True,
        },
    )
    for language, name in row["name"].items():
        texts = {"name": name, "purpose": row["purpose"].get(language, row["purpose"]["en"])}
        texts |= {
            "governance": row["governance"].get(language, ""),
            "exemption": EXEMPTION.get(language, EXEMPTION["en"]),
        }
        fund.write_texts(language, **texts)
    if not fund.picture and (upload := picture("funds", row["key"])):
        fund.picture.save(upload.name, upload)
    return fund


def seed_pledges():
    """Some weeks of pledges to each fund, the same at each run."""
    for fund in Fund.objects.accepting_pledges().order_by("slug"):
        chance = random.Random(fund.slug)  # noqa: S311 (a story, no secret)
        for number in reversed(range(chance.randint(9, 16))):
            key = f"demo-{fund.slug}-{number}"
            if not Pledge.objects.filter(key=key).exists():
                seed_pledge(fund, key, chance, days_ago=3 + 6 * number)


def seed_pledge(fund, key, chance, *, days_ago):
    at = timezone.now() - timedelta(days=days_ago, hours=chance.randint(0, 9))
    shown_as = chance.choice(["named", "named", "named", "amount", "anonymous"])
    pledge, attempt = make_pledge(
        fund=fund,
        key=key,
        amount=satang(chance.choice(AMOUNTS)),
        gateway="promptpay",
        shown_as=shown_as,
        name=chance.choice(NAMES) if shown_as == "named" else "",
        language="th",
        terms_version="demo",
        at=at,
    )
    if attempt.status == PaymentAttempt.Status.CREATED:
        settle(attempt, outcome=Outcome(State.PAID, pledge.amount), at=at + timedelta(minutes=12))
