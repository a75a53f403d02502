#pragma once

#include <QWidget>

#include "ui/state/words/change_amount.h"

class QDoubleSpinBox;
class QLabel;
class QSlider;

namespace headlight {

/// The amount of one change as a slider with the number beside it.
class AmountSlider final : public QWidget {
  Q_OBJECT
 public:
  explicit AmountSlider(QWidget* parent = nullptr);

  /// Shows what a change has; hidden for null and for a change without an amount.
  void setChange(const Intervention* change);

 signals:
  void amountChanged(double amount);

 private:
  void take(double amount);

  QLabel* m_name;
  QSlider* m_slider;
  QDoubleSpinBox* m_number;
  ChangeAmount m_amount;
};

}  // namespace headlight
