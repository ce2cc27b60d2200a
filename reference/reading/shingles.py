"""Runs of eight words as salted hashes (shingles): they tell that a text was copied from a document, and hold no text.

In: a text and a salt.  Out: the hash and the offsets of every run; or the hashes of a whole document as one string.
Case, punctuation and the shape of apostrophes make no difference. Does not decide how much copying matters.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from collections.abc import Iterator
from hashlib import blake2b

WORDS, BYTES = 8, 5
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def shingles(text: str, salt: str) -> Iterator[tuple[int, int, bytes]]:
    """Every run of eight words: start, end, hash."""
    found = list(WORD.finditer(text))
    said = [match[0].lower().replace("’", "'") for match in found]
    for i in range(len(found) - WORDS + 1):
        run = " ".join(said[i : i + WORDS]).encode()
        yield found[i].start(), found[i + WORDS - 1].end(), blake2b(run, digest_size=BYTES, salt=_salt(salt)).digest()


def packed(text: str, salt: str) -> str:
    """The hashes of a document, sorted, so that nothing of its order is left."""
    return b64encode(b"".join(sorted({run for _, _, run in shingles(text, salt)}))).decode("ascii")


def unpacked(string: str) -> frozenset[bytes]:
    """The hashes again."""
    data = b64decode(string)
    return frozenset(data[at : at + BYTES] for at in range(0, len(data), BYTES))


def _salt(salt: str) -> bytes:
    return blake2b(salt.encode(), digest_size=16).digest()
