"""Languages: one folder each, found on disk, all held to the same contract."""

from twosource.language.phrases import Hit, PhraseTable, Token, glued, tokenize, tokens_of
from twosource.language.remembered import LONGEST, Remembered
from twosource.language.tables import TABLES, Language, codes, load

__all__ = [
    "LONGEST",
    "TABLES",
    "Hit",
    "Language",
    "PhraseTable",
    "Remembered",
    "Token",
    "codes",
    "glued",
    "load",
    "tokenize",
    "tokens_of",
]
