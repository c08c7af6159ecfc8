"""Which wording of the texts that people agree to is in force; the room that keeps the texts says so."""

UNWRITTEN = "unwritten"
_readers = []


def register_terms(reader):
    """Let `reader(name)` tell the version of a text ("terms", "privacy"), or "" for one that it does not keep."""
    _readers[:] = [reader]


def current_version(name):
    """The version of this text that readers see now; consents are recorded with it. "unwritten" where none stands."""
    return (_readers and _readers[0](name)) or UNWRITTEN
