#include "core/model/model_folder.h"

#include "core/checkpoint/checkpoint.h"
#include "core/model/weights.h"

namespace headlight {

ModelFolder openModelFolder(const std::filesystem::path& path, const Progress& progress) {
  ModelFolder folder;
  folder.path = path;
  folder.model = Model::open(path, progress.slice(0, 0.7));
  folder.name = folder.model->info().name;
  progress(0.7, "tokenizer");
  if (Tokenizer::isIn(path)) folder.tokenizer = Tokenizer::open(path);
  progress(1);
  return folder;
}

MemoryEstimate estimateMemory(const std::filesystem::path& folder) {
  MemoryEstimate estimate;
  std::int64_t numbers = 0;
  std::uint64_t copied = 0;
  const Checkpoint checkpoint = Checkpoint::open(folder);
  for (const auto& [name, tensor] : checkpoint.tensors()) {
    estimate.weightBytes += tensor.bytes.size();
    if (!isFloating(tensor.format)) continue;
    numbers += tensor.count();
    if (tensor.format != NumberFormat::F32) copied += static_cast<std::uint64_t>(tensor.count()) * sizeof(float);
  }
  // Weights that are converted when the model is opened are in memory beside the pages of the file.
  estimate.residentBytes = estimate.weightBytes + (numbers <= kConvertAtLoad ? copied : 0);
  return estimate;
}

}  // namespace headlight
