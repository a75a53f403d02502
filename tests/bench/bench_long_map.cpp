// The heatmap of a long text in a view: how long until there is a coarse picture and the exact one, what a step of
// moving and zooming costs, and for how long the window does not answer meanwhile, beside the painting of an empty view
// of the same size. Built-in `gpt` on as many tokens as asked for, repeating a sentence. usage: bench_long_map [TOKENS]
// (offscreen without a display)

#include <qcustomplot.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QTimer>
#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "core/attention/trace_maps.h"
#include "core/model/model_folder.h"
#include "core/model/model_locations.h"
#include "ui/views/heatmap_view.h"

using namespace headlight;

namespace {

double since(const QElapsedTimer& timer) { return static_cast<double>(timer.nsecsElapsed()) / 1e6; }

/// Handles events until `done`, and notes the longest time between two turns of the event loop.
template <class Done>
double untilDone(Done done, double& longest) {
  QElapsedTimer whole, turn;
  whole.start();
  QTimer tick;  // The loop turns every millisecond when nothing holds it up.
  tick.start(1);
  turn.start();
  while (!done()) {
    QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    longest = std::max(longest, since(turn));
    turn.restart();
  }
  return since(whole);
}

}  // namespace

int main(int argc, char* argv[]) {
  if (qEnvironmentVariableIsEmpty("DISPLAY")) qputenv("QT_QPA_PLATFORM", "offscreen");
  QApplication application(argc, argv);
  const std::size_t tokens = argc > 1 ? static_cast<std::size_t>(std::max(2, std::atoi(argv[1]))) : 4096;
  const ModelFolder model = openModelFolder(findModel("gpt"));
  Encoding encoding = model.tokenizer->encode("The old man said that the boy had found the letter in the garden.");
  for (std::size_t i = 1; encoding.tokens.size() < tokens; ++i) encoding.tokens.push_back(encoding.tokens[i]);
  RunOptions options;
  options.logits = false;
  QElapsedTimer timer;
  timer.start();
  const auto trace = model.model->run(encoding, options);
  const double pass = since(timer);

  HeatmapView view(nullptr);
  view.resize(900, 800);
  view.show();
  double longest = 0;
  std::vector<double> empties;
  for (int i = 0; i < 21; ++i) {
    timer.start();
    view.grab();
    empties.push_back(since(timer));
  }
  std::nth_element(empties.begin(), empties.begin() + 10, empties.end());
  const double empty = empties[10];

  timer.start();
  view.setMaps(std::make_shared<TraceMaps>(trace), contextOf(*trace, QStringLiteral("gpt")));
  view.setHead({1, 0});
  const double first = since(timer);
  // The first replot has no numbers yet, the second one has the sample.
  int replots = 0;
  QObject::connect(view.findChild<QCustomPlot*>(), &QCustomPlot::afterReplot, &view, [&replots] { ++replots; });
  const double coarse = first + untilDone([&] { return replots >= 2; }, longest);
  const double exact = coarse + untilDone([&] { return view.isReady(); }, longest);

  const auto side = static_cast<double>(encoding.tokens.size());
  const auto step = [&](const QRectF& cells) {
    timer.start();
    view.setVisibleCells(cells);
    view.grab();
    return since(timer);
  };
  const double zoom = step({side / 4, side / 2, side / 2, side / 2});
  const double zoomExact = untilDone([&] { return view.isReady(); }, longest);
  if (view.figure().ready(view.size()) < 1)
    return std::fprintf(stderr, "bench_long_map: the picture is not exact\n"), 1;
  const double pan = step({side / 4 + side / 50, side / 2 - side / 50, side / 2, side / 2});
  const double panExact = untilDone([&] { return view.isReady(); }, longest);

  const auto line = [empty](const char* what, double ms) {
    std::printf("%-34s %9.1f ms  %8.1f\n", what, ms, ms / empty);
  };
  std::printf("%zu tokens, 900 × 800                              of painting an empty view\n", encoding.tokens.size());
  line("forward pass", pass);
  line("empty view", empty);
  line("coarse picture", coarse);
  line("exact picture", exact);
  line("zoom: next picture", zoom);
  line("zoom: exact", zoomExact);
  line("move: next picture", pan);
  line("move: exact", panExact);
  line("longest time without an answer", std::max(longest, first));
}
