#include "ui/charts/lens/lens_report.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "ui/charts/typed_outcome.h"
#include "ui/figures/token_label.h"

namespace headlight {
namespace {

constexpr int kCandidates = 8;

/// A predicted token as a label shows it.
QString predictedLabel(const std::string& display) {
  Token token;
  token.text = token.display = display;
  return tokenLabel(token);
}

void readGrid(LensReport& report, const ModelFolder& model, const Trace& trace, const Progress& progress) {
  const Index all = trace.logits.rows(), count = std::min(all, kMostLensColumns);
  report.grid = logitLensGrid(*model.model, trace, std::clamp<Index>(report.token - count / 2, 0, all - count), count,
                              progress);
  report.words.clear();
  for (const LensGrid::Cell& cell : report.grid.cells)
    report.words.push_back(predictedLabel(textOfToken(cell.id, model.writer())));
}

}  // namespace

LensReport tellLens(const ModelFolder& model, const Trace& trace, Index token, std::optional<std::int64_t> id,
                    const LensReport* earlier, const Progress& progress) {
  LensReport report;
  if (earlier) report = *earlier;
  report.token = token;
  report.masked = model.model->info().head == OutputHeadKind::MaskedLm;
  report.model = QString::fromStdString(model.name);
  report.tokens = trace.encoding.tokens;
  if (!earlier || !earlier->hasColumn(token)) {
    readGrid(report, model, trace, progress.slice(0, 0.8));
    if (!earlier) report.depth = report.grid.depths - 1;
  }
  if (!earlier || earlier->token != token)
    report.candidates = lensPredictions(model, trace, token, kCandidates);
  report.id = id.value_or(report.candidates.back().front().id);
  report.word = outcomeText(model, report.id);
  report.probability = std::exp(logProbabilities(trace.logits, token)[static_cast<std::size_t>(report.id)]);
  report.heads.clear();
  report.why.clear();
  try {
    for (const LogitPart& part :
         attributeLogit(*model.model, trace, token, report.id, {}, progress.slice(0.8, 1)).parts)
      if (part.kind == LogitPart::Kind::Head) report.heads.push_back(part);
  } catch (const Error& error) {
    report.why = QString::fromUtf8(error.what());
  }
  progress(1);
  return report;
}

std::shared_ptr<const LensReport> withoutText(const std::shared_ptr<const LensReport>& report) {
  auto copy = std::make_shared<LensReport>(*report);
  copy->text.clear();
  copy->changed.clear();
  copy->tokens = numberedTokens(report->tokens);
  // A predicted token tells the text as well: its id alone does too, where the tokenizer is known.
  copy->id = 0;
  copy->word.clear();
  for (QString& word : copy->words) word.clear();
  for (LensGrid::Cell& cell : copy->grid.cells) cell.id = 0;
  for (auto& candidates : copy->candidates)
    for (Prediction& each : candidates) {
      each.text.clear();
      each.id = 0;
    }
  return copy;
}

}  // namespace headlight
