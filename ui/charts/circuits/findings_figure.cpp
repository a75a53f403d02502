#include "ui/charts/circuits/findings_figure.h"

#include <algorithm>
#include <cmath>

#include "ui/charts/chart_export.h"
#include "ui/charts/circuits/graph_figure.h"
#include "ui/charts/circuits/grid_figure.h"
#include "ui/charts/circuits/head_grid_figure.h"
#include "ui/charts/circuits/scored_text_figure.h"
#include "ui/charts/head_cells.h"
#include "ui/figures/head_words.h"
#include "ui/figures/token_label.h"
#include "ui/words.h"

namespace headlight {
namespace {

/// Numbers of float32 runs are rounded by about as much; far smaller effects do not fill the scale.
constexpr double kRoundedBy = 1e-6, kLeastTop = 1e-4;

/// Whether a quantity has two sides whatever its numbers are.
bool hasSides(FindingQuantity quantity) {
  return quantity == FindingQuantity::Restored || quantity == FindingQuantity::MetricChange ||
         quantity == FindingQuantity::LogProbability || quantity == FindingQuantity::ProbabilityChange ||
         quantity == FindingQuantity::Copying || quantity == FindingQuantity::Kappa;
}

}  // namespace

QString FindingsFigure::title() const {
  const QString method = circuitMethodName(m_report->view.method);
  if (m_report->cell) {
    const ScoreCell& cell = *m_report->cell;
    const auto name = [&](Index token) { return tokenLabel(m_report->tokens[static_cast<std::size_t>(token)]); };
    return Words::tr("Why “%1” attends to “%2”: %3").arg(name(cell.query), name(cell.key), headWords(cell.head));
  }
  const QString part = circuitViewName(m_report->view);
  return part == Words::tr("All of it") ? method : Words::tr("%1: %2", "a method and what of it is shown").arg(method, part);
}

std::optional<QString> FindingsFigure::nothing() const {
  if (m_report->painted()) return std::nullopt;
  return Words::tr("The method did not find this for this model.");
}

QString FindingsFigure::subtitle() const {
  QStringList parts = {m_report->model};
  if (!m_report->text.isEmpty()) parts << quotedText(m_report->text);
  if (!m_report->other.isEmpty()) parts << Words::tr("B: %1", "the second text").arg(quotedText(m_report->other));
  if (!m_report->changed.isEmpty()) parts << Words::tr("changed: ") + m_report->changed;
  return parts.join(QStringLiteral(" · "));
}

std::vector<QString> FindingsFigure::notes(const std::vector<QString>& more) const {
  std::vector<QString> notes = {circuitMethodTells(m_report->view.method)};
  // A divergence is of all outcomes.
  if (m_report->watches && !m_report->target.isEmpty() && m_report->view.quantity != FindingQuantity::Nats) {
    QString watched = m_report->logProbability || m_report->view.quantity == FindingQuantity::LogProbability
                          ? Words::tr("Metric: ln p of “%1”").arg(m_report->target)
                      : m_report->view.quantity == FindingQuantity::ProbabilityChange
                          ? Words::tr("Metric: p of “%1”").arg(m_report->target)
                      : m_report->against.isEmpty()
                          ? Words::tr("Metric: logit of “%1”").arg(m_report->target)
                          : Words::tr("Metric: logit of “%1” − “%2”").arg(m_report->target, m_report->against);
    const auto row = static_cast<std::size_t>(m_report->metric.row);
    if (row < m_report->tokens.size())
      watched += Words::tr(" at “%1”, token %2").arg(tokenLabel(m_report->tokens[row])).arg(row);
    const NamedTensor *a = m_report->tensor("metric.A"), *b = m_report->tensor("metric.B");
    if (a && b)
      watched += Words::tr("; A %1, B %2").arg(numberText(a->values.front(), 2), numberText(b->values.front(), 2));
    notes.push_back(watched + u'.');
  }
  if (const NamedTensor* clean = m_report->tensor("trace.clean"), *noisy = m_report->tensor("trace.corrupted");
      clean && noisy)
    notes.push_back(Words::tr("Noise on %1: p %2 without noise, %3 with it, mean of %4 draws.")
                        .arg(m_report->subject.isEmpty() ? Words::tr("the subject") : m_report->subject,
                             percentText(clean->values.front(), 1), percentText(noisy->values.front(), 1))
                        .arg(m_report->tensor("trace.corrupted_draws")->values.size()));
  if (const NamedTensor* said = m_report->tensor("retrieval.said"))
    notes.push_back(Words::tr("The model itself predicts %1 of the needle.").arg(percentText(said->values.front(), 0)));
  if (m_report->measured < 1)
    notes.push_back(
        Words::tr("Stopped or still measuring: %1 of the cells are there.").arg(percentText(m_report->measured, 0)));
  notes.insert(notes.end(), more.begin(), more.end());
  if (scale().kind == ScaleKind::Sqrt) notes.push_back(Words::tr("Colours: square-root scale."));
  return notes;
}

ColourScale FindingsFigure::scale() const {
  const FindingQuantity quantity = m_report->view.quantity;
  ColourScale scale{ScaleKind::Linear, kLeastTop, hasSides(quantity), ScaleUnit::Nats};
  scale.title = {quantityTitle(quantity)};
  scale.rounding = kRoundedBy;
  if (quantity == FindingQuantity::Probability) {
    scale.unit = ScaleUnit::Share;
    scale.max = 1;
  }
  if (quantity == FindingQuantity::Probability || quantity == FindingQuantity::Rank ||
      quantity == FindingQuantity::Nats || quantity == FindingQuantity::Relevance)
    scale.kind = ScaleKind::Sqrt;
  const NamedTensor* tensor = m_report->painted();
  if (!tensor || quantity == FindingQuantity::Probability) return scale;
  if (quantity == FindingQuantity::Kappa) {
    scale.max = 1;  // What is further below chance than 1 has the last colour.
    return scale;
  }
  // What a token keeps of itself would leave nothing for the others.
  const bool self = quantity == FindingQuantity::Relevance && tensor->axes[0].size == tensor->axes[1].size;
  for (std::size_t i = 0; i < tensor->values.size(); ++i) {
    const double value = tensor->values[i];
    if (!std::isfinite(value)) continue;
    if (self && i % static_cast<std::size_t>(tensor->axes[1].size + 1) == 0) continue;
    scale.max = std::max(scale.max, std::abs(value));
    scale.diverging = scale.diverging || value < -kRoundedBy;
  }
  return scale;
}

QString FindingsFigure::numberOf(double value, bool exact) const {
  switch (m_report->view.quantity) {
    case FindingQuantity::Probability:
      return percentText(value, exact ? 2 : 0);
    case FindingQuantity::Rank:
      return numberText(value, 0);
    default:
      return exact ? scale().diverging ? signedNumberText(value, 4) : numberText(value, 4)
                   : natsText(value, scale().diverging);
  }
}

QString FindingsFigure::altText() const {
  if (const auto words = nothing()) return *words;
  QStringList sentences = {title() + u'.'};
  for (const QString& note : notes()) sentences << note;
  if (const QStringList first = strongest(); !first.isEmpty())
    sentences << Words::tr("Strongest: %1.").arg(first.join(QStringLiteral(", ")));
  return sentences.join(u' ');
}

std::vector<std::size_t> FindingsFigure::strongestOf(const std::vector<double>& values) {
  constexpr std::size_t kNamed = 3;
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < values.size(); ++i)
    if (std::isfinite(values[i])) order.push_back(i);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return std::abs(values[a]) > std::abs(values[b]); });
  order.resize(std::min(kNamed, order.size()));
  return order;
}

std::unique_ptr<FindingsFigure> makeFindingsFigure(std::shared_ptr<const FindingsReport> report, FigureStyle style,
                                                   double threshold) {
  switch (report->view.shape) {
    case FindingShape::Heads:
      return std::make_unique<HeadGridFigure>(std::move(report), std::move(style));
    case FindingShape::Text:
      return std::make_unique<ScoredTextFigure>(std::move(report), std::move(style));
    case FindingShape::Graph:
      return std::make_unique<GraphFigure>(std::move(report), std::move(style), threshold);
    default:
      return std::make_unique<GridFigure>(std::move(report), std::move(style));
  }
}

Exportable exportableFindings(std::shared_ptr<const FindingsReport> report, double threshold, Provenance made) {
  return exportableChart(circuitMethodName(report->view.method), std::move(made), "circuits",
                         [report, threshold](const FigureStyle& style, bool withText) -> std::unique_ptr<Figure> {
                           return makeFindingsFigure(withText ? report : withoutText(report), style, threshold);
                         });
}

}  // namespace headlight
