#include "core/model/adapter.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/json.h"
#include "core/checkpoint/safetensors.h"
#include "core/checkpoint/torch_archive.h"
#include "core/model/adapter_weights.h"
#include "core/model/folder_kind.h"
#include "core/model/model_locations.h"

namespace headlight {
namespace {

namespace fs = std::filesystem;

constexpr const char* kAdapterConfig = "adapter_config.json";
constexpr std::uintmax_t kMostAdapterBytes = 64u << 20;

/// Keys that say how an adapter was made or trained, whatever their value.
constexpr std::string_view kOfTraining[] = {
    "auto_mapping",  "bias",         "ensure_weight_tying", "eva_config",        "inference_mode",
    "loftq_config",  "lora_dropout", "megatron_config",     "megatron_core",     "peft_version",
    "qalora_group_size", "revision", "runtime_config",      "task_type"};

/// The kinds of models whose layers are made of the reference library's Conv1D, which stores its weights as [in, out].
constexpr std::string_view kOfConv1d[] = {"gpt2", "openai-gpt"};

Config adapterConfig(const fs::path& folder) {
  const Config config = Config::open(folder, kAdapterConfig);
  const std::string kind = config.text("peft_type", "not named");
  if (kind != "LORA")
    throw Error("'" + folder.string() + "': an adapter of the kind " + kind +
                ", which is not read; expected LORA (also with rsLoRA's scale or DoRA's magnitudes), or the adapter "
                "merged into its base model");
  return config;
}

/// What makes the factors of its matrices; throws Error for settings that change the computation in another way.
AdapterRule ruleOf(const fs::path& folder) {
  const Config config = adapterConfig(folder);
  AdapterRule rule;
  // Null is no number, and no default either: the reference library refuses it.
  for (const char* key : {"r", "lora_alpha"})
    if (config.declares(key) && !config.has(key)) throw Error(config.where(key) + ": expected a number, found null");
  rule.rank = config.size("r", 8);
  rule.alpha = config.number("lora_alpha", 8);
  rule.byRoot = config.flag("use_rslora", false);
  rule.magnitudes = config.flag("use_dora", false);
  if (config.declares("fan_in_fan_out")) rule.saidInOut = config.flag("fan_in_fan_out", false);
  rule.modules = AdapterModules::of(config);
  rule.ranks = config.namedNumbers("rank_pattern");
  rule.alphas = config.namedNumbers("alpha_pattern");
  config.flag("lora_bias", false);
  config.text("base_model_name_or_path");
  // These begin from other base weights than those of the base model.
  const std::string begin = config.isText("init_lora_weights") ? config.text("init_lora_weights") : "";
  if (!begin.empty() && begin != "gaussian" && begin != "eva" && begin != "orthogonal" && begin != "true")
    throw Error(config.where("init_lora_weights") + ": expected true, gaussian, eva or orthogonal, found '" + begin +
                "', which changes the base model and is unsupported");
  config.has("init_lora_weights");
  for (const auto& [key, value] : config.unread()) {
    const bool harmless = std::find(std::begin(kOfTraining), std::end(kOfTraining), key) != std::end(kOfTraining);
    if (!harmless && value != "false" && value != "[]" && value != "{}")
      throw Error(config.where(key) + ": expected none, found " + value + ", which is unsupported for adapters");
  }
  return rule;
}

/// Throws Error as ruleOf.
AdapterRule ruleFor(const fs::path& folder, const ModelSource& base) {
  AdapterRule rule = ruleOf(folder);
  const std::string kind = base.config().text("model_type");
  rule.conv1d = std::find(std::begin(kOfConv1d), std::end(kOfConv1d), kind) != std::end(kOfConv1d);
  return rule;
}

/// The folder of the base model.
fs::path baseOf(const AdapterPlace& place) {
  if (place.base) return findModel(place.base->string());
  const std::string name = adapterConfig(place.folder).text("base_model_name_or_path");
  const std::string adapter = "'" + place.folder.string() + "': an adapter (LORA) that changes a base model";
  if (name.empty())
    throw Error(adapter + " and does not name it; expected base_model_name_or_path in " + kAdapterConfig +
                ", or --base DIR");
  const fs::path here = absolutePath(place.folder), last = fs::path(name).filename();
  for (const fs::path& each : {here / name, here.parent_path() / last})
    if (isFile(transformerFolder(each) / "config.json")) return each;
  try {
    return findModel(name);
  } catch (const Error&) {
    throw Error(adapter + "; expected the base model '" + name + "' beside it ('" +
                (here.parent_path() / last).string() + "') or in the Hugging Face cache, or --base DIR; found none");
  }
}

TensorTable adapterTensors(const fs::path& folder) {
  if (isFile(folder / "adapter_model.safetensors")) return readSafetensors(folder / "adapter_model.safetensors");
  if (isFile(folder / "adapter_model.bin")) return readTorchArchive(folder / "adapter_model.bin");
  throw Error("'" + folder.string() + "': no weights: expected adapter_model.safetensors or adapter_model.bin");
}

/// The base model's configuration, with the head that the adapter was trained for.
Config configOf(const ModelSource& base, const fs::path& folder) {
  ruleOf(folder);
  const Config config = base.config();
  const std::string task = adapterConfig(folder).text("task_type");
  const std::string head = task == "SEQ_CLS"     ? "ForSequenceClassification"
                           : task == "TOKEN_CLS" ? "ForTokenClassification"
                                                 : "";
  const auto architectures = config.texts("architectures");
  if (head.empty() || architectures.empty()) return config;
  nlohmann::json text = parseJson(base.configText(), "'" + base.place.string() + "'");
  const std::string& name = architectures.front();
  const auto end = std::min({name.find("For"), name.find("LMHeadModel"), name.find("Model")});
  text["architectures"] = {name.substr(0, end) + head};
  return Config::parse(text.dump(), "'" + (base.place / "config.json").string() + "'");
}

/// Reads `path` into `place`; returns the word after "#" that is not known or out of range, empty for none.
std::string readPlace(const fs::path& path, AdapterPlace& place) {
  place = {path};
  const std::string text = path.string();
  // A base may have a "#" in its own path, a folder of that name comes first.
  const std::size_t mark = std::min(text.find("#scale="), text.find("#base="));
  if (mark == std::string::npos || isThere(path)) return {};
  place.folder = text.substr(0, mark);
  std::string_view rest = std::string_view(text).substr(mark + 1);
  constexpr std::string_view kScale = "scale=", kBase = "base=";
  while (!rest.empty()) {
    if (rest.starts_with(kBase)) {
      place.base = fs::path(rest.substr(kBase.size()));
      break;
    }
    const std::size_t comma = std::min(rest.find(','), rest.size());
    const std::string_view word = rest.substr(0, comma);
    double scale = -1;
    const char* end = word.data() + word.size();
    const bool known = word.starts_with(kScale);
    const auto read = known ? std::from_chars(word.data() + kScale.size(), end, scale) : std::from_chars_result{};
    if (!known || read.ec != std::errc() || read.ptr != end || !(scale >= 0 && scale <= 1))
      return word.empty() ? "," : std::string(word);
    place.scale = scale;
    rest.remove_prefix(std::min(comma + 1, rest.size()));
  }
  return {};
}

}  // namespace

fs::path AdapterPlace::path() const {
  std::string text = folder.string();
  char separator = '#';
  const auto add = [&](const std::string& word) { text += separator + word, separator = ','; };
  if (scale != 1) {
    char number[32];
    const auto end = std::to_chars(std::begin(number), std::end(number), scale).ptr;
    add("scale=" + std::string(number, end));
  }
  if (base) add("base=" + base->string());
  return text;
}

std::optional<AdapterPlace> readAdapterPlace(const fs::path& path) {
  AdapterPlace place;
  return readPlace(path, place).empty() ? std::optional(place) : std::nullopt;
}

AdapterPlace adapterPlace(const fs::path& path) {
  AdapterPlace place;
  if (const std::string wrong = readPlace(path, place); !wrong.empty())
    throw Error("'" + path.string() + "': expected scale=NUMBER from 0 to 1 or base=FOLDER after '#', found '" + wrong +
                "'");
  return place;
}

bool isAdapter(const fs::path& folder) {
  if (!isFile(folder / kAdapterConfig)) return false;
  return std::none_of(std::begin(kWeightFiles), std::end(kWeightFiles),
                      [&](const char* name) { return isThere(folder / name); });
}

ModelSource adapterSource(const AdapterPlace& place) {
  const fs::path& folder = place.folder;
  struct Base {
    std::mutex mutex;
    std::optional<ModelSource> source;
  };
  // Looked for when it is first needed, and kept.
  const auto base = [place, kept = std::make_shared<Base>()]() -> const ModelSource& {
    const std::lock_guard lock(kept->mutex);
    if (kept->source) return *kept->source;
    const fs::path found = baseOf(place);
    if (isAdapter(found)) throw Error("'" + found.string() + "': expected a base model, found another adapter");
    return kept->source.emplace(modelSourceAt(found));
  };
  const auto tokenizer = [](const fs::path& at) { return Tokenizer::isIn(at); };
  std::string name = modelName(folder);
  if (place.scale != 1) name += place.path().string().substr(folder.string().size());
  ModelSource source;
  source.name = name;
  source.place = folder;
  source.config = [base, folder] { return configOf(base(), folder); };
  source.configText = [base, folder] {
    return readFile(folder / kAdapterConfig, kMostAdapterBytes) + base().configText();
  };
  source.generation = [base] { return base().generation(); };
  source.tensors = [base, place](const Progress& progress) {
    const Checkpoint whole = base().tensors(progress);
    std::vector<std::string> remarks = whole.remarks();
    TensorTable tensors = adapted(whole.tensors(), adapterTensors(place.folder), ruleFor(place.folder, base()),
                                  static_cast<float>(place.scale), remarks);
    return Checkpoint(whole.folder(), std::move(tensors), std::move(remarks));
  };
  source.tokenizer = [=] { return tokenizer(folder) ? Tokenizer::open(folder) : base().tokenizer(); };
  source.targetTokenizer = [=] { return tokenizer(folder) ? Tokenizer::openTarget(folder) : base().targetTokenizer(); };
  source.chat = [=](const Tokenizer& words) {
    ChatTemplates own = ChatTemplates::open(folder, words.specialTokens());
    return own.isEmpty() ? base().chat(words) : own;
  };
  source.preparation = [base](PixelSize size) { return base().preparation(size); };
  source.soundPreparation = [base] { return base().soundPreparation(); };
  return source;
}

}  // namespace headlight
