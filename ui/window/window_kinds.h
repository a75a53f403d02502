#pragma once

#include <functional>
#include <vector>

#include "ui/state/session_file.h"
#include "ui/windows/windows.h"

namespace headlight {

class Deck;
class PanelArea;
struct Sample;

/// What the windows beside the main one need of it.
struct WindowParts {
  Deck* deck;
  PanelArea* panels;
  std::function<Session()> session;
  /// Shows a sentence of the tour in the workspace.
  std::function<void(const Sample& sample)> openSample;
};

/// Every window that can be opened beside the main one, in the order in which menus list them.
std::vector<WindowKind> windowKinds(Workspace* workspace, const WindowParts& parts);

}  // namespace headlight
