#pragma once

#include "core/intervention/layer_edits.h"
#include "core/model/architecture.h"

namespace headlight {

/// A place for interventions in an attention of a stack with that description, of what the layers are; what is read is
/// for the caller to say.
InterventionPlace placeIn(const Architecture& stack, AttentionType attention);

}  // namespace headlight
