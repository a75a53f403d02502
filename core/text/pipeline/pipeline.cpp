#include "core/text/pipeline/pipeline.h"

#include <algorithm>

#include "core/base/error.h"

namespace headlight {

namespace {

constexpr std::string_view kWordMark = "\xE2\x96\x81";

/// Turns byte offsets of a text into code points.
class CodePoints {
 public:
  CodePoints(std::string_view text, std::vector<std::uint32_t>& table) : m_size(text.size()) {
    if (utf8::isAscii(text)) return;
    table.resize(text.size());
    std::uint32_t n = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (i > 0 && !utf8::continues(text[i])) ++n;
      table[i] = n;
    }
    m_table = table.data();
  }

  /// The same range in code points. An offset past the end, which only a model that loses characters gives, is treated
  /// as in the reference engine.
  void convert(std::int64_t& start, std::int64_t& end) const {
    if (start >= m_size) return;
    const std::int64_t from = at(start);
    if (end < m_size) {
      end = at(end);
    } else {
      const std::int64_t last = end - 1 < m_size ? at(end - 1) : from + 1;
      end = last + 1;
    }
    start = from;
  }

 private:
  std::int64_t at(std::int64_t byte) const { return m_table ? m_table[byte] : byte; }
  const std::uint32_t* m_table = nullptr;
  std::int64_t m_size;
};

}  // namespace

AddedTokens addedTokensOf(const PipelineParts& parts) {
  AddedTokenRules rules = parts.addedTokenRules;
  // Places of a list all count, strings of a table once.
  if (std::holds_alternative<Unigram>(parts.model) || std::holds_alternative<RenumberedPieces>(parts.model))
    rules.firstFree = vocabularyOf(parts.model).idBound();
  return {parts.addedTokens, vocabularyOf(parts.model), parts.normalizer, std::move(rules)};
}

Pipeline::Pipeline(PipelineParts parts)
    : m_parts(std::move(parts)), m_added(addedTokensOf(m_parts)) {
  if (const Bpe* bpe = std::get_if<Bpe>(&m_parts.model)) {
    m_keepsBytes = !m_parts.preTokenizer.empty() &&
                   std::holds_alternative<ByteLevelSplit>(m_parts.preTokenizer.back()) && bpe->knowsAllBytes();
    // A second ByteLevel step would see characters instead of bytes.
    for (std::size_t i = 0; i + 1 < m_parts.preTokenizer.size(); ++i) {
      if (std::holds_alternative<ByteLevelSplit>(m_parts.preTokenizer[i])) m_keepsBytes = false;
    }
    m_splitsAtMetaspace = !m_keepsBytes && bpe->splitsAtMetaspace();
  }
}

void Pipeline::runModel(std::string_view text, std::vector<PieceToken>& out) const {
  if (const Bpe* bpe = std::get_if<Bpe>(&m_parts.model); bpe && m_keepsBytes) return bpe->tokenizeBytes(text, out);
  std::visit([&](const auto& model) { model.tokenize(text, out); }, m_parts.model);
}

void Pipeline::tokenizeText(std::string_view text, std::uint32_t shift, EncodeScratch& scratch) const {
  std::vector<PieceToken>& out = scratch.tokens;
  const std::size_t before = out.size();
  if (text.size() > WordCache::kLongest) {
    runModel(text, out);
  } else {
    const std::uint64_t hash = hashBytes(text);
    if (const auto* known = scratch.words.find(text, hash)) {
      out.insert(out.end(), known->begin(), known->end());
    } else {
      runModel(text, out);
      scratch.words.insert(text, hash, std::span(out).subspan(before));
    }
  }
  if (shift == 0) return;
  for (std::size_t i = before; i < out.size(); ++i) {
    out[i].start += shift;
    out[i].end += shift;
  }
}

void Pipeline::tokenizePiece(const Piece& piece, EncodeScratch& scratch) const {
  scratch.tokens.clear();
  const std::string_view text = piece.text.text;
  if (!m_splitsAtMetaspace) return tokenizeText(text, 0, scratch);
  // No token goes over a mark behind something else, so the words before marks can be done one by one.
  std::size_t start = 0;
  while (start < text.size()) {
    std::size_t from = start;
    while (text.substr(from).starts_with(kWordMark)) from += kWordMark.size();
    const std::size_t end = std::min(text.find(kWordMark, from), text.size());
    tokenizeText(text.substr(start, end - start), static_cast<std::uint32_t>(start), scratch);
    start = end;
  }
}

RawEncoding Pipeline::encode(std::string_view text, int sequence, bool ofPair, EncodeScratch& scratch) const {
  constexpr std::size_t kLongestText = std::size_t{1} << 30;
  if (text.size() > kLongestText) {
    throw Error("tokenizing: expected a text of at most 1 GiB, found " + std::to_string(text.size()) + " bytes");
  }
  std::vector<Piece>& pieces = scratch.pieces;
  pieces.clear();
  const AlignedText whole{text, nullptr, 0, {0, static_cast<std::uint32_t>(text.size())}};
  m_added.extract(whole, m_parts.normalizer, scratch.arena, pieces);
  preTokenize(m_parts.preTokenizer, pieces, scratch.arena, m_keepsBytes);

  RawEncoding encoding;
  encoding.tokens.reserve(text.size() / 4 + 8);
  const CodePoints codePoints(text, scratch.codePoints);
  const Vocabulary& strings = vocabulary();
  const std::optional<std::uint32_t> literalUnknown = literalUnknownOf(m_parts.model);
  RawToken token;
  token.typeId = static_cast<std::uint32_t>(sequence);
  token.sequence = static_cast<std::int8_t>(sequence);
  const auto addTokens = [&](const Piece& piece) {
    const AlignedText& part = piece.text;
    if (piece.isAdded()) {
      scratch.tokens.clear();
      scratch.tokens.push_back(
          {static_cast<std::uint32_t>(piece.addedId), 0, static_cast<std::uint32_t>(part.text.size())});
    } else {
      tokenizePiece(piece, scratch);
    }
    for (const PieceToken& found : scratch.tokens) {
      token.id = found.id;
      if (found.start == found.end) {
        token.start = token.end = std::int64_t{part.origin.start} + found.start;
      } else if (found.end > part.text.size()) {
        token.start = found.start;
        token.end = found.end;
      } else {
        const ByteRange range = part.rangeOf(found.start, found.end);
        token.start = range.start;
        token.end = range.end;
      }
      codePoints.convert(token.start, token.end);
      const bool literal = piece.isAdded() || found.id == literalUnknown;
      token.text =
          literal ? part.text.substr(found.start, found.end - found.start)
                  : strings.tokenOf(found.id).value_or(m_added.tokenOf(found.id).value_or(""));
      encoding.tokens.push_back(token);
    }
    return scratch.tokens.size();
  };

  // The file's truncation ends the work early: no more pieces than fill its length, from the side that stays.
  const auto& truncation = m_parts.truncation;
  const bool limited = truncation && (truncation->strategy != Truncation::Strategy::OnlySecond || sequence != 0);
  std::size_t first = 0, last = pieces.size();
  if (limited) {
    std::size_t count = 0;
    if (truncation->fromLeft) {
      // Counting backwards first; the tokens are made again in order below, mostly out of the word cache.
      first = pieces.size();
      for (std::size_t i = pieces.size(); i-- > 0;) {
        if (pieces[i].isAdded()) {
          ++count;
          first = i;
          continue;
        }
        tokenizePiece(pieces[i], scratch);
        count += scratch.tokens.size();
        first = i;
        if (count >= truncation->maxLength) break;
      }
    }
  }
  std::size_t count = 0;
  for (std::size_t i = first; i < last; ++i) {
    token.word = static_cast<std::int32_t>(i - first);
    count += addTokens(pieces[i]);
    if (limited && !truncation->fromLeft && !pieces[i].isAdded() && count >= truncation->maxLength) last = i + 1;
  }
  // Which text of a pair is the longer one is known by all of both, whatever the work that was done.
  const bool counted = limited && ofPair && truncation->strategy == Truncation::Strategy::LongestFirst;
  encoding.whole = count;
  for (std::size_t i = 0; counted && i < pieces.size(); ++i) {
    if (i >= first && i < last) continue;
    if (pieces[i].isAdded()) {
      ++encoding.whole;
    } else {
      tokenizePiece(pieces[i], scratch);
      encoding.whole += scratch.tokens.size();
    }
  }
  return encoding;
}

RawEncoding Pipeline::finish(std::vector<RawEncoding> encodings, bool addSpecialTokens) const {
  if (m_parts.truncation) {
    const std::size_t reserved = addSpecialTokens ? addedCount(m_parts.postProcessor, encodings.size() == 2) : 0;
    truncate(encodings, *m_parts.truncation, reserved);
  }
  return postProcess(m_parts.postProcessor, std::move(encodings), addSpecialTokens);
}

std::optional<std::string_view> Pipeline::tokenOf(std::uint32_t id) const {
  if (const auto token = m_added.tokenOf(id)) return token;
  return vocabulary().tokenOf(id);
}

std::uint32_t Pipeline::idBound() const { return std::max(vocabulary().idBound(), m_added.idBound()); }

std::string Pipeline::decode(std::vector<std::uint32_t> ids, bool skipSpecialTokens) const {
  if (const auto& prompt = m_parts.prompt; prompt && skipSpecialTokens && !ids.empty() && ids.front() == prompt->begin)
    ids.erase(ids.begin(), std::find(ids.begin(), ids.end(), prompt->answer));
  std::vector<std::string> tokens;
  tokens.reserve(ids.size());
  for (const std::uint32_t id : ids) {
    const auto token = tokenOf(id);
    if (token && !(skipSpecialTokens && m_added.isSpecialText(*token))) tokens.emplace_back(*token);
  }
  std::string text;
  if (m_parts.decoder) {
    text = decodeTokens(*m_parts.decoder, std::move(tokens));
  } else {
    for (std::size_t i = 0; i < tokens.size(); ++i) text += (i > 0 ? " " : "") + tokens[i];
  }
  applyTo(text, m_parts.textSteps);
  return text;
}

}  // namespace headlight
