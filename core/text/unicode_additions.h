#pragma once

#include <span>

// Code points that ICU 72 (Unicode 15) and PCRE2 10.42 (Unicode 14) do not know yet, but the reference engine's regular
// expressions (Unicode 16) do.
namespace headlight::unicode {

/// Code points with the general category `category` ("Lo") in Unicode 16 and another one, or none, in Unicode 14.
struct CategoryRange {
  char32_t first, last;
  const char* category;
};

/// Code points of the script `script` ("Han") in Unicode 16 that have another one, or none, in Unicode 14.
struct ScriptRange {
  char32_t first, last;
  const char* script;
};

/// In ascending order.
std::span<const CategoryRange> addedCategories();
std::span<const ScriptRange> addedScripts();

}  // namespace headlight::unicode
