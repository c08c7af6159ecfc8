"""What Oscar's other tables keep of people: baskets, lists of wishes, what was looked at."""

from network.people.personal_data_registry import NOBODY, POINTS, by_contact, by_user, emptied, free, holds, nothing

holds("basket.Basket", mine=by_user("owner"), fields={"owner": NOBODY}, facts=["status", "date_created"])
free("basket.Line", "line_reference price_currency tax_code", "What lies in a basket.")
free("basket.LineAttribute", "value", "What lies in a basket.")
WHERE = ("first_name", "last_name", "line1", "line2", "line3", "line4", "state", "postcode", "search_text", "notes")
holds(
    "address.UserAddress",
    mine=by_user(),
    fields={"user": POINTS, **dict.fromkeys([*WHERE, "phone_number", "hash"], emptied())},
    goes=True,
)
free("address.UserAddress", "code", "A number.")
free("address.Country", "*", "Of a country.")
holds("analytics.UserRecord", mine=by_user(), fields={"user": POINTS}, facts=["num_orders"], goes=True)
holds("analytics.UserProductView", mine=by_user(), fields={"user": POINTS}, facts=["product"], goes=True)
holds("analytics.UserSearch", mine=by_user(), fields={"user": POINTS, "query": emptied()}, goes=True)
holds(
    "communication.Email",
    mine=by_user(),
    fields={"user": POINTS, **dict.fromkeys(["email", "subject", "body_text", "body_html"], emptied())},
    goes=True,
)
holds(
    "communication.Notification",
    mine=by_user("recipient"),
    fields={"recipient": POINTS, "subject": emptied(), "body": emptied()},
    goes=True,
)
holds("communication.Notification", mine=nothing, fields={"sender": POINTS})
free("communication.CommunicationEventType", "*", "Texts of messages that this site does not send.")
holds("customer.ProductAlert", mine=by_user(), fields={"user": POINTS, "email": emptied(), "key": emptied()}, goes=True)
holds("customer.ProductAlert", mine=by_contact("email"), fields={"email": emptied()}, goes=True)
holds("voucher.VoucherApplication", mine=by_user(), fields={"user": NOBODY}, facts=["voucher", "date_created"])
free("voucher.VoucherSet", "*", "Of vouchers, not of who uses them.")
free("voucher.Voucher", "*", "Of vouchers, not of who uses them.")
holds(
    "wishlists.WishList",
    mine=by_user("owner"),
    fields={"owner": POINTS, "name": emptied(), "key": emptied(told=False)},
    facts=["date_created"],
    goes=True,
)
free("wishlists.Line", "title", "The name of a thing.")
holds("wishlists.WishListSharedEmail", mine=by_user("wishlist__owner"), fields={"email": emptied()}, goes=True)
holds("offer.RangeProductFileUpload", mine=nothing, fields={"uploaded_by": POINTS})
free("offer.RangeProductFileUpload", "*", "Lists of goods, uploaded by staff.")
for model in ("ConditionalOffer", "Benefit", "Condition", "Range"):
    free(f"offer.{model}", "*", "Of offers to everybody.")
UNUSED = {"Transaction": "txn_type reference status", "SourceType": "name code", "Source": "currency reference label"}
for model, names in UNUSED.items():
    free(f"payment.{model}", names, "Oscar needs the table; money is kept in the books.")
free("shipping.OrderAndItemCharges", "*", "Of ways of sending.")
free("shipping.WeightBased", "*", "Of ways of sending.")
