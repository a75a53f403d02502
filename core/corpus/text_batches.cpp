#include "core/corpus/text_batches.h"

#include "core/base/parallel.h"

namespace headlight {
namespace {

bool isLarge(const Source& model) {
  constexpr std::int64_t kLarge = 1'000'000'000;
  return model.info.parameters > kLarge;
}

}  // namespace

std::size_t textsOfBatch(const Source& model) {
  constexpr std::size_t kTextsEach = 16;
  return isLarge(model) ? 1 : kTextsEach * static_cast<std::size_t>(threadCount());
}

void sideBySide(const Source& model, std::size_t count, const std::function<void(std::size_t)>& work) {
  if (isLarge(model))
    for (std::size_t i = 0; i < count; ++i) work(i);
  else
    parallelFor(static_cast<Index>(count), [&](Index i) { work(static_cast<std::size_t>(i)); });
}

}  // namespace headlight
