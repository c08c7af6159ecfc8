"""Things that pictures are made of; each stands on (0, 0) or is centred there, in pixels of a 960-wide sheet."""
