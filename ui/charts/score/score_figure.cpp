#include "ui/charts/score/score_figure.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

#include "ui/figures/cell_words.h"
#include "ui/figures/head_words.h"
#include "ui/figures/painting.h"
#include "ui/figures/token_label.h"
#include "ui/words.h"

namespace headlight {
namespace {

constexpr double kScoreTickGap = 8;

/// A wavelength in tokens: "6.3", "240", "∞".
QString waveText(double wavelength) {
  if (!std::isfinite(wavelength)) return QStringLiteral("∞");
  return wavelength < 10 ? localNumber(wavelength, 'f', 1) : localNumber(wavelength, 'f', 0);
}

}  // namespace

ScoreReport tellScore(const Model& model, const Trace& trace, HeadId head, Index query, Index key) {
  ScoreReport report;
  report.parts = scoreParts(model, trace, head, query, key);
  report.model = QString::fromStdString(trace.model);
  report.query = tokenLabel(trace.queryTokens(head.attention)[static_cast<std::size_t>(query)]);
  report.key = tokenLabel(trace.keyTokens(head.attention)[static_cast<std::size_t>(key)]);
  return report;
}

std::shared_ptr<const ScoreReport> withoutText(const std::shared_ptr<const ScoreReport>& report) {
  auto bare = std::make_shared<ScoreReport>(*report);
  bare->text.clear();
  bare->changed.clear();
  bare->query = QString::number(bare->parts.query);
  bare->key = QString::number(bare->parts.key);
  return bare;
}

ScoreLayout layoutScore(const ScoreSpec& spec, const TextMetrics& metrics) {
  ScoreLayout out;
  const FigureStyle& style = spec.style;
  const double small = style.smallSize();
  out.low = out.high = 0;
  for (std::size_t i = 0; i < spec.values.size(); ++i)
    for (const double value : {spec.values[i], spec.marks[i].value_or(0)}) {
      out.low = std::min(out.low, value);
      out.high = std::max(out.high, value);
    }
  if (out.high - out.low < 1e-6) out.high = out.low + 1;
  std::vector<double> marked = {out.low, 0, out.high};
  marked.erase(std::unique(marked.begin(), marked.end()), marked.end());
  std::vector<QString> ticks;
  for (const double value : marked) ticks.push_back(numberText(value, 2));
  const double beside = metrics.widest(ticks, small) + kScoreTickGap;
  for (int round = 0; round < 2; ++round) {
    std::vector<QString> notes = spec.notes;
    notes.push_back(strideNote(out.line.stride, out.line.stride));
    out.frame = layoutFrame(spec.size, spec.title, spec.subtitle, notes, style, metrics);
    const QRectF body = out.frame.body;
    out.line = layoutLineAxis(spec.labels, body.left() + beside, body.right(), 0, std::min(96.0, body.height() * 0.25),
                              style.textSize, style.smallestLabel(), metrics, 1e3);
    const double foot = body.bottom() - out.line.height - 6, top = body.top() + metrics.height(small) / 2;
    out.plot = QRectF(body.left() + beside, top, body.width() - beside, std::max(8.0, foot - top));
    out.line.moveDown(foot + 4);
  }
  for (std::size_t i = 0; i < marked.size(); ++i) {
    const double y = out.y(marked[i]);
    out.tickAt.push_back(y);
    out.ticks.push_back(placeText(
        ticks[i], {out.plot.left() - kScoreTickGap - metrics.width(ticks[i], small), y + metrics.ascent(small) * 0.36},
        small, metrics));
  }
  const double width = std::clamp(out.line.pitch * 0.72, 0.5, 96.0);
  for (std::size_t i = 0; i < spec.values.size(); ++i) {
    const double x = out.line.x[i], y = out.y(spec.values[i]), zero = out.y(0);
    out.bars.emplace_back(QRectF(x - width / 2, std::min(y, zero), width, std::abs(zero - y)));
    out.markAt.push_back(spec.marks[i] ? std::optional(out.y(*spec.marks[i])) : std::nullopt);
  }
  return out;
}

std::vector<ScoreFigure::Bar> ScoreFigure::bars() const {
  std::vector<Bar> bars;
  if (!m_report) return bars;
  const ScoreParts& parts = m_report->parts;
  const bool still = parts.content != 0 || parts.waves.empty();
  if (still) bars.push_back({Words::tr("content"), Words::tr("Numbers that do not turn"), parts.content, {}});
  for (const ScoreParts::Wave& wave : parts.waves)
    bars.push_back({waveText(wave.wavelength), Words::tr("Wavelength %1 tokens").arg(waveText(wave.wavelength)),
                    wave.part, wave.samePlace});
  if (parts.added != 0) bars.push_back({Words::tr("added"), Words::tr("Position terms and soft cap"), parts.added, {}});
  return bars;
}

QString ScoreFigure::title() const {
  if (!m_report) return Words::tr("Score of a cell");
  return Words::tr("Why “%1” attends to “%2”: %3").arg(m_report->query, m_report->key, headWords(m_report->parts.head));
}

ScoreLayout ScoreFigure::layout(QSizeF size) const {
  ScoreSpec spec;
  spec.size = size;
  spec.style = m_style;
  spec.title = title();
  if (m_report) {
    const ScoreParts& parts = m_report->parts;
    QStringList words = {m_report->model};
    if (!m_report->text.isEmpty()) words << quotedText(m_report->text);
    if (!m_report->changed.isEmpty()) words << Words::tr("changed: ") + m_report->changed;
    spec.subtitle = words.join(QStringLiteral(" · "));
    for (const Bar& bar : bars()) {
      spec.labels.push_back(bar.label);
      spec.values.push_back(bar.value);
      spec.marks.push_back(bar.mark);
    }
    if (std::isfinite(parts.score))
      spec.notes.push_back(
          Words::tr("Score %1 = content %2 + rotary %3%4; weight %5.")
              .arg(numberText(parts.score, 3), numberText(parts.content, 3), numberText(parts.rotary(), 3),
                   parts.added != 0 ? Words::tr(" + added %1").arg(numberText(parts.added, 3)) : QString(),
                   percentText(parts.weight, 1)));
    else
      spec.notes.push_back(Words::tr("Masked: the query does not see this key."));
    if (!parts.waves.empty())
      spec.notes.push_back(
          Words::tr("Bars by wavelength: tokens of a whole turn. Lines: the same with both tokens at one place."));
    else
      spec.notes.push_back(Words::tr("Without rotary positions there is one part."));
  }
  return layoutScore(spec, FontTextMetrics(m_style));
}

void ScoreFigure::paint(QCPPainter& painter, const QRectF& area) const {
  paintPaper(painter, area, m_style);
  if (!m_report) return;
  painter.save();
  painter.translate(area.topLeft());
  QPainter& p = painter;
  const ScoreLayout layout = this->layout(area.size());
  const std::vector<Bar> all = bars();
  const Palette& inks = m_style.inks();
  const double small = m_style.smallSize();
  p.setRenderHint(QPainter::Antialiasing, false);
  p.setPen(QPen(inks.hairline, 1));
  for (const double y : layout.tickAt) p.drawLine(QPointF(layout.plot.left(), y), QPointF(layout.plot.right(), y));
  for (std::size_t i = 0; i < all.size(); ++i)
    p.fillRect(layout.bars[i], m_style.map(true).colour(all[i].value >= 0 ? 0.92 : 0.08));
  p.setPen(QPen(inks.ink, 1.5));
  for (std::size_t i = 0; i < all.size(); ++i)
    if (layout.markAt[i])
      p.drawLine(QPointF(layout.bars[i].left() - 1, *layout.markAt[i]),
                 QPointF(layout.bars[i].right() + 1, *layout.markAt[i]));
  p.setPen(QPen(inks.muted, 1));
  p.drawLine(QPointF(layout.plot.left(), layout.y(0)), QPointF(layout.plot.right(), layout.y(0)));
  p.setRenderHint(QPainter::Antialiasing, true);
  for (const PlacedText& tick : layout.ticks) paintText(p, tick, m_style, small, inks.muted);
  for (const PlacedLabel& label : layout.line.labels) paintLabel(p, label, m_style, layout.line.size, inks.ink);
  paintFrame(p, layout.frame, m_style);
  painter.restore();
}

std::vector<FigureSpot> ScoreFigure::spots(QSizeF size) const {
  std::vector<FigureSpot> spots;
  if (!m_report) return spots;
  const ScoreLayout places = layout(size);
  const std::vector<Bar> all = bars();
  for (std::size_t i = 0; i < all.size(); ++i) {
    QString text = Words::tr("%1: %2").arg(all[i].name, numberText(all[i].value, 4));
    if (all[i].mark) text += Words::tr(", at the same place %1").arg(numberText(*all[i].mark, 4));
    spots.push_back({places.bars[i], text, m_report->parts.query, m_report->parts.key});
    spots.back().reach = places.line.column(static_cast<Index>(i), places.plot.top(), places.plot.bottom());
  }
  return spots;
}

QString ScoreFigure::altText() const {
  if (!m_report) return Words::tr("Score of a cell, without a cell.");
  const ScoreParts& parts = m_report->parts;
  return title() + Words::tr(". Content %1, rotary %2, score %3.")
                       .arg(numberText(parts.content, 3), numberText(parts.rotary(), 3), numberText(parts.score, 3));
}

}  // namespace headlight
