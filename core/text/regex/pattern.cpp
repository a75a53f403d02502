#include "core/text/regex/pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <array>
#include <new>

#include "core/base/error.h"
#include "core/text/regex/regex_syntax.h"
#include "core/text/utf8.h"

namespace headlight {

struct Pattern::Compiled {
  std::string expression;
  pcre2_code* code = nullptr;
  ~Compiled() { pcre2_code_free(code); }
};

namespace {

std::string messageOf(int code) {
  std::array<PCRE2_UCHAR, 256> text{};
  pcre2_get_error_message(code, text.data(), text.size());
  return reinterpret_cast<const char*>(text.data());
}

/// What matching needs besides the pattern; one for each thread.
struct MatchState {
  pcre2_match_data* data = pcre2_match_data_create(1, nullptr);
  pcre2_match_context* context = pcre2_match_context_create(nullptr);
  pcre2_jit_stack* stack = pcre2_jit_stack_create(std::size_t{32} << 10, std::size_t{4} << 20, nullptr);
  MatchState() {
    if (!data || !context) throw std::bad_alloc();
    pcre2_jit_stack_assign(context, nullptr, stack);
  }
  MatchState(const MatchState&) = delete;
  MatchState& operator=(const MatchState&) = delete;
  ~MatchState() {
    pcre2_match_data_free(data);
    pcre2_match_context_free(context);
    pcre2_jit_stack_free(stack);
  }
};

}  // namespace

Pattern Pattern::literal(std::string text) {
  if (text.empty()) return regex("");
  Pattern pattern;
  pattern.m_literal = std::move(text);
  return pattern;
}

Pattern Pattern::regex(std::string_view expression) {
  constexpr std::size_t kLongest = 1 << 20;
  const auto shown = [&] { return "regular expression '" + std::string(expression.substr(0, 200)) + "': "; };
  if (expression.size() > kLongest) throw Error(shown() + "expected at most 1048576 bytes");
  std::string translated;
  try {
    translated = toPcre(expression);
  } catch (const Error& error) {
    throw Error(shown() + error.what());
  }
  auto compiled = std::make_shared<Compiled>();
  compiled->expression = std::string(expression);
  int code = 0;
  PCRE2_SIZE at = 0;
  pcre2_compile_context* context = pcre2_compile_context_create(nullptr);
  pcre2_set_newline(context, PCRE2_NEWLINE_LF);
  pcre2_set_parens_nest_limit(context, 200);
  compiled->code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(translated.data()), translated.size(),
                                 PCRE2_UTF | PCRE2_UCP | PCRE2_MULTILINE | PCRE2_NO_UTF_CHECK | PCRE2_NEVER_BACKSLASH_C,
                                 &code, &at, context);
  pcre2_compile_context_free(context);
  if (!compiled->code && code == PCRE2_ERROR_HEAP_FAILED) throw std::bad_alloc();
  if (!compiled->code) throw Error(shown() + messageOf(code));
  pcre2_jit_compile(compiled->code, PCRE2_JIT_COMPLETE);  // where there is no JIT the interpreter does the same
  Pattern pattern;
  pattern.m_regex = std::move(compiled);
  return pattern;
}

void Pattern::find(std::string_view text, std::vector<ByteRange>& matches) const {
  const auto add = [&](std::size_t start, std::size_t end) {
    matches.push_back({static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)});
  };
  if (!m_regex) {
    for (std::size_t at = text.find(m_literal); at != std::string_view::npos;
         at = text.find(m_literal, at + m_literal.size())) {
      add(at, at + m_literal.size());
    }
    return;
  }
  if (text.empty()) return;
  thread_local MatchState state;
  constexpr std::size_t kSteps = 20'000'000;
  pcre2_set_match_limit(state.context,
                        static_cast<std::uint32_t>(std::min<std::size_t>(kSteps + 10 * text.size(), 0xFFFFFFFF)));
  const PCRE2_SIZE* found = pcre2_get_ovector_pointer(state.data);
  std::size_t from = 0;
  bool hasLast = false;
  std::size_t last = 0;
  while (from <= text.size()) {
    const int rc = pcre2_match(m_regex->code, reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), from,
                               PCRE2_NO_UTF_CHECK, state.data, state.context);
    if (rc == PCRE2_ERROR_NOMATCH) return;
    if (rc < 0) {
      throw Error("regular expression '" + m_regex->expression.substr(0, 200) + "': gave up on a text of " +
                  std::to_string(text.size()) + " bytes (" + messageOf(rc) + ")");
    }
    const std::size_t start = found[0], end = found[1];
    if (end < start)
      throw Error("regular expression '" + m_regex->expression.substr(0, 200) + "': \\K moved a match backwards");
    if (start == end && hasLast && last == end) {
      from += from < text.size() ? utf8::lengthFrom(text[from]) : 1;
      continue;
    }
    from = end;
    last = end;
    hasLast = true;
    add(start, end);
  }
}

}  // namespace headlight
