#include <QDir>
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <tuple>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/json.h"
#include "core/model/model_locations.h"
#include "core/model/places/gguf_places.h"
#include "tests/support/reference.h"
#include "tests/support/suite.h"

using namespace headlight;
namespace fs = std::filesystem;

class TestGgufPlaces : public QObject {
  Q_OBJECT

 private slots:
  void init();
  void cleanup();
  void trees_data();
  void trees();
  void namesLeadToFiles();
  void everybodyAsksForOneCache();
  void withoutAHomeNothingIsLookedForHere();

 private:
  std::vector<std::pair<QByteArray, QByteArray>> m_kept;
};

namespace {

constexpr const char* kVariables[] = {"HOME",        "OLLAMA_MODELS",  "LLAMA_CACHE", "XDG_CACHE_HOME", "HF_HOME",
                                      "HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE"};

std::optional<fs::path> treesFolder() {
  for (const fs::path& root : reference::ggufRoots())
    if (fs::exists(root / "trees/expected.json")) return root / "trees";
  return {};
}

/// A copy of a tree whose links are made and whose notes name their own place.
fs::path copyOf(const fs::path& trees, const std::string& name, const fs::path& to) {
  const fs::path copy = to / name;
  fs::copy(trees / name, copy, fs::copy_options::recursive);
  for (const auto& entry : fs::recursive_directory_iterator(copy)) {
    fs::permissions(entry.path(), fs::perms::owner_all, fs::perm_options::add);
    if (!entry.is_regular_file() || entry.file_size() > 4096) continue;
    std::string text = readFile(entry.path());
    const auto at = text.find("$TREE");
    if (at == std::string::npos) continue;
    text.replace(at, 5, copy.string());
    std::ofstream(entry.path(), std::ios::binary) << text;
  }
  const auto links = parseJson(readFile(trees / "links.json"), "links.json");
  for (const auto& [from, target] : links.items()) {
    if (!from.starts_with(name + "/")) continue;
    fs::create_directories((to / from).parent_path());
    fs::create_symlink(target.get<std::string>(), to / from);
  }
  return copy;
}

}  // namespace

void TestGgufPlaces::init() {
  m_kept.clear();
  for (const char* name : kVariables) {
    if (qEnvironmentVariableIsSet(name)) m_kept.emplace_back(name, qgetenv(name));
    qunsetenv(name);
  }
}

void TestGgufPlaces::cleanup() {
  for (const char* name : kVariables) qunsetenv(name);
  for (const auto& [name, value] : m_kept) qputenv(name.constData(), value);
}

void TestGgufPlaces::trees_data() {
  QTest::addColumn<QString>("expected");
  const auto folder = treesFolder();
  if (!folder) {
    QTest::newRow("none") << QString();
    return;
  }
  for (const auto& tree : parseJson(readFile(*folder / "expected.json"), "expected.json"))
    QTest::newRow(tree["tree"].get<std::string>().c_str()) << QString::fromStdString(tree.dump());
}

/// What each program leaves is listed under its own names, and what is no model is there with a reason.
void TestGgufPlaces::trees() {
  QFETCH(QString, expected);
  if (expected.isEmpty()) QSKIP("needs the reference data (HEADLIGHT_REFERENCE)");
  const auto tree = parseJson(expected.toStdString(), "expected.json");
  QTemporaryDir folder;
  const fs::path copy = copyOf(*treesFolder(), tree["tree"].get<std::string>(), folder.path().toStdString());
  qputenv("HOME", QByteArray::fromStdString(copy.string()));
  for (const auto& [name, value] : tree["env"].items()) {
    std::string text = value.get<std::string>();
    text.replace(text.find("$TREE"), 5, copy.string());
    qputenv(name.c_str(), QByteArray::fromStdString(text));
  }
  bool unreadable = false;
  if (tree.contains("unreadable")) {
    const fs::path closed = copy / tree["unreadable"].get<std::string>();
    fs::permissions(closed, fs::perms::none);
    std::error_code failed;
    unreadable = fs::directory_iterator(closed, failed) == fs::directory_iterator();
    if (!unreadable) fs::permissions(closed, fs::perms::owner_all);
  }
  const std::vector<GgufPlace> places = ggufPlaces();
  if (tree.contains("unreadable")) fs::permissions(copy / tree["unreadable"].get<std::string>(), fs::perms::owner_all);
  const auto same = [](const fs::path& a, const fs::path& b) { return a.lexically_normal() == b.lexically_normal(); };
  std::size_t usable = 0;
  for (const GgufPlace& place : places) usable += place.reason.empty() ? 1 : 0;
  if (unreadable) {
    QCOMPARE(usable, std::size_t{0});
    QVERIFY(std::any_of(places.begin(), places.end(),
                        [](const GgufPlace& p) { return p.reason.find("read") != std::string::npos; }));
    return;
  }
  for (const auto& model : tree["models"]) {
    const auto name = model["name"].get<std::string>();
    const fs::path file = copy / model["file"].get<std::string>();
    const auto found = std::find_if(places.begin(), places.end(), [&](const GgufPlace& place) {
      return place.name == name && same(place.file, file);
    });
    QVERIFY2(found != places.end(), name.c_str());
    QVERIFY2(found->reason.empty(), found->reason.c_str());
  }
  for (const auto& skipped : tree["skipped"]) {
    if (skipped.value("may_show", false) || tree.contains("unreadable")) continue;
    const auto path = skipped["path"].get<std::string>();
    const auto found = std::find_if(places.begin(), places.end(), [&](const GgufPlace& place) {
      return place.name == path || same(place.file, copy / path);
    });
    QVERIFY2(found != places.end(), ("skipped without a word: " + path).c_str());
    QVERIFY2(!found->reason.empty(), path.c_str());
  }
  std::set<std::pair<std::string, fs::path>> once;
  for (const GgufPlace& place : places)
    QVERIFY2(once.insert({place.reference(), place.file}).second, ("listed twice: " + place.name).c_str());
}

void TestGgufPlaces::namesLeadToFiles() {
  const auto trees = treesFolder();
  if (!trees) QSKIP("needs the reference data (HEADLIGHT_REFERENCE)");
  QTemporaryDir folder;
  const fs::path ollama = copyOf(*trees, "ollama", folder.path().toStdString());
  qputenv("HOME", QByteArray::fromStdString(ollama.string()));
  const fs::path file = findGguf("ollama:tinyllama");
  QVERIFY(!file.empty());
  QCOMPARE(findGguf("ollama:tinyllama:1b-q8"), file);
  QCOMPARE(findGguf("tinyllama:latest"), file);
  QVERIFY(findGguf("ollama:not-there").empty());
  QVERIFY_THROWS_EXCEPTION(Error, findGguf("ollama:tiny-gone"));
  const fs::path studio = copyOf(*trees, "lmstudio", folder.path().toStdString());
  qputenv("HOME", QByteArray::fromStdString(studio.string()));
  QVERIFY_THROWS_EXCEPTION(Error, findGguf("lmstudio:bartowski/Tiny-1B-GGUF"));
  QCOMPARE(findGguf("lmstudio:bartowski/Tiny-1B-GGUF/Tiny-1B-Q8_0").filename(), fs::path("Tiny-1B-Q8_0.gguf"));
}

void TestGgufPlaces::everybodyAsksForOneCache() {
  QTemporaryDir folder;
  const fs::path root = folder.path().toStdString();
  const auto put = [&](const fs::path& file) {
    fs::create_directories((root / file).parent_path());
    std::ofstream(root / file) << "{}";
  };
  const auto set = [&](const char* name, const fs::path& value) {
    qputenv(name, QByteArray::fromStdString((root / value).string()));
  };
  int number = 0;
  // Each goes before those that were set earlier.
  for (const auto& [variable, value, hub] :
       {std::tuple{"HOME", "home", "home/.cache/huggingface/hub"},
        {"XDG_CACHE_HOME", "cache", "cache/huggingface/hub"},
        {"HF_HOME", "hf", "hf/hub"},
        {"HUGGINGFACE_HUB_CACHE", "older", "older"},
        {"HF_HUB_CACHE", "newer", "newer"}}) {
    const std::string owner = "owner" + std::to_string(++number);
    const fs::path snapshot = fs::path(hub) / ("models--" + owner + "--name") / "snapshots/0";
    put(snapshot / "config.json");
    put(snapshot / "model.gguf");
    set(variable, value);
    const auto models = cachedModels();
    QCOMPARE(models.size(), std::size_t{1});
    QCOMPARE(models.front().name, owner + "/name");
    const auto places = ggufPlaces();
    QVERIFY2(std::any_of(places.begin(), places.end(),
                         [&](const GgufPlace& place) {
                           return place.program == "Hugging Face" && place.name == owner + "/name";
                         }),
             variable);
  }
}

void TestGgufPlaces::withoutAHomeNothingIsLookedForHere() {
  QTemporaryDir folder;
  const fs::path root = folder.path().toStdString();
  for (const char* place : {".lmstudio/models/a/b", "jan/models", "llama.cpp", ".cache/llama.cpp",
                            ".cache/huggingface/hub/models--a--b/snapshots/0"}) {
    fs::create_directories(root / place);
    std::ofstream(root / place / "model.gguf") << "GGUF";
  }
  const QString before = QDir::currentPath();
  QVERIFY(QDir::setCurrent(folder.path()));
  const auto places = ggufPlaces();
  QVERIFY(QDir::setCurrent(before));
  for (const GgufPlace& place : places) QVERIFY2(place.file.is_absolute(), place.file.c_str());
}

HEADLIGHT_TEST(TestGgufPlaces)
#include "test_gguf_places.moc"
