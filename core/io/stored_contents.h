#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/checkpoint/stored_tensor.h"

namespace headlight {

/// Files that hold attention have no more layers or heads than that.
inline constexpr int kMostStoredLayers = 4096, kMostStoredHeads = 65536;

/// What a file of attention holds, whichever kind it is.
struct StoredContents {
  std::string place;  ///< "'a.npz'", for messages.
  TensorTable tensors;
  std::map<std::string, std::vector<std::string>, std::less<>> texts;
  std::map<std::string, std::string> metadata;
  std::map<std::string, std::string, std::less<>> unread;  ///< Arrays that are not read, and why.
  std::optional<std::int64_t> row;  ///< Which text of a batch is wanted.
};

/// Whether the name is one of what torch.save writes.
bool isTorchFile(const std::filesystem::path& file);

/// Looks into a .npz, .npy, safetensors or PyTorch file without reading its numbers, except those of PyTorch files,
/// which are only read where `numbers` are wanted; throws Error.
StoredContents storedContents(const std::filesystem::path& file, bool numbers = true);

/// Whether the file has weights of a part ("", "encoder", "decoder", "cross"), or its queries and keys.
bool hasStoredWeights(const StoredContents& from, const std::string& part);
bool hasStoredScores(const StoredContents& from, const std::string& part);

/// "cross" → "cross_"
std::string storedPrefix(const std::string& part);

/// Layer → the tensor `name`.L or `name`_L. Throws Error for a layer that is there twice.
std::map<int, StoredTensor> storedLayers(const StoredContents& from, const std::string& name);

/// The layers of the weights `name`: one tensor for all, counted from 0, or one for each. Throws Error for shapes that
/// are no attention.
std::map<int, StoredTensor> storedWeights(const StoredContents& from, const std::string& name);

/// How many texts the attention of a part ("", "encoder", …) is of.
std::int64_t storedBatch(const StoredContents& from, const std::string& part);

/// `tensor` without axes of one before the last three, and of a batch the row that is wanted: [a, b, c]; throws Error,
/// which says what is `expected`, for another shape and for numbers that are not real.
StoredTensor threeAxes(const StoredContents& from, const std::string& name, StoredTensor tensor, const char* expected);

[[noreturn]] void wrongShape(const StoredContents& from, const std::string& name, const std::string& expected,
                             const Shape& found);

}  // namespace headlight
