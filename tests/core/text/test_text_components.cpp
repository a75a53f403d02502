#include <QTest>

#include "core/text/files/tokenizer_json.h"
#include "core/text/unicode/charsmap.h"
#include "reference_data.h"
#include "tests/support/suite.h"
#include "whole_text.h"

using namespace headlight;
using nlohmann::json;

namespace {

std::size_t codePoint(std::string_view text, std::size_t byte) { return utf8::count(text.substr(0, byte)); }

json configs() {
  std::ifstream stream(tokenizerData() / "components" / "configs.json");
  return json::parse(stream);
}

}  // namespace

/// Single normalizers, pre-tokenizers and decoders against what the reference engine makes of many texts.
class TestTextComponents : public QObject {
  Q_OBJECT

  std::map<std::string, std::vector<json>> m_records;

  void addRows(const char* kind) {
    QTest::addColumn<QString>("name");
    m_records.clear();
    for (json& record : readLines(tokenizerData() / "components" / (std::string(kind) + ".jsonl"))) {
      const std::string name = record["config"];
      m_records[name].push_back(std::move(record));
    }
    for (const auto& [name, records] : m_records) QTest::newRow(name.c_str()) << QString::fromStdString(name);
  }

  /// Runs `result` on every record of the row and compares with `expected` fields.
  template <typename Run>
  void check(const char* kind, Run run) {
    QFETCH(QString, name);
    const json config = configs()[kind][name.toStdString()];
    const std::string text = config.dump();
    std::size_t right = 0;
    std::string first;
    for (const json& record : m_records[name.toStdString()]) {
      json found, expected;
      try {
        run(text, record, expected, found);
      } catch (const std::exception& error) {
        found = error.what();
      }
      if (expected == found) {
        ++right;
      } else if (first.empty()) {
        first = shown(record) + "\n  expected " + shown(expected) + "\n  found    " + shown(found);
      }
    }
    QVERIFY(!m_records[name.toStdString()].empty());
    QVERIFY2(
        first.empty(),
        (std::to_string(right) + "/" + std::to_string(m_records[name.toStdString()].size()) + " " + first).c_str());
  }

 private slots:
  void normalizers_data() { addRows("normalizers"); }
  void normalizers() {
    check("normalizers", [](const std::string& config, const json& record, json& expected, json& found) {
      expected = {record["normalized"], record["offsets"]};
      const std::string text = record["text"];
      TextArena arena;
      const AlignedText result = normalize(normalizerFromJson(config), wholeOf(text), arena);
      json offsets = json::array();
      for (std::size_t at = 0; at < result.text.size(); at += utf8::lengthFrom(result.text[at])) {
        const ByteRange range = result.rangeAt(at);
        offsets.push_back({codePoint(text, range.start), codePoint(text, range.end)});
      }
      found = {std::string(result.text), offsets};
    });
  }

  /// Clusters end where the reference engine's Unicode ends them, whatever that of the system's libraries.
  void clusters() {
    std::ifstream stream(tokenizerData() / "components" / "clusters.json");
    const json data = json::parse(stream);
    const Charsmap map = Charsmap::fromBase64(data["charsmap"].get<std::string>());
    QVERIFY(data["records"].size() > 1000);
    for (const json& record : data["records"]) {
      const std::string text = record[0], expected = record[1];
      TextArena arena;
      const std::string found(map.normalize(wholeOf(text), arena).text);
      QVERIFY2(found == expected,
               (shown(text) + "\n  expected " + shown(expected) + "\n  found    " + shown(found)).c_str());
    }
  }

  void preTokenizers_data() { addRows("pre_tokenizers"); }
  void preTokenizers() {
    check("pre_tokenizers", [](const std::string& config, const json& record, json& expected, json& found) {
      expected = record["pieces"];
      const std::string text = record["text"];
      TextArena arena;
      std::vector<Piece> pieces;
      if (!text.empty()) pieces.push_back({wholeOf(text)});
      preTokenize(preTokenizerFromJson(config), pieces, arena);
      found = json::array();
      for (const Piece& piece : pieces) {
        found.push_back({std::string(piece.text.text),
                         {codePoint(text, piece.text.origin.start), codePoint(text, piece.text.origin.end)}});
      }
    });
  }

  void decoders_data() { addRows("decoders"); }
  void decoders() {
    check("decoders", [](const std::string& config, const json& record, json& expected, json& found) {
      expected = record["decoded"];
      found = decodeTokens(decoderFromJson(config), record["tokens"].get<std::vector<std::string>>());
    });
  }
};

HEADLIGHT_TEST(TestTextComponents)
#include "test_text_components.moc"
