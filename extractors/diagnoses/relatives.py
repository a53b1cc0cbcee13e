"""Sentences that go on about a relative or the family: "His mother is 83. She has dementia."

A sentence by itself says only "she"; whose illness that is, the sentence before
tells. Unsure cases go on: what may be a relative's is never the patient's own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Pronoun = Literal["he", "she", "they"]

_ON_HISTORY = re.compile(
    r"\W*(?:the |her |his |patient's )?fam(?:ily|\.)? (?:medical )?(?:history|hx)\b", re.IGNORECASE
)
_STILL_ON_HISTORY = re.compile(
    r"\W*(?:(?:it|this|there) (?:is|was|are) (?:also|otherwise|no history|no other|no known"
    r"|a history|positive|negative|significant)|both\b|also\b|otherwise\b|positive\b|negative\b"
    r"|significant\b|remarkable\b|strong\b|no (?:known |other |strong )?(?:history|hx|family)\b)",
    re.IGNORECASE,
)
"""A sentence without a subject after one about the family history: "Negative for diabetes."."""
_WOMEN = r"(?:grand|step|half[- ])?(?:mother|sister|daughter)|mom|mum|aunt|niece|wife|grandma"
_MEN = r"(?:grand|step|half[- ])?(?:father|brother|son)|dad|uncle|nephew|husband|grandpa"
_MANY = (
    r"parents|siblings|(?:brother|sister|son|daughter|uncle|aunt|cousin|child|relative)s|children"
    r"|grandparents"
)
_RELATIVE = re.compile(
    rf"\b(?:(?P<many>{_MANY})|(?P<she>{_WOMEN})|(?P<he>{_MEN}))\b", re.IGNORECASE
)
_ON_RELATIVE = re.compile(
    r"\W*(?:(?:he|she|the patient|patient|pt) (?:states|says|reports|notes) (?:that )?)?"
    r"(?:(?P<whose>her|his)\s|(?:(?:the )?(?:patient|pt)['’]s|the|a|an|one|my)\s|both\s)?"
    r"(?:(?:of (?:her|his)|older|younger|elder|twin|maternal|paternal|biological|birth|one|two"
    r"|three)\s)*"
    rf"{_RELATIVE.pattern}(?!['’]s)",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"\W*(?:\w+ )?(?:report|state|say|said|note|notice|describe|den(?:y|ies|ied)|feel|felt"
    r"|believe|think|thought"
    r"|brought|bring|accompan|call|confirm|witness|observ|found|worr|assist|help|driv|relat|gave"
    r"|give"
    r"|agree|ask|request|recall|explain|saw|heard|is (?:present|here|concerned|with)"
    r"|was (?:present|concerned))",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(r"\W*(?P<who>he|she|they|both)\b(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_OF_THE_DEAD = re.compile(
    r"\W*(?:also|both|later|subsequently|then|died|passed|was (?:also )?diagnosed|lived|too)\b",
    re.IGNORECASE,
)
_AS_A_PATIENT = re.compile(
    r"\W*(?:\w+ly )?(?:denie[sd]|deny|reports?|complains?|presents?|takes?|states?|endorses?"
    r"|comes?|came|works?|smokes?"
    r"|drinks?|lives?|is (?:a|an|here|married|single|currently|otherwise|fairly|not|certain"
    r"|unaware)|was seen)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Kin:
    """Whom the last sentences were about.

    history: the family at large. pronoun: of the relative who was the subject.
    sure: the pronoun cannot be the patient's.
    """

    history: bool = False
    pronoun: Pronoun | None = None
    sure: bool = False

    def goes_on(self, before: Kin) -> bool:
        """Does only the sentence before, or the family's history, tell whose illness it is?"""
        return self.history or (self.pronoun is not None and self is before)


NOBODY = Kin()


def follow(kin: Kin, sentence: str) -> Kin:
    """Whom a sentence is about, after sentences about `kin`; NOBODY if about no relative."""
    if _ON_HISTORY.match(sentence) or (kin.history and _STILL_ON_HISTORY.match(sentence)):
        return Kin(history=True, pronoun=_last_named(sentence))
    subject = _ON_RELATIVE.match(sentence)
    if subject is not None and not _TELLS.match(sentence, subject.end()):
        pronoun: Pronoun = "they" if subject["many"] else "she" if subject["she"] else "he"
        own = {"her": "she", "his": "he"}.get((subject["whose"] or "").lower())
        return Kin(pronoun=pronoun, sure=pronoun == "they" or (own is not None and own != pronoun))
    goes_on = _FOLLOWS.match(sentence)
    if kin.pronoun is None or goes_on is None:
        return NOBODY
    who, rest = goes_on["who"].lower(), goes_on["rest"]
    if who == "both":
        return kin if kin.pronoun == "they" else NOBODY
    if who != kin.pronoun or _AS_A_PATIENT.match(rest):
        return NOBODY
    return kin if kin.sure or _OF_THE_DEAD.match(rest) else NOBODY


def _last_named(sentence: str) -> Pronoun | None:
    """Of whom "she" would be said next: "Family history: father with gout, mother with asthma"."""
    named = list(_RELATIVE.finditer(sentence))
    if not named:
        return None
    return "they" if named[-1]["many"] else "she" if named[-1]["she"] else "he"
