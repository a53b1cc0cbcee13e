"""The looks of letters: prose, labelled list, boxed form, chart printout, prescription slip."""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import Any
from xml.sax.saxutils import escape

from reportlab.platypus import Paragraph

from bench.drawing.facts import STUDIOS
from bench.drawing.letter_parts import extras, goals, history, rows
from bench.drawing.letters import (
    ADMINISTRATORS,
    DOB_LABELS,
    LIMITS,
    Letter,
)
from bench.drawing.paper import Paper
from bench.drawing.sheet import Blank, Scribble, Sheet

TITLES = {
    "referral": "Referral for Medical Exercise|Exercise Referral|Physician Referral Form|Exercise Prescription|Referral|Patient Referral - Fitness Professional|Physician's Order for Supervised Exercise".split(
        "|"
    ),
    "lmn": "Letter of Medical Necessity|LETTER OF MEDICAL NECESSITY|Certification of Medical Necessity|Statement of Medical Necessity|Medical Necessity Form|Letter of Medical Necessity for FSA/HSA Reimbursement".split(
        "|"
    ),
}


def prose(random: Random, kind: str) -> Paper:
    """A typed letter."""
    x = Letter(random, kind)
    s, p = x.sheet, x.plan()
    x.head()
    s.say(x.date(x.day), after=9)
    if kind == "lmn" and x.may(0.5):
        administrator = random.choice(ADMINISTRATORS)
        s.say(f"{administrator}\nClaims Department", after=8)
        x.fields["administrator"] = administrator
    elif x.may(0.5):
        s.say(
            random.choice(STUDIOS).format(
                name="Marlow", city="Oakhaven", street="Grand", other="Lee"
            ),
            after=8,
        )
    if kind == "lmn" or x.may(0.3):
        s.say(random.choice(TITLES[kind]), bold=True, after=5)
    dob = x.date(x.patient.dob)
    x.fields["patient_dob"] = x.patient.dob.isoformat()
    s.say(
        x.pick(
            "RE: {n}, DOB {d}",
            "Re: {n}\nDate of birth: {d}",
            "Patient: {n}   DOB: {d}",
            "Regarding: {n} (born {d})",
            "Re: {n} | DOB {d}",
        ).format(n=x.patient_as_printed(), d=dob),
        bold=x.may(0.5),
        after=8,
    )
    s.say(
        x.pick(
            "To whom it may concern:",
            "Dear colleague,",
            "Dear Sir or Madam:",
            "Dear Plan Administrator:",
            "Hello,",
        ),
        after=6,
    )
    dx = " and ".join(x.dx(c) for c in x.conditions)
    pronoun = x.pick("My patient", "The above patient", "This patient", "The patient")
    if kind == "lmn":
        opening = x.pick(
            f"{pronoun} has been diagnosed with {dx}.",
            f"I am treating the above-named patient for {dx}.",
            f"{pronoun} is under my care for the treatment of {dx}.",
            f"I am writing to document the medical necessity of exercise for {dx}.",
        )
        treat = x.pick(
            f"I recommend {p['treatment']} {p['frequency']} for {p['duration']}.",
            f"As treatment I am prescribing {p['treatment']}, {p['frequency']}, for a period of {p['duration']}.",
            f"It is medically necessary that the patient receives {p['treatment']} {p['frequency']} for {p['duration']}.",
        )
        s.say(f"{opening} {treat}", after=6)
        if x.may(0.5):
            start = x.day + timedelta(days=random.randrange(0, 15))
            s.say(
                x.pick(
                    "Treatment begins on {}.", "Start date: {}.", "This letter is effective {}."
                ).format(x.date(start)),
                after=5,
            )
            x.fields["start_date"] = start.isoformat()
        s.say(
            x.pick(
                "This treatment is not for general health or cosmetic purposes.",
                "The program treats the condition named above and is not for general wellness.",
                "",
            ),
            after=4,
        )
    else:
        opening = x.pick(
            f"Thank you for seeing this patient for {dx}.",
            f"I am referring this patient for supervised exercise. Diagnosis: {dx}.",
            f"Please evaluate and begin an exercise program for {dx}.",
        )
        s.say(f"{opening} Please train {p['frequency']} for {p['duration']}.", after=6)
        extras(x)
    history(x)
    goals(x)
    s.say(
        x.pick(
            "Please send a progress report before the follow-up on {}.",
            "Next visit: {}.",
            "I will see the patient again on {}.",
        ).format(x.date(x.day + timedelta(days=random.randrange(30, 90)))),
        after=10,
    )
    s.say(x.pick("Sincerely,", "Kind regards,", "Respectfully,", "Yours truly,"), after=2)
    x.sign()
    return x.finish("prose")


def labelled(random: Random, kind: str) -> Paper:
    """Labels with values beside them, no boxes."""
    x = Letter(random, kind)
    s = x.sheet
    x.head()
    s.say(random.choice(TITLES[kind]), s.size * 1.25, True, x.pick("left", "center"), after=10)
    colon = x.pick(":", ":", "")
    width = random.uniform(105, 160)
    for label, value in rows(x):
        if x.sheet.random.random() < 0.5 or colon == "":
            s.pair(label + colon, value, width, bold=x.may(0.3))
        else:
            s.say(f"{label}: {value}")
    s.gap(8)
    history(x)
    s.gap(14)
    x.sign()
    return x.finish("labelled")


def boxed(random: Random, kind: str) -> Paper:
    """A form with ruled boxes: small captions above or beside the values."""
    x = Letter(random, kind)
    s = x.sheet
    x.head()
    s.say(random.choice(TITLES[kind]), s.size * 1.3, True, "center", after=10)
    pairs = rows(x)
    total = s.width - 2 * s.margin
    if x.may(0.5):
        s.table(
            [[_wrap(s, f"{k}", True), _wrap(s, v)] for k, v in pairs],
            [total * 0.34, total * 0.66],
            grid=True,
            pad=3,
        )
    else:
        cells: list[Any] = [_wrap(s, f"{k}\n{v}") for k, v in pairs]
        if len(cells) % 2:
            cells.append("")
        s.table(
            [cells[i : i + 2] for i in range(0, len(cells), 2)],
            [total / 2, total / 2],
            grid=True,
            pad=3,
        )
    s.gap(8)
    history(x)
    s.gap(16)
    x.sign()
    return x.finish("boxed")


def slip(random: Random, kind: str) -> Paper:
    """A prescription slip on a half sheet."""
    x = Letter(random, "referral")
    s = x.sheet
    s.width, s.height, s.margin = 420, 560, 36
    p = x.practice
    s.say(p.name, s.size * 1.3, True, "center")
    s.say(x.doctor_as_printed(), align="center")
    s.say(
        f"{p.address}\nTel {x.phone(p.phone)}  Fax {x.phone(p.fax)}", s.size * 0.85, align="center"
    )
    npi = x.facts.npi()
    s.say(f"NPI {npi}   Lic {x.facts.code('@#####')}", s.size * 0.8, align="center", after=5)
    s.rule()
    x.fields |= {
        "practice_name": p.name,
        "referrer_phone": p.phone,
        "referrer_fax": p.fax,
        "referrer_name": x.doctor.name,
        "referrer_credentials": x.credentials,
        "referrer_npi": npi,
        "patient_dob": x.patient.dob.isoformat(),
    }
    s.say(f"{x.pick('Patient', 'Name', 'For')}: {x.patient_as_printed()}")
    s.say(
        f"{random.choice(DOB_LABELS)}: {x.date(x.patient.dob)}      Date: {x.date(x.day)}", after=8
    )
    s.say("Rx", s.size * 1.8, True, after=4)
    plan = x.plan()
    s.say("Dx: " + "; ".join(x.dx(c) for c in x.conditions), indent=12)
    s.say(
        x.pick(
            "Eval and treat with supervised exercise",
            "Personal training",
            "Medical exercise program",
        ),
        indent=12,
    )
    s.say(
        x.pick("{f} x {d}", "{f} for {d}", "Freq: {f}  Duration: {d}").format(
            f=plan["frequency"], d=plan["duration"]
        ),
        indent=12,
    )
    if x.may(0.5):
        for limit in x.some("restrictions", LIMITS, 2):
            s.say(limit[:1].upper() + limit[1:], indent=12)
    for mention in x.others:
        s.say(mention.sentence, indent=12)
    s.gap(30)
    signed = x.may(0.85)
    s.flow.append((Scribble if signed else Blank)(random))
    s.say(x.pick("Signature", "Physician signature", "Prescriber"), s.size * 0.75)
    x.fields["signed"] = "present" if signed else "absent"
    x.absent.append("signature_date")
    return x.finish("slip")


def _wrap(sheet: Sheet, text: str, bold: bool = False) -> Paragraph:
    return Paragraph(escape(text).replace("\n", "<br/>"), sheet.style(bold=bold))


LOOKS = (prose, labelled, boxed, slip)
