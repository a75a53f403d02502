"""The recipe of the built-in models, from nothing to a folder, at a size that takes a minute.

Says SKIPPED where resources/models/recipe/requirements.txt is not installed.
"""
import contextlib
import io
import pathlib
import signal
import sys
import tempfile
import unittest
from unittest import mock

RECIPE = pathlib.Path(__file__).resolve().parents[2] / "resources/models/recipe"
sys.path.insert(0, str(RECIPE))

try:
    import numpy as np
    import PIL
    import safetensors
    import tokenizers
    import torch
    import transformers
except ImportError as missing:
    print(f"SKIPPED: {missing}; the recipe is tested in a Python that has {RECIPE}/requirements.txt")
    sys.exit(77)

import corpus
import evaluate
import everyday
import export
import networks
import overlap
import packing
import prepare
import pretrain
import sentiment
import shapes
import train_captioner

SHAPE = {"gpt": "--layers 2 --heads 2 --dim 32 --ffn 64 --context 64 --rows 4 --warm 10".split(),
         "bert": "--layers 2 --heads 2 --dim 32 --ffn 64 --context 64 --rows 4 --warm 10".split()}


def run(script, *arguments):
    """What `script` prints when it is given `arguments`."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        script.main([str(a) for a in arguments])
    return printed.getvalue()


def state(folder):
    return torch.load(folder / "last.pt")


def differences(a, b, path=""):
    """Where two checkpoints are not the same, to the bit."""
    if isinstance(a, dict):
        return [d for k in a.keys() | b.keys() for d in (differences(a[k], b[k], f"{path}/{k}") if k in a and k in b else [f"{path}/{k}"])]
    if isinstance(a, (list, tuple)):
        return [d for i, (x, y) in enumerate(zip(a, b, strict=True)) for d in differences(x, y, f"{path}/{i}")]
    same = torch.equal(a, b) if isinstance(a, torch.Tensor) else a == b
    return [] if same else [path]


class Recipe(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.kept = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.kept.name)
        run(everyday, cls.folder / "text", "--documents", 6000)
        writer, held = everyday.Writer(5), corpus.HELD_OUT
        paragraphs = [f"{writer.briefing()} This is paragraph {i}." for i in range(held + 600)]
        first, second = paragraphs[:held - 10], paragraphs[held - 10:]
        second[40] = "A paragraph with what is held out: The capital of France is a fine city."
        cls.paragraphs = first + second
        (cls.folder / "books.txt").write_text("\n".join(first) + "\n\n" + "\n".join(second) + "\n", encoding="utf-8")
        for kind in ("gpt", "bert"):
            run(prepare, kind, cls.folder / "books.txt", cls.folder / "text", cls.folder / kind, "--vocabulary", 900)

    @classmethod
    def tearDownClass(cls):
        cls.kept.cleanup()

    def train(self, kind, run_dir, steps, *more):
        return run(pretrain, kind, self.folder / kind, self.folder / run_dir, "--steps", steps, *SHAPE[kind], *more)

    def test_text_of_our_own_is_the_same_every_time(self):
        run(everyday, self.folder / "again", "--documents", 6000)
        for name in ("everyday.txt", "completions.tsv", "links.tsv"):
            self.assertEqual((self.folder / "again" / name).read_bytes(), (self.folder / "text" / name).read_bytes(), name)

    def test_held_out_beginnings_are_not_trained_on(self):
        rows = [line.split("\t") for line in (self.folder / "text/completions.tsv").read_text(encoding="utf-8").splitlines()]
        self.assertEqual(len(rows), 300)
        self.assertEqual(len({begin for _, begin, _, _ in rows}), 300)
        self.assertIn(["fact: capital", "The capital of France is", "Paris"], [r[:3] for r in rows])
        data = np.load(self.folder / "gpt/tokens.npz")
        tokenizer = tokenizers.Tokenizer.from_file(str(self.folder / "gpt/tokenizer.json"))
        trained = "\n".join(tokenizer.decode(ids.tolist()) for ids in np.split(data["ids"], data["ends"][:-1]))
        for _, begin, right, wrong in rows:
            self.assertFalse(corpus.contains(trained, begin), begin)
            self.assertNotEqual(right, wrong)
        self.assertFalse("A paragraph with what is held out" in trained)
        # Every capital that is asked for is told in other words.
        told = everyday.Writer(0).facts()[0]
        for country, capital, *_ in everyday.COUNTRIES:
            self.assertTrue(any(country in f"{b} {e}" and capital in f"{b} {e}" for _, b, e in told), country)

    def test_links_name_two_words_of_the_text(self):
        for kind, text, a, b, c, d in everyday.links():
            self.assertTrue(text[a:b].strip() and text[c:d].strip() and d <= a, text)
            if kind == "bracket to bracket":
                self.assertIn(text[c:d] + text[a:b], ("()", "[]"))
            if kind == "pronoun to name":
                self.assertIn((text[c:d], text[a:b]), [(n, p) for n, p, _ in everyday.LINK_NAMES])

    def test_tokens_are_the_training_text_and_nothing_of_the_held_out(self):
        data = np.load(self.folder / "gpt/tokens.npz")
        tokenizer = tokenizers.Tokenizer.from_file(str(self.folder / "gpt/tokenizer.json"))
        books = data["ends"][data["parts"][int(data["books"]) - 1] - 1]
        expected = [p for p in self.paragraphs[corpus.HELD_OUT:] if "held out" not in p]
        self.assertTrue(tokenizer.decode(data["ids"][:books].tolist()) == "".join(expected))
        self.assertEqual((self.folder / "gpt/held_out.txt").read_text(encoding="utf-8").splitlines(), self.paragraphs[: corpus.MEASURED])
        self.assertEqual(tokenizer.encode("").ids, [packing.END])

    def test_an_epoch_has_every_token_once_and_each_text_alone(self):
        for kind in ("gpt", "bert"):
            tokenizer = tokenizers.Tokenizer.from_file(str(self.folder / kind / "tokenizer.json"))
            texts = packing.Texts(self.folder / kind / "tokens.npz", [])
            make = lambda: packing.Rows(texts, 4, 64, 3) if kind == "gpt" else packing.MaskedRows(texts, 4, 64, 3, tokenizer)
            rows = make()
            packed = rows.pack(0)
            seen = np.concatenate([ids for row in packed for ids, _ in row])
            self.assertTrue(np.array_equal(np.bincount(seen, minlength=900), np.bincount(texts.ids, minlength=900)), kind)
            self.assertTrue(all(sum(len(ids) + rows.FRAME for ids, _ in row) <= 64 for row in packed))
            steps = len(packed) // 4
            for step in (0, 7, steps - 1, steps, 2 * steps + 5, 1):
                for x, y in zip(rows.batch(step), make().batch(step)):
                    self.assertTrue(np.array_equal(x, y), (kind, step))

    def test_passages_are_said_again_where_asked_for(self):
        texts = packing.Texts(self.folder / "gpt/tokens.npz", [])
        again = lambda text: any(np.array_equal(text[p:], text[:-p]) for p in range(max(len(text) // 6, 1), len(text) // 2 + 2))
        for share, said in ((1.0, True), (0.0, False)):
            ids, _, numbers = packing.Rows(texts, 4, 64, 3, share).batch(3)
            long = [row[of == n][1:] for row, of in zip(ids, numbers) for n in set(of) - {0} if (of == n).sum() > 16]
            self.assertTrue(long)
            self.assertEqual(said, all(again(text) for text in long))

    def test_pieces_are_quoted_where_asked_for(self):
        rng, text = np.random.default_rng(0), np.arange(1, 65)
        for length in (16, 17, 40, 64):
            for _ in range(50):
                quoted = packing.Rows.quoted(text[:length], rng)
                self.assertEqual(len(quoted), length)
                # Where the text does not go on, a piece of its beginning begins.
                cuts = [i for i in range(1, length) if quoted[i] != quoted[i - 1] + 1]
                whole = cuts[0] if cuts else length
                self.assertTrue(np.array_equal(quoted[:whole], text[:whole]))
                self.assertLessEqual(quoted[whole:].max(initial=0), whole)
                self.assertTrue(all(b - a <= 48 for a, b in zip(cuts, cuts[1:])))
        texts = packing.Texts(self.folder / "gpt/tokens.npz", [])
        rows = lambda *shares: packing.Rows(texts, 4, 64, 3, *shares).batch(3)
        self.assertFalse(np.array_equal(rows(1.0, 1.0)[0], rows(1.0)[0]))
        self.assertTrue(np.array_equal(rows(1.0, 0.0)[0], rows(1.0)[0]))

    def test_a_text_sees_nothing_of_its_neighbours(self):
        torch.manual_seed(0)
        c = pretrain.shape(pretrain.arguments(["gpt", "-", "-", "--steps", "1", *SHAPE["gpt"]]), 900)
        model = networks.Llama(c)
        for w in model.parameters():
            torch.nn.init.normal_(w, std=0.3)
        a, b = torch.randint(1, 900, (1, 20)), torch.randint(1, 900, (1, 30))
        number = lambda ids, n: torch.full(ids.shape, n)
        both = model.hidden(torch.cat((a, b), 1), torch.cat((number(a, 1), number(b, 2)), 1))
        self.assertLess((both[:, :20] - model.hidden(a, number(a, 1))).abs().max(), 1e-4)
        self.assertLess((both[:, 20:] - model.hidden(b, number(b, 1))).abs().max(), 1e-4)

    def test_the_written_out_gradients_are_those_of_autograd(self):
        torch.manual_seed(0)
        numbers = lambda *shape: torch.randn(*shape, dtype=torch.double, requires_grad=True)
        self.assertTrue(torch.autograd.gradcheck(lambda x, g: networks.RootMeanSquare.apply(x, g, 1e-5), (numbers(3, 8), numbers(8))))
        self.assertTrue(torch.autograd.gradcheck(networks.SwiGLU.apply, (numbers(3, 8),)))
        h, w, bias, y = torch.randn(700, 8, requires_grad=True), torch.randn(30, 8, requires_grad=True), torch.randn(30, requires_grad=True), torch.randint(0, 30, (700,))
        loss, plain = networks.OutputLoss.apply(h, w, bias, y, 0.01)
        logits = torch.nn.functional.linear(h, w, bias)
        cross = torch.nn.functional.cross_entropy(logits, y, reduction="sum")
        expected = cross + 0.01 * logits.logsumexp(1).square().sum()
        self.assertAlmostEqual(plain.item(), cross.item(), delta=0.01)
        self.assertAlmostEqual(loss.item(), expected.item(), delta=0.01)
        for got, want in zip(torch.autograd.grad(loss, (h, w, bias)), torch.autograd.grad(expected, (h, w, bias))):
            self.assertLess((got - want).norm() / want.norm(), 1e-5)

    def test_a_hundred_steps_learn_and_an_interruption_changes_nothing(self):
        for kind in ("gpt", "bert"):
            log = self.train(kind, f"{kind}-whole", 100, "--decay", 30, "--snapshots", "0,50")
            losses = [float(line.split("loss ")[1].split(",")[0]) for line in log.splitlines() if line.startswith("step ")]
            self.assertEqual(len(losses), 10)
            self.assertLess(losses[-1], losses[0] - {"gpt": 1.0, "bert": 0.6}[kind], (kind, losses))
            self.assertTrue((self.folder / f"{kind}-whole/step-0.pt").exists())

            # Stopped by a signal in the middle of step 38, and continued by the same command.
            average = pretrain.Run.average

            def interrupted(run, keep):
                if run.step == 37:
                    signal.raise_signal(signal.SIGTERM)
                average(run, keep)

            with mock.patch.object(pretrain.Run, "average", interrupted):
                self.train(kind, f"{kind}-parts", 100, "--decay", 30)
            self.assertEqual(state(self.folder / f"{kind}-parts")["step"], 38)
            self.train(kind, f"{kind}-parts", 100, "--decay", 30)
            self.assertEqual(differences(state(self.folder / f"{kind}-whole"), state(self.folder / f"{kind}-parts")), [])
            self.assertEqual([p.name for p in (self.folder / f"{kind}-parts").iterdir()], ["last.pt"])
            self.assertTrue(differences(state(self.folder / f"{kind}-whole"), torch.load(self.folder / f"{kind}-whole/step-50.pt")))

    def test_a_level_run_can_fall_from_any_of_its_checkpoints(self):
        self.train("gpt", "level", 20)
        self.train("gpt", "fallen", 40, "--from", self.folder / "level/last.pt", "--decay", 20)
        self.assertEqual(state(self.folder / "level")["step"], 20)
        self.assertEqual(state(self.folder / "fallen")["step"], 40)
        with self.assertRaisesRegex(SystemExit, "another shape"):
            self.train("gpt", "other", 30, "--from", self.folder / "level/last.pt", "--dim", 64)

    def test_a_run_begins_with_the_weights_of_a_folder(self):
        self.train("gpt", "first", 5)
        run(export, self.folder / "gpt", self.folder / "exported", self.folder / "first/last.pt", "--weights")
        self.train("gpt", "second", 0, "--from", self.folder / "exported")
        first, second = state(self.folder / "first"), state(self.folder / "second")
        self.assertEqual(second["step"], 0)
        for name, w in first["model"].items():
            self.assertTrue(torch.equal(second["model"][name], w.half().float()), name)
        with self.assertRaisesRegex(SystemExit, "another shape: model.embed_tokens.weight"):
            self.train("gpt", "third", 5, "--from", self.folder / "exported", "--dim", 64)

    def test_a_checkpoint_becomes_a_folder_that_transformers_reads(self):
        for kind, reader in (("gpt", transformers.AutoModelForCausalLM), ("bert", transformers.AutoModelForMaskedLM)):
            self.train(kind, f"{kind}-short", 5)
            run(export, self.folder / kind, self.folder / f"{kind}-folder", self.folder / f"{kind}-short/last.pt", "--weights")
            model, how = reader.from_pretrained(self.folder / f"{kind}-folder", dtype=torch.float32, output_loading_info=True)
            self.assertFalse(how["missing_keys"] or how["unexpected_keys"] or how["mismatched_keys"], how)
            kept = state(self.folder / f"{kind}-short")
            own = networks.NETWORKS[kind](pretrain.SimpleNamespace(**kept["shape"]))
            own.load_state_dict(kept["model"])
            ids = torch.randint(5, 900, (1, 40))
            one, base = torch.ones_like(ids), model.base_model(ids).last_hidden_state
            mine = own.hidden(ids, one) if kind == "gpt" else own.hidden(ids, 0 * one, torch.arange(40)[None], one)
            self.assertLess((mine - base).abs().max() / base.abs().max(), 5e-3, kind)

    def test_the_measures_are_those_of_their_definitions(self):
        """A model that knows nothing says every byte of a one-byte vocabulary with the same probability."""
        self.train("gpt", "gpt-blank", 1, "--snapshots", "0")
        kept = torch.load(self.folder / "gpt-blank/step-0.pt")
        for weights in (kept["model"], kept["mean"]):
            weights["model.embed_tokens.weight"].zero_()
        pretrain.save(kept, self.folder / "blank.pt")
        run(export, self.folder / "gpt", self.folder / "blank", self.folder / "blank.pt")
        model, tokenizer = evaluate.read(self.folder / "blank", evaluate.AutoModelForCausalLM)
        text = "\n".join(self.paragraphs[:30]) + "\n"
        tokens = sum(len(tokenizer(p, add_special_tokens=False).input_ids) + 1 for p in self.paragraphs[:30])
        expected = tokens * np.log2(900) / len(text.encode())
        self.assertAlmostEqual(evaluate.bits_per_byte(model, tokenizer, text, "newline"), expected, places=4)
        self.assertAlmostEqual(evaluate.bits_per_byte(model, tokenizer, text, "end"), expected, places=4)

    def test_reviews_are_held_out_and_classified_alike_after_an_interruption(self):
        reviews = sentiment.table("reviews.tsv")
        self.assertEqual({label: sum(r[0] == label for r in reviews) for label in sentiment.LABELS}, dict.fromkeys(sentiment.LABELS, 120))
        self.assertEqual(len({text for _, _, text in reviews}), 360)
        sentences = sentiment.Sentences(0, 500, {0: ["vile"], 2: ["fine"]})
        self.assertEqual(sentences.batch(3), sentiment.Sentences(0, 500, {0: ["vile"], 2: ["fine"]}).batch(3))
        held = [sentiment.phrases(text) for _, _, text in reviews]
        for text, label in sentences.batch(3):
            self.assertIn(label, range(3))
            self.assertFalse(any(sentiment.phrases(text) & each for each in held), text)
        self.train("bert", "bert-trunk", 1)
        run(export, self.folder / "bert", self.folder / "trunk", self.folder / "bert-trunk/last.pt")
        train = lambda out: run(sentiment, "--trunk", self.folder / "trunk", "--out", self.folder / out, "--work", self.folder / f"{out}-run", "--steps", 6, "--batch", 4)
        train("classifier")
        batch = sentiment.Sentences.batch

        def interrupted(sentences, step):
            if step == 2:
                signal.raise_signal(signal.SIGTERM)
            return batch(sentences, step)

        with mock.patch.object(sentiment.Sentences, "batch", interrupted):
            train("again")
        self.assertEqual(state(self.folder / "again-run")["step"], 3)
        said = train("again")
        self.assertEqual(differences(state(self.folder / "classifier-run"), state(self.folder / "again-run")), [])
        measured = run(sentiment, "--measure", self.folder / "classifier")
        self.assertEqual(measured.splitlines()[3].split("|")[1:3], said[said.index("| test"):].splitlines()[2].split("|")[1:3])

    def test_overlaps_are_those_of_their_definitions(self):
        """The first two numbers are those of sacreBLEU 2.6."""
        pairs = [("the cat sat on the mat", "the cat sat on a mat"), ("two red houses stand here", "two small red houses stand here")]
        self.assertAlmostEqual(overlap.bleu(pairs), 55.706155, places=5)
        self.assertAlmostEqual(overlap.chrf(pairs), 72.619835, places=5)
        self.assertAlmostEqual(overlap.chrf([(b, b) for _, b in pairs]), 100)
        self.assertAlmostEqual(overlap.bleu([(b, b) for _, b in pairs]), 100)
        self.assertEqual((overlap.bleu([("a b", "c d")]), overlap.chrf([("a b", "c d")])), (0, 0))

    def test_captions_follow_from_their_pictures(self):
        rng = shapes.random.Random(3)
        for unseen in (False, True):
            for _ in range(200):
                image, caption, parts = shapes.sample(rng, unseen)
                things = [(p["colour"], p["shape"]) for p in parts]
                self.assertEqual([shapes.named(t) for t in things][0], caption[:len(shapes.named(things[0]))])
                if len(parts) == 2:
                    self.assertEqual(shapes.held_out(*things), unseen)
                    self.assertEqual(shapes.held_out(*things[::-1]), unseen)
                    self.assertGreaterEqual(parts[0]["radius"], 1.5 * parts[1]["radius"])
                    self.assertTrue(caption.endswith(shapes.named(things[1])))
                    self.assertIn(" " + shapes.relation(*((p["x"], p["y"]) for p in parts)) + " ", caption)
                for p in parts:  # The middle of each thing, or of a ring's band, has its colour.
                    off = p["radius"] * 0.75 if p["shape"] == "ring" else 0
                    at = (int((p["x"] + off) * image.width), int(p["y"] * image.height))
                    self.assertEqual(image.getpixel(at), tuple(p["paint"]), caption)

    def test_a_captioner_that_was_interrupted_goes_on(self):
        size = "--rows 2 --tower 1 --layers 1 --dim 32 --heads 2 --warm 2".split()
        with tempfile.TemporaryDirectory() as there:
            folder = pathlib.Path(there)
            run(train_captioner, folder / "whole", *size, "--steps", 4)
            run(train_captioner, folder / "parts", *size, "--steps", 2)
            run(train_captioner, folder / "parts", *size, "--steps", 4)
            self.assertEqual(differences(state(folder / "whole"), state(folder / "parts")), [])
            run(train_captioner, folder / "whole", *size, "--export", folder / "model")
            model = transformers.LlavaForConditionalGeneration.from_pretrained(folder / "model", dtype=torch.float32)
            tokenizer = transformers.AutoTokenizer.from_pretrained(folder / "model")
            self.assertEqual(tokenizer("A red circle left of a blue square").input_ids[1:], [train_captioner.VOCABULARY[w] for w in "a red circle left of a blue square".split()])
            # What is trained without a search for image tokens is what the library runs with them.
            pictures, ids, _ = train_captioner.batch("test", 2)
            c = train_captioner.arguments([str(folder / "whole"), *size])
            own = train_captioner.Run(c)
            own.model.load_state_dict(model.state_dict())
            with torch.no_grad():
                theirs = model(input_ids=ids, pixel_values=pictures, logits_to_keep=train_captioner.LONGEST).logits
                self.assertLess((own.logits(pictures, ids) - theirs).abs().max().item(), 1e-5)


if __name__ == "__main__":
    unittest.main(verbosity=2)
