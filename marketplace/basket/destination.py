"""Where a visitor has things sent, for estimates: a small cookie, no address in it."""

from marketplace.shipping.parcels import Destination

from .forms import DestinationForm

COOKIE, DAYS_30 = "send_to", 30 * 24 * 60 * 60
HOME = Destination("TH")


def destination_of(request):
    """What the cookie says, if it makes sense; else Thailand."""
    country, _sign, postcode = request.COOKIES.get(COOKIE, "").partition("-")
    form = DestinationForm({"country": country, "postcode": postcode})
    return form.destination if form.is_valid() else HOME


def remember_destination(response, destination):
    value = f"{destination.country}-{destination.postcode}"
    response.set_cookie(COOKIE, value, max_age=DAYS_30, httponly=True, samesite="Lax")
    return response
