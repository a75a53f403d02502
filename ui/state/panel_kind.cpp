#include "ui/state/panel_kind.h"

#include <QCoreApplication>

namespace headlight {

const std::vector<PanelKindRow>& panelKinds() {
  static const std::vector<PanelKindRow> rows = {
      {PanelKind::Heatmap,
       "heatmap",
       QT_TRANSLATE_NOOP("PanelKind", "Heatmap"),
       "heatmap",
       {.scale = true, .sinks = true, .difference = true, .cross = true, .zoom = true}},
      {PanelKind::Links,
       "links",
       QT_TRANSLATE_NOOP("PanelKind", "Links"),
       "links",
       {.threshold = true, .wholeLayer = true, .sinks = true, .cross = true}},
      {PanelKind::Text,
       "text",
       QT_TRANSLATE_NOOP("PanelKind", "Coloured text"),
       "text",
       {.scale = true, .sinks = true, .direction = true, .token = true}},
      {PanelKind::Arcs,
       "arcs",
       QT_TRANSLATE_NOOP("PanelKind", "Arcs"),
       "arcs",
       {.threshold = true, .wholeLayer = true, .sinks = true}},
      {PanelKind::Profile,
       "profile",
       QT_TRANSLATE_NOOP("PanelKind", "Row profile"),
       "profile",
       {.wholeLayer = true, .sinks = true, .token = true}},
      {PanelKind::Flow,
       "flow",
       QT_TRANSLATE_NOOP("PanelKind", "Token flow"),
       "flow",
       {.scale = true, .token = true, .flow = true}},
      {PanelKind::Similarity,
       "similarity",
       QT_TRANSLATE_NOOP("PanelKind", "Head similarity"),
       "similarity",
       {.allHeads = true, .cross = true}},
      {PanelKind::Atlas,
       "atlas",
       QT_TRANSLATE_NOOP("PanelKind", "Head atlas"),
       "atlas",
       {.scale = true, .sinks = true, .allHeads = true, .cross = true}},
      {PanelKind::Experts, "experts", QT_TRANSLATE_NOOP("PanelKind", "Experts"), "experts", {.experts = true}},
      {PanelKind::Image,
       "overlay",
       QT_TRANSLATE_NOOP("PanelKind", "Image overlay"),
       "image",
       {.wholeLayer = true,
        .scale = true,
        .sinks = true,
        .direction = true,
        .token = true,
        .cross = true,
        .image = true}},
      {PanelKind::ImageAtlas,
       "contact-sheet",
       QT_TRANSLATE_NOOP("PanelKind", "Image atlas"),
       "image-atlas",
       {.scale = true,
        .sinks = true,
        .direction = true,
        .token = true,
        .allHeads = true,
        .cross = true,
        .image = true}},
  };
  return rows;
}

const std::vector<std::pair<const char*, PanelKind>>& formerKindNames() {
  static const std::vector<std::pair<const char*, PanelKind>> names = {{"image", PanelKind::Image},
                                                                       {"image-atlas", PanelKind::ImageAtlas}};
  return names;
}

const PanelKindRow& panelKind(PanelKind kind) {
  for (const PanelKindRow& row : panelKinds())
    if (row.kind == kind) return row;
  return panelKinds().front();
}

QString panelKindLabel(PanelKind kind) { return QCoreApplication::translate("PanelKind", panelKind(kind).label); }

}  // namespace headlight
