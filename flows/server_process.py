"""The local Prefect server's own process: ``python -m flows.server_process SOCKET``.

SOCKET is the number of an inherited, bound socket. The server ends when its
standard input closes, that is, when the process that started it ends, in
whatever way (also by ``kill -9``): no server is ever left behind.
"""

from __future__ import annotations

import os
import socket
import sys
import threading

import uvicorn
from prefect.server.api.server import create_app


def main(socket_number: int) -> None:
    """Serves until the starter is gone."""
    listener = socket.socket(fileno=socket_number)
    server = uvicorn.Server(uvicorn.Config(create_app(), log_level="warning", lifespan="on"))
    threading.Thread(target=_end_with_starter, args=(server,), daemon=True).start()
    server.run(sockets=[listener])


def _end_with_starter(server: uvicorn.Server) -> None:
    while os.read(sys.stdin.fileno(), 1):
        continue
    server.should_exit = True
    # A client that keeps its connection open must not keep the server alive.
    timer = threading.Timer(5.0, os._exit, args=(0,))
    timer.daemon = True
    timer.start()


if __name__ == "__main__":
    main(int(sys.argv[1]))
