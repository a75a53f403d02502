#include "ui/state/head_filter.h"

#include <QRegularExpression>
#include <QStringList>

namespace headlight {

bool fitsFilter(HeadId head, const std::string& filter) {
  static const QRegularExpression separators(QStringLiteral("[\\s,;]+"));
  const QStringList patterns = QString::fromStdString(filter).split(separators, Qt::SkipEmptyParts);
  if (patterns.isEmpty()) return true;
  const QString name = QString::fromStdString(nameOf(head.of(AttentionType::Self)));
  for (const QString& pattern : patterns)
    if (QRegularExpression::fromWildcard(pattern).match(name).hasMatch()) return true;
  return false;
}

}  // namespace headlight
