"""The words of a card as the databases' full-text indexes store and seek them.

Every word carries its language in front ("thผ้า"), so that a search walks one language's cards only; a trigram
carries an x before that, so that it is never taken for a word.
"""

from network.words.segment import index_words, runs, segment, trigrams

LONGEST_TEXT = 20_000
MOST_WORDS = 8
LONGEST_QUERY = 100


def marked(language, words):
    return [language[:2] + word for word in words]


def marked_trigrams(language, grams):
    return ["x" + gram for gram in marked(language, dict.fromkeys(grams))]


def search_columns(language, facts, other_titles):
    """What to store of a card: its title, everything else, and its names letter by letter for typing mistakes.

    The titles in other languages are found too: a visitor pastes ลูกหยี into the English site.
    """
    labels = [facet.label for facet in facts.facets]
    rest = " ".join([facts.line, facts.place, facts.maker, *labels, *other_titles, facts.text[:LONGEST_TEXT]])
    names = " ".join([facts.title, facts.maker, facts.place])
    return {
        "title_words": " ".join(marked(language, index_words(facts.title))),
        "words": " ".join(marked(language, index_words(rest))),
        "grams": " ".join(marked_trigrams(language, trigrams(names))),
    }


def sought_words(language, query):
    return marked(language, segment(query[:LONGEST_QUERY])[:MOST_WORDS])


def sought_trigrams(language, query):
    """The trigrams of each run of letters of the query that has any."""
    grams = [marked_trigrams(language, trigrams(run)) for run in runs(query[:LONGEST_QUERY])][:MOST_WORDS]
    return [of_run for of_run in grams if of_run]
