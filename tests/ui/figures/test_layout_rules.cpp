#include <QtTest>
#include <cmath>

#include "tests/support/fixed_metrics.h"
#include "tests/support/suite.h"
#include "ui/figures/axis_levels.h"
#include "ui/figures/coloured_text/coloured_text_layout.h"
#include "ui/figures/heatmap/heatmap_layout.h"
#include "ui/figures/line_axis.h"
#include "ui/figures/links/links_layout.h"
#include "ui/figures/token_label.h"

using namespace headlight;
using namespace headlight::test;

/// What a picture does with its room, as numbers: texts of 1 to 400 tokens in many scripts, in panels and figures of
/// many sizes. Geometry alone: no window, no fonts.
class TestLayoutRules : public QObject {
  Q_OBJECT
 private slots:
  void heatmap_data();
  void heatmap();
  void links_data();
  void links();
  void colouredText_data();
  void colouredText();
  void linesOfText_data();
  void linesOfText();
  void longNamesAreShortened();
};

namespace {

constexpr double kLeastLabel = 10, kLeastMapPart = 0.6;

/// A picture in a panel: where, how large, and whether the legend is in another panel, which shares it.
struct RulePanel {
  const char* where;
  QSize size;
  bool legendElsewhere = false;
};

/// The panels of windows of 900 × 600, 1280 × 800, 1600 × 1000 and of a whole screen of 3840 × 2160 at ratio 2, which
/// is 1920 × 1080 in the units of figures. Measured in the window.
const std::vector<RulePanel> kRulePanels = {
    {"one of two in 900x600", {222, 412}},
    {"one of three in 900x600", {222, 190}, true},
    {"one of two in 1280x800", {376, 612}},
    {"one of three in 1280x800", {376, 286}, true},
    {"maximised in 1280x800", {776, 612}},
    {"one of two in 1600x1000", {482, 812}},
    {"one of two in 3840x2160 at 2", {596, 892}},
    {"maximised in 3840x2160 at 2", {1216, 892}},
};

/// The places of two, three, four and six heatmaps on a slide (FigureGrid), which says what their axes are.
const std::vector<QSize> kSlideParts = {{640, 388}, {426, 388}, {320, 388}, {383, 218}};
constexpr double kSlideText = 24, kLeastOnSlide = 18.5;  // 18 and 14 points

/// Figures in files.
const std::vector<QSize> kRuleSizes = {{640, 400}, {900, 600}, {1280, 800}, {480, 700}, {1920, 1080}};

/// `count` tokens that repeat `words`; those that begin with a space begin a word, and a special one comes first.
std::vector<Token> ruleTokens(const char* special, const std::vector<std::string>& words, std::size_t count) {
  std::vector<Token> tokens;
  std::int64_t at = 0;
  while (tokens.size() < count) {
    Token token;
    token.special = tokens.empty() && *special;
    token.text = token.display =
        token.special ? special : words[static_cast<std::size_t>(tokens.size()) % words.size()];
    const auto length = static_cast<std::int64_t>(QString::fromStdString(token.display).size());
    if (!token.special) token.range = {at, at + length};
    if (!token.special) token.sequence = 0;
    at = token.range.end;
    tokens.push_back(token);
  }
  return tokens;
}

struct RuleText {
  QByteArray name;
  std::vector<Token> tokens;
};

/// Thirty texts.
std::vector<RuleText> ruleTexts() {
  const std::vector<std::string> english = {" The",  " cat", " that", " ch", "ased", " the",
                                            " mice", " was", " hung", "ry",  "."};
  const std::vector<std::string> arabic = {" القط", " الذي", " طارد", " ال", "فئران", " كان", " جائع", "ا", "."};
  const std::vector<std::string> chinese = {"追", "老", "鼠", "的", "猫", "饿", "了", "。"};
  const std::vector<std::string> emoji = {" 😀", " 👩‍👩‍👧", "🏳️‍🌈", " 🐈", "🧀", "!"};
  const std::vector<std::string> longWords = {" Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamten",
                                              " is", " pneumonoultramicroscopicsilicovolcanoconiosis", " a", "."};
  std::vector<RuleText> texts;
  const auto add = [&](const char* name, const char* special, const std::vector<std::string>& words,
                       std::initializer_list<std::size_t> counts) {
    for (const std::size_t count : counts)
      texts.push_back(
          {QByteArray(name) + ' ' + QByteArray::number(static_cast<int>(count)), ruleTokens(special, words, count)});
  };
  add("english", "", english, {1, 2, 4, 9, 14, 20, 28, 48, 77, 130, 400});
  add("gpt", "<|endoftext|>", english, {2, 10, 24, 60, 200});
  add("llama", "<|begin_of_text|>", english, {12});
  add("bert", "[CLS]", english, {11});
  add("arabic", "", arabic, {5, 18, 90});
  add("chinese", "", chinese, {8, 40, 300});
  add("emoji", "", emoji, {3, 24, 120});
  add("long words", "", longWords, {1, 5, 60});
  return texts;
}

void textsAndSizes() {
  QTest::addColumn<int>("text");
  QTest::addColumn<QSize>("size");
  QTest::addColumn<bool>("bare");  // As in a panel, whose header has the title.
  QTest::addColumn<bool>("legendElsewhere");
  QTest::addColumn<bool>("onSlide");
  const std::vector<RuleText> texts = ruleTexts();
  QCOMPARE(texts.size(), std::size_t(30));
  for (std::size_t i = 0; i < texts.size(); ++i) {
    for (const RulePanel& panel : kRulePanels)
      QTest::addRow("%s, %s", texts[i].name.constData(), panel.where)
          << static_cast<int>(i) << panel.size << true << panel.legendElsewhere << false;
    for (const QSize size : kRuleSizes)
      for (const bool bare : {true, false})
        QTest::addRow("%s in %dx%d%s", texts[i].name.constData(), size.width(), size.height(),
                      bare ? "" : ", with texts")
            << static_cast<int>(i) << size << bare << false << false;
  }
}

}  // namespace

void TestLayoutRules::heatmap_data() {
  textsAndSizes();
  const std::vector<RuleText> texts = ruleTexts();
  for (std::size_t i = 0; i < texts.size(); ++i)
    for (const QSize size : kSlideParts)
      QTest::addRow("%s, %dx%d of a slide", texts[i].name.constData(), size.width(), size.height())
          << static_cast<int>(i) << size << true << true << true;
}

void TestLayoutRules::heatmap() {
  QFETCH(int, text);
  QFETCH(QSize, size);
  QFETCH(bool, bare);
  QFETCH(bool, legendElsewhere);
  QFETCH(bool, onSlide);
  const std::vector<Token> tokens = ruleTexts()[static_cast<std::size_t>(text)].tokens;
  const auto count = static_cast<double>(tokens.size());
  const double least = onSlide ? kLeastOnSlide : kLeastLabel;
  HeatmapSpec spec;
  spec.size = size;
  spec.queryLabels = spec.keyLabels = axisLabels(tokens);
  spec.queryLevels = spec.keyLevels = axisLevels(tokens);
  spec.visible = QRectF(0, 0, count, count);
  spec.sinkBars = true;
  spec.title = QStringLiteral("Layer 1, head 2");
  spec.subtitle = QStringLiteral("gpt · “The cat that chased the mice was hungry.”");
  spec.queryTitle = QStringLiteral("query ↓");
  spec.keyTitle = QStringLiteral("attends to →");
  spec.sinkTitle = QStringLiteral("on first token");
  spec.notes = {QStringLiteral("Square-root colour scale, the same for every head."),
                QStringLiteral("Bars and hatching: weight on the first token, not on the colour scale.")};
  spec.style.title = spec.style.caption = !bare;
  if (legendElsewhere) spec.style.legend = LegendPlace::None;
  spec.axesSaid = onSlide;
  if (onSlide) spec.style.textSize = kSlideText;
  const HeatmapLayout layout = layoutHeatmap(spec, FixedMetrics());
  const QRectF whole(QPointF(0, 0), spec.size);

  // The map has the room, the bars do not.
  const double shorter = std::min(size.width(), size.height());
  QVERIFY2(std::min(layout.map.width(), layout.map.height()) >= kLeastMapPart * shorter,
           qPrintable(QStringLiteral("%1 × %2").arg(layout.map.width()).arg(layout.map.height())));
  QVERIFY(layout.sinkBars.width() <= 32);
  if (size.height() > size.width() && !legendElsewhere) {
    QVERIFY(layout.legend.lying);
    // Down to the foot, unless cells would be far from squares.
    QVERIFY(layout.legend.bottom() >= 0.8 * size.height() || layout.cell.height() >= 1.6 * layout.cell.width());
  }

  // Labels are read without a glass.
  QVERIFY(layout.queryLabelSize >= least);
  QVERIFY(layout.keyLabelSize >= least);
  if (layout.queryStride > 1) QVERIFY(layout.cell.height() < kLabelPitch * spec.style.smallestLabel());
  if (layout.queryStride > 2 && spec.queryLevels.size() > 1) QVERIFY(layout.queryLevel);
  // Where they have room they are flat; they are turned before they shrink, and stand upright as a last resort.
  const auto needs = [](double labelSize, double angle) {
    return kLabelPitch * labelSize / std::sin(angle * M_PI / 180);
  };
  for (const PlacedLabel& label : layout.keyLabels) {
    QVERIFY(whole.contains(label.outline.boundingRect()));
    QVERIFY(label.outline.boundingRect().bottom() <= layout.map.top() + 1);
    QVERIFY(label.angle == 0 || label.angle == -45 || label.angle == -60 || label.angle == -90);
    if (label.angle == -90) QVERIFY(layout.cell.width() < needs(spec.style.smallestLabel(), 60) + 1e-6);
    if (label.angle != 0 && layout.keyStride == 1 && layout.keyLabelSize < layout.queryLabelSize - 1)
      QVERIFY(label.angle <= -60);
    if (label.angle == 0 || onSlide) continue;
    for (const auto* heading : {&layout.queryTitle, &layout.keyTitle, &layout.sinkTitle})
      QVERIFY(!label.outline.intersects(QPolygonF((*heading)->box.adjusted(1, 1, -1, -1))));
    for (const PlacedText& tick : layout.sinkTicks) QVERIFY(!label.outline.intersects(QPolygonF(tick.box)));
  }
  for (const PlacedLabel& label : layout.queryLabels)
    QVERIFY(label.outline.boundingRect().left() >= 0 && label.outline.boundingRect().right() < layout.sinkBars.left());
  QVERIFY(!layout.queryLabels.empty() && !layout.keyLabels.empty());
  QCOMPARE(layout.queryTitle.has_value(), !onSlide);
  if (onSlide) return;
  for (const auto* heading : {&layout.queryTitle, &layout.keyTitle, &layout.sinkTitle}) {
    QVERIFY(whole.contains((*heading)->box));
    for (const auto* other : {&layout.queryTitle, &layout.keyTitle, &layout.sinkTitle})
      QVERIFY(heading == other || !(*heading)->box.adjusted(1, 1, -1, -1).intersects((*other)->box));
  }
}

void TestLayoutRules::links_data() {
  textsAndSizes();
  // One of three panels of a small window.
  for (const int text : {0, 5, 10, 12})
    QTest::addRow("text %d in 290x420", text) << text << QSize(290, 420) << true << false << false;
}

void TestLayoutRules::links() {
  QFETCH(int, text);
  QFETCH(QSize, size);
  QFETCH(bool, bare);
  const std::vector<Token> tokens = ruleTexts()[static_cast<std::size_t>(text)].tokens;
  LinksSpec spec;
  spec.size = size;
  spec.queryLabels = spec.keyLabels = axisLabels(tokens);
  const auto count = static_cast<Index>(tokens.size());
  // A jump from the last token to the one in the middle is what matters most.
  spec.wantedQueries = {count - 1};
  spec.wantedKeys = {count / 2};
  spec.sinkBars = true;
  spec.title = QStringLiteral("Layer 1, head 2");
  spec.sinkTitle = QStringLiteral("on first token");
  spec.queryTitle = QStringLiteral("query");
  spec.keyTitle = QStringLiteral("attends to");
  spec.samplesTitle = QStringLiteral("weight");
  spec.samples = {1, 0.5, 0.2, 0.05};
  spec.notes = {QStringLiteral("Links below 5% hidden.")};
  spec.style.title = spec.style.caption = !bare;
  const LinksLayout layout = layoutLinks(spec, FixedMetrics());
  const QRectF whole(QPointF(0, 0), spec.size);
  QVERIFY2(layout.links.width() >= size.width() / 3.0, qPrintable(QString::number(layout.links.width())));
  QVERIFY(layout.sinkBars.width() <= 28);
  QVERIFY(layout.labelSize >= kLeastLabel);
  QCOMPARE(layout.legend.samples.size(), std::size_t(4));
  for (const auto& sample : layout.legend.samples) {
    QVERIFY(whole.contains(sample.text.box));
    QVERIFY(!sample.text.box.intersects(layout.links));
  }
  for (const auto* labels : {&layout.queryLabels, &layout.keyLabels})
    for (std::size_t i = 0; i < labels->size(); ++i) {
      QVERIFY(whole.contains((*labels)[i].outline.boundingRect()));
      if (i > 0)
        QVERIFY((*labels)[i].outline.boundingRect().top() >= (*labels)[i - 1].outline.boundingRect().bottom() - 0.01);
    }
  const auto has = [](const std::vector<PlacedLabel>& labels, Index token) {
    return std::any_of(labels.begin(), labels.end(), [&](const PlacedLabel& label) { return label.token == token; });
  };
  QVERIFY(has(layout.queryLabels, count - 1) && has(layout.keyLabels, count / 2));
  // The headings of the columns are whole, and apart.
  QCOMPARE(layout.keyTitle->text, spec.keyTitle);
  if (size.width() >= 300) QCOMPARE(layout.queryTitle->text, spec.queryTitle);
  QVERIFY(whole.contains(layout.keyTitle->box));
  QVERIFY(!layout.sinkTitle || !layout.sinkTitle->box.intersects(layout.keyTitle->box));
  // From a dozen tokens on the links fill the picture.
  if (count >= 9) {
    QVERIFY(layout.links.height() >= 0.6 * size.height());
    const double right = layout.legend.samples.front().text.box.left() > layout.links.right()
                             ? layout.legend.samples.front().text.box.right()
                             : layout.keyColumn.right();
    QVERIFY2(right >= 0.85 * size.width(), qPrintable(QString::number(right)));
  }
}

void TestLayoutRules::colouredText_data() { textsAndSizes(); }

void TestLayoutRules::colouredText() {
  QFETCH(int, text);
  QFETCH(QSize, size);
  QFETCH(bool, bare);
  ColouredTextSpec spec;
  spec.size = size;
  spec.pieces = runningText(ruleTexts()[static_cast<std::size_t>(text)].tokens);
  spec.sinkText = QStringLiteral("on first token");
  spec.title = QStringLiteral("Layer 1, head 2");
  spec.notes = {QStringLiteral("Tint: how much of the framed token’s attention a token gets.")};
  spec.style.title = spec.style.caption = !bare;
  const ColouredTextLayout layout = layoutColouredText(spec, FixedMetrics());
  QVERIFY(layout.textSize >= kLeastLabel);
  QRectF used;
  std::size_t letters = 0;
  for (const ColouredTextLayout::Piece& piece : layout.pieces) {
    used |= piece.box;
    letters += static_cast<std::size_t>(piece.text.size());
  }
  // A sentence fills its room; what is shorter is set as large as type gets.
  if (letters >= 24)
    QVERIFY2(used.height() >= 0.5 * layout.text.height() || used.width() >= 0.9 * layout.text.width(),
             qPrintable(QStringLiteral("%1 of %2").arg(used.height()).arg(layout.text.height())));
  // Notes beside large type are no small print.
  QVERIFY(layout.noteSize >= std::min(0.24 * layout.textSize, 1.4 * spec.style.textSize));
}

void TestLayoutRules::linesOfText_data() { textsAndSizes(); }

/// Arcs, profiles and flows have the text on one line.
void TestLayoutRules::linesOfText() {
  QFETCH(int, text);
  QFETCH(QSize, size);
  const std::vector<QString> labels = axisLabels(ruleTexts()[static_cast<std::size_t>(text)].tokens);
  const auto count = static_cast<Index>(labels.size());
  const LineAxis line = layoutLineAxis(labels, 20, size.width() - 20, 0, 110, 18, FigureStyle().smallestLabel(),
                                       FixedMetrics(), 2.6, {count - 1, count / 2});
  QVERIFY(line.size >= kLeastLabel);
  for (const Index wanted : {count - 1, count / 2})
    QVERIFY(wanted == count / 2 && count - 1 - count / 2 < line.stride
                ? true
                : std::any_of(line.labels.begin(), line.labels.end(),
                              [&](const PlacedLabel& label) { return label.token == wanted; }));
  for (std::size_t i = 1; i < line.labels.size() && line.upright; ++i)
    QVERIFY(line.labels[i].outline.boundingRect().left() >= line.labels[i - 1].outline.boundingRect().right() - 0.01);
}

void TestLayoutRules::longNamesAreShortened() {
  const auto named = [](std::initializer_list<const char*> names) {
    std::vector<Token> tokens;
    for (const char* name : names) {
      Token token;
      token.text = token.display = name;
      token.special = name[0] == '<' || name[0] == '[';
      tokens.push_back(token);
    }
    return tokens;
  };
  using Labels = std::vector<QString>;
  QCOMPARE(axisLabels(named({"<|endoftext|>", "The", "[CLS]", "</s>"})),
           (Labels{QStringLiteral("⟨eot⟩"), QStringLiteral("The"), QStringLiteral("[CLS]"), QStringLiteral("</s>")}));
  QCOMPARE(
      axisLabels(named({"<|begin_of_text|>", "<|start_header_id|>", "<|reserved_special_token_12|>", "<|im_start|>"})),
      (Labels{QStringLiteral("⟨bot⟩"), QStringLiteral("⟨shi⟩"), QStringLiteral("⟨rst12⟩"),
              QStringLiteral("⟨im_start⟩")}));
  // Two that would be alike keep their names.
  QCOMPARE(axisLabels(named({"<|endoftext|>", "<|end_of_text|>"})),
           (Labels{QStringLiteral("<|endoftext|>"), QStringLiteral("<|end_of_text|>")}));
  QCOMPARE(shortenedNames(named({"<|endoftext|>", "[CLS]", "<|endoftext|>"})), QStringLiteral("⟨eot⟩ = <|endoftext|>"));
  QVERIFY(shortenedNames(named({"[CLS]", "cat"})).isEmpty());
}

HEADLIGHT_TEST(TestLayoutRules)
#include "test_layout_rules.moc"
