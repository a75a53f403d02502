#include "core/base/scratch_memory.h"

#include <new>

#include "core/base/scratch_file.h"

namespace headlight {
namespace {

/// The alignment of vectors.
constexpr std::align_val_t kAlignment{64};

}  // namespace

std::shared_ptr<float> roomFor(std::size_t numbers, Storage place) {
  // A file for little costs more than it saves.
  constexpr std::size_t kWorthAFile = std::size_t(1) << 20;
  const std::size_t bytes = numbers * sizeof(float);
  if (place == Storage::ScratchFile && bytes >= kWorthAFile) return scratchFile(bytes);
  return {static_cast<float*>(::operator new(bytes, kAlignment)),
          [](float* room) { ::operator delete(room, kAlignment); }};
}

}  // namespace headlight
