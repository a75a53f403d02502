#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

#include "core/model/model_locations.h"
#include "tests/support/child.h"
#include "tests/support/suite.h"
#include "tests/support/unpacked.h"
#include "ui/dialogs/animation_dialog.h"
#include "ui/window/main_window.h"

using namespace headlight;
using headlight::test::child;

namespace {

/// Frames in which nothing is drawn but a colour.
struct FlatFigure final : Figure {
  void paint(QCPPainter&, const QRectF&) const override {}
  QSizeF preferredSize() const override { return {100, 100}; }
  QString title() const override { return "flat"; }
  QString altText() const override { return "flat"; }
  QStringList families() const override { return {}; }
};

Animation flatFrames(std::size_t count) {
  Animation animation;
  Exportable what;
  what.make = [](const FigureStyle&, bool) { return std::make_unique<FlatFigure>(); };
  for (std::size_t i = 0; i < count; ++i) animation.frames.push_back({{{}, {}, what}, 100});
  return animation;
}

}  // namespace

/// File → Export animation….
class TestAnimationDialog : public QObject {
  Q_OBJECT
  QTemporaryDir m_folder;

 private slots:
  void init() { QSettings().clear(); }

  void theWindowWritesWhatThePanelGoesThrough() {
    MainWindow window(coreEngine());
    WorkspaceState state;
    state.model = findModel("gpt");
    state.text = "When Mr. Darcy spoke, Mr.";
    state.panels = openingPanels();
    window.show();
    window.openState(state);
    QTRY_VERIFY(window.workspace().result());
    window.act("exportAnimationAction");
    QDialog* dialog = nullptr;
    QTRY_VERIFY(dialog = window.findChild<QDialog*>("animationDialog"));
    auto& what = child<QComboBox>(dialog, "animationWhat");
    // Nothing was written by the model: layers, heads, walkthrough, ablation.
    QCOMPARE(what.count(), 4);
    child<QComboBox>(dialog, "animationFormat").setCurrentIndex(2);
    auto& path = child<QLineEdit>(dialog, "animationPath");
    QVERIFY2(path.text().endsWith(".html"), qPrintable(path.text()));
    path.setText(m_folder.filePath("layers.html"));
    child<QPushButton>(dialog, "animationNow").click();
    QVERIFY(!child<QProgressBar>(dialog, "animationProgress").isHidden());
    QTRY_VERIFY_WITH_TIMEOUT(!window.findChild<QDialog*>("animationDialog"), 60000);
    QCOMPARE(test::contentOf(m_folder.filePath("layers.html")).count("<figure>"), 6);
  }

  void cancelStopsWritingAndThenCloses() {
    const QString path = m_folder.filePath("never.gif");
    AnimationDialog dialog({{"Endless", [](const Progress& progress) -> Animation {
                               for (;;) {
                                 progress(0.5);
                                 std::this_thread::yield();
                               }
                             }}},
                           {});
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    child<QLineEdit>(dialog, "animationPath").setText(path);
    auto& now = child<QPushButton>(dialog, "animationNow");
    auto& bar = child<QProgressBar>(dialog, "animationProgress");
    now.click();
    QTRY_VERIFY(bar.value() > 0);
    QVERIFY(!now.isEnabled());
    child<QPushButton>(dialog, "animationCancel").click();
    QVERIFY(dialog.isVisible());
    QVERIFY(now.isEnabled() && bar.isHidden());
    child<QPushButton>(dialog, "animationCancel").click();
    QVERIFY(!dialog.isVisible());
    QVERIFY(!QFile::exists(path));
  }

  void aProblemIsSaid() {
    AnimationDialog dialog({{"Too many", [](const Progress&) { return flatFrames(kMostFrames + 1); }},
                            {"Few", [](const Progress&) { return flatFrames(2); }}},
                           {});
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    child<QLineEdit>(dialog, "animationPath").setText(m_folder.filePath("some.gif"));
    auto& problem = child<QLabel>(dialog, "animationProblem");
    child<QPushButton>(dialog, "animationNow").click();
    QTRY_VERIFY(problem.text().contains("found 301"));
    QVERIFY(problem.isVisible());
    child<QComboBox>(dialog, "animationWhat").setCurrentIndex(1);
    child<QLineEdit>(dialog, "animationPath").setText("/nowhere/at/all.gif");
    child<QPushButton>(dialog, "animationNow").click();
    QTRY_VERIFY(problem.text().contains("/nowhere/at/all.gif"));
    QVERIFY(dialog.isVisible());
  }
};

HEADLIGHT_TEST(TestAnimationDialog)
#include "test_animation_dialog.moc"
