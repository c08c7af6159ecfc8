"""News about organisations, told after the fact."""

from django.dispatch import Signal

invitation_accepted = Signal()  # invitation
