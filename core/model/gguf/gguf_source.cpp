#include "core/model/gguf/gguf_source.h"

#include <memory>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/model/gguf/gguf_architecture.h"
#include "core/model/gguf/gguf_projector.h"
#include "core/model/gguf/gguf_tokenizer.h"

namespace headlight {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kProjectorMark = "#mmproj=";
constexpr const char* kNoProjector = "none";

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
  explicit Opened(GgufModelPlace place) : m_place(std::move(place)) {}

  struct Model {
    GgufFile file;
    std::optional<GgufFacts> facts;
    const GgufArchitecture* architecture = nullptr;
    std::string config;
    std::unique_ptr<GgufProjector> projector;  ///< Null for a model of texts alone.
    std::vector<std::string> remarks;
  };
  const Model& model() {
    const std::lock_guard lock(m_mutex);
    if (m_model) return *m_model;
    auto model = std::make_unique<Model>();
    model->file = GgufFile::open(m_place.file);
    checkKind(model->file);
    model->facts.emplace(model->file);
    model->architecture = &ggufArchitectureOf(*model->facts);
    nlohmann::json config = ggufConfig(*model->facts, *model->architecture);
    addProjector(config, *model);
    model->config = config.dump();
    m_model = std::move(model);
    return *m_model;
  }

 private:
  /// Joins the part that reads pictures to the text.
  void addProjector(nlohmann::json& config, Model& model) const {
    if (m_place.projector) {
      if (!m_place.projector->empty()) join(*m_place.projector, config, model);
      return;
    }
    const std::vector<fs::path> beside = projectorsBeside(m_place.file);
    if (beside.size() > 1)
      model.remarks.push_back("Of " + std::to_string(beside.size()) +
                              " files beside the model that read pictures none is taken; --mmproj FILE names one.");
    if (beside.size() != 1) return;
    try {
      join(beside.front(), config, model);
    } catch (const Error& error) {
      model.projector = nullptr;
      model.remarks.push_back(std::string("Pictures are not read: ") + error.what());
    }
  }

  static void join(const fs::path& file, nlohmann::json& config, Model& model) {
    model.projector = std::make_unique<GgufProjector>(file);
    const std::int64_t width = config.value("hidden_size", std::int64_t{0});
    if (model.projector->width() != width)
      throw Error("'" + file.string() + "': expected pictures of " + std::to_string(width) +
                  " numbers a token, as the text has, found " + std::to_string(model.projector->width()) +
                  "; it is another model's");
    config = model.projector->config(model.file.metadata, config);
    for (std::string& remark : model.projector->remarks()) model.remarks.push_back(std::move(remark));
    model.remarks.push_back("Pictures are read by '" + file.filename().string() + "'.");
  }

  GgufModelPlace m_place;
  std::mutex m_mutex;
  std::unique_ptr<Model> m_model;
};

std::vector<std::string> remarksOf(const Opened::Model& model) {
  std::vector<std::string> remarks = model.remarks;
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

fs::path GgufModelPlace::path() const {
  if (!projector) return file;
  return file.string() + std::string(kProjectorMark) + (projector->empty() ? kNoProjector : projector->string());
}

GgufModelPlace ggufModelPlace(const fs::path& path) {
  const std::string text = path.string();
  const auto mark = text.find(kProjectorMark);
  if (mark == std::string::npos) return {path};
  const std::string projector = text.substr(mark + kProjectorMark.size());
  return {text.substr(0, mark), projector == kNoProjector ? fs::path() : fs::path(projector)};
}

ModelSource ggufSource(const GgufModelPlace& place) {
  const auto opened = std::make_shared<Opened>(place);
  const fs::path& file = place.file;
  ModelSource source;
  source.name = nameOf(file);
  source.place = file;
  source.config = [opened] { return Config::parse(opened->model().config, opened->model().file.metadata.place()); };
  source.configText = [opened] { return opened->model().config; };
  source.generation = [] { return std::optional<Config>(); };
  source.tensors = [opened](const Progress&) {
    const Opened::Model& model = opened->model();
    TensorTable tensors = ggufTensors(model.file, *model.facts, *model.architecture);
    if (model.projector) tensors = model.projector->tensors(std::move(tensors));
    return Checkpoint(model.file.file, std::move(tensors), remarksOf(model));
  };
  source.tokenizer = [opened] { return ggufTokenizer(opened->model().file.metadata); };
  source.targetTokenizer = [] { return std::shared_ptr<const Tokenizer>(); };
  source.chat = [opened](const Tokenizer&) { return ggufChatTemplates(opened->model().file.metadata); };
  source.preparation = [opened, file](PixelSize) -> ImagePreparation {
    if (const auto& projector = opened->model().projector) return projector->preparation();
    throw Error("'" + file.string() + "': a GGUF file has no preparation of images");
  };
  return source;
}

}  // namespace headlight
