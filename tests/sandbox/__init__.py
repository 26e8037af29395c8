"""Tests of the sandbox, most of them with the real process."""
