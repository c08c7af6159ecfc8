"""Django's admin shows everything and changes nothing, however much the person may do."""

import pytest
from django.contrib import admin
from django.test import RequestFactory
from taggit.models import Tag

from marketplace.order.models import Order
from network.people.models import User
from tests.network.people.factories import create_person, sign_in_as

pytestmark = pytest.mark.django_db

REGISTERED = sorted(admin.site._registry.items(), key=lambda pair: pair[0]._meta.label)


@pytest.fixture
def request_of_a_superuser():
    request = RequestFactory().get("/django-admin/")
    request.user = User(is_staff=True, is_superuser=True)
    return request


@pytest.mark.parametrize(("model", "screen"), REGISTERED, ids=[model._meta.label for model, _screen in REGISTERED])
def test_no_screen_writes(model, screen, request_of_a_superuser):
    request = request_of_a_superuser
    assert not screen.has_add_permission(request)
    assert not screen.has_change_permission(request)
    assert not screen.has_delete_permission(request)
    assert set(screen.get_actions(request)) <= {"replay_chosen"}


def test_oscars_orders_can_be_looked_at(client):
    sign_in_as(client, create_person(is_staff=True, is_superuser=True))
    before = Order.objects.count()
    assert client.get("/django-admin/order/order/").status_code == 200
    assert client.post("/django-admin/order/order/add/", {"number": "1"}).status_code == 403
    assert Order.objects.count() == before


def test_a_screen_that_a_package_adds_beside_the_usual_ones_takes_nothing_in(client):
    """taggit's merging of tags asks for no permission at all."""
    first, second = Tag.objects.create(name="ลูกหยี"), Tag.objects.create(name="ลูกหยีทรงเครื่อง")
    sign_in_as(client, create_person(is_staff=True, is_superuser=True))
    session = client.session
    session["selected_tag_ids"] = [first.pk, second.pk]
    session.save()

    assert client.post("/django-admin/taggit/tag/merge-tags/", {"new_tag_name": "x"}).status_code == 403
    assert Tag.objects.count() == 2
