"""Lets Babel read Django's templates, with Django's own translation of them into code."""

import io

from babel.messages.extract import extract_python
from django.conf import settings
from django.utils.translation.template import templatize


def extract(fileobj, keywords, comment_tags, options):
    if not settings.configured:
        settings.configure(USE_I18N=True)
    code = templatize(fileobj.read().decode(), origin=getattr(fileobj, "name", None))
    code = "\n".join(line.lstrip() for line in code.splitlines())  # markup's indentation is none of Python's
    return extract_python(io.BytesIO(code.encode()), [*keywords], comment_tags, options)
