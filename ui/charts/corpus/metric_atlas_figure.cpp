#include "ui/charts/corpus/metric_atlas_figure.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "ui/charts/head_cells.h"
#include "ui/figures/head_words.h"
#include "ui/figures/painting.h"
#include "ui/words.h"

namespace headlight {
namespace {

/// Ends the scale at the largest number of the cells, or at `most`.
void setScale(MetricAtlas& atlas, const std::string& metric, bool diverging, double most = 0) {
  for (const MetricAtlas::Cell& cell : atlas.cells) most = std::max(most, std::abs(cell.value.value_or(0)));
  atlas.scale = metricColours(metric, most, diverging);
}

/// Score, chance level and rank of every head for a pattern.
void addPattern(MetricAtlas& atlas, const CorpusStats& stats, std::size_t pattern) {
  std::vector<LabelScore> scores;
  for (const HeadStats& head : stats.heads) scores.push_back(LabelScore::of(HeadLabel::None, head.patterns[pattern]));
  for (std::size_t i = 0; i < scores.size(); ++i) {
    MetricAtlas::Cell& cell = atlas.cells.emplace_back();
    const LabelScore& score = scores[i];
    if (score.queries == 0) continue;
    const auto above = std::count_if(scores.begin(), scores.end(),
                                     [&](const LabelScore& other) { return other.kappa() > score.kappa(); });
    cell.value = score.score;
    cell.outlined = score.passes();
    cell.says = Words::tr("%1: %2, chance %3, rank %4 of %5, %6 queries")
                    .arg(headName(atlas.head(i)), numberText(score.score, 3), numberText(score.chance, 3))
                    .arg(above + 1)
                    .arg(scores.size())
                    .arg(score.queries);
  }
  if (std::any_of(atlas.cells.begin(), atlas.cells.end(), [](const auto& cell) { return cell.outlined; }))
    atlas.notes.insert(atlas.notes.begin(), Words::tr("Outlined: 30% of the way from chance to certainty, and three "
                                                      "standard errors."));
}

}  // namespace

MetricAtlas metricAtlas(const CorpusReport& report, const std::string& metric) {
  const CorpusStats& stats = *report.stats;
  MetricAtlas atlas{corpusMetricName(metric), captionOf(*report.heads), report.notes, stats.model.layers,
                    stats.model.heads,        stats.model.attention,    {},           {}};
  const std::size_t number = metricNumber(stats, metric);
  if (number >= std::size(kHeadMeans) && number < stats.metricNames().size()) {
    addPattern(atlas, stats, number - std::size(kHeadMeans));
  } else {
    for (std::size_t head = 0; head < stats.heads.size(); ++head) {
      MetricAtlas::Cell& cell = atlas.cells.emplace_back();
      const HeadLabel label = report.heads->heads[head].facts.labelling.label;
      if (label != HeadLabel::None) cell.name = headLabelName(label);
      if (number >= stats.heads[head].metrics.size()) continue;
      const Mean& pooled = stats.heads[head].metrics[number].pooled;
      if (pooled.count == 0 || !std::isfinite(pooled.value())) continue;
      cell.value = pooled.value();
      cell.says =
          QStringLiteral("%1 (%2): %3").arg(headName(atlas.head(head)), headLabelName(label), headNumber(cell.value));
    }
  }
  setScale(atlas, metric, false);
  return atlas;
}

MetricAtlas differenceAtlas(const StatsPair& pair, const std::string& metric) {
  const MeasuredModel& model = pair.one->stats->model;
  const auto differences = differencesIn(pair, metric);
  MetricAtlas atlas{Words::tr("Difference in %1").arg(corpusMetricName(metric)),
                    captionOf(pair),
                    notesOn(pair, differences),
                    model.layers,
                    model.heads,
                    model.attention,
                    {},
                    {}};
  atlas.notes.insert(atlas.notes.begin(), Words::tr("Outlined: the interval is without 0."));
  for (std::size_t head = 0; head < differences.size(); ++head) {
    MetricAtlas::Cell& cell = atlas.cells.emplace_back();
    if (!differences[head]) continue;
    cell.value = differences[head]->difference;
    cell.outlined = differences[head]->isSure();
    cell.says = differenceWords(*differences[head], atlas.head(head));
  }
  setScale(atlas, metric, true);
  atlas.scale.title = {QStringLiteral("A − B")};
  return atlas;
}

MetricAtlas stepAtlas(const TrainingReport& report, const std::string& metric, std::size_t step) {
  const StatsSeries& series = report.series;
  MetricAtlas atlas{
      Words::tr("%1, step %2", "a metric and a step of training").arg(corpusMetricName(metric), stepName(report, step)),
      report.model,
      {Words::tr("Means over texts; the colours are those of all steps.")},
      series.model.layers,
      series.model.heads,
      series.model.attention,
      {},
      {}};
  const std::size_t number = seriesMetric(report, metric);
  double most = 0;
  if (number < series.metrics.size())
    for (std::size_t head = 0; head < series.heads(); ++head) {
      for (std::size_t each = 0; each < series.steps.size(); ++each)
        if (const auto& mean = series.at(each, head, number)) most = std::max(most, std::abs(mean->mean));
      MetricAtlas::Cell& cell = atlas.cells.emplace_back();
      if (const auto& mean = series.at(step, head, number)) {
        cell.value = mean->mean;
        cell.says = stepWords(report, step, head, number);
      }
    }
  setScale(atlas, metric, false, most);
  return atlas;
}

AtlasLayout MetricAtlasFigure::layout(QSizeF size) const {
  AtlasSpec spec;
  spec.size = size;
  spec.style = m_style;
  spec.title = m_atlas.title;
  spec.subtitle = m_atlas.subtitle;
  spec.notes = m_atlas.notes;
  spec.scale = m_atlas.scale;
  spec.layers = m_atlas.layers;
  spec.heads = m_atlas.heads;
  spec.aspect = headCellAspect(size, spec.layers, spec.heads);
  return layoutAtlas(spec, FontTextMetrics(m_style));
}

void MetricAtlasFigure::draw(QPainter& p, QSizeF size) const {
  const AtlasLayout places = layout(size);
  std::vector<HeadCell> cells;
  for (std::size_t i = 0; i < m_atlas.cells.size(); ++i) {
    const MetricAtlas::Cell& of = m_atlas.cells[i];
    HeadCell& cell = cells.emplace_back(HeadCell{m_atlas.head(i), of.value.value_or(0), of.name});
    cell.hidden = !of.value;
    cell.outlined = of.outlined;
  }
  paintHeadCells(p, places, cells, m_atlas.scale, m_style);
  paintFrame(p, places.frame, m_style);
}

std::vector<FigureSpot> MetricAtlasFigure::spots(QSizeF size) const {
  std::vector<FigureSpot> spots;
  const AtlasLayout places = layout(size);
  for (std::size_t i = 0; i < m_atlas.cells.size(); ++i)
    if (m_atlas.cells[i].value)
      spots.push_back({places.mapRect(m_atlas.head(i)), m_atlas.cells[i].says, -1, -1, m_atlas.head(i)});
  return spots;
}

QSizeF MetricAtlasFigure::preferredSize() const {
  return {std::clamp(160.0 + 72 * m_atlas.heads, 520.0, 1800.0),
          std::clamp(180.0 + 46 * m_atlas.layers, 360.0, 2400.0)};
}

QString MetricAtlasFigure::altText() const {
  const auto size = [](const MetricAtlas::Cell& cell) { return cell.value ? std::abs(*cell.value) : -1; };
  const auto most = std::max_element(m_atlas.cells.begin(), m_atlas.cells.end(),
                                     [&](const auto& a, const auto& b) { return size(a) < size(b); });
  if (most == m_atlas.cells.end() || !most->value) return m_atlas.title + Words::tr(": no head has a value.");
  return Words::tr("%1 of %2 heads by layer; the strongest: %3.")
      .arg(m_atlas.title)
      .arg(m_atlas.cells.size())
      .arg(most->says);
}

}  // namespace headlight
