#include "ui/views/profile_view.h"

namespace headlight {

ProfileView::ProfileView(Selection* selection, QWidget* parent) : PictureViewOf(selection, parent) {
  setObjectName(QStringLiteral("profileView"));
  setAccessibleName(tr("Row profile"));
  followToken();
}

std::optional<Index> ProfileView::chosen() const {
  return m_figure.isEmpty() ? std::nullopt : std::optional<Index>(m_figure.token());
}

void ProfileView::choose(std::optional<Index> key) {
  if (!key || *key < m_figure.maps()->queries()) PictureView::choose(key);
}

std::optional<Index> ProfileView::neighbour(std::optional<Index> from, int right, int down) const {
  return stepped(from, right + down, m_figure.maps()->keys());
}

}  // namespace headlight
