// How long a person waits: from the start of the program to the first picture, and from a keystroke to new pictures,
// beside the bare forward pass of the same input in the same run. Built-in `gpt`, 40 tokens, or `captioner` with a
// picture. usage: bench_window [ROUNDS [captioner]]     (offscreen without a display)

#include <QApplication>
#include <QElapsedTimer>
#include <QPlainTextEdit>
#include <QtTest>
#include <algorithm>
#include <cstdio>
#include <string_view>

#include "core/model/model_locations.h"
#include "core/reading/input_tokens.h"
#include "ui/state/samples.h"
#include "ui/views/heatmap_view.h"
#include "ui/window/main_window.h"

using namespace headlight;

namespace {

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

/// Waits for the next result and until every view has painted it.
double untilPainted(MainWindow& window, QElapsedTimer& timer) {
  QSignalSpy result(&window.workspace(), &Workspace::resultChanged);
  while (result.isEmpty()) QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
  QCoreApplication::sendPostedEvents();
  QCoreApplication::processEvents();
  return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

WorkspaceState gptState() {
  WorkspaceState state = openingState();
  state.model = findModel("gpt");
  state.text =
      "The old man said that the boy who had found the letter in the garden was not the one who had hidden it there, "
      "and the letter was never read by the man who had written it.";
  return state;
}

/// The first sample with a picture, what is said about it as its text.
WorkspaceState pictureState() {
  for (const Sample& sample : builtInSamples()) {
    if (sample.picture.empty()) continue;
    WorkspaceState state = stateOf(sample, openingPanels());
    state.text = sample.written;
    state.continuation = {};
    return state;
  }
  return gptState();
}

}  // namespace

int main(int argc, char* argv[]) {
  QElapsedTimer start;
  start.start();
  if (qEnvironmentVariableIsEmpty("DISPLAY")) qputenv("QT_QPA_PLATFORM", "offscreen");
  QApplication application(argc, argv);
  const int rounds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 25;

  const WorkspaceState state = argc > 2 && std::string_view(argv[2]) == "captioner" ? pictureState() : gptState();
  MainWindow window(coreEngine());
  window.resize(1280, 800);
  window.show();
  window.openState(state);
  const double first = untilPainted(window, start);
  const auto tokens = window.workspace().result()->maps->queries();

  auto* field = window.findChild<QPlainTextEdit*>("text");
  if (!field) return std::fprintf(stderr, "bench_window: no text field\n"), 1;
  field->setFocus();
  field->moveCursor(QTextCursor::End);
  std::vector<double> keystrokes, passes;
  for (int i = 0; i < rounds; ++i) {
    QElapsedTimer timer;
    timer.start();
    i % 2 == 0 ? QTest::keyClicks(field, "s") : QTest::keyClick(field, Qt::Key_Backspace);
    keystrokes.push_back(untilPainted(window, timer));
  }

  const Source source = openModelSource(state.model);
  Input input{TextInput{state.text}};
  input.pictures.assign(state.pictures.begin(), state.pictures.end());
  const ModelInput read = tokensOf(source, input).read;
  for (int i = 0; i < rounds; ++i) {
    QElapsedTimer timer;
    timer.start();
    source.model->run(read);
    passes.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
  }
  const double key = median(keystrokes), pass = median(passes);
  std::printf("tokens                          %lld\n", static_cast<long long>(tokens));
  std::printf("bare forward pass               %8.2f ms (median of %d)\n", pass, rounds);
  std::printf("start to first picture          %8.2f ms (%.1f forward passes)\n", first, first / pass);
  std::printf("keystroke to new pictures       %8.2f ms, with the pause for the next key (%.1f forward passes)\n", key,
              key / pass);
}
