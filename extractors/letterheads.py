"""The name at the top of a paper: which line says who issued it.

A line is judged by place, size and words; the words that name an issuer, a
title or a slogan are the caller's data.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from extractors.page import Line, Page, Word
from extractors.tables import Phrasebook
from extractors.values.amounts import find_amounts
from extractors.values.dates import find_dates
from extractors.values.label_match import LabelSet
from extractors.values.phones import find_phones

_REGISTERED = re.compile(
    r"\s*[(\[{]?\s*(?:co(?:mpany)?\.?\s*(?:reg\.?)?\s*no\.?\s*[:.]?\s*)?"
    r"(?:\d{5,7}|\d{12}|00\d{7})\s*[-–·.]?\s*[A-Z0]\s*[)\]}]?\s*\.?$",
    re.IGNORECASE,
)
"""A company's number behind its name, "(519537-X)"."""

_BRANCH = re.compile(r"\s+(?:store|shop|branch|unit)?\s*#\s?\d+$", re.IGNORECASE)
"""Which shop of a chain, behind its name: "TACO CABANA #20147"."""

_LEADING = re.compile(
    r"^\W*(?:(?:your\s+)?(?:receipt|invoice|statement|bill)\s+from|welcome\s+to"
    r"|(?:receipt\s+for\s+)?(?:your\s+)?payment\s+to|paid\s+to|you\s+paid)\s+",
    re.IGNORECASE,
)
"""Words before the name: "Receipt from Balance Point"."""

_LEGAL_FORM = re.compile(
    r"\W*(?:\(?[MW]\)?\s*)?(?:sdn\.?\s*bhd|bhd|llc|l\.l\.c|inc|pllc|ltd|enterprise|trading|co)\W*",
    re.IGNORECASE,
)
_ENDS_LEGALLY = re.compile(r"\b(?:s\s?d\s?n\.?\s*b\s?h\s?d|llc|inc|pllc|ltd)\b\W*$", re.IGNORECASE)
_LEGAL_WORD = re.compile(r"\b(?:sdn|bhd|llc|inc|pllc|ltd|s/b)\b", re.IGNORECASE)
_ENDS_WITH_FORM = re.compile(r"\b(?:co|inc|bhd|ltd|corp|ent)\.$", re.IGNORECASE)
_STREET = re.compile(
    r"\b\d+[\w/-]*[,.]?\s+(?:[\w.'’-]+\s+){0,5}(?:st|street|ave|avenue|blvd|boulevard|rd|road|dr|drive"
    r"|ln|lane|way|ct|court|pl|place|pkwy|parkway|hwy|highway|cir|circle|ter|terrace|sq|square)\b"
    r"|\bp\.?\s?o\.?\s+box\s+\d+|\b\d{5}(?:-\d{4})?\b",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"^\W*(?:tel|fax|phone|ph|gst|e-?mail|reg|co\.?\s*reg|company\s*(?:no|reg)|roc|ein|tax\s*id|npi)\b"
    r"|@|\bwww\.|\.com\b",
    re.IGNORECASE,
)
_BELOW_ADDRESS = 1.5
"""A name stands above its address: what a line below one loses."""

_GENERIC = 0.8
"""A line of which this part is words of the trade is a line below the name."""

_CLOSE = 0.5
"""Two lines whose scores differ by less are rivals."""

_LARGE = 1.3
"""Times the usual type: lines of such a size can be one name over several lines."""

_WIDE_SET = 2.2
"""Heights of a line that may lie between two words of one name in capitals."""

_EDGES = " \t,;:|_*#-–—~•·“”\"'‘’©™`"


@dataclass(frozen=True)
class Letterhead:
    """The issuer's name: its lines, the cleaned text, and 0 to 1 how likely it is the name.

    doubts: names of the checks that it failed.

    name.rival          another line looks as likely
    name.one_word       one word that names no trade; a logo's picture may hold the rest
    name.several_lines  put together from lines of one type
    name.cut_off        it begins with a bracket: its beginning was not read
    """

    text: str
    lines: tuple[Line, ...]
    strength: float
    doubts: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[Word, ...]:
        return tuple(word for line in self.lines for word in line.words)


def head_of(page: Page, share: float = 0.5) -> list[Line]:
    """The lines above the first amount, in the upper `share` of what is printed, from the top."""
    if not page.lines:
        return []
    first_amount = min(
        (line.box[1] for line in page.lines if find_amounts(line.text)), default=page.height
    )
    bottom = max(line.box[3] for line in page.lines)
    top = min(line.box[1] for line in page.lines)
    limit = min(first_amount, top + share * (bottom - top) + 30)
    lines = [line for line in page.lines if line.box[1] < limit and line.text.strip(_EDGES)]
    return sorted(lines, key=lambda line: (round(line.box[1] / 4), line.box[0]))


def find_names(
    page: Page, head: Sequence[Line], words: Phrasebook, labels: LabelSet
) -> tuple[Letterhead, ...]:
    """The likeliest line among the first of `head`, and its nearest rival.

    words: groups "issuer", "title" and "slogan". labels: what stands beside values, which is
    never a name.
    """
    usual = median(line.box[3] - line.box[1] for line in page.lines) if page.lines else 0.0
    scored: list[tuple[float, int, Line]] = []
    address_passed = False
    head = _rows_joined(head)
    for place, line in enumerate(head[:14]):
        score = _score(line, place, usual, words, labels)
        address_passed = address_passed or _STREET.search(line.text) is not None
        if score is not None:
            score -= _BELOW_ADDRESS if address_passed else 0.0
            scored.append((score, -place, line))
    if not scored:
        return ()
    scored.sort(key=lambda entry: entry[:2], reverse=True)
    score, _, line = scored[0]
    stack = _stacked(line, [entry[2] for entry in scored], usual)
    trade = _trade_below(line, head, words)
    if len(stack) == 1 and trade is not None:
        stack = (line, trade)
    lines = stack if len(stack) > 1 else _joined(line, head, words)
    rivals = [entry for entry in scored[1:] if entry[2] not in lines]
    name = _letterhead(lines, score, words, stacked=len(stack) > 1)
    if rivals and score - rivals[0][0] < _CLOSE:
        name = replace(name, strength=name.strength - 0.15, doubts=(*name.doubts, "name.rival"))
    found = [name]
    if len(stack) > 1:
        found.append(replace(_letterhead((line,), score, words), strength=name.strength - 0.2))
    if rivals and score - rivals[0][0] < 2 * _CLOSE:
        other = _letterhead(_joined(rivals[0][2], head, words), rivals[0][0], words)
        found.append(replace(other, strength=min(other.strength, name.strength) - 0.25))
    return tuple(found)


def _rows_joined(head: Sequence[Line]) -> list[Line]:
    """The lines, with words in wide-set type that stand in one row as one: "TACO   CABANA"."""
    joined: list[Line] = []
    for line in head:
        last = joined[-1] if joined else None
        if last is not None and _is_one_name(last, line):
            joined[-1] = Line((*last.words, *line.words))
        else:
            joined.append(line)
    return joined


def _is_one_name(left: Line, right: Line) -> bool:
    height = _height(left)
    level = abs(left.box[1] - right.box[1]) < 0.3 * height
    near = 0 <= right.box[0] - left.box[2] < _WIDE_SET * height
    alike = 0.88 < height / max(_height(right), 1.0) < 1.14
    capitals = left.text.isupper() and right.text.isupper()
    words = all(len(line.words) <= 2 and line.text.isalpha() for line in (left, right))
    return level and near and alike and capitals and words


def _letterhead(
    lines: tuple[Line, ...], score: float, words: Phrasebook, stacked: bool = False
) -> Letterhead:
    text = clean_name(" ".join(part.text for part in lines))
    strength = max(0.35, min(0.93, 0.5 + score / 8))
    doubts = []
    if " " not in text and not words.has(text, "issuer"):
        doubts.append("name.one_word")
        strength -= 0.15
    if stacked:
        doubts.append("name.several_lines")
        strength = min(strength, 0.8)
    if text.startswith("("):
        doubts.append("name.cut_off")
        strength -= 0.2
    return Letterhead(text, lines, max(0.2, strength), tuple(doubts))


def _stacked(line: Line, possible: Sequence[Line], usual: float) -> tuple[Line, ...]:
    """A name set in large type over several lines, one middle or one edge in common."""
    stack = [line]
    if not usual or _height(line) < _LARGE * usual:
        return (line,)
    for other in sorted(possible, key=lambda each: abs(each.box[1] - line.box[1])):
        upper, lower = (other, stack[0]) if other.box[1] < stack[0].box[1] else (stack[-1], other)
        if other in stack or not _adjoins(upper, lower) or not _same_type(upper, lower):
            continue
        middles = abs(upper.box[0] + upper.box[2] - lower.box[0] - lower.box[2]) / 2
        if min(middles, abs(upper.box[0] - lower.box[0])) < 0.5 * usual:
            stack.insert(0 if other is upper else len(stack), other)
    return tuple(stack)


def _trade_below(line: Line, head: Sequence[Line], words: Phrasebook) -> Line | None:
    """The line right below in the same type that says the trade ("MEDICAL FITNESS")."""
    at = head.index(line) + 1
    below = head[at] if at < len(head) else None
    said_already = any(hit.exact and hit.name == "issuer" for hit in words.all(line.text))
    if below is None or said_already or not _adjoins(line, below):
        return None
    letters = _letters(below.text)
    said = sum(
        _letters(below.text[hit.start : hit.end])
        for hit in words.all(below.text)
        if hit.name == "issuer"
    )
    middles = abs(line.box[0] + line.box[2] - below.box[0] - below.box[2]) / 2
    one_column = min(middles, abs(line.box[0] - below.box[0])) < 0.6 * _height(line)
    trade = letters > 0 and said >= _GENERIC * letters
    return below if trade and one_column and _same_type(line, below) else None


def _height(line: Line) -> float:
    return line.box[3] - line.box[1]


def clean_name(text: str) -> str:
    """A business's name without its registration number and the marks around it."""
    text = re.sub(r"\s+", " ", text.replace(" .", "."))
    text = _LEADING.sub("", text)
    return _BRANCH.sub("", _REGISTERED.sub("", text).strip(_EDGES)).strip(_EDGES)


def _score(
    line: Line, place: int, usual: float, words: Phrasebook, labels: LabelSet
) -> float | None:
    """How much a line looks like an issuer's name; None for one that cannot be."""
    text = clean_name(line.text)
    letters = sum(char.isalpha() for char in text)
    if letters < 3 or letters < 0.5 * len(text.replace(" ", "")) or len(text) > 60:
        return None
    if _LEGAL_FORM.fullmatch(text) or _CONTACT.search(text):
        return None
    if find_dates(text) or find_phones(text):
        return None
    hits = words.all(text)
    if sum(hit.end - hit.start for hit in hits if hit.name == "title") >= 0.6 * len(text):
        return None
    label = () if _LEADING.match(line.text) else labels.hits(line.text)
    if label and label[0].at_start and (label[0].marked or label[0].end >= len(text)):
        return None
    score = 1.6 - 0.22 * place
    score += min(1.5, 1.2 * ((line.box[3] - line.box[1]) / usual - 1)) if usual else 0.0
    issuer = [hit for hit in hits if hit.name == "issuer"]
    if sum(_letters(text[hit.start : hit.end]) for hit in issuer) >= _GENERIC * letters:
        score -= 0.6  # "Bistro & Cafe" says what it is, not who
    elif issuer:
        score += 0.6
    elif " " not in text:
        score -= 0.8
    if _LEGAL_WORD.search(text):
        score += 1.9
    if any(hit.name == "slogan" for hit in hits) and not text.isupper():
        score -= 1.2
    if _STREET.search(text):
        score -= 2.5
    elif any(hit.name == "place" for hit in hits):
        score -= 1.4
    if text.islower() or line.confidence < 0.5:
        score -= 1.0
    if re.search(r"[.!?]$", line.text) and not _ENDS_WITH_FORM.search(line.text):
        score -= 0.6
    return score


def _letters(text: str) -> int:
    return sum(char.isalpha() for char in text)


def _joined(line: Line, head: Sequence[Line], words: Phrasebook) -> tuple[Line, ...]:
    """The name's lines.

    A lone legal form right below belongs to it, and so does what closes an open bracket; a line
    that ends with a legal form may go on with the lines right above it, in the same type.
    """
    at = head.index(line)
    lines = [line]
    for other in head[at + 1 : at + 3]:
        opened = lines[-1].text.count("(") > lines[-1].text.count(")") and ")" in other.text
        if not (opened or _LEGAL_FORM.fullmatch(clean_name(other.text))):
            break
        if not _adjoins(lines[-1], other):
            break
        lines.append(other)
    for other in reversed(head[max(0, at - 2) : at]):
        if not _ENDS_LEGALLY.search(clean_name(lines[-1].text)) or not _adjoins(other, lines[0]):
            break
        if not _same_type(other, lines[0]) or words.has(other.text, "title", "slogan"):
            break
        lines.insert(0, other)
    if lines[0].text.lstrip().startswith("(") and at and _adjoins(head[at - 1], lines[0]):
        lines.insert(0, head[at - 1])  # "(SOUTH BRANCH) LLC" has its name above
    return tuple(lines)


def _adjoins(upper: Line, lower: Line) -> bool:
    """Right below, without a line's space between, and in one column."""
    height = max(upper.box[3] - upper.box[1], 1.0)
    overlap = min(upper.box[2], lower.box[2]) - max(upper.box[0], lower.box[0])
    return lower.box[1] - upper.box[3] < 0.6 * height and overlap > 0


def _same_type(upper: Line, lower: Line) -> bool:
    """The same size and case, and words alone."""
    sizes = (upper.box[3] - upper.box[1]) / max(lower.box[3] - lower.box[1], 1.0)
    letters_alone = not any(char.isdigit() for char in upper.text)
    return 0.88 < sizes < 1.14 and upper.text.isupper() == lower.text.isupper() and letters_alone
