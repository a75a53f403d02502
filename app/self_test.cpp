#include "app/self_test.h"

#include <QCoreApplication>
#include <QDir>
#include <QFontDatabase>
#include <QLibraryInfo>
#include <QPluginLoader>
#include <QRawFont>
#include <QSysInfo>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <ostream>
#include <string>
#include <thread>
#include <vector>

#include "app/qt_application.h"
#include "core/base/error.h"
#include "core/base/version.h"
#include "core/io/atomic_file.h"
#include "core/model/model_locations.h"
#include "core/ops/amx.h"
#include "core/reading/reader.h"
#include "ui/figures/figure_style.h"

namespace headlight {
namespace {

/// What is said, and what is wrong of it.
struct Findings {
  std::vector<std::string> sentences, faults;
};

std::string joined(const std::vector<std::string>& parts, const char* between) {
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : between) + part;
  return all;
}

std::string processorName() {
  std::ifstream file("/proc/cpuinfo");
  for (std::string line; std::getline(file, line);)
    if (line.starts_with("model name"))
      if (const std::size_t colon = line.find(": "); colon != line.npos) return line.substr(colon + 2);
  return QSysInfo::currentCpuArchitecture().toStdString();
}

/// Those of the instructions for which core has code of its own.
std::string instructions() {
#if defined(__x86_64__) && defined(__GNUC__)
  std::vector<std::string> has, lacks;
  (__builtin_cpu_supports("avx2") ? has : lacks).emplace_back("AVX2");
  (__builtin_cpu_supports("fma") ? has : lacks).emplace_back("FMA");
  (__builtin_cpu_supports("avx512f") ? has : lacks).emplace_back("AVX-512");
  (__builtin_cpu_supports("avx512vnni") ? has : lacks).emplace_back("AVX-512 VNNI");
  (amx::isSupported() ? has : lacks).emplace_back("AMX");
  return (has.empty() ? "" : "with " + joined(has, ", ")) + (has.empty() || lacks.empty() ? "" : ", ") +
         (lacks.empty() ? "" : "without " + joined(lacks, ", "));
#else
  return "portable instructions";
#endif
}

void testSystem(Findings& found) {
  const unsigned count = std::thread::hardware_concurrency();
  found.sentences.push_back("Headlight " + std::string(kVersion) + " on " + QSysInfo::prettyProductName().toStdString() +
                            " (" + QSysInfo::kernelType().toStdString() + " " + QSysInfo::kernelVersion().toStdString() +
                            "); processor: " + std::to_string(count) + " × " + processorName() + ", " + instructions());
}

/// The libraries that the program runs with and, where that is another version, those that it was built with.
void testLibraries(Findings& found) {
  const std::string built = QT_VERSION_STR, runs = qVersion();
  found.sentences.push_back("Qt " + runs + (runs == built ? "" : " (built with " + built + ")"));
}

/// What figures are written with.
void testFonts(Findings& found) {
  QStringList missing;
  QString first;
  const QStringList installed = QFontDatabase::families();
  for (const QString& family : fontFamilies({}))
    if (installed.contains(family)) {
      first = family;
      break;
    }
  const QRawFont font = QRawFont::fromFont(FigureStyle().font(12));
  std::string said = first.isEmpty() ? "none of the fonts " + fontFamilies({}).join(", ").toStdString()
                                     : "font: " + first.toStdString();
  if (!font.isValid() || !font.supportsCharacter(u'a')) {
    found.faults.push_back("there is no font with Latin letters");
    said = "no font";
  }
  for (const auto& [script, name] : {std::pair{QFontDatabase::SimplifiedChinese, "Chinese"},
                                     std::pair{QFontDatabase::Arabic, "Arabic"}, std::pair{QFontDatabase::Greek, "Greek"}})
    if (QFontDatabase::families(script).isEmpty()) missing << QLatin1String(name);
  if (!missing.isEmpty()) said += " (no letters for " + missing.join(", ").toStdString() + ")";
  found.sentences.push_back(said);
}

/// The plug-ins of Qt that draw windows, and why one does not load.
void testPlugins(Findings& found) {
  std::vector<std::string> work, broken;
  QStringList folders = QCoreApplication::libraryPaths(), known;
  folders << QLibraryInfo::path(QLibraryInfo::PluginsPath);
  for (const QString& folder : folders)
    for (const QFileInfo& file : QDir(folder + QStringLiteral("/platforms")).entryInfoList(QDir::Files, QDir::Name)) {
      QString name = file.completeBaseName();
      if (name.startsWith(QLatin1String("lib"))) name.remove(0, 3);
      if (name.startsWith(QLatin1Char('q'))) name.remove(0, 1);
      if (known.contains(file.fileName())) continue;
      known << file.fileName();
      QPluginLoader plugin(file.absoluteFilePath());
      // Qt begins with the name of the file.
      if (plugin.load())
        work.push_back(name.toStdString());
      else
        broken.push_back(name.toStdString() + " does not load (" +
                         plugin.errorString().section(QStringLiteral(": "), 1).toStdString() + ")");
    }
  found.sentences.push_back("windows by " + (work.empty() ? "none" : joined(work, ", ")) +
                            (broken.empty() ? "" : "; " + joined(broken, "; ")));
  const auto opens = [&](const char* name) { return std::find(work.begin(), work.end(), name) != work.end(); };
#if defined(Q_OS_LINUX)
  if (!opens("xcb") && !opens("wayland") && !opens("wayland-generic") && !opens("wayland-egl"))
    found.faults.push_back("no plug-in of Qt opens a window on a display");
#endif
  if (!opens("offscreen")) found.faults.push_back("there is no plug-in of Qt for figures without a display");
}

/// Whether a run is one: rows of weights that sum to 1, and numbers for answers.
std::string faultOf(const Reading& reading) {
  for (const HeadId head : reading.maps->allHeads()) {
    const Matrix weights = reading.maps->weights(head, {0, 0, reading.maps->queries(), reading.maps->keys()});
    for (Index row = 0; row < weights.rows(); ++row)
      // Heads of the small models reach scores of 100,000, of which single precision keeps hundredths.
      if (!(std::abs(weights.row(row).sum() - 1) < 0.02F))
        return "weights of layer " + std::to_string(head.layer) + ", head " + std::to_string(head.head) + " do not sum to 1";
  }
  const Logits& logits = reading.firstDraw->logits;
  for (Index row = 0; row < logits.rows(); ++row)
    if (!logits.row(row).array().isFinite().all()) return "its answer is not a number";
  return {};
}

void testModels(Findings& found) {
  std::vector<std::string> runs;
  for (const ModelLocation& place : builtInModels()) try {
      const auto start = std::chrono::steady_clock::now();
      const Source model = openModelSource(place.folder);
      const Reading reading = read(model, {TextInput{std::string("The cat sat on the mat."), std::nullopt}});
      const std::string fault = faultOf(reading);
      const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
      if (!fault.empty()) found.faults.push_back("model " + place.name + ": " + fault);
      runs.push_back(place.name + (fault.empty() ? " in " + std::to_string(took.count()) + " ms" : " wrong"));
    } catch (const std::exception& error) {
      found.faults.push_back("model " + place.name + ": " + error.what());
      runs.push_back(place.name + " does not run");
    }
  found.sentences.push_back("built-in models: " + joined(runs, ", "));
}

}  // namespace

int selfTest(std::ostream& out) {
  const QtApplication application;
  Findings found;
  testSystem(found);
  testLibraries(found);
  testFonts(found);
  testPlugins(found);
  try {
    testModels(found);
  } catch (const Error& error) {
    found.faults.push_back(error.what());
  }
  out << joined(found.sentences, ". ") << ". "
      << (found.faults.empty() ? "Everything works." : "Wrong: " + joined(found.faults, "; ") + ".") << '\n';
  flushOutput(out);
  return found.faults.empty() ? 0 : 1;
}

}  // namespace headlight
