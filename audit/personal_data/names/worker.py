"""A further process that reads chunks of notes for names: texts in, places out, a line of JSON each."""

from __future__ import annotations

import sys

from audit.personal_data.names import chunks


def in_this_process(model: str) -> chunks.Reader:
    """Return what reads a chunk here."""
    if not model:
        from audit.personal_data.names.tagger import Tagger

        return Tagger().read
    from audit.personal_data.names.spacy_model import Names

    return Names(model).read


def main(model: str) -> None:
    """Answer until nothing more comes."""
    names = in_this_process(model)
    while line := sys.stdin.buffer.readline():
        texts = chunks.parsed(line)
        places = [[(span.start, span.end) for span in found] for found in names(texts)]
        chunks.write(sys.stdout.buffer, places)


if __name__ == "__main__":
    main(sys.argv[1])
