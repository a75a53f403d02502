#include "ui/panels/panel_pictures.h"

#include "ui/figures/arcs/arcs_figure.h"
#include "ui/figures/atlas/atlas_figure.h"
#include "ui/figures/coloured_text/coloured_text_figure.h"
#include "ui/figures/experts/panel_experts_figure.h"
#include "ui/figures/flow/flow_figure.h"
#include "ui/figures/heatmap/heatmap_figure.h"
#include "ui/figures/image_overlay/image_overlay_figure.h"
#include "ui/figures/links/links_figure.h"
#include "ui/figures/profile/profile_figure.h"
#include "ui/figures/similarity/similarity_figure.h"
#include "ui/reading/heads/head_maps.h"
#include "ui/reading/panel_sight.h"
#include "ui/views/arcs_view.h"
#include "ui/views/atlas_view.h"
#include "ui/views/coloured_text_view.h"
#include "ui/views/experts_view.h"
#include "ui/views/flow_view.h"
#include "ui/views/heatmap_view.h"
#include "ui/views/image_overlay_view.h"
#include "ui/views/links_view.h"
#include "ui/views/profile_view.h"
#include "ui/views/similarity_view.h"

namespace headlight {
namespace {

template <class View>
AttentionView* viewOf(Selection* selection) {
  return new View(selection);
}

template <class Figure>
std::unique_ptr<AttentionFigure> figureOf() {
  return std::make_unique<Figure>();
}

/// What a direction is along the axes of the figure's maps.
Direction along(const AttentionFigure& figure, Direction direction) {
  if (!figure.context().transposed) return direction;
  return direction == Direction::Gives ? Direction::Receives : Direction::Gives;
}

void applyToHeatmap(AttentionFigure& figure, const PanelDrawing& drawing) {
  const QRectF& zoom = drawing.state.zoom;
  static_cast<HeatmapFigure&>(figure).setVisibleCells(zoom.isNull() ? QRectF(0, 0, 1e9, 1e9) : zoom);
}

/// Links and arcs.
void applyToLinks(AttentionFigure& figure, const PanelDrawing& drawing) {
  auto& links = static_cast<LinkedFigure&>(figure);
  links.setThreshold(drawing.state.threshold);
  links.setHeads(drawing.heads);
}

void applyToText(AttentionFigure& figure, const PanelDrawing& drawing) {
  static_cast<ColouredTextFigure&>(figure).setDirection(along(figure, drawing.state.direction));
}

void applyToProfile(AttentionFigure& figure, const PanelDrawing& drawing) {
  static_cast<ProfileFigure&>(figure).setHeads(drawing.heads);
}

void applyToFlow(AttentionFigure& figure, const PanelDrawing& drawing) {
  static_cast<FlowFigure&>(figure).setWeights(drawing.state.flow);
}

void applyToExperts(AttentionFigure& figure, const PanelDrawing& drawing) {
  static_cast<PanelExpertsFigure&>(figure).setChoice(drawing.state.experts, drawing.state.expert);
}

void applyToImage(AttentionFigure& figure, const PanelDrawing& drawing) {
  auto& image = static_cast<ImageOverlayFigure&>(figure);
  image.setDirection(along(figure, drawing.state.direction));
  image.setHeads(drawing.heads);
  image.setPicture(drawing.state.picture);
  image.setSmooth(drawing.state.smooth);
  image.setAllHeads(panelKind(drawing.state.kind).has.allHeads);
}

/// What the kind of `panel` wants of its figure.
PanelDrawing drawingOf(const PanelState& state, const LensResult& seen, HeadId head, std::optional<Index> token) {
  PanelDrawing drawing{state, {}, token};
  if (!panelKind(state.kind).has.wholeLayer || !seen.maps || seen.headsCombined) return drawing;
  for (const HeadId each : state.heads) drawing.heads.push_back(nearestHead(*seen.maps, each));
  if (state.heads.empty() && state.wholeLayer)
    for (int h = 0; h < seen.maps->heads(); ++h) drawing.heads.push_back({head.layer, h});
  return drawing;
}

}  // namespace

const PanelPicture& panelPicture(PanelKind kind) {
  static const std::vector<PanelPicture> pictures = {
      {PanelKind::Heatmap, viewOf<HeatmapView>, figureOf<HeatmapFigure>, applyToHeatmap},
      {PanelKind::Links, viewOf<LinksView>, figureOf<LinksFigure>, applyToLinks},
      {PanelKind::Text, viewOf<ColouredTextView>, figureOf<ColouredTextFigure>, applyToText},
      {PanelKind::Arcs, viewOf<ArcsView>, figureOf<ArcsFigure>, applyToLinks},
      {PanelKind::Profile, viewOf<ProfileView>, figureOf<ProfileFigure>, applyToProfile},
      {PanelKind::Flow, viewOf<FlowView>, figureOf<FlowFigure>, applyToFlow},
      {PanelKind::Similarity, viewOf<SimilarityView>, figureOf<SimilarityFigure>, nullptr},
      {PanelKind::Atlas, viewOf<AtlasView>, figureOf<AtlasFigure>, nullptr},
      {PanelKind::Experts, viewOf<ExpertsView>, figureOf<PanelExpertsFigure>, applyToExperts},
      {PanelKind::Image, viewOf<ImageOverlayView>, figureOf<ImageOverlayFigure>, applyToImage},
      {PanelKind::ImageAtlas, viewOf<ImageOverlayView>, figureOf<ImageOverlayFigure>, applyToImage},
  };
  for (const PanelPicture& picture : pictures)
    if (picture.kind == kind) return picture;
  return pictures.front();
}

void showPanel(AttentionFigure& figure, const PanelState& panel, const LensResult& seen, HeadId selected,
               std::optional<Index> token, const FigureStyle& style) {
  const HeadId head = shownHead(panel, selected, seen.maps.get());
  figure.setHead(head);
  figure.setStyle(styledFor(panel, style));
  figure.setToken(token);
  if (const auto apply = panelPicture(panel.kind).apply) apply(figure, drawingOf(panel, seen, head, token));
}

}  // namespace headlight
