"""The basket of a request, loaded only when something asks for it, and never created by looking."""

from django.conf import settings
from django.contrib import messages
from django.core.signing import BadSignature, Signer
from django.utils.translation import gettext as _
from oscar.apps.basket import middleware as oscar

from .models import Basket
from .offers import apply_offers


class BasketMiddleware(oscar.BasketMiddleware):
    """Oscar's, but offers are asked for only where there are any, and a person's first look writes nothing."""

    def get_basket(self, request):
        if request._basket_cache is None:
            request._basket_cache = self.find(request)
        return request._basket_cache

    def find(self, request):
        """A person's own basket, with what she put in before she signed in; else the one of the cookie; else a new one."""
        left_behind = self.basket_of_cookie(request)
        if not request.user.is_authenticated:
            return left_behind or Basket()
        own = Basket.open.filter(owner=request.user).order_by("-pk").first() or Basket(owner=request.user)
        if left_behind:
            own.pk or own.save()
            self.merge_baskets(own, left_behind)
            request.cookies_to_delete.append(settings.OSCAR_BASKET_COOKIE_OPEN)
            messages.info(request, _("What you put into the basket before you signed in is in it too."))
        return own

    @staticmethod
    def basket_of_cookie(request):
        """The open basket that the cookie names, or None; a cookie that names none any more is taken away."""
        cookie = request.COOKIES.get(settings.OSCAR_BASKET_COOKIE_OPEN)
        if cookie is None:
            return None
        try:
            found = Basket.open.filter(pk=Signer().unsign(cookie), owner=None).first()
        except (BadSignature, ValueError):
            found = None
        if found is None:
            request.cookies_to_delete.append(settings.OSCAR_BASKET_COOKIE_OPEN)
        return found

    def apply_offers_to_basket(self, request, basket):
        apply_offers(basket, request.user, request)
