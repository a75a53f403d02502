#include "core/chat/template_parser.h"
#include "core/chat/template_run.h"
#include "tests/fuzz/fuzz_target.h"

using namespace headlight;

namespace {

/// What a template sees: a conversation with tools and documents.
const chat::Value& names() {
  static const chat::Value all = chat::valueOfJson(
      R"({"messages": [{"role": "system", "content": "Be brief."},
                       {"role": "user", "content": [{"type": "text", "text": "Über <b> & 日本"}]},
                       {"role": "assistant", "content": "", "tool_calls": [{"function": {"name": "look",
                        "arguments": {"at": [1, -2.5, null, true]}}}]},
                       {"role": "tool", "content": "42"}, {"role": "user", "content": "And?"}],
          "tools": [{"type": "function", "function": {"name": "look", "parameters": {"type": "object"}}}],
          "documents": [{"title": "A", "text": "b"}], "add_generation_prompt": true, "enable_thinking": false,
          "bos_token": "<s>", "eos_token": "</s>"})",
      "names");
  return all;
}

/// `input` is a chat template, as it lies in a folder or in a GGUF file.
std::string read(std::string_view input) {
  return fuzz::messageOf([&] {
    chat::TemplateRun run(*names().dict(), [](const std::string& format) { return format; });
    (void)run.run(chat::parseTemplate(input));
  });
}

std::vector<std::string> seeds() {
  std::vector<std::string> all;
  all.emplace_back(
      "{%- macro m(a, b=2) -%}{{ a ~ b }}{%- endmacro -%}{% set ns = namespace(n=0) %}{% for x in messages|reverse "
      "recursive %}{% if loop.first and x.role is defined %}{{ m(x['content'][:3]|trim, b=x|tojson(indent=2)) }}"
      "{% elif not loop.last %}{% set ns.n = ns.n + 1 %}{% continue %}{% else %}{% break %}{% endif %}{% endfor %}"
      "{% for k, v in tools[0].function.items()|sort %}{{ '%s=%-5d' % (k, ns.n) }}{{ 7 // 2 ** 3 % 5 }}{% endfor %}"
      "{{ messages|selectattr('role', 'equalto', 'user')|map(attribute='content')|list|length }}"
      "{{ raise_exception('no') if not messages else strftime_now('%d %b') }}{% raw %}{{ x }}{% endraw %}{# c #}");
  for (const char* name : {"chat_template.jinja", "tool_use.jinja", "rag.jinja"})
    for (const auto& file : fuzz::sourceFiles("tests/data/chat", name)) all.push_back(fuzz::sourceFile(file.string()));
  return all;
}

}  // namespace

HEADLIGHT_FUZZ_TARGET(chat_template)
