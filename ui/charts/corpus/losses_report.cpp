#include "ui/charts/corpus/losses_report.h"

#include <algorithm>
#include <cmath>

#include "ui/figures/head_words.h"
#include "ui/words.h"

namespace headlight {
namespace {

constexpr int kLossDigits = 4;
/// Changes far below a hundredth of a nat do not fill the scale.
constexpr double kLeastLossScale = 0.01;

}  // namespace

QString lossName() { return Words::tr("Change in ln p without the head"); }

QString lossWords(const HeadLoss& loss) {
  return Words::tr("%1: Δ ln p %2, 95% interval %3 to %4, %5 texts")
      .arg(headName(loss.head), signedNumberText(loss.change.mean, kLossDigits),
           signedNumberText(loss.change.low, kLossDigits), signedNumberText(loss.change.high, kLossDigits))
      .arg(loss.change.texts);
}

QString captionOf(const LossesReport& report) {
  QStringList parts = {report.model};
  if (!report.texts.isEmpty()) parts << report.texts;
  parts << (report.losses.by == Ablate::By::Zero ? Words::tr("zero ablation")
                                                 : Words::tr("mean ablation over the text"));
  return parts.join(QStringLiteral(" · "));
}

std::shared_ptr<const LossesReport> withoutText(const std::shared_ptr<const LossesReport>& report) {
  auto copy = std::make_shared<LossesReport>(*report);
  copy->texts.clear();
  copy->losses.skippedTexts.clear();
  copy->losses.keptTexts.clear();
  return copy;
}

std::vector<QString> notesOn(const LossesReport& report) {
  const CorpusLosses& losses = report.losses;
  std::vector<QString> notes;
  notes.push_back((report.classes ? Words::tr("Mean change in ln p of the class. Negative: the head helps. With all "
                                              "heads: %1 (95% interval %2 to %3).")
                                  : Words::tr("Mean change in ln p of each next token. Negative: the head helps. With "
                                              "all heads: %1 (95% interval %2 to %3)."))
                      .arg(numberText(losses.clean.mean, kLossDigits), numberText(losses.clean.low, kLossDigits),
                           numberText(losses.clean.high, kLossDigits)));
  notes.push_back(Words::tr("%1 of %2 heads have a 95% interval without 0; about %3 would without any effect.")
                      .arg(losses.sureHeads())
                      .arg(losses.heads.size())
                      .arg(std::lround((1 - kIntervalLevel) * static_cast<double>(losses.heads.size()))));
  for (QString& note : runNotes(losses.cut, report.maxTokens, losses.skipped, losses.skippedTexts, losses.stopped))
    notes.push_back(std::move(note));
  return notes;
}

HeadIntervals lossIntervals(const LossesReport& report) {
  HeadIntervals intervals{Words::tr("Loss without each head"),
                          captionOf(report),
                          Words::tr("Change in ln p, mean over texts with 95% interval"),
                          Words::tr("No text has been read yet."),
                          notesOn(report),
                          {},
                          kLossDigits};
  if (report.losses.texts == 0) return intervals;
  std::vector<HeadLoss> order = report.losses.heads;
  std::stable_sort(order.begin(), order.end(),
                   [](const HeadLoss& a, const HeadLoss& b) { return a.change.mean < b.change.mean; });
  for (const HeadLoss& each : order)
    intervals.rows.push_back({each.head, each.change.mean, each.change.low, each.change.high, lossWords(each)});
  return intervals;
}

MetricAtlas lossAtlas(const LossesReport& report) {
  MetricAtlas atlas{Words::tr("Loss without each head"),
                    captionOf(report),
                    notesOn(report),
                    report.layers,
                    report.heads,
                    AttentionType::Self,
                    {},
                    {}};
  atlas.notes.insert(atlas.notes.begin(), Words::tr("Outlined: the interval is without 0."));
  atlas.scale = ColourScale{ScaleKind::Linear, kLeastLossScale, true, ScaleUnit::Nats};
  for (const HeadLoss& each : report.losses.heads) {
    MetricAtlas::Cell& cell = atlas.cells.emplace_back();
    if (report.losses.texts == 0) continue;
    cell.value = each.change.mean;
    cell.outlined = each.isSure();
    cell.says = lossWords(each);
    atlas.scale.max = std::max(atlas.scale.max, std::abs(each.change.mean));
  }
  if (!report.losses.heads.empty()) atlas.attention = report.losses.heads.front().head.attention;
  return atlas;
}

}  // namespace headlight
