"""Names and the letters behind them: found in a line, brought into contract form.

Contract form is first, middle, last, suffix ("Dana R. Whitfield Jr."), without
titles and credentials; accents, hyphens and apostrophes stay as printed; a
name in capitals is set in the usual case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml
from nameparser import HumanName

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŲŸŹŻŽ"
_PART = rf"[{_UPPER}][^\W\d_]*(?:[-'’.]{{1,2}}[^\W\d_]+)*\.?"
_PARTICLE = (
    r"(?:de la|de los|de las|van der|van den|von der|de|del|della|da|das|dos|di|du|la|le|"
    r"van|von|ter|ten|bin|bint|ibn|al|el|y|e)"
)
_SUFFIX = r"(?:Jr|Sr|JR|SR|II|III|IV)\b\.?"
_TITLE = r"(?:Dr|DR|Doctor|Mr|MR|Mrs|MRS|Ms|MS|Miss|Mx|Prof|Professor|Rev|Hon|Sir)\b\.?\s+"
_NICKNAME = rf"(?:\s+[\"“”‘'’(]+{_PART}[\"“”’')]+)?"
"""What friends say, set apart within a name: Marguerite "Peg" O'Dowd."""
_GIVEN_FIRST = rf"{_PART}{_NICKNAME}(?:\s+(?:{_PARTICLE}\s+)?{_PART}){{1,4}}(?:,?\s+{_SUFFIX})?"
_LAST_FIRST = (
    rf"(?:{_PARTICLE}\s+)?{_PART}(?:\s+{_PART}){{0,2}}(?:\s+{_SUFFIX})?\s?,\s?"
    rf"{_PART}(?:\s+{_PART}){{0,2}}(?:,?\s+{_SUFFIX})?"
)
_NAME = re.compile(rf"(?P<title>{_TITLE})?(?P<name>{_LAST_FIRST}|{_GIVEN_FIRST})")
_STATE_AND_ZIP = re.compile(r",\s?[A-Z]{2}\.?\s+\d{5}")
_GIVEN = re.compile(rf"(?P<title>{_TITLE})?(?P<name>{_GIVEN_FIRST})")
_SAID = re.compile(rf"{_NICKNAME[:-1]}(?=\s)")
_LETTERS = r"[A-Za-z][A-Za-z./*-]{1,11}"


@dataclass(frozen=True, slots=True)
class Person:
    """A person in a text: characters start:end, credentials included.

    name: contract form. credentials: as printed, separated by ", "; empty when there are none.
    titled: "Dr." or the like stood before it. last_first: it was printed "LAST, First".
    """

    name: str
    credentials: str
    start: int
    end: int
    titled: bool = False
    last_first: bool = False


def person_at_start(text: str) -> Person | None:
    """The person with whom a text begins, in either order; None when no name stands there.

    Whatever follows the name (an age, a bracket, a date) is left out.
    """
    lead = len(text) - len(text.lstrip(" \t_:.-–—"))
    found = _match(text, _NAME, lead) or _match(text, _GIVEN, lead)
    return found if found is not None and found.name else None


def people_with_credentials(text: str) -> tuple[Person, ...]:
    """Everybody in a line whose name is followed by credentials or led by "Dr."."""
    found: list[Person] = []
    at = 0
    for match in re.finditer(rf"(?<![^\s(,;|:/]){_PART}", text):
        if match.start() < at or re.search(r"\d[A-Za-z]?\s+$", text[: match.start()]):
            continue  # "77 Old Mill Rd" is a street, no dietitian
        person = _match(text, _GIVEN, match.start())
        if person is None or not (person.credentials or person.titled) or is_cut_off(person.name):
            continue
        found.append(person)
        at = person.end
    return tuple(found)


def is_cut_off(name: str) -> bool:
    """Whether a name begins with a particle ("La Cruz"), so that its beginning stands elsewhere."""
    return re.fullmatch(r"(?:De|Del|La|Las|Los|Van|Von|Der|Di|Da|Dos) \S+", name) is not None


def normalise_name(text: str) -> str:
    """One name in contract form: "WHITFIELD, DANA R., MD" gives "Dana R. Whitfield"."""
    bare = re.sub(rf"^\s*{_TITLE}", "", text.strip(" ,;:_-").lstrip("."))
    bare = _SAID.sub(" ", bare[: _credentials_start(bare)].strip(" ,;"))
    bare = re.sub(r"(?<=[^\W\d_]{3})\.$", "", bare)  # a full stop, not an initial's dot
    bare = re.sub(r"([a-zà-ÿ]{2})(?=[A-Z]\.)", r"\1 ", bare)  # "DanaR." glued by recognition
    bare = re.sub(r"(?<=[a-zà-ÿ] [A-Z]\.)(?=[A-ZÀ-Þ][a-zà-ÿ])", " ", bare)  # and "R.Whitfield"
    name = HumanName(re.sub(r"\s+", " ", bare.replace("’", "'")))
    if bare.isupper() or bare.islower():
        name.capitalize(force=True)
    parts = [name.first, name.middle, name.last, name.suffix]
    return " ".join(part for part in parts if part)


def is_name(text: str) -> bool:
    """Two to five words that could be a person's name, and nothing else."""
    person = person_at_start(text)
    return person is not None and person.end >= len(text.rstrip(" .,;"))


def is_name_part(text: str) -> bool:
    """Whether no word of the text is one that no name holds ("date", "first")."""
    return not any(word.strip(".,").casefold() in _not_in_names() for word in text.split())


def find_credentials(text: str, start: int = 0) -> tuple[str, int]:
    """The credentials with which text[start:] begins, as printed, and where they end.

    Leading commas are skipped. ("", start) when the first word is none.
    """
    found: list[str] = []
    end = start
    for match in _letter_groups(text, start):
        group = match["letters"].rstrip(".,")
        if not _is_credential(match["letters"]) or re.match(
            r"\s+\d{5}\b", text[match.end("letters") :]
        ):
            break
        found.append(group if "." not in group else match["letters"].rstrip(","))
        end = match.start("letters") + len(match["letters"].rstrip(","))
    return ", ".join(found), end


def abbreviates(short: str, whole: str) -> bool:
    """Whether one name says less of the same: "E. Tran-Holloway" or "Elena Tran-Holloway" for
    "Elena M. Tran-Holloway". Equal names do not abbreviate each other."""
    few, many = (_plain_parts(name) for name in (short, whole))
    if few == many or len(few) < 2 or len(few) > len(many) or few[-1] != many[-1]:
        return False
    rest = iter(many[:-1])
    return _begins(few[0], next(rest)) and all(
        any(_begins(part, other) for other in rest) for part in few[1:-1]
    )


def _plain_parts(name: str) -> list[str]:
    return [part.strip(".,").casefold() for part in name.split() if part.strip(".,")]


def _begins(part: str, other: str) -> bool:
    return part == other or (len(part) == 1 and other.startswith(part))


@cache
def credential_groups() -> dict[str, frozenset[str]]:
    """Credentials by profession, spelled as `_plain` spells them."""
    raw = yaml.safe_load(
        (files("extractors.values") / "credentials.yaml").read_text(encoding="utf-8")
    )
    return {group: frozenset(_plain(word) for word in words) for group, words in raw.items()}


@cache
def _not_in_names() -> frozenset[str]:
    return frozenset((files("extractors.values") / "not_names.txt").read_text("utf-8").split())


def _match(text: str, pattern: re.Pattern[str], start: int) -> Person | None:
    match = pattern.match(text, start)
    if match is None:
        return None
    name = match["name"]
    # "Dana Whitfield, MD" is no "Last, First": what follows the comma is a credential.
    head, comma, tail = name.partition(",")
    last_first = bool(tail.strip()) and not _is_credential(tail.split()[0])
    if last_first and re.match(rf"\s*{_SUFFIX}", tail):
        last_first = False
    if _STATE_AND_ZIP.match(text[match.start("name") + len(head) :]):
        return None
    if comma and not last_first and pattern is _NAME:
        return _match(text, _GIVEN, start)
    name = _without_foreign_words(name)
    if len(name.replace(",", " ").split()) < 2 or (last_first and "," not in name):
        return None
    end = match.start("name") + len(name)
    bare_end = match.start("name") + _credentials_start(name)
    credentials, credentials_end = find_credentials(text, bare_end)
    return Person(
        name=normalise_name(text[match.start("name") : bare_end]),
        credentials=credentials,
        start=match.start(),
        end=max(credentials_end, bare_end) if credentials else end,
        titled=match["title"] is not None,
        last_first=last_first,
    )


def _without_foreign_words(name: str) -> str:
    """The name up to the first word that no name holds ("Dana Whitfield Date")."""
    for match in re.finditer(r"[^\s,]+", name):
        if match[0].casefold().rstrip(".,") in _not_in_names():
            name = name[: match.start()].rstrip(" ,")
            break
    # A ruled line at the end reads as "I"; nobody is the first of his name in print.
    return name if "," in name else re.sub(r"\s+[Il]$", "", name)


def _credentials_start(name: str) -> int:
    """Where credentials begin in a name that may end with some; its length when it has none."""
    words = list(re.finditer(r"[^\s,]+", name))
    for index, match in enumerate(words):
        behind_comma = "," in name[words[index - 1].end() : match.start()] if index else False
        if index >= 2 or behind_comma:
            if not _is_credential(match[0]):
                continue
            if name.isupper() and not _is_listed(match[0]):
                continue  # "HALVERSEN, MARIT JO": two capitals among capitals are a name's
            # "DANA MA" and "MA, DANA" are names: an ambiguous pair of letters needs the comma.
            if (
                behind_comma
                or _plain(match[0]) not in credential_groups()["ambiguous"]
                or index >= 2
            ):
                return match.start()
    return len(name)


def _letter_groups(text: str, start: int) -> Iterator[re.Match[str]]:
    pattern = re.compile(rf"(?:\s*[,;]\s*|\s+|\s*\(\s*)?(?P<letters>{_LETTERS})\)?")
    at = start
    while (match := pattern.match(text, at)) is not None:
        yield match
        at = match.end()


def _is_credential(word: str) -> bool:
    plain = _plain(word)
    letters = re.sub(r"[^A-Za-z]", "", word)
    if letters == "Md":
        return True  # recognition's small d; nobody's name
    if plain in credential_groups()["ambiguous"] or len(plain) == 2:
        return word.replace(".", "").isupper()
    return _is_listed(word) and sum(char.isupper() for char in word) * 2 >= len(plain)


def _is_listed(word: str) -> bool:
    return any(_plain(word) in group for group in credential_groups().values())


def _plain(word: str) -> str:
    return re.sub(r"[^A-Z]", "", word.upper())
