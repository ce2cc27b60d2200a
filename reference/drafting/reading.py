"""Documents as a draft needs them: text, blocks, a parse of what is text, and what each document is.

In: files.  Out: Reads, in the order given.
Every kind that `reference.reading.documents` reads, and web pages. Raises DocumentError with one sentence.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from reference.drafting.draft import Read
from reference.drafting.pages import read_blocks
from reference.drafting.provenance import about
from reference.drafting.web import read_web
from reference.reading.documents import DocumentError, read_bytes, read_file, read_paste
from reference.reading.parser import parse

WEB = (".html", ".htm", ".xhtml")


def read_documents(files: Iterable[Path]) -> list[Read]:
    """The documents of files, read."""
    return _read([_text(path) for path in files])


def read_uploads(uploads: Iterable[tuple[str, bytes]]) -> list[Read]:
    """The documents of uploads, each a name and its bytes."""
    return _read([_text_of(name, data) for name, data in uploads])


def _text(path: Path) -> tuple[str, str, tuple[str, ...]]:
    if path.suffix.lower() in WEB and path.is_file():
        return _text_of(path.name, path.read_bytes())
    document = read_file(path)
    return document.name, document.text, document.left_out


def _text_of(name: str, data: bytes) -> tuple[str, str, tuple[str, ...]]:
    if not name.lower().endswith(WEB):
        document = read_bytes(data, name)
        return document.name, document.text, document.left_out
    text, asides = read_web(data)
    if not text.strip():
        raise DocumentError(f"{name} holds no text; save the page again, or paste its text into a .txt file.")
    return name, read_paste(text, name).text, asides


def _read(texts: Iterable[tuple[str, str, tuple[str, ...]]]) -> list[Read]:
    found: list[Read] = []
    for name, text, asides in texts:
        blocks = read_blocks(text)
        source = about(name, text, blocks, {one.source.id for one in found})
        kept = [block for block in blocks if block.kind != "set_aside"]
        parsed = parse([(block.start, block.text) for block in kept])
        by_block = [(block, tuple(sentence for sentence in parsed if sentence.paragraph == i)) for i, block in enumerate(kept)]
        found.append(Read(source, text, tuple(blocks), tuple(by_block), asides))
    return found
