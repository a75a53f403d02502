#include "core/io/zip_writer.h"

#include <zip.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <new>
#include <utility>

#include "core/base/error.h"
#include "core/base/system_files.h"
#include "core/io/atomic_file.h"

namespace headlight {
namespace {

/// The zip while it is made; thrown away unless close() succeeds.
class Archive {
 public:
  Archive(const std::filesystem::path& file, std::filesystem::path shown) : m_shown(std::move(shown)) {
    int code = 0;
    m_zip = zip_open(pathBytes(file).c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code);
    if (m_zip) return;
    if (code == ZIP_ER_MEMORY) throw std::bad_alloc();
    zip_error_t reason;
    zip_error_init_with_code(&reason, code);
    const std::string text = zip_error_strerror(&reason);
    zip_error_fini(&reason);
    refuse(text);
  }
  ~Archive() {
    if (m_zip) zip_discard(m_zip);
  }
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  /// Adds an entry whose content is `size` bytes of the file `content` from `begin` on: libzip reads it when the
  /// archive is closed.
  void add(const ZipEntry& entry, const std::filesystem::path& content, std::uint64_t begin, std::uint64_t size) {
    // A length of 0 would mean the rest of the file.
    zip_source_t* source =
        size == 0 ? zip_source_buffer(m_zip, nullptr, 0, 0)
                  : zip_source_file(m_zip, pathBytes(content).c_str(), begin, static_cast<zip_int64_t>(size));
    check(source != nullptr);
    const zip_int64_t added = zip_file_add(m_zip, entry.name.c_str(), source, ZIP_FL_ENC_UTF_8);
    if (added < 0) zip_source_free(source);
    check(added >= 0);
    const auto index = static_cast<zip_uint64_t>(added);
    check(zip_set_file_compression(m_zip, index, entry.compressed ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 0) == 0);
    constexpr zip_uint16_t kMidnight = 0, kFirstOfJanuary1980 = (1 << 5) | 1;
    check(zip_file_set_dostime(m_zip, index, kMidnight, kFirstOfJanuary1980, 0) == 0);
  }

  void close() {
    check(zip_close(m_zip) == 0);
    m_zip = nullptr;
  }

 private:
  [[noreturn]] void refuse(const std::string& reason) const {
    throw Error("cannot write '" + m_shown.string() + "': " + reason);
  }
  void check(bool good) const {
    if (good) return;
    if (zip_error_code_zip(zip_get_error(m_zip)) == ZIP_ER_MEMORY) throw std::bad_alloc();
    refuse(zip_strerror(m_zip));
  }

  std::filesystem::path m_shown;
  zip_t* m_zip = nullptr;
};

}  // namespace

void writeZip(const std::filesystem::path& path, const std::vector<ZipEntry>& entries) {
  if (path == "-") throw Error("zip: expected a file to write to, found '-' (a zip goes back in its file)");
  // The contents wait in one file beside the zip, whatever their number and size.
  withScratchFile(path, [&](const std::filesystem::path& scratch) {
    std::vector<std::uint64_t> ends;
    errno = 0;
    std::ofstream contents(scratch, std::ios::binary);
    for (const ZipEntry& entry : entries) {
      entry.write(contents);
      ends.push_back(contents ? static_cast<std::uint64_t>(contents.tellp()) : 0);
    }
    contents.close();
    if (!contents)
      throw Error("cannot write '" + path.string() + "': " + (errno ? std::strerror(errno) : "incomplete write"));
    writeWholeByName(path, [&](const std::filesystem::path& name) {
      Archive archive(name, path);
      std::uint64_t begin = 0;
      for (std::size_t i = 0; i < entries.size(); begin = ends[i++])
        archive.add(entries[i], scratch, begin, ends[i] - begin);
      archive.close();
    });
  });
}

}  // namespace headlight
