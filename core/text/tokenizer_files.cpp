#include "core/text/tokenizer_files.h"

#include "core/base/error.h"
#include "core/text/json_file.h"
#include "core/text/tokenizer_json.h"

namespace headlight {

bool hasTokenizerFiles(const std::filesystem::path& folder) {
  std::error_code code;
  return std::filesystem::is_regular_file(folder / "tokenizer.json", code);
}

PipelineParts readTokenizerFiles(const std::filesystem::path& folder) {
  return readTokenizerJson(folder / "tokenizer.json");
}

std::optional<std::string> namedMaskToken(const std::filesystem::path& folder) {
  for (const char* name : {"special_tokens_map.json", "tokenizer_config.json"}) {
    std::error_code code;
    if (!std::filesystem::is_regular_file(folder / name, code)) continue;
    const JsonFile json(folder / name);
    const auto mask = json.root().find("mask_token");
    if (!mask) continue;
    return std::string(mask->isString() ? mask->string() : mask->at("content").string());
  }
  return std::nullopt;
}

}  // namespace headlight
