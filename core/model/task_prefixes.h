#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/text/tokenizer.h"

namespace headlight {

/// What a model was trained to find before a text, which tells it what to do.
struct TaskPrefix {
  std::string name;  ///< "translation_en_to_fr", "fra", "query".
  std::string text;  ///< "translate English to French: ", ">>fra<< ".
  bool expected = true;  ///< Whether a text without any is to have it, where it is the only such one.
};

/// The prefixes that the files of a model folder name: task_specific_params of config.json (T5), tokens such as
/// ">>fra<<" of the vocabulary (Marian), prompts of config_sentence_transformers.json, of which its default is
/// expected. `tokenizer` may be null. Throws Error for files that are wrong.
std::vector<TaskPrefix> taskPrefixes(const std::filesystem::path& folder, const Tokenizer* tokenizer);

/// A text with its prefix.
struct PrefixedText {
  std::string text;
  std::string remark;  ///< What was put before it, or that nothing was, a sentence; empty for nothing to say.
};

/// `text` as a model that knows `known` reads it. `wanted` names one of them, by its name, its language ("fr") or its
/// text; without it a text that has none gets the only expected one. Throws Error for a prefix that the model does not
/// know.
PrefixedText prefixed(const std::string& text, const std::string& wanted, const std::vector<TaskPrefix>& known);

}  // namespace headlight
