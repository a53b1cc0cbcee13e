"""The small language in which context rules are written, and its way into token patterns.

A phrase is words as printed, lower case. "(a|b c|)" stands for one of its
alternatives, an empty one meaning that nothing need stand there. A bracket
with blanks inside, "( resolved )", is a printed bracket. "<year>", "<date>", "<month>",
"<number>" and "<operation>" stand for any; "<item>" for a word that opens a
new item of a list.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable

TokenPattern = list[dict[str, object]]
Tokenize = Callable[[str], tuple[str, ...]]

_MONTHS = (
    "jan january feb february mar march apr april may jun june jul july aug august "
    "sep sept september oct october nov november dec december"
)
_ANY: dict[str, dict[str, object]] = {
    "<year>": {"TEXT": {"REGEX": r"^(?:19|20)\d\d$"}},
    "<date>": {"TEXT": {"REGEX": r"^\d{1,2}/(?:\d{1,2}/)?(?:\d\d|\d{4})$"}},
    "<month>": {"LOWER": {"IN": _MONTHS.split()}},
    "<number>": {
        "TEXT": {
            "REGEX": r"^(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty)$"
        }
    },
    "<operation>": {
        "TEXT": {
            "REGEX": r"(?i)^(?:\w{3,}(?:ectomy|otomy|ostomy|plasty|pexy|desis|rrhaphy)|surgery"
            r"|surgeries|operation|repair|replacement|fusion|bypass|decompression|tka|tha|tkr"
            r"|thr|acdf|orif"
            r"|cabg|arthroscopy|transplant|transplantation|amputation|c-section|biopsy)$"
        }
    },
    "<item>": {
        "TEXT": {
            "REGEX": r"(?i)^(?!(?:which|that|who|found|first|seen|noted|due|now|since|long|has"
            r"|have|had|is|was|were|all|fully"
            r"|completely|spontaneously|apparently|resolved|healed|cured|treated|diagnosed|dx"
            r"|status|s/p|in|at|on"
            r"|with|without|requiring|for|after|from|last|about|approximately|some|many|several"
            r"|over"
            r"|years?|both|but|no|not|repaired|removed|remote|recovered|outgrown|subsided|surgery"
            r"|surgically|old|stage|left|right|bilateral|required|managed|when|as|back|he|she|it"
            r"|they"
            r"|resected|excised|banded|ablated|drained|extracted|operated|irradiated"
            r"|cauteri[sz]ed|clipped|cardioverted"
            r"|evacuated|corrected|successfully|definitively|curatively|subsequently|later"
            r"|eventually|post|once|twice"
            r"|anticoagulation|treatment|therapy|chemotherapy|radiation|rehab)$)[a-z]"
        }
    },
}

_PART = re.compile(r"\((?=\S)[^()]*(?<=\S)\)|\((?=\S)[^()]*\|\s*\)|\S+")


def token_patterns(phrase: str, tokenize: Tokenize) -> list[TokenPattern]:
    """The phrase as spaCy Matcher patterns: one for each way its longer alternatives can go."""
    choices = [_choices(part, tokenize) for part in _PART.findall(phrase)]
    return [
        list(itertools.chain.from_iterable(picked))
        for picked in itertools.product(*choices)
        if any(picked)
    ]


def _choices(part: str, tokenize: Tokenize) -> list[TokenPattern]:
    """The ways one part can be said: single words share one pattern, longer ones have their own."""
    if not (part.startswith("(") and part.endswith(")") and len(part) > 2):
        return [_literal(part, tokenize)]
    single: list[str] = []
    ways: list[TokenPattern] = []
    for alternative in part[1:-1].split("|"):
        pattern = _literal(alternative.strip(), tokenize)
        word = pattern[0].get("LOWER") if len(pattern) == 1 else None
        if isinstance(word, str):
            single.append(word)
        else:
            ways.append(pattern)
    if single:
        ways.append([{"LOWER": {"IN": single}}])
    return ways


def _literal(words: str, tokenize: Tokenize) -> TokenPattern:
    """Words as they fall into tokens, and "<year>" and its like where they stand among them."""
    pattern: TokenPattern = []
    for piece in re.split(r"(<[a-z]+>)", words):
        pattern += (
            [_ANY[piece]] if piece in _ANY else [{"LOWER": w} for w in tokenize(piece.strip())]
        )
    return pattern
