"""medspaCy's ConText with the rules it ships with, on one sentence: what to be better than."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from loguru import logger

from bench.assertions.judged import Judged


def judge_by_defaults(sentence: str, start: int, end: int) -> Judged:
    """What the default rules say about the condition at these characters of the sentence."""
    nlp, context = _loaded()
    doc = nlp.make_doc(sentence)
    for token in doc:
        token.is_sent_start = token.i == 0
    doc.ents = [doc.char_span(start, end, label="CONDITION", alignment_mode="expand")]
    said = context(doc).ents[0]._
    return Judged(
        negated=said.is_negated,
        possible=said.is_uncertain,
        historical=said.is_historical,
        hypothetical=said.is_hypothetical,
        family=said.is_family,
    )


@lru_cache(maxsize=1)
def _loaded() -> tuple[Any, Any]:
    logger.disable("PyRuSH")
    logger.disable("medspacy")
    import spacy
    from medspacy.context import ConText

    nlp = spacy.blank("en")
    return nlp, ConText(nlp)
