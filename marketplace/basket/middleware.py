"""The basket of a request, loaded only when something asks for it."""

from oscar.apps.basket.middleware import BasketMiddleware

__all__ = ["BasketMiddleware"]
