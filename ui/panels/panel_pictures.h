#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "ui/figures/attention_figure.h"
#include "ui/state/panel_kind.h"

namespace headlight {

class AttentionView;
class Selection;

/// What a panel wants of its figure beside maps, head and style.
struct PanelDrawing {
  const PanelState& state;
  std::vector<HeadId> heads;   ///< Drawn together; empty for the figure's own head.
  std::optional<Index> token;  ///< The pinned one, by its number in the figure's maps.
};

/// How a kind of panel is drawn, on screen and on paper.
struct PanelPicture {
  PanelKind kind;
  AttentionView* (*makeView)(Selection* selection);
  std::unique_ptr<AttentionFigure> (*makeFigure)();
  /// Gives the settings to a figure that makeFigure() or the view made; null where there are none.
  void (*apply)(AttentionFigure& figure, const PanelDrawing& drawing);
};

/// The picture of `kind`; that of the first kind for one that has none.
const PanelPicture& panelPicture(PanelKind kind);

/// Gives `figure`, of the panel's kind and with the maps of what it sees, all that the panel's state says of it, while
/// `selected` is the head selected in the atlas and `token`, by its number in those maps, is pinned. The one way from
/// a PanelState to a picture, on screen and on paper.
void showPanel(AttentionFigure& figure, const PanelState& panel, const LensResult& seen, HeadId selected,
               std::optional<Index> token, const FigureStyle& style);

}  // namespace headlight
