#include "core/reading/source.h"

#include "core/io/stored_attention.h"
#include "core/io/stored_place.h"
#include "core/reading/kept_readings.h"

namespace headlight {

Source openModelSource(const std::filesystem::path& folder, const Progress& progress) {
  const auto open = [&] {
    Source source{openModelFolder(folder, progress), {}};
    source.info = source.model->info();
    source.info.name = source.name;
    source.info.remarks = source.remarks;
    return source;
  };
  KeptReadings* const kept = KeptReadings::current();
  return kept ? kept->model(folder, open) : open();
}

Source openStoredSource(const std::filesystem::path& file) {
  auto stored = std::make_shared<const StoredAttention>(openStoredAttention(file));
  Source source;
  source.path = source.info.folder = file;
  source.name = source.info.name = file.filename().string();
  source.remarks = source.info.remarks = stored->remarks;
  source.info.layers = stored->maps->layers();
  source.info.heads = stored->maps->heads();
  source.stored = std::move(stored);
  return source;
}

Source openSource(const std::filesystem::path& path, const Progress& progress) {
  return namesAttentionFile(path) ? openStoredSource(path) : openModelSource(path, progress);
}

}  // namespace headlight
