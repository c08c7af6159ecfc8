"""A local Stripe look-alike: a process of its own that never loads the project."""
