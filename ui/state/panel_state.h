#pragma once

#include <QRectF>
#include <optional>
#include <string>
#include <vector>

#include "core/analysis/methods.h"
#include "core/base/attention_type.h"
#include "core/base/ids.h"
#include "ui/figures/experts/experts_picture.h"
#include "ui/figures/figure_style.h"
#include "ui/figures/flow/flow_data.h"
#include "ui/figures/token_axis.h"
#include "ui/state/panel_lens.h"
#include "ui/state/run_id.h"

namespace headlight {

/// What a panel draws; ui/panels/panel_pictures.h says how.
enum class PanelKind { Heatmap, Links, Text, Arcs, Profile, Flow, Similarity, Atlas, Experts, Image, ImageAtlas };

/// What becomes of a chosen set of heads.
enum class HeadCombination {
  Overlay,  ///< Each in its own colour, where the kind can; else the first one.
  Mean,
  Max,
};

/// What a panel subtracts from what it shows.
struct PanelMinus {
  RunId source;
  std::optional<HeadId> head;  ///< Without one, of each head the same head.
  bool operator==(const PanelMinus&) const = default;
};

/// One panel of a workspace: which attention, through which lenses, drawn how. Its heads are of that attention, and
/// have numbers alone here.
struct PanelState {
  PanelKind kind = PanelKind::Heatmap;
  RunId source;
  AttentionType attention = AttentionType::Self;  ///< Of an encoder–decoder model which; others have one.
  Method method = Method::Raw;                    ///< What says what a head looks at.
  std::optional<HeadId> pinned;  ///< Its own head; without one the panel shows the head that is selected.
  std::vector<HeadId> heads;     ///< A set of heads in place of one.
  HeadCombination use = HeadCombination::Overlay;
  std::optional<PanelMinus> minus;
  ScaleKind scale = ScaleKind::Sqrt;
  std::optional<ScaleRange> range;  ///< Top of the scale; none for 1, and of differences and images the largest.
  bool sinksApart = true;
  double threshold = 0.05;  ///< Weights below this are not drawn.
  bool wholeLayer = false;  ///< All heads of the layer, each in its own colour.
  Direction direction = Direction::Gives;
  FlowWeights flow = FlowWeights::Mean;  ///< What stands for a layer in a token flow.
  ExpertsPicture experts = ExpertsPicture::Grid;
  std::optional<HeadId> expert;  ///< Of a mixture the expert that is stressed, its layer and number; none for all.
  std::vector<PanelLens> lenses;         ///< What it looks through, the first one nearest to the model.
  std::optional<int> picture;            ///< Of several pictures the one that is shown, from 0; none for all of them.
  bool smooth = false;                   ///< Over a picture: colours between the middles of patches.
  bool linked = true;                    ///< Shares cursor, pinned token and zoom with the other panels.
  QRectF zoom;                           ///< The part in view, in cells (x keys, y queries); null for the whole map.
  std::string note;                      ///< What a person wrote about it, UTF-8.

  bool operator==(const PanelState&) const = default;
};

/// `style` with what the panel says of it.
FigureStyle styledFor(const PanelState& panel, FigureStyle style);

/// The panel with what a translator looks at in its source, rows under what they write; or with a text over itself.
PanelState lookingAtSource(PanelState panel);
PanelState lookingAtItself(PanelState panel);

/// What of a panel says which numbers it is of: without how they are drawn, and which part of them is in view.
PanelState numbersOf(const PanelState& panel);

/// The readings that a panel needs: its source, and what it subtracts.
std::vector<RunId> runsOf(const PanelState& panel);

/// Whether two panels have the same tokens along their axes, so that the same part of both can be in view.
bool showSameTokens(const PanelState& a, const PanelState& b);

}  // namespace headlight
