#pragma once

#include <memory>

#include "core/base/line_reader.h"
#include "core/corpus/corpus.h"

namespace headlight {

/// The longest text that is read, in bytes.
inline constexpr std::size_t kMostCorpusText = std::size_t{1} << 24;

/// The texts of one file.
class TextReader {
 public:
  virtual ~TextReader() = default;
  /// Moves on to the next text; false after the last one.
  virtual bool advance() = 0;
  /// The text that it is at; what is wrong with it alone is its problem.
  virtual CorpusText text() = 0;
  /// About how many bytes of the file lie before it.
  virtual double read() const = 0;
};

/// The reader of a file of that format. Throws Error as Corpus does.
std::unique_ptr<TextReader> textReader(const std::filesystem::path& file, CorpusFormat format, const CorpusSpec& spec);
std::unique_ptr<TextReader> conlluReader(const std::filesystem::path& file);
/// The texts of a JSON file {"template": "When {A} …", "slots": {"A": […], …}}: every way to fill the slots, the last
/// one fastest; what fills a slot is a span of its name.
std::unique_ptr<TextReader> templateReader(const std::filesystem::path& file);
/// Texts of random tokens said several times, without end.
std::unique_ptr<TextReader> repeatedTokens(const CorpusSpec& spec);

/// A text as valid UTF-8 with how much of it was none.
void setText(CorpusText& text, std::string_view bytes);

}  // namespace headlight
