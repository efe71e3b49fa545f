"""E-mail addresses, by presidio's recognizer with the public-suffix list it ships with."""

from __future__ import annotations

from functools import cache
from typing import Any

from audit.personal_data.family import Family, Kind
from audit.personal_data.presidio import found_by


@cache
def _suffixes() -> Any:
    from tldextract import TLDExtract

    # presidio's default fetches the list and writes a cache: the snapshot does neither.
    return TLDExtract(suffix_list_urls=(), cache_dir=None, fallback_to_snapshot=True)


def _build() -> Any:
    from presidio_analyzer.predefined_recognizers import EmailRecognizer

    class Offline(EmailRecognizer):
        def validate_result(self, pattern_text: str) -> bool:
            return bool(_suffixes()(pattern_text).fqdn)

    return Offline()


FAMILY = Family(
    name="email_addresses",
    kinds=(Kind("EMAIL_ADDRESS", "e-mail addresses"),),
    find=found_by(_build),
    trigger=r"@",
    column=r"(^|_)e_?mails?(_?addr(ess)?)?(_?\d+)?$",
    form=r"[^@\s]+@[^@\s]+\.[^@\s]+",
)
