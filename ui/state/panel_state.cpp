#include "ui/state/panel_state.h"

namespace headlight {
namespace {

/// The lenses that change what stands along the axes.
std::vector<PanelLens> axisLenses(const PanelState& panel) {
  using Kind = PanelLens::Kind;
  std::vector<PanelLens> lenses;
  for (PanelLens lens : panel.lenses) switch (lens.kind) {
      case Kind::Words:
      case Kind::Sentences:
      case Kind::Spans:
      case Kind::Pictures:
      case Kind::WithoutSpecials:
      case Kind::WithoutSink:
      case Kind::Transposed:
      case Kind::Written:
        lens.renormalise = true;
        lenses.push_back(lens);
        break;
      case Kind::Threshold:
      case Kind::Far:
      case Kind::Top:
      case Kind::RowMaximum:
      case Kind::MeanOfHeads:
      case Kind::MaxOfHeads:
        break;
    }
  return lenses;
}

}  // namespace

FigureStyle styledFor(const PanelState& panel, FigureStyle style) {
  style.scale = panel.scale;
  // Differences are small, and so are weights over hundreds of patches: up to 1 most of them would have one colour.
  const bool small = panel.minus || panel.kind == PanelKind::Image || panel.kind == PanelKind::ImageAtlas;
  style.range = panel.range.value_or(small ? ScaleRange::PerHead : ScaleRange::Common);
  style.sinksApart = panel.sinksApart;
  return style;
}

PanelState lookingAtItself(PanelState panel) {
  panel.attention = AttentionType::Self;
  std::erase_if(panel.lenses, [](const PanelLens& lens) { return lens.kind == PanelLens::Kind::Written; });
  return panel;
}

PanelState lookingAtSource(PanelState panel) {
  panel = lookingAtItself(std::move(panel));
  panel.attention = AttentionType::Cross;
  panel.minus.reset();
  PanelLens written;
  written.kind = PanelLens::Kind::Written;
  panel.lenses.insert(panel.lenses.begin(), written);
  return panel;
}

PanelState numbersOf(const PanelState& panel) {
  PanelState numbers;
  numbers.source = panel.source;
  numbers.attention = panel.attention;
  numbers.method = panel.method;
  numbers.pinned = panel.pinned;
  numbers.heads = panel.heads;
  numbers.use = panel.use;
  numbers.minus = panel.minus;
  numbers.lenses = panel.lenses;
  return numbers;
}

std::vector<RunId> runsOf(const PanelState& panel) {
  std::vector<RunId> runs = {panel.source};
  if (panel.minus && panel.minus->source != panel.source) runs.push_back(panel.minus->source);
  return runs;
}

bool showSameTokens(const PanelState& a, const PanelState& b) {
  const auto other = [](const PanelState& panel) { return panel.minus ? panel.minus->source : panel.source; };
  return a.source == b.source && a.attention == b.attention && other(a) == other(b) && axisLenses(a) == axisLenses(b);
}

}  // namespace headlight
