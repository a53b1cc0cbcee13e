"""The name at the top of a paper: which line says who issued it.

A line is judged by place, size and words; the words that name an issuer, a
title or a slogan are the caller's data.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from extractors.letterhead_lines import (
    EDGES,
    GENERIC,
    LEADING,
    LEGAL_FORM,
    clean_name,
    joined,
    letters_in,
    rows_joined,
    stacked,
    trade_below,
)
from extractors.page import Line, Page, Word
from extractors.tables import Phrasebook
from extractors.values.amounts import find_amounts
from extractors.values.dates import find_dates
from extractors.values.label_match import LabelSet
from extractors.values.phones import find_phones

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
_SAYS_WHAT = re.compile(r"\W*[A-Za-z]+(?: [A-Za-z]+)?:\s")
"""A value with its label in front: "Activity: Aqua Therapy"."""
_PLACED = re.compile(
    r"^\W*(?:shop|unit|suite|ste|level|lot|floor|blk|block|bldg|room)\W{0,2}#?\s*\d|\d\s*,|,\s*\d"
    r"|\b[A-Z]{2}\s+\d{5}\b",
    re.IGNORECASE,
)
"""A place, not a name: "Shop 2, 44 River Tce"."""
_LEGAL_STANDING = re.compile(
    r"\W*an?\s+(?:\w+\s+){0,3}(?:corporation|company|partnership)\W*", re.IGNORECASE
)
_MOTTO = re.compile(
    r"^\W*(?:\w+\s+){0,3}(?:training|fitness|strength|exercise|movement|pilates|yoga|wellness|care|therapy"
    r"|coaching|recovery|health)\s+for\s+",
    re.IGNORECASE,
)
"""What is done and for whom, "Strength for Seniors": printed below a name that may be lost."""
_PAPER_WORD = re.compile(
    r"\b(?:receipts?|invoices?|statements?|superbill|confirm(?:ed|ation)|refunds?|memo|bookings?|booked"
    r"|purchases?|transactions?|reminder|payments?|thanks|cop(?:y|ies)|history|ledger|account)\b",
    re.IGNORECASE,
)
"""What papers call themselves; hardly a business does."""
_QUOTES = "\"“”'‘’"
_SENTENCES = re.compile(r"\w{3,}[.!]\s+\w+.*[.!?]$")
"""Two sentences are a slogan: "Save money. Live well." """
_BELOW_ADDRESS = 1.5
"""A name stands above its address: what a line below one loses."""


_CLOSE = 0.5
"""Two lines whose scores differ by less are rivals."""
_CLOSE_ABOVE = 1.2
"""By how much a trade may outweigh the name above it: it holds words of the trade."""


@dataclass(frozen=True)
class Letterhead:
    """The issuer's name: its lines, the cleaned text, and 0 to 1 how likely it is the name.

    repeated: the page prints the same name once more. doubts: names of the checks that it failed.

    name.rival          another line looks as likely
    name.one_word       one word that names no trade; a logo's picture may hold the rest
    name.several_lines  put together from lines of one type
    name.trade_below    a line of another type below says a trade: "IRON & OAK", "Strength Co."
    name.paper_word     it holds a word that papers call themselves by: "Booking confirmed"
    name.motto          it says what is done and for whom
    name.cut_off        it begins with a bracket: its beginning was not read
    """

    text: str
    lines: tuple[Line, ...]
    strength: float
    doubts: tuple[str, ...] = ()
    repeated: bool = False

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
    lines = [line for line in page.lines if line.box[1] < limit and line.text.strip(EDGES)]
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
    head = rows_joined(head)
    for place, line in enumerate(head[:14]):
        score = _score(line, place, usual, words, labels)
        address_passed = address_passed or _STREET.search(line.text) is not None
        if score is not None:
            score -= _BELOW_ADDRESS if address_passed else 0.0
            scored.append((score, -place, line))
    if not scored:
        return ()
    scored.sort(key=lambda entry: entry[:2], reverse=True)
    score, _, line = _owner_of_trade(scored, head, words)
    stack = stacked(line, [entry[2] for entry in scored], usual)
    trade, same_type = trade_below(line, head, words)
    if len(stack) == 1 and trade is not None and same_type:
        stack = (line, trade)
    lines = stack if len(stack) > 1 else joined(line, head, words)
    rivals = [entry for entry in scored if entry[2] not in (*lines, trade)]
    score = max(score, *(entry[0] for entry in scored if entry[2] in lines))
    name = _letterhead(lines, score, words, stacked=len(stack) > 1)
    if trade is not None and trade not in lines:
        name = _with_trade(name, trade, page)
    if rivals and score - rivals[0][0] < _CLOSE:
        name = replace(name, strength=name.strength - 0.15, doubts=(*name.doubts, "name.rival"))
    found = [name]
    if len(stack) > 1:
        found.append(replace(_letterhead((line,), score, words), strength=name.strength - 0.2))
    if rivals and score - rivals[0][0] < 2 * _CLOSE:
        other = _letterhead(joined(rivals[0][2], head, words), rivals[0][0], words)
        found.append(replace(other, strength=min(other.strength, name.strength) - 0.25))
    return tuple(found)


def _owner_of_trade(
    scored: Sequence[tuple[float, int, Line]], head: Sequence[Line], words: Phrasebook
) -> tuple[float, int, Line]:
    """The best line; where that is only the trade of the line above it ("INNER ARC", "Personal
    Training"), the line above."""
    best = scored[0]
    at = head.index(best[2])
    above = next((entry for entry in scored if at and entry[2] is head[at - 1]), None)
    if above is None or best[0] - above[0] > _CLOSE_ABOVE or words.has(above[2].text, "slogan"):
        return best
    return above if trade_below(above[2], head, words)[0] is best[2] else best


def _with_trade(name: Letterhead, trade: Line, page: Page) -> Letterhead:
    """The name with the trade below it where the page prints both as one name elsewhere; else the
    name with its doubt."""
    whole = clean_name(f"{name.text} {trade.text}")
    again = any(
        line not in (*name.lines, trade) and _squeezed(whole) in _squeezed(line.text)
        for line in page.lines
    )
    if again:
        return replace(name, text=whole, lines=(*name.lines, trade), repeated=True)
    return replace(name, doubts=(*name.doubts, "name.trade_below"))


def _squeezed(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


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
    if _PAPER_WORD.search(text):
        doubts.append("name.paper_word")
    if _MOTTO.search(text):
        doubts.append("name.motto")
    if text.startswith("("):
        doubts.append("name.cut_off")
        strength -= 0.2
    return Letterhead(text, lines, max(0.2, strength), tuple(doubts))


def _score(
    line: Line, place: int, usual: float, words: Phrasebook, labels: LabelSet
) -> float | None:
    """How much a line looks like an issuer's name; None for one that cannot be."""
    text = clean_name(line.text)
    letters = sum(char.isalpha() for char in text)
    if letters < 3 or letters < 0.5 * len(text.replace(" ", "")) or len(text) > 60:
        return None
    if LEGAL_FORM.fullmatch(text) or _CONTACT.search(text) or _PLACED.search(text):
        return None
    if find_dates(text) or find_phones(text) or _LEGAL_STANDING.fullmatch(text):
        return None
    hits = words.all(text)
    if sum(hit.end - hit.start for hit in hits if hit.name == "title") >= 0.6 * len(text):
        return None
    label = () if LEADING.match(line.text) else labels.hits(line.text)
    if label and label[0].at_start and (label[0].marked or label[0].end >= len(text)):
        return None
    score = 1.6 - 0.22 * place
    score += min(1.5, 1.2 * ((line.box[3] - line.box[1]) / usual - 1)) if usual else 0.0
    issuer = [hit for hit in hits if hit.name == "issuer"]
    if sum(letters_in(text[hit.start : hit.end]) for hit in issuer) >= GENERIC * letters:
        score -= 0.6  # "Bistro & Cafe" says what it is, not who
    elif issuer:
        score += 0.6
    elif " " not in text:
        score -= 0.8
    if _LEGAL_WORD.search(text):
        score += 1.9
    if _SAYS_WHAT.match(line.text) and not LEADING.match(line.text):
        return None
    if _PAPER_WORD.search(text) or _MOTTO.search(text):
        score -= 1.5
    if any(hit.name == "slogan" for hit in hits) and not text.isupper():
        score -= 1.2
    if _STREET.search(text):
        score -= 2.5
    elif any(hit.name == "place" for hit in hits):
        score -= 1.4
    if line.text.lstrip()[:1] in _QUOTES and line.text.rstrip()[-1:] in _QUOTES:
        score -= 1.2  # a motto
    if text.islower() or line.confidence < 0.5:
        score -= 1.0
    if re.search(r"[.!?]$", line.text) and not _ENDS_WITH_FORM.search(line.text):
        score -= 1.4 if _SENTENCES.search(line.text) else 0.6
    return score
