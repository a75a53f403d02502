#pragma once

#include <string>
#include <vector>

#include "core/base/ids.h"
#include "core/base/matrix.h"
#include "core/base/progress.h"
#include "core/text/encoding.h"

namespace headlight {

/// How several weights become one where a picture has fewer pixels than a map has cells: of those that are numbers.
enum class Pool { Mean, Max };

/// The one interface that views and analyses read: rows are queries, columns are keys, every head has the same axes.
/// Implementations are immutable and may be read from several threads.
class AttentionMaps {
 public:
  virtual ~AttentionMaps() = default;

  /// One more than the highest number of a layer, and of a head.
  virtual int layers() const = 0;
  virtual int heads() const = 0;
  /// Whether there are weights under that number: a file may hold some layers or heads of a model alone, which keep
  /// their numbers. A head is in every layer or in none.
  virtual bool hasLayer(int layer) const { return layer >= 0 && layer < layers(); }
  virtual bool hasHead(int head) const { return head >= 0 && head < heads(); }
  /// Whether a cell stands for nothing at all, since only one of two texts has such a token.
  virtual bool isGap(Index query, Index key) const {
    static_cast<void>(query), static_cast<void>(key);
    return false;
  }
  /// Whether each row that has numbers sums to 1, but for rounding, or to 0 where its query sees nothing. Where it need
  /// not, cells are parts of something else, or a part of the attention lies on no key.
  virtual bool rowsSumToOne() const { return true; }
  /// Whether what a row lacks to a sum of 1 is the share of no token at all, which a learned sink takes (Agarwal et al.
  /// 2025, "gpt-oss").
  virtual bool hasNoTokenShare() const { return false; }
  /// The tokens along the rows.
  virtual const std::vector<Token>& queryTokens() const = 0;
  /// The tokens along the columns.
  virtual const std::vector<Token>& keyTokens() const = 0;
  /// Exact weights of `head` over `rect` into `out` [rect.rows, rect.cols]; `rect` must lie inside the map. NaN where
  /// there is no number: in a gap, for a head that there is not, and where a file has none.
  virtual void weights(HeadId head, const Rect& rect, MatrixOut out) const = 0;

  bool has(HeadId head) const { return hasLayer(head.layer) && hasHead(head.head); }
  /// The numbers of the layers, of the heads of a layer, and of all heads that there are, ascending.
  std::vector<int> layerNumbers() const;
  std::vector<int> headNumbers() const;
  std::vector<HeadId> allHeads() const;
  Index queries() const { return static_cast<Index>(queryTokens().size()); }
  Index keys() const { return static_cast<Index>(keyTokens().size()); }
  Rect whole() const { return {0, 0, queries(), keys()}; }
  /// Exact weights of `head` over `rect`, [rect.rows, rect.cols].
  Matrix weights(HeadId head, const Rect& rect) const;
  /// The whole map of `head`, [queries, keys].
  Matrix weights(HeadId head) const { return weights(head, whole()); }
};

/// `rect` of `head` in blocks of [rowsEach, colsEach] cells (those at its lower and right edge may be smaller): the
/// mean or the largest weight of each block, [⌈rows / rowsEach⌉, ⌈cols / colsEach⌉]. Exact; memory is one band of rows.
Matrix pooledWeights(const AttentionMaps& maps, HeadId head, const Rect& rect, Index rowsEach, Index colsEach,
                     Pool pool, const Progress& progress = {});

/// The same of one row in the middle of each block's rows: an estimate that costs as much as those rows.
Matrix sampledWeights(const AttentionMaps& maps, HeadId head, const Rect& rect, Index rowsEach, Index colsEach,
                      Pool pool, const Progress& progress = {});

}  // namespace headlight
