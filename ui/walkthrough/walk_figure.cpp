#include "ui/walkthrough/walk_figure.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

#include "ui/figures/coloured_text/token_tint.h"
#include "ui/figures/painting.h"
#include "ui/figures/token_label.h"
#include "ui/walkthrough/walk_words.h"
#include "ui/words.h"

namespace headlight {
namespace {

bool hasStrips(WalkStep step) {
  return step == WalkStep::Query || step == WalkStep::Keys || step == WalkStep::Scores || step == WalkStep::Values;
}

QString headLabel(Index head) { return Words::tr("head %1").arg(head); }

/// A row of cells, one for each number; blue below 0, orange above.
void paintStrip(QPainter& p, const QRectF& area, const Eigen::Ref<const Vector>& numbers, double largest,
                const FigureStyle& style, double opacity = 1) {
  const ColourMap map = style.map(true);
  const double width = area.width() / static_cast<double>(std::max<Index>(1, numbers.size()));
  p.setRenderHint(QPainter::Antialiasing, false);
  for (Index i = 0; i < numbers.size(); ++i) {
    QColor colour = map.colour(0.5 + 0.5 * std::clamp(static_cast<double>(numbers[i]) / largest, -1.0, 1.0));
    colour.setAlphaF(static_cast<float>(opacity));
    // Whole units, so that neighbours touch without a seam.
    const double left = std::round(area.left() + width * static_cast<double>(i));
    const double right = std::round(area.left() + width * static_cast<double>(i + 1));
    p.fillRect(QRectF(left, area.top(), right - left, area.height()), colour);
  }
  p.setRenderHint(QPainter::Antialiasing, true);
  p.setPen(QPen(style.inks().hairline, 0.75));
  p.setBrush(Qt::NoBrush);
  p.drawRect(
      QRectF(std::round(area.left()), area.top(), std::round(area.right()) - std::round(area.left()), area.height()));
}

/// Where a bar of a number that may be below zero begins and ends.
struct SignedScale {
  double least = 0, most = 0;
  void take(double value) { least = std::min(least, value), most = std::max(most, value); }
  double x(const QRectF& area, double value) const {
    const double span = most - least;
    return span > 0 ? area.left() + (value - least) / span * area.width() : area.left();
  }
};

void paintSignedBar(QPainter& p, const QRectF& area, double value, const SignedScale& scale, const QColor& colour,
                    const FigureStyle& style) {
  const double zero = scale.x(area, 0), end = scale.x(area, value);
  p.setRenderHint(QPainter::Antialiasing, false);
  const double inset = area.height() * 0.12;
  p.fillRect(QRectF(std::min(zero, end), area.top() + inset, std::abs(end - zero), area.height() - 2 * inset), colour);
  p.setRenderHint(QPainter::Antialiasing, true);
  p.setPen(QPen(style.inks().muted, 0.75));
  p.drawLine(QPointF(zero, area.top() - 1), QPointF(zero, area.bottom() + 1));
}

template <class Numbers>
double largestOf(const Numbers& numbers) {
  return std::max(1e-9F, numbers.size() > 0 ? numbers.cwiseAbs().maxCoeff() : 0.0F);
}

}  // namespace

/// What the steps draw with.
struct WalkFigure::Drawing {
  const WalkFigure& figure;
  const WalkReport& story;
  const Walkthrough& walk;
  const FigureStyle& style;
  QPainter& p;
  WalkLayout layout;
  std::vector<Index> keys;

  void words() {
    paintFrame(p, layout.frame, style);
    const Palette& inks = style.inks();
    for (const PlacedText& caption : layout.captions) paintText(p, caption, style, layout.captionSize, inks.ink);
  }

  void name(const WalkLayout::Row& row, bool chosen, bool muted = false) {
    const Palette& inks = style.inks();
    paintText(p, row.name, style, layout.nameSize,
              chosen  ? inks.accent
              : muted ? inks.muted
                      : inks.ink,
              chosen ? QFont::DemiBold : QFont::Normal);
    if (row.number) paintText(p, *row.number, style, layout.nameSize, muted ? inks.muted : inks.ink);
  }

  bool isQuery(Index key) const { return key == walk.queryAt; }
  bool sees(Index key) const { return walk.visible[static_cast<std::size_t>(key)]; }

  void hidden(const QRectF& area) { paintHatch(p, area, style); }

  void tokens() {
    const ColouredTextLayout text = figure.textLayout(layout);
    const Palette& inks = style.inks();
    p.save();
    p.translate(layout.body.topLeft());
    p.setRenderHint(QPainter::Antialiasing, true);
    for (const ColouredTextLayout::Piece& piece : text.pieces) {
      const QRectF box = piece.box.adjusted(0.5, 0, -0.5, 0);
      QColor ink = inks.muted;
      if (isQuery(piece.token)) {
        ink = paintTint(p, box, text.radius, inks.accent);
      } else if (sees(piece.token)) {
        ink = paintTint(p, box, text.radius, style.map().colour(0.16));
      } else {
        ink.setAlphaF(0.55F);
      }
      paintText(p, {piece.text, piece.origin, piece.box}, style, piece.size, ink);
    }
    p.restore();
  }

  /// The query as a block of cells, large enough for its numbers.
  void query() {
    const Index n = walk.query.size();
    const QRectF body = layout.body;
    // As many columns as make the cells largest.
    Index columns = 1;
    double pitch = 0;
    for (Index tried = 1; tried <= n; tried *= 2) {
      const double lines = std::ceil(static_cast<double>(n) / static_cast<double>(tried));
      const double cell = std::min(body.width() / static_cast<double>(tried), body.height() / lines);
      if (cell > pitch) columns = tried, pitch = cell;
    }
    const double largest = figure.stripScale();
    const ColourMap map = style.map(true);
    const FontTextMetrics fonts(style);
    const TextMetrics& metrics = fonts;
    const double rows = std::ceil(static_cast<double>(n) / static_cast<double>(columns));
    const QPointF corner(body.left() + (body.width() - pitch * static_cast<double>(columns)) / 2,
                         body.top() + (body.height() - pitch * rows) / 2);
    double size = std::max(style.smallSize(), std::round(pitch * 0.2));
    while (size > kSmallestLabel && metrics.width(QStringLiteral("−0.00"), size) > pitch - 4) --size;
    const bool numbers = figure.m_numbers && metrics.width(QStringLiteral("−0.00"), size) <= pitch - 4;
    for (Index i = 0; i < n; ++i) {
      const QRectF cell(corner.x() + pitch * static_cast<double>(i % columns) + 1,
                        corner.y() + pitch * static_cast<double>(i / columns) + 1, pitch - 2, pitch - 2);
      const QColor colour = map.colour(0.5 + 0.5 * walk.query[i] / largest);
      p.fillRect(cell, colour);
      p.setRenderHint(QPainter::Antialiasing, true);
      p.setPen(QPen(style.inks().hairline, 0.75));
      p.setBrush(Qt::NoBrush);
      p.drawRect(cell);
      if (!numbers) continue;
      const QString text = walkNumber(walk.query[i]);
      const QPointF origin(cell.center().x() - metrics.width(text, size) / 2, cell.center().y() + size * 0.34);
      paintText(p, placeText(text, origin, size, metrics), style, size, inkOn(colour));
    }
  }

  void keyStrips() {
    const double largest = figure.stripScale();
    name(*layout.head, true);
    paintStrip(p, layout.head->strip, walk.query, largest, style);
    for (std::size_t i = 0; i < keys.size(); ++i) {
      const bool seen = sees(keys[i]);
      name(layout.rows[i], isQuery(keys[i]), !seen);
      paintStrip(p, layout.rows[i].strip, walk.keys.row(keys[i]).transpose(), largest, style, seen ? 1 : 0.25);
    }
  }

  void scores() {
    SignedScale scale;
    const auto sum = [&](Index key) { return static_cast<double>(walk.products.row(key).sum()); };
    for (const Index key : keys)
      if (sees(key)) scale.take(sum(key));
    const double largest = figure.stripScale();
    for (std::size_t i = 0; i < keys.size(); ++i) {
      const bool seen = sees(keys[i]);
      name(layout.rows[i], isQuery(keys[i]), !seen);
      paintStrip(p, layout.rows[i].strip, walk.products.row(keys[i]).transpose(), largest, style, seen ? 1 : 0.25);
      if (seen) paintSignedBar(p, layout.rows[i].bar, sum(keys[i]), scale, seriesColour(0, style.dark()), style);
    }
  }

  void mask() {
    // The axis of the sums before, which stand pale behind the bars: only so is it seen that they become smaller.
    SignedScale scale;
    const auto sum = [&](Index key) { return static_cast<double>(walk.products.row(key).sum()); };
    for (const Index key : keys)
      if (sees(key)) scale.take(sum(key)), scale.take(walk.scores[key]);
    QColor pale = seriesColour(0, style.dark());
    pale.setAlphaF(0.25F);
    for (std::size_t i = 0; i < keys.size(); ++i) {
      const bool seen = sees(keys[i]);
      name(layout.rows[i], isQuery(keys[i]), !seen);
      if (!seen) {
        hidden(layout.rows[i].strip);
        continue;
      }
      paintSignedBar(p, layout.rows[i].strip, sum(keys[i]), scale, pale, style);
      paintSignedBar(p, layout.rows[i].strip, walk.scores[keys[i]], scale, seriesColour(0, style.dark()), style);
    }
  }

  void softmax() {
    for (std::size_t i = 0; i < keys.size(); ++i) {
      const bool seen = sees(keys[i]);
      name(layout.rows[i], isQuery(keys[i]), !seen);
      const QRectF strip = layout.rows[i].strip;
      const double inset = strip.height() * 0.12;
      if (seen)
        paintShareBar(p, strip.adjusted(0, inset, 0, -inset), walk.weights[keys[i]], Qt::Horizontal,
                      seriesColour(0, style.dark()), style);
      else
        hidden(strip);
    }
  }

  void values() {
    const double largest = figure.stripScale();
    for (std::size_t i = 0; i < keys.size(); ++i) {
      const double weight = std::max(0.0F, walk.weights[keys[i]]);
      name(layout.rows[i], isQuery(keys[i]), !sees(keys[i]));
      paintStrip(p, layout.rows[i].strip, walk.values.row(keys[i]).transpose(), largest, style,
                 0.06 + 0.94 * std::sqrt(std::min(1.0, weight)));
    }
    name(*layout.foot, true);
    paintStrip(p, layout.foot->strip, walk.headOutput, largestOf(walk.headOutput), style);
  }

  void heads() {
    const ColourScale scale = figure.headsScale();
    const ColourMap map = style.map();
    for (Index head = 0; head < story.heads.rows(); ++head) {
      const WalkLayout::Row& row = layout.rows[static_cast<std::size_t>(head)];
      const bool chosen = head == walk.head.head;
      name(row, chosen);
      const double width = row.strip.width() / static_cast<double>(keys.size());
      for (std::size_t i = 0; i < keys.size(); ++i) {
        const double left = row.strip.left() + width * static_cast<double>(i);
        const QRectF cell(left + 0.5, row.strip.top(), width - 1, row.strip.height());
        if (sees(keys[i])) p.fillRect(cell, map.colour(scale.position(story.heads(head, keys[i]))));
      }
      p.setRenderHint(QPainter::Antialiasing, true);
      p.setBrush(Qt::NoBrush);
      p.setPen(QPen(chosen ? style.inks().accent : style.inks().hairline, chosen ? 2 : 0.75));
      p.drawRect(row.strip.adjusted(-1, -1, 1, 1));
    }
    for (const PlacedLabel& column : layout.columns) {
      const Index key = keys[static_cast<std::size_t>(column.token)];
      paintLabel(p, column, style, style.smallSize(),
                 isQuery(key) ? style.inks().accent
                 : sees(key)  ? style.inks().ink
                              : style.inks().muted);
    }
    const FontTextMetrics fonts(style);
    const TextMetrics& metrics = fonts;
    const QRectF first = layout.rows.front().strip, last = layout.rows.back().strip;
    paintColourBar(p,
                   layoutColourBar({layout.body.right() - colourBarWidth(scale, style, metrics) + 8, first.top()},
                                   std::max(60.0, last.bottom() - first.top()), scale, style, metrics),
                   style);
  }

  void output() {
    SignedScale scale;
    for (const float norm : story.residualUpdate) scale.take(norm);
    for (Index head = 0; head < story.residualUpdate.size(); ++head) {
      const WalkLayout::Row& row = layout.rows[static_cast<std::size_t>(head)];
      const bool chosen = head == walk.head.head;
      name(row, chosen);
      paintSignedBar(p, row.strip, story.residualUpdate[head], scale,
                     chosen ? style.inks().accent : style.inks().neutral, style);
    }
  }
};

void WalkFigure::setStep(std::shared_ptr<const WalkReport> story, WalkStep step, bool numbers) {
  m_story = std::move(story);
  m_step = step;
  m_numbers = numbers;
  changed();
}

void WalkFigure::changed() {
  if (!m_story || !maps()) return;
  const std::vector<Token>& tokens = maps()->keyTokens();
  const bool same = std::equal(tokens.begin(), tokens.end(), m_story->tokens.begin(), m_story->tokens.end(),
                               [](const Token& a, const Token& b) { return a.display == b.display; });
  if (same || tokens.size() != m_story->tokens.size()) return;
  auto story = std::make_shared<WalkReport>(*m_story);
  story->tokens = tokens;
  m_story = std::move(story);
}

QString WalkFigure::title() const {
  if (!m_story) return AttentionFigure::title();
  return QStringLiteral("%1 · %2").arg(static_cast<int>(m_step) + 1).arg(wordsOf(*m_story, m_step).title);
}

ColourScale WalkFigure::headsScale() const {
  ColourScale scale;
  scale.kind = style().scale;
  return scale;
}

double WalkFigure::stripScale() const {
  const Walkthrough& walk = m_story->walk;
  switch (m_step) {
    case WalkStep::Query:
      return largestOf(walk.query);
    case WalkStep::Keys:
      return std::max(largestOf(walk.keys), largestOf(walk.query));
    case WalkStep::Scores:
      return largestOf(walk.products);
    default:
      return largestOf(walk.values);
  }
}

WalkSpec WalkFigure::spec(QSizeF size, const std::vector<Index>& keys) const {
  WalkSpec spec;
  spec.size = size;
  spec.style = style();
  if (!m_wordsApart) spec.title = title();
  if (!m_story) return spec;
  const WalkReport& story = *m_story;
  const Walkthrough& walk = story.walk;
  const WalkWords words = wordsOf(story, m_step);
  const std::vector<QString> labels = keys.empty() ? std::vector<QString>() : axisLabels(story.tokens);
  if (!m_wordsApart && style().caption) spec.captions << words.caption;
  if (!m_wordsApart && style().caption && m_numbers) spec.captions << words.numbers;
  if (hasStrips(m_step)) {
    QString note = Words::tr("Each cell is a number: orange positive, blue negative; full colour at ±%1.")
                       .arg(walkNumber(stripScale()));
    if (m_step == WalkStep::Values)
      note += Words::tr(" The mix has its own scale, up to ±%1.").arg(walkNumber(largestOf(walk.headOutput)));
    spec.notes.push_back(note);
  }
  if (m_step == WalkStep::Mask) spec.notes.push_back(Words::tr("Pale: the sums of the step before, on the same axis."));
  const bool rows = m_step != WalkStep::Tokens && m_step != WalkStep::Query && m_step != WalkStep::Output;
  if (rows && static_cast<Index>(keys.size()) < story.keys())
    spec.notes.push_back(
        Words::tr("%1 of %2 tokens: those with the largest weights.").arg(keys.size()).arg(story.keys()));
  if (m_step == WalkStep::Heads || m_step == WalkStep::Output) {
    spec.fills = true;
    for (Index head = 0; head < story.heads.rows(); ++head) {
      spec.names.push_back(headLabel(head));
      if (m_step == WalkStep::Output) spec.numbers.push_back(walkNumber(story.residualUpdate[head]));
    }
    if (m_step == WalkStep::Heads) {
      for (const Index key : keys) spec.columns.push_back(labels[static_cast<std::size_t>(key)]);
      spec.aside = colourBarWidth(headsScale(), style(), FontTextMetrics(style()));
    }
  } else if (rows) {
    for (const Index key : keys) {
      spec.names.push_back(labels[static_cast<std::size_t>(key)]);
      const bool seen = walk.visible[static_cast<std::size_t>(key)];
      const QString none = QStringLiteral("–");
      if (m_step == WalkStep::Scores && m_numbers)
        spec.numbers.push_back(seen ? walkNumber(walk.products.row(key).sum()) : none);
      if (m_step == WalkStep::Mask && m_numbers) spec.numbers.push_back(seen ? walkNumber(walk.scores[key]) : none);
      if (m_step == WalkStep::Softmax || m_step == WalkStep::Values)
        spec.numbers.push_back(seen ? percentText(walk.weights[key], m_numbers                    ? 2
                                                                     : walk.weights[key] < 0.095F ? 1
                                                                                                  : 0)
                                    : none);
    }
    spec.split = m_step == WalkStep::Scores;
    if (m_step == WalkStep::Keys) spec.head = Words::tr("query");
    if (m_step == WalkStep::Values) spec.foot = Words::tr("mix");
  }
  return spec;
}

std::vector<Index> WalkFigure::keys(QSizeF size) const {
  if (!m_story) return {};
  if (m_step == WalkStep::Heads)
    return keysToShow(*m_story, std::clamp<Index>(static_cast<Index>(size.width() / 44), 3, 32));
  // The note about tokens left out takes a line: leave room for it as if it were there.
  return keysToShow(*m_story, walkRowsFor(spec(size, {}), FontTextMetrics(style())));
}

WalkLayout WalkFigure::layout(QSizeF size, const std::vector<Index>& keys) const {
  return layoutWalk(spec(size, keys), FontTextMetrics(style()));
}

ColouredTextLayout WalkFigure::textLayout(const WalkLayout& layout) const {
  ColouredTextSpec spec;
  spec.size = layout.body.size();
  spec.pieces = runningText(m_story->tokens);
  spec.chosen = m_story->walk.queryAt;
  spec.style = style();
  spec.style.title = spec.style.caption = false;
  spec.style.legend = LegendPlace::None;
  return layoutColouredText(spec, FontTextMetrics(style()));
}

void WalkFigure::draw(QPainter& painter, QSizeF size) const {
  if (!m_story) return;
  const std::vector<Index> shown = keys(size);
  Drawing drawing{*this, *m_story, m_story->walk, style(), painter, layout(size, shown), shown};
  drawing.words();
  switch (m_step) {
    case WalkStep::Tokens:
      drawing.tokens();
      break;
    case WalkStep::Query:
      drawing.query();
      break;
    case WalkStep::Keys:
      drawing.keyStrips();
      break;
    case WalkStep::Scores:
      drawing.scores();
      break;
    case WalkStep::Mask:
      drawing.mask();
      break;
    case WalkStep::Softmax:
      drawing.softmax();
      break;
    case WalkStep::Values:
      drawing.values();
      break;
    case WalkStep::Heads:
      drawing.heads();
      break;
    case WalkStep::Output:
      drawing.output();
      break;
  }
}

QString WalkFigure::altText() const {
  if (!m_story) return Words::tr("A walkthrough without a token.");
  const WalkWords words = wordsOf(*m_story, m_step);
  return Words::tr("Step %1 of %2 of a walkthrough. %3. %4 (%5.)")
      .arg(static_cast<int>(m_step) + 1)
      .arg(kWalkSteps)
      .arg(words.title, words.caption, words.numbers);
}

std::vector<FigureSpot> WalkFigure::spots(QSizeF size) const {
  std::vector<FigureSpot> spots;
  if (!m_story) return spots;
  const std::vector<Index> shown = keys(size);
  const WalkLayout places = layout(size, shown);
  const Walkthrough& walk = m_story->walk;
  if (m_step == WalkStep::Heads || m_step == WalkStep::Output) {
    for (std::size_t head = 0; head < places.rows.size(); ++head)
      spots.push_back({places.rows[head].box(),
                       Words::tr("head %1 adds %2").arg(head).arg(m_story->residualUpdate[static_cast<Index>(head)]),
                       walk.queryAt, -1});
    return spots;
  }
  for (std::size_t i = 0; i < places.rows.size(); ++i) {
    const Index key = shown[i];
    const QString label = tokenLabel(m_story->tokens[static_cast<std::size_t>(key)]);
    spots.push_back(
        {places.rows[i].box(),
         walk.visible[static_cast<std::size_t>(key)]
             ? Words::tr("“%1”: score %2, weight %3").arg(label).arg(walk.scores[key]).arg(walk.weights[key])
             : Words::tr("“%1” is masked").arg(label),
         walk.queryAt, key});
  }
  return spots;
}

}  // namespace headlight
