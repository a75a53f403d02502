#pragma once

#include <CLI/CLI.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/reading/input.h"
#include "core/reading/source.h"

namespace headlight {

/// What the decoder of an encoder–decoder model has read (`--decoder-text T` or `--decoder-ids 1,2`), and how a model
/// that says the next token goes on (`--generate N`, with `--beams`, or `--temperature`, `--top-k`, `--top-p`,
/// `--seed`).
struct DecoderArgument {
  std::optional<std::string> text;
  std::vector<std::string> ids;
  Index tokens = 0;
  int beams = 1;
  std::optional<double> temperature, topP;
  std::optional<int> topK;
  std::optional<std::uint64_t> seed;

  void addTo(CLI::App& command);
  bool generates() const { return tokens > 0; }
  /// Whether anything was asked for.
  bool given() const { return text || !ids.empty() || generates(); }
  /// `input` with the decoder's target and what the model is to write.
  Input with(Input input) const;
};

/// Which attention of an encoder–decoder model: `--attention encoder|decoder|cross`.
struct AttentionArgument {
  std::string name;

  void addTo(CLI::App& command, const char* what);
  bool given() const { return !name.empty(); }
  /// Self-attention of the decoder, or of the whole model, without the option.
  AttentionType type() const;
  /// The same; throws Error for one that `model` lacks.
  AttentionType type(const Source& model) const;
};

}  // namespace headlight
