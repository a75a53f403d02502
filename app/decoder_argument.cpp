#include "app/decoder_argument.h"

#include "app/arguments.h"
#include "core/base/error.h"

namespace headlight {

void DecoderArgument::addTo(CLI::App& command) {
  const auto textOption =
      command.add_option("--decoder-text", text, "Decoder text so far (encoder–decoder models)")
          ->type_name("T");
  command.add_option("--decoder-ids", ids, "The same as token ids, including the decoder's start token")
      ->delimiter(',')
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
  command.add_option("--seed", seed, "Seed of sampling: same seed, same tokens")->type_name("N")->needs(generate);
}

std::optional<Encoding> DecoderArgument::target(const ModelFolder& model) const {
  const bool translates = model.model->info().encoderLayers > 0;
  if (!translates && (text || !ids.empty()))
    throw Error(std::string(text ? "--decoder-text" : "--decoder-ids") +
                ": expected an encoder–decoder model, found '" + model.name + "' (" + model.model->info().architecture +
                ")");
  if (!translates) return std::nullopt;
  if (text) return targetEncoding(model, *text);
  return ids.empty() ? decoderStart(model) : encodingOfIds(ids, model.writer());
}

GenerationOptions DecoderArgument::generation(std::vector<Intervention> interventions) const {
  GenerationOptions options;
  options.tokens = tokens;
  options.beams = beams;
  options.interventions = std::move(interventions);
  if (temperature || topK || topP || seed)
    options.sampling = Sampling{temperature.value_or(1), topK.value_or(0), topP.value_or(1), seed.value_or(0)};
  return options;
}

DrawnRun DecoderArgument::run(const ModelFolder& model, const Encoding& read, RunOptions options) const {
  options.target = target(model);
  if (!generates()) return runDraws(*model.model, read, std::move(options));
  DrawnRun run;
  run.trace = run.first = generate(model, read, generation(options.interventions), options.target).trace;
  return run;
}

void AttentionArgument::addTo(CLI::App& command, const char* what) {
  command.add_option("--attention", name, what)->check(CLI::IsMember({"encoder", "decoder", "cross"}));
}

AttentionType AttentionArgument::type(const ModelFolder& model) const {
  if (given() && model.model->info().encoderLayers == 0)
    throw Error("--attention " + name + ": expected an encoder–decoder model, found '" + model.name + "' (" +
                model.model->info().architecture + ")");
  return type();
}

AttentionType AttentionArgument::type() const {
  return name == "encoder" ? AttentionType::Source : name == "cross" ? AttentionType::Cross : AttentionType::Self;
}

}  // namespace headlight
