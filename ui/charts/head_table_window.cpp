#include "ui/charts/head_table_window.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTableView>
#include <algorithm>

#include "core/base/error.h"
#include "ui/charts/chart_export.h"
#include "ui/dialogs/replace_question.h"
#include "ui/dialogs/written_note.h"
#include "ui/export/file_name.h"
#include "ui/reading/heads/head_finder.h"
#include "ui/reading/workspace.h"
#include "ui/views/figure_canvas.h"
#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"
#include "ui/widgets/query_field.h"
#include "ui/widgets/theme.h"

namespace headlight {
namespace {

constexpr int kAllLabels = -1;

}  // namespace

HeadTableWindow::HeadTableWindow(Workspace* workspace, QWidget* beside)
    : ChartWindow(QStringLiteral("headTable"), tr("Head table"), workspace, beside),
      m_finder(new HeadFinder(workspace, this)) {
  m_order.setSourceModel(&m_model);
  addChoices();
  addChart(tr("One metric of each head by layer; arrow keys move"), &HeadMeasures::of(workspace).job(),
           tr("Head table progress"));
  canvas()->setWalkable(true);
  addTable();
  resize(1080, 760);
}

void HeadTableWindow::addTable() {
  m_table = named("headTable", new QTableView);
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
  auto* parts = new QSplitter(Qt::Vertical);
  parts->addWidget(m_table);
  parts->addWidget(canvas());
  parts->setStretchFactor(0, 3);
  parts->setStretchFactor(1, 2);
  column()->addWidget(parts, 1);
  connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) {
    workspace()->selection()->setHead(m_order.facts(index.row()).head);
  });
  // What the table is sorted by is what the chart is of.
  connect(m_table->horizontalHeader(), &QHeaderView::sectionClicked, this, [this](int section) {
    if (section >= HeadTableModel::kNumbersFrom) m_columns->setCurrentIndex(section - HeadTableModel::kNumbersFrom);
  });
}

void HeadTableWindow::addChoices() {
  m_heads = named("headTableHeads", makeHeadQueryField());
  m_heads->setMinimumWidth(200);
  addLabelled(tr("&Heads"), m_heads, choices());
  m_labels = named("headTableLabels", new QComboBox);
  m_labels->addItem(tr("all"), kAllLabels);
  m_labels->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  addLabelled(tr("&Label"), m_labels, choices());
  m_columns = named("headTableColumn", new QComboBox);
  for (const HeadColumn& each : headColumns()) m_columns->addItem(headColumnName(each));
  addLabelled(tr("&Chart"), m_columns, choices());
  m_save = addButton("Save", tr("&Save table…"));
  m_save->setEnabled(false);
  connect(m_heads, &QLineEdit::textChanged, this, &HeadTableWindow::take);
  connect(m_finder, &HeadFinder::changed, this, &HeadTableWindow::take);
  connect(m_labels, &QComboBox::currentIndexChanged, this, &HeadTableWindow::filter);
  connect(m_columns, &QComboBox::currentIndexChanged, this, [this] { draw(); });
  connect(m_save, &QPushButton::clicked, this, &HeadTableWindow::chooseFile);
}

void HeadTableWindow::follow(const Workspace&) {
  const std::shared_ptr<const RunResult> reading = this->reading();
  if (!reading || !reading->trace || (m_reading && reading->trace == m_reading->trace)) return;
  m_reading = reading;
  take();
}

void HeadTableWindow::take() {
  m_finder->find({m_heads->text().toStdString(), {}, true}, m_reading, AttentionType::Self);
  m_heads->setProblem(m_finder->problem());
  say(m_finder->problem());
  if (!m_finder->isReady()) return;
  const bool other = m_story != m_finder->report();
  m_story = m_finder->report();
  if (other) {
    m_model.setStory(m_story);
    // The labels that there are; what was chosen stays if it is among them.
    const QVariant chosen = m_labels->currentData();
    const QSignalBlocker quiet(m_labels);
    while (m_labels->count() > 1) m_labels->removeItem(1);
    for (const HeadLabel label : labelsIn(*m_story)) m_labels->addItem(headLabelName(label), static_cast<int>(label));
    m_labels->setCurrentIndex(std::max(0, m_labels->findData(chosen)));
    m_table->resizeColumnsToContents();
    m_save->setEnabled(true);
  }
  filter();
}

void HeadTableWindow::filter() {
  const int label = m_labels->currentData().toInt();
  m_order.setWanted([this](HeadId head) { return m_finder->fits(head); },
                    label == kAllLabels ? std::nullopt : std::optional(static_cast<HeadLabel>(label)));
  draw();
}

std::string_view HeadTableWindow::number() const {
  return headColumns()[static_cast<std::size_t>(std::max(0, m_columns->currentIndex()))].name;
}

std::shared_ptr<const Figure> HeadTableWindow::chart() const {
  if (!m_story) return nullptr;
  FigureStyle style = screenStyle();
  style.caption = false;  // The window names model and text.
  if (m_order.rowCount() == 0) return std::make_shared<HeadChartFigure>();
  return std::make_shared<HeadChartFigure>(m_story, number(), m_order.heads(), style);
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

Exportable HeadTableWindow::exportable() const {
  return exportableChart(
      tr("Head table"), madeBy(*m_story), "heads",
      [story = m_story, number = number(), shown = m_order.heads()](const FigureStyle& style, bool withText) {
        return std::make_unique<HeadChartFigure>(withText ? story : withoutText(story), number, shown, style);
      });
}

}  // namespace headlight
