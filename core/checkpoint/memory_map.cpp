#include "core/checkpoint/memory_map.h"

#include <string>

#include "core/base/error.h"

namespace headlight {

MemoryMap::MemoryMap(std::filesystem::path file, const MappedFile& mapped)
    : m_file(std::move(file)), m_bytes(mapped.bytes), m_stamp(mapped.stamp) {
  if (!m_bytes.empty()) guardMap(m_bytes, m_cutOff);
}

bool MemoryMap::anyWasCutOff() { return anyMapWasCutOff(); }

void MemoryMap::check() const {
  if (m_cutOff) throw Error("'" + m_file.string() + "': truncated or removed while open; open it again");
  const std::optional<FileStamp> now = stampOf(m_file);
  if (!now || now->device != m_stamp.device || now->number != m_stamp.number) return;
  if (now->size != m_stamp.size || now->written != m_stamp.written)
    throw Error("'" + m_file.string() + "': changed while open; open it again");
}

std::shared_ptr<const MemoryMap> MemoryMap::open(const std::filesystem::path& file) {
  return std::shared_ptr<const MemoryMap>(new MemoryMap(file, mapFile(file)));
}

MemoryMap::~MemoryMap() {
  if (m_bytes.empty()) return;
  unguardMap(m_bytes);
  unmapFile(m_bytes);
}

std::span<const std::byte> MemoryMap::range(std::uint64_t offset, std::uint64_t size, std::string_view what) const {
  if (offset > m_bytes.size() || size > m_bytes.size() - offset)
    throw Error("'" + m_file.string() + "': " + std::string(what) + ": expected bytes " + std::to_string(offset) +
                " to " + std::to_string(offset) + " + " + std::to_string(size) + ", the file has " +
                std::to_string(m_bytes.size()) + " bytes");
  return m_bytes.subspan(offset, size);
}

}  // namespace headlight
