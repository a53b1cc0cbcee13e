"""What a studio may set from outside: environment variables and the studio's letterhead.

Every setting is an environment variable ``CAREPACKET_…``; the defaults work
without any. Paths follow the data folder `home` unless they are set.
"""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from casebook.records import Studio
from flows.errors import BadSettings

MOST_READERS = 4
"""Unless a studio asks for more: a reader may take some hundred megabytes."""


class Settings(BaseSettings):
    """The settings of one run. Times in seconds.

    home: everything that a run writes lies in this folder.
    database_url: the casebook; SQLite in `home` unless set.
    archive_url: the originals; a folder in `home` unless set (any fsspec URL).
    studio_file: the letterhead; ``<home>/studio.toml`` unless set.
    inbox_folder: the watched folder; ``<home>/inbox`` unless set.
    date_order: how an all-numeric date is meant when it could be read in two ways.
    jobs: documents read at once; 0 means one per core, four at most (each takes memory).
    settle_seconds: a file must stay unchanged this long before it is taken.
    sweep_seconds: the inbox is looked through this often even without a sign of change.
    file_seconds: no file may take longer to read.
    max_file_megabytes: a larger file is refused with a named problem.
    """

    model_config = SettingsConfigDict(env_prefix="CAREPACKET_", frozen=True, extra="ignore")

    home: Path = Path("carepacket-data")
    database_url: str | None = None
    archive_url: str | None = None
    studio_file: Path | None = None
    inbox_folder: Path | None = None
    date_order: Literal["MDY", "DMY", "YMD"] = "MDY"
    jobs: int = Field(default=0, ge=0)
    settle_seconds: float = Field(default=1.5, ge=0)
    sweep_seconds: float = Field(default=5.0, gt=0)
    file_seconds: float = Field(default=600.0, gt=0)
    max_file_megabytes: int = Field(default=200, gt=0)

    @property
    def inbox(self) -> Path:
        return (self.inbox_folder or self.home / "inbox").absolute()

    @property
    def archive(self) -> str:
        return self.archive_url or str((self.home / "archive").absolute())

    @property
    def quarantine(self) -> Path:
        return (self.home / "quarantine").absolute()

    @property
    def outbox(self) -> Path:
        return (self.home / "outbox").absolute()

    @property
    def profiles(self) -> Path:
        """The studio's own administrator profiles; see `flows.administrators`."""
        return (self.home / "profiles").absolute()

    @property
    def templates(self) -> Path:
        """The studio's own Word templates; see `carepacket templates`."""
        return (self.home / "templates").absolute()

    @property
    def orchestration(self) -> Path:
        """Where the local Prefect server keeps its own files."""
        return (self.home / "prefect").absolute()

    @property
    def casebook(self) -> str:
        return self.database_url or f"sqlite:///{(self.home / 'casebook.sqlite').absolute()}"

    @property
    def readers(self) -> int:
        """How many documents are read at once."""
        return self.jobs or min(cores(), MOST_READERS)

    def make_folders(self) -> None:
        """Makes the folders of `home`, readable by the owner alone: they hold health data."""
        self.home.mkdir(parents=True, exist_ok=True, mode=0o700)
        for folder in (self.inbox, self.quarantine, self.outbox):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)

    def _own_folders(self) -> dict[str, Path]:
        """The folders with which the studio changes papers and rules, where they exist."""
        own = {"templates": self.templates, "profiles": self.profiles}
        return {name: folder for name, folder in own.items() if folder.is_dir()}

    def studio(self) -> Studio:
        """The letterhead. Raises BadSettings, naming file and key, when it cannot be used."""
        path = self.studio_file or self.home / "studio.toml"
        try:
            told = tomllib.loads(path.read_text(encoding="utf-8"))
            return Studio.model_validate(self._own_folders() | told)
        except FileNotFoundError:
            raise BadSettings(
                f"there is no letterhead at {path}",
                "write the studio's name, address, phone and professional into it "
                "(see samples/studio.toml), or set CAREPACKET_STUDIO_FILE",
            ) from None
        except tomllib.TOMLDecodeError as error:
            raise BadSettings(f"{path}: {error}", "correct the TOML there") from None
        except ValidationError as error:
            raise BadSettings(f"{path}: {_first_fault(error)}", "correct that key") from None


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def load(**overrides: object) -> Settings:
    """The settings of the environment, with those given here in front.

    Raises BadSettings that names the variable and what is expected.
    """
    given = {key: value for key, value in overrides.items() if value is not None}
    try:
        return Settings(**given)  # type: ignore[arg-type]  # pydantic checks what the caller gives
    except ValidationError as error:
        raise BadSettings(
            f"CAREPACKET_{_first_fault(error).upper()}"
            if not given
            else f"settings: {_first_fault(error)}",
            "correct the environment variable or leave it out",
        ) from None


def _first_fault(error: ValidationError) -> str:
    first = error.errors(include_input=False, include_url=False)[0]
    return f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}"
