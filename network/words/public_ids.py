"""Names for things that strangers may see: short, random, and never a primary key."""

import secrets

# No 0/o, 1/l/i, no vowels: a word cannot form, and a person can read it out.
ALPHABET = "23456789bcdfghjkmnpqrstvwxz"


def new_public_id():
    """Ten random characters, about 47 bits."""
    return "".join(secrets.choice(ALPHABET) for _ in range(10))


def is_public_id(text):
    """Could `new_public_id` have made it?"""
    return len(text) == 10 and set(text) <= set(ALPHABET)


def new_token():
    """A secret of 27 random characters, about 128 bits, for links that open something."""
    return "".join(secrets.choice(ALPHABET) for _ in range(27))


def as_token(secret):
    """The 32 bytes of a keyed digest in the same letters: as long, and as hard to guess, as `new_token`."""
    number, letters = int.from_bytes(secret, "big"), []
    for _position in range(27):
        number, letter = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[letter])
    return "".join(letters)
