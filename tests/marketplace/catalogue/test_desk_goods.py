"""A seller at her desk: a photo and four fields, kept, seen, handed in, looked after."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from marketplace.catalogue.actions.review import refuse_listing, submit_listing
from marketplace.catalogue.models import Product
from marketplace.partner.availability import units_left
from network.organisations.models import DelegateLog, Membership
from network.words.public_ids import new_public_id
from tests.marketplace.factories import (
    create_category,
    create_complete_draft,
    create_draft,
    create_live_listing,
    create_organisation,
    create_person,
    create_reviewer,
    create_seller,
    photo,
)

pytestmark = pytest.mark.django_db

FOUR = {"title": "น้ำตาลโตนด", "price": "๑๒๐", "left": "๒๐", "weight_g": "500 กรัม", "shipping_class": "ambient"}
FOUR["ships_to"] = ["TH"]


def at_desk(person):
    client = Client()
    client.force_login(person)
    return client


def act(client, name, listing, data=None, **more):
    return client.post(reverse(f"goods:{name}", args=[listing.public_id, *more.values()]), data or {})


def open_form(client):
    """The address of a fresh form."""
    return client.get(reverse("goods:begin"))["Location"]


def facts(listing):
    price = listing.stockrecords.first()
    return (
        listing.in_language("th").title,
        price and price.price_satang,
        units_left([listing.ref]).get(listing.ref),
        listing.weight_g,
        listing.images.count(),
        listing.state,
    )


def test_a_photo_and_four_fields_in_thai_digits_become_a_listing_that_waits_for_review():
    seller = create_seller()
    client = at_desk(seller.person)
    address = open_form(client)

    kept = client.post(address, {**FOUR, "unit": "กระปุก 500 กรัม", "camera": photo(), "do": "preview"})
    listing = Product.objects.get()
    assert kept["Location"] == reverse("goods:preview", args=[listing.public_id])
    assert facts(listing) == ("น้ำตาลโตนด", 120_00, 20, 500, 1, "draft")
    shown = client.get(kept["Location"]).content.decode()
    assert all(words in shown for words in ("น้ำตาลโตนด", "฿120", "กระปุก 500 กรัม"))

    client.post(kept["Location"])
    listing.refresh_from_db()
    assert listing.state == "waiting"
    assert "รอตรวจมาแล้ว 1 นาที" in client.get(reverse("goods:good", args=[listing.public_id])).content.decode()


@pytest.mark.parametrize(
    ("claims", "button", "state"), [("", "วางขายในร้านเลย", "live"), ("ฮาลาล", "ชิ้นนี้เจ้าหน้าที่จะดูให้ก่อนขึ้นร้าน", "waiting")]
)
def test_the_preview_says_whether_a_trusted_sellers_goods_are_read_first(claims, button, state):
    seller = create_live_listing().owner
    client = at_desk(seller.person)
    listing = create_complete_draft(seller)
    listing.write_texts("th", claims=claims)
    assert button in client.get(reverse("goods:preview", args=[listing.public_id])).content.decode()
    act(client, "preview", listing)
    listing.refresh_from_db()
    assert listing.state == state


def test_an_organisation_that_never_sold_opens_its_shop_by_its_first_listing():
    organisation, person = create_organisation(), create_person()
    Membership.objects.create(user=person, organisation=organisation, role=Membership.Role.OWNER)
    client = at_desk(person)
    client.post(open_form(client), {**FOUR, "camera": photo()})
    assert Product.objects.get().owner.organisation == organisation


def test_a_form_sent_twice_is_one_draft():
    client = at_desk(create_seller().person)
    address = open_form(client)
    for _again in range(2):
        client.post(address, {**FOUR, "do": "keep"})
    assert facts(Product.objects.get()) == ("น้ำตาลโตนด", 120_00, 20, 500, 0, "draft")


def test_only_looking_at_the_form_keeps_nothing():
    client = at_desk(create_seller().person)
    assert client.get(open_form(client)).status_code == 200
    assert not Product.objects.exists()


def test_bad_numbers_come_back_as_they_were_written_and_the_photo_is_not_lost():
    client = at_desk(create_seller().person)
    answer = client.post(open_form(client), {**FOUR, "price": "-5", "left": "หลายอัน", "camera": photo()})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="-5"' in page
    assert 'value="หลายอัน"' in page
    assert facts(Product.objects.get()) == ("น้ำตาลโตนด", None, None, 500, 1, "draft")


@pytest.mark.parametrize("price", ["0", "-1", "1e9", "99999999999", "5 USD", "1,50", "abc", "0.5"])
def test_no_such_price_is_kept(price):
    client = at_desk(create_seller().person)
    answer = client.post(open_form(client), {**FOUR, "price": price, "camera": photo()})
    assert answer.status_code == 422
    assert not Product.objects.get().stockrecords.exists()


def test_a_file_that_is_no_picture_is_named_and_the_words_are_kept():
    client = at_desk(create_seller().person)
    answer = client.post(open_form(client), {**FOUR, "gallery": SimpleUploadedFile("photo.jpg", b"no picture")})
    assert answer.status_code == 422
    assert "no picture that we can read" in answer.content.decode() or "ไม่ใช่รูป" in answer.content.decode()
    assert facts(Product.objects.get()) == ("น้ำตาลโตนด", 120_00, 20, 500, 0, "draft")


def test_without_a_photo_it_is_kept_but_goes_no_further():
    client = at_desk(create_seller().person)
    answer = client.post(open_form(client), FOUR)
    assert answer.status_code == 422
    assert Product.objects.get().state == "draft"


def test_a_half_written_draft_is_kept_by_its_button_without_reproach():
    client = at_desk(create_seller().person)
    answer = client.post(open_form(client), {"title": "ผ้าขาวม้า", "shipping_class": "ambient", "do": "keep"})
    assert answer.status_code == 302
    assert facts(Product.objects.get()) == ("ผ้าขาวม้า", None, None, 0, 0, "draft")


def test_the_page_keeps_what_is_written_by_itself():
    client, public_id = at_desk(create_seller().person), new_public_id()
    address = reverse("goods:keep", args=[public_id])
    assert client.post(address, {"title": "ผ้า", "shipping_class": "ambient"}).status_code == 204
    assert client.post(address, {"title": "ผ้าขาวม้า", "price": "1,5", "shipping_class": "ambient"}).status_code == 422
    assert facts(Product.objects.get(public_id=public_id)) == ("ผ้าขาวม้า", None, None, 0, 0, "draft")
    assert client.get(reverse("goods:new", args=[public_id]))["Location"] == reverse("goods:edit", args=[public_id])


def test_a_late_autosave_changes_nothing_that_was_handed_in():
    listing = create_complete_draft()
    submit_listing(listing, by=listing.owner.person)
    answer = act(at_desk(listing.owner.person), "keep", listing, {**FOUR})
    assert answer.status_code == 409
    assert listing.in_language("th").title == "ผ้าพันคอลายดอกพิกุล"


def test_made_up_ids_are_refused():
    client = at_desk(create_seller().person)
    assert client.get("/desk/goods/new/aeiou/").status_code == 404
    assert client.post("/desk/goods/aeiou/keep/", FOUR).status_code == 404


def test_a_refusal_is_shown_with_what_to_do_and_can_be_mended():
    listing = create_complete_draft()
    submit_listing(listing, by=listing.owner.person)
    refuse_listing(listing, by=create_reviewer(), reasons="รูปมืด\nราคาผิด")
    client = at_desk(listing.owner.person)
    page = client.get(reverse("goods:good", args=[listing.public_id])).content.decode()
    assert "<li>รูปมืด</li>" in page
    assert "<li>ราคาผิด</li>" in page
    answer = act(client, "edit", listing, {**FOUR})
    client.post(answer["Location"])
    listing.refresh_from_db()
    assert listing.state == "waiting"


def test_while_it_waits_it_is_taken_back_before_it_is_changed():
    listing = create_complete_draft()
    submit_listing(listing, by=listing.owner.person)
    client = at_desk(listing.owner.person)
    act(client, "edit", listing, {**FOUR})
    assert listing.texts.get(language="th").title == "ผ้าพันคอลายดอกพิกุล"
    act(client, "withdraw", listing)
    act(client, "edit", listing, {**FOUR, "do": "keep"})
    assert facts(Product.objects.get()) == ("น้ำตาลโตนด", 120_00, 20, 500, 1, "draft")


def test_a_live_price_waits_for_review_and_the_page_says_so():
    listing = create_live_listing(satang=690_00)
    client = at_desk(listing.owner.person)
    answer = client.post(
        reverse("goods:edit", args=[listing.public_id]), {**FOUR, "price": "750", "unit": "ผืน"}, follow=True
    )
    assert facts(listing)[1] == 690_00
    assert listing.texts.get(language="th").unit == "ผืน"
    assert listing.changes.get(status="waiting").after == {"price_satang": 750_00}
    page = answer.content.decode()
    assert "฿690" in page
    assert "฿750" in page


def test_a_bad_edit_of_a_live_listing_changes_nothing():
    listing = create_live_listing(satang=690_00)
    answer = act(at_desk(listing.owner.person), "edit", listing, {**FOUR, "price": "ฟรี"})
    assert answer.status_code == 422
    assert not listing.changes.exists()
    assert listing.texts.get(language="th").title == "ผ้าพันคอลายดอกพิกุล"


def test_counting_the_shelf_and_taking_it_back():
    listing = create_live_listing(left=10)
    client = at_desk(listing.owner.person)
    page = client.post(reverse("goods:stock", args=[listing.public_id]), {"left": "๗", "seen": "10"}, follow=True)
    assert units_left([listing.ref]) == {listing.ref: 7}
    undo(client, page)
    assert units_left([listing.ref]) == {listing.ref: 10}


def undo(client, answer):
    """Press the button of the bar, as a browser without script would."""
    page = answer.content.decode()
    note = page.split('name="note" value="')[1].split('"')[0]
    return client.post(reverse("desk:undo"), {"note": note, "next": "/desk/goods/"})


def test_what_was_sold_while_she_counted_is_not_overwritten():
    listing = create_live_listing(left=10)
    client = at_desk(listing.owner.person)
    act(client, "stock", listing, {"left": "12", "seen": "11"})
    act(client, "stock", listing, {"left": "-3", "seen": "10"})
    act(client, "stock", listing, {"left": "", "seen": "10"})
    assert units_left([listing.ref]) == {listing.ref: 10}


def test_a_rest_is_undone_and_a_return_too():
    listing = create_live_listing()
    client = at_desk(listing.owner.person)
    page = client.post(reverse("goods:pause", args=[listing.public_id]), follow=True)
    assert Product.objects.get().state == "paused"
    undo(client, page)
    assert Product.objects.get().state == "live"


def test_an_undo_serves_nobody_else():
    listing = create_live_listing()
    client = at_desk(listing.owner.person)
    page = client.post(reverse("goods:pause", args=[listing.public_id]), follow=True)
    undo(at_desk(create_seller().person), page)
    assert Product.objects.get().state == "paused"


def test_one_more_like_this_pressed_twice_is_one_more():
    listing = create_live_listing()
    client, copy = at_desk(listing.owner.person), new_public_id()
    for _again in range(2):
        answer = act(client, "copy", listing, {"copy": copy})
        assert answer["Location"] == reverse("goods:edit", args=[copy])
    assert facts(Product.objects.get(public_id=copy)) == ("ผ้าพันคอลายดอกพิกุล", 690_00, None, 160, 0, "draft")
    assert Product.objects.count() == 2


def test_photos_are_added_put_first_and_taken_away():
    listing = create_complete_draft()
    client = at_desk(listing.owner.person)
    act(client, "photo_add", listing, {"camera": photo(colour="red")})
    first, second = listing.images.all()
    act(client, "photo_first", listing, stem=second.stem)
    assert list(listing.images.all()) == [second, first]
    for _again in range(2):
        assert act(client, "photo_remove", listing, stem=second.stem).status_code == 302
    assert list(listing.images.all()) == [first]


@pytest.mark.parametrize("name", ["good", "edit", "preview", "photos"])
def test_another_sellers_screens_are_not_there(name):
    listing, client = create_complete_draft(), at_desk(create_seller().person)
    assert client.get(reverse(f"goods:{name}", args=[listing.public_id])).status_code == 404


@pytest.mark.parametrize(
    "name", ["new", "edit", "keep", "preview", "stock", "pause", "resume", "withdraw", "copy", "photo_add"]
)
def test_another_sellers_listing_cannot_be_touched(name):
    listing, client = create_live_listing(), at_desk(create_seller().person)
    given = {**FOUR, "camera": photo(), "copy": new_public_id(), "seen": "10"}
    assert act(client, name, listing, given).status_code == 404
    assert facts(Product.objects.get()) == ("ผ้าพันคอลายดอกพิกุล", 690_00, 10, 160, 1, "live")
    assert not listing.changes.exists()


@pytest.mark.parametrize("name", ["photo_first", "photo_remove"])
def test_another_sellers_photo_cannot_be_touched_not_even_through_ones_own_listing(name):
    hers, mine = create_complete_draft(), create_complete_draft()
    client, stem = at_desk(mine.owner.person), hers.images.get().stem
    assert act(client, name, hers, stem=stem).status_code == 404
    act(client, name, mine, stem=stem)
    assert hers.images.count() == 1


def test_strangers_sign_in_first_and_people_of_no_organisation_are_told_whom_to_ask():
    assert Client().get(reverse("goods:goods")).status_code == 302
    assert at_desk(create_person()).get(reverse("goods:goods")).status_code == 403


def test_who_acts_for_two_is_asked_for_which_and_comes_back():
    seller, other = create_seller(), create_organisation()
    Membership.objects.create(user=seller.person, organisation=other, role=Membership.Role.OWNER)
    client = at_desk(seller.person)
    asked = client.get(reverse("goods:goods"))["Location"]
    assert asked == "/desk/organisation/?next=/desk/goods/"
    answer = client.post(asked, {"organisation": seller.organisation.public_id})
    assert answer["Location"] == reverse("goods:goods")
    assert client.get(answer["Location"]).status_code == 200


def test_a_delegate_does_it_and_it_is_written_down():
    seller, helper = create_seller(), create_person()
    seller.organisation.delegates.create(user=helper, granted_by=seller.person)
    client = at_desk(helper)
    client.post(open_form(client), {**FOUR, "camera": photo()})
    assert facts(Product.objects.get())[0] == "น้ำตาลโตนด"
    assert "began a listing" in set(DelegateLog.objects.values_list("deed", flat=True))


def test_the_list_shows_ones_own_goods_only_and_what_to_mend_first():
    seller = create_seller()
    create_draft(title="ของคนอื่น")
    create_live_listing(seller, title="ขายอยู่แล้ว")
    create_draft(seller, title="ยังเขียนไม่จบ")
    page = at_desk(seller.person).get(reverse("goods:goods")).content.decode()
    assert "ของคนอื่น" not in page
    assert page.index("ยังเขียนไม่จบ") < page.index("ขายอยู่แล้ว")


def test_the_list_asks_the_database_as_much_for_many_as_for_few(django_assert_max_num_queries):
    seller = create_seller()
    for _number in range(6):
        create_complete_draft(seller)
    client = at_desk(seller.person)
    client.get(reverse("goods:goods"))
    with django_assert_max_num_queries(20):
        client.get(reverse("goods:goods"))


def test_a_category_is_chosen_from_the_shelves_there_are():
    shelf = create_category()
    client = at_desk(create_seller().person)
    client.post(open_form(client), {**FOUR, "category": shelf.slug, "do": "keep"})
    assert list(Product.objects.get().categories.all()) == [shelf]
