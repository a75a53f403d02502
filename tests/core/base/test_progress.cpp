#include <QtTest>
#include <cmath>
#include <string>

#include "core/base/progress.h"
#include "core/base/shared_value.h"
#include "tests/support/suite.h"

using namespace headlight;

class TestProgress : public QObject {
  Q_OBJECT

 private slots:
  void slicesOfSlicesAreParts() {
    double part = -1;
    std::string what;
    const Progress progress([&](double now, std::string_view name) {
      part = now;
      what = name;
      return true;
    });
    progress(0.25, "layers");
    QCOMPARE(part, 0.25);
    QCOMPARE(what, std::string("layers"));
    const Progress second = progress.slice(0.5, 1).slice(0.2, 0.6);
    second(0);
    QVERIFY(std::abs(part - 0.6) < 1e-12);
    second(1);
    QVERIFY(std::abs(part - 0.8) < 1e-12);
    second(0.5);
    QVERIFY(std::abs(part - 0.7) < 1e-12);
    progress(1);
    QCOMPARE(part, 1.0);
  }

  void aCallerStopsTheWork() {
    const Progress progress([](double part, std::string_view) { return part < 0.5; });
    progress(0.4);
    QVERIFY_THROWS_EXCEPTION(Cancelled, progress(0.5));
    QVERIFY_THROWS_EXCEPTION(Cancelled, progress.slice(0, 0.5)(1));
    progress.slice(0, 0.5)(0.9);
    Progress()(1);
    Progress().slice(0, 1)(1);
  }

  /// A copy of a shared value is the same place in memory, and equal values in two places are equal.
  void copiesShareTheirValue() {
    using Text = Shared<std::string>;
    const Text none, text(std::string("a")), copy = text, other(std::string("a"));
    QVERIFY(&*copy == &*text && &*other != &*text);
    QVERIFY(copy == text && other == text && !(none == text) && none == std::string());
    QCOMPARE(none->size(), std::size_t(0));
    Text changed = text;
    changed = Text(std::string("b"));
    QCOMPARE(*text, std::string("a"));
    QCOMPARE(*changed, std::string("b"));
  }
};

HEADLIGHT_TEST(TestProgress)
#include "test_progress.moc"
