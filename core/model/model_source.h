#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/chat/chat_templates.h"
#include "core/checkpoint/checkpoint.h"
#include "core/checkpoint/config.h"
#include "core/image/image_preparation.h"
#include "core/sound/sound_preparation.h"
#include "core/text/tokenizer.h"

namespace headlight {

/// What a model is opened from, whatever files it lies in. Its functions read when they are called, so that a model
/// that is not known is refused before its weights are read; all throw Error for what is not there or wrong.
struct ModelSource {
  std::string name;             ///< What the model is called: "gpt", "openai-community/gpt2".
  std::filesystem::path place;  ///< Where it lies, for people.
  std::function<Config()> config;  ///< What a config.json says of it.
  std::function<std::string()> configText;  ///< The same to the byte, by which models are told apart.
  std::function<std::optional<Config>()> generation;  ///< What a generation_config.json says; none without one.
  std::function<Checkpoint(const Progress&)> tensors;
  std::function<std::shared_ptr<const Tokenizer>()> tokenizer;        ///< Null when there is none.
  std::function<std::shared_ptr<const Tokenizer>()>
      targetTokenizer;  ///< Of what a translator writes; null for the same.
  std::function<ChatTemplates(const Tokenizer&)> chat;  ///< With the special tokens of its tokenizer.
  std::function<ImagePreparation(PixelSize)> preparation;             ///< Of images, for a model of that size.
  std::function<SoundPreparation()> soundPreparation = {};            ///< Of sounds; absent where there can be none.
};

/// The model that lies at `path`: a GGUF file, a folder in the Hugging Face layout, or one of sentence-transformers
/// with such a folder in it, or an adapter over such a model (AdapterPlace). Nothing is read before it is asked for.
ModelSource modelSourceAt(const std::filesystem::path& path);

}  // namespace headlight
