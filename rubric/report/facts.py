"""The facts of a text: what disagrees, what the pack lacks, what agrees, and every fact read in one table.

In: a Marking.  Out: HTML: a tab below an essay (`facts`), or the whole result of Check facts (`checked`).
Each claim is shown by its own words in their sentence, with the source that it was compared with; ids are never printed.
Not in the pack is never agreement and never a slip: it stands apart, and what was not read at all is said too.
"""

from __future__ import annotations

from collections.abc import Sequence

from rubric.marking import UNJUDGED, Claim, Marking, Slip
from rubric.readings import Readings
from rubric.report.margins import essay, source_line
from rubric.report.quoting import emphasised, esc, in_context, marked_quote, paragraph_at, paragraphs, sentence_at
from rubric.report.rows import folded, says, where
from rubric.report.summary import read_line, size_line
from rubric.wording import printed, say

FAR = 120  # characters between two claims of a sentence from which they are quoted apart
ESSAY_NOTICES = ("too_short", "list_not_prose")  # of no concern to a text whose facts alone are checked


def facts(marking: Marking, read: Readings | None = None) -> str:
    """The slips with their corrections, what the pack lacks, and, folded, what agrees and all facts in order."""
    slips = _slips(marking, list(enumerate(marking.slips, 1)), read=read) if marking.slips else ""
    return facts_lead(marking) + slips + facts_rest(marking)


def facts_lead(marking: Marking) -> str:
    """How many facts were read and how they came out."""
    return f'<h2 class="vh">{esc(say("screen", "tabs", "facts"))}</h2><p class="lead">{esc(read_line(marking))}</p>'


def flag_row(marking: Marking, number: int, read: Readings | None = None) -> str:
    """The slip with this number, in a row of its own, for a page that sets a button beside it."""
    row = _slip(marking, number, marking.slips[number - 1], linked=False, read=read)
    return f'<ul class="rows facts" role="list">{row}</ul>'


def facts_rest(marking: Marking) -> str:
    """What the pack lacks, and, folded, what agrees and all facts in order."""
    parts = []
    if lacking := _having(marking, "not_in_pack"):
        parts.append(_heading(("facts", "lacking"), ("facts", "lacking_note")) + _claims(marking, lacking))
    if agreed := _having(marking, "agrees"):
        parts.append(folded(_count("agreed", len(agreed)), _unchecked(agreed) + _claims(marking, agreed)))
    return "".join(parts) + _every(marking)


def checked(marking: Marking) -> str:
    """The whole result of Check facts: the text with numbers, then its facts in three groups, and what was not checked."""
    numbered = list(enumerate(marking.slips, 1))
    against = [(n, slip) for n, slip in numbered if slip.severity != "spelling"]
    names = [(n, slip) for n, slip in numbered if slip.severity == "spelling"]
    title = f'<h2 class="vh" id="e-h0">{_say("check", "text_noted")}</h2>'
    text = essay(marking, "student", noted=False)
    parts = [f'<article class="essay plain" aria-labelledby="e-h0">{title}{text}</article>']
    if marking.claims:
        parts.append(_heading(("check", "disagrees"), ("check", "disagrees_note")))
        parts.append(_slips(marking, against, linked=True) if against else _none())
    if names:
        parts.append(_heading(("check", "names"), ("check", "names_note")) + _slips(marking, names, linked=True))
    if marking.claims:
        lacking, agreed = _having(marking, "not_in_pack"), _having(marking, "agrees")
        parts.append(_heading(("facts", "lacking"), ("facts", "lacking_note")))
        parts.append(_claims(marking, lacking) if lacking else _none())
        parts.append(_heading(("check", "agrees"), ("check", "agrees_note")))
        parts.append(_unchecked(agreed) + _claims(marking, agreed) if agreed else _none())
    pack = marking.pack.title or marking.pack.id
    foot = esc(say("screen", "check", "foot", pack=pack, version=marking.pack.version))
    return "".join(parts) + _every(marking) + f'<p class="quiet foot">{foot}</p>'


def checked_head(marking: Marking) -> str:
    """How many facts were read and how they came out, what was not checked, and the notices."""
    said = "".join(f"<li>{esc(message)}</li>" for message in _notices(marking))
    notices = f'<ul class="notices" role="list" aria-label="{_say("words", "notices")}">{said}</ul>' if said else ""
    size = f"{esc(marking.essay.name)}: {esc(size_line(marking))}."
    quiet = f"{_say('check', 'not_checked')} {esc(silent_line(marking))}"
    return (
        f"<h1>{_say('check', 'title')}: {esc(marking.pack.title or marking.pack.id)}</h1>"
        f'<p class="summary">{esc(checked_line(marking))}</p><p class="quiet">{quiet}</p><p class="quiet">{size}</p>{notices}'
    )


def checked_line(marking: Marking) -> str:
    """How many facts were read, and how they came out: nothing that could be taken for praise."""
    seen = marking.checked
    if not seen.claims:
        return say("screen", "check", "none_read")
    counts = (
        ("agrees", seen.agrees),
        ("disagrees" if seen.agrees else "disagrees_alone", seen.disagrees),
        ("not_in_pack" if seen.agrees or seen.disagrees else "not_in_pack_alone", seen.not_in_pack),
    )
    outcomes = ", ".join(_counted(("check", "counted", what), count) for what, count in counts if count)
    return say("screen", "check", "read", facts=_counted(("counted", "facts"), seen.claims), outcomes=outcomes)


def silent_line(marking: Marking) -> str:
    """The paragraphs in which no fact was read; empty where there are none."""
    spoken = {paragraph_at(marking, claim.start) for claim in marking.claims}
    numbers = [n for n in range(1, len(paragraphs(marking)) + 1) if n not in spoken]
    if not numbers:
        return ""
    if len(numbers) == marking.essay.paragraphs:
        return say("screen", "check", "every_silent")
    listed = f"{', '.join(map(str, numbers[:-1]))} and {numbers[-1]}" if len(numbers) > 1 else str(numbers[0])
    return say("screen", "check", "silent", "one" if len(numbers) == 1 else "many", numbers=listed)


def _notices(marking: Marking) -> list[str]:
    return [
        say("screen", "check", "notices", notice.code) if notice.code in UNJUDGED else notice.message
        for notice in marking.notices
        if notice.code not in ESSAY_NOTICES
    ]


def _slips(marking: Marking, slips: Sequence[tuple[int, Slip]], *, linked: bool = False, read: Readings | None = None) -> str:
    rows = "".join(_slip(marking, number, slip, linked, read) for number, slip in slips)
    return f'<ol class="rows facts" role="list">{rows}</ol>'


def _slip(marking: Marking, number: int, slip: Slip, linked: bool, read: Readings | None = None) -> str:
    quote = in_context(marking, slip.start, slip.end)
    words = f"<q>“{esc(quote.before)}<i>{esc(quote.words)}</i>{esc(quote.after)}”</q>"
    effect = "" if slip.effect == "note" else f'<span class="src">{esc(say("screen", "facts", slip.effect))}</span>'
    sign, name = f'<span class="n">{number}</span>', ""
    if linked:
        back = f'<span class="vh">{_say("words", "back_to")} </span>'
        sign, name = f'<a class="n" href="#e-s{number}">{back}{number}</a>', f' id="e-n{number}"'
    return (
        f'<li class="fact {slip.severity}"{name}>'
        f'<div class="q">{sign}{words}{where(slip.paragraph)}</div>'
        f'<div class="say"><b class="do">{esc(slip.heading)}</b> {emphasised(slip.message, slip.should_be)}'
        f"{effect}{source_line(slip)}{says(read.of_slip(slip), read.titles) if read else ''}</div></li>"
    )


def _claims(marking: Marking, claims: Sequence[Claim]) -> str:
    """Claims with their sources, those of one sentence in one row."""
    rows = "".join(_row(marking, group) for group in _by_sentence(marking, claims))
    return f'<ul class="rows facts said" role="list">{rows}</ul>'


def _row(marking: Marking, claims: Sequence[Claim]) -> str:
    quote = marked_quote(marking, [(claim.start, claim.end) for claim in claims])
    place = where(paragraph_at(marking, claims[0].start))
    return f'<li><div class="q">{quote}{place}</div>{_sources(claims)}</li>'


def _by_sentence(marking: Marking, claims: Sequence[Claim]) -> list[list[Claim]]:
    groups: list[list[Claim]] = []
    last: tuple[int, int] = (-1, -1)
    for claim in sorted(claims, key=lambda claim: (claim.start, claim.end)):
        sentence = sentence_at(marking, claim.start, claim.end)[0]
        if groups and sentence == last[0] and claim.start - last[1] < FAR:
            groups[-1].append(claim)
        else:
            groups.append([claim])
        last = (sentence, claim.end)
    return groups


def _sources(claims: Sequence[Claim]) -> str:
    """Where the claims of a row can be read: once where they share a source, else each with its words."""
    if all(claim.verdict == "not_in_pack" for claim in claims):
        return ""
    named: dict[str, list[str]] = {}
    for claim in claims:
        named.setdefault(_source(claim), []).append(claim.text)
    alone = len(named) == 1
    lines = "".join(_line(source, () if alone else words) for source, words in named.items())
    return f'<div class="say">{lines}</div>'


def _line(source: str, words: Sequence[str]) -> str:
    """A source, after the words that it is for where there are several."""
    said = say("screen", "facts", "of_words", words="”, “".join(dict.fromkeys(words)), source=source) if words else source
    return f'<span class="src">{esc(said)}</span>'


def _source(claim: Claim) -> str:
    if claim.verdict == "not_in_pack":
        return ""
    return printed(claim.source) if claim.source is not None else say("screen", "facts", "no_source")


def _unchecked(claims: Sequence[Claim]) -> str:
    """How many of the claims rest on no document."""
    count = sum(claim.source is not None and not claim.source.checked for claim in claims)
    return f'<p class="lead">{_count("unchecked", count)}</p>' if count else ""


def _every(marking: Marking) -> str:
    """Every claim in the order of the text, folded: a table, nothing left out."""
    if not marking.claims:
        return ""
    number = {slip.claim_id: n for n, slip in enumerate(marking.slips, 1) if slip.severity != "spelling"}
    severity = {slip.claim_id: slip.severity for slip in marking.slips}
    columns = ("paragraph", "words", "verdict", "source")
    head = "".join(f'<th scope="col">{_say("facts", "columns", name)}</th>' for name in columns)
    rows = ""
    for claim in marking.claims:
        verdict = say("screen", "facts", "verdict", "check" if severity.get(claim.id) == "check" else claim.verdict)
        if claim.id in number:
            verdict = say("screen", "facts", "note", verdict=verdict, number=number[claim.id])
        cells = (
            str(paragraph_at(marking, claim.start) or ""),
            marked_quote(marking, [(claim.start, claim.end)]),
            esc(verdict),
            esc(_source(claim)),
        )
        named = zip(columns, cells, strict=True)
        rows += f"<tr>{''.join(_cell(name, cell) for name, cell in named)}</tr>"
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    return folded(_count("every", len(marking.claims)), table)


def _cell(name: str, cell: str) -> str:
    return f'<td class="{name}">{cell}</td>'


def _having(marking: Marking, verdict: str) -> list[Claim]:
    return [claim for claim in marking.claims if claim.verdict == verdict]


def _heading(name: tuple[str, str], about: tuple[str, str]) -> str:
    return f"<h3>{_say(*name)} <small>{_say(*about)}</small></h3>"


def _none() -> str:
    return f'<p class="lead">{_say("check", "none")}</p>'


def _counted(path: tuple[str, ...], count: int) -> str:
    return say("screen", *path, "one" if count == 1 else "many", count=f"{count:,}")


def _count(name: str, count: int) -> str:
    return esc(_counted(("facts", name), count))


def _say(*path: str) -> str:
    return esc(say("screen", *path))
