#include "core/reading/input_tokens.h"

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

/// What the model reads, or its encoder where it has one.
struct Encoder {
  const Source& model;
  std::vector<int>& missed;  ///< InputTokens::missed.

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
    const ChatText read = model.chat->read(input.conversation);
    missed = read.turns.missed;
    return chatEncoding(read, *input.conversation, *model.tokenizer);
  }
  ModelInput operator()(const ImageInput& input) const {
    if (!input.image) throw Error("model '" + model.name + "': expected an image, which it reads, found none");
    return model.images->encode(*input.image);
  }
  ModelInput operator()(const PixelsInput& input) const {
    if (!input.values) throw Error("model '" + model.name + "': expected an image, which it reads, found none");
    return model.images->encode(*input.values, input.size);
  }
};

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

InputTokens tokensOf(const Source& model, const Input& input) {
  const bool isImage =
      std::holds_alternative<ImageInput>(input.content) || std::holds_alternative<PixelsInput>(input.content);
  if (isImage != (model.images != nullptr))
    throw Error("model '" + model.name + "': expected " +
                (model.images ? "an image, which it reads, found a text" : "a text, which it reads, found an image"));
  std::vector<int> missed;
  InputTokens tokens{std::visit(Encoder{model, missed}, input.content), targetOf(model, input)};
  tokens.missed = std::move(missed);
  if (const auto* said = std::get_if<ConversationInput>(&input.content); said && !tokens.target)
    tokens.answer = answerOf(said->conversation);
  Encoding& last = tokens.target ? *tokens.target : tokens.read.encoding;
  for (const std::int64_t id : input.continuation) {
    last.tokens.push_back(tokenOfId(id, model.writer()));
    last.tokens.back().sequence = 0;
    last.tokens.back().turn = tokens.answer;
  }
  return tokens;
}

}  // namespace headlight
