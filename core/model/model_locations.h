#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace headlight {

/// A model folder that was found, not yet opened.
struct ModelLocation {
  std::string name;  ///< What `--model` and the menu call it: "gpt", "openai-community/gpt2".
  std::filesystem::path folder;
};

/// The models that come with the program, `gpt` first. Throws Error when the program's resources are missing.
std::vector<ModelLocation> builtInModels();

/// The states of trainings that come with the program, each a model: "gpt-steps/step-0", "gpt-steps/step-100". Throws
/// Error when the program's resources are missing.
std::vector<ModelLocation> builtInSteps();

/// The models in the local Hugging Face cache ($HF_HUB_CACHE, $HF_HOME/hub or ~/.cache/huggingface/hub), by name; the
/// snapshot that `refs/main` names, else the newest. Empty when there is no cache.
std::vector<ModelLocation> cachedModels();

/// What a person means: a built-in name or step, a folder or one of the files of a model, a name in the cache, whose
/// owner may be left out where only one owns such a model, or a GGUF file that another program keeps (findGguf); a
/// folder with what AdapterPlace has behind it. Throws Error with the names there are, the nearest first, and for an
/// archive.
std::filesystem::path findModel(const std::string& nameOrFolder);

}  // namespace headlight
