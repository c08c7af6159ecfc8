"""What this room does: let people in, keep their contacts and consents."""
