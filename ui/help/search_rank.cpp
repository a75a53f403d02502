#include "ui/help/search_rank.h"

namespace headlight {
namespace {

/// Without case and accents.
QString plain(const QString& text) {
  QString result;
  for (const QChar c : text.normalized(QString::NormalizationForm_KD))
    if (c.category() != QChar::Mark_NonSpacing) result += c;
  return result.toCaseFolded();
}

double rankOf(const QString& word, const QString& text) {
  double best = 0;
  for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at == 0) return 4;
    best = std::max(best, text[at - 1].isLetterOrNumber() && word[0].isLetterOrNumber() ? 1.0 : 3.0);
  }
  return best;
}

}  // namespace

double searchRank(const QString& typed, const QString& text) {
  const QString inText = plain(text);
  double sum = 0;
  qsizetype letters = 0, end = 0;
  bool inOrder = true;
  for (const QString& word : plain(typed).split(u' ', Qt::SkipEmptyParts)) {
    const double rank = rankOf(word, inText);
    if (rank == 0) return 0;
    sum += rank * static_cast<double>(word.size());
    letters += word.size();
    const qsizetype next = inText.indexOf(word, end);
    inOrder = inOrder && next >= 0;
    end = next + word.size();
  }
  // Of two that have the same words, the one in their order, then the one with less beside them.
  return letters == 0 ? 1
                      : sum / static_cast<double>(letters) + (inOrder ? 0.5 : 0) +
                            0.4 / (1.0 + static_cast<double>(inText.size()));
}

}  // namespace headlight
