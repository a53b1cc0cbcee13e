"""The parts of the report that `python -m bench.reading` writes; each measures and tells its
figures by name, so that the table of goals can find them."""

from bench.report.section import Section, missing, table

__all__ = ["Section", "missing", "table"]
