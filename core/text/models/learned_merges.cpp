#include "core/text/models/learned_merges.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "core/text/utf8.h"

namespace headlight {
namespace {

/// A way to put a token together from two others.
struct Candidate {
  std::string_view left, right;
  std::uint32_t leftId = 0, rightId = 0, id = 0;
  double score = 0;
  std::size_t leftLength = 0, rightLength = 0;
};

/// Every cut of every token into two tokens, in their order.
std::vector<Candidate> candidatesOf(const std::vector<LearnedToken>& tokens, bool cutsCharacters) {
  constexpr std::size_t kLongestPiece = 4096;  // no learned piece is longer; all cuts of such a one would take for ever
  std::unordered_map<std::string_view, std::uint32_t> ids;
  for (const LearnedToken& token : tokens) ids[token.text] = token.id;
  std::vector<Candidate> candidates;
  for (const LearnedToken& token : tokens) {
    if (token.text.size() > kLongestPiece || ids.at(token.text) != token.id) continue;
    for (std::size_t cut = 1; cut < token.text.size(); ++cut) {
      if (!cutsCharacters && utf8::continues(token.text[cut])) continue;
      const std::string_view left = token.text.substr(0, cut), right = token.text.substr(cut);
      const auto first = ids.find(left), second = ids.find(right);
      if (first == ids.end() || second == ids.end()) continue;
      candidates.push_back({left, right, first->second, second->second, token.id, token.score, utf8::count(left),
                            utf8::count(right)});
    }
  }
  return candidates;
}

template <typename Key>
Bpe::Merges sortedMerges(std::vector<Candidate> candidates, Key key) {
  std::stable_sort(candidates.begin(), candidates.end(),
                   [&key](const Candidate& a, const Candidate& b) { return key(a) < key(b); });
  Bpe::Merges merges;
  merges.reserve(candidates.size());
  for (const Candidate& candidate : candidates) merges.emplace_back(candidate.left, candidate.right);
  return merges;
}

}  // namespace

Bpe::Merges mergesOfPieces(const std::vector<LearnedToken>& tokens) {
  return sortedMerges(candidatesOf(tokens, false), [](const Candidate& c) {
    return std::tuple(-c.score, c.id, c.leftLength, c.rightLength, c.leftId, c.rightId);
  });
}

Bpe::Merges mergesOfRanks(const std::vector<LearnedToken>& tokens) {
  return sortedMerges(candidatesOf(tokens, true),
                      [](const Candidate& c) { return std::tuple(c.id, c.leftId, c.rightId); });
}

Bpe::Merges mergesOfScores(const SentencePieceModel& model, const std::vector<std::string>& names) {
  std::vector<LearnedToken> tokens;
  for (std::uint32_t id = 0; id < model.pieces.size(); ++id) {
    const auto& piece = model.pieces[id];
    if (piece.type == SentencePieceModel::PieceType::Normal) tokens.push_back({names[id], id, piece.score});
  }
  return sortedMerges(candidatesOf(tokens, false),
                      [](const Candidate& c) { return std::tuple(-c.score, c.id, c.left, c.right); });
}

}  // namespace headlight
