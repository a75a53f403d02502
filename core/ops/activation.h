#pragma once

#include <string>
#include <string_view>

namespace headlight {

/// The functions between the two halves of a feed-forward network, and in heads.
enum class Activation { Identity, Gelu, GeluTanh, QuickGelu, Relu, Relu2, Silu, Tanh, Sigmoid };

/// The activation that a config.json calls by that name; throws Error naming `where` for one that we do not know.
Activation activationOf(std::string_view name, const std::string& where);

}  // namespace headlight
