#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/ids.h"
#include "core/model/model_folder.h"

namespace headlight {

/// What is done to a text.
enum class NoiseKind {
  RandomWords,     ///< Words of the model's vocabulary put in between.
  RepeatedWords,   ///< Words of the text put in between once more.
  OwnWords,        ///< Words that the caller names put in between.
  Typos,           ///< Two letters exchanged, one left out or one doubled in some words of at least four letters.
  ShuffledClauses  ///< The parts between , ; : . ! ? in another order.
};
const char* nameOf(NoiseKind kind);

struct NoiseSetup {
  NoiseKind kind = NoiseKind::RandomWords;
  double amount = 0.3;  ///< Words put in or changed, as a part of the text's words; at least one. No meaning for
                        ///< shuffled clauses.
  std::vector<std::string> own;  ///< For OwnWords.
};

/// A text with noise, and where the noise is.
struct NoisyText {
  std::string text;
  std::vector<TextRange> noise;  ///< Code points of `text`, in order.
};

/// `text` (UTF-8) with noise, the same for the same seed. The last word stays last, and words with "[" or "<" (masks)
/// stay whole. `vocabulary` are words to draw from for RandomWords. Throws Error where there is nothing to draw from,
/// or to change.
NoisyText addNoise(const std::string& text, const NoiseSetup& setup, const std::vector<std::string>& vocabulary,
                   std::uint64_t seed);

/// Whole words with letters alone, of at least three, of a tokenizer's vocabulary.
std::vector<std::string> wordsOf(const Tokenizer& tokenizer);

/// How one head takes the noise; means over the seeds.
struct HeadNoise {
  HeadId head;
  double mass = 0;       ///< Mean weight on tokens of the noise, over the queries of the text itself that may see some.
  double deviation = 0;  ///< Standard deviation of it over the seeds.
  double chance = 0;     ///< What equal weights on the keys that a query may see would give.
};

struct NoiseReport {
  std::vector<HeadNoise> heads;     ///< Layer by layer.
  std::vector<std::string> texts;   ///< One for each seed.
  std::vector<double> divergences;  ///< KL of the prediction, clean from noisy, in nats, one for each seed.
  std::vector<double> changes;      ///< ln p of the clean text's likeliest outcome, noisy - clean.
};

/// Runs the model over `text` and over `seeds` noisy ones (seeds 1, 2, …) and measures every head and the prediction
/// (of the last token, the first mask, or the text's class). Throws Error as addNoise and a run do, for a model without
/// a tokenizer or a head; Cancelled.
NoiseReport measureNoise(const ModelFolder& model, const std::string& text, const NoiseSetup& setup, int seeds,
                         const Progress& progress = {});

}  // namespace headlight
