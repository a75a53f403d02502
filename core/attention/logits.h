#pragma once

#include <functional>
#include <memory>

#include "core/base/matrix.h"

namespace headlight {

/// What a model's head says, [rows, outcomes]: one row for each token, or a single one. A vocabulary is wide and most
/// rows are never looked at, so rows may be made when they are asked for. Copies share what was made; may be read from
/// several threads.
class Logits {
 public:
  using Row = Eigen::RowVectorXf;
  /// Makes the rows [first, first + count): [count, outcomes].
  using Maker = std::function<Matrix(Index first, Index count)>;

  Logits() = default;
  template <class Values>
  Logits(const Eigen::MatrixBase<Values>& values)  // NOLINT: a matrix is logits.
      : Logits(std::make_shared<const Matrix>(values)) {}
  Logits(Index rows, Index cols, Maker maker);

  Index rows() const { return m_rows; }
  Index cols() const { return m_cols; }
  Index size() const { return m_rows * m_cols; }
  /// Whether each outcome has a probability of its own, the sigmoid of its logit, in place of a share of 1.
  bool independent() const { return m_independent; }
  void setIndependent(bool independent) { m_independent = independent; }
  Row row(Index row) const { return block(row, 1); }
  /// The rows [first, first + count).
  Matrix block(Index first, Index count) const;
  float operator()(Index row, Index outcome) const { return block(row, 1)(0, outcome); }
  /// Every row, kept from now on: rows · outcomes numbers.
  const Matrix& all() const;

  bool operator==(const Logits& other) const {
    return m_rows == other.m_rows && m_cols == other.m_cols && all() == other.all();
  }

 private:
  struct Later;
  explicit Logits(std::shared_ptr<const Matrix> values)
      : m_rows(values->rows()), m_cols(values->cols()), m_values(std::move(values)) {}

  Index m_rows = 0, m_cols = 0;
  std::shared_ptr<const Matrix> m_values;  ///< Null for none, and for those that are made when they are asked for.
  std::shared_ptr<Later> m_later;
  bool m_independent = false;
};

}  // namespace headlight
