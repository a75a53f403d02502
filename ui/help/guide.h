#pragma once

#include <QString>
#include <filesystem>
#include <vector>

namespace headlight {

/// A page of the guide.
struct GuidePage {
  std::filesystem::path file;  ///< Markdown.
  QString title;               ///< Its heading.
};

/// The first page of the guide in `folder`, index.md, and then the pages that it links, in their order. Throws Error
/// that names the page when one is missing or has no heading.
std::vector<GuidePage> guidePages(const std::filesystem::path& folder);

/// Where the guide that comes with the program lies.
std::filesystem::path guideFolder();

}  // namespace headlight
