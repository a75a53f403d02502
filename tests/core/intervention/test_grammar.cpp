#include <QtTest>
#include <random>

#include "core/base/error.h"
#include "core/intervention/grammar.h"
#include "tests/support/safetensors_file.h"
#include "tests/support/suite.h"

using namespace headlight;

namespace {

/// Any intervention, from a seeded generator.
class Maker {
 public:
  explicit Maker(unsigned seed) : m_random(seed) {}

  Intervention make() {
    switch (below(12)) {
      case 0: {
        const auto by = static_cast<Ablate::By>(below(3));
        return Ablate{heads(), by, by == Ablate::By::MeanOfOther ? other() : std::string()};
      }
      case 1:
        return below(2) ? Mask{below(2) ? tokens() : TokenSet{}, tokens(), heads()} : Mask{tokens(), {}, heads()};
      case 2:
        return Temperature{number(), heads()};
      case 3:
        return Uniform{heads()};
      case 4:
        return Cap{tokens(), number(), heads()};
      case 5:
        return Scale{tokens(), number(), heads()};
      case 6:
        return Dropout{number(), m_random(), 1 + below(9), heads()};
      case 7:
        return OccludePatches{tokens(), static_cast<OccludePatches::By>(below(3))};
      case 8:
        return SwitchExperts{heads(), below(2) ? SwitchExperts::To::Off : SwitchExperts::To::Force,
                             below(2) ? tokens() : TokenSet{}};
      case 9: {
        ChangeValues c{kSites[below(7)]};
        c.by = static_cast<ChangeValues::By>(below(7));
        c.places = c.ofHeads() ? heads() : layers();
        // Whole outputs of heads have older forms.
        if (below(2) || c.site == LayerSite::HeadOutput) c.tokens = tokens();
        using By = ChangeValues::By;
        if (c.by == By::MeanOfOther || c.by == By::MeanOfFile || c.by == By::Resample || c.by == By::Patch)
          c.other = other();
        if (c.by == By::Resample) c.seed = m_random();
        if (c.by == By::Factor) c.factor = number() - 1.5;
        return c;
      }
      case 10:
        return Steer{other(), number() - 1.5, below(2) ? tokens() : TokenSet{}};
      default:
        return ActivationPatch{below(2) ? ActivationPatch::What::Output : ActivationPatch::What::Pattern, heads(),
                               other()};
    }
  }

 private:
  static constexpr LayerSite kSites[] = {LayerSite::Input,
                                         LayerSite::Query,
                                         LayerSite::Key,
                                         LayerSite::Value,
                                         LayerSite::HeadOutput,
                                         LayerSite::AttentionOutput,
                                         LayerSite::FeedForwardOutput};
  int below(int end) { return static_cast<int>(m_random() % static_cast<unsigned>(end)); }
  double number() { return std::uniform_real_distribution<double>(0, 3)(m_random); }
  NumberRange range() {
    if (below(3) == 0) return {};
    const int first = below(12);
    return {first, first + below(3)};
  }
  HeadSet heads() {
    HeadSet set;
    for (int i = below(3); i > 0; --i) {
      const HeadRange one{range(), range(), static_cast<AttentionType>(below(3))};
      if (one != HeadRange{}) set.push_back(one);
    }
    return set;
  }
  HeadSet layers() {
    HeadSet set;
    for (int i = below(3); i > 0; --i) {
      const HeadRange one{range(), {}, below(2) ? AttentionType::Self : AttentionType::Encoder};
      if (one != HeadRange{}) set.push_back(one);
    }
    return set;
  }
  TokenSet tokens() {
    TokenSet set;
    for (int i = 1 + below(2); i > 0; --i) {
      TokenPick pick;
      pick.kind = static_cast<TokenPick::Kind>(below(7));
      if (pick.kind == TokenPick::Kind::Named) pick.name = below(2) ? "the#2" : "a \"quoted\" \\ word";
      if (pick.kind == TokenPick::Kind::Span) pick.last = (pick.first = below(40)) + below(3);
      set.push_back(pick);
    }
    return set;
  }
  std::string other() {
    const char* const texts[] = {"", "a \"quoted\" word", "back\\slash; and 1.3", "Üñí"};
    return texts[below(4)];
  }
  std::mt19937 m_random;
};

}  // namespace

class TestGrammar : public QObject {
  Q_OBJECT

 private slots:
  /// Every head of one attention does not swallow those of another that are named beside it.
  void everyHeadOfSeveralAttentions() {
    const auto headsOfText = [](const char* text) { return headsOf(parseInterventions(text).front()); };
    const HeadRange cross{{}, {}, AttentionType::Cross}, one{{1, 1}, {2, 2}, AttentionType::Encoder};
    QVERIFY(headsOfText("ablate *.*").empty());
    QVERIFY(headsOfText("ablate 0.1, *.*").empty());
    QCOMPARE(headsOfText("ablate *.*, cross *.*"), (HeadSet{HeadRange{}, cross}));
    QCOMPARE(headsOfText("uniform cross *.*, *.*, 1.*"), (HeadSet{HeadRange{}, cross}));
    QCOMPARE(headsOfText("temperature 2 in encoder 1.2, *.*"), (HeadSet{HeadRange{}, one}));
    for (const AttentionType type : {AttentionType::Self, AttentionType::Cross})
      QVERIFY(contains(headsOfText("ablate *.*, cross *.*"), {3, 4, type}));
    QCOMPARE(textOf(parseInterventions("ablate cross *.*,*.*")), std::string("ablate *.*,cross *.*"));
  }
  /// One notation of a head: as it is named, so it is read.
  void headsAreReadAsTheyAreNamed() {
    QCOMPARE(nameOf(HeadId{3, 1}), std::string("3.1"));
    QCOMPARE(nameOf(HeadId{3, 1, AttentionType::Encoder}), std::string("encoder 3.1"));
    QCOMPARE(nameOf(HeadId{0, 12, AttentionType::Cross}), std::string("cross 0.12"));
    for (const auto& [type, name] : kAttentions) {
      QVERIFY(attentionNamed(name) == type && nameOf(type) == name);
      const HeadId head{3, 1, type};
      const HeadSet read = headsOf(parseInterventions("ablate " + nameOf(head)).front());
      QCOMPARE(read, oneHead(head));
      for (const auto& [other, otherName] : kAttentions) QCOMPARE(contains(read, head.of(other)), other == type);
      QVERIFY(!contains(read, {1, 3, type}));
    }
    QVERIFY(!attentionNamed("sound") && !attentionNamed(""));
    for (const char* text : {"ablate encoder cross 1.0", "ablate cross encoder 1.0", "ablate decoder cross 1.0"})
      QVERIFY2(!headlight::testing::messageOf<Error>([&] { parseInterventions(text); }).empty(), text);
  }
  /// A head is read in every way in which people write one.
  void headsAreReadAsTheyAreTyped_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("printed");
    const auto row = [](const char* typed, const char* printed) { QTest::newRow(typed) << typed << printed; };
    row("L3H1", "ablate 3.1");
    row("l3h1", "ablate 3.1");
    row("L3.H1", "ablate 3.1");
    row("L3 H1", "ablate 3.1");
    row("L3.1", "ablate 3.1");
    row("layer 3 head 1", "ablate 3.1");
    row("layer 3, head 1", "ablate 3.1");
    row("head 3.1", "ablate 3.1");
    row("heads 3.1, 2.0", "ablate 3.1,2.0");
    row("decoder 3.1", "ablate 3.1");
    row("encoder L3H1", "ablate encoder 3.1");
    row("cross layer 3 head 1, L2H10", "ablate cross 3.1,2.10");
    row("layer 3", "ablate 3.*");
    row("L3, L1H0-2", "ablate 3.*,1.0-2");
    row("layer 0-2 heads 4", "ablate 0-2.4");
    row("*.*", "ablate *.*");
  }
  void headsAreReadAsTheyAreTyped() {
    QFETCH(QString, typed);
    QFETCH(QString, printed);
    const std::string text = typed.toStdString();
    QCOMPARE(textOf(parseInterventions("ablate " + text)), printed.toStdString());
    QCOMPARE(parseHeads(text), headsOf(parseInterventions("ablate " + text).front()));
  }
  void whatIsNoHeadIsRefused() {
    for (const char* text :
         {"", "3", "3.", "L", "LH", "layer", "layer three", "3.1;", "3.1 2.0", "L3H", "head", "3h1", "x3.1", "3,1"}) {
      const std::string message = headlight::testing::messageOf<Error>([&] { parseHeads(text); });
      QVERIFY2(message.starts_with("heads '"), (std::string(text) + ": " + message).c_str());
    }
  }
  void readsWhatItPrints() {
    Maker maker(1);
    for (int i = 0; i < 3000; ++i) {
      std::vector<Intervention> list;
      for (int n = 1 + i % 3; n > 0; --n) list.push_back(maker.make());
      const std::string text = textOf(list);
      QVERIFY2(parseInterventions(text) == list, text.c_str());
    }
  }

  void readsWhatAPersonWrites_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("again");
    const auto same = [](const char* text) { QTest::newRow(text) << text << text; };
    same("ablate 1.3");
    same("ablate 1.3 mean");
    same("ablate 1.3,0-2.* mean of \"some \\\"other\\\" text\"");
    same("mask key 4 in 0-2.*");
    same("mask row last");
    same("mask cell 5-7 0,special in 1.*");
    same("temperature 0.5");
    same("uniform *.2");
    same("cap sink 0.2");
    same("scale punctuation,special 0.3");
    same("dropout 0.1 seed 7 draws 20 in 1.0-3");
    same("patch pattern 1.3 from \"B\"");
    same("patch output 1.3 from \"B\"");
    same("patch output 1.3 at last from \"B\"");
    same("patch stream 3 at \"Tom\",\"the#2\",5-7 from \"B\"");
    same("ablate mlp 0-2,4 mean of file \"texts.txt\"");
    same("ablate k 1.0 at 3 resample of \"C\" seed 7");
    same("scale stream * at first by -0.5");
    same("ablate attention encoder 1,vision 0-2");
    same("steer \"formal.safetensors\" -4 at last");
    same("mask key \"cat\" in 1.*");
    QTest::newRow("output of all tokens") << "ablate output 1.3 zero"
                                          << "ablate 1.3";
    QTest::newRow("a head's tokens") << "ablate L1H3 at 2 mean"
                                     << "ablate output 1.3 at 2 mean";
    QTest::newRow("layers") << "scale  mlp layer 2 by 2"
                            << "scale mlp 2 by 2";
    QTest::newRow("every head") << "temperature 2 in *.*"
                                << "temperature 2";
    QTest::newRow("spaces") << "  cap  sink   .2 ;ablate 1.3 , 1.4"
                            << "cap sink 0.2; ablate 1.3,1.4";
  }
  void readsWhatAPersonWrites() {
    QFETCH(QString, text);
    QFETCH(QString, again);
    QCOMPARE(QString::fromStdString(textOf(parseInterventions(text.toStdString()))), again);
  }

  /// What may come next is what the grammar itself tries there.
  void offersWhatMayComeNext() {
    using Words = std::vector<std::string>;
    QCOMPARE(offersAfter("").words, (Words{"ablate", "mask", "patch", "scale", "steer", "temperature", "uniform", "cap",
                                           "dropout", "expert", "cover"}));
    QCOMPARE(offersAfter("ablate 1.3; ").words, offersAfter("").words);
    QCOMPARE(offersAfter("patch ").words, (Words{"pattern", "stream", "attention", "mlp", "q", "k", "v", "output"}));
    QCOMPARE(offersAfter("ablate mlp 3 ").words, (Words{"at", "mean", "resample", "zero"}));
    QCOMPARE(offersAfter("ablate mlp 3 mean of ").words, Words{"file"});
    QVERIFY(offersAfter("ablate mlp 3 mean of ").text && !offersAfter("ablate mlp 3 mean of ").token);
    QVERIFY(offersAfter("steer ").file && offersAfter("ablate mlp 3 mean of file ").file);
    const GrammarOffer tokens = offersAfter("patch stream 2 at ");
    QVERIFY(tokens.token && !tokens.text);
    QCOMPARE(tokens.words, (Words{"first", "last", "special", "punctuation", "sink"}));
    QVERIFY(offersAfter("mask key ").token && offersAfter("scale ").token);
    for (const char* wrong : {"burn ", "ablate x ", "patch stream 2 at 1 from "})
      QVERIFY2(offersAfter(wrong).words.empty(), wrong);
  }

  void errorsNamePlaceExpectedAndFound_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("message");
    QTest::newRow("empty")
        << ""
        << "character 1: expected ablate, mask, patch, scale, steer, temperature, uniform, cap, dropout, "
           "expert or cover, found the end";
    QTest::newRow("verb") << "ablat 1.3"
                          << "character 1: expected ablate";
    QTest::newRow("verb nearly") << "ablat 1.3"
                                 << "found 'ablat'; did you mean ablate?";
    QTest::newRow("letters of several bytes") << "ablate 1.3 mean of \"Üñí\"; ablate x"
                                              << "character 34: expected a layer";
    QTest::newRow("site") << "patch 1.3 from \"B\""
                          << "character 7: expected pattern, output, stream, attention, mlp, q, k or v, found '1.3'";
    QTest::newRow("layers have no heads") << "ablate mlp 1.3"
                                          << "character 13: expected ';' or the end, found '.3'";
    QTest::newRow("factor") << "scale mlp 1 2"
                            << "character 13: expected 'by', found '2'";
    QTest::newRow("word") << "mask key \"\""
                          << "character 10: expected a word in quotation marks";
    QTest::newRow("source") << "ablate mlp 1 mean of texts"
                            << "character 22: expected a text in quotation marks, found 'texts'";
    QTest::newRow("file") << "steer direction 2"
                          << "character 7: expected a file in quotation marks, found 'direction'";
    QTest::newRow("second") << "ablate 1.3; burn 2.1"
                            << "character 13: expected ablate";
    QTest::newRow("head") << "ablate 1"
                          << "character 9: expected '.' between layer and head, found the end";
    QTest::newRow("layer") << "ablate x.1"
                           << "character 8: expected a layer, found 'x.1'";
    QTest::newRow("backwards") << "ablate 3-1.0"
                               << "character 8: expected a range that does not run backwards";
    QTest::newRow("part") << "cap sink"
                          << "character 9: expected a part from 0 to 1, found the end";
    QTest::newRow("token") << "mask key middle"
                           << "character 10: expected a token number";
    QTest::newRow("rest") << "uniform 0.1 mean"
                          << "character 13: expected ';' or the end, found 'mean'";
    QTest::newRow("quote") << "patch output 0.1 from \"B"
                           << "expected a closing quotation mark";
    QTest::newRow("not finite") << "temperature inf"
                                << "character 13: expected a temperature";
    QTest::newRow("huge") << "ablate 99999999999.1"
                          << "character 8: expected a layer";
  }
  void errorsNamePlaceExpectedAndFound() {
    QFETCH(QString, text);
    QFETCH(QString, message);
    try {
      parseInterventions(text.toStdString());
      QFAIL("no error");
    } catch (const Error& error) {
      QVERIFY2(QString(error.what()).contains(message), error.what());
    }
  }
};

HEADLIGHT_TEST(TestGrammar)
#include "test_grammar.moc"
