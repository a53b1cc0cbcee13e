"""What around a condition leaves room for doubt, though no cue says outright what is meant.

A judgement names what is said ("resolved", "her mother"). Here only whether a careful reader would
stop: a word of the past, of doubt or of a relative anywhere in the sentence, a cell of the row that
nobody can place, a short sentence right behind ("None since."). Such a condition is reported as it
is judged, and never accepted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractors.diagnoses.lexicon import mentions
from extractors.diagnoses.passages import GUTTER, sentences
from extractors.diagnoses.places import Place
from extractors.diagnoses.sections import caption_of, heading_of, label_end
from extractors.diagnoses.wording import Span, core_of
from rules.icd10.words import tokens

_MAKES_DOUBT = re.compile(
    r"\b(?:no longer|former(?:ly)?|previous(?:ly)?|prior (?!auth)|remote|resolved|resolving"
    r"|inactive|(?<!year-)(?<!year )(?<!years )old|ruled?[- ]out|rules? out|excluded?|r/o"
    r"|possibl[ey]|probabl[ey]|suspect\w*|suspicion|question of|questionable|questioned"
    r"|versus|vs|ddx|differential|working diagnosis"
    r"|mother\w*|father\w*|brothers?|sisters?|parents?|siblings?|sons?|daughters?|aunts?|uncles?"
    r"|cousins?|grand\w+|husband|wife|spouse|maternal|paternal"
    r"|family (?!medic|physic|practi|doctor)|familial|until|ended|stopped|denie[sd]|deny|never"
    r"|none|removed|extracted|healed|cured|outgrown|reversed|childhood|teens?|twenties|thirties"
    r"|forties|borderline|awaiting|unconfirmed|unproven|such as|for example|e\.g|examples?"
    r"|eligible|qualifying|members|employees|misdiagnos\w+|withdrawn|entered in error"
    r"|common(?:ly)? |people|anyone|individuals|conditions? (?:like|treated|we |that )"
    r"|not (?:confirmed|met|present|covered))\b|\?",
    re.IGNORECASE,
)
"""Read beside the names of conditions and codes, which say no such thing of themselves."""
_CODE = re.compile(r"[A-TV-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?\b")
_SAYS_NOTHING = frozenset(
    "active current chronic ongoing yes y present primary secondary tertiary principal other main "
    "admitting confirmed established documented working diagnosis diagnoses dx code codes icd cm "
    "controlled uncontrolled stable managed treated improving well poorly not moderately x "
    "left right bilateral both acute mild moderate severe recurrent early advanced longstanding "
    "persistent the a an and with of has have had is hx history known patient she he also status "
    "med medication meds medical past pmh on under control".split()
)
"""Words that leave a condition as it is, in a list or in a cell of its row."""
_ANSWERS = frozenset(("x", "y", "yes"))
_BODY = frozenset(
    "shoulder elbow hip knee ankle foot wrist hand neck spine back cervical thoracic lumbar".split()
)
_CAPTIONS = frozenset("poa remarks comments comment notes note date onset rank number".split())
_BOXES = re.compile(r"[☐☒☑□■]|\[[ xX]?\]")
_MISREAD_BOX = re.compile(r"[^\x00-\x7F•·▪●◦–—§°“”‘’]|[|\]\[{}]")
_EDGE, _CLOSE = 6.0, 60.0
"""Points within which lines have one left edge, and belong to one group of choices."""
_SHORT = 7
"""Words of a sentence that only goes on about the one before: "Diagnosed abroad, none since."."""
_NUMBERED = re.compile(r"^\s*(?:\(?\d{1,2}[.):]|#\d{1,2}|[-•●▪◦*·])\s*")
_ON_A_DRUG = re.compile(
    r"\bon \w+(?:statin|sartan|pril|olol|dipine|thiazide|formin|gliptin|gliflozin|tide|thyroxine"
    r"|parin|xaban|prazole|terol|tidine)\b",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"\d")
_WORDS = re.compile(r"[A-Za-z]+")


def makes_doubt(place: Place, names: Iterable[Span]) -> bool:
    """Does the sentence, a cell of the row or the sentence behind leave room for doubt?

    names: the stretches of the sentence that were taken for conditions; the words in them that
    are no name ("people like you with gout") are looked at, too.
    """
    names = tuple(names)
    if place.recognised and _among_marks(place):
        return True
    text = _without(place.text, [core_of(place.text, name) for name in names])
    if _MAKES_DOUBT.search(text) or _MAKES_DOUBT.search(_behind(place)):
        return True
    rest = _without(place.text, names)
    return GUTTER in rest and any(map(_is_odd, rest.split(GUTTER.strip())))


def says_no_more(place: Place, names: Iterable[Span]) -> bool:
    """Are there conditions in the sentence and nothing besides that could say more of them?"""
    text = _NUMBERED.sub("", place.text)
    start = len(place.text) - len(text)
    if heading_of(place.text) is not None:
        start = max(start, label_end(place.text))
    rest = _ON_A_DRUG.sub("", _without(place.text, names)[start:])
    if _FIGURES.search(rest) or _behind(place) or _is_cut_off(place):
        return False
    # A cross alone may stand under "No".
    return all(
        word.lower() in _SAYS_NOTHING and word.lower() not in _ANSWERS
        for word in _WORDS.findall(rest)
    )


def names_something(words: str) -> bool:
    """Can words that no list knows be a condition's name: neither status nor part of the body, and
    no choice among boxes?"""
    if len(_BOXES.findall(words)) > 1:
        return False
    told = [word.lower() for word in _WORDS.findall(words)]
    return any(len(w) > 2 and w not in _SAYS_NOTHING | _BODY | _CAPTIONS for w in told)


def _among_marks(place: Place) -> bool:
    """Does a line close above or below, from the same edge, begin with a tick box or what was read
    for one? Then this line's own box may be one that was not seen, ticked or not."""
    if not place.passage.words or _BOXES.match(place.passage.text):
        return False
    left, top = place.passage.words[0].box[:2]
    return any(
        abs(line.box[0] - left) < _EDGE
        and abs(line.box[1] - top) < _CLOSE
        and len(line.words) > 1
        and _MISREAD_BOX.fullmatch(line.words[0].text) is not None
        for line in place.passage.page.lines
    )


def _behind(place: Place) -> str:
    """A short sentence right behind without a condition of its own: it may speak of this one."""
    at = place.sentence.start + len(place.text)
    following = next((one.text for one in sentences(place.passage.text) if one.start >= at), "")
    if len(following.split()) > _SHORT or heading_of(following) is not None:
        return ""
    return "" if mentions(following) else following.strip()


def _is_cut_off(place: Place) -> bool:
    """Does a paragraph end here in the middle of a sentence, as a line that lost the next one?"""
    whole = place.passage.text.rstrip()
    ends = place.sentence.start + len(place.text.rstrip()) >= len(whole)
    return ends and len(sentences(whole)) > 1 and not whole.endswith((".", "!", ";", ")", "]"))


def _without(text: str, names: Iterable[Span]) -> str:
    """The text with conditions and codes blanked out."""
    spans = [*names, *(m.span() for m in _CODE.finditer(text))]
    spans += [(mention.start, mention.end) for mention in mentions(text)]
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _is_odd(cell: str) -> bool:
    """Does a cell say what nobody can place: neither date nor number, label nor "active"?"""
    if heading_of(cell) is not None or caption_of(cell) is not None or ":" in cell:
        return False
    words = [word.lower() for word in _WORDS.findall(cell)]
    known = _SAYS_NOTHING | _BODY
    return any(len(word) > 2 and word not in known and tokens(word) for word in words)
