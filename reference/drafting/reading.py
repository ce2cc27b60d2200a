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
from reference.reading.documents import DocumentError, read_file, read_paste
from reference.reading.parser import parse

WEB = (".html", ".htm", ".xhtml")


def read_documents(files: Iterable[Path]) -> list[Read]:
    """The documents of files, read."""
    found: list[Read] = []
    for path in files:
        name, text, asides = _text(path)
        blocks = read_blocks(text)
        source = about(name, text, blocks, {one.source.id for one in found})
        kept = [block for block in blocks if block.kind != "set_aside"]
        parsed = parse([(block.start, block.text) for block in kept])
        by_block = [(block, tuple(sentence for sentence in parsed if sentence.paragraph == i)) for i, block in enumerate(kept)]
        found.append(Read(source, text, tuple(blocks), tuple(by_block), asides))
    return found


def _text(path: Path) -> tuple[str, str, tuple[str, ...]]:
    """A file's name, its text, and the lines that were left out of it as furniture."""
    if path.suffix.lower() not in WEB or not path.is_file():
        document = read_file(path)
        return document.name, document.text, document.left_out
    text, asides = read_web(path.read_bytes())
    if not text.strip():
        raise DocumentError(f"{path.name} holds no text; save the page again, or paste its text into a .txt file.")
    return path.name, read_paste(text, path.name).text, asides
