"""Reason and remark codes: group code with CARC ("CO-50"), and RARC ("N130")."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.candidate import Candidate
from extractors.page import Word, evidence
from extractors.payers.money import ServiceTable
from extractors.tables import Row

_GROUPED = re.compile(
    r"(?<![A-Za-z0-9])(?P<group>C[O0]|PR|[O0]A|PI|CR)\s?[-–—_.]?\s?"
    r"(?P<number>[ABDPWY]?[\dOoIl|SBZ]{1,3})(?![A-Za-z0-9])"
)
_REMARK = re.compile(r"(?<![\w-])(?P<code>(?:MA|N|M)\d{1,3})(?![\w-])")
_BARE = re.compile(r"(?<![\w.$/-])(?<!\b(?:CO|PR|OA|PI|CR) )(?P<code>\d{1,3})(?![\w%/-]|\.\d)")
_SPEAKS_OF_CODES = re.compile(r"\b(?:code|codes|remark|remarks|carc|rarc|reason)\b", re.IGNORECASE)
_LISTED = re.compile(
    r"\b(?:reason|remark|denial|adjustment|carc|explanation)\s+codes?\s*[:#]", re.IGNORECASE
)
_SAID = re.compile(
    r"\b(?:reason|remark|denial|adjustment)\s+code\s+(?P<code>\d{1,3})(?![\w%/-]|\.\d)",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(
    r"\(\s*(?:reason\s+|denial\s+|remark\s+)?code\s*[:#]?\s*(?P<code>[A-Z]{0,2}\d{1,3})\s*\)",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"\b(?:reason|remark|denial|adjustment|carc|explanation)\s+codes?\s*[:#]?\s*$", re.IGNORECASE
)
"""The label of codes that stand in the next row."""
_LONE = re.compile(r"\W*(?P<code>[A-Z]{0,2}\d{1,3})(?:\s*[,;]\s*[A-Z]{0,2}\d{1,3})*\W*")
_LIKE_A_CODE = re.compile(r"(?=\w*\d)[A-Z0-9][A-Z0-9-]{1,6}")
_EXPLAINED = re.compile(
    r"^\W{0,2}(?P<code>[A-Z]{1,3}\d{1,3}|\d{1,3}[A-Z]?|[A-Z]{1,2})\)?\s*[-–—:=.]+\s+[A-Z][a-z]+\s"
)
"""A line of the legend: "K12 - Charges above the allowed amount ..."."""
_CONFUSED = str.maketrans("OoIl|SBZ", "00111582")


@dataclass(frozen=True)
class _Code:
    text: str
    row: Row
    words: tuple[Word, ...]
    mended: bool


def find_codes(rows: Sequence[Row], table: ServiceTable | None) -> Iterator[Candidate]:
    """One candidate for reason_codes with every code, in the order of the page.

    Codes of the table of services go before those of a legend, which may list codes that this
    claim does not have.
    """
    tabled = [code for row, _ in table.rows for code in _in_row(row)] if table else []
    if table is not None and not tabled:
        tabled = [code for row, _ in table.rows for code in _bare(row, table)]
    if table is not None and not tabled:
        tabled = list(_payers_own(rows, table))
    codes = tabled or [code for row in rows for code in _in_row(row)] or list(_below_label(rows))
    if not codes:
        return
    unique = {code.text: code for code in reversed(codes)}
    ordered = [code for code in codes if unique[code.text] is code]
    yield Candidate(
        field="reason_codes",
        value=tuple(code.text for code in ordered),
        way="table" if tabled else "prose",
        strength=0.92 if tabled else 0.82,
        word_confidence=min(word.confidence for code in codes for word in code.words),
        evidence=tuple(evidence(code.row.page, code.words) for code in ordered),
        passed=() if any(code.mended for code in codes) else ("codes.shape",),
        failed=("codes.unread",) if tabled and _has_more(table, tabled) else (),
        mended=any(code.mended for code in codes),
    )


def _has_more(table: ServiceTable | None, read: Sequence[_Code]) -> bool:
    """Whether the table's column of codes holds something like a code that was not taken."""
    column = table.heading.get("code") if table is not None else None
    if table is None or column is None or not _SPEAKS_OF_CODES.search(column.phrase):
        return False
    taken = {id(word) for code in read for word in code.words}
    rows = {id(code.row) for code in read}
    return any(
        id(word) not in taken
        and id(row) not in rows
        and _LIKE_A_CODE.fullmatch(word.text.strip(",;*()[]"))
        and table.heading.column_of([word]) is column
        for row, _ in table.rows
        for word in row.words
    )


def _below_label(rows: Sequence[Row]) -> Iterator[_Code]:
    """Codes alone in the row below "Reason code:"."""
    for row, below in itertools.pairwise(rows):
        if _CAPTION.search(row.text) and below.page is row.page and _LONE.fullmatch(below.text):
            for match in re.finditer(r"[A-Z]{0,2}\d{1,3}", below.text):
                yield _Code(match[0], below, below.words_between(*match.span()), False)


def _in_row(row: Row) -> Iterator[_Code]:
    found: list[tuple[int, _Code]] = []
    for match in _GROUPED.finditer(row.text):
        group = match["group"].replace("0", "O")
        number = match["number"].translate(_CONFUSED) if match["number"][1:] else match["number"]
        if not any(char.isdigit() for char in match["number"]):
            continue
        number = number if match["number"][0] not in "ABDPWY" else match["number"]
        words = row.words_between(match.start(), match.end())
        mended = group != match["group"] or number != match["number"]
        found.append((match.start(), _Code(f"{group}-{number}", row, words, mended)))
    listed = _LISTED.search(row.text)
    if listed is not None:
        for match in _BARE.finditer(row.text, listed.end()):
            words = row.words_between(match.start(), match.end())
            found.append((match.start(), _Code(match["code"], row, words, False)))
    else:
        for match in (*_SAID.finditer(row.text), *_IN_BRACKETS.finditer(row.text)):
            words = row.words_between(*match.span("code"))
            found.append((match.start(), _Code(match["code"], row, words, False)))
    if found or _SPEAKS_OF_CODES.search(row.text):
        for match in _REMARK.finditer(row.text):
            words = row.words_between(match.start(), match.end())
            found.append((match.start(), _Code(match["code"], row, words, False)))
    yield from (code for _, code in sorted(found, key=lambda pair: pair[0]))


def _payers_own(rows: Sequence[Row], table: ServiceTable) -> Iterator[_Code]:
    """Codes of the payer's own in the table's column of codes, which a legend explains."""
    column = table.heading.get("code")
    explained = {match["code"]: row for row in rows if (match := _EXPLAINED.match(row.text))}
    if column is None or not explained:
        return
    for row, _ in table.rows:
        for word in row.words:
            code = word.text.strip(",;*()[]")
            if code in explained and table.heading.column_of([word]) is column:
                # The legend may say which code of everybody's the payer's own stands for.
                yield from list(_in_row(explained[code])) or [_Code(code, row, (word,), False)]


def _bare(row: Row, table: ServiceTable) -> Iterator[_Code]:
    """Numbers or remark codes alone under a heading of codes."""
    column = table.heading.get("code")
    if column is None or not _SPEAKS_OF_CODES.search(column.phrase):
        return
    for pattern in (_REMARK, _BARE):
        for match in pattern.finditer(row.text):
            words = row.words_between(match.start(), match.end())
            if table.heading.column_of(words) is column:
                yield _Code(match["code"], row, words, False)
