#include <sys/wait.h>
#include <unistd.h>

#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <csignal>
#include <fstream>
#include <iterator>
#include <random>
#include <thread>

#include "core/io/atomic_file.h"
#include "core/io/tensor_writer.h"
#include "tests/support/suite.h"
#include "tests/support/synthetic_maps.h"
#include "ui/export/exporter.h"
#include "ui/figures/heatmap/heatmap_figure.h"
#include "ui/state/session_file.h"

using namespace headlight;
using namespace headlight::test;
namespace fs = std::filesystem;

namespace {

std::string contentOf(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// A figure whose tokens say which one it is.
Exportable figure(const std::string& word) {
  const auto shown = std::make_shared<HeatmapFigure>();
  shown->setMaps(std::make_shared<SyntheticMaps>(std::vector<std::string>(12, word), 1, 1, true), AttentionContext());
  Exportable exportable;
  exportable.style = shown->style();
  exportable.provenance = provenanceOf(*shown, "heatmap");
  exportable.make = [shown](const FigureStyle& style, bool) {
    auto copy = std::make_unique<HeatmapFigure>(*shown);
    copy->setStyle(style);
    return copy;
  };
  return exportable;
}

void writeSession(const fs::path& path, int version) {
  Session session{"gpt", "0", {}};
  session.state.model = "/models/gpt";
  session.state.text = std::string(200'000, version ? 'b' : 'a');
  session.state.panels.resize(1);
  writeWhole(path, [&](std::ostream& out) { out << sessionText(session); });
}

void writeTensors(const fs::path& path, int version) {
  const std::vector<float> numbers(100'000, static_cast<float>(version));
  const TensorStream tensor{"attentions.0", TensorStream::Type::F32, {1, 100, 1000}, [&](std::ostream& out) {
                              out.write(reinterpret_cast<const char*>(numbers.data()),
                                        static_cast<std::streamsize>(numbers.size() * sizeof(float)));
                            }};
  if (path.extension() == ".npz")
    writeNpz(path, {tensor});
  else
    writeSafetensors(path, {tensor}, {{"model", "gpt"}});
}

void writeFigure(const fs::path& path, int version) {
  static const Exportable figures[] = {figure("one"), figure("two")};
  ExportSettings settings;
  settings.kind = fileKindOf(path);
  settings.size = {400, 300};
  settings.dpi = 96;
  exportFigure(figures[version], settings, path);
}

}  // namespace

/// The program is killed at random times while it writes: there is the old file or the new one, whole.
class TestKilled : public QObject {
  Q_OBJECT

 private slots:
  void thereIsOneOfTheFiles_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"a.headlight", "a.safetensors", "a.npz", "a.png", "a.svg", "a.pdf", "a.pptx", "a.html"})
      QTest::newRow(name) << name;
  }
  void thereIsOneOfTheFiles() {
    QFETCH(QString, name);
    QTemporaryDir folder;
    const fs::path path = folder.filePath(name).toStdString();
    const std::string suffix = path.extension().string();
    const auto write = suffix == ".headlight"                         ? writeSession
                       : suffix == ".safetensors" || suffix == ".npz" ? writeTensors
                                                                      : writeFigure;
    // The same work gives the same bytes, so a whole file is one of these two.
    std::string whole[2];
    QElapsedTimer timer;
    for (const int version : {0, 1, 0}) {  // The last time as quick as it will be.
      timer.start();
      write(path, version);
      whole[version] = contentOf(path);
    }
    const auto once = std::max<qint64>(timer.nsecsElapsed() / 1000, 200);
    QVERIFY(whole[0] != whole[1] && !whole[0].empty());

    const int kills = std::max(qEnvironmentVariableIntValue("HEADLIGHT_KILLS"), 80) / 8;
    std::mt19937 random(3);
    int first = 0, second = 0;
    for (int i = 0; i < kills; ++i) {
      const pid_t child = ::fork();
      if (child == 0) {
        for (int version = 1;; version = 1 - version) write(path, version);
      }
      // Anywhere in the first two writings.
      std::this_thread::sleep_for(
          std::chrono::microseconds(std::uniform_int_distribution<qint64>(0, 2 * once)(random)));
      ::kill(child, SIGKILL);
      int status = 0;
      QCOMPARE(::waitpid(child, &status, 0), child);
      QVERIFY2(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL, "the writer ended by itself");
      const std::string found = contentOf(path);
      first += found == whole[0];
      second += found == whole[1];
      QVERIFY2(found == whole[0] || found == whole[1],
               qPrintable(QStringLiteral("a torn file of %1 bytes after %2 kills").arg(found.size()).arg(i)));
    }
    const auto left = std::distance(fs::directory_iterator(path.parent_path()), fs::directory_iterator()) - 1;
    qInfo("%s: %d kills: %d times one file, %d times the other; %d temporary files left", qPrintable(name), kills,
          first, second, static_cast<int>(left));
  }
};

HEADLIGHT_TEST(TestKilled)
#include "test_killed.moc"
