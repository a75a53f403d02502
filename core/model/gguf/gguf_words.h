#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace headlight {

/// How texts are cut into words before their bytes are joined, by the name that GGUF files give it.
struct GgufWords {
  std::vector<std::string_view> names;       ///< tokenizer.ggml.pre.
  std::vector<std::string_view> expressions;  ///< One after the other; what each matches is a word of its own.
  bool begins = false;     ///< A beginning-of-text token is added where the file does not say.
  bool wholeWords = false;  ///< A word that is a token is not joined from its parts.
};

/// The one of that name, or null.
const GgufWords* ggufWordsOf(std::string_view name);
/// What is taken for files that name none.
const GgufWords& ggufDefaultWords();
/// All names, for messages.
std::string ggufWordNames();

}  // namespace headlight
