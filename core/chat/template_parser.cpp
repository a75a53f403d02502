#include "core/chat/template_parser.h"

#include <algorithm>
#include <charconv>

#include "core/chat/template_lexer.h"

namespace headlight::chat {
namespace {

using Kind = Lexeme::Kind;
using Tree = Expression::Kind;

constexpr int kMostLevels = 100;

class Parser {
 public:
  explicit Parser(std::string_view source) : m_lexemes(lexemesOf(source)) {}

  std::vector<Statement> run() { return body({}, "", 0); }

 private:
  /// One more level of what is within each other, for as long as it lives.
  struct Level {
    explicit Level(Parser& of) : parser(of) {
      if (++parser.m_level > kMostLevels)
        parser.fail("expected at most " + std::to_string(kMostLevels) + " levels, found more");
    }
    Level(const Level&) = delete;
    Level& operator=(const Level&) = delete;
    ~Level() { --parser.m_level; }
    Parser& parser;
  };

  const Lexeme& now() const { return m_lexemes[m_at]; }
  const Lexeme& next() const { return m_lexemes[std::min(m_at + 1, m_lexemes.size() - 1)]; }
  [[noreturn]] void fail(const std::string& what) const {
    throw Error("line " + std::to_string(now().line) + ": " + what);
  }
  std::string found() const {
    switch (now().kind) {
      case Kind::End:
        return "the end of the template";
      case Kind::BlockEnd:
        return "the end of the tag";
      case Kind::OutputEnd:
        return "'}}'";
      case Kind::String:
        return "a string";
      default:
        return "'" + now().text + "'";
    }
  }
  bool isOperator(std::string_view text) const { return now().kind == Kind::Operator && now().text == text; }
  bool isName(std::string_view text) const { return now().kind == Kind::Name && now().text == text; }
  bool skipOperator(std::string_view text) { return isOperator(text) && ++m_at; }
  bool skipName(std::string_view text) { return isName(text) && ++m_at; }
  void expectOperator(const std::string& text) {
    if (!skipOperator(text)) fail("expected '" + text + "', found " + found());
  }
  void expectName(const std::string& text) {
    if (!skipName(text)) fail("expected '" + text + "', found " + found());
  }
  void expect(Kind kind, const std::string& what) {
    if (now().kind != kind) fail("expected " + what + ", found " + found());
    ++m_at;
  }
  std::string name(const std::string& what = "a name") {
    if (now().kind != Kind::Name) fail("expected " + what + ", found " + found());
    return m_lexemes[m_at++].text;
  }
  Expression made(Tree kind, std::vector<Expression> parts = {}, std::string text = {}) const {
    Expression one;
    one.kind = kind;
    one.line = now().line;
    one.parts = std::move(parts);
    one.name = std::move(text);
    return one;
  }

  // Statements.

  /// Statements up to a tag of one of `ends`, which is left to be read; up to the end of the template without any.
  std::vector<Statement> body(const std::vector<std::string>& ends, const std::string& opened, int line) {
    const Level level(*this);
    std::vector<Statement> statements;
    while (true) {
      if (now().kind == Kind::Text) {
        statements.push_back({.kind = Statement::Kind::Text, .line = now().line, .text = now().text});
        ++m_at;
      } else if (now().kind == Kind::OutputBegin) {
        ++m_at;
        Statement output{.kind = Statement::Kind::Output, .line = now().line};
        output.parts.push_back(tuple());
        expect(Kind::OutputEnd, "'}}'");
        statements.push_back(std::move(output));
      } else if (now().kind == Kind::End) {
        if (!ends.empty())
          fail("expected {% " + ends.back() + " %} for '" + opened + "' of line " + std::to_string(line) +
               ", found the end of the template");
        return statements;
      } else {
        ++m_at;
        if (now().kind == Kind::Name && std::find(ends.begin(), ends.end(), now().text) != ends.end())
          return statements;
        statement(statements);
      }
    }
  }

  void endTag() { expect(Kind::BlockEnd, "the end of the tag"); }

  /// The body of a tag that ends with `end`.
  std::vector<Statement> bodyTo(const std::string& end, const std::string& opened, int line) {
    std::vector<Statement> statements = body({end}, opened, line);
    expectName(end);
    return statements;
  }

  void statement(std::vector<Statement>& out) {
    Statement one;
    one.line = now().line;
    if (now().kind != Kind::Name) fail("expected the name of a tag, found " + found());
    const std::string tag = name();
    if (tag == "if") {
      readIf(one);
    } else if (tag == "for") {
      readFor(one);
    } else if (tag == "set") {
      readSet(one);
    } else if (tag == "macro") {
      one.kind = Statement::Kind::Macro;
      one.text = name();
      parameters(one);
      endTag();
      one.body = bodyTo("endmacro", tag, one.line);
      if (now().kind == Kind::Name) ++m_at;
    } else if (tag == "call") {
      one.kind = Statement::Kind::CallBlock;
      one.parts.emplace_back();
      if (isOperator("(")) parameters(one);
      one.parts.front() = expression();
      if (one.parts.front().kind != Tree::Call) fail("expected the call of a macro, found another expression");
      endTag();
      one.body = bodyTo("endcall", tag, one.line);
    } else if (tag == "filter") {
      one.kind = Statement::Kind::FilterBlock;
      one.parts.push_back(filters(made(Tree::Hole), true));
      endTag();
      one.body = bodyTo("endfilter", tag, one.line);
    } else if (tag == "with") {
      one.kind = Statement::Kind::With;
      while (now().kind != Kind::BlockEnd) {
        if (!one.parts.empty()) expectOperator(",");
        one.parts.push_back(target());
        expectOperator("=");
        one.parts.push_back(expression());
      }
      endTag();
      one.body = bodyTo("endwith", tag, one.line);
    } else if (tag == "generation" || tag == "block") {
      one.kind = Statement::Kind::Scope;
      if (tag == "block") name();
      endTag();
      one.body = bodyTo("end" + tag, tag, one.line);
      if (tag == "block" && now().kind == Kind::Name) ++m_at;
    } else if (tag == "break" || tag == "continue") {
      if (m_loops == 0) fail("expected '" + tag + "' in a loop");
      one.kind = tag == "break" ? Statement::Kind::Break : Statement::Kind::Continue;
    } else if (tag == "print") {
      one.kind = Statement::Kind::Output;
      one.parts.push_back(tuple());
    } else if (tag == "include" || tag == "import" || tag == "from" || tag == "extends" || tag == "autoescape") {
      fail("the tag '" + tag + "' is not known in chat templates here");
    } else {
      fail("unknown tag '" + tag + "'");
    }
    endTag();
    out.push_back(std::move(one));
  }

  void readIf(Statement& one) {
    const Level level(*this);
    one.kind = Statement::Kind::If;
    one.parts.push_back(tuple(false));
    endTag();
    one.body = body({"elif", "else", "endif"}, "if", one.line);
    if (skipName("elif")) {
      Statement other;
      other.line = now().line;
      readIf(other);
      one.otherwise.push_back(std::move(other));
      return;
    }
    if (skipName("else")) {
      endTag();
      one.otherwise = body({"endif"}, "if", one.line);
    }
    expectName("endif");
  }

  void readFor(Statement& one) {
    one.kind = Statement::Kind::For;
    one.parts.push_back(target());
    expectName("in");
    one.parts.push_back(tuple(false, "recursive"));
    if (skipName("if")) one.parts.push_back(expression());
    one.recursive = skipName("recursive");
    endTag();
    ++m_loops;
    one.body = body({"else", "endfor"}, "for", one.line);
    --m_loops;
    if (skipName("else")) {
      endTag();
      one.otherwise = body({"endfor"}, "for", one.line);
    }
    expectName("endfor");
  }

  void readSet(Statement& one) {
    one.parts.push_back(target());
    if (skipOperator("=")) {
      one.kind = Statement::Kind::Set;
      one.parts.push_back(tuple());
      return;
    }
    one.kind = Statement::Kind::SetBlock;
    if (isOperator("|")) one.parts.push_back(filters(made(Tree::Hole), false));
    endTag();
    one.body = bodyTo("endset", "set", one.line);
  }

  void parameters(Statement& one) {
    expectOperator("(");
    const std::size_t before = one.parts.size();
    while (!isOperator(")")) {
      if (!one.parameters.empty()) expectOperator(",");
      one.parameters.push_back(name());
      if (skipOperator("="))
        one.parts.push_back(expression());
      else if (one.parts.size() > before)
        fail("expected a default for '" + one.parameters.back() + "', which follows one that has it");
    }
    expectOperator(")");
  }

  Expression target() {
    const auto single = [&]() -> Expression {
      if (skipOperator("(")) {
        Expression inner = target();
        expectOperator(")");
        return inner;
      }
      Expression one = made(Tree::Name);
      one.name = name("a name to give a value to");
      if (one.name == "true" || one.name == "false" || one.name == "none" || one.name == "True" ||
          one.name == "False" || one.name == "None")
        fail("expected a name to give a value to, found '" + one.name + "'");
      return skipOperator(".") ? made(Tree::Attribute, {std::move(one)}, name()) : one;
    };
    Expression first = single();
    if (!isOperator(",")) return first;
    std::vector<Expression> all{std::move(first)};
    while (skipOperator(",") && (now().kind == Kind::Name || isOperator("(")) && !isName("in")) all.push_back(single());
    return made(Tree::Tuple, std::move(all));
  }

  // Expressions, from what binds least to what binds most.

  /// One expression, or several between commas; `end` is a name that ends them.
  Expression tuple(bool conditions = true, std::string_view end = {}) {
    std::vector<Expression> all;
    bool isTuple = false;
    while (now().kind != Kind::BlockEnd && now().kind != Kind::OutputEnd && !isOperator(")") &&
           (end.empty() || !isName(end))) {
      if (!all.empty()) {
        if (!skipOperator(",")) break;
        isTuple = true;
        if (now().kind == Kind::BlockEnd || now().kind == Kind::OutputEnd || isOperator(")")) break;
      }
      all.push_back(conditions ? expression() : either());
    }
    if (isTuple) return made(Tree::Tuple, std::move(all));
    if (all.empty()) fail("expected an expression, found " + found());
    return std::move(all.front());
  }

  Expression expression() {
    const Level level(*this);
    Expression one = either();
    while (skipName("if")) {
      std::vector<Expression> parts{std::move(one)};
      parts.push_back(either());
      if (skipName("else")) parts.push_back(expression());
      one = made(Tree::Condition, std::move(parts));
    }
    return one;
  }

  Expression pair(Tree kind, Expression left, Expression right, std::string text = {}) const {
    std::vector<Expression> parts;
    parts.push_back(std::move(left));
    parts.push_back(std::move(right));
    return made(kind, std::move(parts), std::move(text));
  }

  /// What stands left of operators of one rank goes into each other; a line of many of them must not become a tree as
  /// deep.
  void countOperators(int& count) const {
    if (++count > kMostLevels)
      fail("expected at most " + std::to_string(kMostLevels) + " operators in a row, found more");
  }

  Expression either() {
    Expression left = both();
    for (int count = 0; skipName("or"); countOperators(count)) left = pair(Tree::Or, std::move(left), both());
    return left;
  }
  Expression both() {
    Expression left = negated();
    for (int count = 0; skipName("and"); countOperators(count)) left = pair(Tree::And, std::move(left), negated());
    return left;
  }
  Expression negated() {
    const Level level(*this);
    if (!skipName("not")) return comparison();
    return made(Tree::Not, {negated()});
  }

  Expression comparison() {
    Expression first = sum();
    std::vector<Expression> parts;
    std::vector<std::string> operators;
    while (true) {
      std::string text;
      if (now().kind == Kind::Operator && (now().text == "==" || now().text == "!=" || now().text == "<" ||
                                           now().text == "<=" || now().text == ">" || now().text == ">="))
        text = m_lexemes[m_at++].text;
      else if (skipName("in"))
        text = "in";
      else if (isName("not") && next().kind == Kind::Name && next().text == "in")
        text = "not in", m_at += 2;
      else
        break;
      if (parts.empty()) parts.push_back(std::move(first));
      operators.push_back(std::move(text));
      parts.push_back(sum());
    }
    if (parts.empty()) return first;
    Expression one = made(Tree::Compare, std::move(parts));
    one.operators = std::move(operators);
    return one;
  }

  template <typename Operand>
  Expression binary(std::initializer_list<std::string_view> operators, Operand operand) {
    Expression left = operand();
    for (int count = 0;; countOperators(count)) {
      const bool isOne =
          std::any_of(operators.begin(), operators.end(), [&](std::string_view each) { return isOperator(each); });
      if (!isOne) return left;
      const std::string text = m_lexemes[m_at++].text;
      left = pair(Tree::Binary, std::move(left), operand(), text);
    }
  }
  Expression sum() {
    return binary({"+", "-"}, [this] { return concat(); });
  }
  Expression concat() {
    Expression first = product();
    if (!isOperator("~")) return first;
    std::vector<Expression> parts{std::move(first)};
    while (skipOperator("~")) parts.push_back(product());
    return made(Tree::Concat, std::move(parts));
  }
  Expression product() {
    return binary({"*", "/", "//", "%"}, [this] { return power(); });
  }
  Expression power() {
    return binary({"**"}, [this] { return unary(true); });
  }

  Expression unary(bool filtered) {
    const Level level(*this);
    Expression one = [&] {
      if (skipOperator("-")) return made(Tree::Negative, {unary(false)});
      if (skipOperator("+")) return made(Tree::Positive, {unary(false)});
      return primary();
    }();
    one = postfix(std::move(one));
    return filtered ? filters(std::move(one), false) : one;
  }

  Expression primary() {
    Expression one = made(Tree::Constant);
    const Lexeme lexeme = now();
    switch (lexeme.kind) {
      case Kind::Name:
        ++m_at;
        if (lexeme.text == "true" || lexeme.text == "True") {
          one.constant = true;
        } else if (lexeme.text == "false" || lexeme.text == "False") {
          one.constant = false;
        } else if (lexeme.text != "none" && lexeme.text != "None") {
          one.kind = Tree::Name;
          one.name = lexeme.text;
        }
        return one;
      case Kind::String: {
        std::string text;
        while (now().kind == Kind::String) text += m_lexemes[m_at++].text;
        one.constant = textValue(std::move(text));
        return one;
      }
      case Kind::Digits: {
        Integer number = 0;
        for (const char c : lexeme.text)
          if (__builtin_mul_overflow(number, Integer(10), &number) ||
              __builtin_add_overflow(number, Integer(c - '0'), &number))
            fail("expected a whole number of at most 38 digits, found " + lexeme.text);
        ++m_at;
        one.constant = number;
        return one;
      }
      case Kind::Real: {
        double number = 0;
        std::from_chars(lexeme.text.data(), lexeme.text.data() + lexeme.text.size(), number);
        ++m_at;
        one.constant = number;
        return one;
      }
      default:
        break;
    }
    if (skipOperator("(")) {
      if (skipOperator(")")) return made(Tree::Tuple);
      Expression inner = tuple();
      expectOperator(")");
      return inner;
    }
    if (skipOperator("[")) {
      std::vector<Expression> items;
      while (!isOperator("]")) {
        if (!items.empty()) expectOperator(",");
        if (isOperator("]")) break;
        items.push_back(expression());
      }
      ++m_at;
      return made(Tree::List, std::move(items));
    }
    if (skipOperator("{")) {
      std::vector<Expression> items;
      while (!isOperator("}")) {
        if (!items.empty()) expectOperator(",");
        if (isOperator("}")) break;
        items.push_back(expression());
        expectOperator(":");
        items.push_back(expression());
      }
      ++m_at;
      return made(Tree::Dict, std::move(items));
    }
    fail("expected an expression, found " + found());
  }

  Expression postfix(Expression one) {
    for (int count = 0;; countOperators(count)) {
      if (skipOperator(".")) {
        if (now().kind == Kind::Digits)
          one = pair(Tree::Item, std::move(one), primary());
        else
          one = made(Tree::Attribute, {std::move(one)}, name("the name of an attribute"));
      } else if (skipOperator("[")) {
        one = subscript(std::move(one));
      } else if (isOperator("(")) {
        one = made(Tree::Call, {std::move(one)});
        one.arguments = arguments();
      } else {
        return one;
      }
    }
  }

  Expression subscript(Expression of) {
    std::vector<Expression> parts{std::move(of)};
    bool isSlice = false;
    while (!isOperator("]")) {
      if (skipOperator(":")) {
        if (!isSlice && parts.size() == 1) parts.push_back(made(Tree::Constant));
        isSlice = true;
        if (isOperator(":") || isOperator("]")) parts.push_back(made(Tree::Constant));
        continue;
      }
      if (isOperator(",")) fail("expected one index, found several");
      parts.push_back(expression());
      if (!isOperator(":") && !isOperator("]")) fail("expected ']', found " + found());
    }
    ++m_at;
    if (parts.size() == 1 || parts.size() > 4) fail("expected an index or a slice");
    return made(isSlice ? Tree::Slice : Tree::Item, std::move(parts));
  }

  Arguments arguments() {
    Arguments all;
    expectOperator("(");
    for (bool isFirst = true; !isOperator(")"); isFirst = false) {
      if (!isFirst) expectOperator(",");
      if (isOperator(")")) break;
      if (skipOperator("**")) {
        all.dict.push_back(expression());
      } else if (skipOperator("*")) {
        all.list.push_back(expression());
      } else if (now().kind == Kind::Name && next().kind == Kind::Operator && next().text == "=") {
        std::string key = name();
        ++m_at;
        all.named.emplace_back(std::move(key), expression());
      } else {
        if (!all.named.empty() || !all.dict.empty()) fail("expected arguments without a name before those with one");
        all.positional.push_back(expression());
      }
    }
    ++m_at;
    if (all.list.size() > 1 || all.dict.size() > 1) fail("expected * and ** once in a call");
    return all;
  }

  /// Filters and tests after an expression, and calls of what they give; the first filter without its mark where it is
  /// `begun`.
  Expression filters(Expression one, bool begun) {
    for (int count = 0;; countOperators(count)) {
      if (begun || skipOperator("|")) {
        begun = false;
        one = made(Tree::Filter, {std::move(one)}, dotted());
        if (isOperator("(")) one.arguments = arguments();
      } else if (skipName("is")) {
        one = test(std::move(one));
      } else if (isOperator("(")) {
        one = made(Tree::Call, {std::move(one)});
        one.arguments = arguments();
      } else {
        return one;
      }
    }
  }

  std::string dotted() {
    std::string text = name("a name");
    while (skipOperator(".")) text += "." + name();
    return text;
  }

  Expression test(Expression of) {
    const bool isNegated = skipName("not");
    Expression one = made(Tree::Test, {std::move(of)}, dotted());
    if (isOperator("(")) {
      one.arguments = arguments();
    } else if (now().kind == Kind::String || now().kind == Kind::Digits || now().kind == Kind::Real ||
               isOperator("[") || isOperator("{") ||
               (now().kind == Kind::Name && !isName("else") && !isName("or") && !isName("and") && !isName("if") &&
                !isName("is") && !isName("not") && !isName("in") && !isName("recursive"))) {
      one.arguments.positional.push_back(postfix(primary()));
    } else if (isName("is")) {
      fail("expected one test, found several in a chain");
    }
    return isNegated ? made(Tree::Not, {std::move(one)}) : one;
  }

  std::vector<Lexeme> m_lexemes;
  std::size_t m_at = 0;
  int m_level = 0, m_loops = 0;
};

}  // namespace

std::vector<Statement> parseTemplate(std::string_view source) { return Parser(source).run(); }

}  // namespace headlight::chat
