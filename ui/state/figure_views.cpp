#include "ui/state/figure_views.h"

#include <initializer_list>

#include "ui/state/panel_kind.h"

namespace headlight {
namespace {

/// The options by which a kind of panel is drawn: what its settings say, and what its figure has.
FigureView viewOf(const PanelKindRow& row) {
  const PanelSettings& has = row.has;
  FigureView view{row.name, {}};
  const auto takes = [&](bool does, std::initializer_list<const char*> options) {
    if (does) view.options.insert(options.begin(), options.end());
  };
  takes(!has.experts, {"--lens", "--method"});
  takes(!has.experts && !has.image, {"--patches"});
  takes(!has.allHeads, {"--layer"});
  takes(!has.allHeads && !has.experts, {"--head"});
  takes(has.experts, {"--experts", "--expert"});
  takes(has.threshold, {"--threshold"});
  // Links are as wide as the scale says.
  takes(has.scale || has.threshold, {"--scale"});
  takes((has.scale && !has.flow) || has.threshold, {"--range"});
  takes(has.sinks, {"--sink"});
  takes(has.direction, {"--direction"});
  takes(has.token, {"--token"});
  takes(has.image, {"--picture", "--smooth"});
  takes(has.flow, {"--flow"});
  takes(has.scale && !has.flow, {"--colours"});
  takes(has.scale || has.wholeLayer || row.kind == PanelKind::Similarity, {"--legend"});
  takes(row.kind == PanelKind::Heatmap || row.kind == PanelKind::Text || row.kind == PanelKind::Profile, {"--values"});
  return view;
}

}  // namespace

const std::vector<FigureView>& figureViews() {
  static const std::vector<FigureView> views = [] {
    std::vector<FigureView> all;
    for (const PanelKindRow& row : panelKinds()) all.push_back(viewOf(row));
    FigureView difference = all.front();
    difference.name = "difference";
    difference.options.erase("--colours");  // It has colours of two sides.
    difference.options.erase("--sink");
    difference.options.insert({"--minus-layer", "--minus-head", "--minus-text", "--minus-model"});
    all.push_back(std::move(difference));
    all.push_back(
        {"ablation", {"--by", "--of", "--target", "--position", "--measure", "--scale", "--colours", "--legend"}});
    all.push_back({"methods", {"--layer", "--head", "--token"}});
    all.push_back({"lens", {"--layer", "--token", "--target", "--scale", "--legend"}});
    all.push_back({"scatter", {"--x", "--y", "--where"}});
    all.push_back({"score", {"--layer", "--head", "--token", "--key"}});
    all.push_back({"contacts", {}});
    all.push_back({"circuits",
                   {"--show", "--other-text", "--target", "--against", "--position", "--cell", "--threshold",
                    "--legend", "--subject", "--lens-file"}});
    all.push_back({"pattern", {"--pattern"}});
    // Of statistics over many texts.
    all.push_back({"metric", {"--metric", "--against", "--step", "--legend", "--colours"}});
    all.push_back({"card", {"--metric", "--layer", "--head"}});
    all.push_back({"intervals", {"--metric", "--against"}});
    all.push_back({"curves", {"--metric", "--step", "--layer", "--head"}});
    all.push_back({"steps", {"--metric", "--legend", "--colours"}});
    return all;
  }();
  return views;
}

std::vector<std::string> figureViewNames() {
  std::vector<std::string> names;
  for (const FigureView& view : figureViews()) names.push_back(view.name);
  return names;
}

std::string viewsWith(std::string_view option, std::string_view last) {
  std::vector<std::string> names;
  for (const FigureView& view : figureViews())
    if (view.options.contains(option)) names.push_back(view.name);
  std::string list;
  for (std::size_t i = 0; i < names.size(); ++i)
    list += std::string(i == 0 ? "" : i + 1 == names.size() ? last : ", ") + names[i];
  return list;
}

bool usesOption(std::string_view view, std::string_view option) {
  bool some = false;
  for (const FigureView& each : figureViews()) {
    if (each.name == view && each.options.contains(option)) return true;
    some = some || each.options.contains(option);
  }
  return !some;
}

}  // namespace headlight
