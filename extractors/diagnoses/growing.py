"""How far a condition's name reaches beyond the words by which it is known.

"Rotator cuff tear" goes on "of the right shoulder", "morbid obesity" goes on
"(class 3)", "disc degeneration" goes on "with leg pain": what follows says which,
where and how bad, and is no condition of its own.
"""

from __future__ import annotations

import re

from extractors.diagnoses.lexicon import mentions
from extractors.diagnoses.wording import Span
from rules.icd10 import exact
from rules.icd10.words import tokens

_SIDE = r"(?:left|right|bilateral|both|lower|upper|lumbar|cervical|thoracic|lumbosacral|l|r|lt|rt)"
_BODY = (
    r"(?:shoulders?|knees?|hips?|ankles?|wrists?|elbows?|feet|foot|hands?|thumbs?|fingers?|toes?"
    r"|necks?|back|spine|joints?|regions?|legs?|arms?|limbs?|extremit(?:y|ies)|thighs?|calf|heels?"
    r"|forearms?|multiple sites|unspecified sites?|sides?|dominant side|non-?dominant side)"
)
_SAYS_WHICH = (
    re.compile(r"\s*\(\s*(?:class|stage|type|grade)\s*\w{1,4}\s*\)", re.IGNORECASE),
    re.compile(
        r"\s*,?\s*(?:class|stage|type|grade)\s+(?:\d[ab]?|[iv]{1,3})(?![\w.])", re.IGNORECASE
    ),
    re.compile(
        rf"\s+(?:of|in|at|affecting|involving)\s+(?:(?:the|her|his"
        rf"|their)\s+)?(?:{_SIDE}\s+)*{_BODY}\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\s*,\s*(?:(?:left|right|bilateral)(?:\s+{_BODY})?"
        rf"|(?:{_SIDE}\s+)+{_BODY})\b(?!\s+\w+itis)",
        re.IGNORECASE,
    ),
    re.compile(rf"\s+(?:left|right|bilateral)\s+{_BODY}\b", re.IGNORECASE),
    re.compile(r",\s*(?:mild|moderate|severe|recurrent|single episode|nos|unspecified)\b", re.I),
)
_WITH = re.compile(r"\s+with\s+(?:[\w-]+\s+){0,4}?$", re.IGNORECASE)
_WITHOUT = re.compile(r"\s+without\s+$", re.IGNORECASE)
_MOST = 9
"""Words by which an official wording may be longer than the name within it."""
_WORD = re.compile(r"[\s,()/-]*[\w'’]+\)?")


def grown(text: str, span: Span) -> int:
    """Where the name that begins with text[span] ends."""
    end = _which(text, max(span[1], _official(text, span)))
    further = _complaint(text, end)
    return _which(text, further) if further > end else end


def _which(text: str, end: int) -> int:
    """The end of all that says which, where and how bad."""
    while True:
        further = max(
            [end, *(match.end() for which in _SAYS_WHICH if (match := which.match(text, end)))]
        )
        if further == end:
            return end
        end = further


def _official(text: str, span: Span) -> int:
    """The end of the longest official wording that begins here; 0 where there is none."""
    best, at = 0, span[1]
    for _ in range(_MOST):
        word = _WORD.match(text, at)
        if word is None:
            break
        at = word.end()
        if tokens(word[0]) and exact(text[span[0] : at]):  # fillers alone end no wording
            best = at
    if best and text[span[0] : best].count("(") != text[span[0] : best].count(")"):
        return 0
    return best


def _complaint(text: str, end: int) -> int:
    """The end of "with discogenic and leg pain" or "without myelopathy": still the one name."""
    for mention in mentions(text[end : end + 80]):
        between = text[end : end + mention.start]
        if (mention.condition.is_complaint and _WITH.match(between)) or _WITHOUT.match(between):
            return end + mention.end
        break
    return end
