"""News of the books."""

from django.dispatch import Signal

# heads: [(book, position, digest)]. Receivers promise to send them to people outside.
heads_published = Signal()

# faults: [words]. After each whole reading of the books.
books_read = Signal()
