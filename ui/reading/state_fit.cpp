#include "ui/reading/state_fit.h"

#include <QCoreApplication>
#include <algorithm>

#include "core/io/stored_attention.h"
#include "ui/reading/heads/head_maps.h"
#include "ui/reading/media_input.h"
#include "ui/state/panel_kind.h"

namespace headlight {
namespace {

/// How many layers a model has, and heads to a layer, in that of its attentions which has most. A state's heads have
/// numbers alone, which each panel takes for the nearest head of its attention.
HeadId mostOf(const Source& source) {
  const ModelInfo& info = source.info;
  HeadId most{std::max(info.layers, info.encoderLayers), std::max(info.heads, info.encoderHeads)};
  if ((info.readsPicturesInText || info.stages.size() > 1) && source.model)
    for (const ModelAttention& attention : source.model->attentions()) {
      most.layer = std::max(most.layer, static_cast<int>(attention.heads.size()));
      for (const int heads : attention.heads) most.head = std::max(most.head, heads);
    }
  return most;
}

/// The heads that a state asks of model `which`.
std::vector<HeadId> headsAskedOf(const WorkspaceState& state, int which) {
  std::vector<HeadId> heads;
  if (which == 0) heads.push_back(state.head);
  if (which == 0 && state.atlas.like) heads.push_back(*state.atlas.like);
  for (const PanelState& panel : state.panels) {
    if (panel.source.model == which) {
      if (panel.pinned) heads.push_back(*panel.pinned);
      heads.insert(heads.end(), panel.heads.begin(), panel.heads.end());
    }
    if (panel.minus && panel.minus->head && panel.minus->source.model == which) heads.push_back(*panel.minus->head);
  }
  return heads;
}

}  // namespace

QString misfit(const WorkspaceState& state, const OpenedModels& models) {
  for (int which = 0; which < 2; ++which) {
    const auto& model = models[static_cast<std::size_t>(which)];
    if (!model) continue;
    const HeadId most = mostOf(*model);
    for (const HeadId head : headsAskedOf(state, which))
      if (head.layer < 0 || head.layer >= most.layer || head.head < 0 || head.head >= most.head ||
          (model->stored && !model->stored->maps->has(head)))
        return QCoreApplication::translate(
                   "Workspace", "%1: expected a head of %2 layers with %3 heads each, found layer %4, head %5")
            .arg(QString::fromStdString(model->info.name))
            .arg(most.layer)
            .arg(most.head)
            .arg(head.layer)
            .arg(head.head);
  }
  return {};
}

HeadId nearestHead(const OpenedModels& models, HeadId head, int which) {
  const auto& model = models[static_cast<std::size_t>(which)];
  if (!model) return head.of(AttentionType::Self);
  if (model->stored) return nearestHead(*model->stored->maps, head.of(AttentionType::Self));
  const HeadId most = mostOf(*model);
  return {std::clamp(head.layer, 0, std::max(0, most.layer - 1)), std::clamp(head.head, 0, std::max(0, most.head - 1))};
}

WorkspaceState fitted(WorkspaceState state, const OpenedModels& models) {
  state = settledPanels(std::move(state));
  if (state.atlas.like) state.atlas.like = nearestHead(models, *state.atlas.like);
  for (PanelState& panel : state.panels) {
    const auto& model = models[static_cast<std::size_t>(panel.source.model)];
    const bool vision = panel.attention == AttentionType::Vision;
    const auto stage = stageOf(panel.attention);
    const int stages = model ? static_cast<int>(model->info.stages.size()) : 0;
    if (model && panel.attention != AttentionType::Self &&
        (stage    ? *stage >= stages || stages < 2
         : vision ? !model->info.readsPicturesInText
                  : model->info.encoderLayers == 0))
      panel = lookingAtItself(panel);
    // Of a model of stages the last one has a name as the others have.
    if (model && panel.attention == AttentionType::Self && stages > 1) panel.attention = stageNumbered(stages - 1);
    // What a text's own tokens attend to is no part of a picture that stands beside it.
    if (model && panelKind(panel.kind).has.image && panel.attention == AttentionType::Self) {
      panel.attention = attentionOnMedia(*model);
      if (panel.attention == AttentionType::Cross) panel = lookingAtSource(panel);
    }
    if (panel.attention == AttentionType::Cross && !panelKind(panel.kind).has.cross) panel.kind = PanelKind::Heatmap;
    if (panel.attention != AttentionType::Self) {
      panel.method = Method::Raw;
      panel.minus.reset();
    }
    if (panel.pinned) panel.pinned = nearestHead(models, *panel.pinned, panel.source.model);
    for (HeadId& head : panel.heads) head = nearestHead(models, head, panel.source.model);
    if (panel.minus && panel.minus->head)
      panel.minus->head = nearestHead(models, *panel.minus->head, panel.minus->source.model);
  }
  return state;
}

}  // namespace headlight
