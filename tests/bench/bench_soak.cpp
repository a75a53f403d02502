// Types, switches, opens, compares and changes at random for SECONDS and prints the memory of the process as it goes:
// after the first tenth, it shall stay where it is. Built-in models. usage: bench_soak [SECONDS [SEED]]   (offscreen
// without a display)

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QPlainTextEdit>
#include <QStandardPaths>
#include <QTest>
#include <QTimer>
#include <algorithm>
#include <cstdio>
#include <random>

#include "core/base/heap.h"
#include "core/model/model_locations.h"
#include "tests/bench/process_memory.h"
#include "ui/panels/panel_area.h"
#include "ui/private_mode.h"
#include "ui/state/panel_kind.h"
#include "ui/state/samples.h"
#include "ui/window/main_window.h"
#include "ui/window/path_opener.h"

using namespace headlight;

namespace {

constexpr std::size_t kMostPanels = 4;
constexpr int kLongestText = 300;

class Person {
 public:
  Person(MainWindow& window, unsigned seed) : m_window(window), m_random(seed) {
    m_field = window.findChild<QPlainTextEdit*>("text");
  }

  /// Does one thing.
  void act() {
    Workspace& workspace = m_window.workspace();
    const auto& result = workspace.result();
    switch (below(result ? 16 : 3)) {
      default:
        return type();
      case 8:
        return workspace.selection()->setHead({below(result->maps->layers()), below(result->maps->heads())});
      case 9:
        return workspace.selection()->setToken(below(static_cast<int>(result->maps->queries())));
      case 10:
        if (workspace.panels().size() < kMostPanels) return m_window.act("newPanelAction");
        return workspace.removePanel(static_cast<std::size_t>(below(kMostPanels)));
      case 11: {
        const auto at = static_cast<std::size_t>(below(static_cast<int>(workspace.panels().size())));
        PanelState panel = workspace.panels()[at];
        panel.kind = panelKinds()[static_cast<std::size_t>(below(static_cast<int>(panelKinds().size())))].kind;
        return workspace.setPanel(at, panel);
      }
      case 12:
        if (below(4) == 0) return m_window.opener().open(builtInModels()[static_cast<std::size_t>(below(3))].folder);
        return below(2) ? m_window.act("undoAction") : m_window.act("redoAction");
      case 13:
        return m_window.act("compareTextsAction");
      case 14:
        return workspace.changes().empty() ? m_window.act("switchHeadAction") : workspace.setChanges({});
      case 15:
        return m_window.resize(900 + below(600), 600 + below(400));
    }
  }

 private:
  int below(int end) { return std::uniform_int_distribution<int>(0, end - 1)(m_random); }

  void type() {
    if (!m_field->isEnabled()) return;
    m_field->setFocus();
    if (m_field->toPlainText().size() > kLongestText) return m_field->clear();
    if (below(4) == 0) return QTest::keyClick(m_field, Qt::Key_Backspace);
    static const char* const words[] = {"the ", "cat ", "letter ", "and ", "Harry ", "who ", "was ", ". ", "é ", "s"};
    for (const QChar letter : QString::fromUtf8(words[below(10)]))
      QTest::sendKeyEvent(QTest::Click, m_field, Qt::Key_unknown, QString(letter), Qt::NoModifier);
  }

  MainWindow& m_window;
  std::mt19937 m_random;
  QPlainTextEdit* m_field;
};

/// Lets the window work. An event loop, and not processEvents alone: that leaves what deleteLater() was called for.
void wait(int milliseconds) {
  QEventLoop loop;
  QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
  loop.exec();
}

}  // namespace

int main(int argc, char* argv[]) {
  keepFreedMemory();
  if (qEnvironmentVariableIsEmpty("DISPLAY")) qputenv("QT_QPA_PLATFORM", "offscreen");
  QApplication application(argc, argv);
  QStandardPaths::setTestModeEnabled(true);
  privateMode() = true;
  const double seconds = argc > 1 ? std::atof(argv[1]) : 30;
  MainWindow window(coreEngine());
  window.resize(1280, 800);
  window.show();
  window.openState(openingState());
  Person person(window, argc > 2 ? static_cast<unsigned>(std::atoi(argv[2])) : 1);

  QTimer release;  // As the program does.
  double longestRelease = 0;
  QObject::connect(&release, &QTimer::timeout, &window, [&longestRelease] {
    QElapsedTimer taken;
    taken.start();
    releaseFreedMemory();
    longestRelease = std::max(longestRelease, static_cast<double>(taken.nsecsElapsed()) * 1e-6);
  });
  release.start(30'000);

  constexpr int kPoints = 20;
  QElapsedTimer timer;
  timer.start();
  long acts = 0, runs = 0;
  QObject::connect(&window.workspace(), &Workspace::resultChanged, &window, [&runs] { ++runs; });
  std::printf("   minute   resident MiB   own MiB   in use MiB   things done   readings\n");
  for (int point = 1; point <= kPoints; ++point) {
    while (static_cast<double>(timer.elapsed()) < seconds * 1000 * point / kPoints) {
      person.act();
      ++acts;
      wait(20);
      for (int i = 0; i < 250 && acts % 8 == 0 && window.workspace().isRunning(); ++i) wait(20);
    }
    std::printf("%9.2f   %12.1f   %7.1f   %10.1f   %11ld   %8ld\n", static_cast<double>(timer.elapsed()) / 60000,
                bench::memory("VmRSS"), bench::memory("RssAnon"), bench::allocated(), acts, runs);
    std::fflush(stdout);
  }
  std::printf("giving freed memory back took %.1f ms at most\n", longestRelease);
}
