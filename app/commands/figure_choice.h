#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/arguments.h"
#include "app/decoder_argument.h"
#include "ui/reading/panel_sight.h"
#include "ui/state/workspace_state.h"

namespace headlight {

/// The options of `headlight figure` that choose what is drawn, as the workspace that shows it. How the file looks is
/// figure_command.cpp's.
struct FigureChoice {
  ModelArgument model;
  InputArgument input;
  DecoderArgument decoder;
  AttentionArgument attention;
  InterveneArgument intervene;
  std::string view = "heatmap", method = "raw", direction = "gives", flow = "mean", scale = "sqrt", range,
              sink = "apart";
  std::vector<int> layers, heads;
  double threshold = 0.05;
  std::optional<std::string> token;
  std::vector<std::string> lenses;
  std::optional<int> minusLayer, minusHead;
  std::optional<std::string> minusText, minusModel;

  void addTo(CLI::App& command);
  HeadId firstHead() const { return chosenHeads().front(); }
  /// The token that `--token` means among those of a text, or the last one of it; throws Error for none of them.
  Index tokenIn(const std::vector<Token>& tokens) const;
  ScaleKind scaleKind() const;
  /// Throws Error for options that do not go together, before a model runs.
  void check() const;
  /// A panel for each picture that was asked for; throws Error for a model that there is not. Without text for ids.
  WorkspaceState state() const;
  /// Ids, pixels, a target or what a model is to write, for which a state has no place: read in place of its text.
  std::optional<Input> inputBesideState() const;
  /// `state` once it was read: with the token that is meant. Throws Error for a head or a token that there is not.
  WorkspaceState settled(WorkspaceState state, const RunResults& results) const;

 private:
  /// Every layer with every head that was named.
  std::vector<HeadId> chosenHeads() const;
  PanelState panel() const;
  PanelMinus minus(HeadId head) const;
};

}  // namespace headlight
