"""Corroborate: accounts to facts, verdicts, origins and the brief."""

from twosource.corroborate.assemble import assemble

__all__ = ["assemble"]
