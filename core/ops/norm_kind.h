#pragma once

namespace headlight {

/// LayerNorm (Ba et al. 2016), RMSNorm (Zhang and Sennrich 2019), or nothing.
enum class NormKind { None, LayerNorm, RmsNorm };

}  // namespace headlight
