#include "ui/figures/coloured_text/coloured_text_layout.h"
#include "ui/words.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace headlight {
namespace {

// In text sizes: from one line to the next at least and at most, a box above and below its baseline, paper between
// words, tint beside a word.
constexpr double kPitch = 1.62, kWidestPitch = 2.2, kAbove = 1.0, kBelow = 0.36, kGap = 0.14, kPad = 0.11;
constexpr double kAddedPart = 0.6;  // special tokens are set smaller than the text
constexpr double kValuePart = 0.42, kValuePitch = 2.05;
// The largest type: as a part of a line's width, of the height, and of the side of a square as large as the figure.
constexpr double kLineRoom = 0.13, kLineHeight = 0.3, kLargestType = 0.1;
constexpr double kNotePart = 0.25, kLargestNote = 1.5;  // notes grow with large type, up to so many times

struct Line {
  std::size_t from = 0, to = 0;
};

/// Whether tint ends before `piece`: a new word.
bool wordBefore(const TextPiece& piece) { return piece.gapBefore || piece.lineBefore; }

/// The text set in lines of `width`; a run of pieces without a place to break stays together while a line holds it.
std::vector<Line> breakLines(const std::vector<TextPiece>& pieces, const std::vector<double>& widths, double width,
                             double size) {
  // Where the run of each piece ends, and how wide it is from that piece on.
  std::vector<std::size_t> ends(pieces.size(), pieces.size());
  std::vector<double> runs(widths);
  for (std::size_t i = pieces.size(); i-- > 1;) {
    ends[i - 1] = pieces[i].breakBefore ? i : ends[i];
    if (!pieces[i].breakBefore) runs[i - 1] += runs[i];
  }
  std::vector<Line> lines;
  double x = 0;
  for (std::size_t i = 0; i < pieces.size();) {
    std::size_t end = ends[i];
    double run = runs[i] + 2 * kPad * size;
    if (run > width) {  // No line holds it: break it between any two pieces.
      end = i + 1;
      run = widths[i] + 2 * kPad * size;
    }
    const double before = x > 0 && wordBefore(pieces[i]) ? kGap * size : 0;
    if (lines.empty() || pieces[i].lineBefore || x + before + run > width) {
      lines.push_back({i, end});
      x = run;
    } else {
      lines.back().to = end;
      x += before + run;
    }
    i = end;
  }
  return lines;
}

/// The pieces of a line as they stand on it (Unicode Annex 9, rule L2).
std::vector<std::size_t> fromTheLeft(const std::vector<TextPiece>& pieces, const Line& line) {
  std::vector<std::size_t> order(line.to - line.from);
  std::iota(order.begin(), order.end(), line.from);
  int highest = 0;
  for (const std::size_t i : order) highest = std::max(highest, pieces[i].level);
  for (int level = highest; level > 0; --level)
    for (auto from = order.begin(); from != order.end();) {
      const auto isBelow = [&](std::size_t i) { return pieces[i].level < level; };
      from = std::find_if_not(from, order.end(), isBelow);
      const auto to = std::find_if(from, order.end(), isBelow);
      std::reverse(from, to);
      from = to;
    }
  return order;
}

void move(ColouredTextLayout::Piece& piece, double right) {
  piece.origin.rx() += right;
  piece.box.translate(right, 0);
  if (!piece.value) return;
  piece.value->origin.rx() += right;
  piece.value->box.translate(right, 0);
}

}  // namespace

const ColouredTextLayout::Piece* ColouredTextLayout::piece(Index token) const {
  const auto found = std::find_if(pieces.begin(), pieces.end(), [&](const Piece& p) { return p.token == token; });
  return found == pieces.end() ? nullptr : &*found;
}

ColouredTextLayout layoutColouredText(const ColouredTextSpec& spec, const TextMetrics& metrics) {
  FigureStyle style = spec.style;
  ColouredTextLayout out;
  const bool tall = spec.size.height() > spec.size.width();
  const bool below = style.legend == LegendPlace::Below || (style.legend == LegendPlace::Fitting && tall);
  double small = 0, legendRoom = 0, legendBelow = 0;
  std::vector<double> unit;  // widths at size 1, measured at a size at which rounding does not matter
  for (const TextPiece& piece : spec.pieces) unit.push_back(metrics.width(piece.text, 40) / 40);
  const auto sizeOf = [&](std::size_t i, double size) {
    return spec.pieces[i].added ? std::max(kSmallestLabel, std::round(kAddedPart * size)) : size;
  };

  std::vector<Line> lines;
  std::size_t first = 0, count = 0;
  const double least = spec.values.empty() ? kPitch : kValuePitch;
  // The note about lines left out takes room itself, and so do notes that grow with the text.
  for (int round = 0; round < 3; ++round) {
    if (round > 0)
      style.textSize = std::clamp(std::round(kNotePart * out.textSize), spec.style.textSize,
                                  std::round(kLargestNote * spec.style.textSize));
    small = style.smallSize();
    legendRoom = style.hasLegend() && !below ? colourBarWidth(spec.scale, style, metrics) + 28 : 0;
    legendBelow = style.hasLegend() && below ? lyingColourBarHeight(style, metrics) : 0;
    std::vector<QString> notes = spec.notes;
    if (count < lines.size())
      notes.push_back(Words::tr("Tokens %1 to %2 of %3 are shown.")
                          .arg(lines[first].from)
                          .arg(lines[first + count - 1].to - 1)
                          .arg(spec.pieces.size()));
    out.frame = layoutFrame(spec.size, spec.title, spec.subtitle, notes, style, metrics);
    const QRectF body = out.frame.body;
    const double sinkRoom = spec.sinkText.isEmpty() ? 0 : metrics.height(small) + 14;
    out.text = QRectF(body.left(), body.top(), std::max(20.0, body.width() - legendRoom),
                      std::max(10.0, body.height() - sinkRoom - legendBelow));
    const double largest = std::max(
        kSmallestLabel, std::round(std::min({out.text.width() * kLineRoom, out.text.height() * kLineHeight,
                                             kLargestType * std::sqrt(spec.size.width() * spec.size.height())})));
    std::vector<double> widths(unit.size());
    for (double size = largest;; --size) {
      out.textSize = std::max(size, kSmallestLabel);
      for (std::size_t i = 0; i < unit.size(); ++i)
        widths[i] = std::min(unit[i] * sizeOf(i, out.textSize), out.text.width() - 2 * kPad * out.textSize);
      lines = breakLines(spec.pieces, widths, out.text.width(), out.textSize);
      if (out.textSize <= kSmallestLabel ||
          static_cast<double>(lines.size()) * least * out.textSize <= out.text.height())
        break;
    }
    count = std::min(lines.size(), static_cast<std::size_t>(
                                       std::max(1.0, std::floor(out.text.height() / (least * out.textSize) + 1e-9))));
    const auto chosenLine = static_cast<std::size_t>(
        std::find_if(lines.begin(), lines.end(),
                     [&](const Line& line) { return spec.chosen < static_cast<Index>(line.to); }) -
        lines.begin());
    first = chosenLine < count ? 0 : std::min(chosenLine - count / 2, lines.size() - count);
  }

  const double s = out.textSize;
  out.radius = std::clamp(std::round(s * 0.12), 1.0, 8.0);
  out.valueSize = std::max(kSmallestLabel, std::round(s * kValuePart));
  out.noteSize = style.textSize;
  // Lines have what room there is, within what still reads as one text.
  const double pitch = std::clamp(out.text.height() / (static_cast<double>(std::max<std::size_t>(1, count)) * s), least,
                                  std::max(least, kWidestPitch));
  const double block = static_cast<double>(count) * pitch * s;
  // A short text stands a little above the middle of its room.
  double baseline = out.text.top() + (out.text.height() - block) * 0.4 + (pitch - kAbove - kBelow) / 2 * s + kAbove * s;
  if (!spec.values.empty()) baseline -= (least - kPitch) / 2 * s;
  const bool rightToLeft =
      std::all_of(spec.pieces.begin(), spec.pieces.end(), [](const TextPiece& piece) { return piece.level > 0; });
  if (count > 0) out.pieces.resize(lines[first + count - 1].to - lines[first].from);
  for (std::size_t l = first; l < first + count; ++l, baseline += pitch * s) {
    const std::vector<std::size_t> order = fromTheLeft(spec.pieces, lines[l]);
    double x = out.text.left(), free = -1;  // Where the value before ends.
    for (std::size_t n = 0; n < order.size(); ++n) {
      const std::size_t i = order[n];
      // Between two neighbours, the later one in the text knows whether there is a gap.
      const auto apart = [&](std::size_t a, std::size_t b) {
        return a + 1 == b || b + 1 == a ? wordBefore(spec.pieces[std::max(a, b)]) : true;
      };
      const bool begins = n == 0 || apart(order[n - 1], i), ends = n + 1 == order.size() || apart(i, order[n + 1]);
      if (begins && n > 0) x += kGap * s;
      ColouredTextLayout::Piece piece;
      piece.token = static_cast<Index>(i);
      const double left = begins ? kPad * s : 0, right = ends ? kPad * s : 0;
      const double room = std::max(1.0, out.text.width() - 2 * kPad * s);
      piece.size = sizeOf(i, s);
      const double full = unit[i] * piece.size, width = std::min(full, room);
      piece.text = full > room ? metrics.elided(spec.pieces[i].text, room, piece.size) : spec.pieces[i].text;
      piece.origin = {x + left, baseline};
      piece.box = QRectF(x, baseline - kAbove * s, left + width + right, (kAbove + kBelow) * s);
      x = piece.box.right();
      for (const auto* values : {&spec.values, &spec.shortValues}) {
        if (values->empty() || (*values)[i].isEmpty()) continue;
        const double wide = metrics.width((*values)[i], out.valueSize), from = piece.box.center().x() - wide / 2;
        if (wide > piece.box.width() + 2 * kGap * s || from < free) continue;
        piece.value = placeText((*values)[i], {from, piece.box.bottom() + metrics.ascent(out.valueSize)}, out.valueSize,
                                metrics);
        free = from + wide + kGap * out.valueSize;
        break;
      }
      out.pieces[i - lines[first].from] = std::move(piece);
    }
    // A paragraph that is read from the right begins there.
    if (rightToLeft)
      for (std::size_t i = lines[l].from; i < lines[l].to; ++i)
        move(out.pieces[i - lines[first].from], out.text.right() - x);
  }

  if (!spec.sinkText.isEmpty()) {
    const QRectF body = out.frame.body;
    const double base = body.bottom() - legendBelow - metrics.descent(small);
    const QString title = metrics.elided(spec.sinkText, body.width() * 0.4, small);
    out.sinkTitle = placeText(title, {body.left(), base}, small, metrics);
    const double left = std::round(out.sinkTitle->box.right() + 10);
    const double high = std::round(metrics.ascent(small) * 0.7);
    const double percent = metrics.width(percentText(1, 0), small) + 8;
    out.sinkBar = QRectF(left, std::round(base - high), std::clamp(body.right() - left - percent, 20.0, 160.0), high);
    out.sinkValue = placeText({}, {out.sinkBar.right() + 8, base}, small, metrics);
  }
  if (below)
    out.legend = layoutLyingColourBar({out.frame.body.left(), out.frame.body.bottom() - legendBelow},
                                      out.frame.body.width(), spec.scale, style, metrics);
  else if (style.hasLegend())
    out.legend = layoutColourBar({out.frame.body.right() - legendRoom + 28, out.frame.body.top()},
                                 std::min(out.text.height(), 200.0), spec.scale, style, metrics);
  return out;
}

}  // namespace headlight
