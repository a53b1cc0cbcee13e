"""What a cell says: dates, amounts, counts, telephone numbers. Raises `Unclear`, never guesses."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from decimal import Decimal

import phonenumbers
from stdnum import luhn

from casebook.importing.sheet import Unclear

_TIME = r"(?:[ T]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AaPp][Mm])?)?"
_ISO = re.compile(rf"(\d{{4}})[-/.](\d{{1,2}})[-/.](\d{{1,2}}){_TIME}")
_US = re.compile(rf"(\d{{1,2}})[-/](\d{{1,2}})[-/](\d{{4}}|\d{{2}}){_TIME}")
_WORDS = ("%b %d %Y", "%B %d %Y", "%d %b %Y", "%d %B %Y", "%d-%b-%Y")
_EXCEL_DAY_ZERO = date(1899, 12, 30)
_A_DATE = "is no date; write it as 2026-10-03 or 10/3/2026 (month first)"


def text(cell: str) -> str:
    """The cell as it is, blanks and line breaks made one space."""
    return " ".join(cell.split())


def day(cell: str) -> date:
    """A date: ISO, US order, with the month as a word, or Excel's count of days since 1899."""
    return _day(cell, century=True)


def birth_date(cell: str) -> date:
    """A date whose year has four digits: of '3/14/26' nobody knows the century."""
    return _day(cell, century=False)


def _day(cell: str, *, century: bool) -> date:
    try:
        if found := _ISO.fullmatch(cell):
            year, month, number = (int(part) for part in found.groups())
            return date(year, month, number)
        if found := _US.fullmatch(cell):
            if len(found.group(3)) == 2 and not century:
                raise Unclear("needs a year of four digits")
            month, number, year = (int(part) for part in found.groups())
            return date(year + 2000 if year < 100 else year, month, number)
    except ValueError:
        raise Unclear(_A_DATE) from None
    # 1954 to 2119: as whole days, or with a time of day behind the point.
    if re.fullmatch(r"[2-7]\d{4}(\.\d+)?", cell):
        return _EXCEL_DAY_ZERO + timedelta(days=int(cell.partition(".")[0]))
    words = re.sub(r"(?<=\d)(st|nd|rd|th)\b|[,.]", "", cell.replace("Sept", "Sep"))
    for shape in _WORDS:
        try:
            return datetime.strptime(" ".join(words.split()), shape).date()
        except ValueError:
            continue
    raise Unclear(_A_DATE)


def number(cell: str) -> Decimal:
    """A number: 1240, 1,240.5 or 12,5 (a comma before one or two digits ends the whole part)."""
    plain = re.sub(r"\s", "", cell)
    if re.fullmatch(r"-?\d{1,3}(,\d{3})+(\.\d+)?", plain):
        return Decimal(plain.replace(",", ""))
    if re.fullmatch(r"-?\d{1,3}(\.\d{3})+,\d{1,2}", plain):
        return Decimal(plain.replace(".", "").replace(",", "."))
    if re.fullmatch(r"-?\d+,\d{1,2}", plain):
        return Decimal(plain.replace(",", "."))
    if re.fullmatch(r"-?(\d+(\.\d*)?|\.\d+)", plain):
        return Decimal(plain)
    raise Unclear("is no number; write it as 12.5")


def dollars(cell: str) -> Decimal:
    """An amount in US dollars, not negative, to the cent."""
    bare = re.sub(r"^(USD|US\$|\$)\s*|\s*(USD|\$)$", "", cell, flags=re.IGNORECASE)
    try:
        amount = number(bare)
    except Unclear:
        raise Unclear("is no amount in dollars; write it as 1240.00") from None
    if amount < 0 or amount != round(amount, 2):
        raise Unclear("must be an amount of dollars and cents that is not negative")
    return amount.quantize(Decimal("0.01"))


def count(cell: str) -> int:
    """A whole number from 1."""
    if re.fullmatch(r"\d{1,6}(\.0+)?", cell) and float(cell) >= 1:
        return int(float(cell))
    raise Unclear("must be a whole number from 1, such as 10")


def minutes(cell: str) -> int:
    """A length of time in minutes, from 1 to 1440: 60, 60 min, 1:00, 1 h, 1.5 hours."""
    short = cell.casefold().strip(" .")
    total = Decimal(0)
    if found := re.fullmatch(r"(\d{1,2}):([0-5]\d)(?::00)?", short):
        total = Decimal(int(found.group(1)) * 60 + int(found.group(2)))
    elif found := re.fullmatch(r"(\d{1,2}(?:\.\d+)?) ?(?:h|hrs?|hours?)", short):
        total = Decimal(found.group(1)) * 60
    elif found := re.fullmatch(r"(\d{1,4}(?:\.0+)?) ?(?:m|mins?|minutes?)?", short):
        total = Decimal(found.group(1))
    if total != int(total) or not 1 <= total <= 24 * 60:
        raise Unclear("must be minutes, such as 60")
    return int(total)


def label(cell: str) -> str:
    """A number that is a name: a member id, a receipt number. Spreadsheets like to spoil these."""
    if re.fullmatch(r"\d(\.\d+)?E\+\d+", cell, flags=re.IGNORECASE):
        raise Unclear(
            "was shortened by the spreadsheet; format the column as text and type it anew"
        )
    return text(re.sub(r"^(\d+)\.0+$", r"\1", cell))


def labels(cell: str) -> tuple[str, ...]:
    """Several labels, with ; or | or line breaks between them."""
    return tuple(label(part.strip()) for part in re.split(r"[;|\n]", cell) if part.strip())


def npi(cell: str) -> str:
    """An NPI: ten digits, the last of which is Luhn's check digit over 80840 and the others."""
    digits = label(cell)
    if not re.fullmatch(r"[12]\d{9}", digits) or not luhn.is_valid(f"80840{digits}"):
        raise Unclear("is no NPI: ten digits of which the last one checks the others")
    return digits


def phone(cell: str) -> str:
    """A telephone number in the form +15415550112; without a country, one of the United States."""
    try:
        parsed = phonenumbers.parse(label(cell), "US")
    except phonenumbers.NumberParseException:
        raise Unclear("is no telephone number; write it as 541-555-0112") from None
    if not phonenumbers.is_possible_number(parsed):
        raise Unclear("is no telephone number; write it as 541-555-0112")
    shape = phonenumbers.PhoneNumberFormat.E164
    extension = f";ext={parsed.extension}" if parsed.extension else ""
    return phonenumbers.format_number(parsed, shape) + extension


def email(cell: str) -> str:
    """An e-mail address, as far as its shape goes."""
    if not re.fullmatch(r"[^@\s]+@[^@\s]+", cell):
        raise Unclear("is no e-mail address")
    return cell


def key(cell: str) -> str:
    """The key of a profile, however it is typed: "Generic FSA" is generic_fsa."""
    return re.sub(r"[\s\-]+", "_", cell.casefold().strip())


def state(cell: str) -> str:
    """A state of the United States by its two letters."""
    if not re.fullmatch(r"[A-Za-z]{2}", cell):
        raise Unclear("must be the two letters of a state, such as OR")
    return cell.upper()


def postal_code(cell: str) -> str:
    """A ZIP code; its leading zeros, which spreadsheets drop, are put back."""
    code = label(cell)
    if re.fullmatch(r"\d{3,5}", code):
        return code.zfill(5)
    if found := re.fullmatch(r"(\d{3,5})-(\d{4})", code):
        return f"{found.group(1).zfill(5)}-{found.group(2)}"
    raise Unclear("is no ZIP code; write it as 97326 or 97326-1234")
