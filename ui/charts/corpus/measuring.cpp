#include "ui/charts/corpus/measuring.h"

#include <QElapsedTimer>
#include <algorithm>

#include "core/reading/source.h"
#include "ui/charts/corpus/reports/corpus_report.h"

namespace headlight {
namespace {

/// Between two looks at what a run has counted so far, which costs a copy of it: at least, and in copies.
constexpr double kLookSeconds = 1, kLookCopies = 20;

}  // namespace

std::shared_ptr<const CorpusStats> measureModel(const Source& model, const CorpusSpec& spec,
                                                const CorpusSettings& settings, CorpusRunState& shared,
                                                const Progress& progress) {
  Corpus corpus(spec);
  CorpusStats stats = emptyStats(model, corpus, settings);
  double next = kLookSeconds;
  runCorpus(model, corpus, stats, [&](const CorpusProgress& now) {
    std::shared_ptr<const CorpusStats> seen;
    if (now.seconds >= next) {
      QElapsedTimer copying;
      copying.start();
      seen = std::make_shared<const CorpusStats>(stats);
      constexpr double kMs = 1000;
      next = now.seconds + std::max(kLookSeconds, kLookCopies * static_cast<double>(copying.elapsed()) / kMs);
    }
    shared.set(now, std::move(seen));
    progress(now.part);
    return !shared.stopped();
  });
  const auto all = std::make_shared<const CorpusStats>(std::move(stats));
  shared.set(shared.progress(), all);
  return all;
}

std::shared_ptr<const LossesReport> measureLosses(const Source& model, const CorpusSpec& spec,
                                                  const CorpusSettings& settings, Ablate::By by, CorpusRunState& shared,
                                                  const Progress& progress) {
  Corpus corpus(spec);
  LossesReport report;
  report.model = QString::fromStdString(model.name);
  const CorpusStats shape = emptyStats(model, corpus, settings);
  report.identity = shape.model.identity;
  report.maxTokens = shape.maxTokens;
  report.classes = model.info.head == OutputHeadKind::SequenceClassification;
  QStringList files;
  for (const std::filesystem::path& file : spec.files) files << QString::fromStdString(file.filename().string());
  const auto take = [&](const CorpusLosses& losses) {
    report.losses = losses;
    report.texts = textsWords(losses.texts, files);
    for (const HeadLoss& each : losses.heads) {
      report.layers = std::max(report.layers, each.head.layer + 1);
      report.heads = std::max(report.heads, each.head.head + 1);
    }
    return std::make_shared<const LossesReport>(report);
  };
  double next = kLookSeconds;
  const CorpusLosses all =
      ablateOver(model, corpus, settings, by, [&](const CorpusProgress& now, const CorpusLosses& losses) {
        const bool look = now.seconds >= next;
        if (look) next = now.seconds + kLookSeconds;
        shared.set(now, look ? take(losses) : std::shared_ptr<const LossesReport>());
        progress(now.part);
        return !shared.stopped();
      }, [&] { return shared.stopped(); });
  return take(all);
}

}  // namespace headlight
