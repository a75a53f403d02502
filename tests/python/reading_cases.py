"""Models and readings: arrays, tables, errors, and the process behind them."""

import json
import os
import pathlib
import subprocess
import tempfile
import threading

import headlight
import numpy
from headlight._program import Program, program_path, words_of
from headlight._tensors import tensors_in
from package_support import Cases, library, raised

CASES = Cases()
TEXT = "The cat that chased the mice was hungry. The cat"


def exported(*words):
    """What the command line itself writes."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "out.safetensors")
        subprocess.run([program_path(), "attention", *words, "-o", path], check=True, capture_output=True)
        return tensors_in(pathlib.Path(path).read_bytes())


@CASES.case
def arrays_are_the_command_lines():
    reading = headlight.open("gpt").read(TEXT)
    tensors, metadata = exported("--text", TEXT, "--with", "hidden,logits")
    assert reading.tokens == json.loads(metadata["headlight"])["tokens"] and len(reading) == len(reading.tokens)
    assert (reading.ids == tensors["input_ids"]).all()
    for layer in range(6):
        assert (reading.attention(layer) == tensors[f"attentions.{layer}"]).all(), layer
        assert (reading.attention(layer, 3) == tensors[f"attentions.{layer}"][3]).all()
    assert (reading.attention("1.3") == reading.attention(1, 3)).all() and (reading.attention("L1H3") == reading.attention(1, 3)).all()
    assert reading.attentions().shape == (6, 8, len(reading), len(reading))
    assert (reading.hidden_states == numpy.stack([tensors[f"hidden_states.{depth}"] for depth in range(5)])).all()
    assert (reading.logits == tensors["logits"]).all()
    assert abs(reading.attentions().sum(-1) - 1).max() < 1e-3
    return f"{len(tensors)} tensors"


@CASES.case
def other_methods_and_interventions():
    reading = headlight.open("gpt").read(TEXT)
    expected, _ = exported("--text", TEXT, "--method", "rollout")
    assert (reading.attention(2, method="rollout") == expected["attentions.2"]).all()
    changed = reading.intervened("ablate 1.3", "mask key first")
    expected, _ = exported("--text", TEXT, "--intervene", "ablate 1.3", "--intervene", "mask key first")
    assert (changed.attentions() == numpy.stack([expected[f"attentions.{layer}"] for layer in range(6)])).all()
    assert not (changed.attention(3) == reading.attention(3)).all()
    assert changed.predict(1)["predictions"][0]["probability"] != reading.predict(1)["predictions"][0]["probability"]


@CASES.case
def kinds_of_attention():
    reading = headlight.open("translator").read("Das ist gut.", prefix="translation_to_en", generate=3)
    assert reading.kinds == ["encoder", "decoder", "cross"], reading.kinds
    rows, columns = len(reading.tokens), len(reading.source_tokens)
    assert reading.attention(1).shape == (4, rows, rows) and reading.attention(1, kind="cross").shape == (4, rows, columns)
    assert reading.attention("encoder 2.1").shape == (columns, columns) and reading.attention("cross 1.2").shape == (rows, columns)
    assert (reading.attention("cross 1.2") == reading.attention(1, kind="cross")[2]).all()
    assert reading.hidden_states.shape[1] == rows and reading.encoder_hidden_states.shape[1] == columns
    pair = headlight.open("bert").read("a cat", pair="a dog")
    assert pair.tokens == ["[CLS]", "a", "cat", "[SEP]", "a", "dog", "[SEP]"], pair.tokens
    assert headlight.open("gpt").read(ids=[0, 470, 1705]).tokens == headlight.open("gpt").read("The cat"[:7]).tokens[:3]


@CASES.case
def tables_and_answers():
    reading = headlight.open("gpt").read(TEXT)
    heads = reading.heads()
    assert len(heads) == 32 and heads["entropy"].dtype == numpy.float64 and heads["layer"].dtype == numpy.int64
    assert len(reading.heads(where="layer > 2")) == 8 and next(iter(heads))["label"]
    assert "entropy" in repr(heads) and "<table>" in heads._repr_html_()
    assert raised(KeyError, lambda: heads["none"])
    assert reading.predict(3, lens=True)["lens"] and len(reading.predict(3)["predictions"]) == 3
    assert len(reading.ablate()) == 32 and len(reading.score("1.3", 4, 2)) > 2
    assert set(reading.between("chased", "that")["weight"]) and "lens.top" in reading.analyse("lens")
    assert len(headlight.models()) >= 4 and len(headlight.open("gpt").cost()) > 3
    assert headlight.open("gpt").tokenize("The cat")["ids"]
    pandas = library("pandas")
    assert isinstance(heads.to_pandas(), pandas.DataFrame) and len(heads.to_pandas()) == 32


@CASES.case
def every_command_is_reachable():
    help = headlight.run("--help").text
    names = [line.split()[0] for line in help.split("Subcommands:")[1].splitlines() if line.strip()]
    assert len(names) >= 13, names
    for name in names:
        assert f"headlight {name}" in headlight.run(name, help=True).text, name
    return f"{len(names)} commands"


@CASES.case
def pictures_of_arrays():
    from headlight._pictures import files_of
    pixels = (numpy.arange(5 * 7 * 3) * 11 % 256).astype(numpy.uint8).reshape(5, 7, 3)
    names, folder = files_of([pixels, "a.png"])
    assert names[1] == os.path.abspath("a.png") and folder is not None
    assert "found float64 of [2, 2]" in raised(headlight.UsageError, lambda: files_of(numpy.zeros((2, 2))))
    image = library("PIL.Image").open(names[0])
    assert (numpy.asarray(image) == pixels).all()


@CASES.case
def refusals_are_exceptions():
    reading = headlight.open("gpt").read(TEXT)
    assert "expected 0 to 3" in raised(headlight.Error, lambda: reading.attention(9))
    assert "9" in raised(headlight.Error, lambda: reading.attention(0, 9))
    assert "did you mean '--sort'?" in raised(headlight.UsageError, lambda: reading.heads(sorting="entropy"))
    assert "did you mean '--sort'?" in raised(ValueError, lambda: reading.heads(sorting="entropy"))
    assert "/no/model" in raised(headlight.Error, lambda: headlight.open("/no/model"))
    assert "expected a text" in raised(headlight.UsageError, lambda: headlight.open("gpt").read())
    assert "at least one token" in raised(headlight.Error, lambda: headlight.open("bert").read(""))
    assert "expected a head" in raised(headlight.UsageError, lambda: reading.attention("none"))
    assert "UTF-8" in raised(headlight.UsageError, lambda: headlight.open("gpt").read("\udcff"))
    assert raised(headlight.Error, lambda: headlight.load("/no/file.safetensors"))
    assert "/no/program" in raised(headlight.Error, lambda: Program("/no/program").run("models"))
    assert "expected Headlight" in raised(headlight.Error, lambda: Program("/bin/echo").run("models"))


@CASES.case
def command_lines_of_options():
    assert words_of("heads", top_k=5, no_probe=True, pair=None, x=False) == ["heads", "--top-k=5", "--no-probe"]
    assert words_of("figure", image=["a", "b"], head=["1.3", 2]) == ["figure", "--image=a", "--image=b", "--head=1.3,2"]
    assert words_of("heads", text="") == ["heads", "--text", ""]
    assert words_of("attention", **{"from": "a", "import_": pathlib.Path("f.npz")}) == ["attention", "--from=a", "--import=f.npz"]


@CASES.case
def texts_that_look_like_options():
    model = headlight.open("gpt")
    for text in ("--help", "-", "-o", "a=b", "a\nb", "“é” 猫", " ", "'\"\\"):
        assert "".join(model.read(text).tokens[1:]), text
    assert model.read("--help").tokens[1:] != model.read("help").tokens[1:]


@CASES.case
def the_process_starts_anew():
    program = Program()
    first = headlight.open("gpt", program=program)
    first.read("a")
    before = program.pid
    program._process.kill()
    program._process.wait()
    assert first.read("b").attention(0, 0).shape and program.pid != before
    program.stop()
    assert program.pid is None and first.read("c").tokens
    program.stop()


@CASES.case
def an_interrupted_question_is_not_the_next_answer():
    program = Program()
    model = headlight.open("gpt", program=program)
    expected = model.read("one two").attentions()
    started = program._started()
    real = started.stdout

    class Interrupted:
        def readline(self):
            raise KeyboardInterrupt

        def close(self):
            real.close()

    started.stdout = Interrupted()
    raised(KeyboardInterrupt, lambda: model.read("three four five"))
    assert (model.read("one two").attentions() == expected).all()
    program.stop()


@CASES.case
def threads_wait_for_each_other():
    model = headlight.open("gpt")
    expected = {text: model.read(text).attention(1) for text in ("a b", "c d e", "f g h i")}
    wrong = []

    def ask(text):
        for _ in range(10):
            if not (model.read(text).attention(1) == expected[text]).all():
                wrong.append(text)

    threads = [threading.Thread(target=ask, args=(text,)) for text in expected]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


@CASES.case
def a_child_process_has_its_own():
    model = headlight.open("gpt")
    model.read("a")
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(writing, str(len(model.read("one two").tokens)).encode())
        os._exit(0)
    os.waitpid(child, 0)
    assert int(os.read(reading, 9)) == len(model.read("one two").tokens)


def resident(pid):
    """Memory of a process in MiB."""
    return int(pathlib.Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20


@CASES.case
def a_thousand_readings_leak_nothing():
    program = Program()
    model = headlight.open("gpt", program=program)

    def read(start, count):
        for number in range(start, start + count):
            model.read(f"The cat number {1000 + number} sat on the mat and slept for a while, then it left.").attention(1, 2)
        return resident(program.pid), resident(os.getpid())

    before = read(0, 300)  # Heaps and caches are as large as they become.
    after = read(300, 1000)
    program.stop()
    growth = [b - a for a, b in zip(before, after)]
    assert max(growth) < 4, f"program and Python grew by {growth[0]:.1f} and {growth[1]:.1f} MiB"
    return f"1,000 readings: program {growth[0]:+.1f} MiB, Python {growth[1]:+.1f} MiB"
