"""Take out of a marking what tells who wrote the essay, before it is kept.

In: a Marking, the names of the class, and the label under which the student is kept.  Out: the Marking, every letter of a
name in a header or footer line turned into a dot, so that no offset moves, and the file's name replaced by the label.
Header lines are the short ones above the prose: "Name: ...", candidate and centre numbers, names on the class list. Prose is
never touched, for names found there are history's. The file's own data (its author) was never read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rubric.marking import Marking, spanned

DOT = "·"
HEADER_LINES = 12  # at most so many lines stand above an essay
FOOTER_LINES = 4
PROSE_WORDS = 25  # a line so long is prose; so is one half as long that ends as a sentence does
LABEL = re.compile(
    r"^\W*(?:(?:student|candidate|full|first|last|family|pupil|learner)['’]?s?\s+)?"
    r"(?:name|names|surname|forename|student|pupil|learner|candidate|author|written\s+by|submitted\s+by|by|teacher|tutor|"
    r"(?:candidate|centre|center|student|exam|uci|id)\s*(?:no\.?|num\.?|number|id)|uci|e-?mail|class|form|tutor\s+group|set)"
    r"\s*(?:\([^)]*\)\s*)?[:=–—-]\s*(?P<value>\S.*)$",
    re.IGNORECASE,
)
NUMBERED = re.compile(
    r"\b(?:candidate|centre|center|student|exam|uci)\s*(?:no\.?|num\.?|number|id)?\s*[:#]?\s*(?P<value>\d[\d ]{2,}\d)",
    re.IGNORECASE,
)
NUMBER_ALONE = re.compile(r"^\W*(?P<value>\d{4,10}[A-Z]?)\W*$")
YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
EMAIL = re.compile(r"(?<![\w.+-])(?P<value>[\w.+-]+@[\w-]+\.[\w.-]+)")
WRAPPED_WORDS = 8  # a line so long that runs on into the next one
NAME_WORDS = 4  # "J. Smith." ends as a sentence does and is none
SENTENCE_END = re.compile(r"[.!…][\"'”’)\]]*\s*$")
AROUND_NAMES = re.compile(r"[\W\d_]+|\b(?:by|name|class|form|year|mr|mrs|ms|miss|dr)\b", re.IGNORECASE)


def scrubbed(marking: Marking, names: Sequence[str], label: str) -> Marking:
    """The marking as it may be kept."""
    text = scrubbed_text(marking.essay.text, names)
    data = marking.model_dump(by_alias=True)
    data["essay"] |= {"text": text, "name": label}
    if text != marking.essay.text:
        for part in spanned(data):
            start, end = part["start"], part["end"]
            if part.get("text") == marking.essay.text[start:end]:
                part["text"] = text[start:end]
    return Marking.model_validate(data)


def scrubbed_text(text: str, names: Iterable[str] = ()) -> str:
    """The text, of the same length, with what tells who wrote it dotted out of its header and footer."""
    class_list = [parts for name in names if (parts := re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", name))]
    chars = list(text)
    for start, line in _edge_lines(text):
        for a, b in _told(line, class_list):
            chars[start + a : start + b] = [DOT if char.isalnum() or char in "@.'’-_" else char for char in line[a:b]]
    return "".join(chars)


def _edge_lines(text: str) -> list[tuple[int, str]]:
    """The lines above the prose and below it, with their offsets."""
    rows = [(match.start(), match[0]) for match in re.finditer(r"^.*$", text, re.MULTILINE)]
    prose = [_is_prose(line, rows[i + 1][1] if i + 1 < len(rows) else "") for i, (_, line) in enumerate(rows)]
    first = prose.index(True) if True in prose else len(rows)
    last = len(prose) - prose[::-1].index(True) if True in prose else len(rows)
    if last < len(rows) and rows[last - 1][1].strip() and rows[last][1].strip():
        last += 1  # the last line of a paragraph whose lines are wrapped
    head, foot = ([row for row in part if row[1].strip()] for part in (rows[:first], rows[last:]))
    return [*head[:HEADER_LINES], *foot[-FOOTER_LINES:]]


def _is_prose(line: str, after: str) -> bool:
    """True for a long line, for one that ends as a sentence, and for one that is wrapped onto the next."""
    count = len(line.split())
    if count >= PROSE_WORDS or (count > PROSE_WORDS // 2 and SENTENCE_END.search(line) is not None):
        return True
    asks = line.rstrip().endswith("?") or after.rstrip().endswith("?")
    return count >= WRAPPED_WORDS and len(after.split()) >= WRAPPED_WORDS // 2 and not asks


def _told(line: str, class_list: Sequence[Sequence[str]]) -> list[tuple[int, int]]:
    """The stretches of a header line that tell who wrote."""
    found = [match.span("value") for pattern in (NUMBERED, EMAIL) for match in pattern.finditer(line)]
    labelled = LABEL.match(line)
    if labelled:
        found.append(labelled.span("value"))
    alone = NUMBER_ALONE.match(line)
    if alone and not YEAR.fullmatch(alone["value"]):
        found.append(alone.span("value"))
    is_sentence = line.rstrip().endswith("?") or (SENTENCE_END.search(line) and len(line.split()) > NAME_WORDS)
    for parts in class_list if not is_sentence else ():
        found += [match.span() for match in _written(parts).finditer(line)]
    single = {part.casefold() for parts in class_list for part in parts}
    left = [word.casefold() for word in AROUND_NAMES.sub(" ", line).split()]
    if left and all(word in single or len(word) == 1 for word in left) and set(left) & single:
        found += [match.span() for match in re.finditer(r"[^\W\d_]+", line) if match[0].casefold() in single]
    return found


def _written(parts: Sequence[str]) -> re.Pattern[str]:
    """A whole name in either order, its first name perhaps an initial; a name of one word only as that word."""
    words = [re.escape(part) for part in parts]
    if len(words) == 1:
        return re.compile(rf"\b{words[0]}(?=\W*$)", re.IGNORECASE)
    first, last, middle = words[0], words[-1], r"(?:[^\W\d_]+\.?\s+){0,2}"
    initial = rf"{re.escape(parts[0][0])}\b\.?"
    return re.compile(
        rf"\b(?:(?:{first}|{initial})[\s_]+{middle}{last}|{last}\s*[,_ ]\s*(?:{first}|{initial}))(?!\w)", re.IGNORECASE
    )
