#include "core/generation/generation.h"

#include <algorithm>
#include <sstream>

#include "core/base/error.h"
#include "core/generation/beam_search.h"
#include "core/generation/decoding_context.h"

namespace headlight {
namespace {

/// Token after token: the likeliest, or drawn.
Generation chooseEach(const DecodingContext& continuation, Generation generation) {
  const GenerationOptions& options = continuation.options();
  Sampler sampler(options.sampling.value_or(Sampling{}));
  while (generation.end == Generation::StopReason::None) {
    const auto part = static_cast<double>(generation.steps.size()) / static_cast<double>(options.tokens);
    const std::vector<double> answers = DecodingContext::nextTokenLogProbs(*generation.trace);
    const std::vector<double> allowed = continuation.constrained(generation, answers);
    const std::int64_t id =
        options.sampling ? sampler.draw(allowed) : std::max_element(allowed.begin(), allowed.end()) - allowed.begin();
    continuation.add(generation, continuation.step(generation, answers, id),
                     options.progress.slice(part, part + 1 / static_cast<double>(options.tokens)));
    if (options.onToken) options.onToken(generation);
  }
  return generation;
}

Generation goOn(const DecodingContext& continuation, Generation generation) {
  generation.end = continuation.endOf(generation);
  if (generation.end != Generation::StopReason::None) return generation;
  Generation done = continuation.options().beams > 1 ? beamSearch(continuation, std::move(generation))
                                                     : chooseEach(continuation, std::move(generation));
  continuation.options().progress(1);
  return done;
}

}  // namespace

std::vector<std::string> remarksOnWriting(const GenerationConfig& files, const Writing& writing) {
  std::vector<std::string> remarks = files.passedOver;
  const auto saying = [](const std::string& what) {
    return "The model's files say " + what + " for generating; here ";
  };
  const auto numberText = [](double number) {
    std::ostringstream text;
    text << number;
    return text.str();
  };
  if (files.beams > 1 && writing.beams != files.beams)
    remarks.push_back(saying("'num_beams': " + std::to_string(files.beams)) +
                      (writing.beams > 1  ? "it is " + std::to_string(writing.beams) + "."
                       : writing.sampling ? "tokens are drawn one by one."
                                          : "the likeliest token is taken each time."));
  const DrawingConfig& drawing = files.drawing;
  const Sampling used = writing.sampling.value_or(Sampling{});
  std::string differing;
  const auto compare = [&](const char* key, const std::optional<double>& said, double here, double neutral) {
    // Somebody's own number is theirs; the one that changes nothing may just not have been said.
    if (said && *said != here && here == neutral)
      differing += std::string(differing.empty() ? "" : ", ") + "'" + key + "': " + numberText(*said);
  };
  compare("temperature", drawing.temperature, used.temperature, 1);
  compare("top_k", drawing.topK, used.topK, 0);
  compare("top_p", drawing.topP, used.topP, 1);
  for (const std::string& key : drawing.passedOver)
    differing += std::string(differing.empty() ? "" : ", ") + "'" + key + "'";
  if (drawing.draws && !writing.sampling)
    remarks.push_back(saying("'do_sample'" + (differing.empty() ? "" : " with " + differing)) + "nothing is drawn.");
  else if (writing.sampling && !differing.empty())
    remarks.push_back(saying(differing) + "it is not done.");
  return remarks;
}

double Generation::logProbability() const {
  double sum = 0;
  for (const GenerationStep& step : steps) sum += step.chosen.logProbability;
  return sum;
}

Generation generate(const ModelFolder& model, const ModelInput& text, const GenerationOptions& options,
                    const std::optional<Encoding>& target) {
  const DecodingContext continuation(model, options);
  return goOn(continuation, continuation.prefill(text, target));
}

Generation branch(const ModelFolder& model, const Generation& from, std::size_t step, std::int64_t id,
                  const GenerationOptions& options) {
  if (step >= from.steps.size())
    throw Error("generation: step " + std::to_string(step) + ": expected 0 to " +
                std::to_string(static_cast<Index>(from.steps.size()) - 1));
  if (id < 0 || id >= model.model->info().vocabulary)
    throw Error("generation: token " + std::to_string(id) + ": expected an id from 0 to " +
                std::to_string(model.model->info().vocabulary - 1));
  const DecodingContext continuation(model, options);
  Generation begun = from;
  begun.steps.resize(step);
  const std::vector<double> answers = logProbabilities(from.trace->logits, from.rowOf(step));
  GenerationStep other = continuation.step(begun, answers, id);
  other.forced = false;
  continuation.add(begun, std::move(other), options.progress.slice(0, 0));
  if (options.onToken) options.onToken(begun);
  return goOn(continuation, std::move(begun));
}

}  // namespace headlight
