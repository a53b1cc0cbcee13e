"""Files whose reading crashes, hangs or fails, each in its own way."""

from __future__ import annotations

import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path

from tests.flows.papers import referral

name = "faulty.pdf"


@dataclass(frozen=True)
class Crashing:
    """Takes its reader's process down, as a fault in native code does; `times` times."""

    counter: Path
    times: int
    name: str = name

    def read_bytes(self, most_megabytes: int) -> bytes:
        with self.counter.open("a") as file:
            file.write("x")
        if self.counter.stat().st_size <= self.times:
            os.kill(os.getpid(), signal.SIGSEGV)
        return referral("Dana Whitfield")


@dataclass(frozen=True)
class Hanging:
    """Never comes to an end."""

    name: str = name

    def read_bytes(self, most_megabytes: int) -> bytes:
        time.sleep(3600)
        return b""


@dataclass(frozen=True)
class Failing:
    """Meets a fault whose text quotes the document."""

    name: str = name

    def read_bytes(self, most_megabytes: int) -> bytes:
        raise ValueError("Dana Whitfield has diabetes")
