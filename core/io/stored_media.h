#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/image/seen_media.h"
#include "core/io/stored_contents.h"
#include "core/text/encoding.h"

namespace headlight {

// What a file of attention holds of pictures and sounds, beside what stored_attention.h lists:
//
//   picture.N            [height, width, 3], bytes: the pictures as they were given, N from 0
//   boxes                [k, 4]: x0, y0, x1, y1 of the part of its picture that a token stands for, as fractions of it
//                        (beyond 0 to 1 is padding); -1 for none
//   image_positions      [k]: which tokens these are; all of them without. Of the text, or of an encoder–decoder model
//                        of what its encoder reads
//   image_cells          [k, 4]: picture, tile (0: the whole picture), row and column; without, the first picture, as a
//                        whole, rows and columns by the boxes
//   vision_boxes         […, 4]: boxes of all tokens of the part "vision"; vision_cells [m, 3]: picture, row, column
//   time                 [n, 2]: from and to in seconds, for the tokens of a sound; time_positions [n]: which they are
//   mel_rows             [n, 2]: of those the first band and the one behind the last
//   spectrogram          [bands, frames], the lowest band first, or [1, samples]; sound_times [2]: seconds of a column,
//                        and of the whole sound (0: not known)

/// The pictures and the sound of a file; null for none. Throws Error for tensors that are none.
std::shared_ptr<const SeenMedia> storedMedia(const StoredContents& from);

/// Gives `tokens`, those of the keys of `part` ("", "cross", "vision" …), their places; `crossed` where the file has
/// attention between two texts, so that the places are those of the encoder's. Throws Error for places that do not fit.
void placeStoredMedia(const StoredContents& from, const std::string& part, bool crossed, std::vector<Token>& tokens);

}  // namespace headlight
