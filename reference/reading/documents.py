"""Read an essay or a source from a paste, a file or an upload.

In: text, bytes or a path.  Out: a Document: the text as read, paragraphs kept, and what could not be read, in words.
Reads .txt, .md, .docx, .odt and .pdf; every other kind, and every spoilt file, raises one DocumentError that says what to
do. How much is read is in `limits`; archives are opened by `archive`.
Text may be UTF-8, UTF-16 or Windows-1252. Line ends become one newline, control characters go, no word is changed.
Does not split paragraphs or sentences, and does not set web-page furniture aside.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from reference.reading.coding import SAMPLE, decoded, is_binary
from reference.reading.limits import FILE_LIMIT, WORDS_LIMIT

TEXT_KINDS = ("", "txt", "md")
READ_KINDS = (".txt", ".md", ".docx", ".odt", ".pdf")
PICTURES = ("png", "jpg", "jpeg", "gif", "bmp", "webp", "tif", "tiff", "heic", "heif", "avif")

PASTE_OR_SAVE = "paste the text or save it as .docx or .txt."
NOT_READ = {
    "zip": "a zip archive holds several files; unpack it and choose one essay.",
    "doc": "old Word files (.doc) are not read; open it in Word and save it as .docx, or paste the text.",
    "rtf": f"RTF files are not read; {PASTE_OR_SAVE}",
    "pages": "Apple Pages files are not read; export it from Pages as Word (.docx), or paste the text.",
    "gdoc": "this is a link to Google Docs and holds no text; download the essay there as .docx, or paste the text.",
    **dict.fromkeys(PICTURES, "a picture of a page is not read, typed text only; type or paste the essay."),
}
MAGIC = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old Word file (.doc) or one locked with a password"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x7fELF", "a program"),
)
EXTENSION = re.compile(r"\.([A-Za-z][A-Za-z0-9]{0,9})$")  # "Mr. Smith's essay" and "Draft 1.2" have none
CLEANED = (
    dict.fromkeys((*range(32), 0x7F, 0xAD, 0xFEFF), "")  # soft hyphens and stray byte order marks too
    | {ord(end): "\n" for end in "\n\r\x0b\x0c\u2028\u2029"}
    | {ord("\t"): "\t"}
)


@dataclass(frozen=True, slots=True)
class Document:
    """A text as read. `unread` names what it held besides words; `notes_start` is where footnotes begin; `left_out` has
    the page numbers and running heads of a PDF, which stand in no sentence; `word` is the Word file itself, where it was one,
    so that it can be handed back with comments."""

    name: str
    text: str
    unread: tuple[str, ...] = ()
    notes_start: int | None = None
    left_out: tuple[str, ...] = ()
    word: bytes | None = field(default=None, repr=False, compare=False)


class DocumentError(Exception):
    """A document that cannot be read: one sentence saying what is wrong, in which file, and what to do."""


def read_paste(text: str, name: str = "Pasted text") -> Document:
    """The Document of a pasted text."""
    name = in_one_line(name)
    if len(text) > FILE_LIMIT:
        raise DocumentError(_too_big(name))
    return _document(name, [_cleaned(text)])


def read_file(path: Path) -> Document:
    """The Document of a file, of the kind its extension says."""
    place = in_one_line(str(path))
    try:
        with path.open("rb") as file:  # no more than the limit: the path may be a pipe or a disk image
            data = file.read(FILE_LIMIT + 1)
    except FileNotFoundError:
        raise DocumentError(f"{place}: there is no such file; check the name and the folder.") from None
    except IsADirectoryError:
        raise DocumentError(f"{place} is a folder; choose an essay in it.") from None
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or str(fault)
        raise DocumentError(f"{place} cannot be opened ({reason}); close it elsewhere or choose a copy.") from None
    return read_bytes(data, path.name)


def read_bytes(data: bytes, name: str) -> Document:
    """The Document of a file's bytes, of the kind the extension in its name says; without one, plain text."""
    name = in_one_line(name)
    found = EXTENSION.search(name)
    kind = found[1].lower() if found else ""
    if kind not in TEXT_KINDS and f".{kind}" not in READ_KINDS:
        raise DocumentError(f"{name}: {NOT_READ.get(kind) or f'.{kind} files are not read; {PASTE_OR_SAVE}'}")
    if len(data) > FILE_LIMIT:
        raise DocumentError(_too_big(name))
    if not data:
        raise DocumentError(_empty(name))
    if kind == "pdf":
        return _read_pdf(data, name)
    is_zip = data.startswith(b"PK\x03\x04")
    if kind in ("docx", "odt") and not is_zip:
        raise DocumentError(f"{name} {_not_word(data) if kind == 'docx' else _not_opendocument(data)}")
    if kind == "odt":
        return _read_opendocument(data, name)
    if kind == "docx" or (is_zip and b"word/document" in data):  # a Word file renamed .txt is read as what it is
        return _read_word(data, name)
    return _read_plain(data, name)


def _read_plain(data: bytes, name: str) -> Document:
    if seems := _seems(data):
        raise DocumentError(f"{name} is not plain text: it seems to be {seems}; {PASTE_OR_SAVE}")
    text, lost = decoded(data)
    if is_binary(text):
        raise DocumentError(f"{name} is not plain text: it seems to be a program or other binary data; {PASTE_OR_SAVE}")
    return _document(name, [_cleaned(text)], unread=(in_words(lost, "a character", "characters"),) if lost else ())


def in_words(count: int, one: str, many: str) -> str:
    """A count as a person writes it: 'a picture', '2 pictures'."""
    return one if count == 1 else f"{count} {many}"


def _read_word(data: bytes, name: str) -> Document:
    from reference.reading.packed import PackedFault  # lxml is needed for packed files only
    from reference.reading.word import read_word

    try:
        word = read_word(data)
    except PackedFault as fault:
        raise DocumentError(f"{name} {fault}") from None
    return replace(_of_parts(name, word.body, word.notes, word.unread), word=data)


def _read_opendocument(data: bytes, name: str) -> Document:
    from reference.reading.opendocument import read_opendocument
    from reference.reading.packed import PackedFault

    try:
        read = read_opendocument(data)
    except PackedFault as fault:
        raise DocumentError(f"{name} {fault}") from None
    return _of_parts(name, read.body, read.notes, read.unread)


def _read_pdf(data: bytes, name: str) -> Document:
    from reference.reading.pages import rejoined
    from reference.reading.pdf import PdfFault, read_pdf

    try:
        pages = read_pdf(data)
    except PdfFault as fault:
        raise DocumentError(f"{name} {fault}") from None
    read = rejoined(pages.lines)
    unread = (in_words(pages.pictures, "a page without text", "pages without text"),) if pages.pictures else ()
    return replace(_document(name, [_cleaned(text) for text in read.paragraphs], unread=unread), left_out=read.left_out)


def _of_parts(name: str, body: Iterable[str], notes: Iterable[str], unread: Iterable[tuple[tuple[str, str], int]]) -> Document:
    counted = tuple(in_words(count, one, many) for (one, many), count in unread)
    return _document(name, [_cleaned(text) for text in body], [_cleaned(text) for text in notes], counted)


def _document(name: str, body: list[str], notes: list[str] | None = None, unread: tuple[str, ...] = ()) -> Document:
    parts = [part for part in body if part.strip()]
    after = [part for part in notes or [] if part.strip()]
    text = "\n\n".join([*parts, *after])
    if not any(char.isprintable() and not char.isspace() for char in text):
        if unread:
            raise DocumentError(f"{name} holds no text, only {' and '.join(unread)}; type or paste the essay.")
        raise DocumentError(_empty(name))
    if text.count(" ") >= WORDS_LIMIT // 2 and (words := len(text.split())) > WORDS_LIMIT:
        raise DocumentError(f"{name} has {words} words; at most {WORDS_LIMIT} are read, so give the essay alone.")
    start = len(text) - len("\n\n".join(after)) if after else None
    return Document(name, text, unread, start)


def _seems(data: bytes) -> str | None:
    if data.startswith(b"MZ") and b"\0" in data[:SAMPLE]:  # a text may well begin with MZ
        return "a program"
    return next((kind for magic, kind in MAGIC if data.startswith(magic)), None)


def _not_word(data: bytes) -> str:
    """What to say of a .docx that is no zip."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        if "WordDocument".encode("utf-16-le") in data:
            return "is an old Word file (.doc) under a new name; open it in Word and save it as .docx."
        return "is locked with a password; open it in Word, take the password off and save it, or paste the text."
    if seems := _seems(data):
        return f"is not a Word file: it seems to be {seems}; {PASTE_OR_SAVE}"
    if is_binary(decoded(data)[0]):
        return "is not a Word file, or it is damaged; save it again as .docx, or paste the text."
    return "is not a Word file: it seems to be plain text; rename it to .txt, or paste the text."


def _not_opendocument(data: bytes) -> str:
    """What to say of an .odt that is no zip."""
    seems = _seems(data) or ("plain text" if not is_binary(decoded(data)[0]) else "damaged")
    return f"is not an OpenDocument file: it seems to be {seems}; save it again as .odt or .docx, or paste the text."


def _cleaned(text: str) -> str:
    return _encodable(text.replace("\r\n", "\n").translate(CLEANED))


def in_one_line(name: str) -> str:
    """A name or a message on one line: file names may hold line ends, and bytes that are no UTF-8."""
    return re.sub(r"[\x00-\x1f\x7f]+", " ", _encodable(name))


def _encodable(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:  # halves of a surrogate pair: join them, or put U+FFFD
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def _empty(name: str) -> str:
    return f"{name} is empty: paste or upload an essay first."


def _too_big(name: str) -> str:
    return f"{name} is over {FILE_LIMIT // 1_000_000} MB; take its pictures out, or paste the text of the essay only."
