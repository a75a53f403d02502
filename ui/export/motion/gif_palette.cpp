#include "ui/export/motion/gif_palette.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

namespace headlight {
namespace {

constexpr std::size_t kMostColours = 256;

struct Counted {
  QRgb colour;
  qint64 count;
};

int channel(QRgb colour, int which) { return which == 0 ? qRed(colour) : which == 1 ? qGreen(colour) : qBlue(colour); }

/// A stretch of the colours.
struct Box {
  std::size_t begin, end;
  int widest = 0;  ///< The channel along which it is widest.
  qint64 weight = 0;  ///< How much is gained by cutting it.
};

Box boxOf(const std::vector<Counted>& colours, std::size_t begin, std::size_t end) {
  Box box{begin, end};
  int range = 0;
  for (int which = 0; which < 3; ++which) {
    const auto [least, most] = std::minmax_element(
        colours.begin() + static_cast<std::ptrdiff_t>(begin), colours.begin() + static_cast<std::ptrdiff_t>(end),
        [which](const Counted& a, const Counted& b) { return channel(a.colour, which) < channel(b.colour, which); });
    const int wide = channel(most->colour, which) - channel(least->colour, which);
    if (wide > range) range = wide, box.widest = which;
  }
  qint64 pixels = 0;
  for (std::size_t i = begin; i < end; ++i) pixels += colours[i].count;
  // Rare colours of a wide box count too: letters are few pixels beside paper.
  box.weight = static_cast<qint64>(range) * range * (64 + std::min<qint64>(pixels, 4096));
  return box;
}

}  // namespace

PalettePicture withPalette(const QImage& picture) {
  const QImage image = picture.convertToFormat(QImage::Format_RGB32);
  std::unordered_map<QRgb, qint64> counts;
  for (int y = 0; y < image.height(); ++y) {
    const auto* row = reinterpret_cast<const QRgb*>(image.constScanLine(y));
    for (int x = 0; x < image.width(); ++x) ++counts[row[x]];
  }
  std::vector<Counted> colours;
  colours.reserve(counts.size());
  for (const auto& [colour, count] : counts) colours.push_back({colour, count});
  // A map has no order of its own.
  std::sort(colours.begin(), colours.end(), [](const Counted& a, const Counted& b) { return a.colour < b.colour; });

  std::vector<Box> boxes;
  if (colours.size() <= kMostColours)
    for (std::size_t i = 0; i < colours.size(); ++i) boxes.push_back({i, i + 1});
  else
    boxes.push_back(boxOf(colours, 0, colours.size()));
  while (colours.size() > kMostColours && boxes.size() < kMostColours) {
    const auto box =
        std::max_element(boxes.begin(), boxes.end(), [](const Box& a, const Box& b) { return a.weight < b.weight; });
    if (box->weight == 0) break;
    const auto [begin, end, which, weight] = *box;
    std::sort(colours.begin() + static_cast<std::ptrdiff_t>(begin), colours.begin() + static_cast<std::ptrdiff_t>(end),
              [which = which](const Counted& a, const Counted& b) {
                const int left = channel(a.colour, which), right = channel(b.colour, which);
                return left != right ? left < right : a.colour < b.colour;
              });
    // In the middle of its range, so that rare colours at its end are not lost in a frequent one.
    const int middle = (channel(colours[begin].colour, which) + channel(colours[end - 1].colour, which) + 1) / 2;
    std::size_t cut = begin + 1;
    while (cut + 1 < end && channel(colours[cut].colour, which) < middle) ++cut;
    *box = boxOf(colours, begin, cut);
    boxes.push_back(boxOf(colours, cut, end));
  }

  PalettePicture out;
  std::unordered_map<QRgb, unsigned char> numbers;
  for (std::size_t number = 0; number < boxes.size(); ++number) {
    const auto first = colours.begin() + static_cast<std::ptrdiff_t>(boxes[number].begin);
    const auto last = colours.begin() + static_cast<std::ptrdiff_t>(boxes[number].end);
    out.colours.push_back(
        std::max_element(first, last, [](const Counted& a, const Counted& b) { return a.count < b.count; })->colour);
    for (auto colour = first; colour != last; ++colour) numbers[colour->colour] = static_cast<unsigned char>(number);
  }
  out.pixels.resize(static_cast<qsizetype>(image.width()) * image.height());
  qsizetype at = 0;
  for (int y = 0; y < image.height(); ++y) {
    const auto* row = reinterpret_cast<const QRgb*>(image.constScanLine(y));
    for (int x = 0; x < image.width(); ++x) out.pixels[at++] = static_cast<char>(numbers[row[x]]);
  }
  return out;
}

}  // namespace headlight
