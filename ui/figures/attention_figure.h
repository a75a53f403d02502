#pragma once

#include <memory>
#include <optional>

#include "core/attention/attention_maps.h"
#include "core/base/progress.h"
#include "ui/figures/attention_context.h"
#include "ui/figures/figure_frame.h"
#include "ui/figures/styled_figure.h"

namespace headlight {

/// What all figures of AttentionMaps have in common. Figures are values: a copy can be styled apart from the original.
class AttentionFigure : public StyledFigure {
 public:
  void setMaps(std::shared_ptr<const AttentionMaps> maps, AttentionContext context);
  void setHead(HeadId head);
  void setStyle(const FigureStyle& style);
  /// The token whose weights are shown, in a figure of one token's; none for the figure's default.
  virtual void setToken(std::optional<Index> token) { static_cast<void>(token); }

  const std::shared_ptr<const AttentionMaps>& maps() const { return m_maps; }
  const AttentionContext& context() const { return m_context; }
  HeadId head() const { return m_head; }
  /// Whether there is anything to draw: maps with tokens, and a head that they have.
  bool isEmpty() const;

  /// The same figure once more, to be styled apart.
  virtual std::unique_ptr<AttentionFigure> clone() const = 0;

  /// Whether preparing `other` for the size `theirs` computes what this lacks for the size `mine`.
  virtual bool lacksTheSame(const AttentionFigure& other, QSizeF theirs, QSizeF mine) const {
    static_cast<void>(other);
    static_cast<void>(theirs);
    static_cast<void>(mine);
    return false;
  }
  /// Lets a sample do, or numbers for another size, as on a screen where better ones follow. Of a large map only.
  virtual void setPatient(bool patient) { static_cast<void>(patient); }
  /// Takes over what `from`, a figure of the same kind and the same maps, was prepared with.
  virtual void takeNumbers(const AttentionFigure& from) { static_cast<void>(from); }

  /// What can be pointed at when it is painted into `size`, without words: all of it, in the order in which one reads.
  virtual std::vector<FigureSpot> places(QSizeF size) const {
    static_cast<void>(size);
    return {};
  }
  /// What a card says about the spot of that id, in a few lines; none for one that there is not.
  virtual QStringList describe(Index spot) const {
    static_cast<void>(spot);
    return {};
  }
  /// The same in one line, with its weight; empty for what has none.
  virtual QString sentence(Index spot) const { return describe(spot).join(QStringLiteral("; ")); }
  /// The places that have a sentence, with it; none when they are more than kMaxVectorCells.
  std::vector<FigureSpot> spots(QSizeF size) const override;

  /// What a legend calls the numbers: "weight", or in lines what was subtracted from what.
  QStringList scaleTitle() const;

  QString title() const override;

 protected:
  /// More weights than these take too long to be waited for at every change.
  static constexpr Index kManyWeights = 1'500'000;
  /// Whether `heads` whole maps have more of them.
  bool isLarge(Index heads) const;
  /// Called after maps, head or style changed: forget what was computed from them.
  virtual void changed() {}
  /// The sink columns to be set apart: none when the style shows them raw.
  std::vector<Index> sinks() const;
  /// "“The”" for one sink with a short label, "first token" for a long one, "special tokens" for several.
  QString sinkText() const;
  /// The same within a sentence: "the first token".
  QString sinkPhrase() const;
  /// Model and text: what stands under the title.
  QString subtitle() const;
  /// Gives the layout of a picture of `size` title, subtitle and style.
  void fill(FrameSpec& spec, QSizeF size) const;
  /// The title and that as the end of a sentence.
  QString titleAndSubtitle() const;
  /// The title with the layer and the heads put into `layerAndHead`: "layer %1, %2".
  QString titleAs(const QString& layerAndHead) const;
  /// The scale of the figure's numbers: up to 1, or up to `largest`, of which a small one does not fill it.
  ColourScale scaleUpTo(std::optional<double> largest) const;
  /// How numbers become colours, in words.
  QString scaleNote() const;
  /// How numbers become colours, without how far up: "Linear colour scale".
  QString scaleName() const;
  /// "⟨eot⟩ = <|endoftext|>.": what labels call special tokens with long names; empty for none.
  QString shortenedNote() const;
  /// "3 cells have no number (hatched)."
  static QString numberlessNote(Index cells);
  std::optional<QString> nothing() const override;

 private:
  std::shared_ptr<const AttentionMaps> m_maps;
  AttentionContext m_context;
  HeadId m_head;
};

}  // namespace headlight
