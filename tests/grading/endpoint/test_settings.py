"""Which endpoints can be asked, and whose key goes where."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.grading.endpoint.key import KEY, key_for, where_from
from tutor.grading.endpoint.settings import (
    MODEL,
    SECONDS,
    URL,
    Endpoint,
    EndpointError,
    endpoint,
    named,
    switched_on,
)

CLOUD = "https://api.example.org/v1"
KEPT = {"endpoint": "on", "endpoint-url": "http://localhost:11434/v1", "endpoint-model": "tiny"}


@pytest.mark.parametrize(
    ("url", "posts_to"),
    [
        ("http://localhost:11434/v1", "http://localhost:11434/v1/chat/completions"),
        (" http://127.0.0.1:8080/ ", "http://127.0.0.1:8080/chat/completions"),
        ("http://[::1]:8080/v1/", "http://[::1]:8080/v1/chat/completions"),
        (f"{CLOUD}/chat/completions", f"{CLOUD}/chat/completions"),
        ("https://x.example/d?api-version=1#top", "https://x.example/d/chat/completions?api-version=1"),
    ],
)
def test_an_address_leads_to_its_chat_completions(url: str, posts_to: str) -> None:
    assert endpoint(url, "tiny").parts.geturl() == posts_to


@pytest.mark.parametrize(
    ("url", "model", "says"),
    [
        ("", "tiny", "needs"),
        (CLOUD, " ", "needs"),
        ("http://api.example.org/v1", "tiny", "https"),
        ("http://192.168.1.5:11434/v1", "tiny", "https"),
        ("http://localhost.example.org/v1", "tiny", "https"),
        ("http://0.0.0.0/v1", "tiny", "https"),
        ("ftp://localhost/v1", "tiny", "begins with"),
        ("file:///etc/passwd", "tiny", "begins with"),
        ("localhost:11434/v1", "tiny", "begins with"),
        ("https://user:secret@api.example.org/v1", "tiny", "key"),
        ("http://localhost@evil.example/v1", "tiny", "key"),
        ("https://api.example.org:port/v1", "tiny", "no address"),
        ("https://[::1/v1", "tiny", "no address"),
        ("https://api.example.org/v1\nX-Evil: 1", "tiny", "blanks"),
        ("https://exämple.org/v1", "tiny", "letters"),
        (CLOUD, "tiny\x1b[31m", "name"),
        (CLOUD, "t" * 501, "too long"),
    ],
)
def test_what_cannot_be_asked_safely_is_refused_in_one_line(url: str, model: str, says: str) -> None:
    with pytest.raises(EndpointError, match=says) as caught:
        endpoint(url, model)
    assert "\n" not in str(caught.value)
    assert "secret" not in str(caught.value)


@given(st.text(max_size=30), st.text(max_size=10), st.text(max_size=5))
def test_any_words_are_an_endpoint_or_an_error(url: str, model: str, seconds: str) -> None:
    for each in (url, f"https://{url}", f"http://localhost{url}"):
        try:
            found = endpoint(each, model, seconds)
        except EndpointError:
            continue
        assert found.parts.scheme == "https" or found.host in ("localhost", "::1") or found.host[:4] == "127."


@pytest.mark.parametrize("seconds", ["0", "301", "nan", "inf", "-1", "soon"])
def test_nobody_waits_for_ever(seconds: str) -> None:
    with pytest.raises(EndpointError, match=SECONDS):
        endpoint(CLOUD, "tiny", seconds)
    assert endpoint(CLOUD, "tiny", "2.5").seconds == 2.5


def test_it_is_off_unless_the_learner_switched_it_on() -> None:
    environ = {URL: CLOUD, MODEL: "big"}
    assert switched_on({}, environ) is None
    assert switched_on({**KEPT, "endpoint": "off"}, environ) is None
    assert switched_on({name: value for name, value in KEPT.items() if name != "endpoint"}, environ) is None
    assert switched_on({"endpoint": "on"}, environ) is None
    assert switched_on({**KEPT, "endpoint-url": "http://evil.example"}, {}) is None
    assert switched_on(KEPT, environ) == Endpoint(KEPT["endpoint-url"], "tiny")


def test_the_environment_names_one_before_the_settings_do() -> None:
    assert named(KEPT, {URL: CLOUD, MODEL: "big", SECONDS: "5"}) == Endpoint(CLOUD, "big", 5.0)
    assert named({**KEPT, "endpoint": "off"}, {}).model == "tiny"
    with pytest.raises(EndpointError, match=MODEL):
        named({}, {})
    with pytest.raises(EndpointError, match="needs"):
        named(KEPT, {URL: CLOUD})


def test_the_key_of_the_environment_goes_to_the_host_of_the_environment_only(no_ring: None) -> None:
    environ = {URL: CLOUD, KEY: " sk-1 "}
    assert key_for(endpoint(CLOUD, "tiny"), environ) == "sk-1"
    assert KEY in where_from(endpoint(CLOUD, "tiny"), environ)
    for other in ("https://evil.example/v1", "http://localhost:11434/v1"):
        assert key_for(endpoint(other, "tiny"), environ) == ""
        assert where_from(endpoint(other, "tiny"), environ) == ""
    assert key_for(endpoint(CLOUD, "tiny"), {KEY: "sk-1", URL: "https://[bad"}) == ""


@pytest.fixture
def no_ring(monkeypatch: pytest.MonkeyPatch) -> None:
    """No keyring is installed."""
    monkeypatch.setattr("tutor.grading.endpoint.key.find_spec", lambda _: None)


def test_a_keyring_is_asked_for_the_host_and_its_troubles_are_no_one_elses(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ring = ModuleType("keyring")
    held = {("mltutor", "api.example.org"): "sk-ring"}
    ring.get_password = lambda *place: held.get(place)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "keyring", ring)
    monkeypatch.setattr("tutor.grading.endpoint.key.find_spec", lambda _: object())
    cloud = endpoint(CLOUD, "tiny")
    assert key_for(cloud, {}) == "sk-ring"
    assert key_for(cloud, {URL: CLOUD, KEY: "sk-env"}) == "sk-env"
    assert key_for(endpoint("https://other.example", "tiny"), {}) == ""
    assert "keyring" in where_from(cloud, {})

    def locked(*_: str) -> str:
        raise RuntimeError("locked")

    ring.get_password = locked  # type: ignore[attr-defined]
    assert key_for(cloud, {}) == ""
