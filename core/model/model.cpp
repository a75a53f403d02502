#include "core/model/model.h"

#include <cassert>
#include <limits>
#include <utility>

#include "core/base/error.h"
#include "core/checkpoint/memory_map.h"
#include "core/intervention/covered_pixels.h"
#include "core/intervention/layer_edits.h"
#include "core/model/block.h"
#include "core/model/earlier_run.h"
#include "core/model/head.h"
#include "core/model/model_parts.h"
#include "core/model/run_memory.h"
#include "core/model/stack_run.h"

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
                                                       const PixelInput* pixels, const std::vector<Token>* source) {
  InterventionPlace place;
  place.tokens = &tokens;
  place.pixels = pixels;
  place.draw = options.draw;
  place.attention = attention;
  place.source = source;
  place.others = &options.others;
  place.heads = headsOfLayers(d, attention);
  for (const LayerSpec& layer : d.layers)
    place.experts.push_back(layer.experts ? LayerExperts{static_cast<int>(layer.experts->experts.size()),
                                                         static_cast<int>(layer.experts->rule.chosen)}
                                          : LayerExperts{});
  return layerEdits(options.interventions, place);
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
  trace->encoding = !d.encoder ? encoding : options.target ? *options.target : justOne(decoderStart());
  const auto placeOf = [&](const Architecture& stack, const Encoding& read) {
    const auto tokens = static_cast<Index>(read.size());
    return placeOfTrace(runMemory(stack, tokens, static_cast<Index>(encoding.size())), options.memory, tokens);
  };
  trace->place = placeOf(d, trace->encoding);
  if (!d.encoder) trace->pixels = coveredPixels(encoding.tokens, input.pixels, options.interventions);
  const std::vector<Token>* source = d.encoder ? &encoding.tokens : nullptr;
  StackRun run{d,
               weights,
               editsOf(d, options, AttentionType::Self, trace->encoding.tokens, trace->pixels.get(), source),
               {},
               nullptr,
               {},
               "model '" + trace->model + "', " + (d.encoder ? "decoder " : "")};

  // 1. The encoder, unless an earlier run has read the same.
  if (d.encoder) {
    run.crossEdits = editsOf(d, options, AttentionType::Cross, trace->encoding.tokens, nullptr, source);
    const Trace* from = options.resumeFrom ? options.resumeFrom->source.get() : nullptr;
    StackRun encoder{*d.encoder,
                     *weights.encoder,
                     editsOf(*d.encoder, options, AttentionType::Encoder, encoding.tokens, nullptr, source),
                     {},
                     from,
                     {},
                     "model '" + trace->model + "', encoder "};
    if (isRunAgain(encoder, encoding)) {
      run.source = options.resumeFrom->source;
    } else {
      auto read = std::make_shared<Trace>();
      read->model = trace->model;
      read->ranBy = m_parts->encoder->m_parts;
      read->encoding = encoding;
      read->pixels = input.pixels;
      read->place = placeOf(*d.encoder, encoding);
      runStack(std::move(encoder), *read, options.progress.slice(0, 0.5));
      run.source = std::move(read);
    }
    trace->source = run.source;
  }

  // 2. The layers of the decoder, or of the whole model. What an earlier decoder left depends on its source.
  if (options.resumeFrom && options.resumeFrom->source == run.source) run.resumeFrom = options.resumeFrom.get();
  const double share = 1.0 / static_cast<double>(d.layers.size() + 1);
  runStack(std::move(run), *trace, options.progress.slice(d.encoder ? 0.5 : 0, 1 - share));

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
      const Matrix logits = runHead(d, weights, encoding, final(0, tokens));
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

std::shared_ptr<const Trace> Model::runAgain(const Trace& trace, RunOptions options) const {
  if (!trace.source) return run({trace.encoding, trace.pixels}, options);
  options.target = trace.encoding;
  return run(trace.source->encoding, options);
}

std::int64_t Model::decoderStart() const {
  if (const auto& id = m_parts->generation.decoderStart) return *id;
  throw Error("model '" + m_parts->info.name +
              "': expected decoder_start_token_id in config.json or generation_config.json, found none");
}

std::shared_ptr<const Model> Model::encoder() const { return m_parts->encoder; }

std::vector<ModelAttention> Model::attentions() const {
  constexpr auto kSelf = AttentionType::Self, kCross = AttentionType::Cross, kEncoder = AttentionType::Encoder;
  const Architecture& d = m_parts->description;
  const ModelAttention self{kSelf, kSelf, kSelf, headsOfLayers(d, kSelf)};
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
  const auto replaces = [](const std::shared_ptr<const LayerEdits>& some) { return some && !some->outputs.empty(); };
  // What stands for whole outputs is made of every token. Keys and values are those of the run, whatever is changed in
  // the layer itself.
  const bool alone = !replaces(edits) && !(trace.source && replaces(trace.cross[at].edits));
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
  runLayer(d, m_parts->weights, at, runTables(d, m_parts->weights, trace.encoding, begin, trace.source), scratch, begin,
           trace.hiddenStates[at].bottomRows(tokens - begin), out, records);
  checkFiles();
  return begin < first ? Matrix(out.bottomRows(tokens - first)) : out;
}

}  // namespace headlight
