#include "ui/figures/coloured_text/coloured_text_figure.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

#include "ui/figures/cell_words.h"
#include "ui/figures/coloured_text/token_tint.h"
#include "ui/figures/painting.h"
#include "ui/figures/token_label.h"
#include "ui/words.h"

namespace headlight {

Index ColouredTextFigure::token() const {
  if (isEmpty()) return 0;
  const Index most = m_direction == Direction::Gives ? maps()->queries() : maps()->keys();
  if (m_token && *m_token >= 0 && *m_token < most) return *m_token;
  return defaultToken(m_direction == Direction::Gives ? maps()->queryTokens() : maps()->keyTokens());
}

const Token& ColouredTextFigure::chosenToken() const {
  const auto& tokens = m_direction == Direction::Gives ? maps()->queryTokens() : maps()->keyTokens();
  return tokens[static_cast<std::size_t>(token())];
}

ColouredTextRequest ColouredTextFigure::request() const {
  return {head(), token(), m_direction, m_direction == Direction::Gives ? sinks() : std::vector<Index>{}};
}

const ColouredTextData& ColouredTextFigure::data() const {
  const ColouredTextRequest wanted = request();
  if (!m_data || m_data->request != wanted)
    m_data = std::make_shared<ColouredTextData>(computeColouredText(*maps(), context(), wanted));
  return *m_data;
}

ColourScale ColouredTextFigure::scale() const {
  if (isEmpty()) return {};
  return scaleUpTo(style().range == ScaleRange::PerHead ? std::optional<double>(data().largest) : std::nullopt);
}

QString ColouredTextFigure::title() const {
  if (isEmpty()) return AttentionFigure::title();
  const QString label = tokenLabel(chosenToken());
  return AttentionFigure::title() +
         (m_direction == Direction::Gives ? rowTitle(context(), label) : columnTitle(context(), label));
}

ColouredTextLayout ColouredTextFigure::layout(QSizeF size) const {
  if (isEmpty()) return {};
  const ColouredTextData& numbers = data();
  ColouredTextSpec spec;
  fill(spec, size);
  spec.pieces = runningText(numbers.axis.tokens);
  spec.chosen = numbers.chosen;
  if (style().cellValues)
    for (const float weight : numbers.weights)
      spec.values.push_back(weight >= 0.005F ? percentText(weight, 0) : QString());
  // The text is the picture: the line below the title need not repeat it.
  spec.subtitle = context().modelName;
  spec.scale = scale();
  const bool query = (m_direction == Direction::Gives) != context().transposed;
  if (context().quantity.attends)
    spec.notes.push_back(query ? Words::tr("Tint: how much of the framed token’s attention a token gets.")
                               : Words::tr("Tint: how much of its attention a token gives to the framed one."));
  else
    spec.notes.push_back((query ? Words::tr("Tint: %1 with the framed token as query.")
                                : Words::tr("Tint: %1 with the framed token as key."))
                             .arg(quantityName(context())));
  if (numbers.numberless > 0) spec.notes.push_back(numberlessNote(numbers.numberless));
  spec.notes.push_back(
      style().range == ScaleRange::Common ? scaleNote() : scaleName() + Words::tr(", up to the largest number shown."));
  if (numbers.sinkMass > 0 || std::count(numbers.sink.begin(), numbers.sink.end(), true)) {
    spec.sinkText = Words::tr("on %1").arg(sinkText());
    spec.notes.push_back(sinks() == std::vector<Index>{0} ? Words::tr("First token: hatched, with its own bar.")
                         : sinks().size() == 1
                             ? Words::tr("%1: hatched, with its own bar.").arg(sinkText())
                             : Words::tr("Special tokens: hatched, with their own bar."));
  }
  spec.notes.push_back(shortenedNote());
  return layoutColouredText(spec, FontTextMetrics(style()));
}

void ColouredTextFigure::draw(QPainter& p, QSizeF size) const {
  const ColouredTextData& numbers = data();
  const ColouredTextLayout layout = this->layout(size);
  const ColourScale scale = this->scale();
  const ColourMap map = style().map();
  const Palette& inks = style().inks();
  FigureStyle around = style();
  around.textSize = layout.noteSize;
  const double small = around.smallSize();

  for (const ColouredTextLayout::Piece& piece : layout.pieces) {
    const auto i = static_cast<std::size_t>(piece.token);
    QColor ink = numbers.axis.tokens[i].special ? inks.muted : inks.ink;
    // A thin line of paper between the tokens of one word.
    const QRectF box = piece.box.adjusted(0.5, 0, -0.5, 0);
    if (numbers.sink[i]) {
      paintHatch(p, box, style());
    } else if (std::isnan(numbers.weights[i])) {
      paintNoNumber(p, box, style());
    } else if (numbers.weights[i] >= 0) {
      ink = paintTint(p, box, layout.radius, map.colour(scale.position(numbers.weights[i])));
    } else {
      ink = inks.muted;
    }
    paintText(p, {piece.text, piece.origin, piece.box}, style(), piece.size, ink);
    if (piece.value) paintText(p, *piece.value, style(), layout.valueSize, inks.muted);
  }
  if (const auto* chosen = layout.piece(numbers.chosen)) {
    const double width = std::clamp(layout.textSize * 0.07, 1.5, 4.0);
    p.setRenderHint(QPainter::Antialiasing, true);
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(inks.accent, width));
    const double out = width / 2 + 0.5;
    p.drawRoundedRect(chosen->box.adjusted(-out, -out, out, out), layout.radius + out, layout.radius + out);
  }
  if (layout.sinkTitle) {
    paintText(p, *layout.sinkTitle, style(), small, inks.muted);
    const double share = std::clamp(numbers.sinkMass, 0.0, 1.0);
    paintShareBar(p, layout.sinkBar, share, Qt::Horizontal, inks.neutral, style());
    PlacedText value = *layout.sinkValue;
    value.text = percentText(share, 0);
    paintText(p, value, style(), small, inks.muted);
  }
  paintColourBar(p, layout.legend, around);
  paintFrame(p, layout.frame, around);
}

std::vector<FigureSpot> ColouredTextFigure::places(QSizeF size) const {
  std::vector<FigureSpot> places;
  if (isEmpty()) return places;
  const TokenAxis& axis = data().axis;
  const bool gives = m_direction == Direction::Gives;
  const ColouredTextLayout layout = this->layout(size);
  for (const ColouredTextLayout::Piece& piece : layout.pieces) {
    const double more = layout.radius;
    places.push_back({piece.box, {}, gives ? token() : axis.queryAt(piece.token).value_or(-1),
                      gives ? axis.keyAt(piece.token).value_or(-1) : token(), {}, piece.token,
                      piece.box.adjusted(-more, -more, more, more)});
  }
  return places;
}

float ColouredTextFigure::weightAt(Index place) const {
  const auto i = static_cast<std::size_t>(place);
  return data().sink[i] ? data().sinkWeights[i] : data().weights[i];
}

QStringList ColouredTextFigure::describe(Index place) const {
  if (isEmpty() || place < 0 || place >= static_cast<Index>(data().weights.size())) return {};
  const ColouredTextData& shown = data();
  const float weight = weightAt(place);
  const bool gives = m_direction == Direction::Gives;
  const Index query = gives ? shown.chosen : place, key = gives ? place : shown.chosen;
  const auto label = [&](Index at) { return tokenLabel(shown.axis.tokens[static_cast<std::size_t>(at)]); };
  const QString pair = pairWords(context(), label(query), query, label(key), key);
  return {weight < 0 ? Words::tr("masked") : exactWords(context(), weight), pair};
}

QString ColouredTextFigure::sentence(Index place) const {
  const float weight = weightAt(place);
  if (weight < 0) return {};
  const QString chosen = tokenLabel(chosenToken()),
                other = tokenLabel(data().axis.tokens[static_cast<std::size_t>(place)]);
  const bool gives = m_direction == Direction::Gives;
  return cellWords(context(), gives ? chosen : other, gives ? other : chosen, weight, 2);
}

QSizeF ColouredTextFigure::preferredSize() const {
  if (isEmpty()) return {640, 480};
  double letters = 0;
  for (const TextPiece& piece : runningText(maps()->keyTokens())) letters += static_cast<double>(piece.text.size()) + 1;
  return {800, std::clamp(260 + letters * style().textSize * 0.02 * style().textSize, 320.0, 1600.0)};
}

QString ColouredTextFigure::altText() const {
  if (isEmpty()) return Words::tr("Coloured text without tokens.");
  const ColouredTextData& numbers = data();
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < numbers.weights.size(); ++i)
    if (numbers.weights[i] > 0) order.push_back(i);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return numbers.weights[a] > numbers.weights[b]; });
  QStringList parts;
  for (std::size_t n = 0; n < std::min<std::size_t>(3, order.size()); ++n)
    parts << Words::tr("“%1” %2").arg(tokenLabel(numbers.axis.tokens[order[n]]),
                                      percentText(numbers.weights[order[n]], 0));
  QString text = Words::tr("The text with its tokens tinted by %1. ").arg(quantityName(context())) + titleAndSubtitle();
  if (!parts.isEmpty()) text += Words::tr(" Strongest: ") + parts.join(QStringLiteral(", ")) + u'.';
  if (numbers.sinkMass > 0)
    text += Words::tr(" %1 on %2, shown separately.").arg(percentText(numbers.sinkMass, 0), sinkText());
  return text;
}

}  // namespace headlight
