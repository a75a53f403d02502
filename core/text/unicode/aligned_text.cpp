#include "core/text/unicode/aligned_text.h"

#include <cstring>
#include <limits>

#include "core/base/error.h"

namespace headlight {

ByteRange AlignedText::rangeAt(std::size_t byte) const {
  if (alignment) return alignment[byte];
  if (byte < inserted) {
    const auto first = inserted < text.size() ? static_cast<std::uint32_t>(utf8::lengthFrom(text[inserted])) : 0;
    return {origin.start, first ? origin.start + first : origin.end};
  }
  std::size_t start = byte;
  while (start > inserted && utf8::continues(text[start])) --start;
  const auto at = static_cast<std::uint32_t>(origin.start + start - inserted);
  return {at, at + static_cast<std::uint32_t>(utf8::lengthFrom(text[start]))};
}

AlignedText AlignedText::slice(std::size_t start, std::size_t end) const {
  AlignedText part;
  part.text = text.substr(start, end - start);
  if (start == end) {
    part.origin = {origin.start, origin.start};
    return part;
  }
  part.origin = rangeOf(start, end);
  if (alignment) {
    part.alignment = alignment + start;
  } else if (start < inserted) {
    part.inserted = static_cast<std::uint32_t>(std::min<std::size_t>(inserted, end) - start);
  }
  return part;
}

void TextRewriter::reserve(std::size_t more) {
  if (m_text && m_out + more <= m_capacity) return;
  std::size_t capacity = std::max<std::size_t>(m_from.text.size() + 16, m_text ? m_capacity * 2 : 0);
  if (m_ranges) capacity += m_from.text.size() / 4;
  while (capacity < m_out + more) capacity *= 2;
  if (capacity > std::numeric_limits<std::uint32_t>::max() / 2) {
    throw Error("normalizing: expected a text below 2 GiB, it grows beyond that");
  }
  char* text = m_arena.bytes.allocate(capacity);
  if (m_out > 0) std::memcpy(text, m_text ? m_text : m_from.text.data(), m_out);
  m_text = text;
  if (m_ranges) {
    ByteRange* ranges = m_arena.ranges.allocate(capacity);
    std::memcpy(static_cast<void*>(ranges), m_ranges, m_out * sizeof(ByteRange));
    m_ranges = ranges;
  }
  m_capacity = capacity;
}

void TextRewriter::materialize() {
  if (m_ranges) return;
  if (!m_text) reserve(8);
  m_ranges = m_arena.ranges.allocate(m_capacity);
  for (std::size_t i = 0; i < m_out; ++i) m_ranges[i] = m_from.rangeAt(i);
}

void TextRewriter::keep(std::size_t count) {
  if (m_text) {
    reserve(count);
    std::memcpy(m_text + m_out, m_from.text.data() + m_in, count);
    if (m_ranges) {
      if (m_from.alignment) {
        std::memcpy(static_cast<void*>(m_ranges + m_out), m_from.alignment + m_in, count * sizeof(ByteRange));
      } else {
        for (std::size_t i = 0; i < count; ++i) m_ranges[m_out + i] = m_from.rangeAt(m_in + i);
      }
    }
  }
  m_in += count;
  m_out += count;
}

void TextRewriter::write(const char* bytes, std::size_t count, ByteRange range) {
  reserve(count);
  std::memcpy(m_text + m_out, bytes, count);
  if (m_ranges) {
    for (std::size_t i = 0; i < count; ++i) m_ranges[m_out + i] = range;
  }
  m_out += count;
}

void TextRewriter::replace(char32_t c) {
  if (atEnd()) return insert(c);
  char bytes[4];
  const std::size_t length = utf8::encode(c, bytes);
  const std::size_t old = utf8::lengthFrom(m_from.text[m_in]);
  if (length != old) materialize();
  write(bytes, length, m_ranges ? m_from.rangeAt(m_in) : ByteRange{});
  m_in += old;
}

void TextRewriter::insert(char32_t c) {
  materialize();
  char bytes[4];
  const std::size_t length = utf8::encode(c, bytes);
  write(bytes, length, m_in == 0 ? ByteRange{m_from.origin.start, m_from.origin.start} : m_from.rangeAt(m_in - 1));
}

void TextRewriter::drop(std::size_t count) {
  if (count == 0) return;
  materialize();
  m_in += count;
}

void TextRewriter::apply(std::span<const CharChange> changes) {
  for (const CharChange& change : changes) {
    if (change.change > 0) {
      insert(change.c);
      continue;
    }
    if (change.change == 0 && !atEnd() && change.c == peek()) {
      keepChar();
    } else {
      replace(change.c);
    }
    for (int i = change.change; i < 0 && !atEnd(); ++i) dropChar();
  }
}

AlignedText TextRewriter::finish() {
  if (!m_text) {
    AlignedText result = m_from;
    result.text = m_from.text.substr(0, m_out);
    return result;
  }
  // This was the latest allocation of both arenas, so what it did not need can be used again.
  m_arena.bytes.giveBack(m_capacity - m_out);
  if (m_ranges) m_arena.ranges.giveBack(m_capacity - m_out);
  AlignedText result;
  result.text = {m_text, m_out};
  result.origin = m_from.origin;
  if (m_ranges) {
    result.alignment = m_ranges;
  } else {
    result.alignment = m_from.alignment;
    result.inserted = m_from.inserted;
  }
  return result;
}

}  // namespace headlight
