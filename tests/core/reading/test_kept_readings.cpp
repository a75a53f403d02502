#include <QTemporaryDir>
#include <QtTest>
#include <filesystem>
#include <fstream>

#include "core/base/error.h"
#include "core/base/resource_folder.h"
#include "core/intervention/grammar.h"
#include "core/reading/kept_readings.h"
#include "tests/support/suite.h"

using namespace headlight;
namespace fs = std::filesystem;

namespace {

Input textOf(const char* text) { return {TextInput{std::string(text), std::nullopt}}; }

}  // namespace

/// What is asked again is not computed again, and what is another is.
class TestKeptReadings : public QObject {
  Q_OBJECT
  QTemporaryDir m_folder;
  fs::path m_model;

 private slots:
  void init() {
    m_model = fs::path(m_folder.filePath("model").toStdString());
    fs::remove_all(m_model);
    fs::copy(resourceFolder() / "models" / "gpt", m_model, fs::copy_options::recursive);
  }

  void nothingIsKeptByItself() {
    const Source one = openModelSource(m_model), other = openModelSource(m_model);
    QVERIFY(one.model != other.model);
    QVERIFY(read(one, textOf("a")).trace != read(one, textOf("a")).trace);
  }

  void theSameIsOpenedAndReadOnce() {
    const KeptReadings kept;
    const Source model = openModelSource(m_model);
    QVERIFY(openModelSource(m_model).model == model.model);
    const auto trace = read(model, textOf("a")).trace;
    QVERIFY(read(model, textOf("a")).trace == trace);
    QVERIFY(read(openModelSource(m_model), textOf("a"), {.logits = false}).trace == trace);
  }

  void anotherQuestionIsAnotherReading() {
    const KeptReadings kept;
    const Source model = openModelSource(m_model);
    const auto trace = read(model, textOf("a")).trace;
    QVERIFY(read(model, textOf("b")).trace != trace);
    QVERIFY(read(model, {TextInput{std::string("a"), std::string("b")}}).trace != trace);
    const Reading changed = read(model, textOf("a"), {.interventions = parseInterventions("ablate 1.3")});
    QVERIFY(changed.trace != trace);
    QCOMPARE(changed.interventions.size(), std::size_t(1));
    Input written = textOf("a");
    written.writing = Writing{};
    written.writing->tokens = 2;
    const Reading further = read(model, written);
    QVERIFY(further.generation);
    QVERIFY(!read(model, textOf("a")).generation);
  }

  void logitsThatWereNotMadeAreMade() {
    const KeptReadings kept;
    const Source model = openModelSource(m_model);
    QCOMPARE(read(model, textOf("a"), {.logits = false}).trace->logits.size(), Index(0));
    QVERIFY(read(model, textOf("a")).trace->logits.size() > 0);
  }

  void aModelWhoseFilesChangedIsOpenedAnew() {
    const KeptReadings kept;
    const Source before = openModelSource(m_model);
    read(before, textOf("a"));
    std::ofstream(m_model / "note.txt") << "new";
    const Source after = openModelSource(m_model);
    QVERIFY(after.model != before.model);
    QVERIFY(openModelSource(m_model).model == after.model);
    fs::last_write_time(m_model / "config.json", fs::file_time_type::clock::now() + std::chrono::hours(1));
    QVERIFY(openModelSource(m_model).model != after.model);
  }

  void onlyTheLastReadingsAreKept() {
    const KeptReadings kept;
    const Source model = openModelSource(m_model);
    const std::weak_ptr<const Trace> first = read(model, textOf("1")).trace;
    for (const char* text : {"2", "3", "4"}) read(model, textOf(text));
    QVERIFY(!first.expired());
    read(model, textOf("5"));
    QVERIFY(first.expired());
  }

  void thereIsOneAtATime() {
    const KeptReadings kept;
    QVERIFY_THROWS_EXCEPTION(Error, KeptReadings());
  }
};

HEADLIGHT_TEST(TestKeptReadings)
#include "test_kept_readings.moc"
