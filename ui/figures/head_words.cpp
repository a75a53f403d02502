#include "ui/figures/head_words.h"

#include "ui/words.h"

namespace headlight {
namespace {

QString withNumbers(const QString& words, HeadId head) {
  return words.arg(head.layer).arg(head.head) + attentionNote(head.attention);
}

}  // namespace

QString attentionName(AttentionType attention) {
  if (const auto stage = stageOf(attention))
    return Words::tr("Stage %1: within windows of its patches").arg(*stage + 1);
  switch (attention) {
    case AttentionType::Self:
      return Words::tr("Decoder: within the target");
    case AttentionType::Cross:
      return Words::tr("Cross-attention: from target to source");
    case AttentionType::Encoder:
      return Words::tr("Encoder: within the source");
    case AttentionType::Vision:
      return Words::tr("Vision: within the pictures");
    default:
      break;
  }
  return {};
}

QString attentionTerm(AttentionType attention) {
  if (const auto stage = stageOf(attention)) return Words::tr("stage %1").arg(*stage + 1);
  switch (attention) {
    case AttentionType::Self:
      return Words::tr("decoder");
    case AttentionType::Cross:
      return Words::tr("cross");
    case AttentionType::Encoder:
      return Words::tr("encoder");
    case AttentionType::Vision:
      return Words::tr("vision");
    default:
      break;
  }
  return {};
}

QString attentionNote(AttentionType attention) {
  return attention == AttentionType::Self ? QString() : QStringLiteral(" (%1)").arg(attentionTerm(attention));
}

QString headNumbers(HeadId head) { return QString::fromStdString(nameOf(head)); }
QString headName(HeadId head) { return withNumbers(QStringLiteral("L%1 H%2"), head); }
QString headWords(HeadId head) { return withNumbers(Words::tr("layer %1, head %2"), head); }
QString headTitle(HeadId head) { return withNumbers(Words::tr("Layer %1, head %2"), head); }
QString headHeading(HeadId head) { return withNumbers(Words::tr("Layer %1 · Head %2"), head); }

}  // namespace headlight
