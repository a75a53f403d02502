#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>
#include <QTextFragment>
#include <fstream>
#include <functional>

#include "core/base/error.h"
#include "core/base/resource_folder.h"
#include "tests/support/child.h"
#include "tests/support/fake_engine.h"
#include "tests/support/suite.h"
#include "ui/help/guide_browser.h"
#include "ui/help/guide_window.h"
#include "ui/window/main_window.h"

using namespace headlight;
using headlight::test::child;
using headlight::test::FakeEngine;
namespace fs = std::filesystem;

namespace {

/// The addresses of links, or of pictures, on a page as it is shown.
QStringList addressesOn(const QTextDocument& page, bool pictures) {
  QStringList found;
  for (QTextBlock block = page.begin(); block.isValid(); block = block.next())
    for (auto it = block.begin(); !it.atEnd(); ++it) {
      const QTextCharFormat format = it.fragment().charFormat();
      if (pictures && format.isImageFormat()) found << format.toImageFormat().name();
      if (!pictures && format.isAnchor()) found << format.anchorHref();
    }
  return found;
}

QString nameOf(const GuidePage& page) { return QString::fromStdString(page.file.filename().string()); }

}  // namespace

class TestGuide : public QObject {
  Q_OBJECT
 private slots:
  void everyPageLinkAndPictureIsThere() {
    GuideWindow window(guideFolder());
    QSet<QString> pages, reached{"index.md"}, pictures;
    for (const GuidePage& page : window.pages()) pages << nameOf(page);
    QVERIFY(pages.size() >= 9);
    for (const GuidePage& page : window.pages()) {
      window.browser().openPage(page.file);
      const QTextDocument& shown = *window.browser().document();
      const QByteArray name = nameOf(page).toUtf8();
      QVERIFY2(shown.characterCount() > 200, name);
      for (const QString& link : addressesOn(shown, false)) {
        QVERIFY2(pages.contains(link), name + ": " + link.toUtf8());
        reached << link;
      }
      const QStringList here = addressesOn(shown, true);
      QVERIFY2(page.file.filename() == "index.md" || !here.isEmpty(), name + " has no picture");
      for (const QString& picture : here) {
        const QVariant image = shown.resource(QTextDocument::ImageResource, QUrl(picture));
        QVERIFY2(!image.value<QImage>().isNull(), name + ": " + picture.toUtf8());
        pictures << picture;
      }
    }
    QCOMPARE(reached, pages);
    // Nothing lies in the folder that no page shows.
    for (const fs::directory_entry& entry : fs::directory_iterator(guideFolder())) {
      const QString file = QString::fromStdString(entry.path().filename().string());
      if (file.endsWith(".md")) QVERIFY2(pages.contains(file), qPrintable(file));
      if (file.endsWith(".png")) QVERIFY2(pictures.contains(file), qPrintable(file));
    }
  }

  void picturesAreDrawnByTheScriptAndCarryNoSession() {
    QFile script(QString::fromStdString((guideFolder() / "make_pictures").string()));
    QVERIFY(script.open(QIODevice::ReadOnly));
    const QByteArray draws = script.readAll();
    for (const fs::directory_entry& entry : fs::directory_iterator(guideFolder())) {
      if (entry.path().extension() != ".png") continue;
      const QByteArray name = QByteArray::fromStdString(entry.path().filename().string());
      QVERIFY2(draws.contains(" " + name), name);
      QFile file(QString::fromStdString(entry.path().string()));
      QVERIFY(file.open(QIODevice::ReadOnly));
      const QByteArray bytes = file.readAll();
      QVERIFY2(bytes.size() < 200000, name);
      QVERIFY2(!bytes.contains("tEXt") && !bytes.contains("zTXt") && !bytes.contains("iTXt"), name);
    }
  }

  void theListAndTheLinksLeadToPages() {
    FakeEngine fake;
    MainWindow main(fake.engine());
    main.show();
    child<QAction>(main, "guideAction").trigger();
    GuideWindow* window = main.findChild<GuideWindow*>("guideWindow");
    QVERIFY(window && window->isVisible());
    auto& list = child<QListWidget>(window, "guideList");
    QCOMPARE(list.count(), static_cast<int>(window->pages().size()));
    QCOMPARE(list.currentRow(), 0);
    auto& back = child<QPushButton>(window, "guideBack");
    QVERIFY(!back.isEnabled());
    list.setCurrentRow(2);
    QVERIFY(window->browser().page() == window->pages()[2].file);
    QVERIFY(window->browser().document()->toPlainText().startsWith(window->pages()[2].title));
    window->browser().setSource(QUrl(nameOf(window->pages()[4])));
    QCOMPARE(list.currentRow(), 4);
    QVERIFY(back.isEnabled());
    back.click();
    QCOMPARE(list.currentRow(), 2);
    QTest::keyClick(&window->browser(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(list.currentRow(), 0);
    list.setCurrentRow(2);
    // Asked for again, it is the same window where it was.
    child<QAction>(main, "guideAction").trigger();
    QCOMPARE(main.findChild<GuideWindow*>("guideWindow"), window);
    QCOMPARE(list.currentRow(), 2);
  }

  void picturesFitThePage() {
    GuideWindow window(guideFolder());
    window.show();
    const auto widest = [&] {
      double width = 0;
      for (QTextBlock block = window.browser().document()->begin(); block.isValid(); block = block.next())
        for (auto it = block.begin(); !it.atEnd(); ++it)
          if (it.fragment().charFormat().isImageFormat())
            width = std::max(width, it.fragment().charFormat().toImageFormat().width());
      return width;
    };
    window.browser().openPage(guideFolder() / "start.md");
    for (const int width : {1300, 700}) {
      window.resize(width, 700);
      QTRY_COMPARE(window.width(), width);
      QVERIFY(widest() > 100);
      QVERIFY2(widest() <= window.browser().viewport()->width(), qPrintable(QString::number(widest())));
      QCOMPARE(window.browser().horizontalScrollBar()->maximum(), 0);
    }
  }

  void nothingOutsideOfTheGuideOpens() {
    QTemporaryDir folder;
    const fs::path guide = fs::path(folder.path().toStdString()) / "guide";
    fs::create_directories(guide);
    std::ofstream(guide / "index.md") << "# Guide\n\n[out](../secret.md) [web](https://example.org/)\n";
    std::ofstream(guide.parent_path() / "secret.md") << "# Secret\n";
    GuideWindow window(guide);
    window.browser().setSource(QUrl("../secret.md"));
    QVERIFY(window.browser().document()->toPlainText().startsWith("Guide"));
    window.browser().setSource(QUrl("https://example.org/"));
    QVERIFY(window.browser().document()->toPlainText().startsWith("Guide"));
  }

  void aGuideThatIsNotWholeIsNamed() {
    QTemporaryDir folder;
    const fs::path guide = folder.path().toStdString();
    const auto messageFor = [&] {
      try {
        guidePages(guide);
      } catch (const Error& error) {
        return QString::fromUtf8(error.what());
      }
      return QString();
    };
    QVERIFY(messageFor().contains("index.md"));
    std::ofstream(guide / "index.md") << "# Guide\n\n[one](one.md)\n";
    QVERIFY(messageFor().contains("one.md"));
    std::ofstream(guide / "one.md") << "no heading\n";
    QVERIFY(messageFor().contains("expected a heading in the first line, found 'no heading'"));
    std::ofstream(guide / "one.md") << "# One\n";
    QCOMPARE(messageFor(), QString());
  }
};

HEADLIGHT_TEST(TestGuide)
#include "test_guide.moc"
