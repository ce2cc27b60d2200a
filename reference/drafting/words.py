"""The words and patterns by which documents are read for a draft, from `cues.yaml`.

In: a list's name.  Out: its words, or one compiled pattern that finds any of them as whole words.
Does not decide anything.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from reference.yaml_lines import read_yaml

FILE = Path(__file__).with_name("cues.yaml")


@cache
def cues() -> dict[str, Any]:
    """The whole of `cues.yaml`."""
    value: dict[str, Any] = read_yaml(FILE.read_text("utf-8")).value
    return value


@cache
def patterns(name: str) -> re.Pattern[str]:
    """One pattern for a list of regular expressions."""
    value = cues()[name]
    return re.compile("|".join([value] if isinstance(value, str) else value), re.IGNORECASE)


@cache
def opposites() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """The pairs of opposite words, a pattern for each side."""
    return tuple((_any_of(one), _any_of(other)) for one, other in cues()["opposites"])


@cache
def words_of(name: str, group: str = "") -> re.Pattern[str]:
    """One pattern that finds any word or phrase of a list, or of a group in it."""
    return _any_of(cues()[name][group] if group else cues()[name])


def _any_of(listed: list[str]) -> re.Pattern[str]:
    words = "|".join(re.escape(word).replace(r"\*", "[a-z]*") for word in listed)
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
