#include "core/model/finite_check.h"

#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "core/base/error.h"
#include "core/ops/finite.h"

namespace headlight {
namespace {

[[noreturn]] void refuse(const std::string& where, const std::string& what, const std::vector<Token>& tokens,
                         Index token, bool isNan) {
  const auto at = static_cast<std::size_t>(token);
  throw Error(where + ": expected finite numbers, found " + (isNan ? "NaN" : "infinity") + " in the " + what +
              " of token " + std::to_string(token) + (at < tokens.size() ? " ('" + tokens[at].display + "')" : "") +
              "; the weights are damaged, or numbers are too large for single precision");
}

/// The first query whose scores have no softmax. A row that sees nothing has -infinity, which is right.
std::optional<Index> firstWithoutSoftmax(MatrixView logSumExp) {
  for (Index i = 0; i < logSumExp.rows(); ++i)
    for (Index head = 0; head < logSumExp.cols(); ++head)
      if (std::isnan(logSumExp(i, head)) || logSumExp(i, head) > std::numeric_limits<float>::max()) return i;
  return std::nullopt;
}

}  // namespace

void checkFinite(const std::string& where, const std::string& what, const std::vector<Token>& tokens, MatrixView rows,
                 Index first) {
  if (const auto row = firstNotFinite(rows))
    refuse(where, what, tokens, first + *row, rows.row(*row).array().isNaN().any());
}

void checkFinite(const LayerNumbers& layer) {
  const auto fresh = [&layer](const CachedRows& rows) { return rows.bottomRows(rows.rows() - layer.first); };
  const AttentionRecord* const records[] = {&layer.self, layer.cross};
  // The outputs tell of everything before them; what it was is looked for only then.
  bool good = !firstNotFinite(layer.out);
  for (const AttentionRecord* record : records)
    good = good && (!record || !firstWithoutSoftmax(fresh(record->logSumExp)));
  if (good) return;
  for (const AttentionRecord* record : records) {
    if (!record) continue;
    const std::string kind = record == layer.cross ? "cross-attention " : "";
    // Keys and values of cross-attention are of another text.
    static const std::vector<Token> kOther;
    const bool own = record == &layer.self;
    checkFinite(layer.where, kind + "queries", layer.tokens, fresh(record->q), layer.first);
    for (const auto& [name, rows] : {std::pair{"keys", &record->k}, std::pair{"values", &record->v}})
      checkFinite(layer.where, kind + name, own ? layer.tokens : kOther,
                  own ? fresh(*rows) : rows->bottomRows(rows->rows()), own ? layer.first : 0);
    if (const auto row = firstWithoutSoftmax(fresh(record->logSumExp)))
      refuse(layer.where, kind + "scores", layer.tokens, layer.first + *row, false);
  }
  checkFinite(layer.where, "output", layer.tokens, layer.out, layer.first);
}

}  // namespace headlight
