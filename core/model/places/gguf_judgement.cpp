#include "core/model/places/gguf_judgement.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/checkpoint/gguf/gguf_file.h"
#include "core/model/gguf/gguf_architecture.h"

namespace headlight {

namespace fs = std::filesystem;

std::string whyNoModel(const fs::path& file) {
  if (!isThere(file)) {
    std::error_code ignored;
    return fs::is_symlink(file, ignored) ? "the link leads nowhere: the file was removed or is not yet downloaded"
                                         : "the file is not there: it was removed or is not yet downloaded";
  }
  try {
    const GgufMetadata summary = ggufSummary(file);
    const std::string type(summary.text("general.type", "model"));
    const std::string architecture(summary.text("general.architecture", ""));
    if (type == "mmproj" || architecture == "clip") return "the part of a model that reads images, no model by itself";
    if (type == "adapter") return "a LoRA adapter, no model by itself";
    if (type != "model") return "its kind is '" + type + "', no model";
    if (architecture.empty()) return "it does not name its architecture";
    const auto& known = ggufArchitectures();
    if (std::none_of(known.begin(), known.end(),
                     [&](const GgufArchitecture& each) { return each.name == architecture; }))
      return "its architecture '" + architecture + "' is not read";
    return {};
  } catch (const Error& error) {
    std::string what = error.what();
    const std::string place = "'" + file.string() + "': ";
    return what.starts_with(place) ? what.substr(place.size()) : what;
  }
}

}  // namespace headlight
