#include "ui/charts/cost_figure.h"

#include <QLocale>
#include <QPainter>

#include "ui/figures/painting.h"
#include "ui/words.h"

namespace headlight {
namespace {

QString grouped(Index number) { return QLocale(QLocale::English).toString(static_cast<qlonglong>(number)); }

}  // namespace

QString CostFigure::title() const {
  return m_data ? Words::tr("Cost of %1 by text length").arg(m_data->model) : QString();
}

CurvesLayout CostFigure::layout(QSizeF size) const {
  CurvesSpec spec;
  spec.size = size;
  spec.style = m_style;
  if (!m_data) return layoutCurves(spec, FontTextMetrics(m_style));
  const CostData& data = *m_data;
  spec.x = data.tokens;
  spec.xTitle = Words::tr("tokens of the text");
  spec.charts = {{Words::tr("Multiply-adds of one run"), data.multiplyAdds, countTick},
                 {Words::tr("Memory"), data.bytes, bytesTick}};
  spec.title = title();
  if (data.current > 0) {
    spec.mark = static_cast<double>(data.current);
    spec.markText = Words::tr("Marked: the open text, %1 tokens, %2 multiply-adds.")
                        .arg(grouped(data.current), countTick(data.currentMultiplyAdds));
    if (data.seconds > 0) {
      const double rate = data.currentMultiplyAdds / data.seconds;
      double million = 0;
      for (const std::size_t i : {0U, 2U, 3U, 4U}) million += data.multiplyAdds[i].values.back();
      spec.markText += Words::tr(" Measured %1: %2 per second; at that speed a million tokens would take %3.")
                           .arg(durationText(data.seconds), countTick(rate), durationText(million / rate));
    }
  }
  spec.notes.push_back(
      Words::tr("Full: all weights computed and stored. Windowed: a query sees the %1 previous keys. Streamed: "
                "all computed, none stored (Headlight).")
          .arg(grouped(data.window)));
  return layoutCurves(spec, FontTextMetrics(m_style));
}

void CostFigure::draw(QPainter& p, QSizeF size) const {
  const Palette& inks = m_style.inks();
  const CurvesLayout layout = this->layout(size);
  const double small = m_style.smallSize();
  p.setRenderHint(QPainter::Antialiasing, true);
  for (const CurvesLayout::Chart& chart : layout.charts) {
    p.setPen(QPen(inks.hairline, 0.75));
    for (const double y : chart.yTickAt) p.drawLine(QPointF(chart.plot.left(), y), QPointF(chart.plot.right(), y));
    for (const double x : chart.xTickAt)
      p.drawLine(QPointF(x, chart.plot.bottom()), QPointF(x, chart.plot.bottom() + 4));
    if (chart.markAt) {
      p.setPen(QPen(inks.accent, 1.25));
      p.drawLine(QPointF(*chart.markAt, chart.plot.top()), QPointF(*chart.markAt, chart.plot.bottom()));
    }
    for (const CurvesLayout::Line& line : chart.lines) {
      const QColor colour = seriesColour(line.colour, m_style.dark());
      QPen pen(colour, 2, line.dashed ? Qt::DashLine : Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
      p.setPen(pen);
      p.drawPolyline(line.points);
      p.setPen(QPen(colour, 0.75));
      p.drawLine(line.end + QPointF(2, 0), QPointF(line.name.origin.x() - 3, line.name.origin.y() - small * 0.34));
      paintText(p, line.name, m_style, small, inks.ink);
    }
    for (const auto* ticks : {&chart.xTicks, &chart.yTicks})
      for (const PlacedText& tick : *ticks) paintText(p, tick, m_style, small, inks.muted);
    paintText(p, chart.title, m_style, m_style.textSize, inks.ink, QFont::DemiBold);
  }
  if (layout.mark) paintText(p, *layout.mark, m_style, small, inks.accent);
  if (layout.xTitle) paintText(p, *layout.xTitle, m_style, small, inks.muted);
  paintFrame(p, layout.frame, m_style);
}

QString CostFigure::altText() const {
  if (!m_data) return Words::tr("A chart of costs without a model.");
  const CostData& data = *m_data;
  QString text = Words::tr("Two charts with logarithmic axes. ") + title() + u'.';
  text += Words::tr(" At a million tokens: attention in full %1 multiply-adds and %2, streamed %3.")
              .arg(countTick(data.multiplyAdds[0].values.back()), bytesTick(data.bytes[0].values.back()),
                   bytesTick(data.bytes[2].values.back()));
  return text;
}

}  // namespace headlight
