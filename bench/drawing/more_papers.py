"""Further papers of other kinds: questionnaires with boxes, attendance cards, results before and
after, and business mail that is none of ours."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from bench.drawing.facts import DATE_STYLES, STUDIOS, Facts, written
from bench.drawing.paper import Paper
from bench.drawing.sheet import Blank, Scribble, Sheet, families

FIRST, LAST = date(2025, 6, 1), date(2026, 11, 1)


def questionnaire(random: Random) -> Paper:
    """Health questions with yes and no beside them. A ticked condition is no diagnosis here."""
    facts, s = _start(random)
    person, day = facts.person(), facts.day(FIRST, LAST)
    shown = written(day, random.choice(DATE_STYLES))
    s.say(facts.place(STUDIOS).name, 14, True, after=4)
    title = ["PAR-Q+", "Physical Activity Readiness Questionnaire", "Pre-participation screening"]
    s.say(random.choice(title), 13, True, "center", after=8)
    s.pair(random.choice(["Name", "Participant name", "Your name"]) + ":", person.name)
    s.pair(random.choice(["Date", "Today's date", "Date completed"]) + ":", shown)
    questions = [
        "Has your doctor ever said that you have a heart condition or high blood pressure?",
        "Do you feel pain in your chest at rest or during physical activity?",
        "Have you lost consciousness in the last 12 months?",
        "Do you take prescribed medication for a chronic condition?",
        "Do you have a bone or joint problem that could be made worse by activity?",
    ]
    rows = [["", "YES", "NO"]]
    for question in random.sample(questions, random.randrange(3, 6)):
        yes = random.random() < 0.2
        half = question.rfind(" ", 0, 62)
        wrapped = question[:half] + "\n" + question[half + 1 :]
        rows.append([wrapped, "[X]" if yes else "[ ]", "[ ]" if yes else "[X]"])
    s.gap(6)
    s.table(rows, [330, 45, 45], grid=random.random() < 0.7, bold_head=True)
    s.say("I have read, understood and completed this questionnaire.", after=6)
    s.flow.append((Scribble if random.random() < 0.8 else Blank)(random))
    s.say(random.choice(["Signature of participant", "Signature", "Signed"]))
    fields = {"patient_name": person.name, "document_date": day.isoformat()}
    return Paper("consent", "questionnaire", s.pdf(), fields)


def attendance_card(random: Random) -> Paper:
    """A card of a package of sessions: number, date, initials; the last rows still open."""
    facts, s = _start(random)
    person, style = facts.person(), random.choice(DATE_STYLES)
    s.say(facts.place(STUDIOS).name, 14, True, after=4)
    title = ["Session attendance", "Visit log", "Session sign-in sheet", "Exercise session record"]
    s.say(random.choice(title), 13, True, after=6)
    s.say(f"{random.choice(['Client', 'Participant', 'Member'])}: {person.name}", after=6)
    days = facts.days(random.randrange(4, 9), date(2026, 1, 5), date(2026, 10, 30))
    initials = f"{person.given[0]}{person.family[0]}"
    rows = [["#", "Date", "Time in", "Time out", "Client initials", "Coach"]]
    for number, day in enumerate(days, 1):
        hour = random.randrange(7, 18)
        rows.append([str(number), written(day, style), f"{hour}:00", f"{hour}:50", initials, "KT"])
    rows += [[str(n), "", "", "", "", ""] for n in range(len(days) + 1, 11)]
    s.table(rows, [25, 105, 65, 65, 90, 50], bold_head=True, grid=True)
    return Paper("session_log", "attendance_card", s.pdf(), {"patient_name": person.name})


def before_and_after(random: Random) -> Paper:
    """Results of two days beside each other; the later day is the paper's."""
    facts, s = _start(random)
    person, later = facts.person(), facts.day(FIRST, LAST)
    style = random.choice(DATE_STYLES)
    earlier = later - timedelta(days=random.randrange(40, 120))
    title = ["Re-evaluation", "Fitness testing results", "Outcome measures", "Balance assessment"]
    s.say(random.choice(title), 15, True, after=6)
    s.pair(random.choice(["Client", "Participant", "Name"]) + ":", person.name)
    s.pair("Date of birth:", written(person.dob, style))
    s.pair(
        random.choice(["Date of assessment", "Tested on", "Assessment date"]) + ":",
        written(later, style),
    )
    s.gap(6)
    walk, rise = random.randrange(240, 430), random.randrange(6, 13)
    rows = [
        [
            "Measure",
            f"Baseline\n{written(earlier, style)}",
            f"Now\n{written(later, style)}",
            "Change",
        ],
        ["6MWT (m)", str(walk), str(walk + 35), "+35"],
        ["30 s chair rise (reps)", str(rise), str(rise + 3), "+3"],
        ["Blood pressure at rest", "138/86", "130/82", ""],
        ["Single-leg stance, R (s)", "8.2", "14.5", "+6.3"],
    ]
    s.table(rows, [150, 95, 95, 60], bold_head=True, grid=random.random() < 0.6)
    fields = {
        "patient_name": person.name,
        "patient_dob": person.dob.isoformat(),
        "document_date": later.isoformat(),
    }
    return Paper("assessment", "before_and_after", s.pdf(), fields)


def business_mail(random: Random) -> Paper:
    """Letters that a studio also gets: a landlord, a supplier's offer, an applicant, a bank."""
    _, s = _start(random)
    texts = [
        (
            "Notice of inspection",
            "The sprinkler system of the building will be inspected on Tuesday between 9 and 11. Please keep the risers clear.",
        ),
        (
            "New catalogue",
            "Our spring catalogue of mats, bands and balance boards is out. Orders placed this month ship without charge.",
        ),
        (
            "Application for front desk",
            "I am writing to apply for the position at your front desk. I have three years of experience in hospitality and enjoy working with people.",
        ),
        (
            "Important changes to your account terms",
            "Beginning next quarter, the branch on Grand Street will open at 10 on Saturdays. No action is needed from you.",
        ),
        (
            "Volunteer appreciation evening",
            "Everyone who helped at the food drive is invited to supper in the parish hall. Please tell us of allergies.",
        ),
    ]
    subject, text = random.choice(texts)
    s.say(subject, 14, True, after=14)
    s.say(random.choice(["Dear neighbours,", "To whom it may concern,", "Hello,"]), after=8)
    s.say(text, after=14)
    s.say(random.choice(["Kind regards", "Sincerely", "Best wishes"]))
    return Paper("other", "business_mail", s.pdf(), {}, absent=["patient_name"])


def _start(random: Random) -> tuple[Facts, Sheet]:
    return Facts(random), Sheet(random, random.choice(families()), random.uniform(9.5, 11.5))


LOOKS = (questionnaire, attendance_card, before_and_after, business_mail)
