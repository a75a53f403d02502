#pragma once

#include <filesystem>
#include <optional>

namespace headlight {

/// Where this program keeps its reports.
std::filesystem::path crashFolder();

/// How many reports are kept; older ones are removed.
inline constexpr std::size_t kCrashReportsKept = 5;

/// From now on, an end of this process that its own code caused (a wrong address, abort, an exception that nobody
/// catches) leaves a small text file in `folder`, made when it is needed: version, system, signal, type of the
/// exception, and the addresses of the functions that were running. Nothing of a text, a model or the arguments is in
/// it, and it goes nowhere. The end itself stays what it was. For a program's main; without effect where the system has
/// no such signals.
void keepCrashReports(const std::filesystem::path& folder);

/// The newest report in `folder`; none when there is none that can be read.
std::optional<std::filesystem::path> newestCrashReport(const std::filesystem::path& folder);

}  // namespace headlight
