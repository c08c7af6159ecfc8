"""Linking and unlinking."""

from network.clock import now

from .models import Link
from .registry import link_kind


class WrongEnd(ValueError):
    """A link of this kind cannot stand between these two things."""


def link(kind, source, target):
    """Link two things, however often it is asked for, once; returns the link.

    Raises UnknownLinkKind, and WrongEnd for what is no ref, is of the wrong kind, or would be linked to itself.
    """
    found, _made = Link.objects.get_or_create(**ends(kind, source, target), defaults={"made_at": now()})
    return found


def unlink(kind, source, target):
    """Undo such a link; True if there was one. Raises as `link` does."""
    removed, _by_model = Link.objects.filter(**ends(kind, source, target)).delete()
    return removed > 0


def unlink_all(ref):
    """Undo every link from and to a thing that is no longer; returns how many there were."""
    return Link.objects.touching(ref).delete()[0]


def ends(name, source, target):
    """The columns of such a link; a mutual one is written in one order only, so that it is not there twice."""
    kind = link_kind(name)
    if source == target:
        raise WrongEnd(f"{source} cannot be linked to itself")
    for ref, allowed in ((source, kind.sources), (target, kind.targets)):
        of, colon, rest = ref.partition(":")
        if not (of and colon and rest):
            raise WrongEnd(f"{ref} is not a ref")
        if allowed and of not in allowed:
            raise WrongEnd(f"{ref} cannot stand at this end of {name}")
    if kind.mutual:
        source, target = sorted([source, target])
    return {"kind": name, "source": source, "target": target}
