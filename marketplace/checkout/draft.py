"""What the first step has gathered, kept in the buyer's session until she orders."""

from marketplace.basket.destination import destination_of
from marketplace.order.models import Order
from marketplace.shipping.parcels import Destination
from network.people.contacts import contacts_of, read_contact
from network.places.lookup import place_of

from .forms import ABROAD, DetailsForm

SESSION = "checkout"
KEPT = ["contact", "name", "get", "country", "line1", "place", "subdistrict", "city", "postcode", "phone"]


def keep_draft(request, form):
    """As typed, with the place that was found."""
    draft = {name: form.data.get(name, "")[:254] for name in KEPT} | {"get": form.cleaned_data["get"]}
    if place := getattr(form, "chosen_place", None):
        draft["subdistrict"] = place.code
    request.session[SESSION] = draft


def forget_draft(request):
    request.session.pop(SESSION, None)


def reach_of(reckoned):
    """What the details form may offer: {countries: …, may_fetch: …} for everything that is in the basket."""
    countries = [code for code in ["TH", *ABROAD] if all(sends_to(parcel, code) for parcel in reckoned.parcels)]
    return {"countries": countries, "may_fetch": all(parcel.terms.points for parcel in reckoned.parcels)}


def sends_to(parcel, country):
    """Is there a way to that country, or at least one to fetch it here?"""
    return bool(parcel.options_at(Destination(country)))


def empty_form(request, reckoned):
    """The form as this buyer finds it: her draft, else what we know of her, else the country of her estimate."""
    reach = reach_of(reckoned)
    if draft := request.session.get(SESSION):
        form = DetailsForm(initial=draft, **reach)
        if draft.get("subdistrict"):
            form.places = [place for place in [place_of(draft["subdistrict"])] if place]
        return form
    at = destination_of(request)
    country = at.country if at.country in reach["countries"] else ""
    initial = {"country": country, "place": at.postcode if country == "TH" else "", **known_of(request.user)}
    return DetailsForm(initial=initial, **reach)


def known_of(user):
    """A member's contact, name and last address."""
    if not user.is_authenticated:
        return {}
    contacts = [contact for contact in contacts_of(user) if contact.channel != "line"]
    known = {"contact": read_contact(contacts[0])} if contacts else {}
    last = Order.objects.of(user).exclude(shipping_address=None).select_related("shipping_address").first()
    if last:
        address = last.shipping_address
        known |= {"name": last.name, "line1": address.line1, "country": address.country_id, "place": address.line3}
        known |= {"subdistrict": address.subdistrict_code, "city": address.line4, "postcode": address.postcode}
    return {"name": user.get_full_name(), **known}


def finished_draft(request, reckoned):
    """The draft as a valid form, or None where the first step must be taken (again)."""
    form = DetailsForm(request.session.get(SESSION), **reach_of(reckoned))
    return form if form.is_bound and form.is_valid() else None
