#pragma once

#include <QString>
#include <QStringList>

namespace headlight {

/// A text as it is searched: without case and accents.
QString folded(const QString& text);
/// The words that were typed, folded.
QStringList searchWords(const QString& typed);

/// How well `foldedText` matches `words`, larger is better; 0 where one of them is not in it. Words in their order
/// count more than the same words in another. A word at the beginning of the text counts most, then one at the
/// beginning of a word, then one within a word.
double searchRank(const QStringList& words, const QString& foldedText);
/// The same for texts as they are read.
inline double searchRank(const QString& typed, const QString& text) {
  return searchRank(searchWords(typed), folded(text));
}

}  // namespace headlight
