"""What is printed can be read again: two family names keep Thai and Latin apart."""

import pytest
from django.template import engines
from django.utils.translation import override

pypdfium2 = pytest.importorskip("pypdfium2")

PAGE = """{% extends "pdf/base.html" %}
{% block content %}<h1>ใบเสร็จรับเงิน Receipt</h1><p>THB 1,234.50 หนึ่งพันสองร้อยสามสิบสี่บาทห้าสิบสตางค์</p>{% endblock %}"""


def test_the_text_of_a_paper_reads_as_it_was_written():
    try:
        weasyprint = pytest.importorskip("weasyprint")
    except OSError as missing:
        pytest.skip(f"Pango is not installed: {missing}")
    with override("th"):
        html = engines["django"].from_string(PAGE).render()

    document = pypdfium2.PdfDocument(weasyprint.HTML(string=html).write_pdf())
    text = document[0].get_textpage().get_text_range()
    document.close()

    assert "ใบเสร็จรับเงิน Receipt" in text
    assert "THB 1,234.50 หนึ่งพันสองร้อยสามสิบสี่บาทห้าสิบสตางค์" in text
    assert "ชานชาลา" in text
