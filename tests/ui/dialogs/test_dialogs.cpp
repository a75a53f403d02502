#include <qcustomplot.h>
#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QScopeGuard>
#include <QSettings>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <QPointer>
#include <QCheckBox>
#include <QUrl>
#include <QVBoxLayout>
#include <atomic>

#include "tests/support/child.h"
#include "tests/support/made_maps.h"
#include "tests/support/rule_maps.h"
#include "tests/support/suite.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/figure_preview.h"
#include "ui/dialogs/model_sheet.h"
#include "ui/dialogs/written_note.h"
#include "ui/export/exporter.h"
#include "ui/export/file_name.h"
#include "ui/figures/heatmap/heatmap_figure.h"
#include "ui/state/settings.h"
#include "ui/window_manners.h"

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
  QStringList m_opened;

 public slots:
  void open(const QUrl& url) { m_opened << url.toLocalFile(); }

 private slots:
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

  /// Return exports, whatever has the keyboard, also after a file that could not be written.
  void returnExports_data() {
    QTest::addColumn<QString>("field");
    for (const char* field :
         {"exportNow", "exportWhat", "exportFormat", "exportPreset", "exportWidth", "exportDpi", "exportTheme",
          "exportPoints", "exportTitle", "exportOwnTitle", "exportOwnCaption", "exportTransparent", "exportPath"})
      QTest::newRow(field) << field;
  }
  void returnExports() {
    QFETCH(QString, field);
    const QTemporaryDir folder;
    const WindowManners manners(*qApp);
    QPointer<ExportDialog> dialog = new ExportDialog(plainChoices(), 0);
    dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QSignalSpy exported(dialog, &ExportDialog::exported);
    auto& widget = child<QWidget>(*dialog, field.toLatin1().constData());
    auto& path = child<QLineEdit>(*dialog, "exportPath");
    path.setText(folder.filePath("none/figure.png"));
    widget.setFocus();
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
    QVERIFY(dialog && dialog->isVisible() && child<QLabel>(*dialog, "exportProblem").isVisible());
    path.setText(folder.filePath("figure.png"));
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return);
    QCOMPARE(exported.size(), 1);
    QVERIFY(QFile::exists(folder.filePath("figure.png")));
  }

  /// Numbers of a large map are computed elsewhere, for the preview as for the file, whose bytes are the same.
  void largeMapsDoNotBlock_data() {
    QTest::addColumn<int>("format");
    QTest::newRow("PNG") << 0;
    QTest::newRow("SVG") << 1;
    QTest::newRow("slides") << 3;
    QTest::newRow("page") << 4;
  }
  void largeMapsDoNotBlock() {
    QFETCH(int, format);
    const QTemporaryDir folder;
    const auto gate = std::make_shared<std::atomic<bool>>(false);
    const auto readHere = std::make_shared<std::atomic<Index>>(0);
    const auto here = QThread::currentThread();
    const auto maps = std::make_shared<test::RuleMaps>(1500, 1, 1, [=](HeadId head, Index query, Index key) {
      if (QThread::currentThread() == here) ++*readHere;
      while (QThread::currentThread() != here && !*gate) QThread::msleep(1);
      return key > query ? 0 : test::scattered(head, query, key) / 20;
    });
    auto figure = std::make_shared<HeatmapFigure>();
    AttentionContext context;
    context.visibility.assign(1, Visibility{true});
    figure->setMaps(maps, context);
    Exportable large{"Large", FigureStyle(), {}, {}};
    large.make = [figure](const FigureStyle& style, bool) {
      auto copy = std::make_unique<HeatmapFigure>(*figure);
      copy->setStyle(style);
      return copy;
    };
    auto* dialog = new ExportDialog({large}, 0);
    dialog->show();
    child<QComboBox>(*dialog, "exportFormat").setCurrentIndex(format);
    child<QComboBox>(*dialog, "exportPreset").setCurrentIndex(0);
    QVERIFY(child<QWidget>(*dialog, "previewProgress").isVisible());
    const QWidget& progress = child<QWidget>(*dialog, "exportProgress");
    QVERIFY(!progress.isVisible());
    const QString path = folder.filePath("large");
    child<QLineEdit>(*dialog, "exportPath").setText(path);
    const ExportSettings settings = dialog->settings();
    QSignalSpy exported(dialog, &ExportDialog::exported);
    QPushButton& button = child<QPushButton>(*dialog, "exportNow");
    button.click();
    QVERIFY(!button.isEnabled() && progress.isVisible());
    QVERIFY(!qobject_cast<QPushButton*>(dialog->focusWidget()));  // Not Cancel, which Return would press.
    *gate = true;
    QTRY_COMPARE_WITH_TIMEOUT(exported.size(), 1, 60000);
    QVERIFY2(*readHere < 1500 * 4, qPrintable(QString::number(*readHere)));
    const QString same = folder.filePath("same");
    exportFigure(large, settings, same.toStdString());
    QFile a(path), b(same);
    QVERIFY(a.open(QIODevice::ReadOnly) && b.open(QIODevice::ReadOnly));
    const QByteArray bytes = a.readAll();
    QVERIFY(!bytes.isEmpty());
    QCOMPARE(bytes, b.readAll());
  }

  /// Who goes on with other settings, or closes the dialog, stops what is computed.
  void largeMapsCanBeLeft() {
    std::atomic<bool> gate = false;
    const auto here = QThread::currentThread();
    const auto maps = std::make_shared<test::RuleMaps>(1500, 1, 1, [&](HeadId, Index query, Index key) {
      while (QThread::currentThread() != here && !gate) QThread::msleep(1);
      return key > query ? 0.0F : 0.01F;
    });
    auto figure = std::make_shared<HeatmapFigure>();
    figure->setMaps(maps, {});
    Exportable large{"Large", FigureStyle(), {}, {}};
    large.make = [figure](const FigureStyle& style, bool) {
      auto copy = std::make_unique<HeatmapFigure>(*figure);
      copy->setStyle(style);
      return copy;
    };
    const QTemporaryDir folder;
    QPointer<ExportDialog> dialog = new ExportDialog({large}, 0);
    QSignalSpy exported(dialog, &ExportDialog::exported);
    dialog->show();
    child<QLineEdit>(*dialog, "exportPath").setText(folder.filePath("left.png"));
    child<QPushButton>(*dialog, "exportNow").click();
    QVERIFY(!child<QPushButton>(*dialog, "exportNow").isEnabled());
    child<QCheckBox>(*dialog, "exportCaption").toggle();
    QVERIFY(child<QPushButton>(*dialog, "exportNow").isEnabled());
    gate = true;
    QTRY_VERIFY_WITH_TIMEOUT(!child<QWidget>(*dialog, "previewProgress").isVisible(), 60000);
    QCOMPARE(exported.size(), 0);
    QVERIFY(!QFile::exists(folder.filePath("left.png")));
    child<QPushButton>(*dialog, "exportNow").click();
    dialog->close();
    QTRY_VERIFY_WITH_TIMEOUT(!dialog, 60000);
    QVERIFY(!QFile::exists(folder.filePath("left.png")));
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

  void theNameSaysWhatIsInTheFile() {
    const QTemporaryDir folder;
    QSettings().setValue("export/folder", folder.path());
    auto choices = plainChoices();
    choices[0].provenance.text = "The cat, that chased <b>the</b> mice & so on for ever and ever and a day";
    choices[0].provenance.picture = "heatmap";
    choices[0].provenance.head = HeadId{1, 12};
    choices[0].provenance.model = "openai-community/gpt2";
    choices[1].provenance.text = QString("日本語 テキスト").toStdString();
    choices[1].provenance.picture = "difference, links";
    ExportDialog dialog(choices, 0);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    auto& path = child<QLineEdit>(dialog, "exportPath");
    const auto name = [&] { return QFileInfo(path.text()).fileName(); };
    QCOMPARE(QFileInfo(path.text()).path(), folder.path());
    QCOMPARE(name(), QString("The-cat-that-chased-b-the-b-mice-so-on-for-heatmap-L1H12.png"));
    // A text that is left out is not in the name either.
    child<QCheckBox>(dialog, "exportText").setChecked(false);
    QCOMPARE(name(), QString("openai-community-gpt2-heatmap-L1H12.png"));
    child<QCheckBox>(dialog, "exportText").setChecked(true);
    child<QComboBox>(dialog, "exportFormat").setCurrentIndex(1);
    child<QComboBox>(dialog, "exportWhat").setCurrentIndex(1);
    QCOMPARE(name(), QString::fromUtf8("日本語-テキスト-difference-links.svg"));
    // Never one that is there.
    QFile(path.text()).open(QIODevice::WriteOnly);
    child<QComboBox>(dialog, "exportWhat").setCurrentIndex(0);
    child<QComboBox>(dialog, "exportWhat").setCurrentIndex(1);
    QCOMPARE(name(), QString::fromUtf8("日本語-テキスト-difference-links-2.svg"));
    // A name of the person's own stays.
    path.setText(folder.filePath("mine.svg"));
    child<QComboBox>(dialog, "exportWhat").setCurrentIndex(0);
    QCOMPARE(name(), QString("mine.svg"));
    QCOMPARE(fileNameOf("../../etc/passwd \\ $(x) \"'`\n\t\r"), QString("etc-passwd-x"));
    QCOMPARE(fileNameOf("  …  "), QString());
    QVERIFY(fileNameOf(QString(10'000, 'x')).size() <= 80);
  }

  void aFileThatIsThereIsReplacedOnlyWhenAgreed() {
    const QTemporaryDir folder;
    const QString path = folder.filePath("figure.png");
    const auto content = [&] {
      QFile file(path);
      return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QFile mine(path);
    QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write("mine") == 4);
    mine.close();
    auto* dialog = new ExportDialog(plainChoices(), 0);
    dialog->show();
    child<QLineEdit>(*dialog, "exportPath").setText(path);
    child<QPushButton>(*dialog, "exportNow").click();
    QCOMPARE(content(), QByteArray("mine"));
    auto& box = child<QMessageBox>(*dialog, "replaceQuestion");
    QVERIFY(box.isVisible() && box.text().contains("figure.png"));
    box.button(QMessageBox::Cancel)->click();
    QVERIFY(dialog->isVisible());
    QCOMPARE(content(), QByteArray("mine"));
    child<QPushButton>(*dialog, "exportNow").click();
    for (auto* each : dialog->findChildren<QMessageBox*>("replaceQuestion"))
      if (each->isVisible()) child<QPushButton>(*each, "replaceFile").click();
    QVERIFY(content().startsWith("\x89PNG"));
  }

  void whatWasWrittenCanBeOpenedAndFound() {
    m_opened.clear();
    QDesktopServices::setUrlHandler("file", this, "open");
    const auto leave = qScopeGuard([] { QDesktopServices::unsetUrlHandler("file"); });
    QWidget window;
    new QVBoxLayout(&window);
    window.show();
    WrittenNote& note = WrittenNote::at(&window);
    QVERIFY(!note.isVisible());
    note.showWritten("/tmp/a folder/figure #1.png");
    QVERIFY(note.isVisible() && note.text().contains("figure #1.png"));
    child<QPushButton>(note, "openWritten").click();
    child<QPushButton>(note, "showWritten").click();
    QCOMPARE(m_opened, (QStringList{"/tmp/a folder/figure #1.png", "/tmp/a folder"}));
    note.showProblem("<b>no</b>");
    QVERIFY(!child<QPushButton>(note, "openWritten").isVisible());
    QCOMPARE(note.text(), QString("<b>no</b>"));
    QCOMPARE(&WrittenNote::at(&window), &note);
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
      changeSettings([&](Settings& settings) { settings.figures = dialog.settings(); });
    }
    QCOMPARE(loadSettings().figures.legend, LegendPlace::Below);
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
    QTest::keyClick(&preview, Qt::Key_Space);  // Nothing is framed yet.
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
    info.head = OutputHeadKind::CausalLm;
    info.layers = 4;
    info.heads = 8;
    info.kvHeads = 2;
    info.dHead = 24;
    info.width = 192;
    info.maxPositions = 128;
    info.positions = "rotary";
    info.parameters = 2555000;
    info.dtype = "F16";
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
    ModelSheet sheet(info, {rows});
    sheet.setAttribute(Qt::WA_DeleteOnClose, false);
    QCOMPARE(child<QLabel>(sheet, "remark").text(), QString("Four query heads share a key head."));
    QVERIFY(!sheet.findChild<QPushButton*>("listTensors"));
  }

  /// Of a GGUF file: its mix, its data types by bytes, memory, where it came from, and all tensors on request.
  void theModelSheetSaysWhatAFileHolds() {
    const std::filesystem::path file =
        std::filesystem::path(HEADLIGHT_SOURCE_DIR) / "tests/data/gguf/models/llama-q40/llama-q40.gguf";
    const ModelFiles files = modelFilesAt(file);
    QCOMPARE(files.mix, std::string("Q4_0"));
    QCOMPARE(files.tensors.size(), std::size_t(21));
    const auto shares = files.shares();
    QCOMPARE(shares.size(), std::size_t(3));
    QCOMPARE(shares[0].dtype, std::string("Q4_0"));
    QCOMPARE(shares[0].tensors, std::size_t(15));
    std::uint64_t sum = 0;
    for (const auto& share : shares) sum += share.bytes;
    QCOMPARE(sum, files.bytes());
    QVERIFY(std::any_of(files.origin.begin(), files.origin.end(),
                        [](const auto& row) { return row.first.rfind("general.", 0) == 0; }));

    const auto model = Model::open(file);
    const auto rows = modelFileRows(files, runMemory(model->description(), kSheetTokens));
    const auto value = [&](const QString& name) {
      for (const auto& row : rows)
        if (row.first == name) return row.second;
      return QString();
    };
    QCOMPARE(value("File type"), QString("Q4_0"));
    QVERIFY2(value("Tensors").startsWith("15 Q4_0 ("), qPrintable(value("Tensors")));
    QVERIFY(value("Tensors").contains("5 F32 (") && value("Tensors").contains("1 Q8_0 ("));
    QVERIFY(value("Memory for a run").contains(QLocale().toString(1000) + " tokens"));

    ModelSheet sheet(model->info(), {rows, files});
    sheet.setAttribute(Qt::WA_DeleteOnClose, false);
    sheet.show();
    child<QPushButton>(sheet, "listTensors").click();
    auto& table = child<QTableWidget>(sheet, "tensorsTable");
    QTRY_VERIFY(table.isVisible());
    QCOMPARE(table.rowCount(), 21);
    QCOMPARE(table.findItems("blk.0.attn_q.weight", Qt::MatchExactly).size(), 1);
  }
};

HEADLIGHT_TEST(TestDialogs)
#include "test_dialogs.moc"
