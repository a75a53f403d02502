#include <QtTest>
#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>

#include "core/base/error.h"
#include "core/checkpoint/safetensors.h"
#include "core/model/family.h"
#include "core/model/model.h"
#include "core/model/model_source.h"
#include "tests/support/reference.h"
#include "tests/support/suite.h"

using namespace headlight;

class TestReferenceModels : public QObject {
  Q_OBJECT

 private slots:
  void withinTolerance_data();
  void withinTolerance();
  void growsAsItRunsWhole_data();
  void growsAsItRunsWhole();
  void everyFamilyHasAReference();
  void readmeListsEveryFamily();
  void cleanupTestCase();

 private:
  std::vector<std::string> m_rows;
};

void TestReferenceModels::withinTolerance_data() {
  QTest::addColumn<QString>("folder");
  for (const auto& [name, folder] : reference::models())
    QTest::newRow(name.c_str()) << QString::fromStdString(folder.string());
}

void TestReferenceModels::withinTolerance() {
  QFETCH(QString, folder);
  try {
    const auto comparison = reference::compare(folder.toStdString());
    m_rows.push_back(comparison.row() + (comparison.right() ? "" : "   <- " + comparison.firstWrong));
    QVERIFY2(comparison.right(), comparison.firstWrong.c_str());
  } catch (const Error& error) {
    m_rows.push_back(std::string(QTest::currentDataTag()) + " is refused: " + error.what());
    QFAIL(error.what());
  }
}

void TestReferenceModels::growsAsItRunsWhole_data() {
  QTest::addColumn<QString>("folder");
  for (const auto& [name, folder] : reference::models())
    if (name.ends_with(", one input")) QTest::newRow(name.c_str()) << QString::fromStdString(folder.string());
}

/// A run that goes on from one of the first tokens has the numbers of a whole run.
void TestReferenceModels::growsAsItRunsWhole() {
  QFETCH(QString, folder);
  const auto model = Model::open(reference::modelIn(folder.toStdString()));
  const TensorTable table = readSafetensors((folder + "/expected.safetensors").toStdString());
  Encoding read = reference::encodingOf(table, 0);
  RunOptions options;
  const bool twoStacks = model->info().encoderLayers > 0;
  if (twoStacks) options.target = reference::encodingOf(table, 0, "decoder_");
  const auto expected = model->run(read, options);
  Encoding& grown = twoStacks ? *options.target : read;
  const Encoding all = grown;
  grown.tokens.resize(grown.tokens.size() / 2);
  options.resumeFrom = model->run(read, options);
  grown = all;
  const auto found = model->run(read, options);
  const auto same = [](MatrixView a, MatrixView b) {
    return (a - b).cwiseAbs().maxCoeff() <= 5e-5F * std::max(1.0F, a.cwiseAbs().maxCoeff());
  };
  QVERIFY(same(expected->hiddenStates.back(), found->hiddenStates.back()));
  QCOMPARE(found->experts.size(), expected->experts.size());
  for (std::size_t i = 0; i < expected->experts.size(); ++i)
    if (expected->experts[i]) QVERIFY(same(expected->experts[i].logits, found->experts[i].logits));
}

void TestReferenceModels::everyFamilyHasAReference() {
  std::set<std::string> types;
  for (const auto& [name, folder] : reference::models())
    types.insert(modelSourceAt(reference::modelIn(folder)).config().text("model_type"));
  // Pictures in texts, and sounds, have references of their own, larger ones beside the sources.
  const auto multimodal = reference::multimodalRoots();
  for (const auto& root : multimodal)
    for (const auto& entry : std::filesystem::directory_iterator(root))
      if (std::filesystem::exists(entry.path() / "config.json"))
        types.insert(modelSourceAt(entry.path()).config().text("model_type"));
  for (const Family& family : families()) {
    const bool larger =
        family.kind == FamilyKind::Vision || family.kind == FamilyKind::VisionText || family.kind == FamilyKind::Speech;
    if (larger && multimodal.size() < 2) continue;
    const bool has = std::any_of(family.modelTypes.begin(), family.modelTypes.end(),
                                 [&](std::string_view type) { return types.contains(std::string(type)); });
    QVERIFY2(has, ("the family " + std::string(family.name) + " has no reference model").c_str());
  }
}

/// The list of families in README.md is the one that the code has.
void TestReferenceModels::readmeListsEveryFamily() {
  std::ifstream file(std::string(HEADLIGHT_SOURCE_DIR) + "/README.md");
  std::ostringstream readme;
  readme << file.rdbuf();
  const auto has = [&](const std::string& line) {
    QVERIFY2(readme.str().find(line) != std::string::npos, ("README.md: expected '" + line + "'").c_str());
  };
  for (const FamilyKind kind : {FamilyKind::Vision, FamilyKind::VisionText, FamilyKind::Speech, FamilyKind::Encoder,
                                FamilyKind::Decoder, FamilyKind::Experts, FamilyKind::EncoderDecoder})
    has("| " + std::string(nameOf(kind)) + " | " + titlesOf(kind) + " |");
  has("Opens " + std::to_string(families().size()) + " families of Hugging Face models.");
}

void TestReferenceModels::cleanupTestCase() {
  std::sort(m_rows.begin(), m_rows.end());
  std::cout << reference::Comparison::header() << "\n";
  for (const std::string& row : m_rows) std::cout << row << "\n";
  std::cout.flush();
}

HEADLIGHT_TEST(TestReferenceModels)
#include "test_reference_models.moc"
