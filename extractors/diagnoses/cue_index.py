"""Which rules' wordings stand in a sentence: found by their first word.

spaCy's Matcher tries every pattern at every word: with two thousand patterns of
alternatives that took nine tenths of the time of a judgement. Here a word
brings up only the patterns that begin with it. What a pattern may say is the
part of the Matcher's language that the rules use: LOWER, LOWER IN, TEXT REGEX
and OP "?"; anything else is an error, never ignored.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extractors.diagnoses.phrases import TokenPattern


@dataclass(frozen=True)
class _Place:
    """What one word of a pattern may be: one of these, in lower case, or like this."""

    words: frozenset[str]
    like: re.Pattern[str] | None = None

    def holds(self, word: str) -> bool:
        return word in self.words or (self.like is not None and bool(self.like.search(word)))


_Places = tuple[_Place, ...]


class CueIndex:
    """Rules (medspaCy's ConTextRule) of one group of cues, by the first word of their wordings."""

    def __init__(self, rules: Iterable[Any], tokenize: Callable[[str], Sequence[str]]) -> None:
        """tokenize: how a rule's literal falls into lower case words, when it has no pattern."""
        self._by_word: dict[str, list[tuple[_Places, Any]]] = {}
        self._by_look: list[tuple[_Places, Any]] = []
        for rule in rules:
            pattern = rule.pattern or [{"LOWER": word} for word in tokenize(rule.literal.lower())]
            for places in _ways(pattern):
                self._add(places, rule)

    def matches(self, words: Sequence[str]) -> list[tuple[Any, int, int]]:
        """Each rule whose wording stands here, and its first and past-last word.

        words: of one sentence, in lower case.
        """
        return [
            (rule, at, at + len(places))
            for at, word in enumerate(words)
            for places, rule in itertools.chain(self._by_word.get(word, ()), self._by_look)
            if at + len(places) <= len(words)
            and all(place.holds(words[at + step]) for step, place in enumerate(places))
        ]

    def _add(self, places: _Places, rule: Any) -> None:
        first = places[0]
        if first.like is not None:
            self._by_look.append((places, rule))
        for word in first.words:
            self._by_word.setdefault(word, []).append((places, rule))


def _ways(pattern: TokenPattern) -> Iterator[_Places]:
    """The pattern with and without each of its optional words."""
    for picked in itertools.product(*(_choices(token) for token in pattern)):
        places = tuple(place for place in picked if place is not None)
        if places:
            yield places


def _choices(token: Mapping[str, object]) -> tuple[_Place | None, ...]:
    asked = dict(token)
    optional = asked.pop("OP", None)
    if optional not in (None, "?") or len(asked) != 1:
        raise ValueError(f"a cue's pattern says more than is understood: {token}")
    ((name, wanted),) = asked.items()
    if name == "LOWER" and isinstance(wanted, str):
        place = _Place(frozenset({wanted}))
    elif name == "LOWER" and isinstance(wanted, dict) and list(wanted) == ["IN"]:
        place = _Place(frozenset(wanted["IN"]))
    elif name == "TEXT" and isinstance(wanted, dict) and list(wanted) == ["REGEX"]:
        place = _Place(frozenset(), re.compile(wanted["REGEX"]))
    else:
        raise ValueError(f"a cue's pattern says more than is understood: {token}")
    return (None, place) if optional else (place,)
