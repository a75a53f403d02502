#include "core/analysis/head_query.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>
#include <utility>

#include "core/analysis/head_ranking.h"
#include "core/analysis/similarity.h"
#include "core/base/error.h"
#include "core/base/plain_text.h"
#include "core/text/utf8.h"

namespace headlight {
namespace {

/// What like:3.1 asks for where nothing else is said.
constexpr double kAlike = 0.8;
/// As deep as anybody nests, and no deeper than the stack allows.
constexpr int kDeepest = 100;

/// Whether a number is what a pattern with * and ? means, or within a range.
bool matches(std::string_view pattern, std::string_view number) {
  if (pattern.empty()) return number.empty();
  if (pattern.front() == '*')
    return matches(pattern.substr(1), number) || (!number.empty() && matches(pattern, number.substr(1)));
  return !number.empty() && (pattern.front() == '?' || pattern.front() == number.front()) &&
         matches(pattern.substr(1), number.substr(1));
}

bool matches(const std::string& pattern, int number) {
  const std::size_t dash = pattern.find('-');
  if (dash == std::string::npos) return matches(std::string_view(pattern), std::to_string(number));
  return number >= std::stoi(pattern.substr(0, dash)) && number <= std::stoi(pattern.substr(dash + 1));
}

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n'; }
bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool beginsHead(char c) { return isDigit(c) || c == '*' || c == '?'; }

/// A name as it is compared: "Previous_Token" is "previous token".
std::string plainName(std::string_view name) {
  std::string out = lowerAscii(name);
  std::replace(out.begin(), out.end(), '_', ' ');
  return out;
}

bool isColumn(std::string_view name) {
  return std::any_of(headColumns().begin(), headColumns().end(),
                     [name](const HeadColumn& column) { return column.name == name; });
}

}  // namespace

class HeadQueryParser {
 public:
  explicit HeadQueryParser(std::string_view text) : m_text(text) {}

  HeadQuery all() {
    skipSpace();
    if (m_at == m_text.size()) return {};
    HeadQuery query = either();
    if (m_at < m_text.size()) refuse(m_text[m_at] == ')' ? "a '(' before it" : "and, or, or the end");
    return query;
  }

 private:
  using Kind = HeadQuery::Kind;
  using Comparison = HeadQuery::Comparison;

  HeadQuery either() {
    std::vector<HeadQuery> parts;
    do parts.push_back(both());
    while (acceptWord("or"));
    return joined(Kind::Or, std::move(parts));
  }

  HeadQuery both() {
    std::vector<HeadQuery> parts;
    do parts.push_back(one());
    while (acceptWord("and") || goesOn());
    return joined(Kind::And, std::move(parts));
  }

  /// Whether another condition follows without a word between.
  bool goesOn() {
    if (m_at == m_text.size() || m_text[m_at] == ')') return false;
    const std::size_t start = m_at;
    const bool ends = acceptWord("or");
    m_at = start;
    return !ends;
  }

  HeadQuery one() {
    if (++m_depth > kDeepest) refuse("at most " + std::to_string(kDeepest) + " conditions within one another");
    HeadQuery query = condition();
    --m_depth;
    skipSpace();
    return query;
  }

  HeadQuery condition() {
    if (acceptWord("not")) return joined(Kind::Not, {one()});
    if (accept('(')) {
      HeadQuery inside = either();
      if (!accept(')')) refuse("')'");
      return inside;
    }
    if (m_at < m_text.size() && beginsHead(m_text[m_at])) return heads();
    const std::size_t start = m_at;
    const std::string name = word();
    if (name.empty()) refuse(kConditions);
    if (accept(':')) return keyed(name, start);
    if (const auto attention = attentionNamed(name)) return of(*attention);
    if (name != "layer" && name != "head" && !isColumn(name)) {
      m_at = start;
      refuse(kConditions);
    }
    HeadQuery number;
    number.m_kind = Kind::Number;
    number.m_number = name;
    compare(number, "a comparison such as > 0.5 after '" + name + "'");
    return number;
  }

  HeadQuery keyed(const std::string& key, std::size_t start) {
    if (key == "label") return labels();
    if (key == "like") return like();
    if (key == "layer" || key == "head") return numbered(key == "layer");
    if (key == "attention") {
      const std::size_t at = (skipSpace(), m_at);
      const auto attention = attentionNamed(word());
      if (attention) return of(*attention);
      m_at = at;
      refuse("encoder, decoder or cross");
    }
    m_at = start;
    refuse("label:, like:, layer:, head: or attention:");
  }

  static HeadQuery of(AttentionType attention) {
    HeadQuery query;
    query.m_kind = Kind::Attention;
    query.m_attention = attention;
    return query;
  }

  HeadQuery heads() {
    HeadQuery query;
    query.m_kind = Kind::Heads;
    do {
      std::string layer = pattern("a layer");
      if (!acceptHere('.')) refuse("'.' between layer and head");
      query.m_heads.emplace_back(std::move(layer), pattern("a head"));
      while (m_at < m_text.size() && (isBlank(m_text[m_at]) || m_text[m_at] == ',' || m_text[m_at] == ';')) ++m_at;
    } while (m_at < m_text.size() && beginsHead(m_text[m_at]));
    return query;
  }

  HeadQuery numbered(bool layers) {
    HeadQuery query;
    query.m_kind = Kind::Heads;
    skipSpace();
    do {
      std::string first = pattern(layers ? "a layer" : "a head"), second = "*";
      const bool whole = !layers && acceptHere('.');  // head:1.3
      if (whole) second = std::exchange(first, pattern("a head"));
      query.m_heads.emplace_back(layers ? first : second, layers ? second : first);
    } while (acceptHere(','));
    return query;
  }

  /// A number, a range or a pattern.
  std::string pattern(const char* what) {
    const std::size_t start = m_at;
    while (m_at < m_text.size() && beginsHead(m_text[m_at])) ++m_at;
    if (m_at == start) refuse(what);
    std::string text(m_text.substr(start, m_at - start));
    if (text.size() > 8) refuseAt(start, std::string(what) + " of at most 8 characters");
    const bool number = text.find_first_of("*?") == std::string::npos;
    if (!number || !acceptHere('-')) {
      // 01 is 1.
      return number ? std::to_string(std::stoi(text)) : text;
    }
    const std::size_t second = m_at;
    while (m_at < m_text.size() && isDigit(m_text[m_at])) ++m_at;
    const std::string last(m_text.substr(second, m_at - second));
    if (last.empty() || last.size() > 8) refuseAt(second, "the end of a range");
    if (std::stoi(last) < std::stoi(text)) refuseAt(start, "a range that does not run backwards");
    return text + '-' + last;
  }

  HeadQuery labels() {
    HeadQuery query;
    query.m_kind = Kind::Labels;
    do {
      skipSpace();
      const std::size_t start = m_at;
      const std::string name = plainName(acceptHere('"') ? quoted(start) : word());
      std::vector<HeadLabel> found;
      if (name == "none") found.push_back(HeadLabel::None);
      for (const HeadLabel label : kScoredLabels)
        if (name == "any" || (!name.empty() && std::string_view(nameOf(label)).starts_with(name)))
          found.push_back(label);
      if (found.empty()) {
        std::string names;
        for (const HeadLabel label : kScoredLabels) names += std::string(nameOf(label)) + ", ";
        m_at = start;
        refuse("a label (" + names + "none or any)");
      }
      query.m_labels.insert(query.m_labels.end(), found.begin(), found.end());
    } while (acceptHere(','));
    return query;
  }

  HeadQuery like() {
    HeadQuery query;
    query.m_kind = Kind::Like;
    skipSpace();
    query.m_like.layer = number("a head such as 3.1");
    if (!acceptHere('.')) refuse("'.' between layer and head");
    query.m_like.head = number("a head");
    query.m_comparison = Comparison::AtLeast;
    query.m_value = kAlike;
    const std::size_t start = m_at;
    skipSpace();
    if (m_at < m_text.size() && std::string_view("<>=!").find(m_text[m_at]) != std::string_view::npos)
      compare(query, "a comparison");
    else
      m_at = start;
    return query;
  }

  int number(const char* what) {
    int value = 0;
    if (m_at >= m_text.size() || !isDigit(m_text[m_at])) refuse(what);
    const auto [end, error] = std::from_chars(m_text.data() + m_at, m_text.data() + m_text.size(), value);
    if (error != std::errc()) refuse(what);
    m_at = static_cast<std::size_t>(end - m_text.data());
    return value;
  }

  void compare(HeadQuery& query, const std::string& expected) {
    static constexpr std::pair<std::string_view, Comparison> kSigns[] = {
        {">=", Comparison::AtLeast}, {"<=", Comparison::AtMost}, {"!=", Comparison::Unequal},
        {"≥", Comparison::AtLeast},  {"≤", Comparison::AtMost},  {"≠", Comparison::Unequal},
        {"==", Comparison::Equal},   {">", Comparison::More},    {"<", Comparison::Less},
        {"=", Comparison::Equal}};
    skipSpace();
    const auto sign = std::find_if(std::begin(kSigns), std::end(kSigns),
                                   [this](const auto& each) { return m_text.substr(m_at).starts_with(each.first); });
    if (sign == std::end(kSigns)) refuse(expected);
    m_at += sign->first.size();
    query.m_comparison = sign->second;
    skipSpace();
    const auto [end, error] = std::from_chars(m_text.data() + m_at, m_text.data() + m_text.size(), query.m_value);
    if (error != std::errc() || !std::isfinite(query.m_value)) refuse("a number");
    m_at = static_cast<std::size_t>(end - m_text.data());
    if (acceptHere('%')) query.m_value /= 100;
    if (m_at < m_text.size() && isLetter(m_text[m_at])) refuse("a space after the number");
  }

  std::string quoted(std::size_t start) {
    const std::size_t end = m_text.find('"', m_at);
    if (end == std::string_view::npos) refuseAt(start, "a closing quotation mark");
    const std::string text(m_text.substr(m_at, end - m_at));
    m_at = end + 1;
    return text;
  }

  static HeadQuery joined(Kind kind, std::vector<HeadQuery> parts) {
    if (kind != Kind::Not && parts.size() == 1) return std::move(parts.front());
    HeadQuery query;
    query.m_kind = kind;
    query.m_parts = std::move(parts);
    return query;
  }

  void skipSpace() {
    while (m_at < m_text.size() && isBlank(m_text[m_at])) ++m_at;
  }

  std::string word() {
    const std::size_t start = m_at;
    while (m_at < m_text.size() && (isLetter(m_text[m_at]) || (m_at > start && isDigit(m_text[m_at])))) ++m_at;
    return lowerAscii(m_text.substr(start, m_at - start));
  }

  bool acceptWord(std::string_view wanted) {
    skipSpace();
    const std::size_t start = m_at;
    if (word() == wanted && (m_at == m_text.size() || m_text[m_at] != ':')) return skipSpace(), true;
    m_at = start;
    return false;
  }

  bool acceptHere(char wanted) {
    if (m_at >= m_text.size() || m_text[m_at] != wanted) return false;
    ++m_at;
    return true;
  }

  bool accept(char wanted) {
    skipSpace();
    if (!acceptHere(wanted)) return false;
    skipSpace();
    return true;
  }

  [[noreturn]] void refuse(const std::string& expected) {
    skipSpace();
    refuseAt(m_at, expected);
  }

  [[noreturn]] void refuseAt(std::size_t at, const std::string& expected) const {
    // Characters, not bytes.
    const auto characters = std::count_if(m_text.begin(), m_text.begin() + static_cast<std::ptrdiff_t>(at),
                                          [](char c) { return !utf8::continues(c); });
    const std::string found(m_text.substr(at, m_text.find_first_of(" )", at + 1) - at));
    throw Error("heads '" + std::string(m_text) + "', character " + std::to_string(characters + 1) + ": expected " +
                expected + ", found " + (found.empty() ? "the end" : "'" + found + "'"));
  }

  static constexpr const char* kConditions =
      "a metric, label:, like:, layer:, head:, attention: or a head such as 1.3";

  std::string_view m_text;
  std::size_t m_at = 0;
  int m_depth = 0;
};

HeadQuery parseHeadQuery(std::string_view text) { return HeadQueryParser(text).all(); }

bool HeadQuery::needsFacts() const {
  if (m_kind == Kind::Labels || (m_kind == Kind::Number && m_number != "layer" && m_number != "head")) return true;
  return std::any_of(m_parts.begin(), m_parts.end(), [](const HeadQuery& part) { return part.needsFacts(); });
}

std::vector<HeadId> HeadQuery::likened() const {
  std::set<HeadId> heads;
  if (m_kind == Kind::Like) heads.insert(m_like);
  for (const HeadQuery& part : m_parts)
    for (const HeadId head : part.likened()) heads.insert(head);
  return {heads.begin(), heads.end()};
}

bool HeadQuery::fits(HeadId head, const HeadFacts* facts, const HeadLikeness& likeness) const {
  return test(head, facts, likeness).value_or(false);
}

std::optional<bool> HeadQuery::test(HeadId head, const HeadFacts* facts, const HeadLikeness& likeness) const {
  switch (m_kind) {
    case Kind::All:
      return true;
    case Kind::Not: {
      const auto inside = m_parts.front().test(head, facts, likeness);
      return inside ? std::optional(!*inside) : std::nullopt;
    }
    case Kind::And:
    case Kind::Or: {
      // What is not known decides nothing: a false part of an "and", a true one of an "or" does.
      const bool decides = m_kind == Kind::Or;
      bool unknown = false;
      for (const HeadQuery& part : m_parts) {
        const auto answer = part.test(head, facts, likeness);
        if (answer == decides) return decides;
        unknown = unknown || !answer;
      }
      return unknown ? std::nullopt : std::optional(!decides);
    }
    case Kind::Heads:
      return std::any_of(m_heads.begin(), m_heads.end(), [head](const auto& pattern) {
        return matches(pattern.first, head.layer) && matches(pattern.second, head.head);
      });
    case Kind::Attention:
      return head.attention == m_attention;
    case Kind::Labels:
      if (!facts) return {};
      return std::find(m_labels.begin(), m_labels.end(), facts->labelling.label) != m_labels.end();
    case Kind::Number: {
      if (m_number == "layer") return compares(head.layer);
      if (m_number == "head") return compares(head.head);
      const auto value = facts ? headColumn(m_number).value(*facts) : std::nullopt;
      return value && std::isfinite(*value) ? std::optional(compares(*value)) : std::nullopt;
    }
    case Kind::Like: {
      const auto measured = likeness.find(m_like);
      if (measured == likeness.end()) return {};
      const auto alike = measured->second.find(head.of(AttentionType::Self));
      return alike == measured->second.end() ? std::nullopt : std::optional(compares(alike->second));
    }
  }
  return {};
}

bool HeadQuery::compares(double value) const {
  switch (m_comparison) {
    case Comparison::Less:
      return value < m_value;
    case Comparison::AtMost:
      return value <= m_value;
    case Comparison::Equal:
      return value == m_value;
    case Comparison::AtLeast:
      return value >= m_value;
    case Comparison::More:
      return value > m_value;
    case Comparison::Unequal:
      return value != m_value;
  }
  return false;
}

HeadLikeness likenessTo(const std::vector<HeadId>& heads, const AttentionMaps& maps, const Progress& progress) {
  HeadLikeness likeness;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    const HeadId like = heads[i];
    if (!maps.has(like))
      throw Error("like:" + nameOf(like) + ": expected a head of this attention, found none with that number");
    likeness[like][like] = 1;
    const auto count = static_cast<double>(heads.size());
    for (const HeadDistance& other :
         rankLikeness(maps, like, progress.slice(static_cast<double>(i) / count, (static_cast<double>(i) + 1) / count)))
      likeness[like][other.head.of(AttentionType::Self)] = 1 - other.divergence / kLargestDivergence;
  }
  return likeness;
}

std::vector<std::string> headQueryWords() {
  std::vector<std::string> words;
  for (const HeadColumn& column : headColumns()) words.emplace_back(column.name);
  for (const HeadLabel label : kScoredLabels) {
    std::string name = std::string("label:") + nameOf(label);
    std::replace(name.begin(), name.end(), ' ', '_');
    words.push_back(std::move(name));
  }
  for (const AttentionName& attention : kAttentions) words.push_back("attention:" + std::string(attention.name));
  for (const char* word : {"label:none", "label:any", "layer", "layer:", "head:", "like:", "and", "or", "not"})
    words.emplace_back(word);
  return words;
}

}  // namespace headlight
