#include "core/text/json_file.h"

#include <fstream>

#include "core/base/files.h"
#include "core/base/json_text.h"
#include "core/base/lfs_pointer.h"

namespace headlight {

std::string readFile(const std::filesystem::path& file, std::uintmax_t most) {
  const std::string name = file.filename().string();
  std::error_code code;
  if (!isFile(file)) throw Error(file.string() + ": file not found");
  const std::uintmax_t size = std::filesystem::file_size(file, code);
  if (code) throw Error(file.string() + ": " + code.message());
  if (size > most) {
    throw Error(name + ": expected at most " + std::to_string(most) + " bytes, found " + std::to_string(size));
  }
  std::ifstream stream(file, std::ios::binary);
  std::string bytes(static_cast<std::size_t>(size), '\0');
  if (!stream || (size > 0 && !stream.read(bytes.data(), static_cast<std::streamsize>(size)))) {
    throw Error(file.string() + ": cannot be read");
  }
  if (isLfsPointer(bytes)) throw lfsPointerError(name);
  return bytes;
}

JsonFile::JsonFile(const std::filesystem::path& file) { parse(readFile(file), file.filename().string()); }

JsonFile::JsonFile(std::string_view json, const std::string& name) { parse(json, name); }

void JsonFile::parse(std::string_view json, const std::string& name) {
  m_text = simdjson::padded_string(json);
  simdjson::dom::element root;
  simdjson::error_code code = m_parser.parse(m_text).get(root);
  // Most files are standard JSON; others, and those with a byte-order mark, get a second look.
  if (code != simdjson::SUCCESS && code != simdjson::DEPTH_ERROR) {
    m_text = simdjson::padded_string(standardJson(json));
    code = m_parser.parse(m_text).get(root);
  }
  if (code != simdjson::SUCCESS) throw Error(name + ": expected JSON, " + simdjson::error_message(code));
  m_root.emplace(root, name.empty() ? std::string() : name + ": ");
}

}  // namespace headlight
