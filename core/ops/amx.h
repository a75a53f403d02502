#pragma once

#include <cstddef>

#include "core/base/index.h"

#if defined(__x86_64__) && defined(__linux__) && defined(__GNUC__)
#define HEADLIGHT_AMX
#endif

namespace headlight::amx {

// Products of tiles of 16 × 32 numbers in bfloat16, by the matrix unit that some x86 processors have (Intel, "Advanced
// Matrix Extensions"). A number of single precision is exactly the sum of three numbers of bfloat16, its parts, since
// 24 bits are three times 8; its product with another is that of the parts, less what lies below single precision.

inline constexpr Index kPanelRows = 16, kTileDepth = 32;
/// Numbers of a row that are multiplied before the next are fetched: whole blocks of every format.
inline constexpr Index kPiece = 256, kPieceTiles = kPiece / kTileDepth;
/// Parts of a number of single precision.
inline constexpr Index kParts = 3;

/// One part of 16 rows of 32 numbers: in each row numbers j and j + 16 side by side, or, turned, a row for each such
/// pair.
struct alignas(64) Tile {
  std::byte bytes[1024];
};

/// Whether this processor has the unit, and the system lets this program use it.
bool isSupported();
/// Whether products are made by it from now on where it is supported, as they are unless set otherwise.
void use(bool wanted);
/// Whether they are.
bool isUsed();

}  // namespace headlight::amx
