#include "ui/charts/cost_data.h"

#include <QCoreApplication>
#include <cmath>

#include "ui/words.h"

namespace headlight {
namespace {

constexpr int kPointsOfADecade = 10, kCostDecades = 6;

double partOf(const Cost& cost, CostPart::Part part) {
  double sum = 0;
  for (const CostPart& p : cost.parts)
    if (p.part == part) sum += p.multiplyAdds;
  return sum;
}

}  // namespace

CostData costData(const Model& model, const QString& name, Index current, double seconds, Index window) {
  CostData data;
  data.model = name;
  data.window = window;
  data.current = current;
  data.seconds = seconds;
  for (int i = 0; i <= kPointsOfADecade * kCostDecades; ++i) {
    const double tokens = std::round(std::pow(10.0, static_cast<double>(i) / kPointsOfADecade));
    if (data.tokens.empty() || tokens > data.tokens.back()) data.tokens.push_back(tokens);
  }
  data.multiplyAdds = {{Words::tr("attention, full"), {}, 1},
                       {Words::tr("attention, windowed"), {}, 1, true},
                       {Words::tr("projections"), {}, 0},
                       {Words::tr("feed-forward"), {}, 2},
                       {Words::tr("output"), {}, 3}};
  data.bytes = {{Words::tr("attention, full"), {}, 1},
                {Words::tr("attention, windowed"), {}, 1, true},
                {Words::tr("attention, streamed"), {}, 4},
                {Words::tr("keys and values"), {}, 0},
                {Words::tr("weights"), {}, 2}};
  for (const double tokens : data.tokens) {
    const auto n = static_cast<Index>(tokens);
    const Cost full = costOf(model, n, AttentionKind::Full),
               windowed = costOf(model, n, AttentionKind::Windowed, window),
               streamed = costOf(model, n, AttentionKind::Streamed);
    data.multiplyAdds[0].values.push_back(partOf(full, CostPart::Part::Scores));
    data.multiplyAdds[1].values.push_back(partOf(windowed, CostPart::Part::Scores));
    data.multiplyAdds[2].values.push_back(partOf(full, CostPart::Part::Projections));
    data.multiplyAdds[3].values.push_back(partOf(full, CostPart::Part::FeedForward));
    data.multiplyAdds[4].values.push_back(partOf(full, CostPart::Part::Head));
    data.bytes[0].values.push_back(full.attentionBytes);
    data.bytes[1].values.push_back(windowed.attentionBytes);
    data.bytes[2].values.push_back(streamed.attentionBytes);
    data.bytes[3].values.push_back(full.cacheBytes);
    data.bytes[4].values.push_back(full.weightBytes());
  }
  if (current > 0) data.currentMultiplyAdds = costOf(model, current, AttentionKind::Streamed).multiplyAdds();
  return data;
}

}  // namespace headlight
