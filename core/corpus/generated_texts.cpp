#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/json.h"
#include "core/base/json_value.h"
#include "core/corpus/corpus_readers.h"
#include "core/corpus/text_hash.h"
#include "core/text/utf8.h"

namespace headlight {
namespace {

class TemplateTexts final : public TextReader {
 public:
  explicit TemplateTexts(const std::filesystem::path& file) : m_name("'" + file.filename().string() + "'") {
    constexpr std::uintmax_t kMostBytes = 1 << 24;
    const nlohmann::json json = parseJson(readFile(file, kMostBytes), m_name + ": expected a template as JSON");
    if (!json.is_object()) throw Error(m_name + ": expected an object with template and slots");
    const JsonValue value(json, m_name);
    const std::string text = value.at("template").text();
    const JsonValue slots = value.at("slots");
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t open = text.find('{', at), close = open == text.npos ? text.npos : text.find('}', open);
      if (close == text.npos) {
        m_parts.push_back({text.substr(at), {}});
        break;
      }
      if (open > at) m_parts.push_back({text.substr(at, open - at), {}});
      const std::string name = text.substr(open + 1, close - open - 1);
      if (!slots.find(name)) throw Error(m_name + ": expected words for the slot '" + name + "', found none");
      std::size_t slot = 0;
      while (slot < m_slots.size() && m_slots[slot].name != name) ++slot;
      if (slot == m_slots.size()) {
        m_slots.push_back({name, {}});
        for (const JsonValue& word : slots.at(name).list()) m_slots.back().words.push_back(word.text());
        if (m_slots.back().words.empty()) throw Error(m_name + ": expected words for the slot '" + name + "', found none");
        constexpr double kMost = 1e15;
        m_count *= static_cast<double>(m_slots.back().words.size());
        if (m_count > kMost) throw Error(m_name + ": expected at most 10^15 texts of a template, found more");
      }
      m_parts.push_back({{}, slot});
      at = close + 1;
    }
  }

  bool advance() override { return static_cast<double>(++m_number) <= m_count; }
  CorpusText text() override {
    CorpusText text;
    text.place = m_name + " text " + std::to_string(m_number);
    std::vector<const std::string*> words(m_slots.size());
    auto rest = static_cast<std::uint64_t>(m_number - 1);
    for (std::size_t slot = m_slots.size(); slot-- > 0;) {
      const std::vector<std::string>& all = m_slots[slot].words;
      words[slot] = &all[rest % all.size()];
      rest /= all.size();
    }
    std::int64_t at = 0;
    for (const Part& part : m_parts) {
      const std::string& piece = part.slot ? *words[*part.slot] : part.text;
      const std::int64_t end = at + static_cast<std::int64_t>(utf8::count(piece));
      if (part.slot) text.spans.push_back({m_slots[*part.slot].name, {at, end}});
      text.text += piece;
      at = end;
    }
    return text;
  }
  double read() const override { return 0; }

 private:
  struct Slot {
    std::string name;
    std::vector<std::string> words;
  };
  struct Part {
    std::string text;
    std::optional<std::size_t> slot;
  };
  std::string m_name;
  std::vector<Slot> m_slots;
  std::vector<Part> m_parts;
  double m_count = 1;
  std::int64_t m_number = 0;
};

class RepeatedTokens final : public TextReader {
 public:
  explicit RepeatedTokens(const CorpusSpec& spec) : m_spec(spec) {}
  bool advance() override {
    ++m_number;
    return true;
  }
  CorpusText text() override {
    CorpusText text;
    text.place = "random text " + std::to_string(m_number);
    text.ids = m_spec.begin;
    std::vector<std::int64_t> said;
    for (int i = 0; i < m_spec.period; ++i)
      said.push_back(m_spec.candidates[mixed(mixed(m_spec.seed, m_number), static_cast<std::uint64_t>(i)) %
                                       m_spec.candidates.size()]);
    for (int time = 0; time < m_spec.times; ++time) text.ids.insert(text.ids.end(), said.begin(), said.end());
    text.ids.insert(text.ids.end(), m_spec.end.begin(), m_spec.end.end());
    return text;
  }
  double read() const override { return 0; }

 private:
  const CorpusSpec& m_spec;
  std::uint64_t m_number = 0;
};

}  // namespace

std::unique_ptr<TextReader> templateReader(const std::filesystem::path& file) {
  return std::make_unique<TemplateTexts>(file);
}

std::unique_ptr<TextReader> repeatedTokens(const CorpusSpec& spec) { return std::make_unique<RepeatedTokens>(spec); }

}  // namespace headlight
