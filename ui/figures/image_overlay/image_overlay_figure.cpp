#include "ui/figures/image_overlay/image_overlay_figure.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

#include "ui/figures/cell_words.h"
#include "ui/figures/head_words.h"
#include "ui/figures/painting.h"
#include "ui/figures/token_label.h"
#include "ui/words.h"

namespace headlight {
namespace {

/// How dense a colour lies over the picture at a place of the scale: something of the picture is always seen.
double density(double position) { return 0.1 + 0.75 * position; }

QColor overlayColour(const ColourMap& map, double position) {
  QColor colour = map.colour(position);
  colour.setAlphaF(static_cast<float>(density(position)));
  return colour;
}

/// All patches of a picture as one image of a pixel each.
QImage overlayImage(const ImageOverlayData& data, Index head, Index rows, Index cols, const ColourMap& map,
                    const ColourScale& scale) {
  QImage out(static_cast<int>(cols), static_cast<int>(rows), QImage::Format_ARGB32);
  for (Index patch = 0; patch < rows * cols; ++patch) {
    const float weight = data.weights(head, patch);
    const QColor colour = !std::isfinite(weight) ? QColor(0, 0, 0, 0) : overlayColour(map, scale.position(weight));
    out.setPixelColor(static_cast<int>(patch % cols), static_cast<int>(patch / cols), colour);
  }
  return out;
}

constexpr std::size_t kMostSpots = 4000;

}  // namespace

QImage greyUnderlay(const RgbImage& image, bool dark) {
  QImage out(static_cast<int>(image.width), static_cast<int>(image.height), QImage::Format_Grayscale8);
  const double black = dark ? 20 : 70, white = dark ? 190 : 255;
  for (int y = 0; y < out.height(); ++y) {
    uchar* line = out.scanLine(y);
    for (int x = 0; x < out.width(); ++x) {
      const std::uint8_t* rgb = &image.bytes[static_cast<std::size_t>((y * out.width() + x) * 3)];
      const double grey = 0.299 * rgb[0] + 0.587 * rgb[1] + 0.114 * rgb[2];
      line[x] = static_cast<uchar>(std::lround(black + grey / 255 * (white - black)));
    }
  }
  return out;
}

Index ImageOverlayFigure::token() const {
  if (isEmpty()) return 0;
  const Index most = m_direction == Direction::Gives ? maps()->queries() : maps()->keys();
  return m_token && *m_token >= 0 && *m_token < most ? *m_token : 0;
}

const Token& ImageOverlayFigure::chosenToken() const {
  const auto& tokens = m_direction == Direction::Gives ? maps()->queryTokens() : maps()->keyTokens();
  return tokens[static_cast<std::size_t>(token())];
}

const std::vector<Token>& ImageOverlayFigure::otherTokens() const {
  return m_direction == Direction::Gives ? maps()->keyTokens() : maps()->queryTokens();
}

std::vector<HeadId> ImageOverlayFigure::shownHeads() const {
  if (!m_allHeads || isEmpty()) return heads();
  std::vector<HeadId> all;
  for (int layer = 0; layer < maps()->layers(); ++layer)
    for (int head = 0; head < maps()->heads(); ++head) all.push_back({layer, head});
  return all;
}

const ImageOverlayData& ImageOverlayFigure::data() const {
  const ImageOverlayRequest wanted{shownHeads(), token(), m_direction};
  if (!m_data || m_data->request != wanted)
    m_data = std::make_shared<ImageOverlayData>(computeImageOverlay(*maps(), *context().pixels, wanted));
  return *m_data;
}

ColourScale ImageOverlayFigure::scale() const {
  return scaleUpTo(style().range == ScaleRange::PerHead ? std::optional<double>(data().largest) : std::nullopt);
}

QString ImageOverlayFigure::besideText() const {
  QStringList names;
  for (const Token& token : otherTokens())
    if (!patchOf(token, *context().pixels)) names << tokenLabel(token);
  return ((m_direction == Direction::Gives) != context().transposed ? Words::tr("on %1") : Words::tr("from %1"))
      .arg(names.join(QStringLiteral(", ")));
}

QString ImageOverlayFigure::title() const {
  if (!hasImage()) return HeadsFigure::title();
  const QString heads =
      m_allHeads ? Words::tr("%1 layers × %2 heads").arg(maps()->layers()).arg(maps()->heads()) : HeadsFigure::title();
  return heads + (m_direction == Direction::Gives ? rowTitle(context(), tokenLabel(chosenToken()))
                                                  : columnTitle(context(), tokenLabel(chosenToken())));
}

ImageOverlayLayout ImageOverlayFigure::layout(QSizeF size) const {
  if (!hasImage()) return {};
  const PixelInput& pixels = *context().pixels;
  ImageOverlaySpec spec;
  fill(spec, size);
  spec.image = QSizeF(static_cast<double>(pixels.width), static_cast<double>(pixels.height));
  spec.patch = QSizeF(static_cast<double>(pixels.patchWidth), static_cast<double>(pixels.patchHeight));
  spec.rows = pixels.rows();
  spec.cols = pixels.cols();
  for (const HeadId head : shownHeads()) spec.names.push_back(headName(head));
  if (m_allHeads) spec.columns = maps()->heads();
  spec.besideText = besideText();
  spec.scale = scale();
  spec.notes.push_back(
      Words::tr("The image as the model read it, in grey; higher values have a stronger, denser colour."));
  if (data().numberless > 0) spec.notes.push_back(numberlessNote(data().numberless));
  spec.notes.push_back(
      style().range == ScaleRange::Common ? scaleNote() : scaleName() + Words::tr(", up to the largest number shown."));
  const bool several = spec.names.size() > 1;
  if (several && !spec.besideText.isEmpty())
    spec.notes.push_back(Words::tr("Bar below: the part %1 (full = 100%).").arg(spec.besideText));
  return layoutImageOverlay(spec, FontTextMetrics(style()));
}

std::optional<QString> ImageOverlayFigure::nothing() const {
  return hasImage() ? std::nullopt : std::optional(Words::tr("No image: this model read a text"));
}

void ImageOverlayFigure::draw(QPainter& p, QSizeF size) const {
  const ImageOverlayLayout layout = this->layout(size);
  const ImageOverlayData& numbers = data();
  const ColourScale scale = this->scale();
  const ColourMap map = style().map();
  const Palette& inks = style().inks();
  const PixelInput& pixels = *context().pixels;
  const QImage under = greyUnderlay(pictureOf(pixels), style().dark());
  const Index patches = layout.rows * layout.cols;
  const bool vector = static_cast<Index>(layout.tiles.size()) * patches <= kMaxVectorCells;
  const QSizeF grid(layout.patch.width() * static_cast<double>(layout.cols),
                    layout.patch.height() * static_cast<double>(layout.rows));
  for (std::size_t i = 0; i < layout.tiles.size(); ++i) {
    const ImageOverlayLayout::Tile& tile = layout.tiles[i];
    const auto head = static_cast<Index>(i);
    p.setRenderHint(QPainter::SmoothPixmapTransform, true);
    p.drawImage(tile.picture, under);
    p.setRenderHint(QPainter::Antialiasing, false);
    if (vector) {
      for (Index patch = 0; patch < patches; ++patch)
        if (const float weight = numbers.weights(head, patch); std::isfinite(weight))
          p.fillRect(layout.patchRect(i, patch), overlayColour(map, scale.position(weight)));
        else if (std::isinf(weight))
          paintNoNumber(p, layout.patchRect(i, patch), style());
    } else {
      p.setRenderHint(QPainter::SmoothPixmapTransform, false);
      p.drawImage(QRectF(tile.picture.topLeft(), grid),
                  overlayImage(numbers, head, layout.rows, layout.cols, map, scale));
    }
    p.setRenderHint(QPainter::Antialiasing, true);
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(inks.hairline, 1));
    p.drawRect(tile.picture);
    const double share = std::clamp(numbers.beside[i], 0.0, 1.0);
    paintShareBar(p, tile.bar, share, Qt::Horizontal, inks.neutral, style());
    if (tile.name) paintText(p, *tile.name, style(), layout.labelSize, inks.ink);
    if (layout.tiles.size() > 1) continue;
    PlacedText value = tile.value;
    value.text = percentText(numbers.beside[i], 0);
    paintText(p, value, style(), layout.labelSize, inks.muted);
  }
  // The patch whose attention it is.
  if (const auto patch = patchOf(chosenToken(), pixels)) {
    p.setRenderHint(QPainter::Antialiasing, true);
    p.setBrush(Qt::NoBrush);
    for (std::size_t i = 0; i < layout.tiles.size(); ++i) {
      const QRectF box = layout.patchRect(i, *patch);
      p.setPen(QPen(inks.paper, std::clamp(box.width() * 0.16, 2.0, 5.0)));
      p.drawRect(box);
      p.setPen(QPen(inks.accent, std::clamp(box.width() * 0.08, 1.2, 2.5)));
      p.drawRect(box);
    }
  }
  if (layout.besideTitle) paintText(p, *layout.besideTitle, style(), layout.labelSize, inks.muted);
  paintColourBar(p, layout.legend, style());
  paintFrame(p, layout.frame, style());
}

QString ImageOverlayFigure::patchWords(std::size_t tile, Index patch) const {
  const ImageOverlayData& numbers = data();
  const bool gives = m_direction == Direction::Gives;
  const std::vector<Token>& others = otherTokens();
  const auto other = std::find_if(others.begin(), others.end(),
                                  [&](const Token& t) { return patchOf(t, *context().pixels) == patch; });
  if (other == others.end()) return {};
  const QString chosen = tokenLabel(chosenToken()), label = tokenLabel(*other);
  const float weight = numbers.weights(static_cast<Index>(tile), patch);
  return cellWords(context(), gives ? chosen : label, gives ? label : chosen, weight, 2);
}

std::vector<FigureSpot> ImageOverlayFigure::spots(QSizeF size) const {
  std::vector<FigureSpot> spots;
  if (!hasImage()) return spots;
  const ImageOverlayLayout places = layout(size);
  const std::vector<HeadId> heads = shownHeads();
  const bool gives = m_direction == Direction::Gives;
  const std::vector<Token>& others = otherTokens();
  if (heads.size() * others.size() > kMostSpots) {
    for (std::size_t i = 0; i < heads.size(); ++i)
      spots.push_back({places.tiles[i].picture, headName(heads[i]), -1, -1, heads[i]});
    return spots;
  }
  for (std::size_t i = 0; i < heads.size(); ++i)
    for (std::size_t k = 0; k < others.size(); ++k) {
      const auto patch = patchOf(others[k], *context().pixels);
      if (!patch) continue;
      const QString text =
          (heads.size() > 1 ? headName(heads[i]) + QStringLiteral(": ") : QString()) + patchWords(i, *patch);
      spots.push_back({places.patchRect(i, *patch), text, gives ? token() : static_cast<Index>(k),
                       gives ? static_cast<Index>(k) : token(), heads[i]});
    }
  return spots;
}

QSizeF ImageOverlayFigure::preferredSize() const {
  if (!hasImage()) return {640, 480};
  const double ratio = static_cast<double>(context().pixels->width) / static_cast<double>(context().pixels->height);
  const double count = static_cast<double>(shownHeads().size());
  if (m_allHeads)
    return {std::clamp(140 + 96 * ratio * maps()->heads(), 480.0, 2400.0),
            std::clamp(140.0 + 118 * maps()->layers(), 360.0, 2400.0)};
  const double side = count == 1 ? 420 : 200, columns = std::ceil(std::sqrt(count));
  return {std::clamp(140 + side * ratio * columns, 480.0, 2400.0),
          std::clamp(140 + (side + 24) * std::ceil(count / columns), 360.0, 2400.0)};
}

QString ImageOverlayFigure::altText() const {
  if (!hasImage()) return Words::tr("No image for the overlay.");
  QString text = Words::tr("The image with the attention of one token laid over its %1 patches. ")
                     .arg(context().pixels->patches()) +
                 titleAndSubtitle();
  const ImageOverlayData& numbers = data();
  const std::vector<HeadId> heads = shownHeads();
  for (std::size_t i = 0; i < heads.size() && i < 4; ++i) {
    Index most = 0;
    for (Index patch = 1; patch < numbers.weights.cols(); ++patch)
      if (!(numbers.weights(static_cast<Index>(i), patch) <= numbers.weights(static_cast<Index>(i), most)))
        most = patch;
    text += Words::tr(" %1: strongest %2; %3 %4.")
                .arg(headName(heads[i]), patchWords(i, most), percentText(numbers.beside[i], 0), besideText());
  }
  return text;
}

}  // namespace headlight
