"""Lists, pages of lists, and the inlining of objects that a caller asked to expand."""

from network.payments.sandbox.errors import invalid_parameter, missing_object
from network.payments.sandbox.parameters import expand, fields, integer, moment_or_range, text
from network.payments.sandbox.sandbox import Sandbox
from network.payments.sandbox.store import Conditions, equals

EXPANDABLE = {
    "balance_transaction",
    "charge",
    "failure_balance_transaction",
    "latest_charge",
    "payment_intent",
    "source",
}
LISTED = {  # property → (kind of owner, kind listed, property that names the owner)
    "line_items": ("checkout.session", "item", None),
    "refunds": ("charge", "refund", "charge"),
}


def listing(**filters):
    """The parameters of a list call: Stripe's own and the given filters."""
    return fields(
        expand=expand(),
        limit=integer(least=1, most=100),
        starting_after=text(),
        ending_before=text(),
        created=moment_or_range(),
        **filters,
    )


def page(
    sandbox: Sandbox, kind: str, url: str, params: dict, where: dict | None = None, *, also: Conditions = ()
) -> dict:
    """One page of objects, newest first, where the named properties have the given values."""
    limit = params.get("limit", 10)
    conditions = [*also, *((f"created {sign} ?", [moment]) for sign, moment in params.get("created", []))]
    conditions += [equals(name, value) for name, value in (where or {}).items() if value is not None]
    backwards = "ending_before" in params
    for name, sign in (("starting_after", "<"), ("ending_before", ">")):
        if name in params:
            conditions.append((f"seq {sign} ?", [_place(sandbox, kind, params[name], name)]))
    found = sandbox.store.documents(kind, conditions, limit=limit + 1, oldest_first=backwards)
    has_more, found = len(found) > limit, found[:limit]
    return as_list(found[::-1] if backwards else found, url, has_more=has_more)


def as_list(data: list[dict], url: str, *, has_more: bool = False) -> dict:
    return {"object": "list", "url": url, "has_more": has_more, "data": data}


def _place(sandbox, kind, object_id, param):
    place = sandbox.store.place(object_id, kind)
    if place is None:
        raise missing_object(kind, object_id, param=param, status=400)
    return place


def expanded(sandbox: Sandbox, answer: dict, paths: list[str]) -> dict:
    """The answer with each named id replaced by its object (`data.x` reaches into a list)."""
    for path in paths:
        steps = path.split(".")
        if answer.get("object") == "list":
            if steps[0] != "data":
                raise invalid_parameter("expand", f"{path} cannot be expanded: begin with data.")
            for item in answer["data"]:
                _inline(sandbox, item, steps[1:], path)
        else:
            _inline(sandbox, answer, steps, path)
    return answer


def _inline(sandbox, holder, steps, path):
    if not steps:
        return
    name = steps[0]
    if name in LISTED and LISTED[name][0] == holder.get("object"):
        holder[name] = _sublist(sandbox, holder, name)
        return
    if name not in EXPANDABLE or name not in holder:
        raise invalid_parameter("expand", f"{path} cannot be expanded.")
    if isinstance(holder[name], str):
        holder[name] = sandbox.store.get(holder[name])
    if isinstance(holder[name], dict):
        _inline(sandbox, holder[name], steps[1:], path)


def _sublist(sandbox, owner, name):
    _, kind, named_by = LISTED[name]
    url = f"/v1/{owner['object'].replace('.', '/')}s/{owner['id']}/{name}"
    if named_by is None:
        return as_list(owner.get(f"_{name}", []), url)
    return as_list(sandbox.store.documents(kind, [equals(named_by, owner["id"])]), url)


def public(node):
    """The same without the sandbox's own notes, whose names begin with an underscore."""
    if isinstance(node, dict):
        noted = "object" in node  # a caller's metadata may begin as it likes
        return {key: public(child) for key, child in node.items() if not (noted and key.startswith("_"))}
    if isinstance(node, list):
        return [public(child) for child in node]
    return node
