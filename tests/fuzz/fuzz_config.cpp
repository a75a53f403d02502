#include <map>

#include "core/checkpoint/config.h"
#include "core/model/family.h"
#include "core/model/model.h"
#include "tests/fuzz/fuzz_target.h"

using namespace headlight;
namespace fs = std::filesystem;

namespace {

/// model_type → a test model of that type.
const std::map<std::string, fs::path>& models() {
  static const std::map<std::string, fs::path> all = [] {
    std::map<std::string, fs::path> found;
    for (const fs::path& file : fuzz::sourceFiles("tests/data/models", "model.safetensors")) {
      const fs::path folder = fs::path(HEADLIGHT_SOURCE_DIR) / file.parent_path();
      found.emplace(Config::open(folder).text("model_type"), folder / "model.safetensors");
    }
    return found;
  }();
  return all;
}

/// `input` is a config.json; the weights beside it are those of a small model of the type that it names.
std::string read(std::string_view input) {
  static const fuzz::Folder folder;
  static fs::path linked;
  folder.write("config.json", input);
  return fuzz::messageOf([&] {
    const Config config = Config::open(folder.path());
    const auto known = models().find(config.isText("model_type") ? config.text("model_type") : std::string());
    const fs::path weights = known == models().end() ? models().begin()->second : known->second;
    if (weights != linked) {
      fs::remove(folder.path() / "model.safetensors");
      fs::create_symlink(weights, folder.path() / "model.safetensors");
      linked = weights;
    }
    const auto model = Model::open(folder.path());
    Encoding encoding;
    encoding.tokens.resize(3);
    for (std::size_t id = 0; id < 3; ++id) encoding.tokens[id].id = static_cast<std::int64_t>(id);
    const auto trace = model->run(encoding);
    for (Index row = 0; row < trace->logits.rows(); ++row) trace->logits.row(row);
  });
}

std::vector<std::string> seeds() {
  std::vector<std::string> all;
  for (const fs::path& file : fuzz::sourceFiles("tests/data/models", "config.json"))
    all.push_back(fuzz::sourceFile(file.string()));
  return all;
}

}  // namespace

HEADLIGHT_FUZZ_TARGET(config)
