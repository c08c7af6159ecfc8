"""How long something has stood, in one unit: "5 minutes", "2 hours", "3 days"."""

from datetime import timedelta

from django.utils.translation import ngettext

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def age_words(since, at):
    """The whole units between two moments, never less than a minute; a clock that ran ahead counts as one."""
    age = at - since
    if age >= DAY:
        count = age // DAY
        return ngettext("%(count)d day", "%(count)d days", count) % {"count": count}
    if age >= HOUR:
        count = age // HOUR
        return ngettext("%(count)d hour", "%(count)d hours", count) % {"count": count}
    count = max(age // timedelta(minutes=1), 1)
    return ngettext("%(count)d minute", "%(count)d minutes", count) % {"count": count}
