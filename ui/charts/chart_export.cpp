#include "ui/charts/chart_export.h"

#include "core/base/version.h"

namespace headlight {

Exportable exportableChart(const QString& name, Provenance made, const char* picture,
                           std::function<std::unique_ptr<Figure>(const FigureStyle& style, bool withText)> make) {
  Exportable chart;
  chart.name = name;
  made.program = std::string("Headlight ") + kVersion;
  made.picture = picture;
  chart.provenance = std::move(made);
  chart.make = std::move(make);
  return chart;
}

}  // namespace headlight
