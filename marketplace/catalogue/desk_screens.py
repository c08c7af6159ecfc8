"""What the desk shows of goods: to sellers their own, to reviewers what waits."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from network.clock import now
from network.desk.registry import (
    Figure,
    Screen,
    register_figures,
    register_screen,
    register_things,
    register_undo,
    register_urls,
)
from network.organisations.access import has_role
from network.organisations.certified import register_certifiable
from network.words.ages import age_words

from .actions.doors import REVIEWERS
from .desk_review import changes_to_review, open_reports, to_review
from .first_steps import register_first_steps, sells
from .models import Product
from .models.listing import State


def acts_for_somebody(request):
    return request.organisation is not None


def reviews(request):
    return has_role(request.user, *REVIEWERS)


def waiting_for_me(request):
    return to_review(request.user).count() + changes_to_review(request.user).count() + open_reports().count()


def seller_figures(request):
    """What she must mend first, then what waits and for how long."""
    if not acts_for_somebody(request):
        return []
    mine = Product.objects.filter(owner__organisation=request.organisation)
    refused, waiting = mine.filter(state=State.REFUSED).count(), list(mine.waiting())
    found = []
    if refused:
        found.append(
            Figure(_("Goods to mend"), str(refused), reverse("goods:goods"), "warning", _("See why"), urgent=True)
        )
    if waiting:
        age = _("Waiting for %(age)s") % {"age": age_words(waiting[0].waiting_since, now())}
        found.append(Figure(_("Goods waiting for review"), str(len(waiting)), reverse("goods:goods"), "waiting", age))
    return found


def reviewer_figures(request):
    count = waiting_for_me(request) if reviews(request) else 0
    if not count:
        return []
    return [Figure(_("To review"), str(count), reverse("review:queue"), "view", _("The oldest first"), urgent=True)]


def goods_by_ref(refs):
    ids = [ref.partition(":")[2] for ref in refs]
    listings = Product.objects.filter(public_id__in=ids)
    return {one.ref: (one.title or _("No name yet"), reverse("goods:good", args=[one.public_id])) for one in listings}


def goods_to_certify(organisation):
    goods = Product.objects.filter(owner__organisation=organisation).exclude(title="").order_by("title")
    return [(one.ref, one.title) for one in goods]


def has_shop(request):
    return acts_for_somebody(request) and sells(request.organisation)


register_first_steps()
register_certifiable(goods_to_certify)
register_urls("shop/", "marketplace.catalogue.desk_shop_urls")
register_screen(Screen("shop", gettext_lazy("My shop"), "shop", "shop:shop", has_shop, order=35))
register_things("listing", goods_by_ref)
register_urls("goods/", "marketplace.catalogue.desk_urls")
register_urls("review/", "marketplace.catalogue.desk_review_urls")
register_figures("goods", seller_figures, order=30)
register_figures("review", reviewer_figures, order=40)
register_screen(
    Screen("goods", gettext_lazy("My goods"), "basket", "goods:goods", acts_for_somebody, tab=True, order=20)
)
register_screen(
    Screen("review", gettext_lazy("Review goods"), "view", "review:queue", reviews, count=waiting_for_me, order=25)
)
register_undo("goods.resume", "marketplace.catalogue.desk_care.undo_pause")
register_undo("goods.pause", "marketplace.catalogue.desk_care.undo_resume")
register_undo("goods.stock", "marketplace.catalogue.desk_care.undo_stock")
