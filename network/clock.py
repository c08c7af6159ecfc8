"""The one clock: the database's time, read once per transaction."""
