#pragma once

#include <filesystem>
#include <string>

#include "app/arguments.h"
#include "ui/export/motion/animation.h"
#include "ui/reading/panel_sight.h"
#include "ui/state/session_file.h"

namespace headlight {

/// `figure --animate`: what changes from frame to frame.
struct AnimationArgument {
  std::string through;
  double seconds = 0;

  void addTo(CLI::App& command);
  bool given() const { return !through.empty(); }
  bool isGeneration() const { return through == "generation"; }
  /// Throws Error for a view that has no such frames, before a model runs.
  void check(const std::string& view, bool generates) const;
  /// Of the panels of `session`; of its selected head and token a walkthrough. Throws Error.
  Animation of(const Session& session, const RunResults& results) const;
  /// `animation` with the time that was asked for.
  Animation timed(Animation animation) const;
};

}  // namespace headlight
