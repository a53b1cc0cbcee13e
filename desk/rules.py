"""``carepacket rules``: every rule that is applied, with who says so."""

from __future__ import annotations

from typing import Annotated

import typer


def rules(
    measures: Annotated[
        bool, typer.Option("--measures", help="The measures and their published thresholds.")
    ] = False,
    administrators: Annotated[
        bool,
        typer.Option("--administrators", help="The administrators' profiles; your own, too."),
    ] = False,
) -> None:
    """Lists every rule with its citation, or the measures, or the administrators' profiles.

    A profile of your own that cannot be used is told with file, line and key.

    Example: [bold]carepacket rules[/bold]
    """
    from desk.showing import show_table
    from rules.catalog import rules as catalogue
    from rules.measures import MEASURES

    if administrators:
        from flows import settings
        from flows.administrators import known_profiles

        rows = [
            (key, one.name, ", ".join(one.accounts), str(one.as_of or ""), one.citation)
            for key, one in known_profiles(settings.load()).items()
        ]
        columns = ("key", "administrator", "accounts", "noted for", "who says so")
        show_table("Administrators", columns, rows)
        return
    if measures:
        rows = [
            (
                key,
                measure.name,
                measure.unit,
                measure.better,
                ""
                if measure.threshold is None
                else f"{measure.threshold}{' %' if measure.threshold_unit == 'percent' else ''}"
                f" ({measure.population})",
            )
            for key, measure in MEASURES.items()
        ]
        show_table("Measures", ("key", "measure", "unit", "better", "threshold"), rows)
        return
    rows_ = [(rule.id, rule.sentence, rule.citation) for rule in catalogue().values()]
    show_table("Rules", ("rule", "says", "citation"), rows_)
