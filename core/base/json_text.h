#pragma once

#include <string>
#include <string_view>

namespace headlight {

/// A JSON text as Python's json module writes and reads it, in the words of the standard, for readers that know no
/// others: without a byte-order mark; NaN, Infinity and numbers beyond a double as the texts "NaN", "Infinity" and
/// "-Infinity"; whole numbers beyond 64 bits as real ones; lone surrogates as U+FFFD. What is no JSON in either sense
/// stays as it is, for the reader to refuse.
std::string standardJson(std::string_view json);

}  // namespace headlight
