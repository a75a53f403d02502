#include "core/reading/input_tokens.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "core/model/architecture.h"
#include "core/model/sight.h"
#include "core/text/utf8.h"

namespace headlight {
namespace {

std::optional<std::string_view> viewOf(const std::optional<Shared<std::string>>& text) {
  return text ? std::optional<std::string_view>(**text) : std::nullopt;
}

Encoding encoded(const IdsInput& input, const Tokenizer* tokenizer) {
  const std::vector<std::int64_t> ids = idsIn(input.typed);
  if (ids.empty()) throw Error("token ids: expected at least one id, found none");
  if (!input.types.empty() && input.types.size() != ids.size())
    throw Error("token types: expected " + std::to_string(ids.size()) + " numbers, one for each id, found " +
                std::to_string(input.types.size()));
  Encoding encoding = encodingOfIds(ids, tokenizer);
  for (std::size_t i = 0; i < input.types.size(); ++i) encoding.tokens[i].typeId = input.types[i];
  return encoding;
}

/// A text with the pictures in it or beside it.
ModelInput withPictures(const Source& model, const Input& input, Encoding text) {
  if (input.prepared) {
    if (input.prepared->tensors) return model.images->beside(std::move(text), *input.prepared->tensors);
    throw Error("prepared values: expected those of a file, found none");
  }
  std::vector<const RgbImage*> pictures;
  for (const ImageInput& picture : input.pictures) {
    if (!picture.image) throw Error("model '" + model.name + "': expected a picture, found none");
    pictures.push_back(picture.image.get());
  }
  return model.images->beside(std::move(text), pictures);
}

/// How Idefics3 writes a picture of tiles: each with its row and column, then the whole.
std::string tiledBlock(const ImageReader::Tiling& tiling, const std::string& own) {
  constexpr std::string_view kAround = "<fake_token_around_image>";
  std::string patches, text;
  for (Index i = 0; i < tiling.tokens; ++i) patches += own;
  for (Index row = 1; row <= tiling.rows; ++row) {
    for (Index col = 1; col <= tiling.cols; ++col)
      text += std::string(kAround) + "<row_" + std::to_string(row) + "_col_" + std::to_string(col) + ">" + patches;
    text += "\n";
  }
  if (tiling.rows > 0) text += "\n";
  return text + std::string(kAround) + "<global-img>" + patches + std::string(kAround);
}

constexpr std::string_view kPictureHere = "<image>";

/// The token with which the text of `model` names a picture.
std::string pictureToken(const Source& model) {
  const std::int64_t id = model.model->description().imageId;
  if (const auto own = model.tokenizer->tokenOf(id)) return *own;
  throw Error("model '" + model.name + "': expected a tokenizer that knows the token " + std::to_string(id) +
              " of pictures, found none; --ids gives a text with them");
}

/// The token before a picture, by which a text names one that its model reads with a token on either side and that is
/// not written out (Gemma 3's "<start_of_image>"); empty where the text does not.
std::string namedPlaceholder(const Source& model, const std::string& text, const std::string& own) {
  const Architecture& d = model.model->description();
  if (d.frame != PictureFrame::Ids || text.find(own) != std::string::npos) return {};
  const std::string before = model.tokenizer->tokenOf(d.frameIds[0]).value_or("");
  return text.find(before) != std::string::npos ? before : std::string();
}

/// What the model's own processor writes in the place of each picture of `input`.
std::vector<std::string> pictureBlocks(const Source& model, const Input& input, const std::string& own) {
  const Architecture& d = model.model->description();
  std::vector<std::string> blocks(input.pictures.size(), own);
  if (d.frame == PictureFrame::Ids) {
    std::array<std::string, 2> around = d.frameText;
    for (std::size_t i = 0; i < 2; ++i) {
      const auto token = model.tokenizer->tokenOf(d.frameIds[i]);
      if (!token)
        throw Error("model '" + model.name + "': expected a tokenizer that knows the token " +
                    std::to_string(d.frameIds[i]) + " beside a picture, found none; --ids gives a text with pictures");
      around[i] = i == 0 ? around[i] + *token : *token + around[i];
    }
    blocks.assign(blocks.size(), around[0] + own + around[1]);
  } else if (d.frame == PictureFrame::Tiles) {
    std::vector<const RgbImage*> images;
    for (const ImageInput& picture : input.pictures)
      if (picture.image) images.push_back(picture.image.get());
    const auto tilings = model.images->tilings(images);
    for (std::size_t i = 0; i < tilings.size(); ++i) blocks[i] = tiledBlock(tilings[i], own);
  }
  return blocks;
}

bool hasMedia(const Input& input) { return !input.pictures.empty() || input.sound || input.prepared; }

/// Writes `with` in the place of `size` bytes at `at`; what turns say stays where it is.
void put(const std::string& with, std::size_t at, std::size_t size, ChatText& written) {
  const auto count = [](std::string_view text) { return static_cast<Index>(utf8::count(text)); };
  const std::string_view text = written.text;
  const Index end = count(text.substr(0, at + size)), more = count(with) - count(text.substr(at, size));
  for (TurnRange& turn : written.turns.ranges)
    for (auto* side : {&turn.range.start, &turn.range.end})
      if (*side >= end) *side += more;
  written.text.replace(at, size, with);
}

/// Spells each placeholder that `text` has of the model's own `<image>`, where none is written out.
void spellPlaceholders(const Source& model, const std::string& own, ChatText& written) {
  const std::string named = namedPlaceholder(model, written.text, own);
  if (named.empty()) return;
  for (auto at = written.text.find(named); at != std::string::npos; at = written.text.find(named, at))
    put(std::string(kPictureHere), at, named.size(), written);
}

/// Writes the blocks one after the other in the place of each `<image>`; how many. Throws Error where there are fewer.
std::size_t putBlocks(const std::vector<std::string>& blocks, ChatText& written) {
  std::size_t next = 0;
  for (auto at = written.text.find(kPictureHere); at != std::string::npos; at = written.text.find(kPictureHere, at)) {
    if (next >= blocks.size())
      throw Error("text: expected one <image> for each of its " + std::to_string(blocks.size()) +
                  " pictures, found more");
    put(blocks[next], at, kPictureHere.size(), written);
    at += blocks[next++].size();
  }
  return next;
}

/// A text whose `<image>` are what the model's own processor writes in their place, before it where there are none.
std::string withPlaceholders(const Source& model, const Input& input, std::string given) {
  const Architecture& d = model.model->description();
  if (!d.connector || input.prepared) return given;
  const std::string own = pictureToken(model);
  ChatText written{std::move(given), {}};
  std::string& text = written.text;
  spellPlaceholders(model, own, written);
  // Written as the model has it.
  if (own != kPictureHere ? text.find(own) != text.npos
                          : d.frame == PictureFrame::Tiles && text.find("<global-img>") != text.npos)
    return text;
  const std::vector<std::string> blocks = pictureBlocks(model, input, own);
  if (d.frame == PictureFrame::Prompt || text.find(kPictureHere) == text.npos) {
    std::string before;
    for (const std::string& block : blocks) before += block;
    if (d.frame != PictureFrame::Prompt) return before + (d.frame == PictureFrame::None ? "\n" : "") + text;
    for (auto at = text.find(kPictureHere); at != std::string::npos; at = text.find(kPictureHere))
      text.erase(at, kPictureHere.size());
    return before + model.tokenizer->tokenOf(d.frameIds[0]).value_or("") + text + "\n";
  }
  if (const std::size_t found = putBlocks(blocks, written); found != blocks.size())
    throw Error("text: expected one <image> for each of its " + std::to_string(blocks.size()) + " pictures, found " +
                std::to_string(found));
  return text;
}

/// The same of what a chat template made of turns, some of which have pictures as parts: the template has written its
/// own placeholders for them.
ChatText withPlaceholders(const Source& model, const Input& input, ChatText written) {
  const Architecture& d = model.model->description();
  if (input.pictures.empty() || !d.connector || input.prepared) return written;
  if (d.frame == PictureFrame::Tiles && written.text.find("<global-img>") != std::string::npos) return written;
  const std::string own = pictureToken(model);
  spellPlaceholders(model, own, written);
  putBlocks(pictureBlocks(model, input, own), written);
  return written;
}

/// What the model reads, or its encoder where it has one.
struct Encoder {
  const Source& model;
  std::vector<int>& missed;           ///< InputTokens::missed.
  std::vector<std::string>& remarks;  ///< InputTokens::remarks.
  const Input& whole;                 ///< With the pictures of a conversation.

  ModelInput operator()(const TextInput& input) const {
    if (!model.tokenizer)
      throw Error("model '" + model.name +
                  "': expected a tokenizer to read a text with, found none in the folder: it reads token ids");
    return model.tokenizer->encode(*input.text, model.translates() ? std::nullopt : viewOf(input.pair));
  }
  ModelInput operator()(const IdsInput& input) const { return encoded(input, model.tokenizer.get()); }
  ModelInput operator()(const ConversationInput& input) const {
    if (!model.tokenizer || !model.chat)
      throw Error("model '" + model.name + "': expected a chat template, which a conversation needs, found none");
    const ChatText read = withPlaceholders(model, whole, model.chat->read(input.conversation));
    missed = read.turns.missed;
    return chatEncoding(read, *input.conversation, *model.tokenizer);
  }
  ModelInput operator()(const ImageInput& input) const {
    if (!input.image) throw Error("model '" + model.name + "': expected an image, which it reads, found none");
    return model.images->encode(*input.image);
  }
  ModelInput operator()(const PixelsInput& input) const {
    if (!input.values && !input.tensors)
      throw Error("model '" + model.name + "': expected an image, which it reads, found none");
    if (model.sounds) {
      if (!input.tensors) throw Error("model '" + model.name + "': expected a sound, which it reads, found an image");
      return model.sounds->encode(*input.tensors);
    }
    return input.values ? model.images->encode(*input.values, input.size) : model.images->encode(*input.tensors);
  }
  ModelInput operator()(const SoundInput& input) const {
    if (!input.sound) throw Error("model '" + model.name + "': expected a sound, which it reads, found none");
    return model.sounds->encode(*input.sound, remarks);
  }
};

/// `input` of a model whose encoder reads its picture or sound: the text is what the decoder has read.
Input asTarget(const Source& model, const Input& input) {
  Input out = input;
  if (input.sound)
    out.content = *input.sound;
  else if (input.prepared)
    out.content = *input.prepared;
  else if (input.pictures.size() == 1)
    out.content = input.pictures.front();
  else
    throw Error("model '" + model.name + "': expected one picture, found " + std::to_string(input.pictures.size()));
  out.pictures.clear();
  out.sound.reset();
  out.prepared.reset();
  if (input.target) throw Error("decoder text: expected it once, found it also as the text beside a picture or sound");
  if (const auto* text = std::get_if<TextInput>(&input.content))
    out.target = text->text;
  else if (const auto* ids = std::get_if<IdsInput>(&input.content))
    out.target = *ids;
  else
    throw Error("model '" + model.name + "': expected a text or ids beside a picture or sound, found other input");
  return out;
}

/// Throws Error for what `model` does not read.
void refuseOther(const Source& model, const Input& input) {
  const auto is = [&](auto kind) { return std::holds_alternative<decltype(kind)>(input.content); };
  const bool pixels = is(PixelsInput{}), image = is(ImageInput{}), sound = is(SoundInput{});
  const std::string found = sound ? "a sound" : image || pixels ? "an image" : "a text";
  const auto refuse = [&](const std::string& expected) {
    throw Error("model '" + model.name + "': expected " + expected + ", found " + found);
  };
  if (model.sounds) {
    if (!sound && !pixels) refuse("a sound, which it reads");
  } else if (model.info.readsPicturesInText) {
    if (sound || image || pixels) refuse("a text beside the picture");
  } else if ((image || pixels) != (model.images != nullptr) || sound) {
    refuse(model.images ? "an image, which it reads" : "a text, which it reads");
  }
  if (!hasMedia(input)) return;
  if (!model.info.readsPicturesInText || input.sound)
    throw Error("model '" + model.name + "': expected no picture or sound beside " + found + ", found one");
}

struct Decoder {
  const Source& model;

  Encoding operator()(const Shared<std::string>& text) const { return targetEncoding(model, *text); }
  Encoding operator()(const IdsInput& input) const { return encoded(input, model.writer()); }
};

std::optional<Encoding> targetOf(const Source& model, const Input& input) {
  if (!model.translates()) {
    if (input.target)
      throw Error(std::string(std::holds_alternative<IdsInput>(*input.target) ? "decoder ids" : "decoder text") +
                  ": expected an encoder–decoder model, found '" + model.name + "' (" + model.info.architecture + ")");
    return std::nullopt;
  }
  const auto* text = std::get_if<TextInput>(&input.content);
  if (text && text->pair) {
    if (input.target) throw Error("decoder text: expected it once, found it also as the second text of a pair");
    return targetEncoding(model, **text->pair);
  }
  return input.target ? std::visit(Decoder{model}, *input.target) : decoderStart(model);
}

/// The turn that a model goes on with behind `conversation`.
std::optional<TurnPlace> answerOf(const Conversation& conversation) {
  const std::vector<Turn> turns = turnsOf(conversation);
  const auto count = static_cast<int>(turns.size());
  if (!conversation.continued.empty()) return TurnPlace{count - 1, turns.back().role};
  return conversation.generatePrompt ? std::optional(TurnPlace{count, kAssistant}) : std::nullopt;
}

}  // namespace

Input besideEmptyText(const Source& model, Input input) {
  const auto* alone = std::get_if<ImageInput>(&input.content);
  if (!alone || !alone->image || !model.info.readsPicturesInText || !model.tokenizer) return input;
  input.pictures.insert(input.pictures.begin(), *alone);
  input.content = TextInput{};
  return input;
}

Encoding chatEncoding(const ChatText& read, const Conversation& conversation, const Tokenizer& tokenizer) {
  Encoding encoding = tokenizer.encode(read.text, std::nullopt, false);
  const std::vector<Turn> turns = turnsOf(conversation);
  auto next = read.turns.ranges.begin();
  for (Token& token : encoding.tokens) {
    while (next != read.turns.ranges.end() && next->range.end <= token.range.start) ++next;
    if (next != read.turns.ranges.end() && next->range.start < token.range.end) {
      token.turn = {next->turn, turns[static_cast<std::size_t>(next->turn)].role};
    } else {
      token.special = true;
      token.sequence.reset();
    }
  }
  return encoding;
}

std::string remarkOnMissed(const std::vector<int>& missed) {
  std::string numbers;
  for (const int turn : missed) numbers += (numbers.empty() ? "" : ", ") + std::to_string(turn + 1);
  return "The chat template does not write what turn " + numbers +
         " says as it is; tokens made of it count as the template's.";
}

InputTokens tokensOf(const Source& model, const Input& given) {
  Input input = hasMedia(given) && model.translates() && (model.images || model.sounds) ? asTarget(model, given)
                                                                                        : besideEmptyText(model, given);
  refuseOther(model, input);
  if (hasMedia(input) && model.tokenizer)
    if (auto* text = std::get_if<TextInput>(&input.content)) text->text = withPlaceholders(model, input, *text->text);
  std::vector<int> missed;
  std::vector<std::string> remarks;
  InputTokens tokens{std::visit(Encoder{model, missed, remarks, input}, input.content), targetOf(model, input)};
  if (hasMedia(input)) tokens.read = withPictures(model, input, std::move(tokens.read.encoding));
  tokens.missed = std::move(missed);
  tokens.remarks = std::move(remarks);
  if (const auto* said = std::get_if<ConversationInput>(&input.content); said && !tokens.target)
    tokens.answer = answerOf(said->conversation);
  Encoding& last = tokens.target ? *tokens.target : tokens.read.encoding;
  for (const std::int64_t id : input.continuation) {
    appendId(id, model.writer(), last.tokens);
    last.tokens.back().sequence = 0;
    putBehind(model.model->description(), last.tokens.back());
    last.tokens.back().turn = tokens.answer;
  }
  return tokens;
}

}  // namespace headlight
