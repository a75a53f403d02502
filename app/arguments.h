#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/chat_argument.h"
#include "app/remarks.h"
#include "core/intervention/intervention.h"
#include "core/reading/input.h"
#include "core/reading/source.h"

namespace headlight {

/// `text`, or all of standard input for `-` (without the line's end that a shell adds).
std::string orStandardInput(const std::string& text);

/// Two numbers of WIDTHxHEIGHT, 64 to 20,000 each; throws Error for anything else.
std::pair<int, int> parseSize(const std::string& text);

/// An option of `command` with one of `choices` as its value, which it has a default for.
void addChoice(CLI::App& command, const char* name, std::string& value, const char* what,
               std::vector<std::string> choices);

/// Which model: `--model NAME-OR-FOLDER`, the built-in `gpt` without it.
struct ModelArgument {
  std::string name = "gpt";

  void addTo(CLI::App& command);
  /// The folder that is meant; throws Error with the names there are.
  std::filesystem::path folder() const;
  /// The folder with its tokenizer; throws Error.
  std::filesystem::path tokenizerFolder() const;
  /// The opened model, its remarks added to `remarks`; throws Error.
  Source open(Remarks& remarks) const;
  /// Its tokenizer, for which it needs no weights; throws Error where it has none.
  std::shared_ptr<const Tokenizer> tokenizer() const;
};

/// What the model reads: `--text T [--pair U]`, `--text-file FILE [--part FROM-TO]`, `--ids 1,2,3 [--types 0,0,1]`,
/// `--chat FILE.json`, `--image FILE` or `--pixels FILE.safetensors`; `-` as a text is standard input. Where attention is all that is
/// wanted, also `--import FILE` in place of a model and a text.
struct InputArgument {
  enum class From { Model, ModelOrFile };
  std::optional<std::string> text, pair, import, image, pixels;
  std::string file, part;
  std::optional<std::uint32_t> row;  ///< Of the imported file, which then says it itself.
  std::vector<std::int64_t> ids, types;
  ChatArgument chat;

  void addTo(CLI::App& command, From from = From::Model);
  /// What `model` is to read, standard input and files among it read; of a conversation, the ids that its chat template and
  /// tokenizer make of it. Throws Error.
  Input input(const ModelArgument& model) const;
};

/// What shall be changed in the run: `--intervene "ablate 1.3; cap sink 0.2"`, the grammar of
/// core/intervention/grammar.h.
struct InterveneArgument {
  std::vector<std::string> texts;

  void addTo(CLI::App& command);
  bool given() const { return !texts.empty(); }
  /// The interventions; throws Error for one that the grammar does not know.
  std::vector<Intervention> parsed() const;
};

}  // namespace headlight
