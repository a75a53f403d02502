#include <qcustomplot.h>

#include <QLabel>
#include <QTableWidget>
#include <QTest>

#include "tests/support/child.h"
#include "tests/support/suite.h"
#include "ui/charts/differences/differences_figure.h"
#include "ui/charts/differences/differences_window.h"
#include "ui/state/samples.h"
#include "ui/views/figure_canvas.h"
#include "ui/widgets/theme.h"
#include "ui/window/main_window.h"
#include "ui/windows/windows.h"

using namespace headlight;
using headlight::test::child;

namespace {

std::filesystem::path gguf(const std::string& name) {
  return std::filesystem::path(HEADLIGHT_SOURCE_DIR) / "tests/data/gguf/models" / name / (name + ".gguf");
}

std::shared_ptr<const DifferencesReport> madeReport() {
  DifferencesReport report;
  report.one = "fine";
  report.other = "coarse";
  report.finer = "fine";
  report.text = "Tom Sawyer";
  report.answers = 30;
  for (int i = 0; i < 40; ++i) {
    report.heads.push_back({{i / 8, i % 8}, 0.4 - i * 0.01, 0.5 - i * 0.01, 0.9});
    report.tensors.push_back({"model.layers." + std::to_string(i) + ".self_attn.q_proj.weight", "q", {4, 4}, "F16",
                              "Q4_0", 0.08 - i * 0.001, 0.1});
  }
  for (Index i = 0; i < 12; ++i)
    report.changed.push_back({i, QStringLiteral("Tom"), QStringLiteral("Sawyer"), QStringLiteral("Huck"), 0.3, 0.4,
                              0.2 - 0.01 * static_cast<double>(i)});
  return std::make_shared<const DifferencesReport>(std::move(report));
}

}  // namespace

/// What two models differ in.
class TestDifferences : public QObject {
  Q_OBJECT

 private slots:
  void everyPartHasItsPlace() {
    const DifferencesFigure figure(madeReport());
    for (const QSizeF size : {QSizeF(460, 700), QSizeF(800, 400), QSizeF(1120, 480), QSizeF(1600, 900)}) {
      const DifferencesLayout layout = figure.layout(size);
      const QRectF page(QPointF(), size);
      for (const DifferencesLayout::List* list : {&layout.heads, &layout.answers, &layout.tensors}) {
        QVERIFY(page.contains(list->title.box));
        QVERIFY(!list->rows.empty());
        double last = list->title.box.bottom();
        for (const DifferencesLayout::Row& row : list->rows) {
          QVERIFY(page.contains(row.whole));
          QVERIFY(row.whole.top() >= last - 1);
          last = row.whole.bottom();
          QVERIFY(row.bar.left() >= row.name.box.right() && row.bar.right() <= row.value.box.left());
          QVERIFY(row.share > 0 && row.share <= 1);
        }
      }
      QCOMPARE(layout.heads.rows.front().share, 1.0);
      QVERIFY(!layout.heads.words.empty());  // There are more than fit.
      QCOMPARE(figure.spots(size).size(),
               layout.heads.rows.size() + layout.answers.rows.size() + layout.tensors.rows.size());
    }
    // Beside each other where there is room, else one below the other.
    QCOMPARE(figure.layout({1120, 480}).heads.title.box.top(), figure.layout({1120, 480}).tensors.title.box.top());
    QVERIFY(figure.layout({460, 700}).tensors.title.box.top() > figure.layout({460, 700}).heads.title.box.bottom());
  }

  void withoutTextNothingOfItIsLeft() {
    const DifferencesFigure figure(withoutText(madeReport()));
    QString all = figure.altText() + figure.title();
    for (const FigureSpot& spot : figure.spots({1600, 900})) all += spot.text;
    for (const char* word : {"Tom", "Sawyer", "Huck"}) QVERIFY2(!all.contains(QLatin1String(word)), word);
  }

  void twoQuantisationsOfTheOpenText() {
    MainWindow window(coreEngine());
    window.show();
    WorkspaceState state = openingState();
    state.model = gguf("llama-q80");
    state.text = "the cat sat on the mat and the cat slept";
    window.openState(state);
    QTRY_VERIFY_WITH_TIMEOUT(window.workspace().result() != nullptr, 20000);
    auto* shown = qobject_cast<DifferencesWindow*>(window.windows().open("differences"));
    QVERIFY(shown);
    QTRY_VERIFY(child<QLabel>(shown, "differencesSays").isVisible());
    QVERIFY(child<QLabel>(shown, "differencesSays").text().contains("Compare with another model"));
    window.workspace().openOtherModel(gguf("llama-q40"));
    QTRY_VERIFY_WITH_TIMEOUT(shown->report() != nullptr, 20000);
    QVERIFY(!child<QLabel>(shown, "differencesSays").isVisible());
    const DifferencesReport& report = *shown->report();
    QCOMPARE(report.one, QString("llama-q80"));
    QCOMPARE(report.other, QString("llama-q40"));
    QCOMPARE(report.finer, report.one);
    QCOMPARE(report.heads.size(), std::size_t(8));
    QVERIFY(report.heads.front().divergence > 0);
    QCOMPARE(report.answers, static_cast<std::size_t>(window.workspace().result()->maps->queries()));
    auto& table = child<QTableWidget>(shown, "differencesTensors");
    QCOMPARE(table.rowCount(), 21);
    QVERIFY(table.item(0, 4)->data(Qt::DisplayRole).toDouble() > 0.08);
    // A double click on a head selects it.
    auto& canvas = child<FigureCanvas>(shown, "differencesChart");
    QTRY_VERIFY(canvas.isVisible());
    const DifferencesFigure figure(shown->report(), screenStyle());
    const FigureSpot head = figure.spots(QSizeF(canvas.size())).front();
    QTest::mouseDClick(&canvas, Qt::LeftButton, {}, head.rect.center().toPoint());
    QTRY_COMPARE(window.workspace().selection()->head(), report.heads.front().head);
    // A model of another shape is refused by name.
    window.workspace().openOtherModel(gguf("gpt2-q40"));
    QTRY_VERIFY_WITH_TIMEOUT(child<QLabel>(shown, "differencesSays").text().contains("model 'gpt2-q40': expected"),
                             20000);
    QVERIFY(!shown->report());
  }
};

HEADLIGHT_TEST(TestDifferences)
#include "test_differences.moc"
