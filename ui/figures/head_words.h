#pragma once

#include <QString>

#include "core/base/ids.h"

namespace headlight {

// What attention and heads are called where a person reads; where all are of one self-attention, nothing names it.

/// "Cross-attention: from target to source": what a menu calls an attention.
QString attentionName(AttentionType attention);
/// "cross": what it is called within a line.
QString attentionTerm(AttentionType attention);
/// " (cross)" after a head or a layer; nothing for self-attention.
QString attentionNote(AttentionType attention);

/// "3.1", "encoder 3.1": as interventions name it.
QString headNumbers(HeadId head);
/// "L3 H1", where there is little room.
QString headName(HeadId head);
/// "layer 3, head 1", within a sentence.
QString headWords(HeadId head);
/// "Layer 3, head 1".
QString headTitle(HeadId head);
/// "Layer 3 · Head 1".
QString headHeading(HeadId head);

}  // namespace headlight
