#include "core/base/files.h"

#include <fstream>

#include "core/base/error.h"
#include "core/base/lfs_pointer.h"

namespace headlight {

std::string readFile(const std::filesystem::path& file, std::uintmax_t most) {
  const std::string place = "'" + file.string() + "'";
  if (!isThere(file)) throw Error(place + ": file not found");
  if (!isFile(file)) throw Error(place + ": expected a file, found something else");
  std::error_code failed;
  const std::uintmax_t size = std::filesystem::file_size(file, failed);
  if (failed) throw Error(place + ": cannot be read: " + failed.message());
  if (size > most)
    throw Error(place + ": expected at most " + std::to_string(most) + " bytes, found " + std::to_string(size));
  std::ifstream stream(file, std::ios::binary);
  std::string bytes(static_cast<std::size_t>(size), '\0');
  if (!stream || (size > 0 && !stream.read(bytes.data(), static_cast<std::streamsize>(size))))
    throw Error(place + ": cannot be read");
  if (isLfsPointer(bytes)) throw lfsPointerError(place);
  return bytes;
}

std::string beginningOf(const std::filesystem::path& file, std::size_t most) {
  std::string bytes(most, '\0');
  std::ifstream stream(file, std::ios::binary);
  stream.read(bytes.data(), static_cast<std::streamsize>(most));
  bytes.resize(static_cast<std::size_t>(stream.gcount()));
  return bytes;
}

}  // namespace headlight
