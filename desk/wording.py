"""``carepacket templates``: a studio's own Word templates, kept beside ours and looked through."""

from __future__ import annotations

import shutil
from typing import Annotated

import typer

from desk import exits

templates = typer.Typer(
    no_args_is_help=True, help="Your own Word templates instead of ours: list, copy, check."
)


@templates.command("list")
def list_() -> None:
    """Lists the templates, and which of them are your own.

    Example: [bold]carepacket templates list[/bold]
    """
    from desk.showing import show_table
    from flows import settings
    from templates.checking import names_of_ours

    own = settings.load().templates
    rows = [
        (name, "your own" if (own / f"{name}.docx").is_file() else "ours")
        for name in names_of_ours()
    ]
    show_table(f"Templates ({own})", ("name", "whose"), rows)


@templates.command()
def copy(
    name: Annotated[str, typer.Argument(metavar="NAME", help="As `list` says.")],
) -> None:
    """Puts a copy of one of our templates into your folder, to be edited in Word.

    Example: [bold]carepacket templates copy client_letter[/bold]
    """
    from flows import settings
    from flows.errors import WrongUsage
    from templates.checking import names_of_ours
    from templates.render import FOLDER

    if name not in names_of_ours():
        raise WrongUsage(f"there is no template {name!r}", "see carepacket templates list")
    own = settings.load().templates
    own.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = own / f"{name}.docx"
    if path.exists():
        raise WrongUsage(f"{path} is there already", "edit that, or take it away first")
    shutil.copyfile(FOLDER / f"{name}.docx", path)
    typer.echo(f"edit {path}, then: carepacket templates check")


@templates.command()
def check() -> int:
    """Looks through your own templates: unknown placeholders by paragraph, and what is left out.

    Ends with status 1 when a paper could not be made.

    Example: [bold]carepacket templates check[/bold]
    """
    from flows import settings
    from templates.checking import check as look_through

    own = settings.load().templates
    found = look_through(own) if own.is_dir() else ()
    for one in found:
        word = "fault" if one.is_fault else "note"
        typer.echo(f"{word}: {one.template}.docx: {one.message}", err=one.is_fault)
    if any(one.is_fault for one in found):
        return exits.OUR_FAULT
    number = len(list(own.glob("*.docx"))) if own.is_dir() else 0
    typer.echo(f"{number} templates of your own in {own}; no fault.")
    return exits.DONE
