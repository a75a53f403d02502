#include "core/text/token_groups.h"

#include <algorithm>
#include <string_view>

#include "core/text/unicode/unicode.h"
#include "core/text/utf8.h"

namespace headlight {
namespace {

constexpr std::string_view kLineEnd = "\u21B5";  // As core/text/display.h shows it.
constexpr std::string_view kCircle = "\u25CC";   // Stands below a mark whose letter is in another token.

/// A character that was shown by itself, as it is within its text.
std::string within(std::string_view character) {
  if (character == "\u27E8200D\u27E9") return "\u200D";
  if (character == "\u27E8200C\u27E9") return "\u200C";
  if (character.size() > kCircle.size() && character.starts_with(kCircle)) character.remove_prefix(kCircle.size());
  return std::string(character);
}

bool beginsWithLetter(std::string_view text) {
  std::size_t at = 0;
  return !text.empty() && unicode::isLetter(utf8::next(text, at));
}

/// Puts `next` after `display`: a mark that it begins with, as it is within its text.
void appendText(std::string& display, std::string_view next, bool isPart) {
  const bool mark = !isPart && next.size() > kCircle.size() && next.starts_with(kCircle) && !display.empty();
  display += mark ? within(next) : std::string(next);
}

/// Puts what a person reads of the next token after that of the tokens before: parts of one character become it.
void append(Token& group, const Token& next) {
  const CharacterPart &before = group.ends, &part = next.begins;
  const std::string_view display = next.display;
  const bool goesOn = before && part && part.number == before.number + 1 && part.of == before.of &&
                      std::string_view(group.display).substr(group.display.size() - before.shown(), before.length) ==
                          display.substr(0, part.length);
  if (!goesOn) {
    appendText(group.display, display, part || (next.ends && display.size() == next.ends.shown()));
    group.ends = next.ends;
    return;
  }
  group.display.resize(group.display.size() - before.shown());
  if (part.number < part.of) {
    group.display += display;
    group.ends = part;
    return;
  }
  group.display += within(display.substr(0, part.length));
  std::string_view rest = display.substr(part.shown());
  if (rest.starts_with(' ')) rest.remove_prefix(1);  // Put in after the number to be read.
  appendText(group.display, rest, next.ends && rest.size() == next.ends.shown());
  group.ends = rest.empty() ? CharacterPart() : next.ends;
}

/// Whether both stand for parts of one picture of a text, line ends of it included.
bool ofOnePicture(const Token& a, const Token& b) {
  const ImagePlace *first = a.imagePlace(), *second = b.imagePlace();
  return first && second && first->image == second->image && a.text != a.display;
}

/// A picture of a text as one token: "×576", with its number where there are several.
Token wholePicture(const std::vector<Token>& tokens, Index begin, Index end) {
  Token token = tokens[static_cast<std::size_t>(begin)];
  const int image = token.imagePlace()->image;
  const bool several = std::any_of(tokens.begin(), tokens.end(), [image](const Token& other) {
    return other.imagePlace() && other.imagePlace()->image != image;
  });
  token.display = (several ? std::to_string(image + 1) + " " : "") + "×" + std::to_string(end - begin);
  token.place = ImagePlace{image};
  return token;
}

/// Whether two tokens are known by their ids alone, so that nothing but their words says where one ends.
bool haveNoPlace(const Token& a, const Token& b) {
  return a.range == TextRange{} && b.range == TextRange{} && a.word && b.word;
}

/// The group of tokens [begin, end): texts joined, with a space where something lies between them that neither shows,
/// characters that were cut put together, range from the first to the last.
TokenGroup groupOf(const std::vector<Token>& tokens, Index begin, Index end) {
  TokenGroup group{begin, end, tokens[static_cast<std::size_t>(begin)]};
  if (end - begin > 1 && ofOnePicture(group.token, tokens[static_cast<std::size_t>(end - 1)]))
    return {begin, end, wholePicture(tokens, begin, end)};
  for (Index i = begin + 1; i < end; ++i) {
    const Token& token = tokens[static_cast<std::size_t>(i)];
    group.token.text += token.text;
    const std::string& before = group.token.display;
    const Token& last = tokens[static_cast<std::size_t>(i - 1)];
    const bool apart = haveNoPlace(last, token) ? last.word != token.word && isSpaceBetween(last.display, token.display)
                                                : token.range.start > group.token.range.end;
    if (apart && !token.display.starts_with(" ") && !token.display.starts_with(kLineEnd) && !before.ends_with(" ") &&
        !before.ends_with(kLineEnd))
      group.token.display += ' ';
    append(group.token, token);
    group.token.range.end = std::max(group.token.range.end, token.range.end);
  }
  return group;
}

/// Cuts tokens before every token for which `begins(previous, token)` holds; added tokens are always alone, and so are
/// parts of pictures and sounds, unless `pictures` are to be whole.
template <class Begins>
std::vector<TokenGroup> cutBefore(const std::vector<Token>& tokens, const Begins& begins, bool pictures) {
  std::vector<TokenGroup> groups;
  Index begin = 0;
  const auto count = static_cast<Index>(tokens.size());
  for (Index i = 1; i <= count; ++i) {
    if (i < count) {
      const Token& previous = tokens[static_cast<std::size_t>(i - 1)];
      const Token& token = tokens[static_cast<std::size_t>(i)];
      if (pictures && ofOnePicture(previous, token)) continue;
      const bool alone =
          previous.special || token.special || previous.place || token.place || previous.sequence != token.sequence;
      if (!alone && !begins(previous, token)) continue;
    }
    groups.push_back(groupOf(tokens, begin, i));
    begin = i;
  }
  return groups;
}

bool endsSentence(const Token& token) {
  std::string_view text = token.display;
  for (bool trimmed = true; trimmed;) {
    trimmed = false;
    for (const std::string_view tail : {"\"", "'", ")", "]", "”", "’", "»", " "})
      if (text.ends_with(tail)) {
        text.remove_suffix(tail.size());
        trimmed = true;
      }
  }
  for (const std::string_view stop : {".", "!", "?", "…", "。", "！", "？", "؟", "।", "↵", "\n"})
    if (text.ends_with(stop)) return true;
  return false;
}

}  // namespace

bool isSpaceBetween(std::string_view before, std::string_view after) {
  if (before.empty() || after.empty()) return false;
  std::size_t end = before.size(), at = 0;
  const char32_t last = utf8::previous(before, end), first = utf8::next(after, at);
  return !unicode::isBertChinese(last) && !unicode::isBertChinese(first) &&
         std::u32string_view(U"([{\u201C\u2018\u00AB-'\u2019/").find(last) == std::u32string_view::npos &&
         std::u32string_view(U".,!?;:)]}\u201D\u2019\u00BB%'-/\u2026").find(first) == std::u32string_view::npos;
}

std::vector<TokenGroup> wordGroups(const std::vector<Token>& tokens) {
  return cutBefore(
      tokens,
      [](const Token& previous, const Token& token) {
        if (token.display.starts_with(" ") || token.display.starts_with("↵") || previous.display.ends_with("↵"))
          return true;
        if (haveNoPlace(previous, token)) return token.word != previous.word;
        if (token.range == previous.range) return false;  // Parts of one character.
        // A pre-tokenizer that cuts at letters also cuts at the marks on them, as in Hindi.
        if (token.display.starts_with(kCircle) ||
            (previous.display.starts_with(kCircle) && beginsWithLetter(token.display)))
          return token.range.start > previous.range.end;
        if (token.range.start > previous.range.end) return true;  // Something (a space) lies between them.
        return token.word != previous.word;
      },
      false);
}

std::vector<TokenGroup> sentenceGroups(const std::vector<Token>& tokens) {
  return cutBefore(
      tokens,
      [](const Token& previous, const Token& token) {
        // A closing quote or bracket still belongs to the sentence that has just ended.
        for (const std::string_view closing : {"\"", "'", ")", "]", "”", "’", "»", ".", "!", "?", "…"})
          if (token.display == closing && token.range.start == previous.range.end) return false;
        return endsSentence(previous);
      },
      true);
}

std::vector<TokenGroup> pictureGroups(const std::vector<Token>& tokens) {
  return cutBefore(
      tokens, [](const Token&, const Token&) { return true; }, true);
}

std::vector<TokenGroup> sectionGroups(const std::vector<Token>& tokens) {
  const auto lineEnds = [](std::string_view text) {
    Index count = 0;
    for (std::size_t at = text.find(kLineEnd); at != text.npos; at = text.find(kLineEnd, at + 1)) ++count;
    return count;
  };
  const auto onlySpace = [&](std::string_view text) {
    const auto spaces = static_cast<Index>(std::count(text.begin(), text.end(), ' '));
    return static_cast<Index>(text.size()) == spaces + lineEnds(text) * static_cast<Index>(kLineEnd.size());
  };
  Index lines = 0;  // Ended since the last word: an empty line has two, in one token or in several.
  return cutBefore(
      tokens,
      [&](const Token& previous, const Token& token) {
        lines = (onlySpace(previous.display) ? lines : 0) + lineEnds(previous.display);
        return lines >= 2 && !onlySpace(token.display);
      },
      true);
}

std::vector<TokenGroup> spanGroups(const std::vector<Token>& tokens,
                                   const std::vector<std::pair<Index, Index>>& spans) {
  std::vector<TokenGroup> groups;
  const auto count = static_cast<Index>(tokens.size());
  auto span = spans.begin();
  for (Index i = 0; i < count;) {
    while (span != spans.end() && span->second <= i) ++span;
    const Index end = span != spans.end() && span->first <= i ? std::min(span->second, count) : i + 1;
    groups.push_back(groupOf(tokens, i, end));
    i = end;
  }
  return groups;
}

}  // namespace headlight
