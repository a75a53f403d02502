#pragma once

namespace headlight {

/// What a model's last part computes from the hidden states.
enum class HeadKind { None, CausalLm, MaskedLm, SequenceClassification, TokenClassification, ReplacedTokenDetection };

}  // namespace headlight
