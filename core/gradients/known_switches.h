#pragma once

#include "core/attention/trace.h"
#include "core/model/architecture.h"

namespace headlight {

/// Throws Error naming the layer and the part of it that the way back through a model does not know; of an
/// encoder–decoder model the encoder is looked at as well. The one place where a part of the description is known or not:
/// it takes every member of it by name, so that a new one does not compile before somebody has said which it is.
void checkWayBack(const Architecture& description);

/// Throws Error where something was changed in a run, of whose derivative nothing is known here.
void checkUnchanged(const Trace& trace);

}  // namespace headlight
