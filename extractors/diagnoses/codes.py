"""Codes as they are printed: with or without dot and brackets, and as OCR engines garble them."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from datetime import date

from rules.icd10 import CodeVerdict, lookup

_STRICT = re.compile(r"(?<![\w.,/$#-])[A-TV-Za-tv-zU]\d[0-9A-Za-z]\.[0-9A-Za-z]{1,4}(?![\w-]|\.\d)")
_BARE = re.compile(r"(?<![\w.,/$#-])[A-TV-ZU]\d[0-9A-Z][0-9A-Z]{0,4}(?![\w]|[.,-]\d)")
_LOOSE = re.compile(
    r"(?<![\w$#])(?:[A-Z|!]|[l1](?=[0-9OQIl]{2}[.,]))\s?[0-9OQIlSBZGoi|]\s?[0-9A-ZOQIlSBZGo|]"
    r"\s?[.,·:]\s?(?:[0-9A-ZOQIlSBZGo|]{1,4})(?![\w])"
)
_CAPITAL_I = re.compile(r"(?<![\w.,/$#-])[1l|!]\s?\d\d(?:\.\d{1,3})?(?![\w%]|[.,-]\d)")
_ICD9 = re.compile(
    r"(?<![\w.,/$#-])(?:\d{3}\.\d{1,2}|V\d{2}\.\d{1,2}|E\d{3}\.\d)(?![\w%.,]*\d|\s?%)"
)
_MEASURE = re.compile(
    r"\b(?:weight|wt|height|ht|bmi|bp|hr|temp\w*|score|co-?pay|fees?|charges?|total|balance|amount|paid|due)"
    r"\W*$",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"\s?(?:lbs?|pounds|kg|g|mg|ml|cm|mm|in|inches|ft|miles|min|bpm|mmhg|usd)\b", re.I
)
"""Before or behind a number, these say that it is no code."""
_ICD9_SAID = re.compile(r"\bICD[\s-]*9", re.IGNORECASE)
_SAID = re.compile(r"\b(?:ICD|dx code|diagnosis code)", re.IGNORECASE)
_OPEN = ("(", "[", "{")

# What an engine may have taken for what, at a place where a digit or a letter must stand.
_DIGIT_FOR = {"O": "0", "Q": "0", "o": "0", "I": "1", "l": "1", "i": "1", "|": "1", "S": "5"}
_DIGIT_FOR |= {"B": "8", "Z": "2", "G": "6", "!": "1"}
_LETTER_FOR = {"1": "I", "l": "I", "|": "I", "!": "I", "0": "O", "5": "S", "8": "B"}


@dataclass(frozen=True)
class PrintedCode:
    """A code on the page. start, end: characters of the text, brackets not counted.

    printed: as it stands there. code: normalised. mended: characters were
    replaced to make it a known code.
    bracketed: it stands in brackets, so that it belongs to the words before it.
    """

    start: int
    end: int
    printed: str
    code: str
    verdict: CodeVerdict
    mended: bool = False
    bracketed: bool = False


def printed_codes(
    text: str, on: date, *, expected: bool, forgiving: bool
) -> tuple[PrintedCode, ...]:
    """The codes in a text, in order.

    expected: the text stands where diagnoses stand, so that codes without a dot, ICD-9
    codes and unknown codes count. forgiving: a recognised page; letters may be mistaken.
    """
    found: list[PrintedCode] = []
    said = bool(_SAID.search(text))
    for match in _STRICT.finditer(text):
        verdict = lookup(match[0], on)
        bracketed = _bracketed(text, *match.span())
        if verdict.status == "unknown" and not (expected or said or bracketed):
            continue
        found.append(PrintedCode(*match.span(), match[0], verdict.code, verdict, False, bracketed))
    said = said or bool(found)  # beside a code with a dot, one without ("G35") is a code, too
    for match in _BARE.finditer(text):
        bracketed = _bracketed(text, *match.span())
        verdict = lookup(match[0], on)
        if verdict.status in ("unknown", "icd9") or not (expected or said or bracketed):
            continue
        if not _taken(found, *match.span()):
            found.append(
                PrintedCode(*match.span(), match[0], verdict.code, verdict, False, bracketed)
            )
    if expected or _ICD9_SAID.search(text):
        found.extend(_icd9(text, on, found))
    if forgiving:
        found = _with_mended(text, on, found, expected=expected or said)
    return tuple(sorted(found, key=lambda code: code.start))


def _icd9(text: str, on: date, found: list[PrintedCode]) -> list[PrintedCode]:
    codes = []
    for match in _ICD9.finditer(text):
        if _MEASURE.search(text[: match.start()]) or _UNIT.match(text, match.end()):
            continue
        verdict = lookup(match[0], on)
        if verdict.status == "icd9" and not _taken(found, *match.span()):
            bracketed = _bracketed(text, *match.span())
            codes.append(
                PrintedCode(*match.span(), match[0], verdict.code, verdict, False, bracketed)
            )
    return codes


def _with_mended(
    text: str, on: date, found: list[PrintedCode], *, expected: bool
) -> list[PrintedCode]:
    """Adds garbled codes that become known when confusions are undone, if exactly one does."""
    kept = [code for code in found if code.verdict.status != "unknown"]
    for match in _LOOSE.finditer(text):
        bracketed = _bracketed(text, *match.span())
        if _taken(kept, *match.span()) or not (expected or bracketed):
            continue
        known = [
            verdict
            for verdict in (lookup(variant, on) for variant in variants(match[0]))
            if verdict.status not in ("unknown", "icd9")
        ]
        billable = [verdict for verdict in known if verdict.status == "billable"] or known
        if len(billable) == 1:
            verdict = billable[0]
            kept.append(
                PrintedCode(*match.span(), match[0], verdict.code, verdict, True, bracketed)
            )
    for match in _CAPITAL_I.finditer(text):
        # "150.22" has the shape of an ICD-9 code; next to words that fit it is I50.22.
        bracketed = _bracketed(text, *match.span())
        raw = match[0].replace(" ", "")
        verdict = lookup(f"I{raw[1:]}", on)
        if verdict.status == "unknown" or not (expected or bracketed):
            continue
        kept = [
            code for code in kept if not (code.start < match.end() and match.start() < code.end)
        ]
        kept.append(PrintedCode(*match.span(), match[0], verdict.code, verdict, True, bracketed))
    taken = [code for code in found if code.verdict.status == "unknown"]
    return kept + [code for code in taken if not _taken(kept, code.start, code.end)]


def variants(raw: str) -> tuple[str, ...]:
    """The readings of a garbled code: confusions undone where a digit or a letter must stand."""
    bare = re.sub(r"[\s.,·:]", "", raw)
    if not 3 <= len(bare) <= 7:
        return ()
    options: list[tuple[str, ...]] = [(_LETTER_FOR.get(bare[0], bare[0].upper()),)]
    options.append((_DIGIT_FOR.get(bare[1], bare[1]),))
    for character in bare[2:]:
        digit = _DIGIT_FOR.get(character)
        options.append((character.upper(),) if digit is None else (digit, character.upper()))
    joined = ("".join(picked) for picked in itertools.islice(itertools.product(*options), 64))
    return tuple(dict.fromkeys(f"{code[:3]}.{code[3:]}".rstrip(".") for code in joined))


def _taken(found: list[PrintedCode], start: int, end: int) -> bool:
    return any(code.start < end and start < code.end for code in found)


def _bracketed(text: str, start: int, end: int) -> bool:
    before = re.sub(
        r"(?:ICD[\s-]*(?:10|9)?[\s-]*(?:CM)?|codes?|dx)[\s:#]*$", "", text[:start], flags=re.I
    )
    before = before.rstrip(" :,;/&").rstrip()
    if before.endswith(_OPEN):
        return True
    opened = re.search(r"[(\[{][^)\]}]{0,40}$", before)
    return bool(opened and re.match(r"[^(\[{]{0,40}[)\]}]", text[end:]))
