"""The text inside a PromptPay QR code.

EMVCo merchant-presented tags as the Bank of Thailand uses them: 29 for a transfer to a phone, tax id or e-wallet
(it carries no reference), 30 for a bill payment (biller id and two references). The last tag is a CRC-16 over all
before it, its own head included.
"""

TRANSFER = "A000000677010111"
BILL_PAYMENT = "A000000677010112"


def tag(number, value):
    """One tag: two digits of number, two of length, the value."""
    return f"{number}{len(value):02d}{value}"


def checksum(text):
    """CRC-16 with polynomial 0x1021 and start 0xFFFF, four capital hex digits."""
    crc = 0xFFFF
    for byte in text.encode("ascii"):
        crc ^= byte << 8
        for _bit in range(8):
            crc = (crc << 1) ^ 0x1021 if crc & 0x8000 else crc << 1
            crc &= 0xFFFF
    return f"{crc:04X}"


def receiver(promptpay_id):
    """The tag of whom a PromptPay id names: 10 digits a phone, 13 a tax id, 15 an e-wallet.

    Raises ValueError for anything else.
    """
    digits = "".join(character for character in promptpay_id if character.isdigit())
    match len(digits):
        case 10:
            return tag("01", "0066" + digits[1:])
        case 13:
            return tag("02", digits)
        case 15:
            return tag("03", digits)
    raise ValueError(f"not a PromptPay id: {len(digits)} digits")


def promptpay_payload(promptpay_id, satang=None):
    """A transfer to a PromptPay id; with an amount (satang) the payer cannot mistype it."""
    return _payload(tag("29", tag("00", TRANSFER) + receiver(promptpay_id)), satang)


def bill_payment_payload(biller_id, reference1, satang=None, reference2=""):
    """A bill payment to a biller, whose first reference says what is paid; letters and digits, 20 at most."""
    inner = tag("00", BILL_PAYMENT) + tag("01", biller_id) + tag("02", reference1.upper())
    return _payload(tag("30", inner + (tag("03", reference2.upper()) if reference2 else "")), satang)


def _payload(account, satang):
    text = tag("00", "01") + tag("01", "11" if satang is None else "12") + account + tag("58", "TH") + tag("53", "764")
    if satang is not None:
        text += tag("54", f"{satang // 100}.{satang % 100:02d}")
    text += "6304"
    return text + checksum(text)
