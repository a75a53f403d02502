#include "core/text/regex/regex_syntax.h"

#include <vector>

#include "core/base/error.h"
#include "core/text/regex/regex_class.h"

namespace headlight {

namespace {

class Translator {
 public:
  explicit Translator(std::string_view pattern) : m_in(pattern) {}

  std::string run() {
    while (m_at < m_in.size()) step();
    if (m_groups.size() != 1) throw Error("regular expression: expected ')' at the end");
    m_out.append(m_groups.back().optionGroups, ')');
    return std::move(m_out);
  }

 private:
  void step() {
    const char c = m_in[m_at];
    if (c == '\\') return escape();
    if (c == '[') {
      beginAtom();
      m_out += translateClass(m_in, m_at);
      return;
    }
    if (c == '(') return open();
    if (c == ')') return close();
    if (c == '|') {
      m_hasAtom = false;
      m_out += m_in[m_at++];
      return;
    }
    if (c == '*' || c == '+' || c == '?') return simpleQuantifier();
    if (c == '{' && interval()) return;
    beginAtom();
    if (c == '{') m_out += '\\';
    do {
      m_out += m_in[m_at++];
    } while (m_at < m_in.size() && (static_cast<unsigned char>(m_in[m_at]) & 0xC0) == 0x80);
  }

  void beginAtom() {
    m_atom = m_out.size();
    m_hasAtom = true;
    m_quantified = false;
  }

  /// Puts the last atom, with the quantifier it has, into a group.
  void wrapAtom() {
    m_out.insert(m_atom, "(?:");
    m_out += ')';
  }

  void shorthand(char letter) {
    beginAtom();
    RegexClass set;
    set.addShorthand(static_cast<char>(letter | 0x20), true);
    m_out += set.text(letter < 'a');
    m_at += 2;
  }

  void escape() {
    if (m_at + 1 >= m_in.size()) throw Error("regular expression: expected something after '\\' at the end");
    const char letter = m_in[m_at + 1];
    switch (letter) {
      case 'd':
      case 'D':
      case 's':
      case 'S':
      case 'w':
      case 'W':
      case 'h':
      case 'H':
        return shorthand(letter);
      case 'p':
      case 'P': {
        const std::size_t end = m_in.find('}', m_at);
        if (m_at + 2 >= m_in.size() || m_in[m_at + 2] != '{' || end == std::string_view::npos) {
          throw Error("regular expression: expected {property} after \\p");
        }
        beginAtom();
        std::string_view name = m_in.substr(m_at + 3, end - m_at - 3);
        bool negated = letter == 'P';
        if (name.starts_with('^')) {
          name.remove_prefix(1);
          negated = !negated;
        }
        RegexClass set;
        set.addProperty(name, false);
        m_out += set.text(negated);
        m_at = end + 1;
        return;
      }
      case 'b':
      case 'B': {
        RegexClass word;
        word.addShorthand('w', true);
        const std::string w = word.text(false);
        beginAtom();
        m_out += letter == 'b' ? "(?:(?<=" + w + ")(?!" + w + ")|(?<!" + w + ")(?=" + w + "))"
                               : "(?:(?<=" + w + ")(?=" + w + ")|(?<!" + w + ")(?!" + w + "))";
        m_at += 2;
        return;
      }
      case 'v':
        return literal("\\x{B}", 2);
      case 'O':
        return literal("(?s:.)", 2);
      case 'u':
        if (m_at + 6 > m_in.size()) throw Error("regular expression: expected four hexadecimal digits after \\u");
        return literal("\\x{" + std::string(m_in.substr(m_at + 2, 4)) + "}", 6);
      case 'y':
      case 'Y':
        throw Error("regular expression: \\y (text segment boundary) is not supported");
      case 'x': {
        const std::size_t end = m_at + 2 < m_in.size() && m_in[m_at + 2] == '{' ? m_in.find('}', m_at) : m_at;
        if (end == std::string_view::npos) throw Error("regular expression: expected '}' after \\x{");
        const std::size_t length = end > m_at ? end + 1 - m_at : 2;
        return literal(std::string(m_in.substr(m_at, length)), length);
      }
      case 'k':
      case 'g': {
        // Back reference or call of a named group: the name must not be taken for text.
        const std::size_t end =
            m_at + 2 < m_in.size() && m_in[m_at + 2] == '<' ? m_in.find('>', m_at) : std::string_view::npos;
        if (end == std::string_view::npos)
          throw Error("regular expression: expected <name> after \\" + std::string(1, letter));
        return literal(std::string(m_in.substr(m_at, end + 1 - m_at)), end + 1 - m_at);
      }
      default:
        break;
    }
    const bool isLetter = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
    constexpr std::string_view kSame = "tnrfaeAzZGRXKN";
    if (isLetter && kSame.find(letter) == std::string_view::npos) return literal(std::string(1, letter), 2);
    beginAtom();
    m_out += '\\';
    ++m_at;
    do {
      m_out += m_in[m_at++];
    } while (m_at < m_in.size() && (static_cast<unsigned char>(m_in[m_at]) & 0xC0) == 0x80);
  }

  void literal(const std::string& text, std::size_t length) {
    beginAtom();
    m_out += text;
    m_at += length;
  }

  void open() {
    m_groups.push_back({m_out.size(), 0});
    m_hasAtom = false;
    m_out += m_in[m_at++];
    if (m_at >= m_in.size() || m_in[m_at] != '?') return;
    m_out += m_in[m_at++];
    const char kind = m_at < m_in.size() ? m_in[m_at] : '\0';
    if (kind == '~') throw Error("regular expression: the absence operator (?~ is not supported");
    if (kind == '#') {
      const std::size_t end = m_in.find(')', m_at);
      if (end == std::string_view::npos) throw Error("regular expression: expected ')' after (?#");
      m_out.resize(m_groups.back().start);
      m_groups.pop_back();
      m_at = end + 1;
      return;
    }
    if (kind == '<' || kind == '\'') {
      m_out += m_in[m_at++];
      if (kind == '<' && m_at < m_in.size() && (m_in[m_at] == '=' || m_in[m_at] == '!')) {
        m_out += m_in[m_at++];
        return;
      }
      const char closing = kind == '<' ? '>' : '\'';
      while (m_at < m_in.size() && m_in[m_at] != closing) m_out += m_in[m_at++];
      if (m_at < m_in.size()) m_out += m_in[m_at++];
      return;
    }
    if (kind == ':' || kind == '=' || kind == '!' || kind == '>') {
      m_out += m_in[m_at++];
      return;
    }
    // Options: m means "the dot matches line feeds", which PCRE2 calls s.
    while (m_at < m_in.size() && m_in[m_at] != ')' && m_in[m_at] != ':') {
      const char flag = m_in[m_at++];
      if (flag != 'i' && flag != 'm' && flag != 'x' && flag != '-') {
        throw Error("regular expression: expected the options i, m or x, found '" + std::string(1, flag) + "'");
      }
      m_out += flag == 'm' ? 's' : flag;
    }
    if (m_at < m_in.size() && m_in[m_at] == ':') {
      m_out += m_in[m_at++];
    } else if (m_at < m_in.size()) {
      // "(?i)" holds until the end of the group around it, alternatives included: a(?i)b|c is a(?i:b|c).
      m_groups.pop_back();
      ++m_groups.back().optionGroups;
      m_out += ':';
      ++m_at;
    }
  }

  void close() {
    if (m_groups.size() == 1) throw Error("regular expression: expected '(' before ')'");
    m_out.append(m_groups.back().optionGroups, ')');
    m_out += m_in[m_at++];
    m_atom = m_groups.back().start;
    m_groups.pop_back();
    m_hasAtom = true;
    m_quantified = false;
  }

  void simpleQuantifier() {
    if (!m_hasAtom)
      throw Error("regular expression: expected something in front of '" + std::string(1, m_in[m_at]) + "'");
    if (m_quantified) wrapAtom();
    m_out += m_in[m_at++];
    // One '?' (reluctant) or '+' (possessive) belongs to it.
    if (m_at < m_in.size() && (m_in[m_at] == '?' || m_in[m_at] == '+')) m_out += m_in[m_at++];
    m_quantified = true;
  }

  /// {n} {n,} {n,m} {,m}; false when the brace is just a character.
  bool interval() {
    const std::size_t end = m_in.find('}', m_at);
    if (end == std::string_view::npos || !m_hasAtom) return false;
    std::string_view inside = m_in.substr(m_at + 1, end - m_at - 1);
    const std::size_t comma = inside.find(',');
    const std::string_view low = inside.substr(0, comma);
    const std::string_view high = comma == std::string_view::npos ? std::string_view{} : inside.substr(comma + 1);
    const auto isNumber = [](std::string_view s) {
      return s.find_first_not_of("0123456789") == std::string_view::npos;
    };
    if (!isNumber(low) || !isNumber(high) || (low.empty() && high.empty())) return false;
    if (m_quantified) wrapAtom();
    m_out += "{" + (low.empty() ? "0" : std::string(low));
    if (comma != std::string_view::npos) m_out += "," + std::string(high);
    m_out += '}';
    m_at = end + 1;
    m_quantified = true;
    const char after = m_at < m_in.size() ? m_in[m_at] : '\0';
    if (after == '+' || (after == '?' && comma == std::string_view::npos)) {
      // In Ruby's syntax {n,m}+ repeats the whole again, and {n}? makes it optional.
      wrapAtom();
      m_out += after;
      ++m_at;
    } else if (after == '?') {
      m_out += after;
      ++m_at;
    }
    return true;
  }

  std::string_view m_in;
  std::string m_out;
  std::size_t m_at = 0, m_atom = 0;
  bool m_hasAtom = false, m_quantified = false;
  struct Group {
    std::size_t start;         // in m_out
    std::size_t optionGroups;  // opened for "(?i)" and closed with it
  };
  std::vector<Group> m_groups{{0, 0}};  // the whole, and what is open in it
};

}  // namespace

std::string toPcre(std::string_view pattern) { return Translator(pattern).run(); }

}  // namespace headlight
