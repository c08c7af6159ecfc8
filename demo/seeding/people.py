"""The demo's people: staff with a second factor, and one owner per organisation that sells or stewards.

Nobody here exists. Owners have no e-mail, as in the villages: a coordinator's QR lets them in. Staff sign in with
the password printed at start, and the current code from the demo mailbox.
"""

from network.organisations.actions import add_member, grant_role
from network.organisations.models import Organisation
from network.people.actions.second_factor import enrol_totp
from network.people.models import User

from .content import read
from .password import DEMO_PASSWORD

STAFF = [
    ("admin", "อัฐพล", "ผู้ดูแลระบบ", "admin"),
    ("editor", "ปาริชาติ", "บรรณาธิการ", "editor"),
    ("reviewer", "วราภรณ์", "ผู้ตรวจสินค้า", "reviewer"),
    ("treasurer", "นิพนธ์", "เหรัญญิก", "treasurer"),
    ("treasurer2", "สุดา", "เหรัญญิกคนที่สอง", "treasurer"),
    ("coordinator", "อารีย์", "ผู้ประสานงาน", "coordinator"),
    ("coordinator2", "ธิดา", "ผู้ประสานงานคนที่สอง", "coordinator"),
]


def seed_staff():
    """Seven people of the network, each with TOTP enrolled."""
    for name, first, last, role in STAFF:
        email = f"{name}@example.org"
        user = User.objects.filter(email=email).first()
        if user is None:
            shape = {"first_name": first, "last_name": last, "email_verified": True, "is_staff": True}
            user = User.objects.create_user(email, DEMO_PASSWORD, **shape, is_superuser=role == "admin")
        grant_role(user, role)
        enrol_totp(user)


def staff(name):
    return User.objects.get(email=f"{name}@example.org")


def seed_owners():
    """One owner for each organisation that sells, hosts or stewards."""
    stewards = {row["steward"] for row in read("funds")["funds"]}
    for row in read("organisations")["organisations"]:
        if row["sells_products"] or row["hosts_experiences"] or row["key"] in stewards:
            add_member(
                Organisation.objects.get(slug=row["key"]), owner_of(row["key"]), role="owner", by=staff("coordinator")
            )


def owner_of(key):
    """The invented owner of an organisation; known by an invented LINE name, without e-mail or phone."""
    uid, (first, last) = f"U-demo-{key}", read("owners")["owners"][key]
    found = User.objects.filter(line_uid=uid).first()
    return found or User.objects.create_user(line_uid=uid, first_name=first, last_name=last)
