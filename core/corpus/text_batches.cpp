#include "core/corpus/text_batches.h"

namespace headlight {

std::size_t textsOfBatch(const Source& model) {
  constexpr std::int64_t kLarge = 1'000'000'000;
  constexpr std::size_t kTextsEach = 8;
  return model.info.parameters > kLarge ? 1 : kTextsEach * static_cast<std::size_t>(threadCount());
}

}  // namespace headlight
