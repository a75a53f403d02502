#include "core/text/json_file.h"

#include <fstream>

#include "core/base/files.h"

namespace headlight {

std::string readFile(const std::filesystem::path& file, std::uintmax_t most) {
  const std::string name = file.filename().string();
  std::error_code code;
  if (!isFile(file)) throw Error(file.string() + ": there is no such file");
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
  if (bytes.starts_with("version https://git-lfs")) {
    throw Error(name + ": this is a git-lfs pointer; the file itself has not been downloaded");
  }
  return bytes;
}

JsonFile::JsonFile(const std::filesystem::path& file) { parse(readFile(file), file.filename().string()); }

JsonFile::JsonFile(std::string_view json, const std::string& name) { parse(json, name); }

void JsonFile::parse(std::string_view json, const std::string& name) {
  if (json.starts_with("\xEF\xBB\xBF")) json.remove_prefix(3);
  m_text = simdjson::padded_string(json);
  simdjson::dom::element root;
  const simdjson::error_code code = m_parser.parse(m_text).get(root);
  if (code != simdjson::SUCCESS) throw Error(name + ": expected JSON, " + simdjson::error_message(code));
  m_root.emplace(root, name.empty() ? std::string() : name + ": ");
}

}  // namespace headlight
