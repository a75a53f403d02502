#include "core/checkpoint/safetensors.h"

#include <simdjson.h>

#include <algorithm>
#include <cstring>
#include <limits>

#include "core/base/error.h"
#include "core/checkpoint/memory_map.h"

namespace headlight {
namespace {

/// The longest header that the format's own library accepts.
constexpr std::uint64_t kMaxHeader = 100'000'000;

struct Range {
  std::uint64_t begin, end;
  std::string name;
};

std::uint64_t unsignedOf(simdjson::dom::element element, const std::string& what) {
  std::uint64_t value = 0;
  if (element.get(value) != simdjson::SUCCESS) throw Error(what + ": expected a whole number that is not negative");
  return value;
}

/// One entry of the header; `data` is the part of the file behind the header.
StoredTensor readEntry(simdjson::dom::element entry, const std::string& what, std::uint64_t data, Range& range) {
  std::string_view format;
  simdjson::dom::array shape, offsets;
  if (entry["dtype"].get(format) || entry["shape"].get(shape) || entry["data_offsets"].get(offsets))
    throw Error(what + ": expected dtype, shape and data_offsets");
  StoredTensor tensor;
  const auto known = dtypeOf(format);
  if (!known) throw Error(what + ": unknown dtype '" + std::string(format) + "'");
  tensor.format = *known;
  for (const simdjson::dom::element axis : shape) {
    const std::uint64_t size = unsignedOf(axis, what + ": shape");
    if (size > std::numeric_limits<std::int64_t>::max()) throw Error(what + ": an axis larger than any memory");
    tensor.shape.push_back(static_cast<std::int64_t>(size));
  }
  if (offsets.size() != 2) throw Error(what + ": expected two data_offsets, found " + std::to_string(offsets.size()));
  range.begin = unsignedOf(offsets.at(0), what + ": data_offsets");
  range.end = unsignedOf(offsets.at(1), what + ": data_offsets");
  const std::uint64_t expected = bytesOf(tensor.shape, tensor.format, what);
  if (range.end < range.begin || range.end - range.begin != expected)
    throw Error(what + ": " + std::string(format) + " " + shapeText(tensor.shape) + " needs " +
                std::to_string(expected) + " bytes, its data_offsets are [" + std::to_string(range.begin) + ", " +
                std::to_string(range.end) + "]");
  if (range.end > data)
    throw Error(what + ": its data ends at byte " + std::to_string(range.end) + " of the data, the file has only " +
                std::to_string(data) + " (truncated?)");
  return tensor;
}

/// The header of a safetensors file, checked as far as the format's own library does.
struct Header {
  std::shared_ptr<const MemoryMap> map;
  std::string place;
  std::uint64_t length = 0, rest = 0;  ///< Bytes of the header, and of the file behind its first 8.
  simdjson::dom::parser parser;
  simdjson::dom::object entries;

  explicit Header(const std::filesystem::path& file) : map(MemoryMap::open(file)), place("'" + file.string() + "'") {
    if (map->bytes().size() < 8)
      throw Error(place + ": not a safetensors file: expected at least 8 bytes, found " +
                  std::to_string(map->bytes().size()));
    std::memcpy(&length, map->bytes().data(), 8);
    rest = map->bytes().size() - 8;
    if (length > kMaxHeader)
      throw Error(place + ": not a safetensors file: its header would have " + std::to_string(length) + " bytes");
    if (length > rest)
      throw Error(place + ": truncated: the header needs " + std::to_string(length) + " bytes, " +
                  std::to_string(rest) + " are left; download the file again");
    const auto bytes = map->range(8, length, "header");
    const auto error =
        parser.parse(reinterpret_cast<const char*>(bytes.data()), bytes.size(), true).get_object().get(entries);
    if (error) throw Error(place + ": its header is not a JSON object: " + simdjson::error_message(error));
  }
};

}  // namespace

TensorTable readSafetensors(const std::filesystem::path& file) {
  const Header header(file);
  const auto& [map, place, length, rest, parser, entries] = header;
  TensorTable table;
  std::vector<Range> ranges;
  for (const auto [key, entry] : entries) {
    if (key == "__metadata__") continue;
    if (table.size() == kMostTensors)
      throw Error(place + ": expected at most " + std::to_string(kMostTensors) + " tensors, found more");
    Range range{0, 0, std::string(key)};
    const std::string what = place + ": tensor '" + range.name + "'";
    StoredTensor tensor = readEntry(entry, what, rest - length, range);
    tensor.bytes = map->range(8 + length + range.begin, range.end - range.begin, what);
    tensor.owner = tensor.file = map;
    if (!table.emplace(range.name, std::move(tensor)).second) throw Error(what + " is a duplicate");
    if (range.end > range.begin) ranges.push_back(std::move(range));
  }
  std::sort(ranges.begin(), ranges.end(), [](const Range& a, const Range& b) { return a.begin < b.begin; });
  for (std::size_t i = 1; i < ranges.size(); ++i)
    if (ranges[i].begin < ranges[i - 1].end)
      throw Error(place + ": the tensors '" + ranges[i - 1].name + "' and '" + ranges[i].name + "' overlap");
  map->check();
  return table;
}

std::map<std::string, std::string> safetensorsMetadata(const std::filesystem::path& file) {
  const Header header(file);
  std::map<std::string, std::string> texts;
  simdjson::dom::object metadata;
  if (header.entries["__metadata__"].get(metadata)) return texts;
  for (const auto [key, value] : metadata) {
    std::string_view text;
    if (!value.get(text)) texts.emplace(key, text);
  }
  return texts;
}

}  // namespace headlight
