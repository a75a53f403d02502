#include "core/reading/reader.h"

#include <algorithm>
#include <filesystem>

#include "core/attention/trace_maps.h"
#include "core/io/stored_attention.h"
#include "core/model/intervention_place.h"
#include "core/model/stack.h"
#include "core/model/stages.h"
#include "core/reading/covered_pictures.h"
#include "core/reading/draws.h"
#include "core/reading/input_tokens.h"
#include "core/reading/kept_readings.h"

namespace headlight {
namespace {

Reading readStored(const Source& source, const ReadOptions& options) {
  const StoredAttention& stored = *source.stored;
  stored.check();
  const std::string why = source.name + " contains only attention; there is no model to change";
  if (!options.lenient && !options.interventions.empty()) throw Error(why);
  Reading reading;
  reading.maps = stored.maps;
  reading.caption = stored.text;
  reading.media = stored.media;
  reading.written = stored.maps->queries();
  for (std::size_t i = 0; i < options.interventions.size(); ++i) reading.misfits.push_back({i, why});
  return reading;
}

/// Whether parts of pictures in the text are covered, which changes what is read and no layer.
bool coversPictures(const InputTokens& tokens, const Intervention& intervention) {
  return tokens.read.media && std::holds_alternative<OccludePatches>(intervention);
}

/// The interventions that act while the model runs.
std::vector<Intervention> inRun(const InputTokens& tokens, std::vector<Intervention> interventions) {
  std::erase_if(interventions, [&](const Intervention& each) { return coversPictures(tokens, each); });
  return interventions;
}

/// Takes over the interventions that fit what the model reads, and notes the others. Returns runs of their other texts.
OtherRuns takeFitting(const Source& model, const InputTokens& tokens, const ReadOptions& options, Reading& reading) {
  OtherRuns others;
  std::vector<InterventionPlace> places;
  const std::vector<Token>&source = tokens.read.encoding.tokens, &target = tokens.last().tokens;
  const Architecture& d = model.model->description();
  std::vector<Encoding> stages;
  if (d.stages > 0) stages = tokensOfStages(d, tokens.read.encoding);
  for (const ModelAttention& attention : model.model->attentions()) {
    const bool ofPictures = attention.type == AttentionType::Vision, ofStage = !stages.empty();
    if (ofPictures && !tokens.read.media) continue;
    const Architecture& stack = stackThatLooks(*model.model, attention.type).description();
    InterventionPlace& place = places.emplace_back(placeIn(stack, ofStage ? attentionOf(stack) : attention.type));
    place.others = &others;
    place.tokens = ofStage      ? &stages[static_cast<std::size_t>(stagesBefore(stack))].tokens
                   : ofPictures ? &tokens.read.media->encoding.tokens
                   : attention.queries == AttentionType::Encoder ? &source
                                                                 : &target;
    place.pixels = ofPictures ? nullptr : tokens.read.pixels.get();
    place.besidePictures = model.info.readsPicturesInText;
    if (model.translates()) place.source = &source;
  }
  for (std::size_t i = 0; i < options.interventions.size(); ++i) {
    const std::vector<Intervention> one = {options.interventions[i]};
    try {
      others = runOtherTexts(one, model, options.progress.slice(0.05, 0.1), others);
      if (coversPictures(tokens, one.front()))
        coveredParts(std::get<OccludePatches>(one.front()), tokens);
      else
        for (const InterventionPlace& place : places) layerEdits(one, place);
      reading.interventions.push_back(one.front());
    } catch (const Error& error) {
      reading.misfits.push_back({i, error.what()});
    }
  }
  return others;
}

void refuseEmpty(const Input& input, const Encoding& read) {
  // A picture is enough to read.
  if (std::holds_alternative<TextInput>(input.content) && input.pictures.empty() && !input.prepared &&
      std::all_of(read.tokens.begin(), read.tokens.end(), [](const Token& token) { return token.special; }))
    throw Error("text: expected at least one token, found an empty text");
}

void run(const Source& model, InputTokens tokens, const ReadOptions& options, OtherRuns others, Reading& reading) {
  RunOptions how;
  how.logits = options.logits;
  how.interventions = inRun(tokens, reading.interventions);
  how.others = std::move(others);
  how.target = std::move(tokens.target);
  how.resumeFrom = options.resumeFrom;
  how.progress = options.progress.slice(0.1, 0.95);
  DropoutRun drawn = runDropoutDraws(*model.model, tokens.read, std::move(how));
  reading.trace = std::move(drawn.trace);
  reading.firstDraw = std::move(drawn.first);
  reading.deviation = std::move(drawn.deviation);
}

void write(const Source& model, const InputTokens& tokens, const Writing& writing, const ReadOptions& options,
           OtherRuns others, Reading& reading) {
  GenerationOptions how{writing};
  how.alternatives = options.alternatives;
  how.turn = tokens.answer;
  how.interventions = inRun(tokens, reading.interventions);
  how.others = std::move(others);
  how.progress = options.progress.slice(0.1, 0.95);
  how.onToken = options.onToken;
  reading.generation = generate(model, tokens.read, how, tokens.target);
  reading.trace = reading.firstDraw = reading.generation->trace;
  const std::vector<std::string> remarks = remarksOnWriting(model.model->generation(), writing);
  reading.remarks.insert(reading.remarks.end(), remarks.begin(), remarks.end());
}

/// The pictures and the sound of `input`. A picture whose patches are covered is what its trace keeps: null.
std::shared_ptr<const SeenMedia> mediaOf(const Source& source, const Input& input, const Reading& reading) {
  // Those in a text are covered as they were given.
  const bool covered = !reading.trace->media && std::any_of(reading.interventions.begin(), reading.interventions.end(),
                                                            [](const Intervention& each) {
                                                              return std::holds_alternative<OccludePatches>(each);
                                                            });
  SeenMedia media;
  const auto add = [&](const ImageInput& picture) {
    if (!covered) media.pictures.push_back({std::filesystem::path(picture.path).filename().string(), picture.image});
  };
  if (const auto* picture = std::get_if<ImageInput>(&input.content)) add(*picture);
  for (const ImageInput& picture : input.pictures) add(picture);
  const Trace& heard = reading.trace->source ? *reading.trace->source : *reading.trace;
  if (source.sounds && heard.pixels) {
    const auto* alone = std::get_if<SoundInput>(&input.content);
    const SoundInput* sound = alone ? alone : input.sound ? &*input.sound : nullptr;
    media.sound = source.sounds->heard(*heard.pixels, sound && sound->sound ? sound->sound->seconds() : 0);
  }
  if (media.pictures.empty() && !media.sound) return {};
  return std::make_shared<const SeenMedia>(std::move(media));
}

Reading readAnew(const Source& source, Input input, const ReadOptions& options) {
  options.progress(0.05, "reading");
  input = besideEmptyText(source, std::move(input));
  InputTokens tokens = tokensOf(source, input);
  Reading reading;
  reading.written = static_cast<Index>(tokens.last().size() - input.continuation.size());
  reading.caption = captionOf(input, tokens.read.encoding);
  reading.missedTurns = tokens.missed;
  reading.remarks = tokens.remarks;
  OtherRuns others;
  if (options.lenient) {
    others = takeFitting(source, tokens, options, reading);
  } else {
    refuseEmpty(input, tokens.read.encoding);
    reading.interventions = options.interventions;
    others = runOtherTexts(reading.interventions, source, options.progress.slice(0.05, 0.1));
  }
  if (std::any_of(reading.interventions.begin(), reading.interventions.end(),
                  [&](const Intervention& each) { return coversPictures(tokens, each); })) {
    input = withCovered(std::move(input), tokens, reading.interventions);
    tokens = tokensOf(source, input);
  }
  if (input.writing)
    write(source, tokens, *input.writing, options, std::move(others), reading);
  else
    run(source, std::move(tokens), options, std::move(others), reading);
  reading.maps = std::make_shared<TraceMaps>(reading.trace, AttentionType::Self);
  if (reading.trace->source)
    for (const AttentionType type : {AttentionType::Cross, AttentionType::Encoder})
      reading.others[type] = std::make_shared<TraceMaps>(reading.trace, type);
  for (const AttentionType stage : reading.trace->stages())
    reading.others[stage] = std::make_shared<TraceMaps>(reading.trace, stage);
  if (reading.trace->tower)
    reading.others[AttentionType::Vision] = std::make_shared<TraceMaps>(reading.trace, AttentionType::Vision);
  reading.media = mediaOf(source, input, reading);
  options.progress(1, "reading");
  return reading;
}

}  // namespace

Reading read(const Source& source, const Input& input, const ReadOptions& options) {
  if (source.stored) return readStored(source, options);
  const auto run = [&] { return readAnew(source, input, options); };
  // What a file gives may be another the next time.
  const bool files = std::any_of(options.interventions.begin(), options.interventions.end(),
                                 [](const Intervention& each) { return otherFileOf(each) != nullptr; });
  KeptReadings* const kept = files ? nullptr : KeptReadings::current();
  return kept ? kept->reading(source, input, options, run) : run();
}

}  // namespace headlight
