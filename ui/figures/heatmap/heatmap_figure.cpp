#include "ui/figures/heatmap/heatmap_figure.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

#include "ui/figures/axis_levels.h"
#include "ui/figures/cell_words.h"
#include "ui/figures/heads_report.h"
#include "ui/figures/heatmap/heatmap_scene.h"
#include "ui/figures/painting.h"
#include "ui/figures/token_label.h"
#include "ui/words.h"

namespace headlight {
namespace {

/// The heatmap as QCustomPlot sees it: a plottable between the axis of keys and the axis of queries.
class HeatmapPlottable final : public QCPAbstractPlottable {
 public:
  HeatmapPlottable(QCPAxis* keys, QCPAxis* queries) : QCPAbstractPlottable(keys, queries) {}

  HeatmapScene scene;

  double selectTest(const QPointF&, bool, QVariant*) const override { return -1; }
  QCPRange getKeyRange(bool& found, QCP::SignDomain) const override {
    found = true;
    return {0, static_cast<double>(scene.keys)};
  }
  QCPRange getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const override {
    found = true;
    return {0, static_cast<double>(scene.specialQuery.size())};
  }

 protected:
  // Labels and bars stand outside the axes, and not every format can clip: the pieces cut themselves.
  QRect clipRect() const override { return mParentPlot->viewport().adjusted(-1, 0, 1, 2); }
  void applyDefaultAntialiasingHint(QCPPainter*) const override {}
  void drawLegendIcon(QCPPainter*, const QRectF&) const override {}
  void draw(QCPPainter* painter) override { paintHeatmap(*painter, scene); }
};

std::vector<Index> gaps(const AttentionContext& context) {
  std::vector<Index> places = context.onlyA;
  places.insert(places.end(), context.onlyB.begin(), context.onlyB.end());
  return places;
}

std::vector<bool> specials(const std::vector<Token>& tokens) {
  std::vector<bool> result;
  for (const Token& token : tokens) result.push_back(token.special);
  return result;
}

}  // namespace

void HeatmapFigure::changed() {
  // What is on screen stays there until there are numbers of the present head.
  if (m_data && (isEmpty() || !m_tiles || m_tiles->maps() != maps())) m_data = nullptr;
  if (m_tiles && m_tiles->maps() != maps()) m_tiles = nullptr;
  m_strongest = nullptr;
  m_extent.reset();
  if (m_labelsOf != maps()) m_labels = nullptr;
  m_labelsOf = maps();
  if (isEmpty() ||
      !QRectF(0, 0, static_cast<double>(maps()->keys()), static_cast<double>(maps()->queries())).contains(m_visible))
    m_visible = {};
}

QRectF HeatmapFigure::visibleCells() const {
  if (isEmpty()) return {};
  if (!m_visible.isNull()) return m_visible;
  return {0, 0, static_cast<double>(maps()->keys()), static_cast<double>(maps()->queries())};
}

void HeatmapFigure::setVisibleCells(const QRectF& cells) {
  m_visible = {};
  if (isEmpty()) return;
  const QRectF whole = visibleCells();
  const double width = std::clamp(cells.width(), std::min(1.0, whole.width()), whole.width());
  const double height = std::clamp(cells.height(), std::min(1.0, whole.height()), whole.height());
  const QRectF clamped(std::clamp(cells.x(), 0.0, whole.width() - width),
                       std::clamp(cells.y(), 0.0, whole.height() - height), width, height);
  if (clamped != whole) m_visible = clamped;
}

std::shared_ptr<const HeatmapFigure::Labels> HeatmapFigure::labelsOf(const AttentionMaps& maps) {
  const auto &queries = maps.queryTokens(), &keys = maps.keyTokens();
  return std::make_shared<const Labels>(
      Labels{axisLabels(queries), axisLabels(keys), axisLevels(queries), axisLevels(keys), turnBands(queries),
             turnBands(keys)});
}

HeatmapRequest HeatmapFigure::wholeHead() const {
  HeatmapRequest request{head(), maps()->whole(), 1, 1, Pool::Max, sinks(), context().difference, gaps(context())};
  request.rowsEach = blockSize(maps()->queries(), HeatmapTiles::kSide);
  request.colsEach = blockSize(maps()->keys(), HeatmapTiles::kSide);
  return request;
}

const std::optional<HeatmapFigure::Extent>& HeatmapFigure::extent() const {
  // Of a large head prepare() finds it.
  if (!m_extent && !isEmpty() && !AttentionFigure::isLarge(1)) {
    const HeatmapData whole = computeHeatmapData(*maps(), wholeHead());
    m_extent = Extent{whole.largest, whole.numbers};
  }
  return m_extent;
}

bool HeatmapFigure::showsNoDifference() const {
  if (isEmpty() || !context().difference || !extent()) return false;
  return extent()->numbers > 0 && extent()->largest <= ColourScale::kRounding;
}

QString HeatmapFigure::noDifferenceWords() const {
  if (isEmpty() || !context().difference || !extent()) return {};
  if (extent()->numbers == 0) return Words::tr("Nothing to compare");
  if (!showsNoDifference()) return {};
  return extent()->largest == 0 ? Words::tr("No difference")
                                : Words::tr("No difference above %1").arg(percentText(ColourScale::kRounding));
}

ColourScale HeatmapFigure::scale() const {
  if (style().range != ScaleRange::PerHead || isEmpty()) return scaleUpTo({});
  // Until the largest of all is known there is that of what is on screen.
  return scaleUpTo(extent() ? extent()->largest : m_data ? m_data->largest : 1);
}

QString HeatmapFigure::partNote() const {
  if (!isPart()) return {};
  const QRectF view = visibleCells();
  const auto range = [](double from, double to, Index all) {
    return Words::tr("%1–%2 of %3")
        .arg(static_cast<Index>(std::floor(from)) + 1)
        .arg(static_cast<Index>(std::ceil(to - 1e-9)))
        .arg(all);
  };
  return Words::tr("Part of the map: rows %1, columns %2.")
      .arg(range(view.top(), view.bottom(), maps()->queries()), range(view.left(), view.right(), maps()->keys()));
}

bool HeatmapFigure::isLarge(const HeatmapRequest& request) const {
  return request.region.rows * request.region.cols > kManyWeights;
}

double HeatmapFigure::ready(QSizeF size) const {
  if (!AttentionFigure::isLarge(1)) return 1;
  if (style().range == ScaleRange::PerHead && !m_extent) return 0;
  const HeatmapRequest wanted = request(layout(size.toSize()));  // As it is painted.
  if (!isLarge(wanted)) return 1;
  return m_data && m_data->request == wanted ? m_data->exact : 0;
}

void HeatmapFigure::prepare(QSizeF size, const Progress& progress) {
  constexpr int kStepMs = 150;
  if (isEmpty()) return;
  const HeatmapRequest wanted = request(layout(size.toSize()));
  if (!m_tiles) m_tiles = std::make_shared<HeatmapTiles>(maps());
  m_data = std::make_shared<HeatmapData>(m_tiles->get(wanted, kStepMs, progress));
  if (m_data->exact < 1 || style().range != ScaleRange::PerHead || m_extent) return;
  const HeatmapData whole = computeHeatmapData(*maps(), wholeHead(), progress);
  m_extent = Extent{whole.largest, whole.numbers};
}

bool HeatmapFigure::hasWords() const { return m_strongest || !AttentionFigure::isLarge(1); }

void HeatmapFigure::prepareWords(const Progress& progress) { strongest(progress); }

const std::vector<StrongCell>& HeatmapFigure::strongest(const Progress& progress) const {
  constexpr std::size_t kTold = 3;
  if (!m_strongest)
    m_strongest = std::make_shared<const std::vector<StrongCell>>(
        isEmpty() ? std::vector<StrongCell>() : strongestCells(*maps(), head(), sinks(), kTold, progress));
  return *m_strongest;
}

bool HeatmapFigure::isScaleOfLargeHead() const {
  return style().range == ScaleRange::PerHead && AttentionFigure::isLarge(1);
}

void HeatmapFigure::takeNumbers(const AttentionFigure& from) {
  const auto& other = static_cast<const HeatmapFigure&>(from);
  if (other.maps() != maps()) return;
  m_tiles = other.m_tiles;
  m_data = other.m_data;
  if (other.head() == head()) m_extent = other.m_extent;
}

std::vector<QString> HeatmapFigure::steadyNotes() const {
  if (isEmpty()) return {};
  std::vector<QString> notes;
  if (isPart()) notes.push_back(partNote());
  if (showsNoDifference())
    notes.push_back(Words::tr("No difference beyond rounding (%1).").arg(percentText(ColourScale::kRounding)));
  notes.push_back(scaleNote());
  if (context().cross && !context().transposed && maps()->queries() * maps()->keys() <= kMaxVectorCells &&
      !style().cellValues)
    notes.push_back(Words::tr("Rings: the strongest source token of each row."));
  if (!sinks().empty())
    notes.push_back(Words::tr("Bars and hatching: %1 on %2, not on the colour scale.")
                        .arg(quantityName(context()), sinkPhrase()));
  if (context().difference && (!context().onlyA.empty() || !context().onlyB.empty()))
    notes.push_back(Words::tr("Hatched: tokens that only A (+) or only B (−) has."));
  notes.push_back(shortenedNote());
  if (maps()->hasNoTokenShare() && !context().difference) notes.push_back(noTokenNote());
  return notes;
}

bool HeatmapFigure::leavesAxes(QSizeF size) const {
  constexpr double kRoomy = 24;  // text sizes
  return isWithin() && std::min(size.width(), size.height()) < kRoomy * style().textSize;
}

std::vector<QString> HeatmapFigure::notesLeft(QSizeF size) const {
  if (isEmpty() || !leavesAxes(size)) return {};
  const HeatmapLayout layout = this->layout(size.toSize());
  const AxisWords axes = axisWords(context());
  const QString words =
      layout.sinkBars.isEmpty() ? Words::tr("Axes: %1 ↓, %2 →.") : Words::tr("Axes: %1 ↓, %2 →; full bar = 100%.");
  return {words.arg(axes.rows, axes.columns), layout.labelNote};
}

HeatmapLayout HeatmapFigure::layout(QSizeF size) const {
  if (isEmpty()) return {};
  HeatmapSpec spec;
  fill(spec, size);
  if (!m_labels) m_labels = labelsOf(*maps());
  spec.queryLabels = m_labels->queries;
  spec.keyLabels = m_labels->keys;
  spec.queryLevels = m_labels->queryLevels;
  spec.keyLevels = m_labels->keyLevels;
  spec.queryBands = m_labels->queryBands;
  spec.keyBands = m_labels->keyBands;
  spec.visible = visibleCells();
  spec.scale = scale();
  spec.axesSaid = leavesAxes(size);
  const AxisWords axes = axisWords(context());
  spec.queryTitle = axes.rows + QStringLiteral(" ↓");
  spec.keyTitle = axes.columns + QStringLiteral(" →");
  spec.notes = unsaid(steadyNotes());
  if (!sinks().empty()) {
    spec.sinkBars = true;
    spec.sinkTitle = sinks().size() == 1 ? Words::tr("on %1").arg(sinkText()) : sinkText();
    spec.sinkName = headLabelName(HeadLabel::Sink);
  }
  if (maps()->hasNoTokenShare() && !context().difference) {
    spec.sinkBars = true;
    spec.sinkTitle = spec.sinkTitle.isEmpty() ? Words::tr("no token") : Words::tr("%1, no token").arg(spec.sinkTitle);
  }
  if (context().difference) {
    for (std::vector<QString>* labels : {&spec.queryLabels, &spec.keyLabels}) {
      const auto mark = [labels](const std::vector<Index>& places, QChar sign) {
        for (const Index place : places)
          if (place < static_cast<Index>(labels->size())) (*labels)[static_cast<std::size_t>(place)].prepend(sign);
      };
      mark(context().onlyA, u'+');
      mark(context().onlyB, QChar(0x2212));
    }
  }
  const FontTextMetrics metrics(style());
  HeatmapLayout result = layoutHeatmap(spec, metrics);
  const HeatmapRequest asked = request(result);
  // What is not there yet, of a large part, is not waited for.
  if (const Index none = isLarge(asked) ? m_data ? m_data->numberless : 0 : data(result).numberless; none > 0) {
    spec.notes.push_back(numberlessNote(none));
    result = layoutHeatmap(spec, metrics);
  }
  const Index down = asked.rowsEach, across = asked.colsEach;
  if (down > 1 || across > 1) {
    const bool even = asked.region.rows % down == 0 && asked.region.cols % across == 0;
    spec.notes.insert(spec.notes.begin(),
                      (context().difference ? even ? Words::tr("Each pixel shows the largest of %1 × %2 "
                                                               "differences.")
                                                   : Words::tr("Each pixel shows the largest of up to %1 × %2 "
                                                               "differences.")
                       : even ? Words::tr("Each pixel shows the largest of %1 × %2 cells.")
                                            : Words::tr("Each pixel shows the largest of up to %1 × %2 cells."))
                          .arg(down)
                          .arg(across));
    result = layoutHeatmap(spec, metrics);
  }
  if (style().cellValues && cellValueSize(result, style(), metrics) > 0) {
    spec.notes.insert(spec.notes.begin(), Words::tr("Numbers are percentages."));
    result = layoutHeatmap(spec, metrics);
  }
  return result;
}

HeatmapRequest HeatmapFigure::request(const HeatmapLayout& layout) const {
  HeatmapRequest request;
  if (isEmpty()) return request;
  const QRectF view = layout.visible;
  const auto top = static_cast<Index>(std::floor(view.top())), left = static_cast<Index>(std::floor(view.left()));
  const Index bottom = std::min<Index>(maps()->queries(), static_cast<Index>(std::ceil(view.bottom() - 1e-9)));
  const Index right = std::min<Index>(maps()->keys(), static_cast<Index>(std::ceil(view.right() - 1e-9)));
  request.head = head();
  const auto pixels = [](double length) { return std::max<Index>(1, static_cast<Index>(length)); };
  request.rowsEach = blockSize(bottom - top, pixels(layout.map.height()));
  request.colsEach = blockSize(right - left, pixels(layout.map.width()));
  // Blocks begin at the same cells wherever the part in view begins.
  const Index row = top / request.rowsEach * request.rowsEach, col = left / request.colsEach * request.colsEach;
  const auto end = [](Index last, Index each, Index all) { return std::min(all, (last + each - 1) / each * each); };
  request.region = {row, col, end(bottom, request.rowsEach, maps()->queries()) - row,
                    end(right, request.colsEach, maps()->keys()) - col};
  request.sinks = sinks();
  request.diverging = context().difference;
  request.gaps = gaps(context());
  return request;
}

const HeatmapData& HeatmapFigure::data(const HeatmapLayout& layout) const {
  const HeatmapRequest wanted = request(layout);
  if (!m_data || m_data->request != wanted || m_data->exact < 1)
    m_data = std::make_shared<HeatmapData>(isEmpty() ? HeatmapData{} : computeHeatmapData(*maps(), wanted));
  return *m_data;
}

HeatmapLayout HeatmapFigure::populate(QCustomPlot& plot, QSize size, bool onScreen) const {
  HeatmapPlottable* plottable = nullptr;
  if (plot.plottableCount() == 0) {
    plot.setNoAntialiasingOnDrag(false);
    plot.axisRect()->setupFullAxesBox();
    plot.axisRect()->setAutoMargins(QCP::msNone);
    plot.axisRect()->setMinimumSize(1, 1);
    for (QCPAxis* axis : plot.axisRect()->axes()) {
      axis->setVisible(false);
      axis->grid()->setVisible(false);
    }
    plot.yAxis->setRangeReversed(true);
    plottable = new HeatmapPlottable(plot.xAxis, plot.yAxis);
  } else {
    plottable = static_cast<HeatmapPlottable*>(plot.plottable(0));
  }
  plot.setBackground(style().transparent ? QBrush(Qt::NoBrush) : QBrush(style().inks().paper));
  plottable->setVisible(!isEmpty());
  if (isEmpty()) return {};
  HeatmapScene scene;
  scene.layout = layout(size);
  const bool waits = onScreen && isLarge(request(scene.layout));
  scene.data = !waits ? data(scene.layout) : m_data ? *m_data : HeatmapData{};
  scene.context = context();
  scene.scale = scale();
  scene.style = style();
  scene.keys = maps()->keys();
  scene.vector = !scene.data.pooled() && scene.data.weights.size() <= kMaxVectorCells;
  scene.specialQuery = specials(maps()->queryTokens());
  scene.specialKey = specials(maps()->keyTokens());
  // What stands at the end of a sentence is nothing that a word was made of.
  scene.says = noDifferenceWords();
  if (context().cross && !context().transposed && scene.vector && maps()->queries() * maps()->keys() <= kMaxVectorCells)
    scene.aligned = hardAlignment(*maps(), head(), scene.specialKey);
  const QRectF map = scene.layout.map;
  plot.axisRect()->setMargins(QMargins(qRound(map.left()), qRound(map.top()), size.width() - qRound(map.right()),
                                       size.height() - qRound(map.bottom())));
  plot.xAxis->setRange(scene.layout.visible.left(), scene.layout.visible.right());
  plot.yAxis->setRange(scene.layout.visible.top(), scene.layout.visible.bottom());
  plottable->scene = std::move(scene);
  return plottable->scene.layout;
}

void HeatmapFigure::paint(QCPPainter& painter, const QRectF& area) const {
  if (isEmpty()) return StyledFigure::paint(painter, area);
  const QSize size = area.size().toSize();
  QCustomPlot plot;
  populate(plot, size);
  painter.save();
  painter.translate(area.topLeft());
  plot.toPainter(&painter, size.width(), size.height());
  painter.restore();
}

std::vector<FigureSpot> HeatmapFigure::spots(QSizeF size) const {
  std::vector<FigureSpot> spots;
  if (isEmpty()) return spots;
  const HeatmapLayout places = layout(size.toSize());
  const Rect region = request(places).region;
  if (region.rows * region.cols > kMaxVectorCells) return spots;
  const Matrix weights = maps()->weights(head(), region);
  for (Index query = region.row; query < region.row + region.rows; ++query)
    for (Index key = region.col; key < region.col + region.cols; ++key) {
      const QRectF rect = places.cellRect(query, key).intersected(places.map);
      if (rect.isEmpty() || !context().isVisible(head().layer, query, key, maps()->keys())) continue;
      const float weight = weights(query - region.row, key - region.col);
      if (context().isGap(query, key)) continue;
      const QString text = cellWords(context(), tokenLabel(maps()->queryTokens()[static_cast<std::size_t>(query)]),
                                     tokenLabel(maps()->keyTokens()[static_cast<std::size_t>(key)]), weight, 2);
      spots.push_back({rect, text, query, key});
    }
  return spots;
}

QSizeF HeatmapFigure::preferredSize() const {
  if (isEmpty()) return {640, 480};
  const double side = style().textSize * 1.6;
  return {std::clamp(260 + side * 1.2 * static_cast<double>(maps()->keys()), 520.0, 2400.0),
          std::clamp(190 + side * static_cast<double>(maps()->queries()), 400.0, 2000.0)};
}

QString HeatmapFigure::altText() const {
  if (isEmpty()) return Words::tr("Heatmap without tokens.");
  QString text = Words::tr("Heatmap of %1, %2").arg(quantityName(context()), titleAs(Words::tr("layer %1, %2")));
  text += (subtitle().isEmpty() ? QString() : QStringLiteral(", ") + subtitle()) + u'.';
  QStringList parts;
  if (const QString none = noDifferenceWords(); !none.isEmpty()) return text + u' ' + none + u'.';
  for (const StrongCell& s : strongest())
    parts << cellWords(context(), tokenLabel(maps()->queryTokens()[static_cast<std::size_t>(s.query)]),
                       tokenLabel(maps()->keyTokens()[static_cast<std::size_t>(s.key)]), s.weight, 0);
  if (!parts.isEmpty()) text += Words::tr(" Strongest: ") + parts.join(QStringLiteral(", ")) + u'.';
  if (!sinks().empty()) text += Words::tr(" The part on %1 is shown separately.").arg(sinkText());
  return text;
}

}  // namespace headlight
