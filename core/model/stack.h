#pragma once

#include <memory>

#include "core/model/model.h"

namespace headlight {

/// One column of blocks, an encoder or a decoder, with its run: the model has its description and its weights alone.
struct Stack {
  std::shared_ptr<const Model> model;
  std::shared_ptr<const Trace> trace;
};
/// The stack of `trace`, a run of `model`, whose self-attention is meant: of an encoder–decoder model its encoder or
/// the decoder that it is itself, of a model of stages one of these. Throws Error for cross-attention, which has two
/// stacks, and where there is no encoder.
Stack stackOf(std::shared_ptr<const Model> model, std::shared_ptr<const Trace> trace, AttentionType attention);

/// The stack of `model` whose tokens look in that attention, which the model must have.
const Model& stackThatLooks(const Model& model, AttentionType attention);

}  // namespace headlight
