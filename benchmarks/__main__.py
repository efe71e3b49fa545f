"""Run benchmarks and studies by name, or all of them: `python -m benchmarks NAME [--quick]`.

A module with `run()` is a benchmark that prints; one with `study(runs, seed)` is a study whose table
is saved for the documentation (see `benchmarks/_studies.py` for how to write one).
"""

from __future__ import annotations

import argparse
from types import ModuleType

from benchmarks import _studies


def main() -> int:
    """Run what is named on the command line; 1 if a requirement of a study is not met."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--runs", type=int, help="runs of a study; its table is not saved")
    parser.add_argument("--quick", action="store_true", help="a study's small version; not saved")
    parser.add_argument("--seed", type=int, default=_studies.SEED)
    given = parser.parse_args()
    known = _studies.names()
    missed = False
    for name in given.names or known:
        if name not in known:
            parser.error(f"no benchmark '{name}'; known: {', '.join(known)}")
        module = _studies.load(name)
        print(f"\n== {name}: {_studies.title(module)}", flush=True)
        if not hasattr(module, "study"):
            module.run()
            continue
        missed |= not _measure(name, module, given)
    return int(missed)


def _measure(name: str, module: ModuleType, given: argparse.Namespace) -> bool:
    if why := getattr(module, "missing", str)():
        print(f"skipped: {why}")
        return False
    runs = given.runs or (module.QUICK if given.quick else module.RUNS)
    rows = module.study(runs, given.seed)
    print(_studies.text(rows))
    if not (given.quick or given.runs):
        _studies.save(name, module, rows, runs=runs, seed=given.seed)
        if hasattr(module, "ship"):
            module.ship(rows)
    return all(row.met is not False for row in rows)


if __name__ == "__main__":
    raise SystemExit(main())
