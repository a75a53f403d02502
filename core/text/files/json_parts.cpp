#include "core/text/files/json_parts.h"

namespace headlight {

namespace {

std::string text(const JsonNode& node, std::string_view key, std::string_view otherwise) {
  return std::string(node.stringOr(key, otherwise));
}

/// The error for a "type" that is not among those known.
Error unknownType(const JsonNode& node, std::string_view known) {
  return node.at("type").wrong("one of " + std::string(known));
}

std::string_view typeOf(const JsonNode& node) { return node.at("type").string(); }

MetaspaceSplit readMetaspace(const JsonNode& node) {
  MetaspaceSplit step;
  step.mark = std::string(node.at("replacement").character());
  const std::string_view scheme = node.stringOr("prepend_scheme", "always");
  if (scheme == "first") {
    step.prepend = MetaspaceSplit::Prepend::First;
  } else if (scheme == "never") {
    step.prepend = MetaspaceSplit::Prepend::Never;
  } else if (scheme != "always") {
    throw node.at("prepend_scheme").wrong("always, first or never");
  }
  // Older files say add_prefix_space instead.
  if (!node.booleanOr("add_prefix_space", true)) step.prepend = MetaspaceSplit::Prepend::Never;
  step.split = node.booleanOr("split", true);
  return step;
}

SpecialToken readSpecialPair(const JsonNode& node) {
  SpecialToken token;
  std::size_t index = 0;
  for (const simdjson::dom::element element : node.array()) {
    const JsonNode part = node.element(element, index);
    if (index == 0) token.text = std::string(part.string());
    if (index == 1) token.id = static_cast<std::uint32_t>(part.natural());
    ++index;
  }
  if (index != 2) throw node.wrong("a token and its id");
  return token;
}

std::vector<Template::Part> readTemplate(const JsonNode& node, const JsonNode& specialTokens, bool pair) {
  std::vector<Template::Part> parts;
  std::size_t index = 0;
  for (const simdjson::dom::element element : node.array()) {
    const JsonNode part = node.element(element, index++);
    Template::Part read;
    if (const auto sequence = part.find("Sequence")) {
      const std::string_view name = sequence->at("id").string();
      if (name != "A" && name != "B") throw sequence->at("id").wrong("A or B");
      if (name == "B" && !pair) throw sequence->at("id").wrong("A (there is no second text here)");
      read.sequence = name == "A" ? 0 : 1;
      read.typeId = static_cast<std::uint32_t>(sequence->at("type_id").natural());
    } else if (const auto special = part.find("SpecialToken")) {
      read.typeId = static_cast<std::uint32_t>(special->at("type_id").natural());
      const JsonNode entry = specialTokens.at(special->at("id").string());
      const JsonNode ids = entry.at("ids"), tokens = entry.at("tokens");
      std::size_t at = 0;
      for (const simdjson::dom::element id : ids.array()) {
        read.tokens.push_back({{}, static_cast<std::uint32_t>(ids.element(id, at++).natural())});
      }
      at = 0;
      for (const simdjson::dom::element token : tokens.array()) {
        if (at == read.tokens.size()) throw entry.wrong("as many ids as tokens");
        read.tokens[at].text = std::string(tokens.element(token, at).string());
        ++at;
      }
      if (at != read.tokens.size()) throw entry.wrong("as many ids as tokens");
    } else {
      throw part.wrong("Sequence or SpecialToken");
    }
    parts.push_back(std::move(read));
  }
  return parts;
}

}  // namespace

Pattern readPattern(const JsonNode& node) {
  if (const auto literal = node.find("String")) return Pattern::literal(std::string(literal->string()));
  if (const auto regex = node.find("Regex")) {
    try {
      return Pattern::regex(regex->string());
    } catch (const Error& error) {
      throw Error(regex->place() + ": " + error.what());
    }
  }
  throw node.wrong("String or Regex");
}

SplitBehaviour readBehaviour(const JsonNode& node) {
  const std::string_view name = node.string();
  if (name == "Removed") return SplitBehaviour::Removed;
  if (name == "Isolated") return SplitBehaviour::Isolated;
  if (name == "MergedWithPrevious") return SplitBehaviour::MergedWithPrevious;
  if (name == "MergedWithNext") return SplitBehaviour::MergedWithNext;
  if (name == "Contiguous") return SplitBehaviour::Contiguous;
  throw node.wrong("Removed, Isolated, MergedWithPrevious, MergedWithNext or Contiguous");
}

Normalizer readNormalizer(const JsonNode& whole) {
  Normalizer steps;
  forEachStep(whole, "normalizers", [&steps](const JsonNode& node) {
    const std::string_view type = typeOf(node);
    if (type == "BertNormalizer") {
      BertNormalizer step;
      step.cleanText = node.booleanOr("clean_text", true);
      step.handleChineseChars = node.booleanOr("handle_chinese_chars", true);
      step.lowercase = node.booleanOr("lowercase", true);
      step.stripAccents = node.booleanOr("strip_accents", step.lowercase);
      steps.emplace_back(step);
    } else if (type == "NFC") {
      steps.emplace_back(NormalizationForm::Nfc);
    } else if (type == "NFD") {
      steps.emplace_back(NormalizationForm::Nfd);
    } else if (type == "NFKC") {
      steps.emplace_back(NormalizationForm::Nfkc);
    } else if (type == "NFKD") {
      steps.emplace_back(NormalizationForm::Nfkd);
    } else if (type == "Lowercase") {
      steps.emplace_back(Lowercase{});
    } else if (type == "StripAccents") {
      steps.emplace_back(StripAccents{});
    } else if (type == "Nmt") {
      steps.emplace_back(NmtRules{});
    } else if (type == "Strip") {
      steps.emplace_back(StripEnds{node.booleanOr("strip_left", true), node.booleanOr("strip_right", true)});
    } else if (type == "Replace") {
      steps.emplace_back(ReplaceText{readPattern(node.at("pattern")), std::string(node.at("content").string())});
    } else if (type == "Prepend") {
      steps.emplace_back(PrependText{std::string(node.at("prepend").string())});
    } else if (type == "ByteLevel") {
      steps.emplace_back(BytesToChars{});
    } else if (type == "Precompiled") {
      const auto map = node.find("precompiled_charsmap");
      if (!map) return;
      try {
        if (!map->string().empty()) {
          steps.emplace_back(std::make_shared<const Charsmap>(Charsmap::fromBase64(map->string())));
        }
      } catch (const Error& error) {
        throw Error(node.place() + ": " + error.what());
      }
    } else {
      throw unknownType(
          node,
          "BertNormalizer, ByteLevel, Lowercase, NFC, NFD, NFKC, NFKD, Nmt, Precompiled, Prepend, Replace, "
          "Sequence, Strip, StripAccents");
    }
  });
  return steps;
}

PreTokenizer readPreTokenizer(const JsonNode& whole) {
  PreTokenizer steps;
  forEachStep(whole, "pretokenizers", [&steps](const JsonNode& node) {
    const std::string_view type = typeOf(node);
    const auto behaviour = [&](SplitBehaviour otherwise) {
      const auto found = node.find("behavior");
      return found ? readBehaviour(*found) : otherwise;
    };
    if (type == "ByteLevel") {
      steps.emplace_back(ByteLevelSplit{node.booleanOr("add_prefix_space", true), node.booleanOr("use_regex", true)});
    } else if (type == "Split") {
      steps.emplace_back(PatternSplit{readPattern(node.at("pattern")), readBehaviour(node.at("behavior")),
                                      node.booleanOr("invert", false)});
    } else if (type == "Metaspace") {
      steps.emplace_back(readMetaspace(node));
    } else if (type == "Digits") {
      steps.emplace_back(DigitsSplit{node.booleanOr("individual_digits", false)});
    } else if (type == "Punctuation") {
      steps.emplace_back(PunctuationSplit{behaviour(SplitBehaviour::Isolated)});
    } else if (type == "UnicodeScripts") {
      steps.emplace_back(ScriptsSplit{});
    } else if (type == "CharDelimiterSplit") {
      steps.emplace_back(DelimiterSplit{std::string(node.at("delimiter").character())});
    } else if (type == "Whitespace") {
      steps.emplace_back(WordsSplit{});
    } else if (type == "WhitespaceSplit") {
      steps.emplace_back(WhitespaceSplit{});
    } else if (type == "BertPreTokenizer") {
      steps.emplace_back(BertSplit{});
    } else if (type == "FixedLength") {
      FixedLengthSplit step;
      if (const auto length = node.find("length")) step.length = length->natural();
      if (step.length == 0) throw node.at("length").wrong("at least 1");
      steps.emplace_back(step);
    } else {
      throw unknownType(node,
                        "BertPreTokenizer, ByteLevel, CharDelimiterSplit, Digits, FixedLength, Metaspace, Punctuation, "
                        "Sequence, Split, UnicodeScripts, Whitespace, WhitespaceSplit");
    }
  });
  return steps;
}

PostProcessor readPostProcessor(const JsonNode& whole) {
  PostProcessor steps;
  forEachStep(whole, "processors", [&steps](const JsonNode& node) {
    const std::string_view type = typeOf(node);
    const TrimByteLevel trim{node.booleanOr("add_prefix_space", true), node.booleanOr("trim_offsets", true)};
    if (type == "ByteLevel") {
      steps.emplace_back(trim);
    } else if (type == "BertProcessing") {
      steps.emplace_back(BertFrame{readSpecialPair(node.at("cls")), readSpecialPair(node.at("sep"))});
    } else if (type == "RobertaProcessing") {
      steps.emplace_back(RobertaFrame{readSpecialPair(node.at("cls")), readSpecialPair(node.at("sep")), trim});
    } else if (type == "TemplateProcessing") {
      const auto tokens = node.find("special_tokens");
      const JsonNode& specialTokens = tokens ? *tokens : node;
      steps.emplace_back(Template{readTemplate(node.at("single"), specialTokens, false),
                                  readTemplate(node.at("pair"), specialTokens, true)});
    } else {
      throw unknownType(node, "BertProcessing, ByteLevel, RobertaProcessing, Sequence, TemplateProcessing");
    }
  });
  return steps;
}

Decoder readDecoder(const JsonNode& whole) {
  Decoder steps;
  forEachStep(whole, "decoders", [&steps](const JsonNode& node) {
    const std::string_view type = typeOf(node);
    constexpr std::size_t kMany = 1 << 20;
    if (type == "ByteLevel") {
      steps.emplace_back(ByteLevelDecoder{});
    } else if (type == "WordPiece") {
      steps.emplace_back(WordPieceDecoder{text(node, "prefix", "##"), node.booleanOr("cleanup", true)});
    } else if (type == "Metaspace") {
      const MetaspaceSplit metaspace = readMetaspace(node);
      steps.emplace_back(MetaspaceDecoder{metaspace.mark, metaspace.prepend != MetaspaceSplit::Prepend::Never});
    } else if (type == "BPEDecoder") {
      steps.emplace_back(BpeDecoder{text(node, "suffix", "</w>")});
    } else if (type == "CTC") {
      steps.emplace_back(CtcDecoder{text(node, "pad_token", "<pad>"), text(node, "word_delimiter_token", "|"),
                                    node.booleanOr("cleanup", true)});
    } else if (type == "ByteFallback") {
      steps.emplace_back(ByteFallbackDecoder{});
    } else if (type == "Fuse") {
      steps.emplace_back(FuseDecoder{});
    } else if (type == "Strip") {
      steps.emplace_back(StripDecoder{std::string(node.at("content").character()), node.at("start").natural(kMany),
                                      node.at("stop").natural(kMany)});
    } else if (type == "Replace") {
      steps.emplace_back(ReplaceDecoder{readPattern(node.at("pattern")), std::string(node.at("content").string())});
    } else {
      throw unknownType(
          node, "BPEDecoder, ByteFallback, ByteLevel, CTC, Fuse, Metaspace, Replace, Sequence, Strip, WordPiece");
    }
  });
  return steps;
}

AddedToken readAddedToken(const JsonNode& node) {
  AddedToken token;
  token.content = std::string(node.at("content").string());
  token.special = node.booleanOr("special", false);
  token.singleWord = node.booleanOr("single_word", false);
  token.lstrip = node.booleanOr("lstrip", false);
  token.rstrip = node.booleanOr("rstrip", false);
  if (const auto normalized = node.find("normalized")) token.normalized = normalized->boolean();
  return token;
}

namespace {

constexpr std::uint64_t kLongestEncoding = 1 << 24;

bool isLeft(const JsonNode& node) {
  const std::string_view direction = node.stringOr("direction", "Right");
  if (direction != "Left" && direction != "Right") throw node.at("direction").wrong("Left or Right");
  return direction == "Left";
}

}  // namespace

Truncation readTruncation(const JsonNode& node) {
  Truncation truncation;
  // Some files give an astronomic length to say "none".
  const double length = node.at("max_length").number();
  truncation.maxLength = length > static_cast<double>(kLongestEncoding)
                             ? kLongestEncoding * 64
                             : node.at("max_length").natural(kLongestEncoding);
  truncation.stride = node.find("stride") ? node.at("stride").natural(kLongestEncoding) : 0;
  const std::string_view strategy = node.stringOr("strategy", "LongestFirst");
  if (strategy == "OnlyFirst") {
    truncation.strategy = Truncation::Strategy::OnlyFirst;
  } else if (strategy == "OnlySecond") {
    truncation.strategy = Truncation::Strategy::OnlySecond;
  } else if (strategy != "LongestFirst") {
    throw node.at("strategy").wrong("LongestFirst, OnlyFirst or OnlySecond");
  }
  truncation.fromLeft = isLeft(node);
  return truncation;
}

Padding readPadding(const JsonNode& node) {
  Padding padding;
  const JsonNode strategy = node.at("strategy");
  if (const auto fixed = strategy.find("Fixed")) {
    padding.fixedLength = fixed->natural(kLongestEncoding);
  } else if (!strategy.isString() || strategy.string() != "BatchLongest") {
    throw strategy.wrong("BatchLongest or Fixed");
  }
  padding.onLeft = isLeft(node);
  if (const auto multiple = node.find("pad_to_multiple_of")) padding.multipleOf = multiple->natural(kLongestEncoding);
  padding.id = static_cast<std::uint32_t>(node.at("pad_id").natural());
  if (const auto type = node.find("pad_type_id")) padding.typeId = static_cast<std::uint32_t>(type->natural());
  padding.token = text(node, "pad_token", "[PAD]");
  return padding;
}

}  // namespace headlight
