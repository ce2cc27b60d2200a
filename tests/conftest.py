"""What most tests stand on: the pack, its lexicon, and an encoder that needs no model."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from zlib import crc32

import numpy as np
import pytest
from numpy.typing import NDArray

from reference import Pack, load_pack
from reference.reading.lexicon import Lexicon, lexicon

Vectors = NDArray[np.float32]
Encode = Callable[[Sequence[str]], Vectors]

DIMENSIONS = 256


@pytest.fixture(scope="session")
def pack() -> Pack:
    return load_pack("usa-ussr-1955-62")


@pytest.fixture(scope="session")
def known(pack: Pack) -> Lexicon:
    return lexicon(pack)


@cache
def word_vector(word: str) -> Vectors:
    return np.random.default_rng(crc32(word.encode())).standard_normal(DIMENSIONS).astype(np.float32)


def bag_of_words(text: str) -> Vectors:
    """A unit vector that depends on the text's words alone: not on their order, their case or the marks between them."""
    total = np.sum([word_vector(word) for word in sorted(re.findall(r"\w+", text.lower())) or [""]], axis=0)
    return (total / np.linalg.norm(total)).astype(np.float32)


@pytest.fixture(scope="session")
def fake_encode() -> Encode:
    """Like `encode`: unit vectors of shape (texts, dimensions), the same words always the same vector."""

    def encode(texts: Sequence[str]) -> Vectors:
        rows = [bag_of_words(text) for text in texts]
        return np.stack(rows) if rows else np.zeros((0, DIMENSIONS), dtype=np.float32)

    return encode
