#include "core/text/pipeline/post_processors.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/text/unicode/byte_chars.h"
#include "core/text/unicode/unicode.h"
#include "core/text/utf8.h"

namespace headlight {

namespace {

RawToken added(const SpecialToken& token, std::uint32_t typeId) {
  RawToken raw;
  raw.id = token.id;
  raw.typeId = typeId;
  raw.text = token.text;
  raw.special = true;
  return raw;
}

/// Calls `change` for an encoding and what was cut off it.
template <typename Change>
void forAllParts(RawEncoding& encoding, Change change) {
  change(encoding);
  for (RawEncoding& part : encoding.overflowing) change(part);
}

bool isSpace(char32_t c) { return c == charOfByte(' ') || unicode::isWhitespace(c); }

void trim(RawEncoding& encoding, bool addPrefixSpace) {
  for (std::size_t i = 0; i < encoding.tokens.size(); ++i) {
    RawToken& token = encoding.tokens[i];
    std::int64_t leading = 0, trailing = 0;
    for (std::size_t at = 0; at < token.text.size() && isSpace(utf8::next(token.text, at));) ++leading;
    for (std::size_t end = token.text.size(); end > 0 && isSpace(utf8::previous(token.text, end));) ++trailing;
    if (leading > 0) {
      const bool first = i == 0 || token.start == 0;
      if (first && addPrefixSpace && leading == 1) leading = 0;
      token.start = std::min(token.start + leading, token.end);
    }
    if (trailing > 0 && token.end >= trailing) token.end = std::max(token.end - trailing, token.start);
  }
}

void trimAll(std::vector<RawEncoding>& encodings, const TrimByteLevel& step) {
  if (!step.trimOffsets) return;
  for (RawEncoding& encoding : encodings)
    forAllParts(encoding, [&](RawEncoding& part) { trim(part, step.addPrefixSpace); });
}

void setType(RawEncoding& encoding, std::uint32_t typeId) {
  for (RawToken& token : encoding.tokens) token.typeId = typeId;
}

/// Puts `front` (when given) before and `back` behind the tokens.
void frame(RawEncoding& encoding, const SpecialToken* front, const SpecialToken& back, std::uint32_t typeId) {
  for (RawToken& token : encoding.tokens) {
    token.special = false;
    token.attended = true;
  }
  if (front) encoding.tokens.insert(encoding.tokens.begin(), added(*front, typeId));
  encoding.tokens.push_back(added(back, typeId));
}

void apply(const TrimByteLevel& step, std::vector<RawEncoding>& encodings, bool) { trimAll(encodings, step); }

void apply(const BertFrame& step, std::vector<RawEncoding>& encodings, bool addSpecialTokens) {
  if (!addSpecialTokens) return;
  for (std::size_t i = 0; i < encodings.size(); ++i) {
    forAllParts(encodings[i],
                [&](RawEncoding& part) { frame(part, i == 0 ? &step.cls : nullptr, step.sep, i == 0 ? 0 : 1); });
  }
}

void apply(const RobertaFrame& step, std::vector<RawEncoding>& encodings, bool addSpecialTokens) {
  trimAll(encodings, step.trim);
  for (RawEncoding& encoding : encodings) setType(encoding, 0);
  if (!addSpecialTokens) return;
  for (std::size_t i = 0; i < encodings.size(); ++i) {
    forAllParts(encodings[i], [&](RawEncoding& part) {
      setType(part, 0);
      frame(part, i == 0 ? &step.cls : &step.sep, step.sep, 0);
    });
  }
}

void apply(const Template& step, std::vector<RawEncoding>& encodings, bool addSpecialTokens) {
  if (encodings.size() > 2) throw Error("post_processor: expected one template in a sequence, found two");
  const std::vector<Template::Part>& parts = encodings.size() == 1 ? step.single : step.pair;
  std::vector<RawEncoding> result;
  for (const Template::Part& part : parts) {
    if (part.sequence >= 0) {
      RawEncoding& encoding = encodings[static_cast<std::size_t>(part.sequence)];
      setType(encoding, part.typeId);
      result.push_back(encoding);
    } else if (addSpecialTokens) {
      RawEncoding tokens;
      for (const SpecialToken& token : part.tokens) tokens.tokens.push_back(added(token, part.typeId));
      result.push_back(std::move(tokens));
    }
  }
  encodings = std::move(result);
}

std::size_t countIn(const Template& step, bool pair) {
  std::size_t count = 0;
  for (const Template::Part& part : pair ? step.pair : step.single) count += part.tokens.size();
  return count;
}
std::size_t countIn(const BertFrame&, bool pair) { return pair ? 3 : 2; }
std::size_t countIn(const RobertaFrame&, bool pair) { return pair ? 4 : 2; }
std::size_t countIn(const TrimByteLevel&, bool) { return 0; }

}  // namespace

std::size_t addedCount(const PostProcessor& steps, bool pair) {
  std::size_t count = 0;
  for (const PostProcessorStep& step : steps)
    count += std::visit([pair](const auto& s) { return countIn(s, pair); }, step);
  return count;
}

RawEncoding postProcess(const PostProcessor& steps, std::vector<RawEncoding> encodings, bool addSpecialTokens) {
  for (const PostProcessorStep& step : steps) {
    std::visit([&](const auto& s) { apply(s, encodings, addSpecialTokens); }, step);
  }
  if (encodings.empty()) return {};
  RawEncoding all = std::move(encodings.front());
  for (std::size_t i = 1; i < encodings.size(); ++i) append(all, encodings[i]);
  return all;
}

}  // namespace headlight
