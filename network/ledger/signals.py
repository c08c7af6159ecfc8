"""News of the books."""

from django.dispatch import Signal

# heads: [(book, position, digest)]. Receivers promise to send them to people outside.
heads_published = Signal()
