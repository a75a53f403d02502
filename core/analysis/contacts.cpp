#include "core/analysis/contacts.h"

#include <cmath>
#include <cstdlib>
#include <functional>

#include "core/analysis/head_values.h"
#include "core/attention/trace_maps.h"
#include "core/base/error.h"
#include "core/model/architecture.h"
#include "core/model/weights.h"

namespace headlight {
namespace {

using Map = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// A head's weights between residues, symmetrised, less the product of their means.
Map corrected(const Trace& trace, const AttentionMaps& maps, HeadId head, std::int64_t end) {
  const Index residues = maps.queries() - 2;
  Map map = maps.weights(head, {1, 1, residues, residues}).cast<double>();
  for (Index i = 0; i < residues; ++i) {
    const Token& token = trace.encoding.tokens[static_cast<std::size_t>(i + 1)];
    if (token.attended && token.id != end) continue;
    map.row(i).setZero();
    map.col(i).setZero();
  }
  map = (map + map.transpose()).eval();
  const Eigen::VectorXd sums = map.rowwise().sum();
  const double all = sums.sum();
  if (all != 0) map -= sums * sums.transpose() / all;
  return map;
}

std::optional<double> meanProbability(const Contacts& contacts, const std::function<double(Index, Index)>& weight) {
  double sum = 0, weights = 0;
  const Matrix& p = contacts.probability;
  for (Index i = 0; i < p.rows(); ++i)
    for (Index j = 0; j < p.cols(); ++j) {
      if (std::abs(i - j) < kLeastSeparation) continue;
      const double own = weight(i, j);
      if (!std::isfinite(own)) continue;
      sum += own * static_cast<double>(p(i, j));
      weights += own;
    }
  return weights > 0 ? std::optional(sum / weights) : std::nullopt;
}

}  // namespace

bool predictsContacts(const Model& model) { return static_cast<bool>(model.description().contacts); }

Contacts predictContacts(const Model& model, const std::shared_ptr<const Trace>& trace, const Progress& progress) {
  if (!predictsContacts(model))
    throw Error("contacts: expected a protein model with contact_head.regression (ESM), found '" + model.info().name +
                "', which has none");
  const TraceMaps maps(trace);
  if (maps.queries() < 3)
    throw Error("contacts: expected residues between the first and the last token, found " +
                std::to_string(maps.queries()) + " tokens");
  const Linear& regression = model.weights().contacts;
  const Matrix weights = inputRows(regression, 0, regression.in());  // [heads, 1].
  const Index residues = maps.queries() - 2;
  const float offset = regression.bias.size() > 0 ? regression.bias[0] : 0;
  Map logits = Map::Constant(residues, residues, static_cast<double>(offset));
  const std::vector<HeadId> heads = maps.allHeads();
  for (std::size_t h = 0; h < heads.size(); ++h) {
    progress(static_cast<double>(h) / static_cast<double>(heads.size()), "contacts, head " + nameOf(heads[h]));
    logits += static_cast<double>(weights(static_cast<Index>(h), 0)) *
              corrected(*trace, maps, heads[h], model.description().endId);
  }
  Contacts contacts;
  contacts.probability = (1 / (1 + (-logits.array()).exp())).matrix().cast<float>();
  progress(1);
  return contacts;
}

std::optional<double> contactShare(const Contacts& contacts, const AttentionMaps& maps, HeadId head) {
  const Index residues = contacts.probability.rows();
  const Matrix weights = maps.weights(head, {contacts.first, contacts.first, residues, residues});
  return meanProbability(contacts, [&](Index i, Index j) { return static_cast<double>(weights(i, j)); });
}

std::optional<double> contactChance(const Contacts& contacts) {
  return meanProbability(contacts, [](Index, Index) { return 1.0; });
}

}  // namespace headlight
