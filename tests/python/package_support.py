"""What the cases of test_package.py share."""

import importlib


class Missing(Exception):
    """A case without its library."""


class Cases(dict):
    def case(self, work):
        self[work.__name__.replace("_", " ")] = work
        return work


def library(name):
    """A module, or Missing."""
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise Missing(f"without {name}: {error}") from None


def raised(kind, work):
    """What `work` refuses, in its words."""
    try:
        work()
    except kind as error:
        return str(error)
    raise AssertionError(f"expected {kind.__name__}, found none")
