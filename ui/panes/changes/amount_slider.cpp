#include "ui/panes/changes/amount_slider.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <algorithm>
#include <cmath>

#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"

namespace headlight {
namespace {

constexpr int kSliderSteps = 200;
/// The finest number that is set.
constexpr double kFinest = 0.01;

}  // namespace

AmountSlider::AmountSlider(QWidget* parent) : QWidget(parent) {
  auto* row = makeBox<QHBoxLayout>(this, {0, 0, 0, 0}, 8);
  row->addWidget(m_name = new QLabel);
  m_slider = named("changeAmountSlider", new QSlider(Qt::Horizontal));
  m_slider->setRange(0, kSliderSteps);
  m_slider->setPageStep(kSliderSteps / 20);
  row->addWidget(m_slider, 1);
  m_number = named("changeAmount", new QDoubleSpinBox);
  m_number->setDecimals(2);
  m_number->setKeyboardTracking(false);
  m_name->setBuddy(m_number);
  row->addWidget(m_number);
  connect(m_slider, &QSlider::valueChanged, this, [this](int step) {
    const double amount = m_amount.low + (m_amount.high - m_amount.low) * step / kSliderSteps;
    take(std::round(amount / kFinest) * kFinest);
  });
  connect(m_number, &QDoubleSpinBox::valueChanged, this, &AmountSlider::take);
  hide();
}

void AmountSlider::setChange(const Intervention* change) {
  const std::optional<ChangeAmount> amount = change ? amountOf(*change) : std::nullopt;
  setVisible(amount.has_value());
  if (!amount) return;
  const QSignalBlocker slider(m_slider), number(m_number);
  // While it is dragged the ends stay where they are.
  if (!m_slider->isSliderDown() || amount->name != m_amount.name) m_amount = *amount;
  m_amount.value = amount->value;
  m_name->setText(m_amount.name);
  m_slider->setAccessibleName(m_amount.name);
  m_number->setAccessibleName(m_amount.name);
  m_number->setRange(std::min(m_amount.least, m_amount.value), std::max(m_amount.most, m_amount.value));
  m_number->setSingleStep((m_amount.high - m_amount.low) / 40);
  m_number->setValue(m_amount.value);
  m_slider->setValue(
      static_cast<int>(std::round((m_amount.value - m_amount.low) / (m_amount.high - m_amount.low) * kSliderSteps)));
}

void AmountSlider::take(double amount) {
  if (std::abs(amount - m_amount.value) < kFinest / 2) return;
  m_amount.value = amount;
  emit amountChanged(amount);
}

}  // namespace headlight
