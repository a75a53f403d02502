#include <QDragEnterEvent>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <filesystem>

#include "tests/support/child.h"
#include "tests/support/suite.h"
#include "ui/export/figure_writer.h"
#include "ui/images/image_file.h"
#include "ui/panels/panel.h"
#include "ui/panels/panel_area.h"
#include "ui/panes/changes/changes_pane.h"
#include "ui/panes/message_bar.h"
#include "ui/reading/engine.h"
#include "ui/state/session_file.h"
#include "ui/views/image_overlay_view.h"
#include "ui/window/main_window.h"
#include "ui/window/path_opener.h"
#include "ui/window/session_controller.h"

using namespace headlight;
using headlight::test::child;
namespace fs = std::filesystem;

namespace {

const fs::path kData = fs::path(HEADLIGHT_SOURCE_DIR) / "tests/data";
const fs::path kPicture = kData / "images/picture.png";

/// Where the cell of that number is seen.
QPoint patchAt(const ImageOverlayView& view, std::size_t cell) {
  const ImageOverlayFigure& figure = view.figure();
  return figure.layout(view.size()).tiles[0].rectOf(figure.data().cells[cell].box).center().toPoint();
}

/// A window with the tiny vision model, and with an image where one is given.
struct Opened {
  MainWindow window{coreEngine()};

  explicit Opened(const fs::path& image = {}) {
    window.resize(1280, 800);
    window.show();
    WorkspaceState state;
    state.model = kData / "models/vit";
    state.panels = openingPanels();
    window.openState(state);
    if (!QTest::qWaitFor([this] { return window.workspace().model() != nullptr; })) qFatal("no model");
    if (image.empty()) return;
    window.opener().open(image);
    if (!QTest::qWaitFor([this] { return window.workspace().result() != nullptr; })) qFatal("no result");
  }

  ImageOverlayView* overlay() {
    for (Panel* panel : window.panelArea().panels())
      if (panel->state().kind == PanelKind::Image) return qobject_cast<ImageOverlayView*>(panel->view());
    return nullptr;
  }
  QString message() {
    auto* bar = window.findChild<MessageBar*>();
    return bar->isVisible() ? bar->text() : QString();
  }
};

}  // namespace

/// Images in the window.
class TestImageWindow : public QObject {
  Q_OBJECT
 private slots:
  void init() { QSettings().clear(); }

  void asksForAnImage() {
    Opened opened;
    QTRY_VERIFY(opened.window.workspace().notice().text.startsWith("Open an image"));
    QVERIFY(child<QToolButton>(opened.window, "addPicture").isVisible());
    QVERIFY(!child<QPlainTextEdit>(opened.window, "text").isVisible());
    QVERIFY(!opened.window.workspace().result());
  }

  void anImageIsReadAndShown() {
    Opened opened(kPicture);
    QCOMPARE(child<QToolButton>(opened.window, "picture0").text().trimmed(), QString("picture.png"));
    ImageOverlayView* view = opened.overlay();
    QVERIFY(view);
    QTRY_VERIFY(view->figure().hasImage());
    QCOMPARE(opened.window.workspace().result()->predictions.front().title, std::string("Classes"));
    QCOMPARE(opened.window.workspace().result()->predictions.front().answers.size(), std::size_t(5));
    QCOMPARE(opened.window.workspace().notice().level, Notice::Level::None);
  }

  void patchesAreChosenWithMouseAndKeys() {
    Opened opened(kPicture);
    ImageOverlayView* view = opened.overlay();
    QTRY_VERIFY(!view->figure().layout(view->size()).tiles.empty());
    const auto token = [&] { return opened.window.workspace().selection()->token(); };
    QTest::mouseClick(view, Qt::LeftButton, {}, patchAt(*view, 6));
    QCOMPARE(token(), std::optional<Index>(7));
    QTRY_VERIFY(view->figure().title().endsWith("what “r1c2” attends to"));
    QTest::keyClick(view, Qt::Key_Down);
    QCOMPARE(token(), std::optional<Index>(11));
    QTest::keyClick(view, Qt::Key_Right);
    QTest::keyClick(view, Qt::Key_Right);  // The edge holds.
    QCOMPARE(token(), std::optional<Index>(12));
    QTest::keyClick(view, Qt::Key_Escape);
    QCOMPARE(token(), std::optional<Index>());
    QTRY_VERIFY(view->figure().title().endsWith("what “[CLS]” attends to"));
  }

  void aCoveredPatchChangesTheAnswer() {
    Opened opened(kPicture);
    const auto probability = [](const RunResult& result) {
      return result.predictions.front().answers.front().probability;
    };
    const double before = probability(*opened.window.workspace().result());
    opened.window.changes().change({OccludePatches{{{TokenPick::Kind::Span, 6, 7}}, OccludePatches::By::Mean}});
    const RunId changed{0, 0, true};
    opened.window.workspace().showBeside(changed);
    QTRY_VERIFY(opened.window.workspace().results()[changed] != nullptr);
    const RunResult& after = *opened.window.workspace().results()[changed];
    QVERIFY(after.misfits.empty());
    QVERIFY(std::abs(probability(after) - before) > 1e-6);
    QVERIFY(!(*after.context.pixels == *opened.window.workspace().result()->context.pixels));
    // [CLS] is no patch: the change stays in the list and says so.
    opened.window.workspace().setChanges(
        {{OccludePatches{{{TokenPick::Kind::First, 0, 0}}, OccludePatches::By::Zero}}});
    QTRY_COMPARE(opened.window.workspace().results()[changed]->misfits.size(), std::size_t(1));
  }

  void droppedImagesAreRead() {
    Opened opened;
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(QString::fromStdString(kPicture.string()))});
    QDragEnterEvent enter(QPoint(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&opened.window, &enter);
    QDropEvent drop(QPointF(300, 300), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&opened.window, &drop);
    QTRY_VERIFY(opened.window.workspace().result() != nullptr);
    QCOMPARE(opened.message(), QString());
  }

  void aSessionBringsTheImageBack() {
    const QTemporaryDir folder;
    const fs::path file = folder.filePath("a.headlight").toStdString();
    RgbImage image;
    {
      Opened opened(kPicture);
      image = *opened.window.workspace().pictures().front().image;
      QVERIFY(opened.window.sessions().save(file));
    }
    Opened other;
    other.window.opener().open(file);
    QTRY_VERIFY(!other.window.workspace().pictures().empty());
    QVERIFY(*other.window.workspace().pictures().front().image == image);
    QTRY_VERIFY(other.window.workspace().result() != nullptr);
    QVERIFY(other.overlay());
    QCOMPARE(child<QToolButton>(other.window, "picture0").text().trimmed(), QString("picture.png"));
  }

  void brokenPicturesAndTextModelsSaySo() {
    const QTemporaryDir folder;
    QFile broken(folder.filePath("broken.jpg"));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write(QByteArray::fromHex("ffd8ffe000104a46494600010100000100010000"));
    broken.close();
    Opened opened;
    opened.window.opener().open(broken.fileName().toStdString());
    QTRY_VERIFY2(opened.message().contains("expected a picture"), qPrintable(opened.message()));
    QVERIFY(opened.window.workspace().pictures().empty());

    WorkspaceState state = opened.window.workspace().state();
    state.model = kData / "models/bert-base";
    opened.window.openState(state);
    QTRY_COMPARE(opened.window.workspace().model()->info.name, std::string("bert-base"));
    const QString jpeg = folder.filePath("whole.jpg");
    QVERIFY(qimageOf(readImage(kPicture)).save(jpeg));
    opened.window.opener().open(jpeg.toStdString());
    // What reads no pictures keeps it and says so.
    const auto notice = [&] { return opened.window.workspace().notice().text; };
    QTRY_VERIFY2(notice().contains("bert-base reads no pictures. “whole.jpg” stays here"), qPrintable(notice()));
    // Of this folder, which has no tokenizer, the field for token ids stands in the picture's place.
    QVERIFY(child<QPlainTextEdit>(opened.window, "tokenIds").isVisible());
    QVERIFY(child<QToolButton>(opened.window, "picture0").isVisible());
    QVERIFY(!child<QToolButton>(opened.window, "addPicture").isVisible());
  }
};

HEADLIGHT_TEST(TestImageWindow)
#include "test_image_window.moc"
