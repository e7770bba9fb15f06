"""What can go wrong, as one tree.

TwosourceError
├── UsageError                wrong options or arguments; exit status 2
├── IngestError               a report that cannot be read
│   ├── SourceMissing         no such file or folder, or not readable
│   ├── EmptyReport           nothing but white space
│   ├── NotText               binary, or an encoding that cannot be told
│   └── TooLarge              over the limit
├── LanguageError
│   ├── UnknownLanguage       no folder of that name; lists those that are there
│   └── TableError            a language's or data table is broken: names file and place
├── Unsupported               a language declares no table of that kind
├── PipelineError             a stage was asked for before what it needs
└── ModelError                the names model is missing or broken
"""


class TwosourceError(Exception):
    """The root of every error that twosource raises."""


class UsageError(TwosourceError):
    """Options or arguments that cannot be meant; the message says what there was to choose from."""


class IngestError(TwosourceError):
    """A report that cannot be read; ``source`` is its path, URL or name as given."""

    def __init__(self, source: str, problem: str) -> None:
        super().__init__(f"{source}: {problem}")
        self.source = source
        self.problem = problem


class SourceMissing(IngestError):
    """No such file or folder, or the right to read it is missing."""


class EmptyReport(IngestError):
    """There is nothing but white space."""


class NotText(IngestError):
    """Binary data, or an encoding that cannot be told."""


class TooLarge(IngestError):
    """Larger than the limit; the message gives both sizes."""


class LanguageError(TwosourceError):
    """Something about a language's folder."""


class UnknownLanguage(LanguageError):
    """No language folder of that code; the message lists the codes that there are."""


class TableError(LanguageError):
    """A table is broken; the message names the file and the place in it."""


class Unsupported(TwosourceError):
    """The language declares no table of that kind; the message lists the languages that have it."""


class PipelineError(TwosourceError):
    """A stage was asked for before what it needs; the message names what is missing."""


class ModelError(TwosourceError):
    """The names model is missing or broken."""
