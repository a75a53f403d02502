#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/corpus/corpus_text.h"

namespace headlight {

/// 64 bits that tell texts apart (FNV-1a, mixed); no protection against somebody who wants two to be alike.
std::uint64_t hashOf(std::string_view bytes, std::uint64_t seed = 0);
/// What tells the texts of a corpus apart, by text, second text and ids; never 0.
std::uint64_t hashOf(const CorpusText& text);
/// A number from a seed and a counter, as evenly spread as if it was drawn (splitmix()).
std::uint64_t mixed(std::uint64_t seed, std::uint64_t counter);
/// 16 hexadecimal digits.
std::string hexText(std::uint64_t hash);
/// What tells files apart without reading all of them: name without folders, size, first and last 64 KiB of each; of a
/// folder, of the files in it. Throws Error for what cannot be read.
std::uint64_t hashOfFiles(const std::vector<std::filesystem::path>& files);

}  // namespace headlight
