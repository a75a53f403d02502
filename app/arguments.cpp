#include "app/arguments.h"

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <iterator>

#include "core/analysis/effect.h"
#include "core/base/error.h"
#include "core/checkpoint/safetensors.h"
#include "core/intervention/grammar.h"
#include "core/model/model_places.h"
#include "core/text/text_file.h"
#include "ui/images/image_file.h"

namespace headlight {
namespace {

/// The tensor pixel_values of a safetensors file.
Encoding readPixels(const std::string& file, const ImageReader& reader) {
  const TensorTable tensors = readSafetensors(file);
  const auto found = tensors.find("pixel_values");
  if (found == tensors.end()) throw Error("'" + file + "': expected a tensor 'pixel_values', found none");
  const StoredTensor& tensor = found->second;
  Shape shape = tensor.shape;
  if (shape.size() == 4 && shape.front() == 1) shape.erase(shape.begin());
  if (shape.size() != 3 || shape.front() != 3 || !isFloating(tensor.format))
    throw Error("'" + file + "', tensor 'pixel_values': expected real numbers [3, H, W], found " +
                shapeText(tensor.shape));
  const std::vector<float> values = floatsOf(tensor);
  return reader.encode(Eigen::Map<const Matrix>(values.data(), 3, shape[1] * shape[2]),
                       {static_cast<Index>(shape[1]), static_cast<Index>(shape[2])});
}

}  // namespace

std::string orStandardInput(const std::string& text) {
  if (text != "-") return text;
  std::string all{std::istreambuf_iterator<char>(std::cin), {}};
  if (!all.empty() && all.back() == '\n') all.pop_back();
  return all;
}

std::pair<int, int> parseSize(const std::string& text) {
  int width = 0, height = 0;
  char rest = 0;
  if (std::sscanf(text.c_str(), "%dx%d%c", &width, &height, &rest) != 2 || width < 64 || height < 64 || width > 20000 ||
      height > 20000)
    throw Error("--size: expected WIDTHxHEIGHT of 64 to 20000 pixels each, found '" + text + "'");
  return {width, height};
}

void addChoice(CLI::App& command, const char* name, std::string& value, const char* what,
               std::vector<std::string> choices) {
  command.add_option(name, value, what)->check(CLI::IsMember(std::move(choices)))->capture_default_str();
}

void ModelArgument::addTo(CLI::App& command) {
  command.add_option("--model", name, "A built-in model, a model folder, or a model in the Hugging Face cache")
      ->type_name("NAME-OR-FOLDER")
      ->capture_default_str();
}

std::filesystem::path ModelArgument::folder() const { return findModel(name); }

ModelFolder ModelArgument::open(Remarks& remarks) const {
  ModelFolder model = openModelFolder(folder());
  remarks.add(model.remarks);
  return model;
}

namespace {

/// The part of a text file that "1000-5000" means; all of it without.
std::string partOf(const std::string& file, const std::string& part) {
  TextFile whole(file);
  unsigned long long from = 0, to = whole.size();
  char rest = 0;
  if (!part.empty() && (std::sscanf(part.c_str(), "%llu-%llu%c", &from, &to, &rest) != 2 || from >= to))
    throw Error("--part: expected FROM-TO in bytes, ascending, found '" + part + "'");
  if (from >= whole.size())
    throw Error("--part: expected a byte before " + std::to_string(whole.size()) + ", the size of '" + file +
                "', found " + std::to_string(from));
  return whole.part(from, to);
}

}  // namespace

void InputArgument::addTo(CLI::App& command, From from) {
  const auto one = command.add_option_group("INPUT", "Input");
  const auto textOption = one->add_option("--text", text, "A text (- reads standard input)")->type_name("T");
  const auto idsOption =
      one->add_option("--ids", ids, "Token ids, for models without a tokenizer")->delimiter(',')->type_name("1,2,3");
  const auto fileOption =
      one->add_option("--text-file", file, "A text file, or a part of it with --part")->type_name("FILE");
  one->add_option("--image", image, "An image, for a vision model")->type_name("FILE");
  one->add_option("--pixels", pixels, "A tensor pixel_values [3, H, W], prepared already, for a vision model")
      ->type_name("FILE.safetensors");
  if (from == From::ModelOrFile)
    one->add_option("--import", import,
                    "Attention that something else computed, in place of a model and a text: .safetensors, .npz, "
                    ".npy or .pt; FILE#cross, #encoder or #decoder for a part of it, FILE#softmax where it holds scores")
        ->type_name("FILE")
        ->excludes(command.get_option("--model"));
  one->require_option(1);
  command.add_option("--part", part, "Bytes of the text file, from and to")->type_name("FROM-TO")->needs(fileOption);
  // From here on it is a text like any other.
  command.parse_complete_callback([this] {
    if (!file.empty()) text = partOf(file, part);
  });
  command.add_option("--pair", pair, "The second text of a pair")->type_name("U")->needs(textOption);
  command.add_option("--types", types, "Token type ids, one for each id")
      ->delimiter(',')
      ->type_name("0,0,1")
      ->needs(idsOption);
}

Encoding InputArgument::encode(const ModelFolder& model) const {
  const bool isImage = image || pixels;
  if (isImage != (model.images != nullptr))
    throw Error("model '" + model.name + "': expected " +
                (model.images ? "an image (--image or --pixels), which it reads, found a text"
                              : "a text, which it reads, found an image"));
  if (image) return model.images->encode(readImage(*image));
  if (pixels) return readPixels(*pixels, *model.images);
  if (text) {
    if (!model.tokenizer)
      throw Error("model '" + model.name +
                  "': expected a tokenizer to read a text with, found none in the folder (use --ids)");
    Encoding encoding =
        model.tokenizer->encode(orStandardInput(*text), pair ? std::optional<std::string_view>(*pair) : std::nullopt);
    if (std::all_of(encoding.tokens.begin(), encoding.tokens.end(), [](const Token& token) { return token.special; }))
      throw Error("text: expected at least one token, found an empty text");
    return encoding;
  }
  if (ids.empty()) throw Error("--ids: expected at least one id, found none");
  if (!types.empty() && types.size() != ids.size())
    throw Error("--types: expected " + std::to_string(ids.size()) + " numbers, one for each id, found " +
                std::to_string(types.size()));
  Encoding encoding = encodingOfIds(ids, model.tokenizer.get());
  for (std::size_t i = 0; i < types.size(); ++i) encoding.tokens[i].typeId = types[i];
  return encoding;
}

std::string InputArgument::caption(const Encoding& encoding) const {
  for (const auto& picture : {image, pixels})
    if (picture) return std::filesystem::path(*picture).filename().string();
  if (text) return pair ? *text + " / " + *pair : *text;
  std::string caption;
  for (const Token& token : encoding.tokens) caption += (caption.empty() ? "" : " ") + token.text;
  return caption;
}

void InterveneArgument::addTo(CLI::App& command) {
  command
      .add_option("--intervene", texts,
                  "Intervention; separate several with ';' or repeat the option:\nablate L.H [mean [of "
                  "\"TEXT\"]] | mask key|row TOKENS | mask cell TOKENS TOKENS |\ntemperature T | uniform L.H | "
                  "cap TOKENS PART | scale TOKENS FACTOR |\ndropout RATE [seed N] [draws N] | cover PATCHES "
                  "[mean] | patch pattern|output L.H from \"TEXT\",\neach with [in L.H,…] for some heads (1.3, "
                  "0-2.*, of an encoder–decoder model also cross 1.3,\nencoder 0.*); TOKENS: 4, 3-5, first, "
                  "last, special, punctuation, sink")
      ->type_name("CHANGE")
      ->take_all();
}

std::vector<Intervention> InterveneArgument::parsed() const {
  std::vector<Intervention> all;
  for (const std::string& text : texts)
    for (Intervention& one : parseInterventions(text)) all.push_back(std::move(one));
  return all;
}

std::vector<Intervention> InterveneArgument::interventions(const ModelFolder& model) const {
  std::vector<Intervention> all = parsed();
  runOtherTexts(all, model);
  return all;
}

}  // namespace headlight
