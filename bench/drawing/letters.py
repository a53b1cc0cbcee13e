"""Referrals and letters of medical necessity in several looks, as prose and as forms."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

from bench.drawing.conditions import Condition, Mention, mentions, treated, truth_of
from bench.drawing.facts import (
    DATE_STYLES,
    PHONE_STYLES,
    PHYSICIAN,
    PRACTICES,
    STUDIOS,
    TRAINER,
    Facts,
    Person,
    Place,
    telephone,
    written,
)
from bench.drawing.paper import Paper
from bench.drawing.sheet import Blank, Scribble, Sheet, families

FREQUENCIES = "2x/week|3 times per week|twice weekly|1-2 sessions per week|three times a week|2 to 3 times weekly|once a week|3x weekly|four times per week|2 sessions/week".split(
    "|"
)
DURATIONS = "12 weeks|6 months|8 weeks|12 months|90 days|3 months|six months|16 weeks|one year|10 weeks".split(
    "|"
)
TREATMENTS = "supervised therapeutic exercise|medically supervised exercise training|personal training with a medical exercise specialist|individualized strength and balance training|a structured exercise program with a certified trainer|supervised resistance and aerobic exercise".split(
    "|"
)
GOALS = "improve lower-extremity strength|reduce pain with stairs|walk 30 minutes without rest|improve balance and prevent falls|lower HbA1c below 7 %|return to recreational golf|increase grip strength|restore shoulder range of motion|reduce body weight by 5 %|improve functional capacity".split(
    "|"
)
LIMITS = "no overhead lifting|avoid deep squats|no lifting over 20 lb|avoid high-impact activity|no loaded spinal flexion|keep systolic BP under 160|no prone positions|limit shoulder abduction to 90 degrees|avoid Valsalva|weight bearing as tolerated".split(
    "|"
)
RATES = "100-120 bpm|under 130 bpm|60-70% of HRmax|110 to 125 bpm".split("|")
ADMINISTRATORS = "FSAFEDS|HealthEquity|Navia Benefit Solutions|Optum Bank|WageWorks".split("|")
NAME_LABELS = (
    "Patient|Patient Name|Name|Pt|Patient's name|Client|Name of patient|Member|Patient name".split(
        "|"
    )
)
DOB_LABELS = "DOB|Date of Birth|D.O.B.|Birth date|Birthdate|Born".split("|")


class Letter:
    """One letter being drawn: its facts, its sheet, its truth."""

    def __init__(self, random: Random, kind: str) -> None:
        self.r, self.kind = random, kind
        self.facts = Facts(random)
        self.sheet = Sheet(
            random,
            random.choice(families()),
            random.uniform(9.3, 11.6),
            margin=random.uniform(45, 80),
        )
        self.patient: Person = self.facts.person()
        self.practice: Place = self.facts.place(PRACTICES)
        same = random.random() < 0.1
        self.doctor: Person = self.facts.person(1950, 1975, self.patient.family if same else None)
        self.credentials = random.choice(PHYSICIAN)
        self.trainer_signs = kind == "lmn" and random.random() < 0.07
        if self.trainer_signs:
            self.credentials = random.choice(TRAINER)
        self.day = self.facts.day(date(2025, 10, 5), date(2026, 11, 10))
        self.style = random.choice(DATE_STYLES)
        self.phone_style = random.choice(PHONE_STYLES)
        self.conditions: list[Condition] = treated(random, random.choices([1, 2, 3], [6, 3, 1])[0])
        self.coded = random.random() < 0.85
        self.others: list[Mention] = mentions(
            random, random.choices([0, 1, 2, 3], [2, 4, 3, 1])[0], self.conditions
        )
        self.role = "referrer" if kind == "referral" else "provider"
        self.fields: dict[str, Any] = {
            "patient_name": self.patient.name,
            "document_date": self.day.isoformat(),
        }
        self.absent: list[str] = []

    def date(self, day: date) -> str:
        return written(day, self.style)

    def phone(self, number: str) -> str:
        return telephone(number, self.phone_style)

    def may(self, chance: float) -> bool:
        return self.r.random() < chance

    def pick(self, *choices: str) -> str:
        return self.r.choice(choices)

    # ---- pieces that every look uses

    def patient_as_printed(self) -> str:
        p, style = self.patient, self.r.random()
        if style < 0.25:
            return f"{p.family}, {p.given} {p.middle}".strip()
        if style < 0.35:
            return p.name.upper()
        if style < 0.45:
            return f"{self.pick('Mr.', 'Ms.', 'Mrs.')} {p.name}"
        return p.name

    def doctor_as_printed(self) -> str:
        if self.credentials in ("MD", "DO") and self.may(0.15):
            return f"{self.doctor.name}, {self.credentials}"
        return f"{self.doctor.name}, {self.credentials}"

    def head(self) -> None:
        """The letterhead. It prints telephone and fax for a referral's fields."""
        s, p = self.sheet, self.practice
        align = self.pick("left", "center", "right")
        s.say(p.name, s.size * self.r.uniform(1.3, 1.9), True, align)
        phone, fax = self.phone(p.phone), self.phone(p.fax)
        tel, fx = (
            self.pick("Tel", "Phone:", "T", "Ph.", "Telephone", "Office"),
            self.pick("Fax", "Fax:", "F", "FAX"),
        )
        how = self.r.random()
        if how < 0.4:
            s.say(f"{p.street}\n{p.town}\n{tel} {phone}   {fx} {fax}", s.size * 0.85, align=align)
        elif how < 0.7:
            s.say(f"{p.street} · {p.town} · {tel} {phone} · {fx} {fax}", s.size * 0.8, align=align)
        else:
            s.say(f"{p.address}\n{tel} {phone}\n{fx} {fax}", s.size * 0.85, align=align)
        if self.may(0.3):
            others = [self.facts.person(1950, 1975) for _ in range(self.r.randrange(2, 5))]
            s.say(
                "   ".join(f"{o.name}, {self.r.choice(PHYSICIAN)}" for o in others),
                s.size * 0.7,
                align=align,
            )
        if self.may(0.6):
            s.gap(3)
            s.rule()
        s.gap(self.r.uniform(6, 18))
        if self.kind == "referral":
            self.fields |= {
                "practice_name": p.name,
                "referrer_phone": p.phone,
                "referrer_fax": p.fax,
            }

    def sign(self) -> None:
        """Signature block; sets name, credentials, NPI, licence, signed, signature date."""
        s, role = self.sheet, self.role
        signed, dated = self.may(0.84), self.may(0.75 if self.kind == "lmn" else 0.4)
        s.flow.append((Scribble if signed else Blank)(self.r, line=self.may(0.6)))
        below = self.pick("", "", "Physician signature\n", "Signature of provider\n", "Signature\n")
        s.say(below + self.doctor_as_printed())
        self.fields[f"{role}_name"] = self.doctor.name
        self.fields[f"{role}_credentials"] = self.credentials
        self.fields["signed"] = "present" if signed else "absent"
        if self.trainer_signs:
            s.say(
                f"{self.pick('Personal Trainer', 'Owner', 'Exercise Physiologist')}, {self.r.choice(STUDIOS).format(name='Vance', city='Oakhaven', street='Elm', other='Lee')}"
            )
            self.absent += [f"{role}_npi"]
        elif self.may(0.75):
            npi = self.facts.npi()
            s.say(self.pick("NPI: {}", "NPI {}", "NPI # {}", "NPI No. {}").format(npi))
            self.fields[f"{role}_npi"] = npi
        else:
            self.absent.append(f"{role}_npi")
        if self.kind == "lmn" and not self.trainer_signs and self.may(0.4):
            number = self.facts.code(self.pick("@#####", "MD#####", "##-####", "@@######"))
            s.say(
                self.pick("License: {}", "Lic. # {}", "License No. {}", "State license {}").format(
                    number
                )
            )
            self.fields["provider_license"] = number
        if signed and dated:
            on = self.day + timedelta(days=self.r.choice([0, 0, 0, 1, 2, 5]))
            s.say(
                self.pick("Date: {}", "Date signed: {}", "Signed on {}", "Dated {}").format(
                    self.date(on)
                )
            )
            self.fields["signature_date"] = on.isoformat()
        else:
            self.absent.append("signature_date")

    def dx(self, condition: Condition) -> str:
        if not self.coded:
            return condition.words
        shape = self.pick(
            "{w} ({c})",
            "{w} [{c}]",
            "{w}, ICD-10 {c}",
            "{c} {w}",
            "{w} - {c}",
            "{w}: {c}",
            "{c} - {w}",
        )
        return shape.format(w=condition.words, c=condition.code)

    def plan(self) -> dict[str, str]:
        """Frequency, duration and the rest, drawn once and put into the truth."""
        drawn = {"frequency": self.r.choice(FREQUENCIES), "duration": self.r.choice(DURATIONS)}
        if self.kind == "lmn":
            drawn["treatment"] = self.r.choice(TREATMENTS)
        self.fields |= drawn
        return drawn

    def some(self, field: str, bank: list[str], most: int) -> list[str]:
        found = self.r.sample(bank, self.r.randrange(1, most + 1))
        self.fields[field] = found
        return found

    def finish(self, layout: str) -> Paper:
        footer = self.pick(
            "",
            "",
            "Confidential patient information",
            "Page 1 of 1",
            f"Printed {self.date(self.day + timedelta(days=9))}",
        )
        own = [m for m in self.others if m.trap == "comorbid"]
        return Paper(
            kind=self.kind,
            layout=layout,
            pdf=self.sheet.pdf(footer),
            fields=self.fields,
            diagnoses=[truth_of(c, self.coded) for c in self.conditions]
            + [m.truth() for m in self.others],
            absent=self.absent
            + (
                ["administrator"]
                if self.kind == "lmn" and "administrator" not in self.fields
                else []
            ),
            must_not=[m.words for m in self.others if m not in own],
        )
