#pragma once

#include <QString>
#include <utility>

#include "ui/figures/attention_context.h"

namespace headlight {

// What pictures, cards, tables and screen readers say of the numbers of some maps: which quantity they are, which way
// round the maps lie, and what both sides of a difference are.

/// What legends call the numbers: "weight", "share of norm".
QString quantityName(const AttentionContext& context);

/// "12.00%", "share of norm 12.00%", "A − B +3.00%", "no value"; with `digits` after the point.
QString numberWords(const AttentionContext& context, double number, int digits);

/// A single number to two digits and as it is: "12.00%  (0.119996)".
QString exactWords(const AttentionContext& context, double number);

/// "“cat” attends to “The”: 12.00%" for the labels of a row and a column; the query comes first whichever axis it is
/// on.
QString cellWords(const AttentionContext& context, const QString& row, const QString& column, double number,
                  int digits);
/// The same for numbers that are words already.
QString cellWords(const AttentionContext& context, const QString& row, const QString& column, const QString& numbers);

/// "“cat” (2) → “The” (0)": query and key of a cell with their places.
QString pairWords(const AttentionContext& context, const QString& row, Index rowPlace, const QString& column,
                  Index columnPlace);

/// What stands over the rows and the columns of a map: "query" and "attends to".
struct AxisWords {
  QString rows, columns;
};
AxisWords axisWords(const AttentionContext& context);

/// Between a token of a row and those of the columns, and the other way round: " attends to ", " is attended to by ".
QString rowVerb(const AttentionContext& context);
QString columnVerb(const AttentionContext& context);

/// What the title of a picture of one token adds: ": what “cat” attends to"; of the token of a row, or of a column.
QString rowTitle(const AttentionContext& context, const QString& label);
QString columnTitle(const AttentionContext& context, const QString& label);

/// What A and B of a difference are while it shows `head`: "text A" and "text B", "layer 0, head 1" and "layer 1,
/// head 3"; empty without a difference.
std::pair<QString, QString> sideNames(const AttentionContext& context, HeadId head);

/// The values of both sides of a cell of a difference, with their names: "A, text A: 14.00%"; empty without them.
QStringList sideWords(const AttentionContext& context, HeadId head, Index row, Index column);

}  // namespace headlight
