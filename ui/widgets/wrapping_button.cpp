#include "ui/widgets/wrapping_button.h"

#include <QStyleOptionButton>
#include <QStylePainter>
#include <algorithm>

namespace headlight {
namespace {

constexpr int kText = Qt::AlignCenter | Qt::TextWordWrap | Qt::TextHideMnemonic;
/// Lines are not made longer than this by themselves.
constexpr int kWidest = 1 << 14;

}  // namespace

WrappingButton::WrappingButton(const QString& text, QWidget* parent) : QPushButton(text, parent) {
  QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
}

QSize WrappingButton::textSize(int width) const {
  return fontMetrics().boundingRect(QRect(0, 0, width, kWidest), kText, text()).size();
}

QSize WrappingButton::frame() const { return QPushButton::sizeHint() - textSize(kWidest); }

QSize WrappingButton::sizeHint() const { return QPushButton::sizeHint(); }

QSize WrappingButton::minimumSizeHint() const {
  // Broken wherever it can be, it is as wide as its longest word.
  return {textSize(1).width() + frame().width(), QPushButton::minimumSizeHint().height()};
}

int WrappingButton::heightForWidth(int width) const {
  return std::max(sizeHint().height(), textSize(width - frame().width()).height() + frame().height());
}

void WrappingButton::paintEvent(QPaintEvent*) {
  QStylePainter painter(this);
  QStyleOptionButton option;
  initStyleOption(&option);
  option.text.clear();
  painter.drawControl(QStyle::CE_PushButton, option);
  const QRect inside = rect().adjusted(frame().width() / 2, 0, -frame().width() / 2, 0);
  style()->drawItemText(&painter, inside, kText, option.palette, isEnabled(), text(), QPalette::ButtonText);
}

}  // namespace headlight
