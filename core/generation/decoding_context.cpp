#include "core/generation/decoding_context.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/error.h"
#include "core/model/architecture.h"
#include "core/model/sight.h"

namespace headlight {

DecodingContext::DecodingContext(const ModelFolder& model, const GenerationOptions& options)
    : m_model(model), m_options(options), m_tokenizer(model.writer()) {
  if (model.model->info().head != OutputHeadKind::CausalLm)
    throw Error("generation: expected a model that predicts the next token, found '" + model.name + "' (" +
                model.model->info().architecture + "); use a causal or encoder–decoder model");
  if (options.tokens < 1) throw Error("generation: expected at least 1 token, found " + std::to_string(options.tokens));
  if (options.beams < 1) throw Error("generation: expected at least 1 beam, found " + std::to_string(options.beams));
  if (options.sampling) check(*options.sampling);
  if (options.sampling && options.beams > 1)
    throw Error("generation: expected a beam search or drawn tokens, found both");
}

RunOptions DecodingContext::runOptions(const Progress& progress) const {
  RunOptions run;
  run.interventions = m_options.interventions;
  run.others = m_options.others;
  run.progress = progress;
  return run;
}

Generation DecodingContext::prefill(const ModelInput& text, const std::optional<Encoding>& target) const {
  RunOptions run = runOptions(m_options.progress.slice(0, 0.01));
  run.target = target;
  if (!target && m_model.model->info().encoderLayers > 0) run.target = decoderStart(m_model);
  Generation generation;
  generation.trace = m_model.model->run(text, run);
  generation.first = static_cast<Index>(generation.trace->encoding.size());
  return generation;
}

std::vector<double> DecodingContext::nextTokenLogProbs(const Trace& trace) {
  return logProbabilities(trace.logits, static_cast<Index>(trace.encoding.size()) - 1);
}

std::optional<std::int64_t> DecodingContext::forced(const Generation& generation) const {
  const GenerationConfig& config = m_model.model->generation();
  const auto known = [&](const std::optional<std::int64_t>& id) {
    return id && *id >= 0 && *id < m_model.model->info().vocabulary;
  };
  const Index read = generation.first + static_cast<Index>(generation.steps.size());
  if (generation.trace->source && read == 1 && known(config.forcedBegin)) return config.forcedBegin;
  if (static_cast<Index>(generation.steps.size()) + 1 == m_options.tokens && known(config.forcedEnd))
    return config.forcedEnd;
  return std::nullopt;
}

std::vector<double> DecodingContext::constrained(const Generation& generation,
                                                 std::vector<double> logProbabilities) const {
  constexpr double kNever = -std::numeric_limits<double>::infinity();
  if (const auto only = forced(generation)) {
    // What is no choice counts nothing in the sums of beams, as the reference library has it.
    const double own = m_options.beams > 1 ? 0 : logProbabilities[static_cast<std::size_t>(*only)];
    std::fill(logProbabilities.begin(), logProbabilities.end(), kNever);
    logProbabilities[static_cast<std::size_t>(*only)] = own;
    return logProbabilities;
  }
  const GenerationConfig& config = m_model.model->generation();
  const auto forbid = [&](std::int64_t id) {
    if (id >= 0 && id < static_cast<std::int64_t>(logProbabilities.size()))
      logProbabilities[static_cast<std::size_t>(id)] = kNever;
  };
  std::vector<std::int64_t> read;
  for (const Token& token : generation.trace->encoding.tokens) read.push_back(token.id);
  const auto length = static_cast<Index>(read.size());
  if (config.repetition != 1) penalise(*generation.trace, read, logProbabilities);
  if (config.noRepeat > 0 && length >= config.noRepeat) {
    const auto last = read.end() - (config.noRepeat - 1);
    for (auto at = read.begin(); at != last; ++at)
      if (std::equal(last, read.end(), at)) forbid(*(at + (config.noRepeat - 1)));
  }
  for (const std::int64_t id : config.never) forbid(id);
  // A first token that the folder gives is none that is chosen.
  const Index begin = generation.first + (generation.first == 1 && config.forcedBegin ? 1 : 0);
  if (length == begin)
    for (const std::int64_t id : config.neverFirst) forbid(id);
  if (length < config.least || static_cast<Index>(generation.steps.size()) < config.leastNew)
    for (const std::int64_t id : config.ends) forbid(id);
  return logProbabilities;
}

void DecodingContext::penalise(const Trace& trace, std::vector<std::int64_t> read,
                               std::vector<double>& logProbabilities) const {
  const double by = m_model.model->generation().repetition;
  const Logits::Row logits = trace.logits.row(static_cast<Index>(read.size()) - 1);
  // A beam search changes ln p, the other ways the logits, as the reference library does.
  const double off =
      m_options.beams > 1 || logits.size() == 0 ? 0 : static_cast<double>(logits[0]) - logProbabilities.front();
  std::sort(read.begin(), read.end());
  read.erase(std::unique(read.begin(), read.end()), read.end());
  for (const std::int64_t id : read) {
    if (id < 0 || id >= static_cast<std::int64_t>(logProbabilities.size())) continue;
    double& own = logProbabilities[static_cast<std::size_t>(id)];
    const double score = own + off;
    own = (score < 0 ? score * by : score / by) - off;
  }
}

GenerationStep DecodingContext::step(const Generation& generation, const std::vector<double>& logProbabilities,
                                  std::int64_t id) const {
  GenerationStep step;
  const double own = logProbabilities[static_cast<std::size_t>(id)];
  step.chosen = {id, textOfToken(id, m_tokenizer), std::exp(own), own};
  step.top = likeliestTokens(logProbabilities, m_options.alternatives, m_tokenizer);
  step.forced = forced(generation) == id;
  return step;
}

void DecodingContext::add(Generation& generation, GenerationStep step, const Progress& progress) const {
  RunOptions run = runOptions(progress);
  run.resumeFrom = generation.trace;
  Encoding read = generation.trace->encoding;
  read.overflowing.clear();
  read.tokens.resize(static_cast<std::size_t>(generation.first) + generation.steps.size());  // A branch drops some.
  appendId(step.chosen.id, m_tokenizer, read.tokens);
  read.tokens.back().turn = m_options.turn;
  putBehind(m_model.model->description(), read.tokens.back());
  if (ends(step.chosen.id)) read.tokens.back().special = true;
  generation.steps.push_back(std::move(step));
  if (const auto& source = generation.trace->source) {
    run.target = std::move(read);
    // Its pixels are covered: the mean of what is left would be another.
    std::erase_if(run.interventions,
                  [](const Intervention& one) { return std::holds_alternative<OccludePatches>(one); });
    generation.trace = m_model.model->run({source->encoding, source->pixels}, run);
  } else {
    generation.trace = m_model.model->run({read, {}, generation.trace->media}, run);
  }
  generation.end = endOf(generation);
}

bool DecodingContext::ends(std::int64_t id) const {
  const auto& ends = m_model.model->generation().ends;
  return std::find(ends.begin(), ends.end(), id) != ends.end();
}

Generation::StopReason DecodingContext::endOf(const Generation& generation) const {
  const ModelInfo& info = m_model.model->info();
  if (!generation.steps.empty() && ends(generation.steps.back().chosen.id)) return Generation::StopReason::Eos;
  if (static_cast<Index>(generation.steps.size()) >= m_options.tokens) return Generation::StopReason::MaxTokens;
  if (info.positionsAreLearned && static_cast<Index>(generation.trace->encoding.size()) >= info.maxPositions)
    return Generation::StopReason::MaxPositions;
  return Generation::StopReason::None;
}

}  // namespace headlight
