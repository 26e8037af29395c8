"""Which endpoint is asked for a second opinion: an address, a model, and how long it is waited for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

URL, MODEL, SECONDS = "MLTUTOR_ENDPOINT_URL", "MLTUTOR_ENDPOINT_MODEL", "MLTUTOR_ENDPOINT_SECONDS"
"""What the environment may say."""
SWITCH, KEPT_URL, KEPT_MODEL = "endpoint", "endpoint-url", "endpoint-model"
"""The learner's settings in the record; a key is never among them."""

PATH = "/chat/completions"
PATIENCE_S = 30.0
LEAST_S, MOST_S = 1.0, 300.0
LONGEST = 500
"""Characters of an address or a name."""


class EndpointError(ValueError):
    """What is wrong with an endpoint, in one line for the learner."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A server that speaks OpenAI's chat completions, and one of its models; `endpoint` makes valid ones."""

    url: str
    """Up to and without `/chat/completions`."""
    model: str
    seconds: float = PATIENCE_S
    """After so long the whole call is given up."""

    @property
    def parts(self) -> SplitResult:
        """The address of its chat completions, taken apart."""
        found = urlsplit(self.url)
        path = found.path.rstrip("/").removesuffix(PATH)
        return found._replace(path=path + PATH)

    @property
    def host(self) -> str:
        """Whose server it is."""
        return self.parts.hostname or ""


def endpoint(url: str, model: str, seconds: str = "") -> Endpoint:
    """The endpoint of these words; raises EndpointError for one that cannot be asked, or not safely."""
    url, model = url.strip(), model.strip()
    if not url or not model:
        raise EndpointError("an endpoint needs an address and the name of a model")
    if max(len(url), len(model)) > LONGEST or not (url.isascii() and url.isprintable() and " " not in url):
        raise EndpointError("the address is too long, or holds blanks or other letters than a to z")
    if not model.isprintable():
        raise EndpointError("the model's name holds characters that cannot be shown")
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise EndpointError(f"{url} is no address") from None
    if parts.scheme not in ("http", "https") or not host:
        raise EndpointError("the address begins with https:// (or http:// on this machine)")
    if parts.username is not None or parts.password is not None:
        raise EndpointError("a key does not belong into the address; see MLTUTOR_ENDPOINT_KEY in the README")
    if parts.scheme == "http" and not here(host):
        raise EndpointError(f"{host} is not this machine, so the address must begin with https://")
    return Endpoint(parts._replace(fragment="").geturl(), model, _seconds(seconds))


def here(host: str) -> bool:
    """Whether a host is this machine."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def switched_on(kept: Mapping[str, object], environ: Mapping[str, str]) -> Endpoint | None:
    """What the learner switched on in the settings; None if it is off, or cannot be asked."""
    if kept.get(SWITCH) != "on":
        return None
    try:
        return _of(kept, environ)
    except EndpointError:
        return None


def named(kept: Mapping[str, object], environ: Mapping[str, str]) -> Endpoint:
    """What the environment names, else what the settings hold, on or off; raises EndpointError."""
    if environ.get(URL) or environ.get(MODEL):
        return endpoint(environ.get(URL, ""), environ.get(MODEL, ""), environ.get(SECONDS, ""))
    if not kept.get(KEPT_URL):
        raise EndpointError(f"no endpoint is set up; {URL} and {MODEL} name one")
    return _of(kept, environ)


def _of(kept: Mapping[str, object], environ: Mapping[str, str]) -> Endpoint:
    """The endpoint in the settings; raises EndpointError."""
    url, model = str(kept.get(KEPT_URL) or ""), str(kept.get(KEPT_MODEL) or "")
    return endpoint(url, model, environ.get(SECONDS, ""))


def _seconds(said: str) -> float:
    """How long to wait; raises EndpointError."""
    if not said:
        return PATIENCE_S
    try:
        seconds = float(said)
    except ValueError:
        seconds = 0.0
    if not LEAST_S <= seconds <= MOST_S:
        raise EndpointError(f"{SECONDS} is a number of seconds from {LEAST_S:g} to {MOST_S:g}")
    return seconds
