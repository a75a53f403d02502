#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/ids.h"
#include "core/base/matrix.h"
#include "ui/figures/colour_scale.h"
#include "ui/workspace/panel_lens.h"

namespace headlight {

enum class PanelKind { Heatmap, Links };

/// One panel of a workspace: which attention, drawn how.
struct PanelState {
  PanelKind kind = PanelKind::Heatmap;
  std::optional<HeadId> pinned;  ///< Its own head; without one the panel shows the head that is selected.
  ScaleKind scale = ScaleKind::Sqrt;
  bool sinksApart = true;
  double threshold = 0.05;        ///< Links below this weight are not drawn.
  bool wholeLayer = false;        ///< Links: all heads of the layer, each in its own colour.
  std::vector<PanelLens> lenses;  ///< What it looks through, the first one nearest to the model.

  bool operator==(const PanelState&) const = default;
};

/// A page of the deck that is collected while exploring.
struct DeckSlide {
  std::string title, sentence;  ///< UTF-8.
  std::string session;          ///< What it shows, as sessionText() writes it: a workspace of the panels on the slide.

  bool operator==(const DeckSlide&) const = default;
};

/// Everything that makes a workspace what it is, as a plain value: a session file holds one, undo goes back to one.
struct WorkspaceState {
  std::filesystem::path model;      ///< The folder.
  std::string text;                 ///< UTF-8.
  std::optional<std::string> pair;  ///< The second text, when there is one.
  HeadId head;                      ///< Selected: what panels without a head of their own show.
  std::optional<Index> token;       ///< Pinned token.
  std::vector<PanelState> panels;
  std::vector<DeckSlide> deck;

  bool operator==(const WorkspaceState&) const = default;
};

/// The panels that a workspace starts with: heatmap and links of the selected head side by side.
std::vector<PanelState> openingPanels();

}  // namespace headlight
