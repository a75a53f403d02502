#include "core/model/model.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/checkpoint/checkpoint.h"
#include "core/checkpoint/config.h"
#include "core/checkpoint/memory_map.h"
#include "core/intervention/layer_edits.h"
#include "core/model/block.h"
#include "core/model/check.h"
#include "core/model/description.h"
#include "core/model/embedding.h"
#include "core/model/family.h"
#include "core/model/head.h"
#include "core/model/rotary_frequencies.h"
#include "core/model/run_memory.h"
#include "core/model/weights.h"
#include "core/ops/parallel.h"

namespace headlight {

struct Model::Parts {
  ModelInfo info;
  Description description;
  Weights weights;

  void checkFiles() const {
    for (const auto& file : weights.files) file->check();
  }
};

namespace {

std::string knownFamilies() {
  std::string list;
  for (const Family& family : families())
    for (const std::string_view type : family.modelTypes) list += (list.empty() ? "" : ", ") + std::string(type);
  return list;
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
  if (d.embedding.positions) add("learned");
  if (!d.rotaries.empty()) add("rotary");
  if (d.layers.front().attention.alibi != Alibi::None) add("ALiBi");
  if (d.relativeBias) add("relative bias");
  if (d.disentangled) add("disentangled");
  return text;
}

ModelInfo infoOf(const std::filesystem::path& folder, const Family& family, const std::string& architecture,
                 const Config& config, const Description& d, const Weights& weights) {
  ModelInfo info;
  const auto absolute = absolutePath(folder);
  info.name = (absolute.has_filename() ? absolute : absolute.parent_path()).filename().string();
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
  info.positionsAreLearned = d.embedding.positions.has_value();
  info.positions = positionsText(d);
  if (d.head.kind == HeadKind::SequenceClassification || d.head.kind == HeadKind::TokenClassification) {
    info.labels = config.labels();
    for (Index i = static_cast<Index>(info.labels.size()); i < d.head.outputs; ++i)
      info.labels.push_back("LABEL_" + std::to_string(i));
  }
  info.parameters = weights.parameters;
  info.numberFormat = weights.numberFormat;
  info.remarks = d.remarks;
  return info;
}

std::vector<std::shared_ptr<const LayerEdits>> editsOf(const Description& d, const Encoding& encoding,
                                                       const RunOptions& options) {
  InterventionPlace place;
  place.tokens = &encoding.tokens;
  place.draw = options.draw;
  for (const LayerPart& layer : d.layers) place.heads.push_back(layer.attention.heads);
  return layerEdits(options.interventions, place);
}

/// How many tokens both begin with.
Index commonTokens(const Encoding& a, const Encoding& b) {
  const auto same = [](const Token& x, const Token& y) {
    return x.id == y.id && x.typeId == y.typeId && x.attended == y.attended;
  };
  return std::mismatch(a.tokens.begin(), a.tokens.end(), b.tokens.begin(), b.tokens.end(), same).first -
         a.tokens.begin();
}

using EditsOfLayers = std::vector<std::shared_ptr<const LayerEdits>>;

/// The first layer that must be computed when the ones before it are as in `from`, of the same tokens.
std::size_t firstChangedLayer(const Trace& from, const EditsOfLayers& edits) {
  std::size_t layer = 0;
  const auto same = [](const auto& a, const auto& b) { return a == b || (a && b && *a == *b); };
  while (layer + 1 < edits.size() && same(from.layers[layer].edits, edits[layer])) ++layer;
  return layer;
}

/// Layers up to the first one that is changed in this run or in `from`: what they leave of a token depends on the
/// tokens before it alone.
std::size_t unchangedLayers(const Trace& from, const EditsOfLayers& edits) {
  std::size_t layer = 0;
  while (layer < edits.size() && !from.layers[layer].edits && !edits[layer]) ++layer;
  return layer;
}

/// Whether no token sees a later one, and positions do not depend on how many tokens there are.
bool readsForward(const Description& d, const RunTables& tables, Index tokens, Index before) {
  for (const LayerPart& layer : d.layers)
    if (!layer.attention.causal) return false;
  for (std::size_t i = 0; i < d.rotaries.size(); ++i) {  // Some stretch their frequencies for longer texts.
    const RotaryTable other = rotaryTable(d.rotaries[i], before), &table = tables.rotaries[i];
    const Index rows = std::min(tokens, before);
    if (other.cos.topRows(rows) != table.cos.topRows(rows) || other.sin.topRows(rows) != table.sin.topRows(rows))
      return false;
  }
  return true;
}

}  // namespace

Model::Model(std::shared_ptr<const Parts> parts) : m_parts(std::move(parts)) {}
Model::~Model() = default;

const ModelInfo& Model::info() const { return m_parts->info; }
const Description& Model::description() const { return m_parts->description; }
const Weights& Model::weights() const { return m_parts->weights; }

void Model::checkFiles() const { m_parts->checkFiles(); }

std::shared_ptr<const Model> Model::open(const std::filesystem::path& folder, const Progress& progress) {
  if (!isFolder(folder))
    throw Error("'" + folder.string() +
                "': " + (isThere(folder) ? "expected a folder, found a file" : "there is no such folder"));
  const Config config = Config::open(folder);
  const std::string type = config.text("model_type");
  const auto architectures = config.texts("architectures");
  const std::string architecture = architectures.empty() ? "" : architectures.front();
  const Family* family = familyOf(type);
  if (!family)
    throw Error(config.where("model_type") + ": the architecture '" + (type.empty() ? architecture : type) +
                "' is not known (known: " + knownFamilies() + ")");
  const Checkpoint checkpoint = Checkpoint::open(folder, progress.slice(0, 0.2));

  bool knownHead = true;
  const HeadKind head = headKindOf(architecture, knownHead);
  auto parts = std::make_unique<Parts>();
  Description& d = parts->description;
  d = family->describe({config, checkpoint, type, head, architecture});
  if (!knownHead) d.remarks.push_back("The head of " + architecture + " is not computed.");
  if (d.head.kind != HeadKind::None && !headIsThere(d.head, checkpoint)) {
    d.head = {};
    d.remarks.push_back("config.json speaks of " + architecture +
                        ", but the weights of its head are not in the folder.");
  }
  check(d, config);
  parts->weights = loadWeights(d, checkpoint, progress.slice(0.2, 1));
  parts->info = infoOf(folder, *family, architecture, config, d, parts->weights);
  progress(1);
  return std::shared_ptr<const Model>(new Model(std::move(parts)));
}

std::shared_ptr<const Trace> Model::run(const Encoding& encoding, const RunOptions& options) const {
  const Description& d = m_parts->description;
  const Weights& weights = m_parts->weights;
  if (encoding.empty()) throw Error("there is no token to read");
  auto trace = std::make_shared<Trace>();
  trace->model = m_parts->info.name;
  trace->encoding = encoding;
  auto edits = editsOf(d, encoding, options);

  // 1. Embeddings, or what an earlier run has computed already: whole layers, or the first tokens of layers.
  const auto tokens = static_cast<Index>(encoding.size());
  trace->place = placeOfTrace(runMemory(d, tokens), options.memory, tokens);
  const RunTables tables = runTables(d, weights, encoding);
  std::size_t first = 0;       // The first layer that is computed.
  Index kept = 0;              // Tokens that are taken from the earlier run,
  std::size_t keptLayers = 0;  // in so many layers.
  trace->layers.resize(d.layers.size());
  if (options.from) {
    const Trace& from = *options.from;
    if (from.model != trace->model || from.layers.size() != d.layers.size())
      throw Error("run of '" + trace->model + "': expected an earlier run of it to begin from, found one of '" +
                  from.model + "'");
    kept = commonTokens(encoding, from.encoding);
    const auto before = static_cast<Index>(from.encoding.size());
    if (kept == tokens && kept == before) {
      first = firstChangedLayer(from, edits);
      for (std::size_t i = 0; i <= first; ++i) trace->hiddenStates.push_back(from.hiddenStates[i]);
      for (std::size_t i = 0; i < first; ++i) trace->layers[i] = from.layers[i];
      kept = 0;
    } else {
      kept = std::min(kept, tokens - 1);
      keptLayers = kept > 0 && readsForward(d, tables, tokens, before) ? unchangedLayers(from, edits) : 0;
      if (keptLayers == 0) kept = 0;
    }
  }
  if (trace->hiddenStates.empty()) {
    if (kept > 0)
      trace->hiddenStates.push_back(
          GrowingRows::continuing(options.from->hiddenStates.front(), kept, tokens, trace->place));
    else
      trace->hiddenStates.emplace_back(tokens, d.width, trace->place);
    trace->hiddenStates.front().fresh() = embed(d, weights, encoding, kept);
  }

  // 2. Layers, one after the other.
  Scratch scratch;
  scratch.place = trace->place;
  const auto steps = static_cast<double>(d.layers.size() + 1 - first);
  for (std::size_t i = first; i < d.layers.size(); ++i) {
    const auto at = static_cast<double>(i - first);
    const Progress progress = options.progress.slice(at / steps, (at + 1) / steps);
    options.progress(at / steps, "layer " + std::to_string(i));
    AttentionRecord& record = trace->layers[i];
    record.edits = std::move(edits[i]);
    const bool last = i + 1 == d.layers.size();
    const Index begin = i < keptLayers ? kept : 0;
    if (begin > 0) {
      const AttentionRecord& earlier = options.from->layers[i];
      record.q = GrowingRows::continuing(earlier.q, kept, tokens, trace->place);
      record.k = GrowingRows::continuing(earlier.k, kept, tokens, trace->place);
      record.v = GrowingRows::continuing(earlier.v, kept, tokens, trace->place);
      record.logSumExp = GrowingRows::continuing(earlier.logSumExp, kept, tokens, trace->place);
    }
    const auto in = trace->hiddenStates[i].bottomRows(tokens - begin);
    GrowingRows out;
    if (begin > 0) out = GrowingRows::continuing(options.from->hiddenStates[i + 1], kept, tokens, trace->place);
    if (last && d.finalInHiddenStates) {
      Matrix raw(tokens - begin, d.width);
      runLayer(d, weights, i, tables, scratch, begin, in, raw, record, progress);
      scratch = {};
      raw = finalStates(d, weights, std::move(raw));
      if (begin > 0)
        out.fresh() = raw;
      else
        out = std::move(raw);
    } else {
      if (begin == 0) out = GrowingRows(tokens, d.width, trace->place);
      runLayer(d, weights, i, tables, scratch, begin, in, out.fresh(), record, progress);
    }
    trace->hiddenStates.push_back(std::move(out));
  }

  // 3. The head.
  options.progress((steps - 1) / steps, "head");
  if (options.logits && d.head.kind != HeadKind::None) {
    const auto final = [parts = m_parts, states = trace->hiddenStates.back()](Index from, Index count) -> Matrix {
      if (parts->description.finalInHiddenStates) return states.middleRows(from, count);
      return finalStates(parts->description, parts->weights, states.middleRows(from, count));
    };
    if (answersEachToken(d))
      trace->logits = Logits(tokens, d.head.outputs, [parts = m_parts, final](Index from, Index count) {
        Matrix rows = runHead(parts->description, parts->weights, {}, final(from, count));
        parts->checkFiles();
        return rows;
      });
    else
      trace->logits = runHead(d, weights, encoding, final(0, tokens));
  }
  trace->oneVectorOfLogits =
      d.head.kind == HeadKind::SequenceClassification || d.head.kind == HeadKind::ReplacedTokenDetection;
  m_parts->checkFiles();
  options.progress(1);
  return trace;
}

Matrix Model::layerOutput(const Trace& trace, int layer, std::shared_ptr<const LayerEdits> edits) const {
  const Description& d = m_parts->description;
  assert(trace.layers.size() == d.layers.size() && layer >= 0 && layer < static_cast<int>(d.layers.size()));
  const Matrix& in = trace.hiddenStates[static_cast<std::size_t>(layer)];
  Matrix out(in.rows(), d.width);
  AttentionRecord record;
  record.edits = std::move(edits);
  Scratch scratch;
  runLayer(d, m_parts->weights, static_cast<std::size_t>(layer), runTables(d, m_parts->weights, trace.encoding),
           scratch, 0, in, out, record);
  checkFiles();
  return out;
}

}  // namespace headlight
