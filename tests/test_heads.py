"""The recognisers of points: fitted the same twice, kept with their key, and right about what they were fitted on.

After a change of a bank: `MARGINALIA_RENEW=1 .venv/bin/pytest tests/test_heads.py` fits and keeps them anew.
"""

from __future__ import annotations

import json
import os

import numpy as np
import pytest

from reference import Pack
from reference.shelves import installed_packs
from rubric import heads
from rubric.data import threshold
from rubric.heads import FILE, fit, heads_of, key, recognised, write
from tests.conftest import Encode

MODEL = "all-MiniLM-L6-v2@53aa5117"


def test_fitting_twice_gives_the_same(pack: Pack, fake_encode: Encode) -> None:
    one, two = fit(pack, fake_encode), fit(pack, fake_encode)
    assert np.array_equal(one.made, two.made) and np.array_equal(one.touched, two.touched)


def test_what_only_touches_a_point_is_on_its_topic(pack: Pack, fake_encode: Encode) -> None:
    heads = fit(pack, fake_encode)
    for bank in pack.banks.values():
        vectors, column = fake_encode(bank.touched), list(pack.points).index(bank.id)
        assert heads.judge_topic(vectors)[:, column].mean() > heads.judge(vectors)[:, column].mean() + 0.5


def test_heads_know_their_own_statements(pack: Pack, fake_encode: Encode) -> None:
    statements = [point.statement for point in pack.points.values()]
    judged = fit(pack, fake_encode).judge(fake_encode(statements))
    assert (judged.argmax(axis=1) == np.arange(len(statements))).mean() > 0.9


def test_what_makes_a_point_stands_above_what_only_touches_it(pack: Pack, fake_encode: Encode) -> None:
    heads = fit(pack, fake_encode)
    for i, name in enumerate(pack.points):
        if name in pack.banks:
            made, touched = (
                heads.judge(fake_encode(texts))[:, i].mean() for texts in (pack.banks[name].made, pack.banks[name].touched)
            )
            assert made > touched + 0.5


def test_the_kept_heads_are_those_of_these_passages(pack: Pack) -> None:
    if os.environ.get("MARGINALIA_RENEW"):
        write(pack, installed_packs()[pack.about.id], MODEL)
    kept = json.loads((installed_packs()[pack.about.id] / FILE).read_text("utf-8"))
    assert kept["key"] == key(pack, MODEL)
    assert len(kept["made"]) == len(kept["touched"]) == len(pack.points)


def test_another_model_has_another_key(pack: Pack) -> None:
    assert key(pack, MODEL) != key(pack, "another")


@pytest.mark.model
def test_a_kept_head_finds_its_own_passages(pack: Pack) -> None:
    from reference.reading.encoder import encode, encoder_name

    heads = heads_of(pack, encoder_name())
    owners, texts = zip(
        *[(i, text) for i, name in enumerate(pack.points) if name in pack.banks for text in pack.banks[name].made], strict=True
    )
    found = heads.judge(encode(texts)).argmax(axis=1)
    assert float((found == np.array(owners)).mean()) > 0.85


def test_banks_say_nothing_twice(pack: Pack) -> None:
    told = [text for bank in pack.banks.values() for text in (*bank.made, *bank.touched, *bank.near)]
    assert len(told) == len(set(told))


def test_a_bank_is_long_enough_to_learn_from(pack: Pack) -> None:
    assert [bank.id for bank in pack.banks.values() if len(bank.made) < 10 or len(bank.touched) < 6 or len(bank.near) < 6] == []


def test_no_passage_vouches_for_itself(pack: Pack, fake_encode: Encode) -> None:
    """The closed form gives what fitting without the passage gives, the weights of the others left as they are."""
    inputs, owner, kind = heads._inputs(pack, fake_encode)
    own = owner == 3
    place = int(np.flatnonzero(own & (kind == "made"))[2])
    weight, target = heads._weights(own, kind == "made", kind), np.where(own & (kind == "made"), 1.0, -1.0)
    weight[place] = 0.0
    ridge = threshold("head_ridge") * np.eye(inputs.shape[1])
    left = np.linalg.solve((inputs * weight[:, None]).T @ inputs + ridge, (inputs * weight[:, None]).T @ target)
    assert heads._held_out(inputs, own, kind == "made", kind)[place] == pytest.approx(inputs[place] @ left, abs=1e-6)


def test_every_point_is_counted(pack: Pack, fake_encode: Encode) -> None:
    found = recognised(pack, fake_encode)
    assert list(found) == list(pack.points)
    assert all(
        0 <= right <= of
        for made, of_made, beside, of_beside in found.values()
        for right, of in ((made, of_made), (beside, of_beside))
    )
