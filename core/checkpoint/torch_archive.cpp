#include "core/checkpoint/torch_archive.h"

#include <zip.h>

#include <map>
#include <memory>
#include <new>

#include "core/base/error.h"
#include "core/base/system_files.h"
#include "core/checkpoint/memory_map.h"
#include "core/checkpoint/pickle.h"
#include "core/checkpoint/torch_stream.h"
#include "core/checkpoint/torch_view.h"

namespace headlight {
namespace {

constexpr std::uint64_t kMaxPickle = 64u << 20;

using Archive = std::unique_ptr<zip_t, decltype(&zip_discard)>;
using Bytes = std::shared_ptr<const std::vector<std::byte>>;

/// One file of the archive, at most `limit` bytes.
Bytes readEntry(zip_t* archive, zip_uint64_t index, std::uint64_t limit, const std::string& place) {
  zip_stat_t facts;
  zip_stat_init(&facts);
  if (zip_stat_index(archive, index, 0, &facts) != 0 || !(facts.valid & ZIP_STAT_SIZE))
    throw Error(place + ": the archive cannot be read: " + zip_strerror(archive));
  const std::string what = place + ": '" + facts.name + "'";
  if (facts.size > limit)
    throw Error(what + ": expected at most " + std::to_string(limit) + " bytes, found " + std::to_string(facts.size));
  std::unique_ptr<zip_file_t, decltype(&zip_fclose)> entry(zip_fopen_index(archive, index, 0), &zip_fclose);
  if (!entry && zip_error_code_zip(zip_get_error(archive)) == ZIP_ER_MEMORY) throw std::bad_alloc();
  if (!entry) throw Error(what + " cannot be read: " + zip_strerror(archive));
  auto bytes = std::make_shared<std::vector<std::byte>>(facts.size);
  std::uint64_t done = 0;
  while (done < facts.size) {
    const zip_int64_t got = zip_fread(entry.get(), bytes->data() + done, facts.size - done);
    if (got <= 0)
      throw Error(what + " is damaged: read " + std::to_string(done) + " of " + std::to_string(facts.size) + " bytes");
    done += static_cast<std::uint64_t>(got);
  }
  return bytes;
}

/// The tensors that `read` finds in the pickle of an open archive; without `numbers`, their names and shapes alone.
template <class Read>
TensorTable tensorsOf(zip_t* archive, const std::filesystem::path& file, const std::string& place, bool numbers,
                      const Read& read) {
  // Everything lies in one folder of the archive, whose name is free.
  std::string root;
  const zip_int64_t count = zip_get_num_entries(archive, 0);
  zip_int64_t pickleIndex = -1;
  for (zip_int64_t i = 0; i < count && pickleIndex < 0; ++i) {
    const char* name = zip_get_name(archive, static_cast<zip_uint64_t>(i), 0);
    const std::string_view entry = name ? name : "";
    if (!entry.ends_with("/data.pkl")) continue;
    root = entry.substr(0, entry.size() - 8);
    pickleIndex = i;
  }
  if (pickleIndex < 0) throw Error(place + ": not a PyTorch file: data.pkl is missing");
  if (const zip_int64_t order = zip_name_locate(archive, (root + "byteorder").c_str(), 0); order >= 0) {
    const Bytes text = readEntry(archive, static_cast<zip_uint64_t>(order), 64, place);
    if (std::string_view(reinterpret_cast<const char*>(text->data()), text->size()) != "little")
      throw Error(place + ": expected numbers in little-endian order");
  }
  const Bytes pickle = readEntry(archive, static_cast<zip_uint64_t>(pickleIndex), kMaxPickle, place);
  // Weights hardly compress; storages many times larger than the file are an attack on the memory.
  std::error_code failed;
  const std::uintmax_t fileSize = std::filesystem::file_size(file, failed);
  if (failed) throw Error(place + ": cannot be read: " + failed.message());
  std::uint64_t room = 64 * fileSize + 4096;

  std::map<std::string, Bytes> storages;
  TensorTable table;
  for (const PickledTensor& tensor : read(*pickle)) {
    const std::string what = place + ": tensor '" + tensor.name + "'";
    if (!numbers) {
      table.emplace(tensor.name, StoredTensor{tensor.format, tensor.shape, {}, nullptr});
      continue;
    }
    Bytes& storage = storages[tensor.storage];
    if (!storage) {
      const zip_int64_t index = zip_name_locate(archive, (root + "data/" + tensor.storage).c_str(), 0);
      if (index < 0) throw Error(what + ": the storage '" + tensor.storage + "' is missing in the archive");
      storage = readEntry(archive, static_cast<zip_uint64_t>(index), room, place);
      room -= storage->size();
    }
    if (!table.emplace(tensor.name, viewOf(tensor, {*storage, storage}, what)).second)
      throw Error(what + " is a duplicate");
  }
  if (table.empty()) throw Error(place + ": contains no tensors");
  return table;
}

Archive opened(const std::filesystem::path& file) {
  int code = 0;
  return {zip_open(pathBytes(file).c_str(), ZIP_RDONLY, &code), &zip_discard};
}

}  // namespace

TensorTable readTorchArchive(const std::filesystem::path& file) {
  const std::string place = "'" + file.string() + "'";
  const Archive archive = opened(file);
  if (!archive) {
    const auto map = MemoryMap::open(file);
    if (isTorchStream(*map)) return readTorchStream(map, place);
    throw Error(place + ": not a PyTorch file: expected a zip archive (truncated?)");
  }
  return tensorsOf(archive.get(), file, place, true, [&place](std::span<const std::byte> pickle) {
    std::size_t length = 0;
    return readPickledDictionary(pickle, place, length).tensors;
  });
}

TorchContents readTorchContents(const std::filesystem::path& file, bool numbers) {
  const std::string place = "'" + file.string() + "'";
  const Archive archive = opened(file);
  if (!archive)
    throw Error(
        place +
        ": expected a zip archive as torch.save writes it since PyTorch 1.6, found something else (truncated?)");
  TorchContents contents;
  contents.tensors = tensorsOf(archive.get(), file, place, numbers, [&](std::span<const std::byte> pickle) {
    PickledTensors found = readPickledTensors(pickle, place);
    contents.texts = std::move(found.texts);
    return std::move(found.tensors);
  });
  return contents;
}

}  // namespace headlight
