#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/base/ids.h"
#include "core/io/stored_maps.h"

namespace headlight {

/// Numbers that cannot be weights, where weights were expected: a softmax makes weights of them (storedWithSoftmax).
class ScoresInsteadOfWeights : public Error {
 public:
  using Error::Error;
};

/// A row of a file, and what is odd about it.
struct StoredRow {
  HeadId head;
  Index query = 0;
  double number = 0;  ///< Its sum, or the number in it.
};

/// What was found in rows of stored weights.
struct StoredFindings {
  Index rows = 0, allRows = 0;  ///< Looked at, and in the file.
  Index odd = 0;                ///< Rows that are neither 0 nor sum to 1 within a thousandth (16 bits: a hundredth).
  Index empty = 0;              ///< Rows of zeros.
  Index withoutNumber = 0;      ///< Rows with a cell that is NaN or infinite.
  std::optional<StoredRow> firstOdd, firstEmpty, firstWithoutNumber;  ///< In the order of the file.
  std::optional<StoredRow> smallest, largest;  ///< Of the finite numbers; a weight lies between 0 and 1.

  /// Whether some number cannot be a weight: below 0 or above 1.
  bool outOfRange() const;
};

/// A number as messages say it, with four digits.
std::string numberText(double number);

/// Looks at rows of every layer, [heads, queries, keys] each: at all of them where the file is small, else at some that
/// are spread over the heads and queries of each layer, so that a large file opens at once.
StoredFindings examineWeights(const std::vector<StoredTensor>& layers, const StoredAxes& axes);

/// Throws ScoresInsteadOfWeights, which begins with `place`, for numbers that cannot be weights.
void refuseScores(const StoredFindings& found, const std::string& place);

/// Whether the first rows of every layer see nothing to their right; of `scores`, nothing above -10000.
bool looksCausal(const std::vector<StoredTensor>& layers, bool scores);

/// What a person has to know of them, a sentence each.
std::vector<std::string> remarksOn(const StoredFindings& findings);

/// Looks in the same way at stored queries and keys, which give no weights where they are no numbers; a sentence each.
std::vector<std::string> remarksOnScores(const std::vector<StoredScores>& layers, const StoredAxes& axes);

/// Throws Error, which begins with `what`, where a number that is added to scores, among those looked at in the same
/// way, is NaN or +infinity.
void checkBias(const StoredTensor& bias, const std::string& what);

}  // namespace headlight
