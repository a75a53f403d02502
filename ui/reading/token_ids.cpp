#include "ui/reading/token_ids.h"

namespace headlight {

bool readsIds(const LoadedModel& model) { return model.model && !model.tokenizer && !model.info.readsImages(); }

}  // namespace headlight
