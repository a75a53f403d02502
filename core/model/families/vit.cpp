#include "core/model/families/all.h"
#include "core/model/families/vision_towers.h"

namespace headlight {
namespace {

/// ViT's pooler, where its tensors are there: a dense map of the class token.
void addVitPooler(const FamilyInput& in, const std::string& prefix, Architecture& d) {
  if (d.head.kind != OutputHeadKind::None || !in.checkpoint.has(prefix + "pooler.dense.weight")) return;
  if (in.config.text("pooler_act", "tanh") != "tanh" || in.config.size("pooler_output_size", d.width) != d.width)
    return;
  d.pooler = Architecture::Pooler::FirstDense;
  d.poolerMap = linearPart(prefix + "pooler.dense");
}

/// Dosovitskiy et al. 2021, "ViT".
Architecture describeVit(const FamilyInput& in) {
  const std::string prefix = in.prefix("vit.");
  Architecture d = describeLikeVit(in, in.config, prefix, {prefix + "embeddings.cls_token"});
  d.head = taskHead(
      in, {{OutputHeadKind::SequenceClassification, {}, linearPart("classifier"), OutputHeadSpec::Pooling::First}});
  addVitPooler(in, prefix, d);
  return d;
}

/// Touvron et al. 2021, "DeiT": a second learned token, which a teacher's answers were distilled into.
Architecture describeDeit(const FamilyInput& in) {
  const std::string prefix = in.prefix("deit.");
  Architecture d = describeLikeVit(in, in.config, prefix,
                                   {prefix + "embeddings.cls_token", prefix + "embeddings.distillation_token"});
  const bool teacher = in.architecture.ends_with("WithTeacher");
  d.head = taskHead(in, {{OutputHeadKind::SequenceClassification,
                          {},
                          linearPart(teacher ? "cls_classifier" : "classifier"),
                          OutputHeadSpec::Pooling::First}});
  if (teacher) d.head.second = linearPart("distillation_classifier");
  addVitPooler(in, prefix, d);
  return d;
}

const std::vector<UnreadKey> kVit{{"encoder_stride"}, {"pooler_act"}, {"pooler_output_size"}};

}  // namespace

Family vitFamily() { return {"vit", {"vit"}, describeVit, kVit}; }
Family deitFamily() { return {"deit", {"deit"}, describeDeit, kVit}; }

}  // namespace headlight
