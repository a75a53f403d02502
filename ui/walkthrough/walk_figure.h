#pragma once

#include <memory>

#include "ui/figures/attention_figure.h"
#include "ui/figures/coloured_text/coloured_text_layout.h"
#include "ui/walkthrough/walk_layout.h"
#include "ui/walkthrough/walk_report.h"

namespace headlight {

/// One step of a walkthrough as a picture. Maps, context and head are those of the reading, for title and provenance.
class WalkFigure final : public AttentionFigure {
 public:
  /// `numbers`: formulas below the caption, and values beside what they belong to.
  void setStep(std::shared_ptr<const WalkReport> story, WalkStep step, bool numbers);
  /// Whether title and caption stand elsewhere, so that only the picture and its notes are drawn.
  void setWordsApart(bool apart) { m_wordsApart = apart; }
  WalkStep step() const { return m_step; }

  std::unique_ptr<AttentionFigure> clone() const override { return std::make_unique<WalkFigure>(*this); }
  QSizeF preferredSize() const override { return {960, 540}; }
  QString title() const override;
  QString altText() const override;
  /// Every row with its exact numbers.
  std::vector<FigureSpot> spots(QSizeF size) const override;

  /// The keys of the rows, or of the columns of WalkStep::Heads, in a figure of `size`.
  std::vector<Index> keys(QSizeF size) const;
  WalkLayout layout(QSizeF size) const { return layout(size, keys(size)); }

 protected:
  /// The story is told with the tokens of the maps, which may be numbers.
  void changed() override;
  void draw(QPainter& painter, QSizeF size) const override;

 private:
  struct Drawing;
  WalkSpec spec(QSizeF size, const std::vector<Index>& keys) const;
  WalkLayout layout(QSizeF size, const std::vector<Index>& keys) const;
  ColouredTextLayout textLayout(const WalkLayout& layout) const;
  ColourScale headsScale() const;
  /// The number of the deepest colour of the strips of this step.
  double stripScale() const;

  std::shared_ptr<const WalkReport> m_story;
  WalkStep m_step = WalkStep::Tokens;
  bool m_numbers = false, m_wordsApart = false;
};

}  // namespace headlight
