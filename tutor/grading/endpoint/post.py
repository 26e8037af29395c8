"""The call itself, by the standard library: it follows no redirect, asks no proxy, reads no more than told.

An HTTP library would have to be talked into all three, its timeouts are per read like these, and what it
adds (pools, cookies, HTTP/2) is of no use for a single request.
"""

from __future__ import annotations

import contextlib
import socket
import ssl
from collections.abc import Callable, Sequence
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from threading import Event, Thread

from tutor.grading.endpoint.ask import headers
from tutor.grading.endpoint.settings import Endpoint

MOST_BYTES = 1 << 20
"""Of a reply."""
REFUSED = (400, 422)
"""How servers say that they do not know a field of the body."""


class NoReply(Exception):  # noqa: N818 - no error of ours: the learner is told, and goes on without
    """Why there is no reply, in words that follow a colon; they never hold the key."""


def converse(endpoint: Endpoint, key: Callable[[], str], bodies: Sequence[bytes]) -> str:
    """The reply to the first body that the server takes, within the endpoint's seconds for all of it.

    Raises NoReply, and nothing else.
    """
    call = _Call(endpoint, key, bodies)
    try:
        Thread(target=call.run, name="endpoint", daemon=True).start()
    except RuntimeError:
        raise NoReply("this machine is too busy to ask") from None
    if not call.over.wait(endpoint.seconds):
        call.cut()
        raise NoReply(f"{endpoint.host} took longer than {endpoint.seconds:g} s")
    if call.why:
        raise NoReply(call.why)
    return call.reply.decode("utf-8", "replace")


class _Call:
    """A call in a thread of its own, as looking up a host or a key cannot be cut short."""

    def __init__(self, endpoint: Endpoint, key: Callable[[], str], bodies: Sequence[bytes]) -> None:
        self.over = Event()
        self.reply = b""
        self.why = ""
        self._endpoint = endpoint
        self._key = key
        self._bodies = bodies
        self._socket: socket.socket | None = None
        self._given_up = False

    def run(self) -> None:
        """Ask, and say how it went."""
        host = self._endpoint.host
        try:
            self.reply = self._ask(self._key())
        except NoReply as no:
            self.why = str(no)
        except ConnectionRefusedError:
            self.why = f"nobody listens at {host}"
        except ssl.SSLCertVerificationError:
            self.why = f"the certificate of {host} cannot be trusted"
        except socket.gaierror:
            self.why = f"{host} cannot be found"
        except (OSError, HTTPException):
            self.why = f"the line to {host} broke"
        except ValueError:
            self.why = "the address or the key holds a character that cannot be sent"
        except Exception as fault:  # a thread has nobody to raise to
            self.why = f"asking {host} failed ({type(fault).__name__})"
        finally:
            self.over.set()

    def cut(self) -> None:
        """Hang up, whatever is being waited for."""
        self._given_up = True
        if self._socket is not None:
            with contextlib.suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)

    def _ask(self, key: str) -> bytes:
        """What the server replies; raises NoReply, OSError, HTTPException or ValueError."""
        for body in self._bodies:
            status, reply = self._post(body, key)
            if status not in REFUSED:
                break
        if status == 200:
            return reply
        raise NoReply(_why(status, self._endpoint.host))

    def _post(self, body: bytes, key: str) -> tuple[int, bytes]:
        """The status, and the reply if that is 200."""
        parts = self._endpoint.parts
        target = parts.path + (f"?{parts.query}" if parts.query else "")
        with contextlib.closing(connection(self._endpoint)) as line:
            line.connect()
            self._socket = line.sock
            if self._given_up:
                raise NoReply("it came too late")
            line.request("POST", target, body, headers(key))
            with line.getresponse() as response:
                reply = response.read(MOST_BYTES + 1) if response.status == 200 else b""
        if len(reply) > MOST_BYTES:
            raise NoReply("its reply was too long")
        return response.status, reply


def connection(endpoint: Endpoint) -> HTTPConnection:
    """A line to the server, not yet open; certificates are checked."""
    parts, seconds = endpoint.parts, endpoint.seconds
    if parts.scheme == "http":
        return HTTPConnection(endpoint.host, parts.port, timeout=seconds)
    return HTTPSConnection(endpoint.host, parts.port, timeout=seconds, context=ssl.create_default_context())


def _why(status: int, host: str) -> str:
    """A status that is no success, in words."""
    match status:
        case 401 | 403:
            return f"{host} does not accept the key, or wants one ({status})"
        case 404:
            return f"{host} knows neither this address nor this model, or not both (404)"
        case 408 | 429:
            return f"{host} is too busy just now ({status})"
        case _ if 300 <= status < 400:
            return f"{host} points elsewhere, and is not followed ({status})"
        case _ if status >= 500:
            return f"{host} has trouble of its own ({status})"
    return f"{host} did not take the request ({status})"
