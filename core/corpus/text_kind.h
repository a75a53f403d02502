#pragma once

#include <filesystem>

namespace headlight {

/// Throws Error for a file whose first bytes show that it is no text, naming what it is and how it becomes one:
/// Parquet, Arrow, compressed files, UTF-16, others with a zero byte. A file that cannot be read is left to its reader.
void checkIsText(const std::filesystem::path& file);

}  // namespace headlight
