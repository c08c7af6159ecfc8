"""A small LINE look-alike for development, tests and the demo: a process of its own that never loads the project."""
