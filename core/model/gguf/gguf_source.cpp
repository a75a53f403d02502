#include "core/model/gguf/gguf_source.h"

#include <memory>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/model/gguf/gguf_architecture.h"
#include "core/model/gguf/gguf_tokenizer.h"

namespace headlight {
namespace {

namespace fs = std::filesystem;

/// Throws Error for files that hold something other than a model.
void checkKind(const GgufFile& file) {
  constexpr const char* kKey = "general.type";
  const std::string type(file.metadata.text(kKey, "model"));
  if (type == "model") return;
  std::string kind = "'" + type + "'";
  if (type == "adapter") kind = "a LoRA adapter that changes a base model";
  if (type == "mmproj") kind = "the part of a model that reads images (mmproj)";
  if (type == "imatrix") kind = "measurements for quantising a model (imatrix)";
  if (type == "vocab") kind = "a vocabulary without weights";
  throw Error(file.metadata.where(kKey) + ": expected a model, found " + kind);
}

/// A file that is read once, when it is first needed.
class Opened {
 public:
  explicit Opened(fs::path file) : m_path(std::move(file)) {}

  struct Model {
    GgufFile file;
    std::optional<GgufFacts> facts;
    const GgufArchitecture* architecture = nullptr;
    std::string config;
  };
  const Model& model() {
    const std::lock_guard lock(m_mutex);
    if (m_model) return *m_model;
    auto model = std::make_unique<Model>();
    model->file = GgufFile::open(m_path);
    checkKind(model->file);
    model->facts.emplace(model->file);
    model->architecture = &ggufArchitectureOf(*model->facts);
    model->config = ggufConfig(*model->facts, *model->architecture).dump();
    m_model = std::move(model);
    return *m_model;
  }

 private:
  fs::path m_path;
  std::mutex m_mutex;
  std::unique_ptr<Model> m_model;
};

std::vector<std::string> remarksOf(const Opened::Model& model) {
  std::vector<std::string> remarks;
  if (!model.architecture->remark.empty()) remarks.emplace_back(model.architecture->remark);
  for (const std::string& key : model.facts->unread())
    remarks.push_back("The file says '" + key + "': " + model.file.metadata.shown(key) +
                      ", which Headlight does not know and leaves aside.");
  return remarks;
}

/// What the file is called; where that is only a digest, as Ollama has it, what the model calls itself.
std::string nameOf(const fs::path& file) {
  const std::string stem = file.stem().string();
  if (!stem.starts_with("sha256-")) return stem;
  try {
    return std::string(ggufSummary(file).text("general.name", stem));
  } catch (const Error&) {
    return stem;  // Opening it says what is wrong.
  }
}

}  // namespace

ModelSource ggufSource(const fs::path& file) {
  const auto opened = std::make_shared<Opened>(file);
  ModelSource source;
  source.name = nameOf(file);
  source.place = file;
  source.config = [opened] { return Config::parse(opened->model().config, opened->model().file.metadata.place()); };
  source.configText = [opened] { return opened->model().config; };
  source.generation = [] { return std::optional<Config>(); };
  source.tensors = [opened](const Progress&) {
    const Opened::Model& model = opened->model();
    return Checkpoint(model.file.file, ggufTensors(model.file, *model.facts, *model.architecture), remarksOf(model));
  };
  source.tokenizer = [opened] { return ggufTokenizer(opened->model().file.metadata); };
  source.targetTokenizer = [] { return std::shared_ptr<const Tokenizer>(); };
  source.chat = [opened](const Tokenizer&) { return ggufChatTemplates(opened->model().file.metadata); };
  source.preparation = [file](PixelSize) -> ImagePreparation {
    throw Error("'" + file.string() + "': a GGUF file has no preparation of images");
  };
  return source;
}

}  // namespace headlight
