"""The frames that go between the audit and a model's process: a JSON header and an Arrow table.

Nothing here is ever unpickled, on either side.
"""

from __future__ import annotations

import json
import struct
from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:
    import pyarrow as pa

_LENGTHS = struct.Struct("<II")
_MOST_HEADER = 1 << 20
_MOST_BODY = 1 << 30


class BrokenFrame(Exception):  # noqa: N818 - it says what the bytes are
    """The bytes are not a frame."""


def write(stream: BinaryIO, header: dict[str, Any], body: bytes = b"") -> None:
    """Send one frame."""
    head = json.dumps(header).encode()
    stream.write(_LENGTHS.pack(len(head), len(body)) + head)
    stream.write(body)
    stream.flush()


def read(stream: BinaryIO) -> tuple[dict[str, Any], bytes]:
    """Receive one frame.

    Raises
    ------
    EOFError
        If the other side is gone.
    BrokenFrame
        If the bytes are no frame, or an implausibly long one.
    """
    head_size, body_size = _LENGTHS.unpack(_exactly(stream, _LENGTHS.size))
    if head_size > _MOST_HEADER or body_size > _MOST_BODY:
        raise BrokenFrame
    head, body = _exactly(stream, head_size), _exactly(stream, body_size)
    try:
        header = json.loads(head)
    except (ValueError, RecursionError):
        raise BrokenFrame from None
    if not isinstance(header, dict):
        raise BrokenFrame
    return header, body


def _exactly(stream: BinaryIO, size: int) -> bytes:
    pieces = []
    while size:
        piece = stream.read(size)
        if not piece:
            raise EOFError
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


def pack(table: pa.Table) -> bytes:
    """Return a table as an Arrow IPC stream."""
    import pyarrow as pa

    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    return bytes(sink.getvalue())


def unpack(body: bytes) -> pa.Table:
    """Return the table of an Arrow IPC stream.

    Raises
    ------
    BrokenFrame
        If the bytes are no such stream.
    """
    import pyarrow as pa

    try:
        with pa.ipc.open_stream(body) as reader:
            return reader.read_all()
    except (pa.ArrowException, OSError, ValueError):
        raise BrokenFrame from None
