#include "core/attention/trace_maps.h"

#include "core/base/error.h"

namespace headlight {

TraceMaps::TraceMaps(std::shared_ptr<const Trace> trace, AttentionType type) : m_trace(std::move(trace)), m_type(type) {
  if (!m_trace->has(type))
    throw Error("attention: expected a run of an encoder–decoder model, found one of '" + m_trace->model +
                "', which has no encoder");
}

void TraceMaps::weights(HeadId head, const Rect& rect, MatrixOut out) const {
  computeWeights(records()[static_cast<std::size_t>(head.layer)], head.head, rect, out);
}

}  // namespace headlight
