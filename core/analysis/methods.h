#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "core/attention/attention_maps.h"
#include "core/model/model.h"

namespace headlight {

/// The ways to say what a head or a layer looks at.
enum class Method { Raw, Norm, NormSum, NormResidual, Contributions, ValueZeroing, Effective, Rollout, Flow };

struct MethodInfo {
  Method method;
  std::string_view name;  ///< On the command line: "norm-residual".
  std::string_view what;  ///< With its source, for a person.
  bool perHead;           ///< A map for each head, else one for each layer.
};
std::span<const MethodInfo> methods();
const MethodInfo& methodInfo(Method method);
/// The method of that name; throws Error with the names there are.
Method methodNamed(std::string_view name);

/// The maps of a method for an attention of `trace`, a run of `model`; cross-attention has its weights alone. Throws
/// Error where a method has a limit and for attention that the run does not have, or Cancelled.
std::shared_ptr<const AttentionMaps> attentionBy(Method method, AttentionType type, std::shared_ptr<const Model> model,
                                                 std::shared_ptr<const Trace> trace, const Progress& progress = {});
/// The same for self-attention, of an encoder–decoder model its decoder's.
std::shared_ptr<const AttentionMaps> attentionBy(Method method, std::shared_ptr<const Model> model,
                                                 std::shared_ptr<const Trace> trace, const Progress& progress = {});

}  // namespace headlight
