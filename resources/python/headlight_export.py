"""Writes the attention of a PyTorch model to a file that Headlight opens. One file, to be copied where the model runs.

    from headlight_export import record
    with record(model, tokenizer, text, "attention.safetensors"):
        model(**tokenizer(text, return_tensors="pt"))

Then `headlight attention.safetensors`, or `headlight figure --import attention.safetensors …`.

What is written, for each layer: queries and keys after rotation ("qk", the default: small, and Headlight computes every
rectangle when it is looked at), or the weights ("weights": large). Beside them masks, biases and sinks where a layer has
them, the tokens, and the likeliest answers when the call gives logits. A few rows of each layer are computed again from
what is written and compared with what the model computed: a layer that they do not explain is written as weights, and
refused where the model gives none.

`model.generate(…)` and every use of a cache are recorded as one text. Of an encoder and a decoder, each is written, and
the attention between them. Attention that you have already, for instance outputs.attentions, is written by

    write("attention.safetensors", outputs.attentions, tokens)

Of a model that sees or hears, both take `seen`, so that Headlight lays attention over the picture or the sound:

    with record(model, tokenizer, text, path, seen=seen(model, inputs, processor, pictures=[image])):
        model(**inputs)

It needs PyTorch and nothing else: the safetensors file is written here; a name ending in .npz is written with NumPy.
Models of the Transformers library may lie on different devices (Accelerate's device_map): each layer is moved to a file
when it has run, so that memory holds one layer at a time. Of several processes (torchrun), rank 0 writes; where each has a part of
the heads (tensor parallelism), it gathers them.
"""

import contextlib
import hashlib
import inspect
import json
import os
import re
import shutil
import struct
import sys
import warnings

import torch

__all__ = ["record", "seen", "write"]

_HEADER_ROOM = 1 << 18  # Bytes before the tensors of a recording while they are collected.
_DTYPES = {torch.float32: "F32", torch.float16: "F16", torch.bfloat16: "BF16", torch.float64: "F64",
           torch.int64: "I64", torch.uint8: "U8"}
_SENSES = "visi|visu|image|audio"  # In names of modules: parts of a model that see or hear.
_HIDDEN = -9999.0  # Numbers this low in a mask hide a key: libraries use the lowest number, -1e9 or -10000.


def write(path, attention, tokens=None, seen=None, **notes):
    """Writes attention that you have: a tensor or array [layers, heads, queries, keys], or a list or tuple of one
    [heads, queries, keys] for each layer (a batch of one before it is left out), as outputs.attentions is; of
    generate(), the tuple of all steps. Or a dictionary of tensors under the names of the format.

    tokens  Their texts, or their ids. Further notes by name: model="…", causal=True.
    seen    What seen() gives.
    """
    if isinstance(tokens, dict):  # Notes that are complete.
        notes, tokens = {**tokens, **notes}, None
    if isinstance(attention, dict):
        tensors = {name: _tensor(each) for name, each in attention.items()}
    else:
        tensors = {f"attentions.{layer}": each for layer, each in enumerate(_layers(attention))}
    if tokens is not None:
        tokens = tokens.reshape(-1).tolist() if hasattr(tokens, "reshape") else list(tokens)
        if all(isinstance(each, int) for each in tokens):
            tensors["input_ids"] = torch.tensor(tokens, dtype=torch.int64)
        else:
            notes["tokens"] = [str(each) for each in tokens]
    with _Spool(path) as spool:
        for name, tensor in tensors.items():
            spool.add(name, tensor)
        shape = list(next(iter(tensors.values())).shape)
        _add_seen(spool, seen, shape[-1] if not isinstance(attention, dict) else None)
        spool.write({"version": 1, **notes})


def _tensor(thing):
    tensor = thing.detach() if torch.is_tensor(thing) else torch.as_tensor(thing)
    return tensor.to(torch.uint8) if tensor.dtype == torch.bool else tensor


def _layers(attention):
    """[heads, queries, keys] of each layer."""
    if isinstance(attention, (list, tuple)) and attention and isinstance(attention[0], (list, tuple)):
        steps = [_layers(step) for step in attention]  # Of generate(): each step has the rows of its own tokens.
        keys = steps[-1][0].shape[-1]
        return [torch.cat([torch.nn.functional.pad(step[layer], (0, keys - step[layer].shape[-1])) for step in steps], -2)
                for layer in range(len(steps[0]))]
    if not isinstance(attention, (list, tuple)):
        attention = _tensor(attention)
        if attention.dim() not in (4, 5):
            raise ValueError(f"expected [layers, heads, queries, keys], found {list(attention.shape)}")
    layers = []
    for number, each in enumerate(attention):
        if each is None:
            raise ValueError(f"layer {number}: expected weights, found None; load the model with "
                             "attn_implementation='eager' and call it with output_attentions=True")
        each = _tensor(each)
        shape = list(each.shape)
        if each.dim() == 4 and shape[0] == 1:
            each = each[0]
        if each.dim() != 3:
            raise ValueError(f"layer {number}: expected [heads, queries, keys] or a batch of one of it, found {shape}")
        layers.append(each)
    return layers


class _Spool:
    """Tensors in a file beside `path` until all are known, so that memory holds one at a time."""

    def __init__(self, path):
        self.path = os.fspath(path)
        folder = os.path.dirname(os.path.abspath(self.path))
        if not os.path.isdir(folder):
            raise ValueError(f"'{self.path}': expected a folder '{folder}', found none")
        if not self.path.endswith((".safetensors", ".npz")):
            raise ValueError(f"'{self.path}': expected a name ending in .safetensors or .npz")
        self.spooled = f"{self.path}.{os.getpid()}-{id(self):x}.spool"
        self.file = open(self.spooled, "w+b")
        self.parts = {}  # name → [(offset, dtype, shape)]
        self.clear()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.file.close()
        with contextlib.suppress(OSError):
            os.remove(self.spooled)

    def clear(self):
        self.parts.clear()
        self.file.truncate(_HEADER_ROOM)

    def add(self, name, tensor):
        tensor = tensor.detach().to("cpu").contiguous()
        if tensor.dtype not in _DTYPES:
            tensor = tensor.to(torch.float32 if tensor.is_floating_point() else torch.int64)
        offset = self.file.seek(0, os.SEEK_END)
        self.file.write(memoryview(tensor.reshape(-1).view(torch.uint8).numpy()) if tensor.numel() else b"")
        self.parts.setdefault(name, []).append((offset, tensor.dtype, list(tensor.shape)))

    def read(self, name):
        for offset, dtype, shape in self.parts[name]:
            self.file.seek(offset)
            count = torch.Size(shape).numel()
            data = bytearray(self.file.read(count * torch.empty(0, dtype=dtype).element_size()))
            yield torch.frombuffer(data, dtype=dtype).reshape(shape) if count else torch.empty(shape, dtype=dtype)

    def join(self, name, new, pad=False):
        """Parts along the axis before the last become one tensor; `pad`: each gets zeros up to the last one's width."""
        parts = self.parts[name]
        if len(parts) > 1:
            whole = torch.cat([torch.nn.functional.pad(part, (0, parts[-1][2][-1] - part.shape[-1])) if pad else part
                               for part in self.read(name)], -2)
            self.parts[name] = []
            self.add(name, whole)
        self.parts[new] = self.parts.pop(name)

    def write(self, notes):
        text = json.dumps(notes, ensure_ascii=False)
        unfinished = self.path + ".part"
        try:
            if self.path.endswith(".npz"):
                self._npz(unfinished, text)
            else:
                unfinished = self._safetensors(unfinished, text)
            os.replace(unfinished, self.path)
        finally:
            with contextlib.suppress(OSError):
                os.remove(unfinished)

    def _copy(self, part, out):
        left = torch.Size(part[2]).numel() * torch.empty(0, dtype=part[1]).element_size()
        self.file.seek(part[0])
        while left > 0:
            data = self.file.read(min(left, 1 << 24))
            out.write(data)
            left -= len(data)

    def _safetensors(self, path, text):
        sizes = {name: torch.Size(part[2]).numel() * torch.empty(0, dtype=part[1]).element_size()
                 for name, (part,) in self.parts.items()}
        self.parts = dict(sorted(self.parts.items(), key=lambda item: item[1][0][0]))
        header, offset = {"__metadata__": {"headlight": text, "format": "pt"}}, 0
        for name, (part,) in self.parts.items():
            header[name] = {"dtype": _DTYPES[part[1]], "shape": part[2], "data_offsets": [offset, offset + sizes[name]]}
            offset += sizes[name]
        head = json.dumps(header).encode()
        # Where nothing lies between the tensors, the header before them makes the file; a small one is copied and has
        # no room left over.
        whole = self.file.seek(0, os.SEEK_END) == _HEADER_ROOM + offset
        if whole and len(head) + 8 <= _HEADER_ROOM <= offset // 64:
            self.file.seek(0)
            self.file.write(struct.pack("<Q", _HEADER_ROOM - 8) + head.ljust(_HEADER_ROOM - 8))
            self.file.close()
            return self.spooled
        head += b" " * (-len(head) % 8)
        with open(path, "wb") as out:
            out.write(struct.pack("<Q", len(head)) + head)
            for (part,) in self.parts.values():
                self._copy(part, out)
        return path

    def _npz(self, path, text):
        import io
        import zipfile
        import numpy
        with zipfile.ZipFile(path, "w", allowZip64=True) as out:
            for name, (part,) in self.parts.items():
                if part[1] == torch.bfloat16:  # NumPy has no such numbers.
                    (tensor,) = self.read(name)
                    self.parts[name] = []
                    self.add(name, tensor.float())
                    (part,) = self.parts[name]
                kind = torch.empty(0, dtype=part[1]).numpy().dtype
                with out.open(name + ".npy", "w", force_zip64=True) as entry:
                    numpy.lib.format.write_array_header_1_0(
                        entry, {"descr": kind.str, "fortran_order": False, "shape": tuple(part[2])})
                    self._copy(part, entry)
            buffer = io.BytesIO()
            numpy.save(buffer, numpy.frombuffer(text.encode(), dtype=numpy.uint8))
            out.writestr("headlight.npy", buffer.getvalue())


# --- What a call computes -------------------------------------------------------------------------------------------


class _Sight:
    """Which keys the queries of a call see, and what is added to their scores, of one text: [heads or 1, queries, keys]."""

    def __init__(self, visible=None, bias=None, flat=None, causal=False, window=0):
        self.visible, self.bias = visible, bias  # Without `visible`: all keys, or by `causal` and `window`.
        self.flat = flat  # The cells that are left equal in rows that see nothing, where there are such rows.
        self.causal, self.window = causal, window

    def rows(self, rows, queries, keys, device):
        if self.visible is not None:
            return self.visible[:, rows].to(device)
        at = torch.as_tensor(rows, device=device)[:, None] + keys - queries
        key = torch.arange(keys, device=device)[None, :]
        seen = key <= at if self.causal else torch.ones(len(rows), keys, dtype=torch.bool, device=device)
        if self.window:
            seen = seen & (key > at - self.window)
        return seen[None]


def _sight_of(mask, bias, row, queries, keys):
    """Of a mask (booleans, or numbers that are added) and a bias that are given with a call."""
    def one(tensor):
        while tensor.dim() < 4:
            tensor = tensor[None]
        tensor = tensor[min(row, tensor.shape[0] - 1)]
        tensor = tensor[..., :keys]
        return tensor.expand(tensor.shape[0], queries, keys)
    if mask is not None and mask.dim() == 2 and mask.shape[-1] == keys and mask.shape[0] != queries:
        mask = mask[:, None, None, :].bool()  # The padding of a batch.
    visible, added = None, None if bias is None else one(bias).float()
    if mask is not None:
        mask = one(mask)
        if mask.dtype == torch.bool:
            visible = mask
        else:
            added = mask.float() if added is None else added + mask.float()
    if added is not None:
        low = added <= _HIDDEN
        if low.any():
            visible = ~low if visible is None else visible & ~low
    flat = None
    if visible is not None:
        nothing = ~visible.any(-1, keepdim=True)
        if nothing.any():
            flat = nothing & (torch.ones_like(visible) if added is None else added == added.amax(-1, keepdim=True))
    if added is not None:
        added = added.masked_fill(added <= _HIDDEN, 0)
        added = added if (added != 0).any() else None
    if visible is not None and visible.all():
        visible = None
    return _Sight(visible, added, flat)


def _weights(query, key, scale, cap, sight, flat, sinks, rows):
    """Rows of the weights [heads, rows, keys] in single precision, from what would be written."""
    heads, queries, size = query.shape
    keys = key.shape[1]
    q = query[:, rows].float().reshape(key.shape[0], -1, size)
    scores = (q @ key.float().transpose(1, 2)).reshape(heads, len(rows), keys) * scale
    if cap:
        scores = torch.tanh(scores / cap) * cap
    if sight.bias is not None:
        scores = scores + sight.bias[:, rows].to(scores.device)
    scores = scores.masked_fill(~sight.rows(rows, queries, keys, scores.device), float("-inf"))
    if flat and sight.flat is not None:
        scores = scores.masked_fill(sight.flat[:, rows].to(scores.device), 0)
    if sinks is not None:
        scores = torch.cat([scores, sinks.float().to(scores.device)[:, None, None].expand(-1, len(rows), 1)], -1)
    return torch.softmax(scores, -1).nan_to_num(0)[..., :keys]


def _tolerable(query, result):
    """How far a weight may be from the same computed in single precision; autocast rounds results alone."""
    kinds = (query.dtype, result.dtype)
    if torch.bfloat16 in kinds or torch.float16 in kinds:
        return 6e-2 if torch.bfloat16 in kinds else 1e-2
    return 3e-5 if query.device.type == "cpu" else 5e-4  # Other devices may round products.


def _off(query, key, value, output, weights, rule, rows):
    """How far rows computed from the rule are from what the model computed, in units of what is tolerable."""
    mine = _weights(query, key, rule["scale"], rule["cap"], rule["sight"], rule["flat"], rule["sinks"], rows)
    tolerable = _tolerable(query, output if weights is None else weights)
    if weights is not None:
        return float((mine - weights[:, rows].float()).abs().max()) / tolerable
    v = value.float()
    mine = (mine.reshape(v.shape[0], -1, v.shape[1]) @ v).reshape(query.shape[0], len(rows), -1)
    return float((mine - output[:, rows].float()).abs().max()) / (4 * tolerable * max(float(v.abs().max()), 1e-9))


def _looks_like_weights(tensor, made):
    """[batch, heads, queries, keys] with rows that sum to 1, or to 0 where nothing is seen; not those of zeros alone. The module
    was called with as many queries: else its softmax is over windows, channels or points that it picks."""
    if not torch.is_tensor(tensor) or not tensor.is_floating_point() or tensor.dim() != 4 or tensor.shape[0] != made.batch:
        return False
    if tensor.shape[2] not in made.lengths:
        return False
    sums = tensor.detach().float().sum(-1)
    return bool(tensor.min() >= 0) and bool(tensor.max() > 0) and bool((((sums - 1).abs() < 0.02) | (sums == 0)).all())


class _Layer:
    """One attention of a model and what was recorded of it."""

    def __init__(self, name, module, key):
        self.name, self.module, self.key = name, module, key
        self.cross = bool(getattr(module, "is_cross_attention", False)) or any(
            part in name.split(".") for part in
            ("encoder_attn", "EncDecAttention", "crossattention", "cross_attn", "cross_attention", "multihead_attn"))
        self.kind = None  # "qk" or "weights"
        self.left_out = False
        self.steps = []   # (first query, queries, keys, first key, sight, flat)
        self.queries = self.keys = 0
        self.heads = self.key_heads = 0
        self.scale = self.cap = self.sinks = self.last_key = None


class _Call:
    """A call of an attention module."""

    def __init__(self, module, given):
        self.module, self.batch = module, given[0].shape[0] if given else 1
        if isinstance(module, torch.nn.MultiheadAttention) and given and not (module.batch_first and given[0].dim() == 3):
            self.batch = given[0].shape[1] if given[0].dim() == 3 else 1
        self.lengths = {length for each in given for length in each.shape}  # Tokens, or places in rows and columns.
        self.lengths |= {each.shape[i] * each.shape[i + 1] for each in given for i in range(each.dim() - 1)}
        self.observed = False   # Something was recorded of it, or of a module within it.
        self.softmaxes = []
        self.layer = None       # What its first function of attention was recorded as.
        self.parts = 0          # Functions of attention that it called.


class _Recorder:
    def __init__(self, model, what, dtype, row, spool):
        self.model, self.what, self.dtype, self.row, self.spool = model, what, dtype, row, spool
        self.names = {id(module): name.replace("_orig_mod.", "") for name, module in model.named_modules()}
        self.layers = {}
        self.running = []     # The attention modules that are being called.
        self.around = []      # All modules that are being called.
        self.inside = 0       # Within a function of attention.
        self.paused = False   # While beams are searched.
        self.called = False
        self.depth = 0        # Models within models that are being called.
        self.visits, self.sights = {}, {}
        self.past, self.extends, self.batch = 0, False, None  # Of the call: texts in it.
        self.ids, self.first = {}, {}
        self.left_out, self.weights_of = [], []
        self.answers, self.kept, self.attended, self.mask_token = None, [], None, None

    def is_off(self):
        """While beams are searched, and while layers run once more for their gradients (gradient checkpointing)."""
        return self.paused or getattr(torch._C, "_current_graph_task_id", lambda: -1)() != -1

    # Calls of the model and of the models within it.

    def enter_model(self, module, arguments, keywords):
        if self.is_off():
            return
        name = self.names.get(id(module), "")
        self.called = True
        outer = self.depth == 0
        self.depth += 1
        part = name.rsplit(".", 1)[-1]
        part = part if part in ("encoder", "decoder") else ""
        found = keywords.get("input_ids", arguments[0] if arguments else None)
        found = found if torch.is_tensor(found) and found.dtype in (torch.int64, torch.int32) and found.dim() == 2 else None
        if outer:
            self.visits, self.sights, self.kept = {}, {}, []
            self.past = max((_length(value, name) for name, value in keywords.items()), default=0)
            self.extends = False
            self.attended = keywords.get("attention_mask")
            given = [each for each in (found, *arguments, *keywords.values()) if torch.is_tensor(each) and each.dim() > 1]
            self.batch = given[0].shape[0] if given else None
        if found is not None and (outer or part):
            self.note_ids(part, self.of_row(found, "input_ids").detach().cpu(), outer)
        for key in ("decoder_input_ids",):
            if outer and torch.is_tensor(keywords.get(key)):
                self.note_ids("top " + key, self.of_row(keywords[key], key).detach().cpu(), False)

    def leave_model(self, module, arguments, output):
        if self.is_off():
            return
        self.depth = max(0, self.depth - 1)
        if self.depth > 0 or output is None:
            return
        logits = output.get("logits") if isinstance(output, dict) else getattr(output, "logits", None)
        ids = self.ids.get("")
        if logits is None and torch.is_tensor(output) and output.dim() == 3 and ids is not None and output.shape[1] == len(ids):
            logits = output
        if torch.is_tensor(logits) and logits.dim() in (2, 3):
            self.answers = self.kept_answers(self.of_row(logits, "logits").detach())

    def kept_answers(self, logits):
        """{place: logits} of the rows that are asked for; place None for a class, "last" for what comes next."""
        if logits.dim() == 1:
            return {None: logits.float().cpu()}
        last, attended = logits.shape[0] - 1, self.attended
        if torch.is_tensor(attended) and attended.dim() == 2 and attended.shape[1] == logits.shape[0]:
            attended = attended[0 if attended.shape[0] == 1 else self.row].nonzero().reshape(-1)
            last = int(attended[-1]) if len(attended) else last
        rows = {"last": logits[last].float().cpu()}
        ids = self.ids.get("")
        if self.mask_token is not None and ids is not None and len(ids) == logits.shape[0]:
            rows.update({place: logits[place].float().cpu() for place in (ids == self.mask_token).nonzero().reshape(-1).tolist()})
        return rows

    def of_row(self, tensor, what):
        if tensor.shape[0] == 1:
            return tensor[0]
        if self.row is None:
            raise ValueError(f"{what}: expected a batch of one, found {tensor.shape[0]}; say row=0 … to record one of them")
        if self.row >= tensor.shape[0]:
            raise ValueError(f"row={self.row}: expected a row of {tensor.shape[0]}")
        return tensor[self.row]

    def note_ids(self, part, ids, outer):
        before = self.ids.get(part)
        if before is None:
            self.ids[part], self.first[part] = ids, len(ids)
        elif self.past > 0:
            if self.first[part] == len(before) and len(ids) > 1:
                self.first[part] += len(ids)  # A long prompt is read in several pieces.
            self.ids[part] = torch.cat([before, ids])
        elif len(ids) >= len(before) and torch.equal(ids[:len(before)], before):
            self.ids[part] = ids
            self.extends = True
            if outer and not self.is_pair():
                self.layers.clear()
                self.spool.clear()
        elif torch.equal(ids, before[:len(ids)]) and part == "encoder":
            pass
        else:
            raise ValueError("expected one text, found a second call with another; record each in a block of its own")

    def is_pair(self):
        return bool(getattr(getattr(self.model, "config", None), "is_encoder_decoder", False))

    def enter_any(self, module, *_):
        self.around.append(module)

    def leave_any(self, *_):
        if self.around:
            self.around.pop()

    # Attention modules.

    def enter(self, module, arguments, keywords=None):
        if not self.is_off():
            self.running.append(_Call(module, [each for each in (*arguments, *(keywords or {}).values()) if torch.is_tensor(each)]))

    def leave(self, module, arguments, output):
        if self.is_off() or not self.running:
            return
        made = self.running.pop()
        if self.running:
            self.running[-1].observed = True  # Modules around it compute none of their own.
        if made.parts > 1 and made.layer.key in self.layers and made.layer.queries not in made.lengths:
            self.leave_out(made.layer, f"it computes attention {made.parts} times in a call, of {made.layer.queries} queries in all")
        if made.observed:
            return
        batch, softmaxes = made.batch, made.softmaxes
        outputs = output if isinstance(output, (tuple, list)) else (output,)
        found = [each for each in outputs if _looks_like_weights(each, made)]
        if not found:
            whole = [each.reshape(batch, -1, *each.shape[-2:]) if each.dim() == 3 else each for each in softmaxes
                     if each.dim() in (3, 4) and each.shape[0] % batch == 0]
            found = [each for each in whole if _looks_like_weights(each, made)]
            found = found if len(found) == 1 else []
        layer = self.layer_of(module)
        if not found:
            seen = ", ".join(dict.fromkeys(str(list(each.shape)) for each in softmaxes))
            self.left_out.append(f"{layer.name} ({type(module).__name__}): " + (
                f"expected a softmax of scores for the tokens that it was called with, found one of {seen}" if seen else
                "no softmax of scores was seen in it"))
            self.layers.pop(layer.key)
            return
        if not self.check_row(layer, found[0]):
            return
        self.begin_step(layer)
        if self.what == "qk":
            self.weights_of.append(layer.name)
        self.keep_weights(layer, self.of_row(found[0], layer.name))

    def leave_out(self, layer, reason):
        """Goes on without a layer of a part that sees or hears; without one of the texts there is no recording."""
        if not re.search(_SENSES, layer.name):
            raise ValueError(f"{layer.name}: {reason}; use write() with weights of your own")
        self.left_out.append(f"{layer.name}: {reason}")
        self.layers.pop(layer.key, None)
        layer.left_out = True

    def layer_of(self, module):
        """The layer that a function of attention belongs to: images that a tower reads in turn are parts of one."""
        made = self.running[-1] if self.running and self.running[-1].module is module else None
        if made is not None and made.layer is not None:
            made.parts += 1
            return made.layer
        layer = self.new_layer(module)
        if made is not None:
            made.layer, made.parts = layer, 1
        return layer

    def new_layer(self, module):
        visit = self.visits[id(module)] = self.visits.get(id(module), -1) + 1
        key = (id(module), visit)
        if key not in self.layers:
            name = self.names.get(id(module), type(module).__name__) or type(module).__name__
            self.layers[key] = _Layer(name, module, key)
        return self.layers[key]

    def check_row(self, layer, tensor):
        """Whether this layer can be recorded: a tower that reads several images at once is left out."""
        if self.batch and tensor.shape[0] > self.batch and not re.search(_SENSES, layer.name):
            raise ValueError(f"{layer.name}: expected one map for each of {self.batch} in the batch, found {tensor.shape[0]}: its "
                             "attention is computed in windows, or in groups of another kind")
        if tensor.shape[0] > 1 and re.search(_SENSES, layer.name):
            self.leave_out(layer, f"a batch of {tensor.shape[0]}")
            return False
        return True

    # What the function of attention was called with, and what it gave.

    def observe(self, module, query, key, value, output, weights, mask, bias, scale, asked, window, cap, sinks, again):
        if self.running:
            self.running[-1].observed = True
        layer = self.layer_of(module)
        if layer.left_out:
            return
        if query.dim() != 4 or key.dim() != 4:
            raise ValueError(f"{layer.name}: expected queries [batch, heads, tokens, size], found {list(query.shape)}")
        if not self.check_row(layer, query):
            return
        batch = query.shape[0]
        row = 0 if batch == 1 else self.row
        q, k = (self.of_row(each.detach(), layer.name) for each in (query, key))
        v, out = (self.of_row(each.detach(), layer.name) if torch.is_tensor(each) else None for each in (value, output))
        w = self.of_row(weights.detach(), layer.name) if torch.is_tensor(weights) and weights.dim() == 4 else None
        if w is not None and tuple(w.shape[-2:]) != (q.shape[1], k.shape[1]):
            w = None
        if self.has_part_of_heads(layer, q.shape[0]):
            q, k, v, out, w, sinks = (each if each is None else self.of_all_processes(each) for each in (q, k, v, out, w, sinks))
            again = None
        k, v = self.folded(layer, q, k, v)
        self.begin_step(layer)

        dense = self.dense_mask(mask, q.shape[1], k.shape[1], q.device)
        place = (id(mask), id(bias), q.shape[1], k.shape[1], row)
        if place not in self.sights:
            self.sights[place] = _sight_of(dense, bias, row, q.shape[1], k.shape[1])
            self.kept.append((mask, bias))  # Their ids stay theirs while the call lasts.
        sight = self.sights[place]
        sights = [sight]
        if sight.visible is None and dense is None:
            options = [(True, window or 0), (True, 0), (False, 0)] if asked else [(False, 0), (True, window or 0), (True, 0)]
            sights = [self.plain(place, sight, *option) for option in dict.fromkeys(options)]
        rows = sorted({round(i * (q.shape[1] - 1) / 3) for i in range(4)})
        if sight.flat is not None:
            rows = sorted({*rows, int(sight.flat.any(-1).any(0).nonzero()[0])})
        scale = float(scale) if scale is not None else q.shape[-1] ** -0.5
        best = None
        if out is not None or w is not None:
            for one in sights:
                for each_cap in dict.fromkeys([cap or 0, 0]):
                    for each_sinks in ([sinks, None] if sinks is not None else [None]):
                        for flat in ([True, False] if sight.flat is not None else [False]):
                            rule = {"scale": scale, "cap": each_cap, "sight": one, "flat": flat, "sinks": each_sinks}
                            off = _off(q, k, v, out, w, rule, rows)
                            if best is None or off < best[0]:
                                best = (off, rule)
                            if off <= 1:
                                break
                        if best[0] <= 1:
                            break
                    if best[0] <= 1:
                        break
                if best[0] <= 1:
                    break
        if self.what == "qk" and best is not None and best[0] <= 1 and layer.kind != "weights":
            self.keep_scores(layer, q, k, best[1])
            return
        if best is not None and best[0] > 1 and module.training:
            raise ValueError(f"{layer.name}: its attention is not that of its queries and keys while the model is trained (dropout?); "
                             "call model.eval() before")
        if w is None:
            w = self.probed(layer, q, k, v, out, again, rows)
        if w is None:
            raise ValueError(f"{layer.name}: the mask, the scale and the other arguments that its attention was called with "
                             "do not explain what it computed, and it gives no weights; load the model with "
                             "attn_implementation='eager'")
        if layer.kind == "qk":
            raise ValueError(f"{layer.name}: only some of its steps are explained by queries and keys; use what='weights'")
        if self.what == "qk":
            self.weights_of.append(layer.name)
        self.keep_weights(layer, w)

    def plain(self, place, sight, causal, window):
        key = (*place, causal, window)
        if key not in self.sights:
            self.sights[key] = _Sight(None, sight.bias, None, causal, window)
        return self.sights[key]

    @staticmethod
    def has_part_of_heads(layer, heads):
        """Whether each process computes some heads of the layer (tensor parallelism)."""
        if not (torch.distributed.is_available() and torch.distributed.is_initialized()):
            return False
        processes = torch.distributed.get_world_size()
        all_heads = getattr(getattr(layer.module, "config", None), "num_attention_heads", None)
        if processes == 1 or not all_heads or heads >= all_heads:
            return False
        if heads * processes != all_heads:
            raise ValueError(f"{layer.name}: expected {all_heads} heads in {processes} processes, found {heads} in this one; "
                             "load the model without tp_plan, or with device_map")
        return True

    @staticmethod
    def of_all_processes(part):
        """Tensors [heads of this process, …] → [heads, …]"""
        parts = [torch.empty_like(part, memory_format=torch.contiguous_format) for _ in range(torch.distributed.get_world_size())]
        torch.distributed.all_gather(parts, part.contiguous())
        return torch.cat(parts)

    @staticmethod
    def folded(layer, q, k, v):
        """Keys that the library repeated for groups of heads, once each."""
        config = getattr(layer.module, "config", None)
        count = getattr(layer.module, "num_key_value_heads", None) or getattr(config, "num_key_value_heads", None)
        groups = getattr(layer.module, "num_key_value_groups", None)
        count = q.shape[0] // groups if groups else count
        if not count or k.shape[0] != q.shape[0] or count >= q.shape[0] or q.shape[0] % count:
            return k, v
        groups = q.shape[0] // count
        grouped = k.reshape(count, groups, *k.shape[1:])
        if not torch.equal(grouped, grouped[:, :1].expand_as(grouped)):
            return k, v
        return grouped[:, 0], v if v is None else v.reshape(count, groups, *v.shape[1:])[:, 0]

    @staticmethod
    def dense_mask(mask, queries, keys, device):
        if mask is None or torch.is_tensor(mask):
            return mask
        try:  # FlexAttention's mask is a function of places.
            from torch.nn.attention.flex_attention import create_mask
            return create_mask(mask.mask_mod, 1, 1, queries, keys, device=str(device))
        except Exception:
            return None

    def begin_step(self, layer):
        """Steps of one text follow each other; a call that reads all of it anew replaces those before."""
        if layer.steps and self.past == 0 and not self.goes_on(layer):
            layer.steps, layer.queries, layer.keys, layer.kind = [], 0, 0, None
            for name in list(self.spool.parts):
                if name.startswith(f"{layer.key}"):
                    del self.spool.parts[name]

    def goes_on(self, layer):
        """Whether this is not the first function of attention in a call of its module."""
        return bool(self.running) and self.running[-1].layer is layer and self.running[-1].parts > 1

    def step_places(self, layer, queries, keys, seen):
        """(first key that is new, number of keys that count, place of the first key that is given); `seen`: 0 for each key
        that no query sees."""
        if self.goes_on(layer):
            return 0, keys, layer.keys  # Its own tokens alone.
        if layer.cross:
            return (0 if not layer.steps else keys), keys, 0
        total = layer.keys + queries if layer.steps else keys
        if not layer.steps and self.past == 0 and keys > queries and not seen[queries:].any():
            total = queries  # A cache that is larger than what it holds.
        if keys > total:
            if seen[total:].any():
                raise ValueError(f"{layer.name}: expected at most {total} keys so far, found {keys}; record a call of the model "
                                 "with the whole text")
            return layer.keys, total, 0
        return keys - queries if layer.steps else 0, keys, total - keys

    def keep_scores(self, layer, q, k, rule):
        sight = rule["sight"]
        seen = torch.ones(k.shape[1]) if sight.visible is None else sight.visible.any(0).any(0)
        new, used, before = self.step_places(layer, q.shape[1], k.shape[1], seen)
        if layer.steps and not layer.cross and layer.last_key is not None and new > 0:
            if not torch.equal(k[:, new - 1], layer.last_key):
                raise ValueError(f"{layer.name}: expected a cache that grows, found other keys than in the step before "
                                 "(beam search?); record a call of the model with the whole text")
        layer.last_key = k[:, used - 1].clone()
        if used < k.shape[1]:
            sight = _Sight(sight.visible[..., :used], sight.bias if sight.bias is None else sight.bias[..., :used],
                           sight.flat if sight.flat is None else sight.flat[..., :used])
        first = layer.queries
        layer.steps.append((first, q.shape[1], used, before, sight, rule["flat"]))
        layer.queries += q.shape[1]
        layer.keys = before + used
        layer.kind, layer.scale, layer.cap, layer.sinks = "qk", rule["scale"], rule["cap"], rule["sinks"]
        layer.heads, layer.key_heads = q.shape[0], k.shape[0]
        stored = (lambda tensor: tensor.to(self.dtype)) if self.dtype else (lambda tensor: tensor)
        self.spool.add(f"{layer.key} q", stored(q))
        if new < used:
            self.spool.add(f"{layer.key} k", stored(k[:, new:used]))

    def keep_weights(self, layer, weights):
        weights = weights.detach()
        if layer.module.training and float(weights.max()) > 1.01:
            raise ValueError(f"{layer.name}: expected weights up to 1, found {float(weights.max()):.3g} after dropout; call "
                             "model.eval() before")
        new, used, before = self.step_places(layer, weights.shape[1], weights.shape[2], weights.amax((0, 1)) > 0)
        weights = weights[..., :used] if before == 0 else torch.nn.functional.pad(weights[..., :used], (before, 0))
        layer.kind, layer.heads = "weights", weights.shape[0]
        layer.steps.append((layer.queries, weights.shape[1], used, before, None, False))
        layer.queries += weights.shape[1]
        layer.keys = before + used
        self.spool.add(f"{layer.key} w", weights.to(self.dtype) if self.dtype else weights)

    @staticmethod
    def probed(layer, q, k, v, out, again, rows):
        """The weights of a function that gives none: what it makes of values that are 1 for one key each."""
        if again is None or out is None or v is None:
            return None
        ones = torch.eye(k.shape[1], dtype=q.dtype, device=q.device)
        try:
            found = again(ones)
        except Exception:
            return None
        if found is None or tuple(found.shape) != (q.shape[0], q.shape[1], k.shape[1]):
            return None
        mine = found[:, rows].float().reshape(v.shape[0], -1, v.shape[1]) @ v.float()
        off = float((mine.reshape(q.shape[0], len(rows), -1) - out[:, rows].float()).abs().max())
        return found if off <= 8 * _tolerable(q, out) * max(float(v.abs().max()), 1e-9) else None

    # Functions that are watched while the block runs.

    def watched_interface(self, function):
        """(module, query, key, value, attention_mask, scaling=…, …) → (output [batch, queries, heads, size], weights)"""
        def call(module, query, key, value, attention_mask=None, *rest, **keywords):
            self.inside += 1
            try:
                result = function(module, query, key, value, attention_mask, *rest, **keywords)
            finally:
                self.inside -= 1
            if self.inside or self.is_off() or not isinstance(result, tuple) or not torch.is_tensor(query) or query.dim() != 4:
                return result
            output = result[0].transpose(1, 2) if torch.is_tensor(result[0]) and result[0].dim() == 4 else None
            row = 0 if query.shape[0] == 1 else self.row

            def again(ones):
                one = slice(row, row + 1)
                values = ones[None, None].expand(1, value.shape[1], *ones.shape).to(value.dtype)
                mask = attention_mask[min(row, attention_mask.shape[0] - 1)][None] if torch.is_tensor(attention_mask) else attention_mask
                self.inside += 1
                try:
                    return function(module, query[one], key[one], values, mask, *rest, **keywords)[0].transpose(1, 2)[0]
                finally:
                    self.inside -= 1

            asked = keywords.get("is_causal")
            asked = getattr(module, "is_causal", False) if asked is None else asked
            sinks = keywords.get("s_aux")
            sinks = sinks if sinks is not None else getattr(module, "sinks", None)
            sinks = sinks.detach() if torch.is_tensor(sinks) and sinks.numel() == query.shape[1] else None
            scale = keywords.get("scaling")
            if scale is None:
                scale = getattr(module, "scaling", None)
            self.observe(module, query, key, value, output, result[1] if len(result) > 1 else None, attention_mask,
                         keywords.get("position_bias"), scale if isinstance(scale, (int, float)) else None, asked,
                         keywords.get("sliding_window"), keywords.get("softcap"),
                         None if sinks is None else sinks.reshape(-1), again)
            return result
        call.headlight = True
        return call

    def watched_sdpa(self, function):
        def call(query, key, value, attn_mask=None, dropout_p=0.0, is_causal=False, scale=None, **keywords):
            result = function(query, key, value, attn_mask, dropout_p, is_causal, scale=scale, **keywords)
            module = self.running[-1].module if self.running else self.around[-1] if self.around else None
            if self.inside or self.is_off() or module is None:
                return result
            if query.dim() != 4:
                if not self.running:  # Else it is said when the module is left.
                    self.left_out.append(f"{self.names.get(id(module))}: expected queries [batch, heads, tokens, size], found "
                                         f"{list(query.shape)}")
                return result
            row = 0 if query.shape[0] == 1 else self.row

            def again(ones):
                one = slice(row, row + 1)
                values = ones[None, None].expand(1, value.shape[1], *ones.shape)
                mask = attn_mask[one] if torch.is_tensor(attn_mask) and attn_mask.dim() == 4 and attn_mask.shape[0] > 1 else attn_mask
                return function(query[one], key[one], values, mask, 0.0, is_causal, scale=scale, **keywords)[0]

            self.observe(module, query, key, value, result, None, attn_mask, None, scale, is_causal, None, None, None, again)
            return result
        return call

    def watched_softmax(self, function):
        def call(*arguments, **keywords):
            self.inside += 1  # One of them calls another.
            try:
                result = function(*arguments, **keywords)
            finally:
                self.inside -= 1
            if self.running and not self.inside and not self.is_off() and torch.is_tensor(result) and result.dim() in (3, 4):
                self.running[-1].softmaxes.append(result.detach())
            return result
        return call

    def watched_generate(self, function):
        """Beams change places between steps, and guesses are taken back: the text that they end in is read once more, as a whole."""
        def call(*arguments, **keywords):
            config = keywords.get("generation_config") or getattr(self.model, "generation_config", None)
            setting = lambda name: keywords.get(name, getattr(config, name, None))  # noqa: E731
            jumps = ("assistant_model", "prompt_lookup_num_tokens", "penalty_alpha", "dola_layers", "custom_generate")
            if self.paused or ((setting("num_beams") or 1) == 1 and not any(setting(name) for name in jumps)):
                return function(*arguments, **keywords)
            self.paused = True
            try:
                result = function(*arguments, **keywords)
            finally:
                self.paused = False
            named = dict(keywords)
            if arguments or "inputs" in named:
                named[self.model.main_input_name] = arguments[0] if arguments else named.pop("inputs")
            self.read_again(getattr(result, "sequences", result), {name: each for name, each in named.items() if torch.is_tensor(each)},
                            setting("eos_token_id"))
            return result
        return call

    def read_again(self, sequences, inputs, end):
        """One text of generated `sequences` [texts, tokens]; `inputs` are the tensors that generate() was called with."""
        main = inputs.get(self.model.main_input_name)
        if main is None:
            raise ValueError(f"beams: expected generate() to be called with {self.model.main_input_name}; record a call of the model "
                             "with the whole text")
        whole = self.of_row(sequences, "sequences")
        source = (0 if sequences.shape[0] == 1 else self.row) // max(1, sequences.shape[0] // main.shape[0])
        one = {name: each[source:source + 1] for name, each in inputs.items() if each.dim() > 0 and each.shape[0] == main.shape[0]}
        pair = self.is_pair()
        prompt = 1 if pair else main.shape[1]
        ends = torch.isin(whole[prompt:], torch.as_tensor(end, device=whole.device)) if end is not None else whole[prompt:] < 0
        written = prompt + (int(ends.nonzero()[0]) + 1 if ends.any() else len(whole) - prompt)
        text = whole[None, :written - 1]  # No step reads the last one.
        if pair:
            one["decoder_input_ids"] = text
        else:
            unknown = [name for name in one if name not in ("input_ids", "attention_mask") and one[name].shape[1:2] == main.shape[1:2]]
            if unknown:
                raise ValueError(f"beams: expected no {unknown[0]}, which is of the prompt alone; record a call of the model with the "
                                 "whole text")
            one["input_ids"] = text
            if "attention_mask" in one:
                more = text.shape[1] - one["attention_mask"].shape[1]
                one["attention_mask"] = torch.nn.functional.pad(one["attention_mask"], (0, more), value=1)
                if not one["attention_mask"].all() and "position_ids" in inspect.signature(self.model.forward).parameters:
                    one["position_ids"] = (one["attention_mask"].cumsum(1) - 1).masked_fill(one["attention_mask"] == 0, 1)
        with torch.no_grad():
            self.model(**one)
        self.first["decoder" if pair else ""] = prompt

    @contextlib.contextmanager
    def watching(self):
        undo = contextlib.ExitStack()
        with undo:
            def replace(owner, name, new):
                had = name in vars(owner)
                old = getattr(owner, name)
                setattr(owner, name, new)
                undo.callback(lambda: setattr(owner, name, old) if had else delattr(owner, name))

            def hook(module, before, after):
                try:
                    undo.callback(module.register_forward_pre_hook(before, with_kwargs=True).remove)
                except TypeError:  # PyTorch before 2.0: hooks see the positional arguments only.
                    undo.callback(module.register_forward_pre_hook(lambda m, a: before(m, a, {})).remove)
                try:
                    undo.callback(module.register_forward_hook(after, always_call=True).remove)
                except TypeError:
                    undo.callback(module.register_forward_hook(after).remove)

            for module in self.model.modules():
                if module is self.model or hasattr(module, "get_input_embeddings"):
                    hook(module, self.enter_model, self.leave_model)
            for module in _attention_modules(self.model):
                hook(module, self.enter, self.leave)
            for module in self.model.modules():
                hook(module, self.enter_any, self.leave_any)

            if callable(getattr(self.model, "generate", None)):
                replace(self.model, "generate", self.watched_generate(self.model.generate))
            functional = torch.nn.functional
            replace(functional, "scaled_dot_product_attention", self.watched_sdpa(functional.scaled_dot_product_attention))
            replace(functional, "softmax", self.watched_softmax(functional.softmax))
            replace(torch, "softmax", self.watched_softmax(torch.softmax))
            replace(torch.Tensor, "softmax", self.watched_softmax(torch.Tensor.softmax))
            for home in {type(module).__module__ for module in self.model.modules()}:
                if callable(getattr(sys.modules.get(home), "eager_attention_forward", None)):
                    replace(sys.modules[home], "eager_attention_forward",
                            self.watched_interface(sys.modules[home].eager_attention_forward))
            table = getattr(sys.modules.get("transformers.modeling_utils"), "ALL_ATTENTION_FUNCTIONS", None)
            if table is not None:
                find = type(table).__getitem__
                seen = {}

                def found(this, name):
                    function = find(this, name)
                    if getattr(function, "headlight", False):
                        return function
                    return seen.setdefault(function, self.watched_interface(function))

                replace(type(table), "__getitem__", found)
            if hasattr(torch.backends, "mha"):  # PyTorch's own encoder layers: the way that calls a function that is watched.
                fast = torch.backends.mha.get_fastpath_enabled()
                torch.backends.mha.set_fastpath_enabled(False)
                undo.callback(torch.backends.mha.set_fastpath_enabled, fast)
            stance = getattr(getattr(torch, "compiler", None), "set_stance", None)
            if stance is not None:
                undo.enter_context(stance("force_eager"))  # Compiled code does not call what is watched.
            yield


def _length(cache, name):
    """Tokens that an argument holds, where it is a cache."""
    if hasattr(cache, "get_seq_length"):
        return int(cache.get_seq_length())
    if name != "past_key_values" or not isinstance(cache, (tuple, list)) or not cache:
        return 0
    return int(cache[0][0].shape[-2])  # As libraries had them before.


# q_proj, to_k, wq, key, k_lin, linear_q, w_qs, …
_PROJECTION = re.compile(r"(?i)(to_?|w_?|fc_?|lin(?:ear)?_?|proj_?)?(q|query|queries|k|key|keys)s?(_?(proj|projection|lin|linear|layer))?")


def _attention_modules(model):
    """Modules that attention may be computed in, by the name of their class or their projections; of those within each other, the
    innermost that is called computes it."""
    found = []
    for name, module in model.named_modules():
        children = {child for child, _ in module.named_children()}
        both = {match.group(2).lower()[0] for match in map(_PROJECTION.fullmatch, children) if match}
        if "attention" in type(module).__name__.lower() or both == {"q", "k"} or any(
                child in ("c_attn", "query_key_value") or "qkv" in child.lower() for child in children):
            found.append(module)
    return found


# --- The file -------------------------------------------------------------------------------------------------------


def _stack_of(layer):
    """(where the layers lie, the number of this one)"""
    found = re.search(r"(?:^|\.)(\d+)(?:\.|$)", layer.name)
    return (layer.name[:found.start()], int(found.group(1))) if found else (layer.name.rsplit(".", 1)[0], None)


def _alike(layers, recorder):
    """Those that have as many heads, queries and keys as most have; the others are left out."""
    shape = lambda layer: (layer.heads, layer.queries, layer.keys)  # noqa: E731
    shapes = [shape(layer) for _, layer in layers]
    most = max(dict.fromkeys(shapes), key=shapes.count)
    for _, layer in layers:
        if shape(layer) != most:
            recorder.left_out.append("{}: {} heads, {} queries and {} keys".format(layer.name, *shape(layer))
                                     + " beside layers of {}, {} and {}".format(*most))
    return [each for each in layers if shape(each[1]) == most]


def _module_of(model):
    """The PyTorch module within what other libraries (nnsight) put around it."""
    for name in ("_module", "_model", "model"):
        if isinstance(model, torch.nn.Module):
            break
        model = getattr(model, name, model)
    if not isinstance(model, torch.nn.Module):
        raise ValueError(f"model: expected a module of PyTorch, found {type(model).__name__}")
    return model


def _numbered(recorder):
    """part → [(number, layer)]: layers keep the numbers of their names, where each has one of its own."""
    stacks = {}
    for layer in recorder.layers.values():
        if layer.steps:
            home, number = _stack_of(layer)
            stacks.setdefault((home, layer.cross), []).append((number, layer))
    pair = recorder.is_pair()
    across = {home for home, cross in stacks if cross}  # Where layers attend to something else, too.
    parts = {}
    for (home, cross), layers in stacks.items():
        numbers = [number for number, _ in layers]
        if None in numbers or len(set(numbers)) != len(numbers):
            layers = list(enumerate(layer for _, layer in layers))
        if cross:
            part = "cross"
        elif re.search("visi|visu|image", home):
            part = "vision"
        elif re.search("audio|speech", home) and not pair:
            part = "audio"
        elif pair:
            side = re.search(r"(?:^|\.)(encoder|decoder)", home)
            part = side.group(1) if side else "decoder"
        elif home in across:
            part = "decoder"
        else:
            part = "encoder" if "encoder" in home and home.replace("encoder", "decoder") in across else ""
        if part in parts:
            recorder.left_out.append(f"{home}: a second stack of layers beside another")
            continue
        parts[part] = _alike(sorted(layers, key=lambda each: each[0]), recorder)
    if list(parts) == ["vision"] or list(parts) == ["audio"]:
        parts = {"": next(iter(parts.values()))}
    return parts


class _Terms:
    """Masks and biases of layers, each written once."""

    def __init__(self, spool):
        self.spool, self.known, self.made = spool, {}, {}

    def number(self, prefix, kind, tensor):
        data = tensor.contiguous().reshape(-1).view(torch.uint8).numpy()
        key = (prefix, kind, tuple(tensor.shape), hashlib.sha256(data).digest())
        if key not in self.known:
            self.known[key] = sum(one[:2] == key[:2] for one in self.known)
            self.spool.add(f"{prefix}{kind}.{self.known[key]}", tensor)
        return self.known[key]

    def of(self, prefix, layer):
        """The notes of a layer's sight; the same for layers that were called with the same."""
        key = (prefix, tuple((id(step[4]), *step[:4], step[5]) for step in layer.steps))
        if key not in self.made:
            self.made[key] = self.find(prefix, layer)
        return self.made[key]

    def find(self, prefix, layer):
        steps = layer.steps
        first = steps[0][4]
        queries, keys = layer.queries, layer.keys
        if all(self.is_like(first, step, keys) for step in steps) and not (
                first.causal and layer.cross and queries > 1 and len(steps) == 1):
            return {"causal": first.causal, "window": first.window}
        heads = max(1 if tensor is None else tensor.shape[0] for step in steps for tensor in (step[4].visible, step[4].bias))
        seen = torch.zeros(heads, queries, keys, dtype=torch.bool)
        bias = torch.zeros(heads, queries, keys) if any(step[4].bias is not None for step in steps) else None
        flat = torch.zeros(heads, queries, keys, dtype=torch.bool)
        for at, count, used, before, sight, as_flat in steps:
            place = (slice(None), slice(at, at + count), slice(before, before + used))
            seen[place] = sight.rows(list(range(count)), count, used, "cpu")
            if sight.bias is not None:
                bias[place] = sight.bias.cpu()
            if as_flat:
                flat[place] = sight.flat.cpu()
        notes = self.range_of(seen, layer.cross, prefix == "encoder_")
        if notes is None:
            distance = self.distances(queries, keys)
            notes = {"causal": not bool((seen & (distance > 0)).any()), "window": 0}
            shared = seen[:1] if bool((seen == seen[:1]).all()) else seen
            shared = shared[:, :1] if bool((shared == shared[:, :1]).all()) else shared
            if not flat.any():
                notes["mask"] = self.number(prefix, "mask", shared.to(torch.uint8))
        if flat.any():  # Rows that see nothing and in which the library is left with equal scores.
            notes = {"causal": False, "window": 0}
            low = torch.where(seen, torch.zeros(()) if bias is None else bias, torch.tensor(float("-inf")))
            low = low.masked_fill(flat, torch.finfo(torch.bfloat16).min)
            low = low[:1] if bool((low == low[:1]).all()) else low
            notes["bias"] = self.number(prefix, "bias", low.to(torch.bfloat16) if bias is None else low)
        elif bias is not None:
            kind, tensor = self.small(seen, bias)
            notes[kind] = self.number(prefix, kind, tensor)
        return notes

    @staticmethod
    def is_like(first, step, keys):
        """Whether a step sees what the range of the first one says, of all keys."""
        _, count, used, before, sight, _ = step
        if sight.visible is not None or sight.bias is not None:
            return False
        if not first.causal:
            return not sight.causal and before == 0 and used == keys
        if (sight.causal, sight.window) == (True, first.window):
            return before == 0 or first.window > 0
        return count == 1 and not first.window and before == 0

    @staticmethod
    def distances(queries, keys):
        """How far ahead of the query each key is: [queries, keys]."""
        return torch.arange(keys, dtype=torch.int32)[None, :] - torch.arange(keys - queries, keys, dtype=torch.int32)[:, None]

    @staticmethod
    def range_of(seen, cross, ahead):
        """The notes for a mask that is a range of keys around each query; None for another."""
        if not bool((seen == seen[:1]).all()):
            return None
        seen = seen[0]
        queries, keys = seen.shape
        distance = _Terms.distances(queries, keys)
        last = int(seen[-1].sum())
        causal = distance <= 0
        ranges = [(False, 0, torch.ones_like(seen))]
        if not cross and last > 1:
            ranges.append((False, last - 1, distance.abs() <= last - 1))
        if not cross and not ahead and last > 0:
            ranges = [(True, 0, causal), (True, last, causal & (distance > -last)), *ranges]
        for is_causal, window, expected in ranges:
            if torch.equal(seen, expected):
                return {"causal": is_causal, "window": window}
        return None

    @staticmethod
    def small(seen, bias):
        """A bias as a row for all queries, by distance, or as it is; cells that nobody sees may have any number."""
        if bool((bias == bias[:1]).all()):
            bias, seen = bias[:1], seen.any(0, keepdim=True)
        seen = seen.expand_as(bias)
        heads, queries, keys = bias.shape
        row = torch.where(seen, bias, torch.full((), float("-inf"))).amax(1, keepdim=True)
        row = row.masked_fill(row == float("-inf"), 0)
        if bool(((bias == row) | ~seen).all()):
            return "bias", row
        column = torch.arange(keys)[None, :] - torch.arange(queries)[:, None] + queries - 1
        column = column.expand(heads, queries, keys).reshape(heads, -1)
        by_distance = torch.full((heads, queries + keys - 1), float("-inf"))
        by_distance.scatter_reduce_(1, column, torch.where(seen, bias, torch.full((), float("-inf"))).reshape(heads, -1), "amax")
        by_distance = by_distance.masked_fill(by_distance == float("-inf"), 0)
        if bool(((by_distance.gather(1, column).reshape_as(bias) == bias) | ~seen).all()):
            return "distance_bias", by_distance
        return "bias", bias


def _model_name(model):
    """The model's name without the folders of this computer."""
    config = getattr(model, "config", None)
    name = str(getattr(config, "_name_or_path", "") or getattr(config, "model_type", "") or type(model).__name__)
    cached = re.search(r"models--([^/\\]+?)--([^/\\]+)", name)
    if cached:
        return f"{cached.group(1)}/{cached.group(2)}"
    if os.path.isabs(name) or os.path.exists(name) or "\\" in name or name.startswith((".", "~")):
        return re.split(r"[/\\]", name.rstrip("/\\"))[-1] or type(model).__name__
    return name


def _token_texts(tokenizer, ids):
    """The text of each token with the space before it; bytes that are no character by themselves as numbers."""
    names = tokenizer.convert_ids_to_tokens(ids) if hasattr(tokenizer, "convert_ids_to_tokens") else [None] * len(ids)
    special = set(getattr(tokenizer, "all_special_ids", []) or [])
    texts = []
    for number, name in zip(ids, names):
        if isinstance(name, bytes):
            name = name.decode("utf-8", "replace")
        if number in special and name:
            texts.append(name)
        elif name and (name.startswith("##") or re.fullmatch("<0x[0-9A-F]{2}>", name)):
            texts.append(name)
        else:
            text = tokenizer.decode([number])
            space = name is not None and name.startswith(("\u2581", "\u0120"))
            if "\ufffd" in text and name and "\ufffd" not in name:
                raw = _bytes_of(name)
                text = "".join(f"<0x{byte:02X}>" for byte in raw) if raw else text
            texts.append(" " + text if space and not text.startswith(" ") else text)
    return texts


def _bytes_of(name):
    """The bytes of a byte-level token, whose characters each mean one; None for another token."""
    plain = [*range(33, 127), *range(161, 173), *range(174, 256)]
    table = {chr(byte): byte for byte in plain}
    table.update({chr(256 + i): byte for i, byte in enumerate(b for b in range(256) if b not in plain)})
    return [table[c] for c in name] if all(c in table for c in name) else None


def _predictions(recorder, tokenizer, causal, top):
    """The likeliest answers of the last call: the next token, those for masked tokens, or a class."""
    rows = recorder.answers or {}

    def best(title, row, name):
        row = torch.softmax(row, -1)
        found = torch.topk(row, min(top, row.numel()))
        return {"title": title, "answers": [{"text": name(number), "probability": min(1.0, probability)}
                                            for probability, number in zip(found.values.tolist(), found.indices.tolist())]}

    token = (lambda number: _token_texts(tokenizer, [number])[0]) if tokenizer is not None else str
    if None in rows:
        labels = getattr(getattr(recorder.model, "config", None), "id2label", None) or {}
        return [best("Class", rows[None], lambda number: str(labels.get(number, number)))]
    if causal:
        return [best("Next token", rows["last"], token)] if rows else []
    return [best(f"Token {place}", row, token) for place, row in rows.items() if place != "last"]


# --- What a model sees or hears ---------------------------------------------------------------------------------------


def seen(model, inputs, processor=None, pictures=(), boxes=None, image_positions=None, image_cells=None, seconds=0):
    """The pictures or the sound that `inputs` were made of, and where in them tokens stand, for record() and write().

    inputs     What the model is called with: a dictionary with pixel_values, or input_features or input_values.
    processor  The library's, which says how pictures are cut (or its image processor, or its feature extractor).
    pictures   Those that it was given, in order: of Pillow, or arrays [height, width, 3] of bytes.
    boxes      For models whose layout is not known here: [tokens, 4], x0, y0, x1, y1 as parts of a picture, with image_positions
               (which tokens these are) and image_cells [tokens, 4] (picture, tile, row, column).
    seconds    How long the sound is, where the model reads more.

    The layout is known of vision models, and of those with as many tokens for each picture as its one grid has (LLaVA,
    PaliGemma, Gemma 3 without crops, Qwen-VL, captioners), of LLaVA-NeXT, and of Whisper and wav2vec 2.0. Raises ValueError else.
    """
    tensors = {}
    for number, picture in enumerate(pictures):
        array = torch.as_tensor(_bytes_of_picture(picture))
        if array.dim() != 3 or array.shape[2] != 3 or array.dtype != torch.uint8:
            raise ValueError(f"pictures[{number}]: expected bytes [height, width, 3], found {list(array.shape)} of {array.dtype}")
        tensors[f"picture.{number}"] = array
    config = model.config
    for name in ("input_features", "input_values"):
        if inputs.get(name) is not None:
            return {**tensors, **_heard(config, inputs[name], processor, seconds)}
    if boxes is not None:
        tensors["boxes"] = torch.as_tensor(boxes, dtype=torch.float32)
        for name, given in (("image_positions", image_positions), ("image_cells", image_cells)):
            if given is not None:
                tensors[name] = torch.as_tensor(given, dtype=torch.int64)
        return tensors
    places = _layout(config, inputs, getattr(processor, "image_processor", processor), tensors)
    tensors["boxes"] = torch.tensor([box for box, _ in places], dtype=torch.float32)
    tensors["image_cells"] = torch.tensor([cell for _, cell in places], dtype=torch.int64)
    ids, image = inputs.get("input_ids"), _first(config, "image_token_id", "image_token_index")
    if ids is not None and image is not None:
        positions = (torch.as_tensor(ids).reshape(-1).cpu() == image).nonzero().reshape(-1)
        if len(positions) != len(places):
            raise ValueError(f"input_ids: expected {len(places)} tokens of number {image} for the pictures, found {len(positions)}")
        tensors["image_positions"] = positions.to(torch.int64)
    return tensors


def _first(config, *names):
    return next((getattr(config, name) for name in names if getattr(config, name, None) is not None), None)


def _bytes_of_picture(picture):
    if hasattr(picture, "convert"):
        import numpy
        return numpy.array(picture.convert("RGB"))
    return picture


def _grid(box, rows, cols, image=0, tile=0):
    """Places of the cells of `box`, row by row."""
    x0, y0, x1, y1 = box
    wide, high = (x1 - x0) / cols, (y1 - y0) / rows
    return [((x0 + col * wide, y0 + row * high, x0 + (col + 1) * wide, y0 + (row + 1) * high), (image, tile, row, col))
            for row in range(rows) for col in range(cols)]


def _side(size, *names):
    for name in names:
        value = size.get(name) if isinstance(size, dict) else getattr(size, name, None)
        if value is not None:
            return value
    return None


def _layout(config, inputs, processor, tensors):
    """[(box, (picture, tile, row, column))] of the tokens of pictures, in order."""
    pixels = inputs.get("pixel_values")
    if pixels is None:
        raise ValueError("inputs: expected pixel_values, input_features or input_values, found none of them")
    sizes = [tuple(each.shape[:2]) for name, each in tensors.items() if name.startswith("picture.")]
    vision = getattr(config, "vision_config", config)
    if inputs.get("image_grid_thw") is not None:
        merge = _first(vision, "spatial_merge_size") or 1
        return [place for image, (_, rows, cols) in enumerate(inputs["image_grid_thw"].tolist())
                for place in _grid((0, 0, 1, 1), rows // merge, cols // merge, image)]
    vision = getattr(getattr(config, "encoder", None), "patch_size", None) and config.encoder or vision
    patch = _first(vision, "patch_size")
    patch = patch[0] if isinstance(patch, (list, tuple)) else patch
    height, width = pixels.shape[-2:]
    if patch is None or height < patch or pixels.dim() < 4:
        raise ValueError(f"expected pixel_values and patches of known size, found {list(pixels.shape)} and {patch}; say boxes=…")
    rows, cols = height // patch, width // patch
    covered = cols * patch / width, rows * patch / height  # Pixels behind the last whole patch are no token's.
    if getattr(config, "model_type", "") == "llava_next":
        return [place for image, size in enumerate(sizes) for place in _next_layout(config, size, rows, cols, image)]
    if pixels.dim() == 5 or (pixels.dim() == 4 and sizes and pixels.shape[0] != len(sizes)):
        raise ValueError(f"pixel_values: expected one tile for each of {len(sizes)} pictures, found {list(pixels.shape)}; say boxes=…")
    ids, image_token = inputs.get("input_ids"), _first(config, "image_token_id", "image_token_index")
    if ids is not None and image_token is not None:
        each = int((torch.as_tensor(ids) == image_token).sum()) // max(1, pixels.shape[0])
        while rows * cols > each and rows % 2 == 0 and cols % 2 == 0:  # Neighbouring patches as one token (Gemma 3).
            rows, cols = rows // 2, cols // 2
        if rows * cols != each:
            raise ValueError(f"expected a grid of {each} cells for each picture, found {rows} x {cols} patches; say boxes=…")
    return [place for image in range(pixels.shape[0])
            for place in _grid(_whole_box(processor, sizes[image] if image < len(sizes) else None, height, width, covered),
                               rows, cols, image)]


def _whole_box(processor, size, height, width, covered):
    """Which part of a picture of that size the pixels [height, width] of a model are, as far as they are `covered` by patches."""
    x0, y0, x1, y1 = _box_of_pixels(processor, size, height, width)
    return x0, y0, x0 + (x1 - x0) * covered[0], y0 + (y1 - y0) * covered[1]


def _box_of_pixels(processor, size, height, width):
    if processor is None or size is None:
        return 0, 0, 1, 1
    high, wide = size
    if getattr(processor, "do_pad", False) and type(processor).__name__.startswith("Llava"):
        side = max(high, wide)
        top, left = (side - high) // 2, (side - wide) // 2
        return -left / wide, -top / high, (side - left) / wide, (side - top) / high
    if not getattr(processor, "do_center_crop", False):
        return 0, 0, 1, 1
    short = _side(processor.size, "shortest_edge")
    if getattr(processor, "do_resize", True) and short:
        resized = (short, int(short * wide / high)) if high <= wide else (int(short * high / wide), short)
    elif getattr(processor, "do_resize", True):
        resized = (_side(processor.size, "height"), _side(processor.size, "width"))
    else:
        resized = size
    top, left = (resized[0] - height) // 2, (resized[1] - width) // 2
    return left / resized[1], top / resized[0], (left + width) / resized[1], (top + height) / resized[0]


def _next_layout(config, size, rows, cols, image):
    """LLaVA-NeXT: the whole picture, then the tiles of a canvas without its padding, a newline behind each row."""
    high, wide = size
    tile = rows * (config.vision_config.image_size // rows)

    def fit(canvas):
        scale = min(canvas[1] / wide, canvas[0] / high)
        effective = min(int(wide * scale) * int(high * scale), wide * high)
        return effective, effective - canvas[0] * canvas[1]
    canvas = max(config.image_grid_pinpoints, key=fit)
    down, across = canvas[0] // tile * rows, canvas[1] // tile * cols
    top = left = 0
    if wide / high > across / down:
        seen_rows = int(round(high * (across / wide), 7))
        top, seen_cols = (down - seen_rows) // 2, across
        seen_rows = down - 2 * top
    else:
        seen_cols = int(round(wide * (down / high), 7))
        left, seen_rows = (across - seen_cols) // 2, down
        seen_cols = across - 2 * left
    # The picture lies in the middle of the canvas, its shorter side made as long as the ratio says.
    scale = min(canvas[1] / wide, canvas[0] / high)
    inner = (min(-int(-high * scale // 1), canvas[0]), canvas[1]) if canvas[1] / wide < canvas[0] / high else (
        canvas[0], min(-int(-wide * scale // 1), canvas[1]))
    y, x = (canvas[0] - inner[0]) // 2, (canvas[1] - inner[1]) // 2
    box = (-x / inner[1], -y / inner[0], (canvas[1] - x) / inner[1], (canvas[0] - y) / inner[0])
    whole = _grid(box, down, across, image)
    places = _grid((0, 0, 1, 1), rows, cols, image)
    for row in range(seen_rows):
        for col in range(seen_cols):
            at = (top + row, left + col)
            number = at[0] // rows * (across // cols) + at[1] // cols + 1
            places.append((whole[at[0] * across + at[1]][0], (image, number, row, col)))
        places.append(((-1, -1, -1, -1), (image, -1, -1, -1)))
    return places


def _heard(config, values, processor, seconds):
    extractor = getattr(processor, "feature_extractor", processor)
    rate = getattr(extractor, "sampling_rate", 16000)
    values = torch.as_tensor(values)
    values = (values[0] if values.dim() > 1 and values.shape[0] == 1 else values).detach().float().cpu()
    strides = getattr(config, "conv_stride", None)
    if values.dim() == 1 and strides:
        step, count = 1 / rate, values.shape[0]
        for kernel, stride in zip(config.conv_kernel, strides):
            count = (count - kernel) // stride + 1
        hop = step * torch.Size(strides).numel()
        values = values[None]
    elif values.dim() == 2 and getattr(config, "model_type", "") == "whisper":
        step = getattr(extractor, "hop_length", 160) / rate
        count, hop = values.shape[1] // 2, 2 * step
    else:
        raise ValueError(f"expected input_features of Whisper or input_values of wav2vec 2.0, found {list(values.shape)}")
    starts = torch.arange(count, dtype=torch.float64) * hop
    return {"spectrogram": values, "sound_times": torch.tensor([step, float(seconds)]),
            "time": torch.stack([starts, starts + hop], 1).float()}


def _add_seen(spool, tensors, keys):
    """Writes what seen() gave; places without numbers of tokens are those of the last of `keys`."""
    if not tensors:
        return
    tensors = dict(tensors)
    for name, positions in (("boxes", "image_positions"), ("time", "time_positions")):
        if name not in tensors or positions in tensors:
            continue
        count = tensors[name].shape[0]
        if keys is None or keys < count:
            raise ValueError(f"seen: expected {positions} for {count} places" + ("" if keys is None else f" among {keys} tokens"))
        tensors[positions] = torch.arange(keys - count, keys)
    for name, tensor in tensors.items():
        spool.add(name, tensor)


@contextlib.contextmanager
def record(model, tokenizer=None, text=None, path="attention.safetensors", what="qk", ids=None, top=10, dtype=None, row=None,
           seen=None):
    """Records what `model` does in the block, a call or generate(), and writes it to `path` at the end of it.

    what   "qk" or "weights".
    ids    The token ids, where the call does not name them `input_ids`.
    dtype  What to store, for instance torch.float16; the model's own by default.
    row    Which text of a batch; needed where there are several.
    seen   The pictures or the sound of the call, as seen() gives them.

    Raises ValueError for what cannot be recorded as the model computed it, with the layer and the reason.
    """
    if what not in ("qk", "weights"):
        raise ValueError(f"what: expected 'qk' or 'weights', found {what!r}")
    model = _module_of(model)
    with _Spool(path) as spool:
        recorder = _Recorder(model, what, dtype, row, spool)
        recorder.mask_token = getattr(tokenizer, "mask_token_id", None)
        with recorder.watching():
            yield
        parts = _numbered(recorder)
        if not parts:
            reason = (recorder.left_out[0] if recorder.left_out else
                      "the model was not called in the block" if not recorder.called else
                      "nothing in the model computes attention in a way that is known; use write() with weights of your own")
            raise ValueError(f"expected attention, found none: {reason}")
        if torch.distributed.is_available() and torch.distributed.is_initialized() and torch.distributed.get_rank() != 0:
            return
        notes = {"version": 1, "model": _model_name(model)}
        if text is not None:
            notes["text"] = text
        terms = _Terms(spool)
        causal_main = False
        for part, layers in parts.items():
            prefix = part + "_" if part else ""
            facts = {}
            scored = [each for each in layers if each[1].kind == "qk"]
            for number, layer in layers:
                if layer.kind == "weights":
                    spool.join(f"{layer.key} w", f"{prefix}attentions.{number}", pad=True)
                    continue
                found = {"mask": None, "bias": None, "distance_bias": None, **terms.of(prefix, layer),
                         "scale": layer.scale, "soft_cap": layer.cap}
                for name, value in found.items():
                    facts.setdefault(name, []).append(value)
                spool.join(f"{layer.key} q", f"{prefix}queries.{number}")
                spool.join(f"{layer.key} k", f"{prefix}keys.{number}")
                if layer.sinks is not None:
                    spool.add(f"{prefix}sinks.{number}", layer.sinks.float())
            for name, values in facts.items():
                if any(value is not None for value in values):
                    same = all(value == values[0] for value in values)
                    notes[prefix + name] = values[0] if same else values
            if part in ("", "decoder"):
                causal_main = (part == "decoder" or bool(scored and any(facts["causal"]))
                               or bool(getattr(layers[0][1].module, "is_causal", False)))
        _note_tokens(recorder, tokenizer, ids, parts, notes, spool)
        looked = parts.get("cross") or parts.get("") or parts.get("encoder") or next(iter(parts.values()))
        _add_seen(spool, seen, looked[0][1].keys)
        answers = _predictions(recorder, tokenizer, causal_main, top)
        if answers:
            notes["predictions"] = answers
        if recorder.left_out:
            notes["left_out"] = list(dict.fromkeys(recorder.left_out))
            warnings.warn("not recorded: " + "; ".join(notes["left_out"]))
        if recorder.weights_of:
            warnings.warn("written as weights, since queries and keys do not explain them: "
                          + ", ".join(dict.fromkeys(recorder.weights_of)))
        for name in [name for name in spool.parts if name.startswith("(")]:
            del spool.parts[name]  # Of what is left out.
        spool.write(notes)


def _note_tokens(recorder, tokenizer, ids, parts, notes, spool):
    """Writes the tokens of each part that has as many as its attention."""
    if ids is not None:
        ids = torch.as_tensor(ids).reshape(-1).cpu()
    between = "" in parts and ("cross" in parts or "decoder" in parts)
    if between:  # A part between a tower and the text (BLIP-2's Q-Former), whose keys would be called by input_ids, too.
        notes["decoder_tokens"] = [f"query {number}" for number in range((parts.get("decoder") or parts["cross"])[0][1].queries)]
        if "cross" in parts:
            notes["encoder_tokens"] = [str(number) for number in range(parts["cross"][0][1].keys)]
    for part, source, tensor in (("", "", "input_ids"), ("encoder", "encoder", "input_ids"),
                                 ("decoder", "decoder", "decoder_input_ids")):
        if (between and part) or (part not in parts and not (part == "encoder" and "cross" in parts)):
            continue
        found = ids if ids is not None and part != "decoder" else recorder.ids.get(source)
        if found is None:
            found = recorder.ids.get("" if part != "decoder" or not recorder.is_pair() else "top decoder_input_ids")
        layers = parts.get(part) or parts["cross"]
        count = layers[0][1].keys
        before = 0 if found is None else count - len(found)
        if found is None or before < 0 or (before != 0 and before != _unread(recorder, layers[0][1], len(found))):
            continue
        prefix, numbers = part + "_" if part else "", found.tolist()
        if before == 0 and not between:
            spool.add(tensor, found.to(torch.int64))
        elif tokenizer is None:
            notes[prefix + "tokens"] = _prefix(before) + [str(number) for number in numbers]
        if tokenizer is not None:
            notes[prefix + "tokens"] = _prefix(before) + _token_texts(tokenizer, numbers)
            special = set(getattr(tokenizer, "all_special_ids", []) or [])
            notes[prefix + "special"] = [before + place for place, number in enumerate(numbers) if number in special]
        if part != "encoder":
            first = recorder.first.get(source if source in recorder.ids else "", count)
            if before + first < count:
                notes["generated"] = before + first


def _unread(recorder, layer, tokens):
    """How many keys stand before the tokens of a call: of a cache that was given, or prompts that PEFT has learned."""
    if layer.queries == tokens:
        return layer.keys - tokens
    return sum(getattr(each, "num_virtual_tokens", None) or 0 for each in getattr(recorder.model, "peft_config", {}).values())


def _prefix(count):
    return [f"prefix {number}" for number in range(count)]
