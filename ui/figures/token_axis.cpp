#include "ui/figures/token_axis.h"

#include <QTextBoundaryFinder>
#include <algorithm>

#include "ui/figures/token_label.h"

namespace headlight {
namespace {

bool same(const Token& a, const Token& b) {
  return a.id == b.id && a.text == b.text && a.range == b.range && a.sequence == b.sequence && a.special == b.special;
}

std::optional<Index> placeOf(const std::vector<Index>& places, Index place) {
  const auto found = std::lower_bound(places.begin(), places.end(), place);
  if (found == places.end() || *found != place) return {};
  return static_cast<Index>(found - places.begin());
}

enum class Reading { Neutral, LeftToRight, RightToLeft, Number };

Reading readingOf(const QString& text) {
  Reading reading = Reading::Neutral;
  for (const char32_t c : text.toUcs4()) switch (QChar::direction(c)) {
      case QChar::DirL:
        return Reading::LeftToRight;
      case QChar::DirR:
      case QChar::DirAL:
        return Reading::RightToLeft;
      case QChar::DirEN:
      case QChar::DirAN:
        reading = Reading::Number;
        break;
      default:
        break;
    }
  return reading;
}

/// Gives the pieces their levels, each as a whole, by the rules of Unicode Annex 9 for a paragraph whose direction is
/// that of its first letter. Added tokens stand in the paragraph's direction.
void setLevels(std::vector<TextPiece>& pieces) {
  const std::size_t count = pieces.size();
  std::vector<Reading> readings;
  for (const TextPiece& piece : pieces) readings.push_back(piece.added ? Reading::Neutral : readingOf(piece.text));
  const auto strong = [](Reading r) { return r == Reading::LeftToRight || r == Reading::RightToLeft; };
  const auto first = std::find_if(readings.begin(), readings.end(), strong);
  const int base = first != readings.end() && *first == Reading::RightToLeft ? 1 : 0;
  // A point or comma between two numbers belongs to them.
  for (std::size_t i = 1; i + 1 < count; ++i)
    if (readings[i - 1] == Reading::Number && readings[i + 1] == Reading::Number && pieces[i].text.size() == 1 &&
        QStringLiteral(".,:/").contains(pieces[i].text) && !pieces[i].gapBefore && !pieces[i + 1].gapBefore)
      readings[i] = Reading::Number;
  const int left = base == 1 ? 2 : 0;
  Reading last = base == 1 ? Reading::RightToLeft : Reading::LeftToRight;
  for (std::size_t i = 0; i < count; ++i) {
    if (strong(readings[i])) last = readings[i];
    if (readings[i] == Reading::RightToLeft) pieces[i].level = 1;
    if (readings[i] == Reading::LeftToRight) pieces[i].level = left;
    if (readings[i] == Reading::Number) pieces[i].level = last == Reading::RightToLeft ? 2 : left;
  }
  // What has no direction takes that of both its sides where they agree; a number counts as what it stands in.
  for (std::size_t i = 0; i < count; ++i) {
    if (readings[i] != Reading::Neutral) continue;
    std::size_t end = i;
    while (end < count && readings[end] == Reading::Neutral) ++end;
    const auto odd = [&](std::size_t at) { return readings[at] == Reading::RightToLeft || pieces[at].level == 2; };
    const bool before = i > 0 ? odd(i - 1) : base == 1, after = end < count ? odd(end) : base == 1;
    for (; i < end; ++i) pieces[i].level = pieces[i].added || before != after ? base : before ? 1 : left;
    --i;
  }
}

}  // namespace

std::optional<Index> TokenAxis::queryAt(Index place) const { return placeOf(queryPlace, place); }
std::optional<Index> TokenAxis::keyAt(Index place) const { return placeOf(keyPlace, place); }

TokenAxis tokenAxis(const std::vector<Token>& queries, const std::vector<Token>& keys) {
  TokenAxis axis;
  std::size_t query = 0;
  const auto addQuery = [&] {
    axis.queryPlace.push_back(static_cast<Index>(axis.tokens.size()));
    axis.tokens.push_back(queries[query++]);
  };
  for (const Token& key : keys) {
    const auto next = queries.begin() + static_cast<std::ptrdiff_t>(query);
    const auto found = std::find_if(next, queries.end(), [&](const Token& token) { return same(token, key); });
    while (found != queries.end() && queries.begin() + static_cast<std::ptrdiff_t>(query) < found) addQuery();
    axis.keyPlace.push_back(static_cast<Index>(axis.tokens.size()));
    if (found != queries.end())
      addQuery();
    else
      axis.tokens.push_back(key);
  }
  while (query < queries.size()) addQuery();
  return axis;
}

std::vector<float> tokenWeights(const AttentionMaps& maps, HeadId head, Index token, Direction direction) {
  const Rect rect = direction == Direction::Gives ? Rect{token, 0, 1, maps.keys()} : Rect{0, token, maps.queries(), 1};
  const Matrix weights = maps.weights(head, rect);
  return {weights.data(), weights.data() + weights.size()};
}

Index defaultToken(const std::vector<Token>& queries) {
  for (std::size_t i = queries.size(); i-- > 0;)
    if (!queries[i].special) return static_cast<Index>(i);
  return static_cast<Index>(queries.size()) - 1;
}

std::vector<TextPiece> runningText(const std::vector<Token>& tokens) {
  std::vector<TextPiece> pieces;
  const std::vector<QString> labels = axisLabels(tokens);
  QString joined;
  std::vector<qsizetype> starts;
  bool gap = false, line = false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    const QString display = QString::fromStdString(token.display.empty() ? token.text : token.display);
    TextPiece piece;
    piece.text = labels[i];
    piece.added = token.special;
    if (i > 0) {
      const Token& before = tokens[i - 1];
      // White space is in the token's own text, or was dropped between two ranges of the same text.
      piece.gapBefore = gap || token.special || before.special || token.place || before.place ||
                        before.sequence != token.sequence || (!display.isEmpty() && display.front().isSpace()) ||
                        (before.range.end > before.range.start && token.range.start > before.range.end);
      piece.lineBefore = line;
    }
    gap = display.size() > 1 && display.back().isSpace();
    line = display.contains(u'\n');
    if (piece.gapBefore) joined += u' ';
    starts.push_back(joined.size());
    joined += piece.text;
    pieces.push_back(std::move(piece));
  }
  setLevels(pieces);
  QTextBoundaryFinder finder(QTextBoundaryFinder::Line, joined);
  for (std::size_t i = 1; i < pieces.size(); ++i) {
    finder.setPosition(starts[i]);
    pieces[i].breakBefore = pieces[i].gapBefore || pieces[i].lineBefore || finder.isAtBoundary();
  }
  return pieces;
}

}  // namespace headlight
