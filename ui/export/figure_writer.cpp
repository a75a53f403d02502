#include "ui/export/figure_writer.h"

#include <qcustomplot.h>

#include <QBuffer>
#include <QFontMetricsF>
#include <QHashSeed>
#include <QMimeData>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QSvgGenerator>
#include <QTextBoundaryFinder>
#include <cmath>
#include <memory>
#include <ostream>

#include "core/base/error.h"
#include "core/base/version.h"
#include "core/io/atomic_file.h"
#include "ui/export/pdf_bytes.h"
#include "ui/export/png_text.h"
#include "ui/export/xml_text.h"
#include "ui/figures/text_metrics.h"

namespace headlight {
namespace {

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
  const QImage image = figureImage(figure, options);
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  if (!image.save(&buffer, "PNG")) throw Error("figure: the picture cannot be written as PNG");
  // Each text goes in before the others.
  if (options.provenance) bytes = withPngText(bytes, kProvenanceKey, provenanceJson(*options.provenance));
  bytes = withPngText(bytes, "Description", xmlCharacters(figure.altText()).toStdString());
  bytes = withPngText(bytes, "Title", xmlCharacters(figure.title()).toStdString());
  return withPngText(bytes, "Software", std::string("Headlight ") + kVersion);
}

QString unescaped(QString text) {
  return text.replace(QStringLiteral("&lt;"), QStringLiteral("<"))
      .replace(QStringLiteral("&gt;"), QStringLiteral(">"))
      .replace(QStringLiteral("&quot;"), QStringLiteral("\""))
      .replace(QStringLiteral("&amp;"), QStringLiteral("&"));
}

/// The text of an element with its emoji in the fonts that have them in colour. Letters and digits must not come from
/// these fonts, which have some of their own.
QString withEmojiFonts(const QString& content) {
  if (!isEmoji(content)) return content;
  QString result, emoji;
  const auto flush = [&] {
    if (!emoji.isEmpty())
      result += QStringLiteral(
                    "<tspan style=\"font-family:'Noto Color Emoji','Apple Color Emoji','Segoe UI Emoji'\">%1</tspan>")
                    .arg(emoji);
    emoji.clear();
  };
  QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, content);
  for (qsizetype from = 0, to = finder.toNextBoundary(); to > 0; from = to, to = finder.toNextBoundary()) {
    const QString cluster = content.mid(from, to - from);
    if (isEmoji(cluster)) {
      emoji += cluster;
      continue;
    }
    flush();
    result += cluster;
  }
  flush();
  return result;
}

/// What QSvgGenerator leaves to do: sizes in pixels, title and description, families with fallbacks, widths of texts (a
/// program without the font then still keeps every text within its place), no empty groups.
QByteArray finishedSvg(const QByteArray& raw, const Figure& figure, QSizeF size) {
  QString svg = xmlCharacters(QString::fromUtf8(raw));
  static const QRegularExpression emptyGroup(QStringLiteral("<g [^>]*>\\s*</g>\\s*"));
  svg.remove(emptyGroup);
  static const QRegularExpression header(QStringLiteral("<svg width=\"[^\"]*\" height=\"[^\"]*\"([^>]*>)"));
  const auto units = [](double u) { return QString::number(std::round(u * 100) / 100, 'g', 10); };
  const QRegularExpressionMatch start = header.match(svg);
  if (start.hasMatch())
    svg.replace(start.capturedStart(), start.capturedLength(),
                QStringLiteral("<svg role=\"img\" width=\"") + units(size.width()) + QStringLiteral("\" height=\"") +
                    units(size.height()) + QLatin1Char('"') + start.captured(1) + QStringLiteral("\n<title>") +
                    xmlText(figure.title()) + QStringLiteral("</title>\n<desc>") + xmlText(figure.altText()) +
                    QStringLiteral("</desc>"));

  // Where fonts change, a text is cut: a variation selector stays with the character before it.
  static const QRegularExpression selectors(QStringLiteral("</text>(\\s*)<text [^>]*>([\\x{FE00}-\\x{FE0F}]+)</text>"));
  svg.replace(selectors, QStringLiteral("\\2</text>\\1"));

  static const QRegularExpression text(QStringLiteral(
      "<text ([^>]*?)font-family=\"([^\"]*)\" font-size=\"([0-9.]+)\" font-weight=\"([0-9]+)\"([^>]*)>([^<]*)</text>"));
  QString result;
  qsizetype done = 0;
  for (auto it = text.globalMatch(svg); it.hasNext();) {
    const QRegularExpressionMatch match = it.next();
    QFont font;
    font.setFamilies(figure.families());
    font.setPixelSize(qMax(1, qRound(match.captured(3).toDouble())));
    font.setWeight(static_cast<QFont::Weight>(match.captured(4).toInt()));
    font.setHintingPreference(QFont::PreferNoHinting);
    const QString content = unescaped(match.captured(6));
    const double width = QFontMetricsF(font).horizontalAdvance(content);
    result += QStringView(svg).mid(done, match.capturedEnd(5) - done);
    if (width > 0 && content.size() > 1)
      result += QStringLiteral(" textLength=\"%1\" lengthAdjust=\"spacingAndGlyphs\"").arg(units(width));
    // The place is the left end of the text, whichever way it is read.
    if (content.isRightToLeft()) result += QStringLiteral(" direction=\"rtl\" text-anchor=\"end\"");
    result += u'>' + withEmojiFonts(match.captured(6));
    done = match.capturedEnd(6);
  }
  svg = result + svg.mid(done);

  QStringList families;
  for (const QString& family : figure.families()) families << QStringLiteral("'%1'").arg(family);
  // What the letters of other scripts are found in, on systems that have Noto.
  for (const char* script : {"CJK SC", "Arabic", "Hebrew", "Devanagari", "Thai"})
    families << QStringLiteral("'Noto Sans %1'").arg(QLatin1String(script));
  // No emoji font: it has digits of its own, which some programs then take.
  families << QStringLiteral("sans-serif");
  static const QRegularExpression family(QStringLiteral("font-family=\"[^\"]*\""));
  svg.replace(family, QStringLiteral("font-family=\"%1\"").arg(xmlText(families.join(QStringLiteral(", ")))));
  return svg.toUtf8();
}

/// The order of fonts in a PDF hangs on the seed of Qt's hash tables: fixed while one is written.
struct FixedHashSeed {
  FixedHashSeed() { QHashSeed::setDeterministicGlobalSeed(); }
  ~FixedHashSeed() { QHashSeed::resetRandomGlobalSeed(); }
};

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
    // Written in finishedSvg: whether QSvgGenerator escapes them depends on its version.
    generator.setTitle({});
    generator.setDescription({});
    QCPPainter painter(&generator);
    drawVectors(painter);
    figure.paint(painter, QRectF(QPointF(0, 0), size));
  }
  bytes = finishedSvg(bytes, figure, size);
  if (options.provenance) {
    const QByteArray end = "</desc>";
    const QByteArray metadata =
        "\n<metadata>" + QByteArray::fromStdString(provenanceElement(*options.provenance)) + "</metadata>";
    bytes.insert(bytes.indexOf(end) + end.size(), metadata);
  }
  return bytes;
}

}  // namespace

void drawVectors(QCPPainter& painter) {
  painter.setMode(QCPPainter::pmVectorized);
  painter.setMode(QCPPainter::pmNoCaching);
  painter.setMode(QCPPainter::pmNonCosmetic);
}

FigureFormat figureFormat(const std::filesystem::path& path) {
  const QString suffix = QString::fromStdString(path.extension().string()).toLower();
  if (suffix == QStringLiteral(".png")) return FigureFormat::Png;
  if (suffix == QStringLiteral(".svg")) return FigureFormat::Svg;
  if (suffix == QStringLiteral(".pdf")) return FigureFormat::Pdf;
  throw Error("cannot write '" + path.string() + "': expected a name that ends in .png, .svg or .pdf");
}

QImage figureImage(const Figure& figure, const WriteOptions& options) {
  checkOptions(options);
  QImage image(options.size, QImage::Format_ARGB32_Premultiplied);
  if (image.isNull())
    throw Error("figure: not enough memory for " + std::to_string(options.size.width()) + " x " +
                std::to_string(options.size.height()) + " pixels");
  image.fill(Qt::transparent);
  image.setDotsPerMeterX(static_cast<int>(std::lround(options.dpi / 0.0254)));
  image.setDotsPerMeterY(static_cast<int>(std::lround(options.dpi / 0.0254)));
  QCPPainter painter(&image);
  painter.setMode(QCPPainter::pmNoCaching);
  painter.setRenderHint(QPainter::TextAntialiasing);
  painter.scale(options.dpi / kUnitsPerInch, options.dpi / kUnitsPerInch);
  figure.paint(painter, QRectF(QPointF(0, 0), figureSize(options)));
  return image;
}

QByteArray figureBytes(const Figure& figure, FigureFormat format, const WriteOptions& options) {
  checkOptions(options);
  switch (format) {
    case FigureFormat::Png:
      return pngBytes(figure, options);
    case FigureFormat::Svg:
      return svgBytes(figure, options);
    case FigureFormat::Pdf:
      return pdfPages({&figure}, figure.title(), options);
  }
  return {};
}

QByteArray pdfPages(const std::vector<const Figure*>& figures, const QString& title, const WriteOptions& options) {
  checkOptions(options);
  const QSizeF size = figureSize(options);
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  {
    const FixedHashSeed fixedSeed;
    QPdfWriter writer(&buffer);
    writer.setResolution(static_cast<int>(kUnitsPerInch));
    writer.setPageSize(QPageSize(size * (72 / kUnitsPerInch), QPageSize::Point, QString(), QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    writer.setTitle(xmlCharacters(title));
    writer.setCreator(QStringLiteral("Headlight ") + QString::fromUtf8(kVersion));
    writer.setDocumentXmpMetadata(xmpPacket(title, figures.front()->altText(), options.provenance));
    QCPPainter painter(&writer);
    drawVectors(painter);
    for (const Figure* figure : figures) {
      if (figure != figures.front()) writer.newPage();
      figure->paint(painter, QRectF(QPointF(0, 0), size));
    }
  }
  return repeatablePdf(bytes);
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
