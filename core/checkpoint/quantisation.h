#pragma once

#include <string>
#include <vector>

#include "core/checkpoint/config.h"
#include "core/checkpoint/stored_tensor.h"

namespace headlight {

/// How the weights of a folder are quantised.
struct Quantisation {
  std::string method;  ///< quant_method of config.json: "gptq"; or what tools without one are called: "MLX".
  Config settings;     ///< The object that says so.

  /// "gptq: 4 bits, groups of 128"
  std::string text() const;
};

/// `stored` with each quantised matrix under its own name ("x.weight"), made when it is used, in place of the tensors
/// that it is put together from ("x.qweight", "x.scales"). Throws Error naming tensor, expected and found where one is
/// missing or has another shape, and for settings and methods that are not read. `remarks` gets a sentence on what is
/// computed otherwise than by the tool that made them.
TensorTable dequantised(TensorTable stored, const Quantisation& quantisation, std::vector<std::string>& remarks);

/// Throws Error unless weights of that method are read; `place` begins the message.
void checkMethod(const Quantisation& quantisation, const std::string& place);

}  // namespace headlight
