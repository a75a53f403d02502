#pragma once

#include <filesystem>
#include <string>
#include <system_error>

namespace headlight {

/// Why this process may not write to the file `path`, or make files in the folder `path`; no error where it may.
std::error_code writingRefused(const std::filesystem::path& path);

/// Makes the empty file `path` with the permissions of any new one; std::errc::file_exists where the name is taken.
std::error_code makeEmptyFile(const std::filesystem::path& path);

/// Has the system write what is in the closed file `path` out to the disk.
std::error_code flushToDisk(const std::filesystem::path& path);

/// The file of this program; empty where the system does not say.
std::filesystem::path programFile();

/// `path` as libraries in C take it: in the system's own bytes, or in UTF-8 where those are not bytes.
std::string pathBytes(const std::filesystem::path& path);

}  // namespace headlight
