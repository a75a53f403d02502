#include "core/io/stored_check.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

#include "core/base/error.h"

namespace headlight {
namespace {

/// Numbers that are read at most, whatever the size of the file: some tens of milliseconds.
constexpr Index kMostNumbers = Index{1} << 23;

constexpr double kTolerance = 1e-3, kTolerance16 = 1e-2;

std::string placeOf(const StoredRow& row) {
  return "row " + std::to_string(row.query) + " of layer " + std::to_string(row.head.layer) + ", head " +
         std::to_string(row.head.head);
}

/// "3 of 96 rows", "1 of 96 rows looked at (of 4000)"
std::string share(Index some, const StoredFindings& findings) {
  return std::to_string(some) + " of " + std::to_string(findings.rows) + " rows" +
         (findings.rows < findings.allRows ? " looked at (the file has " + std::to_string(findings.allRows) + ")" : "");
}

/// Calls `each(row)` for rows of `count`, of `width` numbers each, in one of `layers` such tensors: for all of them in
/// a small file, else for some spread evenly, the first and the last among them.
template <class Each>
void forSomeRows(Index count, Index width, std::size_t layers, const Each& each) {
  constexpr Index kMostRows = 4;  // Each may be a page of its own to wait for, in thousands of tensors.
  const Index fit = kMostNumbers / std::max<Index>(1, width) / static_cast<Index>(std::max<std::size_t>(1, layers));
  const Index looked = count <= fit ? count : std::min(count, std::clamp<Index>(fit, 2, kMostRows));
  for (Index i = 0; i < looked; ++i)
    each(looked == count ? i : static_cast<Index>(static_cast<double>(i) * static_cast<double>(count - 1) /
                                                  static_cast<double>(looked - 1)));
}

}  // namespace

std::string numberText(double number) {
  std::array<char, 32> text;
  const auto end = std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::general, 4).ptr;
  return {text.data(), end};
}

bool StoredFindings::outOfRange() const {
  return (smallest && smallest->number < -kTolerance) || (largest && largest->number > 1 + kTolerance16);
}

StoredFindings examineWeights(const std::vector<StoredTensor>& layers, const StoredAxes& axes) {
  StoredFindings found;
  std::vector<float> numbers;
  const auto note = [](Index& count, std::optional<StoredRow>& first, const StoredRow& row) {
    ++count;
    if (!first) first = row;
  };
  for (std::size_t layer = 0; layer < layers.size(); ++layer) {
    const StoredTensor& tensor = layers[layer];
    const Index queries = tensor.shape[1], keys = tensor.shape[2];
    const double tolerance = tensor.format == Dtype::F16 || tensor.format == Dtype::BF16 ? kTolerance16 : kTolerance;
    numbers.resize(static_cast<std::size_t>(keys));
    found.allRows += tensor.shape[0] * queries;
    forSomeRows(tensor.shape[0] * queries, keys, layers.size(), [&](Index at) {
      readNumbers(tensor, static_cast<std::uint64_t>(at * keys), numbers);
      StoredRow row{{axes.layers[layer], axes.heads[static_cast<std::size_t>(at / queries)]}, at % queries, 0};
      ++found.rows;
      bool whole = true, empty = true;
      double sum = 0;
      for (const float number : numbers) {
        if (!std::isfinite(number)) {
          whole = false;
          continue;
        }
        sum += static_cast<double>(number);
        empty = empty && number == 0;
        row.number = static_cast<double>(number);
        if (!found.smallest || row.number < found.smallest->number) found.smallest = row;
        if (!found.largest || row.number > found.largest->number) found.largest = row;
      }
      row.number = sum;
      if (!whole)
        note(found.withoutNumber, found.firstWithoutNumber, row);
      else if (empty)
        note(found.empty, found.firstEmpty, row);
      else if (std::abs(sum - 1) > tolerance)
        note(found.odd, found.firstOdd, row);
    });
  }
  return found;
}

void refuseScores(const StoredFindings& found, const std::string& place) {
  if (!found.outOfRange()) return;
  const StoredRow& row = found.smallest->number < 0 ? *found.smallest : *found.largest;
  throw ScoresInsteadOfWeights(
      place + ", layer " + std::to_string(row.head.layer) + ", head " + std::to_string(row.head.head) +
      ": expected attention weights from 0 to 1 with rows that sum to 1, found numbers from " +
      numberText(found.smallest->number) + " to " + numberText(found.largest->number) +
      ", which look like scores before the softmax; add #softmax to the file's name to apply it");
}

bool looksCausal(const std::vector<StoredTensor>& layers, bool scores) {
  const Shape& shape = layers.front().shape;
  const Index rows = std::min<Index>(4, shape[1] - 1), keys = shape[2];
  if (shape[1] != keys || rows < 1) return false;
  std::vector<float> numbers(static_cast<std::size_t>(keys));
  constexpr float kLowest = -1e4F;
  const auto hidden = [scores](float x) { return scores ? x <= kLowest : x == 0 || std::isnan(x); };
  for (const StoredTensor& tensor : layers)
    for (Index row = 0; row < rows; ++row) {
      readNumbers(tensor, static_cast<std::uint64_t>(row * keys), numbers);
      if (!std::all_of(numbers.begin() + row + 1, numbers.end(), hidden)) return false;
    }
  return true;
}

std::vector<std::string> remarksOn(const StoredFindings& found) {
  std::vector<std::string> remarks;
  if (found.withoutNumber > 0)
    remarks.push_back(share(found.withoutNumber, found) + " have cells without a value (NaN or infinity), first " +
                      placeOf(*found.firstWithoutNumber) +
                      ": these cells are hatched, and metrics leave the rows out.");
  if (found.odd > 0)
    remarks.push_back(share(found.odd, found) + " do not sum to 1, first " + placeOf(*found.firstOdd) +
                      ", which sums to " + numberText(found.firstOdd->number) +
                      ": these are not all the weights of a softmax.");
  if (found.empty > 0)
    remarks.push_back(share(found.empty, found) + " hold only zeros, first " + placeOf(*found.firstEmpty) + ".");
  return remarks;
}

void checkBias(const StoredTensor& bias, const std::string& what) {
  const std::int64_t width = bias.shape.back();
  std::vector<float> numbers(static_cast<std::size_t>(width));
  forSomeRows(bias.count() / width, width, 1, [&](Index at) {
    readNumbers(bias, static_cast<std::uint64_t>(at * width), numbers);
    if (std::any_of(numbers.begin(), numbers.end(),
                    [](float x) { return std::isnan(x) || x > std::numeric_limits<float>::max(); }))
      throw Error(what + ": expected finite numbers or -infinity, found others in row " + std::to_string(at));
  });
}

std::vector<std::string> remarksOnScores(const std::vector<StoredScores>& layers, const StoredAxes& axes) {
  std::vector<std::string> remarks;
  std::vector<float> numbers;
  for (const auto& [what, part] : {std::pair{"queries", &StoredScores::q}, std::pair{"keys", &StoredScores::k}}) {
    Index without = 0, looked = 0;
    int firstLayer = 0;
    for (std::size_t layer = 0; layer < layers.size(); ++layer) {
      const StoredTensor& tensor = layers[layer].*part;
      numbers.resize(static_cast<std::size_t>(tensor.shape[2]));
      forSomeRows(tensor.shape[0] * tensor.shape[1], tensor.shape[2], 2 * layers.size(), [&](Index at) {
        readNumbers(tensor, static_cast<std::uint64_t>(at * tensor.shape[2]), numbers);
        ++looked;
        if (std::all_of(numbers.begin(), numbers.end(), [](float number) { return std::isfinite(number); })) return;
        if (without++ == 0) firstLayer = axes.layers[layer];
      });
    }
    if (without > 0)
      remarks.push_back(std::to_string(without) + " of " + std::to_string(looked) + " vectors looked at among the " +
                        what + " are NaN or infinity, first in layer " + std::to_string(firstLayer) +
                        ": the weights that depend on them are hatched.");
  }
  return remarks;
}

}  // namespace headlight
