"""The request to renew a letter of medical necessity before it runs out, with the form."""

from __future__ import annotations

from datetime import date

from casebook.records import Case, Document, Provider, Record, Studio
from rules.cover import cover_in
from rules.profiles import Profile
from templates.contexts.correspondence import Correspondence, request_line, to_provider
from templates.contexts.letterhead import Letterhead, letterhead
from templates.contexts.lmn_form import LmnForm, lmn_form
from templates.contexts.lmn_request import answer, plan_name, questions
from templates.contexts.sources import latest, name_of
from templates.paper import Picture
from templates.pictures import qr_code
from templates.wording import clean, day


class LmnRenewal(Record):
    """Letter and form, as for a first request; the form is filled in from the letter on file."""

    letterhead: Letterhead
    letter: Correspondence
    occasion: str
    questions: str
    answer: str
    enclosure: str
    form: LmnForm
    patient: str
    request_line: str
    code: Picture


def lmn_renewal_context(
    case: Case,
    provider: Provider | None,
    profile: Profile,
    studio: Studio,
    today: date,
    request_id: str,
    with_report: bool = False,
) -> LmnRenewal:
    """The renewal of the client's newest letter. Raises ValueError where none is on file."""
    current = latest(case, "lmn")
    if current is None:
        raise ValueError("no letter of medical necessity is on file to renew; ask for a first one")
    form = lmn_form(case, provider, plan_name(profile.key, studio), today, renewed=current)
    enclosed = "Enclosure: letter of medical necessity, form to complete"
    if with_report:
        enclosed = f"{enclosed.replace('Enclosure', 'Enclosures')}; progress report"
    return LmnRenewal(
        letterhead=letterhead(studio),
        letter=to_provider(
            provider, case.client, "Renewal of the letter of medical necessity for", studio, today
        ),
        occasion=_occasion(case, current, profile, today),
        questions=questions(form),
        answer=answer(studio),
        enclosure=enclosed,
        form=form,
        patient=clean(case.client.name),
        request_line=request_line(request_id),
        code=qr_code(f"carepacket:lmn-request:{request_id}", 44, "Code of this request"),
    )


def _occasion(case: Case, current: Document, profile: Profile, today: date) -> str:
    """Until when the letter covers, by the administrator's rules; nothing is argued."""
    name = clean(case.client.name)
    covered = cover_in(case, current, profile).period
    start = f"The {name_of(current)} for your patient {name}"
    if covered is None:
        said = f"{start} is on file with us, but covers no day as it stands."
    elif covered.end < today:
        said = f"{start} covered services until {day(covered.end)}."
    else:
        said = f"{start} covers services until {day(covered.end)}; later ones will not be covered."
    return (
        f"{said} If the patient is to go on, the plan asks for a new letter. Whether the treatment "
        "is still needed, and for what, is yours alone to say."
    )
