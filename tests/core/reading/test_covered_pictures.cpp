#include <QtTest>
#include <array>
#include <cmath>
#include <filesystem>
#include <set>

#include "core/base/error.h"
#include "core/image/blur.h"
#include "core/reading/reader.h"
#include "tests/support/message_of.h"
#include "tests/support/suite.h"

using namespace headlight;
using headlight::test::messageOf;
namespace fs = std::filesystem;

namespace {

const fs::path kTiled = fs::path(HEADLIGHT_SOURCE_DIR) / "tests/data/multimodal/llava-next";

/// A picture in which no two neighbouring pixels are alike.
RgbImage madePicture() {
  RgbImage image{52, 36, {}};
  for (Index i = 0; i < 52 * 36 * 3; ++i) image.bytes.push_back(static_cast<std::uint8_t>(i * 37 % 251));
  return image;
}

Input inputOf(const RgbImage& image) {
  Input input{IdsInput{std::string("1 34 95 36 43")}};
  input.pictures = {{"a.png", std::make_shared<const RgbImage>(image)}};
  return input;
}

OccludePatches coverOf(Index token, OccludePatches::By by) { return {{{TokenPick::Kind::Span, token, token}}, by}; }

}  // namespace

/// Parts of pictures in texts that interventions cover.
class TestCoveredPictures : public QObject {
  Q_OBJECT
 private slots:
  void aCoveredPartIsCoveredInThePicture() {
    const Source model = openModelSource(kTiled);
    const RgbImage picture = madePicture();
    const Reading before = read(model, inputOf(picture));
    const std::vector<Token>& tokens = before.trace->encoding.tokens;
    std::set<int> tiles;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const ImagePlace* place = tokens[i].imagePlace();
      if (!place || place->row < 0 || !tiles.insert(place->tile).second) continue;
      RgbImage covered = picture;
      std::array<double, 3> sums{};
      for (std::size_t at = 0; at < picture.bytes.size(); ++at) sums[at % 3] += picture.bytes[at];
      Index pixels = 0;
      for (Index y = 0; y < 36; ++y)
        for (Index x = 0; x < 52; ++x) {
          const float right = (static_cast<float>(x) + 0.5F) / 52, down = (static_cast<float>(y) + 0.5F) / 36;
          if (right < place->box[0] || right >= place->box[2] || down < place->box[1] || down >= place->box[3])
            continue;
          ++pixels;
          for (std::size_t c = 0; c < 3; ++c)
            covered.bytes[static_cast<std::size_t>((y * 52 + x) * 3) + c] =
                static_cast<std::uint8_t>(std::lround(sums[c] / (52 * 36)));
        }
      QVERIFY(pixels > 0);
      ReadOptions options;
      options.interventions = {coverOf(static_cast<Index>(i), OccludePatches::By::Mean)};
      const Reading after = read(model, inputOf(picture), options), same = read(model, inputOf(covered));
      QCOMPARE(after.media->pictures.size(), std::size_t(1));
      QVERIFY(*after.media->pictures[0].image == covered);
      QVERIFY(*after.trace->media->pixels == *same.trace->media->pixels);
      QVERIFY(after.trace->states() == same.trace->states());
      QVERIFY(!(after.trace->states() == before.trace->states()));
      QCOMPARE(after.interventions.size(), std::size_t(1));

      // What is written afterwards has it covered as well.
      Input writing = inputOf(picture), twin = inputOf(covered);
      writing.writing.emplace().tokens = twin.writing.emplace().tokens = 3;
      const Reading written = read(model, writing, options), expected = read(model, twin);
      QVERIFY(written.trace->states() == expected.trace->states());
    }
    QVERIFY(tiles.size() > 1);
  }

  /// The blurred part is what a sum over a plane of Gaussian weights gives, pixel by pixel, with repeated edges.
  void aPartIsBlurred() {
    const Source model = openModelSource(kTiled);
    const RgbImage picture = madePicture();
    const double sigma = 10.0 / 224 * 36;
    const auto reach = static_cast<Index>(std::ceil(3 * sigma));
    const auto blurred = [&](Index x, Index y, std::size_t colour) {
      double sum = 0, weights = 0;
      for (Index down = -reach; down <= reach; ++down)
        for (Index right = -reach; right <= reach; ++right) {
          const double weight = std::exp(-static_cast<double>(down * down + right * right) / (2 * sigma * sigma));
          const Index at = std::clamp<Index>(y + down, 0, 35) * 52 + std::clamp<Index>(x + right, 0, 51);
          sum += weight * picture.bytes[static_cast<std::size_t>(3 * at) + colour];
          weights += weight;
        }
      return sum / weights;
    };
    const Reading before = read(model, inputOf(picture));
    const std::vector<Token>& tokens = before.trace->encoding.tokens;
    const auto token = std::find_if(tokens.begin(), tokens.end(),
                                    [](const Token& each) { return each.imagePlace() && each.imagePlace()->row >= 0; });
    const PictureBox box = token->imagePlace()->box;
    ReadOptions options;
    options.interventions = {coverOf(token - tokens.begin(), OccludePatches::By::Blur)};
    const Reading after = read(model, inputOf(picture), options);
    const RgbImage& covered = *after.media->pictures[0].image;
    Index changed = 0;
    for (Index y = 0; y < 36; ++y)
      for (Index x = 0; x < 52; ++x) {
        const float right = (static_cast<float>(x) + 0.5F) / 52, down = (static_cast<float>(y) + 0.5F) / 36;
        const bool inside = right >= box[0] && right < box[2] && down >= box[1] && down < box[3];
        for (std::size_t c = 0; c < 3; ++c) {
          const auto at = static_cast<std::size_t>(3 * (y * 52 + x)) + c;
          const double wanted = inside ? blurred(x, y, c) : picture.bytes[at];
          QVERIFY(std::abs(covered.bytes[at] - wanted) <= (inside ? 0.51 : 0));
          if (covered.bytes[at] != picture.bytes[at]) ++changed;
        }
      }
    QVERIFY(changed > 0);
    QVERIFY(!(after.trace->states() == before.trace->states()));
  }

  /// A vision model's own pixels likewise: what does not vary stays as it is.
  void aBlurKeepsWhatIsEven() {
    RgbImage even{30, 20, std::vector<std::uint8_t>(30 * 20 * 3, 77)};
    QCOMPARE(blurredPart(even, {3, 4, 17, 20}, 2.5).bytes, std::vector<std::uint8_t>(14 * 16 * 3, 77));
    const Matrix plane = Matrix::Constant(20, 30, 0.25F);
    QVERIFY((blurredPart(plane, {0, 0, 30, 20}, 4).array() - 0.25F).abs().maxCoeff() < 1e-6F);
  }

  void whatIsNoPartIsRefused() {
    const Source model = openModelSource(kTiled);
    ReadOptions options;
    options.interventions = {coverOf(0, OccludePatches::By::Zero), coverOf(2, OccludePatches::By::Zero)};
    QCOMPARE(
        messageOf<Error>([&] { read(model, inputOf(madePicture()), options); }),
        std::string("intervention: cover: expected tokens that stand for a part of a picture, found token 0, '1'"));
    options.lenient = true;
    const Reading reading = read(model, inputOf(madePicture()), options);
    QCOMPARE(reading.misfits.size(), std::size_t(1));
    QCOMPARE(reading.misfits[0].change, std::size_t(0));
    QCOMPARE(reading.interventions.size(), std::size_t(1));
    QVERIFY(!(*reading.media->pictures[0].image == madePicture()));
  }
};

HEADLIGHT_TEST(TestCoveredPictures)
#include "test_covered_pictures.moc"
