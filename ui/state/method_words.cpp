#include "ui/state/method_words.h"

#include <QCoreApplication>

#include "ui/words.h"

namespace headlight {
QString methodName(Method method) {
  switch (method) {
    case Method::Raw:
      return Words::tr("attention weights");
    case Method::Norm:
      return Words::tr("norm of what arrives");
    case Method::NormSum:
      return Words::tr("norm, all heads together");
    case Method::NormResidual:
      return Words::tr("norm with residual");
    case Method::Contributions:
      return Words::tr("contributions");
    case Method::ValueZeroing:
      return Words::tr("value zeroing");
    case Method::Effective:
      return Words::tr("effective attention");
    case Method::Rollout:
      return Words::tr("rollout");
  }
  return {};
}

Quantity quantityOf(Method method) {
  switch (method) {
    case Method::Raw:
      return {};
    case Method::Norm:
    case Method::NormSum:
    case Method::NormResidual:
      return {Words::tr("share of norm"), false};
    case Method::Contributions:
      return {Words::tr("contribution"), false};
    case Method::ValueZeroing:
      return {Words::tr("share of change"), false};
    case Method::Effective:
      return {Words::tr("effective weight"), true};
    case Method::Rollout:
      return {Words::tr("rollout"), false};
  }
  return {};
}

QString methodExplanation(Method method) {
  switch (method) {
    case Method::Raw:
      return Words::tr("The weights of the softmax.");
    case Method::Norm:
      return Words::tr("How long the vector is that a token brings, as a part of its row (Kobayashi et al. 2020).");
    case Method::NormSum:
      return Words::tr("The same for all heads of a layer together (Kobayashi et al. 2020).");
    case Method::NormResidual:
      return Words::tr("All heads together with the residual and the normalisation (Kobayashi et al. 2021).");
    case Method::Contributions:
      return Words::tr("How much nearer a token brings the layer’s output to what it is (Ferrando et al. 2022).");
    case Method::ValueZeroing:
      return Words::tr(
          "How far the layer’s output turns without a token’s value, as a part of its row (Mohebbi et al. "
          "2023).");
    case Method::Effective:
      return Words::tr(
          "The part of the weights that reaches the output (Brunner et al. 2020); what is below 0 has the "
          "colour of 0.");
    case Method::Rollout:
      return Words::tr("The mean of the heads followed down through all layers to the input (Abnar and Zuidema 2020).");
  }
  return {};
}

}  // namespace headlight
