#include "core/io/zip_reader.h"

#include <zip.h>

#include <memory>
#include <new>

#include "core/base/error.h"

namespace headlight {

std::optional<std::string> readZipEntry(std::string_view zip, const std::function<bool(std::string_view)>& wanted,
                                        std::size_t most, const std::string& name) {
  const auto refuse = [&name](const std::string& expected, zip_error_t* found) {
    if (zip_error_code_zip(found) == ZIP_ER_MEMORY) throw std::bad_alloc();
    const std::string reason = zip_error_strerror(found);
    zip_error_fini(found);
    throw Error(name + ": expected " + expected + ", found one that is broken (" + reason + ")");
  };
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(zip.data(), zip.size(), 0, &error);
  if (!source) refuse("a zip", &error);
  std::unique_ptr<zip_t, decltype(&zip_discard)> archive(zip_open_from_source(source, ZIP_RDONLY, &error), zip_discard);
  if (!archive) {
    zip_source_free(source);
    refuse("a zip", &error);
  }
  const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
  for (zip_int64_t i = 0; i < count; ++i) {
    zip_stat_t about;
    if (zip_stat_index(archive.get(), static_cast<zip_uint64_t>(i), 0, &about) != 0 || !(about.valid & ZIP_STAT_NAME) ||
        !(about.valid & ZIP_STAT_SIZE) || !wanted(about.name))
      continue;
    if (about.size > most)
      throw Error(name + ", " + about.name + ": expected at most " + std::to_string(most) + " bytes, found " +
                  std::to_string(about.size));
    std::string content(static_cast<std::size_t>(about.size), '\0');
    std::unique_ptr<zip_file_t, decltype(&zip_fclose)> file(
        zip_fopen_index(archive.get(), static_cast<zip_uint64_t>(i), 0), zip_fclose);
    // Reading on past the end lets libzip compare the checksum.
    char beyond = 0;
    if (!file || zip_fread(file.get(), content.data(), about.size) != static_cast<zip_int64_t>(about.size) ||
        zip_fread(file.get(), &beyond, 1) != 0)
      throw Error(name + ", " + about.name + ": invalid file in the zip");
    return content;
  }
  return std::nullopt;
}

}  // namespace headlight
