#pragma once

#include <QString>
#include <filesystem>
#include <vector>

namespace headlight {

/// A model that can be opened, as menus and the palette list it.
struct ModelChoice {
  enum class From { BuiltIn, Recent, Found };
  QString name;  ///< Of its folder, in the Hugging Face cache, or in the program that keeps it ("tinyllama:latest,
                 ///< Ollama"); with its path where another has the same.
  QString memory;  ///< What opening it takes: "12 MB, fits", "needs 5.2 GB of 8.0 GB"; empty where that is not known.
  std::filesystem::path path;
  From from = From::BuiltIn;
  QString reason = {};  ///< Why it cannot be opened; empty where nothing is known against it.

  bool operator==(const ModelChoice&) const = default;
};

/// What the weights of the model at `path` take of a computer with `installed` bytes of memory, of which `free` are
/// free. Empty where the folder cannot be read without loading it.
QString memoryNote(const std::filesystem::path& path, double installed, double free);

/// Every model that is built in, was opened last, lies in the Hugging Face cache or is kept by another program
/// (ggufPlaces), each once, in this order; last what these programs keep that cannot be opened.
std::vector<ModelChoice> modelChoices();
/// Those without a reason against them.
std::vector<ModelChoice> openableModels();

}  // namespace headlight
