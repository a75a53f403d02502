#include "ui/figures/heads_figure.h"

#include <algorithm>

#include "ui/figures/cell_words.h"
#include "ui/figures/head_words.h"
#include "ui/figures/token_label.h"
#include "ui/words.h"

namespace headlight {

std::vector<HeadId> HeadsFigure::heads() const {
  std::vector<HeadId> shown;
  if (isEmpty()) return shown;
  for (const HeadId head : m_heads)
    if (maps()->has(head))
      shown.push_back(head);
  if (shown.empty()) shown.push_back(head().of(AttentionType::Self));
  return shown;
}

std::vector<QString> HeadsFigure::headNames() const {
  std::vector<QString> names;
  for (const HeadId head : heads()) names.push_back(headName(head));
  return names;
}

QString HeadsFigure::title() const {
  const std::vector<HeadId> shown = heads();
  if (shown.size() <= 1)
    return isEmpty() || !context().heads.isEmpty()
               ? AttentionFigure::title()
               : headTitle(shown[0].of(head().attention));
  if (shown.size() > 6) return Words::tr("%1 heads").arg(shown.size()) + attentionNote(head().attention);
  QStringList names;
  for (const HeadId head : shown) names << headName(head);
  return Words::tr("Heads ") + names.join(QStringLiteral(", ")) + attentionNote(head().attention);
}

LinksRequest LinkedFigure::request() const {
  const Index tokens = isEmpty() ? 0 : std::max(maps()->queries(), maps()->keys());
  return {heads(), sinks(), m_threshold, mostLinks(tokens)};
}

const LinksData& LinkedFigure::data() const {
  const LinksRequest wanted = request();
  if (!m_data || m_data->request != wanted)
    m_data =
        std::make_shared<LinksData>(isEmpty() ? LinksData{.request = wanted, .links = {}, .sinkMass = {}, .noToken = {}}
                                              : computeLinks(*maps(), wanted));
  return *m_data;
}

double LinkedFigure::ready(QSizeF) const {
  return (m_data && m_data->request == request()) || !isLarge(static_cast<Index>(heads().size())) ? 1 : 0;
}

bool LinkedFigure::lacksTheSame(const AttentionFigure& other, QSizeF, QSizeF) const {
  return other.maps() == maps() && static_cast<const LinkedFigure&>(other).request() == request();
}

void LinkedFigure::prepare(QSizeF, const Progress& progress) {
  if (!isEmpty()) m_data = std::make_shared<LinksData>(computeLinks(*maps(), request(), progress));
}

void LinkedFigure::takeNumbers(const AttentionFigure& from) {
  if (from.maps() == maps()) m_data = static_cast<const LinkedFigure&>(from).m_data;
}

ColourScale LinkedFigure::scale() const {
  return scaleUpTo(style().range == ScaleRange::PerHead ? std::optional<double>(data().largest) : std::nullopt);
}

std::vector<double> LinkedFigure::samples() const {
  std::vector<double> samples;
  for (const double tick : scale().ticks())
    if (tick > 0 && tick >= m_threshold) samples.insert(samples.begin(), tick);
  return samples;
}

std::vector<QString> LinkedFigure::steadyNotes() const {
  if (isEmpty()) return {};
  return {thresholdNote(), strengthNote(), shortenedNote()};
}

QString LinkedFigure::thresholdNote() const {
  return m_threshold > 0 ? Words::tr("Links below %1 hidden.").arg(percentText(m_threshold)) : QString();
}

QString LinkedFigure::strengthNote() const {
  const QString kind = style().scale == ScaleKind::Sqrt  ? Words::tr("the square root of the number")
                       : style().scale == ScaleKind::Log ? Words::tr("the logarithm of the number")
                                                         : Words::tr("the number");
  return Words::tr("Line strength: %1, %2.")
      .arg(kind, style().range == ScaleRange::Common ? Words::tr("the same for every head")
                                                     : Words::tr("up to the largest one drawn"));
}

std::vector<QString> LinkedFigure::linkNotes() const {
  std::vector<QString> notes = {thresholdNote()};
  if (data().weaker > 0)
    notes.push_back(Words::tr("Strongest %1 links; %2 weaker links hidden.")
                        .arg(data().links.size())
                        .arg(data().weaker));
  if (data().numberless > 0) notes.push_back(numberlessNote(data().numberless));
  notes.push_back(strengthNote());
  return notes;
}

QString LinkedFigure::strongestText() const {
  QStringList parts;
  const std::vector<Link>& links = data().links;
  for (std::size_t i = 0; i < std::min<std::size_t>(3, links.size()); ++i) {
    const Link& link = links[links.size() - 1 - i];
    QString from = tokenLabel(maps()->queryTokens()[static_cast<std::size_t>(link.query)]),
            to = tokenLabel(maps()->keyTokens()[static_cast<std::size_t>(link.key)]);
    if (context().transposed) std::swap(from, to);
    parts << Words::tr("“%1” to “%2” %3").arg(from, to, numberWords(context(), link.weight, 0));
  }
  return parts.isEmpty() ? QString() : Words::tr("Strongest: ") + parts.join(QStringLiteral(", ")) + u'.';
}

}  // namespace headlight
