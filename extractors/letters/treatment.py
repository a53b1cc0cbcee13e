"""What an LMN prescribes, and to which administrator it goes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import yaml

from extractors.candidate import Candidate
from extractors.letters.letter import Letter
from extractors.letters.letterhead import is_title
from extractors.letters.lists_beside import cell_of
from extractors.letters.prescribed import FREQUENCY, LENGTH
from extractors.letters.proposing import propose, propose_labelled
from extractors.page import Line
from extractors.values.dates import find_dates
from extractors.values.people import is_name
from extractors.values.ticks import has_boxes, ticked_options

_TAKING_PART = (
    r"(?:receive|participate in|undergo|undertake|have|engage in|begin|start|continue|pursue"
    r"|complete)"
)
_VERB = re.compile(
    r"(?:\b(?:I|we|l|1)|\|)\s+(?:am\s+|are\s+|have\s+|hereby\s+|therefore\s+|"
    r"strongly\s+)*(?:prescrib(?:e|ed|ing)|recommend(?:ed|ing)?|order(?:ed|ing)?|"
    r"request(?:ing)?|advis(?:e|ed|ing)|certify that)\s+(?:that\s+(?:the patient|she|he|"
    rf"they)\s+{_TAKING_PART}\s+|(?:her|him|"
    r"the patient)\s+(?:to\s+)?(?:for\s+)?|the following(?: treatment)?\s*:\s*)?"
    r"|\b(?:treatment|service|prescription)\s+(?:is|consists of|will be|includes)\s+"
    rf"|\bnecessary (?:that [^.;]{{2,40}}? |for [^.;]{{2,40}}? to ){_TAKING_PART}\s+"
    r"|\b(?:requires|needs|would benefit from|will benefit from|is prescribed|has been "
    r"prescribed|was prescribed|should receive|receives?|should participate in|to "
    r"participate in|treat(?:ed|ment)? (?:this|the) condition with)\s+",
    re.IGNORECASE,
)
_I_PRESCRIBE = re.compile(r"(?:I|we)\s+(?:\w+\s+){0,2}(?:prescrib|recommend|order|request)", re.I)
_SERVICE = re.compile(
    r"\b(?:exercise|training|trainer|therap|fitness|program|gym|membership|sessions?|"
    r"pilates|yoga|swim|aquatic|massage|rehab|coach|conditioning|strength|gait|balance|"
    r"kinesi)",
    re.IGNORECASE,
)
_IS_NECESSARY = re.compile(
    r"^(?P<value>[A-Z][^.;:]{8,120}?)\s+(?:is|are)\s+(?:a\s+)?(?:medically necessary|"
    r"necessary|required|prescribed|recommended)\b"
)
_THAT_IS_NECESSARY = re.compile(
    r"\bthat\s+(?P<value>[^.;:,]{8,120}?)\s+(?:is|are)\s+(?:a\s+)?(?:medically )?"
    r"(?:necessary|required)\b"
)
_SAYS_NOTHING = re.compile(
    r"(?:(?:the|these|those|such|this|my|a|an|that|of|regular|weekly|two|three|following)\s+)*"
    r"(?:sessions?|visits?|program(?:me)?s?|treatments?|therapy|training sessions?)",
    re.IGNORECASE,
)
"""A service by no name of its own: "sessions"."""
_STOP = re.compile(
    r"[;.](?=\s|$)|,?\s+(?:for (?:a (?:period|duration|total)|the (?:treatment|management|"
    r"next|following)|(?:\w+ ){0,3}\d|up to|(?:one|two|three|six|nine|twelve)\b)|to "
    r"(?:treat|address|manage|alleviate|improve|help|reduce|restore|mitigate|prevent|\d)|"
    r"from\s+\w*\s?\d|from (?=[A-Z])|beginning|starting|effective|as (?:part of|a|"
    r"treatment|medically)|because|in order|at a frequency|at (?:least )?\d|through\s|"
    r"until|which|so that|under my|due to|given|is medically|be provided)\b",
    re.IGNORECASE,
)


def says_nothing(text: str) -> bool:
    """Whether a treatment has no name of its own: "sessions"."""
    return _SAYS_NOTHING.fullmatch(text.strip(" .,;:")) is not None


def find_treatment(letter: Letter) -> Iterator[Candidate]:
    """Candidates for treatment and administrator."""
    for found in letter.of("treatment"):
        cell = cell_of(letter, found)
        whole = " ".join(line.text for line in cell) if len(cell) > 1 else found.text
        if _I_PRESCRIBE.match(whole):
            continue  # "As treatment I am prescribing …": a sentence, read as one below
        options = ticked_options(found.line.text) if has_boxes(found.line.text) else ()
        text = "; ".join(options) if options else _cut(whole)
        if re.match(r"(?:or|and|&)\s", text):
            continue  # the label goes on: "Prescribed treatment or service"
        if len(text.split()) < 2 and not _SERVICE.search(text):
            continue  # "Treatment ordered": the label goes on, by another word
        if len(text) < 6 or is_name(found.text.rstrip(" .,")):
            continue  # "the person receiving treatment: Dana Whitfield"
        known = ("treatment.service",) if _SERVICE.search(text) else ()
        factor = 1.0 if known else 0.6
        if len(cell) > 1 and not options:
            words = Line(tuple(word for line in cell for word in line.words)).words_between(
                0, len(text)
            )
            strength = found.strength * factor
            yield propose("treatment", text, "label", strength, found.page, words, passed=known)
            continue
        end = None if options else len(text)
        yield propose_labelled("treatment", text, found, factor=factor, end=end, passed=known)
    for passage in letter.passages:
        for start, end in passage.sentences():
            sentence = passage.text[start:end]
            for match in _VERB.finditer(sentence):
                text = _cut(sentence[match.end() :])
                if _SAYS_NOTHING.fullmatch(text):
                    continue
                if not _SERVICE.search(text) or not 8 <= len(text) <= 160:
                    continue
                at = start + match.end()
                strong = re.search(r"prescri|recommend|order", match[0], re.I)
                yield propose(
                    "treatment",
                    text,
                    "prose",
                    0.9 if strong else 0.7,
                    passage.page,
                    passage.words_between(at, at + len(text)),
                    passed=("treatment.service",),
                )
                break
            necessary = _THAT_IS_NECESSARY.search(sentence) or _IS_NECESSARY.match(sentence)
            if necessary and _SERVICE.search(necessary["value"]):
                yield propose(
                    "treatment",
                    _cut(necessary["value"]),
                    "prose",
                    0.55,
                    passage.page,
                    passage.words_between(
                        start + necessary.start("value"), start + necessary.end("value")
                    ),
                    passed=("treatment.service",),
                )
    yield from _administrators(letter)


def _cut(text: str) -> str:
    """The service's own words: before how often, how long, from when and what for."""
    ends = [len(text)]
    for match in (_STOP.search(text), FREQUENCY.search(text), LENGTH.search(text)):
        if match is not None:
            ends.append(match.start())
    ends.extend(mention.start for mention in find_dates(text)[:1])
    cut = text[: min(ends)]
    return re.sub(r"[\s,;:(–—-]+(?:for|from|at|x|of|to)?[\s,;:(–—-]*$", "", cut, flags=re.I).strip(
        " .,;:"
    )


_ACCOUNTS = re.compile(
    r"\b(?:benefits?|flex|spending|reimbursement|fsa|hsa|account services|administrators?)\b",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"\b(?:health|savings|flexible|spending|accounts?|services?|fsa|hsa|benefits?|plans?|dependent|care|"
    r"reimbursement|arrangement|claims?|departments?|the|and|of|for|administrators?|employee|flex|form|"
    r"solutions|group|to|unit|reviewer|office)\b|\W",
    re.IGNORECASE,
)


def _addressed(letter: Letter) -> Iterator[Candidate]:
    """Whose form it is, or to whom it goes: a line of the first page's upper part with a name
    that speaks of accounts ("Bridgewell Benefit Services")."""
    page = letter.pages[0]
    for line in page.lines:
        text = re.split(r"\s[—–•·|-]\s", line.text)[0].strip(" .,")
        if line.box[1] > 0.35 * page.height or not 2 <= len(text.split()) <= 6 or is_title(text):
            continue
        capitals = all(word[:1].isupper() or word in ("&", "of", "and") for word in text.split())
        if not capitals or re.search(r"[\d:/@]", text) or not _ACCOUNTS.search(text):
            continue
        if len(_GENERIC.sub("", text)) >= 3:
            yield propose("administrator", text, "layout", 0.6, page, line.words)
            return


@cache
def _administrator_names() -> re.Pattern[str]:
    names = yaml.safe_load((files("extractors.letters") / "administrators.yaml").read_text("utf-8"))
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(re.escape(name) for name in longest_first)})(?!\w)")


def _administrators(letter: Letter) -> Iterator[Candidate]:
    yield from _addressed(letter)
    for found in letter.of("administrator"):
        text = found.text.strip(" .,")
        if 2 < len(text) <= 60 and not text.islower():
            yield propose_labelled("administrator", text, found, end=len(text))
    for passage in letter.passages:
        named = {match[0] for match in _administrator_names().finditer(passage.text)}
        for match in _administrator_names().finditer(passage.text) if len(named) == 1 else ():
            yield propose(
                "administrator",
                match[0],
                "prose",
                0.7,
                passage.page,
                passage.words_between(match.start(), match.end()),
                passed=("administrator.known",),
            )
            return
