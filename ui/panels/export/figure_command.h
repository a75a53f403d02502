#pragma once

#include <QString>

#include "core/circuits/analysis_question.h"
#include "ui/export/export_settings.h"
#include "ui/state/workspace_state.h"

namespace headlight {

/// The command line that draws a panel of `state` into `output` with `settings`: "headlight figure --text 'The cat' …",
/// words quoted as a shell reads them. `token` counts as the
/// panel shows tokens, through its lenses. The whole map is drawn where a part is in view. Throws Error that names what
/// of the panel has no option: tokens that were generated, a mean over some heads, the difference that changes make, or
/// a set of heads that is not every layer with every head of it.
QString figureCommand(const WorkspaceState& state, const PanelState& panel, std::optional<Index> token,
                      const ExportSettings& settings, const QString& output);

/// A picture of circuits as its window asks for it.
struct CircuitsRequest {
  std::string show;                          ///< Its tensor.
  bool readsText = true, comparesTexts = false;
  std::string target = {}, against = {};     ///< As outcomeNamed() reads them; empty for none.
  std::optional<Index> position = {};
  std::optional<ScoreCell> cell = {};
  std::optional<double> threshold = {};
  QString subject = {};  ///< As allTokensNamed() reads it; empty for none.
};
/// The command line that draws it into `output`. Throws Error for what of `state` has no option.
QString circuitsCommand(const WorkspaceState& state, const CircuitsRequest& asked, const QString& output);

}  // namespace headlight
