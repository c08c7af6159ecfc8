"""What the databases' full-text indexes store of a card, and what is sought in them.

Everything is a word of letters and digits that says itself what it is, so that one index answers every question and
no row need be read to know whether it does: "thผ้า" is a word of a card in Thai, "tthผ้า" one of its title, "xthผ้า"
three letters of its names, "kththing" its kind, "fth" and a digest one of its facets.
"""

from hashlib import blake2s

from network.words.segment import index_words, runs, segment, trigrams

LONGEST_TEXT = 20_000
LONGEST_QUERY = 100
MOST_WORDS = 8


def marked(mark, language, words):
    return [f"{mark}{language[:2]}{word}" for word in words]


def facet_mark(language, name, value):
    return f"f{language[:2]}{blake2s(f'{name}:{value}'.encode(), digest_size=8).hexdigest()}"


def kind_mark(language, kind):
    return f"k{language[:2]}{kind.replace('_', '')}"


def search_columns(kind, language, facts, other_titles):
    """What to store: the words of the title, all others, and the marks.

    The titles in other languages are among the others: a visitor pastes ลูกหยี into the English site.
    """
    title = index_words(facts.title)
    labels = [facet.label for facet in facts.facets]
    rest = " ".join([facts.line, facts.place, facts.maker, *labels, *other_titles, facts.text[:LONGEST_TEXT]])
    marks = [
        kind_mark(language, kind),
        *(facet_mark(language, facet.name, facet.value) for facet in facts.facets),
        *marked("t", language, dict.fromkeys(title)),
        *marked("x", language, dict.fromkeys(trigrams(f"{facts.title} {facts.maker} {facts.place}"))),
    ]
    return {
        "title_words": " ".join(marked("", language, title)),
        "words": " ".join(marked("", language, index_words(rest))),
        "marks": " ".join(marks),
    }


def sought_words(query):
    return segment(query[:LONGEST_QUERY])[:MOST_WORDS]


def sought_trigrams(query):
    """The trigrams of each run of letters of the query that has any."""
    grams = [list(dict.fromkeys(trigrams(run))) for run in runs(query[:LONGEST_QUERY])][:MOST_WORDS]
    return [of_run for of_run in grams if of_run]
