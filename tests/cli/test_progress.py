"""Progress: a bar on a terminal, lines in a pipe, nothing if asked; never on standard output."""

from __future__ import annotations

import io
from contextlib import suppress
from pathlib import Path

import pytest
from click.testing import CliRunner

from audit import progress
from audit.cli import command
from audit.cli._progress import Bar, Lines, Shown, short


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock() -> Clock:
    return Clock()


def last(out: io.StringIO) -> str:
    return out.getvalue().rpartition("\r\x1b[2K")[2]


def test_a_bar_says_what_how_fast_and_what_is_left(
    clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    out = Terminal()
    bar = Bar(out, clock)
    bar("opening the data", ["counting", "judging", "writing"])
    assert last(out) == "░" * 16 + " opening the data · 3 to come: counting, judging, writing"
    bar("the model scores", ["judging", "writing"], 4_000_000)
    clock.now = 2.0
    bar.rows(1_000_000)
    assert last(out) == (
        "█" * 5 + "░" * 11 + " the model scores · 1,000,000 of 4,000,000 rows · 500 k rows/s · "
        "6 s left · 2 to come: judging, writing"
    )
    bar("judging", ["writing"])
    assert last(out) == "█" * 8 + "░" * 8 + " judging · 1 to come: writing"
    bar.close()
    assert last(out) == ""


def test_a_bar_fits_the_terminal_and_is_not_drawn_too_often(
    clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    out = Terminal()
    bar = Bar(out, clock)
    bar("counting", [f"measure {i}" for i in range(20)])
    assert len(last(out)) == 39
    drawn = out.getvalue().count("\r")
    for _ in range(1000):
        clock.now += 0.001
        bar.rows(1)
    assert out.getvalue().count("\r") - drawn <= 11


def test_more_rows_than_there_are_is_no_mistake(clock: Clock) -> None:
    bar = Bar(io.StringIO(), clock)
    bar("counting", rows=10)
    clock.now = 1.0
    bar.rows(50)
    assert "50 of 10 rows" in bar.line()
    assert "left" not in bar.line()


@pytest.mark.parametrize(
    ("number", "text"), [(7.4, "7"), (9_940, "9.9 k"), (410_000, "410 k"), (3_240_000, "3.2 M")]
)
def test_numbers_are_short(number: float, text: str) -> None:
    assert short(number) == text


def test_where_it_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", Terminal())
    assert isinstance(Shown().listener, Bar)
    monkeypatch.setattr("sys.stderr", io.StringIO())
    assert isinstance(Shown().listener, Lines)
    assert type(Shown(quiet=True).listener) is progress.Progress


def test_nothing_is_told_without_a_listener_or_after_it() -> None:
    told: list[str] = []

    class Ear(progress.Progress):
        def __call__(self, what: str, left: object = (), rows: int = 0) -> None:
            told.append(what)

    progress.step("before")
    with suppress(RuntimeError), progress.heard_by(Ear()):
        progress.step("within")
        raise RuntimeError
    progress.step("after")
    progress.worked(3)
    assert told == ["within"]


def test_run_tells_of_each_measure_and_of_rows(world: Path) -> None:
    heard = CliRunner().invoke(
        command, ["run", str(world / "audit.toml"), "--out", str(world / "o")]
    )
    assert "· opening the data" in heard.stderr
    assert "· main: group counts" in heard.stderr
    assert "·" not in heard.stdout.partition("report:")[2]
    assert "opening the data" not in heard.stdout
    silent = CliRunner().invoke(
        command, ["run", str(world / "audit.toml"), "--out", str(world / "p"), "--quiet"]
    )
    assert silent.stderr == ""
    assert silent.stdout.replace("/p/", "/o/") == heard.stdout


def test_engines_tell_how_many_rows_they_worked_through(world: Path) -> None:
    from audit import plan_reader as plans
    from audit.runner import audit_system

    told: dict[str, int] = {}

    class Ear(progress.Progress):
        def __init__(self) -> None:
            self.what = ""

        def __call__(self, what: str, left: object = (), rows: int = 0) -> None:
            self.what = what

        def rows(self, n: int) -> None:
            told[self.what] = told.get(self.what, 0) + n

    with progress.heard_by(Ear()):
        audit_system(plans.load(world / "audit.toml"))
    counting = next(n for what, n in told.items() if "counting" in what)
    assert counting >= 6000
    assert counting % 6000 == 0
