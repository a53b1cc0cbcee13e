"""The one place where errors become exit statuses and a sentence with a remedy.

0: done. 1: a fault of ours. 2: wrong usage. 3: done, but at least one document
went to quarantine. Expected errors carry their own status and remedy
(`exit_status`, `remedy`); anything else is a fault of ours and is told by kind
and place alone, because its text may quote a document.
"""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path

import typer

DONE, OUR_FAULT, WRONG_USAGE, QUARANTINED, INTERRUPTED = 0, 1, 2, 3, 130


def run(application: typer.Typer, arguments: list[str]) -> int:
    """Runs the command line and returns the exit status. Raises nothing."""
    command = typer.main.get_command(application)
    try:
        status = command.main(args=arguments, prog_name="carepacket", standalone_mode=False)
        sys.stdout.flush()
    except typer.TyperException as error:
        from typer.rich_utils import rich_format_error

        rich_format_error(error)  # type: ignore[arg-type]  # usage errors are of that kind
        return WRONG_USAGE
    except (typer.Abort, KeyboardInterrupt):
        typer.echo("Stopped.", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has left (`| head`): that is no fault, and Python must not
        # complain about it when it flushes at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return DONE
    except Exception as error:  # noqa: BLE001  # the last stop: an exit status, never a traceback
        return _told(error)
    return status if isinstance(status, int) else DONE


def _told(error: Exception) -> int:
    if os.environ.get("CAREPACKET_DEBUG"):
        traceback.print_exception(error)
    status = getattr(error, "exit_status", None)
    if isinstance(status, int):
        message = str(getattr(error, "message", error))
        remedy = str(getattr(error, "remedy", ""))
        typer.echo(f"carepacket: {_sentence(message)} {_sentence(remedy)}".rstrip(), err=True)
        return status
    frames = traceback.extract_tb(error.__traceback__)
    where = f" in {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    typer.echo(
        f"carepacket: a fault of carepacket ({type(error).__name__}{where}). "
        "Please report it; CAREPACKET_DEBUG=1 shows more (it may show health data).",
        err=True,
    )
    return OUR_FAULT


def _sentence(text: str) -> str:
    text = text.strip()
    return text if not text or text[-1] in ".!?" else f"{text}."
