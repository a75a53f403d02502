#include "ui/charts/experts/experts_chart.h"

#include "ui/charts/chart_export.h"
#include "ui/words.h"

namespace headlight {

Exportable exportableExperts(std::shared_ptr<const ExpertsReport> report, ExpertsChoice choice, Provenance made) {
  return exportableChart(Words::tr("Experts"), std::move(made), "experts",
                         [report = std::move(report), choice](const FigureStyle& style, bool withText) {
                           return std::make_unique<ExpertsFigure>(withText ? report : withoutText(report), style,
                                                                  choice);
                         });
}

}  // namespace headlight
