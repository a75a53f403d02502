#pragma once

#include <string>
#include <string_view>

#include "core/attention/trace.h"
#include "core/base/ids.h"

namespace headlight {

/// Throws Error beginning with `what` ("walkthrough") where there is no `thing` ("token") of that number among `count`.
void checkNumber(std::string_view what, const char* thing, Index number, Index count);

/// The record of the layer of `head`. Throws Error beginning with `what` where `trace` has no such attention, layer,
/// head or query.
const AttentionRecord& checkedRecord(std::string_view what, const Trace& trace, HeadId head, Index query);

}  // namespace headlight
