"""Cues are found by their first word, and what a pattern says is never half understood."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from extractors.diagnoses.context import _RULES, cues
from extractors.diagnoses.cue_index import CueIndex
from extractors.diagnoses.phrases import TokenPattern


@dataclass(frozen=True)
class Rule:
    literal: str
    pattern: TokenPattern | None = None


def found(rule: Rule, sentence: str) -> list[tuple[int, int]]:
    index = CueIndex([rule], str.split)
    return [(start, end) for _, start, end in index.matches(sentence.lower().split())]


def test_a_literal_is_found_wherever_its_words_stand() -> None:
    assert found(Rule("No Sign of"), "no sign of gout and no sign of") == [(0, 3), (5, 8)]


def test_alternatives_and_optional_words_are_found_with_and_without() -> None:
    pattern: TokenPattern = [
        {"LOWER": "no"},
        {"LOWER": {"IN": ["known", "new"]}, "OP": "?"},
        {"LOWER": "gout"},
    ]
    assert found(Rule("x", pattern), "no gout") == [(0, 2)]
    assert found(Rule("x", pattern), "no new gout") == [(0, 3)]
    assert found(Rule("x", pattern), "no old gout") == []


def test_a_pattern_may_begin_with_the_look_of_a_word() -> None:
    pattern: TokenPattern = [{"TEXT": {"REGEX": r"^(?:19|20)\d\d$"}}]
    assert found(Rule("x", pattern), "in 1998 or 98") == [(1, 2)]


@pytest.mark.parametrize(
    "token", [{"LEMMA": "be"}, {"LOWER": "be", "OP": "*"}, {"LOWER": {"NOT_IN": ["be"]}}]
)
def test_what_is_not_understood_is_refused(token: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="more than is understood"):
        CueIndex([Rule("x", [token])], str.split)


def test_the_rules_that_we_replace_are_still_among_medspacys() -> None:
    """A new version that renames one would silently judge by both."""
    import yaml

    from extractors.diagnoses.context import _load

    _, context = _load()
    from pathlib import Path

    path = Path(str(context.__file__)).parents[2] / "resources/en/context_rules.json"
    theirs = {rule.literal for rule in context.ConTextRule.from_json(str(path))}
    replaced = yaml.safe_load(_RULES.read_text(encoding="utf-8"))["replaced"]
    assert set(replaced) <= theirs


def test_several_conditions_of_one_sentence_are_judged_at_once_and_may_overlap() -> None:
    sentence = "No low back pain, but knee pain."
    spans = [(3, 16), (7, 16), (22, 31)]
    assert [sorted(one) for one in cues(sentence, spans)] == [
        ["NEGATED_EXISTENCE"],
        ["NEGATED_EXISTENCE"],
        [],
    ]


def test_a_sentence_of_blanks_has_no_cues() -> None:
    assert cues("  ", [(0, 1)]) == (frozenset(),)
