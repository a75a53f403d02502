#include "ui/figures/image_overlay/image_overlay_figure.h"

#include <QImage>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "ui/figures/cell_words.h"
#include "ui/figures/head_words.h"
#include "ui/figures/image_overlay/backdrop.h"
#include "ui/figures/painting.h"
#include "ui/figures/token_label.h"
#include "ui/words.h"

namespace headlight {
namespace {

/// How dense a colour lies over the picture at a place of the scale: something of the picture is always seen.
double density(double position) { return 0.05 + 0.8 * position; }

QColor overlayColour(const ColourMap& map, double position) {
  QColor colour = map.colour(position);
  colour.setAlphaF(static_cast<float>(density(position)));
  return colour;
}

constexpr std::size_t kMostSpots = 4000;
constexpr int kSharesDigits = 1;

}  // namespace

void ImageOverlayFigure::changed() { m_data = nullptr; }

Index ImageOverlayFigure::token() const {
  if (isEmpty()) return 0;
  const bool gives = m_direction == Direction::Gives;
  const std::vector<Token>& tokens = gives ? maps()->queryTokens() : maps()->keyTokens();
  if (m_token && *m_token >= 0 && *m_token < static_cast<Index>(tokens.size())) return *m_token;
  const bool words =
      std::any_of(tokens.begin(), tokens.end(), [](const Token& token) { return !token.place && !token.special; });
  return words ? defaultToken(tokens) : 0;
}

const Token& ImageOverlayFigure::chosenToken() const {
  const auto& tokens = m_direction == Direction::Gives ? maps()->queryTokens() : maps()->keyTokens();
  return tokens[static_cast<std::size_t>(token())];
}

const std::vector<Token>& ImageOverlayFigure::otherTokens() const {
  return m_direction == Direction::Gives ? maps()->keyTokens() : maps()->queryTokens();
}

std::vector<HeadId> ImageOverlayFigure::shownHeads() const {
  return !m_allHeads || isEmpty() ? heads() : maps()->allHeads();
}

const ImageOverlayData& ImageOverlayFigure::data() const {
  ImageOverlayRequest wanted{shownHeads(), token(), m_direction, {}, m_picture};
  if (m_direction == Direction::Gives) wanted.sinks = sinks();
  if (!m_data || m_data->request != wanted)
    m_data = std::make_shared<ImageOverlayData>(
        isEmpty() ? ImageOverlayData()
                  : computeImageOverlay(*maps(), context().media.get(), context().pixels.get(), wanted));
  return *m_data;
}

ColourScale ImageOverlayFigure::scale() const {
  return scaleUpTo(style().range == ScaleRange::PerHead ? std::optional<double>(data().largest) : std::nullopt);
}

bool ImageOverlayFigure::isSound() const {
  return !data().planes.empty() && data().planes.front().kind == MediaPlane::Kind::Sound;
}

QString ImageOverlayFigure::besideName() const {
  constexpr qsizetype kMostNames = 3;
  QStringList names;
  for (std::size_t i = 0; i < otherTokens().size(); ++i) {
    const Token& token = otherTokens()[i];
    if (data().parts[i] != MediaPart::Beside) continue;
    if (const QString label = tokenLabel(token); !names.contains(label)) names << label;
    if (names.size() > kMostNames) return Words::tr("text");
  }
  const bool all = std::all_of(otherTokens().begin(), otherTokens().end(),
                               [](const Token& token) { return token.special || token.place; });
  return names.isEmpty() || !all ? Words::tr("text") : names.join(QStringLiteral(", "));
}

QString ImageOverlayFigure::sharesText(std::size_t head) const {
  const MediaShares& shares = data().shares[head];
  QStringList parts;
  const auto add = [&](const QString& name, double share, bool always) {
    if (always || share > 0)
      parts << Words::tr("%1 %2", "what attention goes to and its share").arg(name, percentText(share, kSharesDigits));
  };
  const bool several = std::count_if(data().planes.begin(), data().planes.end(), [](const MediaPlane& plane) {
                         return plane.kind == MediaPlane::Kind::Picture;
                       }) > 1;
  add(isSound() ? Words::tr("sound") : several ? Words::tr("pictures") : Words::tr("picture"), shares.media, true);
  add(besideName(), shares.beside, false);
  if (!data().request.sinks.empty()) add(sinkText(), shares.sinks, true);
  add(Words::tr("after the sound"), shares.behind, false);
  add(Words::tr("no token"), shares.noToken, false);
  return parts.join(QStringLiteral(" · "));
}

QString ImageOverlayFigure::title() const {
  if (!hasImage()) return HeadsFigure::title();
  const QString heads =
      m_allHeads
          ? Words::tr("%1 layers × %2 heads").arg(maps()->layerNumbers().size()).arg(maps()->headNumbers().size()) +
                attentionNote(head().attention)
          : HeadsFigure::title();
  return heads + (m_direction == Direction::Gives ? rowTitle(context(), tokenLabel(chosenToken()))
                                                  : columnTitle(context(), tokenLabel(chosenToken())));
}

QString ImageOverlayFigure::planeLabel(std::size_t plane) const {
  const std::vector<MediaPlane>& planes = data().planes;
  const MediaPlane& own = planes[plane];
  if (own.kind == MediaPlane::Kind::Sound) return Words::tr("Sound");
  const auto ofImage = [&](const MediaPlane& other) { return other.image == own.image; };
  const bool pair = std::count_if(planes.begin(), planes.end(), ofImage) > 1;
  const bool several = !std::all_of(planes.begin(), planes.end(), ofImage);
  const QString number = QString::number(own.image + 1);
  const bool tiles = own.kind == MediaPlane::Kind::Tiles;
  if (!pair) return Words::tr("Picture %1").arg(number);
  if (!several) return tiles ? Words::tr("In tiles") : Words::tr("As a whole");
  return tiles ? Words::tr("Picture %1, in tiles").arg(number) : Words::tr("Picture %1, as a whole").arg(number);
}

std::vector<QString> ImageOverlayFigure::notes() const {
  const ImageOverlayData& numbers = data();
  std::vector<QString> notes;
  const auto any = [&](auto test) { return std::any_of(numbers.planes.begin(), numbers.planes.end(), test); };
  notes.push_back(
      isSound() ? Words::tr("The sound as the model hears it, in grey; higher values have a stronger, denser colour.")
                : Words::tr("The picture in dimmed colours; higher values have a stronger, denser colour."));
  if (m_smooth) {
    bool regular = true;
    for (std::size_t i = 0; i < numbers.planes.size(); ++i) regular = regular && gridOfPlane(i);
    notes.push_back(regular
                        ? Words::tr("Smoothed between the middles of patches; the model sees no finer than a patch.")
                        : Words::tr("Not smoothed where patches have several sizes."));
  }
  const auto covered = [](const MediaPlane& plane) {
    QRectF all;
    for (const MediaCell& cell : plane.cells) all |= cell.box;
    return all;
  };
  constexpr double kSlack = 1e-3;
  if (any([&](const MediaPlane& plane) {
        const QRectF read = covered(plane);
        return plane.kind != MediaPlane::Kind::Sound &&
               (read.left() > plane.shown.left() + kSlack || read.top() > plane.shown.top() + kSlack ||
                read.right() < plane.shown.right() - kSlack || read.bottom() < plane.shown.bottom() - kSlack);
      }))
    notes.push_back(Words::tr("Paler: what the model does not see."));
  if (any([&](const MediaPlane& plane) {
        return plane.kind != MediaPlane::Kind::Sound &&
               !QRectF(-kSlack, -kSlack, 1 + 2 * kSlack, 1 + 2 * kSlack).contains(plane.shown);
      }))
    notes.push_back(Words::tr("Patches beyond the picture are padding."));
  if (any([](const MediaPlane& plane) { return plane.kind == MediaPlane::Kind::Tiles; }) &&
      any([](const MediaPlane& plane) { return plane.kind == MediaPlane::Kind::Picture; }))
    notes.push_back(Words::tr("The model reads the picture as a whole and in tiles."));
  if (std::any_of(numbers.cells.begin(), numbers.cells.end(),
                  [](const ImageOverlayData::Cell& cell) { return cell.sink; }))
    notes.push_back(Words::tr("Hatched: %1.").arg(sinkText()));
  if (numbers.numberless > 0) notes.push_back(numberlessNote(numbers.numberless));
  notes.push_back(style().range == ScaleRange::Common ? scaleNote()
                                                      : scaleName() + Words::tr(", up to the largest number shown."));
  if (numbers.shares.size() > 1) {
    double least = 1e9, most = 0;
    for (const MediaShares& shares : numbers.shares) {
      least = std::min(least, shares.media);
      most = std::max(most, shares.media);
    }
    const QString between =
        Words::tr("%1 to %2", "the smallest and the largest share").arg(percentText(least, 0), percentText(most, 0));
    notes.push_back((isSound()
                         ? Words::tr("Bars: attention on the sound (colour; %1), on %2 (grey), on sinks (hatched).")
                         : Words::tr("Bars: attention on the picture (colour; %1), on %2 (grey), on sinks (hatched)."))
                        .arg(between, besideName()));
  }
  return notes;
}

ImageOverlayLayout ImageOverlayFigure::layout(QSizeF size) const {
  if (!hasImage()) return {};
  const ImageOverlayData& numbers = data();
  ImageOverlaySpec spec;
  fill(spec, size);
  const std::vector<HeadId> heads = shownHeads();
  for (std::size_t i = 0; i < numbers.planes.size(); ++i) {
    const MediaPlane& plane = numbers.planes[i];
    const QString label =
        heads.size() == 1
            ? planeLabel(i) + QStringLiteral(": ") +
                  percentText(static_cast<double>(numbers.onPlanes(0, static_cast<Index>(i))), kSharesDigits)
            : QString();
    spec.planes.push_back(
        {plane.shown, plane.aspect, label, plane.kind == MediaPlane::Kind::Sound ? plane.shown.width() : 0});
  }
  for (const HeadId head : heads) spec.heads.push_back(headName(head));
  if (m_allHeads) spec.columns = static_cast<int>(maps()->headNumbers().size());
  if (heads.size() == 1) spec.shares = sharesText(0);
  spec.scale = scale();
  spec.notes = notes();
  return layoutImageOverlay(spec, FontTextMetrics(style()));
}

std::optional<QString> ImageOverlayFigure::nothing() const {
  return hasImage() ? std::nullopt : std::optional(Words::tr("No image: this model read a text"));
}

void ImageOverlayFigure::paintShares(QPainter& p, const QRectF& bar, const MediaShares& shares) const {
  paintShareBar(p, bar, 0, Qt::Horizontal, style().inks().neutral, style());
  const double all = std::max(1.0, shares.media + shares.beside + shares.sinks + shares.behind + shares.noToken);
  double left = bar.left();
  const auto next = [&](double share) {
    QRectF part = bar;
    part.setLeft(left);
    part.setWidth(bar.width() * std::max(0.0, share) / all);
    left = part.right();
    return part;
  };
  p.fillRect(next(shares.media), style().map().colour(0.75));
  p.fillRect(next(shares.beside), style().inks().neutral);
  paintHatch(p, next(shares.sinks), style());
}

std::optional<CellGrid> ImageOverlayFigure::gridOfPlane(std::size_t plane) const {
  std::vector<QRectF> boxes;
  for (const ImageOverlayData::Cell& cell : data().cells)
    if (cell.plane == plane) boxes.push_back(cell.box);
  return gridOf(boxes);
}

void ImageOverlayFigure::paintCells(QPainter& p, const ImageOverlayLayout::Tile& tile) const {
  const ImageOverlayData& numbers = data();
  const ColourScale scale = this->scale();
  const ColourMap map = style().map();
  const auto colourOf = [&](double weight) { return overlayColour(map, scale.position(weight)); };
  const std::size_t all = numbers.cells.size() * numbers.shares.size();
  const std::optional<CellGrid> grid =
      m_smooth || all > static_cast<std::size_t>(kMaxVectorCells) ? gridOfPlane(tile.plane) : std::nullopt;
  Matrix weights;  // Of a picture of all cells.
  if (grid) weights = Matrix::Constant(grid->rows, grid->cols, std::nanf(""));
  p.setRenderHint(QPainter::Antialiasing, false);
  for (std::size_t i = 0; i < numbers.cells.size(); ++i) {
    const ImageOverlayData::Cell& cell = numbers.cells[i];
    if (cell.plane != tile.plane) continue;
    const QRectF box = tile.rectOf(cell.box);
    const float weight = numbers.weights(static_cast<Index>(tile.head), static_cast<Index>(i));
    if (cell.sink)
      paintHatch(p, box, style());
    else if (std::isnan(weight))
      paintNoNumber(p, box, style());
    else if (grid)
      weights(grid->rowOf(cell.box), grid->colOf(cell.box)) = weight;
    else
      p.fillRect(box, colourOf(static_cast<double>(weight)));
    p.setRenderHint(QPainter::Antialiasing, false);
  }
  if (!grid) return;
  const QRectF box = tile.rectOf(grid->all);
  constexpr double kMostPixels = 800;  // Along a side: what lies between patches has no edges.
  const double finer = std::min(2.0, kMostPixels / std::max(box.width(), box.height()));
  const QSize size =
      m_smooth ? (box.size() * finer).toSize().expandedTo({grid->cols, grid->rows}) : QSize(grid->cols, grid->rows);
  p.setRenderHint(QPainter::SmoothPixmapTransform, m_smooth);
  p.drawImage(box, smoothed(weights, size, colourOf));
}

void ImageOverlayFigure::draw(QPainter& p, QSizeF size) const {
  const ImageOverlayLayout layout = this->layout(size);
  const ImageOverlayData& numbers = data();
  const Palette& inks = style().inks();
  std::map<std::size_t, QImage> under;
  for (const ImageOverlayLayout::Tile& tile : layout.tiles) {
    const auto [at, added] = under.try_emplace(tile.plane);
    if (added) {
      // Finer than a screen where the picture is, but for a contact sheet, of which there are many.
      const MediaPlane& plane = numbers.planes[tile.plane];
      const auto number = static_cast<std::size_t>(plane.image);
      const SeenMedia* media = context().media.get();
      double own = 2;
      if (plane.kind != MediaPlane::Kind::Sound && media && number < media->pictures.size() &&
          media->pictures[number].image)
        own = static_cast<double>(media->pictures[number].image->width) * plane.shown.width() / tile.picture.width();
      const double finer = std::min(std::clamp(own, 1.0, layout.tiles.size() > 8 ? 1.5 : 3.0),
                                    2400 / std::max(tile.picture.width(), tile.picture.height()));
      const QSize pixels = (tile.picture.size() * finer).toSize().expandedTo({1, 1});
      at->second = backdropOf(numbers.planes[tile.plane], context().media.get(), context().pixels.get(), pixels,
                              inks.paper.rgb(), inks.ink.rgb());
    }
    p.setRenderHint(QPainter::SmoothPixmapTransform, true);
    p.drawImage(tile.picture, at->second);
    paintCells(p, tile);
    p.setRenderHint(QPainter::Antialiasing, true);
    p.setBrush(Qt::NoBrush);
    p.setPen(QPen(inks.hairline, 1));
    p.drawRect(tile.picture);
    for (std::size_t i = 0; i < tile.ticks.size(); ++i) {
      p.setPen(QPen(inks.muted, 0.75));
      p.drawLine(QPointF(tile.tickAt[i], tile.picture.bottom()), QPointF(tile.tickAt[i], tile.picture.bottom() + 3));
      paintText(p, tile.ticks[i], style(), layout.labelSize, inks.muted);
    }
    if (tile.label) paintText(p, *tile.label, style(), layout.labelSize, inks.ink);
  }
  for (std::size_t head = 0; head < layout.groups.size(); ++head) {
    const ImageOverlayLayout::Group& group = layout.groups[head];
    paintShares(p, group.bar, numbers.shares[head]);
    if (group.name) paintText(p, *group.name, style(), layout.labelSize, inks.ink);
  }
  // The cell whose attention it is.
  const std::vector<Token>& chosenSide = m_direction == Direction::Gives ? maps()->queryTokens() : maps()->keyTokens();
  const bool sameSide = chosenSide.size() == otherTokens().size() && !context().cross;
  if (const auto cell = sameSide && chosenToken().place ? numbers.cellOf(token()) : std::nullopt) {
    p.setRenderHint(QPainter::Antialiasing, true);
    p.setBrush(Qt::NoBrush);
    for (const ImageOverlayLayout::Tile& tile : layout.tiles) {
      if (tile.plane != numbers.cells[*cell].plane) continue;
      const QRectF box = tile.rectOf(numbers.cells[*cell].box);
      p.setPen(QPen(inks.paper, std::clamp(box.width() * 0.16, 2.0, 5.0)));
      p.drawRect(box);
      p.setPen(QPen(inks.accent, std::clamp(box.width() * 0.08, 1.2, 2.5)));
      p.drawRect(box);
    }
  }
  paintColourBar(p, layout.legend, style());
  paintFrame(p, layout.frame, style());
}

QString ImageOverlayFigure::cellText(std::size_t head, std::size_t cell) const {
  const ImageOverlayData& numbers = data();
  if (cell >= numbers.cells.size() || head >= numbers.shares.size()) return {};
  const bool gives = m_direction == Direction::Gives;
  const QString chosen = tokenLabel(chosenToken());
  const QString label = tokenLabel(otherTokens()[static_cast<std::size_t>(numbers.cells[cell].token)]);
  const float weight = numbers.weights(static_cast<Index>(head), static_cast<Index>(cell));
  return cellWords(context(), gives ? chosen : label, gives ? label : chosen, weight, 2);
}

std::vector<FigureSpot> ImageOverlayFigure::spots(QSizeF size) const {
  std::vector<FigureSpot> spots;
  if (!hasImage()) return spots;
  const ImageOverlayLayout places = layout(size);
  const ImageOverlayData& numbers = data();
  const std::vector<HeadId> heads = shownHeads();
  const bool gives = m_direction == Direction::Gives;
  if (heads.size() * numbers.cells.size() > kMostSpots) {
    for (const ImageOverlayLayout::Tile& tile : places.tiles)
      spots.push_back({tile.picture, headName(heads[tile.head]), -1, -1, heads[tile.head]});
    return spots;
  }
  for (const ImageOverlayLayout::Tile& tile : places.tiles)
    for (std::size_t i = 0; i < numbers.cells.size(); ++i) {
      if (numbers.cells[i].plane != tile.plane) continue;
      const HeadId head = heads[tile.head];
      const QString text =
          (heads.size() > 1 ? headName(head) + QStringLiteral(": ") : QString()) + cellText(tile.head, i);
      const Index other = numbers.cells[i].token;
      spots.push_back(
          {tile.rectOf(numbers.cells[i].box), text, gives ? token() : other, gives ? other : token(), head});
    }
  return spots;
}

QSizeF ImageOverlayFigure::preferredSize() const {
  if (!hasImage()) return {640, 480};
  double ratio = 0;
  for (const MediaPlane& plane : data().planes) ratio += plane.aspect;
  const double count = static_cast<double>(shownHeads().size());
  if (m_allHeads)
    return {std::clamp(140 + 96 * ratio * static_cast<double>(maps()->headNumbers().size()), 480.0, 2400.0),
            std::clamp(140.0 + 118 * static_cast<double>(maps()->layerNumbers().size()), 360.0, 2400.0)};
  const double side = count == 1 ? (isSound() ? 200 : 420) : 200, columns = std::ceil(std::sqrt(count));
  return {std::clamp(140 + side * ratio * columns, 480.0, 2400.0),
          std::clamp(140 + (side + 24) * std::ceil(count / columns), 360.0, 2400.0)};
}

QString ImageOverlayFigure::altText() const {
  if (!hasImage()) return Words::tr("No image for the overlay.");
  const ImageOverlayData& numbers = data();
  QString text = (isSound() ? Words::tr("The sound with the attention of one token laid over its %1 frames. ")
                            : Words::tr("The image with the attention of one token laid over its %1 patches. "))
                     .arg(numbers.cells.size()) +
                 titleAndSubtitle();
  const std::vector<HeadId> heads = shownHeads();
  for (std::size_t i = 0; i < heads.size() && i < 4; ++i) {
    std::optional<std::size_t> most;
    const auto row = static_cast<Index>(i);
    for (std::size_t cell = 0; cell < numbers.cells.size(); ++cell)
      if (!numbers.cells[cell].sink && !std::isnan(numbers.weights(row, static_cast<Index>(cell))) &&
          (!most || numbers.weights(row, static_cast<Index>(cell)) > numbers.weights(row, static_cast<Index>(*most))))
        most = cell;
    if (most) text += Words::tr(" %1: strongest %2; %3.").arg(headName(heads[i]), cellText(i, *most), sharesText(i));
  }
  return text;
}

}  // namespace headlight
