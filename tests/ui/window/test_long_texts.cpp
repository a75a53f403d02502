#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QCheckBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <fstream>

#include "tests/support/child.h"
#include "tests/support/opened_window.h"
#include "tests/support/made_maps.h"
#include "tests/support/suite.h"
#include "ui/dialogs/text_file_dialog.h"
#include "ui/panels/panel.h"
#include "ui/panels/panel_area.h"
#include "ui/panes/tokens/find_bar.h"
#include "ui/panes/message_bar.h"
#include "ui/views/heatmap_view.h"
#include "ui/views/map_overview.h"
#include "ui/window/path_opener.h"

using namespace headlight;
using namespace headlight::test;

namespace {

/// "one two three …", `count` words, the numbered ones "needle".
std::string words(int count, const std::vector<int>& needles) {
  static const char* const kWords[] = {"one", "two", "three", "seven", "eleven"};
  std::string text;
  for (int i = 0; i < count; ++i) {
    const bool needle = std::find(needles.begin(), needles.end(), i) != needles.end();
    text += (i ? " " : "") + std::string(needle ? "Needle" : kWords[i % 5]);
  }
  return text;
}

WorkspaceState heatmapOf(const std::string& text) {
  WorkspaceState state = smallState(text);
  state.panels = {PanelState()};
  state.panels[0].kind = PanelKind::Heatmap;
  return state;
}

/// A window that shows the fake model's reading of a long text in a heatmap.
struct OpenedText : OpenedWindow {
  explicit OpenedText(const std::string& text) : OpenedWindow(heatmapOf(text), {1280, 900}) {}
  HeatmapView& heatmap() { return child<HeatmapView>(window, "heatmapView"); }
};

}  // namespace

/// Finding one's way in texts of many tokens.
class TestLongTexts : public QObject {
  Q_OBJECT
 private slots:
  void tokensWithWords();
  void findsTokens();
  void goesToFarLinks();
  void overviewMovesThePart();
  void shortTextFilesAreTheText();
  void asksForAPartOfALongFile();
  void saysWhyAPartCannotBeRead();
};

void TestLongTexts::tokensWithWords() {
  const std::vector<Token> tokens = makeTokens({"[CLS]", "Eliz", "abeth", " saw", " Eliz", "a", " and", " elizabeth"});
  QCOMPARE(tokensWith(tokens, QStringLiteral("elizabeth")), (std::vector<Index>{1, 7}));
  QCOMPARE(tokensWith(tokens, QStringLiteral(" eliz")), (std::vector<Index>{4, 7}));
  QCOMPARE(tokensWith(tokens, QStringLiteral("#5")), (std::vector<Index>{5}));
  QVERIFY(tokensWith(tokens, QStringLiteral("#8")).empty());
  QVERIFY(tokensWith(tokens, QString()).empty());
  QVERIFY(tokensWith(tokens, QStringLiteral("nobody")).empty());
}

void TestLongTexts::findsTokens() {
  OpenedText opened(words(300, {40, 150, 290}));
  auto& bar = child<FindBar>(opened.window, "findBar");
  QVERIFY(bar.isHidden());
  opened.window.act("findAction");
  QVERIFY(bar.isVisible());
  auto& field = child<QLineEdit>(bar, "findField");
  QTest::keyClicks(&field, QStringLiteral("needle"));
  const auto& count = child<QLabel>(bar, "findCount");
  QTRY_COMPARE(count.text(), QStringLiteral("1 of 3"));
  const Index first = *opened.window.workspace().selection()->token();
  // The map is zoomed so that the token can be seen, and goes on to the next ones, and around.
  const auto inView = [&] {
    const Index token = *opened.window.workspace().selection()->token();
    return opened.heatmap().figure().visibleCells().contains(
        QPointF(static_cast<double>(token) + 0.5, static_cast<double>(token) + 0.5));
  };
  QTRY_VERIFY(opened.heatmap().figure().visibleCells().width() < 150);
  QVERIFY(inView());
  QTest::keyClick(&field, Qt::Key_Return);
  QCOMPARE(*opened.window.workspace().selection()->token(), first + 110);
  QTRY_VERIFY(inView());
  QTest::keyClick(&field, Qt::Key_Return, Qt::ShiftModifier);
  QTest::keyClick(&field, Qt::Key_Return, Qt::ShiftModifier);
  QCOMPARE(*opened.window.workspace().selection()->token(), first + 250);
  QCOMPARE(count.text(), QStringLiteral("3 of 3"));
  field.setText(QStringLiteral("nothing like it"));
  QCOMPARE(count.text(), QStringLiteral("Not in the text"));
  QTest::keyClick(&field, Qt::Key_Escape);
  QVERIFY(bar.isHidden());
}

void TestLongTexts::goesToFarLinks() {
  OpenedText opened(words(300, {}));
  auto& bar = child<FindBar>(opened.window, "findBar");
  child<QSpinBox>(bar, "farDistance").setValue(100);
  opened.window.act("farLinkAction");
  const auto& text = child<QLabel>(bar, "farLinkText");
  QTRY_VERIFY2(text.text().startsWith(QStringLiteral("1 of ")), qPrintable(text.text()));
  const auto cell = opened.window.workspace().selection()->cell();
  QVERIFY(cell && std::abs(cell->query - cell->key) >= 100);
  // No other cell so far off is stronger.
  const Panel& panel = *opened.window.panelArea().current();
  const Matrix weights = panel.sight().maps->weights(panel.head());
  float strongest = 0;
  for (Index query = 0; query < weights.rows(); ++query)
    for (Index key = 0; key < weights.cols(); ++key)
      if (std::abs(query - key) >= 100 && !panel.sight().context.isSink(key))
        strongest = std::max(strongest, weights(query, key));
  QCOMPARE(weights(cell->query, cell->key), strongest);
  opened.window.act("farLinkAction");
  QVERIFY(text.text().startsWith(QStringLiteral("2 of ")));
  child<QSpinBox>(bar, "farDistance").setValue(100'000);
  opened.window.act("farLinkAction");
  QTRY_COMPARE(text.text(), QStringLiteral("This head has no link between tokens so far apart."));
}

void TestLongTexts::overviewMovesThePart() {
  OpenedText opened(words(300, {}));
  HeatmapView& heatmap = opened.heatmap();
  auto& overview = child<MapOverview>(heatmap, "mapOverview");
  QVERIFY(overview.isHidden());
  heatmap.setVisibleCells({100, 100, 60, 60});
  QTRY_VERIFY(overview.isVisible());
  QVERIFY(heatmap.figureLayout().map.contains(QRectF(overview.geometry())));
  QTest::mouseClick(&overview, Qt::LeftButton, {}, {overview.width() / 4, overview.height() * 3 / 4});
  const QPointF middle = heatmap.figure().visibleCells().center();
  QVERIFY2(std::abs(middle.x() - 75) < 6 && std::abs(middle.y() - 225) < 6,
           qPrintable(QStringLiteral("%1, %2").arg(middle.x()).arg(middle.y())));
  heatmap.resetZoom();
  QTRY_VERIFY(overview.isHidden());
}

void TestLongTexts::shortTextFilesAreTheText() {
  OpenedText opened("the cat");
  const QTemporaryDir folder;
  const auto file = std::filesystem::path(folder.path().toStdString()) / "notes.md";
  std::ofstream(file) << "a few words";
  opened.window.opener().open(file);
  QTRY_COMPARE(opened.window.workspace().text(), std::string("a few words"));
  QCOMPARE(child<QPlainTextEdit>(opened.window, "text").toPlainText(), QStringLiteral("a few words"));
  const auto* messages = opened.window.findChild<MessageBar*>();
  std::ofstream(file, std::ios::binary) << "caf\xe9";
  opened.window.opener().open(file);
  QTRY_VERIFY(messages->text().contains(QStringLiteral("notes.md is not valid UTF-8")));
  QCOMPARE(opened.window.workspace().text(), std::string("caf\xEF\xBF\xBD"));
  std::ofstream(file, std::ios::binary) << std::string("a\0b", 3);
  opened.window.opener().open(file);
  QTRY_VERIFY(messages->isVisible());
  QVERIFY2(messages->text().contains(QStringLiteral("found a zero byte")), qPrintable(messages->text()));
}

void TestLongTexts::asksForAPartOfALongFile() {
  const QTemporaryDir folder;
  const auto file = std::filesystem::path(folder.path().toStdString()) / "book.txt";
  {
    std::ofstream out(file);
    for (int i = 0; i < 20'000; ++i) out << "word" << i << ' ';
  }
  ReadingCost cost;
  cost.bytes = 3e9;
  cost.scratch = true;
  cost.warning = "Longer than usual.";
  // A token ends with its space.
  TextFileDialog dialog(file, [cost](const std::string& text, std::size_t most, const Progress&) {
    ReadingCost counted = cost;
    while (counted.tokens < most && counted.length < text.size()) {
      counted.length = std::min(text.find(' ', counted.length), text.size() - 1) + 1;
      counted.own = ++counted.tokens;
    }
    return counted;
  });
  dialog.setAttribute(Qt::WA_DeleteOnClose, false);
  dialog.show();
  const auto readButton = [&] {
    for (QPushButton* button : dialog.findChildren<QPushButton*>())
      if (button->text() == QStringLiteral("Read")) return button;
    return static_cast<QPushButton*>(nullptr);
  };
  QTRY_VERIFY(dialog.text().rfind("word0 word1 ", 0) == 0);
  child<QSpinBox>(dialog, "partLength").setValue(3);
  QTRY_COMPARE(dialog.text(), std::string("word0 word1 word2 "));
  QTRY_VERIFY(readButton()->isEnabled());
  // More than there is is refused, not cut.
  child<QSpinBox>(dialog, "partLength").setValue(20'001);
  QTRY_VERIFY(child<QLabel>(dialog, "partCost").text().contains(QStringLiteral("has no 20,001 tokens")));
  QVERIFY(!readButton()->isEnabled());
  QCOMPARE(child<QSpinBox>(dialog, "partLength").value(), 20'001);
  child<QSlider>(dialog, "partBegin").setValue(9'999);
  child<QSpinBox>(dialog, "partLength").setValue(1);
  QTRY_VERIFY(readButton()->isEnabled());
  QVERIFY2(dialog.text().size() < 12 && dialog.text().ends_with(' '), dialog.text().c_str());
  child<QCheckBox>(dialog, "partWhole").setChecked(true);
  QTRY_COMPARE(dialog.text().size(), static_cast<std::size_t>(std::filesystem::file_size(file)));
  QVERIFY(!child<QSpinBox>(dialog, "partLength").isEnabled());
  const auto& label = child<QLabel>(dialog, "partCost");
  QTRY_VERIFY2(label.text().contains(QStringLiteral("scratch file")), qPrintable(label.text()));
  QVERIFY(label.text().contains(QStringLiteral("3.0 GB")) &&
          label.text().contains(QStringLiteral("Longer than usual.")));
  std::string chosen;
  connect(&dialog, &TextFileDialog::chosen, this, [&chosen](const std::string& text) { chosen = text; });
  readButton()->click();
  QCOMPARE(chosen, dialog.text());
}

void TestLongTexts::saysWhyAPartCannotBeRead() {
  const QTemporaryDir folder;
  const auto file = std::filesystem::path(folder.path().toStdString()) / "book.txt";
  std::ofstream(file) << std::string(50'000, 'x');
  TextFileDialog dialog(file, [](const std::string& text, std::size_t, const Progress&) {
    ReadingCost cost;
    cost.length = text.size() / 2;
    cost.tokens = 9'000;
    cost.refusal = "Too long for it.";
    return cost;
  });
  dialog.setAttribute(Qt::WA_DeleteOnClose, false);
  dialog.show();
  QTRY_VERIFY(child<QLabel>(dialog, "partCost").text().contains(QStringLiteral("Too long for it.")));
  for (const QPushButton* button : dialog.findChildren<QPushButton*>())
    if (button->text() == QStringLiteral("Read")) QVERIFY(!button->isEnabled());
}

HEADLIGHT_TEST(TestLongTexts)
#include "test_long_texts.moc"
