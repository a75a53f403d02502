#include "ui/figures/figure_writer.h"

#include <qcustomplot.h>

#include <QBuffer>
#include <QMimeData>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QSvgGenerator>
#include <cmath>
#include <ostream>

#include "core/base/error.h"
#include "core/io/atomic_file.h"

namespace headlight {
namespace {

constexpr double kUnitsPerInch = 96;
constexpr int kMostPixels = 32767;  // of a side: what QImage and other programs can still read

/// The figure's size in units.
QSizeF figureSize(const WriteOptions& options) { return QSizeF(options.size) * (kUnitsPerInch / options.dpi); }

void checkOptions(const WriteOptions& options) {
  const QSize size = options.size;
  if (size.width() < 1 || size.height() < 1 || size.width() > kMostPixels || size.height() > kMostPixels ||
      static_cast<qint64>(size.width()) * size.height() > 400'000'000)
    throw Error("figure size " + std::to_string(size.width()) + " x " + std::to_string(size.height()) +
                ": expected 1 to " + std::to_string(kMostPixels) + " pixels a side and at most 400 million in all");
  if (!(options.dpi >= 10 && options.dpi <= 4800))
    throw Error("figure resolution " + std::to_string(options.dpi) + ": expected 10 to 4800 dpi");
}

QByteArray pngBytes(const Figure& figure, const WriteOptions& options) {
  QImage image(options.size, QImage::Format_ARGB32_Premultiplied);
  if (image.isNull())
    throw Error("figure: not enough memory for " + std::to_string(options.size.width()) + " x " +
                std::to_string(options.size.height()) + " pixels");
  image.fill(Qt::transparent);
  image.setDotsPerMeterX(static_cast<int>(std::lround(options.dpi / 0.0254)));
  image.setDotsPerMeterY(static_cast<int>(std::lround(options.dpi / 0.0254)));
  {
    QCPPainter painter(&image);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.setRenderHint(QPainter::TextAntialiasing);
    painter.scale(options.dpi / kUnitsPerInch, options.dpi / kUnitsPerInch);
    figure.paint(painter, QRectF(QPointF(0, 0), figureSize(options)));
  }
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  if (!image.save(&buffer, "PNG")) throw Error("figure: the picture cannot be written as PNG");
  return bytes;
}

QString escaped(const QString& text) { return text.toHtmlEscaped(); }

/// A number as SVG writes it: no more digits than needed.
QByteArray number(double value) { return QByteArray::number(std::round(value * 1000) / 1000, 'g', 10); }

QByteArray svgBytes(const Figure& figure, const WriteOptions& options) {
  const QSizeF size = figureSize(options);
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  {
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(static_cast<int>(kUnitsPerInch));
    generator.setSize(size.toSize());
    generator.setViewBox(QRectF(QPointF(0, 0), size));
    generator.setTitle(figure.title());
    generator.setDescription(figure.altText());
    QCPPainter painter(&generator);
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.setMode(QCPPainter::pmNonCosmetic);
    figure.paint(painter, QRectF(QPointF(0, 0), size));
  }
  return bytes;
}

QByteArray pdfBytes(const Figure& figure, const WriteOptions& options) {
  const QSizeF size = figureSize(options);
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  {
    QPdfWriter writer(&buffer);
    writer.setResolution(static_cast<int>(kUnitsPerInch));
    writer.setPageSize(QPageSize(size * (72 / kUnitsPerInch), QPageSize::Point, QString(), QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    writer.setTitle(figure.title());
    writer.setCreator(QStringLiteral("Headlight"));
    QCPPainter painter(&writer);
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    painter.setMode(QCPPainter::pmNonCosmetic);
    figure.paint(painter, QRectF(QPointF(0, 0), size));
  }
  return bytes;
}

}  // namespace

FigureFormat figureFormat(const std::filesystem::path& path) {
  const QString suffix = QString::fromStdString(path.extension().string()).toLower();
  if (suffix == QStringLiteral(".png")) return FigureFormat::Png;
  if (suffix == QStringLiteral(".svg")) return FigureFormat::Svg;
  if (suffix == QStringLiteral(".pdf")) return FigureFormat::Pdf;
  throw Error("cannot write '" + path.string() + "': expected a name that ends in .png, .svg or .pdf");
}

QByteArray figureBytes(const Figure& figure, FigureFormat format, const WriteOptions& options) {
  checkOptions(options);
  switch (format) {
    case FigureFormat::Png:
      return pngBytes(figure, options);
    case FigureFormat::Svg:
      return svgBytes(figure, options);
    case FigureFormat::Pdf:
      return pdfBytes(figure, options);
  }
  return {};
}

void writeFigure(const Figure& figure, const std::filesystem::path& path, const WriteOptions& options) {
  const FigureFormat format = options.format ? *options.format : figureFormat(path);
  const QByteArray bytes = figureBytes(figure, format, options);
  writeWhole(path, [&](std::ostream& out) { out.write(bytes.constData(), bytes.size()); });
}

QMimeData* figureMimeData(const Figure& figure, QSize size) {
  auto data = std::make_unique<QMimeData>();
  data->setData(QStringLiteral("image/svg+xml"), figureBytes(figure, FigureFormat::Svg, {size, kUnitsPerInch, {}}));
  const QByteArray png = figureBytes(figure, FigureFormat::Png, {size * 2, 2 * kUnitsPerInch, {}});
  data->setData(QStringLiteral("image/png"), png);
  data->setImageData(QImage::fromData(png, "PNG"));
  return data.release();
}

}  // namespace headlight
