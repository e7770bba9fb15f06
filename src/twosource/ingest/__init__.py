"""Ingest: bytes to reports."""
