#include "core/checkpoint/torch_stream.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <map>

#include "core/base/error.h"
#include "core/checkpoint/pickle.h"
#include "core/checkpoint/torch_view.h"

namespace headlight {
namespace {

/// A pickle, protocol 2, of 0x1950a86a20f9469cfc6c, a number of ten bytes.
constexpr std::array<unsigned char, 15> kMagic{0x80, 0x02, 0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46,
                                               0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19, 0x2e};
constexpr std::int64_t kProtocol = 1001;
constexpr std::uint64_t kLongestPickle = 64u << 20;

}  // namespace

bool isTorchStream(const MemoryMap& map) {
  const auto bytes = map.bytes();
  return bytes.size() >= kMagic.size() && std::memcmp(bytes.data(), kMagic.data(), kMagic.size()) == 0;
}

TensorTable readTorchStream(const std::shared_ptr<const MemoryMap>& map, const std::string& place) {
  std::uint64_t at = kMagic.size();
  const auto rest = [&] {
    return map->bytes().subspan(at, std::min<std::uint64_t>(map->bytes().size() - at, kLongestPickle));
  };
  std::size_t length = 0;

  // 1. Who wrote it.
  if (const auto version = readPickledInteger(rest(), place, length); version != kProtocol)
    throw Error(place + ": expected version " + std::to_string(kProtocol) + " of PyTorch's older format, found " +
                std::to_string(version));
  at += length;
  if (const auto little = readPickledFlag(rest(), "little_endian", place, length); !little.value_or(true))
    throw Error(place + ": expected numbers in little-endian order");
  at += length;

  // 2. The tensors, and in which order their storages follow.
  const auto [tensors, formats] = readPickledDictionary(rest(), place, length);
  at += length;
  const std::vector<std::string> keys = readPickledTexts(rest(), place, length);
  at += length;

  // 3. The storages.
  std::map<std::string, TorchStorage> storages;
  for (const std::string& key : keys) {
    const std::string what = place + ": storage '" + key + "'";
    std::uint64_t count = 0;
    std::memcpy(&count, map->range(at, sizeof(count), what).data(), sizeof(count));
    at += sizeof(count);
    const auto known = formats.find(key);
    if (known == formats.end()) throw Error(what + ": its storage is missing in the pickle");
    const std::uint64_t size = bytesOf(known->second, 1);
    if (count > (map->bytes().size() - at) / size)
      throw Error(what + ": its " + std::to_string(count) + " numbers end behind the file (truncated?)");
    storages[key] = {map->range(at, count * size, what), map, map};
    at += count * size;
  }

  TensorTable table;
  for (const PickledTensor& tensor : tensors) {
    const std::string what = place + ": tensor '" + tensor.name + "'";
    const auto storage = storages.find(tensor.storage);
    if (storage == storages.end()) throw Error(what + ": the storage '" + tensor.storage + "' is missing in the file");
    if (!table.emplace(tensor.name, viewOf(tensor, storage->second, what)).second)
      throw Error(what + " is a duplicate");
  }
  if (table.empty()) throw Error(place + ": contains no tensors");
  map->check();
  return table;
}

}  // namespace headlight
