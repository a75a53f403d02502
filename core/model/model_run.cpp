#include "core/model/model_run.h"

#include "core/base/error.h"

namespace headlight {

ModelRun stackOf(const ModelRun& run, AttentionType type) {
  switch (type) {
    case AttentionType::Self:
      return run;
    case AttentionType::Source:
      if (!run.trace->source)
        throw Error("attention: expected a run with an encoder, found one of the model '" + run.trace->model +
                    "', which has none");
      return {run.model->encoder(), run.trace->source};
    case AttentionType::Cross:
      break;
  }
  throw Error("attention: expected self-attention of one stack, found cross-attention of two");
}

}  // namespace headlight
