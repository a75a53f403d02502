#include "ui/figures/flow/flow_figure.h"

#include <QPainterPath>

#include <algorithm>

#include "ui/figures/cell_words.h"
#include "ui/figures/painting.h"
#include "ui/figures/token_axis.h"
#include "ui/figures/token_label.h"
#include "ui/words.h"

namespace headlight {
namespace {

/// More lines than these between two rows cannot be told apart.
constexpr std::size_t kFewestLinks = 60, kLinksPerToken = 3, kMostLinksPerLayer = 400;
constexpr double kFaintPath = 0.45;
constexpr float kLeastShare = 0.005F;

}  // namespace

Index FlowFigure::token() const {
  if (isEmpty()) return 0;
  return m_token && *m_token >= 0 && *m_token < maps()->queries() ? *m_token : defaultToken(maps()->queryTokens());
}

int FlowFigure::level() const {
  if (isEmpty()) return 0;
  return m_level && *m_level >= 0 && *m_level <= maps()->layers() ? *m_level : maps()->layers();
}

FlowRequest FlowFigure::request() const {
  FlowRequest request;
  if (isEmpty()) return request;
  request.weights = m_weights;
  request.head = m_weights == FlowWeights::Head ? head().head : 0;
  request.level = level();
  request.token = token();
  request.sinks = sinks();
  request.perLayer =
      std::clamp(kLinksPerToken * static_cast<std::size_t>(maps()->queries()), kFewestLinks, kMostLinksPerLayer);
  return request;
}

const FlowData& FlowFigure::data() const {
  const FlowRequest wanted = request();
  if (!m_data || m_data->request != wanted) m_data = std::make_shared<FlowData>(computeFlow(*maps(), wanted));
  return *m_data;
}

double FlowFigure::ready(QSizeF) const {
  if (!hasFlow() || (m_data && m_data->request == request())) return 1;
  const Index heads = m_weights == FlowWeights::Head ? 1 : maps()->heads();
  return isLarge(maps()->layers() * heads) ? 0 : 1;
}

bool FlowFigure::lacksTheSame(const AttentionFigure& other, QSizeF, QSizeF) const {
  return other.maps() == maps() && static_cast<const FlowFigure&>(other).request() == request();
}

void FlowFigure::prepare(QSizeF, const Progress& progress) {
  if (hasFlow()) m_data = std::make_shared<FlowData>(computeFlow(*maps(), request(), progress));
}

void FlowFigure::takeNumbers(const AttentionFigure& from) {
  if (from.maps() == maps()) m_data = static_cast<const FlowFigure&>(from).m_data;
}

QString FlowFigure::title() const {
  if (isEmpty() || context().transposed) return Words::tr("Token flow");
  const QString label = tokenLabel(maps()->queryTokens()[static_cast<std::size_t>(token())]);
  const QString what = m_weights == FlowWeights::Rollout ? Words::tr("rollout")
                       : m_weights == FlowWeights::Mean  ? Words::tr("mean of the heads")
                                                         : Words::tr("head %1 of each layer").arg(head().head);
  const QString where = level() == 0 ? Words::tr("in the input") : Words::tr("after layer %1").arg(level() - 1);
  return Words::tr("Flow into “%1” %2, %3").arg(label, where, what);
}

FlowLayout FlowFigure::layout(QSizeF size) const {
  if (!hasFlow()) return {};
  const FlowData& numbers = data();
  FlowSpec spec;
  fill(spec, size);
  spec.labels = axisLabels(maps()->keyTokens());
  spec.layers = maps()->layers();
  spec.chosenLevel = level();
  spec.chosen = token();
  spec.samples = {1, 0.25, 0.05};
  spec.samplesTitle = Words::tr("share, and %1 of other links").arg(quantityName(context()));
  spec.notes.push_back(Words::tr("Input at the bottom, each layer above."));
  spec.notes.push_back(
      Words::tr("Coloured: share of the selected token along a path. Grey: other links."));
  if (numbers.numberless > 0) spec.notes.push_back(numberlessNote(numbers.numberless));
  if (m_weights == FlowWeights::Rollout)
    spec.notes.push_back(Words::tr("Half of each step is the token itself (residual stream)."));
  std::size_t drawn = 0;
  for (const auto& layer : numbers.links) drawn = std::max(drawn, layer.size());
  spec.notes.push_back(
      numbers.weaker > 0
          ? Words::tr("Strongest %1 links per layer; %2 weaker links hidden.").arg(drawn).arg(numbers.weaker)
          : Words::tr("Links below %1 hidden.").arg(percentText(kLeastFlow)));
  if (!sinks().empty()) {
    spec.sinkBars = true;
    spec.sinkTitle = Words::tr("on %1").arg(sinkText());
    spec.notes.push_back(
        Words::tr("Links to %1 hidden; bars: their mean %2, full = 100%.")
            .arg(sinkPhrase(), quantityName(context())));
  }
  spec.notes.push_back(shortenedNote());
  return layoutFlow(spec, FontTextMetrics(style()));
}

std::optional<QString> FlowFigure::nothing() const {
  if (hasFlow() || isEmpty()) return AttentionFigure::nothing();
  return context().transposed ? Words::tr("Token flow follows what queries attend to; it cannot be transposed")
         : hasEveryLayer()    ? Words::tr("Token flow needs self-attention")
                              : Words::tr("Token flow needs every layer; the file contains only some");
}

void FlowFigure::draw(QPainter& p, QSizeF size) const {
  const FlowLayout layout = this->layout(size);
  const FlowData& numbers = data();
  const ColourScale scale = this->scale();
  const Palette& inks = style().inks();
  const QColor lit = seriesColour(0, style().dark());
  const double pitch = std::max(8.0, layout.line.pitch);

  p.setRenderHint(QPainter::Antialiasing, true);
  p.setBrush(Qt::NoBrush);
  for (const bool shared : {false, true})
    for (int layer = 0; layer < numbers.layers; ++layer)
      for (const FlowLink& link : numbers.links[static_cast<std::size_t>(layer)]) {
        if ((link.share >= kLeastShare) != shared) continue;
        const QRectF from = layout.nodeRect(layer + 1, link.query), to = layout.nodeRect(layer, link.key);
        const QPointF start(from.center().x(), from.bottom()), end(to.center().x(), to.top());
        const double bend = (end.y() - start.y()) * 0.5;
        QPainterPath path(start);
        path.cubicTo(start.x(), start.y() + bend, end.x(), end.y() - bend, end.x(), end.y());
        p.strokePath(path, shared ? linkPen(lit, scale.position(link.share), pitch)
                                  : linkPen(inks.neutral, scale.position(link.weight), pitch * 0.5, kFaintPath));
      }

  // A node is as dark as its share of the chosen token.
  const double radius = std::min(2.5, layout.node.height() / 2);
  for (int level = 0; level < numbers.levels(); ++level)
    for (Index token = 0; token < numbers.tokens; ++token) {
      const double share = numbers.share(level, token);
      const bool sink = std::count(numbers.request.sinks.begin(), numbers.request.sinks.end(), token) > 0;
      QColor ground = inks.hairline;
      if (share >= kLeastShare) {
        // Over the track's colour, so that lines do not shine through.
        QColor over = sink ? inks.neutral : lit;
        const auto part = static_cast<float>(0.15 + 0.85 * scale.position(share));
        ground = QColor::fromRgbF(ground.redF() + (over.redF() - ground.redF()) * part,
                                  ground.greenF() + (over.greenF() - ground.greenF()) * part,
                                  ground.blueF() + (over.blueF() - ground.blueF()) * part);
      }
      p.setPen(Qt::NoPen);
      p.setBrush(ground);
      p.drawRoundedRect(layout.nodeRect(level, token), radius, radius);
    }
  const QRectF chosen = layout.nodeRect(level(), token());
  p.setBrush(Qt::NoBrush);
  p.setPen(QPen(inks.accent, 1.5));
  p.drawRoundedRect(chosen.adjusted(-2, -2, 2, 2), radius + 2, radius + 2);

  for (std::size_t layer = 0; layer < layout.sinkBars.size(); ++layer)
    paintShareBar(p, layout.sinkBars[layer], numbers.sinkMass[layer], Qt::Horizontal, inks.neutral, style());
  const double small = style().smallSize();
  for (const PlacedText& name : layout.levelNames) paintText(p, name, style(), small, inks.muted);
  if (layout.sinkTitle) paintText(p, *layout.sinkTitle, style(), small, inks.muted);
  if (layout.chosenName) paintText(p, *layout.chosenName, style(), style().textSize, inks.ink);
  for (const PlacedLabel& label : layout.line.labels) {
    const auto i = static_cast<std::size_t>(label.token);
    QColor ink = maps()->keyTokens()[i].special ? inks.muted : inks.ink;
    if (numbers.share(0, label.token) < kLeastShare) ink.setAlphaF(0.55F);
    paintLabel(p, label, style(), layout.line.size, ink);
  }
  paintSeriesLegend(p, layout.legend, {1, 0.25, 0.05}, scale, pitch, style());
  paintFrame(p, layout.frame, style());
}

QStringList FlowFigure::describe(Index node) const {
  if (!hasFlow()) return {};
  const FlowData& shown = data();
  const auto [level, token] = nodeOf(node);
  if (level < 0 || level >= shown.levels() || token < 0 || token >= shown.tokens) return {};
  const auto label = [&](Index at) { return tokenLabel(maps()->keyTokens()[static_cast<std::size_t>(at)]); };
  const auto where = [](int at) {
    return at == 0 ? Words::tr("in the input") : Words::tr("after layer %1").arg(at - 1);
  };
  QStringList lines;
  if (level <= shown.request.level)
    lines << Words::tr("%1 of “%2” %3")
                 .arg(percentText(shown.share(level, token), 2), label(shown.request.token),
                      where(shown.request.level));
  lines << Words::tr("“%1” (%2) %3").arg(label(token)).arg(token).arg(where(level));
  if (level == 0) return lines;
  std::vector<FlowLink> from;
  for (const FlowLink& link : shown.links[static_cast<std::size_t>(level - 1)])
    if (link.query == token) from.push_back(link);
  std::stable_sort(from.begin(), from.end(), [](const FlowLink& a, const FlowLink& b) { return a.weight > b.weight; });
  QStringList parts;
  for (std::size_t i = 0; i < std::min<std::size_t>(3, from.size()); ++i)
    parts << Words::tr("“%1” %2").arg(label(from[i].key), percentText(from[i].weight, 2));
  if (!parts.isEmpty()) lines << Words::tr("takes from ") + parts.join(QStringLiteral(", "));
  return lines;
}

std::vector<FigureSpot> FlowFigure::places(QSizeF size) const {
  std::vector<FigureSpot> places;
  if (!hasFlow()) return places;
  const FlowLayout layout = this->layout(size);
  const int top = maps()->layers();
  for (int level = top; level >= 0; --level)
    for (Index token = 0; token < maps()->queries(); ++token)
      places.push_back({layout.nodeRect(level, token), {}, level == top ? token : Index{-1},
                        level == 0 ? token : Index{-1}, {}, numberOf({level, token}), layout.reach(level, token)});
  return places;
}

QSizeF FlowFigure::preferredSize() const {
  if (isEmpty()) return {640, 480};
  return {std::clamp(220 + 26.0 * static_cast<double>(maps()->keys()), 560.0, 2400.0),
          std::clamp(170 + 64.0 * maps()->layers(), 380.0, 1600.0)};
}

QString FlowFigure::altText() const {
  if (!isEmpty() && context().transposed) return Words::tr("Token flow follows what queries attend to; it cannot "
                                                           "be transposed");
  if (!hasFlow()) return Words::tr("Token flow without tokens.");
  const auto input = data().share.row(0);
  std::vector<Index> order(static_cast<std::size_t>(input.size()));
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<Index>(i);
  std::stable_sort(order.begin(), order.end(), [&](Index a, Index b) { return input(a) > input(b); });
  QStringList parts;
  for (std::size_t i = 0; i < std::min<std::size_t>(3, order.size()); ++i)
    parts << Words::tr("“%1” %2").arg(tokenLabel(maps()->keyTokens()[static_cast<std::size_t>(order[i])]),
                                      percentText(input(order[i]), 0));
  return titleAndSubtitle() + Words::tr(" Largest shares of the input: ") + parts.join(QStringLiteral(", ")) + u'.';
}

}  // namespace headlight
