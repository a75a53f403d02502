#include "core/generation/beam_search.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"

namespace headlight {
namespace {

/// A hypothesis with one more token, which nobody has read yet.
struct Candidate {
  std::size_t parent = 0;
  GenerationStep step;
  double logProbability = 0;  ///< Σ ln p with that token.
};

struct Ended {
  Generation parent;
  GenerationStep last;
  double score = 0;
};

/// The likeliest ways to go on with any hypothesis, the best first; `scores` of the hypotheses are sums of ln p as the
/// folder's rules change them.
std::vector<Candidate> candidatesOf(const DecodingContext& continuation, const std::vector<Generation>& live,
                                    const std::vector<double>& scores, std::size_t count) {
  struct Choice {
    std::size_t parent;
    std::int64_t id;
    double logProbability;
  };
  std::vector<Choice> choices;
  std::vector<std::vector<double>> answers;
  for (std::size_t parent = 0; parent < live.size(); ++parent) {
    answers.push_back(DecodingContext::nextTokenLogProbs(*live[parent].trace));
    const std::vector<double> allowed = continuation.constrained(live[parent], answers.back());
    const double before = scores[parent];
    for (const Prediction& likely : likeliestTokens(allowed, static_cast<int>(count), nullptr))
      if (!std::isinf(likely.logProbability)) choices.push_back({parent, likely.id, before + likely.logProbability});
  }
  std::stable_sort(choices.begin(), choices.end(),
                   [](const Choice& a, const Choice& b) { return a.logProbability > b.logProbability; });
  if (choices.size() > count) choices.resize(count);
  std::vector<Candidate> candidates;
  candidates.reserve(choices.size());
  for (const Choice& choice : choices)
    candidates.push_back({choice.parent, continuation.step(live[choice.parent], answers[choice.parent], choice.id),
                          choice.logProbability});
  return candidates;
}

}  // namespace

Generation beamSearch(const DecodingContext& continuation, Generation begun) {
  const GenerationOptions& options = continuation.options();
  const auto beams = static_cast<std::size_t>(options.beams);
  const std::size_t given = begun.steps.size();  // Of a branch: their probabilities are everyone's.
  const double before = begun.logProbability();
  const double penalty = options.lengthPenalty.value_or(continuation.files().lengthPenalty);
  const BeamStop stop = continuation.files().beamStop;
  const auto scoreOf = [&](double logProbability, std::size_t steps) {
    return (logProbability - before) / std::pow(static_cast<double>(steps - given), penalty);
  };
  std::vector<Generation> live{std::move(begun)};
  std::vector<double> scores{before};  // Of each in `live`.
  std::vector<Ended> ended;  // The best first, at most as many as there are beams.
  const auto end = [&](const Generation& parent, GenerationStep last, double logProbability) {
    ended.push_back({parent, std::move(last), scoreOf(logProbability, parent.steps.size() + 1)});
    std::stable_sort(ended.begin(), ended.end(), [](const Ended& a, const Ended& b) { return a.score > b.score; });
    if (ended.size() > beams) ended.pop_back();
  };

  while (!live.empty()) {
    const auto done = static_cast<double>(live.front().steps.size()) / static_cast<double>(options.tokens);
    const Progress progress = options.progress.slice(done, done + 1 / static_cast<double>(options.tokens));
    std::vector<Candidate> candidates = candidatesOf(continuation, live, scores, 2 * beams);
    std::vector<Generation> next;
    std::vector<double> nextScores;
    for (std::size_t rank = 0; rank < candidates.size() && next.size() < beams; ++rank) {
      Candidate& candidate = candidates[rank];
      if (continuation.ends(candidate.step.chosen.id)) {
        if (rank < beams) end(live[candidate.parent], std::move(candidate.step), candidate.logProbability);
        continue;
      }
      Generation more = live[candidate.parent];
      const double part = static_cast<double>(next.size()) / static_cast<double>(beams);
      continuation.add(more, std::move(candidate.step), progress.slice(part, part + 1 / static_cast<double>(beams)));
      next.push_back(std::move(more));
      nextScores.push_back(candidate.logProbability);
    }
    live = std::move(next);
    scores = std::move(nextScores);
    if (live.empty()) break;
    if (options.onToken) options.onToken(live.front());
    // A hypothesis that goes on is at best as good as it is by now, or as that would be of the most tokens.
    const std::size_t steps = stop == BeamStop::NeverBetter && penalty > 0 ? static_cast<std::size_t>(options.tokens)
                                                                           : live.front().steps.size();
    const double best = scoreOf(scores.front(), steps);
    if (ended.size() == beams && (stop == BeamStop::EnoughEnded || ended.back().score >= best)) break;
    if (live.front().end != Generation::StopReason::None) break;
  }

  if (!live.empty() && live.front().end != Generation::StopReason::None &&
      (ended.empty() || scoreOf(scores.front(), live.front().steps.size()) > ended.front().score))
    return live.front();
  if (ended.empty()) throw Error("generation: every token is suppressed; check generation_config.json");
  Generation best = std::move(ended.front().parent);
  continuation.add(best, std::move(ended.front().last), options.progress.slice(1, 1));
  if (options.onToken) options.onToken(best);
  return best;
}

}  // namespace headlight
