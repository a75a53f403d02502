"""What people run models with beside the Transformers library. Cases of libraries that are not installed are skipped."""

import os
import subprocess
import sys
import textwrap

import torch

from recording import (FOLDER, GROUPED, IDS, PLAIN, Cases, Missing, T, compared, difference, headlight, library, made, record, refused)

CASES = Cases()
LLAMA = T.LlamaConfig(**GROUPED)


def eager_weights(model, inputs):
    with torch.no_grad():
        return model(**inputs, output_attentions=True).attentions


def recorded(model, call, name="l.safetensors", **options):
    path = os.path.join(FOLDER.name, name)
    with torch.no_grad(), record(model, path=path, **options):
        call()
    return path


@CASES.case
def peft_lora():
    peft = library("peft")
    largest = 0
    for way in ("eager", "sdpa"):
        models = []
        for each in ("eager", way):
            torch.manual_seed(3)
            model = peft.get_peft_model(made(T.LlamaForCausalLM, LLAMA, each),
                                        peft.LoraConfig(r=2, target_modules=["q_proj", "k_proj"], init_lora_weights=False))
            models.append(model.eval())
        expected = eager_weights(models[0], PLAIN)
        assert difference(expected, [each[0].numpy() for each in eager_weights(models[0].base_model.model, PLAIN)]) == 0
        largest = max(largest, difference(expected, headlight(recorded(models[1], lambda: models[1](**PLAIN)))))
    return largest, False


def learned_prompt(name, **options):
    """Keys before the text (prefix tuning), or tokens before it."""
    peft = library("peft")
    models = []
    for way in ("eager", "sdpa"):
        torch.manual_seed(3)
        config = getattr(peft, name)(task_type="CAUSAL_LM", num_virtual_tokens=3, **options)
        models.append(peft.get_peft_model(made(T.LlamaForCausalLM, LLAMA, way), config).eval())
    with torch.no_grad():
        for parameter_name, parameter in models[0].named_parameters():
            if "prompt" in parameter_name:
                parameter.normal_()
    models[1].load_state_dict(models[0].state_dict())
    return difference(eager_weights(models[0], PLAIN), headlight(recorded(models[1], lambda: models[1](**PLAIN)))), False


CASES["peft prefix tuning"] = lambda: learned_prompt("PrefixTuningConfig")
CASES["peft prompt tuning"] = lambda: learned_prompt("PromptTuningConfig")
CASES["peft p-tuning"] = lambda: learned_prompt("PromptEncoderConfig", encoder_hidden_size=16)


@CASES.case
def accelerate_device_map():
    accelerate = library("accelerate")
    model = made(T.LlamaForCausalLM, LLAMA, "sdpa")
    expected = eager_weights(made(T.LlamaForCausalLM, LLAMA), PLAIN)
    folder = os.path.join(FOLDER.name, "offload")
    names = ("model.embed_tokens", "model.rotary_emb", "model.layers.0", "model.layers.1", "model.norm", "lm_head")
    model = accelerate.dispatch_model(model, {name: "disk" if name == "model.layers.1" else "cpu" for name in names},
                                      main_device="cpu", offload_dir=folder)
    return difference(expected, headlight(recorded(model, lambda: model(**PLAIN)))), False


@CASES.case
def accelerate_offload_to_memory():
    accelerate = library("accelerate")
    model = accelerate.cpu_offload(made(T.LlamaForCausalLM, LLAMA, "sdpa"), execution_device="cpu")
    expected = eager_weights(made(T.LlamaForCausalLM, LLAMA), PLAIN)
    return difference(expected, headlight(recorded(model, lambda: model(**PLAIN)))), False


def little_tokenizer():
    """Words for the ids of little models."""
    from tokenizers import Tokenizer, models, pre_tokenizers
    words = Tokenizer(models.WordLevel({f"w{number}": number for number in range(50)}, unk_token="w0"))
    words.pre_tokenizer = pre_tokenizers.Whitespace()
    return T.PreTrainedTokenizerFast(tokenizer_object=words, pad_token="w0", unk_token="w0", eos_token="w2", bos_token="w1",
                                     model_input_names=["input_ids", "attention_mask"])


@CASES.case
def nnsight_language_model():
    nnsight = library("nnsight")
    model = made(T.LlamaForCausalLM, LLAMA, "sdpa")
    language_model = nnsight.LanguageModel(model, tokenizer=little_tokenizer())

    def trace():
        with language_model.trace(IDS):
            language_model.lm_head.output.save()

    expected = eager_weights(made(T.LlamaForCausalLM, LLAMA), PLAIN)
    return difference(expected, headlight(recorded(language_model, trace))), False


def lens_bridge():
    library("transformer_lens")
    bridge_of = library("transformer_lens.model_bridge")
    folder = os.path.join(FOLDER.name, "bridge")
    made(T.LlamaForCausalLM, LLAMA).save_pretrained(folder)
    little_tokenizer().save_pretrained(folder)
    return bridge_of.TransformerBridge.boot_transformers(folder, device="cpu", dtype=torch.float32)


def hooked_transformer():
    lens = library("transformer_lens")
    try:
        lens.HookedTransformer
    except ImportError as error:  # Of version 4.
        raise Missing(str(error).split(".")[0]) from None
    torch.manual_seed(5)
    return lens.HookedTransformer(lens.HookedTransformerConfig(
        n_layers=2, d_model=32, n_ctx=32, d_head=8, n_heads=4, d_vocab=50, act_fn="gelu", seed=5, device="cpu")).eval()


@CASES.case
def transformer_lens_hooked_transformer():
    model = hooked_transformer()
    with torch.no_grad():
        _, cache = model.run_with_cache(IDS)
    expected = [cache["pattern", layer] for layer in range(2)]
    return difference(expected, headlight(recorded(model, lambda: model(IDS)))), True


@CASES.case
def transformer_lens_cache_by_its_names():
    model = lens_bridge()
    with torch.no_grad():
        _, cache = model.run_with_cache(IDS)
    path = os.path.join(FOLDER.name, "cache.pt")
    torch.save(dict(cache.items()), path)
    return difference([cache["pattern", layer] for layer in range(2)], headlight(path)), False


@CASES.case
def transformer_lens_bridge():
    bridge = lens_bridge()
    expected = eager_weights(made(T.LlamaForCausalLM, LLAMA), PLAIN)
    return difference(expected, headlight(recorded(bridge, lambda: bridge(IDS)))), True


def softmaxes_of(call):
    """What torch.softmax and its kin make in a call, of four axes."""
    seen, real = [], torch.Tensor.softmax
    torch.Tensor.softmax = lambda *a, **k: seen.append(real(*a, **k)) or seen[-1]
    try:
        with torch.no_grad():
            call()
    finally:
        torch.Tensor.softmax = real
    return [each for each in seen if each.dim() == 4]


@CASES.case
def timm_vision_transformer():
    library("timm")
    from timm.models.vision_transformer import VisionTransformer
    torch.manual_seed(5)
    model = VisionTransformer(img_size=16, patch_size=4, embed_dim=32, depth=2, num_heads=4, num_classes=3).eval()
    with torch.no_grad():
        for block in model.blocks:
            block.attn.qkv.weight.mul_(20)
    image = torch.arange(768).reshape(1, 3, 16, 16).sin()
    fused = [block.attn.fused_attn for block in model.blocks]
    for block in model.blocks:
        block.attn.fused_attn = False
    expected = softmaxes_of(lambda: model(image))
    assert len(expected) == 2
    largest = difference(expected, headlight(recorded(model, lambda: model(image))))
    for block, each in zip(model.blocks, fused):
        block.attn.fused_attn = each
    return max(largest, difference(expected, headlight(recorded(model, lambda: model(image))))), False


@CASES.case
def timm_swin_windows():
    library("timm")
    from timm.models.swin_transformer import SwinTransformer
    model = SwinTransformer(img_size=32, patch_size=4, embed_dim=16, depths=(1, 1), num_heads=(2, 2), window_size=4, num_classes=3).eval()
    return refused("windows", lambda: recorded(model, lambda: model(torch.zeros(1, 3, 32, 32))))


def cross_attention_block():
    """A block of a diffusion model: an image's places attend to each other, then to a text's."""
    library("diffusers")
    from diffusers.models.attention import BasicTransformerBlock
    torch.manual_seed(5)
    blocks = torch.nn.ModuleList(BasicTransformerBlock(32, 4, 8, cross_attention_dim=16).eval() for _ in range(2))
    with torch.no_grad():
        for name, parameter in blocks.named_parameters():
            if "to_q" in name or "to_k" in name:
                parameter.mul_(6)

    class Stack(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.transformer_blocks = blocks

        def forward(self, hidden, text):
            for block in self.transformer_blocks:
                hidden = block(hidden, encoder_hidden_states=text)
            return hidden

    return Stack().eval()


@CASES.case
def diffusers_self_and_cross_attention():
    model = cross_attention_block()
    from diffusers.models.attention_processor import AttnProcessor, AttnProcessor2_0
    torch.manual_seed(6)
    hidden, text = torch.randn(1, 9, 32), torch.randn(1, 5, 16)
    seen = {}
    for name, module in model.named_modules():
        if hasattr(module, "get_attention_scores"):
            module.set_processor(AttnProcessor())
            scores = module.get_attention_scores

            def kept(*arguments, name=name, scores=scores, **keywords):
                seen[name] = scores(*arguments, **keywords)
                return seen[name]

            module.get_attention_scores = kept
    with torch.no_grad():
        model(hidden, text)
    for module in model.modules():
        if hasattr(module, "get_attention_scores"):
            del module.get_attention_scores
    largest, as_weights = 0, False
    for processor in (AttnProcessor, AttnProcessor2_0):
        for module in model.modules():
            if hasattr(module, "get_attention_scores"):
                module.set_processor(processor())
        path = recorded(model, lambda: model(hidden, text))
        for part, which in (("decoder", "attn1"), ("cross", "attn2")):
            largest = max(largest, difference([seen[f"transformer_blocks.{layer}.{which}"] for layer in range(2)], headlight(path, part)))
    return largest, as_weights


@CASES.case
def inseq_attribution():
    inseq = library("inseq")
    folder = os.path.join(FOLDER.name, "inseq")
    model = made(T.GPT2LMHeadModel, T.GPT2Config(n_embd=32, n_layer=2, n_head=4, vocab_size=50, n_positions=64))
    model.save_pretrained(folder)
    little_tokenizer().save_pretrained(folder)
    loaded = inseq.load_model(folder, "attention", device="cpu", model_kwargs={"attn_implementation": "eager"})
    expected = eager_weights(model, PLAIN)
    return difference(expected, headlight(recorded(loaded, lambda: loaded.model(**PLAIN)))), False


@CASES.case
def inseq_json():
    """Refused: it has neither layers nor heads."""
    inseq = library("inseq")
    folder, path = os.path.join(FOLDER.name, "inseq json"), os.path.join(FOLDER.name, "inseq.json")
    made(T.GPT2LMHeadModel, T.GPT2Config(n_embd=32, n_layer=2, n_head=4, vocab_size=50, n_positions=64)).save_pretrained(folder)
    little_tokenizer().save_pretrained(folder)
    loaded = inseq.load_model(folder, "attention", device="cpu", model_kwargs={"attn_implementation": "eager"})
    loaded.attribute("w1 w5", "w1 w5 w9 w7", show_progress=False).save(path)
    return refused("found JSON", lambda: headlight(path))


@CASES.case
def flex_attention():
    model = made(T.LlamaForCausalLM, LLAMA, "flex_attention")
    expected = eager_weights(made(T.LlamaForCausalLM, LLAMA), PLAIN)
    return compared(model, PLAIN, eager=False, expected=expected)


@CASES.case
def float16():
    model = made(T.LlamaForCausalLM, LLAMA).to(torch.float16)
    largest, weights = compared(model, PLAIN)
    assert largest < 3e-3 and not weights, f"{largest}"  # The library rounds scores and weights to eleven bits.
    return 0, False


@CASES.case
def bitsandbytes_four_bits():
    bits = library("bitsandbytes")
    model = made(T.LlamaForCausalLM, LLAMA)
    for layer in model.model.layers:
        for name in ("q_proj", "k_proj", "v_proj", "o_proj"):
            old = getattr(layer.self_attn, name)
            new = bits.nn.Linear4bit(old.in_features, old.out_features, bias=False, compute_dtype=torch.float32, quant_type="nf4")
            new.weight = bits.nn.Params4bit(old.weight.data, requires_grad=False, quant_type="nf4")
            setattr(layer.self_attn, name, new.to("cpu"))
    return compared(model, PLAIN)


TENSOR_PARALLEL = textwrap.dedent("""
    import sys
    sys.path[:0] = {paths!r}
    import torch, transformers
    from headlight_export import record
    torch.distributed.init_process_group("gloo")
    model = transformers.LlamaForCausalLM.from_pretrained({folder!r}, tp_plan="auto", attn_implementation="sdpa").eval()
    assert model.model.layers[0].self_attn.q_proj.weight.shape[0] in (16, 32)
    with torch.no_grad(), record(model, path={path!r}):
        model(torch.tensor({ids!r}))
    torch.distributed.destroy_process_group()
""")


@CASES.case
def tensor_parallel_of_two_processes():
    folder, path = os.path.join(FOLDER.name, "tp"), os.path.join(FOLDER.name, "tp.safetensors")
    model = made(T.LlamaForCausalLM, LLAMA)
    model.save_pretrained(folder)
    script = os.path.join(FOLDER.name, "tp.py")
    with open(script, "w") as file:
        file.write(TENSOR_PARALLEL.format(paths=sys.path[:2], folder=folder, path=path, ids=IDS.tolist()))
    run = subprocess.run([sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2", script],
                         capture_output=True, text=True, env={**os.environ, "CUDA_VISIBLE_DEVICES": ""})
    assert run.returncode == 0, run.stderr[-1500:]
    return difference(eager_weights(model, PLAIN), headlight(path)), False
