#include "core/model/stack.h"

#include <string>
#include <utility>

#include "core/base/error.h"
#include "core/model/architecture.h"

namespace headlight {

Stack stackOf(std::shared_ptr<const Model> model, std::shared_ptr<const Trace> trace, AttentionType attention) {
  if (const auto stage = headlight::stageOf(attention)) {
    if (!trace->has(attention))
      throw Error("attention: expected a run of at least " + std::to_string(*stage + 1) +
                  " stages, found one of the model '" + trace->model + "'");
    for (int later = trace->stagesBefore() - *stage; later > 0; --later) {
      model = model->earlier();
      trace = trace->earlier;
    }
    return {std::move(model), std::move(trace)};
  }
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
    default:
      break;
  }
  throw Error("attention: expected self-attention of one stack, found cross-attention of two");
}

const Model& stackThatLooks(const Model& model, AttentionType attention) {
  if (const auto stage = headlight::stageOf(attention)) {
    const Model* own = &model;
    for (int later = stagesBefore(model.description()) - *stage; later > 0; --later) own = own->earlier().get();
    return *own;
  }
  return attention == AttentionType::Encoder  ? *model.encoder()
         : attention == AttentionType::Vision ? *model.tower()
                                              : model;
}

}  // namespace headlight
