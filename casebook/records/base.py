"""The base of every record: frozen, closed to unknown keys, comparable by value."""

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """A frozen value. Build a changed one with ``record.model_copy(update={...})``."""

    model_config = ConfigDict(frozen=True, extra="forbid")
