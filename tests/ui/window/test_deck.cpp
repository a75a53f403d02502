#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <filesystem>
#include <fstream>
#include <set>

#include "core/base/error.h"
#include "tests/support/child.h"
#include "tests/support/fake_engine.h"
#include "tests/support/suite.h"
#include "tests/support/unpacked.h"
#include "ui/export/provenance_reader.h"
#include "ui/reading/history.h"
#include "ui/window/main_window.h"
#include "ui/window/path_opener.h"
#include "ui/window/session_controller.h"
#include "ui/windows/windows.h"

using namespace headlight;
using headlight::test::child;
using headlight::test::FakeEngine;
namespace fs = std::filesystem;

namespace {

QStringList titles(const MainWindow& window) {
  QStringList all;
  for (const DeckSlide& slide : const_cast<MainWindow&>(window).workspace().deck())
    all << QString::fromStdString(slide.title);
  return all;
}

}  // namespace

class TestDeck : public QObject {
  Q_OBJECT
  QTemporaryDir m_folder;
  FakeEngine m_fake;

  /// A window that shows a sentence, with the pictures of two heads in its deck.
  std::unique_ptr<MainWindow> windowWithTwo() {
    auto window = std::make_unique<MainWindow>(m_fake.engine());
    WorkspaceState state;
    state.model = m_folder.filePath("small").toStdString();
    state.text = "one secret sentence";
    state.panels = openingPanels();
    window->show();
    window->openState(state);
    if (!QTest::qWaitFor([&] { return window->workspace().result() != nullptr; })) qFatal("no result");
    window->act("addToDeckAction");
    window->workspace().selection()->setHead({1, 2});
    window->act("addToDeckAction");
    return window;
  }

 private slots:
  void initTestCase() {
    fs::create_directories(m_folder.filePath("small").toStdString());
  }
  void init() {
    QSettings().clear();
    QDir(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)).removeRecursively();
  }

  void pagesAreOrderedWordedAndRemovedAndAllOfItIsUndone() {
    const auto window = windowWithTwo();
    QCOMPARE(titles(*window), (QStringList{"Layer 0, head 0", "Layer 1, head 2"}));
    QDialog* deck = window->windows().open("deck");
    QListWidget& list = child<QListWidget>(deck, "deckList");
    QCOMPARE(list.count(), 2);
    list.setCurrentRow(1);
    child<QLineEdit>(deck, "deckTitle").setText("It looks back");
    child<QPlainTextEdit>(deck, "deckSentence").setPlainText("What was said before\nis found again.");
    child<QPushButton>(deck, "deckUp").click();
    QCOMPARE(titles(*window), (QStringList{"It looks back", "Layer 0, head 0"}));
    QCOMPARE(window->workspace().deck()[0].sentence, std::string("What was said before is found again."));
    QCOMPARE(list.currentRow(), 0);
    child<QPushButton>(deck, "deckRemove").click();
    QCOMPARE(titles(*window), QStringList{"Layer 0, head 0"});
    window->act("undoAction");
    QCOMPARE(titles(*window), (QStringList{"It looks back", "Layer 0, head 0"}));
    window->act("undoAction");
    QCOMPARE(titles(*window).last(), QString("It looks back"));
    window->act("redoAction");
    window->act("redoAction");
    QCOMPARE(titles(*window), QStringList{"Layer 0, head 0"});
    QTRY_COMPARE(list.count(), 1);
  }

  void pagesAreShownSmallAndOpenInTheWindow() {
    const auto window = windowWithTwo();
    window->workspace().setTexts("something else by now", {});
    QDialog* deck = window->windows().open("deck");
    QListWidget& list = child<QListWidget>(deck, "deckList");
    for (int i = 0; i < list.count(); ++i) {
      const QImage picture = list.item(i)->icon().pixmap(list.iconSize()).toImage();
      QVERIFY(!picture.isNull());
      std::set<QRgb> colours;
      for (int x = 0; x < picture.width(); ++x) colours.insert(picture.pixel(x, picture.height() / 2));
      QVERIFY(colours.size() > 3);
    }
    list.setCurrentRow(1);
    child<QPushButton>(deck, "deckOpen").click();
    QTRY_COMPARE(window->workspace().text(), std::string("one secret sentence"));
    QCOMPARE(window->workspace().panels().size(), std::size_t(1));
    QVERIFY(window->workspace().panels()[0].pinned == std::optional(HeadId{1, 2}));
    QCOMPARE(titles(*window).size(), 2);
    window->act("undoAction");
    QTRY_COMPARE(window->workspace().text(), std::string("something else by now"));
  }

  void everyFormatHoldsEveryPageAndOpensTheSession_data() {
    QTest::addColumn<int>("format");
    QTest::addColumn<QString>("suffix");
    QTest::newRow("slides") << 0 << "pptx";
    QTest::newRow("pdf") << 1 << "pdf";
    QTest::newRow("page") << 2 << "html";
  }
  void everyFormatHoldsEveryPageAndOpensTheSession() {
    QFETCH(int, format);
    QFETCH(QString, suffix);
    const auto window = windowWithTwo();
    QDialog* deck = window->windows().open("deck");
    child<QLineEdit>(deck, "deckTitle").setText("First of two");
    window->workspace().setTexts("not on a page", {});
    child<QComboBox>(deck, "deckFormat").setCurrentIndex(format);
    QVERIFY(child<QLineEdit>(deck, "deckPath").text().endsWith("." + suffix));
    const QString path = m_folder.filePath("deck." + suffix);
    child<QLineEdit>(deck, "deckPath").setText(path);
    child<QPushButton>(deck, "deckExport").click();
    QVERIFY2(child<QLabel>(deck, "deckSays").text().contains(path), qPrintable(child<QLabel>(deck, "deckSays").text()));
    const QByteArray all = test::unpacked(path);
    if (format == 0) {
      const auto parts = test::unzipped(path);
      QVERIFY(parts["ppt/slides/slide1.xml"].contains("First of two"));
      QVERIFY(parts["ppt/slides/slide2.xml"].contains("Layer 1, head 2"));
      QVERIFY(parts["ppt/notesSlides/notesSlide2.xml"].contains("layer 1, head 2"));
    } else if (format == 1) {
      QCOMPARE(all.count("/Type /Page\n"), 2);
    } else {
      QVERIFY(all.contains("First of two") && all.count("<figure>") == 2);
    }
    const Session session = readSessionFile(path.toStdString());
    QVERIFY(readSession(*session.state.deck->front().session, "page").state.panels == session.state.panels);
    QCOMPARE(session.state.deck->size(), 2U);
    QCOMPARE(session.state.deck->front().title, std::string("First of two"));
    // Of what the workspace shows now, and of where things lie, nothing.
    const std::string kept = sessionText(session);
    QVERIFY(kept.find("one secret sentence") != std::string::npos);
    QVERIFY2(kept.find("not on a page") == std::string::npos, kept.c_str());
    QVERIFY(kept.find(m_folder.path().toStdString()) == std::string::npos);
    child<QCheckBox>(deck, "deckText").setChecked(false);
    child<QPushButton>(deck, "deckExport").click();
    child<QPushButton>(deck, "replaceFile").click();
    QVERIFY(!test::unpacked(path).contains("secret"));
    QVERIFY(!readProvenance(path.toStdString()).text);
  }

  void notesHaveAKindAndBecomeMarkdown() {
    const auto window = windowWithTwo();
    QDialog* deck = window->windows().open("deck");
    auto& kind = child<QComboBox>(deck, "deckNote");
    auto& sentence = child<QPlainTextEdit>(deck, "deckSentence");
    child<QListWidget>(deck, "deckList").setCurrentRow(1);
    sentence.setPlainText(QStringLiteral("it copies *names*"));
    QCOMPARE(kind.currentIndex(), 0);
    kind.setCurrentIndex(1);
    emit kind.activated(1);
    QCOMPARE(sentence.toPlainText(), QStringLiteral("Hypothesis: it copies *names*"));
    kind.setCurrentIndex(3);
    emit kind.activated(3);
    QCOMPARE(sentence.toPlainText(), QStringLiteral("Result: it copies *names*"));
    sentence.setPlainText(QStringLiteral("Doubt: only here"));
    QCOMPARE(kind.currentIndex(), 2);

    child<QComboBox>(deck, "deckFormat").setCurrentIndex(3);
    QVERIFY(child<QLineEdit>(deck, "deckPath").text().endsWith(QStringLiteral(".md")));
    const QString path = m_folder.filePath("my notes.md");
    child<QLineEdit>(deck, "deckPath").setText(path);
    child<QPushButton>(deck, "deckExport").click();
    QVERIFY2(child<QLabel>(deck, "deckSays").text().contains(path), qPrintable(child<QLabel>(deck, "deckSays").text()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    QVERIFY2(text.contains(QStringLiteral("## Layer 0, head 0\n")) &&
                 text.contains(QStringLiteral("\n\nDoubt: only here\n")),
             qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("(<my notes_figures/2.png>)")));
    // Each picture leads back to what it shows.
    const Session session = readSessionFile(m_folder.filePath("my notes_figures/2.png").toStdString());
    QCOMPARE(session.state.text, std::string("one secret sentence"));
    QVERIFY(session.state.panels.front().pinned == std::optional(HeadId{1, 2}));
  }

  void aDeckFromAFileIsComputedAgain() {
    const fs::path file = m_folder.filePath("a.headlight").toStdString();
    const QString before = m_folder.filePath("before.html"), after = m_folder.filePath("after.html");
    const auto exportTo = [](MainWindow& window, const QString& path) {
      QDialog* deck = window.windows().open("deck");
      child<QComboBox>(deck, "deckFormat").setCurrentIndex(2);
      child<QLineEdit>(deck, "deckPath").setText(path);
      QTRY_VERIFY(child<QPushButton>(deck, "deckExport").isEnabled());
      child<QPushButton>(deck, "deckExport").click();
    };
    {
      const auto window = windowWithTwo();
      QVERIFY(window->sessions().save(file));
      exportTo(*window, before);
    }
    MainWindow window(m_fake.engine());
    window.show();
    window.opener().open(file);
    QTRY_VERIFY(window.workspace().result());
    QCOMPARE(window.workspace().deck().size(), 2U);
    exportTo(window, after);
    QVERIFY(!test::contentOf(after).isEmpty());
    QVERIFY(test::contentOf(after) == test::contentOf(before));
  }

  void whatCannotBeWrittenIsSaidAndNothingIsLost() {
    const auto window = windowWithTwo();
    QDialog* deck = window->windows().open("deck");
    const WorkspaceState state = window->workspace().state();
    child<QLineEdit>(deck, "deckPath").setText("/nowhere/at/all/deck.pptx");
    child<QPushButton>(deck, "deckExport").click();
    QVERIFY(child<QLabel>(deck, "deckSays").text().contains("/nowhere/at/all/deck.pptx"));
    QVERIFY(window->workspace().state() == state);
  }

  void brokenDecksAreRefused() {
    const auto window = windowWithTwo();
    const std::string good = sessionText(window->sessions().session());
    QVERIFY(readSession(good, "a").state.deck == window->workspace().deck());
    const auto says = [](const std::string& text) -> QString {
      try {
        readSession(text, "a");
      } catch (const Error& error) {
        return QString::fromUtf8(error.what());
      }
      return {};
    };
    const auto replaced = [&good](const std::string& what, const std::string& by) {
      std::string text = good;
      return text.replace(text.rfind(what), what.size(), by);
    };
    QVERIFY(says(replaced("\"sentence\"", "\"x\"")).contains("'deck'[1]: 'sentence' is missing"));
    QVERIFY(says(replaced("\"text\": \"one", "\"txt\": \"one")).contains("'deck'[1]: 'session': 'text' is missing"));
    QVERIFY(says(replaced("\"panels\": [", "\"deck\": [], \"panels\": [")).contains("a session without a deck"));
  }
};

HEADLIGHT_TEST(TestDeck)
#include "test_deck.moc"
