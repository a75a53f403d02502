#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "core/checkpoint/gguf/gguf_metadata.h"
#include "core/checkpoint/stored_tensor.h"

namespace headlight {

/// A GGUF file (versions 2 and 3, little-endian), or all parts of one: what it says of its model and its tensors where
/// they lie, under their own names, the last axis fastest.
struct GgufFile {
  std::filesystem::path file;  ///< The first part.
  GgufMetadata metadata;       ///< Of the first part.
  TensorTable tensors;         ///< Of all parts.
  std::uint64_t bytes = 0;     ///< Of all parts.

  /// Reads the headers of `file` and of the parts beside it; `file` may be any of them. Throws Error for a file of
  /// another kind or version, a missing part, one that is cut off or damaged, and tensors of types that are not read.
  static GgufFile open(const std::filesystem::path& file);
};

/// Whether a file begins as GGUF files do.
bool isGguf(const std::filesystem::path& file);

/// Which part of a model a file is by its name ("model-00002-of-00003.gguf"); 0 for other names.
std::int64_t ggufPartOf(const std::filesystem::path& file);

/// What the first part of a file says of its model, up to the vocabulary: for a list of many files. Throws Error as
/// GgufFile::open for what was read.
GgufMetadata ggufSummary(const std::filesystem::path& file);

}  // namespace headlight
