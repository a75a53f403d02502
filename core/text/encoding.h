#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/place.h"

namespace headlight {

/// A half-open range [start, end) of Unicode code points of a text.
struct TextRange {
  std::int64_t start = 0, end = 0;
  bool operator==(const TextRange&) const = default;
};

/// One part of a character that lies in several tokens, shown as "é 1/2": the character, then the number of the part.
struct CharacterPart {
  std::uint8_t number = 0, of = 0;  ///< From 1 to at most 9; 0 for none.
  std::uint8_t length = 0;          ///< Bytes of the character as it is shown.

  explicit operator bool() const { return of > 0; }
  /// Bytes of the whole: "é 1/2".
  std::size_t shown() const { return length + std::size_t{4}; }
  bool operator==(const CharacterPart&) const = default;
};

/// A turn of a conversation, whose text a token is part of.
struct TurnPlace {
  int number = 0;    ///< From 0.
  std::string role;  ///< "user".
  bool operator==(const TurnPlace&) const = default;
};

/// One token of an Encoding.
struct Token {
  std::int64_t id = 0;
  std::int64_t typeId = 0;           ///< Segment: 0, or 1 for the second text of a pair.
  std::string text;                  ///< The vocabulary's own string ("Ġcat", "##ing").
  std::string display;               ///< What a person reads (" cat", "ing", "é 1/2"); never mojibake.
  CharacterPart begins, ends;        ///< Parts that `display` begins and ends with; none for whole characters.
  TextRange range;                   ///< The code points of its own text that it stands for; [0,0) when added.
  bool special = false;              ///< Added by the post-processor, padding or a chat template, not part of the text.
  bool attended = true;              ///< False for padding.
  std::optional<std::int64_t> word;  ///< Number of the pre-tokenized piece in its text.
  std::optional<int> sequence;       ///< 0 or 1: which text it comes from; none when added.
  std::optional<TurnPlace> turn;     ///< None for what a chat template wrote, and outside of conversations.
  std::optional<MediaPlace> place;   ///< In a picture or a sound; none for text, whose place is `range`.

  /// Its place in a picture; null for none.
  const ImagePlace* imagePlace() const { return place ? std::get_if<ImagePlace>(&*place) : nullptr; }
  /// Its place in a sound; null for none.
  const SoundPlace* soundPlace() const { return place ? std::get_if<SoundPlace>(&*place) : nullptr; }
};

/// The tokens of one text, a pair or an image, in the order in which the model reads them.
struct Encoding {
  std::vector<Token> tokens;
  std::vector<Encoding> overflowing;         ///< What a truncation cut off, in order.

  std::size_t size() const { return tokens.size(); }
  bool empty() const { return tokens.empty(); }
};

}  // namespace headlight
