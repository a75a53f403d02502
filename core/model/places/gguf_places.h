#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace headlight {

/// A GGUF model that another program keeps, not yet opened.
struct GgufPlace {
  std::string program;         ///< "Ollama", "LM Studio", "llama.cpp", "Jan", "GPT4All", "Hugging Face".
  std::string name;            ///< What that program calls it: "llama3.2:1b", "bartowski/Tiny-1B-GGUF".
  std::filesystem::path file;  ///< Or the folder that cannot be read.
  std::string reason;          ///< Why it cannot be opened; empty when it can.
  std::string note;            ///< What is left out when it is opened.

  /// What `--model` calls it: "ollama:llama3.2:1b".
  std::string reference() const;
};

/// The GGUF models of the programs on this machine, and files in their folders that are none, each with the reason. Of
/// each file only the beginning is read. Follows no link twice.
std::vector<GgufPlace> ggufPlaces();

/// The file of `reference`: as GgufPlace::reference() gives it, with the file's name behind it where several go by one,
/// without ":latest" for Ollama, or the name alone. Empty when there is none; throws Error when it names several or one
/// that cannot be opened.
std::filesystem::path findGguf(const std::string& reference);

}  // namespace headlight
