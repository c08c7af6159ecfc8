import pytest

from network.words.baht_text import baht_text


@pytest.mark.parametrize(
    ("satang", "thai", "english"),
    [
        (0, "ศูนย์บาทถ้วน", "Zero baht only"),
        (25, "ศูนย์บาทยี่สิบห้าสตางค์", "Zero baht and twenty-five satang"),
        (1_100, "สิบเอ็ดบาทถ้วน", "Eleven baht only"),
        (2_100, "ยี่สิบเอ็ดบาทถ้วน", "Twenty-one baht only"),
        (10_001, "หนึ่งร้อยบาทเอ็ดสตางค์", "One hundred baht and one satang"),
        (123_450, "หนึ่งพันสองร้อยสามสิบสี่บาทห้าสิบสตางค์", "One thousand two hundred thirty-four baht and fifty satang"),
        (100_000_100, "หนึ่งล้านเอ็ดบาทถ้วน", "One million one baht only"),
        (1_000_000_000, "สิบล้านบาทถ้วน", "Ten million baht only"),
    ],
)
def test_amounts_in_words(satang, thai, english):
    assert baht_text(satang, "th") == thai
    assert baht_text(satang, "en") == english


def test_nothing_below_zero_is_put_into_words():
    with pytest.raises(ValueError, match="below zero"):
        baht_text(-1, "th")
