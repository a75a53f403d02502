#pragma once

namespace headlight {

/// Which attention of a run: a model of one stack has self-attention only.
enum class AttentionType {
  Self,   ///< Of a text over itself; of an encoder–decoder model, the target's.
  Cross,  ///< Of the target over the source.
  Source  ///< The encoder's: of the source over itself.
};

}  // namespace headlight
