"""Comparing people's names as they are typed, not as they are spelled officially."""

from __future__ import annotations

import re
import unicodedata


def words(name: str) -> tuple[str, ...]:
    """The name's words in small letters, without accents, commas, dots: "Núñez, Inés" → nunez ines.

    A hyphenated name counts as its parts, so that "Oyelaran Smith" finds "Oyelaran-Smith".
    """
    plain = unicodedata.normalize("NFKD", name).casefold()
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return tuple(re.findall(r"\w+", letters.replace("'", "").replace("’", "")))


def same(one: str, other: str) -> bool:
    """Whether two names hold the same words, in whatever order."""
    return bool(words(one)) and sorted(words(one)) == sorted(words(other))


def answers_to(name: str, asked: str) -> bool:
    """Whether somebody of this name is meant by what was typed.

    Every word asked for must begin one of the name's words: "D. Whitfield"
    and "whitfield dana" both mean Dana R. Whitfield.
    """
    left = list(words(name))
    for word in sorted(words(asked), key=len, reverse=True):
        fitting = next((own for own in left if own.startswith(word)), None)
        if fitting is None:
            return False
        left.remove(fitting)
    return bool(words(asked))
