#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "core/base/error.h"
#include "core/base/matrix.h"
#include "core/base/shared_value.h"
#include "core/chat/conversation.h"
#include "core/checkpoint/stored_tensor.h"
#include "core/generation/sampling.h"
#include "core/image/image_preparation.h"
#include "core/sound/sound.h"
#include "core/text/encoding.h"

namespace headlight {

/// A text, or a pair of texts, of which an encoder–decoder model's decoder reads the second.
struct TextInput {
  Shared<std::string> text;                      ///< UTF-8.
  std::optional<Shared<std::string>> pair = {};  ///< The second text, when there is one.
  bool operator==(const TextInput&) const = default;
};

/// The ids of tokens, which reach models without a tokenizer too.
struct IdsInput {
  Shared<std::string> typed;             ///< As a person writes them: "101 2023 102", "[101, 2023, 102]".
  std::vector<std::int64_t> types = {};  ///< Token type ids, one for each id; all 0 when empty.
  bool operator==(const IdsInput&) const = default;
};

/// A conversation, of which the model's chat template makes a text.
struct ConversationInput {
  Shared<Conversation> conversation;
  bool operator==(const ConversationInput&) const = default;
};

/// A picture, for a vision model.
struct ImageInput {
  std::string path;                       ///< UTF-8: where it came from.
  std::shared_ptr<const RgbImage> image;  ///< Null for none.
  bool operator==(const ImageInput& other) const {
    return path == other.path && (image == other.image || (image && other.image && *image == *other.image));
  }
};

/// Numbers that a vision or speech model reads as they are, without its preparation.
struct PixelsInput {
  std::string path;  ///< UTF-8: where they came from.
  PixelSize size;
  std::shared_ptr<const Matrix> values;  ///< [3, height · width]; null for none.
  /// The tensors of a file as the library's processor gives them (pixel_values, input_features, …), where they are no
  /// such values; null for none.
  std::shared_ptr<const TensorTable> tensors = {};
  bool operator==(const PixelsInput& other) const {
    return path == other.path && size == other.size && tensors == other.tensors &&
           (values == other.values || (values && other.values && *values == *other.values));
  }
};

/// A sound, for a speech model.
struct SoundInput {
  std::string path;                    ///< UTF-8: where it came from.
  std::shared_ptr<const Sound> sound;  ///< Null for none.
  bool operator==(const SoundInput& other) const {
    return path == other.path && (sound == other.sound || (sound && other.sound && *sound == *other.sound));
  }
};

/// What is given to a model to read, whoever asks: command line, window or session.
struct Input {
  std::variant<TextInput, IdsInput, ConversationInput, ImageInput, PixelsInput, SoundInput> content;
  /// What the decoder of an encoder–decoder model has read; its first token alone when missing.
  std::optional<std::variant<Shared<std::string>, IdsInput>> target = {};
  std::vector<std::int64_t> continuation = {};  ///< Ids after the text, or after the target.
  std::optional<Writing> writing = {};          ///< What the model then writes; nothing when missing.
  /// The pictures of a text or ids, in order, or beside them; where the encoder of a model reads them, the text or ids
  /// are what its decoder has read.
  std::vector<ImageInput> pictures = {};
  std::optional<SoundInput> sound = {};      ///< Likewise.
  std::optional<PixelsInput> prepared = {};  ///< In place of pictures or a sound.
  bool operator==(const Input&) const = default;
};

/// `input` without what a model wrote or is to write.
Input withoutWritten(Input input);

/// Whether there is nothing to read.
bool isEmpty(const Input& input);

/// What a caption calls an input: its texts, what is said with who says it, the name of its file, or, of ids, the texts
/// of the tokens that it came to.
std::string captionOf(const Input& input, const Encoding& tokens);

/// Something else where ids of tokens were expected.
class NoIds : public Error {
 public:
  explicit NoIds(std::string found);
  const std::string& found() const { return m_found; }

 private:
  std::string m_found;
};

/// The ids in what a person typed or pasted: whole numbers from 0 on between blanks, commas, semicolons and brackets.
/// Throws NoIds for anything else.
std::vector<std::int64_t> idsIn(const std::string& typed);
/// The other way round.
IdsInput idsInput(std::span<const std::int64_t> ids, std::vector<std::int64_t> types = {});

/// The tensors of a safetensors file that is given in place of an image or a sound: pixel_values [3, height, width], or
/// any others beside pixel_values, input_features or input_values. Throws Error when there is none of these.
PixelsInput openPixels(const std::filesystem::path& file);

}  // namespace headlight
