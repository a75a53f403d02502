#include "core/analysis/similarity.h"

#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>
#include <string>

#include "core/analysis/row_entropy.h"
#include "core/analysis/row_sums.h"
#include "core/attention/row_bands.h"
#include "core/base/error.h"

namespace headlight {
namespace {

double xLogX(double x) { return x > 0 ? x * std::log(x) : 0; }

/// How far two distributions lie apart.
struct RowDistance {
  double divergence = 0;      ///< JS(P, Q) = H(M) - (H(P) + H(Q)) / 2.
  double totalVariation = 0;  ///< Σ |P - Q| / 2.
};

/// Of two rows; entries where either is NaN are left out and the rest rescaled; those below 0 count as 0.
template <class RowA, class RowB>
RowDistance distance(const RowA& p, const RowB& q) {
  double sumP = 0, sumQ = 0;
  for (Index k = 0; k < p.size(); ++k) {
    if (std::isnan(p(k)) || std::isnan(q(k))) continue;
    sumP += std::max(p(k), 0.0F);
    sumQ += std::max(q(k), 0.0F);
  }
  if (sumP <= 0 || sumQ <= 0) return sumP == sumQ ? RowDistance{} : RowDistance{kLargestDivergence, 1};
  RowDistance sum;
  for (Index k = 0; k < p.size(); ++k) {
    if (std::isnan(p(k)) || std::isnan(q(k))) continue;
    const double a = std::max(p(k), 0.0F) / sumP, b = std::max(q(k), 0.0F) / sumQ;
    sum.divergence += 0.5 * (xLogX(a) + xLogX(b)) - xLogX(0.5 * (a + b));
    sum.totalVariation += 0.5 * std::abs(a - b);
  }
  sum.divergence = std::max(sum.divergence, 0.0);
  return sum;
}

}  // namespace

Comparison compareHeads(const AttentionMaps& mapsA, HeadId a, const AttentionMaps& mapsB, HeadId b,
                        const Progress& progress) {
  if (mapsA.queries() != mapsB.queries() || mapsA.keys() != mapsB.keys())
    throw Error("compare: expected the same axes, found " + std::to_string(mapsA.queries()) + " × " +
                std::to_string(mapsA.keys()) + " and " + std::to_string(mapsB.queries()) + " × " +
                std::to_string(mapsB.keys()) + " tokens");
  Comparison result;
  double n = 0, sumA = 0, sumB = 0, sumAA = 0, sumBB = 0, sumAB = 0, rows = 0;
  const Index band = bandRows(mapsB.queries(), mapsB.keys());
  Matrix others;
  const auto compareRow = [&](Index q, const auto& row) {
    if (q % band == 0) {
      others.resize(std::min(band, mapsB.queries() - q), mapsB.keys());
      mapsB.weights(b, {q, 0, others.rows(), others.cols()}, others);
    }
    const auto other = others.row(q % band);
    double cells = 0;
    for (Index k = 0; k < row.size(); ++k) {
      const double x = row(k), y = other(k);
      if (std::isnan(x) || std::isnan(y)) continue;
      ++cells;
      sumA += x;
      sumB += y;
      sumAA += x * x;
      sumBB += y * y;
      sumAB += x * y;
      result.largestDifference = std::max(result.largestDifference, std::abs(x - y));
    }
    n += cells;
    if (cells == 0) {
      result.rowDivergence.emplace_back();
      return;
    }
    const RowDistance apart = distance(row, other);
    result.rowDivergence.emplace_back(apart.divergence);
    result.divergence += apart.divergence;
    result.totalVariation += apart.totalVariation;
    ++rows;
  };
  forEachRow(mapsA, a, compareRow, progress);
  if (rows > 0) {
    result.divergence /= rows;
    result.totalVariation /= rows;
  }
  const double varA = n * sumAA - sumA * sumA, varB = n * sumBB - sumB * sumB;
  if (varA > 0 && varB > 0) result.correlation = (n * sumAB - sumA * sumB) / std::sqrt(varA * varB);
  return result;
}

Eigen::MatrixXd headDivergences(const AttentionMaps& maps, const Progress& progress) {
  const std::vector<HeadId> heads = maps.allHeads();
  const auto count = static_cast<Index>(heads.size());
  const auto id = [&heads](Index i) { return heads[static_cast<std::size_t>(i)]; };
  Eigen::MatrixXd distances = Eigen::MatrixXd::Zero(count, count);
  // Some queries of every head at a time, so that memory does not grow with their number.
  const Index band = bandRows(maps.queries(), maps.keys(), count);
  std::vector<Matrix> bands(static_cast<std::size_t>(count));
  Matrix rows(count, maps.keys());
  std::vector<double> negativeEntropy(static_cast<std::size_t>(count));
  Index queries = 0;
  const bool full = maps.rowsSumToOne();
  for (Index q = 0; q < maps.queries(); ++q) {
    for (Index i = 0; i < count; ++i) {
      Matrix& some = bands[static_cast<std::size_t>(i)];
      if (q % band == 0) some = maps.weights(id(i), {q, 0, std::min(band, maps.queries() - q), maps.keys()});
      rows.row(i) = some.row(q % band);
      if (!full) rows.row(i) = rows.row(i).cwiseMax(0) / static_cast<float>(entropyDivisor(rows.row(i)));
      negativeEntropy[static_cast<std::size_t>(i)] = -entropyOf(rows.row(i));
    }
    progress(static_cast<double>(q + 1) / static_cast<double>(maps.queries()), "comparing heads");
    if (!isWhole(cellsOf(rows))) continue;
    ++queries;
    for (Index i = 0; i < count; ++i)
      for (Index j = i + 1; j < count; ++j) {
        double mixed = 0;
        for (Index k = 0; k < maps.keys(); ++k)
          mixed += xLogX(0.5 * (static_cast<double>(rows(i, k)) + static_cast<double>(rows(j, k))));
        distances(i, j) += std::max(
            0.0, 0.5 * (negativeEntropy[static_cast<std::size_t>(i)] + negativeEntropy[static_cast<std::size_t>(j)]) -
                     mixed);
      }
  }
  if (queries == 0 && maps.queries() > 0)
    throw Error("similarity of heads: expected a query whose weights are numbers in every head, found none");
  distances /= static_cast<double>(std::max<Index>(queries, 1));
  return distances + distances.transpose().eval();
}

Eigen::MatrixXd layOutByDistance(const Eigen::MatrixXd& distances, Index dimensions) {
  const Index n = distances.rows();
  Eigen::MatrixXd points = Eigen::MatrixXd::Zero(n, dimensions);
  if (n == 0) return points;
  const Eigen::MatrixXd centring =
      Eigen::MatrixXd::Identity(n, n) - Eigen::MatrixXd::Constant(n, n, 1.0 / static_cast<double>(n));
  const Eigen::MatrixXd gram = -0.5 * centring * distances.array().square().matrix() * centring;
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(gram);
  for (Index d = 0; d < std::min(dimensions, n); ++d) {
    const Index at = n - 1 - d;  // Eigenvalues ascend.
    const double value = solver.eigenvalues()(at);
    if (value <= 0) break;
    Eigen::VectorXd axis = solver.eigenvectors().col(at) * std::sqrt(value);
    Index largest = 0;
    axis.cwiseAbs().maxCoeff(&largest);
    points.col(d) = axis(largest) < 0 ? Eigen::VectorXd(-axis) : axis;
  }
  return points;
}

}  // namespace headlight
