#include "core/text/pipeline/raw_encoding.h"

namespace headlight {

void append(RawEncoding& encoding, const RawEncoding& next) {
  std::vector<RawEncoding> overflowing;
  const auto joined = [&overflowing](const RawEncoding& a, const RawEncoding& b) {
    RawEncoding both{a.tokens, {}};
    both.tokens.insert(both.tokens.end(), b.tokens.begin(), b.tokens.end());
    overflowing.push_back(std::move(both));
  };
  for (const RawEncoding& part : encoding.overflowing) {
    joined(part, next);
    for (const RawEncoding& other : next.overflowing) joined(part, other);
  }
  for (const RawEncoding& other : next.overflowing) joined(encoding, other);
  encoding.tokens.insert(encoding.tokens.end(), next.tokens.begin(), next.tokens.end());
  encoding.overflowing = std::move(overflowing);
}

}  // namespace headlight
