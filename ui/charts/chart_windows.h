#pragma once

#include <vector>

#include "ui/windows/windows.h"

namespace headlight {

/// The windows of charts, in the order of their menu.
std::vector<WindowKind> chartWindows();

}  // namespace headlight
