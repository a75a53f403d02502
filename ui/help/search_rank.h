#pragma once

#include <QString>

namespace headlight {

/// How well `text` answers what was typed, larger is better; 0 where a word that was typed is not in it. Case and accents
/// do not count; words in their order count more than the same words in another. A word at the beginning of the text counts most, then one at the
/// beginning of a word, then one within a word.
double searchRank(const QString& typed, const QString& text);

}  // namespace headlight
