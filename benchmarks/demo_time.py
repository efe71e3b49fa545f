"""Where the time of `audit demo` goes, after installation; no peer does this job."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks._timing import timed


def run() -> None:
    """Print the whole time, and the laps of the record."""
    with tempfile.TemporaryDirectory() as name:
        out = Path(name) / "demo"

        def demo() -> None:
            subprocess.run(
                [sys.executable, "-m", "audit", "demo", "--out", str(out)],
                check=True,
                stdout=subprocess.DEVNULL,
            )

        whole = timed(demo)
        laps = json.loads((out / "audit.json").read_text(encoding="utf-8"))["timings"]
    print(f"whole process {whole:.1f} s")
    for lap, seconds in sorted(laps.items(), key=lambda item: -item[1])[:10]:
        print(f"  {lap:<28} {seconds:6.2f} s")
