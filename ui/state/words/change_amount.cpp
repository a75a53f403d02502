#include "ui/state/words/change_amount.h"

#include <algorithm>
#include <type_traits>

#include "ui/words.h"

namespace headlight {
namespace {

/// The least temperature that a slider sets.
constexpr double kLeastTemperature = 0.01;

/// The number of a change that says how strongly it acts; null for none.
template <class What>
auto* amountIn(What& change) {
  using Number = std::conditional_t<std::is_const_v<What>, const double, double>;
  Number* number = nullptr;
  if (auto* steer = std::get_if<Steer>(&change)) number = &steer->strength;
  if (auto* scale = std::get_if<Scale>(&change)) number = &scale->factor;
  if (auto* temperature = std::get_if<Temperature>(&change)) number = &temperature->temperature;
  if (auto* cap = std::get_if<Cap>(&change)) number = &cap->most;
  if (auto* values = std::get_if<ChangeValues>(&change); values && values->by == ChangeValues::By::Factor)
    number = &values->factor;
  return number;
}

}  // namespace

std::optional<ChangeAmount> amountOf(const Intervention& change) {
  const double* number = amountIn(change);
  if (!number) return std::nullopt;
  ChangeAmount amount{Words::tr("Factor"), *number, 0, 4, 0};
  if (std::holds_alternative<Steer>(change)) amount = {Words::tr("Strength"), *number, -4, 4};
  if (std::holds_alternative<Temperature>(change))
    amount = {Words::tr("Temperature"), *number, kLeastTemperature, 4, kLeastTemperature};
  if (std::holds_alternative<Cap>(change)) amount = {Words::tr("Maximum"), *number, 0, 1, 0, 1};
  if (std::holds_alternative<ChangeValues>(change)) amount = {Words::tr("Factor"), *number, -2, 2};
  // What was typed may lie further out.
  amount.low = std::min(amount.low, amount.value);
  amount.high = std::max(amount.high, amount.value);
  return amount;
}

Intervention withAmount(Intervention change, double amount) {
  if (double* number = amountIn(change)) *number = amount;
  return change;
}

}  // namespace headlight
