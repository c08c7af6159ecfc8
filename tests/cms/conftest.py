"""A site that is set up, and pages to put on it."""

import pytest
from django.core.cache import cache
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from cms.actions.set_up_site import set_up_site
from cms.models import SectionPage, StoryPage
from network.clock import now
from network.organisations.actions import grant_role
from network.organisations.models import Dimension, Organisation
from network.places.models import District, Province
from tests.network.people.factories import create_person

SUPPORT = "fund:k3f9"


@pytest.fixture
def home(db):
    """The Thai front page of a site that is set up."""
    cache.clear()
    return set_up_site()


@pytest.fixture
def district(db):
    province, _created = Province.objects.get_or_create(code="90")
    district = District.objects.create(province=province, code="9001", slug="hat-yai", latitude=7, longitude=100.5)
    district.write_texts("th", name="อำเภอหาดใหญ่", short_name="หาดใหญ่")
    district.write_texts("en", name="Hat Yai District", short_name="Hat Yai")
    return district


@pytest.fixture
def organisation(district):
    organisation = Organisation.objects.create(slug="weavers", kind="community-enterprise", district=district)
    organisation.write_texts("th", name="กลุ่มทอผ้า", line="ทอผ้าริมเล", description="ทอผ้ามาสี่สิบปี")
    organisation.write_texts("en", name="The weavers", line="Cloth by the lake", description="Forty years at the loom")
    return organisation


@pytest.fixture
def dimension(db):
    dimension = Dimension.objects.create(key="creative-economy")
    dimension.write_texts("th", name="เศรษฐกิจสร้างสรรค์")
    dimension.write_texts("en", name="Creative economy")
    return dimension


def section(slug, language="th"):
    return SectionPage.objects.get(slug=slug, locale__language_code=language)


def tell_story(title="เรื่องหนึ่ง", *, language="th", slug="ruang", source=None, support=(), body=None, **fields):
    """A live story below the stories of that language; `source` is what it translates."""
    parent = section("stories", language)
    page = StoryPage(
        title=title,
        slug=slug,
        locale=parent.locale,
        line="ประโยคเดียว",
        body=body or [("paragraph", "<p>กี่กระตุกดังตั้งแต่เช้า</p>")],
        support=[("card", ref) for ref in support],
        first_published_at=now(),
        **fields,
    )
    if source:
        page.translation_key = source.translation_key
    return parent.add_child(instance=page)


@pytest.fixture
def editor(home):
    return staff("editor")


@pytest.fixture
def coordinator(home):
    return staff("coordinator")


def staff(role):
    person = create_person(is_staff=True)
    grant_role(person, role)
    return person


def filled(title, **more):
    """The form of a story as a browser would send it."""
    return nested_form_data(
        {
            "title": title,
            "line": "ประโยคเดียว",
            "slug": "ruang",
            "body": streamfield([("paragraph", rich_text("<p>กี่กระตุกดังตั้งแต่เช้า</p>"))]),
            "support": streamfield([("card", SUPPORT)]),
            "comments": inline_formset([]),
            **more,
        }
    )


def edit_path(page):
    return f"/cms/pages/{page.pk}/edit/"
