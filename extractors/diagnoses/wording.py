"""The words of a condition cut out of a sentence: "because of HNP L4/5: M51.26" → "HNP L4/5"."""

from __future__ import annotations

import re

from extractors.diagnoses.lexicon import Mention, mentions
from extractors.diagnoses.passages import GUTTER

Span = tuple[int, int]

_PERSON = r"patient|client|individual|person|lady|gentleman|woman|man|male|female|adult"
_OBJECT = rf"(?:(?:him|her|them|it|this|the|my|our|said|above|same) ?(?:{_PERSON})? )?"
_LEAD_IN = re.compile(
    r"(?:\b(?:"
    # because of, in view of, management of …
    r"(?:because|as a result|on account|by reason|in view|in light|on the basis|management"
    r"|treatment|history|case|evidence|findings?|setting|context|complaints?) of"
    r"|(?:due|owing|secondary|related|attributable|relating) to"
    # diagnoses of, conditions include …
    r"|(?:diagnos[ei]s|dx|dxs|problems?|conditions?|indications?|impression|assessment|codes?"
    r"|reasons?)(?: codes?| of| is| are| as| include[sd]?| including| list(?:ed)?)*"
    # diagnosed with, suffers from, a patient with …
    r"|(?:diagnosed|suffer(?:s|ing|ed)?|present(?:s|ed|ing)?|living|lives|struggl\w+|deal(?:s|ing)"
    rf"|afflicted|affected|burdened|{_PERSON}|y/o|year-old) (?:with|from|by|has|is)"
    # has been diagnosed with, carries a diagnosis of …
    r"|(?:has|have|had|having|carries|carrying|is|are|was|were|with known|known|being|established"
    r"|confirmed)(?: been| a| an| the| her| his| had| known| now)*"
    r"(?: diagnosed with| diagnos[ei]s of| diagnosed as| treated for| seen for| followed for)?"
    # under my care for, I treat this patient for, supervised exercise for …
    r"|(?:\w+ )?(?:care|treat(?:ed|ing|ment|s)?|follow(?:ed|ing|s)?|see(?:n|ing|s)?|saw"
    r"|refer(?:red|ral|ring|s)?|evaluat\w+|assess(?:ed|ing)|manag(?:ed|ing|ement|es?)|exercis\w+"
    r"|therapy|program\w*|train(?:ing|er)|session\w*|medicine|necessary|indicated|prescri\w+"
    r"|order(?:ed|ing|s)?|candidate|rehab\w*|support|appropriate|benefit\w*|recommend\w*"
    r"|request\w*|regimen|plan|intervention|services?|whom i \w+|i follow|under treatment"
    rf"|monitored) {_OBJECT}for"
    r"|based (?:up)?on|recover\w+ from|for|regarding|concerning|namely|i\.e\.|e\.g\.|such as"
    r"|including"
    r"|include[sd]?|given|despite"
    r"|treats?|manage|address|target"
    r")\b|[:：])[\s:]*"
    r"(?:(?:a|an|the|her|his|their|my|both|following|of|is|as|primarily|mainly|chiefly|ongoing"
    r"|longstanding|long-standing|known|documented|established|diagnosed|confirmed|stated"
    r"|history of|diagnosis of)\s+)*",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:[\s,;:.&+•●▪◦·*|/\\=>)\]}\"'“”_~-]|[–—]|\d{1,2}[.)](?=\s)|\(\d\)|#\d|\[[xX✓]\]|[☒☑✓✔■]"
    r"|(?:and|also|plus|as well as|with|including|then|or|but|both|the|a|an|code|is|are|for|of|to"
    r"|has)\b(?=\s))+",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"(?:[\s,;:.&+•|/\\=<(\[{\"'“”_~-]|[–—]|\b(?:and|also|plus|as well as|with|or|is|are|of|for|the"
    r"|code|icd[\s-]*(?:10|9)?[\s-]*(?:cm)?(?:\s*codes?)?|diagnosis code|dx code|dx|diagnosis|which"
    r"|who|as|in|coded|listed|classified|billed|under|\(s\)))+$",
    re.IGNORECASE,
)
_SAID_BEFORE = re.compile(
    r"(?:(?:possible|probable|likely|suspected|presumed|questionable|rule[\s-]?out|r/o|to exclude"
    r"|no|not|denies|denied|without|family|fh|history|hx|h/o|of|old|former|prior|previous|remote"
    r"|resolved|risk|screening|prevention|prevent|for|at|\?)[\s:]+)+",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[A-Za-z]{2}")
_AND = re.compile(r",\s*(?:and\s+)?|\s+(?:and|&|as well as|plus)\s+|\s*[;+]\s*", re.IGNORECASE)
_CONTINUES = re.compile(
    r"(?:no|not|without|w/o|with|unspecified|nos|left|right|bilateral|initial|subsequent|sequela"
    r"|type|class|stage|chronic|acute|recurrent|single|moderate|mild|severe|primary|secondary"
    r"|lumbar|cervical|thoracic|lower|upper|due|other|not otherwise|region|site|current|status|in"
    r"|of|on|at|after|following|controlled|uncontrolled)\b",
    re.IGNORECASE,
)
_HOW_IT_STANDS = re.compile(
    r"[\s,;:(–-]+(?:(?:currently|now|well|poorly|fairly|adequately|medically)[\s-]+)*"
    r"(?:controlled|managed|compensated|stable|treated|on (?!exertion|feet|standing|walking)\w+)"
    r"\b.*$",
    re.IGNORECASE,
)
_DUE = re.compile(r"(?:due|owing|secondary|attributable) to", re.IGNORECASE)
_IS_BASE = re.compile(r"based (?:up)?on", re.IGNORECASE)
_WITH = re.compile(r"^[\s,]*(?:[\w-]+,?\s+){0,2}with\b", re.IGNORECASE)
_MOST_WORDS = 14
_STILL_SAID = re.compile(
    r"(?:first |newly |recently |initially |was |were |which |that )*(?:found|diagnosed|seen|noted"
    r"|made|detected|identified|treated|managed|followed|monitored|confirmed|documented|since)\b",
    re.IGNORECASE,
)
_EARLY = 30
"""Characters within which an item names its condition."""


def before_code(text: str, start: int, end: int) -> Span | None:
    """The condition's words in text[start:end], which ends where a code begins."""
    start = max(start, _after_gutters(text, start, end))
    gutter = text.find(GUTTER.strip(), start, end)
    if gutter >= 0:
        end = gutter  # "Diagnosis 1: stenosis | Code: M48.061": the last cell is a label
    lead = max(
        (
            match.end()
            for match in _LEAD_IN.finditer(text, start, end)
            if (_has_words(text, match.end(), end) or _IS_BASE.match(match[0]))
            and not _says_why(text, start, match)
        ),
        default=start,
    )
    span = _stripped(text, lead, end)
    if span is None:
        return None
    span = _without_aside(text, _last_item(text, span))
    if len(text[slice(*span)].split()) > _MOST_WORDS:
        return _around_mention(text, span, last=True)
    return span


def _says_why(text: str, start: int, lead: re.Match[str]) -> bool:
    """Does a cause follow the condition itself: "polyneuropathy due to type 2 diabetes"?"""
    before = text[start : lead.start()].rstrip()
    if not _DUE.match(lead[0]):
        return False
    named = mentions(before)
    return bool(named) and named[-1].end == len(before) and not named[-1].condition.is_complaint


def after_code(text: str, start: int, end: int) -> Span | None:
    """The condition's words in text[start:end], which begins where a code ends."""
    gutter = text.find(GUTTER.strip(), start, end)
    while gutter >= 0 and not _LETTERS.search(text, start, gutter):
        start = gutter + 1
        gutter = text.find(GUTTER.strip(), start, end)
    if gutter >= 0:
        end = gutter
    span = _stripped(text, start, end)
    if span is None:
        return None
    if len(text[slice(*span)].split()) > _MOST_WORDS:
        return _around_mention(text, span, last=False)
    return span


def items(text: str, span: Span) -> tuple[Span, ...]:
    """A list without codes cut into its items: "OA of both knees, hypertension and obesity".

    "lumbar stenosis, no claudication" stays one: what follows the comma continues the name.
    """
    cuts = [span[0]]
    for match in _AND.finditer(text, *span):
        rest = text[match.end() : span[1]]
        if _CONTINUES.match(rest) and not _names_another(text, cuts[-1], match, span[1]):
            continue
        if not (mentions(_next(match, rest)) and mentions(text[cuts[-1] : match.start()])):
            continue
        if _same_complaints(text[cuts[-1] : match.start()], rest):
            continue
        cuts.append(match.end())
    ends = [*cuts[1:], span[1]]
    found = (_stripped(text, start, end) for start, end in zip(cuts, ends, strict=True))
    return tuple(item for item in found if item is not None)


def _next(cut: re.Match[str], rest: str) -> str:
    """What must name a condition to be an item: after a comma the words up to the next one, as
    in "coronary artery disease, native vessel, without angina", which is one."""
    return rest[:80].split(",")[0] if "," in cut[0] else rest[:80]


def _same_complaints(before: str, after: str) -> bool:
    """Does "and" join two complaints of one condition: "stenosis with back and leg pain"?"""
    condition, complaint = mentions(before)[0], mentions(after[:80])[0]
    tail = before[condition.end :]
    return complaint.condition.is_complaint and bool(_WITH.search(tail))


def stripped(text: str, span: Span) -> Span | None:
    """Without lead-in, numbering, bullets and trailing punctuation; None when nothing is left."""
    lead = max(
        (
            match.end()
            for match in _LEAD_IN.finditer(text, *span)
            if _has_words(text, match.end(), span[1])
        ),
        default=span[0],
    )
    return _stripped(text, lead, span[1])


def without_status(text: str, span: Span) -> Span:
    """The name without how the condition stands today: "migraine, well controlled"."""
    status = _HOW_IT_STANDS.search(text[slice(*span)])
    if status is None or status.start() == 0:
        return span
    return span[0], span[0] + status.start()


def core_of(text: str, span: Span) -> Span:
    """The name without what is said about it: "suspected sleep apnea", "gout, resolved".

    From the first condition named to the end of the last; without any, what
    follows the words that speak of doubt, denial or the past.
    """
    named = mentions(text[slice(*span)])
    if named:
        return span[0] + named[0].start, span[0] + named[-1].end
    said = _SAID_BEFORE.match(text[slice(*span)])
    start = span[0] + (said.end() if said else 0)
    return (start, span[1]) if start < span[1] else span


def _names_another(text: str, start: int, cut: re.Match[str], end: int) -> bool:
    """Do both sides name conditions of their own, the second right at its beginning?"""
    here = mentions(text[start : cut.start()])
    there = [mention for mention in mentions(text[cut.end() : end]) if mention.start < 12]
    if not here or not there:
        return False
    negated = re.match(r"(?:no|not|without|w/o)\b", text[cut.end() : end], re.IGNORECASE)
    return not negated and not set(here[-1].condition.codes) & set(there[0].condition.codes)


def _last_item(text: str, span: Span) -> Span:
    return items(text, span)[-1] if items(text, span) else span


def _without_aside(text: str, span: Span) -> Span:
    """Without what is still said of the one before: "found in 2019, and muscle weakness"."""
    if not _STILL_SAID.match(text, *span):
        return span
    for cut in reversed(list(_AND.finditer(text, *span))):
        before, further = text[span[0] : cut.start()], text[cut.end() : span[1]]
        named = mentions(further)
        if named and named[0].start <= _EARLY and not mentions(before):
            return cut.end(), span[1]
    return span


def _after_gutters(text: str, start: int, end: int) -> int:
    """The beginning of the last cell that holds words."""
    cell_end = end
    while True:
        gutter = text.rfind(GUTTER.strip(), start, cell_end)
        if gutter < 0:
            return start
        if stripped(text, (gutter + 1, cell_end)) is not None:
            return gutter + 1
        cell_end = gutter


def _has_words(text: str, start: int, end: int) -> bool:
    return _stripped(text, start, end) is not None


def _stripped(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    leading = _LEADING.match(piece)
    begin = leading.end() if leading else 0
    trailing = _TRAILING.search(piece, begin)
    stop = trailing.start() if trailing else len(piece)
    if (
        piece[begin:stop].count("(") > piece[begin:stop].count(")")
        and piece[stop : stop + 1] == ")"
    ):
        stop += 1
    if stop <= begin or not _LETTERS.search(piece[begin:stop]):
        return None
    return start + begin, start + stop


def _around_mention(text: str, span: Span, *, last: bool) -> Span:
    """A long stretch cut down to the condition named in it, or kept when none is."""
    found: tuple[Mention, ...] = mentions(text[slice(*span)])
    if not found:
        return span
    mention = found[-1] if last else found[0]
    return span[0] + mention.start, span[0] + mention.end
