#pragma once

#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/image/image_preparation.h"
#include "core/model/gguf/gguf_architecture.h"

namespace headlight {

struct ProjectorKind;

/// The part of a model that reads pictures, in a GGUF file beside that of the model ("mmproj", as llama.cpp writes it):
/// a vision tower, and how what it makes comes into the text.
class GgufProjector {
 public:
  /// Throws Error for a file of another kind, and for a projector that is not read.
  explicit GgufProjector(const std::filesystem::path& file);
  GgufProjector(const GgufProjector&) = delete;
  GgufProjector& operator=(const GgufProjector&) = delete;

  /// Numbers that a picture's token has in the text.
  std::int64_t width() const;
  /// config.json of the whole, of that of the text and of what the text's file says. Throws Error for metadata that are
  /// missing or wrong, and for a text that has no token for a picture.
  nlohmann::json config(const GgufMetadata& text, nlohmann::json textConfig) const;
  /// The tensors of the whole, of those of the text. Throws Error for those that do not fit.
  TensorTable tensors(TensorTable text) const;
  /// How pictures are prepared: as the library's processor of such a model does it, with the sizes and colours of the
  /// file.
  ImagePreparation preparation() const;
  /// What the file cannot say or what is left aside, a sentence each; after config().
  std::vector<std::string> remarks() const;

 private:
  std::int64_t vision(const char* key) const;
  std::string activation(std::string_view otherwise) const;
  nlohmann::json towerConfig() const;
  nlohmann::json mergingTowerConfig(std::int64_t textWidth) const;
  std::int64_t mergedSide() const;
  std::string visionName(const std::string& name) const;

  GgufFile m_file;
  GgufFacts m_facts;
  const ProjectorKind* m_kind = nullptr;
};

/// The files beside `model` that are called so ("mmproj" in their names), in the order of their names.
std::vector<std::filesystem::path> projectorsBeside(const std::filesystem::path& model);

}  // namespace headlight
