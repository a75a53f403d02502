#pragma once

#include "ui/export/motion/animation.h"
#include "ui/reading/panel_sight.h"
#include "ui/state/session_file.h"
#include "ui/walkthrough/walk_figure.h"

namespace headlight {

/// The figure of a step with its own title and caption, as it goes into files.
WalkFigure walkFigure(const RunResult& reading, const std::shared_ptr<const WalkReport>& story, WalkStep step,
                      bool numbers);

/// Every step as something to export; a file keeps of `session` what it shows.
std::vector<Exportable> walkExportables(const RunResult& reading, const std::shared_ptr<const WalkReport>& story,
                                        bool numbers, const Session& session, const RunResults& results);

/// The steps one after the other, each as long as it takes to read.
Animation walkAnimation(const RunResult& reading, const std::shared_ptr<const WalkReport>& story, bool numbers,
                        const Session& session, const RunResults& results);

}  // namespace headlight
