"""Recall and precision over every Thai text of the demo content, against what a reader would find by eye."""

import json
import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network.words.segment import index_words, runs, segment, trigrams

CONTENT = Path(__file__).parents[3] / "demo" / "content"

# A word's truth is the substring, except where its letters also begin another word (ชา in ชายหาด).
WORDS = """
ผ้า ตาล โตนด น้ำตาล ตาลโตนด น้ำตาลโตนด เกาะยอ เกาะ ผ้าทอ ส้มจุก จะนะ มะม่วงเบา มะม่วง ไข่ครอบ กะพง ปลากะพง ผึ้ง
ชันโรง จำปาดะ กาแฟ ละมุด ขนม ขนมลา ตะกร้า ใบจาก หาดใหญ่ สทิงพระ สงขลา ระโนด คลองแดน คลอง เมืองเก่า ย่านเก่า ฝาย
ชายหาด ลุ่มน้ำ ภูมี กองทุน อาสาสมัคร ผู้สูงวัย สูงวัย เกษตร ตลาด ตลาดล่วงหน้า ผัก สวนผัก เวที โกโก้ ข้าว เล็บนก
ทะเลสาบ ทะเล พลเมือง วิสาหกิจ เครือข่าย ชุมชน ช่างทอ ปูม้า กุ้ง ป่า เทพา ควนลัง พะตง สิงหนคร ทุเรียน หมอน สบู่
สมุนไพร วิสาหกิจชุมชน แม่บ้าน นาทวี สะบ้าย้อย
"""
TRUTHS = {word: re.escape(word) for word in WORDS.split()} | {
    "ปู": "ปู(?!น[ไท]|่)",
    "ปลา": "ปลา(?!ย)",
    "ชา": "(?<!วิ)ชา(?![ยวนติล])",
    "ทอ": "ทอ(?![ดง])",
    "๓๙": "39",
}


def texts(node):
    if isinstance(node, dict):
        node = list(node.values())
    if isinstance(node, list):
        return [text for part in node for text in texts(part)]
    return [node] if isinstance(node, str) and re.search("[ก-ฮ]", node) else []


@cache
def corpus():
    found = [text for path in sorted(CONTENT.glob("*.json")) for text in texts(json.loads(path.read_text()))]
    return [("".join(runs(text)), frozenset(index_words(text))) for text in found]


@pytest.mark.parametrize("query", TRUTHS)
def test_a_word_finds_every_text_that_has_it_and_no_other(query):
    words = segment(query)
    found = {text for text, stored in corpus() if stored.issuperset(words)}
    assert found == {text for text, _ in corpus() if re.search(TRUTHS[query], text)}


def test_the_truths_are_not_empty():
    assert len(corpus()) > 1000
    assert [query for query, truth in TRUTHS.items() if not any(re.search(truth, text) for text, _ in corpus())] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("น้ำตาลโตนดแท้", ["น้ำตาลโตนด", "แท้"]),
        ("ลูกหยีกวนเกาะยอ", ["ลูกหยีกวน", "เกาะยอ"]),
        ("ข้าวสังข์หยด", ["ข้าวสังข์หยด"]),
        ("Koh Yo's Scarves, 2 baskets", ["koh", "yo", "scarve", "2", "basket"]),
        ("ปี ๒๕๖๙", ["ปี", "2569"]),
        ("Café OTOP5ดาว", ["cafe", "otop5", "ดาว"]),
        ("手织围巾", ["手织", "织围", "围巾"]),
        ("เล็ก ๆ", ["เล็ก"]),
        ("", []),
        ("  !? ๆ ", []),
    ],
)
def test_words_are_cut_and_folded(text, words):
    assert segment(text) == words


def test_words_inside_compounds_and_across_joints_are_stored():
    assert set(index_words("น้ำตาลโตนด")) == {"น้ำตาลโตนด", "น้ำ", "น้ำตาล", "ตาล", "ตาลโตนด", "โตนด"}
    assert "ผ้า" in index_words("ผ้าพันคอทอมือ")
    assert "围" in index_words("手织围巾")


def test_tone_marks_tell_words_apart():
    assert segment("ป่า") != segment("ป้า")


def test_slips_of_typing_are_put_right():
    assert segment("เเกง") == segment("แกง")
    assert segment("นํ้าตาล") == segment("น้ำตาล")
    assert segment("น้ำ\u200bตาล") == segment("น้ำตาล")


def test_trigrams_run_over_the_joints_of_words():
    assert trigrams("เกาะยอ") == ["เกา", "กาะ", "าะย", "ะยอ"]
    assert trigrams("ab") == []


@given(st.text(max_size=60))
def test_a_text_finds_itself(text):
    assert set(segment(text)) <= set(index_words(text))


@given(st.text(alphabet="กขคงนมรลสาิีุูเแโใไะัำ่้๊๋็์ๆฯ ", max_size=40))
def test_no_letter_of_thai_is_lost(text):
    assert "".join(segment(text)) == "".join(runs(text))
