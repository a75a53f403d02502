#include "ui/help/welcome_layout.h"

#include <algorithm>

namespace headlight {
namespace {

/// Between the card and what it talks about.
constexpr int kGap = 16;

QRect within(QRect card, const QRect& area) {
  const auto clamp = [](int at, int length, int from, int room) {
    return std::max(from, std::min(at, from + room - length));
  };
  card.moveTo(clamp(card.x(), card.width(), area.x(), area.width()),
              clamp(card.y(), card.height(), area.y(), area.height()));
  return card;
}

}  // namespace

QRect cardBeside(const QRect& subject, const QSize& card, const QRect& area) {
  const int middle = subject.center().x() - card.width() / 2;
  const int level = subject.top() + std::min(48, std::max(0, subject.height() - card.height()) / 2);
  const QPoint places[] = {{middle, subject.bottom() + kGap},
                           {middle, subject.top() - kGap - card.height()},
                           {subject.right() + kGap, level},
                           {subject.left() - kGap - card.width(), level}};
  for (const QPoint& place : places)
    if (const QRect moved = within(QRect(place, card), area); !moved.intersects(subject)) return moved;
  return within(QRect(QPoint(middle, subject.bottom() - 2 * kGap - card.height()), card), area);
}

}  // namespace headlight
