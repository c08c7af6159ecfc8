"""Read the small QR code that Thai banks print on a transfer slip.

It carries the bank and a transaction reference (`transRef`), unique in the country: the same slip handed in twice
is found by it. It proves no amount; a person or the bank's file does that.
"""

import zxingcpp


def read_trans_ref(picture):
    """`bank:reference` of the slip in a PIL picture, or None if no slip's code can be read."""
    for code in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode):
        if reference := trans_ref_of(code.text):
            return reference
    return None


def trans_ref_of(text):
    """`bank:reference` from a slip's payload, or None if the text is another kind of code."""
    outer = tags_of(text)
    inner = tags_of(outer.get("00", ""))
    if "02" in inner and inner.get("01", "").isalnum() and inner["02"].isalnum():
        return f"{inner['01']}:{inner['02']}"
    return None


def tags_of(text):
    """{number: value} of a tag-length-value text; whatever does not parse yields what came before it."""
    found = {}
    while len(text) >= 4 and text[:4].isascii() and text[:4].isdigit():
        number, length = text[:2], int(text[2:4])
        value, text = text[4 : 4 + length], text[4 + length :]
        if len(value) < length:
            break
        found[number] = value
    return found
