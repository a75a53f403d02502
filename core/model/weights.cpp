#include "core/model/weights.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "core/base/error.h"
#include "core/checkpoint/dtype.h"
#include "core/ops/amx.h"

namespace headlight {
namespace {

class Loader {
 public:
  explicit Loader(const Checkpoint& checkpoint) : m_checkpoint(checkpoint) {
    std::int64_t all = 0;
    for (const auto& [name, tensor] : checkpoint.tensors()) all += isFloating(tensor.format) ? tensor.count() : 0;
    m_convert = convertsAtLoad(all);
  }

  /// `stored`: the shape in the file where it is not [rows, cols].
  WeightMatrix matrix(const std::string& name, Index rows, Index cols, const Shape& stored = {}) {
    if (name.empty()) return {};
    const StoredTensor& tensor = find(name, stored.empty() ? Shape{rows, cols} : stored);
    // The same tensor may serve several layers (ALBERT) or both ends of the model.
    auto [at, added] = m_matrices.try_emplace(name);
    if (added) {
      at->second = WeightMatrix(tensor, rows, cols, converts(tensor.format));
      count(tensor);
    }
    return at->second;
  }

  /// What belongs to one of the maps that share a tensor, of shape `own`.
  StoredTensor slice(const std::string& name, const LinearSpec& part, const Shape& own) {
    Shape all = own;
    all.insert(all.begin(), part.parts);
    StoredTensor tensor = find(name, all);
    const std::size_t bytes = tensor.bytes.size() / static_cast<std::size_t>(part.parts);
    tensor.bytes = tensor.bytes.subspan(static_cast<std::size_t>(part.part) * bytes, bytes);
    tensor.shape = own;
    return tensor;
  }

  WeightMatrix matrixSlice(const LinearSpec& part, Index rows, Index cols) {
    const StoredTensor tensor = slice(part.weight, part, {rows, cols});
    auto [at, added] = m_matrices.try_emplace(part.weight + " " + std::to_string(part.part));
    if (added) {
      at->second = WeightMatrix(tensor, rows, cols, converts(tensor.format));
      count(tensor);
    }
    return at->second;
  }

  Vector vectorSlice(const LinearSpec& part, Index size) {
    if (part.bias.empty()) return {};
    const StoredTensor tensor = slice(part.bias, part, {size});
    Vector out(size);
    toFloats(tensor.format, tensor.bytes, {out.data(), static_cast<std::size_t>(size)});
    count(tensor);
    return out;
  }

  Matrix copy(const std::string& name, Index rows, Index cols) {
    const StoredTensor& tensor = find(name, {rows, cols});
    Matrix out(rows, cols);
    toFloats(tensor.format, tensor.bytes, {out.data(), static_cast<std::size_t>(out.size())});
    if (m_vectors.insert({name, true}).second) count(tensor);
    return out;
  }

  /// `stored`: the shape in the file where it is not [size].
  Vector vector(const std::string& name, Index size, const Shape& stored = {}) {
    if (name.empty()) return {};
    const StoredTensor& tensor = find(name, stored.empty() ? Shape{size} : stored);
    Vector out(size);
    toFloats(tensor.format, tensor.bytes, {out.data(), static_cast<std::size_t>(size)});
    if (m_vectors.insert({name, true}).second) count(tensor);
    return out;
  }

  Linear linear(const LinearSpec& part, Index out, Index in) {
    Linear linear;
    if (!part) return linear;
    const StoredTensor* stored = m_checkpoint.find(part.weight);
    linear.inOut = part.inOut && !(stored && stored->outIn);
    const Index rows = linear.inOut ? in : out, cols = linear.inOut ? out : in;
    if (part.parts > 0) {
      linear.weight = matrixSlice(part, rows, cols);
      linear.bias = vectorSlice(part, out);
    } else {
      linear.weight = matrix(part.weight, rows, cols);
      linear.bias = vector(part.bias, out);
    }
    linear.scale = part.scale;
    linear.bias *= part.scale;
    return linear;
  }

  /// `stored`: the shape of the gains in the file where it is not [width].
  Norm norm(const NormSpec& part, Index width, const Shape& stored = {}) {
    Norm norm;
    norm.kind = part.kind;
    norm.epsilon = part.epsilon;
    norm.gain = vector(part.weight, width, stored);
    if (part.gainOffset != 0) norm.gain.array() += part.gainOffset;
    norm.bias = vector(part.bias, width);
    return norm;
  }

  /// The norm of the queries or keys of `heads` heads.
  Norm headNorm(const NormSpec& part, NormSpan span, Index heads, Index dHead) {
    switch (span) {
      case NormSpan::Head:
        return norm(part, dHead);
      case NormSpan::HeadWithOwnGains:
        return norm(part, heads * dHead, {heads, dHead});
      case NormSpan::AllHeads:
        break;
    }
    return norm(part, heads * dHead);
  }

  Xielu xielu(const XieluSpec& part) {
    const auto kept = [&part](float value) { return part.halves ? roundToBfloat16(value) : value; };
    const auto number = [&](const std::string& name) { return kept(vector(name, 1)[0]); };
    const float beta = number(part.beta);
    const Xielu f =
        Xielu::ofParameters(number(part.alphaPositive), number(part.alphaNegative), 0, number(part.epsilon));
    return {kept(f.alphaPositive), kept(beta + kept(f.alphaNegative)), beta, f.epsilon};
  }

  /// A map of patches, stored as the weights of a convolution.
  Linear patches(const PatchesSpec& part, Index width) {
    const Index numbers = part.channels * part.frames * part.patchHeight * part.patchWidth;
    Shape stored{width, part.channels, part.patchHeight, part.patchWidth};
    if (part.frames > 1) stored.insert(stored.begin() + 2, part.frames);
    if (part.flat) stored = {width, numbers};
    Linear linear;
    linear.weight = matrix(part.map.weight, width, numbers, stored);
    linear.bias = vector(part.map.bias, width);
    return linear;
  }

  Linear convolution(const ConvolutionSpec& part) {
    Linear linear;
    linear.weight = matrix(part.map.weight, part.out, part.in * part.kernel, {part.out, part.in, part.kernel});
    linear.bias = vector(part.map.bias, part.out);
    return linear;
  }

  /// The maps of each group of a convolution of places, made of size and direction.
  std::vector<Linear> placeConvolution(const PlaceConvolutionSpec& part, Index width) {
    const Index each = width / part.groups;
    const Vector size = vector(part.size, part.kernel, {1, 1, part.kernel}), bias = vector(part.bias, width);
    const StoredTensor& stored = find(part.direction, {width, each, part.kernel});
    const std::vector<float> numbers = floatsOf(stored);
    if (m_vectors.insert({part.direction, true}).second) count(stored);
    const Eigen::Map<const Matrix> direction(numbers.data(), width * each, part.kernel);
    const Eigen::ArrayXd length = direction.cast<double>().colwise().norm().transpose();
    std::vector<Linear> groups;
    for (Index g = 0; g < part.groups; ++g) {
      auto made = std::make_shared<Matrix>(direction.middleRows(g * each * each, each * each));
      for (Index k = 0; k < part.kernel; ++k)
        made->col(k) *= static_cast<float>(static_cast<double>(size[k]) / length[k]);
      StoredTensor tensor;
      tensor.shape = {each, each * part.kernel};
      tensor.bytes = std::as_bytes(std::span<const float>(made->data(), static_cast<std::size_t>(made->size())));
      tensor.owner = made;
      Linear& linear = groups.emplace_back();
      linear.weight = WeightMatrix(tensor, each, each * part.kernel, false);
      linear.bias = bias.segment(g * each, each);
    }
    return groups;
  }

  /// One number, in a tensor of any shape.
  float number(const std::string& name) {
    if (name.empty()) return 0;
    const StoredTensor* tensor = m_checkpoint.find(name);
    return vector(name, 1, tensor && tensor->shape.empty() ? Shape{} : Shape{1})[0];
  }

  /// Rows of a matrix in the file; 0 where it has none of that name, which `matrix` then says.
  Index rowsOf(const std::string& name) const {
    const StoredTensor* tensor = m_checkpoint.find(name);
    return tensor && tensor->shape.size() == 2 ? tensor->shape[0] : 0;
  }

  void finish(Weights& weights) const {
    const auto most = std::max_element(m_counts.begin(), m_counts.end());
    for (const std::int64_t numbers : m_counts) weights.parameters += numbers;
    weights.dtype = nameOf(static_cast<Dtype>(most - m_counts.begin()));
    for (const auto& [name, matrix] : m_matrices) {
      weights.bytesInMemory += matrix.bytesInMemory();
      if (matrix.file()) weights.files.insert(matrix.file());
    }
    for (const auto& [name, tensor] : m_checkpoint.tensors())
      if (!m_used.contains(name)) weights.unused.push_back(name);
  }

 private:
  /// The tensor of that name and shape, axes of one in front aside ([1, n] for BART's final_logits_bias).
  const StoredTensor& find(const std::string& name, const Shape& expected) {
    const std::string stored = m_checkpoint.has(name) ? name : legacyName(name);
    const StoredTensor* tensor = m_checkpoint.find(stored);
    if (!tensor)
      throw Error("tensor '" + name + "': expected " + shapeText(expected) + ", '" + m_checkpoint.folder().string() +
                  "' has no tensor of that name; its names begin with " + m_checkpoint.beginnings());
    m_used.insert(stored);
    if (tensor->shape != expected && withoutLeadingOnes(tensor->shape) != withoutLeadingOnes(expected))
      throw Error("tensor '" + shownName(name, *tensor) + "': expected " + shapeText(expected) + ", the file has " +
                  shapeText(tensor->shape));
    if (!isFloating(tensor->format))
      throw Error("tensor '" + shownName(name, *tensor) + "': expected real numbers, the file has " +
                  std::string(nameOf(tensor->format)));
    if (!tensor->make) return *tensor;
    const auto [at, added] = m_made.try_emplace(stored);
    if (added) at->second = made(*tensor);
    return at->second;
  }

  static Shape withoutLeadingOnes(Shape shape) {
    shape.erase(shape.begin(), std::find_if(shape.begin(), shape.end(), [](std::int64_t n) { return n != 1; }));
    return shape;
  }

  /// What the first BERT releases called a norm's weight and bias.
  static std::string legacyName(const std::string& name) {
    for (const auto& [now, then] : {std::pair{".weight", ".gamma"}, std::pair{".bias", ".beta"}})
      if (name.ends_with(now)) return name.substr(0, name.size() - std::string_view(now).size()) + then;
    return name;
  }

  /// Packed weights stay packed, whatever the model's size.
  bool converts(Dtype format) const { return m_convert && !isPacked(format); }

  void count(const StoredTensor& tensor) { m_counts[static_cast<std::size_t>(tensor.format)] += tensor.count(); }

  const Checkpoint& m_checkpoint;
  std::set<std::string, std::less<>> m_used;
  bool m_convert = true;
  std::map<std::string, WeightMatrix> m_matrices;
  std::map<std::string, bool> m_vectors;
  std::array<std::int64_t, kDtypes> m_counts{};
  std::map<std::string, StoredTensor, std::less<>> m_made;  ///< Those of m_checkpoint whose numbers had to be made.
};

/// `source`: the width of what keys are made of, and without `values` of what values are made of.
AttentionWeights loadAttention(Loader& load, const AttentionSpec& a, Index width, Index source, Index valueSource = 0) {
  AttentionWeights w;
  const Index queries = a.heads * a.dHead, keys = a.kvHeads * a.dHead, values = a.kvHeads * a.valueNumbers();
  w.query = load.linear(a.query, queries, width);
  w.key = load.linear(a.key, keys, source);
  w.value = load.linear(a.value, values, valueSource > 0 ? valueSource : source);
  w.qkv = load.linear(a.qkv, queries + 2 * keys, width);
  if (!a.queryBias.empty()) {
    const Vector ofQueries = load.vector(a.queryBias, queries), ofValues = load.vector(a.valueBias, keys);
    const Index groups = a.layout == QkvLayout::Parts ? 1 : a.kvHeads, of = queries / groups, each = keys / groups;
    w.qkv.bias = Vector::Zero(queries + 2 * keys);
    for (Index g = 0; g < groups; ++g) {
      w.qkv.bias.segment(g * (of + 2 * each), of) = ofQueries.segment(g * of, of);
      w.qkv.bias.segment(g * (of + 2 * each) + of + each, each) = ofValues.segment(g * each, each);
    }
  }
  w.output = load.linear(a.output, width, a.heads * a.valueNumbers());
  if (!a.sinks.empty()) {
    const Vector sinks = load.vector(a.sinks, a.heads);
    w.sinks.assign(sinks.begin(), sinks.end());
  }
  if (a.latent) {
    const LatentSpec& l = *a.latent;
    w.queryDown = load.linear(l.queryDown, l.queryRank, width);
    w.latentQueryNorm = load.norm(l.queryNorm, l.queryRank);
    w.queryUp = load.linear(l.queryUp, queries, l.queryRank);
    w.keyValueDown = load.linear(l.down, l.rank + l.turning, width);
    w.latentNorm = load.norm(l.norm, l.rank);
    w.keyValueUp = load.linear(l.up, keys - a.kvHeads * l.turning + values, l.rank);
  }
  w.queryNorm = load.headNorm(a.queryNorm, a.normSpan, a.heads, a.dHead);
  w.keyNorm = load.headNorm(a.keyNorm, a.normSpan, a.kvHeads, a.dHead);
  w.positionKey = load.linear(a.positionKey, queries, width);
  w.positionQuery = load.linear(a.positionQuery, queries, width);
  if (a.distances) w.distances = load.copy(a.distances->table, 2 * a.distances->span - 1, a.dHead);
  return w;
}

/// Cross-attention of layers of `width` over what `encoder` gives.
AttentionWeights loadCross(Loader& load, AttentionSpec a, Index width, const Architecture& encoder) {
  const Index source = encoder.finalWidth > 0 ? encoder.finalWidth : encoder.width;
  if (a.layout != QkvLayout::Parts) return loadAttention(load, a, width, source);
  const LinearSpec both = std::exchange(a.qkv, {});
  AttentionWeights w = loadAttention(load, a, width, source);
  w.qkv = load.linear(both, 2 * a.kvHeads * a.dHead, source);
  return w;
}

FeedForwardWeights loadFeedForward(Loader& load, const FeedForwardSpec& f, Index width) {
  FeedForwardWeights w;
  w.in = load.linear(f.in, f.inner, width);
  w.gate = load.linear(f.gate, f.inner, width);
  w.gateIn = load.linear(f.gateIn, 2 * f.inner, width);
  if (f.xielu) w.xielu = load.xielu(*f.xielu);
  w.output = load.linear(f.output, width, f.inner);
  return w;
}

ExpertsWeights loadExperts(Loader& load, const ExpertsSpec& part, Index width) {
  ExpertsWeights w;
  const auto count = static_cast<Index>(part.experts.size());
  w.router = load.linear(part.router, count, width);
  w.sharedGate = load.linear(part.sharedGate, 1, width);
  auto rule = std::make_shared<ExpertRule>(part.rule);
  const Vector correction = load.vector(part.correction, count);
  rule->correction.assign(correction.begin(), correction.end());
  w.rule = std::move(rule);
  for (const FeedForwardSpec& expert : part.experts) w.experts.push_back(loadFeedForward(load, expert, width));
  return w;
}

LayerWeights loadLayer(Loader& load, const Architecture& d, const LayerSpec& layer) {
  LayerWeights w;
  const Index width = layer.bottleneck ? layer.bottleneck->width : d.width;
  w.attention = loadAttention(load, layer.attention, width, width,
                              layer.bottleneck && layer.bottleneck->attention ? d.width : width);
  if (!layer.attention.ownBias.empty())
    w.attention.ownBias = load.copy(layer.attention.ownBias, d.relativeBias->buckets, layer.attention.heads);
  if (layer.cross) w.cross = loadCross(load, *layer.cross, width, *d.encoder);
  w.feedForward = loadFeedForward(load, layer.feedForward, width);
  if (layer.experts) w.experts = loadExperts(load, *layer.experts, width);
  const auto norms = [&](const NormsSpec& part) {
    return NormsWeights{load.norm(part.before, width), load.norm(part.inside, width), load.norm(part.after, width)};
  };
  for (const FeedForwardStep& step : layer.earlierNetworks)
    w.earlierNetworks.push_back({loadFeedForward(load, step.network, width), norms(step.norms)});
  if (const auto& b = layer.bottleneck)
    w.bottleneck = {load.linear(b->in, width, d.width), load.linear(b->out, d.width, width),
                    load.linear(b->attention, width, d.width), load.norm(b->inNorm, width),
                    load.norm(b->outNorm, d.width), load.norm(b->attentionNorm, width)};
  w.attentionNorms = norms(layer.attentionNorms);
  w.crossNorms = norms(layer.crossNorms);
  w.feedForwardNorms = norms(layer.feedForwardNorms);
  return w;
}

std::vector<HeadStepWeights> loadSteps(Loader& load, const std::vector<HeadStep>& steps, Index width) {
  std::vector<HeadStepWeights> out;
  for (const HeadStep& step : steps) {
    out.push_back({load.linear(step.linear, step.width, width), load.norm(step.norm, step.width)});
    width = step.width;
  }
  return out;
}

/// `tower` is the width of the states that the connector reads.
ConnectorWeights loadConnector(Loader& load, const ConnectorSpec& part, Index tower, Index width) {
  using Merge = ConnectorSpec::Merge;
  const bool joins = part.merge == Merge::Shuffle || part.merge == Merge::Neighbours;
  const Index joined = joins ? tower * part.side * part.side : tower;
  ConnectorWeights w;
  w.norm = load.norm(part.norm, part.normBeforeMerge ? tower : joined);
  w.steps = loadSteps(load, part.steps, joined);
  w.newline = load.vector(part.newline, width);
  return w;
}

SoundWeights loadSound(Loader& load, const SoundSpec& part, Index width) {
  SoundWeights w;
  for (const ConvolutionSpec& step : part.convolutions) {
    w.convolutions.push_back(load.convolution(step));
    w.norms.push_back(load.norm(step.norm, step.out));
  }
  w.norm = load.norm(part.norm, part.bands());
  w.projection = load.linear(part.projection, width, part.bands());
  if (part.place) w.place = load.placeConvolution(*part.place, width);
  return w;
}

/// What a description and its encoder read, tensors that both name once.
Weights loadParts(Loader& load, const Architecture& d, const std::string& folder, const Progress& progress) {
  Weights w;
  if (d.encoder)
    w.encoder = std::make_shared<const Weights>(loadParts(load, *d.encoder, folder, progress.slice(0, 0.5)));
  if (d.tower) {
    w.tower = std::make_shared<const Weights>(loadParts(load, *d.tower, folder, progress.slice(0, 0.5)));
    if (d.connector) w.connector = loadConnector(load, *d.connector, d.tower->width, d.width);
    for (const ConnectorSpec& part : d.deepStack)
      w.deepStack.push_back(loadConnector(load, part, d.tower->width, d.width));
  }
  if (d.earlier)
    w.earlier = std::make_shared<const Weights>(loadParts(load, *d.earlier, folder, progress.slice(0, 0.5)));
  const EmbeddingSpec& e = d.embedding;
  w.tokens = load.matrix(e.tokens, d.vocabulary, e.width);
  // What the other tables are added to.
  const bool projectedFirst = e.projection && e.projectionPlace == EmbeddingSpec::ProjectionPlace::BeforePositions;
  const Index joined = projectedFirst ? d.width : e.width;
  if (!e.types.empty()) w.types = load.matrix(e.types, e.typeCount, joined);
  if (e.positions && !e.positions->table.empty())
    w.positions = load.matrix(e.positions->table, e.positions->rows, joined);
  if (!e.constant.empty()) w.constant = load.matrix(e.constant, load.rowsOf(e.constant), joined);
  const bool normAtWidth = e.projection && e.projectionPlace != EmbeddingSpec::ProjectionPlace::AfterNorm;
  w.embeddingNorm = load.norm(e.norm, normAtWidth ? d.width : e.width);
  if (e.patches) {
    w.patches = load.patches(*e.patches, e.width);
    const auto named = static_cast<Index>(e.patches->leading.size());
    w.leading.resize(e.patches->leadingTokens(), e.width);
    for (Index i = 0; i < named; ++i)
      w.leading.row(i) = load.vector(e.patches->leading[static_cast<std::size_t>(i)], e.width);
    if (e.patches->registerCount > 0)
      w.leading.bottomRows(e.patches->registerCount) =
          load.copy(e.patches->registers, e.patches->registerCount, e.width);
  }
  if (e.sound) w.sound = loadSound(load, *e.sound, e.width);
  w.embeddingProjection = load.linear(e.projection, d.width, (e.trigrams ? 3 : 1) * e.width);
  if (d.relativeBias && !d.relativeBias->table.empty())
    w.relativeBias = load.copy(d.relativeBias->table, d.relativeBias->buckets, d.layers.front().attention.heads);
  if (d.disentangled) {
    w.relativeEmbeddings = load.copy(d.disentangled->table, 2 * d.disentangled->span, d.width);
    apply(load.norm(d.disentangled->norm, d.width), w.relativeEmbeddings);
  }
  const Progress layersProgress = progress.slice(d.encoder || d.earlier ? 0.5 : 0, 1);
  for (std::size_t i = 0; i < d.layers.size(); ++i) {
    layersProgress(static_cast<double>(i) / static_cast<double>(d.layers.size()), "weights");
    w.layers.push_back(loadLayer(load, d, d.layers[i]));
  }
  w.finalNorm = load.norm(d.finalNorm, d.width);
  if (d.contacts) {
    Index heads = 0;
    for (const LayerSpec& layer : d.layers) heads += layer.attention.heads;
    w.contacts = load.linear(d.contacts, 1, heads);
  }
  w.finalProjection = load.linear(d.finalProjection, d.finalWidth, d.width);
  if (d.pooling) {
    const PoolingSpec& part = *d.pooling;
    w.pooling = {load.vector(part.probe, d.width), loadAttention(load, part.attention, d.width, d.width),
                 load.norm(part.norm, d.width), loadFeedForward(load, part.network, d.width)};
  }
  Index width = d.finalWidth > 0 ? d.finalWidth : d.width;
  if (d.pooler == Architecture::Pooler::FirstDense) w.pooler = load.linear(d.poolerMap, width, width);
  w.poolerNorm = load.norm(d.poolerNorm, width);
  if (d.pairing) {
    w.textPairing = load.linear(d.pairing->text, d.pairing->width, d.width);
    w.visionPairing = load.linear(d.pairing->vision, d.pairing->width, d.tower->width);
    w.pairingScale = load.number(d.pairing->scale);
    w.pairingBias = load.number(d.pairing->bias);
  }
  w.headNorm = load.norm(d.head.norm, width);
  if (d.head.pooling == OutputHeadSpec::Pooling::FirstAndMean) width *= 2;
  w.headSteps = loadSteps(load, d.head.steps, width);
  if (!d.head.steps.empty()) width = d.head.steps.back().width;
  if (d.head.tied) {
    if (d.head.beyond && width > e.width)
      w.headBeyond = load.linear(d.head.beyond, d.head.outputs, width - e.width);
    else if (width != e.width)
      throw Error("'" + folder + "': the output is tied to token embeddings of width " + std::to_string(e.width) +
                  ", but its input has width " + std::to_string(width));
    w.headOutput.weight = w.tokens;
    w.headOutput.bias = load.vector(d.head.output.bias, d.head.outputs);
  } else {
    w.headOutput = load.linear(d.head.output, d.head.outputs, width);
    w.headSecond = load.linear(d.head.second, d.head.outputs, width);
  }
  return w;
}

}  // namespace

bool convertsAtLoad(std::int64_t numbers) {
  constexpr std::int64_t kMost = 96 << 20;
  return numbers <= kMost && !amx::isUsed();
}

Weights loadWeights(const Architecture& description, const Checkpoint& checkpoint, const Progress& progress) {
  Loader loader(checkpoint);
  Weights weights = loadParts(loader, description, checkpoint.folder().string(), progress);
  loader.finish(weights);
  return weights;
}

}  // namespace headlight
