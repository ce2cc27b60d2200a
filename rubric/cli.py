"""The command line `marginalia`: mark essays, list and check packs, open the app.

Results go to standard output, talk and progress to standard error. Exit 0: done (slips are no failure). 1: some essay or
pack could not be read, one line each. 2: wrong arguments. Bad input never ends in a traceback.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

# Before anything imports torch: two torch processes on few cores otherwise stall each other, waiting in busy loops.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

import typer

if TYPE_CHECKING:
    from reference.pack import Pack
    from reference.reading.documents import Document
    from rubric.marking import Marking

DEFAULT_PACK = "usa-ussr-1955-62"
BUILT = ("text", "json", "jsonl")
LATER = ("html", "docx", "pdf")

app = typer.Typer(
    name="marginalia",
    help="Essay feedback for A-level History: arguments made and missing, facts checked against named sources.",
    epilog="Example: marginalia mark essay.docx --format text",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def wrong(message: str) -> NoReturn:
    """Say what is wrong with the arguments and end with exit 2."""
    typer.echo(message, err=True)
    raise typer.Exit(2)


@app.command(epilog="Example: marginalia mark essay.docx --format text")
def mark(
    essays: Annotated[
        list[str],
        typer.Argument(metavar="ESSAY...", help="A .txt, .md or .docx file, a folder, or - for standard input."),
    ],
    pack: Annotated[
        str | None, typer.Option(help="A pack's id or folder [default: MARGINALIA_PACK, else usa-ussr-1955-62].")
    ] = None,
    scheme: Annotated[str | None, typer.Option(help="A mark scheme's id [default: the pack's first].")] = None,
    format: Annotated[str, typer.Option(help="text, json (one essay) or jsonl (one object a line).")] = "text",
    out: Annotated[Path | None, typer.Option(help="Write to this file instead of standard output.")] = None,
    reader: Annotated[str, typer.Option("--for", help="student or teacher (text only; json is always whole).")] = "student",
    facts_only: Annotated[
        bool, typer.Option("--facts-only", help="Check facts alone: no arguments, no level, no embedding model.")
    ] = False,
) -> None:
    """Mark essays: arguments, facts, feedback."""
    if format in LATER:
        wrong(f"--format {format} is not built yet: use text, json or jsonl.")
    if format not in BUILT:
        wrong(f"--format is {format!r}: use text, json or jsonl.")
    if reader not in ("student", "teacher"):
        wrong(f"--for is {reader!r}: use student or teacher.")
    loaded = _load(pack)
    _check_scheme(scheme)
    sources, unread = _sources(essays)
    if format == "json" and len(sources) != 1:
        wrong(f"--format json takes one essay, and there are {len(sources)}: use --format jsonl.")
    lines = _marked(sources, loaded, scheme, format, reader, facts_only)
    failed = _write(lines, out, len(sources)) or unread
    if failed:
        raise typer.Exit(1)


def _load(name: str | None) -> Pack:
    from reference.loading import PackError, load_pack

    try:
        return load_pack(name or os.environ.get("MARGINALIA_PACK") or DEFAULT_PACK)
    except PackError as fault:
        for line in fault.faults:
            typer.echo(line, err=True)
        raise typer.Exit(1) from None


def _check_scheme(scheme: str | None) -> None:
    from rubric.level import schemes

    if scheme is not None and scheme not in schemes():
        wrong(f"There is no mark scheme {scheme!r}: use {', '.join(schemes())}.")


def _sources(essays: list[str]) -> tuple[list[str], bool]:
    """The essays named, folders opened in name order; whether some could not be found (each said on standard error)."""
    from reference.reading.documents import DocumentError, essay_files

    found: list[str] = []
    failed = False
    for essay in essays:
        if essay == "-":
            found.append(essay)
        elif Path(essay).is_dir():
            try:
                found.extend(str(path) for path in essay_files(Path(essay)))
            except DocumentError as fault:
                typer.echo(str(fault), err=True)
                failed = True
        else:
            found.append(essay)
    return found, failed


def _read(source: str) -> Document:
    from reference.reading.documents import read_bytes, read_file

    if source == "-":
        return read_bytes(sys.stdin.buffer.read(), "standard input")
    return read_file(Path(source))


def _marked(
    sources: list[str], pack: Pack, scheme: str | None, format: str, reader: str, facts_only: bool
) -> Iterator[tuple[str, str | None]]:
    """What to print for each essay, in order, with the one-line reason where it could not be marked."""
    from reference.reading.documents import DocumentError
    from reference.reading.encoder import EncoderError
    from reference.reading.parser import ParserError
    from rubric import mark as mark_one

    for source in sources:
        try:
            document = _read(source)
            for what in document.unread:
                typer.echo(f"{document.name}: {what} could not be read and is not marked.", err=True)
            marking = mark_one(document.text, pack, scheme, name=document.name, facts_only=facts_only)
        except DocumentError as fault:
            reason = str(fault)
            name = "standard input" if source == "-" else Path(source).name
            failed = json.dumps({"essay": {"name": name}, "error": reason}, ensure_ascii=False)
            yield failed + "\n" if format == "jsonl" else "", reason
        except (EncoderError, ParserError) as fault:
            typer.echo(str(fault), err=True)
            raise typer.Exit(1) from None
        else:
            yield _formatted(marking, format, reader), None


def _formatted(marking: Marking, format: str, reader: str) -> str:
    from rubric.report.text import as_text

    if format == "json":
        return marking.to_json(indent=2) + "\n"
    if format == "jsonl":
        return marking.to_json() + "\n"
    return as_text(marking, "teacher" if reader == "teacher" else "student")


def _write(lines: Iterator[tuple[str, str | None]], out: Path | None, total: int) -> bool:
    """Print or write each result as it comes; True where some essay failed."""
    from rich.console import Console
    from rich.progress import Progress

    failed = False
    target = None
    try:
        target = out.open("w", encoding="utf-8", newline="\n") if out else None
    except OSError as fault:
        wrong(f"{out} cannot be written ({fault.strerror}): name another file in --out.")
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not (total > 1 and console.is_terminal)) as progress:
        task = progress.add_task("Marking", total=total)
        for line, reason in lines:
            if reason:
                typer.echo(reason, err=True)
                failed = True
            if target:
                target.write(line)
            else:
                sys.stdout.buffer.write(line.encode("utf-8"))
                sys.stdout.flush()
            progress.advance(task)
    if target:
        target.close()
    return failed


@app.command(epilog="Example: marginalia packs")
def packs() -> None:
    """List the packs: id, version, status, question."""
    from reference.loading import installed_packs

    for name in installed_packs():
        pack = _load(name)
        about = pack.about
        typer.echo(f"{about.id}  {about.version}  {about.status}  {about.question}")
        typer.echo(f"    {len(pack.points)} points, {len(pack.events)} events, schemes: {', '.join(about.schemes)}")


@app.command("check-pack", epilog="Example: marginalia check-pack usa-ussr-1955-62")
def check_pack(
    pack: Annotated[
        str, typer.Argument(metavar="[ID_OR_FOLDER]", help="A pack's id, or a folder or .zip that holds pack.yaml.")
    ] = DEFAULT_PACK,
) -> None:
    """Validate a pack and run its embedded examples."""
    from reference.drafting.left import left_to_do
    from rubric.proving import check_dates, prove

    loaded = _load(pack)
    faults = [*check_dates(loaded), *(str(failure) for failure in prove(loaded))]
    for fault in faults:
        typer.echo(fault, err=True)
    events = loaded.events.values()
    slips, fine = (sum(len(getattr(event.examples, kind)) for event in events) for kind in ("slip", "fine"))
    checked = sum(event.source.checked for event in events)
    typer.echo(f"{loaded.about.id}: {len(loaded.points)} points, {len(loaded.events)} events.")
    typer.echo(f"{slips} slip and {fine} fine examples run.")
    typer.echo(f"{checked} events are checked against a document, {len(loaded.events) - checked} rest on general knowledge.")
    for line in left_to_do(loaded) if loaded.about.status == "draft" else ():
        typer.echo(f"To do: {line}")
    if faults:
        raise typer.Exit(1)


@app.command(
    "draft-pack",
    epilog='Example: marginalia draft-pack a.md --question "..." --period 1954/1965 --out b',
)
def draft_pack(
    documents: Annotated[list[str], typer.Argument(metavar="DOCUMENT...", help="Files, or folders of files.")],
    question: Annotated[str, typer.Option(help="The essay's question, in full.")],
    period: Annotated[str, typer.Option(help="First and last year, as in 1954/1965.")],
    out: Annotated[Path, typer.Option(help="A new folder, or a .zip.")],
    facts: Annotated[list[str] | None, typer.Option(help="Shared facts that the pack stands on, such as cold-war.")] = None,
) -> None:
    """Draft a pack from documents: points, events, people and places, each with its passages."""
    from rubric.drafting import DraftFault
    from rubric.drafting import draft_pack as drafted

    try:
        for line in drafted(documents, question, period, out, facts or []):
            typer.echo(line)
    except DraftFault as fault:
        typer.echo(str(fault), err=True)
        raise typer.Exit(1) from None


@app.command("app", epilog="Example: marginalia app --port 8501")
def open_app(
    port: Annotated[int, typer.Option(help="The port on this machine.")] = 8501,
    headless: Annotated[bool, typer.Option(help="Do not open a browser.")] = False,
) -> None:
    """Open the interface in a browser, on this machine only."""
    import subprocess

    script = _app_script()
    if script is None:
        typer.echo("The interface is not installed: install Marginalia again with pip.", err=True)
        raise typer.Exit(1)
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        str(script),
        "--server.port",
        str(port),
        "--server.address",
        "127.0.0.1",
    ]
    command += ["--browser.gatherUsageStats", "false", "--server.headless", "true" if headless else "false"]
    raise typer.Exit(subprocess.run(command, cwd=script.parent, check=False).returncode)


def _app_script() -> Path | None:
    """app.py beside the package in a checkout, or in the installed wheel."""
    import importlib.util

    here = Path(__file__).resolve().parent.parent / "app.py"
    if here.is_file():
        return here
    spec = importlib.util.find_spec("marginalia_app")
    for place in (spec.submodule_search_locations or []) if spec else []:
        if (Path(place) / "app.py").is_file():
            return Path(place) / "app.py"
    return None


def main() -> None:
    """The console script."""
    app()
