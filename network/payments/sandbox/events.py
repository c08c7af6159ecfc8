"""Events: what happened, kept for `events.list` and planned for delivery in the same transaction."""

from network.payments.sandbox.errors import invalid_parameter
from network.payments.sandbox.lists import as_list, listing, page, public
from network.payments.sandbox.parameters import boolean, list_of, text
from network.payments.sandbox.sandbox import Sandbox
from network.payments.sandbox.webhooks import plan_deliveries

API_VERSION = "2026-10-28.endive"

LIST = listing(type=text(), types=list_of(text(), most=20), delivery_success=boolean())


def record(sandbox: Sandbox, kind: str, subject: dict, **previous) -> dict:
    """Store the event that `kind` happened to the subject as it is now."""
    data = {"object": public(subject)}
    if previous:
        data["previous_attributes"] = previous
    event = sandbox.new(
        "event",
        "evt_",
        api_version=API_VERSION,
        type=kind,
        data=data,
        pending_webhooks=0,
        request={"id": None, "idempotency_key": None},
    )
    plan_deliveries(sandbox, event)
    return event


def retrieve(sandbox: Sandbox, params: dict, event_id: str) -> dict:
    return _with_pending(sandbox, sandbox.fetch("event", event_id))


def list_events(sandbox: Sandbox, params: dict) -> dict:
    """Events newest first; `type` may end in a star, `types` may not."""
    if "type" in params and "types" in params:
        raise invalid_parameter("types", "Give type or types, not both.")
    conditions = [*_type_conditions(params), *_delivery_conditions(params)]
    found = page(sandbox, "event", "/v1/events", params, also=conditions)
    return as_list([_with_pending(sandbox, event) for event in found["data"]], found["url"], has_more=found["has_more"])


def _type_conditions(params):
    if "types" in params:
        marks = ", ".join("?" * len(params["types"]))
        return [(f"json_extract(body, '$.type') IN ({marks})", params["types"])]
    if params.get("type", "").endswith("*"):
        return [("json_extract(body, '$.type') GLOB ?", [params["type"]])]
    return [("json_extract(body, '$.type') = ?", [params["type"]])] if "type" in params else []


def _delivery_conditions(params):
    if "delivery_success" not in params:
        return []
    negation = "NOT" if params["delivery_success"] else ""
    undelivered = "SELECT 1 FROM delivery WHERE event = document.id AND state <> 'delivered'"
    return [(f"{negation} EXISTS ({undelivered})", [])]


def _with_pending(sandbox, event):
    pending = sandbox.store.rows(
        "SELECT count(*) AS n FROM delivery WHERE event = ? AND state = 'pending'", event["id"]
    )
    return {**event, "pending_webhooks": pending[0]["n"]}
