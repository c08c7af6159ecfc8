"""What has happened with a fund; receivers only promise something for later."""

from django.dispatch import Signal

pledge_captured = Signal()  # pledge
pledge_refunded = Signal()  # pledge
