#pragma once

#include <cstdint>

#include "core/base/error.h"
#include "core/base/index.h"
#include "core/text/encoding.h"

namespace headlight {

/// A text that has more tokens than a model has positions for.
class TooManyTokens : public Error {
 public:
  /// `most` tokens of `encoding` have a place.
  TooManyTokens(const Encoding& encoding, Index most)
      : Error("the text has " + std::to_string(encoding.size()) + " tokens, the model has positions for " +
              std::to_string(most)),
        m_most(most) {
    Index added = 0;
    for (auto token = encoding.tokens.rbegin(); token != encoding.tokens.rend() && token->special; ++token) ++added;
    if (most > added) m_end = encoding.tokens[static_cast<std::size_t>(most - added - 1)].range.end;
  }

  Index most() const { return m_most; }
  /// How many code points of the text fit, with the tokens that end it.
  std::int64_t codePoints() const { return m_end; }

 private:
  Index m_most;
  std::int64_t m_end = 0;
};

}  // namespace headlight
