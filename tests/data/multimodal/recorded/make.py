"""Records the tiny models beside this folder with resources/python/headlight_export.py, as somebody does where a model runs
(transformers 5.24, torch 2.13). usage: make.py"""

import json
import pathlib
import sys

import numpy
import torch
import transformers as T
from PIL import Image

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parents[3]
sys.path.insert(0, str(ROOT / "resources/python"))
from headlight_export import record, seen  # noqa: E402


def stored(folder, name):
    from safetensors.torch import load_file
    return load_file(folder / name)


def llava_next():
    folder = HERE.parent / "llava-next"
    model = T.LlavaNextForConditionalGeneration.from_pretrained(folder, attn_implementation="eager").eval()
    settings = json.loads((folder / "processor_config.json").read_text())["image_processor"]
    settings.pop("image_processor_type")
    processor = T.LlavaNextImageProcessorPil(**settings) if hasattr(T, "LlavaNextImageProcessorPil") else T.LlavaNextImageProcessor(**settings)
    picture = Image.open(HERE.parent / "pictures/rgb.png").convert("RGB")
    prepared = processor(images=[picture], return_tensors="pt")
    expected = stored(folder, "expected.safetensors")
    inputs = {"input_ids": expected["input_ids.0"][None], **prepared}
    with torch.no_grad(), record(model, path=HERE / "llava-next.safetensors", what="weights",
                                 seen=seen(model, inputs, processor, [picture])):
        model(**inputs)


def whisper():
    folder = HERE.parent / "whisper"
    model = T.WhisperForConditionalGeneration.from_pretrained(folder, attn_implementation="eager").eval()
    extractor = T.WhisperFeatureExtractor.from_pretrained(folder)
    import wave
    with wave.open(str(HERE.parent / "sweep.wav")) as file:
        sound = numpy.frombuffer(file.readframes(file.getnframes()), dtype="<i2").astype("float32") / 32768
    inputs = dict(extractor(sound, sampling_rate=16000, return_tensors="pt"))
    inputs["decoder_input_ids"] = torch.tensor([[1, 5, 9]])
    with torch.no_grad(), record(model, path=HERE / "whisper.safetensors", what="weights",
                                 seen=seen(model, inputs, extractor, seconds=len(sound) / 16000)):
        model(**{key: value for key, value in inputs.items() if key != "attention_mask"})


if __name__ == "__main__":
    llava_next()
    whisper()
