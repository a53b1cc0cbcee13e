"""Parts of letters that several looks share: the labelled rows, restrictions, history, goals."""

from __future__ import annotations

from datetime import timedelta

from bench.drawing.letters import DOB_LABELS, GOALS, LIMITS, NAME_LABELS, RATES, Letter


def rows(x: Letter) -> list[tuple[str, str]]:
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


def extras(x: Letter) -> None:
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


def history(x: Letter) -> None:
    text = " ".join(m.sentence if m.sentence.endswith(".") else m.sentence + "." for m in x.others)
    if text:
        x.sheet.say(text, after=6)


def goals(x: Letter) -> None:
    if x.kind == "referral" and x.may(0.5):
        goals = x.some("goals", GOALS, 3)
        x.sheet.say(
            x.pick("Goals: {}.", "Treatment goals are to {}.", "The goals are to {}.").format(
                "; ".join(goals)
            ),
            after=5,
        )
