#include "ui/charts/differences/differences_figure.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

#include "core/analysis/similarity.h"
#include "ui/figures/head_words.h"
#include "ui/figures/painting.h"
#include "ui/figures/series_legend.h"
#include "ui/words.h"

namespace headlight {
namespace {

constexpr double kListGap = 32;
/// Three lists stand beside each other where each is at least so many text sizes wide.
constexpr double kNarrowestList = 17;

/// What a row says, before it has its place.
struct Line {
  QString name, value;
  double number = 0;
};

/// Whether it differs by a number: others have no bar.
bool hasBar(const TensorDifference& tensor) {
  return tensor.relative && std::isfinite(*tensor.relative) && *tensor.relative > 0;
}

std::vector<Line> tensorLines(const DifferencesReport& report) {
  std::vector<Line> lines;
  for (const TensorDifference& each : report.tensors)
    if (hasBar(each))
      lines.push_back({QStringLiteral("%1  %2").arg(QString::fromStdString(each.name),
                                                    QString::fromStdString(each.other)),
                       percentText(*each.relative, 2), *each.relative});
  return lines;
}

std::vector<Line> headLines(const DifferencesReport& report) {
  std::vector<Line> lines;
  for (const HeadDistance& each : report.heads)
    lines.push_back({headName(each.head), localNumber(each.divergence, 'f', 4), each.divergence});
  return lines;
}

QString changeWords(const DifferencesReport::Answer& each) {
  return each.one.isEmpty() ? each.name : QStringLiteral("%1: %2 → %3").arg(each.name, each.one, each.other);
}

std::vector<Line> answerLines(const DifferencesReport& report) {
  std::vector<Line> lines;
  for (const DifferencesReport::Answer& each : report.changed)
    lines.push_back({changeWords(each), localNumber(each.divergence, 'f', 4), each.divergence});
  return lines;
}

DifferencesLayout::List layoutList(const QString& title, const std::vector<Line>& lines, const QString& none,
                                   const QRectF& area, const FigureStyle& style, const TextMetrics& metrics) {
  DifferencesLayout::List list;
  const double small = style.smallSize(), line = metrics.height(small);
  double y = area.top() + metrics.ascent(small);
  list.title = placeText(metrics.elided(title, area.width(), small, QFont::DemiBold), {area.left(), y}, small, metrics,
                         QFont::DemiBold);
  y += metrics.descent(small) + 6;
  const auto say = [&](const QString& text, int most) {
    for (const QString& part : metrics.wrapped(text, area.width(), small, most)) {
      list.words.push_back(placeText(part, {area.left(), y + metrics.ascent(small)}, small, metrics));
      y += line;
    }
  };
  if (lines.empty()) {
    say(none, 4);
    return list;
  }
  const double pitch = line + 4;
  const auto room = static_cast<std::size_t>(std::max(0.0, (area.bottom() - y) / pitch));
  const std::size_t shown = lines.size() <= room ? lines.size() : std::min(lines.size(), room > 0 ? room - 1 : 0);
  std::vector<QString> names, values;
  for (std::size_t i = 0; i < shown; ++i) {
    names.push_back(lines[i].name);
    values.push_back(lines[i].value);
  }
  const double name = std::min(metrics.widest(names, small), area.width() * 0.55);
  const double value = metrics.widest(values, small);
  double largest = 0;
  for (const Line& each : lines) largest = std::max(largest, each.number);
  for (std::size_t i = 0; i < shown; ++i, y += pitch) {
    const double baseline = y + pitch / 2 + metrics.ascent(small) * 0.36;
    DifferencesLayout::Row row;
    row.name = placeText(metrics.elided(names[i], name, small), {area.left(), baseline}, small, metrics);
    row.value =
        placeText(values[i], {area.right() - metrics.width(values[i], small), baseline}, small, metrics);
    row.bar = QRectF(QPointF(area.left() + name + 8, y + pitch * 0.25),
                     QPointF(area.right() - value - 8, y + pitch * 0.75));
    row.whole = QRectF(area.left(), y, area.width(), pitch);
    row.share = largest > 0 ? lines[i].number / largest : 0;
    list.rows.push_back(std::move(row));
  }
  if (shown < lines.size()) say(Words::tr("and %1 more").arg(lines.size() - shown), 1);
  return list;
}

}  // namespace

QString DifferencesFigure::title() const {
  if (!m_report) return Words::tr("Two models");
  return Words::tr("Two models: %1 and %2").arg(m_report->one, m_report->other);
}

DifferencesLayout DifferencesFigure::layout(QSizeF size) const {
  DifferencesLayout out;
  const FontTextMetrics metrics(m_style);
  if (!m_report) {
    out.frame = layoutFrame(size, title(), {}, {}, m_style, metrics);
    return out;
  }
  const DifferencesReport& r = *m_report;
  std::vector<QString> notes = {
      Words::tr("Heads: Jensen–Shannon divergence of their attention, mean over rows, in nats; at most %1.")
          .arg(localNumber(kLargestDivergence, 'f', 4)),
      Words::tr("Predictions: Kullback–Leibler divergence of %1 from %2, in nats.").arg(r.other, r.one),
      Words::tr("Tensors: relative error (Frobenius) against %1. Bars are parts of the largest of a list.")
          .arg(r.finer)};
  out.frame = layoutFrame(size, title(), r.text.isEmpty() ? QString() : quotedText(r.text), notes, m_style, metrics);
  const QRectF body = out.frame.body;
  const double column = (body.width() - 2 * kListGap) / 3, row = (body.height() - 2 * kListGap / 2) / 3;
  const bool beside = column >= kNarrowestList * m_style.textSize;
  const auto area = [&](int i) {
    return beside ? QRectF(body.left() + i * (column + kListGap), body.top(), column, body.height())
                  : QRectF(body.left(), body.top() + i * (row + kListGap / 2), body.width(), row);
  };
  out.heads = layoutList(Words::tr("Heads by change of attention"), headLines(r), Words::tr("No heads."), area(0),
                         m_style, metrics);
  const QString changes = r.noAnswers.isEmpty() ? Words::tr("Changed predictions: %1 of %2")
                                                      .arg(r.changed.size())
                                                      .arg(r.answers)
                                                : Words::tr("Changed predictions");
  out.answers = layoutList(changes, answerLines(r),
                           r.noAnswers.isEmpty() ? Words::tr("The most likely prediction is the same everywhere.")
                                                 : r.noAnswers,
                           area(1), m_style, metrics);
  out.tensors = layoutList(Words::tr("Tensors by relative error"), tensorLines(r),
                           r.noTensors.isEmpty() ? Words::tr("All tensors are the same.") : r.noTensors, area(2),
                           m_style, metrics);
  return out;
}

void DifferencesFigure::paint(QCPPainter& painter, const QRectF& area) const {
  paintPaper(painter, area, m_style);
  if (!m_report) return;
  painter.save();
  painter.translate(area.topLeft());
  QPainter& p = painter;
  const DifferencesLayout layout = this->layout(area.size());
  const Palette& inks = m_style.inks();
  const double small = m_style.smallSize();
  p.setRenderHint(QPainter::Antialiasing, true);
  for (const DifferencesLayout::List* list : {&layout.heads, &layout.answers, &layout.tensors}) {
    paintText(p, list->title, m_style, small, inks.ink, QFont::DemiBold);
    for (const DifferencesLayout::Row& row : list->rows) {
      paintShareBar(p, row.bar, row.share, Qt::Horizontal, seriesColour(0, m_style.dark()), m_style);
      paintText(p, row.name, m_style, small, inks.ink);
      paintText(p, row.value, m_style, small, inks.muted);
    }
    for (const PlacedText& text : list->words) paintText(p, text, m_style, small, inks.muted);
  }
  paintFrame(p, layout.frame, m_style);
  painter.restore();
}

std::vector<FigureSpot> DifferencesFigure::spots(QSizeF size) const {
  std::vector<FigureSpot> spots;
  if (!m_report) return spots;
  const DifferencesReport& r = *m_report;
  const DifferencesLayout places = layout(size);
  for (std::size_t i = 0; i < places.heads.rows.size(); ++i) {
    const HeadDistance& each = r.heads[i];
    FigureSpot spot{places.heads.rows[i].whole,
                    Words::tr("%1: %2 nats; %3 of a row moved on average; largest difference %4")
                        .arg(headWords(each.head), localNumber(each.divergence, 'f', 6),
                             percentText(each.totalVariation, 2), percentText(each.largestDifference, 2))};
    spot.head = each.head;
    spots.push_back(std::move(spot));
  }
  for (std::size_t i = 0; i < places.answers.rows.size(); ++i) {
    const DifferencesReport::Answer& each = r.changed[i];
    QString text =
        Words::tr("%1 (%2): %3 nats").arg(each.name).arg(each.token).arg(localNumber(each.divergence, 'f', 6));
    if (!each.one.isEmpty())
      text += Words::tr("; %1 %2 → %3 %4")
                  .arg(each.one, percentText(each.probability, 1), each.other, percentText(each.otherProbability, 1));
    spots.push_back({places.answers.rows[i].whole, text, each.token});
  }
  std::size_t shown = 0;
  for (const TensorDifference& each : r.tensors) {
    if (shown == places.tensors.rows.size()) break;
    if (!hasBar(each)) continue;
    spots.push_back({places.tensors.rows[shown++].whole,
                     Words::tr("%1, %2 → %3: relative error %4, largest difference %5")
                         .arg(QString::fromStdString(each.name), QString::fromStdString(each.finer),
                              QString::fromStdString(each.other), percentText(*each.relative, 4),
                              localNumber(each.largest.value_or(0), 'g', 4))});
  }
  return spots;
}

QString DifferencesFigure::altText() const {
  if (!m_report) return Words::tr("Differences of two models, without two of them.");
  const DifferencesReport& r = *m_report;
  QString text = title() + QStringLiteral(". ");
  if (!r.heads.empty())
    text += Words::tr("The attention of %1 changes most, by %2 nats. ")
                .arg(headWords(r.heads.front().head), localNumber(r.heads.front().divergence, 'f', 4));
  if (r.noAnswers.isEmpty())
    text += Words::tr("The most likely prediction changes at %1 of %2 places. ").arg(r.changed.size()).arg(r.answers);
  if (const std::vector<Line> lines = tensorLines(r); !lines.empty())
    text += Words::tr("The largest relative error of a tensor is %1.").arg(lines.front().value);
  return text.trimmed();
}

}  // namespace headlight
