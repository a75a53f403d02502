#pragma once

#include <filesystem>
#include <memory>

#include "core/base/progress.h"
#include "core/model/model_folder.h"

namespace headlight {

struct StoredAttention;

/// What can be read from: a model with its tokenizers or its reader of images; or attention that something else
/// computed, which is looked at like what a model read, whatever the input, and has no model to ask or to change.
struct Source : ModelFolder {
  ModelInfo info;  ///< Of a file: its name, its place, layers and heads.
  std::shared_ptr<const StoredAttention> stored = {};  ///< With it there is neither model nor tokenizer.

  bool readsImages() const { return info.readsImages(); }
  /// Whether ids of tokens are all that it reads, since its folder has no tokenizer.
  bool readsIds() const { return model && !tokenizer && !readsImages(); }
  /// Whether it is an encoder–decoder model.
  bool translates() const { return info.encoderLayers > 0; }
};

/// Opens a model; throws Error or Cancelled.
Source openModelSource(const std::filesystem::path& folder, const Progress& progress = {});
/// Opens attention from a file; throws Error.
Source openStoredSource(const std::filesystem::path& file);
/// Opens what lies at `path`: attention where that names a file of it, else a model. Throws Error or Cancelled.
Source openSource(const std::filesystem::path& path, const Progress& progress = {});

}  // namespace headlight
