"""How we call Stripe: no worker waits longer than ten seconds, and nobody waits for a Stripe that is down."""

import threading
import time

import stripe

from .breaker import Breaker

CONNECT, READ, TOTAL = 3.0, 9.0, 9.5  # seconds; the total includes every retry
LEAST = 0.5  # seconds: with less left, another try is in vain

breaker = Breaker("stripe")


class Resting(stripe.APIConnectionError):
    """The breaker is open: Stripe was not asked."""


class PromptClient(stripe.RequestsClient):
    """Stripe's own HTTP client, with one deadline over all tries of a call and a breaker around them."""

    def __init__(self):
        self.until = threading.local()
        super().__init__(timeout=(CONNECT, READ))

    @property
    def _timeout(self):
        left = max(LEAST, getattr(self.until, "moment", time.monotonic() + TOTAL) - time.monotonic())
        return min(CONNECT, left), min(READ, left)

    @_timeout.setter
    def _timeout(self, value):
        """Given once by the library's own constructor; each call reckons its own."""

    def request_with_retries(self, *args, **kwargs):
        if not breaker.lets_through():
            raise Resting("Not asked: it failed again and again just now.")
        self.until.moment = time.monotonic() + TOTAL
        try:
            answer = super().request_with_retries(*args, **kwargs)
        except stripe.APIConnectionError:
            breaker.note_failure()
            raise
        _body, status, _headers = answer
        (breaker.note_failure if status >= 500 else breaker.note_success)()
        return answer

    def _should_retry(self, response, api_connection_error, num_retries, max_network_retries):
        time_left = self.until.moment - time.monotonic() - self._sleep_time_seconds(num_retries + 1)
        return time_left > LEAST and super()._should_retry(
            response, api_connection_error, num_retries, max_network_retries
        )
