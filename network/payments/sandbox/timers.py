"""What happens by itself: the worker that keeps timers and delivers webhooks."""

import json
import logging
import threading

from network.payments.sandbox import checkout_payments, checkout_sessions, refunds
from network.payments.sandbox.sandbox import Sandbox
from network.payments.sandbox.webhooks import deliver_next

log = logging.getLogger(__name__)

ACTIONS = {
    "expire": checkout_sessions.expire_when_due,
    "promptpay": checkout_payments.settle_promptpay_when_due,
    "refund": refunds.settle_when_due,
}
LONGEST_SLEEP = 1.0


def run_due_timers(sandbox: Sandbox) -> int:
    """Do everything whose time has come, oldest first; returns how much that was."""
    due = sandbox.store.rows("SELECT * FROM timer WHERE due_at <= ? ORDER BY due_at, id", sandbox.now())
    for timer in due:
        _run(sandbox, timer)
    return len(due)


def _run(sandbox, timer):
    """A timer and its effect are one transaction; one that fails is put aside and logged."""
    try:
        with sandbox.store.transaction():
            if sandbox.store.write("DELETE FROM timer WHERE id = ?", timer["id"]):
                ACTIONS[timer["action"]](sandbox, timer["subject"], json.loads(timer["detail"]))
    except Exception:
        log.exception("timer %(action)s of %(subject)s failed", timer)
        sandbox.store.write("DELETE FROM timer WHERE id = ?", timer["id"])


class Worker(threading.Thread):
    """Runs timers, then deliveries, then sleeps until something is due or somebody wakes it."""

    def __init__(self, sandbox: Sandbox):
        super().__init__(name="sandbox-worker", daemon=True)
        self.sandbox = sandbox
        self.stopping = False

    def run(self) -> None:
        while not self.stopping:
            self.sandbox.wake.clear()
            try:
                run_due_timers(self.sandbox)
                pause = 0.0 if self._deliver_one() else self._until_next()
            except Exception:
                log.exception("the worker failed and goes on")
                pause = LONGEST_SLEEP
            self.sandbox.wake.wait(pause)

    def stop(self) -> None:
        self.stopping = True
        self.sandbox.wake.set()
        self.join(timeout=2)

    def _deliver_one(self) -> bool:
        """One at a time: a receiver that hangs delays no timer by more than its own timeout."""
        return not self.sandbox.setting("webhooks")["paused"] and deliver_next(self.sandbox)

    def _until_next(self) -> float:
        next_due = self.sandbox.store.rows(
            "SELECT min(due_at) AS moment FROM (SELECT due_at FROM timer"
            " UNION ALL SELECT due_at FROM delivery WHERE state = 'pending')"
        )[0]["moment"]
        if next_due is None:
            return LONGEST_SLEEP
        return min(max(next_due - self.sandbox.now(), 0.01), LONGEST_SLEEP)
