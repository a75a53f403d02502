#include "app/arguments.h"
#include "app/commands/commands.h"
#include "app/commands/json_lines.h"
#include "core/base/error.h"
#include "core/model/model_source.h"
#include "core/reading/input_tokens.h"
#include "core/text/tokenizer.h"

namespace headlight {
namespace {

struct TokenizeArguments {
  ModelArgument model;
  std::optional<std::string> text, pair;
  std::string file;
  ChatArgument chat;
};

nlohmann::ordered_json described(const Encoding& encoding) {
  nlohmann::ordered_json ids = nlohmann::ordered_json::array(), tokens = ids, offsets = ids, types = ids, special = ids;
  for (const Token& token : encoding.tokens) {
    ids.push_back(token.id);
    tokens.push_back(token.text);
    offsets.push_back({token.range.start, token.range.end});
    types.push_back(token.typeId);
    special.push_back(token.special ? 1 : 0);
  }
  return {
      {"ids", ids}, {"tokens", tokens}, {"offsets", offsets}, {"type_ids", types}, {"special_tokens_mask", special}};
}

nlohmann::ordered_json describedChat(const ChatText& read, Encoding encoding) {
  nlohmann::ordered_json turns = nlohmann::ordered_json::array(), roles = turns;
  for (Token& token : encoding.tokens) {
    turns.push_back(token.turn ? nlohmann::ordered_json(token.turn->number) : nullptr);
    roles.push_back(token.turn ? nlohmann::ordered_json(token.turn->role) : nullptr);
    token.special = false;  // The mask is of what a tokenizer adds, not of what a template writes.
  }
  nlohmann::ordered_json line = {{"text", read.text}};
  line.update(described(encoding));
  line["turns"] = turns;
  line["roles"] = roles;
  return line;
}

nlohmann::ordered_json tokenized(const Tokenizer& tokenizer, const nlohmann::json& line) {
  std::optional<std::string> pair;
  if (line.contains("pair") && !line["pair"].is_null()) pair = required<std::string>(line, "pair", "a string");
  const bool special =
      !line.contains("add_special_tokens") || required<bool>(line, "add_special_tokens", "true or false");
  return described(tokenizer.encode(required<std::string>(line, "text", "a string"), pair, special));
}

}  // namespace

Action addTokenizeCommand(CLI::App& app) {
  const auto a = std::make_shared<TokenizeArguments>();
  a->model.addTo(app);
  const auto input = app.add_option_group("INPUT", "Input");
  const auto text = input->add_option("--text", a->text, "One text")->type_name("T");
  input
      ->add_option("--jsonl", a->file,
                   "A file of {\"text\": …, \"pair\": …, \"add_special_tokens\": true} lines (- for standard input)")
      ->type_name("FILE");
  a->chat.addTo(app, *input);
  input->require_option(1);
  app.add_option("--pair", a->pair, "The second text of a pair")->type_name("U")->needs(text);
  return [a](std::ostream& out, Remarks& remarks) {
    const ModelSource source = modelSourceAt(a->model.folder());
    const auto tokenizer = tokenizerOf(source);
    remarks.add(tokenizer->remarks());
    const auto pair = a->pair ? std::optional<std::string_view>(*a->pair) : std::nullopt;
    if (a->chat.given()) {
      const Conversation conversation = a->chat.conversation();
      const ChatText read = source.chat(*tokenizer).read(conversation);
      if (!read.turns.missed.empty()) remarks.add({remarkOnMissed(read.turns.missed)});
      out << dumpLine(describedChat(read, chatEncoding(read, conversation, *tokenizer))) << '\n';
    } else if (a->text)
      out << dumpLine(described(tokenizer->encode(textOrStandardInput(*a->text, remarks), pair))) << '\n';
    else
      answerJsonLines(a->file, out, [&](const nlohmann::json& line) { return tokenized(*tokenizer, line); });
  };
}

Action addDecodeCommand(CLI::App& app) {
  struct DecodeArguments {
    ModelArgument model;
    std::string file;
  };
  const auto a = std::make_shared<DecodeArguments>();
  a->model.addTo(app);
  app.add_option("--jsonl", a->file,
                 "A file of {\"ids\": […], \"skip_special_tokens\": false} lines (- for standard input)")
      ->required()
      ->type_name("FILE");
  return [a](std::ostream& out, Remarks& remarks) {
    const auto tokenizer = tokenizerOf(modelSourceAt(a->model.folder()));
    remarks.add(tokenizer->remarks());
    answerJsonLines(a->file, out, [&](const nlohmann::json& line) -> nlohmann::ordered_json {
      const bool skip =
          line.contains("skip_special_tokens") && required<bool>(line, "skip_special_tokens", "true or false");
      const std::vector<std::int64_t> ids = requiredIds(line, "ids");
      for (const std::int64_t id : ids)
        if (!tokenizer->tokenOf(id))
          throw Error("'ids': expected ids of the vocabulary, which end before " +
                      std::to_string(tokenizer->vocabularySize()) + ", found " + std::to_string(id));
      return {{"text", tokenizer->decode(ids, skip)}};
    });
  };
}

}  // namespace headlight
