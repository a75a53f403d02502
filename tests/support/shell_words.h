#pragma once

#include <QString>
#include <string>
#include <vector>

namespace headlight::test {

/// The words of a command line as a shell takes it apart: blanks, '…', "…" and \.
inline std::vector<std::string> shellWords(const QString& line) {
  std::vector<std::string> words;
  QString word;
  bool inWord = false;
  QChar quote;
  for (qsizetype i = 0; i < line.size(); ++i) {
    const QChar c = line[i];
    if (c == '\\' && quote != '\'' && i + 1 < line.size()) {
      word += line[++i];
      inWord = true;
    } else if (!quote.isNull()) {
      c == quote ? void(quote = QChar()) : void(word += c);
    } else if (c == '"' || c == '\'') {
      quote = c;
      inWord = true;
    } else if (c == ' ') {
      if (inWord) words.push_back(word.toStdString());
      word.clear();
      inWord = false;
    } else {
      word += c;
      inWord = true;
    }
  }
  if (inWord) words.push_back(word.toStdString());
  return words;
}

}  // namespace headlight::test
