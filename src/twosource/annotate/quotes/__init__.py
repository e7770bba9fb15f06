"""Read quotes: direct, dash, mixed, indirect and headings, each with its speaker and its chain of authorities.

Needs: blocks, sentences, names.  Gives: quotes.  Language tables: speech.toml, roles.toml, press.toml.
"""

from twosource.annotate.quotes.assemble import find_quotes

__all__ = ["find_quotes"]
