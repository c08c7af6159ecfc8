"""Words with a form: what of HTML may be kept and shown. All else is taken out, at saving and again at showing."""

import nh3

TAGS = {"a", "b", "blockquote", "br", "em", "h2", "h3", "h4", "hr", "i", "li", "ol", "p", "strong", "ul"}
# How Wagtail keeps a link to a page of ours; at showing it has become an address.
ATTRIBUTES = {"a": {"href", "linktype", "id", "rel"}, "p": {"data-block-key"}, "li": {"data-block-key"}}
SCHEMES = {"http", "https", "mailto", "tel"}


def clean_rich_text(html):
    """The same words without anything that could run, load or disguise itself."""
    return nh3.clean(
        html or "",
        tags=TAGS,
        attributes=ATTRIBUTES,
        attribute_filter=harmless_attribute,
        url_schemes=SCHEMES,
        link_rel=None,
        strip_comments=True,
    )


def harmless_attribute(tag, name, value):
    """An id is the number of a page, nothing that a script could look for."""
    if name == "id" and not value.isdigit():
        return None
    return value


def without_brackets(text):
    """For names that a library puts into its pages as they are."""
    return (text or "").replace("<", "").replace(">", "")
