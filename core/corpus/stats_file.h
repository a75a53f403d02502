#pragma once

#include <filesystem>

#include "core/corpus/corpus_stats.h"

namespace headlight {

/// Writes a `.headstats` file, whole or not at all: safetensors, with what was counted as JSON under "headstats". Throws
/// Error.
void writeStats(const CorpusStats& stats, const std::filesystem::path& file);
/// Reads one; throws Error naming the file, the place, what was expected and what was found.
CorpusStats readStats(const std::filesystem::path& file);

}  // namespace headlight
