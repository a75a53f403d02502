#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "app/decoder_argument.h"
#include "core/attention/attention_maps.h"
#include "core/intervention/token_set.h"

namespace headlight {

/// Which heads: `--layer 3 --head 1`, each a list of numbers and ranges, or `--head 3.1,L2H0` with both numbers in the
/// notation of core/intervention/grammar.h, of an encoder–decoder model also "encoder 3.1".
struct HeadArgument {
  std::vector<std::string> layerWords, headWords;

  void addTo(CLI::App& command, const char* layerWhat, const char* headWhat);
  bool given() const { return !layerWords.empty() || !headWords.empty(); }
  /// Whether layers, and heads, were chosen.
  bool namesLayer() const;
  bool namesHead() const { return !headWords.empty(); }
  /// The ranges that are meant, all of the attention of --attention or of the one that they name themselves, which goes
  /// into `attention`. Throws Error for what is no head and for several attentions.
  HeadSet set(AttentionArgument& attention) const;
  /// Throws Error for a layer or a head of `set` that was named and that `maps` does not have.
  void checkThere(const HeadSet& set, const AttentionMaps& maps) const;
  /// The heads in the order in which they were typed, 0 for a number that was not. Throws Error for `*`.
  std::vector<HeadId> heads(AttentionArgument& attention) const;
  /// Layers and heads of a choice of every layer with the same heads; empty for all. Throws Error for another choice.
  std::pair<std::vector<int>, std::vector<int>> numbers(AttentionArgument& attention) const;
};

/// The numbers of layers or heads that there are, in the words of an error: "0 to 3 (the model has 4 layers)", or
/// "one of 1, 3". `there` is ascending and not empty.
std::string numbersThere(const std::vector<int>& there, const std::string& things);

}  // namespace headlight
