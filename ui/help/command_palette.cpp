#include "ui/help/command_palette.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "ui/widgets/announce.h"
#include "ui/widgets/search_rank.h"
#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"

namespace headlight {
namespace {

constexpr std::size_t kMostRows = 60;
constexpr int kKind = Qt::UserRole, kKeys = Qt::UserRole + 1;

/// A row: what it is called at its beginning, its kind and its keys at its end.
class RowDelegate final : public QStyledItemDelegate {
 public:
  using QStyledItemDelegate::QStyledItemDelegate;

  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(option.fontMetrics.height() + 14);
    return size;
  }

  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    row.text.clear();
    QApplication::style()->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);
    const QRect inside = option.rect.adjusted(12, 0, -12, 0);
    const auto draw = [&](const QRect& place, Qt::Alignment side, const QString& text, const QColor& colour) {
      painter->setPen(colour);
      painter->drawText(place, static_cast<int>(QStyle::visualAlignment(option.direction, side) | Qt::AlignVCenter),
                        option.fontMetrics.elidedText(text, Qt::ElideRight, place.width()));
    };
    const QPalette& palette = option.palette;
    const QColor quiet = palette.color(QPalette::PlaceholderText);
    const QString keys = index.data(kKeys).toString();
    const QString end = keys.isEmpty() ? index.data(kKind).toString() : keys;
    const int endWidth = std::min(option.fontMetrics.horizontalAdvance(end) + 1, inside.width() / 2);
    painter->save();
    const QRect endPlace(inside.right() - endWidth + 1, inside.top(), endWidth, inside.height());
    draw(QStyle::visualRect(option.direction, inside, endPlace), Qt::AlignRight, end, quiet);
    const QRect textPlace(inside.left(), inside.top(), inside.width() - endWidth - 16, inside.height());
    draw(QStyle::visualRect(option.direction, inside, textPlace), Qt::AlignLeft, index.data(Qt::DisplayRole).toString(),
         palette.color(QPalette::Text));
    painter->restore();
  }
};

}  // namespace

CommandPalette::CommandPalette(std::vector<PaletteEntry> entries, Making making, QWidget* parent)
    : QDialog(parent), m_entries(std::move(entries)), m_making(std::move(making)) {
  m_words.reserve(m_entries.size());
  for (const PaletteEntry& entry : m_entries) m_words.emplace_back(folded(entry.text), folded(entry.also));
  setObjectName(QStringLiteral("commandPalette"));
  setWindowTitle(tr("Command palette"));
  setWindowFlag(Qt::FramelessWindowHint);
  m_line = named("paletteLine", new QLineEdit);
  m_line->setPlaceholderText(tr("Command, head such as 1.3, token, model, example, guide page or change"));
  m_line->setAccessibleName(tr("Search"));
  m_line->setClearButtonEnabled(true);
  m_line->installEventFilter(this);
  m_list = named("paletteList", new QListWidget);
  m_list->setAccessibleName(tr("Matches"));
  m_list->setFocusPolicy(Qt::NoFocus);
  m_list->setUniformItemSizes(true);
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_list->setItemDelegate(new RowDelegate(m_list));
  auto* column = makeBox<QVBoxLayout>(this, {12, 12, 12, 12}, 8);
  column->addWidget(m_line);
  column->addWidget(m_list, 1);
  connect(m_line, &QLineEdit::textChanged, this, &CommandPalette::showMatches);
  connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) { runRow(m_list->row(item)); });
  const QSize room = parent ? parent->size() : QSize(900, 700);
  resize(std::clamp(room.width() / 2, 420, 640), std::clamp(room.height() * 3 / 5, 260, 460));
  if (parent) move(parent->mapToGlobal(QPoint((room.width() - width()) / 2, std::min(90, room.height() / 8))));
  showMatches();
}

void CommandPalette::showMatches() {
  const QString typed = m_line->text().trimmed();
  std::vector<std::pair<double, const PaletteEntry*>> ranked;
  const QStringList words = searchWords(typed);
  for (std::size_t i = 0; i < m_entries.size(); ++i) {
    const PaletteEntry& entry = m_entries[i];
    if (typed.isEmpty() && entry.onlyFound) continue;
    const double rank = std::max(searchRank(words, m_words[i].first), searchRank(words, m_words[i].second) * 0.9);
    if (rank > 0) ranked.emplace_back(rank, &entry);
  }
  if (!typed.isEmpty())
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  m_made = typed.isEmpty() ? std::vector<PaletteEntry>() : m_making(typed);
  m_shown.clear();
  for (const PaletteEntry& entry : m_made) m_shown.push_back(&entry);
  for (const auto& [rank, entry] : ranked) m_shown.push_back(entry);
  m_shown.resize(std::min(m_shown.size(), kMostRows));
  m_list->clear();
  for (const PaletteEntry* entry : m_shown) {
    auto* item = new QListWidgetItem(entry->text, m_list);
    item->setData(kKind, entry->kind);
    item->setData(kKeys, entry->keys);
    item->setToolTip(entry->text);
  }
  if (m_shown.empty()) {
    auto* none = new QListWidgetItem(tr("No match"), m_list);
    none->setFlags(Qt::NoItemFlags);
  } else {
    m_list->setCurrentRow(0);
  }
}

void CommandPalette::runRow(int row) {
  if (row < 0 || row >= static_cast<int>(m_shown.size())) return;
  const std::function<void()> run = m_shown[static_cast<std::size_t>(row)]->run;
  accept();
  run();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
  if (watched != m_line || event->type() != QEvent::KeyPress) return QDialog::eventFilter(watched, event);
  switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown: {
      QApplication::sendEvent(m_list, event);
      if (const QListWidgetItem* item = m_list->currentItem()) {
        // The focus stays in the line: a screen reader hears the row as the line's description.
        describe(m_line, item->text());
      }
      return true;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
      runRow(m_list->currentRow());
      return true;
    default:
      return false;
  }
}

}  // namespace headlight
