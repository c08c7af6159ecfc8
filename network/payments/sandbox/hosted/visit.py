"""One request of a buyer's browser for one session."""

from dataclasses import dataclass, replace
from string import punctuation
from urllib.parse import quote, urlsplit

from network.payments.sandbox.balance import in_baht
from network.payments.sandbox.exchange import Reply
from network.payments.sandbox.hosted.texts import money
from network.payments.sandbox.sandbox import Sandbox


@dataclass(frozen=True)
class Visit:
    sandbox: Sandbox
    session: dict
    texts: dict
    form: dict[str, str]

    def step(self, name: str) -> str:
        """The path of a step of this session, in the reader's language."""
        path = f"/c/pay/{self.session['id']}" + (f"/{name}" if name else "")
        return f"{urlsplit(self.sandbox.public_url).path}{path}?lang={self.texts['language']}"

    def redirect(self, step: str) -> Reply:
        return Reply(303, headers={"Location": self.step(step), "Cache-Control": "no-store"})

    def to_shop(self) -> Reply:
        return Reply(303, headers={"Location": self.success_address(), "Cache-Control": "no-store"})

    def success_address(self) -> str:
        """The shop's address with our id in it, in the ASCII that a header can carry."""
        address = self.session["success_url"].replace("{CHECKOUT_SESSION_ID}", self.session["id"])
        return quote(address, safe=punctuation)

    def shop_origin(self) -> str:
        """Where the shop lives: the one foreign address that our forms may end at."""
        parts = urlsplit(self.session["success_url"])
        return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"

    def money(self, satang: int) -> str:
        return money(in_baht(satang), self.texts)

    def say(self, name: str, **values) -> str:
        return self.texts[name].format(**values)

    def of(self, session: dict) -> "Visit":
        return replace(self, session=session)
