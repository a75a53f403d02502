#pragma once

#include <QString>
#include <memory>
#include <optional>
#include <vector>

#include "ui/figures/attention_figure.h"
#include "ui/state/workspace_state.h"

namespace headlight {

class AttentionView;
class Selection;

/// Which settings of a panel mean something to a kind: the others are neither offered nor drawn.
struct PanelSettings {
  bool threshold = false;   ///< The smallest weight drawn.
  bool wholeLayer = false;  ///< Several heads over one another, all of a layer or a chosen set.
  bool scale = false;       ///< How colours grow with the weight.
  bool sinks = false;       ///< Sinks apart.
  bool direction = false;   ///< What a token gives, or what it receives.
  bool token = false;       ///< Shows one token: the pinned one.
  bool flow = false;        ///< Draws all layers; what stands for one is to be chosen.
  bool difference = false;  ///< Can draw weights below zero.
  bool allHeads = false;    ///< Draws every head, so that none is its subject.
  bool cross = false;       ///< Can draw attention from one text to another.
  bool zoom = false;        ///< Can show a part of its map.
  bool image = false;       ///< Draws over the image that a vision model reads.
};

/// What a panel wants of its figure beside maps, head and style.
struct PanelDrawing {
  const PanelState& state;
  std::vector<HeadId> heads;   ///< Drawn together; empty for the figure's own head.
  std::optional<Index> token;  ///< The pinned one, by its number in the figure's maps.
};

/// One kind of panel: everything that the workspace has to know of it.
struct PanelKindRow {
  PanelKind kind;
  const char* name;   ///< In session files and on the command line.
  const char* label;  ///< For people; translated by panelKindLabel().
  const char* icon;
  PanelSettings has;
  AttentionView* (*makeView)(Selection* selection);
  std::unique_ptr<AttentionFigure> (*makeFigure)();
  /// Gives the settings to a figure that makeFigure() or the view made; null where there are none.
  void (*apply)(AttentionFigure& figure, const PanelDrawing& drawing);
};

/// Every kind, in the order of menus. To add one, add its row.
const std::vector<PanelKindRow>& panelKinds();
/// The row of `kind`; the first row for one that has none.
const PanelKindRow& panelKind(PanelKind kind);
QString panelKindLabel(PanelKind kind);

/// Gives `figure`, of the panel's kind and with the maps of what it sees, all that the panel's state says of it, while
/// `selected` is the head selected in the atlas and `token`, by its number in those maps, is pinned. The one way from
/// a PanelState to a picture, on screen and on paper.
void showPanel(AttentionFigure& figure, const PanelState& panel, const LookedThrough& seen, HeadId selected,
               std::optional<Index> token, const FigureStyle& style);

}  // namespace headlight
