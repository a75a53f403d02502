#include "core/text/pipeline/truncation.h"

#include <algorithm>

#include "core/base/error.h"

namespace headlight {

namespace {

/// Cuts one encoding into parts of at most `length` that overlap by `stride`; the first stays, the others overflow.
void cut(RawEncoding& encoding, std::size_t length, const Truncation& truncation) {
  const std::size_t size = encoding.tokens.size();
  if (length >= size) return;
  if (length == 0) {
    RawEncoding whole = std::move(encoding);
    encoding = {};
    encoding.overflowing.push_back(std::move(whole));
    return;
  }
  if (truncation.stride >= length) {
    throw Error("truncation.stride: expected less than the " + std::to_string(length) +
                " tokens that are left, found " + std::to_string(truncation.stride));
  }
  const std::size_t step = length - truncation.stride;
  std::vector<RawEncoding> parts;
  const auto add = [&](std::size_t start, std::size_t end) {
    const auto begin = encoding.tokens.begin();
    parts.push_back({{begin + static_cast<std::ptrdiff_t>(start), begin + static_cast<std::ptrdiff_t>(end)}, {}});
  };
  if (truncation.fromLeft) {
    for (std::size_t end = size;; end -= step) {
      const std::size_t start = end > length ? end - length : 0;
      add(start, end);
      if (start == 0) break;
    }
  } else {
    for (std::size_t start = 0;; start += step) {
      const std::size_t end = std::min(start + length, size);
      add(start, end);
      if (end == size) break;
    }
  }
  encoding = std::move(parts.front());
  parts.erase(parts.begin());
  encoding.overflowing = std::move(parts);
}

}  // namespace

void truncate(std::vector<RawEncoding>& encodings, const Truncation& truncation, std::size_t reserved) {
  if (truncation.maxLength < reserved) {
    throw Error("truncation.max_length: expected at least the " + std::to_string(reserved) +
                " tokens that the post-processor adds, found " + std::to_string(truncation.maxLength));
  }
  const std::size_t most = truncation.maxLength - reserved;
  if (most == 0) {
    for (RawEncoding& encoding : encodings) cut(encoding, 0, truncation);
    return;
  }
  std::size_t total = 0;
  for (const RawEncoding& encoding : encodings) total += encoding.tokens.size();
  if (total <= most) return;  // Fewer than there would be are still more than fit.
  if (truncation.strategy == Truncation::Strategy::LongestFirst) {
    if (encodings.size() == 1) return cut(encodings[0], most, truncation);
    // The shorter text keeps what it has, as far as both halves allow.
    const bool firstIsLonger = encodings[0].whole > encodings[1].whole;
    std::size_t shorter = encodings[firstIsLonger ? 1 : 0].whole;
    std::size_t longer = shorter > most ? shorter : std::max(shorter, most - shorter);
    if (shorter + longer > most) {
      shorter = most / 2;
      longer = shorter + most % 2;
    }
    cut(encodings[0], firstIsLonger ? longer : shorter, truncation);
    cut(encodings[1], firstIsLonger ? shorter : longer, truncation);
    return;
  }
  const std::size_t target = truncation.strategy == Truncation::Strategy::OnlyFirst ? 0 : 1;
  if (target >= encodings.size()) throw Error("truncation: only_second needs a second text, found none");
  const std::size_t size = encodings[target].tokens.size();
  if (size <= total - most) {
    throw Error("truncation: text " + std::to_string(target + 1) + " has " + std::to_string(size) +
                " tokens, too few to cut " + std::to_string(total - most) + " off");
  }
  cut(encodings[target], size - (total - most), truncation);
}

void pad(RawEncoding& encoding, const Padding& padding, std::size_t length) {
  for (RawEncoding& part : encoding.overflowing) pad(part, padding, length);
  if (encoding.tokens.size() >= length) return;
  RawToken filler;
  filler.id = padding.id;
  filler.typeId = padding.typeId;
  filler.text = padding.token;
  filler.special = true;
  filler.attended = false;
  encoding.tokens.insert(padding.onLeft ? encoding.tokens.begin() : encoding.tokens.end(),
                         length - encoding.tokens.size(), filler);
}

std::size_t paddedLength(const Padding& padding, std::size_t longest) {
  std::size_t length = padding.fixedLength ? padding.fixedLength : longest;
  if (padding.multipleOf && length % padding.multipleOf) length += padding.multipleOf - length % padding.multipleOf;
  return length;
}

}  // namespace headlight
