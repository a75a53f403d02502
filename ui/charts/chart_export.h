#pragma once

#include <QWidget>

#include "core/base/version.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/theme.h"

namespace headlight {

/// Opens the export dialog for a chart of `data`; `made` lacks the program and the picture.
template <class Chart, class Data>
void exportChartOf(const QString& name, std::shared_ptr<const Data> data, Provenance made, const char* picture,
                   QWidget* parent) {
  Exportable exportable;
  exportable.name = name;
  exportable.style = screenStyle();
  made.program = std::string("Headlight ") + kVersion;
  made.picture = picture;
  exportable.provenance = std::move(made);
  exportable.make = [data](const FigureStyle& style, bool withText) -> std::unique_ptr<Figure> {
    return std::make_unique<Chart>(withText ? data : withoutText(data), style);
  };
  auto* dialog = new ExportDialog({exportable}, 0, parent);
  dialog->open();
}

}  // namespace headlight
