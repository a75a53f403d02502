#pragma once

#include <memory>

#include "ui/charts/circuits/findings_report.h"
#include "ui/export/exportable.h"
#include "ui/figures/figure_frame.h"
#include "ui/figures/styled_figure.h"

namespace headlight {

/// A picture of findings, whatever its shape: what stands around it, and the colours of its numbers.
class FindingsFigure : public StyledFigure {
 public:
  FindingsFigure(std::shared_ptr<const FindingsReport> report, FigureStyle style)
      : StyledFigure(std::move(style)), m_report(std::move(report)) {}

  /// "Put values of B into A: head outputs".
  QString title() const override;
  QString altText() const override;
  const FindingsReport& report() const { return *m_report; }
  /// Up to the largest number that is painted, with 0 in the middle where there are numbers below it.
  ColourScale scale() const;

 protected:
  std::optional<QString> nothing() const override;
  const NamedTensor& painted() const { return *m_report->painted(); }
  /// The model and the texts.
  QString subtitle() const;
  /// What the numbers are, and what was watched; `more` behind it.
  std::vector<QString> notes(const std::vector<QString>& more = {}) const;
  /// What altText() names first.
  virtual QStringList strongest() const = 0;
  /// Where the three numbers lie that are furthest from 0, the furthest first; what is no number is left out.
  static std::vector<std::size_t> strongestOf(const std::vector<double>& values);
  /// A number as a cell, a spot or a sentence has it.
  QString numberOf(double value, bool exact = false) const;

  std::shared_ptr<const FindingsReport> m_report;
};

/// The figure of a report by its shape. Of a graph, edges below `threshold` of the strongest are left out.
std::unique_ptr<FindingsFigure> makeFindingsFigure(std::shared_ptr<const FindingsReport> report, FigureStyle style,
                                                   double threshold = 0.05);

/// It as something that can be put on paper; `made` lacks the program and the picture.
Exportable exportableFindings(std::shared_ptr<const FindingsReport> report, double threshold, Provenance made);

}  // namespace headlight
