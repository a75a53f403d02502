#include <qcustomplot.h>

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QTest>
#include <cmath>

#include "core/model/model_locations.h"
#include "core/model/predictions.h"
#include "tests/support/child.h"
#include "tests/support/suite.h"
#include "ui/charts/lens/lens_figure.h"
#include "ui/charts/lens/lens_window.h"
#include "ui/state/samples.h"
#include "ui/views/figure_canvas.h"
#include "ui/widgets/theme.h"
#include "ui/window/main_window.h"
#include "ui/windows/windows.h"

using namespace headlight;
using headlight::test::child;

namespace {

constexpr const char* kSawyer = "Tom Sawyer whistled. Nobody answered Tom";

std::shared_ptr<const LensReport> reportOf(const char* text) {
  const Source model = coreEngine().open(findModel("gpt"), {});
  const Reading reading = read(model, Input{TextInput{std::string(text), std::nullopt}});
  return std::make_shared<const LensReport>(
      tellLens(model, *reading.firstDraw, reading.firstDraw->logits.rows() - 1, {}));
}

}  // namespace

class TestLens : public QObject {
  Q_OBJECT

 private slots:
  void everyPartHasItsPlace() {
    const auto report = reportOf(kSawyer);
    for (const QSizeF size : {QSizeF(520, 400), QSizeF(900, 600), QSizeF(1280, 800), QSizeF(700, 1000)}) {
      const LensFigure figure(report);
      const LensLayout layout = figure.layout(size);
      const QRectF page(QPointF(), size);
      QVERIFY(page.contains(layout.grid));
      QVERIFY(page.contains(layout.legend.bar));
      QVERIFY(!layout.bars.empty());
      for (const LensLayout::Bar& bar : layout.bars) {
        QVERIFY(page.contains(bar.name.box.united(bar.value.box)));
        QVERIFY(bar.whole.top() > layout.grid.bottom());
      }
      // Layers are rows, as in every picture of all heads.
      const QRectF first = layout.heads.mapRect({0, 0}), below = layout.heads.mapRect({1, 0}),
                   beside = layout.heads.mapRect({0, 1});
      QCOMPARE(first.left(), below.left());
      QVERIFY(below.top() > first.top());
      QCOMPARE(first.top(), beside.top());
      QVERIFY(page.contains(first.translated(layout.headsAt)));
      for (const FigureSpot& spot : figure.spots(size)) QVERIFY(page.adjusted(-1, -1, 1, 1).contains(spot.rect));
    }
  }

  void spotsTellTheExactNumbers() {
    const auto report = reportOf(kSawyer);
    const LensFigure figure(report);
    const auto spots = figure.spots({1280, 800});
    const auto rows = static_cast<std::size_t>(report->grid.rows);
    QVERIFY(spots.size() >= rows * static_cast<std::size_t>(report->grid.depths) + report->heads.size());
    const FigureSpot& cell = spots[rows + 2];
    QCOMPARE(cell.query, Index{2});
    QCOMPARE(cell.id, Index{1});
    QVERIFY(cell.text.contains(percentText(report->grid.at(1, 2).probability, 2)));
    QVERIFY(spots.back().head.has_value());
  }

  void withoutTextNothingOfItIsLeft() {
    const auto bare = withoutText(reportOf(kSawyer));
    const LensFigure figure(bare);
    QString all = figure.altText() + figure.title();
    for (const FigureSpot& spot : figure.spots({1280, 800})) all += spot.text;
    for (const char* word : {"Tom", "Sawyer", "whistled", "Nobody", "answered"})
      QVERIFY2(!all.contains(QLatin1String(word)), word);
  }

  void aClickAndTheArrowsChoose() {
    MainWindow window(coreEngine());
    window.show();
    WorkspaceState state = openingState();
    state.text = kSawyer;
    window.openState(state);
    QTRY_VERIFY_WITH_TIMEOUT(window.workspace().result() != nullptr, 20000);
    auto* lens = qobject_cast<LensWindow*>(window.windows().open("lens"));
    QVERIFY(lens);
    QTRY_VERIFY_WITH_TIMEOUT(lens->report() != nullptr, 20000);
    const LensReport first = *lens->report();
    QCOMPARE(first.depth, first.grid.depths - 1);
    // The last row is what the window's own predictions say.
    QCOMPARE(first.candidates.back().front().text,
             window.workspace().result()->predictions.front().answers.front().label);
    auto& canvas = child<FigureCanvas>(lens, "lensChart");
    QTRY_VERIFY(canvas.isVisible());
    const LensFigure figure(lens->report(), screenStyle());
    const QRectF cell = figure.layout(QSizeF(canvas.size())).cellRect(1, 2);
    QTest::mouseClick(&canvas, Qt::LeftButton, {}, cell.center().toPoint());
    QTRY_COMPARE_WITH_TIMEOUT(lens->report()->token, Index{2}, 20000);
    QCOMPARE(lens->report()->depth, 1);
    QCOMPARE(window.workspace().selection()->token(), std::optional<Index>(2));
    QTRY_VERIFY(canvas.current().has_value());
    QCOMPARE(canvas.current()->query, Index{2});
    // Another layer of the same token needs no run, and what each head adds stays.
    QTest::keyClick(&canvas, Qt::Key_Down);
    QTRY_COMPARE(lens->report()->depth, 2);
    QCOMPARE(lens->report()->token, Index{2});
    QTest::keyClick(&canvas, Qt::Key_Right);
    QTRY_COMPARE_WITH_TIMEOUT(lens->report()->token, Index{3}, 20000);
    QCOMPARE(lens->report()->depth, 2);
    // A typed word has its own attribution.
    auto& word = child<QComboBox>(lens, "lensWord");
    word.setEditText(QStringLiteral("the"));
    emit word.activated(-1);
    QTRY_COMPARE_WITH_TIMEOUT(lens->report()->word, QStringLiteral("the"), 20000);
    const Source& model = *window.workspace().model();
    const auto expected = attributeLogit(*model.model, *window.workspace().result()->trace, 3, lens->report()->id);
    std::vector<double> heads;
    for (const LogitPart& part : expected.parts)
      if (part.kind == LogitPart::Kind::Head) heads.push_back(part.value);
    QCOMPARE(heads.size(), lens->report()->heads.size());
    for (std::size_t i = 0; i < heads.size(); ++i) QCOMPARE(lens->report()->heads[i].value, heads[i]);
    // What is no token is said, and the picture stays.
    word.setEditText(QStringLiteral("notatokenatall"));
    emit word.activated(-1);
    QTRY_VERIFY(child<QLabel>(lens, "lensSays").isVisible());
    QCOMPARE(lens->report()->word, QStringLiteral("the"));
  }

  void aModelWithoutSuchAnAnswerSaysWhy() {
    MainWindow window(coreEngine());
    window.show();
    WorkspaceState state = openingState();
    state.model = findModel("bert");
    state.text = "The cat sat on the [MASK].";
    window.openState(state);
    QTRY_VERIFY_WITH_TIMEOUT(window.workspace().result() != nullptr, 20000);
    auto* lens = qobject_cast<LensWindow*>(window.windows().open("lens"));
    QTRY_VERIFY_WITH_TIMEOUT(lens->report() != nullptr, 20000);
    // The mask is what it begins with; direct attribution is of causal models.
    QVERIFY(lens->report()->masked);
    QCOMPARE(lens->report()->tokens[static_cast<std::size_t>(lens->report()->token)].text, std::string("[MASK]"));
    QVERIFY(lens->report()->heads.empty());
    QVERIFY(lens->report()->why.contains(QStringLiteral("expected a causal model")));
  }
};

HEADLIGHT_TEST(TestLens)
#include "test_lens.moc"
