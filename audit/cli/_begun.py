"""What a person began to answer and did not finish, kept beside the file of answers until the answer is given."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from audit.checklist import Attachment
from audit.resources import write_atomically


@dataclass(frozen=True, slots=True)
class Begun:
    """The text and the documents of one question, each in a hidden file of its own."""

    answers: Path
    item: str

    @property
    def text_file(self) -> Path:
        """Where the text is kept, line by line."""
        return self.answers.parent / f".{self.answers.stem}.{self.item}.draft"

    @property
    def documents_file(self) -> Path:
        """Where the names and fingerprints of attached documents are kept."""
        return self.answers.parent / f".{self.answers.stem}.{self.item}.attached"

    @property
    def text(self) -> str:
        """What was typed."""
        return self.text_file.read_text(encoding="utf-8") if self.text_file.is_file() else ""

    @property
    def documents(self) -> tuple[Attachment, ...]:
        """What was attached; a file that cannot be read as such holds nothing."""
        try:
            kept = json.loads(self.documents_file.read_text(encoding="utf-8"))
            return tuple(Attachment(file=str(name), sha256=str(hash)) for name, hash in kept)
        except (OSError, ValueError, TypeError):
            return ()

    def keep_text(self, text: str) -> None:
        """Keep a text; an empty one leaves what was kept."""
        if text:
            write_atomically(self.text_file, text, private=True)

    def keep_documents(self, documents: Sequence[Attachment]) -> None:
        """Keep these documents and no others."""
        if documents:
            kept = json.dumps([[each.file, each.sha256] for each in documents])
            write_atomically(self.documents_file, kept, private=True)
        else:
            self.documents_file.unlink(missing_ok=True)

    def drop_text(self) -> None:
        """Forget the text."""
        self.text_file.unlink(missing_ok=True)

    def drop(self) -> None:
        """Forget everything: the answer is in the file."""
        self.drop_text()
        self.keep_documents(())
