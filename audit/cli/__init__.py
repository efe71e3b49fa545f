"""One file per command: parse, call, print, exit.

A command's module is named after the command and imported when it is used, so that `audit --help`
loads click and nothing else.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import click

from audit.errors import AuditError

_HERE = Path(__file__).parent


def _file(command: str) -> str:
    return command.replace("-", "_")


class _Commands(click.Group):
    """Finds one command per file of this folder, and shows errors as errors, not as tracebacks."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return sorted(
            path.stem.replace("_", "-")
            for path in _HERE.glob("*.py")
            if not path.stem.startswith("_")
        )

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.list_commands(ctx):
            return None
        command = importlib.import_module(f"audit.cli.{_file(cmd_name)}").command
        assert isinstance(command, click.Command)  # noqa: S101
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        # The one-line help is read from each file's first line: importing all of them would be slow.
        rows = []
        for name in self.list_commands(ctx):
            with (_HERE / f"{_file(name)}.py").open(encoding="utf-8") as lines:
                rows.append((name, next(lines).strip().strip('"').rstrip(".")))
        if not rows:
            return
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except AuditError as problem:
            from audit.personal_data.masking import masked

            # Names of files and columns come from people, and so can what stands in them.
            click.echo(masked(str(problem)), err=True)
            ctx.exit(problem.exit_code)
        except KeyboardInterrupt:
            click.echo("stopped; nothing was written, what was there before is whole", err=True)
            ctx.exit(130)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="migration-audit", prog_name="audit")
def command() -> None:
    """Audit an AI system used in migration.

    Point it at a plan (`audit.toml`) that names a table of decisions, and perhaps a model, and get a
    report. `audit demo` shows one; `audit init DATA` writes a plan for your table.
    """


def stop_tidily() -> None:
    """Let a request to end, or a closed terminal, be an interruption: people's rows lie in folders to be removed."""
    import signal

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, stop)


def main() -> None:
    """Run the command line."""
    stop_tidily()
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
    command()
