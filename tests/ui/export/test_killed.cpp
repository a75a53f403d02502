#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <csignal>
#include <iterator>

#include "core/io/atomic_file.h"
#include "core/io/tensor_writer.h"
#include "tests/support/file_content.h"
#include "tests/support/suite.h"
#include "tests/support/synthetic_maps.h"
#include "ui/export/exporter.h"
#include "ui/figures/heatmap/heatmap_figure.h"
#include "ui/state/session_file.h"

using namespace headlight;
using namespace headlight::test;
namespace fs = std::filesystem;

namespace {

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

void writeSomeSession(const fs::path& path, int version) {
  Session session{"gpt", "0", {}};
  session.state.model = "/models/gpt";
  session.state.text = std::string(200'000, version ? 'b' : 'a');
  session.state.panels.resize(1);
  writeWhole(path, [&](std::ostream& out) { out << sessionText(session); });
}

void writeSomeTensors(const fs::path& path, int version) {
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

/// Has the kernel kill this process when it writes more than so many bytes into a file.
void killAfter(rlim_t bytes) {
  const rlimit no{0, 0}, most{bytes, bytes};
  ::setrlimit(RLIMIT_CORE, &no);
  ::setrlimit(RLIMIT_FSIZE, &most);
  ::signal(SIGXFSZ, SIG_DFL);
}

void writeSomeFigure(const fs::path& path, int version) {
  static const Exportable figures[] = {figure("one"), figure("two")};
  ExportSettings settings;
  settings.kind = fileKindOf(path);
  settings.size = {400, 300};
  settings.dpi = 96;
  exportFigure(figures[version], settings, path);
}

}  // namespace

/// The program is killed at every part of a file while it writes: there is the old file or the new one, whole.
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
    const auto write = suffix == ".headlight"                         ? writeSomeSession
                       : suffix == ".safetensors" || suffix == ".npz" ? writeSomeTensors
                                                                      : writeSomeFigure;
    // The same work gives the same bytes, so a whole file is one of these two.
    std::string whole[2];
    for (const int version : {1, 0}) {
      write(path, version);
      whole[version] = contentOf(path);
    }
    QVERIFY(whole[0] != whole[1] && !whole[0].empty());

    const int writers = std::max(qEnvironmentVariableIntValue("HEADLIGHT_KILLS"), 80) / 8;
    int killed = 0;
    for (int i = 0; i <= writers; ++i) {
      const std::size_t most = whole[1].size() * static_cast<std::size_t>(i) / static_cast<std::size_t>(writers);
      const pid_t child = ::fork();
      if (child == 0) {
        killAfter(i < writers ? static_cast<rlim_t>(most) : RLIM_INFINITY);
        write(path, 1);
        ::_exit(0);
      }
      int status = 0;
      QCOMPARE(::waitpid(child, &status, 0), child);
      const bool wasKilled = WIFSIGNALED(status) && WTERMSIG(status) == SIGXFSZ;
      QVERIFY2(wasKilled || (WIFEXITED(status) && WEXITSTATUS(status) == 0), "the writer ended otherwise");
      killed += wasKilled;
      const std::string found = contentOf(path);
      QVERIFY2(found == whole[wasKilled ? 0 : 1],
               qPrintable(QStringLiteral("a file of %1 bytes after a writer of %2").arg(found.size()).arg(most)));
      if (!wasKilled) write(path, 0);
    }
    QVERIFY2(killed > 0 && killed <= writers, qPrintable(QString::number(killed)));
    const auto left = std::distance(fs::directory_iterator(path.parent_path()), fs::directory_iterator()) - 1;
    qInfo("%s: %d of %d writers killed; %d temporary files left", qPrintable(name), killed, writers + 1,
          static_cast<int>(left));
  }
};

HEADLIGHT_TEST(TestKilled)
#include "test_killed.moc"
