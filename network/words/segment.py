"""Words of a text for search: Thai has no spaces, so a dictionary finds them.

The same `segment` speaks when a text is stored and when it is searched; `index_words` adds, at storing only, the
dictionary words inside compounds and across their joints (น้ำตาลโตนด is also found by น้ำตาล, ตาล and โตนด).
Words are found by nlpO3 (newmm) with PyThaiNLP's word list, read as a file so that the library itself stays
unloaded, and `dictionary.txt`: names of places, goods and crafts that the stock list lacks.
"""

import re
import tempfile
import unicodedata
from functools import cache, lru_cache
from importlib.util import find_spec
from itertools import combinations, pairwise
from pathlib import Path

import nlpo3
from anyascii import anyascii

from .numbers import fold_digits

LOCAL_WORDS = Path(__file__).parent / "dictionary.txt"
DICTIONARY = "chanchala"
MOST_JOINTS = 6  # a dictionary word is sought across at most so many pieces

RUN = re.compile(r"[\u0e00-\u0e7f]+|[\u3400-\u9fff]+|[^\W_\u0e00-\u0e7f\u3400-\u9fff]+")
INSIGNIFICANT = re.compile(r"[\u200b-\u200d\u2060\ufeff\u00ad]|['’]s\b")
REPETITION = re.compile(r"[ฯๆ๏๚๛]+")
# Between two clusters: not before a dependent vowel or a mark, not after a vowel that is written first.
BETWEEN_CLUSTERS = re.compile(r"(?<=[\u0e00-\u0e7f])(?<![เแโใไ])(?![ะ-ฺๅ็-๎])(?=[\u0e00-\u0e7f])")
SLIPS = (("เเ", "แ"), ("ํา", "ำ"), ("ํ่า", "่ำ"), ("ํ้า", "้ำ"))


def segment(text):
    """The words of a text, in order: Thai by dictionary, Chinese in pairs, the rest folded to plain lower case."""
    return [word for run in runs(text) for word in words_of(run)]


def index_words(text):
    """What to store so that `segment` of a query finds it: every word, and the words inside and across compounds."""
    return [word for run in runs(text) for word in [*words_of(run), *inner_words(run)]]


def trigrams(text):
    """Every three letters in a row of each run; for typos, and where words were cut differently."""
    return [run[start : start + 3] for run in runs(text) for start in range(len(run) - 2)]


def runs(text):
    """Stretches of one script, normalised: digits, case, accents, and the usual slips of Thai typing."""
    text = INSIGNIFICANT.sub("", fold_digits(unicodedata.normalize("NFC", text)))
    for slip, right in SLIPS:
        text = text.replace(slip, right)
    for run in RUN.findall(REPETITION.sub(" ", text)):
        if run := run if is_thai(run) or is_chinese(run) else anyascii(run).casefold():
            yield run


def is_thai(run):
    return "\u0e00" <= run[0] <= "\u0e7f"


def is_chinese(run):
    return "\u3400" <= run[0] <= "\u9fff"


def words_of(run):
    if is_thai(run):
        return thai_words(run)
    if is_chinese(run):
        return ["".join(pair) for pair in pairwise(run)] or [run]
    return [singular(word) for word in re.findall(r"[a-z0-9]+", run)]


def inner_words(run):
    if is_thai(run):
        return thai_inner_words(run)
    return list(run) if is_chinese(run) and len(run) > 1 else []


def singular(word):
    """An English word without its plural s; Malay and names lose it on both sides alike."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and len(word) > 3 and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


@lru_cache(maxsize=4096)
def thai_words(run):
    load()
    return [word for word in nlpo3.segment(run, DICTIONARY) if word.strip()]


@lru_cache(maxsize=4096)
def thai_inner_words(run):
    words, firm = thai_words(run), load()[1]
    cuts, start = {0}, 0
    for word in words:
        cuts |= {start + cut for cut in inner_cuts(word)} | {start + len(word)}
        start += len(word)
    cuts = sorted(cuts)
    pieces = {
        run[cuts[first] : cuts[last]]
        for first, last in combinations(range(len(cuts)), 2)
        if last - first <= MOST_JOINTS
    }
    return sorted((pieces & firm) - set(words))


@lru_cache(maxsize=16384)
def inner_cuts(word):
    """Where a compound parts into words without a rest; the longest first part wins (ชาว|นา, not ชา|วนา)."""
    for between in reversed([*BETWEEN_CLUSTERS.finditer(word)]):
        cut = between.start()
        left, right = word[:cut], word[cut:]
        if is_part(left, right) and (is_part(right, left) or inner_cuts(right)):
            return {cut} | inner_cuts(left) | {cut + inner for inner in inner_cuts(right)}
    return frozenset()


def is_part(word, other):
    """Whether a word may stand in a compound beside the other; two letters of the stock list are often a mere
    syllable (อา|หาร), so they need company of at least four."""
    words, firm = load()
    return (word in firm and len(word + other) > 4) or (len(word) == 2 and len(other) > 3 and word in words)


@cache
def load():
    """Give nlpO3 the dictionary, once a process (0.2 s); returns all words, and those that are parts anywhere."""
    stock = read_words(Path(find_spec("pythainlp").origin).parent / "corpus" / "words_th.txt")
    local = read_words(LOCAL_WORDS)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".txt") as file:
        file.write("\n".join(sorted(stock | local)))
        file.flush()
        message, loaded = nlpo3.load_dict(file.name, DICTIONARY)
    if not loaded:
        raise RuntimeError(message)
    return stock | local, {word for word in stock if len(word) > 2} | local


def read_words(path):
    lines = (line.strip() for line in path.read_text("utf-8").splitlines())
    return {line for line in lines if line and not line.startswith("#")}
