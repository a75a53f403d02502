#pragma once

#include <string>

#include "app/commands/figure/figure_choice.h"
#include "ui/charts/circuits/findings_report.h"

namespace headlight {

struct AblationArgument;

/// The options by which `headlight figure --view circuits` says what is found.
struct CircuitsArgument {
  std::string show = "attribution.A", otherText, against, cell, subject, lensFile;

  void addTo(CLI::App& command);
  /// Throws Error for options that the picture does not read, before a model runs.
  void check(const CLI::App& command) const;
  /// The report of the picture for what `what` reads: `reading` is of text A. Throws Error as the method does.
  FindingsReport report(const FigureChoice& what, const AblationArgument& metric, const Source& model,
                        const Reading& reading, Remarks& remarks) const;
};

}  // namespace headlight
