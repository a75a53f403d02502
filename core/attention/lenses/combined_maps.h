#pragma once

#include <optional>

#include "core/attention/lenses/lens.h"

namespace headlight {

/// How several heads become one.
enum class Combine { Mean, Max };

/// A set of heads seen as one: one layer with one head. A set of one head picks that head. The mean keeps rows summing
/// to 1.
class CombinedMaps final : public Lens {
 public:
  /// `heads` must not be empty and must be heads of `base`.
  CombinedMaps(std::shared_ptr<const AttentionMaps> base, std::vector<HeadId> heads, Combine combine)
      : Lens(std::move(base)), m_heads(std::move(heads)), m_combine(combine) {}

  int layers() const override { return 1; }
  int heads() const override { return 1; }
  bool hasLayer(int layer) const override { return layer == 0; }
  bool hasHead(int head) const override { return head == 0; }
  bool rowsSumToOne() const override { return m_combine == Combine::Mean && base().rowsSumToOne(); }
  bool hasNoTokenShare() const override { return m_combine == Combine::Mean && base().hasNoTokenShare(); }
  using AttentionMaps::weights;
  void weights(HeadId head, const Rect& rect, MatrixOut out) const override;

 private:
  std::vector<HeadId> m_heads;
  Combine m_combine;
};

/// Tokens in another order with gaps: the axis has entry i where `rows` (or `cols`) has a number, and NaN cells where
/// it has none. With the alignment of two texts both sides get the same axes.
class AlignedMaps final : public Lens {
 public:
  using Axis = std::vector<std::optional<Index>>;
  AlignedMaps(std::shared_ptr<const AttentionMaps> base, Axis rows, Axis cols);

  const std::vector<Token>& queryTokens() const override { return m_queryTokens; }
  const std::vector<Token>& keyTokens() const override { return m_keyTokens; }
  bool isGap(Index query, Index key) const override {
    return !m_rows[static_cast<std::size_t>(query)] || !m_cols[static_cast<std::size_t>(key)];
  }
  using AttentionMaps::weights;
  void weights(HeadId head, const Rect& rect, MatrixOut out) const override;

 private:
  Axis m_rows, m_cols;
  std::vector<Token> m_queryTokens, m_keyTokens;
};

/// A - B, cell for cell; from -1 to 1, and NaN where either has a gap or no number.
class DifferenceMaps final : public AttentionMaps {
 public:
  /// Both must have the same layers, heads and numbers of tokens; throws Error otherwise. The tokens shown are A's, B's
  /// where A has a gap.
  DifferenceMaps(std::shared_ptr<const AttentionMaps> a, std::shared_ptr<const AttentionMaps> b);

  int layers() const override { return m_a->layers(); }
  int heads() const override { return m_a->heads(); }
  bool hasLayer(int layer) const override { return m_a->hasLayer(layer) && m_b->hasLayer(layer); }
  bool hasHead(int head) const override { return m_a->hasHead(head) && m_b->hasHead(head); }
  bool isGap(Index query, Index key) const override { return m_a->isGap(query, key) || m_b->isGap(query, key); }
  const std::vector<Token>& queryTokens() const override { return m_queryTokens; }
  const std::vector<Token>& keyTokens() const override { return m_keyTokens; }
  bool rowsSumToOne() const override { return false; }
  using AttentionMaps::weights;
  void weights(HeadId head, const Rect& rect, MatrixOut out) const override;

 private:
  std::shared_ptr<const AttentionMaps> m_a, m_b;
  std::vector<Token> m_queryTokens, m_keyTokens;
};

/// Whether a token stands for a gap in an AlignedMaps.
bool isGap(const Token& token);

}  // namespace headlight
