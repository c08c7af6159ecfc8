"""Typed links between any two public things."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class LinkQuerySet(models.QuerySet):
    def of_kind(self, *kinds):
        return self.filter(kind__in=kinds) if kinds else self

    def leading_from(self, ref):
        return self.filter(source=ref)

    def leading_to(self, ref):
        return self.filter(target=ref)

    def touching(self, ref):
        return self.filter(Q(source=ref) | Q(target=ref))

    def others_of(self, ref, *kinds):
        """The refs at the other end of this thing's links, in the order they were linked."""
        links = self.of_kind(*kinds).touching(ref).order_by("pk").values_list("source", "target")
        return list(dict.fromkeys(target if source == ref else source for source, target in links))


class Link(models.Model):
    """One thing belongs to another in a registered way; read from both ends."""

    kind = models.CharField(_("kind"), max_length=30)
    source = models.CharField(_("from"), max_length=60)
    target = models.CharField(_("to"), max_length=60)
    made_at = models.DateTimeField(_("made"))

    objects = LinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("link")
        verbose_name_plural = _("links")
        constraints = [
            models.UniqueConstraint(fields=["source", "kind", "target"], name="link_once"),
            models.CheckConstraint(condition=~Q(source=F("target")), name="link_not_to_itself"),
        ]
        indexes = [models.Index(fields=["target", "kind"], name="link_from_its_target")]

    def __str__(self):
        return f"{self.source} {self.kind} {self.target}"
