#include <QTest>
#include <iterator>
#include <sstream>

#include "core/base/error.h"
#include "core/text/pipeline/pipeline.h"
#include "core/text/tokenizer.h"
#include "core/text/tokenizer_files.h"
#include "reference_data.h"
#include "tests/support/suite.h"

using namespace headlight;
using nlohmann::json;

namespace {

/// Counts what agrees and keeps the first difference.
class Tally {
 public:
  void check(const std::string& record, const char* field, const json& expected, const json& found) {
    ++m_checked;
    if (expected == found) return;
    ++m_wrong;
    if (m_first.empty()) {
      m_first = record + " " + field + "\n  expected " + shown(expected) + "\n  found    " + shown(found);
    }
  }
  void report(const std::string& name, std::size_t records) const {
    qInfo("%-45s %4zu records, %5d/%d fields", name.c_str(), records, m_checked - m_wrong, m_checked);
  }
  int checked() const { return m_checked; }
  const std::string& firstDifference() const { return m_first; }

 private:
  int m_checked = 0, m_wrong = 0;
  std::string m_first;
};

json optionalNumber(const auto& value) { return value ? json(*value) : json(nullptr); }

/// `encoding` with the fields that `expected` has.
void compare(Tally& tally, const std::string& id, const json& expected, const Encoding& encoding) {
  json ids = json::array(), tokens = json::array(), offsets = json::array(), types = json::array(),
       special = json::array(), words = json::array(), sequences = json::array(), attention = json::array();
  for (const Token& token : encoding.tokens) {
    ids.push_back(token.id);
    tokens.push_back(token.text);
    offsets.push_back({token.range.start, token.range.end});
    types.push_back(token.typeId);
    special.push_back(token.special ? 1 : 0);
    words.push_back(optionalNumber(token.word));
    sequences.push_back(optionalNumber(token.sequence));
    attention.push_back(token.attended ? 1 : 0);
  }
  const std::pair<const char*, const json*> fields[] = {{"ids", &ids},
                                                        {"tokens", &tokens},
                                                        {"offsets", &offsets},
                                                        {"type_ids", &types},
                                                        {"special_tokens_mask", &special},
                                                        {"word_ids", &words},
                                                        {"sequence_ids", &sequences},
                                                        {"attention_mask", &attention}};
  for (const auto& [name, found] : fields) {
    if (expected.contains(name)) tally.check(id, name, expected[name], *found);
  }
  if (!expected.contains("overflowing")) return;
  const json& parts = expected["overflowing"];
  tally.check(id, "overflowing count", parts.size(), encoding.overflowing.size());
  for (std::size_t i = 0; i < std::min(parts.size(), encoding.overflowing.size()); ++i) {
    compare(tally, id + " overflowing " + std::to_string(i), parts[i], encoding.overflowing[i]);
  }
}

/// The single steps, which the public interface does not show.
void compareSteps(Tally& tally, const json& record, const Pipeline& pipeline) {
  const std::string id = record["id"], text = record["text"];
  TextArena arena;
  AlignedText normalized{text, nullptr, 0, {0, static_cast<std::uint32_t>(text.size())}};
  if (record.contains("normalized")) {
    normalized = normalize(pipeline.parts().normalizer, normalized, arena);
    tally.check(id, "normalized", record["normalized"], std::string(normalized.text));
  }
  if (!record.contains("pre_tokens")) return;
  const std::string whole(normalized.text);
  std::vector<Piece> pieces;
  if (!whole.empty()) pieces.push_back({{whole, nullptr, 0, {0, static_cast<std::uint32_t>(whole.size())}}});
  preTokenize(pipeline.parts().preTokenizer, pieces, arena);
  json found = json::array();
  const std::string_view view = whole;
  for (const Piece& piece : pieces) {
    found.push_back(
        {std::string(piece.text.text),
         {utf8::count(view.substr(0, piece.text.origin.start)), utf8::count(view.substr(0, piece.text.origin.end))}});
  }
  tally.check(id, "pre_tokens", record["pre_tokens"], found);
}

void compareDecoding(Tally& tally, const json& record, const Tokenizer& tokenizer) {
  const std::string id = record["id"];
  const std::vector<std::int64_t> ids = record["ids"];
  tally.check(id, "decoded", record["decoded"], tokenizer.decode(ids, false));
  tally.check(id, "decoded_skip_special", record["decoded_skip_special"], tokenizer.decode(ids, true));
}

/// Checks the tokenizer in `folder` against the records of encoding and decoding, and counts in `checked`.
void runGoldens(const std::filesystem::path& folder, const std::filesystem::path& golden,
                const std::filesystem::path& decode, const std::string& name, int& checked) {
  const auto tokenizer = Tokenizer::open(folder);
  const Pipeline pipeline(readTokenizerFiles(folder));
  Tally encoding, steps, decoding;
  const std::vector<json> records = readLines(golden);
  for (const json& record : records) {
    const std::string id = record["id"], text = record["text"];
    std::optional<std::string> pair;
    if (record.contains("pair")) pair = record["pair"].get<std::string>();
    // Beside other files a tokenizer.json is its class's, which takes an empty second text for none.
    if (pair && pair->empty() && !pipeline.parts().hasEmptyPairs) continue;
    const bool special = record["add_special_tokens"];
    if (record.contains("error")) {
      bool refused = false;
      try {
        tokenizer->encode(text, pair, special);
      } catch (const Error&) {
        refused = true;
      }
      encoding.check(id, "error", true, refused);
      continue;
    }
    try {
      compare(encoding, id, record, tokenizer->encode(text, pair, special));
    } catch (const Error& error) {
      encoding.check(id, "exception", "none", error.what());
    }
    if (!pair) compareSteps(steps, record, pipeline);
    compareDecoding(decoding, record, *tokenizer);
  }
  const std::vector<json> decodeRecords = readLines(decode);
  for (const json& record : decodeRecords) {
    compareDecoding(decoding, record, *tokenizer);
    json tokens = json::array();
    for (const std::int64_t id : record["ids"]) tokens.push_back(optionalNumber(tokenizer->tokenOf(id)));
    decoding.check(record["id"], "tokens", record["tokens"], tokens);
  }
  encoding.report(name + " encoding", records.size());
  steps.report(name + " steps", records.size());
  decoding.report(name + " decoding", records.size() + decodeRecords.size());
  checked = encoding.checked() + decoding.checked();
  for (const Tally* tally : {&encoding, &steps, &decoding}) {
    QVERIFY2(tally->firstDifference().empty(), tally->firstDifference().c_str());
  }
}

}  // namespace

/// Every recorded text of every reference tokenizer: ids, tokens, ranges, segments, masks, words, steps and decoding.
class TestTokenizerGoldens : public QObject {
  Q_OBJECT

  void addFolders(const std::filesystem::path& root) {
    QTest::addColumn<QString>("folder");
    std::vector<std::filesystem::path> folders;
    std::error_code code;
    for (const auto& entry : std::filesystem::directory_iterator(root, code)) {
      if (std::filesystem::exists(entry.path() / "golden.jsonl")) folders.push_back(entry.path());
    }
    std::sort(folders.begin(), folders.end());
    for (const auto& folder : folders) {
      QTest::newRow(folder.filename().c_str()) << QString::fromStdString(folder.string());
    }
    if (folders.empty()) QTest::newRow("none") << QString();
  }

  void check() {
    QFETCH(QString, folder);
    if (folder.isEmpty())
      QSKIP("NO REFERENCE TOKENIZERS: set HEADLIGHT_REFERENCE to the folder that holds tokenizers/");
    int checked = 0;
    const std::filesystem::path path = folder.toStdString();
    runGoldens(path, path / "golden.jsonl", path / "decode.jsonl", path.filename().string(), checked);
    QVERIFY(checked > 0);
  }

 private slots:
  void synthetic_data() { addFolders(tokenizerData() / "synthetic"); }
  void synthetic() { check(); }
  void builtIn_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"gpt", "bert"}) QTest::newRow(name) << QString(name);
  }
  void builtIn() {
    QFETCH(QString, name);
    const std::string model = name.toStdString();
    const auto folder = std::filesystem::path(HEADLIGHT_SOURCE_DIR) / "resources" / "models" / model;
    int checked = 0;
    runGoldens(folder, tokenizerData() / "built-in" / (model + ".jsonl"), {}, model, checked);
    QVERIFY(checked > 100);
  }
  void published_data() { addFolders(referenceFolder() / "tokenizers"); }
  void published() { check(); }

  /// Another project's texts, separated by a marker, and one line of ids for each, without added tokens.
  void llamaCpp_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"bert-base-uncased", "falcon", "gpt2", "llama-2", "qwen2.5"})
      QTest::newRow(name) << QString(name);
  }
  void llamaCpp() {
    QFETCH(QString, name);
    const auto root = referenceFolder() / "tokenizers";
    std::ifstream inputs(root / "peer" / "llama.cpp" / "inputs.inp", std::ios::binary),
        outputs(root / "peer" / "llama.cpp" / (name.toStdString() + ".out"));
    if (!inputs || !outputs) QSKIP("NO PEER VECTORS: set HEADLIGHT_REFERENCE to the folder that holds tokenizers/");
    const std::string all((std::istreambuf_iterator<char>(inputs)), {});
    const std::string separator = "\n__ggml_vocab_test__\n";
    const auto tokenizer = Tokenizer::open(root / name.toStdString());
    std::size_t start = 0, compared = 0;
    for (std::string line; std::getline(outputs, line); ++compared) {
      const std::size_t end = std::min(all.find(separator, start), all.size());
      const std::string text = all.substr(start, end - start);
      start = end + separator.size();
      std::istringstream numbers(line);
      const std::vector<std::int64_t> expected((std::istream_iterator<std::int64_t>(numbers)), {});
      std::vector<std::int64_t> found;
      for (const Token& token : tokenizer->encode(text, {}, false).tokens) found.push_back(token.id);
      QVERIFY2(expected == found, (shown(text) + ": expected " + line + ", found " + shown(found)).c_str());
    }
    QVERIFY(compared > 40);
  }

  void swiftTransformers() {
    const auto root = referenceFolder() / "tokenizers";
    std::ifstream stream(root / "peer" / "swift-transformers" / "tokenizer_tests.json");
    if (!stream) QSKIP("NO PEER VECTORS: set HEADLIGHT_REFERENCE to the folder that holds tokenizers/");
    std::size_t compared = 0;
    const json records = json::parse(stream);
    for (const auto& [name, texts] : records.items()) {
      const auto tokenizer = Tokenizer::open(root / name);
      for (const json& record : texts) {
        json found = json::array();
        for (const Token& token : tokenizer->encode(record["input"].get<std::string>()).tokens)
          found.push_back(token.id);
        QVERIFY2(record["encoded"]["input_ids"] == found,
                 (name + ": " + shown(record["input"]) + ": expected " + shown(record["encoded"]["input_ids"]) +
                  ", found " + shown(found))
                     .c_str());
        ++compared;
      }
    }
    QVERIFY(compared > 0);
  }
};

HEADLIGHT_TEST(TestTokenizerGoldens)
#include "test_tokenizer_goldens.moc"
