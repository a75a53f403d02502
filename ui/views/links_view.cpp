#include "ui/views/links_view.h"

#include <qcustomplot.h>

#include <QKeyEvent>
#include <QPainter>
#include <algorithm>

#include "ui/figures/cell_words.h"
#include "ui/figures/token_label.h"

namespace headlight {

LinksView::LinksView(Selection* selection, QWidget* parent) : AttentionView(selection, parent) {
  setObjectName(QStringLiteral("linksView"));
  setAccessibleName(tr("Links"));
  if (!selection) return;
  connect(selection, &Selection::tokenChanged, this, &LinksView::redraw);
  connect(selection, &Selection::hoveredTokenChanged, this, &LinksView::redraw);
}

void LinksView::setHeads(std::vector<HeadId> heads) {
  m_figure.setHeads(std::move(heads));
  outdated();
}

void LinksView::setThreshold(double threshold) {
  m_figure.setThreshold(threshold);
  outdated();
}

std::optional<LinksFigure::Focus> LinksView::focus() const {
  if (!selection() || m_figure.isEmpty()) return {};
  const Index most = std::max(m_figure.maps()->queries(), m_figure.maps()->keys());
  const bool cross = m_figure.context().cross;  // Then the tokens that panels share are the queries.
  if (cross && m_pointed && !m_pointed->isQuery) return LinksFigure::Focus{m_pointed->token, false, true};
  const std::optional<Index> hovered = selection()->hoveredToken();
  if (hovered && *hovered < most) {
    if (m_pointed && m_pointed->token == *hovered)
      return LinksFigure::Focus{*hovered, m_pointed->isQuery, !m_pointed->isQuery};
    return LinksFigure::Focus{*hovered, true, !cross};
  }
  const std::optional<Index> pinned = selection()->token();
  if (pinned && *pinned < most) return LinksFigure::Focus{*pinned, true, !cross};
  return {};
}

void LinksView::refresh() {
  // What is exported has no focus; the copy on screen shares its numbers.
  m_figure.data();
  LinksFigure shown = m_figure;
  shown.setFocus(focus());
  m_layout = m_figure.layout(size());
  m_picture = picture(shown);
  updateDescription();
  update();
}

void LinksView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.drawPixmap(0, 0, m_picture);
  if (m_figure.isEmpty() || !selection() || !selection()->token()) return;
  // The pinned token is underlined on both sides.
  const Index pinned = *selection()->token();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(m_figure.style().inks().accent, 1.5));
  const std::vector<PlacedLabel>*queries = &m_layout.queryLabels,
        *other = m_figure.context().cross ? &m_layout.queryLabels : &m_layout.keyLabels;
  for (const auto* labels : {queries, other})
    for (const PlacedLabel& label : *labels)
      if (label.token == pinned) {
        const QRectF box = label.outline.boundingRect();
        painter.drawLine(QPointF(box.left(), box.bottom() + 1), QPointF(box.right(), box.bottom() + 1));
      }
}

void LinksView::point(std::optional<LinksLayout::Hit> hit) {
  const auto same = [](const auto& a, const auto& b) {
    return a.has_value() == b.has_value() && (!a || (a->token == b->token && a->isQuery == b->isQuery));
  };
  if (same(hit, m_pointed) || !selection()) return;
  const bool sameToken = hit && m_pointed && hit->token == m_pointed->token;
  m_pointed = hit;
  setCursor(hit ? Qt::PointingHandCursor : Qt::ArrowCursor);
  if (sameToken)
    redraw();
  else if (m_figure.context().cross && hit && !hit->isQuery) {
    selection()->setHoveredToken({});
    redraw();
  } else
    selection()->setHoveredToken(hit ? std::optional<Index>(hit->token) : std::nullopt);
}

void LinksView::mouseMoveEvent(QMouseEvent* event) { point(m_layout.hit(event->position())); }

void LinksView::leaveEvent(QEvent*) { point({}); }

void LinksView::mousePressEvent(QMouseEvent* event) {
  if (!selection() || event->button() != Qt::LeftButton) return AttentionView::mousePressEvent(event);
  const auto hit = m_layout.hit(event->position());
  if (hit && !hit->isQuery && m_figure.context().cross) return;
  if (hit && selection()->pinned() == hit->token)
    selection()->setToken({});
  else
    selection()->setToken(hit ? std::optional<Index>(hit->token) : std::nullopt);
}

void LinksView::keyPressEvent(QKeyEvent* event) {
  if (!selection() || m_figure.isEmpty()) return AttentionView::keyPressEvent(event);
  Index step = 0;
  if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Right)
    step = 1;
  else if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Left)
    step = -1;
  else if (event->key() == Qt::Key_Escape)
    return selection()->setToken({});
  else
    return AttentionView::keyPressEvent(event);
  const Index last = m_figure.maps()->queries() - 1;
  const std::optional<Index> now = selection()->token();
  selection()->setToken(now ? std::clamp<Index>(*now + step, 0, last) : step > 0 ? 0 : last);
}

void LinksView::updateDescription() {
  QString text = m_figure.title();
  const auto focused = focus();
  if (focused && focused->token < m_figure.maps()->queries()) {
    const auto label = [](const std::vector<Token>& tokens, Index i) {
      return tokenLabel(tokens[static_cast<std::size_t>(i)]);
    };
    QStringList parts;
    const std::vector<Link>& links = m_figure.data().links;
    for (auto link = links.rbegin(); link != links.rend() && parts.size() < 5; ++link)
      if (link->query == focused->token)
        parts << QStringLiteral("“%1” %2").arg(label(m_figure.maps()->keyTokens(), link->key),
                                               numberWords(m_figure.context(), link->weight, 1));
    text = QStringLiteral("“%1”").arg(label(m_figure.maps()->queryTokens(), focused->token)) +
           rowVerb(m_figure.context()) +
           (parts.isEmpty() ? tr("nothing above the threshold") : parts.join(QStringLiteral(", ")));
  }
  announceText(text);
}

}  // namespace headlight
