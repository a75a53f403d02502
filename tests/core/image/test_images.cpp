#include <QTemporaryDir>
#include <QtTest>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/checkpoint/safetensors.h"
#include "core/image/image_preparation.h"
#include "core/intervention/grammar.h"
#include "core/model/image_reader.h"
#include "core/model/model.h"
#include "tests/support/message_of.h"
#include "tests/support/suite.h"

using namespace headlight;
using headlight::test::messageOf;
namespace fs = std::filesystem;

namespace {

const fs::path kImages = fs::path(HEADLIGHT_SOURCE_DIR) / "tests/data/images";
const fs::path kModels = fs::path(HEADLIGHT_SOURCE_DIR) / "tests/data/models";

RgbImage picture() {
  const std::string bytes = readFile(kImages / "picture.bin");
  return {83, 61, {bytes.begin(), bytes.end()}};
}

ImageReader readerOf(const std::string& name, const Model& model) {
  const ModelInfo& info = model.info();
  return {ImagePreparation::open(kModels / name, {info.imageHeight, info.imageWidth}), model};
}

/// Values of channel c at pixel (y, x): 100 c + 10 y + x.
PixelInput numbered(Index height, Index width, Index patchHeight, Index patchWidth) {
  PixelInput pixels;
  pixels.height = height;
  pixels.width = width;
  pixels.patchHeight = patchHeight;
  pixels.patchWidth = patchWidth;
  pixels.values.resize(3, height * width);
  for (Index c = 0; c < 3; ++c)
    for (Index y = 0; y < height; ++y)
      for (Index x = 0; x < width; ++x) pixels.values(c, y * width + x) = static_cast<float>(100 * c + 10 * y + x);
  return pixels;
}

}  // namespace

class TestImages : public QObject {
  Q_OBJECT

 private slots:
  void resizesLikePillow();
  void preparesLikeTheReference_data();
  void preparesLikeTheReference();
  void settingsAsTheLibrary_data();
  void settingsAsTheLibrary();
  void whatFilesLeaveOpen();
  void withoutAFileTheModelsSizeCounts();
  void refusesBadPreparations_data();
  void refusesBadPreparations();
  void refusesSizesThatCannotBe();
  void unfoldsPatchesInTheOrderOfAConvolution();
  void picturesComeBackFromValues();
  void tokensAreNamedByRowAndColumn();
  void refusesWhatTheModelDoesNotRead();
  void coversPatches();
  void aCoverChangesWhatIsTakenFromAnEarlierRun();
};

void TestImages::resizesLikePillow() {
  std::istringstream lines(readFile(kImages / "resized.txt"));
  const std::string all = readFile(kImages / "resized.bin");
  std::size_t at = 0;
  int kind = 0, count = 0;
  for (Index width = 0, height = 0; lines >> kind >> width >> height; ++count) {
    const RgbImage found = resized(picture(), width, height, static_cast<Resampling>(kind));
    QCOMPARE(found.width, width);
    QCOMPARE(found.height, height);
    QVERIFY(at + found.bytes.size() <= all.size());
    const auto* expected = reinterpret_cast<const std::uint8_t*>(all.data()) + at;
    for (std::size_t i = 0; i < found.bytes.size(); ++i)
      if (found.bytes[i] != expected[i])
        QFAIL(qPrintable(QStringLiteral("filter %1 to %2 x %3, byte %4: expected %5, found %6")
                             .arg(kind)
                             .arg(width)
                             .arg(height)
                             .arg(i)
                             .arg(expected[i])
                             .arg(found.bytes[i])));
    at += found.bytes.size();
  }
  QCOMPARE(count, 12);
  QCOMPARE(at, all.size());
}

void TestImages::preparesLikeTheReference_data() {
  QTest::addColumn<int>("height");
  QTest::addColumn<int>("width");
  QTest::newRow("vit") << 24 << 32;
  QTest::newRow("vit-old") << 30 << 30;
  QTest::newRow("deit") << 28 << 26;
  QTest::newRow("clip") << 25 << 25;
  QTest::newRow("padded") << 70 << 40;
}

void TestImages::preparesLikeTheReference() {
  QFETCH(int, height);
  QFETCH(int, width);
  const std::string name = QTest::currentDataTag();
  const QTemporaryDir folder;
  const fs::path path = folder.path().toStdString();
  fs::copy(kImages / (name + ".json"), path / "preprocessor_config.json");
  const PixelInput found = ImagePreparation::open(path, {224, 224}).prepared(picture());
  QCOMPARE(found.height, Index(height));
  QCOMPARE(found.width, Index(width));
  const std::string bytes = readFile(kImages / (name + ".bin"));
  QCOMPARE(bytes.size(), sizeof(float) * static_cast<std::size_t>(found.values.size()));
  Matrix expected(3, found.values.cols());
  std::memcpy(expected.data(), bytes.data(), bytes.size());
  QVERIFY((found.values - expected).cwiseAbs().maxCoeff() < 1e-6F);
}

void TestImages::settingsAsTheLibrary_data() {
  QTest::addColumn<QString>("settings");
  const auto rows = nlohmann::ordered_json::parse(readFile(kImages / "settings.json"));
  for (const auto& [name, settings] : rows.items())
    QTest::newRow(name.c_str()) << QString::fromStdString(settings.dump());
}

/// Settings of processors as people write them (settings.py).
void TestImages::settingsAsTheLibrary() {
  QFETCH(QString, settings);
  const QTemporaryDir folder;
  std::ofstream(folder.path().toStdString() + "/preprocessor_config.json") << settings.toStdString();
  const PixelInput found = ImagePreparation::open(folder.path().toStdString(), {224, 224}).prepared(picture());
  static const TensorTable kExpected = readSafetensors(kImages / "settings.safetensors");
  const StoredTensor& expected = kExpected.at(QTest::currentDataTag());
  QCOMPARE(found.height, Index(expected.shape[1]));
  QCOMPARE(found.width, Index(expected.shape[2]));
  const auto numbers = floatsOf(expected);
  const Eigen::Map<const Matrix> values(numbers.data(), 3, found.values.cols());
  const float scale = std::max(1.0F, values.cwiseAbs().maxCoeff());
  QVERIFY((found.values - values).cwiseAbs().maxCoeff() <= 1e-6F * scale);
}

/// As the library has it: null is no, another file of the folder names what the settings do not, and what a release of
/// it wrote last comes first.
void TestImages::whatFilesLeaveOpen() {
  const QTemporaryDir folder;
  const fs::path path = folder.path().toStdString();
  const auto write = [&](const char* name, const std::string& text) { std::ofstream(path / name) << text; };
  const auto valuesOf = [&](const std::string& settings) {
    write("preprocessor_config.json", settings);
    return ImagePreparation::open(path, {224, 224}).prepared(picture()).values;
  };
  const std::string begin =
      R"({"image_processor_type": "BitImageProcessor", "size": {"shortest_edge": 20}, "crop_size": 16, )";
  const Matrix all = valuesOf(begin + R"("do_pad": null})");
  for (const char* step : {"do_resize", "do_center_crop", "do_rescale", "do_normalize"}) {
    const Matrix none = valuesOf(begin + '"' + step + R"(": null})"),
                 no = valuesOf(begin + '"' + step + R"(": false})");
    QVERIFY2(none.cols() == no.cols() && none == no, step);
    QVERIFY2(none.cols() != all.cols() || none != all, step);
  }
  write("preprocessor_config.json", "{}");
  write("config.json", R"({"model_type": "deit"})");
  const ImagePreparation deit = ImagePreparation::open(path, {224, 224});
  QVERIFY(deit.crop && deit.resize->resampling == Resampling::Bicubic);
  write("config.json", R"({"model_type": "something"})");
  QVERIFY(ImagePreparation::open(path, {224, 224}).refusal.find("image_processor_type' is missing") !=
          std::string::npos);
  write("processor_config.json",
        R"({"image_processor": {"image_processor_type": "ViTImageProcessor", "resample": 0}})");
  QVERIFY(ImagePreparation::open(path, {224, 224}).resize->resampling == Resampling::Nearest);
  write("processor_config.json", R"({"processor_class": "CLIPProcessor"})");
  write("preprocessor_config.json", R"({"image_processor_type": "CLIPImageProcessor"})");
  QVERIFY(ImagePreparation::open(path, {224, 224}).crop.has_value());
}

void TestImages::withoutAFileTheModelsSizeCounts() {
  const QTemporaryDir folder;
  const PixelInput found =
      ImagePreparation::open(folder.path().toStdString(), {20, 12}).prepared({1, 1, {255, 0, 128}});
  QCOMPARE(found.height, Index(20));
  QCOMPARE(found.width, Index(12));
  QCOMPARE(found.values(0, 100), 1.0F);
  QCOMPARE(found.values(1, 100), -1.0F);
}

void TestImages::refusesBadPreparations_data() {
  QTest::addColumn<QString>("json");
  QTest::addColumn<QString>("message");
  const auto row = [](const char* name, const char* json, const char* message) {
    QTest::newRow(name) << json << QStringLiteral("preprocessor_config.json: ") + message;
  };
  row("size", R"({"size": {"longest_edge": 3}})", "'size': expected height and width, or shortest_edge");
  row("large", R"({"size": 100000})", "'size': expected at most 16384 pixels, found 100000");
  row("filter", R"({"resample": 7})", "'resample': expected a number from 0 to 5, found 7");
  row("mean", R"({"image_mean": [0.5]})", "'image_mean': expected 3 numbers, one for each colour, found 1");
  row("deviation", R"({"image_std": [1, 0, 1]})", "'image_std': expected numbers other than 0");
  row("factor", R"({"rescale_factor": 0})", "'rescale_factor': expected a number other than 0");
  row("no size", R"({"size": null})", "'size': expected a value, found null");
  row("no mean", R"({"image_mean": null})", "'image_mean': expected a value, found null");
  row("no crop", R"({"do_center_crop": true})", "'crop_size' is missing, which says how large the middle is");
  row("padded", R"({"do_pad": true, "pad_size": {"height": 9, "width": 9}})",
      "'pad_size': expected pictures that are not padded, found a size, which is unsupported");
  row("longest", R"({"image_processor_type": "LlavaImageProcessor", "do_pad": true,
                     "size": {"shortest_edge": 20, "longest_edge": 24}})",
      "'size': expected shortest_edge alone, found longest_edge beside it, which is unsupported");
  row("no longest edge", R"({"image_processor_type": "Idefics3ImageProcessor", "size": {"height": 28, "width": 28}})",
      "'size': expected longest_edge, found none");
  row("shorter side", R"({"image_processor_type": "Gemma3ImageProcessor", "size": {"shortest_edge": 28}})",
      "'size': expected height and width, found shortest_edge, which is unsupported");
  row("bytes", R"({"image_processor_type": "DINOv3ViTImageProcessor", "do_rescale": false})",
      "'do_rescale': expected true, found false, which is unsupported where numbers are resized");
  row("nearest", R"({"image_processor_type": "DINOv3ViTImageProcessor", "resample": 0})",
      "'resample': expected 1 to 5, found 0, which is unsupported where numbers are resized");
  row("crop", R"({"do_center_crop": true, "crop_size": {"height": 3}})", "'crop_size': 'width' is missing");
}

void TestImages::refusesBadPreparations() {
  QFETCH(QString, json);
  QFETCH(QString, message);
  const QTemporaryDir folder;
  std::ofstream(folder.path().toStdString() + "/preprocessor_config.json") << json.toStdString();
  QCOMPARE(messageOf([&] { ImagePreparation::open(folder.path().toStdString(), {8, 8}); }), message.toStdString());
}

void TestImages::refusesSizesThatCannotBe() {
  QCOMPARE(messageOf([] { resized(picture(), 0, 4, Resampling::Box); }),
           std::string("image: expected sides of 1 to 32768 pixels, found 0"));
  QCOMPARE(messageOf([] {
             resized({0, 0, {}}, 4, 4, Resampling::Bicubic);
           }),
           std::string("image: expected sides of 1 to 32768 pixels, found 0"));
}

void TestImages::unfoldsPatchesInTheOrderOfAConvolution() {
  const Matrix patches = unfoldedPatches(numbered(5, 6, 2, 3));  // The fifth line is no patch's.
  QCOMPARE(patches.rows(), Index(4));
  QCOMPARE(patches.cols(), Index(18));
  const auto row = [&](Index patch) {
    return std::vector<float>(patches.row(patch).begin(), patches.row(patch).end());
  };
  QCOMPARE(row(3),
           (std::vector<float>{23, 24, 25, 33, 34, 35, 123, 124, 125, 133, 134, 135, 223, 224, 225, 233, 234, 235}));
}

void TestImages::picturesComeBackFromValues() {
  for (const char* name : {"clip", "vit-old", "padded"}) {
    const QTemporaryDir folder;
    const fs::path path = folder.path().toStdString();
    fs::copy(kImages / (std::string(name) + ".json"), path / "preprocessor_config.json");
    const PixelInput pixels = ImagePreparation::open(path, {224, 224}).prepared(picture());
    const RgbImage shown = pictureOf(pixels);
    QCOMPARE(shown.width, pixels.width);
    QCOMPARE(shown.bytes.size(), static_cast<std::size_t>(pixels.values.size()));
  }
  // Unscaled: the padded one is the picture itself with black above and below.
  const RgbImage whole = picture();
  const QTemporaryDir folder;
  const fs::path path = folder.path().toStdString();
  fs::copy(kImages / "padded.json", path / "preprocessor_config.json");
  const RgbImage shown = pictureOf(ImagePreparation::open(path, {224, 224}).prepared(whole));
  for (Index x = 0; x < 40; ++x)
    for (Index y = 0; y < 70; ++y)
      for (Index c = 0; c < 3; ++c) {
        const Index from = y - 5;  // floor((61 - 70) / 2)
        const int expected =
            from < 0 || from >= 61 ? 0 : whole.bytes[static_cast<std::size_t>((from * 83 + x + 21) * 3 + c)];
        QCOMPARE(int(shown.bytes[static_cast<std::size_t>((y * 40 + x) * 3 + c)]), expected);
      }
}

void TestImages::tokensAreNamedByRowAndColumn() {
  const auto model = Model::open(kModels / "deit-teacher");
  const ModelInput input = readerOf("deit-teacher", *model).encode(picture());
  const Encoding& encoding = input.encoding;
  QCOMPARE(encoding.size(), std::size_t(14));
  const auto text = [&](std::size_t i) { return encoding.tokens[i].text; };
  QCOMPARE(text(0), std::string("[CLS]"));
  QCOMPARE(text(1), std::string("[DIST]"));
  QCOMPARE(text(2), std::string("r0c0"));
  QCOMPARE(text(5), std::string("r0c3"));
  QCOMPARE(text(13), std::string("r2c3"));
  QVERIFY(encoding.tokens[1].special && !encoding.tokens[2].special);
  QCOMPARE(input.pixels->firstPatch, Index(2));
  QCOMPARE(input.pixels->rows(), Index(3));
  QCOMPARE(input.pixels->cols(), Index(4));
}

void TestImages::refusesWhatTheModelDoesNotRead() {
  const auto vit = Model::open(kModels / "vit"), text = Model::open(kModels / "bert-base");
  const ImageReader reader = readerOf("vit", *vit);
  QCOMPARE(messageOf([&] {
             reader.encode(Matrix::Zero(3, 64), {8, 8});
           }),
           std::string("image: expected 32 x 32 pixels, which model 'vit' has positions for, found 8 x 8 after its "
                       "preparation"));
  Encoding words;
  words.tokens.resize(3);
  QCOMPARE(messageOf([&] { vit->run(words); }), std::string("this model reads images: expected one, found a text"));
  QCOMPARE(messageOf([&] { text->run(reader.encode(picture())); }),
           std::string("this model reads texts: expected one, found an image"));
  RunOptions covered;
  covered.interventions = parseInterventions("cover 0");
  QCOMPARE(messageOf([&] { vit->run(reader.encode(picture()), covered); }),
           std::string("intervention: cover: expected patches, tokens from 1 on, found token 0, [CLS]"));
  covered.interventions = parseInterventions("cover 17");
  QVERIFY(messageOf([&] { vit->run(reader.encode(picture()), covered); }).find("17") != std::string::npos);
}

void TestImages::coversPatches() {
  const auto model = Model::open(kModels / "vit");
  const ImageReader reader = readerOf("vit", *model);
  const ModelInput input = reader.encode(picture());
  RunOptions options;
  options.interventions = parseInterventions("cover 2,7-8 mean; cover 5");
  const auto trace = model->run(input, options);
  QVERIFY(model->run(input)->pixels == input.pixels);
  const PixelInput &before = *input.pixels, &after = *trace->pixels;
  const Eigen::Vector3f mean = before.values.rowwise().mean();
  for (Index y = 0; y < 32; ++y)
    for (Index x = 0; x < 32; ++x) {
      const Index token = 1 + y / 8 * 4 + x / 8, at = y * 32 + x;
      for (Index c = 0; c < 3; ++c) {
        const float expected = token == 5 ? 0 : token == 2 || token == 7 || token == 8 ? mean[c] : before.values(c, at);
        QVERIFY(std::abs(after.values(c, at) - expected) < 1e-5F);
      }
    }
  // The same as reading such an image.
  const auto other = model->run(reader.encode(after.values, {32, 32}));
  QVERIFY(other->hiddenStates.back() == trace->hiddenStates.back());
}

void TestImages::aCoverChangesWhatIsTakenFromAnEarlierRun() {
  const auto model = Model::open(kModels / "vit");
  const ModelInput input = readerOf("vit", *model).encode(picture());
  const auto plain = model->run(input);
  RunOptions options;
  options.interventions = parseInterventions("cover 3; ablate 2.1");
  const auto alone = model->run(input, options);
  options.resumeFrom = plain;
  const auto from = model->run(input, options);
  QVERIFY(from->hiddenStates.back() == alone->hiddenStates.back());
  QVERIFY(from->hiddenStates.front() != plain->hiddenStates.front());
  options.interventions = parseInterventions("ablate 2.1");
  QVERIFY(model->run(input, options)->hiddenStates.front() == plain->hiddenStates.front());
}

HEADLIGHT_TEST(TestImages)
#include "test_images.moc"
