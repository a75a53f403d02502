#include <string_view>

#include "core/base/error.h"
#include "core/corpus/corpus_readers.h"
#include "core/text/utf8.h"

namespace headlight {
namespace {

/// Sentences in ten columns with an empty line after each (Nivre et al. 2020, "Universal Dependencies v2"). A text is the
/// sentence's words with a space after each unless it says SpaceAfter=No; words of a contraction (1-2) have the range of
/// the contraction; empty nodes (1.1) are left out.
class ConlluTexts final : public TextReader {
 public:
  explicit ConlluTexts(const std::filesystem::path& file) : m_lines(file, kMostCorpusText) {}

  bool advance() override {
    m_rows.clear();
    m_problem.clear();
    while (m_lines.next()) {
      const std::string& line = m_lines.line();
      m_read += static_cast<double>(line.size() + 1);
      if (line.empty()) {
        if (m_rows.empty()) continue;
        return true;
      }
      if (line.front() == '#') continue;
      if (m_rows.empty()) m_place = m_lines.place();
      std::vector<std::string> fields;
      std::size_t from = 0;
      for (std::size_t to = 0; to != std::string::npos; from = to + 1) {
        to = line.find('\t', from);
        fields.push_back(line.substr(from, to == std::string::npos ? to : to - from));
      }
      constexpr std::size_t kColumns = 10;
      if ((fields.size() < kColumns || m_lines.tooLong()) && m_problem.empty())
        m_problem = "line " + std::to_string(m_lines.number()) + ": expected at least ten columns, found " +
                    std::to_string(fields.size());
      m_rows.push_back(std::move(fields));
      constexpr std::size_t kMostRows = 100'000;
      if (m_rows.size() > kMostRows) throw Error(m_lines.place() + ": expected an empty line between sentences");
    }
    return !m_rows.empty();
  }

  CorpusText text() override {
    CorpusText text;
    text.place = m_place;
    text.problem = m_problem;
    if (!m_problem.empty()) return text;
    bool space = false;
    std::string last;  // Of the contraction that words still belong to.
    TextRange whole;
    std::int64_t at = 0;
    const auto append = [&](const std::vector<std::string>& row) {
      std::string form;
      text.replaced += utf8::appendLossy(form, row[1]);
      if (space) text.text += ' ', ++at;
      const TextRange range{at, at + static_cast<std::int64_t>(utf8::count(form))};
      text.text += form;
      at = range.end;
      space = row[9].find("SpaceAfter=No") == std::string::npos;
      return range;
    };
    for (const std::vector<std::string>& row : m_rows) {
      if (row[0].find('.') != std::string::npos) continue;
      if (const std::size_t dash = row[0].find('-'); dash != std::string::npos) {
        whole = append(row);
        last = row[0].substr(dash + 1);
        continue;
      }
      text.words.push_back({last.empty() ? append(row) : whole, row});
      if (row[0] == last) last.clear();
    }
    return text;
  }
  double read() const override { return m_read; }

 private:
  LineReader m_lines;
  double m_read = 0;
  std::vector<std::vector<std::string>> m_rows;
  std::string m_place, m_problem;
};

}  // namespace

std::unique_ptr<TextReader> conlluReader(const std::filesystem::path& file) {
  return std::make_unique<ConlluTexts>(file);
}

}  // namespace headlight
