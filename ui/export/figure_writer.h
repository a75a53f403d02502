#pragma once

#include <QByteArray>
#include <QImage>
#include <QSize>
#include <filesystem>
#include <optional>
#include <vector>

#include "ui/export/provenance.h"
#include "ui/figures/figure.h"

class QCPPainter;
class QMimeData;

namespace headlight {

/// Figure units.
inline constexpr double kUnitsPerInch = 96;
/// Has a painter keep lines and letters as vectors, as wide as they are drawn.
void drawVectors(QCPPainter& painter);

enum class FigureFormat { Png, Svg, Pdf };

/// `size` at `dpi` gives the figure's size in inches, and so its layout: 1600 × 900 at 96 dpi is laid out as
/// 1600 × 900 units, 3200 × 1800 at 192 dpi is the same picture with twice the pixels.
struct WriteOptions {
  QSize size = {1600, 900};  ///< Pixels of a PNG.
  double dpi = 96;
  std::optional<FigureFormat> format;         ///< Instead of the one that the path's suffix names.
  std::optional<Provenance> provenance = {};  ///< What made the figure, to be kept in its file.
};

/// The format that the suffix of `path` names; throws Error for any other suffix.
FigureFormat figureFormat(const std::filesystem::path& path);

/// The figure as a picture of options.size pixels; throws Error where there is not enough memory.
QImage figureImage(const Figure& figure, const WriteOptions& options);

/// The figure as the bytes of a file. The same figure and options give the same bytes.
QByteArray figureBytes(const Figure& figure, FigureFormat format, const WriteOptions& options);

/// Writes the figure to `path`, whole or not at all; throws Error that names the path and the reason.
void writeFigure(const Figure& figure, const std::filesystem::path& path, const WriteOptions& options = {});

/// Several figures as the pages of one PDF. At least one.
QByteArray pdfPages(const std::vector<const Figure*>& figures, const QString& title, const WriteOptions& options);

/// The figure for the clipboard, as PNG (twice the pixels) and SVG; the caller owns it.
QMimeData* figureMimeData(const Figure& figure, QSize size);

}  // namespace headlight
