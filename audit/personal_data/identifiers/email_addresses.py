"""E-mail addresses whose domain ends in a public suffix; an office's own mailbox is nobody's.

References
----------
RFC 5322, section 3.4.1 (dot-atom) and RFC 6531, section 3.3 (letters of any script); RFC 2142,
sections 2 to 5 (mailboxes of an office). Public suffixes: the snapshot that tldextract carries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

from audit.personal_data.family import Certainty, Family, Kind, Span
from audit.personal_data.plain_text import plain

_WORD = r"[\w!#$%&*+/=?^`{|}~-]"
# Read from the @ backwards.
_LOCAL = re.compile(rf" ?(?P<local>{_WORD}+(?:['.]{_WORD}+)*)(?![\w.@])")
_DOMAIN = re.compile(r" ?(?P<domain>(?:[\w-]{1,63}\.)+[^\W\d_]{2,24})(?![\w@])")
_LONGEST_LOCAL = 66
_SPELLED = re.compile(
    rf"(?<![\w.@])(?P<local>{_WORD}+(?:\.{_WORD}+)*) ?[\[({{] ?(?:at|arroba|arobase|chez|@) ?[\])}}] ?"
    r"(?P<domain>[\w-]{2,63}(?: ?(?:\.|[\[({] ?(?:dot|point|punto) ?[\])}]) ?[\w-]{2,63}){1,4})(?![\w@])",
    re.IGNORECASE,
)
_WORDS = re.compile(r" (?:at|arroba|arobase|chez) \S+ (?:dot|point|punto) ", re.IGNORECASE)
_BRACKETS = re.compile(r"[\[({] ?(?:at|arroba|arobase|chez|@) ?[\])}]", re.IGNORECASE)
_IN_WORDS = re.compile(
    rf"(?<![\w.@])(?P<local>{_WORD}+(?:(?:\.| (?:dot|point|punto) ){_WORD}+)*) (?:at|arroba|arobase|chez) "
    r"(?P<domain>[\w-]{2,63}(?: (?:dot|point|punto) [\w-]{2,63}){1,4})(?![\w@])",
    re.IGNORECASE,
)
_DOT = re.compile(
    r" (?:dot|point|punto) | ?(?:\.|[\[({] ?(?:dot|point|punto) ?[\])}]) ?", re.IGNORECASE
)
_OFFICE = re.compile(
    r"(?:info|contacts?|contacto|kontakt|office|admin|administrator|support|help|help-?(?:desk|line)|hotline|enquir(?:y|ies)"
    r"|inquiries|reception|press|media|no-?reply|do-?not-?reply|webmaster|postmaster|hostmaster|abuse|privacy"
    r"|sales|jobs|recruitment|mail|feedback|complaints|accueil|secretariat|secretaria|poststelle|buero)",
    re.IGNORECASE,
)


@cache
def _suffixes() -> Any:
    from tldextract import TLDExtract

    # Left alone, tldextract fetches the list and writes a cache: the snapshot does neither.
    return TLDExtract(suffix_list_urls=(), cache_dir=None, fallback_to_snapshot=True)


@lru_cache(maxsize=4096)
def _exists(domain: str) -> bool:
    parts = _suffixes()(domain)
    return bool(parts.domain and parts.suffix)


def _addresses(text: str) -> Iterator[tuple[int, int, str, str]]:
    at = text.find("@")
    while at >= 0:
        turned = text[max(0, at - _LONGEST_LOCAL) : at][::-1]
        local, domain = _LOCAL.match(turned), _DOMAIN.match(text, at + 1)
        if local is not None and domain is not None:
            yield at - local.end("local"), domain.end(), local["local"][::-1], domain["domain"]
        at = text.find("@", at + 1)


def find(text: str) -> Iterator[Span]:
    """Yield addresses: confirmed, or candidates where @ is spelled out."""
    said = plain(text)
    for start, end, local, domain in _addresses(said):
        if _exists(domain) and not _OFFICE.fullmatch(local):
            yield Span("EMAIL_ADDRESS", start, end, Certainty.CONFIRMED)
    for pattern, told in ((_SPELLED, _BRACKETS), (_IN_WORDS, _WORDS)):
        for match in pattern.finditer(said) if told.search(said) else ():
            if _exists(_DOT.sub(".", match["domain"])) and not _OFFICE.fullmatch(match["local"]):
                yield Span("EMAIL_ADDRESS", *match.span(), Certainty.CANDIDATE)


FAMILY = Family(
    name="email_addresses",
    kinds=(Kind("EMAIL_ADDRESS", "e-mail addresses"),),
    find=find,
    trigger=r"[@＠]|(?i)[\[({].?(?:at|arroba|arobase|chez).?[\])}]|\s(?:dot|point|punto)\s",
    column=r"(^|_)(e_?mails?|courriel|correo(_electronico)?|mail|البريد_الالكتروني)(_?addr(ess)?(es)?)?(_?\d+)?$",
    form=r"[^@\s]+@[^@\s]+\.[^@\s]+",
)
