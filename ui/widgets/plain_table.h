#pragma once

#include <QStringList>
#include <QVariant>

class QTableWidget;

namespace headlight {

/// A table to read: rows are selected whole, and nothing is edited.
QTableWidget* makeTable(const QStringList& columns);
/// Adds a row at its end, while it is not sorted; numbers are right-aligned and sorted as numbers, and what is null is
/// left empty.
void addTableRow(QTableWidget& table, const QVariantList& cells);

}  // namespace headlight
