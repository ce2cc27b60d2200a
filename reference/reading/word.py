"""Read the words of a Word file (.docx) from its XML.

In: the bytes of the file.  Out: WordText: paragraphs, notes, a count of what is not words, and, when asked for, which
element of the main part each piece of text comes from (`places.py` makes a map of it).
Reads what a printed page shows: tracked insertions, links, tables, text boxes, content controls, field results, notes.
Leaves out deletions, margin comments, hidden text, placeholders, headers and footers.
Elements are told apart by local name, so Word's Strict and Transitional files are read alike.
Opens only the parts it needs, through `packed`; raises PackedFault, worded to follow the name of the file.
"""

from __future__ import annotations

import posixpath
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from reference.reading.packed import Package, PackedFault, attribute, local, walk

KIND = ".docx"
OTHER_KINDS = (("xl/", "an Excel workbook"), ("ppt/", "a PowerPoint file"), ("content.xml", "an OpenDocument file"))

NOT_TEXT = frozenset({"pPr", "rPr", "sdtPr", "sectPr", "del", "moveFrom", "rt"})  # rt: reading aids above a word
STANDS_FOR = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
SYMBOLS = {"F0E0": "→", "F0E8": "→", "F0DF": "←", "F0F3": "↔", "F04A": "☺", "F04C": "☹", "F0B7": "•", "F0FC": "✓"}
SYMBOL = ("a symbol", "symbols")
UNREAD = {
    "pic": ("a picture", "pictures"),
    "imagedata": ("a picture", "pictures"),
    "oMath": ("an equation", "equations"),
    "object": ("an embedded object", "embedded objects"),
    "chart": ("a chart", "charts"),
    "relIds": ("a diagram", "diagrams"),
    "lockedCanvas": ("a drawing", "drawings"),
    "contentPart": ("a handwritten note", "handwritten notes"),
    "textpath": ("a piece of WordArt", "pieces of WordArt"),
    "altChunk": ("an embedded document", "embedded documents"),
    "subDoc": ("an embedded document", "embedded documents"),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one element. `element` is its place among all elements of the main part, -1 where it was not asked for; the
    words of a note have the element that calls it."""

    text: str
    element: int


Pieces = list[Piece]


@dataclass(frozen=True, slots=True)
class WordText:
    """Paragraphs in reading order, the notes in the order they are called, and (one, many) names with their counts.

    `pieces` are the same paragraphs and notes, one after the other, as pieces.
    """

    body: tuple[str, ...]
    notes: tuple[str, ...]
    unread: tuple[tuple[tuple[str, str], int], ...]
    pieces: tuple[Pieces, ...]


@dataclass(slots=True)
class _Paragraph:
    """A paragraph being read. `after` holds its text boxes; `fields`, has each open field come to its result."""

    words: Pieces = field(default_factory=list)
    after: list[Pieces] = field(default_factory=list)
    carried: Pieces = field(default_factory=list)
    fields: list[bool] = field(default_factory=list)

    def add(self, piece: Piece) -> None:
        if all(self.fields):
            self.words.append(piece)

    def turn(self, mark: str) -> None:
        """Take note of a field's begin, separate or end; an end without a begin closes nothing."""
        if mark == "begin":
            self.fields.append(False)
        elif self.fields and mark == "separate":
            self.fields[-1] = True
        elif self.fields and mark == "end":
            self.fields.pop()


def read_word(data: bytes, *, traced: bool = False) -> WordText:
    """The words of a .docx, `traced` to their elements or not. Raises PackedFault where it is no sound Word file."""
    with Package(data, KIND) as package:
        main = _related(package, "").get("officeDocument", "word/document.xml")
        root = package.xml(main) if main in package else None
        if root is None or local(root.tag) != "document":
            raise PackedFault(_other_kind(package))
        reading = _Reading(_order(root) if traced else {})
        body = reading.paragraphs(root)
        notes = _notes(package, main, reading)
    return WordText(
        tuple(_text(words) for words in body),
        tuple(_text(words) for words in notes),
        tuple(reading.unread.items()),
        (*body, *notes),
    )


class _Reading:
    """One walk after another over the parts of a file, gathering notes called and things not read."""

    def __init__(self, order: dict[Any, int]) -> None:
        self.order = order
        self.unread: Counter[tuple[str, str]] = Counter()
        self.called: dict[tuple[str, str], int] = {}  # (footnote or endnote, id) and the element, in order, each once

    def paragraphs(self, root: Any) -> list[Pieces]:
        """The paragraphs under an element. Walks without recursion: depth is the file's to choose."""
        _keep_one_branch(root)
        bottom = _Paragraph()
        open_paragraphs = [bottom]
        steps = walk(root)
        for event, element in steps:
            name = local(element.tag)
            if event == "end":
                if name == "p" and len(open_paragraphs) > 1:
                    _close(open_paragraphs.pop(), open_paragraphs[-1], joined=_mark_is_gone(element))
            elif name == "p":
                parent = open_paragraphs[-1]
                open_paragraphs.append(_Paragraph(words=parent.carried))
                parent.carried = []
            elif name in UNREAD:
                self.unread[UNREAD[name]] += 1
                steps.skip_subtree()
            elif name in NOT_TEXT or _is_hidden(name, element):
                steps.skip_subtree()
            else:
                self._read(name, element, open_paragraphs[-1])
        return [words for words in [bottom.words, *bottom.after, bottom.carried] if _text(words).strip()]

    def _read(self, name: str, element: Any, into: _Paragraph) -> None:
        place = self.order.get(element, -1)
        if name == "t":
            into.add(Piece((element.text or "").replace("\n", " "), place))  # a line end in the XML is a space on the page
        elif name in STANDS_FOR:
            into.add(Piece(STANDS_FOR[name], place))
        elif name == "sym":
            into.add(Piece(self._symbol(attribute(element, "char")), place))
        elif name == "fldChar":
            into.turn(attribute(element, "fldCharType"))
        elif name in ("footnoteReference", "endnoteReference"):
            self.called.setdefault((name.removesuffix("Reference"), attribute(element, "id")), place)

    def _symbol(self, code: str) -> str:
        """A character named by number; of those of Wingdings, which have no Unicode value, the usual ones are known."""
        if known := SYMBOLS.get(code.upper()):
            return known
        try:
            char = chr(int(code, 16))
        except (ValueError, OverflowError):
            char = ""
        if char.isprintable() and char:
            return char
        self.unread[SYMBOL] += 1
        return "\ufffd"


def _close(paragraph: _Paragraph, parent: _Paragraph, joined: bool) -> None:
    """Hand a finished paragraph to what holds it; without its mark, its words begin the next paragraph."""
    if joined:
        parent.carried = paragraph.words
    else:
        parent.after.append(_stripped(paragraph.words))
    parent.after += [*paragraph.after, paragraph.carried]


def _stripped(words: Pieces) -> Pieces:
    """The pieces without line breaks at either end."""
    kept = [n for n, piece in enumerate(words) if piece.text.strip("\n")]
    return words[kept[0] : kept[-1] + 1] if kept else []


def _text(words: Pieces) -> str:
    return "".join(piece.text for piece in words)


def _order(root: Any) -> dict[Any, int]:
    """The place of each element that can hold words or call a note, among all elements of its part."""
    names = {"t", "sym", "footnoteReference", "endnoteReference", *STANDS_FOR}
    return {element: n for n, element in enumerate(root.iter("*")) if local(element.tag) in names}


def _mark_is_gone(paragraph: Any) -> bool:
    """The end of the paragraph is deleted, moved away or hidden, so Word shows the next one running on from it."""
    mark = paragraph.find("{*}pPr/{*}rPr")
    return mark is not None and any(_is_on(mark.find(f"{{*}}{name}")) for name in ("del", "moveFrom", "vanish"))


def _is_hidden(name: str, element: Any) -> bool:
    if name == "r":
        return _is_on(element.find("{*}rPr/{*}vanish"))
    if name == "tr":
        return element.find("{*}trPr/{*}del") is not None
    return name == "sdt" and _is_on(element.find("{*}sdtPr/{*}showingPlcHdr"))  # "Click here to enter text"


def _is_on(switch: Any) -> bool:
    return switch is not None and attribute(switch, "val") not in ("0", "false", "off")


def _keep_one_branch(root: Any) -> None:
    """Word writes a text box twice, for new and old readers: keep the first branch with words, else the first."""
    for choice in list(root.iter("{*}AlternateContent")):
        branches = [branch for branch in choice if local(branch.tag) in ("Choice", "Fallback")]
        kept = next((branch for branch in branches if branch.find(".//{*}t") is not None), None)
        for branch in branches:
            if branch is not (branches[0] if kept is None else kept):
                choice.remove(branch)


def _notes(package: Package, main: str, reading: _Reading) -> list[Pieces]:
    """Footnotes and endnotes as paragraphs of their own, numbered as they are called in the text."""
    parts = _related(package, main)
    known: dict[tuple[str, str], Any] = {}
    for kind in ("footnote", "endnote"):
        part = parts.get(f"{kind}s", "")
        if part in package:
            known |= {(kind, attribute(note, "id")): note for note in package.xml(part)}
    notes: list[Pieces] = []
    for number, (key, element) in enumerate(list(reading.called.items()), start=1):
        paragraphs = reading.paragraphs(known[key]) if key in known else []
        texts = [_text(words) for words in paragraphs]
        notes += [[Piece(f"[{number}] {text.lstrip()}" if n == 0 else text, element)] for n, text in enumerate(texts)]
    return notes


def _related(package: Package, part: str) -> dict[str, str]:
    """The parts that a part (or, for "", the whole file) names as its own, by the last word of their type."""
    folder, name = posixpath.split(part)
    links = posixpath.join(folder, "_rels", f"{name}.rels")
    if links not in package:
        return {}
    return {
        link.get("Type", "").rpartition("/")[2]: posixpath.join("/", folder, link.get("Target", "")).lstrip("/")
        for link in package.xml(links)
        if link.get("TargetMode") != "External"
    }


def _other_kind(package: Package) -> str:
    names = package.names
    kind = next((kind for start, kind in OTHER_KINDS if any(name.startswith(start) for name in names)), None)
    seems = f"it seems to be {kind}" if kind else "its main part, word/document.xml, is missing"
    return f"is not a Word file: {seems}; save the essay as .docx or .txt, or paste the text."
