#include "core/intervention/grammar.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>
#include <utility>

#include "core/base/error.h"

namespace headlight {
namespace {

constexpr std::pair<std::string_view, TokenPick::Kind> kTokenKinds[] = {
    {"first", TokenPick::Kind::First},     {"last", TokenPick::Kind::Last},
    {"special", TokenPick::Kind::Special}, {"punctuation", TokenPick::Kind::Punctuation},
    {"sink", TokenPick::Kind::Sink},
};

class Parser {
 public:
  explicit Parser(std::string_view text, const char* what = "intervention") : m_text(text), m_what(what) {}

  std::vector<Intervention> all() {
    std::vector<Intervention> list;
    do list.push_back(one());
    while (accept(";"));
    skipSpace();
    if (m_at < m_text.size()) refuse("';' or the end");
    return list;
  }

  HeadSet onlyHeads() {
    HeadSet set = heads();
    skipSpace();
    if (m_at < m_text.size()) refuse("',' or the end");
    return set;
  }

 private:
  Intervention one() {
    const std::size_t start = (skipSpace(), m_at);
    const std::string_view verb = word();
    if (verb == "ablate") return ablate();
    if (verb == "mask") return mask();
    if (verb == "temperature") {
      const double t = number("a temperature");
      return Temperature{t, optionalHeads()};
    }
    if (verb == "uniform") return Uniform{heads()};
    if (verb == "cap") {
      TokenSet keys = tokens();
      const double most = number("a part from 0 to 1");
      return Cap{std::move(keys), most, optionalHeads()};
    }
    if (verb == "scale") {
      TokenSet keys = tokens();
      const double factor = number("a factor");
      return Scale{std::move(keys), factor, optionalHeads()};
    }
    if (verb == "dropout") return dropout();
    if (verb == "patch") return patch();
    if (verb == "expert") return experts();
    if (verb == "cover") {
      TokenSet patches = tokens();
      return OccludePatches{std::move(patches),
                            acceptWord("mean") ? OccludePatches::By::Mean : OccludePatches::By::Zero};
    }
    m_at = start;
    refuse("ablate, mask, temperature, uniform, cap, scale, dropout, patch, expert or cover");
  }

  Intervention ablate() {
    Ablate a{heads(), Ablate::By::Zero, {}};
    if (!acceptWord("mean")) return a;
    a.by = Ablate::By::Mean;
    if (acceptWord("of")) {
      a.by = Ablate::By::MeanOfOther;
      a.other = quoted();
    }
    return a;
  }

  Intervention mask() {
    Mask m;
    if (acceptWord("key")) {
      m.keys = tokens();
    } else if (acceptWord("row")) {
      m.queries = tokens();
    } else if (acceptWord("cell")) {
      m.queries = tokens();
      m.keys = tokens();
    } else {
      refuse("key, row or cell");
    }
    m.heads = optionalHeads();
    return m;
  }

  Intervention dropout() {
    Dropout d;
    d.rate = number("a rate from 0 to 1");
    if (acceptWord("seed")) d.seed = whole<std::uint64_t>("a seed");
    if (acceptWord("draws")) d.draws = whole<int>("a number of draws");
    d.heads = optionalHeads();
    return d;
  }

  Intervention patch() {
    ActivationPatch p;
    if (acceptWord("pattern"))
      p.what = ActivationPatch::What::Pattern;
    else if (!acceptWord("output"))
      refuse("pattern or output");
    p.heads = heads();
    if (!acceptWord("from")) refuse("'from'");
    p.other = quoted();
    return p;
  }

  Intervention experts() {
    SwitchExperts s;
    s.experts = heads("an expert");
    if (acceptWord("force"))
      s.to = SwitchExperts::To::Force;
    else if (!acceptWord("off"))
      refuse("off or force");
    if (acceptWord("at")) s.tokens = tokens();
    return s;
  }

  HeadSet optionalHeads() { return acceptWord("in") ? heads() : HeadSet{}; }

  HeadSet heads(const std::string& thing = "a head") {
    HeadSet set;
    do {
      HeadRange range;
      const auto named = std::find_if(std::begin(kAttentions), std::end(kAttentions),
                                      [this](const AttentionName& attention) { return acceptWord(attention.name); });
      if (named != std::end(kAttentions))
        range.attention = named->type;
      else if (acceptWord(kVisionAttention.name))
        range.attention = kVisionAttention.type;
      const bool spelt = acceptWord("layer") || acceptWord("l") || accept("L");
      if (!spelt && !acceptWord("head")) acceptWord("heads");
      skipSpace();
      range.layers = numbers("a layer");
      if (spelt ? acceptSpeltHead() : acceptHere("."))
        range.heads = numbers(thing);
      else if (!spelt)
        refuse("'.' between layer and " + thing.substr(thing.find(' ') + 1));
      set.push_back(range);
    } while (accept(","));
    // Every head of self-attention is in one range, and alone it is the empty set, in whatever way it was written.
    if (std::find(set.begin(), set.end(), HeadRange{}) == set.end()) return set;
    std::erase_if(set, [](const HeadRange& range) { return range.attention == AttentionType::Self; });
    if (!set.empty()) set.insert(set.begin(), HeadRange{});
    return set;
  }

  /// What stands between the numbers of "L3H1", "layer 3, head 1", "L3.1"; without it every head of the layer is meant.
  bool acceptSpeltHead() {
    const std::size_t start = m_at;
    const bool between = accept(".") || accept(",");
    if (acceptWord("head") || acceptWord("heads") || acceptWord("h") || accept("H")) {
      skipSpace();
      return true;
    }
    if (between && m_text[start] == '.') return true;
    m_at = start;
    return false;
  }

  NumberRange numbers(const std::string& what) {
    if (acceptHere("*")) return {};
    NumberRange range;
    const std::size_t start = m_at;
    range.first = range.last = whole<int>(what);
    if (acceptHere("-")) range.last = whole<int>("the end of a range");
    if (range.last < range.first) refuseAt(start, "a range that does not run backwards");
    return range;
  }

  TokenSet tokens() {
    TokenSet set;
    do {
      skipSpace();
      const std::size_t start = m_at;
      TokenPick pick;
      const std::string_view name = word();
      const auto named = std::find_if(std::begin(kTokenKinds), std::end(kTokenKinds),
                                      [name](const auto& entry) { return entry.first == name; });
      if (named != std::end(kTokenKinds)) {
        pick.kind = named->second;
      } else {
        m_at = start;
        pick.first = pick.last = whole<int>("a token number, first, last, special, punctuation or sink");
        if (acceptHere("-")) pick.last = whole<int>("the end of a range");
        if (pick.last < pick.first) refuseAt(start, "a range that does not run backwards");
      }
      set.push_back(pick);
    } while (accept(","));
    return set;
  }

  double number(const char* what) {
    skipSpace();
    double value = 0;
    const auto [end, error] = std::from_chars(m_text.data() + m_at, m_text.data() + m_text.size(), value);
    if (error != std::errc() || !std::isfinite(value)) refuse(what);
    m_at = static_cast<std::size_t>(end - m_text.data());
    return value;
  }

  template <class T>
  T whole(const std::string& what) {
    skipSpace();
    T value = 0;
    if (m_at >= m_text.size() || m_text[m_at] < '0' || m_text[m_at] > '9') refuse(what);
    const auto [end, error] = std::from_chars(m_text.data() + m_at, m_text.data() + m_text.size(), value);
    if (error != std::errc()) refuse(what);
    m_at = static_cast<std::size_t>(end - m_text.data());
    return value;
  }

  std::string quoted() {
    if (!accept("\"")) refuse("a text in quotation marks");
    std::string out;
    for (; m_at < m_text.size() && m_text[m_at] != '"'; ++m_at) {
      if (m_text[m_at] == '\\' && m_at + 1 < m_text.size()) ++m_at;
      out += m_text[m_at];
    }
    if (!acceptHere("\"")) refuse("a closing quotation mark");
    return out;
  }

  void skipSpace() {
    while (m_at < m_text.size() && (m_text[m_at] == ' ' || m_text[m_at] == '\t' || m_text[m_at] == '\n')) ++m_at;
  }

  std::string_view word() {
    skipSpace();
    const std::size_t start = m_at;
    while (m_at < m_text.size() && m_text[m_at] >= 'a' && m_text[m_at] <= 'z') ++m_at;
    return m_text.substr(start, m_at - start);
  }

  bool acceptWord(std::string_view wanted) {
    const std::size_t start = m_at;
    if (word() == wanted) return true;
    m_at = start;
    return false;
  }

  bool acceptHere(std::string_view wanted) {
    if (m_text.substr(m_at, wanted.size()) != wanted) return false;
    m_at += wanted.size();
    return true;
  }

  bool accept(std::string_view wanted) {
    skipSpace();
    return acceptHere(wanted);
  }

  [[noreturn]] void refuse(const std::string& expected) {
    skipSpace();
    refuseAt(m_at, expected);
  }

  [[noreturn]] void refuseAt(std::size_t at, const std::string& expected) const {
    std::string found(m_text.substr(at, m_text.find_first_of(" ;", at + 1) - at));
    throw Error(std::string(m_what) + " '" + std::string(m_text) + "', character " + std::to_string(at + 1) +
                ": expected " + expected + ", found " + (found.empty() ? "the end" : "'" + found + "'"));
  }

  std::string_view m_text;
  const char* m_what;  ///< What messages call the text.
  std::size_t m_at = 0;
};

template <class Part>
std::string joined(const std::vector<Part>& parts, const std::function<std::string(const Part&)>& text) {
  std::string out;
  for (const Part& part : parts) out += (out.empty() ? "" : ",") + text(part);
  return out;
}

std::string rangeText(std::int64_t first, std::int64_t last) {
  return std::to_string(first) + (last == first ? "" : "-" + std::to_string(last));
}

std::string headsText(const HeadSet& set) {
  const auto numbers = [](const NumberRange& range) {
    return range == NumberRange{} ? std::string("*") : rangeText(range.first, range.last);
  };
  return set.empty() ? "*.*" : joined<HeadRange>(set, [&](const HeadRange& range) {
    return headPrefix(range.attention) + numbers(range.layers) + "." + numbers(range.heads);
  });
}

std::string inHeads(const HeadSet& set) { return set.empty() ? "" : " in " + headsText(set); }

std::string tokensText(const TokenSet& set) {
  return joined<TokenPick>(set, [](const TokenPick& pick) {
    for (const auto& [name, kind] : kTokenKinds)
      if (kind == pick.kind) return std::string(name);
    return rangeText(pick.first, pick.last);
  });
}

/// The shortest text that reads back as the same number.
std::string numberText(double value) {
  char buffer[32];
  const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value);
  return {buffer, end};
}

std::string quotedText(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

struct Printer {
  std::string operator()(const Ablate& a) const {
    std::string text = "ablate " + headsText(a.heads);
    if (a.by != Ablate::By::Zero) text += " mean";
    if (a.by == Ablate::By::MeanOfOther) text += " of " + quotedText(a.other);
    return text;
  }
  std::string operator()(const Mask& m) const {
    if (m.keys.empty()) return "mask row " + tokensText(m.queries) + inHeads(m.heads);
    if (m.queries.empty()) return "mask key " + tokensText(m.keys) + inHeads(m.heads);
    return "mask cell " + tokensText(m.queries) + " " + tokensText(m.keys) + inHeads(m.heads);
  }
  std::string operator()(const Temperature& t) const {
    return "temperature " + numberText(t.temperature) + inHeads(t.heads);
  }
  std::string operator()(const Uniform& u) const { return "uniform " + headsText(u.heads); }
  std::string operator()(const Cap& c) const {
    return "cap " + tokensText(c.keys) + " " + numberText(c.most) + inHeads(c.heads);
  }
  std::string operator()(const Scale& s) const {
    return "scale " + tokensText(s.keys) + " " + numberText(s.factor) + inHeads(s.heads);
  }
  std::string operator()(const Dropout& d) const {
    return "dropout " + numberText(d.rate) + (d.seed ? " seed " + std::to_string(d.seed) : "") +
           (d.draws != 1 ? " draws " + std::to_string(d.draws) : "") + inHeads(d.heads);
  }
  std::string operator()(const ActivationPatch& p) const {
    return std::string("patch ") + (p.what == ActivationPatch::What::Pattern ? "pattern " : "output ") +
           headsText(p.heads) + " from " + quotedText(p.other);
  }
  std::string operator()(const SwitchExperts& s) const {
    return "expert " + headsText(s.experts) + (s.to == SwitchExperts::To::Off ? " off" : " force") +
           (s.tokens.empty() ? "" : " at " + tokensText(s.tokens));
  }
  std::string operator()(const OccludePatches& c) const {
    return "cover " + tokensText(c.patches) + (c.by == OccludePatches::By::Mean ? " mean" : "");
  }
};

}  // namespace

std::vector<Intervention> parseInterventions(std::string_view text) { return Parser(text).all(); }

HeadSet parseHeads(std::string_view text) { return Parser(text, "heads").onlyHeads(); }

std::string textOf(const Intervention& intervention) { return std::visit(Printer(), intervention); }

std::string textOf(const std::vector<Intervention>& interventions) {
  std::string text;
  for (const Intervention& one : interventions) text += (text.empty() ? "" : "; ") + textOf(one);
  return text;
}

}  // namespace headlight
