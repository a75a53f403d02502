#include "core/chat/template_lexer.h"

#include <algorithm>
#include <array>

#include "core/base/error.h"
#include "core/text/unicode/unicode.h"
#include "core/text/utf8.h"

namespace headlight::chat {
namespace {

using Kind = Lexeme::Kind;

/// Where the white space at the end of `text` begins.
std::size_t endWithoutSpace(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0) {
    std::size_t before = end;
    if (!unicode::isWhitespace(utf8::previous(text, before))) break;
    end = before;
  }
  return end;
}

class Lexer {
 public:
  explicit Lexer(std::string_view source) {
    for (std::size_t i = 0; i < source.size(); ++i) {
      if (source[i] == '\r' && i + 1 < source.size() && source[i + 1] == '\n') continue;
      m_source += source[i] == '\r' ? '\n' : source[i];
    }
    if (m_source.ends_with('\n')) m_source.pop_back();
  }

  std::vector<Lexeme> run() {
    bool beginsLine = true;
    while (m_at < m_source.size()) {
      const std::size_t begin = nextTag();
      std::string_view text = std::string_view(m_source).substr(m_at, begin - m_at);
      if (begin == std::string::npos) {
        add(Kind::Text, std::string(text));
        m_at = m_source.size();
        break;
      }
      const char kind = m_source[begin + 1];
      const std::size_t from = begin + 2;
      const char sign =
          from < m_source.size() && (m_source[from] == '-' || m_source[from] == '+') ? m_source[from] : ' ';
      add(Kind::Text, std::string(leftOf(text, sign, kind != '{', beginsLine)));
      moveTo(begin + 2 + (sign == ' ' ? 0 : 1));
      if (kind == '#') {
        const std::size_t end = m_source.find("#}", m_at);
        if (end == std::string::npos) fail("expected '#}' at the end of a comment, found none");
        const char ends = end > m_at ? m_source[end - 1] : ' ';
        moveTo(end);
        close(ends, true);
      } else if (kind == '%' && isTag("raw", m_at)) {
        readRaw();
      } else {
        readTag(kind == '%');
      }
      beginsLine = kind != '{' && m_at > 0 && m_source[m_at - 1] == '\n';
    }
    add(Kind::End, "");
    return std::move(m_lexemes);
  }

 private:
  [[noreturn]] void fail(const std::string& what) const { throw Error("line " + std::to_string(m_line) + ": " + what); }

  void add(Kind kind, std::string text) {
    if (kind != Kind::Text || !text.empty()) m_lexemes.push_back({kind, std::move(text), m_line});
  }

  void moveTo(std::size_t at) {
    m_line += static_cast<int>(std::count(m_source.begin() + static_cast<std::ptrdiff_t>(m_at),
                                          m_source.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    m_at = at;
  }

  std::size_t nextTag() const {
    for (std::size_t at = m_source.find('{', m_at); at != std::string::npos; at = m_source.find('{', at + 1)) {
      const char next = at + 1 < m_source.size() ? m_source[at + 1] : ' ';
      if (next == '{' || next == '%' || next == '#') return at;
    }
    return std::string::npos;
  }

  /// The text before a tag without what the tag takes from it.
  static std::string_view leftOf(std::string_view text, char sign, bool isBlock, bool beginsLine) {
    if (sign == '-') return text.substr(0, endWithoutSpace(text));
    if (sign == '+' || !isBlock) return text;
    const std::size_t line = text.rfind('\n') + 1;  // 0 without a line end.
    return (line > 0 || beginsLine) && endWithoutSpace(text.substr(line)) == 0 ? text.substr(0, line) : text;
  }

  std::size_t skipSpace(std::size_t at) const {
    while (at < m_source.size()) {
      std::size_t after = at;
      if (!unicode::isWhitespace(utf8::next(m_source, after))) break;
      at = after;
    }
    return at;
  }

  /// Goes on after the two characters that end a tag and what they take.
  void close(char sign, bool isBlock) {
    std::size_t at = m_at + 2;
    if (sign == '-')
      at = skipSpace(at);
    else if (isBlock && sign != '+' && at < m_source.size() && m_source[at] == '\n')
      ++at;
    moveTo(at);
  }

  /// Whether the inside of a tag at `at` is `word` alone.
  bool isTag(std::string_view word, std::size_t at) const {
    at = skipSpace(at);
    if (m_source.compare(at, word.size(), word) != 0) return false;
    at = skipSpace(at + word.size());
    return m_source.compare(at, 2, "%}") == 0 || m_source.compare(at, 3, "-%}") == 0 ||
           m_source.compare(at, 3, "+%}") == 0;
  }

  void endTag(bool isBlock) {
    const std::size_t end = m_source.find("%}", m_at);
    moveTo(end);
    close(m_source[end - 1], isBlock);
  }

  void readRaw() {
    endTag(false);
    for (std::size_t at = m_source.find("{%", m_at); at != std::string::npos; at = m_source.find("{%", at + 1)) {
      const char sign =
          at + 2 < m_source.size() && (m_source[at + 2] == '-' || m_source[at + 2] == '+') ? m_source[at + 2] : ' ';
      if (!isTag("endraw", at + 2 + (sign == ' ' ? 0 : 1))) continue;
      add(Kind::Text, std::string(leftOf(std::string_view(m_source).substr(m_at, at - m_at), sign, true, false)));
      moveTo(at + 2);
      endTag(true);
      return;
    }
    fail("expected {% endraw %}, found none");
  }

  void readTag(bool isBlock) {
    const std::string_view ending = isBlock ? "%}" : "}}";
    const int begun = m_line;
    std::string open;
    add(isBlock ? Kind::BlockBegin : Kind::OutputBegin, "");
    while (true) {
      moveTo(skipSpace(m_at));
      if (m_at >= m_source.size())
        throw Error("line " + std::to_string(begun) + ": expected '" + std::string(ending) +
                    "' at the end of a tag, found none");
      const char c = m_source[m_at];
      if (open.empty()) {
        const bool hasSign = (c == '-' || (isBlock && c == '+')) && m_source.compare(m_at + 1, 2, ending) == 0;
        if (hasSign || m_source.compare(m_at, 2, ending) == 0) {
          add(isBlock ? Kind::BlockEnd : Kind::OutputEnd, "");
          if (hasSign) ++m_at;
          close(hasSign ? c : ' ', isBlock);
          return;
        }
      }
      if (c == '"' || c == '\'')
        readString(c);
      else if (c >= '0' && c <= '9')
        readNumber();
      else if (!readName())
        readOperator(open);
    }
  }

  bool readName() {
    std::size_t end = m_at;
    while (end < m_source.size()) {
      std::size_t after = end;
      const char32_t c = utf8::next(m_source, after);
      if (c != '_' && !unicode::isWord(c)) break;
      end = after;
    }
    if (end == m_at) return false;
    add(Kind::Name, m_source.substr(m_at, end - m_at));
    m_at = end;
    return true;
  }

  void readNumber() {
    const auto digits = [&](std::size_t at) {
      while (at < m_source.size() &&
             ((m_source[at] >= '0' && m_source[at] <= '9') || (m_source[at] == '_' && at + 1 < m_source.size() &&
                                                               isdigit(static_cast<unsigned char>(m_source[at + 1])))))
        ++at;
      return at;
    };
    const auto isDigit = [&](std::size_t at) {
      return at < m_source.size() && m_source[at] >= '0' && m_source[at] <= '9';
    };
    std::size_t end = digits(m_at);
    bool isReal = false;
    const bool afterDot = m_at > 0 && m_source[m_at - 1] == '.';
    if (!afterDot && end < m_source.size() && m_source[end] == '.' && isDigit(end + 1)) {
      end = digits(end + 1);
      isReal = true;
    }
    if (!afterDot && end < m_source.size() && (m_source[end] == 'e' || m_source[end] == 'E')) {
      std::size_t power = end + 1;
      if (power < m_source.size() && (m_source[power] == '+' || m_source[power] == '-')) ++power;
      if (isDigit(power)) {
        end = digits(power);
        isReal = true;
      }
    }
    if (end < m_source.size() && !isReal && m_source[m_at] == '0' && end == m_at + 1 &&
        std::string_view("xXoObB").find(m_source[end]) != std::string_view::npos)
      fail("expected a decimal number, found '" + m_source.substr(m_at, 6) + "'");
    std::string text = m_source.substr(m_at, end - m_at);
    text.erase(std::remove(text.begin(), text.end(), '_'), text.end());
    add(isReal ? Kind::Real : Kind::Digits, std::move(text));
    m_at = end;
  }

  void readString(char quote) {
    const int line = m_line;
    std::string text;
    std::size_t at = m_at + 1;
    for (;; ++at) {
      if (at >= m_source.size()) fail(std::string("expected ") + quote + " at the end of a string, found none");
      const char c = m_source[at];
      if (c == quote) break;
      if (c == '\\' && at + 1 < m_source.size())
        readEscape(++at, text);
      else
        text += c;
    }
    m_lexemes.push_back({Kind::String, std::move(text), line});
    moveTo(at + 1);
  }

  /// The character after a backslash, at `at`, which is left at its last byte.
  void readEscape(std::size_t& at, std::string& text) const {
    const char c = m_source[at];
    static constexpr std::string_view kNames = "nrtabfv\\'\"", kMeanings = "\n\r\t\a\b\f\v\\'\"";
    if (const auto found = kNames.find(c); found != std::string_view::npos) {
      text += kMeanings[found];
    } else if (c == '\n') {
      return;
    } else if (c == 'x' || c == 'u' || c == 'U') {
      const std::size_t length = c == 'x' ? 2 : c == 'u' ? 4 : 8;
      char32_t code = 0;
      for (std::size_t i = 1; i <= length; ++i) {
        const char digit = at + i < m_source.size() ? m_source[at + i] : ' ';
        if (!isxdigit(static_cast<unsigned char>(digit)))
          fail(std::string("expected ") + std::to_string(length) + " hexadecimal digits after \\" + c);
        code = code * 16 + static_cast<char32_t>(digit <= '9' ? digit - '0' : (digit | 32) - 'a' + 10);
      }
      if (code > 0x10FFFF || (code >= 0xD800 && code < 0xE000))
        fail("expected a character, found half of one or none after \\" + std::string(1, c));
      utf8::append(text, code);
      at += length;
    } else if (c >= '0' && c <= '7') {
      char32_t code = 0;
      std::size_t end = at;
      for (; end < at + 3 && end < m_source.size() && m_source[end] >= '0' && m_source[end] <= '7'; ++end)
        code = code * 8 + static_cast<char32_t>(m_source[end] - '0');
      utf8::append(text, code);
      at = end - 1;
    } else if (c == 'N') {
      fail("characters by name (\\N) are not known");
    } else {
      (text += '\\') += c;
    }
  }

  void readOperator(std::string& open) {
    static constexpr std::array kOperators = {"//", "**", "==", "!=", ">=", "<=", "+", "-", "/", "*", "%", "~", "[",
                                              "]",  "(",  ")",  "{",  "}",  ">",  "<", "=", ".", ":", "|", ",", ";"};
    const auto found = std::find_if(kOperators.begin(), kOperators.end(), [&](std::string_view each) {
      return m_source.compare(m_at, each.size(), each) == 0;
    });
    if (found == kOperators.end()) {
      std::size_t after = m_at;
      utf8::next(m_source, after);
      fail("unexpected '" + m_source.substr(m_at, after - m_at) + "'");
    }
    const char c = **found;
    if (c == '(' || c == '[' || c == '{') open += c == '(' ? ')' : c == '[' ? ']' : '}';
    if (c == ')' || c == ']' || c == '}') {
      if (open.empty() || open.back() != c)
        fail(std::string("unexpected '") + c + "'" +
             (open.empty() ? "" : std::string(", expected '") + open.back() + "'"));
      open.pop_back();
    }
    add(Kind::Operator, *found);
    m_at += std::string_view(*found).size();
  }

  std::string m_source;
  std::size_t m_at = 0;
  int m_line = 1;
  std::vector<Lexeme> m_lexemes;
};

}  // namespace

std::vector<Lexeme> lexemesOf(std::string_view source) { return Lexer(source).run(); }

}  // namespace headlight::chat
