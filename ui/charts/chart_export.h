#pragma once

#include "ui/export/exportable.h"

namespace headlight {

/// What made a chart of `data`: the model, the text and the changes that it tells of.
template <class Data>
Provenance madeBy(const Data& data) {
  Provenance made;
  made.model = data.model.toStdString();
  made.text = data.text.toStdString();
  made.interventions = data.changed.toStdString();
  return made;
}

/// A chart as something that can be put on paper; `made` lacks the program and the picture.
Exportable exportableChart(const QString& name, Provenance made, const char* picture,
                           std::function<std::unique_ptr<Figure>(const FigureStyle& style, bool withText)> make);

/// The same for a chart that is made of `data`, which withoutText() takes the text out of.
template <class Chart, class Data>
Exportable exportableChart(const QString& name, std::shared_ptr<const Data> data, Provenance made,
                           const char* picture) {
  return exportableChart(name, std::move(made), picture, [data](const FigureStyle& style, bool withText) {
    return std::make_unique<Chart>(withText ? data : withoutText(data), style);
  });
}

}  // namespace headlight
