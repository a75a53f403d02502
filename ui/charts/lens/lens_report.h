#pragma once

#include <QString>
#include <memory>
#include <optional>
#include <vector>

#include "core/analysis/lens_grid.h"

namespace headlight {

/// The logit lens of a run, and one of its cells in detail, with the names that a picture of them needs.
struct LensReport {
  LensGrid grid;
  std::vector<QString> words;   ///< Of the grid's cells, as a person reads them.
  std::vector<Token> tokens;    ///< Of the whole run.
  bool masked = false;          ///< The model predicts a token itself in place of the next one.
  Index token = 0;              ///< The chosen token, and the chosen hidden state of it.
  int depth = 0;
  std::vector<std::vector<Prediction>> candidates;  ///< At the chosen token in each hidden state: [depths].
  std::int64_t id = 0;          ///< The token whose logit the heads add to, as `word` and with its probability.
  QString word;
  double probability = 0;
  std::vector<LogitPart> heads;  ///< What every head adds; empty where it cannot be said, and `why`.
  QString why;
  QString model, text, changed;

  const QString& wordAt(int at, Index of) const {
    return words[static_cast<std::size_t>(at * grid.rows + of - grid.first)];
  }
  bool hasColumn(Index of) const { return of >= grid.first && of < grid.first + grid.rows; }
};

/// So many columns a grid has at most: those around the chosen token.
inline constexpr Index kMostLensColumns = 24;

/// Reads the lens of `trace`, a run of `model`, around `token`, and what the heads add to the logit of `id` there, or
/// of the likeliest token for none. What `earlier`, of the same run, holds already is taken from it; may be null. The
/// last hidden state is chosen, or that of `earlier`. Throws Error for a model that does not predict tokens; Cancelled.
LensReport tellLens(const ModelFolder& model, const Trace& trace, Index token, std::optional<std::int64_t> id,
                    const LensReport* earlier = nullptr, const Progress& progress = {});

/// The report with numbers in place of words and without the text.
std::shared_ptr<const LensReport> withoutText(const std::shared_ptr<const LensReport>& report);

}  // namespace headlight
