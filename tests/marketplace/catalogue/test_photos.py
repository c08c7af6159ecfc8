"""Uploads are judged before they are decoded, and drawn anew."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from marketplace.catalogue.photos import make_renditions
from network.pictures import PictureRefused

GPS = 0x8825
SOUTH_OF_THE_LAKE = {1: "N", 2: (7.0, 11.0, 30.0), 3: "E", 4: (100.0, 36.0, 0.0)}


def upload(picture=None, kind="JPEG", content=None, name="IMG_2569.jpg", **options):
    buffer = io.BytesIO()
    if picture is not None:
        picture.save(buffer, kind, **options)
    return SimpleUploadedFile(name, buffer.getvalue() if content is None else content)


def every_file(made):
    return [made.whole, *made.smaller.values()]


def opened(file):
    return Image.open(io.BytesIO(file.read()))


def test_a_photo_comes_in_three_widths_and_whole():
    made = make_renditions(upload(Image.new("RGB", (2000, 2500), "teal")))
    assert made.size == opened(made.whole).size == (1280, 1600)
    sizes = {width: opened(file).size for width, file in made.smaller.items()}
    assert sizes == {320: (320, 400), 640: (640, 800), 960: (960, 1200)}


def test_a_small_photo_is_never_blown_up():
    made = make_renditions(upload(Image.new("RGB", (500, 400), "teal")))
    assert made.size == (500, 400)
    assert {width: opened(file).size for width, file in made.smaller.items()} == {320: (320, 256)}


def test_all_of_it_is_webp():
    files = every_file(make_renditions(upload(Image.new("RGB", (400, 400), "teal"))))
    assert [opened(file).format for file in files] == ["WEBP", "WEBP"]


def test_no_file_tells_where_it_was_taken():
    photo = Image.new("RGB", (800, 600), "teal")
    exif = photo.getexif()
    exif[0x010F] = "PhoneMaker"
    exif.get_ifd(GPS).update(SOUTH_OF_THE_LAKE)
    taken = upload(photo, exif=exif)
    assert Image.open(taken).getexif().get_ifd(GPS)
    taken.seek(0)

    for file in every_file(make_renditions(taken)):
        content = file.read()
        made = Image.open(io.BytesIO(content))
        assert dict(made.getexif()) == {}
        assert "exif" not in made.info
        assert b"PhoneMaker" not in content


def test_a_photo_taken_sideways_stands_upright():
    photo = Image.new("RGB", (800, 400), "teal")
    exif = photo.getexif()
    exif[0x0112] = 6
    assert make_renditions(upload(photo, exif=exif)).size == (400, 800)


def test_transparent_pictures_lie_on_paper():
    made = make_renditions(upload(Image.new("RGBA", (100, 100), (0, 0, 0, 0)), "PNG"))
    red, green, blue = opened(made.whole).convert("RGB").getpixel((50, 50))
    assert min(red, green, blue) > 240


def test_heic_from_an_iphone_is_read():
    assert make_renditions(upload(Image.new("RGB", (400, 500), "teal"), "HEIF")).size == (400, 500)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("note.jpg", b"this is no picture"),
        ("empty.jpg", b""),
        ("drawing.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
        ("drawing.jpg", b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("page.png", b"<html><script>alert(1)</script></html>"),
        ("paper.jpg", b"%PDF-1.7 ..."),
    ],
)
def test_what_is_no_photo_is_refused_in_words(name, content):
    with pytest.raises(PictureRefused) as refused:
        make_renditions(upload(content=content, name=name))
    assert str(refused.value.text)


def test_half_a_photo_is_refused():
    whole = upload(Image.effect_noise((900, 900), 60)).read()
    with pytest.raises(PictureRefused):
        make_renditions(upload(content=whole[: len(whole) // 2]))


def test_81_million_pixels_in_ten_kilobytes_are_refused_before_they_are_decoded(monkeypatch):
    bomb = upload(Image.new("1", (9000, 9000)), "PNG")
    assert bomb.size < 20_000
    monkeypatch.setattr(Image.Image, "load", lambda self: pytest.fail("it was decoded"))
    with pytest.raises(PictureRefused) as refused:
        make_renditions(bomb)
    assert "25" in str(refused.value.text)


def test_more_than_ten_megabytes_are_refused_unread():
    heavy = upload(content=b"\xff\xd8" + b"0" * (10 * 1024 * 1024))
    with pytest.raises(PictureRefused):
        make_renditions(heavy)
    assert heavy.tell() == 0
