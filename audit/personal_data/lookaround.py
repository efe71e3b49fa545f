"""Expressions of Python without what Rust's engine lacks: they match at least where the others do."""

from __future__ import annotations

import re

_PIECE = re.compile(
    r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?<?[=!]|\(\?P<\w+>|\(\?P=|\(\?\(|\(\?[a-z-]*:|\(|\)|.",
    re.DOTALL,
)
_PLACES = frozenset((r"\b", r"\B", r"\A", r"\Z"))
_NOTHING = "(?:)"


def without_lookaround(pattern: str) -> str:
    r"""Return an expression that matches wherever a pattern does, and elsewhere too.

    What looks around and what only marks a place (`(?!…)`, `(?<=…)`, `\b`) is left out, and groups lose
    their names; what a pattern looks for behind its end is looked for.

    Raises
    ------
    ValueError
        If the pattern refers back to a group.
    """
    kept: list[str] = []
    inside: list[str] = []
    behind = ""
    looks = ""
    depth = start = 0
    for piece in _PIECE.findall(pattern):
        if piece in ("(?P=", "(?(") or re.fullmatch(r"\\[1-9]", piece):
            raise ValueError("an expression that refers back has no counterpart")
        depth -= piece == ")"
        if looks:
            inside.append(piece)
            if piece == ")" and depth == start:
                if looks == "(?=" and depth == 0 and not behind:
                    behind = "".join(inside[:-1])
                looks = ""
        elif re.fullmatch(r"\(\?<?[=!]", piece):
            looks, start, inside = piece, depth, []
            kept.append(_NOTHING)
        else:
            if piece not in _PLACES:
                behind = ""
            kept.append(_counterpart(piece))
        depth += piece.startswith("(")
    return "".join(kept) + (f"(?:{without_lookaround(behind)})" if behind else "")


def _counterpart(piece: str) -> str:
    if piece in _PLACES:
        return _NOTHING
    if piece.startswith("(?P<") or piece == "(":
        return "(?:"
    return _as_class(piece)


def _as_class(piece: str) -> str:
    """Return a class of characters in which a bracket is a character, as it is in Python."""
    if len(piece) < 2 or piece[0] != "[":
        return piece
    start = 2 if piece[1] == "^" else 1
    inside = re.sub(r"\\.|\[", lambda m: m[0] if m[0][0] == "\\" else r"\[", piece[start:-1])
    return piece[:start] + inside + "]"
