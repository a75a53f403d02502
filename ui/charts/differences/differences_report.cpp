#include "ui/charts/differences/differences_report.h"

#include <algorithm>

#include "ui/figures/token_label.h"

namespace headlight {
namespace {

QString answerText(const std::string& text) {
  Token token;
  token.text = token.display = text;
  return tokenLabel(token);
}

}  // namespace

DifferencesReport tellDifferences(const RunResult& one, const RunResult& other, const Progress& progress) {
  const Source &model = *one.request.model, &otherModel = *other.request.model;
  ModelComparison compared = compareModels(model, one.trace, otherModel, other.trace, AttentionType::Self, 1, progress);
  DifferencesReport report;
  report.one = QString::fromStdString(model.name);
  report.other = QString::fromStdString(otherModel.name);
  report.text = one.context.text;
  report.heads = std::move(compared.heads);
  report.answers = compared.answers.size();
  report.noAnswers = QString::fromStdString(compared.noAnswers);
  const std::vector<Token>& tokens = one.trace->encoding.tokens;
  for (const AnswerDifference& each : compared.answers) {
    if (!each.differs()) continue;
    const auto row = static_cast<std::size_t>(each.change.row);
    report.changed.push_back({each.change.row, row < tokens.size() ? tokenLabel(tokens[row]) : QString(),
                              answerText(each.likeliest.text), answerText(each.others.text), each.likeliest.before,
                              each.others.after, each.change.divergence});
  }
  std::stable_sort(report.changed.begin(), report.changed.end(),
                   [](const auto& a, const auto& b) { return a.divergence > b.divergence; });
  report.tensors = std::move(compared.tensors);
  report.noTensors = QString::fromStdString(compared.noTensors);
  report.finer = compared.otherIsFiner ? report.other : report.one;
  return report;
}

std::shared_ptr<const DifferencesReport> withoutText(const std::shared_ptr<const DifferencesReport>& report) {
  auto bare = std::make_shared<DifferencesReport>(*report);
  bare->text.clear();
  for (DifferencesReport::Answer& each : bare->changed) {
    each.name = QString::number(each.token);
    each.one.clear();
    each.other.clear();
  }
  return bare;
}

}  // namespace headlight
