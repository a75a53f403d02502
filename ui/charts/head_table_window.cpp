#include "ui/charts/head_table_window.h"

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

#include "core/base/error.h"
#include "ui/charts/chart_export.h"
#include "ui/dialogs/replace_question.h"
#include "ui/dialogs/written_note.h"
#include "ui/export/file_name.h"
#include "ui/views/figure_canvas.h"
#include "ui/widgets/pane_parts.h"
#include "ui/widgets/theme.h"

namespace headlight {
namespace {

constexpr int kAllLabels = -1;

}  // namespace

HeadTableWindow::HeadTableWindow(QWidget* parent) : QDialog(parent) {
  setObjectName(QStringLiteral("headTableWindow"));
  setWindowTitle(tr("Head table"));
  m_order.setSourceModel(&m_model);
  auto* column = new QVBoxLayout(this);
  column->addWidget(buildFilter());
  m_progress = makeProgressBar(QStringLiteral("headTableProgress"), tr("Head table progress"), column);
  showProgress(m_job, m_progress);
  m_says = makeLabel(QStringLiteral("headTableSays"), column);
  m_says->hide();
  m_table = new QTableView;
  m_table->setObjectName(QStringLiteral("headTable"));
  m_table->setAccessibleName(tr("Heads with labels and metrics; Return opens one"));
  m_table->setModel(&m_order);
  m_table->setSortingEnabled(true);
  m_table->sortByColumn(0, Qt::AscendingOrder);
  m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_table->setSelectionMode(QAbstractItemView::SingleSelection);
  m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_table->setTabKeyNavigation(false);
  m_table->verticalHeader()->hide();
  m_table->setShowGrid(false);
  m_table->setAlternatingRowColors(true);
  m_table->horizontalHeader()->setHighlightSections(false);
  m_canvas = new FigureCanvas;
  m_canvas->setObjectName(QStringLiteral("headChart"));
  m_canvas->setAccessibleName(tr("One metric of each head by layer; arrow keys move"));
  m_canvas->setWalkable(true);
  auto* parts = new QSplitter(Qt::Vertical);
  parts->addWidget(m_table);
  parts->addWidget(m_canvas);
  parts->setStretchFactor(0, 3);
  parts->setStretchFactor(1, 2);
  column->addWidget(parts, 1);
  connect(m_table, &QTableView::activated, this,
          [this](const QModelIndex& index) { emit headChosen(m_order.facts(index.row()).head); });
  connect(m_canvas, &FigureCanvas::activated, this, [this](const FigureSpot& spot) {
    if (spot.head) emit headChosen(*spot.head);
  });
  // What the table is sorted by is what the chart is of.
  connect(m_table->horizontalHeader(), &QHeaderView::sectionClicked, this, [this](int section) {
    if (section >= HeadTableModel::kNumbersFrom) m_columns->setCurrentIndex(section - HeadTableModel::kNumbersFrom);
  });
  resize(1080, 760);
}

HeadTableWindow::~HeadTableWindow() = default;

QWidget* HeadTableWindow::buildFilter() {
  auto* box = new QWidget;
  auto* row = new QHBoxLayout(box);
  row->setContentsMargins(0, 0, 0, 0);
  m_heads = new QLineEdit;
  m_heads->setObjectName(QStringLiteral("headTableHeads"));
  m_heads->setPlaceholderText(QStringLiteral("1.* 3.2"));
  m_heads->setToolTip(tr("Layer.head, with * for all: 1.* is layer 1"));
  m_heads->setClearButtonEnabled(true);
  m_heads->setMaximumWidth(160);
  addLabelled(tr("&Heads"), m_heads, row);
  m_labels = new QComboBox;
  m_labels->setObjectName(QStringLiteral("headTableLabels"));
  m_labels->addItem(tr("all"), kAllLabels);
  m_labels->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  addLabelled(tr("&Label"), m_labels, row);
  m_columns = new QComboBox;
  m_columns->setObjectName(QStringLiteral("headTableColumn"));
  for (const HeadColumn& column : headColumns()) m_columns->addItem(headColumnName(column));
  addLabelled(tr("&Chart"), m_columns, row);
  row->addStretch(1);
  m_save = new QPushButton(tr("&Save table…"));
  m_save->setObjectName(QStringLiteral("headTableSave"));
  m_export = new QPushButton(tr("&Export chart…"));
  m_export->setObjectName(QStringLiteral("headChartExport"));
  for (QPushButton* button : {m_save, m_export}) {
    button->setAutoDefault(false);
    button->setEnabled(false);
    row->addWidget(button);
  }
  connect(m_heads, &QLineEdit::textChanged, this, &HeadTableWindow::filter);
  connect(m_labels, &QComboBox::currentIndexChanged, this, &HeadTableWindow::filter);
  connect(m_columns, &QComboBox::currentIndexChanged, this, &HeadTableWindow::draw);
  connect(m_save, &QPushButton::clicked, this, &HeadTableWindow::chooseFile);
  connect(m_export, &QPushButton::clicked, this, &HeadTableWindow::exportChart);
  return box;
}

void HeadTableWindow::explain(std::shared_ptr<const RunResult> reading) {
  if (!reading || !reading->trace || (m_reading && reading->trace == m_reading->trace)) return;
  m_reading = std::move(reading);
  m_says->hide();
  const Probe known = m_probed == m_reading->request.model->model ? m_probe : Probe();
  m_job.start(
      [reading = m_reading, known](const Progress& progress) {
        const ModelFolder model = *reading->request.model;
        Computed computed;
        computed.probe = known;
        if (known.empty() && !model.images)
          computed.probe = probeInduction(*model.model, probeSetup(model), progress.slice(0, 0.3));
        computed.story.model = QString::fromStdString(model.name);
        computed.story.text = reading->context.text;
        for (HeadFacts& facts :
             computeHeadTable(model, reading->trace, *reading->maps, computed.probe, progress.slice(0.3, 1)))
          computed.story.heads.push_back({"raw", std::move(facts)});
        return computed;
      },
      [this](Computed computed) { take(std::move(computed)); },
      [this](const QString& message) {
        m_says->setText(message);
        m_says->show();
      });
}

void HeadTableWindow::take(Computed computed) {
  m_probed = m_reading->request.model->model;
  m_probe = std::move(computed.probe);
  m_story = std::make_shared<const HeadsStory>(std::move(computed.story));
  m_model.setStory(m_story);
  // The labels that there are; what was chosen stays if it is among them.
  std::vector<HeadLabel> labels;
  for (const MeasuredHead& head : m_story->heads) labels.push_back(head.facts.labelling.label);
  std::sort(labels.begin(), labels.end());
  labels.erase(std::unique(labels.begin(), labels.end()), labels.end());
  const QVariant chosen = m_labels->currentData();
  {
    const QSignalBlocker quiet(m_labels);
    while (m_labels->count() > 1) m_labels->removeItem(1);
    for (const HeadLabel label : labels) m_labels->addItem(headLabelName(label), static_cast<int>(label));
    m_labels->setCurrentIndex(std::max(0, m_labels->findData(chosen)));
  }
  m_table->resizeColumnsToContents();
  m_save->setEnabled(true);
  m_export->setEnabled(true);
  filter();
}

void HeadTableWindow::filter() {
  const int label = m_labels->currentData().toInt();
  m_order.setWanted(m_heads->text().toStdString(),
                    label == kAllLabels ? std::nullopt : std::optional(static_cast<HeadLabel>(label)));
  draw();
}

std::string_view HeadTableWindow::column() const {
  return headColumns()[static_cast<std::size_t>(std::max(0, m_columns->currentIndex()))].name;
}

void HeadTableWindow::draw() {
  if (!m_story) return;
  FigureStyle style = screenStyle();
  style.caption = false;  // The window names model and text.
  m_canvas->setFigure(m_order.rowCount() > 0
                          ? std::make_shared<HeadChartFigure>(m_story, column(), m_order.heads(), style)
                          : std::make_shared<HeadChartFigure>());
}

void HeadTableWindow::save(const std::filesystem::path& path) const { writeTable(headTableFile(m_story->heads), path); }

void HeadTableWindow::chooseFile() {
  auto* dialog = new QFileDialog(this, tr("Save table"), QString(), tr("Tables (*.csv *.json)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setOption(QFileDialog::DontConfirmOverwrite);  // Asked below, also where the suffix is added.
  dialog->setDefaultSuffix(QStringLiteral("csv"));
  const QString name = fileNameOf(m_story->text) + QStringLiteral("-heads");
  dialog->selectFile(QFileInfo(freePath(dialog->directory().path(), name, QStringLiteral("csv"))).fileName());
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
    askToReplace(this, file, [this, file] {
      try {
        save(file.toStdString());
        WrittenNote::at(this).showWritten(file);
      } catch (const Error& error) {
        WrittenNote::at(this).showProblem(QString::fromUtf8(error.what()));
      }
    });
  });
  dialog->open();
}

void HeadTableWindow::exportChart() {
  Provenance made;
  made.model = m_story->model.toStdString();
  made.text = m_story->text.toStdString();
  openExportDialog(
      exportableChart(
          tr("Head table"), std::move(made), "heads",
          [story = m_story, column = column(), shown = m_order.heads()](const FigureStyle& style, bool withText) {
            return std::make_unique<HeadChartFigure>(withText ? story : withoutText(story), column, shown, style);
          }),
      this);
}

void HeadTableWindow::changeEvent(QEvent* event) {
  QDialog::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) draw();
}

}  // namespace headlight
