#pragma once

#include <vector>

#include "ui/help/command_palette.h"

namespace headlight {

class MainWindow;

/// All that the window can do or show now: the commands of its menus, the ways to draw the current panel, models,
/// examples, pages of the guide, heads and tokens. Looks for models on the disk.
std::vector<PaletteEntry> paletteEntries(MainWindow& window);
/// What was typed, where it is a change of the model; else nothing.
std::vector<PaletteEntry> paletteChanges(MainWindow& window, const QString& typed);

}  // namespace headlight
