#include "core/text/token_names.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

#include "core/base/error.h"
#include "core/base/nearest_names.h"
#include "core/base/plain_text.h"
#include "core/text/token_groups.h"

namespace headlight {
namespace {

constexpr std::string_view kPiece = "piece:", kId = "id:";

std::string_view trimmed(std::string_view text) {
  const auto from = text.find_first_not_of(' ');
  return from == text.npos ? text : text.substr(from, text.find_last_not_of(' ') + 1 - from);
}

std::optional<Index> numberIn(std::string_view text) {
  Index number = 0;
  const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (failed != std::errc() || end != text.data() + text.size() || text.front() == '-') return {};
  return number;
}

/// What a person reads of the tokens [begin, end) as one.
std::string labelOf(const std::vector<Token>& tokens, Index begin, Index end) {
  const std::vector<Token> some(tokens.begin() + begin, tokens.begin() + end);
  return std::string(trimmed(spanGroups(some, {{0, end - begin}}).front().token.display));
}

/// Where a text has a name, whole words or single tokens.
class Search {
 public:
  Search(const std::vector<Token>& tokens, bool pieces) : m_tokens(tokens) {
    if (!pieces) m_parts = wordGroups(tokens);
    for (Index i = 0; pieces && i < static_cast<Index>(tokens.size()); ++i)
      m_parts.push_back({i, i + 1, tokens[static_cast<std::size_t>(i)]});
  }

  std::vector<NamedTokens> matches(const std::string& wanted) const {
    std::vector<NamedTokens> found = matches(wanted, false);
    return found.empty() ? matches(wanted, true) : found;
  }

  std::vector<std::string> labels() const {
    std::vector<std::string> all;
    for (const TokenGroup& part : m_parts)
      if (const std::string label(trimmed(part.token.display)); std::find(all.begin(), all.end(), label) == all.end())
        all.push_back(label);
    return all;
  }

 private:
  std::vector<NamedTokens> matches(const std::string& wanted, bool fold) const {
    const auto same = [fold](std::string_view text) { return fold ? lowerAscii(text) : std::string(text); };
    const std::string name = same(trimmed(wanted));
    std::vector<NamedTokens> found;
    for (std::size_t first = 0; first < m_parts.size(); ++first) {
      const TokenGroup& part = m_parts[first];
      std::string label = same(trimmed(part.token.display));
      std::size_t last = first;
      // A name may go over several words; none goes past the place where it differs.
      while (!label.empty() && label.size() < name.size() && name.starts_with(label) && last + 1 < m_parts.size())
        label = same(labelOf(m_tokens, part.begin, m_parts[++last].end));
      if (label == name || (part.token.special && same(part.token.text) == name))
        found.push_back({part.begin, m_parts[last].end});
    }
    return found;
  }

  const std::vector<Token>& m_tokens;
  std::vector<TokenGroup> m_parts;
};

/// The one of `found` that "#2" means, or the only one.
NamedTokens oneOf(const std::vector<NamedTokens>& found, const std::string& wanted, const std::string& name,
                  std::optional<Index> which, const std::vector<Token>& tokens) {
  const auto count = static_cast<Index>(found.size());
  if (which && *which >= 1 && *which <= count) return found[static_cast<std::size_t>(*which - 1)];
  if (which)
    throw Error("'" + wanted + "': the text has '" + name + "' " +
                (count == 1 ? "once" : std::to_string(count) + " times"));
  if (count == 1) return found.front();
  constexpr Index kListed = 6;
  std::string list;
  for (Index i = 0; i < std::min(count, kListed); ++i) {
    const Index begin = found[static_cast<std::size_t>(i)].begin;
    const std::string before =
        begin > 0 ? std::string(trimmed(nameOf(tokens[static_cast<std::size_t>(begin - 1)]))) : "";
    list += (i ? ", " : "") + name + "#" + std::to_string(i + 1) + " (token " + std::to_string(begin) +
            (before.empty() ? ", the first)" : ", after '" + before + "')");
  }
  throw Error("'" + wanted + "': expected one of " + std::to_string(count) + ": " + list +
              (count > kListed ? ", …" : ""));
}

/// The token that "id:448" or "id:448#2" means; none for what has no number.
std::optional<NamedTokens> withId(const std::string& wanted, const std::vector<Token>& tokens) {
  const std::string name = wanted.substr(0, wanted.find('#'));
  const auto id = name.size() > kId.size() ? numberIn(std::string_view(name).substr(kId.size())) : std::nullopt;
  if (!id) return {};
  std::optional<Index> which;
  if (name != wanted) which = name.size() + 1 < wanted.size() ? numberIn(wanted.substr(name.size() + 1)) : std::nullopt;
  if (name != wanted && !which) return {};
  std::vector<NamedTokens> found;
  for (Index i = 0; i < static_cast<Index>(tokens.size()); ++i)
    if (tokens[static_cast<std::size_t>(i)].id == *id) found.push_back({i, i + 1});
  if (found.empty()) throw Error("'" + wanted + "': no token of the text has the id " + std::to_string(*id));
  return oneOf(found, wanted, name, which, tokens);
}

}  // namespace

NamedTokens tokensNamed(const std::string& wanted, const std::vector<Token>& tokens) {
  const auto count = static_cast<Index>(tokens.size());
  const bool digits = !wanted.empty() && wanted.find_first_not_of("0123456789") == wanted.npos;
  const std::optional<Index> number = digits ? numberIn(wanted) : std::nullopt;
  if (number && *number < count) return {*number, *number + 1};

  if (wanted.starts_with(kId))
    if (const auto named = withId(wanted, tokens)) return *named;

  const bool pieces = wanted.starts_with(kPiece);
  const std::string typed = pieces ? wanted.substr(kPiece.size()) : wanted;
  const Search search(tokens, pieces);
  if (const auto found = search.matches(typed); !found.empty()) return oneOf(found, wanted, typed, {}, tokens);
  if (digits)
    throw Error("expected 0 to " + std::to_string(count - 1) + " (the text has " + std::to_string(count) +
                " tokens), found " + wanted);
  if (const auto hash = typed.rfind('#'); hash != typed.npos && hash > 0 && hash + 1 < typed.size())
    if (const auto which = numberIn(std::string_view(typed).substr(hash + 1))) {
      const std::string name = typed.substr(0, hash);
      if (const auto found = search.matches(name); !found.empty()) return oneOf(found, wanted, name, which, tokens);
    }

  std::string hint;
  if (!pieces && !Search(tokens, true).matches(typed).empty())
    hint = "; a part of a word is " + std::string(kPiece) + typed;
  else if (const auto near = nearestNames(typed, search.labels()); !near.empty())
    hint = "; did you mean " + inQuotesOr(near) + "?";
  throw Error("expected a number, or a " + std::string(pieces ? "token" : "word") + " of the text, found '" + wanted +
              "'" + hint);
}

std::vector<Index> allTokensNamed(const std::string& wanted, const std::vector<Token>& tokens) {
  std::vector<Index> all;
  for (std::size_t from = 0; from <= wanted.size();) {
    const std::size_t comma = std::min(wanted.find(',', from), wanted.size());
    const std::string name(trimmed(std::string_view(wanted).substr(from, comma - from)));
    from = comma + 1;
    if (name.empty()) throw Error("'" + wanted + "': expected tokens separated by commas, found nothing between them");
    NamedTokens named;
    const auto dash = name.find('-');
    const bool range = dash != name.npos && dash > 0 && dash + 1 < name.size() &&
                       name.find_first_not_of("0123456789-") == name.npos && name.rfind('-') == dash;
    if (range) {
      named = {tokensNamed(name.substr(0, dash), tokens).begin, tokensNamed(name.substr(dash + 1), tokens).end};
      if (named.end <= named.begin) throw Error("'" + name + "': expected a range that does not run backwards");
    } else {
      named = tokensNamed(name, tokens);
    }
    for (Index token = named.begin; token < named.end; ++token) all.push_back(token);
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

}  // namespace headlight
