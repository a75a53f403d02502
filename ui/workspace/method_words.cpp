#include "ui/workspace/method_words.h"

#include <QCoreApplication>

namespace headlight {
namespace {

QString methodTr(const char* text) { return QCoreApplication::translate("Method", text); }

}  // namespace

QString methodName(Method method) {
  switch (method) {
    case Method::Raw:
      return methodTr("attention weights");
    case Method::Norm:
      return methodTr("norm of what arrives");
    case Method::NormSum:
      return methodTr("norm, all heads together");
    case Method::NormResidual:
      return methodTr("norm with residual");
    case Method::Contributions:
      return methodTr("contributions");
    case Method::ValueZeroing:
      return methodTr("value zeroing");
    case Method::Effective:
      return methodTr("effective attention");
    case Method::Rollout:
      return methodTr("rollout");
  }
  return {};
}

QString methodExplanation(Method method) {
  switch (method) {
    case Method::Raw:
      return methodTr("The weights of the softmax.");
    case Method::Norm:
      return methodTr("How long the vector is that a token brings, as a part of its row (Kobayashi et al. 2020).");
    case Method::NormSum:
      return methodTr("The same for all heads of a layer together (Kobayashi et al. 2020).");
    case Method::NormResidual:
      return methodTr("All heads together with the residual and the normalisation (Kobayashi et al. 2021).");
    case Method::Contributions:
      return methodTr("How much nearer a token brings the layer’s output to what it is (Ferrando et al. 2022).");
    case Method::ValueZeroing:
      return methodTr(
          "How far the layer’s output turns without a token’s value, as a part of its row (Mohebbi et al. "
          "2023).");
    case Method::Effective:
      return methodTr(
          "The part of the weights that reaches the output (Brunner et al. 2020); what is below 0 has the "
          "colour of 0.");
    case Method::Rollout:
      return methodTr("The mean of the heads followed down through all layers to the input (Abnar and Zuidema 2020).");
  }
  return {};
}

}  // namespace headlight
