#include <algorithm>
#include <functional>
#include <utility>

#include "core/base/error.h"
#include "core/model/config_keys.h"
#include "core/model/family.h"
#include "core/model/model_parts.h"
#include "core/model/model_source.h"
#include "core/model/unknown_family.h"
#include "core/model/validate.h"

namespace headlight {
namespace {

/// Lets the file decide whether an output is tied to the token embeddings: an own one that differs is used, with a
/// remark where config.json says that it is tied, and where only the output is there, it serves the embeddings too.
void tieByFile(const Checkpoint& checkpoint, Architecture& d) {
  const StoredTensor* output = checkpoint.find(d.head.output.weight);
  if (!d.head.tied || !output) return;
  const StoredTensor* tokens = checkpoint.find(d.embedding.tokens);
  if (!tokens) {
    d.embedding.tokens = d.head.output.weight;
  } else if (!sameNumbers(*tokens, *output)) {
    d.head.tied = false;
    d.remarks.push_back("config.json says that the output is tied to the token embeddings, but the file has another '" +
                        d.head.output.weight + "', which is used.");
  }
}

/// Whether all of a head's own tensors are in the folder.
bool headIsWhole(const OutputHeadSpec& head, const Checkpoint& checkpoint) {
  for (const HeadStep& step : head.steps)
    if (!checkpoint.has(step.linear.weight)) return false;
  return head.kind != OutputHeadKind::None && (head.tied || checkpoint.has(head.output.weight));
}

/// The description of a model whose config.json names no architecture, with the head whose tensors are there.
Architecture describeByTensors(const Family& family, FamilyInput input) {
  input.architecture = "a " + std::string(family.name) + " model";
  for (const OutputHeadKind kind :
       {OutputHeadKind::MaskedLm, OutputHeadKind::CausalLm, OutputHeadKind::SequenceClassification,
        OutputHeadKind::TokenClassification, OutputHeadKind::ReplacedTokenDetection}) {
    input.head = kind;
    Architecture d = family.describe(input);
    if (!headIsWhole(d.head, input.checkpoint)) continue;
    d.remarks.emplace_back("config.json names no architecture; the output head was found by its tensors.");
    return d;
  }
  input.head = OutputHeadKind::None;
  return family.describe(input);
}

/// Whether any tensor of the head's own is in the folder; a head that only borrows the token embeddings always is.
bool headIsThere(const OutputHeadSpec& head, const Checkpoint& checkpoint) {
  if (head.tied && head.steps.empty()) return true;
  for (const HeadStep& step : head.steps)
    if (checkpoint.has(step.linear.weight)) return true;
  return !head.tied && checkpoint.has(head.output.weight);
}

std::string positionsText(const Architecture& d) {
  std::string text;
  const auto add = [&](const char* kind) { text += (text.empty() ? "" : " and ") + std::string(kind); };
  if (d.embedding.positions) add(d.embedding.positions->table.empty() ? "sinusoidal" : "learned");
  if (!d.rotaries.empty()) add("rotary");
  if (d.layers.front().attention.alibi != Alibi::None) add("ALiBi");
  if (d.stages > 0)
    add("relative bias within windows");
  else if (d.relativeBias)
    add(d.relativeBias->grid[0] > 0 ? "relative bias by row and column" : "relative bias");
  if (d.disentangled) add("disentangled");
  return text;
}

ModelInfo infoOf(const ModelSource& source, const Family& family, const std::string& architecture,
                 const Config& config, const Architecture& d, const Weights& weights) {
  ModelInfo info;
  info.name = source.name;
  info.folder = source.place;
  info.family = family.name;
  info.architecture = architecture;
  info.head = d.head.kind;
  info.layers = static_cast<int>(d.layers.size());
  const AttentionSpec& attention = d.layers.front().attention;
  info.heads = attention.heads;
  info.kvHeads = attention.kvHeads;
  info.dHead = attention.dHead;
  info.width = d.width;
  info.vocabulary = d.vocabulary;
  info.maxPositions = d.maxPositions;
  info.positionsAreLearned = d.embedding.positions && !d.embedding.positions->table.empty();
  if (const auto& patches = (d.earlier ? readingStack(d) : d).embedding.patches;
      patches && !patches->cut && patches->channels == 3) {
    info.imageHeight = patches->height;
    info.imageWidth = patches->width;
    info.patchHeight = patches->patchHeight;
    info.patchWidth = patches->patchWidth;
  }
  info.positions = positionsText(d);
  const Architecture& reads = d.encoder ? *d.encoder : d;
  info.hearsSound = reads.embedding.sound || (reads.embedding.patches && reads.embedding.patches->channels == 1);
  info.readsPicturesInText = d.tower != nullptr;
  for (const Architecture* stage = d.stages > 0 ? &d : nullptr; stage; stage = stage->earlier.get())
    info.stages.insert(info.stages.begin(),
                       {static_cast<int>(stage->layers.size()), stage->layers.front().attention.heads});
  info.captions = d.encoder && d.encoder->embedding.patches && !info.hearsSound;
  if (d.encoder) {
    info.encoderLayers = static_cast<int>(d.encoder->layers.size());
    info.encoderHeads = d.encoder->layers.front().attention.heads;
  }
  if (d.head.kind == OutputHeadKind::SequenceClassification || d.head.kind == OutputHeadKind::TokenClassification) {
    const auto names = config.labels();
    for (Index i = 0; i < d.head.outputs; ++i) {
      const auto name = names.find(i);
      info.labels.push_back(name == names.end() ? "LABEL_" + std::to_string(i) : name->second);
    }
  }
  info.parameters = weights.parameters;
  info.dtype = weights.dtype;
  info.remarks = d.remarks;
  return info;
}

/// Says which tensors of the files nothing reads, but those that no model needs: tables that are computed, heads of
/// training, other parts of a model that reads images too, and the token embeddings a second time.
void remarkOnUnused(const std::vector<std::string>& unused, const Checkpoint& checkpoint, Architecture& d) {
  static constexpr std::string_view kNeedless[] = {"position_ids",
                                                   "inv_freq",
                                                   "rotary_emb",
                                                   "embed_positions",
                                                   "position_embeddings",
                                                   "relative_position_index",
                                                   "attn.bias",
                                                   "attention.bias",
                                                   "masked_bias",
                                                   "pooler",
                                                   "seq_relationship",
                                                   "sop_classifier",
                                                   "mask_predictions",
                                                   "qa_outputs",
                                                   "predictions.decoder.bias",
                                                   "lm_head.decoder.bias",
                                                   "num_batches_tracked",
                                                   "vision",
                                                   "visual",
                                                   "multi_modal_projector",
                                                   "text_model",
                                                   "text_projection",
                                                   "logit_scale",
                                                   "mask_token",
                                                   "masked_spec_embed"};
  const StoredTensor* tokens = checkpoint.find(d.embedding.tokens);
  std::vector<std::string> odd;
  for (const std::string& name : unused) {
    const auto isIn = [&](std::string_view part) { return name.find(part) != std::string::npos; };
    // Of a model that is read without a head, other heads are no news.
    if (d.head.kind == OutputHeadKind::None && !isIn("layer") && !isIn("block") && !isIn("h.")) continue;
    const bool again = tokens && sameNumbers(*tokens, *checkpoint.find(name));
    if (!again && std::none_of(std::begin(kNeedless), std::end(kNeedless), isIn)) odd.push_back(name);
  }
  if (!odd.empty())
    d.remarks.push_back("The files hold " + std::to_string(odd.size()) + (odd.size() == 1 ? " tensor" : " tensors") +
                        " that this model does not use: '" + odd.front() + "'" + (odd.size() > 1 ? ", …." : "."));
}

}  // namespace

std::shared_ptr<const Model> Model::open(const std::filesystem::path& path, const Progress& progress) {
  return open(modelSourceAt(path), progress);
}

std::shared_ptr<const Model> Model::open(const ModelSource& source, const Progress& progress) {
  const Config written = source.config();
  const auto architectures = written.texts("architectures");
  const std::string architecture = architectures.empty() ? "" : architectures.front();
  std::string type = written.text("model_type");
  if (type.empty()) type = modelTypeOf(architecture);
  const Family* family = familyOf(type);
  if (!family)
    throw Error(written.where("model_type") + ": unsupported architecture '" + (type.empty() ? architecture : type) +
                "'; " + aboutUnknownFamily(type.empty() ? architecture : type));
  if (family->kind == FamilyKind::EncoderDecoder && architecture.ends_with("ForCausalLM"))
    throw Error(written.where("architectures") + ": expected an encoder–decoder model, found '" + architecture +
                "', its decoder alone, which is unsupported");
  const Config config = written.renamed(family->aliases);
  const Checkpoint checkpoint = source.tensors(progress.slice(0, 0.2));

  bool knownHead = true;
  const OutputHeadKind head = headKindOf(architecture, knownHead);
  auto parts = std::make_unique<Parts>();
  Architecture& d = parts->description;
  const FamilyInput input{config, checkpoint, type, head, architecture, {}};
  d = architecture.empty() ? describeByTensors(*family, input) : family->describe(input);
  d.remarks.insert(d.remarks.end(), checkpoint.remarks().begin(), checkpoint.remarks().end());
  if (!knownHead) d.remarks.push_back("The head of " + architecture + " is not computed.");
  if (d.head.kind != OutputHeadKind::None && !headIsThere(d.head, checkpoint)) {
    d.head = {};
    d.remarks.push_back("config.json speaks of " + architecture +
                        ", but the weights of its head are not in the folder.");
  }
  tieByFile(checkpoint, d);
  d.head.independent = d.head.kind == OutputHeadKind::SequenceClassification &&
                       config.text("problem_type") == "multi_label_classification";
  // Any decoder may be told to look ahead, as models that embed texts do.
  if (!config.flag("is_causal", true))
    for (LayerSpec& layer : d.layers) layer.attention.causal = false;
  validate(d, config);
  for (std::string& remark : remarksOnUnread(config, *family)) d.remarks.push_back(std::move(remark));
  parts->weights = loadWeights(d, checkpoint, progress.slice(0.2, 1));
  remarkOnUnused(parts->weights.unused, checkpoint, d);
  parts->generation = readGenerationConfig(source.generation(), config);
  if (!parts->generation.decoderStart && d.decoderStart >= 0) parts->generation.decoderStart = d.decoderStart;
  parts->info = infoOf(source, *family, architecture, config, d, parts->weights);
  // A stack of its own, whose counts and files are the whole model's.
  using Opened = std::shared_ptr<const Model>;
  const std::function<Opened(const Architecture&, const Weights&)> stackOf = [&](const auto& description,
                                                                                 const auto& weights) {
    auto stack = std::make_unique<Parts>();
    stack->description = description;
    stack->weights = weights;
    stack->weights.parameters = parts->weights.parameters;
    stack->weights.dtype = parts->weights.dtype;
    stack->weights.files = parts->weights.files;
    stack->info = infoOf(source, *family, architecture, config, stack->description, stack->weights);
    if (description.earlier) stack->earlier = stackOf(*description.earlier, *weights.earlier);
    return Opened(new Model(std::move(stack)));
  };
  if (d.encoder) parts->encoder = stackOf(*d.encoder, *parts->weights.encoder);
  if (d.tower) parts->tower = stackOf(*d.tower, *parts->weights.tower);
  if (d.earlier) parts->earlier = stackOf(*d.earlier, *parts->weights.earlier);
  progress(1);
  return std::shared_ptr<const Model>(new Model(std::move(parts)));
}

}  // namespace headlight
