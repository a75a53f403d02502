#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include "core/corpus/stats_file.h"
#include "tests/support/file_content.h"
#include "tests/support/suite.h"

using namespace headlight;
using namespace headlight::test;

/// `headlight corpus` as a program that somebody kills.
class TestCorpusProgram : public QObject {
  Q_OBJECT
  QTemporaryDir m_folder;

  QString at(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
  QStringList words(const QString& output) const {
    return {"corpus", "--texts", QStringLiteral(HEADLIGHT_SOURCE_DIR "/resources/samples/sentences.txt"), "--limit", "300",
            "--pattern", "first-of-sentence", "--checkpoint", "0", "-o", output};
  }

 private slots:
  /// Killed with SIGKILL at several places and resumed, it leaves the file that an undisturbed run leaves, bit for bit.
  void killedAndResumed() {
    QProcess whole;
    whole.start(HEADLIGHT_PROGRAM, words(at("whole.headstats")));
    QVERIFY(whole.waitForFinished(250'000));
    QCOMPARE(whole.exitCode(), 0);

    const QString output = at("killed.headstats"), partial = output + ".partial";
    std::int64_t before = 0;
    int kills = 0;
    for (; kills < 3 && !QFile::exists(output); ++kills) {
      QProcess run;
      run.start(HEADLIGHT_PROGRAM, words(output) << "--resume" << "--threads" << "1");
      QVERIFY(run.waitForStarted());
      // Until more is done than before; then in the middle of something.
      const auto goesOn = [&] {
        if (run.state() == QProcess::NotRunning) return true;
        if (!QFile::exists(partial)) return false;
        const std::int64_t next = readStats(partial.toStdString()).next.value_or(0);
        return next > before + 20;
      };
      QTRY_VERIFY_WITH_TIMEOUT(goesOn(), 120'000);
      run.kill();
      QVERIFY(run.waitForFinished());
      if (QFile::exists(output)) break;
      const CorpusStats kept = readStats(partial.toStdString());
      QVERIFY(kept.next && *kept.next > before && kept.texts + kept.skipped == *kept.next);
      before = *kept.next;
    }
    QVERIFY2(kills >= 2, "the run ended before it was killed twice");
    QProcess last;
    last.start(HEADLIGHT_PROGRAM, words(output) << "--resume");
    QVERIFY(last.waitForFinished(250'000));
    QCOMPARE(last.exitCode(), 0);
    QVERIFY(!QFile::exists(partial));
    QVERIFY(contentOf(output.toStdString()) == contentOf(at("whole.headstats").toStdString()));

    // Whole already: nothing is done again.
    last.start(HEADLIGHT_PROGRAM, words(output) << "--resume");
    QVERIFY(last.waitForFinished(60'000));
    QVERIFY(last.readAllStandardError().contains("nothing is left to do"));
    // Another run does not go on with it.
    last.start(HEADLIGHT_PROGRAM, words(output) << "--resume" << "--max-tokens" << "9");
    QVERIFY(last.waitForFinished(60'000));
    QCOMPARE(last.exitCode(), 1);
    QVERIFY(last.readAllStandardError().contains("--max-tokens"));
  }
};

HEADLIGHT_TEST(TestCorpusProgram)
#include "test_corpus_program.moc"
