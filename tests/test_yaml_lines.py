"""YAML with its lines: values stay what was written, and every fault of the YAML has its line and its mend."""

from __future__ import annotations

import pytest

from reference.yaml_lines import read_yaml

BOOK = """\
# a comment
- id: one
  title: "A: B"

- id: two
  when:
    - {act: closed,
       why: "night"}
"""


@pytest.mark.parametrize(
    ("written", "value"),
    [
        pytest.param("1961", 1961, id="whole-number"),
        pytest.param("-4", -4, id="negative"),
        pytest.param("0", 0, id="nought"),
        pytest.param("2.5", 2.5, id="fraction"),
        pytest.param("true", True, id="true"),
        pytest.param("False", False, id="false"),
        pytest.param("null", None, id="null"),
        pytest.param('"1961"', "1961", id="quoted-number-is-text"),
        pytest.param('"1961-08-13"', "1961-08-13", id="quoted-date-is-text"),
        pytest.param("'true'", "true", id="quoted-true-is-text"),
        pytest.param("NO", "NO", id="Norway-is-no-boolean"),
        pytest.param("yes", "yes", id="yes-is-text"),
        pytest.param("on", "on", id="on-is-text"),
        pytest.param("12:45", "12:45", id="clock-is-no-number-to-base-60"),
        pytest.param("1955-62", "1955-62", id="years-are-text"),
        pytest.param("Gaddis", "Gaddis", id="word"),
        pytest.param("[a, 1, NO]", ["a", 1, "NO"], id="list"),
        pytest.param("{a: {b: 1}}", {"a": {"b": 1}}, id="nested"),
        pytest.param("|\n  one\n  two\n", "one\ntwo\n", id="block-of-text"),
    ],
)
def test_a_value_is_what_was_written(written, value):
    lined = read_yaml(f"key: {written}")
    assert lined.faults == []
    assert lined.value == {"key": value}
    assert type(lined.value["key"]) is type(value)


def test_octal_is_not_read_as_another_number():
    assert read_yaml("key: 0123").value != {"key": 83}


@pytest.mark.parametrize(
    ("text", "line", "fault"),
    [
        pytest.param(
            "id: a\nwhen: 1961-08-13\n",
            2,
            "'when' is a bare date. Put it in quotes: when: \"1961-08-13\"",
            id="bare-date",
        ),
        pytest.param(
            "- {id: a}\n- {id: b,\n   when: 1961-08-13}\n",
            3,
            "'when' is a bare date. Put it in quotes: when: \"1961-08-13\"",
            id="bare-date-inside-an-entry",
        ),
        pytest.param(
            "at: 1961-08-13 01:00:00\n",
            1,
            "'at' is a bare date. Put it in quotes: at: \"1961-08-13 01:00:00\"",
            id="bare-time",
        ),
        pytest.param(
            "dates: [1961-08-13]\n", 1, 'a bare date. Put it in quotes: "1961-08-13"', id="bare-date-in-a-list-has-no-key"
        ),
        pytest.param("a: &here [*here]\n", 1, "an entry refers to itself; write it out", id="anchor-inside-itself"),
        pytest.param(
            "id: a\ntitle: t\nid: b\n", 3, "the key 'id' stands twice in one entry; keep one", id="key-twice-in-an-entry"
        ),
        pytest.param("- {id: a, id: b}\n", 1, "the key 'id' stands twice in one entry; keep one", id="key-twice-on-a-line"),
    ],
)
def test_a_fault_has_its_line_and_its_mend(text, line, fault):
    assert read_yaml(text).faults == [(line, fault)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        pytest.param('id: a\ntitle: "no end\n', 3, id="quote-left-open"),
        pytest.param("id: a\n title: b\n", 2, id="wrong-indent"),
        pytest.param("id: a\n\ttitle: b\n", 2, id="tab"),
        pytest.param("id: [a, b\n", 2, id="bracket-left-open"),
        pytest.param("title: The Wall: why\n", 1, id="colon-in-plain-text"),
        pytest.param("a: 1\n---\nb: 2\n", 2, id="two-documents"),
    ],
)
def test_bad_yaml_is_one_fault_with_its_line(text, line):
    lined = read_yaml(text)
    assert lined.value is None
    assert [at for at, _ in lined.faults] == [line]
    assert lined.faults[0][1].startswith("this is not valid YAML (")
    assert lined.faults[0][1].endswith("check quotes and indents")


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n"], ids=["empty", "blank", "comment"])
def test_nothing_is_no_value_and_no_fault(text):
    lined = read_yaml(text)
    assert (lined.value, lined.faults) == (None, [])


def test_every_fault_is_listed():
    lined = read_yaml("- when: 1961-08-13\n- {id: a, id: b}\n- when: 1962-10-22\n")
    assert [line for line, _ in lined.faults] == [1, 2, 3]


@pytest.mark.parametrize(
    ("path", "line"),
    [
        pytest.param((), 2, id="the-whole"),
        pytest.param((0,), 2, id="an-entry"),
        pytest.param((0, "title"), 3, id="a-key"),
        pytest.param((1,), 5, id="the-next-entry"),
        pytest.param((1, "when"), 6, id="a-key-whose-value-begins-below"),
        pytest.param((1, "when", 0, "act"), 7, id="inside-braces"),
        pytest.param((1, "when", 0, "why"), 8, id="second-line-of-braces"),
        pytest.param((1, "name"), 5, id="missing-key-has-its-entry's-line"),
        pytest.param((9, "name"), 2, id="missing-entry-has-the-file's-line"),
    ],
)
def test_line_of_a_path(path, line):
    assert read_yaml(BOOK).line(path) == line
