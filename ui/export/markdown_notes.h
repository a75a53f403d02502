#pragma once

#include <filesystem>
#include <vector>

#include "ui/export/exporter.h"

namespace headlight {

/// Writes the pages of a deck as notes: a Markdown file with a heading, the sentence and the picture of each page, the
/// pictures as PNG files in the folder "NAME_figures" beside it. Each picture holds the session that it was seen in
/// (unless the settings leave texts out), so that opening the picture leads back there. Throws Error.
void exportMarkdown(const std::vector<DeckPage>& pages, const ExportSettings& settings,
                    const std::filesystem::path& path);

}  // namespace headlight
