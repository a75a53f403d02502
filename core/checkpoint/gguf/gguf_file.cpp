#include "core/checkpoint/gguf/gguf_file.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <optional>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/lfs_pointer.h"
#include "core/checkpoint/memory_map.h"

namespace headlight {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kLeastEntry = 8 + 4 + 1, kLeastTensor = 8 + 4 + 4 + 8;
constexpr std::uint64_t kDefaultAlignment = 32;
constexpr std::size_t kMostPlainAxes = 4;
constexpr std::int64_t kMostParts = 99'999;

/// The types of tensors, by their numbers in the file.
struct TensorType {
  std::uint32_t number;
  Dtype format;
};
constexpr std::array<TensorType, 33> kTensorTypes{
    {{0, Dtype::F32},      {1, Dtype::F16},     {30, Dtype::BF16},    {28, Dtype::F64},    {24, Dtype::I8},
     {25, Dtype::I16},     {26, Dtype::I32},    {27, Dtype::I64},     {2, Dtype::Q4_0},    {3, Dtype::Q4_1},
     {6, Dtype::Q5_0},     {7, Dtype::Q5_1},    {8, Dtype::Q8_0},     {10, Dtype::Q2_K},   {11, Dtype::Q3_K},
     {12, Dtype::Q4_K},    {13, Dtype::Q5_K},   {14, Dtype::Q6_K},    {16, Dtype::IQ2_XXS}, {17, Dtype::IQ2_XS},
     {18, Dtype::IQ3_XXS}, {19, Dtype::IQ1_S},  {20, Dtype::IQ4_NL},  {21, Dtype::IQ3_S},  {22, Dtype::IQ2_S},
     {23, Dtype::IQ4_XS},  {29, Dtype::IQ1_M},  {34, Dtype::TQ1_0},   {35, Dtype::TQ2_0},  {39, Dtype::MXFP4},
     {40, Dtype::NVFP4},   {41, Dtype::Q1_0},   {42, Dtype::Q2_0}}};

/// Types that were once in files, or only in a program's memory.
std::string_view removedName(std::uint32_t number) {
  switch (number) {
    case 4:
      return "Q4_2";
    case 5:
      return "Q4_3";
    case 9:
      return "Q8_1";
    case 15:
      return "Q8_K";
    case 31:
      return "Q4_0_4_4";
    case 32:
      return "Q4_0_4_8";
    case 33:
      return "Q4_0_8_8";
    case 36:
      return "IQ4_NL_4_4";
    case 37:
      return "IQ4_NL_4_8";
    case 38:
      return "IQ4_NL_8_8";
    default:
      return {};
  }
}

Dtype formatOf(std::uint32_t number, const std::string& what) {
  for (const TensorType& type : kTensorTypes)
    if (type.number == number) return type.format;
  const std::string_view removed = removedName(number);
  std::string known;
  for (const TensorType& type : kTensorTypes) known += (known.empty() ? "" : ", ") + std::string(nameOf(type.format));
  throw Error(what + ": type " + std::to_string(number) +
              (removed.empty() ? " is not known" : " (" + std::string(removed) + ") was removed from the format") +
              "; read are " + known);
}

/// Reads a file from front to back; what would lie behind its end is an Error that names what was read.
class Cursor {
 public:
  Cursor(const MemoryMap& map, std::string place) : m_bytes(map.bytes()), m_place(std::move(place)) {}

  std::uint64_t at() const { return m_at; }
  std::uint64_t left() const { return m_bytes.size() - m_at; }
  const std::string& place() const { return m_place; }

  std::span<const std::byte> take(std::uint64_t size, const std::string& what) {
    if (size > left())
      throw Error(m_place + ": " + what + ": expected " + std::to_string(size) + " bytes at byte " +
                  std::to_string(m_at) + ", the file ends after " + std::to_string(left()) + " (truncated?)");
    const auto taken = m_bytes.subspan(static_cast<std::size_t>(m_at), static_cast<std::size_t>(size));
    m_at += size;
    return taken;
  }
  template <typename T>
  T number(const std::string& what) {
    T value;
    std::memcpy(&value, take(sizeof(T), what).data(), sizeof(T));
    return value;
  }
  std::span<const std::byte> text(const std::string& what) {
    return take(number<std::uint64_t>(what + ": length of a string"), what + ": a string");
  }

 private:
  std::span<const std::byte> m_bytes;
  std::uint64_t m_at = 0;
  std::string m_place;
};

std::string stringOf(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

GgufType readType(Cursor& cursor, const std::string& what) {
  const auto number = cursor.number<std::uint32_t>(what + ": type");
  if (number > static_cast<std::uint32_t>(GgufType::F64))
    throw Error(cursor.place() + ": " + what + ": unknown type " + std::to_string(number) + "; expected 0 to 12");
  return static_cast<GgufType>(number);
}

GgufValue readValue(Cursor& cursor, const std::string& what) {
  GgufValue value;
  value.type = readType(cursor, what);
  if (value.type == GgufType::Text) {
    value.bytes = cursor.text(what);
    return value;
  }
  if (value.type != GgufType::List) {
    value.bytes = cursor.take(bytesOf(value.type), what);
    return value;
  }
  value.element = readType(cursor, what + ": elements");
  value.count = cursor.number<std::uint64_t>(what + ": length of an array");
  if (value.element == GgufType::List)
    throw Error(cursor.place() + ": " + what + ": expected an array of numbers or strings, found an array of arrays");
  const std::uint64_t least = value.element == GgufType::Text ? 8 : bytesOf(value.element);
  if (value.count > cursor.left() / least)
    throw Error(cursor.place() + ": " + what + ": expected an array of " + std::to_string(value.count) +
                " values, the file ends after " + std::to_string(cursor.left()) + " bytes (truncated?)");
  if (value.element != GgufType::Text) {
    value.bytes = cursor.take(value.count * least, what);
    return value;
  }
  Cursor begin = cursor;
  for (std::uint64_t i = 0; i < value.count; ++i) cursor.text(what);
  value.bytes = begin.take(cursor.at() - begin.at(), what);
  return value;
}

/// One file, as far as its header goes.
struct Part {
  std::shared_ptr<const MemoryMap> map;
  GgufMetadata metadata;
  TensorTable tensors;
};

/// What stands before the metadata; checks what kind of file it is.
struct Counts {
  std::uint64_t tensors = 0, entries = 0;
};
Counts readStart(Cursor& cursor) {
  const std::string& place = cursor.place();
  if (cursor.left() == 0) throw Error(place + ": not a GGUF file: it is empty (0 bytes)");
  const std::string magic = stringOf(cursor.take(4, "magic bytes"));
  if (magic == "GGML" || magic == "lmgg" || magic == "tjgg" || magic == "fmgg" || magic == "ggjt" || magic == "ggla")
    throw Error(place + ": an older GGML file, not a GGUF file; convert it, or get the model as GGUF");
  if (magic != "GGUF") throw Error(place + ": not a GGUF file: expected the magic bytes GGUF at its beginning");
  const auto version = cursor.number<std::uint32_t>("version");
  if ((version & 0xffffu) == 0 && version != 0)
    throw Error(place + ": a big-endian GGUF file; expected little-endian numbers, as almost all files have them");
  if (version < 2 || version > 3)
    throw Error(place + ": GGUF version " + std::to_string(version) + "; read are versions 2 and 3");
  Counts counts;
  counts.tensors = cursor.number<std::uint64_t>("count of tensors");
  counts.entries = cursor.number<std::uint64_t>("count of metadata entries");
  if (counts.entries > cursor.left() / kLeastEntry)
    throw Error(place + ": it would have " + std::to_string(counts.entries) + " metadata entries, but only " +
                std::to_string(cursor.left()) + " bytes remain");
  if (counts.tensors > kMostTensors || counts.tensors > cursor.left() / kLeastTensor)
    throw Error(place + ": it would have " + std::to_string(counts.tensors) + " tensors, but only " +
                std::to_string(cursor.left()) + " bytes remain");
  return counts;
}

/// Reads `count` entries, or those before the first that `stop` tells by its key.
template <typename Stop>
GgufMetadata readMetadata(Cursor& cursor, const std::shared_ptr<const MemoryMap>& map, std::uint64_t count, Stop stop) {
  std::map<std::string, GgufValue, std::less<>> values;
  for (std::uint64_t i = 0; i < count; ++i) {
    std::string key = stringOf(cursor.text("metadata: key " + std::to_string(i)));
    if (stop(key)) break;
    const std::string what = "metadata '" + key + "'";
    const GgufValue value = readValue(cursor, what);
    if (!values.emplace(std::move(key), value).second) throw Error(cursor.place() + ": " + what + " is a duplicate");
  }
  return {cursor.place(), map, std::move(values)};
}

std::uint64_t alignmentOf(const GgufMetadata& metadata) {
  constexpr const char* kKey = "general.alignment";
  constexpr std::int64_t kMost = std::int64_t{1} << 30;
  const std::int64_t alignment = metadata.integer(kKey, kDefaultAlignment);
  if (alignment < 1 || alignment > kMost || (alignment & (alignment - 1)) != 0)
    throw Error(metadata.where(kKey) + ": expected a power of two, found " + std::to_string(alignment));
  return static_cast<std::uint64_t>(alignment);
}

struct TensorEntry {
  std::string name;
  StoredTensor tensor;
  std::uint64_t offset = 0;
};

TensorEntry readTensor(Cursor& cursor, std::uint64_t number) {
  TensorEntry entry;
  entry.name = stringOf(cursor.text("tensor " + std::to_string(number) + ": name"));
  const std::string what = "tensor '" + entry.name + "'", where = cursor.place() + ": " + what;
  const auto axes = cursor.number<std::uint32_t>(what + ": dimensions");
  if (axes > kMostPlainAxes)
    throw Error(where + ": expected at most " + std::to_string(kMostPlainAxes) + " dimensions, found " +
                std::to_string(axes));
  for (std::uint32_t i = 0; i < axes; ++i) {
    const auto size = cursor.number<std::uint64_t>(what + ": dimension");
    if (size > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
      throw Error(where + ": a dimension larger than any memory: " + std::to_string(size));
    entry.tensor.shape.insert(entry.tensor.shape.begin(), static_cast<std::int64_t>(size));
  }
  entry.tensor.format = formatOf(cursor.number<std::uint32_t>(what + ": type"), where);
  entry.offset = cursor.number<std::uint64_t>(what + ": offset");
  return entry;
}

Part readPart(const fs::path& file) {
  Part part;
  part.map = MemoryMap::open(file);
  const std::string place = "'" + file.string() + "'";
  if (isLfsPointer(stringOf(part.map->bytes().first(std::min<std::size_t>(part.map->bytes().size(), 64)))))
    throw lfsPointerError(place);
  Cursor cursor(*part.map, place);
  const Counts counts = readStart(cursor);
  part.metadata = readMetadata(cursor, part.map, counts.entries, [](const std::string&) { return false; });
  const std::uint64_t alignment = alignmentOf(part.metadata);
  std::vector<TensorEntry> entries;
  for (std::uint64_t i = 0; i < counts.tensors; ++i) entries.push_back(readTensor(cursor, i));
  const std::uint64_t data = (cursor.at() + alignment - 1) / alignment * alignment, size = part.map->bytes().size();
  for (TensorEntry& entry : entries) {
    const std::string what = place + ": tensor '" + entry.name + "'";
    const std::uint64_t bytes = bytesOf(entry.tensor.shape, entry.tensor.format, what);
    if (entry.offset % alignment != 0)
      throw Error(what + ": its offset " + std::to_string(entry.offset) + " is no multiple of the alignment " +
                  std::to_string(alignment));
    if (data > size || entry.offset > size - data || bytes > size - data - entry.offset)
      throw Error(what + ": its " + std::to_string(bytes) + " bytes at offset " + std::to_string(entry.offset) +
                  " lie beyond the end of the file, which has " + std::to_string(size > data ? size - data : 0) +
                  " bytes of tensors (truncated download?)");
    entry.tensor.bytes = part.map->range(data + entry.offset, bytes, what);
    entry.tensor.owner = entry.tensor.file = part.map;
    if (!part.tensors.emplace(entry.name, entry.tensor).second)
      throw Error(what + " is a duplicate: it is there twice");
  }
  part.map->check();
  return part;
}

/// "model", 2 and 3 of "model-00002-of-00003.gguf"; none for other names.
struct PartName {
  std::string begin;
  std::int64_t number = 0, count = 0;
};
std::optional<PartName> partNameOf(const fs::path& file) {
  const std::string name = file.filename().string();
  constexpr std::size_t kTail = std::string_view("-00001-of-00001.gguf").size();
  if (name.size() <= kTail || !name.ends_with(".gguf")) return {};
  const std::string tail = name.substr(name.size() - kTail);
  const auto digits = [&](std::size_t at) {
    const std::string text = tail.substr(at, 5);
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }) ? std::stoll(text) : -1;
  };
  if (tail[0] != '-' || tail.substr(6, 4) != "-of-" || digits(1) < 1 || digits(10) < 1) return {};
  return PartName{name.substr(0, name.size() - kTail), digits(1), digits(10)};
}

fs::path partFile(const fs::path& folder, const PartName& name, std::int64_t number) {
  char tail[64];
  std::snprintf(tail, sizeof(tail), "-%05lld-of-%05lld.gguf", static_cast<long long>(number),
                static_cast<long long>(name.count));
  return folder / (name.begin + tail);
}

}  // namespace

std::int64_t ggufPartOf(const fs::path& file) {
  const auto name = partNameOf(file);
  return name ? name->number : 0;
}

GgufFile GgufFile::open(const fs::path& file) {
  const auto name = partNameOf(file);
  const fs::path first = name && name->number != 1 ? partFile(file.parent_path(), *name, 1) : file;
  if (first != file && !isFile(first))
    throw Error("'" + file.string() + "': part " + std::to_string(name->number) + " of " + std::to_string(name->count) +
                "; the first part '" + first.filename().string() + "' is missing");
  Part part = readPart(first);
  GgufFile all{first, std::move(part.metadata), std::move(part.tensors), part.map->bytes().size()};
  const std::int64_t count = all.metadata.integer("split.count", 1);
  if (count < 0 || count > kMostParts)
    throw Error(all.metadata.where("split.count") + ": expected 1 to " + std::to_string(kMostParts) + ", found " +
                std::to_string(count));
  if (count <= 1) return all;
  if (all.metadata.integer("split.no", 0) != 0)
    throw Error(all.metadata.where("split.no") + ": expected the first part of the model (0), found " +
                std::to_string(all.metadata.integer("split.no")));
  if (!name || name->count != count)
    throw Error(all.metadata.place() + ": the first of " + std::to_string(count) +
                " parts; expected a name that ends with -00001-of-" +
                partFile({}, {"", 1, count}, 1).string().substr(10));
  for (std::int64_t number = 2; number <= count; ++number) {
    const fs::path next = partFile(first.parent_path(), *name, number);
    if (!isFile(next))
      throw Error(all.metadata.place() + ": part " + std::to_string(number) + " of " + std::to_string(count) +
                  " is missing: '" + next.filename().string() + "'");
    Part more = readPart(next);
    if (more.metadata.integer("split.no", -1) != number - 1 || more.metadata.integer("split.count", -1) != count)
      throw Error(more.metadata.place() + ": expected part " + std::to_string(number) + " of " + std::to_string(count) +
                  ", found split.no " + std::to_string(more.metadata.integer("split.no", -1)) + " and split.count " +
                  std::to_string(more.metadata.integer("split.count", -1)));
    all.bytes += more.map->bytes().size();
    for (auto& [tensor, stored] : more.tensors)
      if (!all.tensors.emplace(tensor, std::move(stored)).second)
        throw Error(more.metadata.place() + ": tensor '" + tensor + "' is a duplicate: another part has it too");
  }
  const std::int64_t promised =
      all.metadata.integer("split.tensors.count", static_cast<std::int64_t>(all.tensors.size()));
  if (promised != static_cast<std::int64_t>(all.tensors.size()))
    throw Error(all.metadata.where("split.tensors.count") + ": expected " + std::to_string(promised) +
                " tensors in all parts, found " + std::to_string(all.tensors.size()));
  return all;
}

bool isGguf(const fs::path& file) { return isFile(file) && beginningOf(file, 4) == "GGUF"; }

GgufMetadata ggufSummary(const fs::path& file) {
  const auto map = MemoryMap::open(file);
  Cursor cursor(*map, "'" + file.string() + "'");
  const Counts counts = readStart(cursor);
  return readMetadata(cursor, map, counts.entries, [](const std::string& key) {
    return key.starts_with("tokenizer.ggml.tokens") || key.starts_with("tokenizer.ggml.merges");
  });
}

}  // namespace headlight
