#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/generation/generation.h"
#include "core/reading/draws.h"

namespace headlight {

/// What the decoder of an encoder–decoder model has read (`--decoder-text T` or `--decoder-ids 1,2`), and how a model
/// that says the next token goes on (`--generate N`, with `--beams`, or `--temperature`, `--top-k`, `--top-p`,
/// `--seed`).
struct DecoderArgument {
  std::optional<std::string> text;
  std::vector<std::int64_t> ids;
  Index tokens = 0;
  int beams = 1;
  std::optional<double> temperature, topP;
  std::optional<int> topK;
  std::optional<std::uint64_t> seed;

  void addTo(CLI::App& command);
  bool generates() const { return tokens > 0; }
  /// Whether anything was asked for.
  bool given() const { return text || !ids.empty() || generates(); }
  /// What an encoder–decoder model's decoder reads before it goes on, its first token without an option; none for other
  /// models. Throws Error for an option that the model has no place for.
  std::optional<Encoding> target(const ModelFolder& model) const;
  /// How to go on; throws Error for options that do not go together.
  GenerationOptions generation(std::vector<Intervention> interventions) const;
  /// A run over `text`, and over what the model writes where that was asked for. Throws Error as a run does.
  DrawnRun run(const ModelFolder& model, const Encoding& text, RunOptions options) const;
};

/// Which attention of an encoder–decoder model: `--attention encoder|decoder|cross`.
struct AttentionArgument {
  std::string name;

  void addTo(CLI::App& command, const char* what);
  bool given() const { return !name.empty(); }
  /// Self-attention of the decoder, or of the whole model, without the option.
  AttentionType type() const;
  /// The same; throws Error for one that `model` lacks.
  AttentionType type(const ModelFolder& model) const;
};

}  // namespace headlight
