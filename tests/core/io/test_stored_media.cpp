#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <cmath>
#include <filesystem>

#include "core/checkpoint/safetensors.h"
#include "core/io/stored_attention.h"
#include "tests/support/message_of.h"
#include "tests/support/safetensors_file.h"
#include "tests/support/suite.h"

using namespace headlight;
using headlight::test::messageOf;
using headlight::testing::TestTensor;
namespace fs = std::filesystem;

namespace {

const fs::path kKept = fs::path(HEADLIGHT_SOURCE_DIR) / "tests/data/multimodal";

/// A file of one head over `tokens` tokens, with further tensors.
fs::path written(const QTemporaryDir& folder, long tokens, std::vector<TestTensor> more) {
  const fs::path file = folder.filePath("a.safetensors").toStdString();
  more.push_back({"attentions.0",
                  {1, tokens, tokens},
                  std::vector<float>(static_cast<std::size_t>(tokens * tokens), 1.0F / static_cast<float>(tokens))});
  headlight::testing::writeSafetensors(file.string(), more);
  return file;
}

}  // namespace

/// Pictures, sounds and places in files of attention.
class TestStoredMedia : public QObject {
  Q_OBJECT
 private slots:
  void aRecordedModelIsPlacedAsWeDoIt();
  void aRecordedSoundIsHeard();
  void cellsAreNumberedByTheirBoxes();
  void wrongPlacesAreRefused_data();
  void wrongPlacesAreRefused();
};

/// Written from a run of the Transformers library by headlight_export.py; the places are those of the reference.
void TestStoredMedia::aRecordedModelIsPlacedAsWeDoIt() {
  const StoredAttention stored = openStoredAttention(kKept / "recorded/llava-next.safetensors");
  const TensorTable expected = readSafetensors(kKept / "llava-next/expected.safetensors");
  QVERIFY(stored.media && stored.media->pictures.size() == 1);
  QCOMPARE(stored.media->pictures[0].image->height, Index(36));
  QCOMPARE(stored.media->pictures[0].image->width, Index(52));
  const std::vector<Token>& tokens = stored.maps->keyTokens();
  const auto positions = integersOf(expected.at("image_positions.0"), "p");
  const auto boxes = floatsOf(expected.at("boxes.0"));
  const auto cells = integersOf(expected.at("image_cells.0"), "c");
  std::size_t next = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const ImagePlace* place = tokens[i].imagePlace();
    const bool wanted = std::find(positions.begin(), positions.end(), static_cast<std::int64_t>(i)) != positions.end();
    QCOMPARE(place != nullptr, wanted);
    if (!place) continue;
    for (std::size_t edge = 0; edge < 4; ++edge) QVERIFY(std::abs(place->box[edge] - boxes[4 * next + edge]) < 1e-5F);
    QCOMPARE(place->tile, static_cast<int>(cells[4 * next + 1]));
    QCOMPARE(place->row, static_cast<int>(cells[4 * next + 2]));
    QCOMPARE(place->col, static_cast<int>(cells[4 * next + 3]));
    ++next;
  }
  QCOMPARE(next, positions.size());
  // And the weights are those of the reference.
  const auto weights = floatsOf(expected.at("attentions.0.1"));
  const Matrix head = stored.maps->weights({1, 2});
  for (Index i = 0; i < head.size(); ++i)
    QVERIFY(std::abs(head.data()[i] - weights[static_cast<std::size_t>(2 * head.size() + i)]) < 1e-5F);
}

void TestStoredMedia::aRecordedSoundIsHeard() {
  const StoredAttention cross = openStoredAttention((kKept / "recorded/whisper.safetensors").string() + "#cross");
  QVERIFY(cross.media && cross.media->sound);
  QCOMPARE(cross.media->sound->step, static_cast<double>(0.01F));
  QVERIFY(cross.media->sound->length > 0.9);
  const std::vector<Token>& keys = cross.maps->keyTokens();
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const SoundPlace* place = keys[i].soundPlace();
    QVERIFY(place && std::abs(place->from - 0.02 * static_cast<double>(i)) < 1e-4);
  }
  for (const Token& token : cross.maps->queryTokens()) QVERIFY(!token.place);
  // The decoder's own attention is over its text.
  const StoredAttention decoder = openStoredAttention((kKept / "recorded/whisper.safetensors").string() + "#decoder");
  for (const Token& token : decoder.maps->keyTokens()) QVERIFY(!token.place);
}

void TestStoredMedia::cellsAreNumberedByTheirBoxes() {
  const QTemporaryDir folder;
  std::vector<float> boxes;
  for (int i = 0; i < 6; ++i) {
    const float x = static_cast<float>(i % 3) / 3, y = static_cast<float>(i / 3) / 2;
    boxes.insert(boxes.end(), {x, y, x + 1.0F / 3, y + 0.5F});
  }
  const StoredAttention stored = openStoredAttention(written(folder, 6, {{"boxes", {6, 4}, boxes}}));
  for (int i = 0; i < 6; ++i) {
    const ImagePlace* place = stored.maps->keyTokens()[static_cast<std::size_t>(i)].imagePlace();
    QVERIFY(place && place->row == i / 3 && place->col == i % 3);
    QCOMPARE(stored.maps->keyTokens()[static_cast<std::size_t>(i)].display,
             "r" + std::to_string(i / 3) + "c" + std::to_string(i % 3));
  }
}

void TestStoredMedia::wrongPlacesAreRefused_data() {
  QTest::addColumn<QString>("name");
  QTest::addColumn<QList<int>>("shape");
  QTest::addColumn<QList<float>>("values");
  QTest::addColumn<QString>("found");
  QTest::newRow("too few") << "boxes" << QList<int>{1, 4} << QList<float>{0, 0, 1, 1} << "expected 3 places";
  QTest::newRow("no boxes") << "boxes" << QList<int>{3, 2} << QList<float>{0, 0, 1, 1, 0, 0} << "[tokens, 4]";
  QTest::newRow("turned round") << "boxes" << QList<int>{3, 4} << QList<float>{0, 0, 1, 1, 1, 0, 0, 1, 0, 0, 1, 1}
                                << "row 1";
  QTest::newRow("far away") << "boxes" << QList<int>{3, 4} << QList<float>{0, 0, 1, 1, 0, 0, 1e9F, 1, 0, 0, 1, 1}
                            << "row 1";
  QTest::newRow("no time") << "time" << QList<int>{3, 2} << QList<float>{0, 1, 2, 1, 2, 3} << "row 1";
  QTest::newRow("no seconds") << "spectrogram" << QList<int>{1, 3} << QList<float>{0, 1, 2} << "'sound_times'";
  QTest::newRow("no bytes") << "picture.0" << QList<int>{1, 1, 3} << QList<float>{0, 1, 2}
                            << "bytes [height, width, 3]";
}

void TestStoredMedia::wrongPlacesAreRefused() {
  QFETCH(QString, name);
  QFETCH(QList<int>, shape);
  QFETCH(QList<float>, values);
  QFETCH(QString, found);
  const QTemporaryDir folder;
  const fs::path file = written(
      folder, 3, {{name.toStdString(), std::vector<long>(shape.begin(), shape.end()), {values.begin(), values.end()}}});
  const std::string message = messageOf([&] { openStoredAttention(file); });
  QVERIFY2(message.find(found.toStdString()) != std::string::npos, message.c_str());
}

HEADLIGHT_TEST(TestStoredMedia)
#include "test_stored_media.moc"
