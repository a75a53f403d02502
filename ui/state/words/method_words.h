#pragma once

#include <QString>

#include "core/analysis/methods.h"
#include "ui/figures/attention_context.h"

namespace headlight {

/// What menus, chips and captions call a method: "value zeroing", "value-weighted norm".
QString methodName(Method method);
/// What its numbers are, for legends and sentences; all are shares.
Quantity quantityOf(Method method);
/// What it shows, in a sentence, with its source.
QString methodExplanation(Method method);

}  // namespace headlight
