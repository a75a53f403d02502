#include "core/model/model.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <utility>

#include "core/base/error.h"
#include "core/checkpoint/memory_map.h"
#include "core/intervention/covered_pixels.h"
#include "core/model/block.h"
#include "core/model/connector.h"
#include "core/model/earlier_run.h"
#include "core/model/head.h"
#include "core/model/intervention_place.h"
#include "core/model/joint_run.h"
#include "core/model/model_parts.h"
#include "core/model/run_memory.h"
#include "core/model/stack_run.h"
#include "core/model/stages.h"

namespace headlight {
namespace {

/// Of each layer of a stack.
std::vector<int> headsOfLayers(const Architecture& d, AttentionType attention) {
  std::vector<int> heads;
  for (const LayerSpec& layer : d.layers)
    heads.push_back(attention == AttentionType::Cross ? layer.cross->heads : layer.attention.heads);
  return heads;
}

std::vector<std::shared_ptr<const LayerEdits>> editsOf(const Architecture& d, const RunOptions& options,
                                                       AttentionType attention, const std::vector<Token>& tokens,
                                                       const PixelInput* pixels, const std::vector<Token>* source,
                                                       bool besidePictures = false) {
  InterventionPlace place = placeIn(d, attention);
  place.besidePictures = besidePictures;
  place.tokens = &tokens;
  place.pixels = pixels;
  place.draw = options.draw;
  place.source = source;
  place.others = &options.others;
  return layerEdits(options.interventions, place);
}

/// What RunOptions::watch sees of a stack.
std::function<void(int, LayerSite, MatrixOut)> watchOf(const RunOptions& options, AttentionType stack) {
  if (!options.watch) return {};
  return [&options, stack](int layer, LayerSite site, MatrixOut rows) { options.watch({stack, layer, site}, rows); };
}

/// The vector of a row as long as 1.
Matrix normalised(const Matrix& row) { return row / std::max(row.norm(), 1e-12F); }

/// The row of a text's states that stands for all of it.
Index pooledRow(const PairingSpec& part, const Encoding& encoding) {
  const auto n = static_cast<Index>(encoding.size());
  const auto idOf = [&](Index i) { return encoding.tokens[static_cast<std::size_t>(i)].id; };
  Index best = part.pooling == PairingSpec::TextPooling::Last ? n - 1 : 0;
  if (part.pooling == PairingSpec::TextPooling::LargestId)
    for (Index i = 1; i < n; ++i)
      if (idOf(i) > idOf(best)) best = i;
  if (part.pooling == PairingSpec::TextPooling::FirstEnd)
    for (Index i = n; i-- > 0;)
      if (idOf(i) == part.endId) best = i;
  return best;
}

/// What a vision model's pooler makes of its final states; nothing for a model without one.
void addPooled(const Architecture& d, const Weights& weights, Trace& trace) {
  if (d.pooler == Architecture::Pooler::None && !d.pooling) return;
  const Matrix final = trace.finalStates.size() > 0 ? Matrix(trace.finalStates)
                       : d.finalInHiddenStates      ? Matrix(trace.hiddenStates.back())
                                                    : finalStates(d, weights, Matrix(trace.hiddenStates.back()));
  if (d.pooling) {
    trace.pooled.emplace_back(
        "pooler_output", pooledByAttention(*d.pooling, weights.pooling, final, trace.encoding.tokens, trace.pooling));
    return;
  }
  if (d.pooler == Architecture::Pooler::PatchMean) {
    Matrix mean = patchMean(trace.encoding, final);
    apply(weights.poolerNorm, mean);
    trace.pooled.emplace_back("pooler_output", std::move(mean));
    return;
  }
  Matrix first = final.topRows(1);
  if (d.pooler == Architecture::Pooler::FirstDense) {
    Matrix mapped(1, weights.pooler.out());
    apply({{weights.pooler, mapped, Activation::Tanh}}, first);
    first = std::move(mapped);
  }
  trace.pooled.emplace_back("pooler_output", std::move(first));
}

/// Compares text and picture.
void addPairing(const PairingSpec& part, const Architecture& d, const Weights& weights, Trace& trace) {
  const Matrix states = finalStates(d, weights, Matrix(trace.hiddenStates.back()));
  const auto projected = [&](const Linear& map, Matrix row) {
    if (map.empty()) return row;
    Matrix out(1, part.width);
    apply(map, row, out);
    return out;
  };
  const Matrix text = states.row(pooledRow(part, trace.encoding));
  // SigLIP's map of the pooled text counts as part of it, CLIP's as a projection.
  const bool own = weights.visionPairing.empty();
  const Matrix mapped = projected(weights.textPairing, text);
  trace.pooled.emplace_back("text_pooler_output", own ? mapped : text);
  trace.pooled.emplace_back("text_embeds", normalised(mapped));
  if (!trace.tower || trace.tower->pooled.empty()) return;
  const Matrix& vision = trace.tower->pooled.front().second;
  const Matrix image = normalised(projected(weights.visionPairing, vision));
  trace.pooled.emplace_back("vision_pooler_output", vision);
  const float product = image.row(0).dot(normalised(mapped).row(0));
  trace.pooled.emplace_back("image_embeds", image);
  trace.pooled.emplace_back("logits_per_image",
                            Matrix::Constant(1, 1, product * std::exp(weights.pairingScale) + weights.pairingBias));
}

Encoding justOne(std::int64_t id) {
  Encoding encoding;
  encoding.tokens.emplace_back();
  encoding.tokens.front().id = id;
  encoding.tokens.front().text = encoding.tokens.front().display = std::to_string(id);
  encoding.tokens.front().special = true;
  return encoding;
}

}  // namespace

void Model::Parts::checkFiles() const {
  for (const auto& file : weights.files) file->check();
}

void Model::Parts::checkLogits(const Matrix& logits) const {
  if (logits.array().isNaN().any() || (logits.size() > 0 && logits.maxCoeff() > std::numeric_limits<float>::max()))
    throw Error("model '" + info.name + "', output head: expected finite numbers, found NaN or infinity in the " +
                "logits; the weights are damaged, or numbers are too large for single precision");
}

Model::Model(std::shared_ptr<const Parts> parts) : m_parts(std::move(parts)) {}
Model::~Model() = default;

const ModelInfo& Model::info() const { return m_parts->info; }
const GenerationConfig& Model::generation() const { return m_parts->generation; }
const Architecture& Model::description() const { return m_parts->description; }
const Weights& Model::weights() const { return m_parts->weights; }

void Model::checkFiles() const { m_parts->checkFiles(); }

std::shared_ptr<const Trace> Model::run(const ModelInput& input, const RunOptions& options) const {
  const Encoding& encoding = input.encoding;
  const Architecture& d = m_parts->description;
  const Weights& weights = m_parts->weights;
  if (encoding.empty()) throw Error("input: expected at least one token, found none");
  if (options.target && !d.encoder)
    throw Error("run of '" + m_parts->info.name +
                "': expected an encoder–decoder model for a target text, found a model of one stack");
  if (const Trace* from = options.resumeFrom.get();
      from && from->ranBy != m_parts)
    throw Error("run of '" + m_parts->info.name + "': expected an earlier run of it to begin from, found one of " +
                (from->model == m_parts->info.name ? "another model of that name" : "'" + from->model + "'"));
  auto trace = std::make_shared<Trace>();
  trace->model = m_parts->info.name;
  trace->ranBy = m_parts;
  if (d.earlier) {
    RunOptions before = options;
    before.logits = false;
    before.progress = options.progress.slice(0, 0.5);
    before.resumeFrom = options.resumeFrom ? options.resumeFrom->earlier : nullptr;
    trace->earlier = m_parts->earlier->run(input, before);
  }
  if (d.stages > 0)
    trace->encoding = stageTokens(d, trace->earlier ? trace->earlier->encoding : encoding);
  else
    trace->encoding = !d.encoder ? encoding : options.target ? *options.target : justOne(decoderStart());
  if (input.media && !d.tower)
    throw Error("run of '" + m_parts->info.name + "': expected a model that reads pictures in a text, found one that " +
                "reads none");
  const auto placeOf = [&](const Architecture& stack, const Encoding& read) {
    const auto tokens = static_cast<Index>(read.size());
    return placeOfTrace(runMemory(stack, tokens, static_cast<Index>(encoding.size())), options.memory, tokens);
  };
  trace->place = placeOf(d, trace->encoding);
  if (!d.encoder) trace->pixels = coveredPixels(encoding.tokens, input.pixels, options.interventions);
  const std::vector<Token>* source = d.encoder ? &encoding.tokens : nullptr;
  StackRun run{
      d,
      weights,
      editsOf(d, options, attentionOf(d), trace->encoding.tokens, trace->pixels.get(), source, d.tower != nullptr),
      {},
      nullptr,
      {},
      "model '" + trace->model + "', " + (d.encoder ? "decoder " : "")};
  run.watch = watchOf(options, attentionOf(d));
  const Trace* const earlier = options.resumeFrom.get();

  // 1. The encoder, unless an earlier run has read the same.
  if (d.encoder) {
    run.crossEdits = editsOf(d, options, AttentionType::Cross, trace->encoding.tokens, nullptr, source);
    const Trace* from = options.resumeFrom ? options.resumeFrom->source.get() : nullptr;
    StackRun encoder{*d.encoder,
                     *weights.encoder,
                     editsOf(*d.encoder, options, AttentionType::Encoder, encoding.tokens, input.pixels.get(), source),
                     {},
                     from,
                     {},
                     "model '" + trace->model + "', encoder "};
    encoder.isRead = true;
    encoder.watch = watchOf(options, AttentionType::Encoder);
    const auto pixels = coveredPixels(encoding.tokens, input.pixels, options.interventions);
    if (isRunAgain(encoder, encoding, pixels)) {
      run.source = options.resumeFrom->source;
    } else {
      auto read = std::make_shared<Trace>();
      read->model = trace->model;
      read->ranBy = m_parts->encoder->m_parts;
      read->encoding = encoding;
      read->pixels = pixels;
      read->place = placeOf(*d.encoder, encoding);
      runStack(std::move(encoder), *read, options.progress.slice(0, 0.5));
      run.source = std::move(read);
    }
    trace->source = run.source;
  }

  // The vision tower over the pictures of the text, and what its connector makes of them.
  if (d.tower && input.media) {
    trace->media = input.media;
    const Encoding& pictures = input.media->encoding;
    StackRun tower{*d.tower,
                   *weights.tower,
                   editsOf(*d.tower, options, AttentionType::Vision, pictures.tokens, nullptr, nullptr, true),
                   {},
                   earlier ? earlier->tower.get() : nullptr,
                   {},
                   "model '" + trace->model + "', vision tower "};
    tower.isRead = true;
    tower.watch = watchOf(options, AttentionType::Vision);
    if (isRunAgain(tower, pictures, input.media->pixels)) {
      trace->tower = earlier->tower;
    } else {
      auto seen = std::make_shared<Trace>();
      seen->model = trace->model;
      seen->ranBy = m_parts->tower->m_parts;
      seen->encoding = pictures;
      seen->pixels = input.media->pixels;
      seen->place = placeOf(*d.tower, pictures);
      runStack(std::move(tower), *seen, options.progress.slice(0, 0.5));
      addPooled(*d.tower, *weights.tower, *seen);
      trace->tower = std::move(seen);
    }
    if (d.connector) {
      const auto wanted = std::count_if(encoding.tokens.begin(), encoding.tokens.end(),
                                        [](const Token& token) { return token.imagePlace() != nullptr; });
      if (static_cast<std::size_t>(wanted) != input.media->features.size())
        throw Error("run of '" + m_parts->info.name + "': expected " + std::to_string(input.media->features.size()) +
                    " tokens for the pictures, found " + std::to_string(wanted));
      if (earlier && earlier->features && trace->tower == earlier->tower && input.media == earlier->media) {
        trace->features = earlier->features;
      } else {
        std::vector<Matrix> features{connectedFeatures(*d.connector, weights.connector, *trace->tower, *input.media)};
        for (std::size_t i = 0; i < d.deepStack.size(); ++i)
          features.push_back(connectedFeatures(d.deepStack[i], weights.deepStack[i], *trace->tower, *input.media));
        trace->features = std::make_shared<const std::vector<Matrix>>(std::move(features));
      }
    }
  }

  // 2. The layers of the decoder, or of the whole model. What an earlier decoder left depends on its source.
  if (options.resumeFrom && options.resumeFrom->source == run.source) run.resumeFrom = options.resumeFrom.get();
  const double share = 1.0 / static_cast<double>(d.layers.size() + 1);
  runStack(std::move(run), *trace, options.progress.slice(d.encoder || trace->tower || d.earlier ? 0.5 : 0, 1 - share));
  addPooled(d, weights, *trace);
  if (d.pairing) addPairing(*d.pairing, d, weights, *trace);

  // 3. The head.
  options.progress(1 - share, "head");
  if (options.logits && d.head.kind != OutputHeadKind::None) {
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
      const Matrix logits = runHead(d, weights, trace->encoding, final(0, tokens));
      m_parts->checkLogits(logits);
      trace->logits = logits;
    }
    trace->logits.setIndependent(d.head.independent);
  }
  trace->flatLogits =
      d.head.kind == OutputHeadKind::SequenceClassification || d.head.kind == OutputHeadKind::ReplacedTokenDetection;
  m_parts->checkFiles();
  options.progress(1);
  return trace;
}

bool Model::runsJointly() const { return headlight::runsJointly(m_parts->description); }

std::vector<std::shared_ptr<const Trace>> Model::runJointly(const std::vector<Encoding>& texts) const {
  assert(runsJointly() && !texts.empty());
  const Architecture& d = m_parts->description;
  std::vector<std::shared_ptr<Trace>> traces;
  Index rows = 0;
  const auto add = [&](const Encoding& text) {
    if (text.empty()) throw Error("input: expected at least one token, found none");
    auto trace = std::make_shared<Trace>();
    trace->model = m_parts->info.name;
    trace->ranBy = m_parts;
    trace->encoding = text;
    rows += static_cast<Index>(text.size());
    traces.push_back(std::move(trace));
  };
  for (const Encoding& text : texts) add(text);
  // Few rows are filled up with the last text again.
  while (rows < independentRows().value_or(0)) add(texts.back());
  const Storage place = placeOfTrace(runMemory(d, rows), 0, rows);
  for (const auto& trace : traces) trace->place = place;
  headlight::runJointly(d, m_parts->weights, "model '" + m_parts->info.name + "', ", traces);
  traces.resize(texts.size());
  for (const auto& trace : traces) {
    addPooled(d, m_parts->weights, *trace);
    if (d.pairing) addPairing(*d.pairing, d, m_parts->weights, *trace);
  }
  m_parts->checkFiles();
  return {traces.begin(), traces.end()};
}

std::shared_ptr<const Trace> Model::runAgain(const Trace& trace, RunOptions options) const {
  if (m_parts->description.stages > 0) return run({imageTokens(trace), trace.pixels}, options);
  if (!trace.source) return run({trace.encoding, trace.pixels, trace.media}, options);
  options.target = trace.encoding;
  return run({trace.source->encoding, trace.source->pixels}, options);
}

std::int64_t Model::decoderStart() const {
  if (const auto& id = m_parts->generation.decoderStart) return *id;
  throw Error("model '" + m_parts->info.name +
              "': expected decoder_start_token_id in config.json or generation_config.json, found none");
}

std::shared_ptr<const Model> Model::encoder() const { return m_parts->encoder; }
std::shared_ptr<const Model> Model::tower() const { return m_parts->tower; }
std::shared_ptr<const Model> Model::earlier() const { return m_parts->earlier; }

std::vector<ModelAttention> Model::attentions() const {
  constexpr auto kSelf = AttentionType::Self, kCross = AttentionType::Cross, kEncoder = AttentionType::Encoder;
  const Architecture& d = m_parts->description;
  const ModelAttention self{kSelf, kSelf, kSelf, headsOfLayers(d, kSelf)};
  constexpr auto kVision = AttentionType::Vision;
  if (d.tower) return {{kVision, kVision, kVision, headsOfLayers(*d.tower, kVision)}, self};
  if (d.earlier) {
    std::vector<ModelAttention> stages;
    for (const Architecture* stage = &d; stage; stage = stage->earlier.get()) {
      const AttentionType type = stageNumbered(stagesBefore(*stage));
      stages.insert(stages.begin(), {type, type, type, headsOfLayers(*stage, type)});
    }
    return stages;
  }
  if (!d.encoder) return {self};
  return {{kEncoder, kEncoder, kEncoder, headsOfLayers(*d.encoder, kEncoder)},
          self,
          {kCross, kSelf, kEncoder, headsOfLayers(d, kCross)}};
}

Matrix Model::layerOutput(const Trace& trace, int layer, std::shared_ptr<const LayerEdits> edits, Index first) const {
  const Architecture& d = m_parts->description;
  assert(trace.layers.size() == d.layers.size() && layer >= 0 && layer < static_cast<int>(d.layers.size()));
  const auto at = static_cast<std::size_t>(layer);
  const auto tokens = static_cast<Index>(trace.encoding.size());
  // Some changes are made of every token. Keys and values are those of the run, whatever is changed in the layer
  // itself.
  const bool alone = !needAllTokens(edits.get()) && !(trace.source && needAllTokens(trace.cross[at].edits.get()));
  const Index begin = alone ? first : 0;
  AttentionRecord record = recordBegun(trace.layers[at], begin, tokens, trace.place), cross;
  record.edits = std::move(edits);
  LayerRecords records{record};
  if (trace.source) {
    cross = crossBegun(trace.cross[at], begin, tokens, trace.place);
    cross.edits = trace.cross[at].edits;
    records.cross = &cross;
  }
  ExpertRecord experts;
  if (!trace.experts.empty()) experts = expertsBegun(trace.experts[at], begin, tokens);
  records.experts = &experts;
  Matrix out(tokens - begin, d.width);
  Scratch scratch;
  Matrix added;
  const MatrixView in = layerInput(trace, at, tokens - begin, added);
  runLayer(d, m_parts->weights, at,
           runTables(d, m_parts->weights, trace.encoding, begin, trace.source, trace.pixels.get()), scratch, begin, in,
           out, records);
  checkFiles();
  return begin < first ? Matrix(out.bottomRows(tokens - first)) : out;
}

}  // namespace headlight
