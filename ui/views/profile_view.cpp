#include "ui/views/profile_view.h"

#include <algorithm>
#include <cmath>

#include "ui/figures/cell_words.h"
#include "ui/figures/head_words.h"
#include "ui/figures/token_label.h"

namespace headlight {

ProfileView::ProfileView(Selection* selection, QWidget* parent) : PictureView(selection, parent) {
  setObjectName(QStringLiteral("profileView"));
  setAccessibleName(tr("Row profile"));
  if (selection) connect(selection, &Selection::tokenChanged, this, &ProfileView::outdated);
}

void ProfileView::setHeads(std::vector<HeadId> heads) {
  m_figure.setHeads(std::move(heads));
  outdated();
}

QPixmap ProfileView::draw() {
  m_figure.setToken(selection() ? selection()->token() : std::nullopt);
  m_layout = m_figure.layout(size());
  return picture(m_figure);
}

QStringList ProfileView::describe(Index key) const {
  const ProfileData& shown = m_figure.data();
  if (key < 0 || key >= shown.weights.cols()) return {};
  const AttentionMaps& maps = *m_figure.maps();
  const auto label = [](const std::vector<Token>& tokens, Index at) {
    return tokenLabel(tokens[static_cast<std::size_t>(at)]);
  };
  const AttentionContext& context = m_figure.context();
  const QString pair = pairWords(context, label(maps.queryTokens(), shown.request.query), shown.request.query,
                                 label(maps.keyTokens(), key), key);
  const auto value = [&](Index s) {
    const float weight = shown.weights(s, key);
    const QString number = numberWords(context, weight, 2);
    return std::isfinite(weight) ? QStringLiteral("%1  (%2)").arg(number, QString::number(weight, 'g', 6)) : number;
  };
  const bool sink = std::count(shown.request.sinks.begin(), shown.request.sinks.end(), key) > 0;
  if (!sink && !shown.barred[static_cast<std::size_t>(key)]) return {tr("masked for this query"), pair};
  if (shown.request.heads.size() == 1) return {value(0), pair};
  QStringList lines{pair};
  for (std::size_t s = 0; s < shown.request.heads.size() && s < 12; ++s)
    lines << headName(shown.request.heads[s]) + u' ' + value(static_cast<Index>(s));
  return lines;
}

std::optional<Index> ProfileView::chosen() const {
  return m_figure.isEmpty() ? std::nullopt : std::optional<Index>(m_figure.token());
}

void ProfileView::choose(std::optional<Index> key) {
  if (selection() && (!key || *key < m_figure.maps()->queries())) selection()->setToken(key);
}

std::optional<Index> ProfileView::neighbour(std::optional<Index> from, int right, int down) const {
  if (!from) return 0;
  return std::clamp<Index>(*from + right + down, 0, m_figure.maps()->keys() - 1);
}

void ProfileView::pointedChanged() {
  if (selection()) selection()->setHoveredToken(pointed());
}

}  // namespace headlight
