"""Read an essay or a source from a paste, a file or an upload.

In: text, bytes or a path.  Out: a Document: the text as read, paragraphs kept, and what could not be read, in words.
Reads .txt, .md and .docx; every other kind, and every spoilt file, raises one DocumentError that says what to do.
Text may be UTF-8, UTF-16 or Windows-1252. Line ends become one newline, control characters go, no word is changed.
Does not split paragraphs or sentences, and does not set web-page furniture aside.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field, replace
from pathlib import Path

FILE_LIMIT = 20_000_000  # bytes: an essay without pictures is under 0.1 MB, one with scanned maps seldom over 10 MB
CONTROL_SHARE = 0.05  # of all characters: bytes that are no text hold about 10 % control characters, prose holds none
CONTROL_FEW = 8  # so many stray control characters are dropped from any text, however short
SAMPLE = 4096  # bytes looked at to tell UTF-16 without a mark from UTF-8
TEXT_KINDS = ("", "txt", "md")
READ_KINDS = (".txt", ".md", ".docx")

PASTE_OR_SAVE = "paste the text or save it as .docx or .txt."
NOT_READ = {
    "pdf": "PDF files are not read yet; paste the text or save it as .docx.",
    "odt": "OpenDocument (.odt) files are not read yet; paste the text or save it as .docx.",
    "zip": "zip archives are not read yet; unpack it and give the essays in it as .docx or .txt.",
    "doc": "old Word files (.doc) are not read; open it in Word and save it as .docx, or paste the text.",
    "rtf": f"RTF files are not read; {PASTE_OR_SAVE}",
    "pages": "Apple Pages files are not read; export it from Pages as Word (.docx), or paste the text.",
    "gdoc": "this is a link to Google Docs and holds no text; download the essay there as .docx, or paste the text.",
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
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
EXTENSION = re.compile(r"\.([A-Za-z][A-Za-z0-9]{0,9})$")  # "Mr. Smith's essay" and "Draft 1.2" have none
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
CLEANED = (
    dict.fromkeys((*range(32), 0x7F, 0xAD, 0xFEFF), "")  # soft hyphens and stray byte order marks too
    | {ord(end): "\n" for end in "\n\r\x0b\x0c\u2028\u2029"}
    | {ord("\t"): "\t"}
)


@dataclass(frozen=True, slots=True)
class Document:
    """A text as read. `unread` names what it held besides words; `notes_start` is where Word's footnotes begin; `word` is
    the Word file itself, where it was one, so that it can be handed back with comments."""

    name: str
    text: str
    unread: tuple[str, ...] = ()
    notes_start: int | None = None
    word: bytes | None = field(default=None, repr=False, compare=False)


class DocumentError(Exception):
    """A document that cannot be read: one sentence saying what is wrong, in which file, and what to do."""


def read_paste(text: str, name: str = "Pasted text") -> Document:
    """The Document of a pasted text."""
    name = _shown(name)
    if len(text) > FILE_LIMIT:
        raise DocumentError(_too_big(name))
    return _document(name, [_cleaned(text)])


def read_file(path: Path) -> Document:
    """The Document of a file, of the kind its extension says."""
    place = _shown(str(path))
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
    name = _shown(name)
    found = EXTENSION.search(name)
    kind = found[1].lower() if found else ""
    if kind not in TEXT_KINDS and kind != "docx":
        raise DocumentError(f"{name}: {NOT_READ.get(kind) or f'.{kind} files are not read; {PASTE_OR_SAVE}'}")
    if len(data) > FILE_LIMIT:
        raise DocumentError(_too_big(name))
    if not data:
        raise DocumentError(_empty(name))
    is_zip = data.startswith(b"PK\x03\x04")
    if kind == "docx" and not is_zip:
        raise DocumentError(f"{name} {_not_word(data)}")
    if kind == "docx" or (is_zip and b"word/document" in data):  # a Word file renamed .txt is read as what it is
        return _read_word(data, name)
    if seems := _seems(data):
        raise DocumentError(f"{name} is not plain text: it seems to be {seems}; {PASTE_OR_SAVE}")
    text, lost = _decoded(data)
    if _is_binary(text):
        raise DocumentError(f"{name} is not plain text: it seems to be a program or other binary data; {PASTE_OR_SAVE}")
    return _document(name, [_cleaned(text)], unread=(in_words(lost, "a character", "characters"),) if lost else ())


def essay_files(path: Path) -> list[Path]:
    """The file itself, or a folder's readable files in name order, leaving out hidden files and Word's lock files."""
    place = _shown(str(path))
    try:
        if not path.exists():
            raise DocumentError(f"{place}: there is no such file or folder; check the name.")
        if not path.is_dir():
            return [path]
        files = sorted((entry for entry in path.iterdir() if _is_essay(entry)), key=lambda entry: entry.name)
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or str(fault)
        raise DocumentError(f"{place} cannot be opened ({reason}); check the name or choose a copy.") from None
    if not files:
        raise DocumentError(f"{place} holds no essays; put .txt, .md or .docx files in this folder.")
    return files


def in_words(count: int, one: str, many: str) -> str:
    """A count as a person writes it: 'a picture', '2 pictures'."""
    return one if count == 1 else f"{count} {many}"


def _is_essay(entry: Path) -> bool:
    return entry.suffix.lower() in READ_KINDS and not entry.name.startswith((".", "~$")) and entry.is_file()


def _read_word(data: bytes, name: str) -> Document:
    from reference.reading.word import WordFault, read_word  # lxml is needed for Word files only

    try:
        word = read_word(data)
    except WordFault as fault:
        raise DocumentError(f"{name} {fault}") from None
    unread = tuple(in_words(count, one, many) for (one, many), count in word.unread)
    document = _document(name, [_cleaned(text) for text in word.body], [_cleaned(text) for text in word.notes], unread)
    return replace(document, word=data)


def _document(name: str, body: list[str], notes: list[str] | None = None, unread: tuple[str, ...] = ()) -> Document:
    parts = [part for part in body if part.strip()]
    after = [part for part in notes or [] if part.strip()]
    text = "\n\n".join([*parts, *after])
    if not any(char.isprintable() and not char.isspace() for char in text):
        if unread:
            raise DocumentError(f"{name} holds no text, only {' and '.join(unread)}; type or paste the essay.")
        raise DocumentError(_empty(name))
    start = len(text) - len("\n\n".join(after)) if after else None
    return Document(name, text, unread, start)


def _decoded(data: bytes) -> tuple[str, int]:
    """The text, and how many characters could not be made out (each stands as U+FFFD)."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, "replace")
            return text, text.count("\ufffd")
    if wide := _wide(data[:SAMPLE]):
        text = data.decode(wide, "replace")
        return text, text.count("\ufffd")
    try:
        return data.decode("utf-8"), 0
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    if sum(char > "\x7f" for char in text) <= 2 * lost:  # UTF-8 with one bad byte keeps its curly quotes
        text = data.decode("cp1252", "replace")
        lost = text.count("\ufffd")
    return text, lost


def _wide(sample: bytes) -> str | None:
    """UTF-16 without a mark: in European text nearly every other byte is zero, and on one side only."""
    half = len(sample) // 2
    if not half:
        return None
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if odd > 0.7 and even < 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 and odd < 0.1 else None


def _seems(data: bytes) -> str | None:
    if data.startswith(b"MZ") and b"\0" in data[:SAMPLE]:  # a text may well begin with MZ
        return "a program"
    return next((kind for magic, kind in MAGIC if data.startswith(magic)), None)


def _is_binary(text: str) -> bool:
    controls = len(CONTROLS.findall(text.rstrip("\0\x1a")))  # old editors fill up the last block
    return controls > max(CONTROL_FEW, CONTROL_SHARE * len(text))


def _not_word(data: bytes) -> str:
    """What to say of a .docx that is no zip."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        if "WordDocument".encode("utf-16-le") in data:
            return "is an old Word file (.doc) under a new name; open it in Word and save it as .docx."
        return "is locked with a password; open it in Word, take the password off and save it, or paste the text."
    if seems := _seems(data):
        return f"is not a Word file: it seems to be {seems}; {PASTE_OR_SAVE}"
    if _is_binary(_decoded(data)[0]):
        return "is not a Word file, or it is damaged; save it again as .docx, or paste the text."
    return "is not a Word file: it seems to be plain text; rename it to .txt, or paste the text."


def _cleaned(text: str) -> str:
    return _encodable(text.replace("\r\n", "\n").translate(CLEANED))


def _shown(name: str) -> str:
    """A name on one line: file names may hold line ends, and bytes that are no UTF-8."""
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
