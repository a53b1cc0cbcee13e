"""medspaCy's ConText with its default rules and ours: which cues reach a condition.

Only ConText itself is loaded: the package's own `__init__` would import sentence
splitters, UMLS tools and NLTK, which cost most of its import time and
are not used here. The rules are data: `extractors/data/context_rules.yaml`.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any, Literal

import yaml

from extractors.diagnoses.phrases import token_patterns

Cue = Literal[
    "NEGATED_EXISTENCE",
    "POSSIBLE_EXISTENCE",
    "POSSIBLE_AFTER",
    "HYPOTHETICAL",
    "HYPOTHETICAL_AFTER",
    "HISTORICAL",
    "PAST_EVENT",
    "OVER",
    "OVER_ADJECTIVE",
    "FAMILY",
    "OTHER_PERSON",
]

_RULES = Path(__file__).parents[1] / "data" / "context_rules.yaml"
# Cues of one group end or swallow one another ("cannot exclude" is no "exclude"), cues of
# different groups do not: "no family history of" is negated and the family's at once.
_GROUPS: tuple[tuple[Cue, ...], ...] = (
    ("NEGATED_EXISTENCE", "POSSIBLE_EXISTENCE"),
    ("POSSIBLE_AFTER",),
    ("HYPOTHETICAL", "HYPOTHETICAL_AFTER"),
    ("HISTORICAL",),
    ("PAST_EVENT",),
    ("OVER",),
    ("OVER_ADJECTIVE",),
    ("FAMILY", "OTHER_PERSON"),
)


def cues(sentence: str, spans: Sequence[tuple[int, int]]) -> tuple[frozenset[Cue], ...]:
    """For each span of characters the cues whose reach covers it. One sentence at a time."""
    return _engine().cues(sentence, spans)


class _Engine:
    """A blank English tokenizer and one ConText for each group of cues."""

    def __init__(self) -> None:
        spacy, self._context = _load()
        self._nlp = spacy.blank("en")
        with _RULES.open(encoding="utf-8") as file:
            rules = yaml.load(file, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        defaults = self._defaults(frozenset(rules["replaced"]))
        extended = [*defaults, *self._extensions(rules["rules"])]
        self._components = [
            self._component(rule for rule in extended if rule.category in group)
            for group in _GROUPS
        ]

    def cues(self, sentence: str, spans: Sequence[tuple[int, int]]) -> tuple[frozenset[Cue], ...]:
        found: list[set[Cue]] = [set() for _ in spans]
        # Some cues are cues only at the end ("chest pain denied."): every sentence has one.
        closed = sentence if sentence.rstrip().endswith((".", "!", "?")) else f"{sentence} ."
        doc = self._nlp.make_doc(closed)
        if not len(doc):
            return tuple(frozenset(cue) for cue in found)
        for token in doc:
            token.is_sent_start = token.i == 0
        targets = [
            doc.char_span(*span, label="CONDITION", alignment_mode="expand") for span in spans
        ]
        for component in self._components:
            # One target at a time: ConText wants them not to overlap, conditions may.
            for number, target in enumerate(targets):
                if target is None:
                    continue
                doc.ents = [target]
                component(doc)
                for _, modifier in doc._.context_graph.edges:
                    start, end = modifier.modifier_span
                    # A word of the name says nothing about it: "stenosis without claudication".
                    if not (target.start <= start and end <= target.end):
                        found[number].add(modifier.category)
        return tuple(frozenset(cue) for cue in found)

    def _component(self, rules: Iterable[Any]) -> Any:
        component = self._context.ConText(self._nlp, rules=None, span_attrs=None)
        with _unvalidated():
            component.add(list(rules))
        return component

    def _defaults(self, replaced: frozenset[str]) -> list[Any]:
        """medspaCy's own rules but those that ours replace; forward and backward ones only."""
        path = Path(str(self._context.__file__)).parents[2] / "resources/en/context_rules.json"
        rules = self._context.ConTextRule.from_json(str(path))
        return [rule for rule in rules if rule.literal not in replaced]

    def _extensions(self, groups: Iterable[dict[str, Any]]) -> Iterable[Any]:
        for group in groups:
            for phrase in group["phrases"]:
                for pattern in token_patterns(phrase, self._tokenize):
                    yield self._context.ConTextRule(
                        literal=phrase,
                        category=group["category"],
                        pattern=pattern,
                        direction=group["direction"],
                        max_scope=group.get("within"),
                    )

    def _tokenize(self, text: str) -> tuple[str, ...]:
        return tuple(token.lower_ for token in self._nlp.make_doc(text))


@contextmanager
def _unvalidated() -> Iterator[None]:
    """Adds token patterns without spaCy's validation: a third of a second for 1,300 patterns.

    medspaCy does not pass Matcher's own `validate=False` on; the tests build
    the same rules with validation.
    """
    from spacy.matcher import matcher as compiled

    matcher: Any = compiled
    validate = matcher.validate_token_pattern
    matcher.validate_token_pattern = lambda pattern: []
    try:
        yield
    finally:
        matcher.validate_token_pattern = validate


@lru_cache(maxsize=1)
def _engine() -> _Engine:
    return _Engine()


def _load() -> tuple[ModuleType, ModuleType]:
    """spaCy and `medspacy.context` without the rest of medspaCy."""
    import spacy

    if "medspacy" not in sys.modules:
        spec = importlib.util.find_spec("medspacy")
        if spec is None:
            raise ModuleNotFoundError("medspacy is not installed", name="medspacy")
        sys.modules["medspacy"] = importlib.util.module_from_spec(spec)
    # medspacy.util asks for QuickUMLS, which brings NLTK, only to register a pipe nobody uses here.
    stand_in = "quickumls" not in sys.modules
    if stand_in:
        placeholder = ModuleType("quickumls")
        placeholder.spacy_component = None  # type: ignore[attr-defined]
        sys.modules["quickumls"] = placeholder
    try:
        from medspacy import _extensions, context
    finally:
        if stand_in:
            del sys.modules["quickumls"]
    _extensions.set_extensions()
    return spacy, context
