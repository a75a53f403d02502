#include "core/analysis/value_zeroing.h"

#include <string>

#include "core/attention/matrix_maps.h"
#include "core/base/error.h"

namespace headlight {

std::shared_ptr<const AttentionMaps> valueZeroing(const Model& model, const Trace& trace, const Progress& progress) {
  const auto n = static_cast<Index>(trace.encoding.size());
  if (n > kMostZeroingTokens)
    throw Error("value zeroing: expected at most " + std::to_string(kMostZeroingTokens) + " tokens, found " +
                std::to_string(n));
  std::vector<std::vector<Matrix>> maps;
  const auto layers = static_cast<double>(trace.layers.size());
  for (std::size_t layer = 0; layer < trace.layers.size(); ++layer) {
    const AttentionRecord& record = trace.layers[layer];
    const Matrix whole = model.layerOutput(trace, static_cast<int>(layer), record.edits);
    const Eigen::VectorXd norms = whole.cast<double>().rowwise().norm();
    Matrix map(n, n);
    for (Index k = 0; k < n; ++k) {
      progress((static_cast<double>(layer) + static_cast<double>(k) / static_cast<double>(n)) / layers,
               "value zeroing");
      // A value of 0 is a weight of 0, with the rest of the row as it was.
      WeightEdit clear;
      clear.keys.resize(static_cast<std::size_t>(n));
      clear.keys[static_cast<std::size_t>(k)] = true;
      LayerEdits edits = record.edits ? *record.edits : LayerEdits();
      edits.heads.resize(static_cast<std::size_t>(record.rule->heads));
      for (auto& head : edits.heads) head.push_back(clear);
      const Matrix without =
          model.layerOutput(trace, static_cast<int>(layer), std::make_shared<const LayerEdits>(std::move(edits)));
      for (Index q = 0; q < n; ++q) {
        // A causal model's earlier tokens do not change at all; their cosine must not come out as 1 but for rounding.
        if (whole.row(q) == without.row(q)) {
          map(q, k) = 0;
          continue;
        }
        const Eigen::VectorXd other = without.row(q).cast<double>();
        const double product = norms[q] * other.norm();
        map(q, k) =
            product > 0 ? static_cast<float>(1 - whole.row(q).cast<double>().dot(other.transpose()) / product) : 0;
      }
    }
    maps.push_back({std::move(map)});
  }
  progress(1);
  return std::make_shared<MatrixMaps>(std::move(maps), trace.encoding.tokens, trace.encoding.tokens, false);
}

}  // namespace headlight
