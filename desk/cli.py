"""The command ``carepacket``: which commands there are; what each does lies in its own module.

Nothing heavy may be imported here or at the top of a command's module:
``carepacket --help`` must answer at once, so Prefect, the readers and the
database are imported by the command that needs them.
"""

from __future__ import annotations

import sys

import typer

from desk import (
    casework,
    coding,
    demo,
    denials,
    doctor,
    exits,
    intake,
    keeping,
    papers,
    paperwork,
    people,
    progress_kept,
    reading,
    review,
    rules,
    status,
    wording,
)

app = typer.Typer(
    name="carepacket",
    help="From a dropped scan to a reimbursement packet that is ready to submit.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)

app.command("demo")(demo.demo)
app.command("watch")(intake.watch)
app.command("intake")(intake.intake)
app.command("extract")(reading.extract)
app.command("assert")(reading.assert_)
app.command("status")(status.status)
app.add_typer(review.review, name="review")
app.command("request-lmn")(papers.request_lmn)
app.command("progress-report")(papers.progress_report)
app.command("packet")(papers.packet)
app.add_typer(paperwork.paper, name="paper")
app.command("coverage")(casework.coverage)
app.command("lint")(casework.lint)
app.command("reminders")(casework.reminders)
app.add_typer(people.clients, name="clients")
app.add_typer(people.providers, name="providers")
app.add_typer(progress_kept.packages, name="packages")
app.add_typer(progress_kept.sessions, name="sessions")
app.add_typer(progress_kept.measurements, name="measurements")
app.add_typer(progress_kept.goals, name="goals")
app.add_typer(coding.codes, name="codes")
app.add_typer(keeping.packets, name="packets")
app.add_typer(denials.denials, name="denials")
app.add_typer(keeping.audit, name="audit")
app.add_typer(wording.templates, name="templates")
app.command("rules")(rules.rules)
app.command("doctor")(doctor.doctor)


def main() -> None:
    """The console script."""
    sys.exit(exits.run(app, sys.argv[1:]))
