#include <QtTest>

#include "core/analysis/media_shares.h"
#include "tests/support/suite.h"

using namespace headlight;

namespace {

Token cell(int row, PictureBox box) {
  Token token;
  token.place = ImagePlace{0, 1, row, row < 0 ? -1 : 0, box};
  return token;
}

Token frame(double from, double to) {
  Token token;
  token.place = SoundPlace{from, to};
  return token;
}

}  // namespace

/// How much attention goes to pictures and sounds.
class TestMediaShares : public QObject {
  Q_OBJECT
 private slots:
  void onlyWhatCoversAPartIsThePicture() {
    std::vector<Token> tokens{Token(),          cell(0, {0, 0, 0.5F, 1}), cell(0, {0.5F, 0, 1, 1}),
                              cell(-1, kNoBox),  // The end of a row of patches.
                              cell(1, kNoBox),   // Padding.
                              Token()};
    const std::vector<Index> sinks{0, 2};
    using Part = MediaPart;
    const std::vector<MediaPart> parts = mediaParts(tokens, nullptr, sinks);
    QVERIFY((parts == std::vector{Part::Sink, Part::Media, Part::Sink, Part::Beside, Part::Beside, Part::Beside}));
    const std::vector<float> weights{0.25F, 0.125F, 0.0625F, 0.25F, 0.125F, std::nanf("")};
    const MediaShares shares = mediaShares(weights, parts, true);
    QCOMPARE(shares.media, 0.125);
    QCOMPARE(shares.sinks, 0.3125);
    QCOMPARE(shares.beside, 0.375);
    QCOMPARE(shares.behind, 0.0);
    QCOMPARE(shares.noToken, 0.1875);
    QCOMPARE(mediaShares(weights, parts).noToken, 0.0);
  }

  void whatFillsUpASoundIsBehindIt() {
    const std::vector<Token> tokens{frame(0, 1), frame(1, 2), frame(2, 3)};
    SeenMedia media;
    media.sound.emplace().length = 1.5;
    using Part = MediaPart;
    QVERIFY((mediaParts(tokens, &media, {}) == std::vector{Part::Media, Part::Media, Part::Behind}));
    QVERIFY((mediaParts(tokens, nullptr, {}) == std::vector{Part::Media, Part::Media, Part::Media}));
  }
};

HEADLIGHT_TEST(TestMediaShares)
#include "test_media_shares.moc"
