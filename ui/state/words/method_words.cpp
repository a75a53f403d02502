#include "ui/state/words/method_words.h"

#include <QCoreApplication>

#include "ui/words.h"

namespace headlight {
QString methodName(Method method) {
  switch (method) {
    case Method::Raw:
      return Words::tr("attention weights");
    case Method::Norm:
      return Words::tr("value-weighted norm");
    case Method::NormSum:
      return Words::tr("norm, whole layer");
    case Method::NormResidual:
      return Words::tr("norm with residual");
    case Method::Contributions:
      return Words::tr("ALTI contributions");
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
      return Words::tr("Attention weights after softmax.");
    case Method::Norm:
      return Words::tr("Norm of weight × transformed value, as a share of its row (Kobayashi et al. 2020).");
    case Method::NormSum:
      return Words::tr("Norm of the sum over the layer's heads (Kobayashi et al. 2020).");
    case Method::NormResidual:
      return Words::tr("The same, with residual and layer norm (Kobayashi et al. 2021).");
    case Method::Contributions:
      return Words::tr("How much a token's vector moves the layer towards its output (ALTI, Ferrando et al. "
                       "2022).");
    case Method::ValueZeroing:
      return Words::tr(
          "Cosine change of the layer's output when the token's value is zeroed, as a share of its row (Mohebbi "
          "et al. 2023).");
    case Method::Effective:
      return Words::tr(
          "Weights without the part that cannot affect the output (Brunner et al. 2020); negative values drawn "
          "as 0.");
    case Method::Rollout:
      return Words::tr("Head means multiplied through all layers to the input (Abnar and Zuidema 2020).");
  }
  return {};
}

}  // namespace headlight
