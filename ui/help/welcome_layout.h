#pragma once

#include <QRect>

namespace headlight {

/// Where a card of size `card` stands beside what it talks about, `subject`, within `area`: below it, above it, on its
/// right or on its left, the first of them with enough room; else in the lower middle of the subject. Never outside of
/// the area where the card fits into it.
QRect cardBeside(const QRect& subject, const QSize& card, const QRect& area);

}  // namespace headlight
