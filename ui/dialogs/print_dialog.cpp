#include "ui/dialogs/print_dialog.h"

#include <qcustomplot.h>

#include <QPrintPreviewDialog>
#include <QPrinter>
#include <utility>

#include "ui/export/figure_writer.h"
#include "ui/figures/figure.h"
#include "ui/widgets/named.h"

namespace headlight {
namespace {

QSizeF pageUnits(const QPrinter& printer) { return printer.pageRect(QPrinter::Inch).size() * kUnitsPerInch; }

}  // namespace

void printFigure(const Figure& figure, QPrinter& printer) {
  QCPPainter painter(&printer);
  drawVectors(painter);
  painter.scale(printer.resolution() / kUnitsPerInch, printer.resolution() / kUnitsPerInch);
  figure.paint(painter, QRectF(QPointF(0, 0), pageUnits(printer)));
}

void showPrintPreview(std::shared_ptr<Figure> figure, QWidget* parent) {
  auto* dialog = named("printPreview", new QPrintPreviewDialog(parent));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  const QSizeF size = figure->preferredSize();
  dialog->printer()->setPageOrientation(size.width() > size.height() ? QPageLayout::Landscape : QPageLayout::Portrait);
  dialog->printer()->setDocName(figure->title());
  QObject::connect(dialog, &QPrintPreviewDialog::paintRequested, dialog,
                   [figure = std::move(figure)](QPrinter* printer) {
                     complete(*figure, pageUnits(*printer));
                     printFigure(*figure, *printer);
                   });
  dialog->open();
}

}  // namespace headlight
