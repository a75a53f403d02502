#include "core/analysis/sentence_embedding.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/json.h"
#include "core/base/json_value.h"
#include "core/base/plain_text.h"
#include "core/checkpoint/checkpoint.h"
#include "core/checkpoint/config.h"
#include "core/model/architecture.h"
#include "core/model/head.h"
#include "core/model/weights.h"
#include "core/ops/activations.h"

namespace headlight {
namespace {

namespace fs = std::filesystem;

struct PoolingName {
  Pooling pooling;
  std::string_view name;
  std::string_view key;  ///< In 1_Pooling/config.json.
};
/// In the order in which their vectors follow each other.
constexpr PoolingName kPoolings[] = {
    {Pooling::Cls, "cls", "pooling_mode_cls_token"},
    {Pooling::Max, "max", "pooling_mode_max_tokens"},
    {Pooling::Mean, "mean", "pooling_mode_mean_tokens"},
    {Pooling::MeanSqrtLength, "mean_sqrt_len_tokens", "pooling_mode_mean_sqrt_len_tokens"},
    {Pooling::WeightedMean, "weightedmean", "pooling_mode_weightedmean_tokens"},
    {Pooling::LastToken, "lasttoken", "pooling_mode_lasttoken"}};

struct Module {
  std::string type;  ///< The last part of the class's name: "Pooling".
  fs::path folder;
};

/// The modules of a folder of sentence-transformers in order; none without a modules.json.
std::vector<Module> modulesIn(const fs::path& folder) {
  constexpr std::uintmax_t kMostBytes = 1u << 20;
  const fs::path file = folder / "modules.json";
  if (!isFile(file)) return {};
  const std::string place = "'" + file.string() + "'";
  const auto json = parseJson(readFile(file, kMostBytes), place);
  std::vector<Module> modules;
  for (const JsonValue& each : JsonValue(json, place).list("a list of modules", 64)) {
    const std::string type = each.at("type").text(), path = each.at("path").text();
    // A module lies in the folder, or is the folder.
    if (!path.empty() && (path == "." || path == ".." || path != fs::path(path).filename().string()))
      throw Error(each.at("path").place() + ": expected the name of a folder in it, found '" + path + "'");
    modules.push_back({type.substr(type.rfind('.') + 1), folder / path});
  }
  return modules;
}

/// The folder with the modules.json that `folder` is part of.
fs::path sentenceFolder(const fs::path& folder) {
  fs::path path = absolutePath(folder);
  if (!path.has_filename()) path = path.parent_path();
  if (isFile(path / "modules.json")) return path;
  for (const Module& module : modulesIn(path.parent_path()))
    if (module.folder == path) return path.parent_path();
  return path;
}

std::vector<Pooling> poolingsOf(const Config& config) {
  std::vector<Pooling> poolings;
  const std::vector<std::string> named =
      config.isText("pooling_mode") ? std::vector{config.text("pooling_mode")} : config.texts("pooling_mode");
  for (const std::string& name : named)
    if (std::none_of(std::begin(kPoolings), std::end(kPoolings),
                     [&](const PoolingName& known) { return known.name == name; }))
      throw Error(config.where("pooling_mode") +
                  ": expected cls, max, mean, mean_sqrt_len_tokens, weightedmean or lasttoken, found '" + name + "'");
  for (const PoolingName& known : kPoolings) {
    // Without any key sentence-transformers takes the mean.
    const bool otherwise = known.pooling == Pooling::Mean && named.empty();
    if (config.flag(known.key, otherwise) || std::find(named.begin(), named.end(), known.name) != named.end())
      poolings.push_back(known.pooling);
  }
  if (poolings.empty()) throw Error(config.where("pooling_mode_mean_tokens") + ": expected a way to pool, found none");
  return poolings;
}

SentenceDense denseIn(const fs::path& folder) {
  const Config config = Config::open(folder);
  SentenceDense dense;
  const std::string function = config.text("activation_function", "torch.nn.modules.activation.Tanh");
  const std::string name = lowerAscii(function.substr(function.rfind('.') + 1));
  if (name != "identity") dense.then = activationOf(name, config.where("activation_function"));
  const Checkpoint checkpoint = Checkpoint::open(folder);
  const StoredTensor *weight = checkpoint.find("linear.weight"), *bias = checkpoint.find("linear.bias");
  if (!weight || weight->shape.size() != 2 || !isFloating(weight->format))
    throw Error("'" + folder.string() + "': expected a matrix 'linear.weight', found none");
  const std::vector<float> numbers = floatsOf(*weight);
  dense.weight = Eigen::Map<const Matrix>(numbers.data(), static_cast<Index>(weight->shape[0]),
                                          static_cast<Index>(weight->shape[1]));
  if (!bias) return dense;
  if (bias->shape.size() != 1 || bias->shape[0] != weight->shape[0] || !isFloating(bias->format))
    throw Error("'" + folder.string() + "': expected " + std::to_string(dense.weight.rows()) +
                " numbers in 'linear.bias'");
  const std::vector<float> added = floatsOf(*bias);
  dense.bias = Eigen::Map<const Vector>(added.data(), static_cast<Index>(added.size()));
  return dense;
}

/// The last hidden states, after the final norm.
Matrix lastStates(const Model& model, const Trace& trace) {
  const CachedRows& states = trace.hiddenStates.back();
  if (model.description().finalInHiddenStates) return states;
  return finalStates(model.description(), model.weights(), states);
}

/// What each token brings to the vector that one way of pooling makes: [tokens, width].
Matrix partsOf(Pooling pooling, const Matrix& states, const std::vector<bool>& pooled) {
  Matrix parts = Matrix::Zero(states.rows(), states.cols());
  const auto is = [&](Index i) { return pooled[static_cast<std::size_t>(i)]; };
  if (pooling == Pooling::Cls) {
    parts.row(0) = states.row(0);
    return parts;
  }
  if (pooling == Pooling::Max) {
    for (Index column = 0; column < states.cols(); ++column) {
      std::optional<Index> largest;
      for (Index i = 0; i < states.rows(); ++i)
        if (is(i) && (!largest || states(i, column) > states(*largest, column))) largest = i;
      parts(*largest, column) = states(*largest, column);
    }
    return parts;
  }
  if (pooling == Pooling::LastToken) {
    const Index last = static_cast<Index>(std::find(pooled.rbegin(), pooled.rend(), true).base() - pooled.begin()) - 1;
    parts.row(last) = states.row(last);
    return parts;
  }
  const bool byPlace = pooling == Pooling::WeightedMean;
  double sum = 0;
  for (Index i = 0; i < states.rows(); ++i)
    if (is(i)) sum += byPlace ? static_cast<double>(i + 1) : 1;
  if (pooling == Pooling::MeanSqrtLength) sum = std::sqrt(sum);
  for (Index i = 0; i < states.rows(); ++i)
    if (is(i)) parts.row(i) = states.row(i) * static_cast<float>((byPlace ? static_cast<double>(i + 1) : 1) / sum);
  return parts;
}

/// What follows the pooling does to the vector and to its parts.
struct Apply {
  SentenceVector& made;

  void operator()(const SentenceNorm&) const {
    const float length = made.vector.norm();
    if (length == 0) return;
    made.vector /= length;
    made.parts /= length;
  }
  void operator()(const SentenceDense& dense) const {
    if (dense.weight.cols() != made.vector.size())
      throw Error("dense layer: expected a weight for " + std::to_string(made.vector.size()) +
                  " numbers, found one for " + std::to_string(dense.weight.cols()));
    made.vector = dense.weight * made.vector;
    if (dense.bias.size() > 0) made.vector += dense.bias;
    activate(dense.then, std::span(made.vector.data(), static_cast<std::size_t>(made.vector.size())));
    if (dense.then != Activation::Identity) {
      made.parts = {};
    } else if (made.parts.size() > 0) {
      made.parts = (made.parts * dense.weight.transpose()).eval();
      // A bias is of no token: each takes the same share of it.
      if (dense.bias.size() > 0)
        made.parts.rowwise() += (dense.bias / static_cast<float>(made.parts.rows())).transpose();
    }
  }
};

}  // namespace

std::string_view nameOf(Pooling pooling) {
  for (const PoolingName& known : kPoolings)
    if (known.pooling == pooling) return known.name;
  return {};
}

std::string SentenceRecipe::name() const {
  std::string text;
  for (const Pooling pooling : poolings) text += (text.empty() ? "" : " + ") + std::string(nameOf(pooling));
  for (const auto& step : after) text += std::holds_alternative<SentenceNorm>(step) ? ", normalised" : ", dense";
  return text;
}

SentenceRecipe sentenceRecipe(const fs::path& folder) {
  const fs::path whole = sentenceFolder(folder);
  const std::vector<Module> modules = modulesIn(whole);
  SentenceRecipe recipe;
  if (modules.empty()) {
    recipe.remarks.emplace_back(
        "The folder has no modules.json: the mean of all tokens is compared, as sentence-transformers does.");
    return recipe;
  }
  const fs::path inside = modules.front().folder;
  if (isFile(inside / "sentence_bert_config.json")) {
    const Config config = Config::open(inside, "sentence_bert_config.json");
    recipe.maxTokens = config.has("max_seq_length") ? config.size("max_seq_length") : 0;
    if (config.flag("do_lower_case", false))
      recipe.remarks.emplace_back("sentence_bert_config.json has do_lower_case: write the texts in lower case.");
  }
  bool pools = false;
  for (const Module& module : modules) {
    if (module.type == "Pooling" && !pools) {
      const Config config = Config::open(module.folder);
      recipe.poolings = poolingsOf(config);
      recipe.withPrompt = config.flag("include_prompt", true);
      pools = true;
    } else if (module.type == "Normalize" && pools) {
      recipe.after.emplace_back(SentenceNorm());
    } else if (module.type == "Dense" && pools) {
      recipe.after.emplace_back(denseIn(module.folder));
    } else if (&module != &modules.front() || !module.type.ends_with("Transformer")) {
      throw Error("'" + (whole / "modules.json").string() +
                  "': expected a Transformer, a Pooling, then Dense and Normalize, found '" + module.type + "'");
    }
  }
  if (!pools) throw Error("'" + (whole / "modules.json").string() + "': expected a Pooling, found none");
  return recipe;
}

SentenceVector sentenceVector(const Model& model, const Trace& trace, const SentenceRecipe& recipe,
                              Index promptTokens) {
  if (trace.source) return sentenceVector(*model.encoder(), *trace.source, recipe, promptTokens);
  SentenceVector made;
  made.tokens = trace.encoding.tokens;
  const auto count = static_cast<Index>(made.tokens.size());
  if (recipe.maxTokens > 0 && count > recipe.maxTokens)
    throw Error("text: expected at most " + std::to_string(recipe.maxTokens) + " tokens (max_seq_length), found " +
                std::to_string(count));
  std::vector<bool> pooled;
  for (const Token& token : made.tokens)
    pooled.push_back(token.attended && (recipe.withPrompt || static_cast<Index>(pooled.size()) >= promptTokens));
  if (std::find(pooled.begin(), pooled.end(), true) == pooled.end())
    throw Error("text: expected a token after the prompt, found none");
  const Matrix states = lastStates(model, trace);
  made.parts.resize(count, states.cols() * static_cast<Index>(recipe.poolings.size()));
  for (std::size_t i = 0; i < recipe.poolings.size(); ++i)
    made.parts.middleCols(static_cast<Index>(i) * states.cols(), states.cols()) =
        partsOf(recipe.poolings[i], states, pooled);
  made.vector = made.parts.cast<double>().colwise().sum().transpose().cast<float>();
  for (const auto& step : recipe.after) std::visit(Apply{made}, step);
  return made;
}

SentenceSimilarity similarityOf(const SentenceVector& a, const SentenceVector& b) {
  if (a.vector.size() != b.vector.size())
    throw Error("similarity: expected vectors of one width, found " + std::to_string(a.vector.size()) + " and " +
                std::to_string(b.vector.size()));
  const Eigen::VectorXd one = a.vector.cast<double>(), other = b.vector.cast<double>();
  const double lengths = one.norm() * other.norm();
  if (lengths == 0) throw Error("similarity: expected vectors with a direction, found one that is 0");
  SentenceSimilarity similarity{one.dot(other) / lengths, {}};
  if (a.parts.size() > 0 && b.parts.size() > 0)
    similarity.pairs = (a.parts.cast<double>() * b.parts.cast<double>().transpose() / lengths).cast<float>();
  return similarity;
}

}  // namespace headlight
