#pragma once

#include <vector>

#include "core/attention/scores.h"
#include "core/model/architecture.h"
#include "core/text/encoding.h"

namespace headlight {

struct PixelInput;

/// The keys that each query of `encoding` sees in a layer of `attention`, whose sight is not Sight::ByRule. `pixels`
/// are those of a tower, null for a text.
std::vector<Visibility::Range> rangesSeen(const AttentionSpec& attention, const Encoding& encoding,
                                          const PixelInput* pixels);

/// Makes `token` one that stands behind what was read: of the part that does not look ahead, where a model looks ahead
/// in another.
void putBehind(const Architecture& description, Token& token);

/// The times, rows and columns, [N, 3], that turn the tokens of a text with pictures (Wang et al. 2024, "Qwen2-VL"): a
/// text goes on by one, a picture at s has (s, s + row, s + column), and the text behind it goes on at s + the longer
/// of its sides.
Matrix textCoordinates(const Encoding& encoding);

/// The rows and columns, [N, 2], that turn the tokens of a tower; 0 for learned tokens. With `centres` the middles of
/// the patches between -1 and 1, times 2 pi.
Matrix patchCoordinates(const Encoding& encoding, const PixelInput& pixels, bool centres);

}  // namespace headlight
