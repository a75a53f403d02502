#pragma once

namespace headlight {

/// LayerNorm (Ba et al. 2016), RMSNorm (Zhang and Sennrich 2019), gain and bias alone (MobileBERT's NoNorm), or
/// nothing.
enum class NormKind { None, LayerNorm, RmsNorm, Affine };

}  // namespace headlight
