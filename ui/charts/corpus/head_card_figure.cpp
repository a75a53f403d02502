#include "ui/charts/corpus/head_card_figure.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <functional>

#include "core/corpus/corpus_tables.h"
#include "core/corpus/head_likeness.h"
#include "ui/figures/head_words.h"
#include "ui/figures/painting.h"
#include "ui/figures/series_legend.h"
#include "ui/words.h"

namespace headlight {
namespace {

/// One bar chart before it has a place.
struct Chart {
  QString title;
  std::vector<double> heights;
  std::vector<QString> what;
  std::vector<std::pair<double, QString>> ticks;  ///< In bars from the left.
  std::optional<double> mark;                     ///< In bars from the left.
  std::function<QString(double)> height = [](double each) { return localNumber(each, 'f', 0); };
};

QString scaleText(double value, MetricScale scale) {
  if (scale == MetricScale::Change) return signedNumberText(value, 3);
  return numberText(value, scale == MetricScale::Share ? 2 : scale == MetricScale::Nats ? 1 : 0);
}

/// The bins of a metric from the first to the last that has a text, of which one bar joins several where there are many.
Chart spreadOver(const Distribution& texts, MetricScale scale) {
  Chart chart;
  chart.title = scale == MetricScale::Change ? Words::tr("Texts by change in ln p") : Words::tr("Texts by mean");
  std::size_t first = 0, last = kBins;
  while (first < kBins && texts.bins[first] == 0) ++first;
  while (last > first && texts.bins[last - 1] == 0) --last;
  if (first == last) return chart;
  constexpr std::size_t kMostBars = 25;
  const std::size_t each = (last - first + kMostBars - 1) / kMostBars;
  first -= first % each;
  for (std::size_t bin = first; bin < last; bin += each) {
    std::int64_t count = 0;
    for (std::size_t i = bin; i < std::min(kBins, bin + each); ++i) count += texts.bins[i];
    chart.heights.push_back(static_cast<double>(count));
    chart.what.push_back(Words::tr("%1 to %2: %3 texts")
                             .arg(scaleText(beginOf(bin, scale), scale), scaleText(beginOf(bin + each, scale), scale))
                             .arg(count));
  }
  const auto place = [&](double value) {
    const std::size_t bin = binOf(value, scale);
    const double within = (value - beginOf(bin, scale)) / (beginOf(bin + 1, scale) - beginOf(bin, scale));
    return (static_cast<double>(bin - first) + std::clamp(within, 0.0, 1.0)) / static_cast<double>(each);
  };
  chart.ticks = {{0, scaleText(beginOf(first, scale), scale)},
                 {static_cast<double>(chart.heights.size()),
                  scaleText(beginOf(first + each * chart.heights.size(), scale), scale)}};
  // Changes lie on both sides of nothing, on a scale of their own.
  if (const double zero = place(0); scale == MetricScale::Change && zero > 0 && zero < chart.ticks.back().first)
    chart.ticks.insert(chart.ticks.begin() + 1, {zero, QStringLiteral("0")});
  chart.mark = std::clamp(place(texts.mean()), 0.0, static_cast<double>(chart.heights.size()));
  return chart;
}

Chart largestWeights(const HeadStats& head) {
  Chart chart;
  chart.title = Words::tr("Rows by largest weight");
  double rows = 0;
  for (const std::int64_t count : head.largest) rows += static_cast<double>(count);
  chart.height = [rows](double count) { return percentText(rows > 0 ? count / rows : 0, 0); };
  for (std::size_t i = 0; i < kWeightBins; i += 2) {
    const auto count = static_cast<double>(head.largest[i] + head.largest[i + 1]);
    chart.heights.push_back(count);
    constexpr double kBinsWide = kWeightBins;
    chart.what.push_back(QStringLiteral("%1–%2: %3").arg(percentText(static_cast<double>(i) / kBinsWide, 0),
                                                       percentText(static_cast<double>(i + 2) / kBinsWide, 0),
                                                       percentText(rows > 0 ? count / rows : 0, 1)));
  }
  chart.ticks = {{0, percentText(0, 0)},
                 {static_cast<double>(chart.heights.size()) / 2, percentText(0.5, 0)},
                 {static_cast<double>(chart.heights.size()), percentText(1, 0)}};
  return chart;
}

Chart byOffset(const CorpusStats& stats, std::size_t head) {
  Chart chart;
  chart.title = Words::tr("Mean weight by offset");
  chart.height = [](double mean) { return percentText(mean, 1); };
  const auto means = attentionByOffset(stats, head);
  // Where nothing lies ahead, half of the chart would be empty.
  const bool ahead = std::any_of(means.begin() + kReach + 1, means.end(), [](const auto& mean) { return mean.has_value(); });
  constexpr Index kShown = 16;
  const Index to = ahead ? kShown : 0;
  for (Index offset = -kShown; offset <= to; ++offset) {
    const auto mean = means[static_cast<std::size_t>(offset + kReach)];
    chart.heights.push_back(mean.value_or(0));
    chart.what.push_back(QStringLiteral("%1: %2").arg(offset > 0 ? QStringLiteral("+%1").arg(offset) : numberText(static_cast<double>(offset), 0),
                                                    mean ? percentText(*mean, 1) : QStringLiteral("–")));
  }
  chart.ticks = {{0.5, numberText(-static_cast<double>(kShown), 0)},
                 {static_cast<double>(kShown) + 0.5, QStringLiteral("0")}};
  if (ahead) chart.ticks.emplace_back(static_cast<double>(2 * kShown) + 0.5, QStringLiteral("+%1").arg(kShown));
  return chart;
}

Chart byDistance(const HeadStats& head) {
  Chart chart;
  chart.title = Words::tr("Attention by distance");
  double all = 0;
  std::size_t last = 0;
  for (std::size_t i = 0; i < kDistanceBins; ++i) {
    all += head.distances[i];
    if (head.distances[i] > 0) last = i;
  }
  chart.height = [all](double part) { return percentText(all > 0 ? part / all : 0, 0); };
  for (std::size_t i = 0; i <= last; ++i) {
    chart.heights.push_back(head.distances[i]);
    const int to = i < 2 ? static_cast<int>(i) : 1 << (i - 1), from = i < 3 ? to : (1 << (i - 2)) + 1;
    const QString name = from == to ? QString::number(to) : QStringLiteral("%1–%2").arg(from).arg(to);
    chart.what.push_back(QStringLiteral("%1: %2").arg(name, percentText(all > 0 ? head.distances[i] / all : 0, 1)));
    chart.ticks.emplace_back(static_cast<double>(i) + 0.5, QString::number(to));
  }
  return chart;
}

HeadCardLayout::Bars place(const Chart& chart, const QRectF& area, double small, const TextMetrics& metrics) {
  HeadCardLayout::Bars out;
  const double line = metrics.height(small);
  out.title = placeText(chart.title, {area.left(), area.top() + metrics.ascent(small)}, small, metrics);
  out.plot = QRectF(area.left(), area.top() + line * 1.4, area.width(), std::max(10.0, area.height() - line * 2.8));
  if (chart.heights.empty()) return out;
  const double most = std::max(1e-12, *std::max_element(chart.heights.begin(), chart.heights.end()));
  // What the highest bar is, since each chart has a scale of its own.
  const QString top = Words::tr("top: %1").arg(chart.height(most));
  const double topWidth = metrics.width(top, small);
  if (out.title.box.right() + small < area.right() - topWidth)
    out.ticks.push_back(placeText(top, {area.right() - topWidth, area.top() + metrics.ascent(small)}, small, metrics));
  const double each = out.plot.width() / static_cast<double>(chart.heights.size());
  for (std::size_t i = 0; i < chart.heights.size(); ++i) {
    const double height = out.plot.height() * chart.heights[i] / most;
    out.bars.emplace_back(out.plot.left() + each * static_cast<double>(i) + each * 0.08, out.plot.bottom() - height,
                          each * 0.84, height);
  }
  out.what = chart.what;
  double free = out.plot.left() - 1;
  for (const auto& [at, text] : chart.ticks) {
    const double width = metrics.width(text, small);
    const double left = std::clamp(out.plot.left() + each * at - width / 2, out.plot.left(), out.plot.right() - width);
    if (left < free) continue;  // No room beside the one before.
    out.ticks.push_back(placeText(text, {left, out.plot.bottom() + 3 + metrics.ascent(small)}, small, metrics));
    free = left + width + small * 0.4;
  }
  if (chart.mark) out.markAt = out.plot.left() + each * *chart.mark;
  return out;
}

}  // namespace

QString HeadCardFigure::title() const {
  if (!m_report) return {};
  const HeadFacts& facts = m_report->heads->heads[m_head].facts;
  return QStringLiteral("%1 (%2)").arg(headTitle(facts.head), headLabelName(facts.labelling.label));
}

bool HeadCardFigure::ofLoss() const { return m_losses && m_metric == kLossMetric; }

const Distribution& HeadCardFigure::texts(std::size_t head) const {
  static const Distribution kNone;
  if (ofLoss()) return head < m_losses->losses.heads.size() ? m_losses->losses.heads[head].texts : kNone;
  const auto& metrics = m_report->stats->heads[head].metrics;
  const std::size_t metric = metricNumber(*m_report->stats, m_metric);
  return metric < metrics.size() ? metrics[metric].texts : kNone;
}

QString HeadCardFigure::loss() const {
  if (!m_losses || m_losses->losses.texts == 0 || m_head >= m_losses->losses.heads.size()) return {};
  const MeanInterval& change = m_losses->losses.heads[m_head].change;
  return Words::tr("Without it: Δ ln p %1 (95% interval %2 to %3, %4 texts), rank %5 of %6 by loss.")
      .arg(signedNumberText(change.mean, 4), signedNumberText(change.low, 4), signedNumberText(change.high, 4))
      .arg(change.texts)
      .arg(m_losses->losses.rankOf(m_head))
      .arg(m_losses->losses.heads.size());
}

QString HeadCardFigure::summary() const {
  const Distribution& texts = this->texts(m_head);
  const QString name = ofLoss() ? lossName() : corpusMetricName(m_metric);
  if (texts.count == 0) return Words::tr("%1: no text has a value.").arg(name);
  if (ofLoss())
    return Words::tr("%1: %2 ± %3 (mean over %4 texts, standard error)")
        .arg(name, signedNumberText(texts.mean(), 4), numberText(texts.error(), 4))
        .arg(texts.count);
  return Words::tr("%1: %2 ± %3 (mean over %4 texts, standard error)")
      .arg(name, numberText(texts.mean(), 3), numberText(texts.error(), 3))
      .arg(texts.count);
}

QString HeadCardFigure::rank() const {
  const CorpusStats& stats = *m_report->stats;
  const Distribution& texts = this->texts(m_head);
  if (texts.count == 0 || ofLoss()) return {};
  std::size_t above = 0;
  for (std::size_t head = 0; head < stats.heads.size(); ++head)
    above += this->texts(head).count > 0 && this->texts(head).mean() > texts.mean() ? 1 : 0;
  const QString place = Words::tr("Rank %1 of %2 by this mean.").arg(above + 1).arg(stats.heads.size());
  const std::size_t metric = metricNumber(stats, m_metric);
  if (metric < std::size(kHeadMeans)) return place;
  const double chance = stats.heads[m_head].patterns[metric - std::size(kHeadMeans)].meanChance();
  return place + u' ' + Words::tr("Chance level: %1.").arg(numberText(chance, 3));
}

HeadCardLayout HeadCardFigure::layout(QSizeF size) const {
  HeadCardLayout out;
  const FontTextMetrics fonts(m_style);
  const TextMetrics& metrics = fonts;
  const double small = m_style.smallSize(), line = metrics.height(small);
  // A narrow card leaves out what the numbers are, not how many texts they are of.
  constexpr double kMargins = 36;
  QString said = m_report ? summary() : QString();
  if (m_report && metrics.width(said, small) > size.width() - kMargins && texts(m_head).count > 0) {
    const int digits = ofLoss() ? 4 : 3;
    said = Words::tr("%1 ± %2 (%3 texts)", "a mean with its standard error")
               .arg(numberText(texts(m_head).mean(), digits), numberText(texts(m_head).error(), digits))
               .arg(texts(m_head).count);
  }
  out.frame = layoutFrame(size, title(), said, {}, m_style, metrics);
  if (!m_report) return out;
  const CorpusStats& stats = *m_report->stats;
  const HeadStats& head = stats.heads[m_head];
  QRectF body = out.frame.body;
  constexpr std::size_t kTokens = 12, kLikeHeads = 6;
  const TopTokens tokens = topTokens(stats, m_head, kTokens);
  // As many of them as there is room for.
  const auto addLine = [&](const QString& name, const std::vector<QString>& items, double at) {
    QString text = name;
    for (const QString& item : items) {
      const QString more = (text.size() > name.size() ? QStringLiteral("  ") : QStringLiteral(" ")) + item;
      if (metrics.width(text + more, small) > body.width()) break;
      text += more;
    }
    if (items.empty()) text += Words::tr(" too few texts");
    out.lines.push_back(placeText(text, {body.left(), at + metrics.ascent(small)}, small, metrics));
  };
  const auto lifts = [](const std::vector<TokenLift>& list) {
    std::vector<QString> items;
    for (const TokenLift& token : list)
      items.push_back(
          QStringLiteral("%1 ×%2").arg(QString::fromStdString(token.name).trimmed(), numberText(token.lift, 1)));
    return items;
  };
  std::vector<QString> like;
  for (const LikeHead& other : headsLike(stats, m_head)) {
    if (like.size() == kLikeHeads) break;
    like.push_back(QStringLiteral("%1 %2").arg(headName(m_report->heads->heads[other.head].facts.head),
                                               numberText(other.distance, 2)));
  }
  std::vector<QString> sentences;
  for (const QString& sentence : {this->rank(), loss()})
    if (!sentence.isEmpty())
      for (const QString& row : metrics.wrapped(sentence, body.width(), small, 2)) sentences.push_back(row);
  const double step = 1.4 * line,
               below = body.bottom() - line * 0.6 - step * static_cast<double>(3 + sentences.size());
  double y = below + line * 0.4;
  for (const QString& sentence : sentences) {
    out.lines.push_back(
        placeText(metrics.elided(sentence, body.width(), small), {body.left(), y + metrics.ascent(small)}, small, metrics));
    y += step;
  }
  addLine(Words::tr("Attends to:"), lifts(tokens.keys), y);
  addLine(Words::tr("Active at:"), lifts(tokens.queries), y + step);
  addLine(Words::tr("Heads like it (distance):"), like, y + 2 * step);
  body.setBottom(below);
  const double gap = small * 1.6, width = (body.width() - gap) / 2, height = (body.height() - gap) / 2;
  const Chart charts[] = {spreadOver(texts(m_head), ofLoss() ? MetricScale::Change : metricScale(m_metric)),
                          largestWeights(head),
                          byOffset(stats, m_head), byDistance(head)};
  for (std::size_t i = 0; i < std::size(charts); ++i)
    out.charts.push_back(place(charts[i],
                               QRectF(body.left() + static_cast<double>(i % 2) * (width + gap),
                                      body.top() + static_cast<double>(i / 2) * (height + gap), width, height),
                               small, metrics));
  return out;
}

void HeadCardFigure::draw(QPainter& p, QSizeF size) const {
  const HeadCardLayout places = layout(size);
  const Palette& inks = m_style.inks();
  const double small = m_style.smallSize();
  for (const HeadCardLayout::Bars& chart : places.charts) {
    paintText(p, chart.title, m_style, small, inks.ink);
    p.setRenderHint(QPainter::Antialiasing, true);
    for (const QRectF& bar : chart.bars) p.fillRect(bar, seriesColour(0, m_style.dark()));
    p.setRenderHint(QPainter::Antialiasing, false);
    p.setPen(QPen(inks.hairline, 1));
    p.drawLine(chart.plot.bottomLeft(), chart.plot.bottomRight());
    if (chart.markAt) {
      p.setPen(QPen(inks.ink, 1.6));
      p.drawLine(QPointF(*chart.markAt, chart.plot.top()), QPointF(*chart.markAt, chart.plot.bottom()));
    }
    for (const PlacedText& tick : chart.ticks) paintText(p, tick, m_style, small, inks.muted);
  }
  for (const PlacedText& line : places.lines) paintText(p, line, m_style, small, inks.ink);
  paintFrame(p, places.frame, m_style);
}

std::vector<FigureSpot> HeadCardFigure::spots(QSizeF size) const {
  std::vector<FigureSpot> spots;
  for (const HeadCardLayout::Bars& chart : layout(size).charts)
    for (std::size_t i = 0; i < chart.bars.size(); ++i) {
      QRectF column = chart.bars[i];
      column.setTop(chart.plot.top());
      spots.push_back({column, chart.what[i]});
    }
  return spots;
}

QString HeadCardFigure::altText() const {
  return m_report ? QStringLiteral("%1. %2. %3 %4").arg(title(), summary(), rank(), loss()).simplified()
                  : Words::tr("A chart of heads without numbers.");
}

}  // namespace headlight
