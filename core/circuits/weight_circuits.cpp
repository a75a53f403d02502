#include "core/circuits/weight_circuits.h"

#include <Eigen/Eigenvalues>
#include <algorithm>
#include <array>
#include <cmath>
#include <complex>
#include <numbers>
#include <random>

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/circuits/direct_direction.h"
#include "core/circuits/head_weights.h"
#include "core/model/architecture.h"
#include "core/model/weights.h"

namespace headlight {
namespace {

using Eigen::MatrixXd;

struct FoldingName {
  Folding folding;
  const char* name;
};
constexpr FoldingName kFoldings[] = {{Folding::Raw, "raw"}, {Folding::Folded, "folded"}};

std::vector<FoldingName> foldingsOf(const AnalysisQuestion& q) {
  std::vector<FoldingName> chosen;
  for (const FoldingName& each : kFoldings)
    if (q.settings.wants(each.name)) chosen.push_back(each);
  return chosen;
}

/// Throws Error where tokens do not reach the layers and the output by one matrix each.
void checkTokenSpace(const char* what, const Model& model) {
  const Architecture& d = model.description();
  if (const std::string reason = reasonAgainstSums(model); !reason.empty()) refuse(what, model, reason);
  if (d.embedding.patches) refuse(what, model, "it reads images");
  if (d.embedding.projection || d.embedding.norm || d.embedding.width != d.width)
    refuse(what, model, "a norm or a map lies between its token embeddings and the layers");
}

constexpr Index kTableRows = 1024;  // Rows of a wide vocabulary are made some at a time.

/// Rows of the token embeddings, with the model's scale: [count, width].
MatrixXd embeddingRows(const Model& model, Index first, Index count) {
  std::vector<float> buffer;
  return static_cast<double>(model.description().embedding.scale) *
         model.weights().tokens.rowsAsFloats(first, count, buffer).cast<double>();
}

/// Rows of the output matrix: [count, width].
MatrixXd outputRows(const Model& model, Folding folding, Index first, Index count) {
  const Linear& output = model.weights().headOutput;
  std::vector<float> buffer;
  MatrixXd rows(count, output.in());
  if (output.inOut)
    for (Index i = 0; i < output.in(); ++i)
      rows.col(i) = output.weight.rowsAsFloats(i, 1, buffer).row(0).segment(first, count).transpose().cast<double>();
  else
    rows = output.weight.rowsAsFloats(first, count, buffer).cast<double>();
  rows *= static_cast<double>(output.scale * model.description().head.scale);
  const Norm& norm = model.weights().finalNorm;
  if (folding == Folding::Raw || !norm) return rows;
  if (norm.gain.size() > 0) rows.array().rowwise() *= norm.gain.transpose().cast<double>().array();
  if (norm.kind == NormKind::LayerNorm) rows.colwise() -= Eigen::VectorXd(rows.rowwise().mean());
  return rows;
}

/// Tokens that both tables have.
Index vocabularyOf(const Model& model) {
  return std::min<Index>(model.weights().tokens.rows(), model.weights().headOutput.out());
}

/// The table [V, width] times a head's matrix [width, d]: [V, d].
template <class Rows>
MatrixXd tableTimes(Index vocabulary, const MatrixXd& matrix, const Rows& rows) {
  MatrixXd product(vocabulary, matrix.cols());
  for (Index at = 0; at < vocabulary; at += kTableRows) {
    const Index count = std::min(kTableRows, vocabulary - at);
    product.middleRows(at, count) = rows(at, count) * matrix;
  }
  return product;
}

/// Σ over tokens of (row of the output)ᵀ (row of the embeddings): [width, width].
MatrixXd outputByEmbedding(const Model& model, Folding folding, const Progress& progress) {
  const Index vocabulary = vocabularyOf(model), width = model.description().width;
  MatrixXd sum = MatrixXd::Zero(width, width);
  for (Index at = 0; at < vocabulary; at += kTableRows) {
    progress(static_cast<double>(at) / static_cast<double>(vocabulary), "vocabulary");
    const Index count = std::min(kTableRows, vocabulary - at);
    sum += outputRows(model, folding, at, count).transpose() * embeddingRows(model, at, count);
  }
  return sum;
}

Progress partOf(const Progress& progress, std::size_t at, std::size_t count) {
  return progress.slice(static_cast<double>(at) / static_cast<double>(count),
                        static_cast<double>(at + 1) / static_cast<double>(count));
}

/// A product of two tables [V, d] seen row by row: entry (i, j) = left row i · right row j.
struct TokenProduct {
  Eigen::MatrixXf left, right;

  Index tokens() const { return left.rows(); }
  Matrix rows(Index first, Index count) const { return left.middleRows(first, count) * right.transpose(); }
};

/// E WV WO against U, or E WQ against E WK.
TokenProduct ovProduct(const Model& model, const HeadWeights& head, Folding folding) {
  const Index vocabulary = vocabularyOf(model);
  const auto embeddings = [&](Index first, Index count) { return embeddingRows(model, first, count); };
  const auto outputs = [&](Index first, Index count) { return outputRows(model, folding, first, count); };
  return {tableTimes(vocabulary, head.value, embeddings).cast<float>(),
          tableTimes(vocabulary, head.output.transpose(), outputs).cast<float>()};
}
TokenProduct qkProduct(const Model& model, const HeadWeights& head, double scale) {
  const Index vocabulary = model.weights().tokens.rows();
  const auto embeddings = [&](Index first, Index count) { return embeddingRows(model, first, count); };
  return {(scale * tableTimes(vocabulary, head.query, embeddings)).cast<float>(),
          tableTimes(vocabulary, head.key, embeddings).cast<float>()};
}

constexpr Index kProductRows = 64;

struct Pair {
  Index row, col;
  float value;
};

/// The `count` largest entries times `sign`, largest first; of equal ones the first.
std::vector<Pair> largestPairs(const TokenProduct& product, std::size_t count, float sign, const Progress& progress) {
  const auto before = [sign](const Pair& a, const Pair& b) {
    if (a.value != b.value) return sign * a.value > sign * b.value;
    return a.row != b.row ? a.row < b.row : a.col < b.col;
  };
  std::vector<Pair> best;  // A heap whose first is the least of them.
  for (Index at = 0; at < product.tokens(); at += kProductRows) {
    progress(static_cast<double>(at) / static_cast<double>(product.tokens()), "pairs of tokens");
    const Index rows = std::min(kProductRows, product.tokens() - at);
    const Matrix block = product.rows(at, rows);
    for (Index i = 0; i < rows; ++i)
      for (Index j = 0; j < block.cols(); ++j) {
        const Pair pair{at + i, j, block(i, j)};
        if (best.size() == count && !before(pair, best.front())) continue;
        if (best.size() == count) {
          std::pop_heap(best.begin(), best.end(), before);
          best.back() = pair;
        } else {
          best.push_back(pair);
        }
        std::push_heap(best.begin(), best.end(), before);
      }
  }
  std::sort_heap(best.begin(), best.end(), before);
  return best;
}

void addPairs(const TokenProduct& product, const std::string& kind, const std::string& name, const char* const axes[2],
              const AnalysisQuestion& q, const Progress& progress, Findings& found) {
  const std::size_t count = std::min<std::size_t>(
      static_cast<std::size_t>(q.settings.top),
      static_cast<std::size_t>(product.tokens()) * static_cast<std::size_t>(product.right.rows()));
  for (const auto& [end, sign] : {std::pair{"top", 1.0F}, std::pair{"bottom", -1.0F}}) {
    const std::vector<Pair> best =
        largestPairs(product, count, sign, progress.slice(sign > 0 ? 0 : 0.5, sign > 0 ? 0.5 : 1));
    const TensorAxis ranks{"rank", static_cast<Index>(best.size())};
    const std::string stem = kind + "_" + end + "." + name;
    NamedTensor pairs = outcomeTensor(stem + ".pairs", {ranks, {"pair", 2, {axes[0], axes[1]}}});
    NamedTensor values = madeTensor(stem + ".values", {ranks});
    for (Index rank = 0; rank < ranks.size; ++rank) {
      const Pair& pair = best[static_cast<std::size_t>(rank)];
      pairs({rank, 0}) = static_cast<double>(pair.row);
      pairs({rank, 1}) = static_cast<double>(pair.col);
      values({rank}) = product.left.row(pair.row).cast<double>().dot(product.right.row(pair.col).cast<double>());
    }
    found.push_back(std::move(pairs));
    found.push_back(std::move(values));
  }
}

/// One matrix of numbers drawn from the standard normal distribution (Box and Muller 1958).
MatrixXd randomMatrix(std::mt19937_64& random, Index rows, Index cols) {
  MatrixXd matrix(rows, cols);
  const auto uniform = [&] { return (static_cast<double>(random() >> 11) + 0.5) * 0x1.0p-53; };
  for (Index i = 0; i < matrix.size(); ++i)
    matrix.data()[i] = std::sqrt(-2 * std::log(uniform())) * std::cos(2 * std::numbers::pi * uniform());
  return matrix;
}

/// What compositions ask of a head: its output, and the products of its matrices with themselves.
struct ComposedHead {
  HeadWeights weights;
  MatrixXd queries, keys, values, outputs;  ///< WQᵀ WQ, WKᵀ WK, WVᵀ WV, WO WOᵀ.
  double ov = 0, qk = 0;                    ///< Frobenius norms.

  explicit ComposedHead(HeadWeights of)
      : weights(std::move(of)),
        queries(weights.query.transpose() * weights.query),
        keys(weights.key.transpose() * weights.key),
        values(weights.value.transpose() * weights.value),
        outputs(weights.output * weights.output.transpose()),
        ov(std::sqrt(std::max(0.0, values.cwiseProduct(outputs).sum()))),
        qk(std::sqrt(std::max(0.0, queries.cwiseProduct(keys).sum()))) {}
};

/// ‖WV1 WO1 R G …‖ of a reader R [width, d] whose other side has the product `otherSide` [d, d] with itself.
double composed(const ComposedHead& writer, const MatrixXd& reader, const MatrixXd& otherSide, double readerNorm) {
  const MatrixXd middle = writer.weights.output * reader;
  const double square = (writer.values * middle * otherSide).cwiseProduct(middle).sum();
  const double norms = writer.ov * readerNorm;
  return norms > 0 ? std::sqrt(std::max(0.0, square)) / norms : 0;
}

/// Q, K and V.
std::array<double, 3> compositions(const ComposedHead& writer, const ComposedHead& reader) {
  return {composed(writer, reader.weights.query, reader.keys, reader.qk),
          composed(writer, reader.weights.key, reader.queries, reader.qk),
          composed(writer, reader.weights.value, reader.outputs, reader.ov)};
}

std::vector<ComposedHead> headsOfLayer(const Model& model, int layer, Folding folding) {
  std::vector<ComposedHead> heads;
  const int count = model.description().layers[static_cast<std::size_t>(layer)].attention.heads;
  for (int head = 0; head < count; ++head) heads.emplace_back(headWeights(model, layer, head, folding));
  return heads;
}

NamedTensor compositionBaseline(const Model& model) {
  constexpr int kDraws = 16;
  const AttentionSpec& part = model.description().layers.front().attention;
  const Index width = model.description().width, d = part.dHead, dValue = part.valueNumbers();
  std::mt19937_64 random(0);  // The same at every call.
  const auto draw = [&] {
    return ComposedHead({randomMatrix(random, width, d),
                         randomMatrix(random, width, d),
                         randomMatrix(random, width, dValue),
                         randomMatrix(random, dValue, width),
                         {},
                         {}});
  };
  NamedTensor baseline = zeroTensor("composition_baseline",
                                    {{"kind", 3, {"Q", "K", "V"}}, {"statistic", 2, {"mean", "standard_deviation"}}});
  std::array<double, 3> sum{}, squares{};
  for (int i = 0; i < kDraws; ++i) {
    const ComposedHead writer = draw(), reader = draw();
    const std::array<double, 3> values = compositions(writer, reader);
    for (std::size_t kind = 0; kind < 3; ++kind) {
      sum[kind] += values[kind];
      squares[kind] += values[kind] * values[kind];
    }
  }
  for (std::size_t kind = 0; kind < 3; ++kind) {
    const double mean = sum[kind] / kDraws;
    baseline({static_cast<Index>(kind), 0}) = mean;
    baseline({static_cast<Index>(kind), 1}) =
        std::sqrt(std::max(0.0, (squares[kind] - kDraws * mean * mean) / (kDraws - 1)));
  }
  return baseline;
}

}  // namespace

Findings copyingScores(const AnalysisQuestion& q) {
  const Model& model = q.theModel();
  checkTokenSpace("copying scores", model);
  Findings found;
  const auto foldings = foldingsOf(q);
  for (std::size_t f = 0; f < foldings.size(); ++f) {
    const auto [folding, name] = foldings[f];
    const Progress progress = partOf(q.progress, f, foldings.size());
    const MatrixXd both = outputByEmbedding(model, folding, progress.slice(0, 0.5));
    Index values = 0;
    for (const LayerSpec& layer : model.description().layers) values = std::max(values, layer.attention.valueNumbers());
    const TensorAxis layers = layerAxis(model), heads = headAxis(model);
    NamedTensor copying = madeTensor(std::string("ov_copying.") + name, {layers, heads});
    NamedTensor all = madeTensor(std::string("ov_eigenvalues.") + name,
                                 {layers, heads, {"eigenvalue", values}, {"part", 2, {"real", "imaginary"}}});
    const std::vector<HeadId> list = allHeads(model);
    for (std::size_t i = 0; i < list.size(); ++i) {
      progress(0.5 + 0.5 * static_cast<double>(i) / static_cast<double>(list.size()), "eigenvalues");
      const HeadWeights head = headWeights(model, list[i].layer, list[i].head, folding);
      const MatrixXd small = head.output * both * head.value;
      const Eigen::EigenSolver<MatrixXd> solver(small, false);
      if (solver.info() != Eigen::Success)
        throw Error("eigenvalues of head " + nameOf(list[i]) + ": expected them to be found, they were not");
      std::vector<std::complex<double>> eigenvalues(solver.eigenvalues().begin(), solver.eigenvalues().end());
      std::stable_sort(eigenvalues.begin(), eigenvalues.end(),
                       [](const auto& a, const auto& b) { return std::abs(a) > std::abs(b); });
      double sum = 0, magnitude = 0;
      for (std::size_t e = 0; e < eigenvalues.size(); ++e) {
        sum += eigenvalues[e].real();
        magnitude += std::abs(eigenvalues[e]);
        all({list[i].layer, list[i].head, static_cast<Index>(e), 0}) = eigenvalues[e].real();
        all({list[i].layer, list[i].head, static_cast<Index>(e), 1}) = eigenvalues[e].imag();
      }
      copying({list[i].layer, list[i].head}) = magnitude > 0 ? sum / magnitude : 0;
    }
    found.push_back(std::move(copying));
    found.push_back(std::move(all));
  }
  return found;
}

Findings ownTokens(const AnalysisQuestion& q) {
  const Model& model = q.theModel();
  checkTokenSpace("own tokens of heads", model);
  const std::vector<HeadId> list = q.settings.heads.empty() ? allHeads(model) : q.settings.heads;
  const auto foldings = foldingsOf(q);
  Findings found;
  for (std::size_t f = 0; f < foldings.size(); ++f) {
    const auto [folding, name] = foldings[f];
    const Progress progress = partOf(q.progress, f, foldings.size());
    NamedTensor top = madeTensor(std::string("ov_own_token_top5.") + name, {layerAxis(model), headAxis(model)});
    NamedTensor bottom = madeTensor(std::string("ov_own_token_bottom5.") + name, {layerAxis(model), headAxis(model)});
    for (std::size_t i = 0; i < list.size(); ++i) {
      const Progress part = partOf(progress, i, list.size());
      const TokenProduct product = ovProduct(model, headWeights(model, list[i].layer, list[i].head, folding), folding);
      Index among = 0, amongLeast = 0;
      for (Index at = 0; at < product.tokens(); at += kProductRows) {
        part(static_cast<double>(at) / static_cast<double>(product.tokens()), "own tokens");
        const Index rows = std::min(kProductRows, product.tokens() - at);
        const Matrix block = product.rows(at, rows);
        for (Index row = 0; row < rows; ++row) {
          const float own = block(row, at + row);
          among += (block.row(row).array() > own).count() < 5;
          amongLeast += (block.row(row).array() < own).count() < 5;
        }
      }
      const auto count = static_cast<double>(product.tokens());
      top({list[i].layer, list[i].head}) = static_cast<double>(among) / count;
      bottom({list[i].layer, list[i].head}) = static_cast<double>(amongLeast) / count;
    }
    found.push_back(std::move(top));
    found.push_back(std::move(bottom));
  }
  return found;
}

Findings topPairs(const AnalysisQuestion& q) {
  const Model& model = q.theModel();
  checkTokenSpace("pairs of tokens", model);
  std::vector<HeadId> list = q.settings.heads;
  if (list.empty()) list = {allHeads(model).front(), allHeads(model).back()};
  const auto foldings = foldingsOf(q);
  Findings found;
  for (std::size_t f = 0; f < foldings.size(); ++f)
    for (std::size_t i = 0; i < list.size(); ++i) {
      const auto [folding, name] = foldings[f];
      const Progress part = partOf(q.progress, f * list.size() + i, foldings.size() * list.size());
      const HeadWeights head = headWeights(model, list[i].layer, list[i].head, folding);
      const AttentionSpec& spec = model.description().layers[static_cast<std::size_t>(list[i].layer)].attention;
      const std::string of = std::string(name) + "." + nameOf(list[i]);
      constexpr const char* kLooks[] = {"query", "key"};
      constexpr const char* kWrites[] = {"seen", "written"};
      addPairs(qkProduct(model, head, static_cast<double>(spec.scale)), "qk", of, kLooks, q, part.slice(0, 0.5), found);
      addPairs(ovProduct(model, head, folding), "ov", of, kWrites, q, part.slice(0.5, 1), found);
    }
  return found;
}

Findings compositionScores(const AnalysisQuestion& q) {
  const Model& model = q.theModel();
  const Architecture& d = model.description();
  const bool between = std::any_of(d.layers.begin(), d.layers.end(), [](const LayerSpec& layer) {
    return layer.attentionNorms.after || layer.feedForwardNorms.after || layer.residualFromNorm;
  });
  auto foldings = foldingsOf(q);
  if (between) {
    if (!q.settings.values.empty() && foldings.back().folding == Folding::Folded)
      refuse("folded composition scores", model, "its norms lie between the layers and cannot be folded into weights");
    foldings = {kFoldings[0]};
  }
  const TensorAxis layers = layerAxis(model), heads = headAxis(model);
  const TensorAxis readerLayers{"reader_layer", layers.size}, readerHeads{"reader_head", heads.size};
  Findings found;
  for (std::size_t f = 0; f < foldings.size(); ++f) {
    const auto [folding, name] = foldings[f];
    const Progress progress = partOf(q.progress, f, foldings.size());
    std::vector<NamedTensor> scores;
    for (const char* kind : {"Q", "K", "V"})
      scores.push_back(
          zeroTensor(std::string("composition_") + kind + "." + name, {layers, heads, readerLayers, readerHeads}));
    const auto pairs = static_cast<double>(layers.size * (layers.size + 1) / 2);
    double done = 0;
    for (int reader = 0; reader < static_cast<int>(layers.size); ++reader) {
      const std::vector<ComposedHead> read = headsOfLayer(model, reader, folding);
      for (int writer = 0; writer < reader; ++writer) {
        progress(done++ / pairs, "composition");
        const std::vector<ComposedHead> written = headsOfLayer(model, writer, folding);
        parallelFor(static_cast<Index>(written.size() * read.size()), [&](Index at) {
          const auto one = static_cast<std::size_t>(at) / read.size(),
                     other = static_cast<std::size_t>(at) % read.size();
          const std::array<double, 3> values = compositions(written[one], read[other]);
          for (std::size_t kind = 0; kind < 3; ++kind)
            scores[kind]({writer, static_cast<Index>(one), reader, static_cast<Index>(other)}) = values[kind];
        });
      }
    }
    for (NamedTensor& each : scores) found.push_back(std::move(each));
  }
  found.push_back(compositionBaseline(model));
  return found;
}

}  // namespace headlight
