#include "core/analysis/methods.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "core/analysis/effective_attention.h"
#include "core/analysis/norm_maps.h"
#include "core/analysis/rollout.h"
#include "core/analysis/value_zeroing.h"
#include "core/attention/trace_maps.h"
#include "core/base/error.h"
#include "core/model/stack.h"

namespace headlight {
namespace {

constexpr MethodInfo kMethods[] = {
    {Method::Raw, "raw", "Attention weights", true},
    {Method::Norm, "norm", "Value-weighted norm (Kobayashi et al. 2020)", true},
    {Method::NormSum, "norm-sum", "Norm of the whole layer (Kobayashi et al. 2020)", false},
    {Method::NormResidual, "norm-residual", "Norm with residual and layer norm (Kobayashi et al. 2021)", false},
    {Method::Contributions, "contributions", "ALTI contributions (Ferrando et al. 2022)", false},
    {Method::ValueZeroing, "value-zeroing", "Value zeroing (Mohebbi et al. 2023)", false},
    {Method::Effective, "effective", "Effective attention (Brunner et al. 2020)", true},
    {Method::Rollout, "rollout", "Attention rollout (Abnar and Zuidema 2020)", false},
    {Method::Flow, "flow", "Attention flow, up to 64 tokens (Abnar and Zuidema 2020)", false},
};

}  // namespace

std::span<const MethodInfo> methods() { return kMethods; }

const MethodInfo& methodInfo(Method method) {
  return *std::find_if(std::begin(kMethods), std::end(kMethods),
                       [method](const MethodInfo& info) { return info.method == method; });
}

Method methodNamed(std::string_view name) {
  const auto found = std::find_if(std::begin(kMethods), std::end(kMethods),
                                  [name](const MethodInfo& info) { return info.name == name; });
  if (found != std::end(kMethods)) return found->method;
  std::string names;
  for (const MethodInfo& info : kMethods) names += (names.empty() ? "" : ", ") + std::string(info.name);
  throw Error("method '" + std::string(name) + "': expected one of " + names);
}

std::shared_ptr<const AttentionMaps> attentionBy(Method method, std::shared_ptr<const Model> model,
                                                 std::shared_ptr<const Trace> trace, const Progress& progress) {
  switch (method) {
    case Method::Raw:
      break;
    case Method::Norm:
      return normWeightedAttention(model, std::move(trace), progress);
    case Method::NormSum:
      return normWeightedSum(model, std::move(trace), NormSum::Heads, progress);
    case Method::NormResidual:
      return normWeightedSum(model, std::move(trace), NormSum::Residual, progress);
    case Method::Contributions:
      return contributions(std::move(model), std::move(trace));
    case Method::ValueZeroing:
      return valueZeroing(*model, *trace, progress);
    case Method::Effective:
      return std::make_shared<EffectiveAttention>(std::move(trace));
    case Method::Rollout:
      return rollout(TraceMaps(std::move(trace)), progress);
    case Method::Flow:
      return flowMaps(TraceMaps(std::move(trace)), progress);
  }
  return std::make_shared<TraceMaps>(std::move(trace));
}

std::shared_ptr<const AttentionMaps> attentionBy(Method method, AttentionType type, std::shared_ptr<const Model> model,
                                                 std::shared_ptr<const Trace> trace, const Progress& progress) {
  if (method == Method::Raw || !trace->has(type)) return std::make_shared<TraceMaps>(std::move(trace), type);
  if (type == AttentionType::Cross)
    throw Error("method '" + std::string(methodInfo(method).name) +
                "': expected self-attention, found cross-attention, of which there are the weights (raw) alone");
  Stack stack = stackOf(std::move(model), std::move(trace), type);
  return attentionBy(method, std::move(stack.model), std::move(stack.trace), progress);
}

}  // namespace headlight
