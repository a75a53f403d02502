#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "core/base/error.h"
#include "core/checkpoint/safetensors.h"
#include "core/generation/decoding_context.h"
#include "core/image/pixel_input.h"
#include "core/intervention/grammar.h"
#include "core/io/attention_export.h"
#include "core/reading/input_tokens.h"
#include "core/reading/reader.h"
#include "core/sound/sound.h"
#include "core/sound/sound_preparation.h"
#include "tests/support/message_of.h"
#include "tests/support/reference.h"
#include "tests/support/suite.h"

using namespace headlight;
using headlight::test::messageOf;
namespace fs = std::filesystem;

namespace {

const fs::path kKept = fs::path(HEADLIGHT_SOURCE_DIR) / "tests/data/multimodal";

/// Pairs of GGUF files, of a text and of what reads pictures for it.
const fs::path kProjectors = fs::path(HEADLIGHT_SOURCE_DIR) / "tests/data/gguf/projectors";

/// The model in a folder: the folder, or the GGUF file that is called like it.
fs::path modelIn(const fs::path& folder) {
  const fs::path file = folder / (folder.filename().string() + ".gguf");
  return fs::exists(file) ? file : folder;
}

/// A picture of the reference, as it is decoded.
RgbImage pictureNamed(const std::string& name) {
  static const TensorTable kPictures = readSafetensors(kKept / "pictures.safetensors");
  const StoredTensor& tensor = kPictures.at(name);
  const auto bytes = [](const StoredTensor& of) {
    const auto* first = reinterpret_cast<const std::uint8_t*>(of.bytes.data());
    return std::vector<std::uint8_t>(first, first + of.bytes.size());
  };
  RgbImage image{tensor.shape[1], tensor.shape[0], bytes(tensor)};
  if (const auto alpha = kPictures.find(name + ".alpha"); alpha != kPictures.end()) image.alpha = bytes(alpha->second);
  return image;
}

Sound soundNamed(const std::string& name, const std::vector<std::size_t>& range) {
  Sound sound = readWav(kKept / name);
  sound.samples = {sound.samples.begin() + static_cast<std::ptrdiff_t>(range[0]),
                   sound.samples.begin() + static_cast<std::ptrdiff_t>(range[1])};
  return sound;
}

std::vector<std::int64_t> idsAt(const TensorTable& table, const std::string& name) {
  const auto found = table.find(name);
  return found == table.end() ? std::vector<std::int64_t>() : integersOf(found->second, name);
}

/// How far a model is from its expected tensors.
struct Row {
  std::map<std::string, double> largest;
  std::string firstWrong;
  void note(const std::string& group, double tolerance, const std::string& what, double difference) {
    double& most = largest[group];
    most = std::max(most, std::isnan(difference) ? INFINITY : difference);
    if (most > tolerance && firstWrong.empty()) {
      char number[32];
      std::snprintf(number, sizeof number, "%.3g", difference);
      firstWrong = what + ": largest difference " + number;
    }
  }
};

/// To which group of the table a tensor belongs; empty for one that no command writes.
std::string groupOf(const std::string& name) {
  if (name.ends_with("attentions") || name == "head_attention") return "attention";
  if (name.ends_with("hidden_states") || name.ends_with("pooler_output") || name.ends_with("_embeds")) return "hidden";
  if (name == "logits" || name == "logits_per_image") return "logits";
  static const std::set<std::string> kPlaces{"image_positions", "image_grid", "image_cells", "boxes",   "vision_boxes",
                                             "vision_cells",    "time",       "receptive",   "mel_rows"};
  if (name.starts_with("stage") && (name.ends_with("_boxes") || name.ends_with("_grid"))) return "places";
  return kPlaces.contains(name) ? "places" : "";
}

std::vector<double> numbersOf(const StoredTensor& tensor, const std::string& name) {
  if (isFloating(tensor.format)) {
    const auto floats = floatsOf(tensor);
    return {floats.begin(), floats.end()};
  }
  const auto integers = integersOf(tensor, name);
  return {integers.begin(), integers.end()};
}

/// Compares what was written for one text of an input with the expected tensors; `part` of `parts` texts.
void compareWritten(const TensorTable& expected, const TensorTable& found, const std::string& input, std::size_t part,
                    std::size_t parts, Row& row) {
  for (const auto& [key, tensor] : expected) {
    const std::string name = key.substr(0, key.find('.'));
    std::string rest = key.substr(name.size() + 1);
    const std::string number = rest.substr(0, rest.find('.'));
    if (number != input || groupOf(name).empty()) continue;
    rest = rest.size() > number.size() ? rest.substr(number.size()) : "";
    const std::string group = groupOf(name);
    const auto own = found.find(name + rest);
    const std::string what = "input " + input + ", " + name + rest;
    if (own == found.end()) {
      row.note(group, 0, what + " is missing", INFINITY);
      continue;
    }
    std::vector<double> wanted = numbersOf(tensor, key);
    const std::vector<double> numbers = numbersOf(own->second, key);
    if (parts > 1 && wanted.size() == parts * numbers.size())
      wanted = {wanted.begin() + static_cast<std::ptrdiff_t>(part * numbers.size()),
                wanted.begin() + static_cast<std::ptrdiff_t>((part + 1) * numbers.size())};
    if (wanted.size() != numbers.size() || (parts == 1 && tensor.shape != own->second.shape)) {
      row.note(group, 0, what + ": expected " + shapeText(tensor.shape) + ", found " + shapeText(own->second.shape),
               INFINITY);
      continue;
    }
    double difference = 0, scale = 1;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      scale = std::max(scale, std::abs(wanted[i]));
      const double apart = std::abs(wanted[i] - numbers[i]);
      if (!(apart <= difference)) difference = apart;
    }
    const bool relative = group == "hidden" || group == "logits";
    row.note(group, group == "places" ? 1e-5 : 5e-5, what, relative ? difference / scale : difference);
  }
}

/// Compares what was prepared with the expected values.
void comparePrepared(const TensorTable& expected, const PixelInput& pixels, const std::string& input, Row& row) {
  for (const char* name : {"pixel_values", "input_features", "input_values"}) {
    const auto found = expected.find(name + ("." + input));
    if (found == expected.end()) continue;
    std::vector<float> wanted = floatsOf(found->second);
    const Shape& shape = found->second.shape;
    Matrix values = pixels.values;
    // AST's spectrogram lies frame by frame.
    if (shape.size() == 2 && pixels.channels == 1 && pixels.height > 1)
      values = Eigen::Map<const Matrix>(pixels.values.data(), pixels.height, pixels.width).transpose().eval();
    if (shape.size() == 5) {  // Pictures with fewer tiles are filled up.
      std::vector<float> kept;
      const auto size = static_cast<std::size_t>(shape[2] * shape[3] * shape[4]);
      for (std::size_t at = 0; at < wanted.size(); at += size)
        if (std::any_of(wanted.begin() + static_cast<std::ptrdiff_t>(at),
                        wanted.begin() + static_cast<std::ptrdiff_t>(at + size), [](float x) { return x != 0; }))
          kept.insert(kept.end(), wanted.begin() + static_cast<std::ptrdiff_t>(at),
                      wanted.begin() + static_cast<std::ptrdiff_t>(at + size));
      wanted = kept;
    }
    if (static_cast<std::size_t>(values.size()) != wanted.size()) {
      row.note("pixels", 0,
               "input " + input + ", " + name + ": expected " + std::to_string(wanted.size()) + " numbers, found " +
                   std::to_string(values.size()),
               INFINITY);
      continue;
    }
    double difference = 0;
    for (std::size_t i = 0; i < wanted.size(); ++i)
      difference = std::max(difference, static_cast<double>(std::abs(values.data()[i] - wanted[i])));
    row.note("pixels", std::string_view(name) == "input_features" ? 1e-4 : 1e-5, "input " + input + ", " + name,
             difference);
  }
}

/// Windows come in another order than the prepared patches.
bool inWindows(const PixelInput& pixels) { return !pixels.windows.empty(); }

}  // namespace

class TestMultimodal : public QObject {
  Q_OBJECT

 private slots:
  void equalsTheReference_data();
  void equalsTheReference();
  void preparedValuesGiveTheSame_data();
  void preparedValuesGiveTheSame();
  void transparencyIsLaidOverWhite();
  void refusesOtherNumbersOfPictures();
  void picturesStandWhereATextHasThem();
  void picturesStandWhereATemplateHasThem_data();
  void picturesStandWhereATemplateHasThem();
  void readsSoundsOfManyKinds_data();
  void readsSoundsOfManyKinds();
  void refusesBrokenSounds_data();
  void refusesBrokenSounds();
  void resamplesATone();
  void refusesSettingsWithoutFrames();
  void writtenTokensShareTheFeatures();
  void coversPatchesOnce();
  void aProjectorIsFoundNamedOrLeftOut();
  void aTextOfQwenIsReadAlone();
  void refusesProjectorsThatDoNotFit();
  void cleanupTestCase();

 private:
  std::map<std::string, Row> m_rows;
};

namespace {

void addFolders() {
  QTest::addColumn<QString>("folder");
  std::map<std::string, fs::path> folders;
  for (const fs::path& root : reference::multimodalRoots())
    for (const auto& entry : fs::directory_iterator(root))
      if (fs::exists(entry.path() / "inputs.json"))
        folders.emplace(entry.path().filename().string() + (root == kKept ? ", one input" : ""), entry.path());
  for (const auto& entry : fs::directory_iterator(kProjectors))
    folders.emplace(entry.path().filename().string() + ", GGUF", entry.path());
  for (const auto& [name, path] : folders) QTest::newRow(name.c_str()) << QString::fromStdString(path.string());
}

/// What one input of a reference folder gives the model to read; ids are left to the caller.
Input mediaOf(const nlohmann::json& given) {
  Input input;
  std::vector<std::string> pictures;
  if (given.contains("picture")) pictures = {given["picture"].get<std::string>()};
  if (given.contains("pictures")) pictures = given["pictures"].get<std::vector<std::string>>();
  for (const std::string& name : pictures)
    input.pictures.push_back({name, std::make_shared<const RgbImage>(pictureNamed(name))});
  if (given.contains("sound"))
    input.sound = SoundInput{given["sound"], std::make_shared<const Sound>(soundNamed(
                                                 given["sound"], given["samples"].get<std::vector<std::size_t>>()))};
  return input;
}

/// The media alone, for a model that reads nothing beside them.
Input alone(Input input) {
  if (input.sound)
    input.content = *std::exchange(input.sound, std::nullopt);
  else if (input.prepared)
    input.content = *std::exchange(input.prepared, std::nullopt);
  else
    input.content = std::exchange(input.pictures, {}).front();
  return input;
}

/// Ids of one text, with their types.
IdsInput textOf(const TensorTable& table, const std::string& input, std::size_t part, std::size_t parts) {
  auto ids = idsAt(table, "input_ids." + input), types = idsAt(table, "token_type_ids." + input);
  const std::size_t each = ids.size() / parts;
  ids = {ids.begin() + static_cast<std::ptrdiff_t>(part * each),
         ids.begin() + static_cast<std::ptrdiff_t>((part + 1) * each)};
  return idsInput(ids, types);
}

Input inputOf(const TensorTable& table, const std::string& number, Input media, std::size_t part, std::size_t parts) {
  const auto target = idsAt(table, "decoder_input_ids." + number);
  const bool hasText = table.contains("input_ids." + number);
  if (!target.empty()) {
    Input input = alone(std::move(media));
    input.target = idsInput(target);
    return input;
  }
  if (!hasText) return alone(std::move(media));
  media.content = textOf(table, number, part, parts);
  return media;
}

}  // namespace

void TestMultimodal::equalsTheReference_data() { addFolders(); }

void TestMultimodal::equalsTheReference() {
  QFETCH(QString, folder);
  const fs::path path = folder.toStdString();
  Row& row = m_rows[QTest::currentDataTag()];
  try {
    const Source model = openModelSource(modelIn(path));
    const TensorTable expected = readSafetensors(path / "expected.safetensors");
    std::ifstream file(path / "inputs.json");
    const nlohmann::json inputs = nlohmann::json::parse(file);
    const QTemporaryDir temporary;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
      const std::string number = std::to_string(i);
      const auto ids = expected.find("input_ids." + number);
      const std::size_t parts =
          ids != expected.end() && ids->second.shape.size() == 2 ? static_cast<std::size_t>(ids->second.shape[0]) : 1;
      for (std::size_t part = 0; part < parts; ++part) {
        InputTokens tokens = tokensOf(model, inputOf(expected, number, mediaOf(inputs[i]), part, parts));
        const auto mask = idsAt(expected, "attention_mask." + number);
        for (std::size_t t = 0; t < tokens.read.encoding.size() && mask.size() >= parts; ++t)
          if (const std::size_t at = part * (mask.size() / parts) + t; at < mask.size() && !tokens.read.pixels)
            tokens.read.encoding.tokens[t].attended = mask[at] != 0;
        const PixelInput* pixels = tokens.read.media ? tokens.read.media->pixels.get() : tokens.read.pixels.get();
        if (pixels && !inWindows(*pixels)) comparePrepared(expected, *pixels, number, row);
        RunOptions options;
        options.target = tokens.target;
        const auto trace = model.model->run(tokens.read, options);
        ExportChoice choice;
        choice.hiddenStates = choice.places = true;
        choice.logits = trace->logits.size() > 0 || !trace->pooled.empty();
        const bool compares = std::any_of(trace->pooled.begin(), trace->pooled.end(),
                                          [](const auto& one) { return one.first == "logits_per_image"; });
        if (trace->logits.size() == 0 && !compares) choice.logits = false;
        const fs::path out = fs::path(temporary.path().toStdString()) / "out.safetensors";
        exportAttention(out, trace, choice);
        compareWritten(expected, readSafetensors(out), number, part, parts, row);
      }
    }
  } catch (const Error& error) {
    row.firstWrong = std::string("refused: ") + error.what();
  }
  QVERIFY2(row.firstWrong.empty(), row.firstWrong.c_str());
}

void TestMultimodal::preparedValuesGiveTheSame_data() { addFolders(); }

/// The tensors of the library's processor in place of pictures or a sound.
void TestMultimodal::preparedValuesGiveTheSame() {
  QFETCH(QString, folder);
  const fs::path path = folder.toStdString();
  try {
    const Source model = openModelSource(modelIn(path));
    const TensorTable expected = readSafetensors(path / "expected.safetensors");
    std::ifstream file(path / "inputs.json");
    const nlohmann::json inputs = nlohmann::json::parse(file);
    for (std::size_t i = 0; i < inputs.size() && i < 2; ++i) {
      const std::string number = std::to_string(i);
      auto prepared = std::make_shared<TensorTable>();
      for (const char* name : {"pixel_values", "input_features", "input_values", "image_sizes", "image_grid_thw",
                               "spatial_shapes", "pixel_attention_mask", "batch_num_images"})
        if (const auto found = expected.find(name + ("." + number)); found != expected.end())
          prepared->emplace(name, found->second);
      if (prepared->empty()) continue;
      Input given;
      given.prepared = PixelsInput{"prepared", {}, nullptr, prepared};
      const auto run = [&](Input media) {
        const InputTokens tokens = tokensOf(model, inputOf(expected, number, std::move(media), 0, 1));
        RunOptions options;
        options.target = tokens.target;
        options.logits = false;
        return model.model->run(tokens.read, options);
      };
      const auto a = run(mediaOf(inputs[i])), b = run(given);
      const Matrix difference = a->hiddenStates.back() - b->hiddenStates.back();
      QVERIFY(difference.cwiseAbs().maxCoeff() <= 1e-4F * std::max(1.0F, a->hiddenStates.back().cwiseAbs().maxCoeff()));
    }
  } catch (const Error& error) {
    QFAIL(error.what());
  }
}

void TestMultimodal::transparencyIsLaidOverWhite() {
  const RgbImage image{3, 1, {10, 20, 30, 10, 20, 30, 10, 20, 30}, {0, 128, 255}};
  const RgbImage over = overWhite(image);
  QCOMPARE(over.bytes, (std::vector<std::uint8_t>{255, 255, 255, 132, 137, 142, 10, 20, 30}));
}

void TestMultimodal::refusesOtherNumbersOfPictures() {
  const Source model = openModelSource(kKept / "llava-next");
  Input input{IdsInput{"1 95 95 2"}};
  input.pictures = {{"rgb.png", std::make_shared<const RgbImage>(pictureNamed("rgb.png"))}};
  const std::string message = messageOf([&] { tokensOf(model, input); });
  QCOMPARE(message,
           std::string("text: expected 14 tokens of id 95 for its pictures, or one for each of the 1, found 2"));
  // One for the picture becomes as many.
  input.content = IdsInput{"1 95 2"};
  QCOMPARE(tokensOf(model, input).read.encoding.size(), std::size_t(16));
  input.content = ConversationInput{};
  QVERIFY(!messageOf([&] { tokensOf(model, input); }).empty());
}

/// A tokenizer of words, which knows `<image>`.
void TestMultimodal::picturesStandWhereATextHasThem() {
  const QTemporaryDir folder;
  const fs::path path = folder.path().toStdString();
  fs::copy(kKept / "llava-next", path, fs::copy_options::recursive);
  nlohmann::json tokenizer = nlohmann::json::parse(R"({"version":"1.0","truncation":null,"padding":null,
    "normalizer":null,"post_processor":null,"decoder":null,"pre_tokenizer":{"type":"Whitespace"},
    "added_tokens":[{"id":95,"content":"<image>","single_word":false,"lstrip":false,"rstrip":false,"normalized":false,
    "special":true}],"model":{"type":"WordLevel","vocab":{"what":1,"is":2,"it":3,"unk":0},"unk_token":"unk"}})");
  for (int id = 4; id < 95; ++id) tokenizer["model"]["vocab"]["x" + std::to_string(id)] = id;
  tokenizer["model"]["vocab"]["<image>"] = 95;
  std::ofstream(path / "tokenizer.json") << tokenizer;
  std::ofstream(path / "tokenizer_config.json") << R"({"tokenizer_class":"PreTrainedTokenizerFast"})";
  const Source model = openModelSource(modelIn(path));
  const ImageInput picture{"rgb.png", std::make_shared<const RgbImage>(pictureNamed("rgb.png"))};
  const auto read = [&](const char* text, std::size_t pictures) {
    Input input{TextInput{text}};
    input.pictures.assign(pictures, picture);
    std::string ids;
    for (const Token& token : tokensOf(model, input).read.encoding.tokens)
      ids += token.imagePlace() ? std::to_string(token.imagePlace()->image) : std::string(1, "abcd"[token.id]);
    return ids;
  };
  const std::string first(14, '0'), second(14, '1');
  QCOMPARE(read("what <image> is it", 1), "b" + first + "cd");
  QCOMPARE(read("what is it", 1), first + "bcd");
  QCOMPARE(read("what is it", 2), first + second + "bcd");
  QCOMPARE(read("<image> is <image>", 2), first + "c" + second);
  QCOMPARE(messageOf([&] { read("<image> is <image>", 1); }),
           std::string("text: expected one <image> for each of its 1 pictures, found more"));
  QCOMPARE(messageOf([&] { read("<image> is", 2); }),
           std::string("text: expected one <image> for each of its 2 pictures, found 1"));
  QCOMPARE(read("what is it", 0), std::string("bcd"));
}

void TestMultimodal::picturesStandWhereATemplateHasThem_data() {
  QTest::addColumn<QString>("family");
  QTest::addColumn<QString>("placeholder");
  QTest::addColumn<QStringList>("added");
  QTest::newRow("Gemma 3") << "gemma3"
                           << "<start_of_image>"
                           << QStringList{"90 <start_of_image>", "91 <end_of_image>", "95 <image_soft_token>"};
  QStringList tiles{"90 <fake_token_around_image>", "91 <global-img>", "95 <image>"};
  for (int i = 0; i < 9; ++i) tiles << QString("%1 <row_%2_col_%3>").arg(80 + i).arg(i / 3 + 1).arg(i % 3 + 1);
  QTest::newRow("Idefics3") << "idefics3"
                            << "<image>" << tiles;
}

/// A chat template writes a placeholder for each picture among the parts of a turn; in its place stands what the
/// processor writes there, tiles and all, as in a text with `<image>`. What is said after it keeps its turn.
void TestMultimodal::picturesStandWhereATemplateHasThem() {
  QFETCH(QString, family);
  QFETCH(QString, placeholder);
  QFETCH(QStringList, added);
  fs::path kept;
  for (const fs::path& root : reference::multimodalRoots())
    if (fs::exists(root / family.toStdString())) kept = root / family.toStdString();
  if (kept.empty()) QSKIP("the larger reference data are not there (HEADLIGHT_REFERENCE)");
  const QTemporaryDir folder;
  const fs::path path = folder.path().toStdString();
  fs::copy(kept, path, fs::copy_options::recursive | fs::copy_options::overwrite_existing);
  nlohmann::json tokenizer = nlohmann::json::parse(R"({"version":"1.0","truncation":null,"padding":null,
    "normalizer":null,"post_processor":null,"decoder":null,"pre_tokenizer":{"type":"Whitespace"},
    "added_tokens":[],"model":{"type":"WordLevel","vocab":{"unk":0,"User":4,"what":5,"is":6,"it":7,"this":8},
    "unk_token":"unk"}})");
  for (const QString& token : added) {
    const int id = token.section(' ', 0, 0).toInt();
    const std::string content = token.section(' ', 1).toStdString();
    tokenizer["added_tokens"].push_back({{"id", id},
                                         {"content", content},
                                         {"single_word", false},
                                         {"lstrip", false},
                                         {"rstrip", false},
                                         {"normalized", false},
                                         {"special", true}});
    tokenizer["model"]["vocab"][content] = id;
  }
  std::ofstream(path / "tokenizer.json") << tokenizer;
  std::ofstream(path / "tokenizer_config.json") << R"({"tokenizer_class":"PreTrainedTokenizerFast"})";
  std::ofstream(path / "chat_template.jinja")
      << "{% for m in messages %}User {% if m['content'] is string %}{{ m['content'] }} {% else %}"
         "{% for c in m['content'] %}{% if c['type'] == 'image' %}" +
             placeholder.toStdString() + " {% else %}{{ c['text'] }} {% endif %}{% endfor %}{% endif %}{% endfor %}";
  const Source model = openModelSource(modelIn(path));
  const auto tokensIn = [&](auto content, std::vector<const char*> pictures) {
    Input input{std::move(content)};
    for (const char* name : pictures)
      input.pictures.push_back({name, std::make_shared<const RgbImage>(pictureNamed(name))});
    return tokensOf(model, input).read.encoding.tokens;
  };
  const auto idsIn = [](const std::vector<Token>& tokens) {
    std::vector<std::int64_t> ids;
    for (const Token& token : tokens) ids.push_back(token.id);
    return ids;
  };
  const auto said = [](const char* json) { return ConversationInput{conversationOfJson(json, "test")}; };
  const auto chat = tokensIn(said(R"([{"role":"user","content":[{"type":"image"},{"type":"text","text":"what is it"}]},
               {"role":"user","content":"is this it"},
               {"role":"user","content":[{"type":"text","text":"this"},{"type":"image"}]}])"),
                             {"rgb.png", "photo.jpg"});
  const auto text = tokensIn(TextInput{std::string("User <image> what is it User is this it User this <image>")},
                             {"rgb.png", "photo.jpg"});
  QCOMPARE(idsIn(chat), idsIn(text));
  QVERIFY(chat.size() > 20);
  // The words of turn 0 and 1, and that of turn 2, are said; all else the template wrote.
  std::string turns;
  for (const Token& token : chat)
    if (token.id >= 4 && token.id <= 8) turns += token.turn ? std::to_string(token.turn->number) : "-";
  QCOMPARE(turns, std::string("-000-111-2"));
  for (const Token& token : chat) QVERIFY(token.turn || token.special);
  // The user's own spelling in a turn that is a text.
  const auto written = tokensIn(said(R"([{"role":"user","content":"what <image> is it"}])"), {"rgb.png"});
  QCOMPARE(idsIn(written), idsIn(tokensIn(TextInput{std::string("User what <image> is it")}, {"rgb.png"})));
  // And that of the family in a text.
  QCOMPARE(idsIn(tokensIn(TextInput{"User " + placeholder.toStdString() + " what is it"}, {"rgb.png"})),
           idsIn(tokensIn(TextInput{std::string("User <image> what is it")}, {"rgb.png"})));
}

namespace {

std::string little(std::uint64_t value, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i) out += static_cast<char>((value >> (8 * i)) & 255);
  return out;
}

std::string wav(int kind, int channels, int rate, int bits, const std::string& data) {
  const std::string format =
      little(static_cast<std::uint64_t>(kind), 2) + little(static_cast<std::uint64_t>(channels), 2) +
      little(static_cast<std::uint64_t>(rate), 4) + little(static_cast<std::uint64_t>(rate * channels * bits / 8), 4) +
      little(static_cast<std::uint64_t>(channels * bits / 8), 2) + little(static_cast<std::uint64_t>(bits), 2);
  const std::string body = "WAVEfmt " + little(format.size(), 4) + format + "LIST" + little(3, 4) + "abc" + '\0' +
                           "data" + little(data.size(), 4) + data;
  return "RIFF" + little(body.size(), 4) + body;
}

fs::path written(const QTemporaryDir& folder, const std::string& bytes) {
  const fs::path file = fs::path(folder.path().toStdString()) / "a.wav";
  std::ofstream(file, std::ios::binary) << bytes;
  return file;
}

}  // namespace

void TestMultimodal::readsSoundsOfManyKinds_data() {
  QTest::addColumn<QByteArray>("bytes");
  const auto row = [](const char* name, const std::string& bytes) {
    QTest::newRow(name) << QByteArray(bytes.data(), static_cast<int>(bytes.size()));
  };
  const auto floats = [](std::initializer_list<float> values) {
    std::string out;
    for (const float value : values) out.append(reinterpret_cast<const char*>(&value), sizeof value);
    return out;
  };
  row("8 bits", wav(1, 1, 8000, 8, std::string("\xC0\x40", 2)));
  row("16 bits", wav(1, 1, 8000, 16, little(16384, 2) + little(0xC000, 2)));
  row("24 bits", wav(1, 1, 8000, 24, little(0x400000, 3) + little(0xC00000, 3)));
  row("32 bits", wav(1, 1, 8000, 32, little(0x40000000, 4) + little(0xC0000000, 4)));
  row("floats", wav(3, 1, 8000, 32, floats({0.5F, -0.5F})));
  row("two channels", wav(3, 2, 8000, 32, floats({0.75F, 0.25F, -1.0F, 0.0F})));
}

void TestMultimodal::readsSoundsOfManyKinds() {
  QFETCH(QByteArray, bytes);
  const QTemporaryDir folder;
  const Sound sound = readWav(written(folder, bytes.toStdString()));
  QCOMPARE(sound.rate, 8000.0);
  QCOMPARE(sound.samples, (std::vector<float>{0.5F, -0.5F}));
}

void TestMultimodal::refusesBrokenSounds_data() {
  QTest::addColumn<QByteArray>("bytes");
  QTest::addColumn<QString>("found");
  const auto row = [](const char* name, const std::string& bytes, const char* found) {
    QTest::newRow(name) << QByteArray(bytes.data(), static_cast<int>(bytes.size())) << found;
  };
  row("FLAC", "fLaC and more of it", "found FLAC");
  row("a picture", "\x89PNG and more of it", "found another file");
  row("nothing", "", "found an empty file");
  row("cut off", wav(1, 1, 8000, 16, "abcd").substr(0, 56), "the file was cut off");
  row("no samples", wav(1, 1, 8000, 16, "").substr(0, 36), "expected samples, found none");
  row("ADPCM", wav(2, 1, 8000, 4, "abcd"), "found format 2 of 4 bits");
  row("no rate", wav(1, 1, 0, 16, "abcd"), "found 0");
  row("NaN", wav(3, 1, 8000, 32, std::string("\0\0\xC0\x7F", 4)), "found NaN or infinity");
}

void TestMultimodal::refusesBrokenSounds() {
  QFETCH(QByteArray, bytes);
  QFETCH(QString, found);
  const QTemporaryDir folder;
  const fs::path file = written(folder, bytes.toStdString());
  const std::string message = messageOf([&] { readWav(file); });
  QVERIFY2(message.find(found.toStdString()) != std::string::npos, message.c_str());
}

/// A tone of 440 Hz is the same tone at another rate.
void TestMultimodal::resamplesATone() {
  Sound sound;
  sound.rate = 44100;
  const auto tone = [](std::size_t i, double rate) {
    return static_cast<float>(0.5 * std::sin(2 * 3.14159265358979 * 440 * static_cast<double>(i) / rate));
  };
  for (std::size_t i = 0; i < 8820; ++i) sound.samples.push_back(tone(i, 44100));
  const Sound other = resampled(sound, 16000);
  QCOMPARE(other.samples.size(), std::size_t(3200));
  for (std::size_t i = 100; i < 3100; ++i) QVERIFY(std::abs(other.samples[i] - tone(i, 16000)) < 2e-3F);
  // A beginning of it is the same beginning.
  const Sound part = resampled(sound, 16000, 200);
  QVERIFY(part.samples == std::vector(other.samples.begin(), other.samples.begin() + 200));
  QCOMPARE(samplesAt(sound, 16000), Index(3200));
}

/// A window that reaches behind a sound would have no samples, and a step longer than it no frames.
void TestMultimodal::refusesSettingsWithoutFrames() {
  for (const char* settings : {R"("chunk_length": 1, "sampling_rate": 100, "hop_length": 1, "n_fft": 4096)",
                               R"("chunk_length": 1, "sampling_rate": 100, "hop_length": 200, "n_fft": 20)",
                               R"("chunk_length": 86400, "sampling_rate": 1000000)"}) {
    const QTemporaryDir folder;
    const fs::path path = folder.path().toStdString();
    std::ofstream(path / "preprocessor_config.json")
        << "{\"feature_extractor_type\": \"WhisperFeatureExtractor\", " << settings << "}";
    const std::string message = messageOf([&] { SoundPreparation::open(path); });
    QVERIFY2(message.find("chunk_length") != message.npos && message.find("samples, found") != message.npos,
             message.c_str());
  }
}

/// A token that is written behind a picture reads what the connector has made of it already.
void TestMultimodal::writtenTokensShareTheFeatures() {
  const Source model = openModelSource(kKept / "llava-next");
  Input input{IdsInput{"1 95 2"}};
  input.pictures = {{"rgb.png", std::make_shared<const RgbImage>(pictureNamed("rgb.png"))}};
  ModelInput read = tokensOf(model, input).read;
  const auto first = model.model->run(read, {});
  RunOptions options;
  options.resumeFrom = first;
  read.encoding.tokens.push_back(read.encoding.tokens.back());
  const auto next = model.model->run(read, options), whole = model.model->run(read, {});
  QVERIFY(first->features && next->features == first->features && whole->features != first->features);
  QVERIFY((next->hiddenStates.back() - whole->hiddenStates.back()).cwiseAbs().maxCoeff() < 1e-5F);
}

/// Patches are covered once, however many tokens are written about them.
void TestMultimodal::coversPatchesOnce() {
  const auto roots = reference::multimodalRoots();
  const auto root =
      std::find_if(roots.begin(), roots.end(), [](const fs::path& at) { return fs::exists(at / "vit-gpt2"); });
  if (root == roots.end()) QSKIP("no vit-gpt2: the larger reference data are not there (HEADLIGHT_REFERENCE)");
  const Source model = openModelSource(*root / "vit-gpt2");
  GenerationOptions options;
  options.tokens = 3;
  options.interventions = parseInterventions("cover 1 mean");
  const auto image = std::make_shared<const RgbImage>(pictureNamed("rgb.png"));
  const ModelInput read = tokensOf(model, Input{ImageInput{"rgb.png", image}}).read;
  const DecodingContext context(model, options);
  Generation generation = context.prefill(read, std::nullopt);
  const auto begun = generation.trace->source;
  for (int i = 0; i < 2; ++i)
    context.add(generation, context.step(generation, context.nextTokenLogProbs(*generation.trace), 3 + i), {});
  QVERIFY(generation.trace->source == begun);
}

/// The file that reads pictures for a GGUF file lies beside it, is named, or is not wanted.
void TestMultimodal::aProjectorIsFoundNamedOrLeftOut() {
  const QTemporaryDir folder;
  const fs::path at = folder.path().toStdString(), text = at / "text.gguf",
                 own = kProjectors / "llava/mmproj-llava.gguf";
  fs::copy_file(kProjectors / "llava/llava.gguf", text);
  const auto remarkOf = [](const Source& source, const char* part) {
    for (const std::string& remark : source.remarks)
      if (remark.find(part) != std::string::npos) return remark;
    return std::string();
  };
  QVERIFY(!openModelSource(text).images);
  QVERIFY(openModelSource(text.string() + "#mmproj=" + own.string()).images != nullptr);
  fs::copy_file(own, at / "model-mmproj-f32.gguf");
  const Source found = openModelSource(text);
  QVERIFY(found.images && found.info.readsPicturesInText);
  QVERIFY(!remarkOf(found, "Pictures are read by 'model-mmproj-f32.gguf'").empty());
  QVERIFY(!openModelSource(text.string() + "#mmproj=none").images);
  fs::copy_file(own, at / "another-mmproj.gguf");
  const Source several = openModelSource(text);
  QVERIFY(!several.images && !remarkOf(several, "Of 2 files beside the model").empty());
  // One of another text: the words that stand for pictures are others.
  const std::string wrong = messageOf<Error>(
      [&] { openModelSource(text.string() + "#mmproj=" + (kProjectors / "gemma3/mmproj-gemma3.gguf").string()); });
  QVERIFY2(wrong.find("expected the token '<image_soft_token>'") != std::string::npos, wrong.c_str());
  const std::string none = messageOf<Error>([&] { openModelSource(text.string() + "#mmproj=" + text.string()); });
  QVERIFY2(none.find("expected 'clip'") != std::string::npos, none.c_str());
}

/// Without the part that reads pictures the file is a text model: time, row and column are the same.
void TestMultimodal::aTextOfQwenIsReadAlone() {
  for (const std::string name : {"qwen2-vl", "qwen2.5-vl"}) {
    const fs::path path = kProjectors / name;
    const Source model = openModelSource((path / (name + ".gguf")).string() + "#mmproj=none");
    QVERIFY(!model.images);
    QVERIFY(std::none_of(model.remarks.begin(), model.remarks.end(),
                         [](const std::string& each) { return each.find("does not know") != std::string::npos; }));
    const TensorTable expected = readSafetensors(path / "expected.safetensors");
    const auto trace = model.model->run(tokensOf(model, Input{textOf(expected, "1", 0, 1)}).read, {});
    ExportChoice choice;
    choice.logits = true;
    const QTemporaryDir temporary;
    const fs::path out = fs::path(temporary.path().toStdString()) / "out.safetensors";
    exportAttention(out, trace, choice);
    Row row;
    compareWritten(expected, readSafetensors(out), "1", 0, 1, row);
    QVERIFY2(row.firstWrong.empty(), (name + ": " + row.firstWrong).c_str());
    QCOMPARE(row.largest.count("attention") + row.largest.count("logits"), std::size_t(2));
  }
}

void TestMultimodal::refusesProjectorsThatDoNotFit() {
  const auto opened = [](const char* text, const char* projector) {
    return messageOf<Error>([&] {
      openModelSource((kProjectors / text / (std::string(text) + ".gguf")).string() +
                      "#mmproj=" + (kProjectors / projector / ("mmproj-" + std::string(projector) + ".gguf")).string());
    });
  };
  const std::string other = opened("smolvlm", "qwen2-vl");
  QVERIFY2(other.find("expected the token '<|image_pad|>'") != std::string::npos, other.c_str());
  // The towers of the two Qwens have other tensors, but the files say which one it is.
  QVERIFY(opened("qwen2-vl", "qwen2.5-vl").empty());
}

void TestMultimodal::cleanupTestCase() {
  char line[256];
  std::snprintf(line, sizeof line, "%-28s | %9s | %9s | %9s | %9s | %9s", "folder", "attention", "hidden", "logits",
                "pixels", "places");
  std::cout << line << "\n";
  for (const auto& [name, row] : m_rows) {
    const auto number = [&own = row](const char* group) {
      char text[16] = "";
      if (const auto found = own.largest.find(group); found != own.largest.end())
        std::snprintf(text, sizeof text, "%.1e", found->second);
      return std::string(text);
    };
    std::snprintf(line, sizeof line, "%-28s | %9s | %9s | %9s | %9s | %9s", name.c_str(), number("attention").c_str(),
                  number("hidden").c_str(), number("logits").c_str(), number("pixels").c_str(),
                  number("places").c_str());
    std::cout << line << (row.firstWrong.empty() ? "" : "   <- " + row.firstWrong) << "\n";
  }
  std::cout.flush();
}

HEADLIGHT_TEST(TestMultimodal)
#include "test_multimodal.moc"
