#pragma once

#include <QString>
#include <utility>
#include <vector>

#include "ui/state/panel_state.h"

namespace headlight {

/// Which settings of a panel mean something to a kind: the others are neither offered nor drawn.
struct PanelSettings {
  bool threshold = false;   ///< The smallest weight drawn.
  bool wholeLayer = false;  ///< Several heads over one another, all of a layer or a chosen set.
  bool scale = false;       ///< How colours grow with the weight.
  bool sinks = false;       ///< Sinks apart.
  bool direction = false;   ///< What a token gives, or what it receives.
  bool token = false;       ///< Shows one token: the pinned one.
  bool flow = false;        ///< Draws all layers; what stands for one is to be chosen.
  bool difference = false;  ///< Can draw weights below zero.
  bool allHeads = false;    ///< Draws every head, so that none is its subject.
  bool cross = false;       ///< Can draw attention from one text to another.
  bool zoom = false;        ///< Can show a part of its map.
  bool experts = false;     ///< Draws the experts of a mixture in place of attention.
  bool image = false;       ///< Draws over the pictures or the sound that a model reads.
};

/// One kind of panel, as menus, headers, sessions and the command line know it; ui/panels/panel_pictures.h draws it.
struct PanelKindRow {
  PanelKind kind;
  const char* name;   ///< In session files and on the command line.
  const char* label;  ///< For people; translated by panelKindLabel().
  const char* icon;
  PanelSettings has;
};

/// Every kind, in the order of menus. To add one, add its row here and in ui/panels/panel_pictures.cpp.
const std::vector<PanelKindRow>& panelKinds();
/// The row of `kind`; the first row for one that has none.
const PanelKindRow& panelKind(PanelKind kind);
/// Names that sessions and the command line had for kinds before; they are still read.
const std::vector<std::pair<const char*, PanelKind>>& formerKindNames();
QString panelKindLabel(PanelKind kind);

}  // namespace headlight
