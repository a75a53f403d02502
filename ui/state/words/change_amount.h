#pragma once

#include <QString>
#include <optional>

#include "core/intervention/intervention.h"

namespace headlight {

/// How strongly a change acts, and between which numbers a slider moves that.
struct ChangeAmount {
  QString name;
  double value = 0, low = 0, high = 1;
  double least = -1000, most = 1000;  ///< What may be typed.
};
/// The amount of a change; none for one that acts or does not.
std::optional<ChangeAmount> amountOf(const Intervention& change);
/// The same change with another amount.
Intervention withAmount(Intervention change, double amount);

}  // namespace headlight
