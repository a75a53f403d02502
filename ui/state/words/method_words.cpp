#include "ui/state/words/method_words.h"

#include <algorithm>
#include <iterator>

#include "ui/words.h"

namespace headlight {
namespace {

struct MethodText {
  Method method;
  QString name;
  Quantity quantity;
  QString explanation;
};

MethodText wordsFor(Method method) {
  const Quantity norm{Words::tr("share of norm"), false};
  const MethodText all[] = {
      {Method::Raw, Words::tr("attention weights"), {}, Words::tr("Attention weights after softmax.")},
      {Method::Norm, Words::tr("value-weighted norm"), norm,
       Words::tr("Norm of weight × transformed value, as a share of its row (Kobayashi et al. 2020).")},
      {Method::NormSum, Words::tr("norm, whole layer"), norm,
       Words::tr("Norm of the sum over the layer's heads (Kobayashi et al. 2020).")},
      {Method::NormResidual, Words::tr("norm with residual"), norm,
       Words::tr("The same, with residual and layer norm (Kobayashi et al. 2021).")},
      {Method::Contributions, Words::tr("ALTI contributions"), {Words::tr("contribution"), false},
       Words::tr("How much a token's vector moves the layer towards its output (ALTI, Ferrando et al. "
                 "2022).")},
      {Method::ValueZeroing, Words::tr("value zeroing"), {Words::tr("share of change"), false},
       Words::tr("Cosine change of the layer's output when the token's value is zeroed, as a share of its row (Mohebbi "
                 "et al. 2023).")},
      {Method::Effective, Words::tr("effective attention"), {Words::tr("effective weight"), true},
       Words::tr("Weights without the part that cannot affect the output (Brunner et al. 2020); negative values drawn "
                 "as 0.")},
      {Method::Rollout, Words::tr("rollout"), {Words::tr("rollout"), false},
       Words::tr("Head means multiplied through all layers to the input (Abnar and Zuidema 2020).")},
      {Method::Flow, Words::tr("attention flow"), {Words::tr("flow"), false},
       Words::tr("The most that can flow through the head means of all layers to the input; up to 64 tokens (Abnar and "
                 "Zuidema 2020).")}};
  return *std::find_if(std::begin(all), std::end(all), [=](const MethodText& each) { return each.method == method; });
}

}  // namespace

QString methodName(Method method) { return wordsFor(method).name; }
Quantity quantityOf(Method method) { return wordsFor(method).quantity; }
QString methodExplanation(Method method) { return wordsFor(method).explanation; }

}  // namespace headlight
