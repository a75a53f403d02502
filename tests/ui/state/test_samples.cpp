#include <QTemporaryDir>
#include <QTest>
#include <fstream>

#include "core/base/error.h"
#include "core/model/model_locations.h"
#include "tests/support/suite.h"
#include "ui/state/samples.h"

using namespace headlight;

namespace {

std::filesystem::path write(const QTemporaryDir& folder, const std::string& text) {
  const std::filesystem::path file = folder.filePath("samples.json").toStdString();
  std::ofstream(file) << text;
  return file;
}

}  // namespace

class TestSamples : public QObject {
  Q_OBJECT
 private slots:
  void readsAllFields() {
    const QTemporaryDir folder;
    const auto samples = readSamples(
        write(folder,
              R"([{"title": "A", "shows": "B", "text": "C", "pair": "D", "model": "bert", "layer": 2, "head": 5},
            {"title": "E", "text": "F", "model": "gpt", "layer": 0, "head": 1, "attention": "cross"}])"));
    QCOMPARE(samples.size(), std::size_t(2));
    QVERIFY(!samples[0].cross && samples[1].cross);
    QCOMPARE(samples[0].title, std::string("A"));
    QCOMPARE(samples[0].shows, std::string("B"));
    QCOMPARE(samples[0].text, std::string("C"));
    QCOMPARE(samples[0].pair, std::optional<std::string>("D"));
    QVERIFY(samples[0].head == (HeadId{2, 5}));
    QVERIFY(!samples[1].pair);
  }

  void namesTheFileAndTheEntryThatIsWrong() {
    const QTemporaryDir folder;
    const auto file =
        write(folder, R"([{"title": "A", "text": "C", "model": "gpt", "layer": 0, "head": 1}, {"title": 3}])");
    try {
      readSamples(file);
      QFAIL("expected an Error");
    } catch (const Error& error) {
      QVERIFY(QString(error.what()).contains("samples.json: sample 1"));
    }
    QVERIFY_THROWS_EXCEPTION(Error, readSamples(write(folder, "[")));
    QVERIFY_THROWS_EXCEPTION(
        Error,
        readSamples(write(
            folder, R"([{"title": "A", "text": "C", "model": "gpt", "layer": 0, "head": 1, "attention": "x"}])")));
    QVERIFY_THROWS_EXCEPTION(Error, readSamples(folder.filePath("none.json").toStdString()));
  }

  void theBuiltInOnesNameModelsThatAreThere() {
    const auto samples = builtInSamples();
    QVERIFY(samples.size() >= 4);
    for (const Sample& sample : samples) {
      QVERIFY(!sample.title.empty() && !sample.text.empty() && !sample.shows.empty());
      const WorkspaceState state = stateOf(sample, openingPanels());
      QVERIFY(std::filesystem::exists(state.model / "config.json"));
    }
    const WorkspaceState opening = openingState();
    QCOMPARE(opening.model, builtInModels().front().folder);
    QCOMPARE(opening.panels.size(), std::size_t(2));
    QVERIFY(opening.panels[0].kind != opening.panels[1].kind);
  }
};

HEADLIGHT_TEST(TestSamples)
#include "test_samples.moc"
