#include <QTemporaryDir>
#include <QtTest>
#include <fstream>
#include <set>

#include "core/base/error.h"
#include "core/corpus/corpus.h"
#include "tests/support/suite.h"

using namespace headlight;


namespace {

std::vector<CorpusText> all(CorpusSpec spec, std::int64_t from = 0) {
  Corpus corpus(std::move(spec));
  corpus.skipTo(from);
  std::vector<CorpusText> texts;
  while (auto text = corpus.next()) texts.push_back(std::move(*text));
  return texts;
}

}  // namespace

/// Texts from every kind of file.
class TestCorpus : public QObject {
  Q_OBJECT

  QTemporaryDir m_folder;

  std::filesystem::path file(const std::string& name, const std::string& content) {
    const std::filesystem::path path = std::filesystem::path(m_folder.path().toStdString()) / name;
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << content;
    return path;
  }
  static CorpusSpec of(const std::filesystem::path& path) {
    CorpusSpec spec;
    spec.files = {path};
    return spec;
  }

 private slots:
  void whatIsNoTextIsNamed() {
    using namespace std::string_literals;
    for (const auto& [content, what] : {std::pair{"PAR1\x15\x04"s, "read_parquet"},
                                        {"ARROW1\0\0"s, "an Arrow file"},
                                        {"\x1f\x8b\x08"s, "gunzip"},
                                        {"\x28\xb5\x2f\xfd"s, "unzstd"},
                                        {"PK\x03\x04"s, "unzip"},
                                        {"\xff\xfe"
                                         "a\0"s,
                                         "UTF-16"},
                                        {"one\0two"s, "bytes that are none"}}) {
      try {
        all(of(file("none.txt", content)));
        QFAIL(what);
      } catch (const Error& error) {
        QVERIFY2(std::string(error.what()).find(what) != std::string::npos, error.what());
      }
    }
  }

  void linesAndParagraphs() {
    const auto path = file("a.txt", "\xef\xbb\xbf" "one\r\n\n  \ntwo\nthree");
    const auto lines = all(of(path));
    QCOMPARE(lines.size(), 3U);
    QCOMPARE(lines[0].text, std::string("one"));
    QCOMPARE(lines[1].place, std::string("'a.txt' line 4"));
    QCOMPARE(lines[2].text, std::string("three"));
    QCOMPARE(lines[2].number, std::int64_t{2});
    CorpusSpec spec = of(path);
    spec.format = CorpusFormat::Paragraphs;
    const auto paragraphs = all(spec);
    QCOMPARE(paragraphs.size(), 2U);
    QCOMPARE(paragraphs[1].text, std::string("two\nthree"));
    QCOMPARE(all(of(file("bytes.txt", "a\xff" "b\n")))[0].text, std::string("a\xef\xbf\xbd" "b"));
    QCOMPARE(all(of(file("bytes.txt", "a\xff" "b\n")))[0].replaced, 1U);
  }

  void aLineThatIsTooLongCostsItself() {
    const auto texts = all(of(file("long.txt", "first\n" + std::string((1 << 24) + 5, 'x') + "\nlast\n")));
    QCOMPARE(texts.size(), 3U);
    QVERIFY(!texts[1].problem.empty() && texts[1].text.empty());
    QCOMPARE(texts[2].text, std::string("last"));
    QCOMPARE(texts[2].place, std::string("'long.txt' line 3"));
  }

  void jsonLinesWithSpans() {
    CorpusSpec spec = of(file("a.jsonl", R"({"t": "Ännë sat", "b": "zwei", "l": 3, "s": {"who": [0, 4]}})"
                                         "\n{\"t\": 5}\nnonsense\n"
                                         R"({"t": "x", "s": [{"name": "a", "start": 0, "end": 2}]})"
                                         "\n"));
    spec.field = "t";
    spec.second = "b";
    spec.label = "l";
    spec.spans = "s";
    const auto texts = all(spec);
    QCOMPARE(texts.size(), 4U);
    QCOMPARE(*texts[0].second, std::string("zwei"));
    QCOMPARE(texts[0].label, std::string("3"));
    QVERIFY(texts[0].spans[0].name == "who" && (texts[0].spans[0].range == TextRange{0, 4}));
    for (const std::size_t bad : {1, 2, 3}) QVERIFY(!texts[bad].problem.empty());
  }

  /// They are told and left out: an empty text would be one token that only the first key is for.
  void emptyTextsAreNone() {
    const auto json = all(of(file("e.jsonl", "{\"text\": \"hello\"}\n{\"text\": \"\"}\n{\"text\": \" \"}\n")));
    QCOMPARE(json.size(), 3U);
    QVERIFY(json[0].problem.empty() && json[2].problem.empty());
    QCOMPARE(json[1].problem, std::string("expected a text, found an empty one"));
    const auto table = all(of(file("e.csv", "id,text\n1,hello\n2,\n3,\"\"\n")));
    QCOMPARE(table.size(), 3U);
    QVERIFY(table[0].problem.empty() && !table[1].problem.empty() && !table[2].problem.empty());
  }

  void tables() {
    CorpusSpec spec = of(file("a.csv", "id,text,label\r\n1,\"say \"\"no\"\",\nthen go\",x\r\n\r\n2,plain,y\n3,short\n"));
    spec.label = "label";
    const auto texts = all(spec);
    QCOMPARE(texts.size(), 3U);
    QCOMPARE(texts[0].text, std::string("say \"no\",\nthen go"));
    QCOMPARE(texts[0].label, std::string("x"));
    QCOMPARE(texts[1].text, std::string("plain"));
    QVERIFY(!texts[2].problem.empty());
    spec.field = "2";
    QCOMPARE(all(spec)[1].text, std::string("plain"));
    spec.field = "words";
    QVERIFY_THROWS_EXCEPTION(Error, static_cast<void>(Corpus{spec}));
    QCOMPARE(all(of(file("a.tsv", "text\tn\n\"as it is\"\t1\n")))[0].text, std::string("\"as it is\""));
    QVERIFY(!all(of(file("b.csv", "text\n\"never ends\n")))[0].problem.empty());
  }

  void conlluWords() {
    const auto texts = all(of(file("a.conllu",
                                   "# text = Du vin, oui\n"
                                   "1-2\tDu\t_\t_\t_\t_\t_\t_\t_\t_\n"
                                   "1\tDe\tde\tADP\t_\t_\t3\tcase\t_\t_\n2\tle\tle\tDET\t_\t_\t3\tdet\t_\t_\n"
                                   "3\tvin\tvin\tNOUN\t_\t_\t0\troot\t_\tSpaceAfter=No\n"
                                   "4\t,\t,\tPUNCT\t_\t_\t5\tpunct\t_\t_\n4.1\tnode\t_\t_\t_\t_\t_\t_\t_\t_\n"
                                   "5\toui\toui\tINTJ\t_\t_\t3\tdiscourse\t_\t_\n\n1\tbad\n\n")));
    QCOMPARE(texts.size(), 2U);
    QCOMPARE(texts[0].text, std::string("Du vin, oui"));
    QCOMPARE(texts[0].words.size(), 5U);
    QVERIFY(texts[0].words[1].range == (TextRange{0, 2}) && texts[0].words[4].range == (TextRange{8, 11}));
    QVERIFY(!texts[1].problem.empty());
  }

  void foldersAndTemplates() {
    file("texts/b.txt", "second\n");
    file("texts/sub/c.txt", "third");
    file("texts/.hidden", "no");
    file("texts/empty.txt", "");
    const auto texts = all(of(file("texts/a.txt", "first\n").parent_path()));
    QCOMPARE(texts.size(), 4U);
    QCOMPARE(texts[0].text, std::string("first"));
    QVERIFY(!texts[2].problem.empty());
    QCOMPARE(texts[3].place, std::string("'sub/c.txt'"));
    const auto made = all(of(file("t.json", R"({"template": "{A} and {B}, {A}", "slots": {"A": ["é", "bb"], "B": ["c"]}})")));
    QCOMPARE(made.size(), 2U);
    QCOMPARE(made[0].text, std::string("é and c, é"));
    QCOMPARE(made[1].text, std::string("bb and c, bb"));
    QVERIFY(made[0].spans.size() == 3 && made[0].spans[2].name == "A" && made[0].spans[2].range == (TextRange{9, 10}));
    QVERIFY_THROWS_EXCEPTION(Error, static_cast<void>(Corpus{of(file("u.json", R"({"template": "{A}", "slots": {}})"))}));
  }

  void randomTokensRepeat() {
    CorpusSpec spec;
    spec.format = CorpusFormat::Repeated;
    spec.candidates = {5, 6, 7, 8};
    spec.begin = {0};
    spec.period = 6;
    QVERIFY_THROWS_EXCEPTION(Error, static_cast<void>(Corpus{spec}));
    spec.limit = 40;
    const auto texts = all(spec);
    QCOMPARE(texts.size(), 40U);
    std::set<std::vector<std::int64_t>> different;
    for (const CorpusText& text : texts) {
      QCOMPARE(text.ids.size(), 13U);
      QVERIFY(std::equal(text.ids.begin() + 1, text.ids.begin() + 7, text.ids.begin() + 7));
      different.insert(text.ids);
    }
    QVERIFY(different.size() > 30);
  }

  /// Shards, samples and limits take every text once, and a run that goes on takes the rest.
  void partsAreTheWhole() {
    std::string lines;
    for (int i = 0; i < 1000; ++i) lines += "text " + std::to_string(i) + "\n";
    CorpusSpec spec = of(file("many.txt", lines));
    spec.share = 0.3;
    spec.limit = 200;
    const auto whole = all(spec);
    QCOMPARE(whole.size(), 200U);
    QVERIFY(whole.back().number > 400 && whole.back().number < 1000);
    std::set<std::int64_t> numbers;
    spec.shards = 7;
    const std::string identity = Corpus(spec).identity();
    for (spec.shard = 1; spec.shard <= 7; ++spec.shard) {
      QCOMPARE(Corpus(spec).identity(), identity);
      for (const CorpusText& text : all(spec)) QVERIFY(numbers.insert(text.number).second);
    }
    QCOMPARE(numbers.size(), whole.size());
    for (const CorpusText& text : whole) QVERIFY(numbers.contains(text.number));
    spec.shard = spec.shards = 1;
    const auto rest = all(spec, whole[120].number);
    QCOMPARE(rest.size(), 80U);
    QCOMPARE(rest.front().text, whole[120].text);
    spec.seed = 2;
    QVERIFY(Corpus(spec).identity() != identity);
    const auto others = all(spec);
    QVERIFY(!std::equal(others.begin(), others.end(), whole.begin(), whole.end(),
                        [](const CorpusText& a, const CorpusText& b) { return a.number == b.number; }));
  }

  void whatIsNoCorpusIsRefused() {
    QVERIFY_THROWS_EXCEPTION(Error, static_cast<void>(Corpus{of("/no/such/file")}));
    CorpusSpec spec = of(file("a.txt", "x"));
    spec.shard = 2;
    QVERIFY_THROWS_EXCEPTION(Error, static_cast<void>(Corpus{spec}));
    QVERIFY_THROWS_EXCEPTION(Error, static_cast<void>(Corpus{CorpusSpec{}}));
  }
};

HEADLIGHT_TEST(TestCorpus)
#include "test_corpus.moc"
