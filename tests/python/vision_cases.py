"""Models that see: by themselves, and in front of a language model. Each part is compared under its name."""

import os

import torch

from recording import FOLDER, GROUPED, IDS, TEXT, Cases, T, both, compared, difference, headlight, made, record, seen

CASES = Cases()
PIXELS = torch.arange(768).reshape(1, 3, 16, 16).sin()
SIGHT = {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 32, "image_size": 16, "patch_size": 4}


@CASES.case
def vit():
    config = T.ViTConfig(**{**SIGHT, "num_attention_heads": 4})
    return both(T.ViTModel, config, {"pixel_values": PIXELS})


@CASES.case
def two_towers_of_clip():
    config = T.CLIPConfig(text_config={**TEXT, "projection_dim": 16}, vision_config={**SIGHT, "projection_dim": 16},
                          projection_dim=16)
    inputs = {"input_ids": IDS, "pixel_values": PIXELS}
    model = made(T.CLIPModel, config)
    path = os.path.join(FOLDER.name, "c.safetensors")
    with torch.no_grad(), record(model, path=path):
        output = model(**inputs, output_attentions=True)
    return max(difference(output.text_model_output.attentions, headlight(path)),
               difference(output.vision_model_output.attentions, headlight(path, "vision"))), False


@CASES.case
def places_in_a_cropped_picture():
    """Of 32 x 16 pixels the middle 16 x 16, in 4 x 4 patches; the file says so, and Headlight opens it."""
    model = made(T.CLIPVisionModel, T.CLIPVisionConfig(**SIGHT))
    processor = type("CLIPImageProcessor", (), {"do_resize": True, "do_center_crop": True, "size": {"shortest_edge": 16}})()
    inputs = {"pixel_values": PIXELS}
    told = seen(model, inputs, processor, [torch.zeros(16, 32, 3, dtype=torch.uint8)])
    path = os.path.join(FOLDER.name, "p.safetensors")
    with torch.no_grad(), record(model, path=path, seen=told):
        output = model(**inputs, output_attentions=True)
    grid = [(col / 8 + 0.25, row / 4, (col + 1) / 8 + 0.25, (row + 1) / 4) for row in range(4) for col in range(4)]
    boxes = float((told["boxes"] - torch.tensor(grid)).abs().max())
    return max(boxes, difference(output.attentions, headlight(path))), False


def llava():
    config = T.LlavaConfig(text_config=T.LlamaConfig(**GROUPED), vision_config=T.CLIPVisionConfig(**{**SIGHT, "patch_size": 8}),
                           image_token_index=40, vision_feature_layer=-1)
    ids = torch.tensor([[1, 5, 40, 40, 40, 40, 9, 30, 2, 5]])
    return made(T.LlavaForConditionalGeneration, config), {
        "input_ids": ids, "pixel_values": PIXELS}


@CASES.case
def llava_with_an_image_and_without():
    model, inputs = llava()
    first = compared(model, inputs)
    return max(first[0], compared(model, {"input_ids": IDS})[0]), first[1]


def softmaxes_of(model, inputs):
    """What the softmaxes of an eager call make, of four axes."""
    seen, real = [], torch.nn.functional.softmax
    torch.nn.functional.softmax = lambda *a, **k: seen.append(real(*a, **k)) or seen[-1]
    try:
        with torch.no_grad():
            model(**inputs)
    finally:
        torch.nn.functional.softmax = real
    return [each for each in seen if each.dim() == 4]


def in_blocks(weights, tokens):
    """Weights of images that are read one after the other, as one map of all `tokens` for each layer."""
    layers, blocks = [], []
    for each in weights:
        blocks.append(each[0])
        if sum(block.shape[1] for block in blocks) == tokens:
            layers.append(torch.stack([torch.block_diag(*heads) for heads in zip(*blocks)]))
            blocks = []
    return layers


def seen_and_read(make, inputs, patches):
    """A tower and the language model; eagerly and as the library does by itself."""
    largest = 0
    path = os.path.join(FOLDER.name, "v.safetensors")
    for way in ("eager", "sdpa"):
        model = make(way)
        with torch.no_grad(), record(model, path=path):
            model(**inputs)
        weights = softmaxes_of(make("eager"), inputs)
        largest = max(largest, difference(weights[-2:], headlight(path)),
                      difference(in_blocks(weights[:-2], patches), headlight(path, "vision")))
    return largest, False


QWEN_TEXT = {**{name: value for name, value in GROUPED.items() if name != "head_dim"},
             "rope_parameters": {"rope_type": "default", "rope_theta": 10000.0, "mrope_section": [2, 1, 1]},
             "rope_scaling": {"type": "default", "rope_type": "default", "mrope_section": [2, 1, 1]}}


def qwen2_vl(way):
    return qwen(T.Qwen2VLConfig, T.Qwen2VLForConditionalGeneration, way, embed_dim=32, mlp_ratio=1)


def qwen2_5_vl(way):
    return qwen(T.Qwen2_5_VLConfig, T.Qwen2_5_VLForConditionalGeneration, way, out_hidden_size=32, intermediate_size=32, window_size=8,
                fullatt_block_indexes=[1])


def qwen(config_kind, kind, way, **sight):
    if T.__version__.startswith("4."):
        text = {name: value for name, value in QWEN_TEXT.items() if name != "rope_parameters"}
    else:
        text = {name: value for name, value in QWEN_TEXT.items() if name != "rope_scaling"}
    config = config_kind(
        text_config=text, image_token_id=40, video_token_id=41, vision_start_token_id=42, vision_end_token_id=43,
        vision_config={"depth": 2, "hidden_size": 32, "num_heads": 4, "patch_size": 4, "spatial_merge_size": 2, "temporal_patch_size": 2,
                       "in_channels": 3, **sight})
    return made(kind, config, way)


def qwen_inputs(images):
    ids = [1, 5, *([42, *[40] * 4, 43] * images), 9, 30, 2]
    inputs = {"input_ids": torch.tensor([ids]), "pixel_values": torch.arange(images * 16 * 96).reshape(images * 16, 96).sin(),
              "image_grid_thw": torch.tensor([[1, 4, 4]] * images)}
    if not T.__version__.startswith("4."):
        inputs["mm_token_type_ids"] = (inputs["input_ids"] == 40).int()
    return inputs


CASES["qwen2-vl with an image"] = lambda: seen_and_read(qwen2_vl, qwen_inputs(1), 16)
CASES["qwen2-vl with two images"] = lambda: seen_and_read(qwen2_vl, qwen_inputs(2), 32)
CASES["qwen2.5-vl with windows"] = lambda: seen_and_read(qwen2_5_vl, qwen_inputs(2), 32)


@CASES.case
def qwen2_vl_with_text_alone():
    return compared(qwen2_vl("eager"), {"input_ids": IDS})


def with_picture(kind, config, ids, types):
    """The language model's attention when image tokens, or all tokens of the prompt, see each other."""
    inputs = {"input_ids": ids, "token_type_ids": types, "pixel_values": PIXELS}
    largest = 0
    for way in ("eager", "sdpa"):
        expected = made(kind, config)
        with torch.no_grad():
            expected = expected(**inputs, output_attentions=True).attentions
        assert float(torch.stack([each.triu(1) for each in expected]).abs().max()) > 0.01, "expected tokens that see later ones"
        largest = max(largest, compared(made(kind, config, way), inputs, eager=False, expected=expected)[0])
    return largest, False


PICTURE_IDS = torch.tensor([[1, 5, 40, 40, 40, 40, 9, 30, 2, 5]])


@CASES.case
def gemma3_with_a_picture():
    text = {**GROUPED, "sliding_window": 4, "query_pre_attn_scalar": 8, "layer_types": ["sliding_attention", "full_attention"]}
    config = T.Gemma3Config(text_config=text, vision_config=SIGHT, mm_tokens_per_image=4, image_token_index=40, boi_token_index=41,
                            eoi_token_index=42)
    return with_picture(T.Gemma3ForConditionalGeneration, config, PICTURE_IDS, (PICTURE_IDS == 40).long())


@CASES.case
def paligemma_prefix():
    config = T.PaliGemmaConfig(text_config={**GROUPED, "model_type": "gemma"}, vision_config={
        **SIGHT, "model_type": "siglip_vision_model", "patch_size": 8, "vision_use_head": False}, image_token_index=40, projection_dim=32,
        hidden_size=32)
    return with_picture(T.PaliGemmaForConditionalGeneration, config, PICTURE_IDS, torch.zeros_like(PICTURE_IDS))


@CASES.case
def blip2_between_a_tower_and_a_language_model():
    """Its Q-Former attends to the image: parts of their own beside the language model's."""
    config = T.Blip2Config(
        vision_config=SIGHT, num_query_tokens=4, image_token_index=40,
        qformer_config={"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 4, "intermediate_size": 32, "vocab_size": 50,
                        "encoder_hidden_size": 32, "cross_attention_frequency": 1},
        text_config={"model_type": "opt", "hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 4, "ffn_dim": 32,
                     "vocab_size": 50, "word_embed_proj_dim": 32, "max_position_embeddings": 64, "pad_token_id": 0})
    model = made(T.Blip2ForConditionalGeneration, config)
    inputs = {"input_ids": torch.tensor([[40, 40, 40, 40, 1, 5, 9, 30]]), "pixel_values": PIXELS}
    path = os.path.join(FOLDER.name, "b.safetensors")
    with torch.no_grad(), record(model, path=path):
        model(**inputs)
    weights = softmaxes_of(model, inputs)
    tower, former, text = weights[:2], weights[2:6], weights[6:]
    return max(difference(text, headlight(path)), difference(tower, headlight(path, "vision")),
               difference(former[::2], headlight(path, "decoder")), difference(former[1::2], headlight(path, "cross"))), False
