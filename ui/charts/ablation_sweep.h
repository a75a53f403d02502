#pragma once

#include "ui/charts/ablation_figure.h"
#include "ui/export/motion/animation.h"

namespace headlight {

/// The map of an ablation as it grows, one head in each frame, and what the answer is without it. `made` lacks the
/// program and the picture.
Animation ablationSweep(const std::shared_ptr<const AblationReport>& story, AblationMeasure measure,
                        const Provenance& made);

}  // namespace headlight
