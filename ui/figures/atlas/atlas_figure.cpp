#include "ui/figures/atlas/atlas_figure.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

#include <utility>

#include "core/base/parallel.h"
#include "ui/figures/cell_words.h"
#include "ui/figures/head_words.h"
#include "ui/figures/painting.h"
#include "ui/words.h"

namespace headlight {

namespace {

/// Whether maps of `cells` are fine enough, and not much finer, where `wanted` have room.
bool suffices(Index cells, Index wanted) { return 3 * cells >= 2 * wanted && cells <= 2 * wanted; }

}  // namespace

AtlasData computeAtlasData(const AttentionMaps& maps, const std::vector<Index>& sinks, Index cells, bool sampled,
                           const Progress& progress) {
  AtlasData data{maps.layers(), maps.heads(), cells, sampled, sinks, {}};
  data.maps.resize(static_cast<std::size_t>(data.layers * data.heads));
  const Index down = blockSize(maps.queries(), cells), across = blockSize(maps.keys(), cells);
  for (int layer = 0; layer < data.layers; ++layer) {
    const Progress part = progress.slice(static_cast<double>(layer) / data.layers, (layer + 1.0) / data.layers);
    parallelFor(data.heads, [&](Index head) {
      if (!maps.has({layer, static_cast<int>(head)})) return;
      const HeatmapRequest request{{layer, static_cast<int>(head)}, maps.whole(), down, across, Pool::Max, sinks};
      data.maps[static_cast<std::size_t>(numberOf(request.head, data.heads))] =
          sampled ? sampleHeatmapData(maps, request, part) : computeHeatmapData(maps, request, part);
    });
  }
  return data;
}

void AtlasFigure::changed() {
  // Another selected head or another colour leaves the numbers as they are.
  if (m_dataOf == maps() && m_data && m_data->sinks == sinks()) return;
  m_dataOf = maps();
  m_data = nullptr;
}

Index AtlasFigure::cells(const AtlasLayout& layout) const {
  return std::max<Index>(4, static_cast<Index>(std::max(layout.map.width(), layout.map.height())));
}

Index AtlasFigure::wanted(const AtlasLayout& layout) const {
  return std::min(std::max(maps()->queries(), maps()->keys()), cells(layout));
}

bool AtlasFigure::hasLargeMaps() const { return isLarge(static_cast<Index>(maps()->layers()) * maps()->heads()); }

bool AtlasFigure::answers(const AtlasLayout& layout) const {
  if (!m_data || m_data->maps.empty()) return false;
  const Index cells = wanted(layout);
  return m_data->cells == cells || (m_patient && hasLargeMaps() && suffices(m_data->cells, cells));
}

bool AtlasFigure::lacksTheSame(const AttentionFigure& other, QSizeF theirs, QSizeF mine) const {
  const auto& atlas = static_cast<const AtlasFigure&>(other);
  return !isEmpty() && atlas.maps() == maps() && atlas.sinks() == sinks() &&
         suffices(atlas.wanted(atlas.layout(theirs)), wanted(layout(mine)));
}

const AtlasData& AtlasFigure::data(const AtlasLayout& layout) const {
  if (isEmpty())
    m_data = std::make_shared<AtlasData>();
  else if (!answers(layout) || (m_data->sampled && !m_patient))
    m_data = std::make_shared<AtlasData>(computeAtlasData(*maps(), sinks(), wanted(layout)));
  return *m_data;
}

double AtlasFigure::ready(QSizeF size) const {
  if (isEmpty() || !hasLargeMaps()) return 1;
  return !answers(layout(size)) ? 0 : m_data->sampled ? 0.1 : 1;
}

void AtlasFigure::prepare(QSizeF size, const Progress& progress) {
  if (isEmpty()) return;
  const AtlasLayout places = layout(size);
  const bool first = !answers(places);
  m_data = std::make_shared<AtlasData>(computeAtlasData(*maps(), sinks(), wanted(places), first, progress));
}

void AtlasFigure::takeNumbers(const AttentionFigure& from) {
  if (from.maps() == maps()) m_data = static_cast<const AtlasFigure&>(from).m_data;
}

QString AtlasFigure::title() const {
  if (isEmpty()) return Words::tr("All heads");
  return Words::tr("%1 layers × %2 heads").arg(maps()->layerNumbers().size()).arg(maps()->headNumbers().size()) +
         attentionNote(head().attention);
}

QStringList AtlasFigure::markNotes() const {
  QStringList notes;
  if (!m_changedHeads.off.empty()) notes << Words::tr("Crossed out: heads that are switched off.");
  if (!m_changedHeads.altered.empty()) notes << Words::tr("With a corner: heads that are changed.");
  if (isEmpty() || !m_listed.empty()) return notes;
  if (context().headsOfGroup > 1)
    notes << Words::tr("A line joins %1 heads that share keys and values.").arg(context().headsOfGroup);
  bool windowed = false;
  for (int layer = 0; layer < maps()->layers(); ++layer) windowed = windowed || context().isWindowed(layer);
  if (windowed) notes << Words::tr("Underlined layers see only a window of the text.");
  return notes;
}

AtlasLayout AtlasFigure::layout(QSizeF size) const {
  if (isEmpty()) return {};
  AtlasSpec spec;
  fill(spec, size);
  spec.layers = maps()->layers();
  spec.heads = maps()->heads();
  // Of a file that holds some layers or heads alone each stands under its own number.
  const std::vector<HeadId> there = maps()->allHeads();
  const bool some = there.size() < static_cast<std::size_t>(spec.layers) * static_cast<std::size_t>(spec.heads);
  for (const HeadId head : m_listed.empty() && some ? there : m_listed)
    if (maps()->has(head)) spec.listed.push_back(head);
  if (!m_listed.empty() && !m_captions.empty())
    for (const HeadId head : spec.listed) spec.captions.push_back(captionOf(head));
  spec.headsOfGroup = context().headsOfGroup;
  for (int layer = 0; layer < spec.layers; ++layer) spec.windowed.push_back(context().isWindowed(layer));
  spec.aspect = std::clamp(static_cast<double>(maps()->keys()) / static_cast<double>(maps()->queries()), 0.5, 2.0);
  spec.stretch = 1.5;
  spec.scale = scaleUpTo({});
  spec.notes.push_back(context().transposed ? Words::tr("Rows of a map are keys, columns queries.")
                                            : Words::tr("Rows of a map are queries, columns keys."));
  spec.notes.push_back(style().range == ScaleRange::Common
                           ? scaleNote()
                           : scaleName() +
                                 Words::tr(", for each head up to its own maximum (100% of the bar)."));
  for (const QString& note : markNotes()) spec.notes.push_back(note);
  if (!sinks().empty()) {
    spec.sinkStrips = true;
    spec.notes.push_back(Words::tr("Strip below: mean %1 on %2 (full = 100%), not on the colour scale.")
                             .arg(quantityName(context()), sinkPhrase()));
  }
  const FontTextMetrics metrics(style());
  AtlasLayout result = layoutAtlas(spec, metrics);
  const Index most = cells(result), tokens = std::max(maps()->queries(), maps()->keys());
  if (tokens > most) {
    const Index each = (tokens + most - 1) / most;
    spec.notes.push_back(Words::tr("Each pixel shows the largest of up to %1 × %1 cells.").arg(each));
    result = layoutAtlas(spec, metrics);
  }
  return result;
}

void AtlasFigure::draw(QPainter& p, QSizeF size) const {
  const AtlasLayout layout = this->layout(size);
  const AtlasData& numbers = data(layout);
  const Palette& inks = style().inks();
  const QRectF whole(0, 0, static_cast<double>(maps()->keys()), static_cast<double>(maps()->queries()));
  Index cellsInAll = 0;
  for (const HeatmapData& map : numbers.maps) cellsInAll += map.weights.size();
  for (const HeadId head : layout.headsShown()) {
    const HeatmapData& map = numbers.maps[static_cast<std::size_t>(numberOf(head, numbers.heads))];
    const QRectF rect = layout.mapRect(head);
    const ColourScale scale =
        scaleUpTo(style().range == ScaleRange::PerHead ? std::optional<double>(map.largest) : std::nullopt);
    paintCells(p, {map, context(), maps()->keys(), whole, rect, 0, cellsInAll <= kMaxVectorCells}, scale, style());
    if (layout.strip <= 0) continue;
    // The part of the first column that is set apart stays visible as a neutral edge.
    const double column = rect.width() / whole.width();
    p.setRenderHint(QPainter::Antialiasing, false);
    QColor faint = inks.neutral;
    faint.setAlphaF(0.22F);
    for (const Index sink : numbers.sinks)
      if (column >= 1)
        p.fillRect(QRectF(rect.left() + column * static_cast<double>(sink), rect.top(), column, rect.height()), faint);
    const QRectF strip(rect.left(), rect.bottom() + 1, rect.width(), layout.strip - 1);
    QColor track = inks.hairline;
    track.setAlphaF(0.55F);
    p.fillRect(strip, track);
    if (map.sinkMass.size() > 0 && !std::isfinite(map.sinkMass.mean())) {
      paintNoNumber(p, strip, style());
      continue;
    }
    const double share = map.sinkMass.size() > 0 ? std::clamp<double>(map.sinkMass.mean(), 0, 1) : 0;
    p.fillRect(QRectF(strip.topLeft(), QSizeF(strip.width() * share, strip.height())), inks.neutral);
  }
  paintChangedHeads(p, layout);
  for (const auto* labels : {&layout.rowLabels, &layout.columnLabels})
    for (const PlacedText& label : *labels) paintText(p, label, style(), layout.labelSize, inks.muted);
  p.setPen(QPen(inks.muted, 1));
  p.drawLines(QList<QLineF>(layout.groupMarks.begin(), layout.groupMarks.end()));
  p.drawLines(QList<QLineF>(layout.windowMarks.begin(), layout.windowMarks.end()));
  paintColourBar(p, layout.legend, style());
  paintFrame(p, layout.frame, style());
}

void AtlasFigure::paintChangedHeads(QPainter& painter, const AtlasLayout& layout) const {
  painter.setRenderHint(QPainter::Antialiasing, true);
  painter.setBrush(Qt::NoBrush);
  for (const HeadId head : m_changedHeads.off) {
    const QRectF box = layout.mapRect(head);
    if (box.isNull()) continue;
    // Paper below the ink, so that the cross is seen on every colour.
    const double width = std::clamp(box.height() / 14, 1.0, 3.0);
    for (const auto& [ink, thick] :
         {std::pair(style().inks().paper, 2.4 * width), std::pair(style().inks().ink, width)}) {
      painter.setPen(QPen(ink, thick, Qt::SolidLine, Qt::FlatCap));
      painter.drawLine(box.topLeft(), box.bottomRight());
      painter.drawLine(box.topRight(), box.bottomLeft());
    }
  }
  for (const HeadId head : m_changedHeads.altered) {
    const QRectF box = layout.mapRect(head);
    if (box.isNull()) continue;
    const double side = std::clamp(box.height() / 3, 3.0, 12.0);
    painter.setPen(QPen(style().inks().paper, 1));
    painter.setBrush(style().inks().ink);
    painter.drawPolygon(
        QPolygonF({box.bottomLeft(), box.bottomLeft() + QPointF(side, 0), box.bottomLeft() - QPointF(0, side)}));
  }
}

std::vector<FigureSpot> AtlasFigure::places(QSizeF size) const {
  std::vector<FigureSpot> places;
  const AtlasLayout layout = this->layout(size);
  for (const HeadId head : layout.headsShown())
    places.push_back({layout.thumbnail(head), {}, -1, -1, {}, numberOf(head, layout.heads), layout.reach(head)});
  return places;
}

QString AtlasFigure::captionOf(HeadId head) const {
  const auto caption = m_captions.find(head.of(AttentionType::Self));
  return caption == m_captions.end() ? QString() : caption->second;
}

QStringList AtlasFigure::describe(Index head) const {
  if (isEmpty()) return {};
  const HeadId id = headNumbered(head, maps()->heads());
  QStringList lines = {headTitle(id)};
  if (const QString caption = captionOf(id); !caption.isEmpty()) lines << caption;
  return lines;
}

QSizeF AtlasFigure::preferredSize() const {
  if (isEmpty()) return {640, 480};
  return {std::clamp(150.0 + 72 * maps()->heads(), 420.0, 1800.0),
          std::clamp(140.0 + 72 * maps()->layers(), 320.0, 2400.0)};
}

QString AtlasFigure::altText() const {
  if (isEmpty()) return Words::tr("Atlas without tokens.");
  QString text =
      Words::tr("Small attention maps of all %1 heads in each of %2 layers")
          .arg(maps()->headNumbers().size())
          .arg(maps()->layerNumbers().size());
  text += (subtitle().isEmpty() ? QString() : QStringLiteral(", ") + subtitle()) + u'.';
  return (QStringList(text) + markNotes()).join(u' ');
}

}  // namespace headlight
