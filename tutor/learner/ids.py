"""Ids that sort by the time they were made."""

from __future__ import annotations

from datetime import datetime


def uuid7(moment: datetime, random: bytes) -> str:
    """A version 7 UUID (RFC 9562, section 5.7) from an aware time and ten random bytes."""
    milliseconds = int(moment.timestamp() * 1000)
    bits = bytearray(milliseconds.to_bytes(6, "big") + random)
    bits[6] = 0x70 | bits[6] & 0x0F
    bits[8] = 0x80 | bits[8] & 0x3F
    text = bits.hex()
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))
