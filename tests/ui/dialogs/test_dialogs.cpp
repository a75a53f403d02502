#include <qcustomplot.h>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/child.h"
#include "tests/support/made_maps.h"
#include "tests/support/suite.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/figure_preview.h"
#include "ui/dialogs/model_sheet.h"
#include "ui/figures/heatmap_figure.h"

using namespace headlight;
using headlight::test::child;

namespace {

/// Fills its area with one colour for each theme and notes how it was made.
class PlainFigure final : public Figure {
 public:
  explicit PlainFigure(const FigureStyle& style) : m_style(style) {}
  void paint(QCPPainter& painter, const QRectF& area) const override {
    painter.fillRect(area, m_style.dark() ? Qt::blue : Qt::yellow);
    if (m_style.title) painter.fillRect(QRectF(area.topLeft(), QSizeF(area.width(), area.height() / 4)), Qt::red);
  }
  QSizeF preferredSize() const override { return {400, 300}; }
  QString title() const override { return "plain"; }
  QString altText() const override { return "A plain figure."; }
  QStringList families() const override { return {}; }

 private:
  FigureStyle m_style;
};

std::vector<Exportable> plainChoices() {
  const auto make = [](const FigureStyle& style, bool) { return std::make_unique<PlainFigure>(style); };
  return {{"One", FigureStyle(), make, {}}, {"Two", FigureStyle(), make, {}}};
}

}  // namespace

class TestDialogs : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() {
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName("headlight-test");
    QCoreApplication::setApplicationName("test_dialogs");
  }
  void init() { QSettings().clear(); }

  void writesWhatThePreviewShows() {
    const QTemporaryDir folder;
    auto* dialog = new ExportDialog(plainChoices(), 1);
    dialog->show();
    QCOMPARE(child<QComboBox>(*dialog, "exportWhat").currentText(), QString("Two"));
    child<QSpinBox>(*dialog, "exportWidth").setValue(400);
    child<QSpinBox>(*dialog, "exportHeight").setValue(200);
    child<QComboBox>(*dialog, "exportTheme").setCurrentIndex(1);
    child<QCheckBox>(*dialog, "exportTitle").setChecked(false);
    FigurePreview& preview = child<FigurePreview>(*dialog, "figurePreview");
    const auto middle = [&] {
      const QImage shown = preview.grab().toImage();
      return shown.pixelColor(shown.rect().center());
    };
    QTRY_COMPARE(middle(), QColor(Qt::blue));
    const QString path = folder.filePath("figure.png");
    child<QLineEdit>(*dialog, "exportPath").setText(path);
    child<QPushButton>(*dialog, "exportNow").click();
    const QImage written(path);
    QCOMPARE(written.size(), QSize(400, 200));
    QCOMPARE(written.pixelColor(200, 10), QColor(Qt::blue));
  }

  void remembersTheLastChoice() {
    const QTemporaryDir folder;
    auto* dialog = new ExportDialog(plainChoices(), 0);
    child<QComboBox>(*dialog, "exportFormat").setCurrentIndex(1);
    child<QSpinBox>(*dialog, "exportWidth").setValue(640);
    child<QComboBox>(*dialog, "exportTheme").setCurrentIndex(1);
    child<QLineEdit>(*dialog, "exportPath").setText(folder.filePath("figure.svg"));
    child<QPushButton>(*dialog, "exportNow").click();
    ExportDialog again(plainChoices(), 0);
    again.setAttribute(Qt::WA_DeleteOnClose, false);
    QCOMPARE(again.settings().kind, FileKind::Svg);
    QCOMPARE(again.settings().size.width(), 640);
    QCOMPARE(again.settings().theme, Theme::Dark);
    QCOMPARE(QFileInfo(child<QLineEdit>(again, "exportPath").text()).absolutePath(), folder.path());
  }

  void presetsSetSizeAndDensity() {
    ExportDialog dialog(plainChoices(), 0);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QComboBox& preset = child<QComboBox>(dialog, "exportPreset");
    preset.setCurrentIndex(3);
    emit preset.activated(3);
    QCOMPARE(dialog.settings().dpi, 600.0);
    QCOMPARE(preset.currentIndex(), 3);
    child<QSpinBox>(dialog, "exportWidth").setValue(777);
    QCOMPARE(preset.currentIndex(), preset.count() - 1);
  }

  void theSuffixFollowsTheFormat() {
    ExportDialog dialog(plainChoices(), 0);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    child<QLineEdit>(dialog, "exportPath").setText("/tmp/some.name.png");
    child<QComboBox>(dialog, "exportFormat").setCurrentIndex(2);
    QCOMPARE(child<QLineEdit>(dialog, "exportPath").text(), QString("/tmp/some.name.pdf"));
  }

  void aFileThatCannotBeWrittenIsSaidInline() {
    ExportDialog dialog(plainChoices(), 0);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    child<QLineEdit>(dialog, "exportPath").setText("/nowhere/at/all/figure.png");
    child<QPushButton>(dialog, "exportNow").click();
    QLabel& problem = child<QLabel>(dialog, "exportProblem");
    QVERIFY(problem.isVisible());
    QVERIFY(problem.text().contains("/nowhere/at/all/figure.png"));
    QVERIFY(dialog.isVisible());
  }

  void theLegendsPlaceIsChosenAndRemembered() {
    {
      ExportDialog dialog(plainChoices(), 0);
      dialog.setAttribute(Qt::WA_DeleteOnClose, false);
      QCOMPARE(dialog.settings().legend, LegendPlace::Fitting);
      child<QComboBox>(dialog, "exportLegend").setCurrentIndex(static_cast<int>(LegendPlace::Below));
      QCOMPARE(dialog.settings().legend, LegendPlace::Below);
      saveExportSettings(dialog.settings());
    }
    QCOMPARE(loadExportSettings().legend, LegendPlace::Below);
  }

  void calloutsAreSetFromTheKeyboard() {
    const auto maps = test::randomMaps(1, 1, test::makeTokens({"one", " two", " three", " four"}), true);
    const auto make = [maps](const FigureStyle& style, bool) {
      auto figure = std::make_unique<HeatmapFigure>();
      AttentionContext context;
      context.visibility.assign(1, Visibility{true});
      figure->setMaps(maps, context);
      figure->setStyle(style);
      return figure;
    };
    ExportDialog dialog({{"One", FigureStyle(), make, {}}}, 0);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    FigurePreview& preview = child<FigurePreview>(dialog, "figurePreview");
    QTest::keyClick(&preview, Qt::Key_Return);  // Nothing is framed yet.
    QVERIFY(dialog.settings().callouts.empty());
    for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Down, Qt::Key_Down, Qt::Key_Right}) QTest::keyClick(&preview, key);
    QVERIFY2(preview.accessibleDescription().startsWith("“three” attends to “two”: "),
             qPrintable(preview.accessibleDescription()));
    QTest::keyClick(&preview, Qt::Key_Return);
    QVERIFY(dialog.isVisible());
    QCOMPARE(dialog.settings().callouts.size(), std::size_t{1});
    QCOMPARE(dialog.settings().callouts[0].query, Index{2});
    QCOMPARE(dialog.settings().callouts[0].key, Index{1});
    QVERIFY(dialog.findChild<QLineEdit*>("callout0"));
  }

  void theModelSheetSaysWhatIsThere() {
    ModelInfo info;
    info.name = "tiny";
    info.family = "llama";
    info.architecture = "LlamaForCausalLM";
    info.head = HeadKind::CausalLm;
    info.layers = 4;
    info.heads = 8;
    info.kvHeads = 2;
    info.dHead = 24;
    info.width = 192;
    info.maxPositions = 128;
    info.positions = "rotary";
    info.parameters = 2555000;
    info.numberFormat = "F16";
    info.remarks = {"Four query heads share a key head."};
    const auto rows = modelSheetRows(info, "4096 tokens");
    const auto value = [&](const QString& name) {
      for (const auto& row : rows)
        if (row.first == name) return row.second;
      return QString();
    };
    QCOMPARE(value("Heads"), QString("8"));
    QCOMPARE(value("Key/value heads"), QString("2"));
    QCOMPARE(value("Positions"), QString("rotary"));
    QVERIFY(value("Context").startsWith("128 tokens"));
    QCOMPARE(value("Tokenizer"), QString("4096 tokens"));
    QCOMPARE(value("Predicts"), QString("next token"));
    ModelSheet sheet(info, "4096 tokens");
    sheet.setAttribute(Qt::WA_DeleteOnClose, false);
    QCOMPARE(child<QLabel>(sheet, "remark").text(), QString("Four query heads share a key head."));
  }
};

HEADLIGHT_TEST(TestDialogs)
#include "test_dialogs.moc"
