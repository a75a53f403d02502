#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>

#include "tests/support/child.h"
#include "tests/support/suite.h"
#include "ui/charts/corpus/corpus_window.h"
#include "ui/charts/find/drawing_grid.h"
#include "ui/charts/find/find_window.h"
#include "ui/state/samples.h"
#include "ui/views/figure_canvas.h"
#include "ui/window/main_window.h"
#include "ui/windows/windows.h"

using namespace headlight;
using headlight::test::child;

/// Heads found by cells that are drawn.
class TestFindWindow : public QObject {
  Q_OBJECT

 private slots:
  void drawsFindsAndAsksManyTexts() {
    MainWindow window(coreEngine());
    window.show();
    window.openState(openingState());
    QTRY_VERIFY_WITH_TIMEOUT(window.workspace().result() != nullptr, 20000);
    auto* find = qobject_cast<FindWindow*>(window.windows().open("findHeads"));
    QVERIFY(find && !find->found());
    DrawingGrid& grid = find->grid();
    QVERIFY(!child<QPushButton>(find, "findHeadsOver").isEnabled());

    // The future cannot be drawn; the keys draw and erase.
    grid.setDrawn({1, 2}, true);
    QCOMPARE(grid.count(), Index{0});
    grid.setFocus();
    QTest::keyClick(&grid, Qt::Key_Down);
    QTest::keyClick(&grid, Qt::Key_Down);
    QTest::keyClick(&grid, Qt::Key_Right);
    QTest::keyClick(&grid, Qt::Key_Space);
    QCOMPARE(grid.keys()[2], std::vector<Index>{1});
    for (const Index query : {3, 4, 5, 6}) grid.setDrawn({query, query - 1}, true);
    QTRY_VERIFY_WITH_TIMEOUT(find->found() && find->found()->cells == 5, 20000);

    const CellScores& scores = find->found()->scores;
    const HeadId best = scores.heads[scores.order.front()];
    QVERIFY(scores.scores[scores.order.front()].score > scores.scores[scores.order.front()].chance);
    auto& canvas = child<FigureCanvas>(find, "findHeadsChart");
    const auto spots = canvas.figure()->spots({560, 2000});
    QCOMPARE(spots.size(), scores.heads.size());
    QCOMPARE(*spots.front().head, best);
    emit canvas.clicked(spots.front());
    QCOMPARE(window.workspace().selection()->head(), best);
    QCOMPARE(grid.count(), Index{5});  // What is drawn outlives another head.

    // What was drawn is the previous token, and is asked of many texts.
    auto& pattern = child<QComboBox>(find, "findHeadsPattern");
    QCOMPARE(pattern.itemData(0).toString(), QStringLiteral("previous"));
    QCOMPARE(pattern.itemData(pattern.count() - 1).toString(), QStringLiteral("cells:2>1,3>2,4>3,5>4,6>5"));
    child<QPushButton>(find, "findHeadsOver").click();
    auto* corpus = qobject_cast<CorpusWindow*>(window.windows().find("corpus"));
    QVERIFY(corpus);
    QCOMPARE(child<QComboBox>(corpus, "corpusPattern").currentText(), QStringLiteral("previous"));

    child<QPushButton>(find, "findHeadsClear").click();
    QCOMPARE(grid.count(), Index{0});
    QVERIFY(!find->found() && !canvas.figure());
  }
};

HEADLIGHT_TEST(TestFindWindow)
#include "test_find_window.moc"
