"""medspaCy's ConText with its default rules and ours: which cues reach a condition.

Only ConText itself is loaded: the package's own `__init__` would import sentence
splitters, UMLS tools and NLTK, which cost most of its import time and
are not used here. The rules are data: `extractors/data/context_rules.yaml`.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any, Literal

import yaml

from extractors.diagnoses.cue_index import CueIndex
from extractors.diagnoses.phrases import token_patterns

Cue = Literal[
    "NEGATED_EXISTENCE",
    "POSSIBLE_EXISTENCE",
    "POSSIBLE_AFTER",
    "HYPOTHETICAL",
    "HYPOTHETICAL_AFTER",
    "AS_NEEDED",
    "HISTORICAL",
    "HISTORICAL_AFTER",
    "PAST_EVENT",
    "RECENT",
    "DATED",
    "DIAGNOSED",
    "ONGOING",
    "CHILDHOOD",
    "OVER",
    "OVER_AFTER",
    "OVER_ADJECTIVE",
    "OVER_LIST",
    "OPERATED",
    "OPERATED_AFTER",
    "FAMILY",
    "FAMILY_AFTER",
    "OTHER_PERSON",
]

_RULES = Path(__file__).parents[1] / "data" / "context_rules.yaml"
# Cues of one group end or swallow one another ("cannot exclude" is no "exclude"), cues of
# different groups do not: "no family history of" is negated and the family's at once.
_GROUPS: tuple[tuple[Cue, ...], ...] = (
    ("NEGATED_EXISTENCE", "POSSIBLE_EXISTENCE"),
    ("POSSIBLE_AFTER",),
    ("HYPOTHETICAL", "HYPOTHETICAL_AFTER"),
    ("AS_NEEDED",),
    ("HISTORICAL",),
    ("HISTORICAL_AFTER",),
    ("PAST_EVENT",),
    ("RECENT",),
    ("DATED",),
    ("DIAGNOSED",),
    ("ONGOING",),
    ("CHILDHOOD",),
    ("OVER",),
    ("OVER_AFTER",),
    ("OVER_ADJECTIVE",),
    ("OVER_LIST",),
    ("OPERATED",),
    ("OPERATED_AFTER",),
    ("FAMILY", "OTHER_PERSON"),
    ("FAMILY_AFTER",),
)


def cues(sentence: str, spans: Sequence[tuple[int, int]]) -> tuple[frozenset[Cue], ...]:
    """For each span of characters the cues whose reach covers it. One sentence at a time."""
    return _engine().cues(sentence, spans)


class _Engine:
    """A blank English tokenizer and one ConText for each group of cues."""

    def __init__(self) -> None:
        spacy, self._context = _load()
        from medspacy.common.util import prune_overlapping_matches
        from medspacy.context.context_graph import ConTextGraph
        from medspacy.context.context_modifier import ConTextModifier

        self._longest, self._graph = prune_overlapping_matches, ConTextGraph
        self._modifier = ConTextModifier
        self._nlp = spacy.blank("en")
        with _RULES.open(encoding="utf-8") as file:
            rules = yaml.load(file, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        defaults = self._defaults(frozenset(rules["replaced"]))
        extended = [*defaults, *self._extensions(rules["rules"])]
        self._indexes = [
            CueIndex((rule for rule in extended if rule.category in group), self._tokenize)
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
        words = tuple(token.lower_ for token in doc)
        for index in self._indexes:
            for modifier in self._modifiers(index, words, doc, targets):
                start, end = modifier.modifier_span
                for said, target in zip(found, targets, strict=True):
                    if target is None or not _reaches(modifier, target):
                        continue
                    # A word of the name says nothing about it: "stenosis without claudication".
                    if not (target.start <= start and end <= target.end):
                        said.add(modifier.category)
        return tuple(frozenset(cue) for cue in found)

    def _modifiers(
        self, index: CueIndex, words: Sequence[str], doc: Any, targets: Sequence[Any]
    ) -> list[Any]:
        """The cues of one group that stand in the sentence, the longer before the shorter.

        The reach of each ends where the next of its group begins. The condition itself is no
        next item of a list: in "gout, eczema outgrown" the comma does not part eczema from its cue.
        """
        matches = [
            match
            for match in index.matches(words)
            if match[0].direction != "TERMINATE"
            or not any(target and match[1] < target.start < match[2] for target in targets)
        ]
        kept = self._longest([(number, *match[1:]) for number, match in enumerate(matches)])
        graph = self._graph()
        graph.modifiers = [
            self._modifier(matches[number][0], start, end, doc) for number, start, end in kept
        ]
        for modifier in graph.modifiers:
            if modifier.direction == "TERMINATE":
                # medspaCy gives it the whole sentence for its reach and then misses that a
                # shorter reach lies within: where it stands is what has to lie in another's reach.
                modifier.update_scope(doc[slice(*modifier.modifier_span)])
        graph.update_scopes()
        return list(graph.modifiers)

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


def _reaches(modifier: Any, target: Any) -> bool:
    """Also a cue whose last words are the name's first: "without acute | acute infarct"."""
    start, end = modifier.modifier_span
    if modifier.direction == "FORWARD" and start < target.start < end:
        return True
    if modifier.direction == "BACKWARD" and start < target.end < end:
        return True
    return bool(modifier.modifies(target))


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
