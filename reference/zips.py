"""Zip archives that tell no time and no machine: the same files give the same bytes, on every day and every system.

In: an open archive and a file for it, or the bytes of an archive that another library wrote.  Out: the file added, or the
same archive without its times. Opens nothing that a stranger sent: that is `reading/archive.py`.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can say


def put(archive: zipfile.ZipFile, name: str, data: bytes) -> None:
    """Add a file to an archive."""
    entry = zipfile.ZipInfo(name, FIRST_DAY)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 0
    entry.external_attr = 0
    archive.writestr(entry, data)


def undated(data: bytes, mended: Callable[[str, bytes], bytes] = lambda _, part: part) -> bytes:
    """The same archive without its times; `mended` may change what a file of it holds, by its name."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            put(new, name, mended(name, old.read(name)))
    return file.getvalue()
