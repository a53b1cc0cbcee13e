"""Weighing the evidence for every kind, and saying how sure the heaviest is."""

from __future__ import annotations

import math
import re
from itertools import accumulate

from casebook.records import Kind, KindReading
from extractors.kinds.evidence import kind_words, said_on
from extractors.kinds.wordings import worded
from extractors.page import Page
from extractors.values.amounts import find_amounts
from extractors.values.dates import find_dates
from extractors.values.label_match import LabelSet

_ENOUGH = 5.0
"""Less evidence than this leaves a document with "other"."""
_MOST_FROM_PHRASES = 14.0
"""Many hints do not add up for ever: a brochure says many words of our trade."""
_NO_PERSON = 6.0
"""Taken from a kind that is about a person when nobody is named."""
_SHARPNESS = 0.55
"""Turns a lead in weight into a probability: a lead of 8 gives about 0.99."""
_MOST_SURE = 0.995
_UNSURE = 0.5

_PERSON = LabelSet(
    {
        "person": [
            "patient:",
            "patient name",
            "patient's name",
            "name:",
            "client:",
            "client name",
            "member:",
            "member name",
            "participant:",
            "employee:",
            "subscriber",
            "insured",
            "beneficiary",
            "claimant",
            "enrollee",
            "injured worker",
            "account holder",
            "for:",
            "dob",
            "date of birth",
            "birth date",
            "born:",
        ]
    }
)
_PERSON_IN_PROSE = re.compile(
    r"^\W*(?:re|RE|Re)\s*:\s*[A-Z][\w'’-]+\s+(?:[A-Z][\w'’-]*\.?\s+)?[A-Z][\w'’-]+\W*(?:$|[(,])"
    r"|\b(?:[dD]\.?[oO]\.?[bB]\.?|date of birth|birth ?date)\W{1,3}\d"
    r"|\bborn\s+(?:\d|[A-Z][a-z]+\s+\d)"
    r"|\bphysician (?:of|for) [A-Z][\w'’-]+\s"
    r"|\b(?:patient|client|member|mr|mrs|ms)\b\.?,?\s+[A-Z][\w'’-]+\s+[A-Z]"
    r"|\bDear (?:Member|Participant|Account ?holder|[A-Z][\w'’-]+ (?:[A-Z]\.? )?[A-Z])"
    r"|\b(?:this|the|my|above) patient\b|\b\d{2}[- ]year[- ]old\b"
)
_SUM = 4.0
_ADDED = 2
"""Amounts that a sum is made of, at the least."""
_MONEY = re.compile(r"\d\s?[.,]\s?\d{2}(?![\d.,/-])|\$\s?\d")


def classify(pages: tuple[Page, ...]) -> KindReading:
    """The kind of one document. "other" for whatever is not ours, also for an empty page.

    The confidence is the probability that the kind is right, as a function of
    the heaviest kind's lead over the second; it is not the sum of anything. Of a page with ink
    that nobody could read, silence says nothing.
    """
    weights = weigh(pages)
    ranked = sorted(weights.items(), key=lambda item: -item[1])
    (best, most), (_, second) = ranked[0], ranked[1]
    confidence = 1 / (1 + math.exp(-_SHARPNESS * (most - second)))
    unread = any(not page.words and page.quality == 0 for page in pages)
    return KindReading(
        value=best, confidence=round(min(confidence, _UNSURE if unread else _MOST_SURE), 3)
    )


def weigh(pages: tuple[Page, ...]) -> dict[Kind, float]:
    """What speaks for each kind, in the weights of the data; "other" also speaks by silence."""
    phrases: dict[Kind, float] = {words.kind: 0.0 for words in kind_words()}
    titles: dict[Kind, float] = dict.fromkeys(phrases, 0.0)
    for said in said_on(pages):
        (titles if said.as_title else phrases)[said.kind] += said.weight
    for wording in worded(pages):
        phrases[wording.kind] += wording.weight
    weights = {kind: titles[kind] + min(phrases[kind], _MOST_FROM_PHRASES) for kind in phrases}
    if not _names_a_person(pages):
        for words in kind_words():
            if words.about_a_person:
                weights[words.kind] -= _NO_PERSON
    if not any(_MONEY.search(line.text) for page in pages for line in page.lines):
        weights["receipt"] -= _NO_PERSON
    elif _adds_up(pages):
        weights["receipt"] += _SUM
    weights["other"] += _ENOUGH
    return weights


def _adds_up(pages: tuple[Page, ...]) -> bool:
    """Whether a dated page lists amounts and their sum, with at most a tax between: what a till
    does, whatever it calls its total."""
    for page in pages:
        amounts = [
            mention.value
            for line in page.lines
            for mention in find_amounts(line.text)
            if mention.value and _MONEY.search(mention.text)
        ]
        if not any(find_dates(line.text) for line in page.lines):
            continue
        for at in range(2, len(amounts)):
            sums = accumulate(reversed(amounts[:at]))  # what was taken off stands with its sign
            if amounts[at] > 0 and amounts[at] in list(sums)[_ADDED - 1 :]:
                return True
    return False


def _names_a_person(pages: tuple[Page, ...]) -> bool:
    return any(
        _PERSON.hits(line.text) or _PERSON_IN_PROSE.search(line.text)
        for page in pages
        for line in page.lines
    )
