#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QWidgetAction>
#include <algorithm>
#include <functional>
#include <set>

#include "tests/support/child.h"
#include "tests/support/suite.h"
#include "ui/dialogs/changes/change_form.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/figure_preview.h"
#include "ui/dialogs/help_dialogs.h"
#include "ui/dialogs/text_file_dialog.h"
#include "ui/help/welcome_tour.h"
#include "ui/panels/panel.h"
#include "ui/panels/panel_area.h"
#include "ui/panes/token_strip.h"
#include "ui/reading/engine.h"
#include "ui/state/panel_kind.h"
#include "ui/state/samples.h"
#include "ui/views/attention_view.h"
#include "ui/views/figure_canvas.h"
#include "ui/views/map_overview.h"
#include "ui/walkthrough/walk_window.h"
#include "ui/widgets/announce.h"
#include "ui/window/main_window.h"
#include "ui/windows/windows.h"

using namespace headlight;
using headlight::test::child;

namespace {

/// Widgets that Qt makes inside of others, which speak for them.
bool isPart(const QWidget* widget) {
  return widget->objectName().startsWith("qt_") || qobject_cast<QAbstractSpinBox*>(widget->parentWidget()) ||
         qobject_cast<QComboBox*>(widget->parentWidget());
}

/// What is wrong in the accessible tree of `root`, and how many controls and pictures it was asked of.
struct Findings {
  QStringList faults;
  int controls = 0, pictures = 0;
};

void walk(QAccessibleInterface* node, Findings& findings) {
  if (!node || !node->isValid() || node->state().invisible) return;
  auto* widget = qobject_cast<QWidget*>(node->object());
  if (widget && !isPart(widget)) {
    const QString name = node->text(QAccessible::Name), description = node->text(QAccessible::Description);
    const QString place = QStringLiteral("%1 “%2” in “%3”")
                              .arg(widget->metaObject()->className(), widget->objectName(),
                                   widget->parentWidget() ? widget->parentWidget()->objectName() : QString());
    if (node->state().focusable && !widget->isWindow()) {
      ++findings.controls;
      if (name.isEmpty()) findings.faults << place + ": a control without a name";
    }
    if (qobject_cast<AttentionView*>(widget) || qobject_cast<FigureCanvas*>(widget) ||
        qobject_cast<FigurePreview*>(widget) || qobject_cast<TokenStrip*>(widget) ||
        qobject_cast<MapOverview*>(widget)) {
      ++findings.pictures;
      if (name.isEmpty()) findings.faults << place + ": a picture without a name";
      if (description.isEmpty()) findings.faults << place + ": a picture without words";
    }
  }
  for (int i = 0; i < node->childCount(); ++i) walk(node->child(i), findings);
}

Findings findingsIn(QWidget& window) {
  Findings findings;
  walk(QAccessible::queryAccessibleInterface(&window), findings);
  return findings;
}

/// The accessible tree as lines: what a screen reader finds.
void dump(QAccessibleInterface* node, int depth, QStringList& lines) {
  if (!node || !node->isValid() || node->state().invisible) return;
  lines << QStringLiteral("%1%2 “%3” %4")
               .arg(QString(2 * depth, u' '))
               .arg(node->role())
               .arg(node->text(QAccessible::Name), node->text(QAccessible::Description));
  for (int i = 0; i < node->childCount(); ++i) dump(node->child(i), depth + 1, lines);
}
QStringList treeOf(QWidget& window) {
  QStringList lines;
  dump(QAccessible::queryAccessibleInterface(&window), 0, lines);
  return lines;
}

/// What is said to a screen reader while this lives.
class Heard final : public QObject {
 public:
  Heard() { qApp->installEventFilter(this); }
  bool has(const QString& text) const {
    return std::any_of(m_said.begin(), m_said.end(), [&](const QString& each) { return each.contains(text); });
  }

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override {
    if (event->type() == Announcement::kind()) m_said << static_cast<Announcement*>(event)->text();
    return QObject::eventFilter(watched, event);
  }

 private:
  QStringList m_said;
};

#define VERIFY_SPOKEN(window, leastControls, leastPictures)                                   \
  do {                                                                                        \
    const Findings found = findingsIn(window);                                                \
    QVERIFY2(found.faults.isEmpty(), qPrintable(found.faults.join('\n')));                    \
    QVERIFY2(found.controls >= (leastControls), qPrintable(QString::number(found.controls))); \
    QVERIFY2(found.pictures >= (leastPictures), qPrintable(QString::number(found.pictures))); \
  } while (false)

/// The window with a built-in model and a panel of every kind, all of it there.
struct OpenedPanels {
  MainWindow window{coreEngine()};

  explicit OpenedPanels(std::vector<PanelState> panels = openingPanels()) {
    WorkspaceState state = openingState();
    state.panels = std::move(panels);
    state.token = 3;
    window.resize(1600, 1000);
    window.show();
    window.openState(state);
    if (!QTest::qWaitFor([this] { return window.workspace().result() && isReady(); }, 60'000)) qFatal("no pictures");
  }

  bool isReady() {
    for (const AttentionView* view : window.findChildren<AttentionView*>())
      if (view->isVisible() && (!view->figure().maps() || !view->isReady())) return false;
    return true;
  }
};

}  // namespace

class TestAccessibility : public QObject {
  Q_OBJECT
 private slots:
  void init() { QSettings().clear(); }

  void theWindow() {
    OpenedPanels opened;
    VERIFY_SPOKEN(opened.window, 20, 4);
    const auto& panels = opened.window.panelArea().panels();
    auto* view = QAccessible::queryAccessibleInterface(panels.at(0)->view());
    QCOMPARE(view->role(), QAccessible::Graphic);
    QCOMPARE(view->text(QAccessible::Description), panels.at(0)->view()->figure().altText());
  }

  void everyKindOfPanel() {
    for (const PanelKindRow& kind : panelKinds()) {
      PanelState state;
      state.kind = kind.kind;
      OpenedPanels opened({state});
      VERIFY_SPOKEN(opened.window, 15, 3);
    }
  }

  void everyTab() {
    OpenedPanels opened;
    auto& tabs = child<QTabWidget>(opened.window, "sideTabs");
    for (int i = 0; i < tabs.count(); ++i) {
      tabs.setCurrentIndex(i);
      VERIFY_SPOKEN(opened.window, 20, 4);
    }
    opened.window.act("compareTextsAction");
    VERIFY_SPOKEN(opened.window, 20, 4);
  }

  void everyMenu() {
    OpenedPanels opened;
    int actions = 0;
    for (QMenu* menu : opened.window.findChildren<QMenu*>()) {
      emit menu->aboutToShow();
      QMap<QChar, QString> keys;  // A key that two commands share needs a second press.
      for (const QAction* action : menu->actions()) {
        if (action->isSeparator() || qobject_cast<const QWidgetAction*>(action)) continue;
        ++actions;
        const QString about = menu->title() + ": " + action->objectName() + ' ' + action->text();
        QVERIFY2(!action->text().isEmpty(), qPrintable(about));
        if (!action->isVisible()) continue;
        const QString key = QKeySequence::mnemonic(action->text()).toString().section('+', -1);
        if (key.isEmpty()) continue;
        QVERIFY2(!keys.contains(key.front()), qPrintable(about + " has the key of " + keys[key.front()]));
        keys[key.front()] = action->text();
      }
    }
    QVERIFY2(actions > 60, qPrintable(QString::number(actions)));
  }

  void windowsAboutTheWorkspace() {
    OpenedPanels opened;
    const auto check = [&](const char* name, int leastControls, int leastPictures) {
      auto& dialog = child<QDialog>(opened.window, name);
      QTRY_VERIFY2(findingsIn(dialog).faults.isEmpty(), qPrintable(findingsIn(dialog).faults.join('\n')));
      VERIFY_SPOKEN(dialog, leastControls, leastPictures);
      dialog.close();
    };
    opened.window.act("addToDeckAction");
    opened.window.windows().open("deck");
    check("deckWindow", 8, 1);
    opened.window.act("exportAction");
    check("exportDialog", 10, 1);
    opened.window.act("modelSheetAction");
    check("modelSheet", 1, 0);
    opened.window.windows().open("walk");
    auto& walk = child<WalkWindow>(opened.window, "walkWindow");
    QTRY_VERIFY2(findingsIn(walk).faults.isEmpty(), qPrintable(findingsIn(walk).faults.join('\n')));
    for (int step = 0; step < kWalkSteps; ++step) {
      walk.setStep(static_cast<WalkStep>(step));
      VERIFY_SPOKEN(walk, 8, 1);
    }
    check("walkWindow", 8, 1);
    opened.window.windows().open("tour");
    check("tourWindow", 2, 0);
    opened.window.windows().open("cost");
    check("costWindow", 2, 1);
    opened.window.windows().open("noise");
    check("noiseWindow", 4, 1);
    opened.window.windows().open("ablation");
    check("ablationWindow", 4, 1);
    opened.window.windows().open("methods");
    check("methodsWindow", 2, 1);
    opened.window.windows().open("experts");
    check("expertsWindow", 4, 1);
    opened.window.windows().open("contacts");
    check("contactsWindow", 1, 1);
    opened.window.windows().open("circuits");
    check("circuitsWindow", 5, 1);
    opened.window.windows().open("score");
    check("scoreWindow", 2, 1);
    opened.window.windows().open("headTable");
    check("headTableWindow", 4, 1);
    opened.window.windows().open("scatter");
    check("scatterWindow", 4, 1);
    opened.window.act("settingsAction");
    check("settingsWindow", 90, 0);
    opened.window.windows().open("guide");
    check("guideWindow", 3, 0);
    opened.window.act("welcomeAction");
    VERIFY_SPOKEN(child<WelcomeTour>(opened.window, "welcomeTour"), 2, 0);
    opened.window.act("keyboardAction");
    check("keyboardSheet", 1, 0);
    showAbout(&opened.window);
    check("about", 1, 0);
  }

  void messagesAreSaidWhereverTheKeyboardIs() {
    OpenedPanels opened;
    const QString message = QStringLiteral("small/config.json: expected an object, found a list");
    const QStringList before = treeOf(opened.window);
    QVERIFY(before.size() > 60);
    const Heard heard;
    opened.window.showMessage(Notice::Level::Error, message);
    QTRY_VERIFY(heard.has(message));
    const QStringList after = treeOf(opened.window);
    QVERIFY(before.filter(message).isEmpty() && !after.filter(message).isEmpty());
  }

  void whatIsChosenIsSaid() {
    OpenedPanels opened;
    auto& atlas = child<AttentionView>(opened.window, "atlas");
    atlas.setFocus();
    const QStringList before = treeOf(opened.window);
    const Heard heard;
    opened.window.workspace().selection()->setHead({1, 1});
    QTRY_VERIFY(heard.has("Layer 1, head 1"));
    const QStringList after = treeOf(opened.window);
    QVERIFY(!after.filter("Layer 1, head 1").isEmpty());
    QVERIFY(before != after);
  }

  void whatIsWrongIsSaid() {
    OpenedPanels opened;
    auto& filter = child<QLineEdit>(opened.window, "headFilter");
    filter.setFocus();
    const Heard heard;
    QTest::keyClicks(&filter, "sink >");
    QTRY_VERIFY(heard.has("expected a number"));
    QVERIFY(!treeOf(opened.window).filter("expected a number").isEmpty());
  }

  void whatThePaletteHasFoundIsSaid() {
    OpenedPanels opened;
    QVERIFY(QTest::qWaitForWindowActive(&opened.window));
    opened.window.act("paletteAction");
    auto& line = child<QLineEdit>(opened.window, "paletteLine");
    QTRY_VERIFY(line.hasFocus());
    const Heard heard;
    QTest::keyClicks(&line, "maximise");
    QTest::keyClick(&line, Qt::Key_Down);
    QTRY_VERIFY(heard.has("aximise"));
  }

  // What is not looked at is not said: only what has the keyboard speaks for itself.
  void whatHasNotTheKeyboardIsQuiet() {
    OpenedPanels opened;
    QVERIFY(QTest::qWaitForWindowActive(&opened.window));
    child<QWidget>(opened.window, "text").setFocus();
    const Heard heard;
    opened.window.workspace().selection()->setHead({1, 1});
    auto& atlas = child<AttentionView>(opened.window, "atlas");
    QTRY_VERIFY(atlas.accessibleDescription().contains("Layer 1, head 1"));
    QVERIFY(!heard.has("Layer 1, head 1"));
  }

  // Tab goes through all that takes it, and comes back.
  void tabReachesEverything() {
    OpenedPanels opened;
    QVERIFY(QTest::qWaitForWindowActive(&opened.window));
    auto* first = &child<QWidget>(opened.window, "text");
    first->setFocus();
    QSet<const QWidget*> reached;
    for (int i = 0; i < 500; ++i) {
      QWidget* here = QApplication::focusWidget();
      QVERIFY2(here, "the keyboard is nowhere");
      if (here == first && i > 0) break;
      QVERIFY2(!reached.contains(here), qPrintable("goes round without the text: " + here->objectName()));
      reached << here;
      QTest::keyClick(here, Qt::Key_Tab);
    }
    QCOMPARE(QApplication::focusWidget(), first);
    QStringList missed;
    for (const QWidget* widget : opened.window.findChildren<QWidget*>()) {
      const bool takes =
          widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
      if (takes && !widget->focusProxy() && !reached.contains(widget))
        missed << QStringLiteral("%1 “%2”").arg(widget->metaObject()->className(), widget->objectName());
    }
    QVERIFY2(missed.isEmpty(), qPrintable("Tab does not reach " + missed.join(", ")));
    // And each part has something that it reaches.
    for (const char* part : {"text", "atlas", "headFilter"})
      QVERIFY2(reached.contains(&child<QWidget>(opened.window, part)), part);
    for (const auto* panel : opened.window.panelArea().panels()) QVERIFY(reached.contains(panel->view()));
    const auto within = [&](const QWidget& part) {
      return std::any_of(reached.begin(), reached.end(),
                         [&](const QWidget* each) { return each == &part || part.isAncestorOf(each); });
    };
    QVERIFY(within(*opened.window.findChild<TokenStrip*>()));
    QVERIFY(within(child<QWidget>(opened.window, "sideTabs")));
  }

  // Alt and a letter opens a menu, arrows go to every command that can be used.
  void everyCommandIsReachedByKeyboard() {
    OpenedPanels opened;
    QVERIFY(QTest::qWaitForWindowActive(&opened.window));
    QSet<QString> inMenus;
    for (const QAction* top : opened.window.menuBar()->actions()) {
      QMenu* menu = top->menu();
      const QKeySequence key = QKeySequence::mnemonic(top->text());
      QVERIFY2(!key.isEmpty(), qPrintable(top->text()));
      QTest::keyClick(&opened.window, key[0].key(), Qt::AltModifier);
      QTRY_VERIFY2(menu->isVisible(), qPrintable(top->text()));
      QSet<const QAction*> walked;
      for (int i = 0; i < 200; ++i) {
        QTest::keyClick(menu, Qt::Key_Down);
        if (!menu->activeAction() || walked.contains(menu->activeAction())) break;
        walked << menu->activeAction();
      }
      for (const QAction* action : menu->actions())
        if (!action->isSeparator() && action->isVisible() && action->isEnabled())
          QVERIFY2(walked.contains(action), qPrintable(top->text() + ": " + action->text()));
      QTest::keyClick(menu, Qt::Key_Escape);
      QTRY_VERIFY(!menu->isVisible());
      const std::function<void(const QMenu&)> collect = [&](const QMenu& each) {
        for (const QAction* action : each.actions()) {
          inMenus << action->objectName();
          if (action->menu()) collect(*action->menu());
        }
      };
      collect(*menu);
    }
    // A button that Tab reaches opens its own.
    for (const QToolButton* button : opened.window.findChildren<QToolButton*>())
      if (button->menu() && (button->focusPolicy() & Qt::TabFocus) == Qt::TabFocus)
        for (const QAction* action : button->menu()->actions()) inMenus << action->objectName();
    for (const QAction* action : opened.window.findChildren<QAction*>())
      if (action->objectName().endsWith("Action") && !inMenus.contains(action->objectName()))
        QVERIFY2(!action->shortcut().isEmpty(), qPrintable(action->objectName() + " is in no menu and has no key"));
  }

  void formsOfChanges() {
    ChangeFormFacts facts;
    facts.layers = 2;
    facts.heads = 4;
    facts.tokens = {"the", "cat"};
    facts.otherText = "the dog";
    for (const ChangeFormRow& row : changeForms()) {
      ChangeForm form(row.kind, facts);
      form.show();
      VERIFY_SPOKEN(form, 2, 0);
    }
  }

  void thePartOfATextFile() {
    const QTemporaryDir folder;
    const QString path = folder.filePath("text.txt");
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("A sentence. ").repeated(5000));
    file.close();
    TextFileDialog dialog(path.toStdString(),
                          [](const std::string&, std::size_t, const Progress&) { return ReadingCost{}; });
    dialog.show();
    VERIFY_SPOKEN(dialog, 4, 0);
  }
};

HEADLIGHT_TEST(TestAccessibility)
#include "test_accessibility.moc"
