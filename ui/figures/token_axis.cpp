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

bool isRightToLeft(const QString& text) {
  for (const QChar c : text)
    if (c.direction() == QChar::DirR || c.direction() == QChar::DirAL) return true;
  return false;
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
    if (found != queries.end())
      for (const auto upTo = static_cast<std::size_t>(found - queries.begin()); query < upTo;) addQuery();
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
  QString joined;
  std::vector<qsizetype> starts;
  bool gap = false, line = false;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    const QString display = QString::fromStdString(token.display.empty() ? token.text : token.display);
    TextPiece piece;
    piece.text = tokenLabel(token);
    piece.added = token.special;
    piece.rightToLeft = isRightToLeft(piece.text);
    if (i > 0) {
      const Token& before = tokens[i - 1];
      // White space is in the token's own text, or was dropped between two ranges of the same text.
      piece.gapBefore = gap || token.special || before.special || before.sequence != token.sequence ||
                        (!display.isEmpty() && display.front().isSpace()) ||
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
  QTextBoundaryFinder finder(QTextBoundaryFinder::Line, joined);
  for (std::size_t i = 1; i < pieces.size(); ++i) {
    finder.setPosition(starts[i]);
    pieces[i].breakBefore = pieces[i].gapBefore || pieces[i].lineBefore || finder.isAtBoundary();
  }
  return pieces;
}

}  // namespace headlight
