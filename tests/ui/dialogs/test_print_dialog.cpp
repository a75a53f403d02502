#include <qcustomplot.h>

#include <QPrintPreviewWidget>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/child.h"
#include "tests/support/suite.h"
#include "ui/dialogs/print_dialog.h"
#include "ui/figures/figure.h"

using namespace headlight;
using headlight::test::child;

namespace {

/// Fills its area and notes how large that is.
struct PrintedFigure final : Figure {
  mutable QRectF painted;
  QSizeF size;

  explicit PrintedFigure(QSizeF preferred) : size(preferred) {}
  void paint(QCPPainter& painter, const QRectF& area) const override {
    painted = area;
    painter.fillRect(area, QColor(Qt::blue));
    painter.drawText(area, Qt::AlignCenter, "word");
  }
  QSizeF preferredSize() const override { return size; }
  QString title() const override { return "plain"; }
  QString altText() const override { return "plain"; }
  QStringList families() const override { return {}; }
};

}  // namespace

class TestPrintDialog : public QObject {
  Q_OBJECT
 private slots:
  // The same lengths as in files: 96 units to an inch, on paper of any resolution, as vectors.
  void aPageIsFilled() {
    const QTemporaryDir folder;
    const QString file = folder.filePath("page.pdf");
    const PrintedFigure figure({400, 300});
    for (const int resolution : {72, 600}) {
      QPrinter printer;
      printer.setOutputFileName(file);
      printer.setOutputFormat(QPrinter::PdfFormat);
      printer.setResolution(resolution);
      printer.setPageSize(QPageSize(QPageSize::A4));
      printer.setPageMargins({10, 10, 10, 10}, QPageLayout::Millimeter);
      printFigure(figure, printer);
      QVERIFY(std::abs(figure.painted.width() - 190 / 25.4 * 96) < 2);
      QVERIFY(std::abs(figure.painted.height() - 277 / 25.4 * 96) < 2);
    }
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray bytes = written.readAll();
    QVERIFY(bytes.startsWith("%PDF"));
    QVERIFY(bytes.contains("/Font"));
    QVERIFY(!bytes.contains("/Subtype /Image"));
  }

  void thePreviewLiesAsTheFigureDoes() {
    for (const auto& [size, wanted] :
         {std::pair(QSizeF(400, 300), QPageLayout::Landscape), {QSizeF(300, 400), QPageLayout::Portrait}}) {
      QWidget window;
      window.show();
      auto figure = std::make_shared<PrintedFigure>(size);
      showPrintPreview(figure, &window);
      auto& preview = child<QPrintPreviewDialog>(window, "printPreview");
      QTRY_VERIFY(!figure->painted.isEmpty());
      QCOMPARE(preview.printer()->pageLayout().orientation(), wanted);
      QCOMPARE(figure->painted.width() > figure->painted.height(), wanted == QPageLayout::Landscape);
      preview.reject();
    }
  }
};

HEADLIGHT_TEST(TestPrintDialog)
#include "test_print_dialog.moc"
