#include "core/generation/sampling.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <sstream>

#include "core/base/error.h"

namespace headlight {
namespace {

[[noreturn]] void wrongSampling(const char* what, const char* expected, double found) {
  std::ostringstream text;
  text << "generation: " << what << ": expected " << expected << ", found " << found;
  throw Error(text.str());
}

}  // namespace

void check(const Sampling& s) {
  if (!(s.temperature > 0) || std::isinf(s.temperature))
    wrongSampling("temperature", "a number above 0", s.temperature);
  if (s.topK < 0) wrongSampling("top-k", "a number of at least 0", s.topK);
  if (!(s.topP > 0 && s.topP <= 1)) wrongSampling("top-p", "a part above 0, at most 1", s.topP);
}

std::int64_t Sampler::draw(const std::vector<double>& logProbabilities) {
  const auto at = [&](std::int64_t id) { return logProbabilities[static_cast<std::size_t>(id)]; };
  std::vector<std::int64_t> ids(logProbabilities.size());
  std::iota(ids.begin(), ids.end(), 0);
  std::erase_if(ids, [&](std::int64_t id) { return std::isinf(at(id)); });
  if (ids.empty()) throw Error("generation: every token is suppressed; check generation_config.json");
  std::sort(ids.begin(), ids.end(),
            [&](std::int64_t a, std::int64_t b) { return at(a) != at(b) ? at(a) > at(b) : a < b; });
  if (m_sampling.topK > 0) ids.resize(std::min(ids.size(), static_cast<std::size_t>(m_sampling.topK)));

  std::vector<double> weights;
  weights.reserve(ids.size());
  const double largest = at(ids.front());
  for (const std::int64_t id : ids) weights.push_back(std::exp((at(id) - largest) / m_sampling.temperature));
  const double all = std::accumulate(weights.begin(), weights.end(), 0.0);
  double sum = 0;
  std::size_t count = 0;
  while (count < weights.size() && (count == 0 || sum < m_sampling.topP * all)) sum += weights[count++];

  // The upper bits of a draw as a number in [0, 1): distributions of the standard library differ between libraries.
  double left = static_cast<double>(m_random() >> 11) * 0x1.0p-53 * sum;
  for (std::size_t i = 0; i + 1 < count; ++i) {
    left -= weights[i];
    if (left < 0) return ids[i];
  }
  return ids[count - 1];
}

}  // namespace headlight
