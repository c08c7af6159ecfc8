import io

import pytest
import segno
import zxingcpp
from PIL import Image

from network.payments.promptpay_payload import bill_payment_payload, checksum, promptpay_payload
from network.payments.slip_reading import read_trans_ref, tags_of, trans_ref_of


def test_a_phone_without_amount_matches_the_published_vector():
    assert (
        promptpay_payload("0801234567") == "00020101021129370016A000000677010111011300668012345675802TH530376463046197"
    )


def test_a_phone_with_ten_baht_matches_the_published_vector():
    expected = "00020101021229370016A000000677010111011300668012345675802TH5303764540510.00630431BF"
    assert promptpay_payload("080-123-4567", 10_00) == expected


@pytest.mark.parametrize(
    ("promptpay_id", "tag"), [("0801234567", "01"), ("1234567890123", "02"), ("123456789012345", "03")]
)
def test_each_kind_of_id_has_its_tag(promptpay_id, tag):
    assert tags_of(tags_of(promptpay_payload(promptpay_id))["29"]).keys() == {"00", tag}


@pytest.mark.parametrize("wrong", ["", "12345", "hello", "08012345678"])
def test_what_is_no_promptpay_id_is_refused(wrong):
    with pytest.raises(ValueError, match="not a PromptPay id"):
        promptpay_payload(wrong)


def test_satang_are_written_with_two_decimals():
    assert tags_of(promptpay_payload("0801234567", 1_234_05))["54"] == "1234.05"


def test_a_bill_payment_carries_its_reference():
    payload = bill_payment_payload("012345678901234", "k3f9abcd22", 99_00)
    assert tags_of(tags_of(payload)["30"])["02"] == "K3F9ABCD22"
    assert payload[-4:] == checksum(payload[:-4])


def test_a_scanner_reads_back_what_was_drawn():
    payload = promptpay_payload("0801234567", 350_00)
    picture = io.BytesIO()
    segno.make(payload, error="m").save(picture, kind="png", scale=6)
    assert zxingcpp.read_barcode(Image.open(picture).convert("RGB")).text == payload


def slip_code(bank="014", reference="015123456789ABCDEF"):
    """The text of a bank's mini-QR, as traps describe it."""
    inner = f"0006000001{'01'}{len(bank):02d}{bank}02{len(reference):02d}{reference}"
    text = f"00{len(inner):02d}{inner}5102TH9104"
    return text + checksum(text)


def test_the_reference_of_a_slip_is_read_from_its_picture():
    picture = io.BytesIO()
    segno.make(slip_code()).save(picture, kind="png", scale=5)
    assert read_trans_ref(Image.open(picture).convert("RGB")) == "014:015123456789ABCDEF"


@pytest.mark.parametrize(
    "text", ["", "hello", "00", "0099", promptpay_payload("0801234567"), "https://example.org", "๐๐๐๔๐๐๐๐"]
)
def test_other_codes_are_no_slip(text):
    assert trans_ref_of(text) is None
