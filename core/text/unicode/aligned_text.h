#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "core/text/unicode/arena.h"
#include "core/text/utf8.h"

namespace headlight {

/// A half-open range of bytes of the original text.
struct ByteRange {
  std::uint32_t start = 0, end = 0;
  bool operator==(const ByteRange&) const = default;
};

/// A part of a text as the normalizers left it; every byte knows which bytes of the original it stands for.
/// Three forms keep this cheap: untouched (no alignment, nothing inserted), untouched behind an inserted prefix, and
/// one range for each byte.
struct AlignedText {
  std::string_view text;
  const ByteRange* alignment = nullptr;  ///< One a byte of `text`; null when only the first `inserted` bytes are new.
  std::uint32_t inserted = 0;            ///< Bytes in front that share the range of the first original character.
  ByteRange origin;                      ///< The part of the original that the whole stands for.

  /// The range of the original for one byte.
  ByteRange rangeAt(std::size_t byte) const;
  /// The range of the original for the non-empty bytes [start, end).
  ByteRange rangeOf(std::size_t start, std::size_t end) const { return {rangeAt(start).start, rangeAt(end - 1).end}; }
  /// The part [start, end), on character boundaries.
  AlignedText slice(std::size_t start, std::size_t end) const;
};

/// Memory of the texts that normalizing makes.
struct TextArena {
  Arena<char> bytes;
  Arena<ByteRange> ranges;
  void reset() {
    bytes.reset();
    ranges.reset();
  }
};

/// A code point of a changed text, and how it came about: 0 takes the place of one old character, a positive number
/// was inserted, −n takes the place of one and removes the n after it.
struct CharChange {
  char32_t c;
  int change;
};

/// Writes a changed copy of an AlignedText from left to right and carries the alignment along: a replaced character
/// keeps the range of the old one, an inserted one gets the range of the byte before it.
/// Costs nothing as long as nothing changes.
class TextRewriter {
 public:
  TextRewriter(const AlignedText& from, TextArena& arena) : m_from(from), m_arena(arena) {}

  bool atEnd() const { return m_in >= m_from.text.size(); }
  /// The next old character.
  char32_t peek() const {
    std::size_t at = m_in;
    return utf8::next(m_from.text, at);
  }
  /// What is left of the old text.
  std::string_view rest() const { return m_from.text.substr(m_in); }

  /// Copies the next `count` bytes, whole characters.
  void keep(std::size_t count);
  void keepChar() { keep(utf8::lengthFrom(m_from.text[m_in])); }
  /// Puts `c` in the place of the next character.
  void replace(char32_t c);
  /// Puts `c` between; it shares the range of the old byte in front of it.
  void insert(char32_t c);
  /// Leaves out the next `count` bytes, whole characters.
  void drop(std::size_t count);
  void dropChar() { drop(utf8::lengthFrom(m_from.text[m_in])); }
  void apply(std::span<const CharChange> changes);

  /// The changed text; throws Error when it has become absurdly long.
  AlignedText finish();

 private:
  void write(const char* bytes, std::size_t count, ByteRange range);
  void materialize();
  void reserve(std::size_t more);

  AlignedText m_from;
  TextArena& m_arena;
  std::size_t m_in = 0, m_out = 0, m_capacity = 0;
  char* m_text = nullptr;         // null while nothing has changed
  ByteRange* m_ranges = nullptr;  // null while every byte stands where the old one stood
};

}  // namespace headlight
