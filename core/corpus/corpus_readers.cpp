#include "core/corpus/corpus_readers.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/json.h"
#include "core/base/json_value.h"
#include "core/text/utf8.h"

namespace headlight {
namespace {

bool isBlank(const std::string& line) { return line.find_first_not_of(" \t\v\f") == std::string::npos; }

std::string tooLongText() {
  return "expected at most " + std::to_string(kMostCorpusText >> 20) + " MiB, found a longer text";
}

/// What the readers of lines share.
class LinesOf : public TextReader {
 public:
  explicit LinesOf(const std::filesystem::path& file) : m_lines(file, kMostCorpusText) {}
  double read() const override { return m_read; }

 protected:
  bool nextLine() {
    const bool there = m_lines.next();
    if (there) m_read += static_cast<double>(m_lines.line().size() + 1);
    return there;
  }
  /// The next line that is not blank.
  bool nextText() {
    while (nextLine())
      if (!isBlank(m_lines.line())) return true;
    return false;
  }
  LineReader m_lines;

 private:
  double m_read = 0;
};

class LineTexts final : public LinesOf {
 public:
  using LinesOf::LinesOf;
  bool advance() override { return nextText(); }
  CorpusText text() override {
    CorpusText text;
    text.place = m_lines.place();
    if (m_lines.tooLong())
      text.problem = tooLongText();
    else
      setText(text, m_lines.line());
    return text;
  }
};

/// Lines with an empty one between each text and the next.
class ParagraphTexts final : public LinesOf {
 public:
  using LinesOf::LinesOf;
  bool advance() override {
    m_text.clear();
    m_tooLong = false;
    while (nextLine()) {
      if (isBlank(m_lines.line())) {
        if (m_text.empty()) continue;
        return true;
      }
      if (m_text.empty())
        m_place = m_lines.place();
      else
        m_text += '\n';
      m_tooLong = m_tooLong || m_lines.tooLong() || m_text.size() + m_lines.line().size() > kMostCorpusText;
      if (!m_tooLong) m_text += m_lines.line();
    }
    return !m_text.empty();
  }
  CorpusText text() override {
    CorpusText text;
    text.place = m_place;
    if (m_tooLong)
      text.problem = tooLongText();
    else
      setText(text, m_text);
    return text;
  }

 private:
  std::string m_text, m_place;
  bool m_tooLong = false;
};

/// An empty line is none among lines of texts; where a text has a place of its own it is told.
void refuseEmpty(CorpusText& text) {
  if (text.problem.empty() && text.text.empty()) text.problem = "expected a text, found an empty one";
}

class JsonTexts final : public LinesOf {
 public:
  JsonTexts(const std::filesystem::path& file, const CorpusSpec& spec) : LinesOf(file), m_spec(spec) {}
  bool advance() override { return nextText(); }
  CorpusText text() override {
    CorpusText text;
    text.place = m_lines.place();
    try {
      if (m_lines.tooLong()) throw Error(tooLongText());
      const nlohmann::json object = parseJson(m_lines.line(), "expected a JSON object");
      if (!object.is_object()) throw Error("expected a JSON object, found " + std::string(object.type_name()));
      const JsonValue value(object, "object");
      setText(text, value.at(m_spec.field).text());
      refuseEmpty(text);
      if (!m_spec.second.empty())
        if (const auto second = value.find(m_spec.second)) text.second = second->text();
      if (!m_spec.label.empty())
        if (const auto label = value.find(m_spec.label))
          text.label = label->value().is_string() ? label->text() : shortText(label->value());
      if (!m_spec.spans.empty())
        if (const auto spans = value.find(m_spec.spans)) addSpans(*spans, text);
    } catch (const Error& error) {
      text.problem = error.what();
    }
    return text;
  }

 private:
  /// {"name": [start, end], …}, or a list of {"name", "start", "end"}: code points, half-open.
  static void addSpans(const JsonValue& spans, CorpusText& text) {
    const auto length = static_cast<double>(utf8::count(text.text));
    const auto add = [&](const std::string& name, const JsonValue& start, const JsonValue& end) {
      const std::string expected = "a place in the text of " + std::to_string(static_cast<std::int64_t>(length)) +
                                   " characters, ends after beginnings";
      const double from = start.number(0, length, expected), to = end.number(from, length, expected);
      text.spans.push_back({name, {static_cast<std::int64_t>(from), static_cast<std::int64_t>(to)}});
    };
    if (spans.isList()) {
      for (const JsonValue& span : spans.list())
        add(span.at("name").text(), span.at("start"), span.at("end"));
      return;
    }
    if (!spans.value().is_object()) spans.fail("a list or an object of spans");
    for (const auto& [name, range] : spans.value().items()) {
      const std::vector<JsonValue> ends = JsonValue(range, spans.place() + ": '" + name + "'").list();
      if (ends.size() != 2) spans.fail("a start and an end for each span");
      add(name, ends[0], ends[1]);
    }
  }

  const CorpusSpec& m_spec;
};

/// A table with a heading. Fields of a CSV file may be quoted and then hold line ends (RFC 4180); those of a TSV file
/// are what lies between tabs.
class TableTexts final : public LinesOf {
 public:
  TableTexts(const std::filesystem::path& file, char separator, const CorpusSpec& spec)
      : LinesOf(file), m_separator(separator), m_name(file.filename().string()) {
    if (!nextRecord()) throw Error("'" + m_name + "': expected a line of column names, found an empty file");
    const std::vector<std::string> names = m_fields;
    m_columns = names.size();
    m_text = columnOf(names, spec.field);
    if (!spec.second.empty()) m_second = columnOf(names, spec.second);
    if (!spec.label.empty()) m_label = columnOf(names, spec.label);
    if (!spec.spans.empty())
      throw Error("'" + m_name + "': expected JSON Lines for spans, found a table");
  }
  bool advance() override {
    while (nextRecord())
      if (m_fields.size() > 1 || !isBlank(m_fields.front()) || !m_problem.empty()) return true;
    return false;
  }
  CorpusText text() override {
    CorpusText text;
    text.place = m_place;
    text.problem = m_problem;
    if (text.problem.empty() && m_fields.size() != m_columns)
      text.problem = "expected " + std::to_string(m_columns) + " fields, found " + std::to_string(m_fields.size());
    if (!text.problem.empty()) return text;
    setText(text, m_fields[m_text]);
    refuseEmpty(text);
    if (m_second) text.second = m_fields[*m_second];
    if (m_label) text.label = m_fields[*m_label];
    return text;
  }

 private:
  std::size_t columnOf(const std::vector<std::string>& names, const std::string& wanted) const {
    const auto found = std::find(names.begin(), names.end(), wanted);
    if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
    std::size_t number = 0;
    const auto [end, failed] = std::from_chars(wanted.data(), wanted.data() + wanted.size(), number);
    if (failed == std::errc() && end == wanted.data() + wanted.size() && number >= 1 && number <= names.size())
      return number - 1;
    std::string all;
    for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
    throw Error("'" + m_name + "': expected a column '" + wanted + "', found " + all);
  }

  bool nextRecord() {
    m_fields.assign(1, {});
    m_problem.clear();
    bool quoted = false;
    std::size_t bytes = 0;
    for (bool first = true; first || quoted; first = false) {
      if (!nextLine()) {
        if (first) return false;
        m_problem = "expected a closing quotation mark, found the end of the file";
        return true;
      }
      if (first) m_place = m_lines.place();
      const std::string& line = m_lines.line();
      bytes += line.size();
      if (m_lines.tooLong() || bytes > kMostCorpusText) {
        m_problem = tooLongText();
        if (m_lines.tooLong()) return true;
      }
      if (!first && m_problem.empty()) m_fields.back() += '\n';
      for (std::size_t i = 0; i < line.size(); ++i) {
        std::string& field = m_fields.back();
        const bool mark = m_separator == ',' && line[i] == '"';
        if (quoted) {
          if (!mark) {
            if (m_problem.empty()) field += line[i];
          } else if (i + 1 < line.size() && line[i + 1] == '"') {
            if (m_problem.empty()) field += line[i];
            ++i;
          } else {
            quoted = false;
          }
        } else if (mark && field.empty()) {
          quoted = true;
        } else if (line[i] == m_separator) {
          m_fields.emplace_back();
        } else {
          field += line[i];
        }
      }
    }
    return true;
  }

  char m_separator;
  std::string m_name, m_place, m_problem;
  std::vector<std::string> m_fields;
  std::size_t m_columns = 0, m_text = 0;
  std::optional<std::size_t> m_second, m_label;
};

/// Every file of a folder and of those in it, by name.
class FolderTexts final : public TextReader {
 public:
  explicit FolderTexts(const std::filesystem::path& folder) : m_folder(folder) {
    std::error_code failed;
    for (std::filesystem::recursive_directory_iterator at(folder, failed), end; !failed && at != end;
         at.increment(failed))
      if (isFile(at->path()) && !at->path().filename().string().starts_with('.')) m_files.push_back(at->path());
    if (failed) throw Error("'" + folder.string() + "': " + failed.message());
    if (m_files.empty()) throw Error("'" + folder.string() + "': expected a folder of texts, found no file in it");
    std::sort(m_files.begin(), m_files.end());
  }
  bool advance() override { return m_next++ < m_files.size(); }
  CorpusText text() override {
    CorpusText text;
    const std::filesystem::path& file = m_files[m_next - 1];
    text.place = "'" + file.lexically_relative(m_folder).string() + "'";
    try {
      setText(text, readFile(file, kMostCorpusText));
      while (text.text.ends_with('\n') || text.text.ends_with('\r')) text.text.pop_back();
      if (text.text.empty()) text.problem = "expected a text, found an empty file";
      if (text.text.find('\0') != std::string::npos) text.problem = "expected a text, found bytes that are none";
    } catch (const Error& error) {
      text.problem = error.what();
    }
    return text;
  }
  double read() const override { return 0; }

 private:
  std::filesystem::path m_folder;
  std::vector<std::filesystem::path> m_files;
  std::size_t m_next = 0;
};

}  // namespace

void setText(CorpusText& text, std::string_view bytes) {
  text.text.clear();
  text.replaced = utf8::appendLossy(text.text, bytes);
}

std::unique_ptr<TextReader> textReader(const std::filesystem::path& file, CorpusFormat format, const CorpusSpec& spec) {
  switch (format) {
    case CorpusFormat::Paragraphs:
      return std::make_unique<ParagraphTexts>(file);
    case CorpusFormat::JsonLines:
      return std::make_unique<JsonTexts>(file, spec);
    case CorpusFormat::Csv:
      return std::make_unique<TableTexts>(file, ',', spec);
    case CorpusFormat::Tsv:
      return std::make_unique<TableTexts>(file, '\t', spec);
    case CorpusFormat::Conllu:
      return conlluReader(file);
    case CorpusFormat::Folder:
      return std::make_unique<FolderTexts>(file);
    case CorpusFormat::Template:
      return templateReader(file);
    case CorpusFormat::Repeated:
      return repeatedTokens(spec);
    case CorpusFormat::Auto:
    case CorpusFormat::Lines:
      break;
  }
  return std::make_unique<LineTexts>(file);
}

}  // namespace headlight
