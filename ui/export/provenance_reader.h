#pragma once

#include <filesystem>
#include <string_view>

#include "ui/export/provenance.h"

namespace headlight {

/// Whether the name is that of a file in which figures are kept: .png, .svg, .pdf, .pptx, .html.
bool isFigureFile(const std::filesystem::path& path);

/// What made the figure in a file that Headlight wrote, whatever its name. Throws Error when the file cannot be read,
/// is none of these formats, is broken, or carries nothing of Headlight's.
Provenance readProvenance(const std::filesystem::path& file);

/// The same for the bytes of a file; `name` is what messages call it.
Provenance provenanceIn(std::string_view bytes, const std::string& name);

/// The session (JSON) that a figure's file keeps. Throws Error as readProvenance, and when it was left out.
std::string sessionInFigure(const std::filesystem::path& file);

/// Whether a file is a figure of ours that keeps its session.
bool keepsSession(const std::filesystem::path& file);

}  // namespace headlight
