"""The demo's pages. Each function takes `content(name)` → the file's data, and `pictures(kind, key)` → (upload, alt) or None.

They may run any number of times: what stands is left as it is.
"""

from .announcements import seed_announcements
from .front import seed_front
from .members import seed_members
from .places import seed_places
from .stories import seed_stories

__all__ = ["seed_announcements", "seed_front", "seed_members", "seed_places", "seed_stories"]
