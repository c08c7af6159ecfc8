import pytest
from django.utils import timezone

from funding.actions import make_pledge, open_fund
from funding.models import Fund
from network.organisations.models import Dimension, Organisation
from network.outbox.testing import drain
from network.payments.actions import settle
from network.payments.gateways.base import Outcome, State
from tests.network.payments.conftest import make_holder


def make_fund(slug="lake-fund", **changes):
    dimension, _made = Dimension.objects.get_or_create(key="sustainable-environment")
    dimension.write_texts("th", name="สิ่งแวดล้อมยั่งยืน")
    steward, _made = Organisation.objects.get_or_create(slug="lake-friends")
    steward.write_texts("th", name="กลุ่มรักทะเลสาบ")
    holder = changes.pop("holder", None) or make_holder(bank_name="ธนาคารสาธิต", is_default=False)
    fund = Fund.objects.create(
        slug=slug, steward=steward, dimension=dimension, holder=holder, is_exempt=True, **changes
    )
    fund.write_texts("th", name="กองทุนทะเลสาบ", purpose="ฟื้นฟูทะเลสาบ", exemption="ขอรับจากสมาชิกเครือข่ายเท่านั้น")
    fund.write_texts(
        "en", name="Lake Fund", purpose="Restores the lake.", exemption="Asks members of the network only."
    )
    return open_fund(fund)


def pledge_to(fund, *, key="one", amount=500_00, shown_as="named", name="สมหญิง ใจดี", gateway="promptpay", **more):
    return make_pledge(
        fund=fund,
        key=key,
        amount=amount,
        gateway=gateway,
        shown_as=shown_as,
        name=name,
        contact="donor@example.org",
        terms_version="2026-11",
        **more,
    )


def paid(attempt, fee=0):
    settle(
        attempt, outcome=Outcome(State.PAID, attempt.amount, "THB", f"pi_{attempt.public_id}", fee), at=timezone.now()
    )
    drain()
    attempt.refresh_from_db()
    return attempt


@pytest.fixture
def fund(db):
    return make_fund()
