"""How often, for how long, at what heart rate: what a letter prescribes, in its own words.

What the patient does already, takes as medicine, or has suffered from for so
long is not what is prescribed; an end that is none ("lifetime") is no length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.candidate import Candidate
from extractors.letters.letter import Letter
from extractors.letters.proposing import propose, propose_labelled
from extractors.letters.prose import Passage
from extractors.values.ticks import ticked_only

_COUNT = (
    r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|once|twice|"
    r"thrice)(?:\s?\(\d{1,2}\))?"
)
_COUNTS = rf"{_COUNT}(?:\s?(?:-|–|to|or)\s?{_COUNT})?"
_UNIT = r"(?:week|wk|w(?=\b)|month|mo|day|d(?=\b)|yr|year)s?\b"
FREQUENCY = re.compile(
    rf"(?<![\w.,/-])(?P<value>"
    rf"{_COUNTS}\s?(?:[x×]|times?|sessions?|visits?|days?|workouts?|d(?=/)|appointments?|"
    rf"classes)\s?"
    rf"(?:per\s|a\s|an\s|each\s|every\s|/\s?|(?=week|daily|month))(?:{_UNIT}|weekly|daily|monthly)"
    rf"|{_COUNTS}\s?[x×]\s?(?:weekly|wk|week|monthly)\b"
    rf"|{_COUNTS}\s?/\s?(?:week|wk|w|month|mo)\b"
    rf"|(?:once|twice|thrice|{_COUNTS}\s+times)\s+(?:a|per|each|every)\s+(?:week|month|day)\b"
    rf"|(?:once|twice|thrice)\s+(?:weekly|daily|monthly)\b"
    rf"|{_COUNTS}\s+(?:weekly|monthly)\s+(?:sessions?|visits?)"
    rf"|{_COUNTS}\s+(?:sessions?|visits?|times)\s+(?:weekly|monthly)"
    rf"|{_COUNTS}\s?[x×]\s?/?\s?(?:w(?:ee)?k|mo(?:nth)?)\b"
    rf"|every other day|every (?:second|third) day|(?:bi-?weekly|[BT]IW\b)"
    rf")",
    re.IGNORECASE,
)
"""A frequency as printed: "3x/week", "2 to 3 times a week", "twice weekly"."""
_NUMBER = (
    r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|"
    r"twenty-four)(?:\s?\(\d{1,3}\))?"
)
LENGTH = re.compile(
    rf"(?<![\w./-])(?P<value>{_NUMBER}(?:\s?(?:-|–|to|or)\s?{_NUMBER})?[\s-]?(?:week|wk|"
    rf"month|mo|year|yr|day)s?\b(?!\s?(?:/|per|a\b|old|ago|follow|post)))",
    re.IGNORECASE,
)
"""A length of time as printed: "12 weeks", "six (6) months", "1 year"."""
_VISITS = re.compile(r"(?P<value>\d{1,3}\s+(?:visits|sessions)\b)", re.IGNORECASE)
_APPROACH = re.compile(
    r"[\s,;:.(x×/-]*(?:(?:for|over|a|total|period|course|of|up|to|approximately|approx|"
    r"about|minimum|at|least|the|next|duration|initial|each|times|is)\b[\s:.(]*)*",
    re.IGNORECASE,
)
_PRESCRIBING = re.compile(
    r"\b(?:recommend|prescri|order|refer|sig\b|frequency|course|program|sessions?|"
    r"supervised|training|exercise|therap|treatment|attend|participate|plan\b|please)",
    re.IGNORECASE,
)
_NOT_PRESCRIBED = re.compile(
    r"\b(?:mg|mcg|tablets?|tabs?|capsules?|medications?|qhs|bid|tid|po|currently|"
    r"previously|used to|has been|had been|was (?:doing|attending)|attended|did|takes|"
    r"walks|smok|drinks?|alcohol|pain|symptoms|history|hx|past|ago|refills?|void|"
    r"follow-?up|return|returns|see me|report|re-?evaluat|progress note|reassess|post-?op|"
    r"surgery|insulin|units|appointment)\b",
    re.IGNORECASE,
)
_HEART_RATE = re.compile(
    r"(?:target\s+|training\s+|exercise\s+|keep\s+(?:the\s+|her\s+|his\s+)?|"
    r"maintain\s+(?:a\s+)?|max(?:imum)?\.?\s+|limit\s+)(?:target\s+)?(?:heart[\s-]?rate|HR|"
    r"pulse)(?:\s+(?:range|zone|limit|of|at|is|reserve))*\s*[:=]?\s*"
    r"(?P<value>(?:(?:below|under|between|above|up to|less than|at|not to exceed|no higher "
    r"than|<|≤)\s*)?\d{2,3}\s?%?(?:\s?(?:-|–|to|and)\s?\d{2,3})?\s?(?:%|"
    r"percent)?(?:\s?(?:bpm|beats(?:\s?(?:per|/)\s?min(?:ute)?)?))?(?:\s?(?:of\s)?(?:HRR|"
    r"HRmax|max(?:imum)?(?:\s(?:HR|heart rate))?|heart rate reserve|"
    r"predicted[\w\s]{0,20}))?)",
    re.IGNORECASE,
)
_KEPT_RATE = re.compile(
    r"(?<!resting )\b(?:heart[\s-]?rate|HR|pulse)\s+(?:is\s+to\s+)?(?:(?:should|must|be|stay|"
    r"remain|kept|held|maintained|limited|in|the|range|of|at)\s+)+"
    r"(?P<value>(?:between|below|under|above|up to|less than|not to exceed|no higher than)\s+"
    r"\d{2,3}(?:\s?(?:-|–|to|and)\s?\d{2,3})?(?:\s?(?:bpm|beats(?:\s?(?:per|/)\s?"
    r"min(?:ute)?)?|%(?:\s?of\s\w+)?))?)",
    re.IGNORECASE,
)
"""A limit in a sentence: "heart rate kept between 105 and 125 beats per minute"."""
_SHORT_RATE = re.compile(
    r"\b(?:T?HR)\s*[:=]?\s*(?P<value>\d{2,3}\s?%?\s?(?:-|–|to)\s?\d{2,3}\s?(?:bpm|%\s?(?:of\s)?"
    r"(?:max(?:imum)?|HRR|HRmax|HR max|MHR)?))|(?P<reserve>\d{2}\s?%?\s?(?:-|–|to)\s?\d{2}\s?%\s?"
    r"(?:of\s)?(?:HRR|HR ?max|MHR|heart rate reserve))",
)
_EXERTION = re.compile(
    r"\b(?P<value>RPE\s*(?:of\s*|[:=<≤]\s*)?\d{1,2}(?:\s?(?:-|–|to)\s?\d{1,2})?)(?![\d/])"
)
"""Exertion on Borg's scale, a target where no heart rate is one (beta blockers)."""
_BARE_RATE = re.compile(
    r"(?P<value>(?:(?:below|under|between|up to|less than|not to exceed|<|"
    r"≤)\s*)?\d{2,3}\s?%?(?:\s?(?:-|–|to|and)\s?\d{2,3})?\s?(?:%|percent)?(?:\s?(?:bpm|"
    r"beats(?:\s?(?:per|/)\s?min(?:ute)?)?))?(?:\s?(?:of\s)?(?:age[- ]predicted\s)?(?:HRR|"
    r"HRmax|HR\s?max|MHR|max(?:imum)?(?:\s(?:HR|heart rate))?|heart rate reserve))?)",
    re.IGNORECASE,
)


def find_prescribed(letter: Letter) -> Iterator[Candidate]:
    """Candidates for frequency, duration and (referral) target_heart_rate."""
    yield from _labelled(letter)
    for passage in letter.passages:
        for start, end in passage.sentences():
            yield from _in_sentence(passage, start, end)
    if letter.kind == "referral":
        yield from _heart_rates(letter)


def _labelled(letter: Letter) -> Iterator[Candidate]:
    for found in letter.of("frequency", "duration"):
        text = ticked_only(found.text, value=True)
        often = FREQUENCY.search(text)
        if often is not None:
            yield propose_labelled(
                "frequency", often["value"], found, start=often.start(), end=often.end()
            )
        elif found.name == "frequency" and (counted := _counted(found.synonym, text)):
            yield propose_labelled("frequency", counted, found, factor=0.8)
        rest = text[often.end() :] if often else text
        offset = often.end() if often else 0
        length = LENGTH.search(rest) or _VISITS.search(rest)
        close = length is not None and _APPROACH.fullmatch(rest[: length.start()])
        if length is not None and close and (found.name == "duration" or often is not None):
            yield propose_labelled(
                "duration",
                _apart(length["value"]),
                found,
                start=offset + length.start("value"),
                end=offset + length.end("value"),
            )


def _apart(value: str) -> str:
    """ "8weeks", as recognition glues it, with its blank."""
    return re.sub(r"(?<=\d)(?=(?:weeks?|wks?|months?|days?|years?)\b)", " ", value, flags=re.I)


def _counted(synonym: str, text: str) -> str | None:
    """ "Sessions per week: 3" prescribes "3 sessions per week"."""
    unit = re.match(r"(sessions|times|days|visits) per week$", synonym, re.IGNORECASE)
    count = re.match(r"(\d(?:\s?(?:-|–|to)\s?\d)?)\s?[x×]?$", text.strip(), re.IGNORECASE)
    return f"{count[1]} {unit[1].lower()} per week" if unit and count else None


def _in_sentence(passage: Passage, start: int, end: int) -> Iterator[Candidate]:
    text = passage.text[start:end]
    often = FREQUENCY.search(text)
    if often is not None:
        strength = _strength(text, text[max(0, often.start() - 70) : often.end() + 15])
        if not strength:
            return  # a medicine's, a habit's or a follow-up's sentence
        yield _proposal("frequency", passage, start, often, strength)
    for length in LENGTH.finditer(text):
        strength = _length_strength(text, length, often)
        if strength:
            yield _proposal("duration", passage, start, length, strength)
            return


def _proposal(
    field: str, passage: Passage, start: int, match: re.Match[str], strength: float
) -> Candidate:
    first, last = match.span("value")
    return propose(
        field,
        _apart(match["value"].strip()),
        "prose",
        strength,
        passage.page,
        passage.words_between(start + first, start + last),
        passed=(f"{field}.shape",),
    )


def _strength(sentence: str, near: str) -> float:
    """How likely a frequency is prescribed, by the words of its sentence."""
    prescribed = _PRESCRIBING.search(sentence) is not None
    if _NOT_PRESCRIBED.search(near) and not re.search(r"prescri|recommend|sig\b", sentence, re.I):
        return 0.0
    return 0.9 if prescribed else 0.7 if len(sentence) < 50 else 0.5


def _length_strength(text: str, length: re.Match[str], often: re.Match[str] | None) -> float:
    """How likely a length of time is that of the program, by what stands beside it."""
    before, after = text[: length.start()], text[length.end() :]
    if re.search(
        r"(?:in|within|past|last|after|every|over the (?:past|last)|next visit in|ago|aged?)\s+$",
        before,
        re.I,
    ):
        return 0.0
    if often is not None:
        between = text[often.end() : length.start()] if often.end() <= length.start() else None
        if between is not None and re.fullmatch(
            r"[\s,;.]*(?:for(?: a (?:period|duration|total|course) of)?|x|×|[*/]|over|"
            r"during)?(?:\s(?:the (?:next|coming|following)|up to|about|approximately|at least))?"
            r"\s*",
            between,
            re.IGNORECASE,
        ):
            return 0.93
        if re.match(r"\s*(?:,\s*)?(?:at|of|,)\s*$", text[length.end() : often.start()]) or re.match(
            r"\s*(?:at|of|,)\s", after
        ):
            return 0.9
    if re.search(
        r"(?:course|duration|period|length|program|total)\s+(?:of|is|:)\s*(?:up to\s)?$",
        before,
        re.I,
    ):
        return 0.88 if not _NOT_PRESCRIBED.search(text) or _PRESCRIBING.search(before) else 0.0
    if re.match(
        r"\s*(?:program|course|period|of (?:supervised|medical|exercise|training|treatment))",
        after,
        re.I,
    ):
        return 0.8 if not _NOT_PRESCRIBED.search(text[: length.start()]) else 0.0
    if re.search(
        r"\b(?:for|x|×|over)\s*(?:the (?:next|coming|following)\s|up to\s|a period of\s|"
        r"an? (?:initial|total) "
        r"(?:period )?of\s|at least\s)?$",
        before,
        re.I,
    ):
        prescribed = re.search(
            r"prescri|recommend|order|treatment|training|program|exercise", before, re.I
        )
        if prescribed and not _NOT_PRESCRIBED.search(before[max(0, len(before) - 60) :]):
            return 0.85
    return 0.0


def _heart_rates(letter: Letter) -> Iterator[Candidate]:
    for found in letter.of("heart_rate"):
        match = _EXERTION.match(found.text) or _BARE_RATE.search(found.text)
        if match is not None and match.start() < 25:
            yield propose_labelled(
                "target_heart_rate",
                match["value"].strip(),
                found,
                start=match.start("value"),
                end=match.end("value"),
                passed=("heart_rate.shape",),
            )
    for passage in letter.passages:
        for match in _HEART_RATE.finditer(passage.text):
            yield _proposal("target_heart_rate", passage, 0, match, 0.85)
        for match in _KEPT_RATE.finditer(passage.text):
            yield _proposal("target_heart_rate", passage, 0, match, 0.8)
    yield from _in_short(letter)


def _in_short(letter: Letter) -> Iterator[Candidate]:
    """A rate or an exertion as slips and tables have it: "HR 60-70% of max", "RPE 11-13"."""
    for page in letter.pages:
        for line in page.lines:
            for pattern, strength in ((_SHORT_RATE, 0.75), (_EXERTION, 0.6)):
                match = pattern.search(line.text)
                if match is None:
                    continue
                group = "value" if match["value"] else "reserve"
                start, end = match.span(group)
                words = line.words_between(start, end)
                value = match[group].strip()
                yield propose("target_heart_rate", value, "layout", strength, page, words)
