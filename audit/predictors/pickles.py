"""Model files that hold code rather than data: known by their names and first bytes, and refused."""

from __future__ import annotations

import io
import pickletools
import re
import zipfile
import zlib
from pathlib import Path, PureWindowsPath

from audit.errors import PlanError

_SUFFIXES = (".pkl", ".pickle", ".joblib", ".pt", ".pth", ".sav", ".dill", ".cloudpickle")
_PROTOCOLS = tuple(b"\x80" + bytes([protocol]) for protocol in range(2, 8))
_COMPRESSED = (
    *(b"\x78" + bytes([level]) for level in (0x01, 0x5E, 0x9C, 0xDA)),  # zlib
    b"\x1f\x8b",  # gzip
    b"\xfd7zXZ\x00",  # xz
    b"]\x00\x00",  # lzma
    b"BZh",  # bzip2
    b"\x04\x22\x4d\x18",  # lz4
    b"\x28\xb5\x2f\xfd",  # zstandard
)
_FEWEST = 3
"""Operations in a row that are no chance: other files fail at the first or second."""


def refuse_by_name(source: str) -> None:
    """Refuse a file whose ending says pickle.

    Raises
    ------
    PlanError
        `pickle-refused`.
    """
    name = PureWindowsPath(source).name
    if name.lower().endswith(_SUFFIXES):
        raise _refusal(name)


def refuse_by_content(path: Path, head: bytes) -> None:
    """Refuse a file whose bytes are a pickle or may hold one, whatever its name says.

    Nothing is unpickled: of a pickle without a header only the names of its operations are read.

    Raises
    ------
    PlanError
        `pickle-refused`.
    """
    if head.startswith(b"PK"):
        if _holds_pickle(path):
            raise _refusal(path.name)
    elif head.startswith(_COMPRESSED):
        raise _refusal(path.name, "compressed as joblib does it, and may hold a pickle")
    elif head.startswith(_PROTOCOLS) or _array_of_objects(head) or _old_pickle(head):
        raise _refusal(path.name)


def _holds_pickle(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                if name.lower().endswith(_SUFFIXES):
                    return True
                if name.lower().endswith(".npy"):
                    with archive.open(name) as member:
                        if _array_of_objects(member.read(512)):
                            return True
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, zlib.error):
        return False
    return False


def _array_of_objects(head: bytes) -> bool:
    return (
        head.startswith(b"\x93NUMPY") and re.search(rb"""['"][|<>=]?O\d*['"]""", head) is not None
    )


def _old_pickle(head: bytes) -> bool:
    """Whether the bytes are operations of a pickle of protocol 0 or 1, which has no header.

    `pickletools.dis` follows the stack and runs nothing. It fails where the bytes stop making sense;
    a long pickle makes sense to the end of what was read of it.
    """
    stream, seen = io.BytesIO(head), io.StringIO()
    try:
        pickletools.dis(stream, out=seen)
    except (ValueError, IndexError, KeyError, TypeError, OverflowError):
        return stream.tell() == len(head) and seen.getvalue().count("\n") >= _FEWEST
    return True


def _refusal(name: str, what: str = "a pickle") -> PlanError:
    stem = name.partition(".")[0]
    return PlanError(
        f"[model] source: '{name}' is {what}; opening one runs whatever code is in it, "
        "so it is not opened",
        slug="pickle-refused",
        hint="ask for ONNX or skops; who made the model types, where it was made:\n"
        "pip install skops joblib\n"
        f"python -c \"import joblib, skops.io; skops.io.dump(joblib.load('{name}'), '{stem}.skops')\"\n"
        f'audit run  # with [model] source = "{stem}.skops"\n'
        "for ONNX: skl2onnx.to_onnx(model, X[:1]).SerializeToString(), written to a file",
    )
