#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/checkpoint/config.h"
#include "core/checkpoint/quantisation.h"

namespace headlight {

/// Where the weights of a whole model lie.
inline constexpr const char* kWeightFiles[] = {"model.safetensors", "model.safetensors.index.json", "pytorch_model.bin",
                                               "pytorch_model.bin.index.json"};

/// The folder in `folder` that holds the transformer: itself, or in the older layout of sentence-transformers, where
/// modules.json names the parts, that part ("0_Transformer").
std::filesystem::path transformerFolder(const std::filesystem::path& folder);

/// What a model in `folder` is called: "owner/name" in the Hugging Face cache, whose folders are named by commits, else
/// the folder's name.
std::string modelName(const std::filesystem::path& folder);

/// Reads config.json of `folder`. Throws Error, also for folders of another kind that it recognises: pipelines of
/// diffusion models.
Config openModelConfig(const std::filesystem::path& folder);

/// How the weights of `folder` are quantised, as config.json or a file of its own says; none where they are not.
std::optional<Quantisation> quantisationOf(const Config& config, const std::filesystem::path& folder);

}  // namespace headlight
