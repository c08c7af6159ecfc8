"""The doors of the house: behind each name, what every role is answered there."""

from dataclasses import dataclass

OPEN, SIGN_IN, PROOF, SECOND_STEP = "open", "sign in", "proof", "second step"
REFUSED, HIDDEN = "refused", "hidden"
# In the order of the table. The seller owns the maker whose things are "own", the delegate acts for it; the steward
# belongs to the organisation that answers for the fund that is "own", and to no maker.
ROLES = (
    "anonymous",
    "buyer",
    "seller",
    "delegate",
    "steward",
    "coordinator",
    "treasurer",
    "reviewer",
    "editor",
    "admin",
)
PEOPLE = ROLES[1:]
MEMBERS = ("seller", "delegate", "steward")
WORKERS = ROLES[5:]


@dataclass(frozen=True)
class Door:
    """Who is let in, and what the others are told; `why` is for the reader of docs/access.md."""

    why: str
    opens: tuple = ()
    hidden: tuple = ()
    shown_again: tuple = ()
    sent_to_sign_in: tuple = ()
    others: str = REFUSED
    anonymous: str = SIGN_IN

    def answer(self, role):
        if role in self.opens:
            return OPEN
        if role in self.hidden:
            return HIDDEN
        if role in self.shown_again:
            return SECOND_STEP
        if role in self.sent_to_sign_in:
            return SIGN_IN
        return self.anonymous if role == "anonymous" else self.others


DOORS = {
    "anyone": Door("Public, or opened by an unguessable link: whoever has it.", ROLES),
    "demo": Door("On the demo, from this machine itself; nothing stands there anywhere else.", ROLES),
    "nobody": Door("Nothing stands there as long as it is not set up.", anonymous=HIDDEN, others=HIDDEN),
    "sign-in": Door("Leads to the sign-in page, whoever comes.", others=SIGN_IN),
    "people": Door("Whoever is signed in; she sees and changes only what is hers.", PEOPLE),
    "own data": Door(
        "Whoever is signed in, and a guest who has proved a contact: what is kept of herself, and of nobody else.",
        PEOPLE,
        anonymous=PROOF,
    ),
    "her data": Door(
        "A copy of the seller's data, or a consent of hers: she alone.", ("seller",), others=HIDDEN, anonymous=PROOF
    ),
    "another's data": Door("Somebody else's: as if not there.", others=HIDDEN, anonymous=PROOF),
    "guest's code": Door(
        "A guest to whom a code was sent; whoever has none is asked for her contact first.",
        others=PROOF,
        anonymous=PROOF,
    ),
    "members": Door("Who acts for an organisation, and only for that one.", MEMBERS),
    "owners": Door("Who owns an organisation; its delegates ask nobody else in.", ("seller", "steward")),
    "maker": Door(
        "A maker's own: its people and delegates; as if not there for other organisations.",
        ("seller", "delegate"),
        ("steward",),
    ),
    "foreign": Door("Another maker's: as if not there.", hidden=MEMBERS),
    "hidden": Door("Not hers, whoever she is: as if not there.", others=HIDDEN),
    "steward": Door(
        "A fund's own: its steward's members; as if not there for all others.", ("steward",), others=HIDDEN
    ),
    "payee": Door(
        "A receipt handed in: who handed it in, and the fund's steward.", ("seller", "steward"), others=HIDDEN
    ),
    "payer": Door("What somebody handed in to be paid back: herself.", ("seller",), others=HIDDEN),
    "judges": Door("The fund's steward, and the network's treasurers.", ("steward", "treasurer"), others=HIDDEN),
    "treasurers' own": Door("Of the network's own account: its treasurers.", ("treasurer",), others=HIDDEN),
    "treasurers": Door("The network's treasurers.", ("treasurer",)),
    "account keepers": Door(
        "Those who name the network's account and compare it with the bank book: two of them.", ("treasurer", "admin")
    ),
    "fund makers": Door(
        "Who prepares and opens the network's funds: one writes, another opens.", ("coordinator", "treasurer", "admin")
    ),
    "coordinators": Door("The network's coordinators.", ("coordinator",)),
    "reviewers": Door("The network's reviewers; an administrator stands in.", ("reviewer", "admin")),
    "admins": Door("The network's administrators.", ("admin",)),
    "certifiers": Door("The network's reviewers and coordinators.", ("coordinator", "reviewer")),
    "own certificate": Door(
        "A certificate's photo: its maker's people and delegates, and those who compare it.",
        ("seller", "delegate", "coordinator", "reviewer"),
        others=HIDDEN,
    ),
    "another's certificate": Door(
        "A photo of another maker's: those who compare it.", ("coordinator", "reviewer"), others=HIDDEN
    ),
    "helpers": Door("Coordinators, and owners of an organisation.", ("seller", "steward", "coordinator")),
    "own colleague": Door(
        "A member: coordinators, and the owner of her organisation.", ("seller", "coordinator"), ("steward",)
    ),
    "others' colleague": Door("A member of another organisation.", ("coordinator",), ("seller", "steward")),
    "asked": Door("The one person who was asked; the page tells the others that it is not theirs.", PEOPLE),
    "vouchers": Door("Those who may vouch for her: here the coordinators.", ("coordinator",), others=HIDDEN),
    "password": Door("Staff have a password; everybody else has none to lose.", WORKERS, others=HIDDEN),
    "again": Door("Who has a second step shows it once more; who has none signs in again.", WORKERS),
    "app": Door(
        "To be set up by who has none yet; who has one shows it first.",
        ("buyer", *MEMBERS),
        shown_again=WORKERS,
    ),
    "own app": Door(
        "Who has a second step, after showing it; the others have nothing here.", shown_again=WORKERS, others=HIDDEN
    ),
    "own passkey": Door("Who has a passkey shows it once more; the others show what they have.", shown_again=WORKERS),
    "chooser": Door("Those who act for the organisation that is chosen.", ("seller", "delegate"), others=HIDDEN),
    "pages": Door(
        "Those who write pages; what each may do there is Wagtail's to ask (docs/adr/0007).",
        ("coordinator", "editor", "admin"),
        others=SIGN_IN,
    ),
    "shop": Door("Staff whose work is the shop.", ("coordinator", "treasurer", "reviewer", "admin")),
    "closed": Door("Closed: it would go round the books, the reviewers or the access rules."),
    "staff": Door("Whoever works for the network.", WORKERS, sent_to_sign_in=("buyer", *MEMBERS)),
    "look": Door(
        "Administrators look; nobody writes there (tests/network/shell/test_admin_site.py).",
        ("admin",),
        sent_to_sign_in=("buyer", *MEMBERS),
    ),
    "sealed": Door("Nobody, however powerful: this site only shows.", sent_to_sign_in=("buyer", *MEMBERS)),
}
