#pragma once

#include <vector>

#include "core/base/progress.h"
#include "core/model/block.h"
#include "core/model/model.h"

namespace headlight {

/// What one layer of a finished run computed on the way, all tokens; what its record keeps (queries, keys, values) is
/// there.
struct LayerValues {
  Matrix heads;           ///< [n, heads · dValue]: LayerSite::HeadOutput, and so on.
  Matrix attention;       ///< [n, width]
  Matrix afterAttention;  ///< [n, width]
  Matrix feedForward;     ///< [n, width]
};

/// What the layers of a run computed, made again from what each read.
struct RunValues {
  std::vector<LayerValues> layers;
  Matrix end;  ///< [n, width]: the last layer's output before the final norm.
};

/// Runs the layers of `trace`, a run of `model` (of an encoder–decoder model, its decoder), once more. Memory: some
/// 4 · layers · n · width numbers. Throws Error for layers with a narrower stream, in which these values have other
/// widths; Cancelled.
RunValues runValues(const Model& model, const Trace& trace, const Progress& progress = {});

}  // namespace headlight
