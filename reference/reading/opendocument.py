"""Read the words of an OpenDocument text (.odt) from its XML.

In: the bytes of the file.  Out: OpenText: paragraphs, notes, and a count of what is not words.
Reads headings, paragraphs, lists, tables, text boxes, tracked insertions and notes, as a printed page shows them.
Leaves out deletions, margin comments, hidden text, tables of contents, headers and footers, and all of the file's own data
(author, dates). A file locked with a password is told by its manifest. Raises PackedFault.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from reference.reading.packed import LOCKED, Package, PackedFault, attribute, local, walk

KIND = ".odt"
MANIFEST = "META-INF/manifest.xml"
PARAGRAPHS = frozenset({"p", "h"})
NOT_TEXT = frozenset({
    "tracked-changes", "annotation", "annotation-end", "hidden-text", "hidden-paragraph", "table-of-content",
    "alphabetical-index", "bibliography", "note-citation", "sequence-decls", "forms", "variable-decls", "ruby-text",
    "title", "desc",
})  # fmt: skip
HOLDERS = frozenset({  # these hold paragraphs, so the white space in them is none of the text's
    "text", "frame", "text-box", "note", "note-body", "list", "list-item", "list-header", "table", "table-row",
    "table-cell", "table-header-rows", "section", "g", "custom-shape", "text-content",
})  # fmt: skip
UNREAD = {
    "image": ("a picture", "pictures"),
    "object": ("an embedded object", "embedded objects"),
    "object-ole": ("an embedded object", "embedded objects"),
}
MOST_SPACES = 1_000  # a count of spaces is the file's to choose


@dataclass(frozen=True, slots=True)
class OpenText:
    """Paragraphs in reading order, the notes in the order they are called, and (one, many) names with their counts."""

    body: tuple[str, ...]
    notes: tuple[str, ...]
    unread: tuple[tuple[tuple[str, str], int], ...]


@dataclass(slots=True)
class _Words:
    """What has been read. An open paragraph is a list of its words; one inside another (a text box) comes after it."""

    body: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    unread: Counter[tuple[str, str]] = field(default_factory=Counter)
    open: list[list[str]] = field(default_factory=list)
    inside: list[str] = field(default_factory=list)
    note: list[str] | None = None
    numbers: int = 0

    def close(self) -> None:
        """A paragraph ends: it goes to the note that is open, else to the body, text boxes after what holds them."""
        text = "".join(self.open.pop())
        if self.note is not None:
            self.note.append(text)
        elif self.open:
            self.inside.append(text)
        else:
            self.body += [text, *self.inside]
            self.inside = []

    def end_note(self) -> None:
        """The note's paragraphs, the first with its number."""
        self.numbers += 1
        self.notes += [f"[{self.numbers}] {text}" if i == 0 else text for i, text in enumerate(self.note or [])]
        self.note = None


def read_opendocument(data: bytes) -> OpenText:
    """The words of an .odt. Raises PackedFault where it is no sound OpenDocument text."""
    with Package(data, KIND) as package:
        if MANIFEST in package and _is_locked(package.xml(MANIFEST)):
            raise package.fault(LOCKED)
        root = package.xml("content.xml") if "content.xml" in package else None
        text = root.find("{*}body/{*}text") if root is not None else None
        if text is None:
            raise PackedFault("is not an OpenDocument text; save the essay as .odt, .docx or .txt, or paste the text.")
        read = _read(text)
    return OpenText(tuple(read.body), tuple(read.notes), tuple(read.unread.items()))


def _is_locked(manifest: Any) -> bool:
    return manifest.find(".//{*}encryption-data") is not None


def _read(text: Any) -> _Words:
    read = _Words()
    steps = walk(text)
    for event, element in steps:
        name = local(element.tag)
        if name in UNREAD or name in NOT_TEXT:
            if event == "start":
                if name in UNREAD:
                    read.unread[UNREAD[name]] += 1
                steps.skip_subtree()
        elif event == "start":
            _start(name, element, read)
        elif name in PARAGRAPHS and read.open:
            read.close()
        elif name == "note":
            read.end_note()
        if event == "end" and read.open and element.tail and local(element.getparent().tag) not in HOLDERS:
            read.open[-1].append(_spaces(element.tail))
    return read


def _start(name: str, element: Any, read: _Words) -> None:
    if name in PARAGRAPHS:
        read.open.append([])
    elif name == "note":
        read.note = []
    elif not read.open:
        return
    elif name == "s":
        count = attribute(element, "c")
        read.open[-1].append(" " * min(int(count) if count.isdecimal() else 1, MOST_SPACES))
    elif name in ("tab", "line-break"):
        read.open[-1].append("\t" if name == "tab" else "\n")
    if element.text and read.open and name not in HOLDERS:
        read.open[-1].append(_spaces(element.text))


def _spaces(text: str) -> str:
    """White space in the XML is one space on the page."""
    lead, end = text[:1].isspace(), text[-1:].isspace()
    return " " * lead + " ".join(text.split()) + " " * (end and bool(text.strip()))
