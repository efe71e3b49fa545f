"""E-mail addresses, by presidio's recognizer with the public-suffix list it ships with."""

from __future__ import annotations

from functools import cache
from typing import Any

from audit.measures.personal_data.family import Family


@cache
def _suffixes() -> Any:
    from tldextract import TLDExtract

    # presidio's default fetches the list and writes a cache: the snapshot does neither.
    return TLDExtract(suffix_list_urls=(), cache_dir=None, fallback_to_snapshot=True)


def build(language: str) -> Any:
    """Return presidio's e-mail recognizer, bound to the snapshot."""
    from presidio_analyzer.predefined_recognizers import EmailRecognizer

    class Offline(EmailRecognizer):
        def validate_result(self, pattern_text: str) -> bool:
            return bool(_suffixes()(pattern_text).fqdn)

    return Offline(supported_language=language)


FAMILY = Family(name="email_addresses", entity_types=("EMAIL_ADDRESS",), build=build)
