"""The program `headlight` as a process that answers command lines."""

from __future__ import annotations

import atexit
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading
import warnings
from typing import Any, Iterable, NamedTuple, Optional, Sequence, Union

from ._version import __version__

Word = Union[str, int, float, os.PathLike]
# Options that are given again for each of several values; of others the values are one list.
_REPEATED = {"callout", "image", "intervene"}


class Error(RuntimeError):
    """What the program refused or could not do, in its words: thing, place, what was expected, what was found."""


class UsageError(Error, ValueError):
    """An argument that the program does not take."""


class Note(UserWarning):
    """What the program has to say beside a result."""


class Output(NamedTuple):
    """What a command wrote, and what it had to say."""

    bytes: bytes
    notes: list[str]

    @property
    def text(self) -> str:
        return self.bytes.decode("utf-8")


def program_path(named: Optional[str] = None) -> str:
    """The program: `named`, HEADLIGHT_PROGRAM, that of this package where it contains one, or `headlight` on the PATH. Raises Error without."""
    named = named or os.environ.get("HEADLIGHT_PROGRAM")
    inside = pathlib.Path(__file__).parent / "program" / "headlight"
    found = named or (str(inside) if inside.exists() else shutil.which("headlight"))
    if not found:
        raise Error("headlight: expected the program on the PATH or in HEADLIGHT_PROGRAM, found neither")
    if not os.access(found, os.X_OK) or os.path.isdir(found):
        raise Error(f"'{found}': expected the program headlight, found {'no program' if os.path.exists(found) else 'nothing'}")
    return found


def main() -> None:
    """The program of this package in place of Python, with the same arguments."""
    path = program_path()
    os.execv(path, [path, *sys.argv[1:]])


def words_of(command: str, arguments: Sequence[Word] = (), **options: Any) -> list[str]:
    """A command line: top_k=5 is --top-k 5, True a flag, None and False nothing; of a list "a,b", or the option again for each."""
    words = [command, *(os.fspath(each) if isinstance(each, os.PathLike) else str(each) for each in arguments)]
    for name, value in options.items():
        name = name.rstrip("_").replace("_", "-")
        if value is None or value is False:
            continue
        if value is True:
            words.append(f"--{name}")
            continue
        many = isinstance(value, Iterable) and not isinstance(value, (str, bytes, os.PathLike))
        values = [_word(name, each) for each in (value if many else [value])]
        if many and not values:
            continue
        for each in values if name in _REPEATED else [",".join(values)]:
            words += [f"--{name}={each}"] if each else [f"--{name}", ""]  # The first with nothing would take the next word.
    return words


def _word(name: str, value: Any) -> str:
    if isinstance(value, os.PathLike):
        value = os.fspath(value)
    if isinstance(value, bytes):
        value = os.fsdecode(value)
    if isinstance(value, str):
        try:
            value.encode("utf-8")
        except UnicodeEncodeError:
            raise UsageError(f"--{name}: expected text in UTF-8, found {value!r}") from None
    return str(value)


def _level() -> int:
    """How far up the caller lies who is not of this package, as warnings count it."""
    level, frame = 1, sys._getframe(1)
    while frame.f_back and os.path.dirname(frame.f_code.co_filename) == os.path.dirname(__file__):
        level, frame = level + 1, frame.f_back
    return level


class Program:
    """A process of the program, which keeps the models that it opened and its last readings. It is started when it is first asked, ends with
    Python, and starts anew after it was stopped. Questions of several threads wait for each other."""

    def __init__(self, path: Optional[str] = None):
        self._path = path
        self._process: Optional[subprocess.Popen] = None
        self._owner = 0
        self._lock = threading.RLock()

    @property
    def pid(self) -> Optional[int]:
        """The number of the process; None where none runs."""
        return self._process.pid if self._process and self._process.poll() is None else None

    def run(self, command: str, *arguments: Word, input: Optional[str] = None, notes: Union[bool, set] = True, **options: Any) -> Output:
        """Runs any command of the program, `run("cost", model="gpt")`; its help is `run("cost", help=True).text`. Returns the bytes of its
        standard output. Remarks are warnings unless `notes` is False; those of a set were said before, and new ones are added to it. Raises
        UsageError and Error."""
        if input is None and options.get("text") == "-":
            input = "-"  # On a command line that is standard input; here it is a text.
        return self.ask(words_of(command, arguments, **options), input, notes)

    def ask(self, words: Sequence[str], input: Optional[str] = None, notes: Union[bool, set] = True) -> Output:
        """The same of a finished command line."""
        question = {"arguments": list(words), **({} if input is None else {"input": input})}
        with self._lock:
            try:
                answer, output = self._exchange(json.dumps(question).encode() + b"\n")
            except BaseException:  # An interrupted answer would be taken for the next one.
                self.stop()
                raise
        if answer["code"]:
            raise (UsageError if answer["code"] == 2 else Error)(answer.get("error", f"headlight {words[0]}: failed"))
        said = answer.get("notes", [])
        for each in said if notes is not False else ():
            if notes is True or each not in notes:
                warnings.warn(each, Note, stacklevel=_level())
            if notes is not True:
                notes.add(each)
        return Output(output, said)

    def written(self, command: str, suffix: str, *arguments: Word, **options: Any) -> bytes:
        """What a command writes to the file of its option --output, which ends in `suffix`; else as `run`."""
        with tempfile.TemporaryDirectory(prefix="headlight-") as folder:
            path = os.path.join(folder, "output" + suffix)
            self.run(command, *arguments, output=path, **options)
            with open(path, "rb") as file:
                return file.read()

    def stop(self) -> None:
        """Ends the process, whatever it is doing."""
        process, self._process = self._process, None
        if process is None or self._owner != os.getpid():
            return
        for pipe in (process.stdin, process.stdout):
            try:
                pipe.close()
            except OSError:
                pass
        process.kill()
        process.wait()

    def _started(self) -> subprocess.Popen:
        # A process of this one's parent, before a fork, is not ours to ask.
        if self._process is not None and self._owner == os.getpid() and self._process.poll() is None:
            return self._process
        self.stop()
        path = program_path(self._path)
        # Ctrl-C in a terminal is for Python, which then ends the process.
        process = subprocess.Popen([path, "serve"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True)
        self._process, self._owner = process, os.getpid()
        line = process.stdout.readline()
        try:
            found = json.loads(line)["headlight"]
        except (ValueError, KeyError, TypeError):
            self.stop()
            raise Error(f"'{path}': expected Headlight {__version__}, which answers questions, found another program or version") from None
        if found != __version__:
            self.stop()
            raise Error(f"'{path}': expected Headlight {__version__}, the version of the Python package, found {found}")
        return process

    def _exchange(self, question: bytes) -> tuple[dict, bytes]:
        process = self._started()
        try:
            process.stdin.write(question)
            process.stdin.flush()
            line = process.stdout.readline()
            answer = json.loads(line) if line else None
            output = process.stdout.read(answer["bytes"]) if answer else b""
        except BrokenPipeError:
            answer, output = None, b""
        if answer is None or len(output) != answer["bytes"]:
            code = process.wait()
            self.stop()
            raise Error(f"headlight: the program ended while it was asked ({'signal ' + str(-code) if code < 0 else 'code ' + str(code)}); "
                        "the next question starts it anew")
        return answer, output


_shared = Program()
atexit.register(_shared.stop)


def shared() -> Program:
    """The process that everything asks unless another is given."""
    return _shared


def run(command: str, *arguments: Word, input: Optional[str] = None, **options: Any) -> Output:
    """Runs any command of the program: `headlight.run("models").text`, `headlight.run("cost", model="gpt", output="cost.csv")`.

    Arguments are those of the command line: `top_k=5` is `--top-k 5`, True a flag, a list `a,b`. Returns the bytes of standard output and the
    remarks, which are also warnings. Raises UsageError for arguments that there are not, and Error."""
    return _shared.run(command, *arguments, input=input, **options)


for _each in (Error, UsageError, Note):
    _each.__module__ = "headlight"  # Where people find them.
