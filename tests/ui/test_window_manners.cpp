#include <QAction>
#include <QDialog>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>
#include <QWidgetAction>
#include <algorithm>

#include "tests/support/child.h"
#include "tests/support/fake_engine.h"
#include "tests/support/opened_window.h"
#include "tests/support/suite.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/help_dialogs.h"
#include "ui/panels/panel_area.h"
#include "ui/state/samples.h"
#include "ui/walkthrough/tour_window.h"
#include "ui/window/main_window.h"
#include "ui/window/window_layout.h"
#include "ui/windows/windows.h"

using namespace headlight;
using headlight::test::child;
using headlight::test::FakeEngine;
using headlight::test::OpenedWindow;

namespace {

/// Drags `text` from another program onto `widget`, to `place`, as one that would rather move it; the action that it
/// hears of.
Qt::DropAction drag(QWidget& widget, const QString& text, QPoint place) {
  QMimeData data;
  data.setText(text);
  const Qt::DropActions both = Qt::CopyAction | Qt::MoveAction;
  QDragEnterEvent enter(place, both, &data, Qt::LeftButton, {});
  enter.setDropAction(Qt::MoveAction);
  QCoreApplication::sendEvent(&widget, &enter);
  if (!enter.isAccepted()) return Qt::IgnoreAction;
  QDragMoveEvent move(place, both, &data, Qt::LeftButton, {});
  move.setDropAction(Qt::MoveAction);
  QCoreApplication::sendEvent(&widget, &move);
  if (move.isAccepted() && move.dropAction() != Qt::CopyAction) return move.dropAction();
  QDropEvent drop(place, both, &data, Qt::LeftButton, {});
  drop.setDropAction(Qt::MoveAction);
  QCoreApplication::sendEvent(&widget, &drop);
  return drop.isAccepted() ? drop.dropAction() : Qt::IgnoreAction;
}

using Opened = OpenedWindow;

}  // namespace

class TestWindowManners : public QObject {
  Q_OBJECT
 private slots:
  void wordsDraggedIntoTheTextAreInserted() {
    Opened opened;
    auto& field = child<QPlainTextEdit>(opened.window, "text");
    QTextCursor last(field.document());
    last.movePosition(QTextCursor::End);
    const QPoint place = field.cursorRect(last).center();
    QCOMPARE(drag(*field.viewport(), " of Rome", place), Qt::CopyAction);
    QCOMPARE(field.toPlainText(), QString("the cat that chased the mice of Rome"));
    QTRY_COMPARE(opened.window.workspace().text(), std::string("the cat that chased the mice of Rome"));
    opened.window.act("undoAction");
    QTRY_COMPARE(field.toPlainText(), QString("the cat that chased the mice"));
  }

  void textDraggedToTheWindowIsCopiedAndIsTheText() {
    Opened opened;
    QCOMPARE(drag(opened.window, "quite another", {300, 400}), Qt::CopyAction);
    QTRY_COMPARE(opened.window.workspace().text(), std::string("quite another"));
    // What can only be moved is not taken.
    QMimeData data;
    data.setText("moved");
    QDragEnterEvent enter({300, 400}, Qt::MoveAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&opened.window, &enter);
    QVERIFY(!enter.isAccepted());
  }

  void partsAreHiddenAndStayHidden() {
    const auto shown = [](MainWindow& window) {
      return std::pair(child<QWidget>(window, "atlas").isVisible(), child<QWidget>(window, "sideTabs").isVisible());
    };
    {
      Opened opened;
      QCOMPARE(shown(opened.window), std::pair(true, true));
      const int before = opened.window.panelArea().width();
      opened.window.act("headsPartAction");
      opened.window.act("sidePartAction");
      QCOMPARE(shown(opened.window), std::pair(false, false));
      QTRY_VERIFY(opened.window.panelArea().width() > before + 200);
    }
    {
      Opened opened;
      QCOMPARE(shown(opened.window), std::pair(false, false));
      // What goes to a part brings it back.
      opened.window.act("focusHeadsAction");
      QCOMPARE(shown(opened.window), std::pair(true, false));
      opened.window.act("writeChangeAction");
      QCOMPARE(shown(opened.window), std::pair(true, true));
      opened.window.act("headsPartAction");
      opened.window.act("resetLayoutAction");
      QCOMPARE(shown(opened.window), std::pair(true, true));
    }
    Opened opened;
    QCOMPARE(shown(opened.window), std::pair(true, true));
    opened.window.act("fullScreenAction");
    QVERIFY(opened.window.isFullScreen());
    opened.window.showNormal();
    QTRY_VERIFY(!child<QAction>(opened.window, "fullScreenAction").isChecked());
  }

  void partsHaveWindowsOfTheirOwn() {
    {
      Opened opened;
      auto& atlas = child<QWidget>(opened.window, "atlas");
      const int before = opened.window.panelArea().width();
      opened.window.act("floatHeadsAction");
      auto& floating = child<QWidget>(opened.window, "floatHeadsWindow");
      QVERIFY(floating.isWindow() && floating.isAncestorOf(&atlas) && atlas.isVisible());
      QTRY_VERIFY(opened.window.panelArea().width() > before + 100);
      // What goes to it finds it there, and hiding it hides its window.
      opened.window.act("headsPartAction");
      QVERIFY(!floating.isVisible());
      opened.window.act("headsPartAction");
      QVERIFY(floating.isVisible());
      // Closing the window brings the part back to where it was.
      floating.close();
      QTRY_VERIFY(!opened.window.findChild<QWidget*>("floatHeadsWindow"));
      QCOMPARE(atlas.window(), &opened.window);
      QTRY_VERIFY(std::abs(opened.window.panelArea().width() - before) <= 8);
      QVERIFY(atlas.mapTo(&opened.window, QPoint()).x() <
              opened.window.panelArea().mapTo(&opened.window, QPoint()).x());
      opened.window.act("floatSideAction");
      opened.window.close();
    }
    Opened opened;
    QVERIFY(child<QWidget>(opened.window, "floatSideWindow").isAncestorOf(&child<QWidget>(opened.window, "sideTabs")));
    opened.window.act("resetLayoutAction");
    QCOMPARE(child<QWidget>(opened.window, "sideTabs").window(), &opened.window);
  }

  void aPanelHasAWindowOfItsOwn() {
    Opened opened;
    PanelArea& area = opened.window.panelArea();
    PanelState arcs;
    arcs.kind = PanelKind::Arcs;
    opened.window.workspace().addPanel(arcs);
    QCOMPARE(area.panels().size(), std::size_t(3));
    area.setCurrent(2);
    opened.window.act("floatPanelAction");
    auto& floating = child<QWidget>(opened.window, "floatPanelWindow");
    const auto kindIn = [](const QWidget& window) { return window.findChild<Panel*>()->state().kind; };
    QVERIFY(floating.isWindow() && floating.isVisible() && area.panels()[2]->isVisible());
    QCOMPARE(kindIn(floating), PanelKind::Arcs);
    // It follows the workspace there.
    opened.window.workspace().selection()->setHead({1, 1});
    QCOMPARE(area.panels()[2]->head(), (HeadId{1, 1}));
    // Panels that change places or go do not change which one it is.
    opened.window.workspace().movePanel(2, 0);
    QCOMPARE(kindIn(floating), PanelKind::Arcs);
    opened.window.workspace().removePanel(1);
    QCOMPARE(area.panels().size(), std::size_t(2));
    QCOMPARE(kindIn(floating), PanelKind::Arcs);
    QVERIFY(area.panels()[1]->isVisible() && area.isAncestorOf(area.panels()[1]));
    // Closing the window brings it back.
    floating.close();
    QTRY_VERIFY(!opened.window.findChild<QWidget*>("floatPanelWindow"));
    for (Panel* panel : area.panels()) QVERIFY(area.isAncestorOf(panel) && panel->isVisible());
    QVERIFY(!child<QAction>(opened.window, "floatPanelAction").isChecked());
    // All the room is in the window.
    area.setCurrent(0);
    opened.window.act("floatPanelAction");
    opened.window.act("maximisePanelAction");
    QTRY_VERIFY(!opened.window.findChild<QWidget*>("floatPanelWindow"));
    QVERIFY(area.isAncestorOf(area.panels()[0]) && area.panels()[0]->isVisible() && !area.panels()[1]->isVisible());
    opened.window.act("maximisePanelAction");
    // The last panel stays in the window.
    opened.window.act("floatPanelAction");
    opened.window.workspace().removePanel(1);
    QTRY_VERIFY(!opened.window.findChild<QWidget*>("floatPanelWindow"));
    QVERIFY(area.panels()[0]->isVisible() && !child<QAction>(opened.window, "floatPanelAction").isEnabled());
  }

  void layoutsAreKeptUnderNames() {
    Opened opened;
    auto& layout = *opened.window.findChild<WindowLayout*>();
    auto& side = child<QWidget>(opened.window, "sideTabs");
    opened.window.act("sidePartAction");
    opened.window.act("floatHeadsAction");
    layout.saveAs("talk");
    opened.window.act("resetLayoutAction");
    QVERIFY(side.isVisible());
    QCOMPARE(child<QWidget>(opened.window, "atlas").window(), &opened.window);
    layout.saveAs("desk");
    QCOMPARE(layout.names(), (QStringList{"desk", "talk"}));
    auto& menu = child<QMenu>(opened.window, "layoutsMenu");
    emit menu.aboutToShow();
    const QList<QAction*> entries = menu.actions();
    const auto entry = [&](const QString& name) {
      const auto found = std::find_if(entries.begin(), entries.end(),
                                      [&](const QAction* action) { return action->text() == name; });
      return found == entries.end() ? nullptr : *found;
    };
    // The title of the saved ones is there whatever the style draws, and cannot be chosen.
    auto* heading = qobject_cast<QWidgetAction*>(entry("Saved"));
    QVERIFY(heading && !heading->isEnabled());
    QCOMPARE(static_cast<QLabel*>(heading->defaultWidget())->text(), QString("Saved"));
    entry("talk")->trigger();
    QVERIFY(!side.isVisible());
    QTRY_VERIFY(child<QWidget>(opened.window, "atlas").window() != &opened.window);
    entry("desk")->trigger();
    QVERIFY(side.isVisible());
    QCOMPARE(child<QWidget>(opened.window, "atlas").window(), &opened.window);
    layout.forget("talk");
    QCOMPARE(layout.names(), QStringList{"desk"});
  }

  void filesGoPastTheFieldToTheWindow() {
    Opened opened;
    auto& field = child<QPlainTextEdit>(opened.window, "text");
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile("/tmp")});
    QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(field.viewport(), &enter);
    // The field let it pass, and the window took it.
    QVERIFY(enter.isAccepted());
    QVERIFY(field.toPlainText().startsWith("the cat"));
  }

  // Every field of every window: nothing is cut out of another program.
  void noFieldMovesWhatAnotherProgramOffers() {
    Opened opened;
    opened.window.act("addToDeckAction");
    opened.window.windows().open("deck");
    opened.window.act("exportAction");
    opened.window.act("findAction");
    int tried = 0;
    for (QWidget* widget : QApplication::allWidgets()) {
      if (!widget->acceptDrops() || !widget->isVisible() || !widget->isEnabled()) continue;
      if (!qobject_cast<QLineEdit*>(widget) && !qobject_cast<QPlainTextEdit*>(widget->parentWidget())) continue;
      ++tried;
      const Qt::DropAction action = drag(*widget, "word", widget->rect().center());
      QVERIFY2(action != Qt::MoveAction, qPrintable(widget->objectName() + " in " + widget->window()->objectName()));
    }
    QVERIFY(tried > 5);
  }

  void enterPressesTheButtonThatHasTheKeyboard() {
    Opened opened;
    opened.window.act("addToDeckAction");
    opened.window.act("addToDeckAction");
    opened.window.windows().open("deck");
    opened.window.windows().open("guide");
    opened.window.act("exportAction");
    TourWindow tour(fiveThings());
    tour.show();
    tour.goTo(2);
    child<QListWidget>(opened.window.windows().find("deck"), "deckList").setCurrentRow(1);
    // What a button does is another matter.
    QAbstractButton* clicked = nullptr;
    QList<QPushButton*> buttons;
    for (QWidget* widget : QApplication::allWidgets()) {
      auto* each = qobject_cast<QAbstractButton*>(widget);
      if (!each) continue;
      disconnect(each, &QAbstractButton::clicked, nullptr, nullptr);
      connect(each, &QAbstractButton::clicked, this, [&clicked, each] { clicked = each; });
      auto* button = qobject_cast<QPushButton*>(each);
      if (button && button->isVisible() && button->isEnabled()) buttons << button;
    }
    QVERIFY(buttons.size() > 8);
    for (QPushButton* button : buttons) {
      clicked = nullptr;
      button->setFocus();
      QTest::keyClick(button, Qt::Key_Return);
      QVERIFY2(clicked == button, qPrintable(button->text() + " in " + button->window()->objectName()));
    }
  }

  void enterOnBackGoesBack() {
    FakeEngine fake;
    const MainWindow window(fake.engine());  // Has the manners installed.
    TourWindow tour(fiveThings());
    int shown = -1, count = 0;
    connect(&tour, &TourWindow::sampleRequested, this, [&](const Sample& sample) {
      ++count;
      for (int i = 0; i < 5; ++i)
        if (fiveThings()[static_cast<std::size_t>(i)].title == sample.title) shown = i;
    });
    tour.show();
    tour.goTo(3);
    auto& back = child<QPushButton>(tour, "tourBack");
    back.setFocus();
    QTest::keyClick(&back, Qt::Key_Return);
    QCOMPARE(shown, 2);
    QTest::keyClick(&back, Qt::Key_Enter, Qt::KeypadModifier);
    QCOMPARE(shown, 1);
    QCOMPARE(count, 3);
  }

  void enterInTheExportDialogExports() {
    Opened opened;
    opened.window.act("exportAction");
    auto& dialog = child<ExportDialog>(opened.window, "exportDialog");
    const QTemporaryDir folder;
    child<QLineEdit>(dialog, "exportPath").setText(folder.filePath("a.svg"));
    QWidget* first = dialog.focusWidget();
    QVERIFY(first);
    QTest::keyClick(first, Qt::Key_Return);
    QTRY_VERIFY(QFileInfo::exists(folder.filePath("a.svg")));
    QTRY_VERIFY(!opened.window.findChild<ExportDialog*>("exportDialog"));
  }

  void theKeyboardSheetFitsTheScreen() {
    Opened opened;
    opened.window.act("keyboardAction");
    auto& sheet = child<QDialog>(opened.window, "keyboardSheet");
    QTRY_VERIFY(sheet.isVisible());
    QVERIFY(sheet.height() <= opened.window.screen()->availableSize().height());
    sheet.resize(sheet.width(), 400);
    auto& scroll = child<QScrollArea>(sheet, "keyboardScroll");
    QTRY_VERIFY(scroll.verticalScrollBar()->maximum() > 0);
    const int before = scroll.verticalScrollBar()->value();
    QTest::keyClick(&scroll, Qt::Key_PageDown);
    QVERIFY(scroll.verticalScrollBar()->value() > before);
    QCOMPARE(scroll.horizontalScrollBar()->maximum(), 0);
  }

  void theKeyboardSheetHasTheKeysOfEveryCommand() {
    Opened opened;
    opened.window.act("keyboardAction");
    QStringList listed;
    for (const QLabel* label : child<QDialog>(opened.window, "keyboardSheet").findChildren<QLabel*>())
      listed << label->text();
    QMap<QString, QString> pressed;
    for (const QAction* action : opened.window.findChildren<QAction*>()) {
      if (action->objectName().isEmpty() || action->shortcuts().isEmpty()) continue;
      QStringList keys;
      for (const QKeySequence& each : action->shortcuts()) {
        keys << each.toString(QKeySequence::NativeText);
        // A key is of one command alone.
        QVERIFY2(!pressed.contains(keys.back()), qPrintable(keys.back() + pressed[keys.back()] + action->objectName()));
        pressed[keys.back()] = action->objectName();
      }
      QVERIFY2(listed.contains(keys.join("   ")), qPrintable(action->objectName()));
    }
    QVERIFY(pressed.size() > 45);
  }
};

HEADLIGHT_TEST(TestWindowManners)
#include "test_window_manners.moc"
