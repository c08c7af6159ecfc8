"""Every form comes out the same: label, help, field and error belong together for eye and ear."""

import pytest
from bs4 import BeautifulSoup
from django.utils.translation import override

from network.shell.styleguide import SampleForm


def rendered(form):
    return BeautifulSoup(str(form), "html.parser")


@pytest.fixture
def wrong():
    with override("th"):
        return rendered(SampleForm({"name": ""}))


def test_every_field_has_a_label_or_a_legend():
    page = rendered(SampleForm())
    for field in page.select("input:not([type=radio]), select, textarea"):
        assert page.select_one(f'label[for="{field["id"]}"]'), field["id"]
    assert page.fieldset.legend


def test_help_is_read_with_its_field():
    page = rendered(SampleForm())
    described = page.select_one("#id_name")["aria-describedby"]
    assert page.select_one(f"#{described}").text == "ตามที่เขียนบนกล่องพัสดุ"


def test_a_field_one_may_leave_out_says_so():
    assert "(ใส่หรือไม่ก็ได้)" in rendered(SampleForm()).select_one("label[for=id_district]").text


def test_errors_are_listed_on_top_and_lead_to_their_fields(wrong):
    links = wrong.select(".error-summary a")
    assert len(links) == 5
    for link in links:
        assert wrong.select_one(link["href"]), link["href"]


def test_an_error_is_read_with_its_field_in_plain_thai(wrong):
    field = wrong.select_one("#id_name")
    assert field["aria-invalid"] == "true"
    assert "id_name_error" in field["aria-describedby"].split()
    assert wrong.select_one("#id_name_error").get_text(strip=True) == "กรุณากรอกช่องนี้"


def test_what_was_typed_comes_back():
    page = rendered(SampleForm({"name": "สมใจ & <ลูก>"}))
    assert page.select_one("#id_name")["value"] == "สมใจ & <ลูก>"
