#include <QTest>

#include "core/analysis/head_query.h"
#include "core/analysis/similarity.h"
#include "core/base/error.h"
#include "tests/support/made_maps.h"
#include "tests/support/suite.h"

#define CONDITIONS "a metric, label:, like:, layer:, head:, attention: or a head such as 1.3"

using namespace headlight;
using headlight::test::makeTokens;
using headlight::test::randomMaps;

namespace {

/// Three layers of four heads; entropy is the number of the head, the sink a tenth of the layer's. 1.2 looks for
/// induction, layer 2 attends to the previous token.
std::vector<HeadFacts> planted() {
  std::vector<HeadFacts> heads;
  for (int layer = 0; layer < 3; ++layer)
    for (int head = 0; head < 4; ++head) {
      HeadFacts facts;
      facts.head = {layer, head};
      facts.metrics.rows = 5;
      facts.metrics.entropy = head;
      facts.metrics.sink = layer / 10.0;
      if (layer > 0) facts.metrics.induction = head == 2 ? 0.75 : 0.1;
      if (layer == 2) facts.labelling.label = HeadLabel::PreviousToken;
      if (layer == 1 && head == 2) facts.labelling.label = HeadLabel::Induction;
      heads.push_back(facts);
    }
  return heads;
}

/// "1.2 2.2": which of the planted heads fit.
std::string fitting(const std::string& text) {
  const HeadQuery query = parseHeadQuery(text);
  std::string names;
  for (const HeadFacts& facts : planted())
    if (query.fits(facts.head, &facts)) names += (names.empty() ? "" : " ") + nameOf(facts.head);
  return names;
}

constexpr const char* kAll = "0.0 0.1 0.2 0.3 1.0 1.1 1.2 1.3 2.0 2.1 2.2 2.3";

}  // namespace

class TestHeadQuery : public QObject {
  Q_OBJECT
 private slots:
  void headsThatFit_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("heads");
    const std::pair<const char*, const char*> cases[] = {
        {"", kAll},
        {"  ", kAll},
        {"1.*", "1.0 1.1 1.2 1.3"},
        {"*.3, 0.0", "0.0 0.3 1.3 2.3"},
        {"0.2 2.1", "0.2 2.1"},
        {"0-1.1-2", "0.1 0.2 1.1 1.2"},
        {"?.01", "0.1 1.1 2.1"},
        {"induction > 0.5", "1.2 2.2"},
        {"induction > 0.5 layer > 1", "2.2"},
        {"induction>=75% and not layer = 1", "2.2"},
        {"entropy <= 1 LAYER < 1", "0.0 0.1"},
        {"entropy != 2 1.*", "1.0 1.1 1.3"},
        {"sink = 0.2 head:0,3", "2.0 2.3"},
        {"layer:0-1 head:2", "0.2 1.2"},
        {"head:1.3", "1.3"},
        {"label:previous", "2.0 2.1 2.2 2.3"},
        {"label:\"previous token\" head > 2", "2.3"},
        {"label:Previous_Token", "2.0 2.1 2.2 2.3"},
        {"label:ind,prev head:2", "1.2 2.2"},
        {"label:any layer:0-1", "1.2"},
        {"label:none layer:1", "1.0 1.1 1.3"},
        {"1.* or head:3", "0.3 1.0 1.1 1.2 1.3 2.3"},
        {"1.* head:3 or 0.0", "0.0 1.3"},
        {"1.* (head:3 or head:1)", "1.1 1.3"},
        {"not (layer:0 or layer:2) not head:0-2", "1.3"},
        {"not not 1.2", "1.2"},
        {"decoder 1.2", "1.2"},
        {"attention:cross", ""},
        // Without a number a head fits neither.
        {"induction < 0.5", "1.0 1.1 1.3 2.0 2.1 2.3"},
        {"not induction < 0.5", "1.2 2.2"},
        {"not induction < 0.5 or 0.0", "0.0 1.2 2.2"},
        {"not (induction < 0.5 and 1.1)", "0.0 0.1 0.2 0.3 1.0 1.2 1.3 2.0 2.1 2.2 2.3"},
    };
    for (const auto& [text, heads] : cases) QTest::newRow(text) << std::string(text) << std::string(heads);
  }
  void headsThatFit() {
    QFETCH(std::string, text);
    QFETCH(std::string, heads);
    QCOMPARE(fitting(text), heads);
  }

  void errorsNameThePlace_data() {
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("message");
    const std::pair<const char*, const char*> cases[] = {
        {"inductoin > 0.5", "character 1: expected " CONDITIONS ", found 'inductoin'"},
        {"induction", "character 10: expected a comparison such as > 0.5 after 'induction', found the end"},
        {"induction 0.5", "character 11: expected a comparison such as > 0.5 after 'induction', found '0.5'"},
        {"induction > x", "character 13: expected a number, found 'x'"},
        {"induction > 1e999", "character 13: expected a number, found '1e999'"},
        {"1.", "character 3: expected a head, found the end"},
        {"1", "character 2: expected '.' between layer and head, found the end"},
        {"3-1.0", "character 1: expected a range that does not run backwards, found '3-1.0'"},
        {"(1.0", "character 5: expected ')', found the end"},
        {"1.0 )", "character 5: expected a '(' before it, found ')'"},
        {"not", "character 4: expected " CONDITIONS ", found the end"},
        {"1.0 or", "character 7: expected " CONDITIONS ", found the end"},
        {"label:sideways",
         "character 7: expected a label (previous token, next token, own token, induction, duplicate token, "
         "punctuation, diffuse, local, sink, none or any), found 'sideways'"},
        {"label:\"previous", "character 7: expected a closing quotation mark, found '\"previous'"},
        {"like:3", "character 7: expected '.' between layer and head, found the end"},
        {"attention:both", "character 11: expected encoder, decoder or cross, found 'both'"},
        {"lable:x", "character 1: expected label:, like:, layer:, head: or attention:, found 'lable:x'"},
        {"entropy > 1 é", "character 13: expected " CONDITIONS ", found 'é'"},
        {"label:é x", "character 7: expected a label (previous token"},
        {"123456789.0", "character 1: expected a layer of at most 8 characters, found '123456789.0'"},
    };
    for (const auto& [text, message] : cases) QTest::newRow(text) << std::string(text) << std::string(message);
  }
  void errorsNameThePlace() {
    QFETCH(std::string, text);
    QFETCH(std::string, message);
    try {
      parseHeadQuery(text);
      QFAIL("no error");
    } catch (const Error& error) {
      const std::string said = error.what();
      QVERIFY2(said.starts_with("heads '" + text + "', " + message), said.c_str());
    }
  }

  void nothingNestsTooDeep() {
    QVERIFY_THROWS_EXCEPTION(Error, parseHeadQuery(std::string(100'000, '(')));
    QVERIFY_THROWS_EXCEPTION(Error, [] {
      std::string nots;
      for (int i = 0; i < 100'000; ++i) nots += "not ";
      parseHeadQuery(nots + "1.0");
    }());
    QCOMPARE(fitting(std::string(50, '(') + "1.0" + std::string(50, ')')), std::string("1.0"));
  }

  void likeIsMeasured() {
    const auto maps = randomMaps(2, 3, makeTokens({"a", "b", "c", "d"}), true);
    const HeadQuery query = parseHeadQuery("like:1.1");
    QVERIFY(!query.needsFacts());
    QCOMPARE(query.likened().size(), std::size_t(1));
    const HeadLikeness likeness = likenessTo(query.likened(), *maps);
    QVERIFY(query.fits({1, 1}, nullptr, likeness));
    double most = 0;
    for (const HeadId head : maps->allHeads()) {
      const double alike = likeness.at({1, 1}).at(head);
      QVERIFY(std::abs(alike - (1 - compareHeads(*maps, {1, 1}, *maps, head).divergence / kLargestDivergence)) < 1e-9);
      QCOMPARE(query.fits(head, nullptr, likeness), alike >= 0.8);
      if (head != HeadId{1, 1}) most = std::max(most, alike);
    }
    // The nearest alone.
    const HeadQuery nearest = parseHeadQuery("like:1.1 >= " + std::to_string(most - 1e-6) + " not 1.1");
    std::size_t count = 0;
    for (const HeadId head : maps->allHeads()) count += nearest.fits(head, nullptr, likeness) ? 1 : 0;
    QCOMPARE(count, std::size_t(1));
    QVERIFY_THROWS_EXCEPTION(Error, likenessTo(parseHeadQuery("like:9.9").likened(), *maps));
    // Nothing was measured: nothing is known.
    QVERIFY(!query.fits({1, 1}) && !parseHeadQuery("not like:1.1").fits({0, 0}));
  }

  void whatHasToBeKnown() {
    QVERIFY(!parseHeadQuery("1.* or layer > 3 and head:2").needsFacts());
    QVERIFY(parseHeadQuery("1.* or (not label:none)").needsFacts());
    QVERIFY(parseHeadQuery("layer > 1 sink > 0.5").needsFacts());
    QVERIFY(!parseHeadQuery("sink > 0").fits({0, 0}));
  }

  void everyWordThatIsOfferedIsRead() {
    for (const std::string& word : headQueryWords()) {
      const bool joins = word == "and" || word == "or" || word == "not";
      const std::string text = joins                ? "1.0 " + std::string(word == "not" ? "and not" : word) + " 1.1"
                               : word == "like:"    ? word + "1.1"
                               : word.back() == ':' ? word + "1"
                               : word.find(':') != std::string::npos ? word
                                                                     : word + " > 0";
      parseHeadQuery(text);
    }
    QVERIFY(headQueryWords().size() > headColumns().size() + 10);
  }
};

HEADLIGHT_TEST(TestHeadQuery)
#include "test_head_query.moc"
