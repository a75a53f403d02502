#include "ui/charts/chart_windows.h"

#include "ui/charts/ablation_window.h"
#include "ui/charts/cost_window.h"
#include "ui/charts/head_table_window.h"
#include "ui/charts/methods_window.h"
#include "ui/charts/noise_window.h"
#include "ui/charts/scatter_window.h"
#include "ui/words.h"

namespace headlight {

std::vector<WindowKind> chartWindows() {
  return {
      {"ablation", Words::tr("Which heads &matter…"), "Shift+F8", Needs::Reading, makeWindow<AblationWindow>},
      {"methods", Words::tr("Compare met&hods…"), "Ctrl+F8", Needs::Reading, makeWindow<MethodsWindow>},
      {"headTable", Words::tr("Head &table…"), "Shift+F7", Needs::Reading, makeWindow<HeadTableWindow>},
      {"scatter", Words::tr("&Scatter of heads…"), "Ctrl+F7", Needs::Reading, makeWindow<ScatterWindow>},
      {"noise", Words::tr("&Noise test…"), "F8", Needs::Model, makeWindow<NoiseWindow>},
      {"cost", Words::tr("&Cost…"), "F7", Needs::Model, makeWindow<CostWindow>},
  };
}

}  // namespace headlight
