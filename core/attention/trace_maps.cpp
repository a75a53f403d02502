#include "core/attention/trace_maps.h"

#include <algorithm>
#include <string>

#include "core/base/error.h"

namespace headlight {

TraceMaps::TraceMaps(std::shared_ptr<const Trace> trace, AttentionType type) : m_trace(std::move(trace)), m_type(type) {
  if (!m_trace->has(type) && type == AttentionType::Vision)
    throw Error("attention: expected a run over a text with pictures, found one of '" + m_trace->model + "' without");
  if (const auto stage = stageOf(type); stage && !m_trace->has(type))
    throw Error("attention: expected a run of at least " + std::to_string(*stage + 1) + " stages, found one of '" +
                m_trace->model + "'");
  if (!m_trace->has(type))
    throw Error("attention: expected a run of an encoder–decoder model, found one of '" + m_trace->model +
                "', which has no encoder");
}

bool TraceMaps::rowsSumToOne() const {
  return std::all_of(records().begin(), records().end(),
                     [](const AttentionRecord& record) {
                       return record.rule->sinks.empty() && (!record.edits || keepRowSums(*record.edits));
                     });
}

bool TraceMaps::hasNoTokenShare() const {
  return std::any_of(records().begin(), records().end(),
                     [](const AttentionRecord& record) { return !record.rule->sinks.empty(); }) &&
         std::all_of(records().begin(), records().end(),
                     [](const AttentionRecord& record) { return !record.edits || keepRowSums(*record.edits); });
}

void TraceMaps::weights(HeadId head, const Rect& rect, MatrixOut out) const {
  computeWeights(records()[static_cast<std::size_t>(head.layer)], head.head, rect, out);
}

}  // namespace headlight
