#include "ui/figures/token_label.h"

#include <QMap>
#include <QRegularExpression>
#include <QStringList>

namespace headlight {
namespace {

/// "eot" of "<|endoftext|>": a short name stays, several words give their first letters and numbers, a long word is
/// cut.
QString shortenedName(const QString& name) {
  constexpr qsizetype kShortName = 8;
  static const QRegularExpression brackets(QStringLiteral("^[<\\[|{▁]+|[>\\]|}]+$"));
  QString inner = name;
  inner.remove(brackets);
  if (inner.isEmpty()) return name;
  if (inner.size() <= kShortName) return inner;
  static const QRegularExpression between(QStringLiteral("[\\s_\\-:./]+"));
  static const QRegularExpression run(QStringLiteral("^(end|start|begin|beginning)(of)(.+)$"));
  QStringList words = inner.split(between, Qt::SkipEmptyParts);
  if (words.size() == 1)
    if (const auto parts = run.match(inner.toLower()); parts.hasMatch()) words = parts.capturedTexts().mid(1);
  if (words.size() < 2) return inner.left(kShortName - 1) + QChar(0x2026);
  QString initials;
  for (const QString& word : words) {
    initials += word.front();
    for (const QChar c : word.mid(1))
      if (c.isDigit()) initials += c;
  }
  return initials;
}

/// The short labels of the special tokens whose own are long, by those; without the ones that two would share.
QMap<QString, QString> shortNames(const std::vector<Token>& tokens) {
  constexpr qsizetype kLongLabel = 7;
  QMap<QString, QString> names;
  QMap<QString, int> uses;
  for (const Token& token : tokens) {
    if (!token.special) continue;
    const QString label = tokenLabel(token);
    if (names.contains(label)) continue;
    const QString shorter = u'⟨' + shortenedName(label) + u'⟩';
    const bool helps = label.size() > kLongLabel && shorter.size() < label.size();
    ++uses[names[label] = helps ? shorter : label];
  }
  for (auto name = names.begin(); name != names.end();)
    name = name.key() == name.value() || uses[name.value()] > 1 ? names.erase(name) : std::next(name);
  return names;
}

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
  // A part of a picture in a text, whose own text is the placeholder.
  if (token.imagePlace() && token.text != token.display) label.prepend(QStringLiteral("▦ "));
  return label.isEmpty() ? QStringLiteral("␣") : label;
}

std::vector<QString> tokenLabels(const std::vector<Token>& tokens) {
  std::vector<QString> labels;
  labels.reserve(tokens.size());
  for (const Token& token : tokens) labels.push_back(tokenLabel(token));
  return labels;
}

std::vector<QString> axisLabels(const std::vector<Token>& tokens) {
  std::vector<QString> labels = tokenLabels(tokens);
  const QMap<QString, QString> names = shortNames(tokens);
  for (std::size_t i = 0; i < tokens.size(); ++i)
    if (tokens[i].special) labels[i] = names.value(labels[i], labels[i]);
  return labels;
}

QString shortenedNames(const std::vector<Token>& tokens) {
  constexpr qsizetype kMostTold = 3;
  QStringList told;
  const QMap<QString, QString> names = shortNames(tokens);
  for (auto name = names.begin(); name != names.end(); ++name)
    told << name.value() + QStringLiteral(" = ") + name.key();
  if (told.size() > kMostTold) told = told.mid(0, kMostTold) << QString(QChar(0x2026));
  return told.join(QStringLiteral(", "));
}

std::vector<Token> numberedTokens(const std::vector<Token>& tokens) {
  std::vector<Token> numbered = tokens;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    numbered[i].id = 0;
    if (!tokens[i].special) numbered[i].text = numbered[i].display = std::to_string(i + 1);
  }
  return numbered;
}

}  // namespace headlight
