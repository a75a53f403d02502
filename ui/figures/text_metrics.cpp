#include "ui/figures/text_metrics.h"

#include <QFontMetricsF>
#include <QTextBoundaryFinder>

#include "ui/figures/figure_style.h"

namespace headlight {

QString TextMetrics::elided(const QString& text, double room, double size, QFont::Weight weight) const {
  if (width(text, size, weight) <= room) return text;
  // Cut only between grapheme clusters: half an emoji or a lost accent is another text.
  std::vector<qsizetype> cuts;
  QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
  for (qsizetype at = finder.toNextBoundary(); at >= 0 && at < text.size(); at = finder.toNextBoundary())
    cuts.push_back(at);
  std::size_t low = 0, high = cuts.size();  // the number of clusters kept lies in [low, high]
  while (low < high) {
    const std::size_t middle = (low + high + 1) / 2;
    if (width(text.left(cuts[middle - 1]).trimmed() + QChar(0x2026), size, weight) <= room)
      low = middle;
    else
      high = middle - 1;
  }
  return low == 0 ? QString(QChar(0x2026)) : text.left(cuts[low - 1]).trimmed() + QChar(0x2026);
}

std::vector<QString> TextMetrics::wrapped(const QString& text, double room, double size, int lines) const {
  std::vector<QString> result;
  QString rest = text.simplified();
  while (!rest.isEmpty() && static_cast<int>(result.size()) + 1 < lines && width(rest, size) > room) {
    QTextBoundaryFinder finder(QTextBoundaryFinder::Line, rest);
    qsizetype best = 0;
    for (qsizetype at = finder.toNextBoundary(); at > 0; at = finder.toNextBoundary()) {
      if (width(rest.left(at).trimmed(), size) > room) break;
      best = at;
    }
    if (best == 0) break;
    result.push_back(rest.left(best).trimmed());
    rest = rest.mid(best).trimmed();
  }
  if (!rest.isEmpty()) result.push_back(elided(rest, room, size));
  return result;
}

double FontTextMetrics::width(const QString& text, double size, QFont::Weight weight) const {
  return QFontMetricsF(m_style.font(size, weight)).horizontalAdvance(text);
}

double FontTextMetrics::ascent(double size) const { return QFontMetricsF(m_style.font(size)).ascent(); }

double FontTextMetrics::descent(double size) const { return QFontMetricsF(m_style.font(size)).descent(); }

}  // namespace headlight
