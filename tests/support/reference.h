#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/checkpoint/safetensors.h"
#include "core/model/model.h"
#include "core/text/encoding.h"

namespace headlight::reference {

/// How far a model is from its expected tensors.
struct Comparison {
  std::string name, family;
  double attention = 0;  ///< Largest difference of an attention weight.
  double hidden = 0,
         logits = 0;       ///< Largest difference of a group, each divided by max(1, its largest expected value).
  double router = 0;       ///< Of a router's logits, divided likewise, and of the experts' weights.
  std::string firstWrong;  ///< "input 1, layer 0: attention: largest difference 0.01 at [head 2, query 3, key 1]";
                           ///< empty when all is right.

  bool right() const { return firstWrong.empty(); }
  /// One row of the table.
  std::string row() const;
  static std::string header();
};

constexpr double kTolerance = 5e-5;

/// What is opened of a reference model's folder: itself, or the adapter in it, whose base lies beside that.
std::filesystem::path modelIn(const std::filesystem::path& folder);

/// Runs every input of expected.safetensors of `folder` and compares attention weights (of TraceMaps), hidden states
/// and logits. Throws headlight::Error when the model cannot be opened or run.
Comparison compare(const std::filesystem::path& folder);
/// The same for a model that lies at `model`, with its expected tensors in a file of their own.
Comparison compare(const std::filesystem::path& model, const std::filesystem::path& expected);

/// The tokens of one input of a model's expected.safetensors; `prefix` "decoder_" for the target.
Encoding encodingOf(const TensorTable& table, int input, const std::string& prefix = "");

/// Tokens of these ids, and of these types unless there are none.
Encoding encodingOf(const std::vector<std::int64_t>& ids, const std::vector<std::int64_t>& types = {});

/// Folders that hold reference models, in the order in which a model is looked for: tests/data/models, the models and
/// families of the reference data beside the sources (HEADLIGHT_REFERENCE or ../shared/reference), tests/data/families.
std::vector<std::filesystem::path> roots();
/// Folders of models that read pictures in texts or sounds: tests/data/multimodal, and the larger reference data where
/// it is.
std::vector<std::filesystem::path> multimodalRoots();
/// The folder of the reference model `name`; none where the reference data is missing.
std::optional<std::filesystem::path> folderOf(const std::string& name);
/// A file by its path within the reference data ("gradients/gpt2.safetensors"): that of tests/data, else of the larger
/// data; none where it is missing.
std::optional<std::filesystem::path> fileOf(const std::string& path);
/// Folders of GGUF data: tests/data/gguf, and the larger reference data where it is.
std::vector<std::filesystem::path> ggufRoots();
/// A reference model and a run of it over one input of its expected.safetensors.
struct Run {
  std::shared_ptr<const Model> model;
  std::shared_ptr<const Trace> trace;
};
/// Of the model in that folder.
Run runIn(const std::filesystem::path& folder, int input, std::vector<Intervention> interventions = {});
/// None where the reference data is missing.
std::optional<Run> run(const std::string& name, int input, std::vector<Intervention> interventions = {});
/// All reference models by name; the first root that has a model counts, and what tests/data/families has of it is one
/// more ("olmo, one input").
std::map<std::string, std::filesystem::path> models();

}  // namespace headlight::reference
