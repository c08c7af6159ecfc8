from contextlib import suppress
from datetime import UTC, date, datetime

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.template import Context, Template
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from network.words.dates import ThaiDateField, parse_date, thai_date, thai_datetime

DAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("language", "short", "long"),
    [
        ("th", "22 พ.ย. 2569", "22 พฤศจิกายน 2569"),
        ("en", "22 Nov 2026", "22 November 2026"),
        ("ms", "22 Nov 2026", "22 November 2026"),
        ("zh-hans", "2026年11月22日", "2026年11月22日"),
    ],
)
def test_a_day_is_written_for_its_reader(language, short, long):
    assert thai_date(DAY, language) == short
    assert thai_date(DAY, language, long=True) == long


def test_a_moment_is_read_in_bangkok():
    moment = datetime(2026, 12, 31, 17, 5, tzinfo=UTC)
    assert thai_datetime(moment, "th") == "1 ม.ค. 2570 เวลา 00:05 น."
    assert thai_datetime(moment, "en") == "1 Jan 2027, 00:05"
    assert thai_date(moment, "th") == "1 ม.ค. 2570"


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        thai_datetime(datetime(2026, 1, 1, 12, 0))


@pytest.mark.parametrize(
    "text",
    [
        "22/11/2569",
        "22/11/2026",
        "22-11-2569",
        "22.11.2569",
        "๒๒/๑๑/๒๕๖๙",
        "2026-11-22",
        "2569-11-22",
        "22 พ.ย. 2569",
        "22 พย 2569",
        "๒๒ พฤศจิกายน ๒๕๖๙",
        "22 พฤศจิกายน พ.ศ. 2569",
        "22 Nov 2026",
        "22 november 2026",
        " 22 NOV. 2026 ",
    ],
)
def test_days_are_read_in_either_era(text):
    assert parse_date(text) == DAY


@pytest.mark.parametrize(
    "text", ["", "soon", "22/11/69", "31/4/2569", "29/2/2566", "0/1/2569", "22 Foo 2026", "²/1/2569"]
)
def test_what_is_no_day_is_refused(text):
    with pytest.raises(ValidationError) as refusal:
        parse_date(text)
    assert refusal.value.code == "unreadable"


@given(st.dates(date(1900, 1, 1), date(2399, 12, 31)), st.sampled_from(["th", "en", "ms"]), st.booleans())
def test_what_is_written_reads_back(day, language, long):
    assert parse_date(thai_date(day, language, long=long)) == day


@given(st.text(max_size=40))
def test_no_text_breaks_the_reader(text):
    with suppress(ValidationError):
        assert isinstance(parse_date(text), date)


class DayForm(forms.Form):
    day = ThaiDateField()


def test_the_field_reads_either_era_and_keeps_what_was_typed():
    assert DayForm({"day": "๒๒ พ.ย. ๒๕๖๙"}).fields["day"].clean("๒๒ พ.ย. ๒๕๖๙") == DAY
    form = DayForm({"day": "พรุ่งนี้"})
    assert not form.is_valid()
    assert 'value="พรุ่งนี้"' in str(form["day"])
    with override("th"):
        assert 'value="22 พ.ย. 2569"' in str(DayForm(initial={"day": DAY})["day"])


def test_the_filters_speak_the_readers_language():
    template = Template(
        '{% load words %}{{ day|thai_date }}|{{ day|thai_date:"long" }}|{{ at|thai_datetime }}|{{ no|thai_date }}'
    )
    context = Context({"day": DAY, "at": datetime(2026, 11, 22, 3, 0, tzinfo=UTC), "no": None})
    with override("th"):
        assert template.render(context) == "22 พ.ย. 2569|22 พฤศจิกายน 2569|22 พ.ย. 2569 เวลา 10:00 น.|"
    with override("en"):
        assert template.render(context) == "22 Nov 2026|22 November 2026|22 Nov 2026, 10:00|"
