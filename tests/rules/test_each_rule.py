"""Every rule of the catalogue speaks against its example and lets its counter-example pass."""

from __future__ import annotations

import pytest

from rules.catalog import rules
from tests.rules.examples import EXAMPLES
from tests.templates import test_binding, test_papers

OF_FINISHED_PACKETS = {
    "exhibit.bound": test_binding.test_an_exhibit_that_cannot_be_opened_makes_the_packet_a_draft,
    "packet.reads_back": test_papers.test_a_front_that_does_not_read_back_makes_the_packet_a_draft,
}
"""Rules about PDFs: these tests make one of each kind, which takes LibreOffice."""


@pytest.mark.parametrize("rule", sorted(set(rules()) - set(OF_FINISHED_PACKETS)))
def test_a_rule_speaks_against_its_example_and_not_against_its_counter_example(rule: str) -> None:
    example = EXAMPLES.get(rule)
    assert example, f"{rule} has no example and counter-example in tests/rules/examples.py"
    assert rule in example.speaks()
    assert rule not in example.silent()


def test_every_example_is_of_a_rule() -> None:
    assert set(EXAMPLES) | set(OF_FINISHED_PACKETS) == set(rules())


def test_every_rule_has_a_sentence_and_says_who_says_so() -> None:
    for rule in rules().values():
        assert rule.sentence.endswith(".") and len(rule.citation) > 5, rule.id
