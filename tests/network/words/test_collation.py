from hypothesis import given
from hypothesis import strategies as st

from network.words.collation import collation_key


def test_names_are_sorted_as_a_thai_dictionary_does():
    names = ["ขนมลา", "เกาะยอ", "กาแฟ", "แกงส้ม", "ข้าว", "กล้วย", "Apple", "banana", "ขาว", "ไข่ครอบ"]
    assert sorted(names, key=collation_key) == [
        "Apple", "banana", "กล้วย", "กาแฟ", "เกาะยอ", "แกงส้ม", "ขนมลา", "ขาว", "ข้าว", "ไข่ครอบ",
    ]  # fmt: skip


@given(st.text(max_size=50))
def test_every_text_has_a_key_that_can_be_printed(text):
    assert collation_key(text).isprintable()
