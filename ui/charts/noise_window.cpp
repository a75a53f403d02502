#include "ui/charts/noise_window.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QSpinBox>

#include "core/base/error.h"
#include "ui/charts/chart_export.h"
#include "ui/reading/workspace.h"
#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"
#include "ui/widgets/theme.h"
#include "ui/words.h"

namespace headlight {

NoiseWindow::NoiseWindow(Workspace* workspace, QWidget* beside)
    : ChartWindow(QStringLiteral("noise"), tr("Noise"), workspace, beside) {
  addChoices();
  addRun([this] { measure(); }, [this] { m_job.cancel(); });
  addChart(tr("Attention of each head on the noise"), &m_job, tr("Noise test progress"));
  addTexts();
  say(tr("Adds noise to the text and measures how much each head attends to it and how far the prediction shifts."));
  resize(980, 760);
}

void NoiseWindow::addChoices() {
  m_kind = named("noiseKind", new QComboBox);
  m_kind->addItem(tr("random words"), static_cast<int>(NoiseKind::RandomWords));
  m_kind->addItem(tr("repeated words"), static_cast<int>(NoiseKind::RepeatedWords));
  m_kind->addItem(tr("custom words"), static_cast<int>(NoiseKind::OwnWords));
  m_kind->addItem(tr("typos"), static_cast<int>(NoiseKind::Typos));
  m_kind->addItem(tr("shuffled clauses"), static_cast<int>(NoiseKind::ShuffledClauses));
  addLabelled(tr("&Noise"), m_kind, choices());
  m_own = named("noiseOwn", new QLineEdit);
  m_own->setPlaceholderText(tr("words to insert"));
  m_own->hide();
  choices()->addWidget(m_own);
  m_amount = named("noiseAmount", new QSpinBox);
  m_amount->setRange(1, 300);
  m_amount->setValue(30);
  m_amount->setSuffix(tr("% of the words"));
  addLabelled(tr("&Amount"), m_amount, choices());
  m_seeds = named("noiseSeeds", new QSpinBox);
  m_seeds->setRange(1, 100);
  m_seeds->setValue(8);
  addLabelled(tr("&Seeds"), m_seeds, choices());
  connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
    const NoiseKind kind = setup().kind;
    m_own->setVisible(kind == NoiseKind::OwnWords);
    m_amount->setEnabled(kind != NoiseKind::ShuffledClauses);
    announce();
  });
  connect(m_own, &QLineEdit::textChanged, this, &NoiseWindow::announce);
  for (QSpinBox* number : {m_amount, m_seeds}) connect(number, &QSpinBox::valueChanged, this, &NoiseWindow::announce);
}

void NoiseWindow::addTexts() {
  m_texts = named("noiseTexts", new QListWidget);
  m_texts->setAccessibleName(tr("Noisy texts; Return opens one"));
  m_texts->setToolTip(tr("Double-click opens a text in the workspace"));
  m_texts->setMaximumHeight(110);
  m_texts->setWordWrap(true);
  column()->addWidget(m_texts);
  connect(m_texts, &QListWidget::itemActivated, this, [this](const QListWidgetItem* item) {
    workspace()->replaceTexts(item->data(Qt::UserRole).toString().toStdString(), {});
  });
}

NoiseSetup NoiseWindow::setup() const {
  NoiseSetup setup;
  setup.kind = static_cast<NoiseKind>(m_kind->currentData().toInt());
  setup.amount = m_amount->value() / 100.0;
  for (const QString& word : m_own->text().split(u' ', Qt::SkipEmptyParts)) setup.own.push_back(word.toStdString());
  return setup;
}

void NoiseWindow::follow(const Workspace& workspace) {
  const auto& model = workspace.model();
  if (!model || model->stored || (m_model == model && m_text == workspace.text())) return;
  m_model = model;
  m_text = workspace.text();
  if (m_story) return measure();
  announce();
}

void NoiseWindow::announce() {
  if (!m_model || m_story || m_job.isRunning()) return;
  m_texts->clear();
  try {
    const std::vector<std::string> words = m_model->tokenizer && setup().kind == NoiseKind::RandomWords
                                               ? wordsOf(*m_model->tokenizer)
                                               : std::vector<std::string>();
    for (int seed = 1; seed <= m_seeds->value(); ++seed)
      addText(addNoise(m_text, setup(), words, static_cast<std::uint64_t>(seed)).text);
    const double seconds = static_cast<double>(workspace()->lastRunTime()) / 1000 * (m_seeds->value() + 1);
    say(tr("Measure reads the text and the %1 texts below, and shows how much each head attends to the noise and how "
           "far "
           "the prediction shifts; about %2.")
            .arg(m_seeds->value())
            .arg(durationText(seconds)));
  } catch (const Error& error) {
    say(QString::fromUtf8(error.what()));
  }
}

void NoiseWindow::addText(const std::string& text) {
  auto* item = new QListWidgetItem(QString::fromStdString(text), m_texts);
  item->setData(Qt::UserRole, QString::fromStdString(text));
}

void NoiseWindow::measure() {
  if (!m_model) return;
  m_job.start([folder = *m_model, text = m_text, setup = setup(), seeds = m_seeds->value()](
                  const Progress& progress) { return measureNoise(folder, text, setup, seeds, progress); },
              [this](NoiseReport report) { showStory(std::move(report)); },
              [this](const QString& message) { say(message); });
}

void NoiseWindow::showStory(NoiseReport report) {
  auto story = std::make_shared<NoiseFindings>();
  story->model = QString::fromStdString(m_model->info.name);
  story->text = QString::fromStdString(m_text);
  story->noise = setup().kind == NoiseKind::ShuffledClauses
                     ? m_kind->currentText()
                     : tr("%1, %2% of the words").arg(m_kind->currentText()).arg(m_amount->value());
  story->noise += tr(", %n seed(s)", nullptr, static_cast<int>(report.texts.size()));
  m_texts->clear();
  for (const std::string& text : report.texts) addText(text);
  story->report = std::move(report);
  m_story = std::move(story);
  say({});
  draw();
}

std::shared_ptr<const Figure> NoiseWindow::chart() const {
  return m_story ? std::make_shared<NoiseFigure>(m_story, screenStyle()) : nullptr;
}

Exportable NoiseWindow::exportable() const {
  Provenance made;
  made.model = m_model->info.name;
  made.text = m_text;
  return exportableChart<NoiseFigure>(tr("Noise"), m_story, made, "noise");
}

}  // namespace headlight
