#include "core/analysis/checked_record.h"

#include <string>
#include <vector>

#include "core/base/error.h"

namespace headlight {

void checkNumber(std::string_view what, const char* thing, Index number, Index count) {
  if (number < 0 || number >= count)
    throw Error(std::string(what) + ": " + thing + " " + std::to_string(number) + ": expected 0 to " +
                std::to_string(count - 1));
}

const AttentionRecord& checkedRecord(std::string_view what, const Trace& trace, HeadId head, Index query) {
  if (!trace.has(head.attention))
    throw Error(std::string(what) + ": expected a run of an encoder–decoder model, found one of '" + trace.model +
                "', which has no encoder");
  const std::vector<AttentionRecord>& records = trace.records(head.attention);
  checkNumber(what, "layer", head.layer, static_cast<Index>(records.size()));
  const AttentionRecord& record = records[static_cast<std::size_t>(head.layer)];
  checkNumber(what, "head", head.head, record.rule->heads);
  checkNumber(what, "token", query, record.queries());
  return record;
}

}  // namespace headlight
