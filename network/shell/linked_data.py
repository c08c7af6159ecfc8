"""Facts for machines inside a page (JSON-LD), which no text of ours can break out of."""

import json

from django.utils.safestring import mark_safe

ESCAPES = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def linked_data(*nodes):
    """One @graph of schema.org nodes, ready for `<script type="application/ld+json">`; empty values are left out."""
    graph = {"@context": "https://schema.org", "@graph": [without_gaps(node) for node in nodes]}
    return mark_safe(json.dumps(graph, ensure_ascii=False, separators=(",", ":")).translate(ESCAPES))  # noqa: S308


def without_gaps(value):
    """The same, without None, empty texts and empty lists at any depth."""
    if isinstance(value, dict):
        kept = {key: without_gaps(item) for key, item in value.items()}
        return {key: item for key, item in kept.items() if item not in (None, "", [], {})}
    if isinstance(value, list):
        return [without_gaps(item) for item in value]
    return value
