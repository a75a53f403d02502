#include "ui/reading/side_by_side.h"

#include <QString>
#include <algorithm>

#include "core/attention/lenses/combined_maps.h"
#include "core/attention/lenses/grouped_maps.h"
#include "ui/reading/heads/head_maps.h"

namespace headlight {
namespace {

std::vector<TokenGroup> alone(const std::vector<Token>& tokens) { return spanGroups(tokens, {}); }

std::vector<Token> tokensOf(const std::vector<TokenGroup>& groups) {
  std::vector<Token> tokens;
  for (const TokenGroup& group : groups) tokens.push_back(group.token);
  return tokens;
}

/// Words as they are compared across tokenizers: without spaces and case, which some tokenizers drop.
std::vector<Token> plainWords(const std::vector<TokenGroup>& words) {
  std::vector<Token> plain = tokensOf(words);
  for (Token& word : plain)
    if (!word.special) word.text = QString::fromStdString(word.display).simplified().toCaseFolded().toStdString();
  return plain;
}

/// Which places of a row have a group, in the form that AlignedMaps reads.
AlignedMaps::Axis axisOf(const std::vector<AlignedPair>& pairs, std::optional<Index> AlignedPair::*side) {
  AlignedMaps::Axis axis;
  for (const AlignedPair& pair : pairs) axis.push_back(pair.*side);
  return axis;
}

bool isWhole(const std::vector<TokenGroup>& groups) {
  return std::all_of(groups.begin(), groups.end(), [](const TokenGroup& g) { return g.end - g.begin == 1; });
}

std::shared_ptr<const AttentionMaps> placed(std::shared_ptr<const AttentionMaps> maps,
                                            const std::vector<TokenGroup>& groups, const AlignedMaps::Axis& axis) {
  if (!isWhole(groups)) maps = std::make_shared<GroupedMaps>(maps, groups, groups);
  return std::make_shared<AlignedMaps>(maps, axis, axis);
}

/// The link between the tokens of one side and the places.
TokenLink placesOf(const std::vector<TokenGroup>& groups, const std::vector<AlignedPair>& pairs,
                   std::optional<Index> AlignedPair::*side) {
  TokenLink link;
  if (!groups.empty()) link.shown.resize(static_cast<std::size_t>(groups.back().end));
  for (const AlignedPair& pair : pairs) {
    const auto place = static_cast<Index>(link.first.size());
    link.first.emplace_back();
    if (!(pair.*side)) continue;
    const TokenGroup& group = groups[static_cast<std::size_t>(*(pair.*side))];
    link.first.back() = group.begin;
    for (Index i = group.begin; i < group.end; ++i) link.shown[static_cast<std::size_t>(i)] = place;
  }
  return link;
}

TokenLink reversed(TokenLink link) {
  std::swap(link.first, link.shown);
  return link;
}

/// Who sees whom in a layer where two maps are laid over each other: what neither may see. Windows stay only where they
/// are the same on the same places, for elsewhere distances differ on both sides.
Visibility common(const Visibility& a, const Visibility& b, bool samePlaces) {
  if (samePlaces && a == b) return a;
  Visibility past;
  past.causal = a.causal && b.causal && a.offset == 0 && b.offset == 0 && !a.ranges && !b.ranges;
  return past;
}

std::vector<Visibility> common(const AlignedSides& sides) {
  const std::vector<Visibility>&a = sides.a.context.visibility, &b = sides.b.context.visibility;
  std::vector<Visibility> both;
  if (a.empty() || b.empty()) return both;
  const bool samePlaces = sides.samePlaces();
  for (std::size_t layer = 0; layer < a.size(); ++layer) {
    const auto other = static_cast<std::size_t>(sides.headOfB({static_cast<int>(layer), 0}).layer);
    both.push_back(common(a[layer], b[std::min(other, b.size() - 1)], samePlaces));
  }
  return both;
}

/// "gpt − bert", or one of them where both are the same.
QString bothNames(const QString& a, const QString& b, const QString& between) {
  return a == b || b.isEmpty() ? a : a + between + b;
}

}  // namespace

SideBySide alignSides(const std::vector<Token>& a, const std::vector<Token>& b, AlignmentBasis kinship) {
  if (kinship == AlignmentBasis::SameText) {
    CommonGroups groups = alignCharacters(a, b);
    return {std::move(groups.a), std::move(groups.b), std::move(groups.pairs)};
  }
  if (kinship == AlignmentBasis::SameTokenizer) return {alone(a), alone(b), alignTokens(a, b)};
  SideBySide words{wordGroups(a), wordGroups(b), {}};
  words.pairs = alignTokens(plainWords(words.a), plainWords(words.b));
  return words;
}

TokenLink linkOf(const SideBySide& sides) {
  return chained(placesOf(sides.a, sides.pairs, &AlignedPair::a),
                 reversed(placesOf(sides.b, sides.pairs, &AlignedPair::b)));
}

AlignedSides aligned(LensResult a, LensResult b, AlignmentBasis kinship, const std::function<HeadId(HeadId)>& headOfB) {
  AlignedSides sides{std::move(a), std::move(b), {}, nullptr, nullptr, headOfB};
  const auto& mapsA = sides.a.maps;
  sides.beside = alignSides(mapsA->queryTokens(), sides.b.maps->queryTokens(), kinship);
  const auto renumbered = std::make_shared<HeadMaps>(sides.b.maps, mapsA->layers(), mapsA->heads(), headOfB);
  sides.mapsA = placed(mapsA, sides.beside.a, axisOf(sides.beside.pairs, &AlignedPair::a));
  sides.mapsB = placed(renumbered, sides.beside.b, axisOf(sides.beside.pairs, &AlignedPair::b));
  return sides;
}

bool AlignedSides::samePlaces() const {
  return isWhole(beside.a) && isWhole(beside.b) &&
         std::all_of(beside.pairs.begin(), beside.pairs.end(), [](const AlignedPair& p) { return p.a && p.b; });
}

LensResult difference(const AlignedSides& sides) {
  const LensResult &a = sides.a, &b = sides.b;
  LensResult result;
  result.maps = std::make_shared<DifferenceMaps>(sides.mapsA, sides.mapsB);
  result.tokens = chained(a.tokens, placesOf(sides.beside.a, sides.beside.pairs, &AlignedPair::a));
  result.headsCombined = a.headsCombined;
  result.context = a.context;
  result.context.difference = true;
  for (std::size_t place = 0; place < sides.beside.pairs.size(); ++place) {
    const AlignedPair& pair = sides.beside.pairs[place];
    if (!pair.b) result.context.onlyA.push_back(static_cast<Index>(place));
    if (!pair.a) result.context.onlyB.push_back(static_cast<Index>(place));
  }
  result.context.modelName = bothNames(a.context.modelName, b.context.modelName, QStringLiteral(" − "));
  result.context.changed =
      bothNames(a.context.changed.isEmpty() ? QStringLiteral("nothing") : a.context.changed,
                b.context.changed.isEmpty() ? QStringLiteral("nothing") : b.context.changed, QStringLiteral(" − "));
  if (a.context.changed.isEmpty() && b.context.changed.isEmpty()) result.context.changed.clear();
  // The subtitle puts quotation marks around the whole.
  result.context.text = bothNames(a.context.text, b.context.text, QStringLiteral("” − “"));
  result.context.visibility = common(sides);
  result.context.sides = {sides.mapsA, sides.mapsB};
  // A share of the attention that is less than nothing cannot stand as a bar.
  result.context.sinkColumns.clear();
  return result;
}

}  // namespace headlight
