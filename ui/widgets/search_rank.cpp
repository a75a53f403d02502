#include "ui/widgets/search_rank.h"

#include <algorithm>

namespace headlight {
namespace {

double rankOf(const QString& word, const QString& text) {
  double best = 0;
  for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at == 0) return 4;
    best = std::max(best, text[at - 1].isLetterOrNumber() && word[0].isLetterOrNumber() ? 1.0 : 3.0);
  }
  return best;
}

}  // namespace

QString folded(const QString& text) {
  // Most texts are plain letters, and there can be tens of thousands of them.
  if (std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 128; })) return text.toLower();
  QString result;
  for (const QChar c : text.normalized(QString::NormalizationForm_KD))
    if (c.category() != QChar::Mark_NonSpacing) result += c;
  return result.toCaseFolded();
}

QStringList searchWords(const QString& typed) { return folded(typed).split(u' ', Qt::SkipEmptyParts); }

double searchRank(const QStringList& words, const QString& foldedText) {
  double sum = 0;
  qsizetype letters = 0, end = 0;
  bool inOrder = true;
  for (const QString& word : words) {
    const double rank = rankOf(word, foldedText);
    if (rank == 0) return 0;
    sum += rank * static_cast<double>(word.size());
    letters += word.size();
    const qsizetype next = foldedText.indexOf(word, end);
    inOrder = inOrder && next >= 0;
    end = next + word.size();
  }
  // Of two that have the same words, the one in their order, then the one with less beside them.
  return letters == 0 ? 1
                      : sum / static_cast<double>(letters) + (inOrder ? 0.5 : 0) +
                            0.4 / (1.0 + static_cast<double>(foldedText.size()));
}

}  // namespace headlight
