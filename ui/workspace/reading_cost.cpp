#include "ui/workspace/reading_cost.h"

#include "core/base/error.h"
#include "core/model/run_memory.h"
#include "core/text/tokenizer.h"

namespace headlight {

ReadingCost readingCost(const LoadedModel& model, const std::string& text) {
  ReadingCost cost;
  if (!model.tokenizer) {
    cost.refusal = "The model '" + model.info.name + "' has no tokenizer to read a text with.";
    return cost;
  }
  cost.tokens = model.tokenizer->encode(text).size();
  if (!model.model) return cost;
  const RunMemory memory = runMemory(model.model->description(), static_cast<Index>(cost.tokens));
  cost.bytes = memory.kept + memory.during;
  const auto limit = static_cast<std::size_t>(model.info.maxPositions);
  const bool beyond = limit > 0 && cost.tokens > limit;
  if (beyond && model.info.positionsAreLearned)
    cost.refusal = "'" + model.info.name + "' has learned positions for " + std::to_string(limit) +
                   " tokens and cannot read more.";
  else if (beyond)
    cost.warning = "'" + model.info.name + "' was trained on up to " + std::to_string(limit) +
                   " tokens: what it does beyond them is not reliable.";
  try {
    cost.scratch = placeOfTrace(memory, 0, static_cast<Index>(cost.tokens)) == MemoryPlace::ScratchFile;
  } catch (const Error& error) {
    cost.refusal = error.what();
  }
  return cost;
}

}  // namespace headlight
