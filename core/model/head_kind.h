#pragma once

namespace headlight {

/// What a model's last part computes from the hidden states.
enum class OutputHeadKind {
  None,
  CausalLm,
  MaskedLm,
  SequenceClassification,
  TokenClassification,
  ReplacedTokenDetection
};

}  // namespace headlight
