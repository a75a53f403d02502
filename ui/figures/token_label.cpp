#include "ui/figures/token_label.h"

namespace headlight {
namespace {

/// Marks that turn the direction of the text around them; a token that is cut out of its text must not turn its label.
bool turnsText(QChar c) {
  return (c.unicode() >= 0x202A && c.unicode() <= 0x202E) || (c.unicode() >= 0x2066 && c.unicode() <= 0x2069);
}

}  // namespace

QString tokenLabel(const Token& token) {
  QString text = QString::fromStdString(token.display.empty() ? token.text : token.display);
  const QString trimmed = text.trimmed();
  if (trimmed.isEmpty() && text.isEmpty()) return QStringLiteral("∅");
  if (!trimmed.isEmpty()) text = trimmed;
  QString label;
  for (const QChar c : text) {
    if (c == u'\n')
      label += QChar(0x21B5);
    else if (c == u'\t')
      label += QChar(0x21E5);
    else if (c == u' ' && trimmed.isEmpty())
      label += QChar(0x2423);
    else if (c.category() != QChar::Other_Control && !turnsText(c))
      label += c;
  }
  return label.isEmpty() ? QStringLiteral("␣") : label;
}

std::vector<QString> tokenLabels(const std::vector<Token>& tokens) {
  std::vector<QString> labels;
  labels.reserve(tokens.size());
  for (const Token& token : tokens) labels.push_back(tokenLabel(token));
  return labels;
}

}  // namespace headlight
