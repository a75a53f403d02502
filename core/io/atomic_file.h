#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>

namespace headlight {

/// Lets `write` fill a file that appears at `path` whole or not at all: it is written beside it, flushed to the disk
/// and renamed.
/// `-` writes to standard output; a device or a pipe is written to as it is. Throws Error (path and reason) when the
/// file cannot be written, and what `write` throws.
void writeWhole(const std::filesystem::path& path, const std::function<void(std::ostream&)>& write);

/// Throws Error as writeWhole() would before it calls `write`, so that who works long knows beforehand: where the
/// folder of `path` is not there or takes no new files, and where what is at `path` cannot be replaced. Writes nothing.
void checkWritable(const std::filesystem::path& path);

/// Hands what was written to `out`, the standard output, over to the system. Throws Error (reason) where it does not
/// take it, now or before.
void flushOutput(std::ostream& out);

/// The same as writeWhole() for a library that insists on a path: `write` gets the temporary file's name.
void writeWholeByName(const std::filesystem::path& path,
                      const std::function<void(const std::filesystem::path&)>& write);

/// Lets `use` fill and read an empty file by its name; it lies on the disk of `path` and is gone afterwards. Throws
/// Error when there cannot be one.
void withScratchFile(const std::filesystem::path& path, const std::function<void(const std::filesystem::path&)>& use);

}  // namespace headlight
