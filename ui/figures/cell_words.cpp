#include "ui/figures/cell_words.h"

#include <cmath>

#include "ui/figures/colours/colour_scale.h"
#include "ui/figures/head_words.h"
#include "ui/words.h"

namespace headlight {
namespace {

QString attendsTo(const AttentionContext& context) {
  return context.quantity.attends ? Words::tr(" attends to ") : QStringLiteral(" → ");
}
QString attendedBy(const AttentionContext& context) {
  return context.quantity.attends ? Words::tr(" is attended to by ") : QStringLiteral(" ← ");
}

QString queryTitle(const AttentionContext& context, const QString& label) {
  return (context.quantity.attends ? Words::tr(": what “%1” attends to") : Words::tr(": “%1” as query")).arg(label);
}
QString keyTitle(const AttentionContext& context, const QString& label) {
  return (context.quantity.attends ? Words::tr(": what attends to “%1”") : Words::tr(": “%1” as key")).arg(label);
}

/// The name and what it names, whichever of both there is.
QString joined(const QString& head, const QString& rest) {
  return head.isEmpty() || rest.isEmpty() ? head + rest : head + QStringLiteral(", ") + rest;
}

}  // namespace

QString quantityName(const AttentionContext& context) {
  return context.quantity.name.isEmpty() ? Words::tr("weight") : context.quantity.name;
}

QString numberWords(const AttentionContext& context, double number, int digits) {
  if (!std::isfinite(number)) return Words::tr("no value");
  if (context.difference) return QStringLiteral("A − B ") + differenceText(number, digits);
  const QString share = percentText(number, digits);
  return context.quantity.name.isEmpty() ? share : context.quantity.name + u' ' + share;
}

QString exactWords(const AttentionContext& context, double number) {
  const QString words = numberWords(context, number, 2);
  return std::isfinite(number) ? QStringLiteral("%1  (%2)").arg(words, localNumber(number, 'g', 6)) : words;
}

QString cellWords(const AttentionContext& context, const QString& row, const QString& column, double number,
                  int digits) {
  return cellWords(context, row, column, numberWords(context, number, digits));
}

QString cellWords(const AttentionContext& context, const QString& row, const QString& column, const QString& numbers) {
  const QString& query = context.transposed ? column : row;
  const QString& key = context.transposed ? row : column;
  return (context.quantity.attends ? Words::tr("“%1” attends to “%2”: %3") : QStringLiteral("“%1” → “%2”: %3"))
      .arg(query, key, numbers);
}

QString pairWords(const AttentionContext& context, const QString& row, Index rowPlace, const QString& column,
                  Index columnPlace) {
  const auto named = [](const QString& label, Index place) {
    return QStringLiteral("“%1” (%2)").arg(label, QString::number(place));
  };
  const QString one = named(row, rowPlace), other = named(column, columnPlace);
  return context.transposed ? other + QStringLiteral(" → ") + one : one + QStringLiteral(" → ") + other;
}

AxisWords axisWords(const AttentionContext& context) {
  if (!context.quantity.attends)
    return context.transposed ? AxisWords{Words::tr("key"), Words::tr("query")}
                              : AxisWords{Words::tr("query"), Words::tr("key")};
  return context.transposed ? AxisWords{Words::tr("key"), Words::tr("attended to by")}
                            : AxisWords{Words::tr("query"), Words::tr("attends to")};
}

QString rowVerb(const AttentionContext& context) {
  return context.transposed ? attendedBy(context) : attendsTo(context);
}
QString columnVerb(const AttentionContext& context) {
  return context.transposed ? attendsTo(context) : attendedBy(context);
}

QString rowTitle(const AttentionContext& context, const QString& label) {
  return context.transposed ? keyTitle(context, label) : queryTitle(context, label);
}
QString columnTitle(const AttentionContext& context, const QString& label) {
  return context.transposed ? queryTitle(context, label) : keyTitle(context, label);
}

std::pair<QString, QString> sideNames(const AttentionContext& context, HeadId head) {
  if (!context.difference) return {};
  QString headA, headB;
  if (context.headB) {
    headA = context.heads.isEmpty() ? headWords(head) : context.heads;
    headB = headWords(*context.headB);
  }
  return {joined(headA, context.nameA), joined(headB, context.nameB)};
}

QStringList sideWords(const AttentionContext& context, HeadId head, Index row, Index column) {
  QStringList words;
  if (!context.sides[0] || !context.sides[1]) return words;
  AttentionContext side = context;
  side.difference = false;
  const auto [a, b] = sideNames(context, head);
  const auto add = [&](const AttentionMaps& maps, const QString& letter, const QString& name) {
    const double number = maps.weights(head, {row, column, 1, 1})(0, 0);
    words << Words::tr("%1, %2: %3", "side of a difference, what it is, its number")
                 .arg(letter, name, numberWords(side, number, 2));
  };
  add(*context.sides[0], QStringLiteral("A"), a);
  add(*context.sides[1], QStringLiteral("B"), b);
  return words;
}

}  // namespace headlight
