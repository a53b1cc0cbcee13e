"""Pages as flowing text: wrapped lines joined, forms and tables kept apart, every character placed.

A passage is what a reader takes in one go: a paragraph, one item of a list,
one labelled line of a form, one row of a table. Its characters lead back to
the words they came from.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from extractors.diagnoses.prose_columns import read_apart
from extractors.page import Line, Page, Word

GUTTER = " | "
"""Stands between two columns of one row."""

_STARTS_ANEW = re.compile(
    r"\s*(?:[-•●▪◦*·‣–]\s|[☐☒☑✓✗✔□■]|\[[ xX✓]?\]|\(\s*[xX]?\s*\)\s|\(?\d{1,2}[.)]\s"
    r"|[A-Z][\w/&' -]{1,40}:|[a-z]{2,12}:(?!\s*[A-TV-Z]\d))"
)
_SALUTATION = re.compile(r"\s*(?:dear|to whom|attn|attention|re|cc)\b", re.IGNORECASE)
_GOES_ON = re.compile(r"[a-z]|[(\[]\s*(?:ICD|[A-TV-Z]\d)")
"""Small letters, or a code in brackets, which belongs to the words before it."""
_SENTENCE_END = re.compile(r"[.!?:;]$")
_CAPITALS = re.compile(r"(?=.*[A-Z]{4})(?:[A-Z&/()'’-]+\s?){1,5}:?")
_ORDERS = re.compile(
    r"\s*(?:eval\w*|please|begin|start|continue|train|avoid|no \w+ing|limit|keep|medical(?:ly)? "
    r"(?:exercise|supervised)|supervised|exercise|physical therapy|therapy|personal training|pt\b|"
    r"fre?q\w*|duration|goals?|restrictions?|precautions?|return|follow|increase|improve|refer\w*"
    r"|(?:once|twice"
    r"|(?:one|two|three|four|five|\d)(?: to \w+)?(?: ?x\b| times| sessions?| visits?)))\b"
)
"""A line of orders ("Eval and treat"), which never continues the line above when it is
set with a capital or begins with a number."""


@dataclass(frozen=True)
class Passage:
    """Text of one passage and, for each word, where in the text it begins.

    page: the page that all words stand on.
    """

    page: Page
    text: str
    words: tuple[Word, ...]
    starts: tuple[int, ...]

    def words_between(self, start: int, end: int) -> tuple[Word, ...]:
        """The words that touch the characters start:end."""
        return tuple(
            word
            for word, at in zip(self.words, self.starts, strict=True)
            if at < end and at + len(word.text) > start
        )


Row = tuple[Line, ...]
"""Lines that stand side by side, left to right."""


def passages(
    page: Page, arranged: Callable[[Iterable[Row]], Iterable[Row]] = iter
) -> tuple[Passage, ...]:
    """The page's passages in reading order. arranged: puts the page's rows into that order."""
    return tuple(
        _passage(page, lines, same_row)
        for group in read_apart(page.lines)
        for lines, same_row in _joined(arranged(_rows(group)), _right_margin(group, page.width))
    )


def _rows(lines: Iterable[Line]) -> Iterator[Row]:
    """Lines that stand side by side, if one of them is a label or a code that needs the other.

    Prose in two columns is left alone: only short runs are put beside each other.
    """
    left = [line for line in lines if line.words]
    while left:
        line = left.pop(0)
        row = [line]
        if len(line.words) <= _SHORT or _is_label(line):
            beside = [
                other
                for other in left
                if _level(line, other) and (len(other.words) <= _LONG or _is_label(line))
            ]
            for other in beside:
                left.remove(other)
                row.append(other)
        yield tuple(sorted(row, key=lambda part: part.box[0]))


_SHORT = 10
_LONG = 16
_FEW = 6


def _is_label(line: Line) -> bool:
    return line.text.rstrip().endswith(":")


def _level(one: Line, other: Line) -> bool:
    """Do they share most of their height, without lying over each other?"""
    overlap = min(one.box[3], other.box[3]) - max(one.box[1], other.box[1])
    smaller = min(one.box[3] - one.box[1], other.box[3] - other.box[1])
    apart = one.box[2] <= other.box[0] + 1 or other.box[2] <= one.box[0] + 1
    return overlap > 0.5 * smaller and apart


def _right_margin(lines: Iterable[Line], otherwise: float) -> float:
    """Where full lines end, in points: few lines reach further."""
    ends = sorted(line.box[2] for line in lines if len(line.words) >= 6)
    return ends[int(len(ends) * 0.9)] if ends else otherwise


def _joined(rows: Iterable[Row], margin: float) -> Iterator[tuple[list[Line], list[bool]]]:
    """Groups of lines that read on; for each line whether it stands beside the one before."""
    lines: list[Line] = []
    beside: list[bool] = []
    for row in rows:
        reads_on = bool(lines) and len(row) == 1 and _wraps(lines[-1], row[0], margin)
        if reads_on and beside[-1]:
            # The value of a label, wrapped: it goes on right under its beginning.
            reads_on = abs(lines[-1].box[0] - row[0].box[0]) < row[0].words[0].height
        if lines and not reads_on:
            yield lines, beside
            lines, beside = [], []
        for number, line in enumerate(row):
            lines.append(line)
            beside.append(number > 0)
    if lines:
        yield lines, beside


def _wraps(above: Line, below: Line, margin: float) -> bool:
    """Did the line above break only because the next word no longer fitted?"""
    height = max(above.box[3] - above.box[1], 1.0)
    gap = below.box[1] - above.box[3]
    if gap > 1.3 * height or below.box[1] < above.box[1]:
        return False
    if _STARTS_ANEW.match(below.text) or (_is_label(above) and len(above.words) <= _FEW):
        return False
    if _SALUTATION.match(above.text):
        return False
    if not below.text[:1].islower() and _ORDERS.match(below.text.lower()):
        return False
    if is_capitals(below.text) and not is_capitals(above.text):
        return False
    first = below.words[0]
    width = first.box[2] - first.box[0]
    full = above.box[2] + width + 0.2 * height > margin
    open_end = not _SENTENCE_END.search(above.text)
    continues = bool(_GOES_ON.match(below.text)) or above.text.endswith((",", "-", "("))
    indented = abs(below.box[0] - above.box[0]) < 8 * height or _hangs(above, below)
    return indented and (full or (open_end and continues))


def _hangs(above: Line, below: Line) -> bool:
    """Does a line begin right under the first word of a label's value?"""
    for label, value in pairwise(above.words):
        if label.text.endswith(":"):
            return abs(value.box[0] - below.box[0]) < 0.5 * value.height
    return False


def is_capitals(text: str) -> bool:
    """A few words in capitals and nothing besides, as captions are set: "OTHER HISTORY"."""
    return _CAPITALS.fullmatch(text) is not None


def _passage(page: Page, lines: list[Line], beside: list[bool]) -> Passage:
    text = ""
    words: list[Word] = []
    starts: list[int] = []
    for line, next_to in zip(lines, beside, strict=True):
        if text:
            text += GUTTER if next_to else " "
        for number, word in enumerate(line.words):
            if number:
                text += " "
            starts.append(len(text))
            words.append(word)
            text += word.text
    return Passage(page, text, tuple(words), tuple(starts))


@dataclass(frozen=True)
class Sentence:
    """A stretch of a passage's text that cues may reach across.

    start: where in the passage it begins.
    """

    text: str
    start: int


_NO_END = re.compile(
    r"(?:\b(?:Dr|Mr|Mrs|Ms|Jr|Sr|St|vs|approx|No|Hx|hx|dx|Dx|Pt|pt|e\.g|i\.e|etc|Inc|wk|mo|yr"
    r"|neg|pos|prob|poss"
    r"|p\.r\.n|b\.i\.d|t\.i\.d|q\.i\.d|q\.d|p\.o|h\.s|i\.v|Fam|fam|hist|min|max|lbs?|ft|in|Rt|Lt"
    r"|rt|lt|f|c|h|(?<![\w.])[A-Z])|^\s*\d{1,2}|[|]\s*\d{1,2})\.$"
)
_END = re.compile(r"[.!?](?=[\s\"')\]]|$)|;|\n")


def sentences(text: str) -> tuple[Sentence, ...]:
    """The text cut at the ends of sentences and at semicolons, not after abbreviations."""
    cuts = [0]
    for match in _END.finditer(text):
        head = text[cuts[-1] : match.end()]
        if match[0] == "?" and not text[match.start() - 1 : match.start()].strip():
            continue  # "? rotator cuff tear": a doubt, not a question
        if match[0] == "." and _NO_END.search(head) and not _ends_anyway(text, match.end()):
            continue
        cuts.append(match.end())
    if cuts[-1] < len(text):
        cuts.append(len(text))
    return tuple(
        Sentence(text[start:end], start)
        for start, end in pairwise(cuts)
        if text[start:end].strip(" .;|")
    )


_UNIT = re.compile(
    r"\b(?:lbs?|ft|in|min|max|wk|mo|yr|etc|Hx|hx|neg|pos|p\.r\.n|b\.i\.d|t\.i\.d|q\.i\.d|q\.d"
    r"|p\.o|h\.s|i\.v)\.$"
)


def _ends_anyway(text: str, at: int) -> bool:
    """The text ends here, or a unit does before a capital: "no lifting over 20 lb. Also has …"."""
    rest = text[at:].strip()
    return not rest or (rest[0].isupper() and bool(_UNIT.search(text[:at])))
