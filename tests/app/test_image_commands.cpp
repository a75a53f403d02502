#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QtTest>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "core/checkpoint/safetensors.h"
#include "tests/support/command_run.h"
#include "tests/support/file_content.h"
#include "tests/support/safetensors_file.h"
#include "tests/support/suite.h"
#include "ui/export/provenance_reader.h"
#include "ui/images/image_file.h"
#include "ui/state/figure_views.h"
#include "ui/state/session_file.h"

using namespace headlight;
using headlight::test::Outcome;
using headlight::test::run;
namespace fs = std::filesystem;
using Json = nlohmann::json;

namespace {

const std::string kPicture = std::string(HEADLIGHT_SOURCE_DIR) + "/tests/data/images/picture.png";
const std::string kVit = std::string(HEADLIGHT_SOURCE_DIR) + "/tests/data/models/vit";

}  // namespace

/// Images on the command line.
class TestImageCommands : public QObject {
  Q_OBJECT
  QTemporaryDir m_folder;
  std::string at(const char* name) const { return m_folder.filePath(name).toStdString(); }

 private slots:
  void predictsClasses();
  void writesAttention();
  void coversPatches();
  void pixelsAreReadAsTheyAre();
  void picturesAreDecodedAsTheReferenceDoes();
  void readsPicturesInATextAndSounds();
  void figuresOpenAgain();
  void overlaysNeedAnImage();
  void wordsLieOverPicturesAndSounds();
  void headsAreMeasuredWithoutAProbe();
  void everyCommandEndsWithAnImage_data();
  void everyCommandEndsWithAnImage();
  void saysWhatIsWrong_data();
  void saysWhatIsWrong();
};

void TestImageCommands::predictsClasses() {
  const Outcome outcome = run({"predict", "--model", kVit, "--image", kPicture});
  QCOMPARE(outcome.err, std::string());
  const Json answer = Json::parse(outcome.out);
  QCOMPARE(answer["kind"].get<std::string>(), std::string("class"));
  QCOMPARE(answer["predictions"].size(), std::size_t(5));
  double sum = 0;
  for (const Json& one : answer["predictions"]) sum += one["probability"].get<double>();
  QVERIFY(std::abs(sum - 1) < 1e-6);
}

void TestImageCommands::writesAttention() {
  const std::string file = at("a.safetensors");
  QCOMPARE(run({"attention", "--model", kVit, "--image", kPicture, "--with", "hidden,logits", "-o", file}).err,
           std::string());
  const TensorTable tensors = readSafetensors(file);
  QCOMPARE(tensors.at("attentions.2").shape, (Shape{4, 17, 17}));
  QCOMPARE(tensors.at("hidden_states.3").shape, (Shape{17, 32}));
  QCOMPARE(tensors.at("logits").shape, (Shape{5}));
}

void TestImageCommands::coversPatches() {
  const Json answer =
      Json::parse(run({"predict", "--model", kVit, "--image", kPicture, "--intervene", "cover 6-7 mean"}).out);
  QCOMPARE(answer["interventions"].get<std::string>(), std::string("cover 6-7 mean"));
  QVERIFY(answer["kl_from_before"].get<double>() > 1e-6);
}

void TestImageCommands::pixelsAreReadAsTheyAre() {
  // The reference's own pixels give the reference's own logits.
  const TensorTable expected = readSafetensors(kVit + "/expected.safetensors");
  const std::vector<float> pixels = floatsOf(expected.at("pixel_values.0")), logits = floatsOf(expected.at("logits.0"));
  testing::writeSafetensors(at("p.safetensors"), {{"pixel_values", {3, 32, 32}, pixels}});
  const std::string out = at("o.safetensors");
  QCOMPARE(run({"attention", "--model", kVit, "--pixels", at("p.safetensors"), "--with", "logits", "-o", out}).err,
           std::string());
  const std::vector<float> found = floatsOf(readSafetensors(out).at("logits"));
  QCOMPARE(found.size(), logits.size());
  for (std::size_t i = 0; i < found.size(); ++i) QVERIFY(std::abs(found[i] - logits[i]) < 1e-4F);
}

/// Bytes as Pillow opens them; decoders of JPEG may differ by a step or two.
void TestImageCommands::picturesAreDecodedAsTheReferenceDoes() {
  const std::string data = std::string(HEADLIGHT_SOURCE_DIR) + "/tests/data/multimodal/";
  const TensorTable decoded = readSafetensors(data + "pictures.safetensors");
  for (const std::string name : {"rgb.png", "gray.png", "alpha.png", "photo.jpg"}) {
    const RgbImage found = readImage(data + "pictures/" + name);
    const StoredTensor& tensor = decoded.at(name);
    QCOMPARE(found.height, Index(tensor.shape[0]));
    QCOMPARE(found.width, Index(tensor.shape[1]));
    const auto* expected = reinterpret_cast<const std::uint8_t*>(tensor.bytes.data());
    int most = 0;
    for (std::size_t i = 0; i < found.bytes.size(); ++i) most = std::max(most, std::abs(found.bytes[i] - expected[i]));
    QVERIFY2(most <= (name == "photo.jpg" ? 2 : 0), (name + ": " + std::to_string(most)).c_str());
    const auto alpha = decoded.find(name + ".alpha");
    QCOMPARE(found.alpha.size(), alpha == decoded.end() ? 0 : alpha->second.bytes.size());
    for (std::size_t i = 0; i < found.alpha.size(); ++i)
      QCOMPARE(int(found.alpha[i]), int(static_cast<std::uint8_t>(alpha->second.bytes[i])));
    // Through a picture for the screen and back.
    QVERIFY(rgbOf(qimageOf(found)) == found);
  }
}

/// Names and shapes as in the reference, without the number of the input.
void TestImageCommands::readsPicturesInATextAndSounds() {
  const std::string data = std::string(HEADLIGHT_SOURCE_DIR) + "/tests/data/multimodal/", out = at("m.safetensors");
  QCOMPARE(run({"attention", "--model", data + "llava-next", "--ids", "1 34 95 36 95 60", "--image", kPicture,
                "--image", kPicture, "--with", "hidden,logits,places", "-o", out})
               .err,
           std::string());
  TensorTable tensors = readSafetensors(out);
  // Two pictures of 83 x 61 on a canvas of 2 x 2 tiles, of which the padding is left out.
  const std::int64_t n = tensors.at("input_ids").shape[0], each = (n - 4) / 2;
  QCOMPARE(tensors.at("image_positions").shape, (Shape{2 * each}));
  QCOMPARE(tensors.at("boxes").shape, (Shape{2 * each, 4}));
  QCOMPARE(tensors.at("image_cells").shape, (Shape{2 * each, 4}));
  QCOMPARE(tensors.at("image_grid").shape, (Shape{2, 2}));
  QCOMPARE(tensors.at("attentions.1").shape, (Shape{4, n, n}));
  QCOMPARE(tensors.at("vision_attentions.2").shape, (Shape{10, 4, 5, 5}));
  QCOMPARE(tensors.at("vision_hidden_states.3").shape, (Shape{10, 5, 32}));
  QCOMPARE(tensors.at("vision_boxes").shape, (Shape{10, 5, 4}));
  QCOMPARE(tensors.at("logits").shape, (Shape{n, 96}));
  QCOMPARE(run({"attention", "--model", data + "whisper", "--sound", data + "sweep.wav", "--decoder-ids", "90 4 5",
                "--with", "logits,places", "-o", out})
               .err,
           std::string());
  tensors = readSafetensors(out);
  QCOMPARE(tensors.at("cross_attentions.2").shape, (Shape{4, 3, 50}));
  QCOMPARE(tensors.at("time").shape, (Shape{50, 2}));
  QCOMPARE(tensors.at("receptive").shape, (Shape{50, 2}));
}

void TestImageCommands::figuresOpenAgain() {
  for (const char* view : {"overlay", "contact-sheet", "heatmap"}) {
    const std::string file = at("f.png");
    std::vector<std::string> arguments = {"figure", "--model", kVit,      "--image", kPicture, "--view",
                                          view,     "--size",  "800x600", "-o",      file};
    if (usesOption(view, "--head")) arguments.insert(arguments.end(), {"--head", "2.1"});
    if (usesOption(view, "--token")) arguments.insert(arguments.end(), {"--token", "r1c2"});
    const Outcome outcome = run(arguments);
    QCOMPARE(outcome.err, std::string());
    const QImage image(QString::fromStdString(file));
    QCOMPARE(image.size(), QSize(800, 600));
    const Session session = readSessionFile(file);
    QVERIFY(session.state.pictures.size() == 1 && session.state.pictures.front().image->width == 83);
    if (std::string(view) != "heatmap") QCOMPARE(session.state.token, std::optional<Index>(7));
  }
}

void TestImageCommands::overlaysNeedAnImage() {
  // Their names of before are read, too.
  const Outcome before =
      run({"figure", "--model", kVit, "--image", kPicture, "--view", "image-atlas", "-o", at("b.png")});
  QVERIFY2(before.code == 0, before.err.c_str());
  const Outcome outcome = run({"figure", "--text", "The cat sat.", "--view", "overlay", "-o", at("x.png")});
  QCOMPARE(outcome.code, 1);
  QVERIFY2(outcome.err.find("expected attention to a picture or a sound") != std::string::npos, outcome.err.c_str());
  QVERIFY(!QFile::exists(m_folder.filePath("x.png")));
}

/// A text with two pictures, a sound, and what folds the patches of both.
void TestImageCommands::wordsLieOverPicturesAndSounds() {
  const std::string data = std::string(HEADLIGHT_SOURCE_DIR) + "/tests/data/multimodal/";
  const auto figure = [&](const std::vector<std::string>& more) {
    std::vector<std::string> words = {"figure",   "--model", data + "llava-next", "--ids",  "1 34 95 36 95 60",
                                      "--image",  kPicture,  "--image",           kPicture, "-o",
                                      at("t.svg")};
    words.insert(words.end(), more.begin(), more.end());
    return run(words);
  };
  const Outcome both = figure({"--view", "overlay", "--head", "1.2"});
  QVERIFY2(both.code == 0 && both.err.empty(), both.err.c_str());
  QByteArray svg = QByteArray::fromStdString(test::contentOf(at("t.svg")));
  QVERIFY(svg.contains("Picture 2, in tiles") && svg.contains("pictures "));
  const WorkspaceState kept = readSessionFile(at("t.svg")).state;
  QCOMPARE(*kept.ids, std::string("1 34 95 36 95 60"));
  QCOMPARE(kept.pictures.size(), std::size_t(2));
  QCOMPARE(figure({"--view", "overlay", "--head", "1.2", "--picture", "2"}).code, 0);
  svg = QByteArray::fromStdString(test::contentOf(at("t.svg")));
  QVERIFY(!svg.contains("Picture 2, in tiles") && svg.contains("In tiles"));
  for (const char* none : {"0", "3"}) {
    const Outcome third = figure({"--view", "overlay", "--head", "1.2", "--picture", none});
    QVERIFY2(third.code == 1 &&
                 third.err.find("--picture: expected 1 to 2 (there are 2 pictures), found") != std::string::npos,
             third.err.c_str());
  }
  QCOMPARE(figure({"--view", "contact-sheet"}).err, std::string());
  const Outcome folded = figure({"--view", "heatmap", "--head", "1.2"});
  QVERIFY2(folded.err.find("drawn as one token each picture") != std::string::npos, folded.err.c_str());
  QCOMPARE(figure({"--view", "heatmap", "--head", "1.2", "--patches", "each"}).err, std::string());
  const Outcome heard = run({"figure", "--model", data + "whisper", "--sound", data + "sweep.wav", "--decoder-ids",
                             "1 5 9", "--view", "overlay", "--head", "1.1", "-o", at("s.svg")});
  QVERIFY2(heard.code == 0, heard.err.c_str());
  svg = QByteArray::fromStdString(test::contentOf(at("s.svg")));
  QVERIFY(svg.contains("0.5 s") && svg.contains("sound 100"));
}

void TestImageCommands::headsAreMeasuredWithoutAProbe() {
  const Outcome outcome = run({"heads", "--model", kVit, "--image", kPicture, "-o", "-"});
  QCOMPARE(outcome.err, std::string());
  QCOMPARE(std::count(outcome.out.begin(), outcome.out.end(), '\n'), 13);
}

void TestImageCommands::everyCommandEndsWithAnImage_data() {
  QTest::addColumn<QStringList>("arguments");
  QTest::addColumn<int>("code");
  const auto row = [](const char* line, int code) { QTest::newRow(line) << QString(line).split(' ') << code; };
  row("cost", 0);
  row("cost --measure 100000 --tokens 8,17", 0);
  row("cost --measure 100000", 1);
  row("heads --image", 0);
  row("predict --image --lens", 0);
  row("predict --image --surprise", 1);
  row("ablate --image", 0);
  row("noise --text x", 1);
  row("figure --image --view atlas -o x.svg", 0);
  row("figure --image --view flow -o x.svg", 0);
}

/// A vision model has no vocabulary and one length: what needs either says so, and nothing divides by it.
void TestImageCommands::everyCommandEndsWithAnImage() {
  QFETCH(QStringList, arguments);
  QFETCH(int, code);
  std::vector<std::string> words;
  for (const QString& argument : arguments) {
    words.push_back(argument == "x.svg" ? at("x.svg") : argument.toStdString());
    if (argument == "--image") words.push_back(kPicture);
  }
  words.insert(words.begin() + 1, {"--model", kVit});
  const Outcome outcome = run(words);
  QVERIFY2(outcome.code == code, (std::to_string(outcome.code.value_or(-1)) + " " + outcome.err).c_str());
  if (code != 0) QVERIFY2(outcome.err.find("vit") != std::string::npos, outcome.err.c_str());
  if (words.size() > 4 && words[3] == "--measure" && code == 0)
    QVERIFY2(QString::fromStdString(outcome.out).contains(QRegularExpression(",[0-9.e-]+\n17,")) ||
                 QString::fromStdString(outcome.out)
                     .trimmed()
                     .split(u'\n')
                     .last()
                     .contains(QRegularExpression(",[0-9.e-]+$")),
             outcome.out.c_str());
}

void TestImageCommands::saysWhatIsWrong_data() {
  QTest::addColumn<QStringList>("arguments");
  QTest::addColumn<QString>("message");
  const QString vit = QString::fromStdString(kVit), picture = QString::fromStdString(kPicture);
  QTest::newRow("a text") << QStringList{"--model", vit, "--text", "cat"}
                          << "model 'vit': expected an image, which it reads, found a text";
  QTest::newRow("an image") << QStringList{"--image", picture}
                            << "model 'gpt': expected a text, which it reads, found an image";
  QTest::newRow("no file") << QStringList{"--model", vit, "--image", "/no/where.png"}
                           << "image '/no/where.png': file not found";
  const QString data = QStringLiteral(HEADLIGHT_SOURCE_DIR) + "/tests/data/multimodal/";
  QTest::newRow("too few places") << QStringList{"--model",   data + "llava-next", "--ids",
                                                 "1 95 95 2", "--image",           picture}
                                  << "or one for each of the 1, found 2";
  QTest::newRow("a picture alone") << QStringList{"--model", data + "llava-next", "--image", picture}
                                   << "expected a text beside the picture, found an image";
  QTest::newRow("a picture for a text model")
      << QStringList{"--text", "cat", "--image", picture} << "expected no picture or sound beside a text, found one";
  QTest::newRow("a picture for ears") << QStringList{"--model", data + "whisper", "--image", picture}
                                      << "expected a sound, which it reads, found an image";
  QTest::newRow("no WAV file") << QStringList{"--model", data + "whisper", "--sound", picture}
                               << "expected a WAV, FLAC, Ogg or MP3 file, found another file";
  QTest::newRow("no pixels") << QStringList{"--model", vit, "--pixels", vit + "/model.safetensors"}
                             << "expected a tensor 'pixel_values', found none";
}

void TestImageCommands::saysWhatIsWrong() {
  QFETCH(QStringList, arguments);
  QFETCH(QString, message);
  std::vector<std::string> all{"predict"};
  for (const QString& one : arguments) all.push_back(one.toStdString());
  const Outcome outcome = run(all);
  QCOMPARE(outcome.code, 1);
  QVERIFY2(QString::fromStdString(outcome.err).contains(message), outcome.err.c_str());
}

HEADLIGHT_TEST(TestImageCommands)
#include "test_image_commands.moc"
