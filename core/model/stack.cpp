#include "core/model/stack.h"

#include <utility>

#include "core/base/error.h"

namespace headlight {

Stack stackOf(std::shared_ptr<const Model> model, std::shared_ptr<const Trace> trace, AttentionType attention) {
  switch (attention) {
    case AttentionType::Self:
      return {std::move(model), std::move(trace)};
    case AttentionType::Encoder:
      if (!trace->source)
        throw Error("attention: expected a run with an encoder, found one of the model '" + trace->model +
                    "', which has none");
      return {model->encoder(), trace->source};
    case AttentionType::Vision:
      if (!trace->tower)
        throw Error("attention: expected a run over a text with pictures, found one of the model '" + trace->model +
                    "' without");
      return {model->tower(), trace->tower};
    case AttentionType::Cross:
      break;
  }
  throw Error("attention: expected self-attention of one stack, found cross-attention of two");
}

}  // namespace headlight
