"""The command ``carepacket``: which commands there are; what each does lies in its own module.

Nothing heavy may be imported here or at the top of a command's module:
``carepacket --help`` must answer at once, so Prefect, the readers and the
database are imported by the command that needs them.
"""

from __future__ import annotations

import sys

import typer

from desk import exits, intake, people, progress_kept, reading, review

app = typer.Typer(
    name="carepacket",
    help="From a dropped scan to a reimbursement packet that is ready to submit.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)

app.command("watch")(intake.watch)
app.command("intake")(intake.intake)
app.command("extract")(reading.extract)
app.command("assert")(reading.assert_)
app.add_typer(review.review, name="review")
for _name, _group in {
    "clients": people.clients,
    "providers": people.providers,
    "packages": progress_kept.packages,
    "sessions": progress_kept.sessions,
    "measurements": progress_kept.measurements,
    "goals": progress_kept.goals,
}.items():
    app.add_typer(_group, name=_name)


def main() -> None:
    """The console script."""
    sys.exit(exits.run(app, sys.argv[1:]))
