#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/progress.h"
#include "core/checkpoint/stored_tensor.h"

namespace headlight {

/// All the weights of a model folder, whatever files they lie in. Nothing is read before it is used. Names are those of
/// the model itself: what wrappers put into them (torch.compile's "_orig_mod.", "module." of parallel training) is left
/// out.
class Checkpoint {
 public:
  Checkpoint() = default;
  /// Tensors of any source; `folder` names it in messages.
  Checkpoint(std::filesystem::path folder, TensorTable tensors, std::vector<std::string> remarks = {})
      : m_folder(std::move(folder)), m_tensors(std::move(tensors)), m_remarks(std::move(remarks)) {}
  /// Opens model.safetensors, its sharded form, pytorch_model.bin or its sharded form, whichever is there first. Throws
  /// Error for a missing folder, missing weights, a missing shard, a Git LFS pointer, a file that is cut off or wrong.
  static Checkpoint open(const std::filesystem::path& folder, const Progress& progress = {});

  /// The tensor of that name, or null.
  const StoredTensor* find(std::string_view name) const;
  bool has(std::string_view name) const { return find(name) != nullptr; }
  /// Whether any tensor's name begins with `prefix`.
  bool hasPrefix(std::string_view prefix) const;
  const TensorTable& tensors() const { return m_tensors; }
  /// What the names of tensors begin with, for a message: "'model.layers', 'lm_head'".
  std::string beginnings() const;
  const std::filesystem::path& folder() const { return m_folder; }
  /// What is unusual about the weights, a sentence each.
  const std::vector<std::string>& remarks() const { return m_remarks; }

 private:
  std::filesystem::path m_folder;
  TensorTable m_tensors;
  std::vector<std::string> m_remarks;
};

}  // namespace headlight
