"""``carepacket rules``: every rule that is applied, with who says so."""

from __future__ import annotations

from typing import Annotated

import typer


def rules(
    measures: Annotated[
        bool, typer.Option("--measures", help="The measures and their published thresholds.")
    ] = False,
) -> None:
    """Lists every rule with its citation, or the measures of the progress report.

    Example: [bold]carepacket rules[/bold]
    """
    from desk.showing import show_table
    from rules.catalog import rules as catalogue
    from rules.measures import MEASURES

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
