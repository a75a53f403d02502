#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <iosfwd>
#include <string>

namespace headlight {

/// One command: describes its arguments to `app` and returns what to do once they are read; that may throw Error.
using Action = std::function<void(std::ostream& out)>;

Action addAblateCommand(CLI::App& app);
Action addAttentionCommand(CLI::App& app);
Action addCostCommand(CLI::App& app);
Action addTokenizeCommand(CLI::App& app);
Action addDecodeCommand(CLI::App& app);
Action addFigureCommand(CLI::App& app);
Action addPredictCommand(CLI::App& app);
Action addHeadsCommand(CLI::App& app);
Action addNoiseCommand(CLI::App& app);
Action addModelsCommand(CLI::App& app);

}  // namespace headlight
