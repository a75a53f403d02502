"""Makes settings.safetensors: what the transformers library (5.24, without torchvision) makes of picture.png with settings of
an image processor that is one row of settings.json each. usage: settings.py
"""
import json
import pathlib
import tempfile

from PIL import Image
from safetensors.torch import save_file
from transformers import AutoImageProcessor

HERE = pathlib.Path(__file__).parent
rows = json.loads((HERE / "settings.json").read_text())
tensors = {}
for name, settings in rows.items():
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "preprocessor_config.json").write_text(json.dumps(settings))
        processor = AutoImageProcessor.from_pretrained(folder)
        image = Image.open(HERE / "picture.png").convert("RGB")
        tensors[name] = processor(image, return_tensors="pt")["pixel_values"][0].float().contiguous()
        print(name, list(tensors[name].shape))
save_file(tensors, HERE / "settings.safetensors")
