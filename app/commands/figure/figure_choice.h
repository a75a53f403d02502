#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/arguments.h"
#include "app/decoder_argument.h"
#include "app/head_argument.h"
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
              sink = "apart", experts = "grid", patches = "one";
  std::optional<int> expert;
  HeadArgument heads;
  double threshold = 0.05;
  std::optional<std::string> token;
  std::optional<int> picture;
  bool smooth = false;
  std::vector<std::string> lenses;
  std::optional<int> minusLayer;
  std::optional<std::string> minusHead, minusText, minusModel;

  void addTo(CLI::App& command);
  /// The heads that were named, in their order; 0.0 without.
  const std::vector<HeadId>& chosenHeads() const { return m_chosen; }
  /// The token that `--token` means among those of a text, the last one of a word of several, with a remark; the last
  /// of the text without. Throws Error for none of them.
  Index tokenIn(const std::vector<Token>& tokens, Remarks& remarks) const;
  ScaleKind scaleKind() const;
  /// Reads what was typed and puts a prefix before the text; throws Error for options that do not go together, before a
  /// model runs. `command` knows which options were given.
  void settleOptions(const CLI::App& command, Remarks& remarks);
  /// A panel for each picture that was asked for; throws Error for a model that there is not. Without text for ids.
  WorkspaceState state() const;
  /// Whether a workspace that opens `state` reads with `source` what was given, which came to `tokens`; ids for a model
  /// with a tokenizer become the text that it makes the same tokens of.
  bool reopens(WorkspaceState& state, const Source& source, const Encoding& tokens) const;
  /// Ids, pixels, a target or what a model is to write, for which a state has no place: read in place of its text.
  std::optional<Input> inputBesideState() const;
  /// What `source` makes of the input, its target and the changes (in place of the options' own). Throws Error as
  /// InputArgument::readBy.
  Reading read(const Source& source, Remarks& remarks, ReadOptions options = {}) const;
  /// `state` once it was read: with the token that is meant, a word of several tokens as one, and a remark where no
  /// head was named. Throws Error for a head or a token that there is not.
  WorkspaceState settled(WorkspaceState state, const RunResults& results, Remarks& remarks) const;

 private:
  void settleToken(WorkspaceState& state, const RunResults& results, Remarks& remarks) const;
  /// The attention that is drawn: the one that was asked for; over pictures or a sound, where that does not look at
  /// them, the one that does. Throws Error for none.
  AttentionType drawnAttention(const RunResult& result) const;
  /// Draws the many patches of a picture in a text as one token, with a remark, unless each is wanted.
  void foldPictures(PanelState& panel, const AttentionMaps& maps, Remarks& remarks) const;
  /// Of a mixture the layer that is meant, the first with experts unless one is named, and its expert.
  void settleExperts(PanelState& panel, HeadId head, const RunResult& result) const;
  PanelState panel() const;
  PanelMinus minus(HeadId head) const;

  std::vector<HeadId> m_chosen{HeadId{}};
  HeadSet m_set;                      ///< The same as ranges; empty where none was named.
  std::optional<HeadId> m_minusHead;  ///< Its layer counts where m_minusLayer is set.
  std::optional<int> m_minusLayer;
};

}  // namespace headlight
