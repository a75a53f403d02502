#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <iosfwd>
#include <string>

#include "app/remarks.h"

namespace headlight {

/// What a command does once its arguments are read: writes results to `out` and remarks on what it opened; may throw
/// Error. Each function below describes a command's arguments to `app`.
using Action = std::function<void(std::ostream& out, Remarks& remarks)>;

Action addAblateCommand(CLI::App& app);
Action addAnalyseCommand(CLI::App& app);
Action addAttentionCommand(CLI::App& app);
Action addCorpusCommand(CLI::App& app);
Action addCostCommand(CLI::App& app);
Action addExpertsCommand(CLI::App& app);
Action addTokenizeCommand(CLI::App& app);
Action addDecodeCommand(CLI::App& app);
Action addFigureCommand(CLI::App& app);
Action addPredictCommand(CLI::App& app);
Action addHeadsCommand(CLI::App& app);
Action addMergeCommand(CLI::App& app);
Action addNoiseCommand(CLI::App& app);
Action addSimilarityCommand(CLI::App& app);
Action addSteerCommand(CLI::App& app);
Action addModelsCommand(CLI::App& app);
Action addServeCommand(CLI::App& app);

}  // namespace headlight
