"""The engines that read pixels: each a small adapter, all behind one contract.

An engine gets an upright gray picture and gives back words with boxes in
points. It knows nothing of files, kinds or fields. Which engine reads which
page is decided in `extractors.engines.choosing`.
"""

from extractors.engines.contract import Engine, EngineFailed

__all__ = ["Engine", "EngineFailed"]
