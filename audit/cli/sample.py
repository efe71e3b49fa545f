"""Draw files at random for blind review, with the chance of each."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from audit.errors import UsageError

if TYPE_CHECKING:
    from audit.plan import Plan
    from audit.runner.sampling import Draw, Worth

_PLANS = (".toml",)
_MOST_SHOWN = 24


@click.command("sample")
@click.argument("source", default="audit.toml", type=click.Path(path_type=Path))
@click.option("--n", "n", required=True, type=click.IntRange(min=2), help="Files to be read.")
@click.option("--by", multiple=True, help="Group column to draw within; can be repeated.")
@click.option("--seed", default=0, show_default=True, help="Another seed draws other files.")
@click.option("-o", "--out", type=click.Path(path_type=Path), default=Path("review.csv"),
              show_default=True, help="Where the list is written.")  # fmt: skip
@click.option("--part", default="", help="Part of the plan, where it has several.")
@click.option("--identifier", is_flag=True, help="Put the plan's identifier beside row numbers.")
@click.option("--engine", default="", help="Data engine, as for `audit run`.")
@click.option("--force", is_flag=True, help="Replace a list that is already there.")
def command(
    *,
    source: Path,
    n: int,
    by: tuple[str, ...],
    seed: int,
    out: Path,
    part: str,
    identifier: bool,
    engine: str,
    force: bool,
) -> None:
    """Draw rows of SOURCE (a plan, or a table) for review by somebody who sees no decision.

    Writes a list to be filled in, and beside it how it was drawn. With `[data] review` in the plan
    the answers come back as the truth of a random arm.
    """
    from audit.resources import write_atomically
    from audit.review import design_path, written
    from audit.runner.sampling import draw

    if out.exists() and not force:
        raise UsageError(
            f"there is already a list at {out}, and its answers would be lost",
            slug="list-exists",
            hint="-o OTHER.csv writes a second one; --force replaces it",
        )
    plan = _plan(source)
    drawn = draw(plan, n=n, part=part, by=by, seed=seed, identifier=identifier, engine=engine)
    texts = written(drawn.design, drawn.lines, drawn.identifier)
    try:
        for path, text in zip((out, design_path(out)), texts, strict=True):
            write_atomically(path, text, private=True)
    except OSError as problem:
        raise UsageError(
            f"{out} cannot be written ({type(problem).__name__})",
            slug="cannot-write",
            hint="choose another place with -o",
        ) from None
    _explain(plan, drawn, out, _from_plan(source, out))


def _from_plan(source: Path, out: Path) -> str:
    """Return the list's path as the plan beside the source names it."""
    try:
        return Path(os.path.relpath(out, source.parent)).as_posix()
    except ValueError:  # another drive on Windows
        return out.resolve().as_posix()


def _plan(source: Path) -> Plan:
    from audit.plan_reader import load, parse
    from audit.profiling.plan_text import quoted

    if source.suffix.lower() in _PLANS:
        return load(source)
    return parse(f"[data]\nsource = {quoted(source.resolve().as_posix())}\n")


def _explain(plan: Plan, drawn: Draw, out: Path, name: str) -> None:
    """Say what was drawn, how to fill it in, and what reading it can show."""
    from audit.review import design_path
    from audit.runner.sampling import named, worth

    design = drawn.design
    rows = worth(drawn)
    shown, rest = named(rows, drawn.min_cell)
    click.echo(f"drew {design.drawn:,} of {rows[0].people:,} rows of {design.source}")
    click.echo(f"\n{'':<28}{'files':>8}{'of':>10}{'rate near 10 %':>18}{'near 50 %':>14}")
    for each in shown[:_MOST_SHOWN]:
        low, half = (f"± {100 * h:.1f} points" for h in each.half)
        label = each.label if len(each.label) <= 27 else each.label[:26] + "…"
        click.echo(f"{label:<28}{each.files:>8,}{each.people:>10,}{low:>18}{half:>14}")
    if len(shown) > _MOST_SHOWN:
        click.echo(f"and {len(shown) - _MOST_SHOWN:,} more groups")
    if rest is not None:
        click.echo(f"{rest.label}: {rest.files:,} files")
    click.echo(
        "\n± is half of a 95 % interval. An error rate rests on some of these files only: wrong"
    )
    click.echo("flags on people without the condition, missed people on those with it.")
    _say_needed(plan, drawn, rows)
    yes, no = " or ".join(design.positive[:1]), " or ".join(design.negative[:3])
    click.echo(
        f"\nFill in y_true ({yes}: the condition is there; {no}: it is not; empty: could not be"
    )
    click.echo(
        "read), reviewer and reviewed_on; change nothing else. Whoever reads a file must not"
    )
    click.echo("see what was decided. Then, in the plan:")
    click.echo(f'\n[data]\nreview = "{name}"')
    click.echo(
        'reviewed_by = ""   # who read the files; "decider" if they belong to the deciding body\n'
    )
    click.echo(f"wrote {out} and {design_path(out)}, for your eyes only")


def _say_needed(plan: Plan, drawn: Draw, rows: list[Worth]) -> None:
    from audit.runner.sampling import needed

    found = needed(plan, drawn)
    groups = rows[1:] or rows
    limit = f"{found.check}, a rate near 10 %"
    if found.to_pass is not None:
        verdict = _enough(groups, found.to_pass)
        click.echo(
            f"To show a group without a gap within the limit ({limit}): about {found.to_pass:,} files"
        )
        click.echo(f"of that group in the count ({verdict}).")
    if found.to_fail is not None:
        verdict = _enough(groups, found.to_fail)
        click.echo(
            f"To find a group at twice the limit beyond it: about {found.to_fail:,} ({verdict})."
        )


def _enough(groups: list[Worth], needed: int) -> str:
    """Say for how many groups that many files were drawn; all of them can be in the count at most."""
    reached = sum(each.files >= needed for each in groups)
    if not reached:
        return "not enough for any group here"
    return f"at best enough for {reached} of {len(groups)} here"
