#!/usr/bin/env python3
"""Writes classes/: small folders as they lie on model hubs, and what their tokenizer classes give for some texts.

Needs transformers and sentencepiece: class_reference.py FOLDER. The vocabularies are trained here on a few sentences.
"""
import io
import json
import os
import sys
import tempfile
import warnings

import sentencepiece
from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers
from sentencepiece import sentencepiece_model_pb2
from transformers import AutoTokenizer

warnings.filterwarnings("ignore")
OUT = sys.argv[1]
SENTENCES = """the cat sat on the mat. the cats aren't there, it's a dog!
a dog ran to the café; naïve people saw 12 dogs and 345 cats.
she sells shells by the shore, he doesn't. 東京 is far away.
wir haben die Katze gesehen, und der Hund lief weg. où est le chat?
the mat was red, the dog was brown, and nobody knew why.""".split("\n")
TEXTS = [
    "the cat sat on the mat.", "The Cat isn't HERE, it 's a dog !", " the  cat ", "", "   ", "café naïve Où", "東京 the",
    "cat\ncat\tdog", "🙂 zzz 𝔘", "<s> the </s> cat", "[MASK] cat [SEP]", "<mask> the <pad>", "a dog.The cat", "12345 mats",
    "▁the ▁cat", "<|endoftext|> dog", "<extra_id_0> cat", "de_DE the cat", "fra_Latn cat", "__de__ cat", ">>deu<< the cat",
    ">>xyz<< cat", "the [NEW]cat", "don't  WORD words", "ﬁne ½ Ａ", "<|1.08|> the", "\u0000a\ufeffb",
    "e\u0301te\u0301 e\u0301\u0327", "catcatcat " * 3 + "x",
]
PAIRS = [("the cat", "a dog"), ("the cat", ""), ("", "a dog")]


def train(model, trainer, **parts):
    tokenizer = Tokenizer(model)
    for name, part in parts.items():
        setattr(tokenizer, name, part)
    tokenizer.train_from_iterator(SENTENCES, trainer)
    return json.loads(tokenizer.to_str())


# A character table of a few entries keeps the files small.
RULES = tempfile.NamedTemporaryFile("w", suffix=".tsv")
RULES.write("9\t20\nA\t20\nA0\t20\n3000\t20\nFF21\t41\nFB01\t66 69\nBD\t31 2044 32\nFEFF\t\n65 301\tE9\n65 301 327\tE9\n")
RULES.flush()


def pieces(model_type, size, **options):
    out = io.BytesIO()
    if "normalization_rule_name" not in options:
        options["normalization_rule_tsv"] = RULES.name
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(SENTENCES), model_writer=out, model_type=model_type, vocab_size=size,
        hard_vocab_limit=False, minloglevel=2, **options)
    return out.getvalue()


SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
bert = train(models.WordPiece(unk_token="[UNK]"), trainers.WordPieceTrainer(vocab_size=160, special_tokens=SPECIAL),
             normalizer=normalizers.BertNormalizer(), pre_tokenizer=pre_tokenizers.BertPreTokenizer())
bert["decoder"] = json.loads(decoders.WordPiece().__getstate__())
bert["post_processor"] = json.loads(processors.BertProcessing(("[SEP]", 3), ("[CLS]", 2)).__getstate__())
byte_level = train(models.BPE(), trainers.BpeTrainer(vocab_size=320, special_tokens=["<|endoftext|>"],
                                                     initial_alphabet=pre_tokenizers.ByteLevel.alphabet()),
                   pre_tokenizer=pre_tokenizers.ByteLevel(add_prefix_space=False), decoder=decoders.ByteLevel())
roberta = train(models.BPE(), trainers.BpeTrainer(vocab_size=320, initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
                                                  special_tokens=["<s>", "<pad>", "</s>", "<unk>", "<mask>"]),
                pre_tokenizer=pre_tokenizers.ByteLevel(add_prefix_space=False), decoder=decoders.ByteLevel())
clip = train(models.BPE(unk_token="<|endoftext|>", end_of_word_suffix="</w>"),
             trainers.BpeTrainer(vocab_size=600, end_of_word_suffix="</w>",
                                 initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
                                 special_tokens=["<|startoftext|>", "<|endoftext|>"]),
             pre_tokenizer=pre_tokenizers.ByteLevel(add_prefix_space=False))
unigram = pieces("unigram", 120)
unigram_bytes = pieces("unigram", 400, byte_fallback=True)
# Pieces that the user defined are never joined with their neighbours; scores that are equal leave the left one first.
whole_words = pieces("bpe", 170, user_defined_symbols=["cat", "dog was"])
bpe = pieces("bpe", 150)
llama_pieces = pieces("bpe", 400, byte_fallback=True, normalization_rule_name="identity", remove_extra_whitespaces=False)
fallback = sentencepiece.SentencePieceProcessor(model_proto=llama_pieces)
t5_pieces = pieces("unigram", 120, pad_id=0, eos_id=1, unk_id=2, bos_id=-1)


def llama_json(**changes):
    vocab = {fallback.id_to_piece(i): i for i in range(fallback.get_piece_size())}
    merges = []
    for token in vocab:
        for cut in range(1, len(token)):
            if token[:cut] in vocab and token[cut:] in vocab:
                merges.append((vocab[token], len(token[:cut]), [token[:cut], token[cut:]]))
    tokenizer = {
        "version": "1.0", "truncation": None, "padding": None,
        "added_tokens": [{"id": i, "content": c, "single_word": False, "lstrip": False, "rstrip": False,
                          "normalized": False, "special": True} for i, c in enumerate(["<unk>", "<s>", "</s>"])],
        "normalizer": {"type": "Sequence", "normalizers": [
            {"type": "Prepend", "prepend": "▁"}, {"type": "Replace", "pattern": {"String": " "}, "content": "▁"}]},
        "pre_tokenizer": None,
        "post_processor": json.loads(processors.TemplateProcessing(
            single="<s> $A", pair="<s> $A <s>:1 $B:1", special_tokens=[("<s>", 1)]).__getstate__()),
        "decoder": {"type": "Sequence", "decoders": [
            {"type": "Replace", "pattern": {"String": "▁"}, "content": " "}, {"type": "ByteFallback"},
            {"type": "Fuse"}, {"type": "Strip", "content": " ", "start": 1, "stop": 0}]},
        "model": {"type": "BPE", "dropout": None, "unk_token": "<unk>", "continuing_subword_prefix": None,
                  "end_of_word_suffix": None, "fuse_unk": True, "byte_fallback": True, "ignore_merges": False,
                  "vocab": vocab, "merges": [m for _, _, m in sorted(merges, key=lambda m: m[:2])]}}
    tokenizer.update(changes)
    return tokenizer


def merged(tokenizer):
    return "#version: 0.2\n" + "".join(" ".join(m) + "\n" for m in tokenizer["model"]["merges"])


def added(*tokens):
    flags = {"lstrip": False, "rstrip": False, "normalized": False, "single_word": False, "special": True}
    return {str(i): {**flags, "content": c, **more} for i, c, more in tokens}


def changed(tokenizer, **parts):
    return {**json.loads(json.dumps(tokenizer)), **parts}


def vocab_of(*models_, first=()):
    tokens = list(first)
    for proto in models_:
        p = sentencepiece.SentencePieceProcessor(model_proto=proto)
        tokens += [p.id_to_piece(i) for i in range(p.get_piece_size()) if p.id_to_piece(i) not in tokens]
    return {t: i for i, t in enumerate(tokens)}


def without(vocab, *tokens):
    kept = [t for t in vocab if t not in tokens]
    return {t: i for i, t in enumerate(kept)}


def equal_scores(proto, step):
    """The same model with the scores of `step` neighbours made equal."""
    model = sentencepiece_model_pb2.ModelProto.FromString(proto)
    for piece in model.pieces:
        if piece.type == 1:
            piece.score = piece.score // step
    return model.SerializeToString()


n = len(bert["model"]["vocab"])
byte_files = {"vocab.json": byte_level["model"]["vocab"], "merges.txt": merged(byte_level)}
FOLDERS = {
    "bert-json": {"tokenizer.json": bert, "tokenizer_config.json": {"tokenizer_class": "BertTokenizer"},
                  "config.json": {"model_type": "bert"}},
    "bert-json-lower": {
        "tokenizer.json": changed(bert, normalizer={"type": "BertNormalizer", "clean_text": True,
                                                    "handle_chinese_chars": True, "strip_accents": None, "lowercase": False}),
        "tokenizer_config.json": {"tokenizer_class": "BertTokenizer", "do_lower_case": True,
                                  "model_max_length": 1000000000000000019884624838656},
        "config.json": {"model_type": "bert"}},
    "bert-added": {
        "tokenizer.json": bert, "config.json": {"model_type": "bert"},
        "tokenizer_config.json": {
            "tokenizer_class": "BertTokenizer", "clean_up_tokenization_spaces": True,
            "added_tokens_decoder": added(*[(i, t, {}) for i, t in enumerate(SPECIAL)],
                                          (n, "[NEW]", {"lstrip": True}),
                                          (n + 1, "WORD", {"normalized": True, "single_word": True, "special": False}))}},
    "bert-old": {
        "vocab.txt": "".join(t + "\n" for t in bert["model"]["vocab"]),
        "tokenizer_config.json": {"tokenizer_class": "BertTokenizer", "do_lower_case": False, "max_len": 64},
        "added_tokens.json": {"[NEW]": n, "mats": n + 1}, "special_tokens_map.json": {"mask_token": {
            "content": "[MASK]", "lstrip": True, "normalized": False, "rstrip": False, "single_word": False}},
        "config.json": {"model_type": "bert"}},
    "gpt2-files": {**byte_files, "config.json": {"model_type": "gpt2"},
                   "tokenizer_config.json": {"add_bos_token": True, "add_prefix_space": True}},
    "gpt2-json-replaced": {
        "tokenizer.json": changed(byte_level, pre_tokenizer={"type": "Sequence", "pretokenizers": [
            {"type": "Digits", "individual_digits": True},
            {"type": "ByteLevel", "add_prefix_space": True, "trim_offsets": True, "use_regex": True}]}),
        "tokenizer_config.json": {"tokenizer_class": "GPT2Tokenizer"}, "config.json": {"model_type": "gpt2"}},
    "gpt2-split-special": {"tokenizer.json": byte_level, "config.json": {"model_type": "gpt2"},
                           "tokenizer_config.json": {"split_special_tokens": True}},
    "gpt-neox-json": {"tokenizer.json": byte_level, "config.json": {"model_type": "gpt_neox"},
                      "tokenizer_config.json": {"clean_up_tokenization_spaces": True, "add_bos_token": True}},
    "roberta-files": {"vocab.json": roberta["model"]["vocab"], "merges.txt": merged(roberta),
                      "config.json": {"model_type": "roberta"}},
    "qwen2-files": {**byte_files, "config.json": {"model_type": "qwen2"},
                    "tokenizer_config.json": {"tokenizer_class": "Qwen2Tokenizer", "bos_token": None,
                                              "additional_special_tokens": ["[NEW]", "<s>"]}},
    "whisper-files": {
        **byte_files, "config.json": {"model_type": "whisper"},
        "tokenizer_config.json": {"language": "German", "task": "translate", "added_tokens_decoder": added(
            *[(len(byte_level["model"]["vocab"]) + i, t, {}) for i, t in enumerate(
                ["<|startoftranscript|>", "<|en|>", "<|zh|>", "<|de|>", "<|translate|>", "<|transcribe|>",
                 "<|startofprev|>", "<|notimestamps|>"])])}},
    "clip-files": {"vocab.json": clip["model"]["vocab"], "merges.txt": merged(clip), "config.json": {"model_type": "clip"}},
    "llama-json-eos": {"tokenizer.json": llama_json(), "config.json": {"model_type": "llama"},
                       "tokenizer_config.json": {"tokenizer_class": "LlamaTokenizer", "add_bos_token": True,
                                                 "add_eos_token": True, "legacy": True, "eos_token": "</s>"}},
    "llama-pieces": {"tokenizer.model": llama_pieces, "config.json": {"model_type": "llama"},
                     "tokenizer_config.json": {"tokenizer_class": "LlamaTokenizer", "add_eos_token": True}},
    "generic-pieces": {"tokenizer.model": llama_pieces, "config.json": {"model_type": "llama"}},
    "t5-pieces": {"spiece.model": t5_pieces, "config.json": {"model_type": "t5"},
                  "tokenizer_config.json": {"extra_ids": 4}},
    "xlm-roberta-pieces": {"sentencepiece.bpe.model": unigram, "config.json": {"model_type": "xlm-roberta"}},
    "camembert-pieces": {"sentencepiece.bpe.model": unigram, "config.json": {"model_type": "camembert"}},
    "deberta-v2-pieces": {"spm.model": unigram, "config.json": {"model_type": "deberta-v2"},
                          "tokenizer_config.json": {"split_by_punct": True, "do_lower_case": True}},
    "albert-pieces": {"spiece.model": pieces("unigram", 120, pad_id=0, unk_id=1, bos_id=-1, eos_id=-1,
                                             control_symbols=["[CLS]", "[SEP]", "[MASK]"]), "config.json": {"model_type": "albert"},
                      "tokenizer_config.json": {"keep_accents": True}},
    "xlnet-pieces": {"spiece.model": unigram, "config.json": {"model_type": "xlnet"}},
    "mbart-pieces": {"sentencepiece.bpe.model": unigram, "config.json": {"model_type": "mbart"},
                     "tokenizer_config.json": {"src_lang": "de_DE"}},
    "mbart50-pieces": {"sentencepiece.bpe.model": unigram, "config.json": {"model_type": "mbart"},
                       "tokenizer_config.json": {"tokenizer_class": "MBart50Tokenizer"}},
    "nllb-pieces": {"sentencepiece.bpe.model": bpe, "config.json": {"model_type": "m2m_100"},
                    "tokenizer_config.json": {"tokenizer_class": "NllbTokenizer", "src_lang": "fra_Latn",
                                              "additional_special_tokens": ["eng_Latn", "fra_Latn"]}},
    "pegasus-pieces": {"spiece.model": pieces("unigram", 120, pad_id=0, eos_id=1, unk_id=2, bos_id=-1),
                       "config.json": {"model_type": "pegasus"}, "tokenizer_config.json": {"offset": 8}},
    "m2m100-files": {"sentencepiece.bpe.model": unigram, "config.json": {"model_type": "m2m_100"},
                     "vocab.json": vocab_of(unigram, first=["<s>", "<pad>", "</s>", "<unk>"]),
                     "tokenizer_config.json": {"src_lang": "de"}},
    "m2m100-bpe-files": {"sentencepiece.bpe.model": whole_words, "config.json": {"model_type": "m2m_100"},
                         "vocab.json": vocab_of(whole_words, first=["<s>", "<pad>", "</s>", "<unk>"])},
    "marian-bpe-files": {"source.spm": equal_scores(bpe, 8), "target.spm": whole_words, "config.json": {"model_type": "marian"},
                         "vocab.json": without(vocab_of(bpe, whole_words, first=["</s>", "<unk>", ">>deu<<", "<pad>", "z"]),
                                               "▁the", "og", "▁c")},
    "marian-bytes-files": {"source.spm": llama_pieces, "target.spm": unigram_bytes, "config.json": {"model_type": "marian"},
                           "vocab.json": without(vocab_of(llama_pieces, unigram_bytes, first=["</s>", "<unk>", "<pad>"]),
                                                 "<0xF0>", "at")},
    "marian-files": {"source.spm": unigram, "target.spm": bpe, "config.json": {"model_type": "marian"},
                     "vocab.json": vocab_of(unigram, bpe, first=["</s>", "<unk>", ">>deu<<", "<pad>"])},
}


def write(folder, name, content):
    with open(os.path.join(folder, name), "wb") as file:
        if isinstance(content, bytes):
            file.write(content)
        elif isinstance(content, str):
            file.write(content.encode())
        else:
            file.write(json.dumps(content, ensure_ascii=True, separators=(",", ":")).encode() + b"\n")


def record(tokenizer, name, text, pair):
    both = (text,) if pair is None else (text, pair)
    given = tokenizer(*both, return_special_tokens_mask=tokenizer.is_fast,
                      return_offsets_mapping=tokenizer.is_fast, return_token_type_ids=tokenizer.is_fast or None)
    ids = given["input_ids"]
    tokens = given.encodings[0].tokens if tokenizer.is_fast else None
    row = {"id": name, "text": text}
    if pair is not None:
        row["pair"] = pair
    return {**row, "ids": ids, "tokens": tokens, "offsets": given.get("offset_mapping"),
            "type_ids": given.get("token_type_ids") if tokenizer.is_fast else None,
            "special_tokens_mask": given.get("special_tokens_mask") if tokenizer.is_fast else None,
            "decoded": tokenizer.decode(ids), "decoded_skip_special": tokenizer.decode(ids, skip_special_tokens=True)}


manifest = []
for name, files in FOLDERS.items():
    folder = os.path.join(OUT, name)
    os.makedirs(folder, exist_ok=True)
    for file, content in files.items():
        write(folder, file, content)
    tokenizer = AutoTokenizer.from_pretrained(folder)
    rows = [record(tokenizer, "t%d" % i, text, None) for i, text in enumerate(TEXTS)]
    rows += [record(tokenizer, "p%d" % i, *pair) for i, pair in enumerate(PAIRS)]
    write(folder, "auto.jsonl", "".join(json.dumps(row) + "\n" for row in rows))
    if "target.spm" in files:
        targets = [{"id": "t%d" % i, "text": text, "ids": tokenizer(text_target=text)["input_ids"]} for i, text in enumerate(TEXTS)]
        write(folder, "target.jsonl", "".join(json.dumps(row) + "\n" for row in targets))
    manifest.append({"name": name, "class": type(tokenizer).__name__})
write(OUT, "manifest.json", json.dumps({"folders": manifest}, indent=1) + "\n")
