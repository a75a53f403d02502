#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/text/encoding.h"

namespace headlight {

/// A named range of a text's code points.
struct CorpusSpan {
  std::string name;
  TextRange range;
};

/// A word of a text with the columns that a file has of it (CoNLL-U).
struct CorpusWord {
  TextRange range;
  std::vector<std::string> columns;  ///< ID, FORM, LEMMA, UPOS, XPOS, FEATS, HEAD, DEPREL, DEPS, MISC, and further ones.
};

/// One text of a corpus.
struct CorpusText {
  std::int64_t number = 0;            ///< Among all texts of the corpus, from 0.
  std::string place;                  ///< "'books.txt' line 12".
  std::string text;                   ///< UTF-8.
  std::optional<std::string> second;  ///< The second text of a pair, or the target of an encoder–decoder model.
  std::vector<std::int64_t> ids;      ///< Token ids, of a text that was made of them.
  std::string label;
  std::vector<CorpusSpan> spans;      ///< Of `text`.
  std::vector<CorpusWord> words;      ///< Of `text`, in order.
  std::string problem;                ///< Why it cannot be read; empty where it can.
  std::size_t replaced = 0;           ///< Parts of the text that were no UTF-8.
};

}  // namespace headlight
