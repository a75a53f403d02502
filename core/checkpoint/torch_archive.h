#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/checkpoint/stored_tensor.h"

namespace headlight {

/// The tensors of a file written by torch.save: a zip archive of storages and one pickle that says how tensors lie in
/// them; or the stream that PyTorch wrote before 1.6 (readTorchStream). The pickle is read by a reader that can only
/// build tensors and dictionaries of them; anything else in it is an Error naming it, and nothing is ever executed.
TensorTable readTorchArchive(const std::filesystem::path& file);

/// The tensors and lists of texts of such an archive whatever it holds, by the names of readPickledTensors; without
/// `numbers`, names and shapes of tensors alone, for which little is read. Throws Error in the same way, and for a
/// stream of before PyTorch 1.6.
struct TorchContents {
  TensorTable tensors;
  std::map<std::string, std::vector<std::string>, std::less<>> texts;
};
TorchContents readTorchContents(const std::filesystem::path& file, bool numbers = true);

}  // namespace headlight
