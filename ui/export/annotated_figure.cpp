#include "ui/export/annotated_figure.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/figures/painting.h"
#include "ui/words.h"

namespace headlight {
namespace {

constexpr double kPadding = 5, kMarkWidth = 2;

double overlap(const QRectF& a, const QRectF& b) {
  const QRectF both = a.intersected(b);
  return both.isEmpty() ? 0 : both.width() * both.height();
}

/// The shortest line from a box to a mark, from edge to edge.
QLineF leader(const QRectF& box, const QRectF& mark) {
  const auto nearest = [](const QRectF& rect, QPointF to) {
    return QPointF(std::clamp(to.x(), rect.left(), rect.right()), std::clamp(to.y(), rect.top(), rect.bottom()));
  };
  const QPointF from = nearest(box, mark.center());
  return {from, nearest(mark, from)};
}

/// What a callout is about; null when the picture does not show it.
const FigureSpot* spotOf(const Callout& callout, const std::vector<FigureSpot>& spots) {
  const auto with = [&](Index query, Index key) -> const FigureSpot* {
    const auto spot = std::find_if(spots.begin(), spots.end(),
                                   [=](const FigureSpot& each) { return each.query == query && each.key == key; });
    return spot == spots.end() ? nullptr : &*spot;
  };
  const FigureSpot* spot = with(callout.query, callout.key);
  // Where a text stands on one line, its tokens are queries and keys at once.
  return !spot && callout.query < 0 ? with(callout.key, -1) : spot;
}

}  // namespace

bool hasSpotOf(const Callout& callout, const std::vector<FigureSpot>& spots) {
  return spotOf(callout, spots) != nullptr;
}

AnnotatedFigure::AnnotatedFigure(std::unique_ptr<Figure> figure, std::vector<Callout> callouts, FigureStyle style)
    : m_figure(std::move(figure)), m_callouts(std::move(callouts)), m_style(std::move(style)) {}

std::vector<AnnotatedFigure::Placed> AnnotatedFigure::layout(QSizeF size) const {
  const FontTextMetrics metrics(m_style);
  const std::vector<FigureSpot> spots = m_figure->spots(size);
  std::vector<Placed> placed;
  for (const Callout& callout : m_callouts) {
    const FigureSpot* spot = spotOf(callout, spots);
    if (!spot) continue;
    placed.push_back({spot->rect.adjusted(-1, -1, 1, 1), {}, {}});
    const double room = std::max(60.0, size.width() / 4);
    placed.back().lines = metrics.wrapped(callout.text, room, m_style.textSize, 4);
  }
  // Within the picture: what stands around it is to be read as well.
  const QRectF whole = QRectF(QPointF(0, 0), size).adjusted(4, 4, -4, -4);
  QRectF picture;
  for (const FigureSpot& spot : spots) picture |= spot.rect;
  for (Placed& callout : placed) {
    if (callout.lines.empty()) continue;
    double width = 0;
    for (const QString& line : callout.lines)
      width = std::max(width, metrics.width(line, m_style.textSize, QFont::Normal));
    const QSizeF box(width + 2 * kPadding,
                     metrics.height(m_style.textSize) * static_cast<double>(callout.lines.size()) + 2 * kPadding);
    const bool roomy = box.width() < picture.width() && box.height() < picture.height();
    const QRectF page = roomy ? picture & whole : whole;
    double least = 1e300;
    // Around the mark, near before far; what it would cover decides.
    for (const double distance : {14.0, 40.0, 80.0, 130.0})
      for (int step = 0; step < 16; ++step) {
        const double angle = -M_PI / 4 + step * M_PI / 8;  // To the upper right first.
        const QPointF reach((box.width() + callout.mark.width()) / 2 + distance,
                            (box.height() + callout.mark.height()) / 2 + distance);
        QRectF place(QPointF(0, 0), box);
        place.moveCenter(callout.mark.center() + QPointF(reach.x() * std::cos(angle), reach.y() * std::sin(angle)));
        place.moveLeft(std::clamp(place.left(), page.left(), std::max(page.left(), page.right() - box.width())));
        place.moveTop(std::clamp(place.top(), page.top(), std::max(page.top(), page.bottom() - box.height())));
        double covered = 0;
        for (const FigureSpot& spot : spots) covered += overlap(place, spot.rect);
        for (const Placed& other : placed)
          covered += 20 * overlap(place, other.mark) + (&other == &callout ? 0 : 20 * overlap(place, other.box));
        const double cost = covered / (box.width() * box.height()) + distance / 200 + step * 1e-4;
        if (cost >= least) continue;
        least = cost;
        callout.box = place;
      }
  }
  return placed;
}

void AnnotatedFigure::paint(QCPPainter& painter, const QRectF& area) const {
  m_figure->paint(painter, area);
  const FontTextMetrics metrics(m_style);
  const Palette& inks = m_style.inks();
  painter.save();
  painter.translate(area.topLeft());
  painter.setRenderHint(QPainter::Antialiasing, true);
  for (const Placed& callout : layout(area.size())) {
    painter.setPen(QPen(inks.accent, kMarkWidth));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(callout.mark);
    if (callout.box.isEmpty()) continue;
    painter.setPen(QPen(inks.accent, 1));
    painter.drawLine(leader(callout.box, callout.mark));
    painter.setBrush(inks.paper);
    painter.drawRect(callout.box);
    double baseline = callout.box.top() + kPadding + metrics.ascent(m_style.textSize);
    for (const QString& line : callout.lines) {
      const PlacedText text = placeText(line, {callout.box.left() + kPadding, baseline}, m_style.textSize, metrics);
      paintText(painter, text, m_style, m_style.textSize, inks.ink);
      baseline += metrics.height(m_style.textSize);
    }
  }
  painter.restore();
}

QString AnnotatedFigure::altText() const {
  QString text = m_figure->altText();
  for (const Callout& callout : m_callouts)
    if (!callout.text.isEmpty()) text += Words::tr(" Callout: ") + callout.text + QLatin1Char('.');
  return text;
}

}  // namespace headlight
