"""Invented people, practices, payers and days, drawn from a seeded random generator."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

GIVEN = (
    "Abigail Amara Andre Anjali Beatriz Bodhi Carmen Chidi Clara Dalton Desmond Elena Emilio Farah "
    "Felix Fiona Gideon Hana Hector Imani Isolde Jasper Joon Kavya Keiko Laszlo Leona Lucía Malik "
    "Marisol Mateus Nadia Nils Odette Omar Paloma Priya Quentin Renée Rohan Saoirse Selma Søren "
    "Tamsin Tobias Uma Viktor Wanjiru Xavier Yusuf Zainab Zoltan Alice Brian Carol Diane Edward "
    "Frank Grace Helen Ivan Joyce Karen Linda Martin Nancy Oscar Peter Ruth Susan Thomas Wendy"
).split()
FAMILY = (
    "Abernathy Achebe Albrecht Bakshi Barrington Bellweather Boateng Calloway Chowdhury Cruz-Vega "
    "D'Amico Delacroix Dvorak Eklund Espinosa Fairchild Ferreira Finnegan Gallardo Ghosh Halvorsen "
    "Hawthorne Ibarra Ivanova Jankowski Jefferson Kapoor Kessler Kim Laramie Lindqvist MacTavish "
    "Mbeki Montoya Nakagawa Nwosu O'Rourke Okonkwo Olivares Pacheco Pettigrew Quigley Rasmussen "
    "Reyes-Soto Rodríguez Sandoval Schuster Sørensen Tanaka Thibodeaux Underhill Vance Velázquez "
    "Wexler Whitlock Xiong Yamamoto Young Zabriskie Zielinski Smith Johnson Lee Brown Davis Moore"
).split()
STREETS = (
    "Alder Bayview Birchwood Canyon Cedar Chestnut Clement Division Elm Fairmount Foothill Grand "
    "Harbor Hillcrest Jefferson Lakeshore Laurel Magnolia Market Mission Oak Orchard Palmetto "
    "Pioneer Prospect Ridge Riverside Spruce Summit Sycamore Union Valley Walnut Wilshire"
).split()
ROADS = "St|Street|Ave|Avenue|Blvd|Road|Rd|Dr|Drive|Lane|Ln|Way|Pkwy|Court|Pl".split("|")
CITIES = (
    ("Port Alder", "WA", "982"),
    ("Willow Bend", "TX", "750"),
    ("Saint Clair Shores", "MI", "480"),
    ("Las Brisas", "CA", "920"),
    ("East Marlow", "NY", "117"),
    ("Fort Tillman", "GA", "303"),
    ("Mount Verity", "CO", "802"),
    ("Oakhaven", "IL", "606"),
    ("New Bristol", "MA", "021"),
    ("Red Mesa", "AZ", "850"),
)
AREA = "206 214 303 312 404 415 503 512 602 617 646 702 720 801 813 860 914 971".split()
PRACTICES = (
    "{city} Family Medicine|{name} Orthopaedics|Center for Spine & Joint Care|{street} Internal Medicine"
    "|{city} Cardiology Associates, P.C.|Pacific Rheumatology Group|Lakeside Primary Care"
    "|University Physicians of {city}|Advanced Pain & Rehabilitation|{name} & {other} Medical Group"
    "|Women's Health of {city}|Northgate Endocrinology|St. Brendan Medical Center"
    "|Community Health Partners LLC|Bone and Joint Institute|Heartwell Clinic|Neurology Consultants, PLLC"
).split("|")
STUDIOS = (
    "{name} Medical Fitness|Balance Point Studio|{city} Strength & Mobility|Restore Movement Co.|Evolve Exercise Clinic"
    "|Second Spring Fitness LLC|The Training Room|Active Again Wellness|Stronger With Age, Inc.|Corrective Exercise Lab"
    "|Momentum Post-Rehab|{street} Street Fitness|MoveWell Therapeutic Exercise|Peak & Pace Training|Better Backs Studio"
).split("|")
PAYERS = (
    "Blue Prairie Health Plan|Evergreen Mutual|Summit Benefit Administrators|Unified Care Insurance Company"
    "|Heritage Health Trust|FlexPoint Benefits|Cascadia Health|Meridian Life & Health|Beacon Spending Accounts"
    "|First Choice Administrators, Inc.|Golden State Health Net|Atlas Benefit Services"
).split("|")
PHYSICIAN = "MD|DO|NP|PA-C|FNP-C|DPM|ARNP|MD, MPH|DNP, FNP-BC|MD, FACC|DO, FAAFP".split("|")
TRAINER = ["CSCS", "NASM-CPT", "ACSM-CEP", "ACE-CPT", "CPT"]


@dataclass(frozen=True)
class Person:
    """A person of a drawn document."""

    given: str
    middle: str
    family: str
    dob: date

    @property
    def name(self) -> str:
        """First middle last, as the contract writes it."""
        return " ".join(part for part in (self.given, self.middle, self.family) if part)


@dataclass(frozen=True)
class Place:
    """A practice, a studio or a payer with its address and telephone numbers."""

    name: str
    street: str
    town: str
    phone: str
    fax: str

    @property
    def address(self) -> str:
        return f"{self.street}, {self.town}"


@dataclass
class Facts:
    """Draws facts. Every call moves the generator on: same seed, same facts."""

    random: Random
    used: set[str] = field(default_factory=set)

    def person(self, youngest: int = 1950, oldest: int = 1999, family: str | None = None) -> Person:
        r = self.random
        middle = (
            r.choice(["", f"{r.choice('ABCDEFGHJKLMNPRSTW')}.", r.choice(GIVEN)])
            if r.random() < 0.7
            else ""
        )
        days = (date(oldest, 12, 31) - date(youngest - 20, 1, 1)).days
        dob = date(youngest - 20, 1, 1) + timedelta(days=r.randrange(days))
        return Person(r.choice(GIVEN), middle, family or r.choice(FAMILY), dob)

    def place(self, names: list[str]) -> Place:
        r = self.random
        city, state, zip3 = r.choice(CITIES)
        street = r.choice(STREETS)
        name = r.choice(names).format(
            city=city, street=street, name=r.choice(FAMILY), other=r.choice(FAMILY)
        )
        line = f"{r.randrange(12, 9990)} {street} {r.choice(ROADS)}"
        if r.random() < 0.35:
            line += r.choice([", Suite {}", ", Ste {}", " #{}", ", Unit {}"]).format(
                r.randrange(2, 450)
            )
        town = f"{city}, {state} {zip3}{r.randrange(1, 99):02}"
        return Place(name, line, town, self.phone(), self.phone())

    def phone(self) -> str:
        """E.164, in the range kept for fiction."""
        return f"+1{self.random.choice(AREA)}555{self.random.randrange(100, 200):04}"

    def npi(self) -> str:
        """Ten digits with a right check digit (Luhn over 80840 + NPI)."""
        first = self.random.choice("12") + "".join(
            self.random.choice("0123456789") for _ in range(8)
        )
        total = 0
        for place, digit in enumerate(reversed("80840" + first)):
            number = int(digit) * (2 if place % 2 == 0 else 1)
            total += number - 9 if number > 9 else number
        return first + str(-total % 10)

    def day(self, start: date, end: date) -> date:
        return start + timedelta(days=self.random.randrange((end - start).days + 1))

    def days(self, count: int, start: date, end: date) -> list[date]:
        """Different days in order."""
        found: set[date] = set()
        while len(found) < count:
            found.add(self.day(start, end))
        return sorted(found)

    def code(self, pattern: str) -> str:
        """ "#" becomes a digit, "@" a capital letter."""
        r = self.random
        swap = {"#": "0123456789", "@": "ABCDEFGHJKLMNPRSTUVWXYZ"}
        return "".join(r.choice(swap[c]) if c in swap else c for c in pattern)


def written(day: date, style: str) -> str:
    """A day as documents write it; styles are strftime patterns, "-" drops leading zeros."""
    return day.strftime(style.replace("%-d", str(day.day)).replace("%-m", str(day.month)))


DATE_STYLES = (
    "%m/%d/%Y|%-m/%-d/%Y|%-m/%-d/%y|%m-%d-%Y|%B %-d, %Y|%b %-d, %Y|%d %b %Y|%Y-%m-%d|%b. %-d, %Y|%-d %B %Y|%m.%d.%Y"
).split("|")
PHONE_STYLES = ("({}) {}-{}", "{}-{}-{}", "{}.{}.{}", "{} {} {}", "+1 {} {}-{}", "1-{}-{}-{}")


def telephone(number: str, style: str) -> str:
    """+12065550123 in a printed form."""
    return style.format(number[2:5], number[5:8], number[8:])
