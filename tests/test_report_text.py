"""The marking as text: what a student sees, what only a teacher sees, and where each line comes from."""

from __future__ import annotations

from typing import Literal

import pytest

from rubric.marking import (
    Checked,
    Comment,
    EssayRead,
    Evidence,
    Feedback,
    Level,
    MadeBy,
    Marking,
    Notice,
    PackUsed,
    PointFound,
    Slip,
    SourcePlace,
)  # fmt: skip
from rubric.report.text import WIDTH, as_text, coloured

TEXT = (
    "The two powers quarrelled over Germany for many years before this.\n\nOn 15 August 1961 the border was closed, because "
    "the refugees were leaving. In the end relations were safer and both of the leaders drew back from war."
)
SOURCE = SourcePlace(source="us-state-berlin", where="para. 5", title="US Office of the Historian, The Berlin Crises")
UNCHECKED = SourcePlace(source="general-knowledge", where="", title="General knowledge", checked=False)
STATEMENT = {"covered": "The Wall made Berlin calmer.", "partial": "Vienna made it worse.", "missing": "Cuba was the lowest."}


def spot(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def slip(words: str = "15 August 1961", severity: str = "error", source: SourcePlace = SOURCE) -> Slip:
    start, end = spot(words)
    return Slip(
        id="wall.when=1961-08-15#1", claim_id="c", kind="day", severity=severity, effect="note", paragraph=2, start=start,
        end=end, text=words, claim="c", should_be="13 August 1961", accepted="1961-08-13", fact="wall.when", confidence=0.9,
        heading="Correct the day", message="You give 15 August 1961. The border was closed on 13 August 1961.", source=source,
    )  # fmt: skip


def point(status: str, words: str | None = None) -> PointFound:
    evidence = () if words is None else (Evidence(start=spot(words)[0], end=spot(words)[1], text=words),)
    return PointFound(
        id=f"a-{status}", label=f"Topic {status}", statement=STATEMENT[status], importance="core", status=status, score=0.5,
        evidence=evidence, why=(), question=f"What of the {status}?", sources=(SOURCE, UNCHECKED),
    )  # fmt: skip


POINTS = (point("covered", "because the refugees were leaving"), point("partial", "the border was closed"), point("missing"))
LEVEL = Level(scheme="aqa-7042", low=2, high=3, reasons=("Evidence is exact.",), abstained=None, not_assessed=("AO2", "AO3"))


def comment(code: str, words: str | None) -> Comment:
    start, end = spot(words) if words else (0, 0)
    return Comment(code=code, text=f"Say {code}.", start=start, end=end, about="")


def marking(**changed: object) -> Marking:
    plain = Marking(
        made_by=MadeBy(marginalia="0", encoder=None, parser="p", pack_sha="0"),
        essay=EssayRead(name="mine.txt", words=40, paragraphs=2, sentences=3, text=TEXT),
        pack=PackUsed(id="a", version="1"),
        notices=(),
        points=POINTS,
        claims=(),
        slips=(slip(),),
        checked=Checked(claims=5, agrees=2, disagrees=1, not_in_pack=2),
        structure={},
        level=LEVEL,
        feedback=Feedback(
            went_well=(comment("well", "the refugees were leaving"),),
            even_better_if=(comment("better", None),),
            next_steps=(comment("step", "In the end"),),
        ),
    )
    return plain.model_copy(update=changed)


def notice(code: str, message: str) -> Notice:
    return Notice(code=code, start=0, end=0, message=message)


def test_a_student_sees_no_statement_and_no_level() -> None:
    printed = as_text(marking())
    assert [status for status, statement in STATEMENT.items() if statement in printed] == []
    assert "Level" not in printed and "LEVEL" not in printed and "AO2" not in printed
    assert printed == as_text(marking(), "student")


def test_a_teacher_sees_both() -> None:
    printed = as_text(marking(), "teacher")
    assert [status for status, statement in STATEMENT.items() if statement not in printed] == []
    assert "most like Level 2; a colleague could say Level 3." in printed
    assert "Evidence is exact." in printed
    assert "does not assess AO2 or AO3" in printed


@pytest.mark.parametrize("reader", ["student", "teacher"])
@pytest.mark.parametrize(
    ("line", "shown"),
    [
        pytest.param("mine.txt: 40 words, 2 paragraphs.", True, id="size"),
        pytest.param("5 facts read: 2 agree with the pack, 1 do not, 2 are not in it.", True, id="what-was-not-checked-too"),
        pytest.param("  1  Correct the day (paragraph 2)", True, id="slip"),
        pytest.param("     You give 15 August 1961. The border was closed on 13 August 1961.", True, id="correction"),
        pytest.param("     US Office of the Historian, The Berlin Crises, para. 5", True, id="source"),
        pytest.param("        What of the missing?", True, id="question-for-the-missing"),
        pytest.param("        What of the partial?", True, id="question-for-the-partial"),
        pytest.param("        What of the covered?", False, id="no-question-for-the-covered"),
        pytest.param("        “because the refugees were leaving”", True, id="evidence"),
        pytest.param("      “the refugees were leaving”", True, id="praise-quotes"),
        pytest.param("      “In the end”", False, id="a-step-does-not"),
    ],
)
def test_lines(line: str, shown: bool, reader: str) -> None:
    assert (line in as_text(marking(), "teacher" if reader == "teacher" else "student").splitlines()) is shown


def test_parts_come_in_order() -> None:
    heads = [line for line in as_text(marking(), "teacher").splitlines() if line.isupper()]
    assert heads == ["FACTS", "ARGUMENTS", "WHAT WENT WELL", "EVEN BETTER IF", "NEXT STEPS", "LEVEL"]


def test_points_begin_with_those_to_develop() -> None:
    groups = [line.split()[0] for line in as_text(marking()).splitlines() if line.startswith("  ") and " (" in line[:12]]
    assert groups == ["Partial", "Missing", "Covered"]


@pytest.mark.parametrize(
    ("words", "quoted"),
    [
        pytest.param(
            "were leaving",
            "“… was closed, because the refugees [were leaving]. In the end relations were safer and …”",
            id="middle",
        ),
        pytest.param("The two", "“[The two] powers quarrelled over Germany for …”", id="start-of-the-text"),
        pytest.param("war.", "“… and both of the leaders drew back from [war.]”", id="end-of-the-text"),
        pytest.param(
            "15 August 1961",
            "“On [15 August 1961] the border was closed, because the …”",
            id="start-of-its-paragraph",
        ),
        pytest.param("many years", "“… two powers quarrelled over Germany for [many years] before this.”", id="end-of-it"),
    ],
)
def test_a_slip_is_quoted_in_its_sentence(words: str, quoted: str) -> None:
    lines = as_text(marking(slips=(slip(words),))).splitlines()
    assert lines[lines.index("FACTS") + 2].strip() == quoted


def test_general_knowledge_says_that_it_is_unchecked() -> None:
    printed = as_text(marking(slips=(slip(source=UNCHECKED),)))
    assert "     General knowledge, not yet checked against a document" in printed.splitlines()


@pytest.mark.parametrize(
    ("changed", "gone"),
    [
        pytest.param({"slips": ()}, "FACTS", id="no-slip"),
        pytest.param({"points": ()}, "ARGUMENTS", id="facts-only"),
        pytest.param({"feedback": Feedback()}, "NEXT STEPS", id="no-feedback"),
        pytest.param({"level": None}, "LEVEL", id="no-level"),
        pytest.param({"notices": (notice("off_topic", "Another question."),)}, "ARGUMENTS", id="another-topic"),
        pytest.param({"notices": (notice("other_language", "No English."),)}, "ARGUMENTS", id="another-language"),
    ],
)
def test_an_empty_part_has_no_heading(changed: dict[str, object], gone: str) -> None:
    assert gone in as_text(marking(), "teacher")
    assert gone not in as_text(marking(**changed), "teacher")


def test_another_notice_hides_nothing() -> None:
    printed = as_text(marking(notices=(notice("set_aside", "Set aside."),)))
    assert "! Set aside." in printed
    assert "ARGUMENTS" in printed


def test_a_level_that_is_not_given_says_why() -> None:
    level = LEVEL.model_copy(update={"low": None, "high": None, "reasons": (), "abstained": "Too short for a level."})
    assert as_text(marking(level=level), "teacher").endswith("LEVEL\n  Too short for a level.\n")


def test_lines_fit_a_terminal() -> None:
    long = marking(notices=(notice("set_aside", "word " * 90),), slips=(slip().model_copy(update={"message": "word " * 90}),))
    assert max(map(len, as_text(long, "teacher").splitlines())) <= WIDTH


@pytest.mark.parametrize("reader", ["student", "teacher"])
def test_colour_changes_no_word(reader: Literal["student", "teacher"]) -> None:
    whole = marking(slips=(slip(), slip(severity="spelling")), points=POINTS, level=LEVEL)
    assert coloured(whole, reader).plain == as_text(whole, reader)


def test_a_slip_is_coloured_by_its_severity() -> None:
    found = coloured(marking(slips=(slip(),)))
    styles = {found.plain[span.start : span.end].strip(): str(span.style) for span in found.spans}
    assert styles["1  Correct the day (paragraph 2)"] == "bold red"
    assert styles["FACTS"] == "bold underline"


def test_no_control_character_reaches_a_terminal() -> None:
    printed = as_text(marking(notices=(notice("set_aside", "Set aside: \x1b[31mred\x00"),)))
    assert "Set aside: \ufffd[31mred\ufffd" in printed
