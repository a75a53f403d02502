#pragma once

#include "core/base/matrix.h"
#include "core/ops/norm_kind.h"

namespace headlight {

/// A normalisation of rows: LayerNorm (Ba et al. 2016) or RMSNorm (Zhang and Sennrich 2019). Affine has gain and bias
/// alone; None leaves the rows as they are.
struct Norm {
  NormKind kind = NormKind::None;
  double epsilon = 1e-5;
  Vector gain;  ///< [width], or empty for 1.
  Vector bias;  ///< [width], or empty for 0.

  explicit operator bool() const { return kind != NormKind::None; }
};

/// Normalises each row of `rows` [n, width] in place; sums are taken in double precision.
void apply(const Norm& norm, MatrixOut rows);
/// out = the rows of `in` [n, width] normalised, or as they are for None.
void apply(const Norm& norm, MatrixView in, MatrixOut out);
/// Normalises each head's part of each row alone: rows [n, heads · width of the norm]. A gain of [heads · width] has
/// numbers of each head's own.
void applyPerHead(const Norm& norm, Index heads, MatrixOut rows);

/// The factor with which `norm` brings one row [width] to its size; 1 for None. With the factor held, a norm is linear:
/// norm(x) = factor · linearPart(x) + bias.
double factorOf(const Norm& norm, MatrixView row);
/// Subtracts the mean (LayerNorm) of each row of `rows` [n, width] and multiplies by the gain.
void applyLinearPart(const Norm& norm, MatrixOut rows);

}  // namespace headlight
