// A window that shows a long text: how long it does not answer when the find bar opens (Ctrl+F), when the strongest far
// link is asked for (Ctrl+J), and when the picture is moved by a step, once while the atlas is computed and once when
// everything is there. Built-in `gpt`, as many tokens as asked for. usage: bench_long_window [TOKENS]
// (offscreen without a display)

#include <QApplication>
#include <QElapsedTimer>
#include <QLabel>
#include <QTabWidget>
#include <QTimer>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>

#include "core/model/model_locations.h"
#include "ui/panels/panel.h"
#include "ui/panels/panel_area.h"
#include "ui/state/samples.h"
#include "ui/views/atlas_view.h"
#include "ui/window/main_window.h"

using namespace headlight;

namespace {

double since(const QElapsedTimer& timer) { return static_cast<double>(timer.nsecsElapsed()) / 1e6; }

/// Calls `action` and handles events until `done`; prints the time, and the longest between two turns of the loop.
void measure(const char* what, const std::function<void()>& action, const std::function<bool()>& done) {
  QTimer tick;  // The loop turns every millisecond when nothing holds it up.
  tick.start(1);
  QElapsedTimer whole, turn;
  whole.start();
  turn.start();
  action();
  double longest = since(turn);
  while (!done()) {
    turn.restart();
    QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    longest = std::max(longest, since(turn));
  }
  std::printf("%-52s %9.0f ms, no answer for %7.1f ms\n", what, since(whole), longest);
  std::fflush(stdout);
}

}  // namespace

int main(int argc, char* argv[]) {
  if (qEnvironmentVariableIsEmpty("DISPLAY")) qputenv("QT_QPA_PLATFORM", "offscreen");
  QApplication application(argc, argv);
  const int tokens = argc > 1 ? std::max(100, std::atoi(argv[1])) : 31'498;
  WorkspaceState state = openingState();
  state.model = findModel("gpt");
  std::string text;
  const std::string words[] = {" the", " old", " man", " said", " that", " boy", " had", " found", " a", " letter"};
  for (int i = 0; i < tokens; ++i) text += words[(i * 7 + i / 11) % 10];
  state.text = text;
  MainWindow window(coreEngine());
  window.resize(1400, 900);
  window.show();
  auto* atlas = window.findChild<AtlasView*>(QStringLiteral("atlas"));
  const auto allReady = [&] {
    bool ready = atlas->isReady();
    for (const Panel* panel : window.panelArea().panels()) ready = ready && panel->view()->isReady();
    return window.workspace().result() && ready;
  };
  measure("reading the text", [&] { window.openState(state); }, [&] { return window.workspace().result() != nullptr; });
  std::printf("%lld tokens\n", static_cast<long long>(window.workspace().result()->maps->queries()));
  const auto turns = [](int count) {
    return [left = count]() mutable { return --left < 0; };
  };
  measure("find bar, while the atlas is computed", [&] { window.act("findAction"); }, turns(50));
  measure("far link, while the atlas is computed", [&] { window.act("farLinkAction"); }, turns(50));
  measure("until every picture is there", [] {}, allReady);
  QWidget* bar = window.findChild<QWidget*>(QStringLiteral("findBar"));
  bar->hide();
  measure("without the find bar", [] {}, turns(50));
  measure("until every picture is there again", [] {}, allReady);
  measure("find bar", [&] { window.act("findAction"); }, turns(50));
  measure("until every picture is there again", [] {}, allReady);
  const auto* link = window.findChild<QLabel*>(QStringLiteral("farLinkText"));
  measure("far link, until it is found", [&] { window.act("farLinkAction"); },
          [&] { return link->text().contains(QStringLiteral(" of ")); });
  measure("next far link", [&] { window.act("farLinkAction"); }, turns(50));
  window.findChild<QTabWidget*>(QStringLiteral("sideTabs"))->setCurrentIndex(1);
  measure("a step through the picture",
          [&] { window.workspace().setZoom(0, QRectF(100, 100, 2000, 2000)); }, turns(50));
}
