#include "ui/figures/attention_figure.h"

#include <algorithm>
#include <iterator>

#include "ui/figures/cell_words.h"
#include "ui/figures/head_words.h"
#include "ui/figures/painting.h"
#include "ui/figures/token_label.h"
#include "ui/words.h"

namespace headlight {

void AttentionFigure::setMaps(std::shared_ptr<const AttentionMaps> maps, AttentionContext context) {
  m_maps = std::move(maps);
  m_context = std::move(context);
  changed();
}

void AttentionFigure::setHead(HeadId head) {
  if (head == m_head) return;
  m_head = head;
  changed();
}

void AttentionFigure::setStyle(const FigureStyle& style) {
  if (style == m_style) return;
  m_style = style;
  changed();
}

bool AttentionFigure::isLarge(Index heads) const {
  return !isEmpty() && maps()->queries() * maps()->keys() > kManyWeights / std::max<Index>(heads, 1);
}

bool AttentionFigure::isEmpty() const {
  return !m_maps || m_maps->queries() == 0 || m_maps->keys() == 0 || m_head.layer < 0 || m_head.head < 0 ||
         m_head.layer >= m_maps->layers() || m_head.head >= m_maps->heads();
}

std::vector<FigureSpot> AttentionFigure::spots(QSizeF size) const {
  std::vector<FigureSpot> spots = places(size);
  if (spots.size() > static_cast<std::size_t>(kMaxVectorCells)) return {};
  for (FigureSpot& spot : spots) spot.text = sentence(spot.id);
  std::erase_if(spots, [](const FigureSpot& spot) { return spot.text.isEmpty(); });
  return spots;
}

QString AttentionFigure::title() const { return titleAs(Words::tr("Layer %1, %2")); }

QString AttentionFigure::titleAs(const QString& layerAndHead) const {
  const QString head = (m_context.heads.isEmpty() ? Words::tr("head %1").arg(m_head.head) : m_context.heads) +
                       attentionNote(m_head.attention);
  const QString title = layerAndHead.arg(QString::number(m_head.layer), head);
  const auto [a, b] = sideNames(m_context, m_head);
  if (b.isEmpty()) return title;
  if (!m_context.headB) return title + QStringLiteral(": ") + a + QStringLiteral(" − ") + b;
  return (m_context.nameA.isEmpty() ? title : title + QStringLiteral(", ") + m_context.nameA) + QStringLiteral(" − ") +
         b;
}

std::vector<Index> AttentionFigure::sinks() const {
  std::vector<Index> columns;
  if (!m_maps || !m_style.sinksApart) return columns;
  for (const Index column : m_context.sinkColumns)
    if (column >= 0 && column < m_maps->keys()) columns.push_back(column);
  return columns;
}

QString AttentionFigure::sinkText() const {
  const std::vector<Index> columns = sinks();
  if (columns.empty()) return {};
  if (columns.size() > 1) return Words::tr("special tokens");
  const QString label = tokenLabel(m_maps->keyTokens()[static_cast<std::size_t>(columns.front())]);
  // A long name of a special token says less than its place.
  if (label.size() > 8) return columns.front() == 0 ? Words::tr("first token") : Words::tr("one token");
  return Words::tr("“%1”").arg(label);
}

QString AttentionFigure::sinkPhrase() const {
  return sinks() == std::vector<Index>{0} ? Words::tr("the first token") : sinkText();
}

QString AttentionFigure::subtitle() const {
  QStringList parts;
  if (!m_context.modelName.isEmpty()) parts << m_context.modelName;
  const QString text = m_context.text.simplified();
  if (!text.isEmpty()) parts << quotedText(text);
  if (!m_context.lenses.isEmpty()) parts << m_context.lenses;
  if (!m_context.changed.isEmpty()) parts << Words::tr("changed: ") + m_context.changed;
  return parts.join(QStringLiteral(" · "));
}

void AttentionFigure::fill(FrameSpec& spec, QSizeF size) const {
  spec.size = size;
  spec.title = title();
  spec.subtitle = subtitle();
  spec.style = style();
}

QString AttentionFigure::titleAndSubtitle() const {
  return title() + (subtitle().isEmpty() ? QString() : QStringLiteral(", ") + subtitle()) + u'.';
}

QString AttentionFigure::scaleName() const {
  return m_style.scale == ScaleKind::Sqrt  ? Words::tr("Square-root colour scale")
         : m_style.scale == ScaleKind::Log ? Words::tr("Logarithmic colour scale")
                                           : Words::tr("Linear colour scale");
}

QStringList AttentionFigure::scaleTitle() const {
  if (!m_context.difference) return {quantityName(m_context)};
  QStringList lines;
  if (!m_context.quantity.name.isEmpty()) lines << m_context.quantity.name;
  const auto [a, b] = sideNames(m_context, m_head);
  return lines + (b.isEmpty() ? QStringList{QStringLiteral("A − B")} : QStringList{a, QStringLiteral("− ") + b});
}

ColourScale AttentionFigure::scaleUpTo(std::optional<double> largest) const {
  ColourScale scale{m_style.scale, 1, m_context.difference};
  scale.title = scaleTitle();
  if (m_context.difference) scale.rounding = ColourScale::kRounding;
  if (!largest) return scale;
  // What equal attention to all tokens gives is no small number, however many they are.
  const double tokens = isEmpty() ? 1 : static_cast<double>(std::max(m_maps->queries(), m_maps->keys()));
  scale.max = std::max(*largest, std::min(ColourScale::kLeastMax, 1 / tokens));
  return scale;
}

QString AttentionFigure::scaleNote() const {
  const QString scale = scaleName();
  if (m_context.difference)
    return scale + (m_style.range == ScaleRange::Common
                        ? Words::tr(", from −100% to +100%.")
                        : Words::tr(", symmetric about 0, up to the largest difference."));
  return m_style.range == ScaleRange::Common ? scale + Words::tr(", the same for every head.")
                                             : scale + Words::tr(", up to the maximum of the head.");
}

QString AttentionFigure::shortenedNote() const {
  std::vector<Token> special;
  for (const auto* tokens : {&m_maps->keyTokens(), &m_maps->queryTokens()})
    std::copy_if(tokens->begin(), tokens->end(), std::back_inserter(special),
                 [](const Token& token) { return token.special; });
  const QString names = shortenedNames(special);
  return names.isEmpty() ? names : names + u'.';
}

QString AttentionFigure::numberlessNote(Index cells) {
  return cells == 1 ? Words::tr("One cell has no value.") : Words::tr("%1 cells have no value.").arg(cells);
}

std::optional<QString> AttentionFigure::nothing() const {
  return isEmpty() ? std::optional(Words::tr("No tokens to show")) : std::nullopt;
}

}  // namespace headlight
