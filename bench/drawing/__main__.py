"""python -m bench.drawing FOLDER COUNT SEED: draws a set of documents with their truth."""

import sys
from pathlib import Path

from bench.drawing import draw

print(draw(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])))  # noqa: T201
