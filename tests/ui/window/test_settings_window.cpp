#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPointer>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSpinBox>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>
#include <cmath>

#include "core/base/parallel.h"
#include "tests/support/child.h"
#include "tests/support/opened_window.h"
#include "tests/support/suite.h"
#include "ui/dialogs/settings_window.h"
#include "ui/dialogs/shortcut_field.h"
#include "ui/state/recent_files.h"
#include "ui/state/settings.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/theme.h"

using namespace headlight;
using headlight::test::child;
using headlight::test::OpenedWindow;

namespace {

/// The window with a reading, and its settings.
struct OpenedSettings : OpenedWindow {
  SettingsWindow& settings() {
    window.act("settingsAction");
    return child<SettingsWindow>(window, "settingsWindow");
  }
  QAction& action(const char* name) { return actionOf(window, name); }
};

/// Presses keys in the field of a command.
void press(ShortcutField& field, Qt::Key key, Qt::KeyboardModifiers modifiers) {
  auto& keys = child<QKeySequenceEdit>(field, "shortcutKeys");
  QTest::keyClick(&keys, key, modifiers);
}

/// Chooses an entry as a person does.
void choose(QComboBox& box, int index) {
  box.setCurrentIndex(index);
  emit box.activated(index);
}

}  // namespace

class TestSettingsWindow : public QObject {
  Q_OBJECT
 private slots:
  void init() { QSettings().clear(); }
  void cleanup() {
    applyTheme(*qApp, ThemeChoice::Light);
    setTextStep(*qApp, 0);
    setThreadCount(0);
  }
  void cleanupTestCase() { QSettings().clear(); }

  void itsKeyOpensIt() {
    OpenedSettings opened;
    QVERIFY(opened.action("settingsAction").shortcuts().contains(QKeySequence("Ctrl+,")));
    for (const QKeySequence& keys : QKeySequence::keyBindings(QKeySequence::Preferences))
      QVERIFY(opened.action("settingsAction").shortcuts().contains(keys));
    QTest::keyClick(&opened.window, Qt::Key_Comma, Qt::ControlModifier);
    QTRY_VERIFY(opened.window.findChild<SettingsWindow*>());
    // Once is enough.
    opened.window.act("settingsAction");
    QCOMPARE(opened.window.findChildren<SettingsWindow*>().size(), 1);
  }

  void typingFindsRows() {
    OpenedSettings opened;
    SettingsWindow& settings = opened.settings();
    auto& search = child<QLineEdit>(settings, "settingsSearch");
    QTRY_VERIFY(search.hasFocus());
    const auto visible = [&](const char* name) { return child<QWidget>(settings, name).isVisible(); };
    QTRY_VERIFY(visible("themeSetting") && visible("threadsSetting") && visible("keys_undoAction"));
    QTest::keyClicks(&search, "high contrast");
    QVERIFY(visible("themeSetting"));
    QVERIFY(!visible("threadsSetting") && !visible("keys_undoAction"));
    search.setText("undo");
    QVERIFY(visible("keys_undoAction") && !visible("themeSetting") && !visible("keys_redoAction"));
    // By what is pressed, too.
    search.setText("ctrl+shift+p");
    QVERIFY(visible("keys_paletteAction") && !visible("keys_undoAction"));
    search.setText("privacy");
    QVERIFY(visible("recentSetting") && visible("forgetSetting") && !visible("keys_undoAction"));
    int sections = 0;
    for (const QLabel* label : settings.findChildren<QLabel*>("sectionTitle")) sections += label->isVisible() ? 1 : 0;
    QCOMPARE(sections, 1);
    search.setText("nothing of the kind");
    QVERIFY(!visible("themeSetting") && !visible("recentSetting"));
    search.clear();
    QVERIFY(visible("themeSetting") && visible("keys_undoAction"));
  }

  void themeAndLanguageAreChosen() {
    OpenedSettings opened;
    SettingsWindow& settings = opened.settings();
    auto& theme = child<QComboBox>(settings, "themeSetting");
    QCOMPARE(theme.count(), 4);
    for (const ThemeChoice choice : {ThemeChoice::Contrast, ThemeChoice::Dark}) {
      choose(theme, static_cast<int>(choice));
      QCOMPARE(loadSettings().theme, choice);
      QCOMPARE(currentTheme(), choice == ThemeChoice::Dark ? Theme::Dark : Theme::Contrast);
    }
    // The menu and the box are one choice.
    opened.action("theme1").trigger();
    QCOMPARE(theme.currentIndex(), 1);
    auto& language = child<QComboBox>(settings, "languageSetting");
    choose(language, language.findText("Deutsch"));
    QCOMPARE(loadSettings().language, QString("de"));
    auto& motion = child<QCheckBox>(settings, "motionSetting");
    motion.setChecked(true);
    QVERIFY(loadSettings().reducesMotion && opened.action("motionAction").isChecked());
  }

  void theTextSizeIsTheInterfaces() {
    OpenedSettings opened;
    SettingsWindow& settings = opened.settings();
    const QList<QWidget*> widgets = {&child<QWidget>(opened.window, "text"),
                                     opened.window.menuBar(),
                                     &child<QWidget>(opened.window, "modelButton"),
                                     &child<QWidget>(opened.window, "headFilter"),
                                     child<QWidget>(opened.window, "sideTabs").findChild<QTabBar*>(),
                                     &child<QWidget>(settings, "settingsSearch"),
                                     &child<QWidget>(settings, "forgetSetting"),
                                     settings.findChild<QLabel*>("sectionTitle")};
    QList<double> before;
    for (const QWidget* widget : widgets) before << widget->font().pointSizeF();
    const int height = child<QWidget>(opened.window, "headFilter").sizeHint().height();
    auto& size = child<QComboBox>(settings, "textSizeSetting");
    choose(size, size.findData(5));
    QCOMPARE(loadSettings().textStep, 5);
    for (qsizetype i = 0; i < widgets.size(); ++i) {
      const double times = widgets[i]->font().pointSizeF() / before[i];
      QVERIFY2(std::abs(times - std::pow(1.1, 5)) < 0.01,
               qPrintable(QString("%1: %2 times").arg(widgets[i]->objectName()).arg(times)));
    }
    QVERIFY(child<QWidget>(opened.window, "headFilter").sizeHint().height() > height * 5 / 4);
    // The command and the box are one choice.
    opened.window.act("smallerTextAction");
    QCOMPARE(size.currentData().toInt(), 4);
    opened.window.act("defaultTextAction");
    for (qsizetype i = 0; i < widgets.size(); ++i)
      QVERIFY(std::abs(widgets[i]->font().pointSizeF() - before[i]) < 0.01);
  }

  void panelsTakeOverWhatIsPreferred() {
    OpenedSettings opened;
    SettingsWindow& settings = opened.settings();
    choose(child<QComboBox>(settings, "scaleSetting"), 2);
    child<QCheckBox>(settings, "sinksSetting").setChecked(false);
    for (const std::vector<PanelState>& panels : {opened.window.workspace().panels(), openingPanels(), imagePanels()})
      for (const PanelState& panel : panels) {
        QCOMPARE(panel.scale, ScaleKind::Log);
        QVERIFY(!panel.sinksApart);
      }
    opened.window.act("undoAction");
    opened.window.act("undoAction");
    QCOMPARE(opened.window.workspace().panels()[0].scale, ScaleKind::Sqrt);
  }

  void modelsKeepToThreads() {
    OpenedSettings opened;
    SettingsWindow& settings = opened.settings();
    auto& threads = child<QSpinBox>(settings, "threadsSetting");
    QVERIFY(threads.text().startsWith("All cores"));
    threads.setValue(1);
    QCOMPARE(threadCount(), 1);
    QCOMPARE(loadSettings().threads, 1);
    child<QSpinBox>(settings, "memorySetting").setValue(3);
    QCOMPARE(loadSettings().gigabytes, 3);
    // The wheel over a field that is not chosen sets nothing.
    QWheelEvent wheel(QPointF(5, 5), threads.mapToGlobal(QPointF(5, 5)), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&threads, &wheel);
    QCOMPARE(threads.value(), 1);
  }

  void historyIsForgotten() {
    OpenedSettings opened;
    changeSettings([](Settings& settings) {
      settings.recentModels = {QDir::tempPath()};
      settings.recentSessions = {QDir::tempPath()};
      settings.exportFolder = "/figures";
    });
    SettingsWindow& settings = opened.settings();
    auto& forget = child<QPushButton>(settings, "forgetSetting");
    forget.click();
    QVERIFY(loadSettings().recentModels.isEmpty() && loadSettings().recentSessions.isEmpty());
    QVERIFY(loadSettings().exportFolder.isEmpty());
    QVERIFY(!forget.isEnabled());
    noteRecent(RecentList::Models, QDir::tempPath().toStdString());
    QCOMPARE(recent(RecentList::Models).size(), 1);
    child<QCheckBox>(settings, "recentSetting").setChecked(false);
    QVERIFY(recent(RecentList::Models).isEmpty());
    noteRecent(RecentList::Models, QDir::tempPath().toStdString());
    QVERIFY(recent(RecentList::Models).isEmpty());
  }

  void shortcutsAreChanged() {
    {
      OpenedSettings opened;
      SettingsWindow& settings = opened.settings();
      auto& field = child<ShortcutField>(settings, "keys_paletteAction");
      QCOMPARE(child<QKeySequenceEdit>(field, "shortcutKeys").keySequence(), QKeySequence("Ctrl+Shift+P"));
      QVERIFY(!child<QToolButton>(field, "shortcutReset").isEnabled());
      press(field, Qt::Key_K, Qt::ControlModifier | Qt::AltModifier);
      QTRY_COMPARE(opened.action("paletteAction").shortcut(), QKeySequence("Ctrl+Alt+K"));
      QCOMPARE(opened.action("paletteAction").shortcuts().size(), 1);
      QVERIFY(child<QToolButton>(field, "shortcutReset").isEnabled());
      // A command without any.
      auto* line = child<ShortcutField>(settings, "keys_guideAction").findChild<QLineEdit*>();
      QVERIFY(line && line->findChild<QToolButton*>());
      line->findChild<QToolButton*>()->click();
      QTRY_VERIFY(opened.action("guideAction").shortcuts().isEmpty());
    }
    OpenedSettings again;
    QCOMPARE(again.action("paletteAction").shortcut(), QKeySequence("Ctrl+Alt+K"));
    QVERIFY(again.action("guideAction").shortcuts().isEmpty());
    QTest::keyClick(&again.window, Qt::Key_K, Qt::ControlModifier | Qt::AltModifier);
    QTRY_VERIFY(again.window.findChild<QDialog*>("commandPalette"));
    delete again.window.findChild<QDialog*>("commandPalette");
    // The sheet shows the present ones.
    again.window.act("keyboardAction");
    QStringList shown;
    for (const QLabel* label : child<QDialog>(again.window, "keyboardSheet").findChildren<QLabel*>())
      shown << label->text();
    QVERIFY(shown.contains(QKeySequence("Ctrl+Alt+K").toString(QKeySequence::NativeText)));
    QVERIFY(!shown.contains(QKeySequence("Ctrl+Shift+P").toString(QKeySequence::NativeText)));
    delete &child<QDialog>(again.window, "keyboardSheet");
    // One, then all.
    SettingsWindow& settings = again.settings();
    child<QToolButton>(child<ShortcutField>(settings, "keys_paletteAction"), "shortcutReset").click();
    QCOMPARE(again.action("paletteAction").shortcut(), QKeySequence("Ctrl+Shift+P"));
    QVERIFY(again.action("guideAction").shortcuts().isEmpty());
    child<QPushButton>(settings, "resetShortcuts").click();
    QCOMPARE(again.action("guideAction").shortcut(), QKeySequence("F1"));
    QVERIFY(loadSettings().keys.isEmpty());
  }

  void conflictsAreNamed() {
    OpenedSettings opened;
    SettingsWindow& settings = opened.settings();
    auto& field = child<ShortcutField>(settings, "keys_guideAction");
    const auto save = opened.action("saveAction").shortcuts();
    QVERIFY(save.contains(QKeySequence("Ctrl+S")));
    press(field, Qt::Key_S, Qt::ControlModifier);
    auto& conflict = child<QLabel>(field, "shortcutConflict");
    QTRY_VERIFY(conflict.isVisible());
    QVERIFY2(conflict.text().contains("Save session"), qPrintable(conflict.text()));
    // Nothing has changed yet.
    QCOMPARE(opened.action("saveAction").shortcuts(), save);
    QCOMPARE(opened.action("guideAction").shortcut(), QKeySequence("F1"));
    child<QPushButton>(field, "shortcutMove").click();
    QCOMPARE(opened.action("guideAction").shortcut(), QKeySequence("Ctrl+S"));
    QVERIFY(!opened.action("saveAction").shortcuts().contains(QKeySequence("Ctrl+S")));
    QVERIFY(!conflict.isVisible());
    // A menu keeps its key.
    press(field, Qt::Key_F, Qt::AltModifier);
    QTRY_VERIFY(conflict.isVisible());
    QVERIFY(!child<QPushButton>(field, "shortcutMove").isVisible());
    QCOMPARE(opened.action("guideAction").shortcut(), QKeySequence("Ctrl+S"));
    // Usual keys come back from whoever has them.
    child<QToolButton>(child<ShortcutField>(settings, "keys_saveAction"), "shortcutReset").click();
    QCOMPARE(opened.action("saveAction").shortcuts(), save);
    QVERIFY(!opened.action("guideAction").shortcuts().contains(QKeySequence("Ctrl+S")));
  }

  void noTwoCommandsShareKeys() {
    OpenedSettings opened;
    QMap<QString, QString> owners;
    for (const QAction* action : opened.window.findChildren<QAction*>()) {
      if (action->objectName().isEmpty()) continue;
      for (const QKeySequence& keys : action->shortcuts()) {
        const QString text = keys.toString();
        QVERIFY2(!owners.contains(text) || owners[text] == action->objectName(),
                 qPrintable(text + ": " + owners[text] + " and " + action->objectName()));
        owners[text] = action->objectName();
      }
    }
    QVERIFY(owners.size() > 40);
  }
};

HEADLIGHT_TEST(TestSettingsWindow)
#include "test_settings_window.moc"
