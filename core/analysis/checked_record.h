#pragma once

#include <string>

#include "core/attention/trace.h"
#include "core/base/ids.h"

namespace headlight {

/// Throws Error beginning with `what` ("walkthrough") where there is no `thing` ("token") of that number among `count`.
void checkNumber(const std::string& what, const char* thing, Index number, Index count);

/// The record of the layer of `head`. Throws Error beginning with `what` where `trace` has no such attention, layer,
/// head or query.
const AttentionRecord& checkedRecord(const std::string& what, const Trace& trace, HeadId head, Index query);

}  // namespace headlight
