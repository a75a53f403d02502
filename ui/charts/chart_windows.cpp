#include "ui/charts/chart_windows.h"

#include "ui/charts/ablation_window.h"
#include "ui/charts/circuits/circuits_window.h"
#include "ui/charts/contacts/contacts_window.h"
#include "ui/charts/corpus/corpus_window.h"
#include "ui/charts/cost_window.h"
#include "ui/charts/differences/differences_window.h"
#include "ui/charts/experts/experts_window.h"
#include "ui/charts/find/find_window.h"
#include "ui/charts/head_table_window.h"
#include "ui/charts/lens/lens_window.h"
#include "ui/charts/methods/methods_window.h"
#include "ui/charts/noise_window.h"
#include "ui/charts/scatter_window.h"
#include "ui/charts/score/score_window.h"
#include "ui/words.h"

namespace headlight {

std::vector<WindowKind> chartWindows() {
  return {
      {"ablation", Words::tr("Which heads &matter…"), "Shift+F8", Needs::Reading, makeWindow<AblationWindow>},
      {"lens", Words::tr("Logit &lens…"), "Ctrl+F9", Needs::Reading, makeWindow<LensWindow>},
      {"circuits", Words::tr("C&ircuits…"), {}, Needs::Reading, makeWindow<CircuitsWindow>},
      {"methods", Words::tr("Compare met&hods…"), "Ctrl+F8", Needs::Reading, makeWindow<MethodsWindow>},
      {"score", Words::tr("&Score of a cell…"), {}, Needs::Reading, makeWindow<ScoreWindow>},
      {"experts", Words::tr("E&xperts…"), {}, Needs::Reading, makeWindow<ExpertsWindow>},
      {"contacts", Words::tr("C&ontacts…"), {}, Needs::Reading, makeWindow<ContactsWindow>},
      {"differences", Words::tr("Two mo&dels…"), {}, Needs::Reading, makeWindow<DifferencesWindow>},
      {"headTable", Words::tr("Head &table…"), "Shift+F7", Needs::Reading, makeWindow<HeadTableWindow>},
      {"scatter", Words::tr("Sc&atter of heads…"), "Ctrl+F7", Needs::Reading, makeWindow<ScatterWindow>},
      {"findHeads", Words::tr("Find heads &by drawing…"), {}, Needs::Reading, makeWindow<FindWindow>},
      {"corpus", Words::tr("O&ver many texts…"), "Ctrl+Shift+F7", Needs::Nothing, makeWindow<CorpusWindow>},
      {"noise", Words::tr("&Noise test…"), "F8", Needs::Model, makeWindow<NoiseWindow>},
      {"cost", Words::tr("&Cost…"), "F7", Needs::Model, makeWindow<CostWindow>},
  };
}

}  // namespace headlight
