#pragma once

#include <string_view>

#include "core/chat/value.h"

namespace headlight::chat {

/// A dictionary with `value` under `key`, in the place that the key has there, else at the end.
Value withMember(const Value& dictionary, std::string_view key, Value value);

}  // namespace headlight::chat
