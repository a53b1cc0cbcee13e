"""Which lines of a letterhead are one name: set in large type over several lines, in wide-set
words, with a legal form or the trade below.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.page import Line
from extractors.tables import Phrasebook

_REGISTERED = re.compile(
    r"\s*[(\[{]?\s*(?:co(?:mpany)?\.?\s*(?:reg\.?)?\s*no\.?\s*[:.]?\s*)?"
    r"(?:\d{5,7}|\d{12}|00\d{7})\s*[-–·.]?\s*[A-Z0]\s*[)\]}]?\s*\.?$",
    re.IGNORECASE,
)
"""A company's number behind its name, "(519537-X)"."""

_BRANCH = re.compile(r"\s+(?:store|shop|branch|unit)?\s*#\s?\d+$", re.IGNORECASE)
"""Which shop of a chain, behind its name: "TACO CABANA #20147"."""

LEADING = re.compile(
    r"^\W*(?:(?:your\s+)?(?:receipt|invoice|statement|bill)\s+from|welcome\s+to"
    r"|(?:receipt\s+for\s+)?(?:your\s+)?payment\s+to|paid\s+to|you\s+paid)\s+",
    re.IGNORECASE,
)
"""Words before the name: "Receipt from Balance Point"."""

LEGAL_FORM = re.compile(
    r"\W*(?:\(?[MW]\)?\s*)?(?:sdn\.?\s*bhd|bhd|llc|l\.l\.c|inc|pllc|ltd|enterprise|trading|co)\W*",
    re.IGNORECASE,
)

_ENDS_LEGALLY = re.compile(r"\b(?:s\s?d\s?n\.?\s*b\s?h\s?d|llc|inc|pllc|ltd)\b\W*$", re.IGNORECASE)

GENERIC = 0.8
"""A line of which this part is words of the trade is a line below the name."""

_LINKING = frozenset({"&", "and", "of", "for", "the", "+", "·", "•", "|"})
_MOST_WORDS = 6
"""A longer line of the trade is a slogan."""

_LARGE = 1.3
"""Times the usual type: lines of such a size can be one name over several lines."""

_WIDE_SET = 2.2
"""Heights of a line that may lie between two words of one name in capitals."""

EDGES = " \t,;:|_*#-–—~•·“”\"'‘’©™`"


def rows_joined(head: Sequence[Line]) -> list[Line]:
    """The lines, with words in wide-set type that stand in one row as one: "TACO   CABANA"."""
    rows: list[Line] = []
    for line in head:
        last = rows[-1] if rows else None
        if last is not None and _is_one_name(last, line):
            rows[-1] = Line((*last.words, *line.words))
        else:
            rows.append(line)
    return rows


def _is_one_name(left: Line, right: Line) -> bool:
    height = _height(left)
    level = abs(left.box[1] - right.box[1]) < 0.3 * height
    near = 0 <= right.box[0] - left.box[2] < _WIDE_SET * height
    alike = 0.88 < height / max(_height(right), 1.0) < 1.14
    capitals = left.text.isupper() and right.text.isupper()
    words = all(len(line.words) <= 2 and line.text.isalpha() for line in (left, right))
    return level and near and alike and capitals and words


def stacked(line: Line, possible: Sequence[Line], usual: float) -> tuple[Line, ...]:
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


def trade_below(line: Line, head: Sequence[Line], words: Phrasebook) -> tuple[Line | None, bool]:
    """The line right below that says the trade ("MEDICAL FITNESS"), and whether it stands in the
    same type, so that it belongs to the name; in another type that is anybody's guess."""
    at = head.index(line) + 1
    below = head[at] if at < len(head) else None
    said_already = any(hit.exact and hit.name == "issuer" for hit in words.all(line.text))
    if below is None or said_already or not _adjoins(line, below, 0.9):
        return None, False
    letters = letters_in(below.text)
    said = sum(
        letters_in(below.text[hit.start : hit.end])
        for hit in words.all(below.text)
        if hit.name == "issuer"
    )
    middles = abs(line.box[0] + line.box[2] - below.box[0] - below.box[2]) / 2
    one_column = min(middles, abs(line.box[0] - below.box[0])) < 0.6 * _height(line)
    trade = letters > 0 and (said >= GENERIC * letters or _ends_with_trade(below.text, words))
    return (below, _same_type(line, below)) if trade and one_column else (None, False)


def _ends_with_trade(text: str, words: Phrasebook) -> bool:
    """ "Corrective Exercise", "Yoga & Strength Studio": few words, all of a name's, the last of
    which names a trade."""
    text = clean_name(text)
    pieces = [word for word in text.split() if word.casefold() not in _LINKING]
    alike = all(word[:1].isupper() and not any(c.isdigit() for c in word) for word in pieces)
    hits = [hit for hit in words.all(text) if hit.name == "issuer" and hit.exact]
    return 1 < len(pieces) <= _MOST_WORDS and alike and bool(hits) and hits[-1].end >= len(text)


def joined(line: Line, head: Sequence[Line], words: Phrasebook) -> tuple[Line, ...]:
    """The name's lines.

    A lone legal form right below belongs to it, and so does what closes an open bracket; a line
    that ends with a legal form may go on with the lines right above it, in the same type.
    """
    at = head.index(line)
    lines = [line]
    for other in head[at + 1 : at + 3]:
        opened = lines[-1].text.count("(") > lines[-1].text.count(")") and ")" in other.text
        if not (opened or LEGAL_FORM.fullmatch(clean_name(other.text))):
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


def clean_name(text: str) -> str:
    """A business's name without its registration number and the marks around it."""
    text = re.sub(r"\s+", " ", text.replace(" .", "."))
    text = LEADING.sub("", text)
    return _BRANCH.sub("", _REGISTERED.sub("", text).strip(EDGES)).strip(EDGES)


def letters_in(text: str) -> int:
    return sum(char.isalpha() for char in text)


def _height(line: Line) -> float:
    return line.box[3] - line.box[1]


def _adjoins(upper: Line, lower: Line, gap: float = 0.6) -> bool:
    """Right below, without a line's space between (`gap`: heights), and in one column."""
    height = max(upper.box[3] - upper.box[1], 1.0)
    overlap = min(upper.box[2], lower.box[2]) - max(upper.box[0], lower.box[0])
    return lower.box[1] - upper.box[3] < gap * height and overlap > 0


def _same_type(upper: Line, lower: Line) -> bool:
    """The same size and case, and words alone."""
    sizes = (upper.box[3] - upper.box[1]) / max(lower.box[3] - lower.box[1], 1.0)
    letters_alone = not any(char.isdigit() for char in upper.text)
    return 0.88 < sizes < 1.14 and upper.text.isupper() == lower.text.isupper() and letters_alone
