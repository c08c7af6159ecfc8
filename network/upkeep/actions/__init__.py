"""Keeping the site's data safe: taking a backup, and putting one back."""

from .back_up import back_up
from .restore import Wishes, restore

__all__ = ["Wishes", "back_up", "restore"]
