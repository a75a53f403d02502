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
#include "core/model/model_source.h"
#include "core/model/too_many_tokens.h"
#include "core/reading/input.h"
#include "core/reading/reader.h"
#include "core/reading/source.h"
#include "core/text/token_names.h"

namespace headlight {

/// `text`, or all of standard input for `-` (without the line's end that a shell adds).
std::string orStandardInput(const std::string& text);
/// The same of a text, with a remark where standard input is not UTF-8.
std::string textOrStandardInput(const std::string& text, Remarks& remarks);

/// Adds a remark where `replaced` parts of what lies at `place` were no UTF-8.
void remarkOnReplaced(const std::string& place, std::size_t replaced, Remarks& remarks);

/// Two numbers of WIDTHxHEIGHT, 64 to 20,000 each; throws Error for anything else.
std::pair<int, int> parseSize(const std::string& text);

/// An option of `command` with one of `choices` as its value, which it has a default for.
void addChoice(CLI::App& command, const char* name, std::string& value, const std::string& what,
               std::vector<std::string> choices);

/// Which model: `--model NAME-OR-FOLDER`, the built-in `gpt` without it.
struct ModelArgument {
  std::string name = "gpt";
  std::optional<double> adapterScale;  ///< AdapterPlace::scale.
  std::string base;                    ///< AdapterPlace::base.
  std::string projector;               ///< GgufModelPlace::projector, or "none".

  void addTo(CLI::App& command);
  /// The folder that is meant, with what was said of an adapter; throws Error with the names there are.
  std::filesystem::path folder() const;
  /// The opened model, its remarks added to `remarks`; throws Error.
  Source open(Remarks& remarks) const;
};

/// The tokenizer of a model, for which it needs no weights; throws Error where it has none.
std::shared_ptr<const Tokenizer> tokenizerOf(const ModelSource& source);

/// Token ids as typed: words that the shell cut, or the name of a file with them, or `-` for standard input. Throws
/// Error.
std::vector<std::int64_t> typedIds(const std::vector<std::string>& words);

/// What `wanted`, given by `option`, names among the tokens of a text; throws Error that begins with the option.
NamedTokens namedBy(const char* option, const std::string& wanted, const std::vector<Token>& tokens);
/// The same of one token, the last one of a word of several, with a remark.
Index tokenBy(const char* option, const std::string& wanted, const std::vector<Token>& tokens, Remarks& remarks);

/// What the model reads: `--text T [--pair U] [--prefix NAME]`, `--text-file FILE [--part FROM-TO]`, `--ids "1, 2 3"
/// [--types 0,0,1]` or `--chat FILE.json`; `--image FILE` (several times for a text with pictures), `--sound FILE` or
/// `--pixels FILE.safetensors` beside these or alone; `-` as a text is standard input. Where attention is all that is
/// wanted, also `--import FILE` in place of a model and a text. A file alone is what its kind says.
struct InputArgument {
  enum class From { Model, ModelOrFile };
  std::optional<std::string> text, pair, import, sound, pixels;
  std::optional<std::string> statistics;  ///< A file of heads over many texts, where `takesStatistics`.
  std::vector<std::string> images;
  std::string file, part, prefix, named;
  std::optional<std::uint32_t> row;  ///< Of the imported file, which then says it itself.
  std::vector<std::string> ids, types;
  ChatArgument chat;
  bool optional = false;         ///< Nothing may be given.
  bool takesStatistics = false;  ///< Whether the file may be one of heads over many texts.

  void addTo(CLI::App& command, From from = From::Model);
  /// Reads the text, with a remark where it is not UTF-8, and puts the prefix that the model expects before it, with a
  /// remark, unless it is there; throws Error for one that the model does not know.
  void settleText(const ModelArgument& model, Remarks& remarks);
  /// What a model is to read, standard input and files among it read. Throws Error.
  Input input() const;
  /// The ids of `--ids`, as typed or from a file. Throws Error.
  const std::vector<std::int64_t>& givenIds() const;
  /// Has `model` read `input`; a remark tells where it is longer than those the model was trained on. Throws Error as
  /// read() does, for a text that is too long for the model one that says which part of it is not.
  Reading readBy(const Source& model, const Input& input, Remarks& remarks, const ReadOptions& options = {}) const;
  /// What `run` returns; throws Error for a text that is too long likewise.
  template <class Run>
  auto inParts(const Run& run) const {
    try {
      return run();
    } catch (const TooManyTokens& error) {
      throw Error(partFor(error));
    }
  }

 private:
  std::size_t m_replaced = 0;  ///< Parts of the text file that were no UTF-8.
  mutable std::optional<std::vector<std::int64_t>> m_ids;  ///< Read once, since standard input can be read once.

  void takeNamed(const CLI::App& command);
  /// Throws Error for a token type that the model does not have.
  void checkTypes(const Source& model) const;
  std::string partFor(const TooManyTokens& error) const;
};

/// Adds a remark where a text of so many tokens is longer than those that a model was trained on.
void remarkOnLength(const ModelInfo& model, Index tokens, Remarks& remarks);

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
