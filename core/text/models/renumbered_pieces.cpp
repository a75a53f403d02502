#include "core/text/models/renumbered_pieces.h"

#include <algorithm>
#include <limits>
#include <unordered_map>

#include "core/base/error.h"
#include "core/text/models/learned_merges.h"
#include "core/text/utf8.h"

namespace headlight {

namespace {

using ScoredPiece = SentencePieceModel::Piece;
using Type = SentencePieceModel::PieceType;

Unigram unigramOf(const SentencePieceModel& model) {
  constexpr double kNever = -std::numeric_limits<double>::infinity();
  double best = kNever;
  for (const ScoredPiece& piece : model.pieces) {
    if (piece.type == Type::Normal) best = std::max<double>(best, piece.score);
  }
  // A user-defined piece is worth a little less than its bytes would be as the best pieces.
  const auto scoreOf = [best](const ScoredPiece& piece) -> double {
    if (piece.type == Type::Normal) return piece.score;
    if (piece.type != Type::UserDefined) return kNever;
    return best == kNever ? 0 : static_cast<double>(piece.text.size()) * best - 0.1;
  };
  std::vector<Unigram::Scored> scored;
  scored.reserve(model.pieces.size());
  for (const ScoredPiece& piece : model.pieces) scored.push_back({piece.text, scoreOf(piece)});
  return {scored, static_cast<std::size_t>(model.unknownId), model.byteFallback};
}

Bpe bpeOf(const SentencePieceModel& model) {
  std::vector<std::string> names;
  names.reserve(model.pieces.size());
  Vocabulary vocabulary;
  std::unordered_map<std::string_view, float> scores;
  for (const ScoredPiece& piece : model.pieces) {
    if (piece.type == Type::Unused)
      throw Error("expected no unused piece in a BPE model, found '" + piece.text + "'");
    vocabulary.add(piece.text, static_cast<std::uint32_t>(names.size()));
    names.push_back(piece.text);
    if (piece.type == Type::Normal) scores[piece.text] = piece.score;
  }
  const Bpe::Merges merges = mergesOfScores(model, names);
  Bpe::Options options;
  options.unknown = model.pieces[static_cast<std::size_t>(model.unknownId)].text;
  options.fuseUnknown = true;
  options.byteFallback = model.byteFallback;
  // Of merges that are worth the same the leftmost comes first.
  float last = 0;
  for (const auto& [left, right] : merges) {
    const float score = scores.at(std::string(left) + std::string(right));
    const std::uint32_t before = options.ranks.empty() ? 0 : options.ranks.back();
    options.ranks.push_back(options.ranks.empty() || score == last ? before : before + 1);
    last = score;
  }
  return {std::move(vocabulary), merges, std::move(options)};
}

std::variant<Bpe, Unigram> cutterOf(const SentencePieceModel& model) {
  if (model.kind == SentencePieceModel::Kind::Bpe) return bpeOf(model);
  return unigramOf(model);
}

}  // namespace

RenumberedPieces::RenumberedPieces(const SentencePieceModel& model, Vocabulary vocabulary, std::string_view unknown)
    : m_vocabulary(std::move(vocabulary)),
      m_unknown(m_vocabulary.idOf(unknown)),
      m_unknownPiece(static_cast<std::uint32_t>(model.unknownId)),
      m_cutter(cutterOf(model)) {
  if (m_unknown == Vocabulary::kNone) throw Error("expected '" + std::string(unknown) + "', found none");
  m_ids.reserve(model.pieces.size());
  for (const ScoredPiece& piece : model.pieces) {
    const std::uint32_t id = m_vocabulary.idOf(piece.text);
    if (piece.type == Type::UserDefined && std::holds_alternative<Bpe>(m_cutter))
      m_whole.add(piece.text, static_cast<std::uint32_t>(m_ids.size()));
    m_ids.push_back(id == Vocabulary::kNone ? m_unknown : id);
  }
}

void RenumberedPieces::cut(std::string_view piece, std::uint32_t shift, std::vector<PieceToken>& out) const {
  if (piece.empty()) return;
  const std::size_t before = out.size();
  std::visit([&](const auto& cutter) { cutter.tokenize(piece, out); }, m_cutter);
  for (std::size_t i = before; i < out.size(); ++i) {
    PieceToken& token = out[i];
    std::uint32_t id = m_ids[token.id];
    if (token.id == m_unknownPiece) {
      const std::uint32_t named = m_vocabulary.idOf(piece.substr(token.start, token.end - token.start));
      id = named == Vocabulary::kNone ? m_unknown : named;
    }
    token = {id, token.start + shift, token.end + shift};
  }
}

void RenumberedPieces::tokenize(std::string_view piece, std::vector<PieceToken>& out) const {
  std::size_t from = 0;
  for (std::size_t at = 0; at < piece.size();) {
    std::uint32_t found = ByteTrie::kNone;
    std::size_t end = at, node = ByteTrie::kRoot;
    for (std::size_t next = at; next < piece.size();) {
      node = m_whole.child(static_cast<std::uint32_t>(node), static_cast<unsigned char>(piece[next++]));
      if (node == ByteTrie::kNone) break;
      const std::uint32_t value = m_whole.value(static_cast<std::uint32_t>(node));
      if (value == ByteTrie::kNone) continue;
      found = value;
      end = next;
    }
    if (found == ByteTrie::kNone) {
      at += utf8::lengthFrom(piece[at]);
      continue;
    }
    cut(piece.substr(from, at - from), static_cast<std::uint32_t>(from), out);
    out.push_back({m_ids[found], static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    from = at = end;
  }
  cut(piece.substr(from), static_cast<std::uint32_t>(from), out);
}

}  // namespace headlight
