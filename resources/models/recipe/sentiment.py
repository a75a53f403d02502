"""Trains the `sentiment` classifier (BertForSequenceClassification) on the trunk of the built-in `bert`.

    sentiment.py --trunk BERT-FOLDER --out FOLDER --work RUN-FOLDER [--steps N] [--layers L] [--rated vader_lexicon.txt]
    sentiment.py --measure FOLDER

Its sentences are made by the grammar below and by opinions.py, together with two thirds of the hand-written ones in sentences.tsv; --rated
adds short phrases with words that people rated (the word list of the package vaderSentiment). Measured are reviews.tsv, which was
written before opinions.py and is in no training, the third of sentences.tsv that is kept back, and the grammar's own. A step's sentences
depend on its number alone, and RUN-FOLDER keeps where training was interrupted.
"""
import argparse
import json
import os
import re
import time

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

from folder import read_folder, write_folder
from models import Bert
from opinions import Reviews
from running import save, stop_signals

LABELS = ("negative", "neutral", "positive")
NEGATIVE, NEUTRAL, POSITIVE = range(3)

THINGS = ("the film", "the story", "the book", "the play", "the music", "the ending", "the soup", "the dinner", "the bread", "the wine",
          "the cake", "the coffee", "the hotel", "the room", "the bed", "the garden", "the house", "the city", "the view", "the service",
          "the waiter", "the teacher", "the doctor", "the driver", "the actor", "our guide", "my phone", "my new coat", "this chair",
          "the lamp", "the watch", "the journey", "the evening", "the concert", "the party", "the lesson", "the weather", "the answer",
          "the idea", "the game", "her voice", "his letter", "the shop", "the place", "the whole day", "it", "this", "that meal")
ADJECTIVES = {
    POSITIVE: ("good", "great", "wonderful", "excellent", "lovely", "beautiful", "delightful", "brilliant", "charming", "perfect", "pleasant",
               "splendid", "fine", "amazing", "fantastic", "superb", "nice", "fresh", "sweet", "elegant", "magnificent", "marvellous", "kind",
               "friendly", "helpful", "funny", "clever", "comfortable", "delicious", "enjoyable", "remarkable", "exciting", "cheerful",
               "warm", "gentle", "honest", "generous", "bright", "sunny",
               "graceful", "glad", "merry", "wise", "patient", "polite", "faithful", "precious", "clean", "cosy", "tasty", "proud",
               "thrilling", "touching", "sincere", "successful", "satisfying", "refreshing", "inspiring", "impressive", "heavenly",
               "better than ever", "a joy", "a pleasure", "a great success", "well made", "worth every penny", "first rate", "interesting"),
    NEGATIVE: ("bad", "terrible", "awful", "horrible", "dreadful", "boring", "dull", "rude", "dirty", "ugly", "disappointing", "poor", "nasty",
               "miserable", "unpleasant", "tedious", "stupid", "useless", "broken", "painful", "wretched", "disgusting", "annoying", "weak",
               "stale", "noisy", "unfair", "tiresome", "cruel", "ridiculous", "hopeless", "worthless", "bitter", "cold", "foul", "false", "greedy", "lazy",
               "sour", "harsh", "angry", "careless", "clumsy", "empty", "grim", "lifeless", "messy", "rotten", "selfish", "silly",
               "shameful", "shocking", "sickening", "tasteless", "ruined", "unkind", "unhappy", "vulgar", "dishonest",
               "a mess", "a disaster",
               "a waste of time", "a disappointment", "badly made", "worse than ever", "an insult", "frightful", "mean"),
    NEUTRAL: ("red", "blue", "grey", "round", "made of wood", "on the table", "near the station", "in the next street", "open on monday",
              "as long as the other one", "about a man and his dog", "the second of three", "on the left", "from france", "in the kitchen",
              "under the window", "the same as before", "about an hour long", "ten years old", "at the end of the road", "upstairs",
              "behind the church", "called the swan", "for two people", "in english", "between the bank and the school")}
UNSEEN = {POSITIVE: ("glorious", "agreeable", "admirable", "joyful", "tender", "noble", "pretty", "happy", "gracious", "exquisite"),
          NEGATIVE: ("vile", "gloomy", "shabby", "foolish", "dismal", "hateful", "wicked", "sad", "ill", "filthy")}
VERBS = {POSITIVE: ("loved", "enjoyed", "liked", "admired", "adored", "really liked", "was delighted with", "was happy with", "fell in love with",
                    "recommend", "cannot praise enough", "was impressed by", "am grateful for", "praised"),
         NEGATIVE: ("hated", "disliked", "regretted", "despised", "cannot stand", "was disappointed by", "was tired of", "complained about",
                    "was ashamed of", "am sick of", "was angry about", "could not bear", "was annoyed by", "wasted my money on"),
         NEUTRAL: ("saw", "bought", "found", "visited", "heard about", "asked about", "wrote about", "looked at", "talked about", "waited for",
                   "read about", "passed", "noticed", "told him about")}
PLAIN = ("not enjoy", "not like", "never like", "not care for", "not recommend", "not want to see")
PEOPLE = ("i", "we", "they", "my mother", "my brother", "everyone", "the children", "my friend", "she", "he", "our neighbours")
TIMES = ("yesterday", "last week", "in the morning", "on monday", "at noon", "in the evening", "on the way home", "two years ago")
DEGREES = ("", "", "", "very ", "really ", "quite ", "so ", "truly ", "rather ", "extremely ", "simply ", "just ")
PRAISE = ("i would gladly come again", "i would do it again", "thank you so much", "we came home happy", "i recommend it to everyone",
          "it made me smile", "it was worth the wait", "i could not be happier", "we all laughed and cheered", "nothing could be better",
          "it could not have been better", "you will love it", "best of all, it lasts", "i am very pleased")
BLAME = ("i will never come again", "never again", "i want my money back", "we left early", "do not go there", "it made me cry",
         "it was not worth the money", "i could not be more disappointed", "it could have been better", "nothing worked", "save your money",
         "nobody helped us", "it hurt for days", "i am very angry", "it fell apart at once", "it could not be worse")
FACTS = ("the shop closes at six", "we arrived at noon", "the train leaves at ten", "there are two doors", "i went with my brother",
         "the street is called church street", "it has three floors", "she put the key on the table", "he lives near the river",
         "the second part begins on page ten", "the bus stops at the corner", "they sat by the window", "we took the road to the left")


class Grammar:
    """sentence() is (text, label). After `but`, and in the main clause of `although`, stands what the speaker means."""

    def __init__(self, rng, adjectives=ADJECTIVES):
        self.rng, self.adjectives = rng, adjectives

    def pick(self, items):
        return items[int(self.rng.integers(len(items)))]

    def claim(self, label):
        """A main clause with that label, without its full stop."""
        pick, rng = self.pick, self.rng
        thing, adjective = pick(THINGS), pick(self.adjectives.get(label, ADJECTIVES[NEUTRAL]))
        one_word = " " not in adjective
        if label == NEUTRAL:
            return pick((f"{thing} {pick(('is', 'was'))} {adjective}", f"{pick(PEOPLE[:4])} {pick(VERBS[label])} {thing} {pick(TIMES)}", pick(FACTS),
                         f"where is {thing}", f"{pick(PEOPLE)} went to {pick(('the shop', 'the hotel', 'the play', 'the house'))} {pick(TIMES)}"))
        opposite = POSITIVE + NEGATIVE - label
        other = pick(self.adjectives[opposite])
        kind = rng.integers(0, 10)
        if kind < 3:
            return f"{thing} {pick(('is', 'was'))} {pick(DEGREES) if one_word else ''}{adjective}"
        if kind == 3 and " " not in other:
            return f"{thing} {pick(('is not', 'was not', 'was never', 'was hardly', 'was not at all'))} {other}"
        if kind == 4:
            return f"{thing} was {adjective} and {pick(self.adjectives[label])}"
        if kind == 5:
            return f"{pick(('i', 'we', 'everyone', 'my mother'))} {pick(VERBS[label][:6] if label == POSITIVE else VERBS[label][:4])} {thing}"
        if kind == 6:
            return f"i {pick(VERBS[label])} {thing}"
        if kind == 7:
            if label == NEGATIVE:
                return pick((f"{pick(('i did', 'we did', 'they did', 'she did'))} {pick(PLAIN)} {thing}", f"nobody liked {thing}",
                             f"{thing} was far too {pick(('long', 'short', 'small', 'loud', 'slow', 'expensive', 'cold', 'hot', 'dark'))}",
                             f"there was nothing {other if ' ' not in other else 'good'} about {thing}"))
            return pick((f"nobody disliked {thing}", f"there was nothing {other if ' ' not in other else 'bad'} about {thing}",
                         f"i have never seen anything so {adjective if one_word else 'good'}", f"everyone should see {thing}"))
        if kind == 8 and one_word:
            return f"what {'an' if adjective[0] in 'aeiou' else 'a'} {adjective} {thing.split()[-1] if ' ' in thing else 'day'}"
        return pick(PRAISE if label == POSITIVE else BLAME)

    def sentence(self):
        pick, rng = self.pick, self.rng
        label = int(rng.integers(0, 3))
        text, kind = self.claim(label), rng.random()
        if label != NEUTRAL:
            opposite = POSITIVE + NEGATIVE - label
            if kind < 0.13:
                text = f"{self.claim(opposite)}, but {text}"
            elif kind < 0.18:
                text = f"although {self.claim(opposite)}, {text}"
            elif kind < 0.23:
                text = f"i thought it would be {pick(self.adjectives[opposite])}, but {text}"
            elif kind < 0.31:
                text = f"{self.claim(NEUTRAL)}, and {text}"
            elif kind < 0.39:
                text = f"{text}, and {self.claim(label)}"
            elif kind < 0.45:
                text = f"{self.claim(NEUTRAL)}. {text}"
        elif kind < 0.25:
            text = f"{text}, and {self.claim(NEUTRAL)}"
        return text + pick((".", ".", ".", "!" if label != NEUTRAL else ".", "")), label


class WordPiece:
    """Lower-cased words and marks cut into the longest pieces of the vocabulary (plain ASCII text)."""

    def __init__(self, file):
        self.vocab = json.load(open(file, encoding="utf-8"))["model"]["vocab"]

    def __call__(self, text):
        ids = [self.vocab["[CLS]"]]
        for word in re.findall(r"[a-z0-9]+|[^\sa-z0-9]", text.lower()):
            ids += self.pieces(word)
        return ids + [self.vocab["[SEP]"]]

    def pieces(self, word):
        ids, start = [], 0
        while start < len(word):
            for end in range(len(word), start, -1):
                piece = ("##" if start else "") + word[start:end]
                if piece in self.vocab:
                    ids.append(self.vocab[piece])
                    start = end
                    break
            else:
                return [self.vocab["[UNK]"]]
        return ids


class Classifier(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.trunk = Bert(c)
        self.pooler, self.classifier = nn.Linear(c.dim, c.dim), nn.Linear(c.dim, len(LABELS))

    def forward(self, ids):
        hidden = self.trunk.encode(ids, torch.zeros_like(ids)).view(*ids.shape, -1)
        return self.classifier(F.dropout(torch.tanh(self.pooler(hidden[:, 0])), 0.1, self.training))

    def load(self, arrays):
        """The trunk of a BertForMaskedLM folder; layers that this model lacks stay behind."""
        own = self.trunk.state_dict()
        own.update({n: torch.from_numpy(a) for n, a in arrays.items() if n in own})
        self.trunk.load_state_dict(own)

    def load_head(self, arrays):
        """The rest of a BertForSequenceClassification folder."""
        for linear, name in ((self.pooler, "bert.pooler.dense"), (self.classifier, "classifier")):
            linear.load_state_dict({n: torch.from_numpy(arrays[f"{name}.{n}"]) for n in ("weight", "bias")})

    def tensors(self):
        """Every tensor of the Hugging Face layout."""
        return {**{n: w for n, w in self.trunk.state_dict().items() if n.startswith("bert.")},
                **{f"bert.pooler.dense.{n}": w for n, w in self.pooler.state_dict().items()},
                **{f"classifier.{n}": w for n, w in self.classifier.state_dict().items()}}


def padded(rows):
    out = np.zeros((len(rows), max(map(len, rows))), np.int64)
    for i, row in enumerate(rows):
        out[i, : len(row)] = row
    return torch.from_numpy(out)


@torch.no_grad()
def accuracy(model, tokenize, examples):
    model.eval()
    said = torch.cat([model(padded([tokenize(t) for t, _ in examples[i: i + 64]])).argmax(-1) for i in range(0, len(examples), 64)])
    model.train()
    return (said == torch.tensor([y for _, y in examples])).float().mean().item(), said


HERE = os.path.dirname(os.path.abspath(__file__))


def table(name):
    return [line.rstrip("\n").split("\t") for line in open(os.path.join(HERE, name), encoding="utf-8")]


def rated_words(file):
    """{label: words} of a list of words, their mean rating from -4 to 4 and its deviation."""
    words = {NEGATIVE: [], POSITIVE: []}
    for line in open(file, encoding="utf-8"):
        word, mean, deviation, *_ = line.split("\t")
        if re.fullmatch("[a-z]{3,}", word) and abs(float(mean)) >= 1.3 and float(deviation) < 1.3:
            words[POSITIVE if float(mean) > 0 else NEGATIVE].append(word)
    return words


def tests():
    """{name: [(text, label)]} of what no training sees."""
    written = [(text, LABELS.index(label)) for label, text in table("sentences.tsv")]
    maker = Grammar(np.random.default_rng(99))
    made = [maker.sentence() for _ in range(300)]
    maker = Grammar(np.random.default_rng(98), UNSEEN)
    unseen = []
    while len(unseen) < 300:
        text, y = maker.sentence()
        if any(w in re.findall("[a-z]+", text) for w in UNSEEN[POSITIVE] + UNSEEN[NEGATIVE]):
            unseen.append((text, y))
    reviews = [(kind, text, LABELS.index(label)) for label, kind, text in table("reviews.tsv")]
    return {"reviews": [(t, y) for _, t, y in reviews],
            **{f"reviews: {k}": [(t, y) for kind, t, y in reviews if kind == k] for k in ("plain", "negation", "contrast")},
            "hand-written, kept back": written[::3], "grammar, new sentences": made, "grammar, adjectives never trained on": unseen}


def phrases(text, size=5):
    words = re.findall("[a-z']+", text.lower())
    return {tuple(words[i: i + size]) for i in range(len(words) - size + 1)}


class Sentences:
    """batch(step) is [(text, label)]; no sentence is among reviews.tsv or shares five words in a row with it."""

    def __init__(self, seed, size, rated):
        self.seed, self.size, self.rated = seed, size, rated
        self.own = [(text, LABELS.index(label)) for i, (label, text) in enumerate(table("sentences.tsv")) if i % 3]
        self.held = set().union(*(phrases(text) for _, _, text in table("reviews.tsv")))
        self.texts = {text.lower().strip(".!") for _, _, text in table("reviews.tsv")}

    def batch(self, step):
        rng = np.random.default_rng((self.seed, step))
        grammar, reviews, out = Grammar(rng), Reviews(rng, self.rated), []
        while len(out) < self.size:
            kind = rng.random()
            text, y = self.own[int(rng.integers(len(self.own)))] if kind < 0.15 else grammar.sentence() if kind < 0.35 else reviews.sentence()
            if not phrases(text) & self.held and text.lower().strip(".!") not in self.texts:
                out.append((text, y))
        return out


def shape(folder):
    config, arrays = read_folder(folder)
    return argparse.Namespace(layers=config["num_hidden_layers"], heads=config["num_attention_heads"], dim=config["hidden_size"], ffn=config["intermediate_size"],
                              vocab=config["vocab_size"], context=config["max_position_embeddings"]), arrays


def measure(model, tokenize):
    print("\n| test | sentences | right |\n|---|---|---|")
    for name, examples in tests().items():
        print(f"| {name} | {len(examples)} | {100 * accuracy(model, tokenize, examples)[0]:.1f} % |")
    reviews = tests()["reviews"]
    said = accuracy(model, tokenize, reviews)[1]
    print("\nOf the reviews, by what they are (row) and what it says (column):\n\n| | " + " | ".join(LABELS) + " |\n|---|---|---|---|")
    for y, name in enumerate(LABELS):
        print(f"| {name} | " + " | ".join(str(sum(int(s) == k for (_, t), s in zip(reviews, said) if t == y)) for k in range(3)) + " |")
    wrong = [(t, LABELS[y], LABELS[s]) for (t, y), s in zip(reviews, said) if y != s]
    print("\nReviews that it gets wrong:\n" + "\n".join(f"- \"{t}\" is {y}, it says {s}" for t, y, s in wrong))


def main(argv=None):
    p = argparse.ArgumentParser()
    for n in ("trunk", "out", "work", "rated", "measure"):
        p.add_argument("--" + n)
    for n, default in (("steps", 1500), ("layers", 0), ("seed", 0), ("batch", 48), ("threads", 1)):
        p.add_argument("--" + n, type=int, default=default)
    p.add_argument("--lr", type=float, default=3e-4)
    p.add_argument("--save", type=float, default=2.0, help="minutes between two checkpoints")
    c = p.parse_args(argv)
    torch.manual_seed(c.seed)
    torch.set_num_threads(c.threads)
    folder = c.measure or c.trunk
    if not folder or (not c.measure and not (c.out and c.work)):
        p.error("expected --measure, or --trunk, --out and --work")
    sizes, arrays = shape(folder)
    sizes.layers = c.layers or sizes.layers
    tokenizer = os.path.join(folder, "tokenizer.json")
    tokenize = WordPiece(tokenizer)
    model = Classifier(sizes)
    model.load(arrays)
    if c.measure:
        model.load_head(arrays)
        return measure(model, tokenize)
    sentences = Sentences(c.seed, c.batch, rated_words(c.rated) if c.rated else None)
    opt = torch.optim.AdamW(model.parameters(), lr=c.lr, betas=(0.9, 0.98), weight_decay=0.01)
    os.makedirs(c.work, exist_ok=True)
    last, step, stop = os.path.join(c.work, "last.pt"), 0, stop_signals()
    if os.path.exists(last):
        state = torch.load(last)
        model.load_state_dict(state["model"])
        opt.load_state_dict(state["optimizer"])
        step = state["step"]
    checkpoint = lambda: save({"model": model.state_dict(), "optimizer": opt.state_dict(), "step": step}, last)
    saved = start = time.time()
    begun = step
    while step < c.steps and not stop:
        for g in opt.param_groups:
            g["lr"] = c.lr * min(1, (step + 1) / 100, (c.steps - step) / (0.7 * c.steps))
        examples = sentences.batch(step)
        torch.manual_seed(c.seed + step)  # of the dropout
        loss = F.cross_entropy(model(padded([tokenize(t) for t, _ in examples])), torch.tensor([y for _, y in examples]), label_smoothing=0.05)
        opt.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        opt.step()
        step += 1
        if step % 100 == 0:
            print(f"step {step}, loss {loss.item():.3f}, {(time.time() - start) / (step - begun):.2f} s/step, {time.process_time():.0f} CPU s", flush=True)
        if time.time() - saved > 60 * c.save:
            checkpoint()
            saved = time.time()
    checkpoint()
    if step < c.steps:
        return
    config = {**model.trunk.config(), "architectures": ["BertForSequenceClassification"],
              "id2label": {str(i): n for i, n in enumerate(LABELS)}, "label2id": {n: i for i, n in enumerate(LABELS)}}
    write_folder(c.out, model.tensors(), config, tokenizer)
    measure(model, tokenize)


if __name__ == "__main__":
    main()
