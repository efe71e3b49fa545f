"""From a plan to a record: collect, ask, decide, conclude. The way goes down and never back.

`planning` fixes the questions, `opening` opens data and model, `collecting` measures, `asking` puts
the questions, `deciding` decides them together, `findings` words them, `concluding` concludes and
`recording` writes. `judging` enters again at `asking`, with stored evidence.
"""

from __future__ import annotations

from audit.runner.auditing import audit_system, run
from audit.runner.judging import judge
from audit.runner.opening import open_system

__all__ = ["audit_system", "judge", "open_system", "run"]
