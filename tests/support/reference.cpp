#include "tests/support/reference.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <map>

#include "core/attention/trace_maps.h"
#include "core/base/error.h"
#include "core/checkpoint/config.h"
#include "core/checkpoint/safetensors.h"
#include "core/model/adapter.h"
#include "core/model/image_reader.h"
#include "core/model/model.h"

namespace headlight::reference {
namespace {

namespace fs = std::filesystem;

/// The reference data beside the sources, or where the environment says.
fs::path largerData() {
  const char* set = std::getenv("HEADLIGHT_REFERENCE");
  return set ? fs::path(set) : fs::path(HEADLIGHT_SOURCE_DIR) / "../shared/reference";
}

const StoredTensor* find(const TensorTable& table, const std::string& name) {
  const auto at = table.find(name);
  return at == table.end() ? nullptr : &at->second;
}

/// The largest difference between `found` (rows one after the other) and the expected tensor, and where it is.
struct Difference {
  double largest = 0, scale = 1;
  std::string where;
};

Difference differenceOf(const Matrix& found, const StoredTensor& expected) {
  Difference d;
  const auto values = floatsOf(expected);
  if (static_cast<std::size_t>(found.size()) != values.size()) {
    d.largest = INFINITY;
    d.where = "the shape: expected " + shapeText(expected.shape) + ", found [" + std::to_string(found.rows()) + ", " +
              std::to_string(found.cols()) + "]";
    return d;
  }
  for (std::size_t i = 0; i < values.size(); ++i) {
    d.scale = std::max(d.scale, std::abs(static_cast<double>(values[i])));
    const double difference = std::abs(static_cast<double>(found.data()[i]) - static_cast<double>(values[i]));
    if (difference <= d.largest) continue;  // NaN goes on.
    d.largest = std::isnan(difference) ? INFINITY : difference;
    const Index row = static_cast<Index>(i) / found.cols(), col = static_cast<Index>(i) % found.cols();
    d.where = "[" + std::to_string(row) + ", " + std::to_string(col) + "]: expected " + std::to_string(values[i]) +
              ", found " + std::to_string(found.data()[i]);
  }
  return d;
}

void note(Comparison& c, double& largest, const std::string& what, const Difference& d, bool relative) {
  const double value = relative ? d.largest / d.scale : d.largest;
  largest = std::max(largest, value);
  if (value <= kTolerance || !c.firstWrong.empty()) return;
  char number[32];
  std::snprintf(number, sizeof number, "%.3g", d.largest);
  c.firstWrong = what + ": largest difference " + number + " at " + d.where;
}

std::string number(double value) {
  char text[16];
  std::snprintf(text, sizeof text, "%.1e", value);
  return text;
}

}  // namespace

std::string Comparison::header() {
  char line[160];
  std::snprintf(line, sizeof line, "%-42s | %9s | %9s | %9s | %9s | %9s", "family/model", "attention", "hidden",
                "logits", "router", "tolerance");
  return line;
}

std::string Comparison::row() const {
  char line[160];
  std::snprintf(line, sizeof line, "%-42s | %9s | %9s | %9s | %9s | %9s", (family + "/" + name).c_str(),
                number(attention).c_str(), number(hidden).c_str(), number(logits).c_str(),
                router > 0 ? number(router).c_str() : "", number(kTolerance).c_str());
  return line;
}

Encoding encodingOf(const TensorTable& table, int input, const std::string& prefix) {
  const std::string i = std::to_string(input);
  const auto ids = integersOf(table.at(prefix + "input_ids." + i), "input_ids");
  std::vector<std::int64_t> types(ids.size(), 0);
  if (const StoredTensor* stored = find(table, prefix + "token_type_ids." + i))
    types = integersOf(*stored, "token_type_ids");
  return encodingOf(ids, types);
}

Encoding encodingOf(const std::vector<std::int64_t>& ids, const std::vector<std::int64_t>& types) {
  Encoding encoding;
  for (std::size_t t = 0; t < ids.size(); ++t) {
    Token token;
    token.id = ids[t];
    if (!types.empty()) token.typeId = types[t];
    encoding.tokens.push_back(token);
  }
  return encoding;
}

namespace {

/// The tokens, or for a vision model the image.
ModelInput inputOf(const TensorTable& table, int input, const Model& model) {
  const StoredTensor* values = find(table, "pixel_values." + std::to_string(input));
  if (!values) return encodingOf(table, input);
  const std::vector<float> floats = floatsOf(*values);
  const PixelSize size{values->shape.at(1), values->shape.at(2)};
  const ModelInfo& info = model.info();
  return ImageReader(ImagePreparation::open(info.folder, {info.imageHeight, info.imageWidth}), model)
      .encode(Eigen::Map<const Matrix>(floats.data(), 3, size.height * size.width), size);
}

/// A run over one input, with its target where it has one.
std::shared_ptr<const Trace> runOf(const Model& model, const TensorTable& table, int input, RunOptions options = {}) {
  if (find(table, "decoder_input_ids." + std::to_string(input))) options.target = encodingOf(table, input, "decoder_");
  return model.run(inputOf(table, input, model), options);
}

/// The router's logits of one layer, and the weight of each expert for each token, be it chosen or not.
void compareExperts(Comparison& c, const TensorTable& expected, const std::string& prefix, const std::string& place,
                    const ExpertRecord& record) {
  const std::string logits = prefix + "router_logits." + place;
  note(c, c.router, logits, differenceOf(record.logits, expected.at(logits)), true);
  const ExpertChoice choice = chooseExperts(*record.rule, record.logits);
  const StoredTensor& weights = expected.at(prefix + "expert_weights." + place);
  const auto numbers = floatsOf(weights);
  const auto experts = integersOf(expected.at(prefix + "experts." + place), "experts");
  const StoredTensor* kept = find(expected, prefix + "expert_kept." + place);
  const auto isKept = kept ? integersOf(*kept, "expert_kept") : std::vector<std::int64_t>();
  Matrix found = Matrix::Zero(record.logits.rows(), record.logits.cols()), wanted = found;
  const Index each = weights.shape.at(1);
  for (Index i = 0; i < found.rows(); ++i) {
    const auto token = static_cast<std::size_t>(i);
    for (std::size_t k = 0; k < choice.experts[token].size(); ++k)
      found(i, choice.experts[token][k]) = choice.weights[token][k];
    for (Index k = 0; k < each && (isKept.empty() || isKept[token] != 0); ++k) {
      const auto at = static_cast<std::size_t>(i * each + k);
      wanted(i, experts[at]) = numbers[at];
    }
  }
  Difference d;
  Index row = 0, col = 0;
  d.largest = static_cast<double>((found - wanted).cwiseAbs().maxCoeff(&row, &col));
  d.where = "token " + std::to_string(row) + ", expert " + std::to_string(col);
  note(c, c.router, prefix + "expert_weights." + place, d, false);
}

}  // namespace

fs::path modelIn(const fs::path& folder) { return isAdapter(folder / "adapter") ? folder / "adapter" : folder; }

Comparison compare(const fs::path& folder) { return compare(modelIn(folder), folder / "expected.safetensors"); }

Comparison compare(const fs::path& path, const fs::path& expectedFile) {
  Comparison c;
  c.name = path.extension() == ".gguf" ? path.stem().string() : expectedFile.parent_path().filename().string();
  const auto model = Model::open(path);
  c.family = model->info().family;
  const TensorTable expected = readSafetensors(expectedFile);
  const auto has = [&](const char* kind, int input) { return find(expected, kind + std::to_string(input)) != nullptr; };
  for (int input = 0; has("input_ids.", input) || has("pixel_values.", input); ++input) {
    const std::string i = std::to_string(input);
    const auto trace = runOf(*model, expected, input);
    const auto hidden = [&](const Trace& of, const std::string& name) {
      for (std::size_t layer = 0; layer < of.hiddenStates.size(); ++layer) {
        const std::string at = name + "." + i + "." + std::to_string(layer);
        note(c, c.hidden, at, differenceOf(of.hiddenStates[layer], expected.at(at)), true);
      }
    };
    const auto attention = [&](AttentionType type, const std::string& name) {
      const TraceMaps maps(trace, type);
      for (int layer = 0; layer < maps.layers(); ++layer) {
        const std::string at = name + "." + i + "." + std::to_string(layer);
        Matrix all(maps.heads() * maps.queries(), maps.keys());
        for (int head = 0; head < maps.heads(); ++head)
          maps.weights({layer, head}, maps.whole(), all.middleRows(head * maps.queries(), maps.queries()));
        note(c, c.attention, at + " [head · query, key]", differenceOf(all, expected.at(at)), false);
      }
    };
    const auto experts = [&](const Trace& of, const std::string& prefix) {
      for (std::size_t layer = 0; layer < of.experts.size(); ++layer)
        if (of.experts[layer] && find(expected, prefix + "router_logits." + i + "." + std::to_string(layer)))
          compareExperts(c, expected, prefix, i + "." + std::to_string(layer), of.experts[layer]);
    };
    experts(*trace, trace->source ? "decoder_" : "");
    if (trace->source) {
      experts(*trace->source, "encoder_");
      hidden(*trace->source, "encoder_hidden_states");
      attention(AttentionType::Encoder, "encoder_attentions");
      hidden(*trace, "decoder_hidden_states");
      attention(AttentionType::Self, "decoder_attentions");
      attention(AttentionType::Cross, "cross_attentions");
    } else {
      hidden(*trace, "hidden_states");
      attention(AttentionType::Self, "attentions");
    }
    if (const StoredTensor* logits = find(expected, "logits." + i))
      note(c, c.logits, "input " + i + ": logits", differenceOf(trace->logits.all(), *logits), true);
    else if (trace->logits.size() > 0)
      throw Error(c.name + ": logits where none are expected");
  }
  return c;
}

std::vector<fs::path> ggufRoots() {
  std::vector<fs::path> roots{fs::path(HEADLIGHT_SOURCE_DIR) / "tests/data/gguf"};
  if (fs::is_directory(largerData() / "gguf")) roots.push_back(largerData() / "gguf");
  return roots;
}

std::vector<fs::path> multimodalRoots() {
  std::vector<fs::path> roots{fs::path(HEADLIGHT_SOURCE_DIR) / "tests/data/multimodal"};
  if (fs::is_directory(largerData() / "multimodal")) roots.push_back(largerData() / "multimodal");
  return roots;
}

std::vector<fs::path> roots() {
  const fs::path data = fs::path(HEADLIGHT_SOURCE_DIR) / "tests/data", larger = largerData();
  // Of tests/data/families the larger data has longer inputs.
  return {data / "models", larger / "models", larger / "families", data / "families"};
}

std::optional<fs::path> fileOf(const std::string& path) {
  for (const fs::path& root : {fs::path(HEADLIGHT_SOURCE_DIR) / "tests/data", largerData()})
    if (fs::exists(root / path)) return root / path;
  return std::nullopt;
}

std::optional<fs::path> folderOf(const std::string& name) {
  for (const fs::path& root : roots())
    if (fs::exists(root / name / "expected.safetensors")) return root / name;
  return std::nullopt;
}

std::map<std::string, fs::path> models() {
  std::map<std::string, fs::path> found;
  for (const fs::path& root : roots()) {
    if (!fs::is_directory(root)) continue;
    for (const auto& entry : fs::directory_iterator(root)) {
      const bool opens = isAdapter(modelIn(entry.path())) || fs::exists(entry.path() / "config.json");
      if (!fs::exists(entry.path() / "expected.safetensors") || !opens) continue;
      // Of families both are tested: what is kept here, and the larger data.
      const bool kept = root == roots().back();
      found.emplace(entry.path().filename().string() + (kept ? ", one input" : ""), entry.path());
    }
  }
  return found;
}

Run runIn(const fs::path& folder, int input, std::vector<Intervention> interventions) {
  Run run;
  run.model = Model::open(modelIn(folder));
  RunOptions options;
  options.interventions = std::move(interventions);
  run.trace = runOf(*run.model, readSafetensors(folder / "expected.safetensors"), input, std::move(options));
  return run;
}

std::optional<Run> run(const std::string& name, int input, std::vector<Intervention> interventions) {
  const auto folder = folderOf(name);
  if (!folder) return {};
  return runIn(*folder, input, std::move(interventions));
}

}  // namespace headlight::reference
