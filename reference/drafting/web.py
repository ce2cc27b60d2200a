"""The words of a web page (.html): headings, paragraphs and list items as plain lines.

In: bytes.  Out: the text, with "# " before a heading and "• " before a list item, and what the page itself marks as no text:
navigation, footers, forms, asides. The standard library's reader is used, which takes any tangle of tags.
Does not tell furniture by its words: `pages` does.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

BLOCKS = frozenset(
    ("p", "div", "section", "article", "main", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre",
     "table", "tr", "td", "th", "dt", "dd", "figcaption", "br", "hr", "header", "title")
)  # fmt: skip
UNSEEN = frozenset({"script", "style", "noscript", "template", "svg", "iframe", "head"})
ASIDE = frozenset({"nav", "footer", "aside", "form", "button", "select"})
CHARSET = re.compile(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)


class _Reader(HTMLParser):
    """Gathers lines; a depth counter for what is unseen and what is aside."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self.asides: list[str] = []
        self.part = ""
        self.mark = ""
        self.unseen = 0
        self.beside = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS or tag in ASIDE:
            self.close_line()
        if tag in UNSEEN:
            self.unseen += 1
        if tag in ASIDE:
            self.beside += 1
        if re.fullmatch(r"h[1-6]", tag):
            self.mark = "# "
        elif tag == "li":
            self.mark = "• "

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS or tag in ASIDE:
            self.close_line()
            self.mark = ""
        if tag in UNSEEN:
            self.unseen = max(0, self.unseen - 1)
        if tag in ASIDE:
            self.beside = max(0, self.beside - 1)

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.part += data

    def close_line(self) -> None:
        """The words since the last block, as one line."""
        line = re.sub(r"\s+", " ", self.part).strip()
        self.part = ""
        if line and self.beside:
            self.asides.append(line)
        elif line:
            self.lines.append(self.mark + line)


def read_web(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of a page, a blank line between its blocks, and the lines that its own tags set aside."""
    reader = _Reader()
    reader.feed(_decoded(data))
    reader.close()
    reader.close_line()
    return "\n\n".join(reader.lines), tuple(reader.asides)


def _decoded(data: bytes) -> str:
    named = CHARSET.search(data[:4096])
    for encoding in ("utf-8-sig", named[1].decode("ascii") if named else "cp1252", "cp1252"):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("utf-8", "replace")
