"""What `bench/dashboard.py` measures: servers on free ports, and sessions without a browser."""

from __future__ import annotations

import asyncio
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

ROOT = Path(__file__).parents[1]
TODAY = "2026-06-10"
KB = 1024


@dataclass(frozen=True)
class Server:
    """A running Streamlit server."""

    url: str
    process: int

    @property
    def megabytes(self) -> float:
        """How much memory it holds now."""
        status = Path(f"/proc/{self.process}/status").read_text(encoding="ascii")
        found = re.search(r"VmRSS:\s+(\d+) kB", status)
        assert found
        return int(found[1]) / KB


@contextmanager
def serving(script: Path, values: Mapping[str, str]) -> Iterator[Server]:
    """A server of one script with these environment variables, until the block ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(script)]
    command += ["--server.port", str(port), "--server.headless", "true"]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "TRACKER_TODAY": TODAY, **values}
    process = subprocess.Popen(
        command, cwd=ROOT, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        url = f"http://localhost:{port}"
        _wait(process, url)
        yield Server(url, process.pid)
    finally:
        process.terminate()
        process.wait(20)


def _wait(process: subprocess.Popen[bytes], url: str) -> None:
    deadline = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < deadline:
        try:
            with urlopen(f"{url}/_stcore/health", timeout=5):  # noqa: S310
                return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError("the server did not start")


@dataclass(frozen=True)
class Session:
    """One reader without a browser: a websocket that asks for runs of the page."""

    socket: ClientConnection

    async def run(self, link: str, says: str) -> float:
        """Opens a link in this session, as Back and Forward do; the seconds until the run has ended.

        Some message of the run must hold the text `says`.
        """
        message = BackMsg()
        message.rerun_script.query_string = link
        start, told = time.perf_counter(), False
        await self.socket.send(message.SerializeToString())
        while True:
            answer = ForwardMsg()
            content = bytes(await self.socket.recv(decode=False))
            told = told or says.encode() in content
            answer.ParseFromString(content)
            if answer.WhichOneof("type") == "script_finished":
                assert answer.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY
                assert told, f"the page of {link} does not say {says}"
                return time.perf_counter() - start


async def open_sessions(server: Server, many: int) -> list[Session]:
    """So many sessions, each of which has run the page once."""
    address = f"{server.url.replace('http', 'ws', 1)}/_stcore/stream"
    sessions = []
    for _ in range(many):
        socket = await connect(address, subprotocols=["streamlit"], max_size=None)  # type: ignore[list-item]
        sessions.append(Session(socket))
        await sessions[-1].run("", "strikes")
    return sessions


async def all_at_once(sessions: Sequence[Session], links: Sequence[tuple[str, str]]) -> list[float]:
    """The seconds of one run in each session, started together: a link for each, and what its page says."""
    return list(
        await asyncio.gather(*(session.run(*link) for session, link in zip(sessions, links, strict=True)))
    )
