#include "core/io/zip_writer.h"

#include <zip.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <ostream>
#include <streambuf>

#include "core/base/error.h"
#include "core/io/atomic_file.h"

namespace headlight {
namespace {

using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

/// Lets a stream write into a C file.
class FileBuffer final : public std::streambuf {
 public:
  explicit FileBuffer(std::FILE* file) : m_file(file) {}

 protected:
  std::streamsize xsputn(const char* data, std::streamsize n) override {
    return static_cast<std::streamsize>(std::fwrite(data, 1, static_cast<std::size_t>(n), m_file));
  }
  int overflow(int c) override { return c == traits_type::eof() ? traits_type::eof() : std::fputc(c, m_file); }

 private:
  std::FILE* m_file;
};

/// The zip while it is made; thrown away unless close() succeeds.
class Archive {
 public:
  Archive(const std::filesystem::path& file, std::filesystem::path shown) : m_shown(std::move(shown)) {
    int code = 0;
    m_zip = zip_open(file.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code);
    if (m_zip) return;
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

  void add(const ZipEntry& entry) {
    // libzip reads its sources when the archive is closed, so each entry waits as a nameless file until then.
    File part(std::tmpfile(), std::fclose);
    if (!part) refuse("no room for a temporary file: " + std::string(std::strerror(errno)));
    FileBuffer buffer(part.get());
    std::ostream out(&buffer);
    entry.write(out);
    if (!out || std::fflush(part.get()) != 0) refuse("temporary file: " + std::string(std::strerror(errno)));
    std::rewind(part.get());
    zip_source_t* source = zip_source_filep(m_zip, part.get(), 0, -1);
    check(source != nullptr);
    static_cast<void>(part.release());  // The source closes it.
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
    if (!good) refuse(zip_strerror(m_zip));
  }

  std::filesystem::path m_shown;
  zip_t* m_zip = nullptr;
};

}  // namespace

void writeZip(const std::filesystem::path& path, const std::vector<ZipEntry>& entries) {
  if (path == "-") throw Error("zip: expected a file to write to, found '-' (a zip goes back in its file)");
  writeWholeByName(path, [&](const std::filesystem::path& name) {
    Archive archive(name, path);
    for (const ZipEntry& entry : entries) archive.add(entry);
    archive.close();
  });
}

}  // namespace headlight
