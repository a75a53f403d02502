#pragma once

#include <optional>
#include <vector>

#include "core/io/table.h"
#include "core/model/model.h"

namespace headlight {

/// The score of one cell as the sum of what its numbers add. In rotary attention each pair of numbers turns with the
/// distance, one turn in so many tokens; other numbers do not turn and compare content alone, as the larger part of a
/// query and a key does in latent attention (Liu et al. 2024, "DeepSeek-V2").
struct ScoreParts {
  /// What the pairs of one wavelength add.
  struct Wave {
    double wavelength = 0;            ///< Tokens of a whole turn; infinite for a pair that does not turn.
    double part = 0;                  ///< Of the score.
    /// The part that there would be if query and key were at the same place: what it owes to content. None where norms
    /// come after the rotation, so that it cannot be told.
    std::optional<double> samePlace;
  };

  HeadId head;
  Index query = 0, key = 0;
  bool latent = false;      ///< Whether keys and values are made of a latent vector.
  double content = 0;       ///< Of the numbers that do not turn.
  std::vector<Wave> waves;  ///< Shortest first; empty without rotation.
  double added = 0;         ///< What position terms (ALiBi, relative biases) and a soft cap add to the product.
  double score = 0;         ///< What the softmax reads: content + Σ waves + added. -infinity for a masked cell.
  double weight = 0;        ///< The cell's weight.

  /// Σ waves.
  double rotary() const;
};

/// Splits the score of a cell of `trace`, a run of `model`. Throws Error for a head or a token that there is not.
ScoreParts scoreParts(const Model& model, const Trace& trace, HeadId head, Index query, Index key);

/// A row for each part: what it is ("content", "rotary", "added", "score"), wavelength, part, and part at the same
/// place.
Table scorePartsTable(const ScoreParts& parts);

}  // namespace headlight
