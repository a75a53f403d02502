#pragma once

#include <functional>
#include <vector>

#include "ui/dialogs/settings_window.h"

namespace headlight {

class Appearance;
class Shortcuts;
class Workspace;

/// What the settings window sets.
struct SettingParts {
  Appearance* appearance;
  Workspace* workspace;
  Shortcuts* shortcuts;
  /// Deletes the sessions that were put aside and the reports of crashes.
  std::function<void()> forget;
};

/// All that can be set, each with its field, which sets it at once.
std::vector<SettingRow> settingRows(const SettingParts& parts);

}  // namespace headlight
