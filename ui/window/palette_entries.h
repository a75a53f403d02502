#pragma once

#include <vector>

#include "ui/help/command_palette.h"

namespace headlight {

class MainWindow;

/// All that the window can do or show, for what was typed: the commands of its menus, the ways to draw the current panel,
/// heads, tokens, models, examples, pages of the guide, and what was typed itself where it is a change of the model.
std::vector<PaletteEntry> paletteEntries(MainWindow& window, const QString& typed);

}  // namespace headlight
