"""The command line `marginalia`: mark essays, list and check packs, open the app.

Results go to standard output, talk and progress to standard error. Exit 0: done (slips are no failure). 1: some essay or
pack could not be read, one line each. 2: wrong arguments. Bad input never ends in a traceback.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

# Before anything imports torch: two torch processes on few cores otherwise stall each other, waiting in busy loops.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

import typer

from rubric.batch import BatchError, Order, is_an_essay, write_batch
from rubric.inputs import inputs
from rubric.returned import FORMATS, PRINTED

if TYPE_CHECKING:
    from reference.pack import Pack

DEFAULT_PACK = "usa-ussr-1955-62"

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


@app.command(epilog="Example: marginalia mark essay.docx --format docx --out marked.docx")
def mark(
    essays: Annotated[
        list[str],
        typer.Argument(metavar="ESSAY...", help="A .txt, .md, .docx, .odt or .pdf file, a folder or .zip of them, or -."),
    ],
    pack: Annotated[
        str | None, typer.Option(help="A pack's id or folder [default: MARGINALIA_PACK, else usa-ussr-1955-62].")
    ] = None,
    scheme: Annotated[str | None, typer.Option(help="A mark scheme's id [default: the pack's first].")] = None,
    format: Annotated[str, typer.Option(help="text, json (one essay), jsonl (one object a line), html, docx or pdf.")] = "text",
    out: Annotated[
        Path | None,
        typer.Option(help="Write here, not to standard output: a file; for html, docx or pdf of several essays, a folder."),
    ] = None,
    reader: Annotated[str, typer.Option("--for", help="student or teacher (json is always whole).")] = "student",
    facts_only: Annotated[
        bool, typer.Option("--facts-only", help="Check facts alone: no arguments, no level, no embedding model.")
    ] = False,
) -> None:
    """Mark essays: arguments, facts, feedback."""
    if format not in FORMATS:
        wrong(f"--format is {format!r}: use {', '.join(FORMATS[:-1])} or {FORMATS[-1]}.")
    if format in PRINTED and out is None:
        wrong(f"--format {format} needs --out: name a file for one essay, a folder for several.")
    if reader not in ("student", "teacher"):
        wrong(f"--for is {reader!r}: use student or teacher.")
    if out is not None and is_an_essay(out, essays):
        wrong(f"{out} is an essay that is to be marked: name another file in --out.")
    loaded = _load(pack)
    _check_scheme(scheme)
    sources = inputs(essays)
    if format == "json" and len(sources) != 1:
        wrong(f"--format json takes one essay, and there are {len(sources)}: use --format jsonl.")
    try:
        failed = write_batch(sources, Order(loaded, scheme, format, reader, facts_only), out)
    except BatchError as stop:
        typer.echo(str(stop), err=True)
        raise typer.Exit(2 if stop.wrong else 1) from None
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


@app.command("class", epilog="Example: marginalia class scripts/ --out results/ --word --html")
def class_(
    essays: Annotated[list[str], typer.Argument(metavar="FOLDER...", help="A folder or .zip of essays, or the files.")],
    out: Annotated[Path, typer.Option(help="The folder for the results; a run that was cut off goes on there.")],
    pack: Annotated[
        str | None, typer.Option(help="A pack's id or folder [default: MARGINALIA_PACK, else usa-ussr-1955-62].")
    ] = None,
    scheme: Annotated[str | None, typer.Option(help="A mark scheme's id [default: the pack's first].")] = None,
    pseudonyms: Annotated[bool, typer.Option("--pseudonyms", help="Student 01, 02 ... in place of file names.")] = False,
    facts_only: Annotated[bool, typer.Option("--facts-only", help="Check facts alone: no arguments, no level.")] = False,
    not_taught: Annotated[
        list[str] | None, typer.Option(metavar="POINT,...", help="Points that were not taught: missing in no script.")
    ] = None,
    word: Annotated[bool, typer.Option("--word", help="A Word file a script to hand back, in the folder returned.")] = False,
    html: Annotated[bool, typer.Option("--html", help="The class sheet as a page to print, too.")] = False,
) -> None:
    """Mark a class set: a marking a script, a class sheet, and a list of what could not be read."""
    from rubric.class_run import ClassFault, ClassOrder, run_class

    loaded = _load(pack)
    _check_scheme(scheme)
    untaught = tuple(point.strip() for one in not_taught or () for point in one.split(",") if point.strip())
    order = ClassOrder(loaded, scheme, pseudonyms, facts_only, untaught, word, html)
    try:
        unread = run_class(essays, out, order)
    except ClassFault as fault:
        typer.echo(str(fault), err=True)
        raise typer.Exit(fault.code) from None
    if unread:
        raise typer.Exit(1)


@app.command(epilog="Example: marginalia packs")
def packs() -> None:
    """List the packs: id, version, status, question."""
    from reference.shelves import installed_packs

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
    from rubric.proving import bank_line, check_dates, prove

    loaded = _load(pack)
    faults = [*check_dates(loaded), *(str(failure) for failure in prove(loaded))]
    for fault in faults:
        typer.echo(fault, err=True)
    events = loaded.events.values()
    slips, fine = (sum(len(getattr(event.examples, kind)) for event in events) for kind in ("slip", "fine"))
    checked = sum(event.source.checked for event in events)
    typer.echo(f"{loaded.about.id}: {len(loaded.points)} points, {len(loaded.events)} events.")
    typer.echo(f"{slips} slip and {fine} fine examples run.")
    if loaded.banks:
        typer.echo(bank_line(loaded))
    typer.echo(f"{checked} events are checked against a document, {len(loaded.events) - checked} rest on general knowledge.")
    for line in left_to_do(loaded) if loaded.about.status == "draft" else ():
        typer.echo(f"To do: {line}")
    if faults:
        raise typer.Exit(1)


@app.command(
    "draft-pack",
    epilog='Example: marginalia draft-pack a.md --question "…" --period 1954/1965 --out b',
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
