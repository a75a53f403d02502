#pragma once

#include <cstdint>
#include <optional>
#include <random>
#include <vector>

#include "core/base/index.h"

namespace headlight {

/// How a token is drawn from what the model says. Without limits from the whole distribution.
struct Sampling {
  double temperature = 1;  ///< softmax(logits / temperature), above 0.
  int topK = 0;            ///< Only the likeliest so many; 0 for all.
  double topP = 1;         ///< Only the likeliest that together reach this part (Holtzman et al. 2020, "nucleus").
  std::uint64_t seed = 0;  ///< The same seed draws the same tokens.
  bool operator==(const Sampling&) const = default;
};

/// Throws Error for numbers out of range.
void check(const Sampling& sampling);

/// How a model goes on by itself, and how far.
struct Writing {
  Index tokens = 32;                 ///< At most so many.
  std::optional<Sampling> sampling;  ///< Without it the likeliest token each time.
  int beams = 1;                     ///< Above 1 a beam search over so many; then nothing is drawn.
  /// Of a beam search: hypotheses compare by Σ ln p / length to this power; without it that of the model's files.
  std::optional<double> lengthPenalty = {};
  bool operator==(const Writing&) const = default;
};

/// Draws tokens one after the other, on every computer the same ones for the same seed.
class Sampler {
 public:
  explicit Sampler(const Sampling& sampling) : m_sampling(sampling), m_random(sampling.seed) {}
  /// A token drawn by `logProbabilities`, [vocabulary]; -infinity for one that must not be.
  std::int64_t draw(const std::vector<double>& logProbabilities);

 private:
  Sampling m_sampling;
  std::mt19937_64 m_random;
};

}  // namespace headlight
