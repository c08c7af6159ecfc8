"""What this room does: copies, erasures, and the clocks of requests and breaches."""
