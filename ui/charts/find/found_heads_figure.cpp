#include "ui/charts/find/found_heads_figure.h"

#include <QPainter>
#include <algorithm>

#include "ui/figures/head_words.h"
#include "ui/figures/painting.h"
#include "ui/figures/series_legend.h"
#include "ui/words.h"

namespace headlight {

std::shared_ptr<const FoundHeads> withoutText(const std::shared_ptr<const FoundHeads>& found) {
  auto copy = std::make_shared<FoundHeads>(*found);
  copy->text.clear();
  copy->changed.clear();
  return copy;
}

QString FoundHeadsFigure::title() const {
  if (!m_found) return {};
  return m_found->pattern.isEmpty() ? Words::tr("Heads that attend to the drawn cells (%1)").arg(m_found->cells)
                                    : Words::tr("Heads by pattern: %1").arg(m_found->pattern);
}

QString FoundHeadsFigure::words(std::size_t head) const {
  const LabelScore& score = m_found->scores.scores[head];
  return Words::tr("%1: %2, chance %3, rank %4 of %5, %6 queries")
      .arg(headName(m_found->scores.heads[head]), percentText(score.score, 1), percentText(score.chance, 1))
      .arg(m_found->scores.rankOf(head))
      .arg(m_found->scores.heads.size())
      .arg(score.queries);
}

FoundHeadsLayout FoundHeadsFigure::layout(QSizeF size) const {
  FoundHeadsLayout out;
  const FontTextMetrics fonts(m_style);
  const TextMetrics& metrics = fonts;
  if (!m_found) return out;
  const CellScores& scores = m_found->scores;
  std::vector<QString> notes;
  if (scores.withSinks)
    notes.push_back(Words::tr("Of whole rows, since a cell on a sink is among them."));
  else
    notes.push_back(Words::tr("Of rows without the sink (first token, special tokens)."));
  notes.push_back(Words::tr("Strong: 30% of the way from chance to certainty, three standard errors, four queries."));
  QStringList parts{m_found->model};
  if (!m_found->text.isEmpty()) parts << quotedText(m_found->text);
  if (!m_found->changed.isEmpty()) parts << Words::tr("changed: ") + m_found->changed;
  out.frame = layoutFrame(size, title(), parts.join(QStringLiteral(" · ")), notes, m_style, metrics);
  const QRectF body = out.frame.body;
  const double small = m_style.smallSize(), line = metrics.height(small), pitch = line + 4;
  out.heading =
      placeText(metrics.elided(Words::tr("share of attention on the cells; line: chance"), body.width(), small),
                {body.left(), body.top() + metrics.ascent(small)}, small, metrics);
  const double top = body.top() + line + 6;
  std::vector<std::size_t> there;
  for (const std::size_t head : scores.order)
    if (scores.scores[head].queries > 0) there.push_back(head);
  const auto room = static_cast<std::size_t>(std::max(1.0, (body.bottom() - top) / pitch));
  const std::size_t shown = there.size() <= room ? there.size() : std::max<std::size_t>(1, room - 1);
  std::vector<QString> names, values;
  for (std::size_t i = 0; i < std::min(shown, there.size()); ++i) {
    names.push_back(headName(scores.heads[there[i]]));
    values.push_back(percentText(scores.scores[there[i]].score, 1));
  }
  const double name = metrics.widest(names, small), value = metrics.widest(values, small);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const double y = top + pitch * static_cast<double>(i), baseline = y + pitch / 2 + metrics.ascent(small) * 0.36;
    FoundHeadsLayout::Row row;
    row.head = there[i];
    row.whole = QRectF(body.left(), y, body.width(), pitch);
    row.name = placeText(names[i], {body.left(), baseline}, small, metrics);
    row.value = placeText(values[i], {body.right() - metrics.width(values[i], small), baseline}, small, metrics);
    row.bar =
        QRectF(QPointF(body.left() + name + 10, y + pitch * 0.2), QPointF(body.right() - value - 10, y + pitch * 0.8));
    row.chanceAt = row.bar.left() + row.bar.width() * std::clamp(scores.scores[row.head].chance, 0.0, 1.0);
    out.rows.push_back(std::move(row));
  }
  double bottom = top + pitch * static_cast<double>(names.size());
  if (names.size() < there.size()) {
    out.more = placeText(Words::tr("and %1 more").arg(there.size() - names.size()),
                         {body.left(), bottom + metrics.ascent(small)}, small, metrics);
    bottom += line;
  }
  moveNotesUp(out.frame, bottom);
  return out;
}

void FoundHeadsFigure::draw(QPainter& p, QSizeF size) const {
  const FoundHeadsLayout places = layout(size);
  const Palette& inks = m_style.inks();
  const double small = m_style.smallSize();
  p.setRenderHint(QPainter::Antialiasing, true);
  for (const FoundHeadsLayout::Row& row : places.rows) {
    const LabelScore& score = m_found->scores.scores[row.head];
    const bool strong = score.passes();
    paintShareBar(p, row.bar, std::clamp(score.score, 0.0, 1.0), Qt::Horizontal,
                  strong ? seriesColour(0, m_style.dark()) : inks.neutral, m_style);
    p.setPen(QPen(inks.ink, 1.5));
    p.drawLine(QPointF(row.chanceAt, row.bar.top() - 2), QPointF(row.chanceAt, row.bar.bottom() + 2));
    paintText(p, row.name, m_style, small, inks.ink);
    paintText(p, row.value, m_style, small, strong ? inks.ink : inks.muted);
  }
  if (places.heading) paintText(p, *places.heading, m_style, small, inks.muted);
  if (places.more) paintText(p, *places.more, m_style, small, inks.muted);
  paintFrame(p, places.frame, m_style);
}

std::vector<FigureSpot> FoundHeadsFigure::spots(QSizeF size) const {
  std::vector<FigureSpot> spots;
  for (const FoundHeadsLayout::Row& row : layout(size).rows)
    spots.push_back({row.whole, words(row.head), -1, -1, m_found->scores.heads[row.head]});
  return spots;
}

QString FoundHeadsFigure::altText() const {
  if (!m_found || m_found->scores.order.empty() || m_found->scores.scores[m_found->scores.order.front()].queries == 0)
    return Words::tr("A chart of heads without numbers.");
  return Words::tr("%1. The first: %2.").arg(title(), words(m_found->scores.order.front()));
}

}  // namespace headlight
