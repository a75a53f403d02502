#pragma once

#include <cmath>
#include <cstdio>
#include <string>

namespace headlight {

/// An amount of memory in words, "3.2 GB" or "41 MB", for messages; megabytes are rounded up.
inline std::string bytesText(double bytes) {
  char text[40];
  if (bytes >= 1e9)
    std::snprintf(text, sizeof text, "%.1f GB", bytes / 1e9);
  else
    std::snprintf(text, sizeof text, "%.0f MB", std::ceil(bytes / 1e6));
  return text;
}

}  // namespace headlight
