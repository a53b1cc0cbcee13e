"""The looks of letters: prose, labelled list, boxed form, chart printout, prescription slip."""

from __future__ import annotations

from datetime import timedelta
from random import Random
from xml.sax.saxutils import escape

from reportlab.platypus import Paragraph

from bench.drawing.facts import STUDIOS
from bench.drawing.letters import (
    ADMINISTRATORS,
    DOB_LABELS,
    GOALS,
    LIMITS,
    NAME_LABELS,
    RATES,
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
        _extras(x)
    _history(x)
    _goals(x)
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
    for label, value in _rows(x):
        if x.sheet.random.random() < 0.5 or colon == "":
            s.pair(label + colon, value, width, bold=x.may(0.3))
        else:
            s.say(f"{label}: {value}")
    s.gap(8)
    _history(x)
    s.gap(14)
    x.sign()
    return x.finish("labelled")


def boxed(random: Random, kind: str) -> Paper:
    """A form with ruled boxes: small captions above or beside the values."""
    x = Letter(random, kind)
    s = x.sheet
    x.head()
    s.say(random.choice(TITLES[kind]), s.size * 1.3, True, "center", after=10)
    rows = _rows(x)
    total = s.width - 2 * s.margin
    if x.may(0.5):
        s.table(
            [[_wrap(s, f"{k}", True), _wrap(s, v)] for k, v in rows],
            [total * 0.34, total * 0.66],
            grid=True,
            pad=3,
        )
    else:
        cells = [_wrap(s, f"{k}\n{v}") for k, v in rows]
        if len(cells) % 2:
            cells.append("")
        s.table(
            [cells[i : i + 2] for i in range(0, len(cells), 2)],
            [total / 2, total / 2],
            grid=True,
            pad=3,
        )
    s.gap(8)
    _history(x)
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


def _rows(x: Letter) -> list[tuple[str, str]]:
    plan = x.plan()
    rows = [
        (x.r.choice(NAME_LABELS), x.patient_as_printed()),
        (x.r.choice(DOB_LABELS), x.date(x.patient.dob)),
        (
            x.pick(
                "Date",
                "Date of letter",
                "Date of referral" if x.kind == "referral" else "Letter date",
                "Today's date",
            ),
            x.date(x.day),
        ),
    ]
    x.fields["patient_dob"] = x.patient.dob.isoformat()
    if x.may(0.3):
        member = x.facts.code(x.pick("@#########", "@@@######", "#########"))
        rows.append((x.pick("Member ID", "Insurance ID", "Subscriber ID", "Member #"), member))
        x.fields["member_id"] = member
    rows.append(
        (
            x.pick(
                "Diagnosis",
                "Dx",
                "Diagnosis / ICD-10",
                "Medical condition",
                "Diagnoses",
                "Diagnosed condition(s)",
            ),
            "; ".join(x.dx(c) for c in x.conditions),
        )
    )
    if "treatment" in plan:
        rows.append(
            (
                x.pick(
                    "Treatment",
                    "Recommended treatment",
                    "Service",
                    "Prescribed treatment",
                    "Treatment recommended",
                ),
                plan["treatment"],
            )
        )
    rows.append(
        (
            x.pick("Frequency", "How often", "Frequency of treatment", "Frequency of sessions"),
            plan["frequency"],
        )
    )
    rows.append(
        (
            x.pick("Duration", "Length of treatment", "Duration of treatment", "For how long"),
            plan["duration"],
        )
    )
    if x.kind == "lmn" and x.may(0.5):
        start = x.day + timedelta(days=x.r.randrange(0, 15))
        rows.append(
            (x.pick("Start date", "Treatment start", "Begin date", "Effective date"), x.date(start))
        )
        x.fields["start_date"] = start.isoformat()
        if x.may(0.5):
            end = start + timedelta(days=x.r.randrange(60, 360))
            rows.append(
                (x.pick("End date", "Treatment end", "Through", "Expiration date"), x.date(end))
            )
            x.fields["end_date"] = end.isoformat()
    if x.kind == "referral":
        if x.may(0.5):
            rows.append(
                (
                    x.pick("Goals", "Treatment goals", "Goals of exercise"),
                    "; ".join(x.some("goals", GOALS, 3)),
                )
            )
        if x.may(0.5):
            rows.append(
                (
                    x.pick(
                        "Restrictions", "Precautions", "Limitations", "Restrictions / precautions"
                    ),
                    "; ".join(x.some("restrictions", LIMITS, 3)),
                )
            )
        if x.may(0.3):
            rate = x.r.choice(RATES)
            rows.append((x.pick("Target heart rate", "Target HR", "Heart rate range"), rate))
            x.fields["target_heart_rate"] = rate
        if x.may(0.35):
            day = x.day - timedelta(days=x.r.randrange(20, 300))
            rows.append((x.pick("Date of surgery", "Surgery date", "DOS (surgery)"), x.date(day)))
            x.fields["surgery_date"] = day.isoformat()
        if x.may(0.35):
            day = x.day - timedelta(days=x.r.randrange(20, 900))
            rows.append(
                (
                    x.pick("Onset", "Date of onset", "Onset date", "Date of injury / onset"),
                    x.date(day),
                )
            )
            x.fields["onset_date"] = day.isoformat()
    return rows


def _extras(x: Letter) -> None:
    if x.may(0.4):
        day = x.day - timedelta(days=x.r.randrange(20, 300))
        x.sheet.say(
            x.pick(
                "The patient had surgery on {}.",
                "Surgery took place {}.",
                "Status post surgery dated {}.",
            ).format(x.date(day)),
            after=3,
        )
        x.fields["surgery_date"] = day.isoformat()
    if x.may(0.3):
        day = x.day - timedelta(days=x.r.randrange(20, 900))
        x.sheet.say(
            x.pick("Symptoms began on {}.", "Onset was {}.", "Onset date {}.").format(x.date(day)),
            after=3,
        )
        x.fields["onset_date"] = day.isoformat()
    if x.may(0.5):
        limits = x.some("restrictions", LIMITS, 3)
        x.sheet.say(
            x.pick(
                "Restrictions: {}.",
                "Precautions: {}.",
                "Please observe the following restrictions: {}.",
            ).format("; ".join(limits)),
            after=3,
        )


def _history(x: Letter) -> None:
    text = " ".join(m.sentence if m.sentence.endswith(".") else m.sentence + "." for m in x.others)
    if text:
        x.sheet.say(text, after=6)


def _goals(x: Letter) -> None:
    if x.kind == "referral" and x.may(0.5):
        goals = x.some("goals", GOALS, 3)
        x.sheet.say(
            x.pick("Goals: {}.", "Treatment goals are to {}.", "The goals are to {}.").format(
                "; ".join(goals)
            ),
            after=5,
        )


def _wrap(sheet: Sheet, text: str, bold: bool = False) -> Paragraph:
    return Paragraph(escape(text).replace("\n", "<br/>"), sheet.style(bold=bold))


LOOKS = (prose, labelled, boxed, slip)
