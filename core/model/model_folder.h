#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "core/base/progress.h"
#include "core/model/model.h"
#include "core/text/tokenizer.h"

namespace headlight {

/// A model with the tokenizer of its folder.
struct ModelFolder {
  std::filesystem::path path;
  std::string name;  ///< The folder's name.
  std::shared_ptr<const Model> model;
  std::shared_ptr<const Tokenizer> tokenizer;  ///< Null when the folder has none; then the model reads ids only.
};

/// Opens both; throws Error or Cancelled.
ModelFolder openModelFolder(const std::filesystem::path& path, const Progress& progress = {});

/// What opening a folder will cost, known before it is opened.
struct MemoryEstimate {
  std::uint64_t weightBytes = 0;  ///< Size of the weights in their files.
  std::uint64_t residentBytes =
      0;  ///< Memory once every weight was used: pages of the files and what is kept beside them.
};

/// Looks at the weight files of `folder`: safetensors without loading them, a pytorch_model.bin by reading it. Throws Error as
/// opening would.
MemoryEstimate estimateMemory(const std::filesystem::path& folder);

}  // namespace headlight
