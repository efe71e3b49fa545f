"""`audit --help` against `python -c 'import click'`, as whole processes."""

from __future__ import annotations

import subprocess
import sys

from benchmarks._timing import pairs


def run() -> None:
    """Print how often the peer goes into ours: 0.5 is twice as long."""

    def call(*arguments: str) -> None:
        subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)

    pairs(lambda: call("-m", "audit", "--help"), lambda: call("-c", "import click"), runs=15)
