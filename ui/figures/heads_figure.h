#pragma once

#include "ui/figures/attention_figure.h"
#include "ui/figures/links/links_data.h"
#include "ui/figures/shared_notes.h"

namespace headlight {

/// A figure that draws several heads in one picture, each in its own colour.
class HeadsFigure : public AttentionFigure {
 public:
  /// Heads drawn together; empty for head() alone.
  void setHeads(std::vector<HeadId> heads) { m_heads = std::move(heads); }
  /// Those of them that the maps have, or head(); empty only for an empty figure.
  std::vector<HeadId> heads() const;
  /// Their names, in the order of their colours.
  std::vector<QString> headNames() const;
  /// "Layer 1, head 3", "Heads L1 H3, L2 H0" or "12 heads".
  QString title() const override;

 private:
  std::vector<HeadId> m_heads;
};

/// A figure that draws a curve for each weight above a threshold.
class LinkedFigure : public HeadsFigure, public SharedNotes {
 public:
  /// Smaller weights are not drawn; the caption says so.
  void setThreshold(double threshold) { m_threshold = threshold; }
  double threshold() const { return m_threshold; }

  std::vector<QString> steadyNotes() const override;
  ColourScale scale() const;
  LinksRequest request() const;
  /// Those that are there if they answer the request, else computed here and kept.
  const LinksData& data() const;
  double ready(QSizeF size) const override;
  void prepare(QSizeF size, const Progress& progress) override;
  bool lacksTheSame(const AttentionFigure& other, QSizeF theirs, QSizeF mine) const override;
  void takeNumbers(const AttentionFigure& from) override;

 protected:
  void changed() override { m_data = nullptr; }
  /// Weights for the sample lines of a legend, the largest first.
  std::vector<double> samples() const;
  /// Threshold, what is left out, how lines grow with weights.
  std::vector<QString> linkNotes() const;
  /// The three strongest links in words; empty without any.
  QString strongestText() const;

 private:
  /// Which lines are not drawn; empty for all being drawn. How lines grow.
  QString thresholdNote() const;
  QString strengthNote() const;

  double m_threshold = 0.05;
  mutable std::shared_ptr<const LinksData> m_data;
};

}  // namespace headlight
