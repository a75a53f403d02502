#include "ui/widgets/plain_table.h"

#include <QHeaderView>
#include <QTableWidget>

namespace headlight {

QTableWidget* makeTable(const QStringList& columns) {
  auto* table = new QTableWidget(0, static_cast<int>(columns.size()));
  table->setHorizontalHeaderLabels(columns);
  table->setSelectionBehavior(QAbstractItemView::SelectRows);
  table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  table->setTabKeyNavigation(false);
  table->verticalHeader()->hide();
  table->setShowGrid(false);
  table->setAlternatingRowColors(true);
  table->horizontalHeader()->setHighlightSections(false);
  return table;
}

void addTableRow(QTableWidget& table, const QVariantList& cells) {
  const int row = table.rowCount();
  table.setRowCount(row + 1);
  for (int column = 0; column < cells.size(); ++column) {
    const QVariant& cell = cells[column];
    auto* item = new QTableWidgetItem;
    if (!cell.isNull()) item->setData(Qt::DisplayRole, cell);
    if (cell.typeId() != QMetaType::QString) item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    table.setItem(row, column, item);
  }
}

}  // namespace headlight
