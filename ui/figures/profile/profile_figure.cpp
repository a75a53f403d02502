#include "ui/figures/profile/profile_figure.h"

#include <QPainter>

#include <algorithm>

#include "ui/figures/cell_words.h"
#include "ui/figures/head_words.h"
#include "ui/figures/painting.h"
#include "ui/figures/token_axis.h"
#include "ui/figures/token_label.h"
#include "ui/words.h"

namespace headlight {

Index ProfileFigure::token() const {
  if (isEmpty()) return 0;
  return m_query && *m_query >= 0 && *m_query < maps()->queries() ? *m_query : defaultToken(maps()->queryTokens());
}

const ProfileData& ProfileFigure::data() const {
  const ProfileRequest wanted = request();
  if (!m_data || m_data->request != wanted)
    m_data = std::make_shared<ProfileData>(computeProfile(*maps(), context(), wanted));
  return *m_data;
}

QString ProfileFigure::title() const {
  if (isEmpty()) return HeadsFigure::title();
  return HeadsFigure::title() +
         rowTitle(context(), tokenLabel(maps()->queryTokens()[static_cast<std::size_t>(token())]));
}

ProfileLayout ProfileFigure::layout(QSizeF size) const {
  if (isEmpty()) return {};
  const ProfileData& numbers = data();
  ProfileSpec spec;
  fill(spec, size);
  spec.labels = axisLabels(maps()->keyTokens());
  spec.weights = numbers.weights;
  spec.barred = numbers.barred;
  spec.largest = numbers.largest;
  spec.heads = headNames();
  if (!style().title)
    spec.rowTitle = Words::tr("“%1”").arg(tokenLabel(maps()->queryTokens()[static_cast<std::size_t>(token())])) +
                    rowVerb(context()).trimmed().prepend(u' ');
  spec.notes.push_back(Words::tr("Bars: %1, up to %2 at the upper edge.")
                           .arg(quantityName(context()), percentText(profileTop(numbers.largest))));
  spec.notes.push_back(context().transposed ? Words::tr("Muted: words that cannot see the token.")
                                            : Words::tr("Muted: words that the token cannot see."));
  if (numbers.numberless > 0) spec.notes.push_back(numberlessNote(numbers.numberless));
  if (!sinks().empty()) {
    spec.sinkMass = numbers.sinkMass;
    spec.sinkTitle = Words::tr("on %1").arg(sinkText());
    spec.notes.push_back(
        Words::tr("The bar for %1 has its own scale: full height = 100%.")
            .arg(sinks().size() == 1 && sinks().front() == 0 ? Words::tr("the first token") : sinkText()));
  }
  if (!numbers.noToken.empty()) {
    if (spec.sinkMass.empty()) spec.sinkMass.assign(numbers.noToken.size(), 0);
    spec.sinkTitle = spec.sinkTitle.isEmpty() ? Words::tr("no token") : Words::tr("%1, no token").arg(spec.sinkTitle);
    spec.notes.push_back(noTokenNote());
  }
  spec.notes.push_back(shortenedNote());
  return layoutProfile(spec, FontTextMetrics(style()));
}

void ProfileFigure::draw(QPainter& p, QSizeF size) const {
  const ProfileLayout layout = this->layout(size);
  const ProfileData& numbers = data();
  const Palette& inks = style().inks();
  const bool dark = style().dark(), several = numbers.request.heads.size() > 1;
  const double small = style().smallSize();

  p.setRenderHint(QPainter::Antialiasing, true);
  for (std::size_t i = 0; i < layout.ticks.size(); ++i) {
    p.setPen(QPen(inks.hairline, 0.75));
    p.drawLine(QPointF(layout.plot.left(), layout.tickAt[i]), QPointF(layout.plot.right(), layout.tickAt[i]));
    paintText(p, layout.ticks[i], style(), small, inks.muted);
  }
  for (std::size_t i = 0; i < layout.sinkTicks.size(); ++i) {
    const double y = layout.sinkTickAt[i];
    p.setPen(QPen(inks.hairline, 0.75));
    p.drawLine(QPointF(layout.sinkPlot.left(), y), QPointF(layout.sinkPlot.right() + 3, y));
    paintText(p, layout.sinkTicks[i], style(), small, inks.muted);
  }
  if (layout.rowTitle) paintText(p, *layout.rowTitle, style(), style().textSize, inks.ink);
  p.setRenderHint(QPainter::Antialiasing, false);
  for (const ProfileLayout::Bar& bar : layout.bars) p.fillRect(bar.rect, seriesColour(bar.series, dark));
  for (const QRectF& box : layout.numberless) paintNoNumber(p, box, style());
  if (!layout.sinkPlot.isEmpty()) {
    for (const ProfileLayout::Bar& bar : layout.sinkBars) {
      QRectF track = bar.rect;
      track.setTop(layout.sinkPlot.top());
      QColor ground = inks.hairline;
      ground.setAlphaF(0.45F);
      p.fillRect(track, ground);
      p.fillRect(bar.rect, several ? seriesColour(bar.series, dark) : inks.neutral);
      const auto series = static_cast<std::size_t>(bar.series);
      if (series >= numbers.noToken.size()) continue;
      paintNoToken(p, track, bar.rect.height() / track.height(), numbers.noToken[series], Qt::Vertical, style());
    }
  }
  p.setRenderHint(QPainter::Antialiasing, true);
  for (const auto* bars : {&layout.bars, &layout.sinkBars})
    for (const ProfileLayout::Bar& bar : *bars)
      if (bar.value) paintText(p, *bar.value, style(), small, inks.ink);

  const std::vector<Token>& keys = maps()->keyTokens();
  const Token& query = maps()->queryTokens()[static_cast<std::size_t>(numbers.request.query)];
  for (const PlacedLabel& label : layout.line.labels) {
    const auto key = static_cast<std::size_t>(label.token);
    const bool sink = std::count(numbers.request.sinks.begin(), numbers.request.sinks.end(), label.token) > 0;
    QColor ink = keys[key].special || sink ? inks.muted : inks.ink;
    if (!numbers.barred[key] && !sink) ink.setAlphaF(0.35F);
    paintLabel(p, label, style(), layout.line.size, ink);
    // The query itself is underlined.
    if (keys[key].range == query.range && keys[key].text == query.text && keys[key].sequence == query.sequence &&
        label.token == numbers.request.query) {
      const QRectF box = label.outline.boundingRect();
      p.setPen(QPen(inks.accent, 1.5));
      if (layout.line.upright)
        p.drawLine(QPointF(box.right() + 0.5, box.top()), QPointF(box.right() + 0.5, box.bottom()));
      else
        p.drawLine(QPointF(box.left(), box.bottom() + 1), QPointF(box.right(), box.bottom() + 1));
    }
  }
  for (const PlacedText& line : layout.sinkTitle) paintText(p, line, style(), small, inks.muted);
  paintSeriesLegend(p, layout.legend, {}, {}, 8, style());
  paintFrame(p, layout.frame, style());
}

std::vector<FigureSpot> ProfileFigure::places(QSizeF size) const {
  std::vector<FigureSpot> places;
  if (isEmpty()) return places;
  const ProfileLayout layout = this->layout(size);
  for (Index key = 0; key < maps()->keys(); ++key) places.push_back({layout.keyBox(key), {}, token(), key, {}, key});
  return places;
}

QStringList ProfileFigure::describe(Index key) const {
  if (isEmpty() || key < 0 || key >= maps()->keys()) return {};
  const ProfileData& shown = data();
  const auto label = [](const std::vector<Token>& tokens, Index at) {
    return tokenLabel(tokens[static_cast<std::size_t>(at)]);
  };
  const QString pair = pairWords(context(), label(maps()->queryTokens(), shown.request.query), shown.request.query,
                                 label(maps()->keyTokens(), key), key);
  const auto value = [&](std::size_t s) { return exactWords(context(), shown.weights(static_cast<Index>(s), key)); };
  const bool sink = std::count(shown.request.sinks.begin(), shown.request.sinks.end(), key) > 0;
  if (!sink && !shown.barred[static_cast<std::size_t>(key)]) return {Words::tr("masked for this query"), pair};
  if (shown.request.heads.size() == 1) return {value(0), pair};
  QStringList lines{pair};
  for (std::size_t s = 0; s < shown.request.heads.size() && s < 12; ++s)
    lines << headName(shown.request.heads[s]) + u' ' + value(s);
  return lines;
}

QString ProfileFigure::sentence(Index key) const {
  const ProfileData& numbers = data();
  if (!numbers.barred[static_cast<std::size_t>(key)]) return {};
  QStringList values;
  for (std::size_t s = 0; s < numbers.request.heads.size(); ++s)
    values << headName(numbers.request.heads[s]) + u' ' +
                  numberWords(context(), numbers.weights(static_cast<Index>(s), key), 2);
  return cellWords(context(), tokenLabel(maps()->queryTokens()[static_cast<std::size_t>(numbers.request.query)]),
                   tokenLabel(maps()->keyTokens()[static_cast<std::size_t>(key)]), values.join(QStringLiteral(", ")));
}

QSizeF ProfileFigure::preferredSize() const {
  if (isEmpty()) return {640, 480};
  double letters = 0;
  for (const QString& label : tokenLabels(maps()->keyTokens())) letters += static_cast<double>(label.size()) + 1.5;
  return {std::clamp(letters * style().textSize * 0.8 + 200, 640.0, 2400.0), 420};
}

QString ProfileFigure::altText() const {
  if (isEmpty()) return Words::tr("Row profile without tokens.");
  QString text = Words::tr("Bar chart, %1. ").arg(quantityName(context())) + titleAndSubtitle();
  const ProfileData& numbers = data();
  for (std::size_t s = 0; s < numbers.request.heads.size() && s < 4; ++s) {
    const auto row = numbers.weights.row(static_cast<Index>(s));
    std::vector<Index> order;
    for (Index key = 0; key < row.size(); ++key)
      if (numbers.barred[static_cast<std::size_t>(key)] && row(key) > 0) order.push_back(key);
    std::stable_sort(order.begin(), order.end(), [&](Index a, Index b) { return row(a) > row(b); });
    QStringList parts;
    for (std::size_t i = 0; i < std::min<std::size_t>(3, order.size()); ++i)
      parts << Words::tr("“%1” %2").arg(tokenLabel(maps()->keyTokens()[static_cast<std::size_t>(order[i])]),
                                        percentText(row(order[i]), 0));
    if (!numbers.request.sinks.empty())
      parts << QStringLiteral("%1 %2").arg(sinkText(), percentText(numbers.sinkMass[s], 0));
    if (!numbers.noToken.empty()) parts << Words::tr("no token %1").arg(percentText(numbers.noToken[s], 0));
    if (!parts.isEmpty())
      text += QStringLiteral(" %1: %2.").arg(headName(numbers.request.heads[s]), parts.join(QStringLiteral(", ")));
  }
  return text;
}

}  // namespace headlight
