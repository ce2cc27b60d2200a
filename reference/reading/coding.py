"""Bytes into characters: UTF-8, UTF-16 with or without its mark, UTF-32, Windows-1252, told apart by what they hold.

In: bytes.  Out: the text and how many characters were lost, or whether a text is no text at all.
"""

from __future__ import annotations

import codecs
import re

CONTROL_SHARE = 0.05  # of all characters: bytes that are no text hold about 10 % control characters, prose holds none
CONTROL_FEW = 8  # so many stray control characters are dropped from any text, however short
SAMPLE = 4096  # bytes looked at to tell UTF-16 without a mark from UTF-8
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def decoded(data: bytes) -> tuple[str, int]:
    """The text, and how many characters could not be made out (each stands as U+FFFD)."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, "replace")
            return text, text.count("\ufffd")
    if wide := _wide(data[:SAMPLE]):
        text = data.decode(wide, "replace")
        return text, text.count("\ufffd")
    try:
        return data.decode("utf-8"), 0
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    if sum(char > "\x7f" for char in text) <= 2 * lost:  # UTF-8 with one bad byte keeps its curly quotes
        text = data.decode("cp1252", "replace")
        lost = text.count("\ufffd")
    return text, lost


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a mark: in European text nearly every other byte is zero, and on one side only."""
    half = len(sample) // 2
    if not half:
        return None
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if odd > 0.7 and even < 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 and odd < 0.1 else None


def is_binary(text: str) -> bool:
    """True where a text holds so many control characters that it is a program, a picture or the like."""
    controls = len(CONTROLS.findall(text.rstrip("\0\x1a")))  # old editors fill up the last block
    return controls > max(CONTROL_FEW, CONTROL_SHARE * len(text))
