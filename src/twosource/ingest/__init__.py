"""Ingest: from files, folders, streams and JSON lines to reports."""

from twosource.ingest.dates import check_published
from twosource.ingest.files import STDIN, find_files
from twosource.ingest.headline import find_headline
from twosource.ingest.jsonl import Numbered, bounded_lines, read_lines, read_objects, to_report
from twosource.ingest.text import LIMIT, decode, make_report, read_file

__all__ = [
    "LIMIT",
    "STDIN",
    "Numbered",
    "bounded_lines",
    "check_published",
    "decode",
    "find_files",
    "find_headline",
    "make_report",
    "read_file",
    "read_lines",
    "read_objects",
    "to_report",
]
