#pragma once

#include <filesystem>
#include <string>

#include "core/checkpoint/config.h"

namespace headlight {

/// The folder in `folder` that holds the transformer: itself, or in the older layout of sentence-transformers, where
/// modules.json names the parts, that part ("0_Transformer").
std::filesystem::path transformerFolder(const std::filesystem::path& folder);

/// What a model in `folder` is called: "owner/name" in the Hugging Face cache, whose folders are named by commits, else
/// the folder's name.
std::string modelName(const std::filesystem::path& folder);

/// Reads config.json of `folder`. Throws Error, also for folders of another kind that it recognises: adapters, pipelines
/// of diffusion models.
Config openModelConfig(const std::filesystem::path& folder);

/// Throws Error naming the method when the weights of `folder` are quantised.
void refuseQuantised(const Config& config, const std::filesystem::path& folder);

}  // namespace headlight
