#include "core/text/models/word_level.h"

#include "core/base/error.h"

namespace headlight {

WordLevel::WordLevel(Vocabulary vocabulary, std::string unknown)
    : m_vocabulary(std::move(vocabulary)), m_unknown(std::move(unknown)) {}

void WordLevel::tokenize(std::string_view word, std::vector<PieceToken>& out) const {
  std::uint32_t id = m_vocabulary.idOf(word);
  if (id == Vocabulary::kNone) id = m_vocabulary.idOf(m_unknown);
  if (id == Vocabulary::kNone) {
    throw Error("model.unk_token: expected a token of the vocabulary, found '" + m_unknown + "'");
  }
  out.push_back({id, 0, static_cast<std::uint32_t>(word.size())});
}

}  // namespace headlight
