#include "core/findings/copying_test.h"

#include <algorithm>
#include <string>

#include "core/analysis/head_values.h"
#include "core/analysis/sinkless_rows.h"
#include "core/attention/changed_values.h"
#include "core/attention/trace_maps.h"
#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/circuits/direct_direction.h"
#include "core/circuits/layer_values.h"
#include "core/model/architecture.h"
#include "core/model/weights.h"

namespace headlight {
namespace {

/// The rank of each token's own logit in what a head writes from it: [tokens], -1 to 1.
std::vector<double> ownRanks(const Model& model, const DirectDirections& direct, const Trace& text, std::size_t layer,
                             Index head) {
  const AttentionRecord& record = text.layers[layer];
  const Linear& output = model.weights().layers[layer].attention.output;
  const Index dValue = record.dValue(), n = record.keys();
  const Linear& words = model.weights().headOutput;
  std::vector<double> ranks(static_cast<std::size_t>(n));
  constexpr Index kRows = 64;  // A vocabulary is wide.
  for (Index from = 0; from < n; from += kRows) {
    const Index rows = std::min(kRows, n - from);
    const Matrix written =
        record.values(static_cast<int>(head)).middleRows(from, rows) * inputRows(output, head * dValue, dValue);
    const Matrix through = direct.throughEnd(written);
    Matrix logits(rows, words.out());
    apply(words, through, logits);
    if (words.bias.size() > 0) logits.rowwise() -= words.bias.transpose();
    for (Index row = 0; row < rows; ++row) {
      const auto id = static_cast<Index>(text.encoding.tokens[static_cast<std::size_t>(from + row)].id);
      if (id < 0 || id >= words.out()) continue;  // An id beyond what is predicted.
      const float own = logits(row, id);
      const auto lower = static_cast<double>((logits.row(row).array() < own).count()),
                 higher = static_cast<double>((logits.row(row).array() > own).count());
      ranks[static_cast<std::size_t>(from + row)] = (lower - higher) / static_cast<double>(words.out() - 1);
    }
  }
  return ranks;
}

}  // namespace

std::vector<std::vector<Tally>> copyingTest(const Model& model, std::shared_ptr<const Trace> text,
                                            const Progress& progress) {
  const auto refused = [&](const std::string& reason) {
    throw Error("copying in a text, of '" + model.info().name + "': " + reason);
  };
  if (const std::string reason = reasonAgainstSums(model); !reason.empty()) refused(reason);
  for (const LayerWeights& layer : model.weights().layers)
    if (layer.attentionNorms.inside) refused("what its heads write goes through a norm");
  if (layerWithChangedValues(*text, {})) refused("values inside its layers are changed");
  const RunValues values = runValues(model, *text, progress.slice(0, 0.2));
  const DirectDirections direct(model, *text, values, static_cast<Index>(text->encoding.size()) - 1);
  const TraceMaps maps(text);
  const auto places = std::make_shared<const TokenPlaces>(maps.keyTokens());
  std::vector<std::vector<Tally>> found;
  for (std::size_t layer = 0; layer < text->layers.size(); ++layer) {
    progress(0.2 + 0.8 * static_cast<double>(layer) / static_cast<double>(text->layers.size()), "copying");
    const AttentionRecord& record = text->layers[layer];
    auto& tallies = found.emplace_back(static_cast<std::size_t>(record.rule->heads));
    parallelFor(record.rule->heads, [&](Index head) {
      const std::vector<double> ranks = ownRanks(model, direct, *text, layer, head);
      const Matrix map = maps.weights({static_cast<int>(layer), static_cast<int>(head)});
      SinklessRows rows(maps, record.rule->visibility, places);
      for (Index query = 0; query < maps.queries(); ++query) {
        const auto row = map.row(query);
        if (!rows.take(query, cellsOf(row))) continue;
        double mean = 0;
        for (Index key = rows.range().begin; key < rows.range().end; ++key)
          mean += rows.weight(cellsOf(row), key) * ranks[static_cast<std::size_t>(key)];
        tallies[static_cast<std::size_t>(head)].add(mean, 0);
      }
    });
  }
  progress(1);
  return found;
}

}  // namespace headlight
