"""Which rules' wordings stand in a sentence: a tree in which wordings share their beginnings.

spaCy's Matcher tries every pattern at every word: with two thousand patterns of
alternatives that took nine tenths of the time of a judgement. Here a word
leads only to the wordings that go on from it. What a pattern may say is the
part of the Matcher's language that the rules use: LOWER, LOWER IN, TEXT REGEX
and OP "?"; anything else is an error, never ignored.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from extractors.diagnoses.phrases import TokenPattern


@dataclass(frozen=True)
class _Place:
    """What one word of a pattern may be: one of these, in lower case, or like this."""

    words: frozenset[str]
    like: str = ""


@dataclass
class _Node:
    """A beginning that wordings share. ends: the rules that are said by it, by their number."""

    ends: list[tuple[int, Any]] = field(default_factory=list)
    places: dict[_Place, _Node] = field(default_factory=dict)
    by_word: dict[str, list[_Node]] = field(default_factory=dict)
    by_look: list[tuple[re.Pattern[str], _Node]] = field(default_factory=list)

    def grown(self, place: _Place) -> _Node:
        """The beginning that is longer by one place."""
        longer = self.places.get(place)
        if longer is None:
            longer = self.places[place] = _Node()
            if place.like:
                self.by_look.append((re.compile(place.like), longer))
            for word in place.words:
                self.by_word.setdefault(word, []).append(longer)
        return longer

    def after(self, word: str) -> list[_Node]:
        """The longer beginnings that go on with this word."""
        longer = self.by_word.get(word, [])
        if not self.by_look:
            return longer
        return longer + [node for look, node in self.by_look if look.search(word)]


class CueIndex:
    """Rules (medspaCy's ConTextRule) of one group of cues, found by their wordings."""

    def __init__(self, rules: Iterable[Any], tokenize: Callable[[str], Sequence[str]]) -> None:
        """tokenize: how a rule's literal falls into lower case words, when it has no pattern."""
        self._root = _Node()
        for number, rule in enumerate(rules):
            pattern = rule.pattern or [{"LOWER": word} for word in tokenize(rule.literal.lower())]
            for places in _ways(pattern):
                node = self._root
                for place in places:
                    node = node.grown(place)
                node.ends.append((number, rule))

    def matches(self, words: Sequence[str]) -> list[tuple[Any, int, int]]:
        """Each rule whose wording stands here, and its first and past-last word.

        words: of one sentence, in lower case. Of rules with the same wording
        the first given comes first.
        """
        found: list[tuple[int, int, int, Any]] = []
        for start in range(len(words)):
            nodes, end = [self._root], start
            while nodes and end < len(words):
                nodes = [longer for node in nodes for longer in node.after(words[end])]
                end += 1
                found.extend(
                    (start, end, number, rule) for node in nodes for number, rule in node.ends
                )
        found.sort(key=lambda match: match[:3])
        return [(rule, start, end) for start, end, _, rule in found]


def _ways(pattern: TokenPattern) -> Iterator[tuple[_Place, ...]]:
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
        place = _Place(frozenset(), str(wanted["REGEX"]))
    else:
        raise ValueError(f"a cue's pattern says more than is understood: {token}")
    return (None, place) if optional else (place,)
