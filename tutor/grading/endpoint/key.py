"""The key of an endpoint: from the environment or the system's keyring, and never written down."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec
from urllib.parse import urlsplit

from tutor.grading.endpoint.settings import URL, Endpoint

KEY = "MLTUTOR_ENDPOINT_KEY"
RING = "mltutor"
"""What the keyring files the key under, with the host as the user."""


def key_for(endpoint: Endpoint, environ: Mapping[str, str]) -> str:
    """The key, or nothing; never raises. A locked keyring may ask the learner, and so take its time."""
    if key := _own(endpoint, environ):
        return key
    if find_spec("keyring") is None:
        return ""
    try:
        import keyring

        return keyring.get_password(RING, endpoint.host) or ""
    except Exception:  # each backend fails in its own way, and a call without a key is told by the server
        return ""


def where_from(endpoint: Endpoint, environ: Mapping[str, str]) -> str:
    """Where the key comes from, in words; nothing if there is nowhere to look."""
    if _own(endpoint, environ):
        return f"the key in {KEY}"
    return f"the keyring's key for {endpoint.host}, if any" if find_spec("keyring") is not None else ""


def _own(endpoint: Endpoint, environ: Mapping[str, str]) -> str:
    """The environment's key, which goes to the host that the environment names and to no other."""
    try:
        host = urlsplit(environ.get(URL, "").strip()).hostname
    except ValueError:
        return ""
    return environ.get(KEY, "").strip() if host == endpoint.host else ""
