#include "ui/charts/noise_figure.h"

#include <QPainter>

#include <algorithm>
#include <numeric>

#include "ui/figures/head_words.h"
#include "ui/figures/painting.h"
#include "ui/words.h"

namespace headlight {
namespace {

constexpr double kNoiseGap = 8;

double meanOf(const std::vector<double>& values) {
  return values.empty() ? 0 : std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

}  // namespace

std::shared_ptr<const NoiseFindings> withoutText(const std::shared_ptr<const NoiseFindings>& story) {
  auto copy = std::make_shared<NoiseFindings>(*story);
  copy->text.clear();
  copy->report.texts.clear();
  return copy;
}

bool isCaught(const HeadNoise& head) { return head.mass > head.chance + std::max(head.deviation, 1e-9); }

QString NoiseFigure::title() const { return Words::tr("Heads that attend to noise"); }

NoiseLayout NoiseFigure::layout(QSizeF size) const {
  NoiseLayout out;
  const FontTextMetrics fonts(m_style);
  const TextMetrics& metrics = fonts;
  QString subtitle;
  std::vector<QString> notes;
  if (m_story) {
    const NoiseReport& report = m_story->report;
    subtitle = m_story->text.isEmpty()
                   ? QStringLiteral("%1 · %2").arg(m_story->model, m_story->noise)
                   : QStringLiteral("%1 · %2 · %3").arg(m_story->model, quotedText(m_story->text), m_story->noise);
    const auto caught = std::count_if(report.heads.begin(), report.heads.end(), isCaught);
    notes.push_back(Words::tr("%1 of %2 heads attend to the noise above chance (mark) by more than one standard "
                              "deviation over seeds (whisker).")
                        .arg(caught)
                        .arg(report.heads.size()));
    notes.push_back(Words::tr("Prediction shift: KL %1 nats; ln p of the top prediction %2.")
                        .arg(numberText(meanOf(report.divergences), 2), numberText(meanOf(report.changes), 2)));
  }
  out.frame = layoutFrame(size, title(), m_style.caption ? subtitle : QString(), notes, m_style, metrics);
  if (!m_story || m_story->report.heads.empty()) return out;
  const std::vector<HeadNoise>& heads = m_story->report.heads;
  std::vector<std::size_t> order(heads.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return heads[a].mass - heads[a].chance > heads[b].mass - heads[b].chance;
  });

  const double small = m_style.smallSize();
  double most = 0.05;
  for (const HeadNoise& head : heads) most = std::max({most, head.mass + head.deviation, head.chance});
  most = std::min(1.0, most);
  QRectF body = out.frame.body;
  body.setBottom(body.bottom() - metrics.height(small) - 4);
  const double line = std::max(metrics.height(small), small * 1.45);
  const auto fit = std::max<std::size_t>(1, static_cast<std::size_t>(body.height() / line));
  const int columns = std::clamp(static_cast<int>((order.size() + fit - 1) / fit), 1,
                                 std::max(1, static_cast<int>(body.width() / 230)));
  const std::size_t rows =
      std::min(fit, (order.size() + static_cast<std::size_t>(columns) - 1) / static_cast<std::size_t>(columns));
  const std::size_t shown = std::min(order.size(), rows * static_cast<std::size_t>(columns));
  out.left = static_cast<int>(order.size() - shown);
  const double height = std::min(body.height() / static_cast<double>(rows), small * 2.4);
  const double width = (body.width() - kNoiseGap * 2 * (columns - 1)) / columns;
  double names = 0;
  for (const std::size_t i : order) names = std::max(names, metrics.width(headName(heads[i].head), small));
  const double values = metrics.width(percentText(1, 1), small) + kNoiseGap;
  out.plot = QRectF(body.left(), body.top(), body.width(), height * static_cast<double>(rows));
  for (std::size_t n = 0; n < shown; ++n) {
    const HeadNoise& head = heads[order[n]];
    const auto column = static_cast<double>(n / rows), row = static_cast<double>(n % rows);
    const double left = body.left() + column * (width + kNoiseGap * 2) + names + kNoiseGap;
    const double room = width - names - kNoiseGap - values, top = body.top() + row * height;
    const auto x = [&](double share) { return left + std::clamp(share / most, 0.0, 1.0) * room; };
    NoiseLayout::Bar bar;
    bar.head = order[n];
    bar.bar = QRectF(left, top + height * 0.18, x(head.mass) - left, height * 0.64);
    bar.chanceAt = x(head.chance);
    bar.least = x(std::max(0.0, head.mass - head.deviation));
    bar.most = x(head.mass + head.deviation);
    bar.caught = isCaught(head);
    const double baseline = top + height / 2 + small * 0.34;
    const QString name = headName(head.head), value = percentText(head.mass, 1);
    bar.name = placeText(name, {left - kNoiseGap - metrics.width(name, small), baseline}, small, metrics);
    bar.value = placeText(value, {left + room + values - metrics.width(value, small), baseline}, small, metrics);
    out.bars.push_back(bar);
  }
  moveNotesUp(out.frame, out.plot.bottom() + 8);
  return out;
}

void NoiseFigure::draw(QPainter& p, QSizeF size) const {
  const Palette& inks = m_style.inks();
  const NoiseLayout layout = this->layout(size);
  const double small = m_style.smallSize();
  for (const NoiseLayout::Bar& bar : layout.bars) {
    p.setRenderHint(QPainter::Antialiasing, false);
    p.fillRect(bar.bar, bar.caught ? seriesColour(1, m_style.dark()) : inks.neutral);
    p.setRenderHint(QPainter::Antialiasing, true);
    const double y = bar.bar.center().y();
    p.setPen(QPen(inks.ink, 0.9));
    p.drawLine(QPointF(bar.least, y), QPointF(bar.most, y));
    p.setPen(QPen(inks.ink, 1.6));
    p.drawLine(QPointF(bar.chanceAt, bar.bar.top() - 2), QPointF(bar.chanceAt, bar.bar.bottom() + 2));
    paintText(p, bar.name, m_style, small, bar.caught ? inks.ink : inks.muted);
    paintText(p, bar.value, m_style, small, bar.caught ? inks.ink : inks.muted);
  }
  paintFrame(p, layout.frame, m_style);
}

QString NoiseFigure::altText() const {
  if (!m_story) return Words::tr("A chart of noise without heads.");
  std::vector<HeadNoise> heads = m_story->report.heads;
  std::stable_sort(heads.begin(), heads.end(),
                   [](const HeadNoise& a, const HeadNoise& b) { return a.mass - a.chance > b.mass - b.chance; });
  QStringList first;
  for (std::size_t i = 0; i < std::min<std::size_t>(3, heads.size()); ++i)
    first << Words::tr("%1 %2 (chance %3)")
                 .arg(headName(heads[i].head), percentText(heads[i].mass, 0), percentText(heads[i].chance, 0));
  return Words::tr("Bars of how much attention each head gives to %1. Most above chance: %2.")
      .arg(m_story->noise, first.join(QStringLiteral(", ")));
}

std::vector<FigureSpot> NoiseFigure::spots(QSizeF size) const {
  std::vector<FigureSpot> spots;
  const NoiseLayout places = layout(size);
  for (const NoiseLayout::Bar& bar : places.bars) {
    const HeadNoise& head = m_story->report.heads[bar.head];
    spots.push_back({bar.name.box.united(bar.value.box).united(bar.bar),
                     Words::tr("%1: %2 ± %3 on the noise, chance %4")
                         .arg(headName(head.head), percentText(head.mass, 2), percentText(head.deviation, 2),
                              percentText(head.chance, 2)),
                     -1, -1, head.head});
  }
  return spots;
}

}  // namespace headlight
