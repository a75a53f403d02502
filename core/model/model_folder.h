#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/progress.h"
#include "core/chat/chat_templates.h"
#include "core/model/image_reader.h"
#include "core/model/model.h"
#include "core/model/sound_reader.h"
#include "core/text/tokenizer.h"

namespace headlight {

/// A model with its tokenizers or its reader of images.
struct ModelFolder {
  std::filesystem::path path;
  std::string name;  ///< ModelSource::name.
  std::shared_ptr<const Model> model;
  std::shared_ptr<const Tokenizer> tokenizer;  ///< Null when the folder has none; then the model reads ids only.
  std::shared_ptr<const Tokenizer> targetTokenizer = {};  ///< Of what a translator writes; null where it is the same.
  std::shared_ptr<const ChatTemplates> chat = {};  ///< Null where there are none.
  std::shared_ptr<const ImageReader> images = {};  ///< Of a model that reads images, by themselves or beside a text.
  std::shared_ptr<const SoundReader> sounds = {};  ///< Of a model that reads sounds.
  std::vector<std::string> remarks = {};  ///< On model and tokenizers: what is unusual, a sentence each.

  /// The tokenizer of what the model writes; null without one.
  const Tokenizer* writer() const { return targetTokenizer ? targetTokenizer.get() : tokenizer.get(); }
};

/// A token of that id as the tokenizer knows it, or with the id for a text.
Token tokenOfId(std::int64_t id, const Tokenizer* tokenizer);
/// Appends it to `tokens`, which it goes on with: words of tokens that no text has a place for are numbered by what the
/// tokenizer says of its pieces.
void appendId(std::int64_t id, const Tokenizer* tokenizer, std::vector<Token>& tokens);
/// The tokens of `ids`; without a tokenizer too.
Encoding encodingOfIds(std::span<const std::int64_t> ids, const Tokenizer* tokenizer);
/// The one token with which the decoder of an encoder–decoder model begins; throws Error where the folder names none.
Encoding decoderStart(const ModelFolder& model);
/// `text` as the decoder of an encoder–decoder model reads it, which shall say what follows each token: the decoder's
/// first token, then the text as the tokenizer frames it, without what stands behind it.
Encoding targetEncoding(const ModelFolder& model, std::string_view text);

/// Opens both; throws Error or Cancelled.
ModelFolder openModelFrom(const ModelSource& source, const Progress& progress = {});
/// The same of modelSourceAt(path).
ModelFolder openModelFolder(const std::filesystem::path& path, const Progress& progress = {});

/// What opening a model will cost, known before it is opened.
struct MemoryEstimate {
  std::uint64_t weightBytes = 0;  ///< Size of the weights as they are read: in their files, or in blocks made of them.
  std::uint64_t residentBytes =
      0;  ///< Memory once every weight was used: pages of the files and what is kept beside them.
};

/// Looks at the weights of `source`: safetensors without loading them, a pytorch_model.bin by reading it. Throws Error
/// as opening would.
MemoryEstimate estimateMemory(const ModelSource& source);

}  // namespace headlight
