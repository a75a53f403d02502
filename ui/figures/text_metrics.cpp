#include "ui/figures/text_metrics.h"

#include <QFontMetricsF>
#include <QHash>
#include <QTextBoundaryFinder>
#include <algorithm>
#include <tuple>

#include "ui/figures/figure_style.h"

namespace headlight {

bool isEmoji(QStringView cluster) {
  for (const char32_t c : cluster.toUcs4())
    if ((c >= 0x1F000 && c <= 0x1FAFF) || c == 0xFE0F) return true;
  return false;
}

double TextMetrics::widest(const std::vector<QString>& texts, double size) const {
  // Of very many texts some, evenly spread, say enough.
  constexpr std::size_t kMostMeasured = 600;
  const std::size_t step = std::max<std::size_t>(1, texts.size() / kMostMeasured);
  double w = 0;
  for (std::size_t i = 0; i < texts.size(); i += step) w = std::max(w, width(texts[i], size));
  return w;
}

QString TextMetrics::elided(const QString& whole, double room, double size, QFont::Weight weight) const {
  // No letter is narrower than a tenth of its size, so that more of them never fit.
  const auto most = static_cast<qsizetype>(std::max(0.0, room) / (0.1 * std::max(size, 1.0))) + 100;
  QString text = whole.size() > most ? whole.left(most) : whole;
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
    // Names such as "<|endoftext|>" stay whole while a line holds them.
    qsizetype best = 0, within = 0;
    for (qsizetype at = finder.toNextBoundary(); at > 0; at = finder.toNextBoundary()) {
      if (width(rest.left(at).trimmed(), size) > room) break;
      const QChar before = rest[at - 1];
      const bool inName = at < rest.size() && !before.isSpace() && before.unicode() < 128 && rest[at].unicode() < 128;
      (inName ? within : best) = at;
    }
    if (best == 0) best = within;
    if (best == 0) break;
    result.push_back(rest.left(best).trimmed());
    rest = rest.mid(best).trimmed();
  }
  if (!rest.isEmpty()) result.push_back(elided(rest, room, size));
  return result;
}

struct FontTextMetrics::Face {
  explicit Face(const QFont& font) : metrics(font), ascent(metrics.ascent()), descent(metrics.descent()) {}
  QFontMetricsF metrics;
  double ascent, descent;
  QHash<QString, double> widths;
};

FontTextMetrics::FontTextMetrics(const FigureStyle& style) : m_style(style) {}
FontTextMetrics::~FontTextMetrics() = default;

FontTextMetrics::Face& FontTextMetrics::face(double size, QFont::Weight weight) const {
  std::shared_ptr<Face>& mine = m_faces[{qRound(size), weight}];
  if (!mine) {
    // Shared by all figures of a thread; fonts do not change while the program runs.
    thread_local std::map<std::tuple<QString, int, int>, std::shared_ptr<Face>> known;
    if (known.size() > 200) known.clear();
    std::shared_ptr<Face>& shared = known[{m_style.family, qRound(size), weight}];
    if (!shared) shared = std::make_shared<Face>(m_style.font(size, weight));
    mine = shared;
  }
  return *mine;
}

double FontTextMetrics::width(const QString& text, double size, QFont::Weight weight) const {
  constexpr qsizetype kRemembered = 20000, kLongest = 40;
  Face& f = face(size, weight);
  if (text.size() > kLongest) return f.metrics.horizontalAdvance(text);
  const auto known = f.widths.constFind(text);
  if (known != f.widths.constEnd()) return *known;
  if (f.widths.size() >= kRemembered) f.widths.clear();
  return *f.widths.insert(text, f.metrics.horizontalAdvance(text));
}

double FontTextMetrics::ascent(double size) const { return face(size, QFont::Normal).ascent; }

double FontTextMetrics::descent(double size) const { return face(size, QFont::Normal).descent; }

}  // namespace headlight
