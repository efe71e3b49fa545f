"""Documents that answers rest on, held to the fingerprint they had when the answer was given."""

from __future__ import annotations

import hashlib
from pathlib import Path

from audit.checklist.sheet import Attachment


def sha256(path: Path) -> str:
    """Return the fingerprint of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def wrong_attachment(folder: Path, attachment: Attachment) -> str:
    """Return `attachment-missing` or `attachment-changed`; empty if it is the file it was, or not known."""
    if not attachment.sha256 or "://" in attachment.file:
        return ""
    try:
        found = sha256(folder / attachment.file)
    except OSError:
        return "attachment-missing"
    return "" if found == attachment.sha256.lower() else "attachment-changed"


SAID = {
    "attachment-missing": (
        "is not there",
        "put it back, or answer again: audit checklist fill {slug} --item {item}",
    ),
    "attachment-changed": (
        "is not the file it was when the answer was given",
        "read the answer again with the new file: audit checklist fill {slug} --item {item}",
    ),
}
