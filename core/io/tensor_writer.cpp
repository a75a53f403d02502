#include "core/io/tensor_writer.h"

#include <zip.h>

#include <bit>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>

#include "core/base/error.h"
#include "core/io/atomic_file.h"

namespace headlight {
namespace {

static_assert(std::endian::native == std::endian::little, "tensors are written in the machine's own byte order");

std::string littleEndian(std::uint64_t value, int bytes) {
  std::string text;
  for (int i = 0; i < bytes; ++i) text += static_cast<char>(value >> (8 * i) & 0xff);
  return text;
}

/// The header of a .npy file, version 1.0: padded so that the numbers start at a multiple of 64.
std::string npyHeader(const TensorStream& tensor) {
  std::ostringstream dictionary;
  dictionary << "{'descr': '" << (tensor.type == TensorStream::Type::F32 ? "<f4" : "<i8")
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
    header[tensor.name] = {{"dtype", tensor.type == TensorStream::Type::F32 ? "F32" : "I64"},
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
  if (path == "-") throw Error("npz: expected a file to write to, found '-' (a zip needs to go back in its file)");
  writeWholeByName(path, [&](const std::filesystem::path& name) {
    int code = 0;
    zip_t* archive = zip_open(name.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code);
    if (!archive) {
      zip_error_t reason;
      zip_error_init_with_code(&reason, code);
      const std::string text = zip_error_strerror(&reason);
      zip_error_fini(&reason);
      throw Error("cannot write '" + path.string() + "': " + text);
    }
    std::unique_ptr<zip_t, void (*)(zip_t*)> guard(archive, zip_discard);
    const auto check = [&](bool good) {
      if (!good) throw Error("cannot write '" + path.string() + "': " + zip_strerror(archive));
    };
    // libzip reads its sources when the archive is closed, so each tensor waits as a file of its own until then.
    for (const TensorStream& tensor : tensors) {
      std::unique_ptr<std::FILE, int (*)(std::FILE*)> part(std::tmpfile(), std::fclose);
      if (!part)
        throw Error("cannot write '" + path.string() + "': no room for a temporary file: " + std::strerror(errno));
      class ToFile : public std::streambuf {
       public:
        explicit ToFile(std::FILE* file) : m_file(file) {}
        std::streamsize xsputn(const char* data, std::streamsize n) override {
          return static_cast<std::streamsize>(std::fwrite(data, 1, static_cast<std::size_t>(n), m_file));
        }
        int overflow(int c) override { return std::fputc(c, m_file); }

       private:
        std::FILE* m_file;
      } buffer(part.get());
      std::ostream out(&buffer);
      out << npyHeader(tensor);
      tensor.write(out);
      if (!out || std::fflush(part.get()) != 0)
        throw Error("cannot write '" + path.string() + "': temporary file: " + std::strerror(errno));
      std::rewind(part.get());
      zip_source_t* source = zip_source_filep(archive, part.get(), 0, -1);
      check(source != nullptr);
      part.release();  // The source closes it.
      const zip_int64_t index = zip_file_add(archive, (tensor.name + ".npy").c_str(), source, ZIP_FL_ENC_UTF_8);
      if (index < 0) zip_source_free(source);
      check(index >= 0);
      check(zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), ZIP_CM_STORE, 0) == 0);
      // The same tensors give the same bytes, whatever the clock says.
      check(zip_file_set_dostime(archive, static_cast<zip_uint64_t>(index), 0, (1 << 5) | 1, 0) == 0);
    }
    check(zip_close(archive) == 0);
    guard.release();
  });
}

}  // namespace headlight
