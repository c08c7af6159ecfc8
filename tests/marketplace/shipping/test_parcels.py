"""What sending costs, by hand-made bands: nothing here asks a database."""

from marketplace.shipping.models import Service, Zone
from marketplace.shipping.parcels import Band, Destination, Goods, Option, PickUp, Terms, options_for, zone_of

BANDS = (
    Band("parcel", "near", 1000, 4500, 1, 3),
    Band("parcel", "near", 5000, 10000, 1, 3),
    Band("parcel", "th", 1000, 5500, 2, 4),
    Band("parcel", "th", 5000, 13000, 2, 4),
    Band("express", "th", 5000, 17500, 1, 2),
    Band("cold", "th", 5000, 26000, 1, 2),
    Band("parcel", "my", 5000, 105000, 5, 10),
)
SELLER = Terms(sends_from="90100", handling_days=1, bands=BANDS)
BANGKOK = Destination("TH", "10110")
HAT_YAI = Destination("TH", "90110")
MALAYSIA = Destination("MY")


def goods(weight_g=400, quantity=1, shipping_class="ambient", ships_to=("TH", "MY"), satang=69000):
    return Goods(weight_g, quantity, shipping_class, ships_to, satang)


def priced(options):
    return [(option.code, option.satang, option.eta_days) for option in options]


def test_the_cheapest_service_comes_first_with_packing_days_added():
    assert priced(options_for([goods()], BANGKOK, SELLER)) == [
        ("parcel", 5500, (3, 5)),
        ("express", 17500, (2, 3)),
    ]


def test_the_same_province_is_nearer():
    assert zone_of(HAT_YAI, "90100") == Zone.NEAR
    assert zone_of(BANGKOK, "90100") == Zone.THAILAND
    assert priced(options_for([goods()], HAT_YAI, SELLER)) == [("parcel", 4500, (2, 4))]


def test_a_seller_without_a_postcode_is_near_to_nobody():
    assert zone_of(Destination("TH", ""), "") == Zone.THAILAND


def test_weights_of_all_lines_add_up():
    lines = [goods(weight_g=400, quantity=2), goods(weight_g=300)]
    assert priced(options_for(lines, BANGKOK, SELLER))[0] == ("parcel", 13000, (3, 5))


def test_a_weight_on_the_edge_of_a_band_is_within_it():
    assert priced(options_for([goods(weight_g=1000)], BANGKOK, SELLER))[0][1] == 5500
    assert priced(options_for([goods(weight_g=1001)], BANGKOK, SELLER))[0][1] == 13000


def test_what_is_too_heavy_for_one_parcel_goes_in_several():
    assert priced(options_for([goods(weight_g=5000, quantity=2)], BANGKOK, SELLER))[0][1] == 2 * 13000
    assert priced(options_for([goods(weight_g=10_400)], BANGKOK, SELLER))[0][1] == 2 * 13000 + 5500


def test_something_weightless_still_pays_the_lightest_band():
    assert priced(options_for([goods(weight_g=0)], BANGKOK, SELLER))[0][1] == 5500


def test_chilled_goods_travel_cold_and_take_the_others_with_them():
    lines = [goods(), goods(shipping_class="chilled", ships_to=("TH",))]
    assert priced(options_for(lines, BANGKOK, SELLER)) == [("cold", 26000, (2, 3))]


def test_cold_and_fresh_goods_never_cross_the_border():
    for shipping_class in ("chilled", "fresh"):
        assert options_for([goods(shipping_class=shipping_class)], MALAYSIA, SELLER) == []


def test_goods_go_only_where_their_seller_sends_them():
    assert options_for([goods(), goods(ships_to=("TH",))], MALAYSIA, SELLER) == []
    assert priced(options_for([goods()], MALAYSIA, SELLER)) == [("parcel", 105000, (6, 11))]


def test_nobody_sends_to_a_country_without_a_zone():
    assert options_for([goods(ships_to=("TH", "FR"))], Destination("FR", "75001"), SELLER) == []


def test_free_delivery_counts_from_its_sum_and_ends_at_the_border():
    generous = Terms(sends_from="90100", bands=BANDS, free_over=69000)
    assert [option.satang for option in options_for([goods(satang=69000)], BANGKOK, generous)] == [0, 0]
    assert [option.satang for option in options_for([goods(satang=68999)], BANGKOK, generous)] == [5500, 17500]
    assert [option.satang for option in options_for([goods(satang=69000)], MALAYSIA, generous)] == [105000]


def test_pick_up_goods_can_only_be_fetched():
    place = PickUp("k3f9", "Shop at the old town gate", 2)
    seller = Terms(sends_from="90100", bands=BANDS, pick_ups=(place,))
    assert options_for([goods(shipping_class="pickup", ships_to=())], BANGKOK, seller) == [
        Option("pickup:k3f9", "Shop at the old town gate", 0, (2, 2))
    ]


def test_pick_up_comes_after_every_delivery_though_it_is_free():
    seller = Terms(sends_from="90100", bands=BANDS, pick_ups=(PickUp("k3f9", "Old town", 1),))
    assert [option.code for option in options_for([goods()], BANGKOK, seller)] == ["parcel", "express", "pickup:k3f9"]


def test_a_file_is_not_sent_and_weighs_nothing_beside_goods():
    file = goods(weight_g=9999, shipping_class="digital", ships_to=())
    assert priced(options_for([file], MALAYSIA, SELLER)) == [("none", 0, (0, 0))]
    assert priced(options_for([file, goods()], BANGKOK, SELLER))[0] == ("parcel", 5500, (3, 5))


def test_options_name_their_service():
    assert options_for([goods()], BANGKOK, SELLER)[0].name == Service.PARCEL.label
