"""Changes to a pack's folder that can be taken back: what the files held before stands beside them, step by step.

In: a folder and the new text of some of its files.  Out: the files, written whole or not at all; the steps back.
A step is written down before its files are, and a change that leaves a pack that cannot be read is not kept. The steps stand
in `.history`, which no .zip of the pack takes along. Does not know what a file means.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

from reference.loading import PackError, load_pack

KEPT = ".history"
MOST = 200  # steps back


class EditFault(Exception):
    """A change that was not made. `faults` say why, each in one sentence."""

    def __init__(self, faults: list[str]) -> None:
        self.faults = faults
        super().__init__("\n".join(faults))


def commit(folder: Path, what: str, texts: Mapping[str, str]) -> None:
    """Write new texts of files, `what` saying what was done. Raises EditFault, and changes nothing, where no pack is left."""
    before = {name: _text(folder / name) for name in texts}
    changed = {name: text for name, text in texts.items() if before[name] != text}
    if not changed:
        return
    step = _step(folder)
    _write(step, json.dumps({"what": what, "files": {name: before[name] for name in changed}}, ensure_ascii=False))
    try:
        for name, text in changed.items():
            _write(folder / name, text)
        load_pack(folder)
    except PackError as fault:
        _put_back(folder, {name: before[name] for name in changed})
        step.unlink()
        raise EditFault([_short(line) for line in fault.faults]) from None
    for old in _steps(folder)[:-MOST]:
        old.unlink()


def steps(folder: Path) -> list[str]:
    """What was done, the last first."""
    return [str(json.loads(path.read_text("utf-8"))["what"]) for path in reversed(_steps(folder))]


def last_step(folder: Path) -> str:
    """What was done last; empty where nothing was."""
    found = _steps(folder)
    return str(json.loads(found[-1].read_text("utf-8"))["what"]) if found else ""


def undo(folder: Path) -> str:
    """Take the last change back. Returns what it was; empty where there is none."""
    found = _steps(folder)
    if not found:
        return ""
    step = json.loads(found[-1].read_text("utf-8"))
    _put_back(folder, step["files"])
    found[-1].unlink()
    return str(step["what"])


def keep_trial(folder: Path, text: str) -> None:
    """Keep a trial essay beside the pack: it goes into no .zip."""
    _write(folder / KEPT / "trial.txt", text)


def kept_trial(folder: Path) -> str:
    """The trial essay that was kept; empty where there is none."""
    return _text(folder / KEPT / "trial.txt") or ""


def _steps(folder: Path) -> list[Path]:
    return sorted((folder / KEPT).glob("[0-9]*.json"))


def _step(folder: Path) -> Path:
    found = _steps(folder)
    return folder / KEPT / f"{int(found[-1].stem) + 1 if found else 1:06d}.json"


def _put_back(folder: Path, before: Mapping[str, str | None]) -> None:
    for name, text in before.items():
        if text is None:
            (folder / name).unlink(missing_ok=True)
        else:
            _write(folder / name, text)


def _text(path: Path) -> str | None:
    return path.read_bytes().decode("utf-8") if path.is_file() else None


def _write(path: Path, text: str) -> None:
    """Write a file so that whoever reads it finds the old text or the new one, never half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(text.encode("utf-8"))
    os.replace(part, path)


def _short(fault: str) -> str:
    """A fault without its file and line: the page shows it at the entry."""
    place, _, said = fault.partition(": ")
    return said if ".yaml:" in place else fault
