#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/model/model_locations.h"

namespace headlight {

/// A state of a model that was kept while it was trained.
struct TrainingState {
  std::string name;              ///< "step-1000", "checkpoint-500", or a revision's.
  std::filesystem::path folder;  ///< Of a model.
};

/// The folder of a training that comes with the program ("gpt-steps"), or a folder as it is.
std::filesystem::path findTraining(const std::string& nameOrFolder);

/// The trainings that come with the program, by name. Throws Error when the program's resources are missing.
std::vector<ModelLocation> builtInTrainings();

/// The states in a folder that is no model itself: its folders of models, in the natural order of their names; or, of a
/// repository in the Hugging Face cache, the revisions that are there. Empty for a folder without, and for a model.
std::vector<TrainingState> trainingStatesIn(const std::filesystem::path& folder);

}  // namespace headlight
