#include "core/model/model.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <utility>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/parallel.h"
#include "core/checkpoint/checkpoint.h"
#include "core/checkpoint/config.h"
#include "core/checkpoint/memory_map.h"
#include "core/image/pixel_input.h"
#include "core/intervention/covered_pixels.h"
#include "core/intervention/layer_edits.h"
#include "core/model/block.h"
#include "core/model/check.h"
#include "core/model/config_keys.h"
#include "core/model/description.h"
#include "core/model/embedding.h"
#include "core/model/family.h"
#include "core/model/finite_check.h"
#include "core/model/folder_kind.h"
#include "core/model/head.h"
#include "core/model/rotary_frequencies.h"
#include "core/model/run_memory.h"
#include "core/model/weights.h"

namespace headlight {

struct Model::Parts {
  ModelInfo info;
  Description description;
  Weights weights;
  GenerationConfig generation;
  std::shared_ptr<const Model> encoder;  ///< Null without one.

  void checkFiles() const {
    for (const auto& file : weights.files) file->check();
  }
  /// Throws Error for logits that say nothing; -infinity is an outcome that cannot be.
  void checkLogits(const Matrix& logits) const {
    if (logits.array().isNaN().any() || (logits.size() > 0 && logits.maxCoeff() > std::numeric_limits<float>::max()))
      throw Error("model '" + info.name + "', output head: expected finite numbers, found NaN or infinity in the " +
                  "logits; the weights are damaged, or numbers are too large for single precision");
  }
};

namespace {

std::string knownFamilies() {
  std::string list;
  for (const Family& family : families())
    for (const std::string_view type : family.modelTypes) list += (list.empty() ? "" : ", ") + std::string(type);
  return list;
}

/// Whether two tensors hold the same numbers.
bool sameNumbers(const StoredTensor& a, const StoredTensor& b) {
  if (a.shape != b.shape) return false;
  if (a.format == b.format)
    return a.bytes.data() == b.bytes.data() || std::equal(a.bytes.begin(), a.bytes.end(), b.bytes.begin());
  return isFloating(a.format) && isFloating(b.format) && floatsOf(a) == floatsOf(b);
}

/// Lets the file decide whether an output is tied to the token embeddings: an own one that differs is used, with a
/// remark where config.json says that it is tied, and where only the output is there, it serves the embeddings too.
void tieByFile(const Checkpoint& checkpoint, Description& d) {
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
bool headIsWhole(const HeadPart& head, const Checkpoint& checkpoint) {
  for (const HeadStep& step : head.steps)
    if (!checkpoint.has(step.linear.weight)) return false;
  return head.kind != HeadKind::None && (head.tied || checkpoint.has(head.output.weight));
}

/// The description of a model whose config.json names no architecture, with the head whose tensors are there.
Description describeByTensors(const Family& family, FamilyInput input) {
  input.architecture = "a " + std::string(family.name) + " model";
  for (const HeadKind kind : {HeadKind::MaskedLm, HeadKind::CausalLm, HeadKind::SequenceClassification,
                              HeadKind::TokenClassification, HeadKind::ReplacedTokenDetection}) {
    input.head = kind;
    Description d = family.describe(input);
    if (!headIsWhole(d.head, input.checkpoint)) continue;
    d.remarks.emplace_back("config.json names no architecture; the output head was found by its tensors.");
    return d;
  }
  input.head = HeadKind::None;
  return family.describe(input);
}

/// Whether any tensor of the head's own is in the folder; a head that only borrows the token embeddings always is.
bool headIsThere(const HeadPart& head, const Checkpoint& checkpoint) {
  if (head.tied && head.steps.empty()) return true;
  for (const HeadStep& step : head.steps)
    if (checkpoint.has(step.linear.weight)) return true;
  return !head.tied && checkpoint.has(head.output.weight);
}

std::string positionsText(const Description& d) {
  std::string text;
  const auto add = [&](const char* kind) { text += (text.empty() ? "" : " and ") + std::string(kind); };
  if (d.embedding.positions) add(d.embedding.positions->table.empty() ? "sinusoidal" : "learned");
  if (!d.rotaries.empty()) add("rotary");
  if (d.layers.front().attention.alibi != Alibi::None) add("ALiBi");
  if (d.relativeBias) add("relative bias");
  if (d.disentangled) add("disentangled");
  return text;
}

ModelInfo infoOf(const std::filesystem::path& folder, const Family& family, const std::string& architecture,
                 const Config& config, const Description& d, const Weights& weights) {
  ModelInfo info;
  info.name = modelName(folder);
  info.folder = folder;
  info.family = family.name;
  info.architecture = architecture;
  info.head = d.head.kind;
  info.layers = static_cast<int>(d.layers.size());
  const AttentionPart& attention = d.layers.front().attention;
  info.heads = attention.heads;
  info.kvHeads = attention.kvHeads;
  info.dHead = attention.dHead;
  info.width = d.width;
  info.vocabulary = d.vocabulary;
  info.maxPositions = d.maxPositions;
  info.positionsAreLearned = d.embedding.positions && !d.embedding.positions->table.empty();
  if (const auto& patches = d.embedding.patches) {
    info.imageHeight = patches->height;
    info.imageWidth = patches->width;
    info.patchHeight = patches->patchHeight;
    info.patchWidth = patches->patchWidth;
  }
  info.positions = positionsText(d);
  if (d.encoder) {
    info.encoderLayers = static_cast<int>(d.encoder->layers.size());
    info.encoderHeads = d.encoder->layers.front().attention.heads;
  }
  if (d.head.kind == HeadKind::SequenceClassification || d.head.kind == HeadKind::TokenClassification) {
    const auto names = config.labels();
    for (Index i = 0; i < d.head.outputs; ++i) {
      const auto name = names.find(i);
      info.labels.push_back(name == names.end() ? "LABEL_" + std::to_string(i) : name->second);
    }
  }
  info.parameters = weights.parameters;
  info.numberFormat = weights.numberFormat;
  info.remarks = d.remarks;
  return info;
}

/// Says which tensors of the files nothing reads, but those that no model needs: tables that are computed, heads of
/// training, other parts of a model that reads images too, and the token embeddings a second time.
void remarkOnUnused(const std::vector<std::string>& unused, const Checkpoint& checkpoint, Description& d) {
  static constexpr std::string_view kNeedless[] = {
      "position_ids", "inv_freq", "rotary_emb", "embed_positions", "position_embeddings", "attn.bias", "attention.bias",
      "masked_bias", "pooler", "seq_relationship", "sop_classifier", "mask_predictions", "qa_outputs",
      "predictions.decoder.bias", "lm_head.decoder.bias", "num_batches_tracked", "vision", "visual",
      "multi_modal_projector", "text_model", "text_projection", "logit_scale"};
  const StoredTensor* tokens = checkpoint.find(d.embedding.tokens);
  std::vector<std::string> odd;
  for (const std::string& name : unused) {
    const auto isIn = [&](std::string_view part) { return name.find(part) != std::string::npos; };
    // Of a model that is read without a head, other heads are no news.
    if (d.head.kind == HeadKind::None && !isIn("layer") && !isIn("block") && !isIn("h.")) continue;
    const bool again = tokens && sameNumbers(*tokens, *checkpoint.find(name));
    if (!again && std::none_of(std::begin(kNeedless), std::end(kNeedless), isIn)) odd.push_back(name);
  }
  if (!odd.empty())
    d.remarks.push_back("The files hold " + std::to_string(odd.size()) + (odd.size() == 1 ? " tensor" : " tensors") +
                        " that this model does not use: '" + odd.front() + "'" + (odd.size() > 1 ? ", …." : "."));
}

/// How many tokens both begin with.
Index commonTokens(const Encoding& a, const Encoding& b) {
  if (a.pixels != b.pixels && !(a.pixels && b.pixels && *a.pixels == *b.pixels)) return 0;
  const auto same = [](const Token& x, const Token& y) {
    return x.id == y.id && x.typeId == y.typeId && x.attended == y.attended;
  };
  return std::mismatch(a.tokens.begin(), a.tokens.end(), b.tokens.begin(), b.tokens.end(), same).first -
         a.tokens.begin();
}

using EditsOfLayers = std::vector<std::shared_ptr<const LayerEdits>>;

EditsOfLayers editsOf(const Description& d, const RunOptions& options, AttentionType type, const Encoding& encoding,
                      const std::vector<Token>* source) {
  InterventionPlace place;
  place.tokens = &encoding.tokens;
  place.pixels = encoding.pixels.get();
  place.draw = options.draw;
  place.type = type;
  place.source = source;
  for (const LayerPart& layer : d.layers)
    place.heads.push_back(type == AttentionType::Cross ? layer.cross->heads : layer.attention.heads);
  return layerEdits(options.interventions, place);
}

/// What one stack of layers shall read: a whole model, an encoder or a decoder.
struct StackRun {
  const Description& description;
  const Weights& weights;
  EditsOfLayers edits, crossEdits;      ///< For each layer; none of cross-attention where there is none.
  const Trace* from = nullptr;          ///< An earlier run of this stack over the same source; null for none.
  std::shared_ptr<const Trace> source;  ///< The encoder's run, for a decoder.
  std::string name = {};                ///< For messages: "model 'x', encoder ".
};

/// Whether a layer of `from` was changed as this run changes it.
bool changedAlike(const StackRun& run, std::size_t layer) {
  const auto same = [](const auto& a, const auto& b) { return a == b || (a && b && *a == *b); };
  return same(run.from->layers[layer].edits, run.edits[layer]) &&
         (!run.source || same(run.from->cross[layer].edits, run.crossEdits[layer]));
}

/// The first layer that must be computed when the ones before it are as in the earlier run, of the same tokens.
std::size_t firstChangedLayer(const StackRun& run) {
  std::size_t layer = 0;
  while (layer + 1 < run.edits.size() && changedAlike(run, layer)) ++layer;
  return layer;
}

/// Whether two lists of changes do the same to the first `rows` queries, which see the first `keys` keys at most. What
/// stands for whole outputs depends on all queries.
bool sameRows(const std::shared_ptr<const LayerEdits>& a, const std::shared_ptr<const LayerEdits>& b, Index rows,
              Index keys) {
  if (!a || !b) return !a && !b;
  if (!a->outputs.empty() || !b->outputs.empty()) return false;
  const auto sameBegin = [](const std::vector<bool>& x, const std::vector<bool>& y, Index count) {
    const auto at = [](const std::vector<bool>& set, Index i) {
      return set.empty() || set[static_cast<std::size_t>(i)];
    };
    for (Index i = 0; i < count; ++i)
      if (at(x, i) != at(y, i)) return false;
    return true;
  };
  const auto sameEdit = [&](const WeightEdit& x, const WeightEdit& y) {
    return x.kind == y.kind && x.kind != WeightEdit::Kind::Pattern && x.amount == y.amount && x.seed == y.seed &&
           x.where == y.where && sameBegin(x.queries, y.queries, rows) && sameBegin(x.keys, y.keys, keys);
  };
  return std::equal(
      a->heads.begin(), a->heads.end(), b->heads.begin(), b->heads.end(),
      [&](const auto& x, const auto& y) { return std::equal(x.begin(), x.end(), y.begin(), y.end(), sameEdit); });
}

/// Layers up to the first one in which the first `kept` tokens are changed otherwise than in the earlier run: what
/// these layers leave of a token depends on the tokens before it alone.
std::size_t layersAlike(const StackRun& run, Index kept) {
  std::size_t layer = 0;
  const auto alike = [&](std::size_t i) {
    return sameRows(run.from->layers[i].edits, run.edits[i], kept, kept) &&
           (!run.source || sameRows(run.from->cross[i].edits, run.crossEdits[i], kept,
                                    static_cast<Index>(run.source->encoding.size())));
  };
  while (layer < run.edits.size() && alike(layer)) ++layer;
  return layer;
}

/// Whether no token sees a later one, and positions do not depend on how many tokens there are.
bool readsForward(const Description& d, Index tokens, Index before) {
  for (const LayerPart& layer : d.layers)
    if (!layer.attention.causal) return false;
  return std::all_of(d.rotaries.begin(), d.rotaries.end(),
                     [&](const RotaryPart& part) { return turnAlike(part, tokens, before); });
}

/// The record that cross-attention begins from: keys and values depend on the source alone.
AttentionRecord crossBegun(const AttentionRecord& earlier, Index kept, Index tokens, MemoryPlace place) {
  AttentionRecord record;
  record.k = earlier.k;
  record.v = earlier.v;
  if (kept == 0) return record;
  record.q = GrowingRows::continuing(earlier.q, kept, tokens, place);
  record.logSumExp = GrowingRows::continuing(earlier.logSumExp, kept, tokens, place);
  return record;
}

/// Runs the layers over trace.encoding, which must not be empty: fills the attention and the hidden states of `trace`.
void runStack(StackRun run, Trace& trace, const Progress& progress) {
  const Description& d = run.description;
  const Weights& weights = run.weights;
  const Encoding& encoding = trace.encoding;
  if (encoding.empty()) throw Error("input: expected at least one token, found none");

  // 1. Embeddings, or what an earlier run has computed already: whole layers, or the first tokens of layers.
  const auto tokens = static_cast<Index>(encoding.size());
  std::size_t first = 0;       // The first layer that is computed.
  Index kept = 0;              // Tokens that are taken from the earlier run,
  std::size_t keptLayers = 0;  // in so many layers.
  trace.layers.resize(d.layers.size());
  if (run.source) trace.cross.resize(d.layers.size());
  if (run.from) {
    const Trace& from = *run.from;
    kept = commonTokens(encoding, from.encoding);
    const auto before = static_cast<Index>(from.encoding.size());
    if (kept == tokens && kept == before) {
      first = firstChangedLayer(run);
      for (std::size_t i = 0; i <= first; ++i) trace.hiddenStates.push_back(from.hiddenStates[i]);
      for (std::size_t i = 0; i < first; ++i) trace.layers[i] = from.layers[i];
      for (std::size_t i = 0; i < first && run.source; ++i) trace.cross[i] = from.cross[i];
      kept = 0;
    } else {
      kept = std::min(kept, tokens - 1);
      keptLayers = kept > 0 && readsForward(d, tokens, before) ? layersAlike(run, kept) : 0;
      if (keptLayers == 0) kept = 0;
    }
  }
  if (trace.hiddenStates.empty()) {
    if (kept > 0)
      trace.hiddenStates.push_back(GrowingRows::continuing(run.from->hiddenStates.front(), kept, tokens, trace.place));
    else
      trace.hiddenStates.emplace_back(tokens, d.width, trace.place);
    const Matrix embedded = embed(d, weights, encoding, kept);
    checkFinite(run.name + "embedding", "vector", encoding.tokens, embedded, kept);
    trace.hiddenStates.front().fresh() = embedded;
  }

  const RunTables tables =
      runTables(d, weights, encoding, keptLayers == d.layers.size() ? kept : 0, run.source);

  // 2. Layers, one after the other; behind the last one the final norm and projection.
  Scratch scratch;
  scratch.place = trace.place;
  const auto steps = static_cast<double>(d.layers.size() - first);
  for (std::size_t i = first; i < d.layers.size(); ++i) {
    const auto at = static_cast<double>(i - first);
    const Progress part = progress.slice(at / steps, (at + 1) / steps);
    progress(at / steps, "layer " + std::to_string(i));
    const bool last = i + 1 == d.layers.size();
    const Index begin = i < keptLayers ? kept : 0;
    AttentionRecord& record = trace.layers[i];
    if (begin > 0) {
      const AttentionRecord& earlier = run.from->layers[i];
      record.q = GrowingRows::continuing(earlier.q, kept, tokens, trace.place);
      record.k = GrowingRows::continuing(earlier.k, kept, tokens, trace.place);
      record.v = GrowingRows::continuing(earlier.v, kept, tokens, trace.place);
      record.logSumExp = GrowingRows::continuing(earlier.logSumExp, kept, tokens, trace.place);
    }
    record.edits = std::move(run.edits[i]);
    LayerRecords records{record};
    if (run.source) {
      if (run.from) trace.cross[i] = crossBegun(run.from->cross[i], begin, tokens, trace.place);
      trace.cross[i].edits = std::move(run.crossEdits[i]);
      records.cross = &trace.cross[i];
    }
    const auto in = trace.hiddenStates[i].bottomRows(tokens - begin);
    const auto runHere = [&](MatrixOut to) {
      runLayer(d, weights, i, tables, scratch, begin, in, to, records, part);
      checkFinite({run.name + "layer " + std::to_string(i), encoding.tokens, record, records.cross, to, begin});
    };
    GrowingRows out;
    if (begin > 0) out = GrowingRows::continuing(run.from->hiddenStates[i + 1], kept, tokens, trace.place);
    if (last && d.finalInHiddenStates) {
      Matrix raw(tokens - begin, d.width);
      runHere(raw);
      scratch = {};
      raw = finalStates(d, weights, std::move(raw));
      checkFinite(run.name + "final norm", "output", encoding.tokens, raw, begin);
      if (begin > 0)
        out.fresh() = raw;
      else
        out = std::move(raw);
    } else {
      if (begin == 0) out = GrowingRows(tokens, d.width, trace.place);
      runHere(out.fresh());
    }
    trace.hiddenStates.push_back(std::move(out));
  }
}

Encoding justOne(std::int64_t id) {
  Encoding encoding;
  encoding.tokens.emplace_back();
  encoding.tokens.front().id = id;
  encoding.tokens.front().text = encoding.tokens.front().display = std::to_string(id);
  encoding.tokens.front().special = true;
  return encoding;
}

/// Whether an encoder would read and change the same again.
bool sameRun(const StackRun& run, const Encoding& encoding) {
  if (!run.from || run.from->encoding.size() != encoding.size()) return false;
  for (std::size_t layer = 0; layer < run.edits.size(); ++layer)
    if (!changedAlike(run, layer)) return false;
  return commonTokens(run.from->encoding, encoding) == static_cast<Index>(encoding.size());
}

}  // namespace

Model::Model(std::shared_ptr<const Parts> parts) : m_parts(std::move(parts)) {}
Model::~Model() = default;

const ModelInfo& Model::info() const { return m_parts->info; }
const GenerationConfig& Model::generation() const { return m_parts->generation; }
const Description& Model::description() const { return m_parts->description; }
const Weights& Model::weights() const { return m_parts->weights; }

void Model::checkFiles() const { m_parts->checkFiles(); }

std::shared_ptr<const Model> Model::open(const std::filesystem::path& folder, const Progress& progress) {
  if (!isFolder(folder))
    throw Error("'" + folder.string() +
                "': " + (isThere(folder) ? "expected a folder, found a file" : "there is no such folder"));
  const Config written = openModelConfig(folder);
  refuseQuantised(written, folder);
  const auto architectures = written.texts("architectures");
  const std::string architecture = architectures.empty() ? "" : architectures.front();
  std::string type = written.text("model_type");
  if (type.empty()) type = modelTypeOf(architecture);
  const Family* family = familyOf(type);
  if (!family)
    throw Error(written.where("model_type") + ": the architecture '" + (type.empty() ? architecture : type) +
                "' is not known (known: " + knownFamilies() + ")");
  const Config config = written.renamed(family->aliases);
  const Checkpoint checkpoint = Checkpoint::open(folder, progress.slice(0, 0.2));

  bool knownHead = true;
  const HeadKind head = headKindOf(architecture, knownHead);
  auto parts = std::make_unique<Parts>();
  Description& d = parts->description;
  const FamilyInput input{config, checkpoint, type, head, architecture, {}};
  d = architecture.empty() ? describeByTensors(*family, input) : family->describe(input);
  if (!knownHead) d.remarks.push_back("The head of " + architecture + " is not computed.");
  if (d.head.kind != HeadKind::None && !headIsThere(d.head, checkpoint)) {
    d.head = {};
    d.remarks.push_back("config.json speaks of " + architecture +
                        ", but the weights of its head are not in the folder.");
  }
  tieByFile(checkpoint, d);
  d.head.independent = d.head.kind == HeadKind::SequenceClassification &&
                       config.text("problem_type") == "multi_label_classification";
  // Any decoder may be told to look ahead, as models that embed texts do.
  if (!config.flag("is_causal", true))
    for (LayerPart& layer : d.layers) layer.attention.causal = false;
  check(d, config);
  for (std::string& remark : remarksOnUnread(config, *family)) d.remarks.push_back(std::move(remark));
  parts->weights = loadWeights(d, checkpoint, progress.slice(0.2, 1));
  remarkOnUnused(parts->weights.unused, checkpoint, d);
  parts->generation = readGenerationConfig(folder, config);
  parts->info = infoOf(folder, *family, architecture, config, d, parts->weights);
  if (d.encoder) {
    auto encoder = std::make_unique<Parts>();
    encoder->description = *d.encoder;
    encoder->weights = *parts->weights.encoder;
    encoder->weights.parameters = parts->weights.parameters;
    encoder->weights.numberFormat = parts->weights.numberFormat;
    encoder->weights.files = parts->weights.files;
    encoder->info = infoOf(folder, *family, architecture, config, encoder->description, encoder->weights);
    parts->encoder = std::shared_ptr<const Model>(new Model(std::move(encoder)));
  }
  progress(1);
  return std::shared_ptr<const Model>(new Model(std::move(parts)));
}

std::shared_ptr<const Trace> Model::run(const Encoding& encoding, const RunOptions& options) const {
  const Description& d = m_parts->description;
  const Weights& weights = m_parts->weights;
  if (encoding.empty()) throw Error("input: expected at least one token, found none");
  if (options.target && !d.encoder)
    throw Error("run of '" + m_parts->info.name +
                "': expected an encoder–decoder model for a target text, found a model of one stack");
  if (const Trace* from = options.from.get();
      from && from->ranBy != m_parts)
    throw Error("run of '" + m_parts->info.name + "': expected an earlier run of it to begin from, found one of " +
                (from->model == m_parts->info.name ? "another model of that name" : "'" + from->model + "'"));
  auto trace = std::make_shared<Trace>();
  trace->model = m_parts->info.name;
  trace->ranBy = m_parts;
  trace->encoding = !d.encoder ? encoding : options.target ? *options.target : justOne(decoderStart());
  const auto placeOf = [&](const Description& stack, const Encoding& read) {
    const auto tokens = static_cast<Index>(read.size());
    return placeOfTrace(runMemory(stack, tokens, static_cast<Index>(encoding.size())), options.memory, tokens);
  };
  trace->place = placeOf(d, trace->encoding);
  if (!d.encoder) trace->encoding.pixels = coveredPixels(encoding, options.interventions);
  const std::vector<Token>* source = d.encoder ? &encoding.tokens : nullptr;
  StackRun run{d, weights, editsOf(d, options, AttentionType::Self, trace->encoding, source), {}, nullptr, {},
               "model '" + trace->model + "', " + (d.encoder ? "decoder " : "")};

  // 1. The encoder, unless an earlier run has read the same.
  if (d.encoder) {
    run.crossEdits = editsOf(d, options, AttentionType::Cross, trace->encoding, source);
    const Trace* from = options.from ? options.from->source.get() : nullptr;
    StackRun encoder{
        *d.encoder, *weights.encoder, editsOf(*d.encoder, options, AttentionType::Source, encoding, source), {}, from,
        {}, "model '" + trace->model + "', encoder "};
    if (sameRun(encoder, encoding)) {
      run.source = options.from->source;
    } else {
      auto read = std::make_shared<Trace>();
      read->model = trace->model;
      read->ranBy = m_parts->encoder->m_parts;
      read->encoding = encoding;
      read->place = placeOf(*d.encoder, encoding);
      runStack(std::move(encoder), *read, options.progress.slice(0, 0.5));
      run.source = std::move(read);
    }
    trace->source = run.source;
  }

  // 2. The layers of the decoder, or of the whole model. What an earlier decoder left depends on its source.
  if (options.from && options.from->source == run.source) run.from = options.from.get();
  const double share = 1.0 / static_cast<double>(d.layers.size() + 1);
  runStack(std::move(run), *trace, options.progress.slice(d.encoder ? 0.5 : 0, 1 - share));

  // 3. The head.
  options.progress(1 - share, "head");
  if (options.logits && d.head.kind != HeadKind::None) {
    const auto tokens = static_cast<Index>(trace->encoding.size());
    const auto final = [parts = m_parts, states = trace->hiddenStates.back()](Index from, Index count) -> Matrix {
      if (parts->description.finalInHiddenStates) return states.middleRows(from, count);
      return finalStates(parts->description, parts->weights, states.middleRows(from, count));
    };
    if (answersEachToken(d))
      trace->logits = Logits(tokens, d.head.outputs, [parts = m_parts, final](Index from, Index count) {
        Matrix rows = runHead(parts->description, parts->weights, {}, final(from, count));
        parts->checkLogits(rows);
        parts->checkFiles();
        return rows;
      });
    else {
      const Matrix logits = runHead(d, weights, encoding, final(0, tokens));
      m_parts->checkLogits(logits);
      trace->logits = logits;
    }
    trace->logits.setIndependent(d.head.independent);
  }
  trace->oneVectorOfLogits =
      d.head.kind == HeadKind::SequenceClassification || d.head.kind == HeadKind::ReplacedTokenDetection;
  m_parts->checkFiles();
  options.progress(1);
  return trace;
}

std::shared_ptr<const Trace> Model::runAgain(const Trace& trace, RunOptions options) const {
  if (!trace.source) return run(trace.encoding, options);
  options.target = trace.encoding;
  return run(trace.source->encoding, options);
}

std::int64_t Model::decoderStart() const {
  if (const auto& id = m_parts->generation.decoderStart) return *id;
  throw Error("model '" + m_parts->info.name +
              "': expected decoder_start_token_id in config.json or generation_config.json, found none");
}

std::shared_ptr<const Model> Model::encoder() const { return m_parts->encoder; }

Matrix Model::layerOutput(const Trace& trace, int layer, std::shared_ptr<const LayerEdits> edits, Index first) const {
  const Description& d = m_parts->description;
  assert(trace.layers.size() == d.layers.size() && layer >= 0 && layer < static_cast<int>(d.layers.size()));
  const auto at = static_cast<std::size_t>(layer);
  const AttentionRecord& ran = trace.layers[at];
  const auto tokens = static_cast<Index>(trace.encoding.size());
  const auto replaces = [](const std::shared_ptr<const LayerEdits>& some) { return some && !some->outputs.empty(); };
  // What stands for whole outputs is made of every token. Keys and values are those of the run, whatever is changed in
  // the layer itself.
  const bool alone = !replaces(edits) && !(trace.source && replaces(trace.cross[at].edits));
  const Index begin = alone ? first : 0;
  AttentionRecord record, cross;
  if (begin > 0) {
    record.q = GrowingRows::continuing(ran.q, begin, tokens, trace.place);
    record.k = GrowingRows::continuing(ran.k, begin, tokens, trace.place);
    record.v = GrowingRows::continuing(ran.v, begin, tokens, trace.place);
    record.logSumExp = GrowingRows::continuing(ran.logSumExp, begin, tokens, trace.place);
  }
  record.edits = std::move(edits);
  LayerRecords records{record};
  if (trace.source) {
    cross = crossBegun(trace.cross[at], begin, tokens, trace.place);
    cross.edits = trace.cross[at].edits;
    records.cross = &cross;
  }
  Matrix out(tokens - begin, d.width);
  Scratch scratch;
  runLayer(d, m_parts->weights, at, runTables(d, m_parts->weights, trace.encoding, begin, trace.source), scratch, begin,
           trace.hiddenStates[at].bottomRows(tokens - begin), out, records);
  checkFiles();
  return begin < first ? Matrix(out.bottomRows(tokens - first)) : out;
}

}  // namespace headlight
