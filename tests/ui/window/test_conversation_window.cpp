#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <filesystem>

#include "core/model/model_locations.h"
#include "tests/support/child.h"
#include "tests/support/suite.h"
#include "ui/panels/panel_area.h"
#include "ui/panes/message_bar.h"
#include "ui/panes/token_strip.h"
#include "ui/reading/history.h"
#include "ui/state/session_file.h"
#include "ui/window/main_window.h"
#include "ui/window/path_opener.h"

using namespace headlight;
using headlight::test::child;
namespace fs = std::filesystem;

namespace {

const fs::path kChat = fs::path(HEADLIGHT_SOURCE_DIR) / "tests/data/chat/chatml";

/// A window in which a model has read a text.
struct OpenedConversation {
  MainWindow window{coreEngine()};

  explicit OpenedConversation(const fs::path& model, const std::string& text = "What is a cat?") {
    WorkspaceState state;
    state.model = model;
    state.text = text;
    state.panels = openingPanels();
    window.resize(1280, 800);
    window.show();
    window.openState(state);
    if (!QTest::qWaitFor([this] { return workspace().result() != nullptr; }, 20'000)) qFatal("no result");
  }
  Workspace& workspace() { return window.workspace(); }
  const Conversation& conversation() { return *workspace().conversation(); }
  /// Waits for the reading of what there is.
  void settle() {
    const auto rests = [this] { return !child<QTimer>(window, "textPause").isActive() && !workspace().isRunning(); };
    if (!QTest::qWaitFor(rests, 20'000)) qFatal("it does not end");
  }
  void press(const char* button) {
    child<QToolButton>(window, button).click();
    settle();
  }
  QString lastStep() { return window.history().undoName(); }
};

}  // namespace

/// Conversations in the window.
class TestConversationWindow : public QObject {
  Q_OBJECT
 private slots:
  void areOfferedWhereThereIsATemplate() {
    OpenedConversation plain(findModel("gpt"));
    QVERIFY(!child<QToolButton>(plain.window, "conversationButton").isVisible());
    plain.window.act("conversationAction");
    QVERIFY(!plain.workspace().conversation());
    QVERIFY(child<MessageBar>(plain.window, "messageBar").text().contains("no chat template"));

    OpenedConversation opened(kChat);
    auto& button = child<QToolButton>(opened.window, "conversationButton");
    QVERIFY(button.isVisible() && !button.isChecked());
    const std::size_t before = opened.workspace().result()->maps->keyTokens().size();
    opened.window.act("conversationAction");
    opened.settle();
    // The text is what the user says, and the answer begins.
    QVERIFY((turnsOf(opened.conversation()) == std::vector<Turn>{{"user", "What is a cat?"}}));
    QVERIFY(opened.conversation().generatePrompt && button.isChecked());
    QCOMPARE(opened.lastStep(), QString("Write a conversation"));
    QVERIFY(!child<QPlainTextEdit>(opened.window, "text").isVisible());
    QTRY_VERIFY(opened.workspace().result()->maps->keyTokens().size() > before);
    QVERIFY(opened.workspace().result()->maps->keyTokens().front().special);
    opened.press("conversationButton");
    QVERIFY(!opened.workspace().conversation() && !button.isChecked());
    QCOMPARE(opened.lastStep(), QString("Write a plain text"));
    QVERIFY(child<QPlainTextEdit>(opened.window, "text").isVisible());
    opened.window.act("undoAction");
    opened.settle();
    QCOMPARE(turnsOf(opened.conversation()).size(), std::size_t(1));
  }

  void turnsComeGoAndMove() {
    OpenedConversation opened(kChat);
    opened.press("conversationButton");
    opened.press("addTurn");
    QCOMPARE(opened.lastStep(), QString("Add turn"));
    auto& added = child<QPlainTextEdit>(opened.window, "turnText1");
    QCOMPARE(opened.window.focusWidget(), &added);
    QTest::keyClicks(&added, "A pet.");
    opened.settle();
    QVERIFY((turnsOf(opened.conversation())[1] == Turn{"assistant", "A pet."}));
    QCOMPARE(opened.lastStep(), QString("Edit turn 2"));
    QCOMPARE(added.toPlainText(), QString("A pet."));
    opened.press("addSystemPrompt");
    QVERIFY(!child<QToolButton>(opened.window, "addSystemPrompt").isVisible());
    QTest::keyClicks(&child<QPlainTextEdit>(opened.window, "turnText0"), "Be kind.");
    opened.settle();
    QVERIFY((turnsOf(opened.conversation()) ==
             std::vector<Turn>{{"system", "Be kind."}, {"user", "What is a cat?"}, {"assistant", "A pet."}}));
    opened.press("turnDown0");
    QCOMPARE(opened.lastStep(), QString("Move turn"));
    QCOMPARE(child<QPlainTextEdit>(opened.window, "turnText0").toPlainText(), QString("What is a cat?"));
    QCOMPARE(opened.window.focusWidget()->objectName(), QString("turnText1"));
    opened.press("turnUp1");
    auto& role = child<QComboBox>(opened.window, "role2");
    role.setCurrentIndex(role.findText("user"));
    emit role.activated(role.currentIndex());
    opened.settle();
    QCOMPARE(opened.lastStep(), QString("Change role of turn 3"));
    opened.press("removeTurn2");
    QCOMPARE(opened.lastStep(), QString("Remove turn"));
    auto& end = child<QComboBox>(opened.window, "conversationEnd");
    QCOMPARE(end.currentIndex(), 1);
    end.setCurrentIndex(0);
    emit end.activated(0);
    opened.settle();
    QVERIFY(!opened.conversation().generatePrompt);
    QCOMPARE(opened.lastStep(), QString("Change end of conversation"));
    for (int steps = 0; steps < 6; ++steps) opened.window.act("undoAction");
    opened.settle();
    QCOMPARE(turnsOf(opened.conversation()).size(), std::size_t(3));
    QVERIFY(readSession(sessionText({"chatml", "", opened.workspace().state()}), "x").state ==
            opened.workspace().state());
  }

  void whatATemplateRefusesIsSaidAndNothingIsLost() {
    QTemporaryDir folder;
    const fs::path model = folder.filePath("strict").toStdString();
    fs::copy(kChat, model);
    QFile file(folder.filePath("strict/chat_template.jinja"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        "{% for m in messages %}{% if (m.role == 'user') != (loop.index0 % 2 == 0) %}"
        "{{ raise_exception('Roles must alternate user/assistant') }}{% endif %}<|im_start|>{{ m.content }}{% endfor "
        "%}");
    file.close();
    OpenedConversation opened(model);
    opened.press("conversationButton");
    QTRY_VERIFY(opened.workspace().result()->maps->keyTokens().front().special);
    const auto before = opened.workspace().result();
    opened.press("addTurn");
    auto& role = child<QComboBox>(opened.window, "role1");
    role.setCurrentIndex(role.findText("user"));
    emit role.activated(role.currentIndex());
    opened.settle();
    auto& notice = child<QLabel>(opened.window, "notice");
    QTRY_VERIFY(notice.isVisible() && notice.text().contains("Roles must alternate user/assistant"));
    QCOMPARE(turnsOf(opened.conversation()).size(), std::size_t(2));
    QTest::keyClicks(&child<QPlainTextEdit>(opened.window, "turnText1"), "more");
    opened.settle();
    QCOMPARE(turnsOf(opened.conversation())[1].text, std::string("more"));
    QVERIFY(opened.workspace().result()->maps);
    QVERIFY(opened.workspace().isStale());
    opened.press("removeTurn1");
    QTRY_VERIFY(!notice.isVisible());
    QVERIFY(!opened.workspace().isStale());
  }

  void theModelGoesOnAsTheAssistant() {
    OpenedConversation opened(kChat);
    opened.press("conversationButton");
    auto& end = child<QComboBox>(opened.window, "conversationEnd");
    end.setCurrentIndex(0);
    emit end.activated(0);
    opened.settle();
    child<QSpinBox>(opened.window, "generateTokens").setValue(4);
    const auto write = [&] {
      opened.window.act("writeOnAction");
      QTRY_COMPARE_WITH_TIMEOUT(child<QToolButton>(opened.window, "generate").text(), QString("Continue text"), 30'000);
      opened.settle();
    };
    write();
    QVERIFY(opened.conversation().generatePrompt);
    QVERIFY(!opened.workspace().continuation().empty());
    const RunResult& result = *opened.workspace().result();
    const auto written = static_cast<std::size_t>(result.written);
    QVERIFY(child<TokenStrip>(opened.window, "tokenStrip").isWritten(result.written));
    QVERIFY((result.trace->encoding.tokens[written].turn == TurnPlace{1, "assistant"}));
    if (!child<QAction>(opened.window, "keepWrittenAction").isEnabled()) QSKIP("it wrote special tokens alone");
    opened.window.act("keepWrittenAction");
    opened.settle();
    const std::vector<Turn> turns = turnsOf(opened.conversation());
    QCOMPARE(turns.size(), std::size_t(2));
    QCOMPARE(turns[1].role, std::string("assistant"));
    QVERIFY(!turns[1].text.empty());
    QVERIFY(opened.workspace().continuation().empty());
    write();
    QCOMPARE(opened.conversation().continued, std::string("content"));
  }

  /// A JSON file of turns is opened as a conversation, what is none of it as a text.
  void aFileOfTurnsIsOpened() {
    QTemporaryDir folder;
    const auto path = [&](const char* name, const QByteArray& content) {
      QFile file(folder.filePath(name));
      if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) qFatal("no file");
      return fs::path(file.fileName().toStdString());
    };
    OpenedConversation opened(kChat);
    opened.window.opener().open(path("turns.json", R"([{"role": "system", "content": "Be kind."},
                                                       {"role": "user", "content": "Hi"}])"));
    opened.settle();
    QVERIFY((turnsOf(opened.conversation()) == std::vector<Turn>{{"system", "Be kind."}, {"user", "Hi"}}));
    QVERIFY(child<QPlainTextEdit>(opened.window, "turnText1").toPlainText() == "Hi");
    QCOMPARE(opened.lastStep(), QString("Write a conversation"));
    opened.window.opener().open(
        path("object.json", R"({"messages": [{"role": "user", "content": "Ho"}], "add_generation_prompt": true})"));
    opened.settle();
    QVERIFY(opened.conversation().generatePrompt && turnsOf(opened.conversation()).size() == 1);
    opened.window.opener().open(path("wrong.json", R"([{"role": "user", "content": "Ho"}, 3])"));
    QVERIFY(child<MessageBar>(opened.window, "messageBar").text().contains("messages[1]: expected an object"));
    QCOMPARE(turnsOf(opened.conversation()).size(), std::size_t(1));
    opened.window.opener().open(path("other.json", R"({"a": [1, 2]})"));
    opened.settle();
    QVERIFY(!opened.workspace().conversation());
    QCOMPARE(opened.workspace().text(), std::string(R"({"a": [1, 2]})"));
  }

  /// A model without a template keeps the conversation, says so, and shows what was there.
  void anotherModelWithoutATemplateSaysSo() {
    OpenedConversation opened(kChat);
    opened.press("conversationButton");
    opened.workspace().openModel(findModel("gpt"));
    QTRY_VERIFY_WITH_TIMEOUT(child<QLabel>(opened.window, "notice").text().contains("expected a chat template"),
                             20'000);
    QVERIFY(opened.workspace().conversation());
    QVERIFY(child<QToolButton>(opened.window, "conversationButton").isVisible());
    opened.press("conversationButton");
    QTRY_VERIFY(!opened.workspace().isStale());
    QCOMPARE(opened.workspace().text(), std::string("What is a cat?"));
  }
};

HEADLIGHT_TEST(TestConversationWindow)
#include "test_conversation_window.moc"
