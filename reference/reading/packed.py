"""Open a document that is a zip of XML parts (.docx, .odt), each part within limits: the only importer of lxml.

In: bytes.  Out: a Package, whose `xml(name)` is a part's root element, and the few ways in which a part is walked.
No entities, no document type, no network, no part that unpacks to more than an essay. What is wrong raises PackedFault, a
sentence that goes on from the file's name.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from typing import Any

from lxml import etree

from reference.reading.limits import PART_LIMIT, unpacks_to_too_much

SAVE_AGAIN = "open it in {program} and save it again as {kind}, or paste the text."
DAMAGED = f"is damaged or cut short; {SAVE_AGAIN}"
LOCKED = "is locked with a password; take the password off and save it again, or paste the text."
TOO_LARGE = "unpacks to far more than an essay; save the text alone as {kind}, or paste it."
ENTITIES = f"holds a document type or entities, which {{program}} never writes, so it is not read; {SAVE_AGAIN}"
PROGRAMS = {".docx": "Word", ".odt": "LibreOffice"}
BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, etree.LxmlError, SyntaxError,
    EOFError, OSError, ValueError, LookupError, RuntimeError, MemoryError,
)  # fmt: skip


class PackedFault(Exception):
    """A packed document that cannot be read; the sentence goes on from the file's name."""


class Package:
    """The parts of a document of one kind (".docx", ".odt"), by name."""

    def __init__(self, data: bytes, kind: str) -> None:
        self.kind = kind
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except BROKEN:
            raise self.fault(DAMAGED) from None

    def __enter__(self) -> Package:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def __contains__(self, part: str) -> bool:
        return part in self._zip.NameToInfo

    @property
    def names(self) -> list[str]:
        """The names of all parts."""
        return self._zip.namelist()

    def fault(self, wording: str) -> PackedFault:
        """A fault in the words of this kind of document."""
        return PackedFault(wording.format(kind=self.kind, program=PROGRAMS[self.kind]))

    def xml(self, part: str) -> Any:
        """The root of a part. Raises PackedFault."""
        info = self._zip.getinfo(part)
        if info.flag_bits & 1:
            raise self.fault(LOCKED)
        if unpacks_to_too_much(info.file_size, info.compress_size):
            raise self.fault(TOO_LARGE)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
        )
        try:
            with self._zip.open(info) as file:
                data = file.read(PART_LIMIT)
            if b"<!DOCTYPE" in data.replace(b"\0", b""):  # in UTF-16 too; in a text it would stand as &lt;!DOCTYPE
                raise self.fault(ENTITIES)
            root = etree.fromstring(data, parser)
        except BROKEN:
            raise self.fault(DAMAGED) from None
        if root.getroottree().docinfo.doctype:
            raise self.fault(ENTITIES)
        return root


def walk(root: Any) -> Any:
    """Every element with "start" and "end", in document order, without recursion; `skip_subtree()` leaves one out."""
    return etree.iterwalk(root, events=("start", "end"))


def local(tag: str) -> str:
    """An element's name without its namespace."""
    return tag.rpartition("}")[2]


def attribute(element: Any, name: str) -> str:
    """An attribute by its local name, "" where there is none."""
    return next((str(value) for key, value in element.attrib.items() if local(key) == name), "")
