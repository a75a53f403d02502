"""What BertViz, CircuitsVis, TransformerLens, nnsight, inseq and Transformers hold, made by them, against the numbers that they hold."""

import inspect
import os
import tempfile
import warnings

import headlight
import numpy
from package_support import Cases, library, raised

CASES = Cases()
TOKENS = ["[CLS]", "the", "cat", "sat", "[SEP]", "it", "slept", "[SEP]"]
IDS = [[1, 5, 9, 30, 2, 7, 11, 2]]


def tiny(kind, **more):
    """A model of Transformers with random weights, and its library."""
    torch, transformers = library("torch"), library("transformers")
    torch.manual_seed(1)
    sizes = {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 4, "intermediate_size": 32, "vocab_size": 50}
    config = getattr(transformers, kind.replace("Model", "Config"))(**{**sizes, **more})
    config._attn_implementation = "eager"
    return torch, getattr(transformers, kind)(config).eval()


def bert():
    torch, model = tiny("BertModel")
    with torch.no_grad():
        return torch.tensor(IDS), model(torch.tensor(IDS), output_attentions=True)


def translated():
    torch, model = tiny("T5Model", d_model=32, d_kv=8, d_ff=32, num_layers=2, num_heads=4)
    with torch.no_grad():
        return model(input_ids=torch.tensor(IDS), decoder_input_ids=torch.tensor([[0, 4, 6]]), output_attentions=True)


def stacked(layers):
    return numpy.stack([each[0].numpy() for each in layers])


def same(reading, expected):
    found = reading.attentions()
    assert found.shape == expected.shape, f"expected {expected.shape}, found {found.shape}"
    assert (found == expected).all(), f"largest difference {abs(found - expected).max()}"
    return f"{list(found.shape)}"


@CASES.case
def transformers_outputs():
    ids, out = bert()
    reading = headlight.reading_of(out, ids)
    assert [token.strip() for token in reading.tokens] == [str(each) for each in IDS[0]], reading.tokens
    return same(reading, stacked(out.attentions))


@CASES.case
def transformers_encoder_and_decoder():
    out = translated()
    names = {"encoder": out.encoder_attentions, "decoder": out.decoder_attentions, "cross": out.cross_attentions}
    for kind, expected in names.items():
        same(headlight.reading_of(out, encoder_tokens=TOKENS, decoder_tokens=["a", "b", "c"], kind=kind), stacked(expected))
    reading = headlight.reading_of(out, encoder_tokens=TOKENS, decoder_tokens=["a", "b", "c"], kind="cross")
    assert reading.tokens == ["a", "b", "c"] and reading.source_tokens == TOKENS


@CASES.case
def transformers_steps_and_missing_weights():
    ids, out = bert()
    assert "steps of generate()" in raised(headlight.UsageError, lambda: headlight.reading_of((out.attentions, out.attentions), TOKENS))
    assert "output_attentions=True" in raised(headlight.UsageError, lambda: headlight.reading_of([None, None], TOKENS))


def arguments_of(function):
    return set(inspect.signature(function).parameters)


@CASES.case
def bertviz_arguments():
    """Whatever head_view and model_view take is taken, in their order, and their numbers come back."""
    bertviz = library("bertviz")
    ours = arguments_of(headlight.show) | arguments_of(headlight.reading_of)
    for view in (bertviz.head_view, bertviz.model_view):
        missing = arguments_of(view) - ours
        assert not missing, f"{view.__name__}: {missing}"
        assert list(inspect.signature(view).parameters)[:3] == list(inspect.signature(headlight.show).parameters)[:3]
    ids, out = bert()
    assert bertviz.head_view(out.attentions, TOKENS, 5, include_layers=[1], html_action="return").data  # Theirs takes the same objects.
    reading = headlight.reading_of(out.attentions, TOKENS, 5, include_layers=[1])
    assert (reading.attention(1) == out.attentions[1][0].numpy()).all() and reading.tokens == TOKENS
    shown = headlight.show(out.attentions, TOKENS, 5, include_layers=[1], heads=[0, 2], layer=1, html_action="return", window=False)
    assert "<iframe" in shown._repr_html_() and "sat" in shown.page
    assert "expected 1 to 7" in raised(headlight.UsageError, lambda: headlight.reading_of(out.attentions, TOKENS, 9))
    return same(headlight.reading_of(out.attentions, TOKENS), stacked(out.attentions))


@CASES.case
def bertviz_encoder_and_decoder():
    library("bertviz")
    out = translated()
    given = {"encoder_attention": out.encoder_attentions, "decoder_attention": out.decoder_attentions, "cross_attention": out.cross_attentions,
             "encoder_tokens": TOKENS, "decoder_tokens": ["a", "b", "c"]}
    same(headlight.reading_of(**given), stacked(out.decoder_attentions))
    chosen = headlight.reading_of(**given, kind="cross", include_layers=[1], include_heads=[1, 3])
    return same(chosen, out.cross_attentions[1][0, [1, 3]].numpy()[None])


@CASES.case
def flax_weights():
    """What modules of Flax sow, as arrays of JAX, and the same in bfloat16."""
    jax, linen = library("jax"), library("flax.linen")
    numbers = jax.numpy

    class Stack(linen.Module):
        @linen.compact
        def __call__(self, hidden):
            mask = linen.make_causal_mask(hidden[..., 0])
            for layer in range(2):
                hidden = linen.MultiHeadDotProductAttention(num_heads=4, name=f"layer_{layer}")(hidden, mask=mask, sow_weights=True)
            return hidden

    hidden = jax.random.normal(jax.random.PRNGKey(0), (1, len(TOKENS), 32)) * 3
    variables = Stack().init(jax.random.PRNGKey(1), hidden)
    _, state = Stack().apply({"params": variables["params"]}, hidden, mutable=["intermediates"])
    layers = [state["intermediates"][f"layer_{layer}"]["attention_weights"][0] for layer in range(2)]
    expected = numpy.stack([numpy.asarray(each)[0] for each in layers])
    assert expected.shape == (2, 4, len(TOKENS), len(TOKENS)) and expected.std() > 0.05
    halves = [each.astype(numbers.bfloat16) for each in layers]
    same(headlight.reading_of(halves, TOKENS), numpy.stack([numpy.asarray(each.astype(numbers.float32))[0] for each in halves]))
    return same(headlight.reading_of(layers, TOKENS), expected)


@CASES.case
def circuitsvis_arguments():
    attention = library("circuitsvis.attention")
    ids, out = bert()
    heads = out.attentions[1][0]
    for function in (attention.attention_heads, attention.attention_pattern, attention.attention_patterns):
        missing = arguments_of(function) - arguments_of(headlight.show) - arguments_of(headlight.reading_of) - headlight._show._LOOKS
        assert not missing, f"{function.__name__}: {missing}"
    attention.attention_heads(attention=heads, tokens=TOKENS)  # Theirs takes the same objects.
    same(headlight.reading_of(attention=heads, tokens=TOKENS), heads.numpy()[None])
    same(headlight.reading_of(TOKENS, heads), heads.numpy()[None])
    same(headlight.reading_of(TOKENS, heads[2]), heads[2].numpy()[None, None])
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        headlight.show(heads, TOKENS, max_value=1, window=False)
    assert any("max_value: not used" in str(each.message) for each in said)


def saved_gpt2(folder):
    """A tiny GPT-2 with a tokenizer of words in a folder."""
    transformers, tokenizers, torch = library("transformers"), library("tokenizers"), library("torch")
    words = {word: number for number, word in enumerate(["<pad>", "</s>", "<unk>", "the", "cat", "sat", "on", "a", "mat", "it", "slept"])}
    kind = tokenizers.Tokenizer(tokenizers.models.WordLevel(words, unk_token="<unk>"))
    kind.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    transformers.PreTrainedTokenizerFast(tokenizer_object=kind, pad_token="<pad>", eos_token="</s>", unk_token="<unk>",
                                         bos_token="</s>").save_pretrained(folder)
    torch.manual_seed(1)
    config = transformers.GPT2Config(n_embd=32, n_layer=2, n_head=4, n_positions=32, vocab_size=len(words), bos_token_id=1, eos_token_id=1)
    transformers.GPT2LMHeadModel(config).eval().save_pretrained(folder)


@CASES.case
def transformer_lens_cache():
    lens, torch = library("transformer_lens"), library("torch")
    with tempfile.TemporaryDirectory() as folder:
        try:  # Up to version 3.
            model = lens.HookedTransformer(lens.HookedTransformerConfig(n_layers=2, d_model=32, n_ctx=32, d_head=8, n_heads=4, d_vocab=11,
                                                                        act_fn="gelu"))
        except ImportError:
            saved_gpt2(folder)
            model = library("transformer_lens.model_bridge").TransformerBridge.boot_transformers(folder, device="cpu", dtype=torch.float32)
    with torch.no_grad():
        _, cache = model.run_with_cache(torch.tensor([[1, 5, 9, 3, 2, 7, 10, 2]]))
    expected = numpy.stack([cache["pattern", layer][0].numpy() for layer in range(2)])
    same(headlight.reading_of(cache, TOKENS), expected)
    same(headlight.reading_of(dict(cache.items()), TOKENS), expected)
    return same(headlight.reading_of(cache.remove_batch_dim(), TOKENS), expected)


@CASES.case
def nnsight_values():
    nnsight = library("nnsight")
    torch, model = tiny("BertModel")
    traced = nnsight.NNsight(model)
    saved = []
    with torch.no_grad():
        expected = model(torch.tensor(IDS), output_attentions=True).attentions
        with traced.trace(torch.tensor(IDS), output_attentions=True):
            first = traced.encoder.layer[0].attention.self.output[1].save()
            second = traced.encoder.layer[1].attention.self.output[1].save()
    saved = [first, second]
    return same(headlight.reading_of(saved, TOKENS), stacked(expected))


@CASES.case
def inseq_attributions():
    """Attention as inseq attributes with it, by layer and head, and aggregated."""
    inseq = library("inseq")
    with tempfile.TemporaryDirectory() as folder:
        saved_gpt2(folder)
        model = inseq.load_model(folder, "attention")
        out = model.attribute("the cat sat", "the cat sat on a mat", show_progress=False)
    one = out.sequence_attributions[0]
    values = one.target_attributions.numpy()
    reading = headlight.reading_of(out)
    if values.ndim == 4:
        expected = numpy.stack([values[:, :, layer].transpose(2, 1, 0) for layer in range(values.shape[2])])
    else:
        expected = values.T[None, None]
    found = reading.attentions()
    assert found.shape == expected.shape and numpy.array_equal(found, expected, equal_nan=True), f"{found.shape}, {expected.shape}"
    assert reading.source_tokens == [headlight._taken._pretty(token.token) for token in one.target], reading.source_tokens
    assert reading.tokens == [headlight._taken._pretty(token.token) for token in one.target][one.attr_pos_start:one.attr_pos_end]
    return f"{list(found.shape)}, rows {reading.tokens}"


@CASES.case
def arrays_of_any_shape():
    generator = numpy.random.default_rng(1)
    weights = generator.random((3, 4, 8, 8), dtype=numpy.float32)
    weights /= weights.sum(-1, keepdims=True)
    same(headlight.reading_of(weights, TOKENS), weights)
    same(headlight.reading_of(weights[:, None], TOKENS), weights)
    same(headlight.reading_of(list(weights), TOKENS), weights)
    same(headlight.reading_of(weights.tolist(), TOKENS), weights)
    same(headlight.reading_of({1: weights[0], 7: weights[1]}, TOKENS), weights[:2])
    assert (headlight.reading_of(weights[0], TOKENS, layer=5).attention(5) == weights[0]).all()
    for wrong, words in ((lambda: headlight.reading_of(weights, TOKENS[:3]), "expected 8"),
                         (lambda: headlight.reading_of(weights[0, 0, 0], TOKENS), "found [8]"),
                         (lambda: headlight.reading_of(weights[None].repeat(2, 0).swapaxes(0, 1), TOKENS), "batch of 1"),
                         (lambda: headlight.reading_of(weights, TOKENS, include_layers=[3]), "0, 1, 2"),
                         (lambda: headlight.reading_of(weights, TOKENS, include_heads=[4]), "0 to 3"),
                         (lambda: headlight.reading_of({"blocks.0.mlp": weights}, TOKENS), "hook_pattern"),
                         (lambda: headlight.reading_of(weights, [1.5] * 8), "texts or ids")):
        assert words in raised(headlight.UsageError, wrong), words
    assert "expected a display" in raised(headlight.Error, lambda: without_display(lambda: headlight.show(weights, TOKENS)))


def without_display(work):
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    kept = {name: os.environ.pop(name) for name in names if name in os.environ}
    try:
        return work()
    finally:
        os.environ.update(kept)
