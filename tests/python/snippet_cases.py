"""Runs each snippet of resources/python/README.md with a tiny model in the place of yours, and has Headlight open what it wrote."""

import os
import pathlib
import re
import subprocess
import sys

import torch

import library_cases
import vision_cases
from recording import FOLDER, GROUPED, GROUPED, IDS, Cases, T, headlight, library, made

CASES = Cases()
PAGE = pathlib.Path(__file__).resolve().parents[2] / "resources" / "python" / "README.md"
LLAMA = T.LlamaConfig(**GROUPED)


def llama():
    return {"model": made(T.LlamaForCausalLM, LLAMA)}


def translator():
    return {"model": made(T.T5ForConditionalGeneration, T.T5Config(
        d_model=32, d_kv=8, d_ff=32, num_layers=2, num_heads=4, vocab_size=50, decoder_start_token_id=0, pad_token_id=0))}


def llava():
    model, inputs = vision_cases.llava()
    return {"model": model, **inputs}


def lora():
    peft = library("peft")
    return {"peft_model": peft.get_peft_model(made(T.LlamaForCausalLM, LLAMA), peft.LoraConfig(r=2, target_modules=["q_proj"])).eval()}


def accelerate():
    library("accelerate")
    return llama()


def saved(**config):
    """A folder with a model and its tokenizer."""
    folder = os.path.join(FOLDER.name, "saved")
    made(T.LlamaForCausalLM, T.LlamaConfig(**{**GROUPED, **config})).save_pretrained(folder)
    library_cases.little_tokenizer().save_pretrained(folder)
    return {"folder": folder}


def four_bits():
    library("bitsandbytes")
    library("accelerate")
    return saved(hidden_size=64, intermediate_size=64, head_dim=16)  # Blocks of 64 numbers lie within a row.


def inseq():
    library("inseq")
    return saved()


def nnsight():
    module = library("nnsight")
    return {"language_model": module.LanguageModel(llama()["model"], tokenizer=library_cases.little_tokenizer())}


def transformer_lens():
    return {"bridge": library_cases.lens_bridge(), "tokens": IDS}


def timm():
    library("timm")
    from timm.models.vision_transformer import VisionTransformer
    return {"vision_model": VisionTransformer(img_size=16, patch_size=4, embed_dim=32, depth=2, num_heads=4, num_classes=3).eval(),
            "image": torch.ones(1, 3, 16, 16)}


def diffusers():
    return {"transformer": library_cases.cross_attention_block(), "hidden": torch.randn(1, 9, 32), "text_states": torch.randn(1, 5, 16)}


def encoder():
    layer = torch.nn.TransformerEncoderLayer(32, 4, 32, batch_first=True)
    return {"encoder": torch.nn.TransformerEncoder(layer, 2).eval(), "hidden": torch.randn(1, 9, 32)}


def weights():
    model = llama()["model"]
    with torch.no_grad():
        return {"model": model, "attentions": model(IDS[:, :5], output_attentions=True).attentions, "tokens": list("abcde")}


GIVEN = {"Transformers": llama, "Generated text": llama, "A cache that you have": llama, "A batch": llama, "Encoder and decoder": translator, "Images and text": llava,
         "LoRA (PEFT)": lora, "Accelerate": accelerate, "nnsight": nnsight, "Beams": llama, "Tensor parallel": saved, "bitsandbytes": four_bits,
         "torch.compile": llama, "inseq": inseq, "TransformerLens": transformer_lens, "timm": timm,
         "diffusers": diffusers, "PyTorch": encoder, "Weights that you have": weights}


def in_processes(code, script, folder, given):
    """Runs a snippet in two processes."""
    pathlib.Path(script).write_text(
        f"import sys, transformers\nsys.path[:0] = {sys.path[:2]!r}\nfolder, text = {given['folder']!r}, {given['text']!r}\n"
        "tokenizer = transformers.AutoTokenizer.from_pretrained(folder)\n" + code)
    run = subprocess.run([sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2", script],
                         capture_output=True, text=True, cwd=folder, env={**os.environ, "CUDA_VISIBLE_DEVICES": ""})
    assert run.returncode == 0, run.stderr[-1500:]


def ran(heading, code, **more):
    """Files that a snippet wrote open, with layers of numbers."""
    given = {"tokenizer": library_cases.little_tokenizer(), "text": "w1 w5 w9 w30 w2", **GIVEN[heading](), **more}
    folder = os.path.join(FOLDER.name, "snippets")
    os.makedirs(folder, exist_ok=True)
    for old in os.listdir(folder):
        os.remove(os.path.join(folder, old))
    script = os.path.join(FOLDER.name, "snippet.py")  # nnsight reads the lines again.
    if heading == "Tensor parallel":
        in_processes(code, script, folder, given)
    else:
        pathlib.Path(script).write_text(code)
        before = os.getcwd()
        os.chdir(folder)
        try:
            with torch.no_grad():
                exec(compile(code, script, "exec"), given)  # noqa: S102: our own page.
        finally:
            os.chdir(before)
    (written,) = os.listdir(folder)
    layers = headlight(os.path.join(folder, written))
    assert len(layers) == 2 and all(abs(layer.sum(-1) - 1).max() < 1e-4 for layer in layers), "expected weights of two layers"
    return 0, False


def snippets():
    heading = None
    for part in re.split(r"^(?=## |```)", PAGE.read_text(), flags=re.MULTILINE):
        if part.startswith("## "):
            heading = part[3:].splitlines()[0]
        elif part.startswith("```python"):
            yield heading, part.split("\n", 1)[1]


for number, (title, snippet) in enumerate(snippets()):
    CASES[f"snippet {number + 1}: {title}"] = lambda title=title, snippet=snippet: ran(title, snippet)


HELP = pathlib.Path(__file__).resolve().parents[2] / "resources" / "help" / "import.md"


class Processor:
    """Of the model of llava()."""

    def __init__(self):
        self.tokenizer = library_cases.little_tokenizer()
        self.image_processor = type("CLIPImageProcessor", (), {"do_resize": True, "size": {"height": 16, "width": 16}})()

    def __call__(self, **given):
        return vision_cases.llava()[1]


@CASES.case
def code_of_the_guide():
    """The pieces of Python on the page of the program's guide."""
    pieces = [piece for piece in HELP.read_text().split("```")[1::2] if piece.startswith("\nfrom ")]
    assert len(pieces) == 3, f"{len(pieces)} pieces"
    ran("Transformers", pieces[0])
    ran("Images and text", pieces[2], processor=Processor(), image=torch.zeros(16, 16, 3, dtype=torch.uint8))
    model = llama()["model"]
    ids = IDS[0].tolist()
    with torch.no_grad():
        outputs = model(IDS, output_attentions=True)
    return ran("Transformers", pieces[1], outputs=outputs, ids=ids)


@CASES.case
def every_part_of_the_page_has_a_snippet():
    found = {heading for heading, _ in snippets()}
    assert found == set(GIVEN), f"{found ^ set(GIVEN)}"
    return 0, False
