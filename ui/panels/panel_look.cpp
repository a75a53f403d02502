#include "ui/panels/panel_look.h"

namespace headlight {

void takeLook(PanelState& panel, const PanelState& from) {
  panel.scale = from.scale;
  panel.range = from.range;
  panel.sinksApart = from.sinksApart;
  panel.threshold = from.threshold;
  panel.direction = from.direction;
  panel.smooth = from.smooth;
  panel.flow = from.flow;
}

}  // namespace headlight
