#include "ui/widgets/bar_list.h"

#include <QEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <algorithm>

#include "ui/widgets/theme.h"

namespace headlight {
namespace {

constexpr int kShareRole = Qt::UserRole, kValueRole = Qt::UserRole + 1, kTokenRole = Qt::UserRole + 2,
              kMarkedRole = Qt::UserRole + 3;

class BarDelegate final : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override {
    return {80, option.fontMetrics.height() + 6};
  }

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    const Palette& inks = palette(currentTheme());
    const WindowColours& colours = windowColours(currentTheme());
    const QRect row = option.rect.adjusted(0, 1, 0, -1);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    if (option.state & (QStyle::State_MouseOver | QStyle::State_HasFocus)) {
      painter->setBrush(colours.hover);
      painter->drawRoundedRect(row, 3, 3);
    }
    if (index.data(kMarkedRole).toBool()) {
      painter->setPen(QPen(inks.accent, 1.5));
      painter->setBrush(Qt::NoBrush);
      painter->drawRoundedRect(QRectF(row).adjusted(0.75, 0.75, -0.75, -0.75), 3, 3);
      painter->setPen(Qt::NoPen);
    }
    // Label | bar | number: the numbers stand in a column of their own, so that they can be compared.
    const int number = option.fontMetrics.horizontalAdvance(QStringLiteral("100.00 %")) + 4;
    const int label = std::min((row.width() - number) * 45 / 100, option.fontMetrics.averageCharWidth() * 16);
    const auto place = [&](const QRect& rect) { return QStyle::visualRect(option.direction, row, rect); };
    const QRect bar = place({row.left() + label + 8, row.center().y() - 3, row.width() - label - number - 16, 7});
    if (bar.width() > 0) {
      painter->setBrush(colours.hover.darker(isDark(currentTheme()) ? 90 : 103));
      painter->drawRoundedRect(bar, 2, 2);
      QRectF filled = bar;
      filled.setWidth(std::max(1.0, bar.width() * std::clamp(index.data(kShareRole).toDouble(), 0.0, 1.0)));
      if (option.direction == Qt::RightToLeft) filled.moveRight(bar.x() + bar.width());
      painter->setBrush(ColourMap(ColourMapId::Indigo, isDark(currentTheme())).colour(0.7));
      painter->drawRoundedRect(filled, 2, 2);
    }
    painter->setPen(inks.ink);
    // Labels are often tokens of another script: each reads in its own direction, and all stand at the beginning.
    const bool mirrored = option.direction == Qt::RightToLeft;
    if (mirrored) painter->setLayoutDirection(Qt::LayoutDirectionAuto);
    const auto side = [&](bool start) {
      return (start != mirrored ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignAbsolute;
    };
    const QRect words = place({row.left() + 4, row.top(), label, row.height()});
    painter->drawText(words, side(true) | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, label));
    painter->setPen(inks.muted);
    painter->drawText(place(row.adjusted(0, 0, -4, 0)), side(false) | Qt::AlignVCenter,
                      index.data(kValueRole).toString());
    painter->restore();
  }
};

}  // namespace

BarList::BarList(const QString& accessibleName, QWidget* parent) : QListWidget(parent) {
  setAccessibleName(accessibleName);
  setItemDelegate(new BarDelegate(this));
  setFrameShape(QFrame::NoFrame);
  setMouseTracking(true);
  setSelectionMode(QAbstractItemView::NoSelection);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setUniformItemSizes(true);
  const auto choose = [this](QListWidgetItem* item) {
    if (const QVariant token = item->data(kTokenRole); token.isValid()) emit tokenChosen(token.toLongLong());
  };
  connect(this, &QListWidget::itemClicked, this, choose);
  connect(this, &QListWidget::itemActivated, this, choose);
}

void BarList::setRows(const std::vector<Row>& rows) {
  if (rows == m_rows) return;
  const bool resized = rows.size() != m_rows.size();
  m_rows = rows;
  while (count() > static_cast<int>(rows.size())) delete takeItem(count() - 1);
  while (count() < static_cast<int>(rows.size())) addItem(new QListWidgetItem);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    QListWidgetItem* at = item(static_cast<int>(i));
    at->setText(rows[i].label);
    at->setData(kShareRole, rows[i].share);
    at->setData(kValueRole, rows[i].value);
    at->setData(kTokenRole, rows[i].token ? QVariant::fromValue<qlonglong>(*rows[i].token) : QVariant());
    at->setData(Qt::AccessibleTextRole, tr("%1: %2").arg(rows[i].label, rows[i].value));
    at->setToolTip(tr("%1: %2").arg(rows[i].label, rows[i].value));
  }
  if (resized) updateGeometry();
  setMarked(m_marked);
}

void BarList::setMarked(std::optional<Index> token) {
  m_marked = token;
  for (std::size_t i = 0; i < m_rows.size(); ++i)
    item(static_cast<int>(i))->setData(kMarkedRole, token && m_rows[i].token == token);
}

QSize BarList::sizeHint() const { return {200, static_cast<int>(m_rows.size()) * (fontMetrics().height() + 6) + 2}; }

void BarList::changeEvent(QEvent* event) {
  QListWidget::changeEvent(event);
  if (event->type() == QEvent::FontChange) updateGeometry();
}

}  // namespace headlight
