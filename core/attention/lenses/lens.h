#pragma once

#include <memory>
#include <utility>

#include "core/attention/attention_maps.h"

namespace headlight {

/// An AttentionMaps made of another one: by default the same layers, heads and tokens. A lens does not know what it
/// looks through.
class Lens : public AttentionMaps {
 public:
  explicit Lens(std::shared_ptr<const AttentionMaps> base) : m_base(std::move(base)) {}

  int layers() const override { return m_base->layers(); }
  int heads() const override { return m_base->heads(); }
  bool hasLayer(int layer) const override { return m_base->hasLayer(layer); }
  bool hasHead(int head) const override { return m_base->hasHead(head); }
  const std::vector<Token>& queryTokens() const override { return m_base->queryTokens(); }
  const std::vector<Token>& keyTokens() const override { return m_base->keyTokens(); }
  bool rowsSumToOne() const override { return m_base->rowsSumToOne(); }
  using AttentionMaps::weights;

  const AttentionMaps& base() const { return *m_base; }

 protected:
  /// The rows of `rect` with all their keys.
  Rect wholeRows(const Rect& rect) const { return {rect.row, 0, rect.rows, m_base->keys()}; }

 private:
  std::shared_ptr<const AttentionMaps> m_base;
};

}  // namespace headlight
