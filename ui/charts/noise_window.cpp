#include "ui/charts/noise_window.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include "ui/charts/chart_export.h"
#include "ui/views/figure_canvas.h"
#include "ui/widgets/pane_parts.h"
#include "ui/widgets/theme.h"

namespace headlight {

NoiseWindow::NoiseWindow(QWidget* parent) : QDialog(parent) {
  setObjectName(QStringLiteral("noiseWindow"));
  setWindowTitle(tr("Noise"));
  auto* column = new QVBoxLayout(this);
  column->addWidget(buildSetup());
  m_says = makeLabel(QStringLiteral("noiseSays"), column);
  m_says->setText(
      tr("Adds noise to the text and measures how much each head attends to it and how far the prediction shifts."));
  m_canvas = new FigureCanvas;
  m_canvas->setObjectName(QStringLiteral("noiseChart"));
  m_canvas->setAccessibleName(tr("Attention of each head on the noise"));
  column->addWidget(m_canvas, 1);
  m_texts = new QListWidget;
  m_texts->setObjectName(QStringLiteral("noiseTexts"));
  m_texts->setAccessibleName(tr("Noisy texts; Return opens one"));
  m_texts->setToolTip(tr("Double-click opens a text in the workspace"));
  m_texts->setMaximumHeight(110);
  m_texts->setWordWrap(true);
  column->addWidget(m_texts);
  connect(m_texts, &QListWidget::itemActivated, this,
          [this](const QListWidgetItem* item) { emit textChosen(item->data(Qt::UserRole).toString()); });
  showProgress(m_job, m_progress);
  connect(&m_job, &JobSignals::runningChanged, this, [this](bool running) {
    m_stop->setVisible(running);
    m_run->setEnabled(!running);
  });
  resize(980, 760);
}

NoiseWindow::~NoiseWindow() = default;

QWidget* NoiseWindow::buildSetup() {
  auto* box = new QWidget;
  auto* row = new QHBoxLayout(box);
  row->setContentsMargins(0, 0, 0, 0);
  m_kind = new QComboBox;
  m_kind->setObjectName(QStringLiteral("noiseKind"));
  m_kind->addItem(tr("random words"), static_cast<int>(NoiseKind::RandomWords));
  m_kind->addItem(tr("repeated words"), static_cast<int>(NoiseKind::RepeatedWords));
  m_kind->addItem(tr("custom words"), static_cast<int>(NoiseKind::OwnWords));
  m_kind->addItem(tr("typos"), static_cast<int>(NoiseKind::Typos));
  m_kind->addItem(tr("shuffled clauses"), static_cast<int>(NoiseKind::ShuffledClauses));
  addLabelled(tr("&Noise"), m_kind, row);
  m_own = new QLineEdit;
  m_own->setObjectName(QStringLiteral("noiseOwn"));
  m_own->setPlaceholderText(tr("words to insert"));
  m_own->hide();
  row->addWidget(m_own);
  m_amount = new QSpinBox;
  m_amount->setObjectName(QStringLiteral("noiseAmount"));
  m_amount->setRange(1, 300);
  m_amount->setValue(30);
  m_amount->setSuffix(tr("% of the words"));
  addLabelled(tr("&Amount"), m_amount, row);
  m_seeds = new QSpinBox;
  m_seeds->setObjectName(QStringLiteral("noiseSeeds"));
  m_seeds->setRange(1, 100);
  m_seeds->setValue(8);
  addLabelled(tr("&Seeds"), m_seeds, row);
  row->addStretch(1);
  m_progress = makeProgressBar(QStringLiteral("noiseProgress"), tr("Noise test progress"), row);
  m_progress->setMaximumWidth(120);
  m_stop = new QPushButton(tr("St&op"));
  m_stop->setObjectName(QStringLiteral("noiseStop"));
  m_stop->hide();
  row->addWidget(m_stop);
  m_run = new QPushButton(tr("&Measure"));
  m_run->setObjectName(QStringLiteral("noiseRun"));
  m_run->setDefault(true);
  row->addWidget(m_run);
  m_export = new QPushButton(tr("&Export…"));
  m_export->setObjectName(QStringLiteral("noiseExport"));
  m_export->setEnabled(false);
  row->addWidget(m_export);
  for (QPushButton* button : {m_stop, m_export}) button->setAutoDefault(false);
  connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
    const NoiseKind kind = setup().kind;
    m_own->setVisible(kind == NoiseKind::OwnWords);
    m_amount->setEnabled(kind != NoiseKind::ShuffledClauses);
  });
  connect(m_run, &QPushButton::clicked, this, &NoiseWindow::measure);
  connect(m_stop, &QPushButton::clicked, this, [this] { m_job.cancel(); });
  connect(m_export, &QPushButton::clicked, this, &NoiseWindow::exportChart);
  return box;
}

NoiseSetup NoiseWindow::setup() const {
  NoiseSetup setup;
  setup.kind = static_cast<NoiseKind>(m_kind->currentData().toInt());
  setup.amount = m_amount->value() / 100.0;
  for (const QString& word : m_own->text().split(u' ', Qt::SkipEmptyParts)) setup.own.push_back(word.toStdString());
  return setup;
}

void NoiseWindow::explain(std::shared_ptr<const Source> model, const std::string& text) {
  if (m_model == model && m_text == text) return;
  m_model = std::move(model);
  m_text = text;
  if (m_story) measure();
}

void NoiseWindow::measure() {
  if (!m_model) return;
  m_progress->setValue(0);
  m_job.start([folder = *m_model, text = m_text, setup = setup(), seeds = m_seeds->value()](
                  const Progress& progress) { return measureNoise(folder, text, setup, seeds, progress); },
              [this](NoiseReport report) { showStory(std::move(report)); },
              [this](const QString& message) {
                m_says->setText(message);
                m_says->show();
              });
}

void NoiseWindow::showStory(NoiseReport report) {
  auto story = std::make_shared<NoiseStory>();
  story->model = QString::fromStdString(m_model->info.name);
  story->text = QString::fromStdString(m_text);
  story->noise = setup().kind == NoiseKind::ShuffledClauses
                     ? m_kind->currentText()
                     : tr("%1, %2% of the words").arg(m_kind->currentText()).arg(m_amount->value());
  story->noise += tr(", %n seed(s)", nullptr, static_cast<int>(report.texts.size()));
  m_texts->clear();
  for (const std::string& text : report.texts) {
    auto* item = new QListWidgetItem(QString::fromStdString(text), m_texts);
    item->setData(Qt::UserRole, QString::fromStdString(text));
  }
  story->report = std::move(report);
  m_story = std::move(story);
  m_says->hide();
  m_export->setEnabled(true);
  draw();
}

void NoiseWindow::draw() { m_canvas->setFigure(std::make_shared<NoiseFigure>(m_story, screenStyle())); }

void NoiseWindow::exportChart() {
  Provenance made;
  made.model = m_model->info.name;
  made.text = m_text;
  openExportDialog(exportableChart<NoiseFigure>(tr("Noise"), m_story, made, "noise"), this);
}

void NoiseWindow::changeEvent(QEvent* event) {
  QDialog::changeEvent(event);
  if (event->type() == QEvent::PaletteChange && m_story) draw();
}

}  // namespace headlight
