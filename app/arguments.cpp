#include "app/arguments.h"

#include <cstdio>
#include <iostream>
#include <iterator>

#include "core/base/error.h"
#include "core/intervention/grammar.h"
#include "core/io/stored_place.h"
#include "core/model/folder_kind.h"
#include "core/model/model_locations.h"
#include "core/model/model_source.h"
#include "core/text/text_file.h"
#include "core/text/tokenizer.h"
#include "ui/images/image_file.h"

namespace headlight {

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

std::filesystem::path ModelArgument::tokenizerFolder() const { return transformerFolder(folder()); }

Source ModelArgument::open(Remarks& remarks) const {
  Source model = openModelSource(folder());
  remarks.add(model.remarks);
  return model;
}

std::shared_ptr<const Tokenizer> ModelArgument::tokenizer() const {
  const ModelSource source = modelSourceAt(folder());
  if (auto tokenizer = source.tokenizer()) return tokenizer;
  throw Error("'" + source.place.string() + "': expected tokenizer files, found none");
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
  chat.addTo(command, *one);
  one->add_option("--image", image, "An image, for a vision model")->type_name("FILE");
  one->add_option("--pixels", pixels, "A prepared tensor pixel_values [3, H, W], for a vision model")
      ->type_name("FILE.safetensors");
  if (from == From::ModelOrFile)
    one->add_option("--import", import,
                    "Attention file instead of model and text: .safetensors, .npz, .npy or .pt; FILE#cross, #encoder or "
                    "#decoder for a part, FILE#softmax if it contains scores, FILE#row=2 for a text of a batch")
        ->type_name("FILE")
        ->excludes(command.get_option("--model"));
  if (from == From::ModelOrFile)
    command.add_option("--row", row, "Text of a batch in the attention file, from 0")->type_name("N")->needs(one->get_option("--import"));
  one->require_option(1);
  command.add_option("--part", part, "Bytes of the text file, from and to")->type_name("FROM-TO")->needs(fileOption);
  // From here on it is a text like any other.
  command.parse_complete_callback([this] {
    if (!file.empty()) text = partOf(file, part);
    if (row) import = storedWithRow(*import, *row);
  });
  command.add_option("--pair", pair, "The second text of a pair")->type_name("U")->needs(textOption);
  command.add_option("--types", types, "Token type ids, one for each id")
      ->delimiter(',')
      ->type_name("0,0,1")
      ->needs(idsOption);
}

Input InputArgument::input(const ModelArgument& model) const {
  if (chat.given()) {
    std::vector<std::int64_t> written;
    for (const Token& token : ChatArgument::tokensOf(*model.tokenizer(), chat.text(model.tokenizerFolder())).tokens) written.push_back(token.id);
    return {idsInput(written)};
  }
  if (image) return {ImageInput{*image, std::make_shared<const RgbImage>(readImage(*image))}};
  if (pixels) return {openPixels(*pixels)};
  if (text) return {TextInput{orStandardInput(*text), pair}};
  return {idsInput(ids, types)};
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

}  // namespace headlight
