#include "core/intervention/grammar.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>
#include <optional>
#include <utility>

#include "core/base/nearest_names.h"
#include "core/intervention/quoted.h"

namespace headlight {
namespace {

constexpr std::pair<std::string_view, TokenPick::Kind> kTokenKinds[] = {
    {"first", TokenPick::Kind::First},     {"last", TokenPick::Kind::Last},
    {"special", TokenPick::Kind::Special}, {"punctuation", TokenPick::Kind::Punctuation},
    {"sink", TokenPick::Kind::Sink},
};

/// What VALUES are called.
constexpr std::pair<std::string_view, LayerSite> kSites[] = {
    {"stream", LayerSite::Input},
    {"attention", LayerSite::AttentionOutput},
    {"mlp", LayerSite::FeedForwardOutput},
    {"q", LayerSite::Query},
    {"k", LayerSite::Key},
    {"v", LayerSite::Value},
    {"output", LayerSite::HeadOutput},
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

  /// What was tried at the end of the text.
  const GrammarOffer& offers() const { return m_offers; }

 private:
  Intervention one() {
    if (acceptWord("ablate")) return ablate();
    if (acceptWord("mask")) return mask();
    if (acceptWord("patch")) return patch();
    if (acceptWord("scale")) return scale();
    if (acceptWord("steer")) return steer();
    if (acceptWord("temperature")) {
      const double t = number("a temperature");
      return Temperature{t, optionalHeads()};
    }
    if (acceptWord("uniform")) return Uniform{heads()};
    if (acceptWord("cap")) {
      TokenSet keys = tokens();
      const double most = number("a part from 0 to 1");
      return Cap{std::move(keys), most, optionalHeads()};
    }
    if (acceptWord("dropout")) return dropout();
    if (acceptWord("expert")) return experts();
    if (acceptWord("cover")) {
      TokenSet patches = tokens();
      return OccludePatches{std::move(patches), acceptWord("mean")   ? OccludePatches::By::Mean
                                                : acceptWord("blur") ? OccludePatches::By::Blur
                                                                     : OccludePatches::By::Zero};
    }
    skipSpace();
    const std::size_t start = m_at;
    static const std::vector<std::string> kVerbs = {"ablate",  "mask", "patch",   "scale",  "steer", "temperature",
                                                    "uniform", "cap",  "dropout", "expert", "cover"};
    const std::vector<std::string> near = nearestNames(word(), kVerbs, 1);
    refuseAt(start, "ablate, mask, patch, scale, steer, temperature, uniform, cap, dropout, expert or cover",
             near.empty() ? "" : "; did you mean " + near.front() + "?");
  }

  Intervention ablate() {
    using By = ChangeValues::By;
    ChangeValues c;
    c.site = acceptSite().value_or(LayerSite::HeadOutput);
    c.places = placesOf(c);
    c.tokens = optionalTokens();
    if (acceptWord("mean")) {
      c.by = By::Mean;
      if (acceptWord("of")) {
        c.by = acceptWord("file") ? By::MeanOfFile : By::MeanOfOther;
        c.other = c.by == By::MeanOfFile ? quoted("a file", m_offers.file) : quoted("a text", m_offers.text);
      }
    } else if (acceptWord("resample")) {
      c.by = By::Resample;
      if (!acceptWord("of")) refuse("'of'");
      c.other = quoted("a text", m_offers.text);
      if (acceptWord("seed")) c.seed = whole<std::uint64_t>("a seed");
    } else {
      acceptWord("zero");
    }
    const bool entire = c.site == LayerSite::HeadOutput && c.tokens.empty();
    if (entire && c.by == By::Zero) return Ablate{c.places, Ablate::By::Zero, {}};
    if (entire && c.by == By::Mean) return Ablate{c.places, Ablate::By::Mean, {}};
    if (entire && c.by == By::MeanOfOther) return Ablate{c.places, Ablate::By::MeanOfOther, c.other};
    return c;
  }

  Intervention scale() {
    if (const auto site = acceptSite()) {
      ChangeValues c{*site};
      c.by = ChangeValues::By::Factor;
      c.places = placesOf(c);
      c.tokens = optionalTokens();
      if (!acceptWord("by")) refuse("'by'");
      c.factor = number("a factor");
      return c;
    }
    TokenSet keys = tokens();
    const double factor = number("a factor");
    return Scale{std::move(keys), factor, optionalHeads()};
  }

  Intervention steer() {
    Steer s;
    s.file = quoted("a file", m_offers.file);
    s.strength = number("a strength");
    s.tokens = optionalTokens();
    return s;
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
    if (acceptWord("pattern")) {
      ActivationPatch p{ActivationPatch::What::Pattern, heads()};
      p.other = from();
      return p;
    }
    const auto site = acceptSite();
    if (!site) refuse("pattern, output, stream, attention, mlp, q, k or v");
    ChangeValues c{*site};
    c.by = ChangeValues::By::Patch;
    c.places = placesOf(c);
    c.tokens = optionalTokens();
    c.other = from();
    if (c.site == LayerSite::HeadOutput && c.tokens.empty())
      return ActivationPatch{ActivationPatch::What::Output, c.places, c.other};
    return c;
  }

  std::string from() {
    if (!acceptWord("from")) refuse("'from'");
    return quoted("a text", m_offers.text);
  }

  Intervention experts() {
    SwitchExperts s;
    s.experts = heads("an expert");
    if (acceptWord("force"))
      s.to = SwitchExperts::To::Force;
    else if (!acceptWord("off"))
      refuse("off or force");
    s.tokens = optionalTokens();
    return s;
  }

  HeadSet optionalHeads() { return acceptWord("in") ? heads() : HeadSet{}; }
  TokenSet optionalTokens() { return acceptWord("at") ? tokens() : TokenSet{}; }

  std::optional<LayerSite> acceptSite() {
    for (const auto& [name, site] : kSites)
      if (acceptWord(name)) return site;
    return {};
  }

  /// Heads, or layers with all their heads.
  HeadSet placesOf(const ChangeValues& change) { return change.ofHeads() ? heads() : layers(); }

  /// The stack or attention that a range is of.
  AttentionType optionalAttention() {
    for (const AttentionName& attention : kAttentions)
      if (acceptWord(attention.name)) return attention.type;
    if (acceptWord("stage")) {
      for (const AttentionName& stage : kStages)
        if (acceptHere(stage.name.substr(std::string_view("stage").size()))) return stage.type;
      refuse("stage1, stage2, stage3 or stage4");
    }
    return acceptWord(kVisionAttention.name) ? kVisionAttention.type : AttentionType::Self;
  }

  HeadSet layers() {
    HeadSet set;
    do {
      HeadRange range;
      range.attention = optionalAttention();
      if (!acceptWord("layer")) acceptWord("layers");
      skipSpace();
      range.layers = numbers("a layer");
      set.push_back(range);
    } while (accept(","));
    return withEveryHeadOnce(std::move(set));
  }

  /// Every head of self-attention is in one range, and alone it is the empty set, in whatever way it was written.
  static HeadSet withEveryHeadOnce(HeadSet set) {
    if (std::find(set.begin(), set.end(), HeadRange{}) == set.end()) return set;
    std::erase_if(set, [](const HeadRange& range) { return range.attention == AttentionType::Self; });
    if (!set.empty()) set.insert(set.begin(), HeadRange{});
    return set;
  }

  HeadSet heads(const std::string& thing = "a head") {
    HeadSet set;
    do {
      HeadRange range;
      range.attention = optionalAttention();
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
    return withEveryHeadOnce(std::move(set));
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
      TokenPick pick;
      const auto named = std::find_if(std::begin(kTokenKinds), std::end(kTokenKinds),
                                      [this](const auto& entry) { return acceptWord(entry.first); });
      if (named != std::end(kTokenKinds)) {
        pick.kind = named->second;
      } else if (atEnd(m_offers.token) || m_text[m_at] != '"') {
        const std::size_t start = m_at;
        pick.first = pick.last =
            whole<int>("a token number, first, last, special, punctuation, sink or a word in quotation marks");
        if (acceptHere("-")) pick.last = whole<int>("the end of a range");
        if (pick.last < pick.first) refuseAt(start, "a range that does not run backwards");
      } else {
        const std::size_t start = m_at;
        pick.kind = TokenPick::Kind::Named;
        pick.name = quoted("a word", m_offers.token);
        if (pick.name.empty()) refuseAt(start, "a word in quotation marks");
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

  /// Whether nothing is left; `offer` is then noted as what may come.
  bool atEnd(bool& offer) {
    skipSpace();
    if (m_at < m_text.size()) return false;
    offer = true;
    return true;
  }

  std::string quoted(const std::string& what, bool& offer) {
    if (atEnd(offer) || !accept("\"")) refuse(what + " in quotation marks");
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
    if (m_at == m_text.size() && m_text.find_last_not_of(" \t\n", m_at) + 1 <= start) offer(wanted);
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

  [[noreturn]] void refuseAt(std::size_t at, const std::string& expected, const std::string& hint = {}) const {
    std::string found(m_text.substr(at, m_text.find_first_of(" ;", at + 1) - at));
    // Characters are counted, not their bytes.
    const auto before = std::count_if(m_text.begin(), m_text.begin() + static_cast<std::ptrdiff_t>(at),
                                      [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
    throw GrammarError(std::string(m_what) + " '" + std::string(m_text) + "', character " + std::to_string(before + 1) +
                           ": expected " + expected + ", found " + (found.empty() ? "the end" : "'" + found + "'") +
                           hint,
                       at);
  }

  void offer(std::string_view word) {
    // Short ways to write heads are read and not offered.
    if (word == "l" || word == "h" || word == "head" || word == "heads" || word == "layer" || word == "layers") return;
    if (std::find(m_offers.words.begin(), m_offers.words.end(), word) == m_offers.words.end())
      m_offers.words.emplace_back(word);
  }

  std::string_view m_text;
  const char* m_what;  ///< What messages call the text.
  std::size_t m_at = 0;
  GrammarOffer m_offers;
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

std::string layersText(const HeadSet& set) {
  return set.empty() ? "*" : joined<HeadRange>(set, [](const HeadRange& range) {
    return headPrefix(range.attention) +
           (range.layers == NumberRange{} ? std::string("*") : rangeText(range.layers.first, range.layers.last));
  });
}

std::string inHeads(const HeadSet& set) { return set.empty() ? "" : " in " + headsText(set); }

std::string tokensText(const TokenSet& set) {
  return joined<TokenPick>(set, [](const TokenPick& pick) {
    if (pick.kind == TokenPick::Kind::Named) return quotedInGrammar(pick.name);
    for (const auto& [name, kind] : kTokenKinds)
      if (kind == pick.kind) return std::string(name);
    return rangeText(pick.first, pick.last);
  });
}

std::string atTokens(const TokenSet& set) { return set.empty() ? "" : " at " + tokensText(set); }

/// The shortest text that reads back as the same number.
std::string numberText(double value) {
  char buffer[32];
  const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value);
  return {buffer, end};
}

struct Printer {
  std::string operator()(const Ablate& a) const {
    std::string text = "ablate " + headsText(a.heads);
    if (a.by != Ablate::By::Zero) text += " mean";
    if (a.by == Ablate::By::MeanOfOther) text += " of " + quotedInGrammar(a.other);
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
           headsText(p.heads) + " from " + quotedInGrammar(p.other);
  }
  std::string operator()(const SwitchExperts& s) const {
    return "expert " + headsText(s.experts) + (s.to == SwitchExperts::To::Off ? " off" : " force") + atTokens(s.tokens);
  }
  std::string operator()(const ChangeValues& c) const {
    using By = ChangeValues::By;
    std::string what;
    for (const auto& [name, site] : kSites)
      if (site == c.site) what = std::string(name) + " " + (c.ofHeads() ? headsText(c.places) : layersText(c.places));
    what += atTokens(c.tokens);
    switch (c.by) {
      case By::Zero:
        return "ablate " + what;
      case By::Mean:
        return "ablate " + what + " mean";
      case By::MeanOfOther:
        return "ablate " + what + " mean of " + quotedInGrammar(c.other);
      case By::MeanOfFile:
        return "ablate " + what + " mean of file " + quotedInGrammar(c.other);
      case By::Resample:
        return "ablate " + what + " resample of " + quotedInGrammar(c.other) +
               (c.seed ? " seed " + std::to_string(c.seed) : "");
      case By::Patch:
        return "patch " + what + " from " + quotedInGrammar(c.other);
      case By::Factor:
        return "scale " + what + " by " + numberText(c.factor);
    }
    return {};
  }
  std::string operator()(const Steer& s) const {
    return "steer " + quotedInGrammar(s.file) + " " + numberText(s.strength) + atTokens(s.tokens);
  }
  std::string operator()(const OccludePatches& c) const {
    return "cover " + tokensText(c.patches) +
           (c.by == OccludePatches::By::Mean   ? " mean"
            : c.by == OccludePatches::By::Blur ? " blur"
                                               : "");
  }
};

}  // namespace

std::vector<Intervention> parseInterventions(std::string_view text) { return Parser(text).all(); }

HeadSet parseHeads(std::string_view text) { return Parser(text, "heads").onlyHeads(); }

GrammarOffer offersAfter(std::string_view begun) {
  Parser parser(begun);
  try {
    parser.all();
  } catch (const GrammarError& error) {
    const auto end = begun.find_last_not_of(" \t\n");
    if (end != begun.npos && error.at <= end) return {};
  }
  return parser.offers();
}

std::string textOf(const Intervention& intervention) { return std::visit(Printer(), intervention); }

std::string textOf(const std::vector<Intervention>& interventions) {
  std::string text;
  for (const Intervention& one : interventions) text += (text.empty() ? "" : "; ") + textOf(one);
  return text;
}

}  // namespace headlight
