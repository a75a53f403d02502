#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/corpus/corpus_text.h"

namespace headlight {

class TextReader;

/// How texts lie in files, or are made.
enum class CorpusFormat { Auto, Lines, Paragraphs, JsonLines, Csv, Tsv, Conllu, Folder, Template, Repeated };
/// "lines", "jsonl", …: their names, in order.
extern const std::vector<std::string_view> kCorpusFormats;

/// Which texts are read, and which of them.
struct CorpusSpec {
  std::vector<std::filesystem::path> files;  ///< None for repeated random tokens.
  CorpusFormat format = CorpusFormat::Auto;  ///< Auto: by the name of each file.
  std::string field = "text";                ///< Of JSON objects, or the column of a table: a name, or a number from 1.
  std::string second, label, spans;          ///< Further fields or columns; empty for none.
  std::optional<std::int64_t> limit;         ///< The first so many of those that were drawn.
  double share = 1;                          ///< Each text is drawn with that chance.
  std::uint64_t seed = 1;                    ///< Of the drawing, and of random tokens.
  int shard = 1, shards = 1;                 ///< Every so many-th text alone, from 1.
  /// Of repeated random tokens: drawn from `candidates`, `period` tokens said `times` times between `begin` and `end`.
  std::vector<std::int64_t> candidates = {}, begin = {}, end = {};
  int period = 24, times = 2;
};

/// The texts of a corpus one after the other, in memory that does not grow with their number. Of the same spec the same
/// texts with the same numbers, whatever the shard.
class Corpus {
 public:
  /// Throws Error for files that cannot be read, fields and formats that there are not, numbers out of range.
  explicit Corpus(CorpusSpec spec);
  ~Corpus();

  const CorpusSpec& spec() const { return m_spec; }
  /// What tells the corpus apart, of all shards together: 16 hexadecimal digits of its files, or what it is made of.
  const std::string& identity() const { return m_identity; }
  /// The next text of this shard; none after the last one. A text that cannot be read has a `problem`. Throws Error
  /// where a file cannot be read any more.
  std::optional<CorpusText> next();
  /// Moves on to the text of that number.
  void skipTo(std::int64_t number) { m_from = number; }
  /// How much of the files has been read, 0 to 1, as far as that is known; of texts that are made, of their limit.
  double part() const;

 private:
  bool openNext();

  CorpusSpec m_spec;
  std::string m_identity;
  std::unique_ptr<TextReader> m_reader;
  std::size_t m_file = 0;
  std::int64_t m_number = 0, m_drawn = 0, m_from = 0;
  double m_bytes = 0, m_before = 0, m_size = 0;  ///< Of all files, of those that were read, of this one.
};

/// The format of a file by its name: .jsonl, .ndjson, .csv, .tsv, .conllu, .json (a template), a folder, else lines.
CorpusFormat formatOf(const std::filesystem::path& file);

}  // namespace headlight
