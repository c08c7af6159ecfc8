from contextlib import suppress
from decimal import Decimal

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.template import Context, Template
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from network.words.money import (
    LARGEST,
    BahtField,
    decimal_from_satang,
    format_money,
    parse_baht,
    satang_from_decimal,
)


@pytest.mark.parametrize(
    ("satang", "thai", "english"),
    [
        (0, "฿0", "THB 0"),
        (1, "฿0.01", "THB 0.01"),
        (100, "฿1", "THB 1"),
        (123_400, "฿1,234", "THB 1,234"),
        (123_450, "฿1,234.50", "THB 1,234.50"),
        (-5_000, "−฿50", "−THB 50"),
    ],
)
def test_money_is_written_for_its_reader(satang, thai, english):
    assert format_money(satang, "th") == thai
    assert format_money(satang, "en") == format_money(satang, "ms") == format_money(satang, "zh-hans") == english


@pytest.mark.parametrize(
    ("text", "satang"),
    [
        ("250", 250_00),
        (" 1,250 ", 1_250_00),
        ("99.5", 99_50),
        ("99.05", 99_05),
        ("๑,๒๕๐.๕๐", 1_250_50),
        ("２５０", 250_00),
        ("฿250", 250_00),
        ("250 บาท", 250_00),
        ("250บาทถ้วน", 250_00),
        ("250.-", 250_00),
        ("THB 1,234.50", 1_234_50),
        ("250 thb", 250_00),
        ("10,000,000", LARGEST),
    ],
)
def test_amounts_are_read_as_people_write_them(text, satang):
    assert parse_baht(text) == satang


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "unreadable"),
        ("abc", "unreadable"),
        ("NaN", "unreadable"),
        ("inf", "unreadable"),
        ("1e5", "unreadable"),
        ("0x10", "unreadable"),
        ("1_000", "unreadable"),
        ("1,50", "unreadable"),
        ("12,34,567", "unreadable"),
        ("5²", "unreadable"),
        ("½", "unreadable"),
        ("٢٥٠", "unreadable"),
        ("1 000", "unreadable"),
        ("9" * 5000, "unreadable"),
        ("$250", "foreign"),
        ("250 USD", "foreign"),
        ("RM58", "foreign"),
        ("250 ริงกิต", "foreign"),
        ("€9", "foreign"),
        ("￥100", "foreign"),
        ("-1", "negative"),
        ("฿ -0.50", "negative"),
        ("−5", "negative"),
        ("0", "zero"),
        ("0.00", "zero"),
        ("1.005", "decimals"),
        ("1.234", "decimals"),
        ("10,000,000.01", "too_large"),
        ("99999999999999999999", "too_large"),
    ],
)
def test_what_is_no_amount_of_baht_is_refused_with_its_reason(text, code):
    with pytest.raises(ValidationError) as refusal:
        parse_baht(text)
    assert refusal.value.code == code


def test_zero_is_read_where_it_is_asked_for():
    assert parse_baht("0", zero=True) == 0


@given(st.integers(1, LARGEST), st.sampled_from(["th", "en"]))
def test_what_is_written_reads_back(satang, language):
    assert parse_baht(format_money(satang, language)) == satang


@given(st.text(max_size=60))
def test_no_text_breaks_the_reader(text):
    with suppress(ValidationError):
        assert 0 < parse_baht(text) <= LARGEST


@given(st.integers(-(10**15), 10**15))
def test_oscars_decimals_and_back(satang):
    assert satang_from_decimal(decimal_from_satang(satang)) == satang


def test_a_fraction_of_a_satang_is_refused():
    assert satang_from_decimal(Decimal("12.340")) == 12_34
    with pytest.raises(ValueError, match="whole number of satang"):
        satang_from_decimal(Decimal("12.345"))


class PriceForm(forms.Form):
    price = BahtField(least=20_00, most=5_000_00)
    tip = BahtField(required=False)


def test_the_field_cleans_to_satang():
    form = PriceForm({"price": "๑๒๐.๕๐", "tip": " "})
    assert form.is_valid()
    assert form.cleaned_data == {"price": 120_50, "tip": None}


def test_the_field_keeps_what_was_typed_and_says_what_is_wrong():
    with override("en"):
        form = PriceForm({"price": "5", "tip": "$3"})
        assert form.errors == {
            "price": ["The amount is too small. The least is THB 20."],
            "tip": ["Amounts are in Thai baht. Please write the amount in baht."],
        }
        assert 'value="$3"' in str(form["tip"])
    with override("th"):
        form = PriceForm({"price": "9,999"})
        assert form.errors["price"] == ["จำนวนเงินมากเกินไป ใส่ได้ไม่เกิน ฿5,000"]


def test_the_field_shows_satang_as_baht_on_a_keypad_of_digits():
    shown = str(PriceForm(initial={"price": 120_50})["price"])
    assert 'value="120.50"' in shown
    assert 'inputmode="decimal"' in shown
    assert 'type="text"' in shown
    assert 'value="120"' in str(PriceForm(initial={"price": 120_00})["price"])


def test_the_field_notices_a_change():
    assert not PriceForm({"price": "120.50"}, initial={"price": 120_50}).has_changed()
    assert PriceForm({"price": "121"}, initial={"price": 120_50}).has_changed()


def test_the_filters_speak_the_readers_language():
    template = Template(
        "{% load words %}{{ satang|money }} {{ satang|baht_text }} {{ 1234567|grouped }}{{ none|money }}"
    )
    with override("th"):
        assert template.render(Context({"satang": 123_450, "none": None})) == (
            "฿1,234.50 หนึ่งพันสองร้อยสามสิบสี่บาทห้าสิบสตางค์ 1,234,567"
        )
    with override("en"):
        assert template.render(Context({"satang": 123_450, "none": None})) == (
            "THB 1,234.50 One thousand two hundred thirty-four baht and fifty satang 1,234,567"
        )


@pytest.mark.parametrize(
    ("satang", "thai", "english"),
    [(500_00, "+฿500", "+THB 500"), (-60_000_00, "−฿60,000", "−THB 60,000"), (0, "฿0", "THB 0")],
)
def test_what_went_in_or_out_wears_its_sign_in_front(satang, thai, english):
    template = Template("{% load words %}{{ satang|signed_money }}")
    for language, words in (("th", thai), ("en", english)):
        with override(language):
            assert template.render(Context({"satang": satang})) == words
