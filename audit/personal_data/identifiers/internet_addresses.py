"""Addresses of connections and of devices in a network: IPv4, IPv6, MAC.

References
----------
RFC 791, section 3.2; RFC 4291, section 2.2; RFC 5737, section 3 and RFC 3849, section 2 (addresses for
documentation, which made-up data have); IEEE 802-2014, section 8.1 (48-bit addresses).
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator

from audit.personal_data.family import Certainty, Family, Kind, Span
from audit.personal_data.plain_text import after, before, plain

_FOUR = re.compile(r"(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?:/\d{1,2})?(?!\w|\.\w|:\d\d?:)")
_SIX = re.compile(
    r"(?<![\w:.])(?=[0-9a-f:]*[0-9a-f])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?![\w:.]\w|\w)",
    re.IGNORECASE,
)
_MAC = re.compile(
    r"(?<![\w:-])(?:[0-9a-f]{2}([:-])(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}|(?:[0-9a-f]{4}\.){2}[0-9a-f]{4})(?![\w:]|-\w)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\bip(?:v[46])?\b|address|adresse|direcci[óo]n|عنوان|logged|log[- ]?ins?\b|connect|connexion|conexi[óo]n|device|host|server|router",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"(?:\bver(?:sion|\.)?|\bv|\bsections?|\brules?|\bpara(?:graph)?s?\.?|§+|\bart(?:icle|\.)?|\bchapter|\bclause|\bbuild|\brelease"
    r"|\bannex|\bart[íi]culo|\bsecci[óo]n|المادة|\btable|\bfigure|\bstep|\btemplate|\bsoftware|\bfirmware|\brevision)\s*$",
    re.IGNORECASE,
)
_FICTIONAL = tuple(
    map(
        ipaddress.ip_network, ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32")
    )
)


def _certainty(said: str, *, sure: bool) -> Certainty | None:
    """Return how sure it is that an address leads to somebody, or None if it leads nowhere."""
    try:
        address = ipaddress.ip_address(said.partition("/")[0])
    except ValueError:
        return None
    few_digits = address.version == 4 and not re.search(
        r"^(?!\d\.\d\.).*\d{3}|^\d\d\.\d\d\.\d\d\.\d\d", said
    )
    if few_digits and not sure:
        # "2.14.3.1" is a version, a heading, a rule; so is "8.2.0.177", with the number of a build.
        return None
    if any(address in network for network in _FICTIONAL if network.version == address.version):
        return Certainty.CONFIRMED if sure else Certainty.CANDIDATE
    if address.is_global:
        return Certainty.CONFIRMED if sure else Certainty.CANDIDATE
    # A private network's address points at somebody only inside it.
    ends = (
        address.is_loopback
        or address.is_unspecified
        or address.is_link_local
        or address.is_multicast
    )
    return Certainty.CANDIDATE if address.is_private and not ends else None


def find(text: str) -> Iterator[Span]:
    """Yield addresses: with a label, or of a form that nothing else has, confirmed."""
    said = plain(text)
    for match in _FOUR.finditer(said):
        beside = before(said, match.start())
        sure = _LABEL.search(beside) or _LABEL.search(after(said, match.end(), 15))
        certainty = None if _SECTION.search(beside) else _certainty(match.group(), sure=bool(sure))
        if certainty is not None:
            yield Span("IP_ADDRESS", *match.span(), certainty)
    for match in _SIX.finditer(said):
        certainty = _certainty(match.group(), sure=True) if len(match.group()) > 6 else None
        if certainty is not None:
            yield Span("IP_ADDRESS", *match.span(), certainty)
    for match in _MAC.finditer(said):
        digits = re.sub(r"\W", "", match.group().lower())
        # Six pairs of digits can be dates and hours; all alike, they are an empty field.
        if len(set(digits)) > 1 and (
            not digits.isdigit() or _LABEL.search(before(said, match.start()))
        ):
            yield Span("MAC_ADDRESS", *match.span(), Certainty.CONFIRMED)


FAMILY = Family(
    name="internet_addresses",
    kinds=(
        Kind("IP_ADDRESS", "internet addresses"),
        Kind("MAC_ADDRESS", "network addresses of devices"),
    ),
    find=find,
    trigger=(
        r"\d\.\d{1,3}\.\d{1,3}\.\d|::|(?i:[0-9a-f\d]{1,4}:){5}|(?i:(?:[0-9a-f\d]{2}[-‐‑‒–−﹣－]){5})|(?i:[0-9a-f\d]{4}\.[0-9a-f\d]{4}\.[0-9a-f\d]{4})"
    ),
    column=r"(^|_)(ip(v[46])?(_?addr(ess)?)?|adresse_ip|direccion_ip|mac(_?addr(ess)?))$",
    form=r"(?:\d{1,3}\.){3}\d{1,3}|[0-9a-f:]{6,39}",
)
