#include "ui/charts/chart_export.h"

#include "core/base/version.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/written_note.h"
#include "ui/widgets/theme.h"

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

void openExportDialog(Exportable chart, QWidget* parent) {
  chart.style = screenStyle();
  auto* dialog = new ExportDialog({std::move(chart)}, 0, parent);
  QObject::connect(dialog, &ExportDialog::exported, parent,
                   [parent](const QString& path) { WrittenNote::at(parent).showWritten(path); });
  dialog->open();
}

}  // namespace headlight
