#include "app/arguments.h"

#include <cstdio>
#include <iostream>
#include <iterator>

#include "app/usage_error.h"
#include "core/base/error.h"
#include "core/base/files.h"
#include "core/checkpoint/config.h"
#include "core/checkpoint/gguf/gguf_file.h"
#include "core/intervention/grammar.h"
#include "core/io/stored_place.h"
#include "core/model/adapter.h"
#include "core/model/architecture.h"
#include "core/model/gguf/gguf_source.h"
#include "core/model/model_locations.h"
#include "core/model/task_prefixes.h"
#include "core/model/weights.h"
#include "core/reading/input_tokens.h"
#include "core/text/text_file.h"
#include "core/text/tokenizer.h"
#include "core/text/utf8.h"
#include "ui/images/image_file.h"
#include "ui/state/path_kind.h"

namespace headlight {

std::string orStandardInput(const std::string& text) {
  if (text != "-") return text;
  std::string all{std::istreambuf_iterator<char>(std::cin), {}};
  if (!all.empty() && all.back() == '\n') all.pop_back();
  return all;
}

void remarkOnReplaced(const std::string& place, std::size_t replaced, Remarks& remarks) {
  if (replaced > 0)
    remarks.add({place + ": expected UTF-8, found " + std::to_string(replaced) +
                 (replaced == 1 ? " invalid part; it is read as U+FFFD" : " invalid parts; each is read as U+FFFD")});
}

std::string textOrStandardInput(const std::string& text, Remarks& remarks) {
  std::string valid;
  const std::size_t replaced = utf8::appendLossy(valid, orStandardInput(text));
  if (text == "-") remarkOnReplaced("standard input", replaced, remarks);
  return valid;
}

std::pair<int, int> parseSize(const std::string& text) {
  int width = 0, height = 0;
  char rest = 0;
  if (std::sscanf(text.c_str(), "%dx%d%c", &width, &height, &rest) != 2 || width < 64 || height < 64 || width > 20000 ||
      height > 20000)
    throw UsageError("--size: expected WIDTHxHEIGHT of 64 to 20000 pixels each, found '" + text + "'");
  return {width, height};
}

void addChoice(CLI::App& command, const char* name, std::string& value, const std::string& what,
               std::vector<std::string> choices) {
  command.add_option(name, value, what)->check(CLI::IsMember(std::move(choices)))->capture_default_str();
}

void ModelArgument::addTo(CLI::App& command) {
  command.add_option("--model", name, "A built-in model, a model folder, or a model in the Hugging Face cache")
      ->type_name("NAME-OR-FOLDER")
      ->capture_default_str();
  command
      .add_option("--adapter-scale", adapterScale, "Of an adapter: from 0, its base model, to 1 (default), all of it")
      ->type_name("T")
      ->check(CLI::Range(0.0, 1.0));
  command.add_option("--base", base, "Of an adapter: its base model, in place of the one that it names")
      ->type_name("NAME-OR-FOLDER");
  command
      .add_option("--mmproj", projector,
                  "Of a GGUF file: the file that reads pictures (default: the only one next to it), or none")
      ->type_name("FILE|none");
}

std::filesystem::path ModelArgument::folder() const {
  std::filesystem::path found = findModel(name);
  if (!projector.empty()) {
    if (!isGguf(found)) throw Error("--mmproj: expected a GGUF file as --model, found '" + found.string() + "'");
    if (adapterScale || !base.empty()) throw UsageError("--mmproj: cannot be combined with --adapter-scale and --base");
    return GgufModelPlace{found, projector == "none" ? std::filesystem::path() : absolutePath(projector)}.path();
  }
  if (!adapterScale && base.empty()) return found;
  AdapterPlace place = adapterPlace(found);
  if (!isAdapter(place.folder))
    throw Error("--model '" + name + "': expected an adapter's folder for --adapter-scale and --base, found another");
  if (adapterScale) place.scale = *adapterScale;
  if (!base.empty()) place.base = base;
  return place.path();
}

Source ModelArgument::open(Remarks& remarks) const {
  Source model = openModelSource(folder());
  remarks.add(model.remarks);
  return model;
}

std::shared_ptr<const Tokenizer> tokenizerOf(const ModelSource& source) {
  if (auto tokenizer = source.tokenizer()) return tokenizer;
  throw Error("'" + source.place.string() + "': expected tokenizer files, found none");
}

namespace {

/// The part of a text file that "1000-5000" means, all of it without, and how much of it was no UTF-8.
std::string partOf(const std::string& file, const std::string& part, std::size_t& replaced) {
  TextFile whole(file);
  unsigned long long from = 0, to = whole.size();
  char rest = 0;
  if (!part.empty() && (std::sscanf(part.c_str(), "%llu-%llu%c", &from, &to, &rest) != 2 || from >= to))
    throw UsageError("--part: expected FROM-TO in bytes, ascending, found '" + part + "'");
  if (from >= whole.size())
    throw Error("--part: expected a byte before " + std::to_string(whole.size()) + ", the size of '" + file +
                "', found " + std::to_string(from));
  std::string text = whole.part(from, to);
  replaced = whole.replaced();
  return text;
}

}  // namespace

std::vector<std::int64_t> typedIds(const std::vector<std::string>& words) {
  std::string typed;
  for (const std::string& word : words) typed += (typed.empty() ? "" : " ") + word;
  if (words.size() == 1 && (typed == "-" || isFile(typed)))
    return idsIn(typed == "-" ? orStandardInput(typed) : readFile(typed));
  return asTyped([&] { return idsIn(typed); });
}

void InputArgument::addTo(CLI::App& command, From from) {
  const auto one = command.add_option_group("INPUT", "Input");
  const auto textOption = one->add_option("--text", text, "A text (- reads standard input)")->type_name("T");
  const auto idsOption =
      one->add_option("--ids", ids, "Token ids, also in brackets or in a file, for models without a tokenizer")
          ->type_name("1,2,3");
  one->add_option("--text-file", file, "A text file, or a part of it with --part")->type_name("FILE");
  chat.addTo(command, *one);
  const auto imageOption =
      command
          .add_option("--image", images,
                      "An image, for a vision model; with --text or --ids the pictures of a text in order, which go "
                      "where <image> is in it, or first")
          ->allow_extra_args(false)
          ->type_name("FILE");
  const auto soundOption = command.add_option("--sound", sound, "A sound, for a speech model: WAV, FLAC, Ogg or MP3")
                               ->type_name("FILE")
                               ->excludes(imageOption);
  command
      .add_option("--pixels", pixels,
                  "In place of --image or --sound what its preparation gives: pixel_values (image_grid_thw, …), "
                  "input_features, input_values")
      ->type_name("FILE.safetensors")
      ->excludes(imageOption)
      ->excludes(soundOption);
  if (from == From::ModelOrFile) {
    one->add_option(
           "--import", import,
           "Attention file instead of model and text: .safetensors, .npz, .npy or .pt; FILE#cross, #encoder or "
           "#decoder for a part, FILE#softmax if it contains scores, FILE#row=2 for a text of a batch")
        ->type_name("FILE")
        ->excludes(command.get_option("--model"))
        ->excludes(command.get_option("--adapter-scale"))
        ->excludes(command.get_option("--base"))
        ->excludes(command.get_option("--mmproj"));
    one->add_option("file", named, "The same by its kind: an attention file, an image or a text file")
        ->type_name("FILE");
    command.add_option("--row", row, "Text of a batch in the attention file, from 0")->type_name("N");
  }
  one->require_option(0, 1);
  command.add_option("--part", part, "Bytes of the text file, from and to")->type_name("FROM-TO");
  command
      .add_option("--prefix", prefix,
                  "What the model is to do, by the name of a prefix that its files list (fr, query)")
      ->type_name("NAME");
  // From here on it is a text like any other.
  command.parse_complete_callback([this, &command, one] {
    const bool media = !images.empty() || sound || pixels;
    if (!media && !optional && one->count_all() == 0) {
      std::string names;
      for (const CLI::Option* option : one->get_options())
        if (option != one->get_help_ptr()) names += option->get_name() + ",";
      throw CLI::RequiredError::Option(1, 1, 0, names + "--image,--sound,--pixels");
    }
    if (!named.empty()) takeNamed(command);
    if (media && import) throw CLI::ExcludesError("--import", "--image, --sound and --pixels");
    if (!part.empty() && file.empty()) throw CLI::RequiresError("--part", "--text-file");
    if (!file.empty()) text = partOf(file, part, m_replaced);
    if (!named.empty() && text && text->find('\0') != std::string::npos)
      throw Error("'" + named + "': expected an attention file, an image or a text file, found bytes that are no text");
    if (row && !import) throw CLI::RequiresError("--row", "--import");
    if (row) import = storedWithRow(*import, *row);
  });
  command.add_option("--pair", pair, "The second text of a pair")->type_name("U")->needs(textOption);
  command.add_option("--types", types, "Token type ids, one for each id")->type_name("0,0,1")->needs(idsOption);
}

void InputArgument::takeNamed(const CLI::App& command) {
  switch (pathKindOf(named)) {
    case PathKind::Attention:
      for (const char* option : {"--model", "--adapter-scale", "--base", "--mmproj"})
        if (command.count(option) > 0) throw CLI::ExcludesError("'" + named + "', a file of attention,", option);
      import = named;
      return;
    case PathKind::Statistics:
      if (!takesStatistics)
        throw Error("'" + named +
                    "': expected an attention file, an image or a text file, found numbers over many texts; "
                    "headlight heads and figure read it");
      for (const char* option : {"--model", "--adapter-scale", "--base", "--mmproj"})
        if (command.count(option) > 0) throw CLI::ExcludesError("'" + named + "', numbers over many texts,", option);
      statistics = named;
      return;
    case PathKind::Image:
      images = {named};
      return;
    case PathKind::Text:
      for (const char* suffix : {".json", ".csv"})
        if (named.ends_with(suffix))
          throw Error("'" + named +
                      "': expected an attention file (.safetensors, .npz, .npy or .pt), an image or a text; "
                      "--text-file reads it as a text");
      file = named;
      return;
    case PathKind::Model:
      throw Error("'" + named +
                  "': expected an attention file, an image or a text file, found a model; --model opens it");
    case PathKind::Nothing:
      throw Error("'" + named + "': file not found; a text is given with --text");
    default:
      throw Error("'" + named +
                  "': expected an attention file, an image or a text file, found a session or a figure; headlight "
                  "opens it without a command");
  }
}

void InputArgument::settleText(const ModelArgument& model, Remarks& remarks) {
  for (const std::string& image : images) remarks.add(remarksOnImage(image));
  if (!text) {
    if (!prefix.empty()) throw UsageError("--prefix: expected a text, found other input");
    return;
  }
  if (file.empty()) text = textOrStandardInput(*text, remarks);
  remarkOnReplaced("'" + file + "'", m_replaced, remarks);
  const std::filesystem::path folder = model.folder();
  // Only these translators have their prefixes among their tokens.
  const bool hasTokens =
      isFile(folder / "config.json") && Config::open(folder).text("model_type") == "marian" && Tokenizer::isIn(folder);
  const auto tokenizer = hasTokens ? Tokenizer::open(folder) : nullptr;
  PrefixedText with = prefixed(*text, prefix, taskPrefixes(folder, tokenizer.get()));
  if (!with.remark.empty()) remarks.add({with.remark});
  text = std::move(with.text);
}

std::string InputArgument::partFor(const TooManyTokens& error) const {
  if (!text || error.codePoints() == 0) return error.what();
  unsigned long long from = 0;
  if (!part.empty()) std::sscanf(part.c_str(), "%llu", &from);
  const std::string range =
      std::to_string(from) + "-" + std::to_string(from + utf8::bytesOf(*text, error.codePoints()));
  return std::string(error.what()) + "; --text-file " + (file.empty() ? "FILE" : "'" + file + "'") + " --part " +
         range + " reads the first of them";
}

void remarkOnLength(const ModelInfo& model, Index tokens, Remarks& remarks) {
  if (model.maxPositions > 0 && tokens > model.maxPositions)
    remarks.add({"The text has " + std::to_string(tokens) + " tokens; the model was trained on up to " +
                 std::to_string(model.maxPositions) + ". Results beyond that are unreliable."});
}

NamedTokens namedBy(const char* option, const std::string& wanted, const std::vector<Token>& tokens) {
  try {
    return tokensNamed(wanted, tokens);
  } catch (const Error& error) {
    throw Error(std::string(option) + ": " + error.what());
  }
}

Index tokenBy(const char* option, const std::string& wanted, const std::vector<Token>& tokens, Remarks& remarks) {
  const NamedTokens named = namedBy(option, wanted, tokens);
  if (named.end - named.begin > 1)
    remarks.add({std::string(option) + ": '" + wanted + "' is " + std::to_string(named.end - named.begin) +
                 " tokens; the last one, '" + nameOf(tokens[static_cast<std::size_t>(named.end - 1)]) +
                 "', is taken."});
  return named.end - 1;
}

void InputArgument::checkTypes(const Source& model) const {
  const std::shared_ptr<const Model> encoder = model.model->encoder();
  // Types tell a prompt from its answer, or pictures from text, in models that have no table of them.
  const bool pictures = model.model->description().connector.has_value();
  const std::int64_t count = pictures ? 2 : (encoder ? *encoder : *model.model).weights().types.rows();
  for (const std::int64_t type : typedIds(types))
    if (type >= std::max<std::int64_t>(count, 1))
      throw Error("--types: expected " +
                  (count < 2 ? std::string("0, since '") + model.name + "' has no token types"
                             : "0 to " + std::to_string(count - 1)) +
                  ", found " + std::to_string(type));
}

Reading InputArgument::readBy(const Source& model, const Input& input, Remarks& remarks,
                              const ReadOptions& options) const {
  if (!types.empty() && model.model) checkTypes(model);
  Reading reading = inParts([&] { return read(model, input, options); });
  if (!reading.missedTurns.empty()) remarks.add({remarkOnMissed(reading.missedTurns)});
  remarks.add(reading.remarks);
  const Trace& trace = *reading.firstDraw;
  // What reads pictures or sounds has as many tokens as it must.
  const Trace& read = trace.source && !trace.source->pixels ? *trace.source : trace;
  if (!read.pixels) remarkOnLength(model.info, static_cast<Index>(read.encoding.size()), remarks);
  return reading;
}

const std::vector<std::int64_t>& InputArgument::givenIds() const {
  if (!m_ids) m_ids = typedIds(ids);
  return *m_ids;
}

Input InputArgument::input() const {
  const auto imageAt = [](const std::string& path) {
    return ImageInput{path, std::make_shared<const RgbImage>(readImage(path))};
  };
  const auto soundAt = [](const std::string& path) {
    return SoundInput{path, std::make_shared<const Sound>(readSound(path))};
  };
  Input input;
  if (chat.given())
    input.content = ConversationInput{chat.conversation()};
  else if (text)
    input.content = TextInput{*text, pair};
  else if (!ids.empty())
    input.content = idsInput(givenIds(), types.empty() ? std::vector<std::int64_t>() : typedIds(types));
  else if (sound)
    return {soundAt(*sound)};
  else if (pixels)
    return {openPixels(*pixels)};
  else if (images.size() == 1)
    return {imageAt(images.front())};
  else
    throw UsageError("--image: expected one picture, or --text or --ids with several, found " +
                     std::to_string(images.size()) + " alone");
  for (const std::string& path : images) input.pictures.push_back(imageAt(path));
  if (sound) input.sound = soundAt(*sound);
  if (pixels) input.prepared = openPixels(*pixels);
  return input;
}

void InterveneArgument::addTo(CLI::App& command) {
  command
      .add_option(
          "--intervene", texts,
          "Intervention; separate several with ';' or repeat the option:\nablate L.H [mean [of "
          "\"TEXT\"]] | mask key|row TOKENS | mask cell TOKENS TOKENS |\ntemperature T | uniform L.H | "
          "cap TOKENS PART | scale TOKENS FACTOR |\ndropout RATE [seed N] [draws N] | cover PATCHES "
          "[mean|blur] | patch pattern L.H from \"TEXT\" |\nexpert L.E off|force [at TOKENS],\neach with [in "
          "L.H,…] for some heads (1.3, "
          "0-2.*, of an encoder–decoder model also cross 1.3,\nencoder 0.*);\nablate VALUES [at TOKENS] [mean "
          "[of \"TEXT\" | of file \"FILE\"] | resample of \"TEXT\" [seed N]] |\npatch VALUES [at TOKENS] from "
          "\"TEXT\" | scale VALUES [at TOKENS] by NUMBER |\nsteer \"FILE\" STRENGTH [at TOKENS]; VALUES: stream "
          "L, attention L, mlp L, output L.H, q L.H, k L.H, v L.H;\nTOKENS: 4, 3-5, first, last, special, "
          "punctuation, sink, \"word\"; the guide's page\n\"The grammar of changes\" has all of it")
      ->type_name("CHANGE")
      ->allow_extra_args(false)
      ->take_all();
}

std::vector<Intervention> InterveneArgument::parsed() const {
  std::vector<Intervention> all;
  for (const std::string& text : texts)
    for (Intervention& one : asTyped([&] { return parseInterventions(text); })) all.push_back(std::move(one));
  return all;
}

}  // namespace headlight
