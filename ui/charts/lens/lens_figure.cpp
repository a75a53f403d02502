#include "ui/charts/lens/lens_figure.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

#include "ui/figures/head_words.h"
#include "ui/figures/painting.h"
#include "ui/figures/token_label.h"
#include "ui/words.h"

namespace headlight {
namespace {

/// Of the height, for the grid with its labels.
constexpr double kGridShare = 0.58;

QString wordOf(const Prediction& prediction) {
  Token token;
  token.text = token.display = prediction.text;
  return prediction.text.empty() ? QStringLiteral("–") : tokenLabel(token);
}

}  // namespace

QString LensFigure::title() const {
  if (isEmpty()) return Words::tr("Logit lens");
  return Words::tr("Logit lens: what the model would predict after each layer");
}

QString LensFigure::tokenName(Index token) const {
  return tokenLabel(m_report->tokens[static_cast<std::size_t>(token)]);
}

QString LensFigure::depthName(int depth) const {
  return depth == 0 ? Words::tr("Before the first layer") : Words::tr("After layer %1").arg(depth - 1);
}

ColourScale LensFigure::scale() const {
  ColourScale scale{m_style.scale, 1};
  scale.title = {Words::tr("probability")};
  return scale;
}

ColourScale LensFigure::headScale() const {
  ColourScale scale{ScaleKind::Linear, 0.01, true, ScaleUnit::Nats};
  scale.title = {Words::tr("logit")};
  for (const LogitPart& part : m_report->heads) scale.max = std::max(scale.max, std::abs(part.value));
  return scale;
}

std::vector<QString> LensFigure::notes(const LensLayout& layout) const {
  const LensReport& r = *m_report;
  std::vector<QString> notes = {
      r.masked
          ? Words::tr("Each cell: the most likely token at this place if the output head read the hidden state of that "
                      "layer; colour: its probability.")
          : Words::tr("Each cell: the most likely next token if the output head read the hidden state of that layer; "
                      "colour: its probability.")};
  notes.push_back(m_style.scale == ScaleKind::Sqrt  ? Words::tr("Colours: square-root scale.")
                  : m_style.scale == ScaleKind::Log ? Words::tr("Colours: logarithmic scale.")
                                                    : Words::tr("Colours: linear scale."));
  if (r.grid.rows < static_cast<Index>(r.tokens.size()))
    notes.push_back(
        Words::tr("Tokens %1 to %2 of %3.").arg(r.grid.first).arg(r.grid.first + r.grid.rows - 1).arg(r.tokens.size()));
  if (layout.wordSize == 0) notes.push_back(Words::tr("No room for words: point at a cell."));
  return notes;
}

void LensFigure::placeGrid(LensLayout& out, const QRectF& area, const TextMetrics& metrics) const {
  const LensReport& r = *m_report;
  CellGridSpec spec{area};
  spec.rows = {Words::tr("input", "hidden state before the first layer")};
  for (int layer = 0; layer + 1 < r.grid.depths; ++layer) spec.rows.push_back(QStringLiteral("L%1").arg(layer));
  const std::vector<QString> labels = axisLabels(r.tokens);
  const auto first = labels.begin() + r.grid.first;
  spec.columns.assign(first, first + r.grid.rows);
  spec.scale = scale();
  static_cast<CellGridLayout&>(out) = layoutCellGrid(spec, m_style, metrics);
}

void LensFigure::placeBars(LensLayout& out, const QRectF& area, const TextMetrics& metrics) const {
  const LensReport& r = *m_report;
  const double small = m_style.smallSize(), line = metrics.height(small);
  double y = area.top() + metrics.ascent(small);
  out.barsTitle = placeText(metrics.elided(Words::tr("%1 at “%2”").arg(depthName(r.depth), tokenName(r.token)),
                                           area.width(), small, QFont::DemiBold),
                            {area.left(), y}, small, metrics, QFont::DemiBold);
  y += metrics.descent(small) + 6;
  const std::vector<Prediction>& candidates = r.candidates[static_cast<std::size_t>(r.depth)];
  std::vector<QString> names;
  for (const Prediction& each : candidates) names.push_back(wordOf(each));
  const double name = std::min(metrics.widest(names, small), area.width() * 0.35);
  const double value = metrics.width(QStringLiteral("100.0%"), small);
  const double pitch = std::clamp((area.bottom() - y) / static_cast<double>(candidates.size()), line + 2, line + 10);
  for (std::size_t i = 0; i < candidates.size() && y + line <= area.bottom() + 1; ++i, y += pitch) {
    const double baseline = y + pitch / 2 + metrics.ascent(small) * 0.36;
    LensLayout::Bar bar;
    bar.name = placeText(metrics.elided(names[i], name, small), {area.left(), baseline}, small, metrics);
    const QString percent = percentText(candidates[i].probability, 1);
    bar.value = placeText(percent, {area.right() - metrics.width(percent, small), baseline}, small, metrics);
    bar.whole = QRectF(QPointF(area.left() + name + 8, y + pitch * 0.2),
                       QPointF(area.right() - value - 8, y + pitch * 0.8));
    out.bars.push_back(std::move(bar));
  }
}

void LensFigure::placeHeads(LensLayout& out, const QRectF& area, const TextMetrics& metrics) const {
  const LensReport& r = *m_report;
  const double small = m_style.smallSize();
  const QString of = r.word.isEmpty() ? Words::tr("What each head adds to the logit at “%1”").arg(tokenName(r.token))
                                      : Words::tr("What each head adds to the logit of “%1” (%2)")
                                            .arg(r.word, percentText(r.probability, 1));
  out.headsTitle = placeText(metrics.elided(of, area.width(), small, QFont::DemiBold),
                             {area.left(), area.top() + metrics.ascent(small)}, small, metrics, QFont::DemiBold);
  const double top = area.top() + metrics.height(small);
  if (r.heads.empty()) {
    double y = top + 6;
    for (const QString& text : metrics.wrapped(r.why, area.width(), small, 5)) {
      out.why.push_back(placeText(text, {area.left(), y + metrics.ascent(small)}, small, metrics));
      y += metrics.height(small);
    }
    return;
  }
  AtlasSpec spec;
  spec.style = m_style;
  spec.style.title = spec.style.caption = false;
  if (spec.style.hasLegend()) spec.style.legend = LegendPlace::Right;
  spec.scale = headScale();
  spec.size = QSizeF(area.width(), area.bottom() - top);
  for (const LogitPart& part : r.heads) {
    spec.layers = std::max(spec.layers, part.head.layer + 1);
    spec.heads = std::max(spec.heads, part.head.head + 1);
  }
  spec.aspect = headCellAspect(spec.size, spec.layers, spec.heads);
  out.heads = layoutAtlas(spec, metrics);
  out.headsAt = QPointF(area.left(), top);
}

LensLayout LensFigure::layout(QSizeF size) const {
  LensLayout out;
  const FontTextMetrics metrics(m_style);
  if (isEmpty()) {
    out.frame = layoutFrame(size, title(), {}, {}, m_style, metrics);
    return out;
  }
  const LensReport& r = *m_report;
  QStringList parts = {r.model};
  if (!r.text.isEmpty()) parts << quotedText(r.text);
  if (!r.changed.isEmpty()) parts << Words::tr("changed: ") + r.changed;
  // Whether there is room for words is a note, which takes room itself.
  for (int round = 0; round < 2; ++round) {
    const std::vector<QString> notes = this->notes(out);
    out = {};
    out.frame = layoutFrame(size, title(), parts.join(QStringLiteral(" · ")), notes, m_style, metrics);
    const QRectF body = out.frame.body;
    placeGrid(out, QRectF(body.topLeft(), QSizeF(body.width(), body.height() * kGridShare)), metrics);
    const double top = std::max(out.grid.bottom(), out.legend.bottom()) + 14;
    const double middle = body.left() + body.width() * 0.42;
    placeBars(out, QRectF(QPointF(body.left(), top), QPointF(middle - 24, body.bottom())), metrics);
    placeHeads(out, QRectF(QPointF(middle, top), body.bottomRight()), metrics);
  }
  return out;
}

void LensFigure::paintGrid(QPainter& p, const LensLayout& layout) const {
  const LensReport& r = *m_report;
  const Palette& inks = m_style.inks();
  paintGridCells(
      p, layout, r.grid.depths, r.grid.rows,
      [&](Index depth, Index column) {
        return r.grid.at(static_cast<int>(depth), r.grid.first + column).probability;
      },
      [&](Index depth, Index column) { return r.wordAt(static_cast<int>(depth), r.grid.first + column); }, scale(),
      m_style);
  p.setPen(QPen(inks.accent, 2));
  p.setBrush(Qt::NoBrush);
  p.drawRect(layout.inked(r.depth, r.token - r.grid.first));
  for (const PlacedText& label : layout.rowLabels) paintText(p, label, m_style, m_style.smallSize(), inks.muted);
  for (const PlacedLabel& label : layout.columnLabels) {
    const Index token = r.grid.first + label.token;
    paintLabel(p, label, m_style, layout.columnSize,
               token == r.token                                          ? inks.accent
               : r.tokens[static_cast<std::size_t>(token)].special ? inks.muted
                                                                         : inks.ink);
  }
  paintColourBar(p, layout.legend, m_style);
}

void LensFigure::paint(QCPPainter& painter, const QRectF& area) const {
  paintPaper(painter, area, m_style);
  if (isEmpty()) return;
  const LensReport& r = *m_report;
  painter.save();
  painter.translate(area.topLeft());
  QPainter& p = painter;
  const LensLayout layout = this->layout(area.size());
  const Palette& inks = m_style.inks();
  const double small = m_style.smallSize();
  paintGrid(p, layout);
  const std::vector<Prediction>& candidates = r.candidates[static_cast<std::size_t>(r.depth)];
  for (std::size_t i = 0; i < layout.bars.size(); ++i) {
    const LensLayout::Bar& bar = layout.bars[i];
    const bool watched = candidates[i].id == r.id && !candidates[i].text.empty();
    paintShareBar(p, bar.whole, candidates[i].probability, Qt::Horizontal,
                  seriesColour(watched ? 1 : 0, m_style.dark()), m_style);
    paintText(p, bar.name, m_style, small, inks.ink);
    paintText(p, bar.value, m_style, small, inks.muted);
  }
  for (const auto* heading : {&layout.barsTitle, &layout.headsTitle})
    if (*heading) paintText(p, **heading, m_style, small, inks.ink, QFont::DemiBold);
  for (const PlacedText& text : layout.why) paintText(p, text, m_style, small, inks.muted);
  if (!r.heads.empty()) {
    std::vector<HeadCell> cells;
    for (const LogitPart& part : r.heads) cells.push_back({part.head, part.value});
    p.save();
    p.translate(layout.headsAt);
    paintHeadCells(p, layout.heads, cells, headScale(), m_style);
    p.restore();
  }
  paintFrame(p, layout.frame, m_style);
  painter.restore();
}

std::vector<FigureSpot> LensFigure::spots(QSizeF size) const {
  std::vector<FigureSpot> spots;
  if (isEmpty()) return spots;
  const LensReport& r = *m_report;
  const LensLayout places = layout(size);
  for (int depth = 0; depth < r.grid.depths; ++depth)
    for (Index column = 0; column < r.grid.rows; ++column) {
      const Index token = r.grid.first + column;
      FigureSpot spot;
      spot.rect = places.cellRect(depth, column);
      spot.text =
          Words::tr("%1, token %2 “%3”: “%4” %5")
              .arg(depthName(depth))
              .arg(token)
              .arg(tokenName(token), r.wordAt(depth, token), percentText(r.grid.at(depth, token).probability, 2));
      spot.query = token;
      spot.id = depth;
      spots.push_back(std::move(spot));
    }
  const std::vector<Prediction>& candidates = r.candidates[static_cast<std::size_t>(r.depth)];
  for (std::size_t i = 0; i < places.bars.size(); ++i)
    spots.push_back({places.bars[i].whole.united(places.bars[i].name.box).united(places.bars[i].value.box),
                     Words::tr("“%1”: %2").arg(wordOf(candidates[i]), percentText(candidates[i].probability, 2))});
  for (const LogitPart& part : r.heads)
    spots.push_back({places.heads.mapRect(part.head).translated(places.headsAt),
                     Words::tr("%1: logit %2").arg(headTitle(part.head), natsText(part.value, true)), -1, -1,
                     part.head});
  return spots;
}

QSizeF LensFigure::preferredSize() const {
  if (isEmpty()) return {900, 620};
  const auto& grid = m_report->grid;
  return {std::clamp(160.0 + 64 * static_cast<double>(grid.rows), 760.0, 2000.0),
          std::clamp(420.0 + 34 * grid.depths, 560.0, 1600.0)};
}

QString LensFigure::altText() const {
  if (isEmpty()) return Words::tr("A logit lens without a text.");
  const LensReport& r = *m_report;
  QStringList way;
  for (int depth = 0; depth < r.grid.depths; ++depth) {
    const Prediction& first = r.candidates[static_cast<std::size_t>(depth)].front();
    way << Words::tr("%1 “%2” %3").arg(depthName(depth), wordOf(first), percentText(first.probability, 1));
  }
  QString text = Words::tr("A grid of %1 hidden states by %2 tokens. At token %3 “%4”: %5.")
                     .arg(r.grid.depths)
                     .arg(r.grid.rows)
                     .arg(r.token)
                     .arg(tokenName(r.token), way.join(QStringLiteral(", ")));
  if (r.heads.empty()) return text;
  const auto most = std::max_element(r.heads.begin(), r.heads.end(),
                                     [](const LogitPart& a, const LogitPart& b) { return a.value < b.value; });
  return text + Words::tr(" The head that adds most to the logit is %1 (%2).")
                    .arg(headName(most->head), natsText(most->value, true));
}

}  // namespace headlight
