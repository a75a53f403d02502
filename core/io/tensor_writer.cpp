#include "core/io/tensor_writer.h"

#include <bit>
#include <nlohmann/json.hpp>
#include <sstream>

#include "core/io/atomic_file.h"
#include "core/io/zip_writer.h"

namespace headlight {
namespace {

static_assert(std::endian::native == std::endian::little, "tensors are written in the machine's own byte order");

struct TypeNames {
  const char *numpy, *safetensors;
};
constexpr TypeNames kTypes[] = {{"<f4", "F32"}, {"<i8", "I64"}, {"|u1", "U8"}, {"<f8", "F64"}};

std::string littleEndian(std::uint64_t value, int bytes) {
  std::string text;
  for (int i = 0; i < bytes; ++i) text += static_cast<char>(value >> (8 * i) & 0xff);
  return text;
}

/// The header of a .npy file, version 1.0: padded so that the numbers start at a multiple of 64.
std::string npyHeader(const TensorStream& tensor) {
  std::ostringstream dictionary;
  dictionary << "{'descr': '" << kTypes[static_cast<std::size_t>(tensor.type)].numpy
             << "', 'fortran_order': False, 'shape': (";
  for (const std::int64_t side : tensor.shape) dictionary << side << ',';
  dictionary << "), }";
  std::string text = dictionary.str();
  constexpr std::size_t kFixed = 10;
  text.resize((kFixed + text.size() + 1 + 63) / 64 * 64 - kFixed - 1, ' ');
  text += '\n';
  return "\x93NUMPY" + std::string("\x01\x00", 2) + littleEndian(text.size(), 2) + text;
}

}  // namespace

void writeSafetensors(const std::filesystem::path& path, const std::vector<TensorStream>& tensors,
                      const std::map<std::string, std::string>& metadata) {
  nlohmann::ordered_json header;
  header["__metadata__"] = metadata;
  std::int64_t offset = 0;
  for (const TensorStream& tensor : tensors) {
    header[tensor.name] = {{"dtype", kTypes[static_cast<std::size_t>(tensor.type)].safetensors},
                           {"shape", tensor.shape},
                           {"data_offsets", {offset, offset + tensor.bytes()}}};
    offset += tensor.bytes();
  }
  std::string text = header.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  text.resize((text.size() + 7) / 8 * 8, ' ');
  writeWhole(path, [&](std::ostream& out) {
    out << littleEndian(text.size(), 8) << text;
    for (const TensorStream& tensor : tensors) tensor.write(out);
  });
}

void writeNpz(const std::filesystem::path& path, const std::vector<TensorStream>& tensors) {
  std::vector<ZipEntry> entries;
  for (const TensorStream& tensor : tensors)
    entries.push_back({tensor.name + ".npy", [&tensor](std::ostream& out) {
                         out << npyHeader(tensor);
                         tensor.write(out);
                       }});
  writeZip(path, entries);
}

}  // namespace headlight
