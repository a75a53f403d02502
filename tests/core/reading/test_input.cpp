#include <QTemporaryDir>
#include <QtTest>

#include "core/image/rgb_image.h"
#include "core/reading/input.h"
#include "tests/support/safetensors_file.h"
#include "tests/support/suite.h"

using namespace headlight;
using headlight::testing::messageOf;

class TestInput : public QObject {
  Q_OBJECT
 private slots:
  void areEqualByWhatIsRead() {
    const auto image = [](std::uint8_t red) {
      return std::make_shared<const RgbImage>(RgbImage{1, 1, {red, 0, 0}});
    };
    const auto values = [](float value) { return std::make_shared<const Matrix>(Matrix::Constant(3, 1, value)); };
    // Each beside another one that was made apart from it and is the same.
    const auto all = [&] {
      std::vector<Input> inputs = {
          {TextInput{"a"}},
          {TextInput{"b"}},
          {TextInput{"a", "b"}},
          {IdsInput{"1 2"}},
          {IdsInput{"1 2", {0, 1}}},
          {ConversationInput{conversationOfJson(R"([{"role": "user", "content": "a"}])", "x")}},
          {ConversationInput{conversationOfJson(R"([{"role": "user", "content": "b"}])", "x")}},
          {ImageInput{"a.png", image(1)}},
          {ImageInput{"a.png", image(2)}},
          {ImageInput{"a.png", nullptr}},
          {PixelsInput{"a.png", {1, 1}, values(1)}},
          {PixelsInput{"a.png", {1, 1}, values(2)}},
          {TextInput{"a"}, Shared<std::string>("b")},
          {TextInput{"a"}, IdsInput{"1 2"}},
          {TextInput{"a"}, {}, {3}},
          {TextInput{"a"}, {}, {}, Writing{}}};
      return inputs;
    };
    const std::vector<Input> some = all(), same = all();
    for (std::size_t i = 0; i < some.size(); ++i)
      for (std::size_t j = 0; j < same.size(); ++j) QCOMPARE(some[i] == same[j], i == j);
    QVERIFY(withoutWritten({TextInput{"a"}, {}, {3}, Writing{}}) == Input{TextInput{"a"}});
  }

  void areEmptyWithNothingToRead() {
    for (const Input& empty :
         {Input{}, Input{TextInput{"", "b"}}, Input{IdsInput{}}, Input{ConversationInput{}},
          Input{ImageInput{}}, Input{PixelsInput{}}})
      QVERIFY(isEmpty(empty));
    QVERIFY(!isEmpty({TextInput{" "}}));
    QVERIFY(!isEmpty({IdsInput{"the cat"}}));
    QVERIFY(!isEmpty({ImageInput{"", std::make_shared<const RgbImage>()}}));
  }

  void areCalledByWhatAPersonKnows() {
    Encoding tokens;
    for (const char* text : {"the", "cat"}) tokens.tokens.emplace_back().text = text;
    QCOMPARE(captionOf({TextInput{"The cat"}}, tokens), std::string("The cat"));
    QCOMPARE(captionOf({TextInput{"The cat", "sat"}}, tokens), std::string("The cat / sat"));
    QCOMPARE(captionOf({ConversationInput{conversationOfJson(
                           R"([{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Ho"}])", "x")}},
                       tokens),
             std::string("user: Hi / assistant: Ho"));
    QCOMPARE(captionOf({IdsInput{"[5,6]"}}, tokens), std::string("the cat"));
    QCOMPARE(captionOf({ImageInput{"/far/a.png", nullptr}}, tokens), std::string("a.png"));
    QCOMPARE(captionOf({PixelsInput{"/far/a.safetensors", {}, nullptr}}, tokens), std::string("a.safetensors"));
  }

  void idsAreReadHoweverTheyAreWritten() {
    const std::vector<std::int64_t> ids = {101, 2023, 102};
    for (const char* typed :
         {"101 2023 102", "101,2023,102", " [101, 2023, 102]\n", "101;2023\t102", "(101), 2023 102,"})
      QCOMPARE(idsIn(typed), ids);
    QCOMPARE(idsIn(idsInput(ids).typed), ids);
    QVERIFY(idsIn(" , ").empty());
    for (const char* wrong : {"the cat", "1.5", "-1", "12x", "99999999999999999999", "0x10"}) {
      const std::string message = messageOf<NoIds>([&] { idsIn(wrong); });
      QVERIFY2(QString::fromStdString(message).startsWith("token ids: expected whole numbers"), wrong);
    }
    try {
      idsIn("5, " + std::string(100, 'x'));
      QFAIL("no error");
    } catch (const NoIds& error) {
      QCOMPARE(error.found(), std::string(40, 'x'));
    }
  }

  void pixelsAreATensorOfTheirName() {
    QTemporaryDir folder;
    const std::string file = folder.filePath("a.safetensors").toStdString();
    headlight::testing::writeSafetensors(file, {{"pixel_values", {1, 3, 1, 2}, {0, 1, 2, 3, 4, 5}}});
    const PixelsInput pixels = openPixels(file);
    QCOMPARE(pixels.size.width, Index(2));
    QCOMPARE((*pixels.values)(2, 1), 5.0F);
    headlight::testing::writeSafetensors(file, {{"pixel_values", {6}, {0, 1, 2, 3, 4, 5}}});
    const std::string message = messageOf<Error>([&] { openPixels(file); });
    QVERIFY2(QString::fromStdString(message).contains("expected real numbers [3, H, W], found [6]"), message.c_str());
  }
};

HEADLIGHT_TEST(TestInput)
#include "test_input.moc"
