"""Names for people who decide, under which evidence keeps them: who they are stays in the table."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable


def pseudonyms(labels: Iterable[object], seed: int) -> dict[object, str]:
    """Return `reviewer 01`, `reviewer 02` … in the order of a hash, so that place and name say nothing."""

    def key(label: object) -> str:
        return hashlib.sha256(f"{seed}:{label}".encode()).hexdigest()

    ordered = sorted((label for label in set(labels) if label is not None), key=key)
    width = len(str(len(ordered)))
    return {label: f"reviewer {i:0{width}d}" for i, label in enumerate(ordered, 1)}
