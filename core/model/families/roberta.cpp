#include "core/model/families/all.h"
#include "core/model/families/encoder_layers.h"

namespace headlight {
namespace {

/// Liu et al. 2019, "RoBERTa", and models trained alike: BERT whose positions begin behind the padding id.
Architecture describeRoberta(const FamilyInput& in) {
  const std::string prefix = in.prefix(in.modelType == "data2vec-text" ? "data2vec_text." : "roberta.");
  const EncoderSizes sizes = encoderSizes(in.config);
  Architecture d = encoderDescription(in, prefix, sizes);
  addDistances(in.config, d);
  skipPaddingPositions(d, in.config);
  if (in.config.flag("is_decoder", false))
    for (LayerSpec& layer : d.layers) layer.attention.causal = true;
  d.head = robertaHead(in, sizes);
  if (in.head == OutputHeadKind::CausalLm) d.head.kind = OutputHeadKind::CausalLm;
  return d;
}

}  // namespace

Family robertaFamily() {
  return {"roberta", {"roberta", "xlm-roberta", "camembert", "data2vec-text"}, describeRoberta};
}

}  // namespace headlight
