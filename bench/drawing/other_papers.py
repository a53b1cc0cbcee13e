"""Papers of other kinds: consent, assessment, session log, and what is not ours at all."""

from __future__ import annotations

from datetime import date
from random import Random

from bench.drawing import more_papers
from bench.drawing.facts import DATE_STYLES, STUDIOS, Facts, written
from bench.drawing.paper import Paper
from bench.drawing.sheet import Blank, Scribble, Sheet, families


def other(random: Random) -> Paper:
    """Papers that are not ours: a menu, a newsletter, a flyer, a memo, a bill for electricity."""
    facts = Facts(random)
    s = Sheet(random, random.choice(families()), random.uniform(9.5, 12))
    topic = random.randrange(4)
    s.say(
        random.choice(
            [
                "Spring Newsletter",
                "Community Fun Run",
                "Staff meeting notes",
                "Cafe Menu",
                "Parking notice",
            ]
        ),
        20,
        True,
        "center",
        after=12,
    )
    lines = (
        ["Soup of the day 6.50", "Garden salad 9.00", "Grilled sandwich 11.50", "Lemonade 3.25"],
        [
            "Join us on Saturday for a five-kilometre run around the lake.",
            "Registration opens at 8 am; bring water and a friend.",
            "Exercise helps prevent heart disease and diabetes.",
        ],
        [
            f"Present: {facts.person().name}, {facts.person().name}",
            "The boiler will be serviced next week.",
            "Holiday schedule: closed on the 24th.",
        ],
        [
            "Construction will close the north lot for two weeks.",
            "Please use the garage on Second Street.",
            "Questions? Ask at the front desk.",
        ],
    )[topic]
    for line in lines:
        s.say(line, after=6)
    return Paper("other", "other", s.pdf(), {}, absent=["patient_name"])


def consent(random: Random) -> Paper:
    facts = Facts(random)
    s = Sheet(random, random.choice(families()), random.uniform(9.5, 11.5))
    person, day = facts.person(), facts.day(date(2025, 6, 1), date(2026, 11, 1))
    style = random.choice(DATE_STYLES)
    s.say(
        random.choice(STUDIOS).format(name="Marlow", city="Oakhaven", street="Grand", other="Lee"),
        14,
        True,
        after=6,
    )
    s.say(
        random.choice(
            [
                "Informed Consent for Exercise",
                "Waiver and Release of Liability",
                "Health Screening Questionnaire",
                "Assumption of Risk and Waiver",
            ]
        ),
        13,
        True,
        "center",
        after=8,
    )
    s.say(
        random.choice(
            [
                "I understand that exercise carries risks, including injury, and I take part voluntarily.",
                "I hereby release the studio from all claims that arise from my participation.",
                "Answer yes or no: have you ever felt chest pain during activity? Do you lose balance because of dizziness?",
            ]
        ),
        after=10,
    )
    s.say(f"{random.choice(['Participant', 'Client name', 'Name', 'Print name'])}: {person.name}")
    s.flow.append((Scribble if random.random() < 0.8 else Blank)(random))
    s.say(
        f"{random.choice(['Participant signature', 'Signature'])}      Date: {written(day, style)}"
    )
    return Paper(
        "consent",
        "consent",
        s.pdf(),
        {"patient_name": person.name, "document_date": day.isoformat()},
    )


def assessment(random: Random) -> Paper:
    facts = Facts(random)
    s = Sheet(random, random.choice(families()), random.uniform(9.5, 11.5))
    person, day = facts.person(), facts.day(date(2025, 6, 1), date(2026, 11, 1))
    style = random.choice(DATE_STYLES)
    s.say(
        random.choice(
            [
                "Fitness Assessment",
                "Functional Assessment Results",
                "Initial Assessment",
                "Re-assessment Summary",
            ]
        ),
        15,
        True,
        after=8,
    )
    for label, value in (
        (random.choice(["Client", "Name", "Patient"]), person.name),
        ("DOB", written(person.dob, style)),
        (random.choice(["Date", "Assessment date", "Test date"]), written(day, style)),
    ):
        s.pair(label + ":", value)
    s.gap(8)
    rows = [
        ["Test", "Result"],
        ["6-minute walk", f"{random.randrange(250, 560)} m"],
        ["Timed Up and Go", f"{random.uniform(7, 19):.1f} s"],
        ["30-second chair stand", str(random.randrange(6, 19))],
        ["Grip strength (R)", f"{random.randrange(15, 45)} kg"],
        ["Resting heart rate", f"{random.randrange(55, 92)} bpm"],
    ]
    s.table(rows, [220, 120], bold_head=True, grid=random.random() < 0.5)
    return Paper(
        "assessment",
        "assessment",
        s.pdf(),
        {
            "patient_name": person.name,
            "patient_dob": person.dob.isoformat(),
            "document_date": day.isoformat(),
        },
    )


def session_log(random: Random) -> Paper:
    facts = Facts(random)
    s = Sheet(random, random.choice(families()), random.uniform(9.5, 11.5))
    person, style = facts.person(), random.choice(DATE_STYLES)
    s.say(
        random.choice(
            ["Session Log", "Attendance Record", "Training Log", "Client Attendance Sheet"]
        ),
        15,
        True,
        after=8,
    )
    s.say(f"{random.choice(['Client', 'Name', 'Client name'])}: {person.name}", after=6)
    days = facts.days(random.randrange(4, 12), date(2026, 1, 5), date(2026, 10, 30))
    rows = [["Date", "Session", "Minutes", "Attended", "Trainer"]]
    rows += [
        [
            written(d, style),
            str(i),
            str(random.choice([30, 45, 60])),
            random.choice(["yes", "yes", "no-show"]),
            "JV",
        ]
        for i, d in enumerate(days, 1)
    ]
    s.table(rows, [100, 70, 70, 80, 70], bold_head=True, grid=True)
    return Paper("session_log", "session_log", s.pdf(), {"patient_name": person.name})


LOOKS = (other, consent, assessment, session_log, *more_papers.LOOKS)
