#include "ui/reading/reading_cost.h"

#include "core/base/error.h"
#include "core/model/run_memory.h"
#include "core/text/tokenizer.h"
#include "core/text/utf8.h"
#include "ui/words.h"

namespace headlight {

ReadingCost readingCost(const Source& model, const std::string& text, std::size_t most) {
  ReadingCost cost;
  cost.length = text.size();
  const QString name = QString::fromStdString(model.info.name);
  if (!model.tokenizer) {
    cost.refusal = Words::tr("The model '%1' has no tokenizer; use token ids.").arg(name).toStdString();
    return cost;
  }
  const Encoding encoding = model.tokenizer->encode(text);
  cost.tokens = encoding.size();
  // The tokens that the text is cut into count, not those that the model puts around it.
  for (const Token& token : encoding.tokens) {
    if (token.special) continue;
    if (cost.own < most) {
      ++cost.own;
      continue;
    }
    cost.length = utf8::bytesOf(text, token.range.start);
    cost.tokens = model.tokenizer->encode(text.substr(0, cost.length)).size();
    break;
  }
  if (!model.model) return cost;
  const RunMemory memory = runMemory(model.model->description(), static_cast<Index>(cost.tokens));
  cost.bytes = memory.kept + memory.during;
  const auto limit = static_cast<std::size_t>(model.info.maxPositions);
  const bool beyond = limit > 0 && cost.tokens > limit;
  if (beyond && model.info.positionsAreLearned)
    cost.refusal =
        Words::tr("'%1' has learned positions for %2 tokens and cannot read more.").arg(name).arg(limit).toStdString();
  else if (beyond)
    cost.warning = Words::tr("'%1' was trained on up to %2 tokens. Results beyond that are unreliable.")
                       .arg(name)
                       .arg(limit)
                       .toStdString();
  try {
    cost.scratch = placeOfTrace(memory, 0, static_cast<Index>(cost.tokens)) == Storage::ScratchFile;
  } catch (const Error& error) {
    cost.refusal = error.what();
  }
  return cost;
}

}  // namespace headlight
