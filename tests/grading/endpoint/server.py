"""A server on this machine that plays every part a server can."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

from tutor.grading.endpoint.settings import Endpoint

Role = Callable[["Request"], None]
SECRET = "sk-secret-42"


def completion(content: str) -> str:
    """A chat completion that says this."""
    return json.dumps({"choices": [{"index": 0, "message": {"role": "assistant", "content": content}}]})


def said(**verdicts: tuple[str, str]) -> str:
    """A chat completion with point → verdict and quote."""
    rows = [{"point": name, "verdict": says, "quote": quote} for name, (says, quote) in verdicts.items()]
    return completion(json.dumps({"verdicts": rows}))


@dataclass(slots=True)
class Server:
    """What the server was asked, and where it is."""

    url: str
    stop: Event
    hung_up: Event
    requests: list[tuple[str, Mapping[str, str], dict[str, Any]]] = field(default_factory=list)

    def endpoint(self, seconds: float = 20.0) -> Endpoint:
        """The endpoint there."""
        return Endpoint(f"{self.url}/v1", "tiny", seconds)


class Request(BaseHTTPRequestHandler):
    """One request, answered as the role says."""

    role: Role
    told: Server

    def do_POST(self) -> None:
        """Write down what is asked, and play the role."""
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.told.requests.append((self.path, dict(self.headers), body))
        self.close_connection = True
        try:
            type(self).role(self)
        except OSError:
            self.told.hung_up.set()

    def do_GET(self) -> None:
        """What a redirect would lead to."""
        self.told.requests.append((self.path, dict(self.headers), {}))
        self.send(200, "")

    def send(self, status: int, body: str, **headers: str) -> None:
        """A whole response."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body.encode())))
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Nothing is logged."""


@contextmanager
def serving(role: Role) -> Iterator[Server]:
    """A server in this role, on a free port; it is gone afterwards."""
    request = type("Playing", (Request,), {"role": staticmethod(role)})
    with ThreadingHTTPServer(("127.0.0.1", 0), request) as http:
        http.daemon_threads = True
        server = Server(f"http://127.0.0.1:{http.server_port}", Event(), Event())
        request.told = server  # type: ignore[attr-defined]
        thread = Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.stop.set()
            http.shutdown()
            thread.join()


def replying(body: str, status: int = 200, **headers: str) -> Role:
    """A server that always replies so."""
    return lambda request: request.send(status, body, **headers)


def slow(request: Request) -> None:
    """Takes the request and says nothing until the test is over or the line is cut."""
    request.connection.settimeout(None)
    with contextlib.suppress(OSError):
        if request.connection.recv(1) == b"":
            request.told.hung_up.set()


def dripping(request: Request) -> None:
    """Always says a bit more, so that no single read ever waits."""
    while not request.told.stop.is_set():
        request.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n")


def without_schema(request: Request) -> None:
    """Knows no response_format."""
    if "response_format" in request.told.requests[-1][2]:
        request.send(400, '{"error": "unknown field response_format"}')
    else:
        request.send(200, said(sparse=("missed", "")))
