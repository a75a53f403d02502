#include "core/text/files/json_file.h"

#include "core/base/files.h"
#include "core/base/json_text.h"

namespace headlight {

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
