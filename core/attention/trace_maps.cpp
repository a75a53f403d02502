#include "core/attention/trace_maps.h"

namespace headlight {

void TraceMaps::weights(HeadId head, const Rect& rect, MatrixOut out) const {
  computeWeights(m_trace->layers[static_cast<std::size_t>(head.layer)], head.head, rect, out);
}

}  // namespace headlight
