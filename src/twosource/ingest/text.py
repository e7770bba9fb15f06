"""Text files: bytes to a report, its text whole.

The text is what Python's ``open(path, encoding=...)`` gives: decoded, a byte order mark left out, every newline a
line feed.  All offsets count its code points.
"""

from __future__ import annotations

import codecs
import io
import re
import sys
from pathlib import Path

from twosource.errors import EmptyReport, IngestError, NotText, SourceMissing, TooLarge
from twosource.ingest.dates import read_header
from twosource.ingest.files import STDIN
from twosource.ingest.headline import find_headline
from twosource.model import Report

LIMIT = 20_000_000
"""No report is larger than this many bytes unless the caller says so."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SINGLE_BYTE = "cp1252"
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_NOT_ASCII = re.compile(r"[^\W\d_\x00-\x7f]")
_LETTER = re.compile(r"[^\W\d_]")
_HALF = re.compile(r"[\ud800-\udfff]")
_INVISIBLE = "\ufeff\u200b\u200c\u200d\u2060"


def read_file(path: str | Path, *, limit: int = LIMIT, id: str = "r1") -> Report:
    """Read one report from a file, or from standard input where ``path`` is ``-``.

    Args:
        path: The file; what is given is kept as the report's source.
        limit: The number of bytes above which it is refused.
        id: The id that the report gets.

    Raises:
        SourceMissing: No such file, or it cannot be read.
        TooLarge: It holds more than ``limit`` bytes.
        NotText: It is binary, or its encoding cannot be told.
        EmptyReport: It holds nothing but white space.
    """
    source = str(path)
    text, encoding, note = decode(_read_bytes(source, limit), source)
    report = make_report(text, source=source, id=id, encoding=encoding, notes=(note,) if note else ())
    if not text[report.body :].strip().strip(_INVISIBLE):
        raise EmptyReport(source, "nothing but white space")
    return report


def make_report(
    text: str, *, source: str, id: str = "r1", encoding: str | None = None, notes: tuple[str, ...] = ()
) -> Report:
    """Return a report of ``text``: where its body begins, and the date and the title that it gives itself.

    The language is ``und`` until it is identified.  Half of a surrogate pair, which is no character and cannot be
    written, becomes U+FFFD.
    """
    if _HALF.search(text):
        text, notes = _HALF.sub("\ufffd", text), (*notes, "halves of surrogate pairs, marked with U+FFFD")
    header = read_header(text)
    headline = find_headline(text, header.body)
    return Report(
        id=id,
        source=source,
        text=text,
        body=header.body,
        published=header.published,
        title=text[headline.start : headline.end] if headline else None,
        encoding=encoding,
        notes=(*notes, header.note) if header.note else notes,
    )


def _read_bytes(source: str, limit: int) -> bytes:
    """Return the bytes of a file or of standard input, refused as soon as they exceed the limit."""
    try:
        if source == STDIN:
            data = sys.stdin.buffer.read(limit + 1)
        elif Path(source).is_dir():
            raise SourceMissing(source, "is a folder")
        else:
            with Path(source).open("rb") as file:
                data = file.read(limit + 1)
    except FileNotFoundError as error:
        raise SourceMissing(source, "no such file") from error
    except (OSError, ValueError) as error:
        raise SourceMissing(source, f"cannot be read: {getattr(error, 'strerror', None) or error}") from error
    if len(data) > limit:
        raise TooLarge(source, f"more than {limit} bytes; {_size(source, len(data))}")
    return data


def _size(source: str, read: int) -> str:
    """Return the size of a file in words, or what is sure of a stream."""
    try:
        return f"it has {Path(source).stat().st_size}" if source != STDIN else f"at least {read}"
    except OSError:
        return f"at least {read}"


def decode(data: bytes, source: str) -> tuple[str, str, str | None]:
    """Return the text of ``data``, the encoding that it was read by, and what was odd, if anything.

    UTF-8 and UTF-16 (with or without mark), UTF-32 with mark and Windows-1252 (which holds Latin-1) are told.

    Raises:
        NotText: The data are binary, or the encoding cannot be told.
    """
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), None) or _wide(data)
    if encoding is not None and encoding != "utf-8-sig":
        try:
            return _newlines(data.decode(encoding)), encoding, None
        except UnicodeDecodeError as error:
            raise NotText(source, f"looks like {encoding} but is not: {error.reason} at byte {error.start}") from error
    if len(_CONTROL.findall(data[:1_000_000])) > min(len(data), 1_000_000) // 200:
        raise NotText(source, "binary data, no text")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _decode_otherwise(data, source, error)
    return _newlines(text), encoding or "utf-8", None


def _decode_otherwise(data: bytes, source: str, error: UnicodeDecodeError) -> tuple[str, str, str | None]:
    """Decode what is no valid UTF-8: damaged UTF-8, or a single-byte encoding of western Europe."""
    damaged = data.decode("utf-8-sig", "replace")
    bad, good = damaged.count("\ufffd"), len(_NOT_ASCII.findall(damaged))
    if good > 2 * bad:
        return _newlines(damaged), "utf-8", f"damaged UTF-8, first at byte {error.start}; marked with U+FFFD"
    try:
        text = data.decode(_SINGLE_BYTE)
    except UnicodeDecodeError as other:
        raise NotText(source, f"the encoding cannot be told (byte {other.start}); convert it to UTF-8") from other
    if 3 * len(_NOT_ASCII.findall(text)) > len(_LETTER.findall(text)):
        raise NotText(source, "the encoding cannot be told; convert it to UTF-8")
    return _newlines(text), _SINGLE_BYTE, "not UTF-8; read as Windows-1252"


def _wide(data: bytes) -> str | None:
    """Return the name of UTF-16 without a mark, told by where its zero bytes stand, or None."""
    sample = data[:4096]
    half = len(sample) // 2
    if half < 2 or len(data) % 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.6 * half and even < 0.05 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 * half and odd < 0.05 * half else None


def _newlines(text: str) -> str:
    """Return ``text`` with every newline a line feed, as Python reads text files."""
    return io.IncrementalNewlineDecoder(None, translate=True).decode(text, final=True) if "\r" in text else text


__all__ = ["LIMIT", "IngestError", "decode", "make_report", "read_file"]
