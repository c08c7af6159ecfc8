"""Promise 56: an upload is refused in words or made anew, whichever door it comes through, and never breaks anything."""

import io
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from wagtail.documents import get_document_model
from wagtail.images.forms import get_image_form

from cms.models import Picture
from marketplace.catalogue.photos import make_renditions
from network.payments.forms import PhotoField, SlipForm
from network.pictures import PictureRefused, as_jpeg, read_picture
from tests.uploads import EVIL, PLACE, corpus

pytestmark = [pytest.mark.promise(56), pytest.mark.one_database]

ROOT = Path(__file__).parents[2]
MEGABYTES = 300
# Wagtail looks at the ending, and knows fewer kinds than we do: these its editors can always bring.
PLAIN = {"plain.jpg", "plain.png", "plain.gif", "plain.webp", "avif.avif", "place.jpg", "cmyk.jpg", "alpha.png"}
MEASURE = """
from django.conf import settings
settings.configure(USE_I18N=False)
from django.core.files.uploadedfile import SimpleUploadedFile
from network.pictures import PictureRefused, as_jpeg, read_picture
from tests.uploads import corpus, heavy
for content in [heavy(), *(content for content, _taken in corpus().values())]:
    try:
        as_jpeg(read_picture(SimpleUploadedFile("x", content)), max_side=2400)
    except PictureRefused:
        pass
[peak] = [line for line in open("/proc/self/status") if line.startswith("VmHWM")]
print(int(peak.split()[1]) // 1024)
"""


def slip(upload):
    return by_form(SlipForm({}, {"picture": upload}), "picture")


def photo(upload):
    try:
        return [PhotoField().clean(upload)]
    except ValidationError as error:
        raise PictureRefused(error) from error


def listing(upload):
    made = make_renditions(upload)
    return [made.whole, *made.smaller.values()]


def page(upload):
    return by_form(get_image_form(Picture)({"title": "x"}, {"file": upload}), "file")


def by_form(form, name):
    form.is_valid()
    if name in form.errors:
        raise PictureRefused(form.errors[name])
    return [form.cleaned_data[name]]


DOORS = {"slip": slip, "receipt": photo, "listing": listing, "page": page}


def test_there_are_sixty_files_and_more():
    assert len(corpus()) >= 60


@pytest.mark.django_db
@pytest.mark.parametrize("door", DOORS)
def test_what_comes_in_is_refused_or_made_anew(door):
    for name, (content, taken) in corpus().items():
        try:
            made = DOORS[door](SimpleUploadedFile(name, content))
        except PictureRefused:
            assert not taken or (door == "page" and name not in PLAIN), name
            continue
        assert taken, name
        for file in made:
            file.seek(0)
            without_a_trace(file.read(), name)


def without_a_trace(content, name):
    """A picture of ours: upright, with nothing in it but what can be seen."""
    picture = Image.open(io.BytesIO(content))
    assert picture.format in {"JPEG", "WEBP"}, name
    assert max(picture.size) <= 2400, name
    assert not picture.getexif(), name
    assert not {"exif", "icc_profile", "xmp", "comment"} & set(picture.info), name
    assert not [mark for mark in (PLACE.encode(), EVIL, b"<script", b"PK\3\4") if mark in content], name


def test_sixteen_bits_keep_their_light():
    buffer = io.BytesIO()
    Image.new("I;16", (9, 9), 0x8000).save(buffer, "PNG")
    made = as_jpeg(read_picture(SimpleUploadedFile("x", buffer.getvalue())), max_side=100)
    assert abs(Image.open(made).getpixel((4, 4))[0] - 128) < 4


def test_a_small_file_never_takes_much_memory():
    done = subprocess.run([sys.executable, "-c", MEASURE], cwd=ROOT, capture_output=True, text=True, check=True)
    assert int(done.stdout) < MEGABYTES


@pytest.mark.django_db
def test_names_say_nothing_and_papers_are_none_that_a_browser_runs(client):
    content, _taken = corpus()["plain.jpg"]
    [kept] = page(SimpleUploadedFile("malee-at-home.jpg", content))
    assert "malee" not in kept.name
    for ending in ("html", "svg", "js", "xhtml", "exe", "htm", "xml"):
        document = get_document_model()(title="x", file=SimpleUploadedFile(f"x.{ending}", EVIL))
        with pytest.raises(ValidationError):
            document.clean()
    name = default_storage.save("documents/x.html", SimpleUploadedFile("x.html", EVIL))
    answer = client.get(default_storage.url(name))
    assert (answer["Content-Disposition"], answer["X-Content-Type-Options"]) == ("attachment", "nosniff")
