#include "app/decoder_argument.h"

#include "app/arguments.h"
#include "app/usage_error.h"
#include "core/base/error.h"

namespace headlight {

void DecoderArgument::addTo(CLI::App& command) {
  const auto textOption =
      command.add_option("--decoder-text", text, "Decoder text so far (encoder–decoder models)")
          ->type_name("T");
  command.add_option("--decoder-ids", ids, "The same as token ids, including the decoder's start token")
      ->type_name("1,2,3")
      ->excludes(textOption);
  const auto generate = command.add_option("--generate", tokens, "Generate up to N tokens, then analyse")
                            ->check(CLI::Range(Index{1}, Index{1000000}))
                            ->type_name("N");
  command.add_option("--beams", beams, "Beam search with N beams")
      ->check(CLI::Range(1, 64))
      ->needs(generate);
  command.add_option("--temperature", temperature, "Sample from softmax(logits / T)")
      ->type_name("T")
      ->needs(generate);
  command.add_option("--top-k", topK, "Sample from the K most likely tokens")->type_name("K")->needs(generate);
  command.add_option("--top-p", topP, "Sample from the most likely tokens up to total probability P")
      ->type_name("P")
      ->needs(generate);
  command.add_option("--seed", seed, "Seed of sampling: same seed, same tokens")
      ->type_name("N")
      ->check(CLI::NonNegativeNumber)
      ->needs(generate);
}

Input DecoderArgument::with(Input input) const {
  if (text) input.target = Shared<std::string>(*text);
  if (!ids.empty()) input.target = idsInput(typedIds(ids));
  if (!generates()) return input;
  if (beams > 1 && (temperature || topK || topP || seed))
    throw UsageError("--beams: expected a beam search or drawn tokens, found both");
  Writing& writing = input.writing.emplace();
  writing.tokens = tokens;
  writing.beams = beams;
  if (temperature || topK || topP || seed) {
    writing.sampling = Sampling{temperature.value_or(1), topK.value_or(0), topP.value_or(1), seed.value_or(0)};
    asTyped([&] { check(*writing.sampling); });
  }
  return input;
}

void AttentionArgument::addTo(CLI::App& command, const char* what) {
  std::vector<std::string> names;
  for (const AttentionName& attention : kEveryAttention) names.emplace_back(attention.name);
  command.add_option("--attention", name, what)->check(CLI::IsMember(names));
}

AttentionType AttentionArgument::type(const Source& model) const {
  if (const auto stage = stageOf(type())) {
    const auto stages = static_cast<int>(model.info.stages.size());
    if (*stage < stages && stages > 1) return type();
    throw Error("--attention " + name + ": expected a model of " +
                (*stage > 0 ? "at least " + std::to_string(*stage + 1) + " stages" : "stages") + ", found '" +
                model.name + "' (" + model.info.architecture + ")" +
                (stages > 0 ? ", which has " + std::to_string(stages) : ""));
  }
  const bool vision = type() == AttentionType::Vision;
  if (vision && !model.info.readsPicturesInText)
    throw Error("--attention " + name + ": expected a model that reads pictures in a text, found '" + model.name +
                "' (" + model.info.architecture + ")");
  if (given() && !vision && !model.translates())
    throw Error("--attention " + name + ": expected an encoder–decoder model, found '" + model.name + "' (" +
                model.info.architecture + ")");
  return type();
}

AttentionType AttentionArgument::type() const {
  return attentionNamed(name).value_or(AttentionType::Self);
}

}  // namespace headlight
