"""What this room itself keeps of people."""

from network.people.personal_data_registry import (
    LOOKED_FOR,
    POINTS,
    by_contact,
    by_user,
    by_user_or_contact,
    drawn_anew,
    emptied,
    free,
    holds,
    nothing,
    written_over,
)

holds(
    "privacy.Erasure",
    mine=by_user_or_contact(),
    fields={"user": POINTS, "contact": written_over(), "token": drawn_anew()},
    facts=["asked_at", "due_at", "stopped_at"],
)
free("privacy.Erasure", "public_id language refs kept", "Refs and numbers of rows: without a name they lead to nobody.")
holds(
    "privacy.DataCopy",
    mine=by_user_or_contact(),
    fields={"user": POINTS, "contact": emptied(), "file": emptied(told=False)},
    facts=["asked_at", "made_at", "ends_at"],
    goes=True,
)
free("privacy.DataCopy", "public_id language", "Drawn by lot, and a language.")
for whose in (by_user(), by_contact("contact")):
    holds(
        "privacy.DataRequest",
        mine=whose,
        fields={"user": POINTS, **dict.fromkeys(["name", "contact", "words"], emptied()), "answer": written_over()},
        facts=["kind", "came_at", "due_at", "answered_at"],
    )
holds("privacy.DataRequest", mine=nothing, fields={"noted_by": POINTS, "answered_by": POINTS})
free("privacy.DataRequest", "public_id key places", "Drawn by lot, and numbers of pages.")
holds(
    "privacy.Breach",
    mine=nothing,
    fields={"noted_by": POINTS, "decided_by": POINTS, **dict.fromkeys(["what", "whose", "measures"], LOOKED_FOR)},
)
free("privacy.Breach", "public_id key", "Drawn by lot.")
