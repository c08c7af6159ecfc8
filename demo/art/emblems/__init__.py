"""Small square emblems of organisations and districts."""
