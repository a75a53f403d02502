#include "ui/walkthrough/walk_layout.h"

#include <algorithm>
#include <cmath>

namespace headlight {
namespace {

constexpr double kNameGap = 12, kHighestWalkRow = 3.4, kSplitGap = 16;

double captionSizeOf(const FigureStyle& style) { return std::round(style.textSize * 1.12); }

/// The frame and the captions; the body is what is left below them.
void placeWords(const WalkSpec& spec, const TextMetrics& metrics, WalkLayout& out) {
  out.frame = layoutFrame(spec.size, spec.title, {}, spec.notes, spec.style, metrics);
  out.captionSize = captionSizeOf(spec.style);
  out.body = out.frame.body;
  if (spec.captions.isEmpty()) return;
  double y = out.body.top();
  for (const QString& caption : spec.captions) {
    for (const QString& line : metrics.wrapped(caption, out.body.width(), out.captionSize, 4)) {
      y += metrics.ascent(out.captionSize);
      out.captions.push_back(placeText(line, {out.body.left(), y}, out.captionSize, metrics));
      y += metrics.descent(out.captionSize);
    }
    y += out.captionSize * 0.4;
  }
  out.body.setTop(y + out.captionSize * 0.4);
}

double columnsHeight(const WalkSpec& spec, double pitch, const TextMetrics& metrics, double size) {
  if (spec.columns.empty()) return 0;
  const double widest = metrics.widest(spec.columns, size);
  return widest <= pitch ? metrics.height(size) + 4 : std::min(widest, spec.size.height() * 0.28) * 0.72 + size + 4;
}

}  // namespace

QRectF WalkLayout::Row::box() const {
  QRectF box = name.box.united(strip).united(bar);
  return number ? box.united(number->box) : box;
}

int walkRowsFor(const WalkSpec& spec, const TextMetrics& metrics) {
  WalkLayout words;
  placeWords(spec, metrics, words);
  const double least = spec.style.textSize * 1.55;
  const double others = (!spec.head.isEmpty() + !spec.foot.isEmpty()) * least * 1.5;
  return std::clamp(static_cast<int>((words.body.height() - others) / least), 3, kMostWalkRows);
}

WalkLayout layoutWalk(const WalkSpec& spec, const TextMetrics& metrics) {
  WalkLayout out;
  placeWords(spec, metrics, out);
  if (spec.names.empty()) return out;

  const QRectF body = out.body;
  const double extra = !spec.head.isEmpty() + !spec.foot.isEmpty();
  const double textSize = spec.style.textSize;
  std::vector<QString> names = spec.names;
  names.push_back(spec.head);
  names.push_back(spec.foot);
  const double nameRoom = std::min(metrics.widest(names, textSize), body.width() * 0.24);
  const double numberRoom = spec.numbers.empty() ? 0 : metrics.widest(spec.numbers, textSize) + kNameGap;
  const double left = body.left() + nameRoom + kNameGap, right = body.right() - numberRoom - spec.aside;
  const double pitch = spec.columns.empty() ? 0 : (right - left) / static_cast<double>(spec.columns.size());
  const double below = columnsHeight(spec, pitch, metrics, spec.style.smallSize());
  const auto rows = static_cast<double>(spec.names.size());
  const double room = (body.height() - below) / (rows + extra * 1.6);
  const double height = spec.fills ? room : std::min(kHighestWalkRow * textSize, room);
  out.nameSize = std::max(kSmallestLabel, std::min(textSize, std::floor(height / kLabelPitch)));

  const int stride = fitLabels(out.nameSize, kSmallestLabel, height).stride;

  double y = body.top();
  const auto place = [&](const QString& name, const QString& number, double gap) {
    WalkLayout::Row row;
    const QString shown = metrics.elided(name, nameRoom, out.nameSize);
    const double baseline = y + height / 2 + out.nameSize * 0.32;
    row.name =
        placeText(shown, {left - kNameGap - metrics.width(shown, out.nameSize), baseline}, out.nameSize, metrics);
    const double inset = std::min(3.0, height * 0.1);
    row.strip = QRectF(left, y + inset, right - left, height - 2 * inset);
    if (spec.split) {
      const double middle = std::floor(left + (right - left) * 0.62);
      row.bar = QRectF(middle + kSplitGap, row.strip.top(), right - middle - kSplitGap, row.strip.height());
      row.strip.setRight(middle);
    }
    if (!number.isEmpty()) {
      const double width = metrics.width(number, out.nameSize);
      row.number = placeText(number, {body.right() - spec.aside - width, baseline}, out.nameSize, metrics);
    }
    y += height + gap;
    return row;
  };
  if (!spec.head.isEmpty()) out.head = place(spec.head, {}, height * 0.6);
  for (std::size_t i = 0; i < spec.names.size(); ++i)
    out.rows.push_back(place(i % static_cast<std::size_t>(stride) == 0 ? spec.names[i] : QString(),
                             i < spec.numbers.size() ? spec.numbers[i] : QString(), 0));
  y += height * 0.6;
  if (!spec.foot.isEmpty()) out.foot = place(spec.foot, {}, 0);

  const double small = spec.style.smallSize();
  const double top = out.rows.back().strip.bottom() + 4;
  const bool flat = metrics.widest(spec.columns, small) <= pitch;
  for (std::size_t i = 0; i < spec.columns.size(); ++i) {
    const double middle = left + pitch * (static_cast<double>(i) + 0.5);
    const QString text = flat ? spec.columns[i] : metrics.elided(spec.columns[i], below / 0.72 - small, small);
    const double width = metrics.width(text, small);
    // Turned labels end at their column, so that they lean to the left of it.
    const QPointF origin = flat ? QPointF(middle - width / 2, top + metrics.ascent(small))
                                : QPointF(middle - width * 0.7071 + small * 0.4, top + width * 0.7071 + small * 0.6);
    out.columns.push_back(placeLabel(static_cast<Index>(i), text, origin, flat ? 0 : -45, small, metrics));
  }
  return out;
}

}  // namespace headlight
