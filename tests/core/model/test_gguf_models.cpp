#include <QtTest>
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/json.h"
#include "core/model/family.h"
#include "core/model/gguf/gguf_architecture.h"
#include "core/model/model.h"
#include "tests/support/reference.h"
#include "tests/support/suite.h"

using namespace headlight;
namespace fs = std::filesystem;

class TestGgufModels : public QObject {
  Q_OBJECT

 private slots:
  void withinTolerance_data();
  void withinTolerance();
  void variants_data();
  void variants();
  void architecturesAreFamilies();
  void cleanupTestCase();

 private:
  std::vector<std::string> m_rows;
};

void TestGgufModels::withinTolerance_data() {
  QTest::addColumn<QString>("file");
  for (const fs::path& root : reference::ggufRoots()) {
    if (!fs::is_directory(root / "models")) continue;
    for (const auto& entry : fs::directory_iterator(root / "models")) {
      const fs::path file = entry.path() / (entry.path().filename().string() + ".gguf");
      if (fs::exists(file))
        QTest::addRow("%s, %s", entry.path().filename().c_str(), root.filename().c_str())
            << QString::fromStdString(file.string());
    }
  }
}

/// Attention, hidden states and logits of the file's own weights, as the reference library computes them.
void TestGgufModels::withinTolerance() {
  QFETCH(QString, file);
  const fs::path path = file.toStdString();
  const auto comparison = reference::compare(path, path.parent_path() / "expected.safetensors");
  m_rows.push_back(comparison.row() + (comparison.right() ? "" : "   <- " + comparison.firstWrong));
  QVERIFY2(comparison.right(), comparison.firstWrong.c_str());
  const auto model = Model::open(path);
  for (const std::string& remark : model->info().remarks)
    if (remark.find("leaves aside") != std::string::npos) QFAIL(remark.c_str());
}

void TestGgufModels::variants_data() {
  QTest::addColumn<QString>("file");
  QTest::addColumn<QString>("expected");
  QTest::addColumn<bool>("mayRefuse");
  for (const fs::path& root : reference::ggufRoots()) {
    if (!fs::exists(root / "variants/variants.json")) continue;
    for (const auto& each : parseJson(readFile(root / "variants/variants.json"), "variants.json"))
      for (const auto& part : each["files"])
        QTest::addRow("%s", part.get<std::string>().c_str())
            << QString::fromStdString((root / "variants" / part.get<std::string>()).string())
            << QString::fromStdString((root / each["expected"].get<std::string>()).string())
            << each["may_refuse"].get<bool>();
  }
  if (QTest::currentTestFunction() && reference::ggufRoots().size() == 1)
    QTest::newRow("none") << QString() << QString() << true;
}

/// The same model written in other ways; any of several parts opens all of it.
void TestGgufModels::variants() {
  QFETCH(QString, file);
  QFETCH(QString, expected);
  QFETCH(bool, mayRefuse);
  if (file.isEmpty()) QSKIP("needs the reference data (HEADLIGHT_REFERENCE)");
  try {
    const auto comparison = reference::compare(file.toStdString(), expected.toStdString());
    QVERIFY2(comparison.right(), comparison.firstWrong.c_str());
  } catch (const Error& error) {
    QVERIFY2(mayRefuse, error.what());
  }
}

/// Every architecture leads to a family that there is.
void TestGgufModels::architecturesAreFamilies() {
  for (const GgufArchitecture& each : ggufArchitectures())
    QVERIFY2(familyOf(std::string(each.modelType)), std::string(each.name).c_str());
}

void TestGgufModels::cleanupTestCase() {
  std::sort(m_rows.begin(), m_rows.end());
  std::cout << reference::Comparison::header() << "\n";
  for (const std::string& row : m_rows) std::cout << row << "\n";
  std::cout.flush();
}

HEADLIGHT_TEST(TestGgufModels)
#include "test_gguf_models.moc"
