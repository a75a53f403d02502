#include "ui/charts/corpus/corpus_window.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QSplitter>
#include <QTemporaryDir>
#include <QTimer>
#include <cmath>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/resource_folder.h"
#include "core/corpus/comparison/checkpoints.h"
#include "core/corpus/stats_file.h"
#include "ui/charts/corpus/corpus_run_job.h"
#include "ui/charts/corpus/head_card_figure.h"
#include "ui/charts/corpus/measuring.h"
#include "ui/charts/corpus/training_run.h"
#include "ui/reading/workspace.h"
#include "ui/views/figure_canvas.h"
#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"
#include "ui/widgets/theme.h"
#include "ui/words.h"

namespace headlight {
namespace {

constexpr int kWatchMs = 500;
constexpr int kWidestMetric = 240, kWidestPattern = 110;

QString pictureName(CorpusPicture picture) {
  switch (picture) {
    case CorpusPicture::Scatter:
      return CorpusWindow::tr("scatter");
    case CorpusPicture::Atlas:
      return CorpusWindow::tr("atlas");
    case CorpusPicture::Card:
      return CorpusWindow::tr("head card");
    case CorpusPicture::Differences:
      return CorpusWindow::tr("differences");
    case CorpusPicture::DifferenceAtlas:
      return CorpusWindow::tr("differences as atlas");
    case CorpusPicture::Curves:
      return CorpusWindow::tr("curves");
    case CorpusPicture::Steps:
      return CorpusWindow::tr("heads by step");
    case CorpusPicture::Losses:
      return CorpusWindow::tr("loss without each head");
    case CorpusPicture::LossAtlas:
      return CorpusWindow::tr("losses as atlas");
    case CorpusPicture::StepAtlas:
      break;
  }
  return CorpusWindow::tr("atlas of a step");
}

}  // namespace

CorpusWindow::CorpusWindow(Workspace* workspace, QWidget* beside)
    : ChartWindow(QStringLiteral("corpus"), tr("Over many texts"), workspace, beside),
      m_texts(resourceFolder() / "samples" / "sentences.txt"), m_watch(new QTimer(this)) {
  addOpening();
  addRun([this] { measure(); }, [this] { if (m_state) m_state->stop(); });
  m_save = addButton("Save", tr("&Save…"));
  m_save->setEnabled(false);
  connect(m_save, &QPushButton::clicked, this, &CorpusWindow::chooseOutput);
  addPictures();
  addChart(tr("Every head over all texts; arrow keys move, Return selects"), &m_job, tr("Progress over many texts"));
  canvas()->setWalkable(true);
  addCard();
  m_watch->setInterval(kWatchMs);
  connect(m_watch, &QTimer::timeout, this, &CorpusWindow::watch);
  showAll();
  resize(1280, 800);
}

CorpusWindow::~CorpusWindow() {
  if (m_state) m_state->stop();
}

void CorpusWindow::addOpening() {
  auto* open = named("corpusOpen", new QPushButton(tr("&Open")));
  open->setAutoDefault(false);
  auto* menu = new QMenu(open);
  menu->addAction(tr("&Texts or statistics…"), this, [this] {
    choosePath(tr("Choose texts"), false, [this](const std::filesystem::path& file) { openFile(file); });
  });
  menu->addAction(tr("&Checkpoints over training (folder)…"), this, [this] {
    choosePath(tr("Choose a folder of statistics or of models"), true,
               [this](const std::filesystem::path& file) { openFile(file); });
  });
  try {
    for (const ModelLocation& training : builtInTrainings())
      menu->addAction(tr("Training of %1 (built in)").arg(QString::fromStdString(training.name)), this,
                      [this, folder = training.folder] { openFile(folder); });
  } catch (const Error&) {
    // The menu of models says why there are none.
  }
  menu->addSeparator();
  m_compare = menu->addAction(tr("Compare &with statistics…"), this, [this] {
    choosePath(tr("Choose statistics to compare with"), false,
               [this](const std::filesystem::path& file) { compareWith(file); });
  });
  m_alone = menu->addAction(tr("&End comparison"), this, [this] { compareWith({}); });
  open->setMenu(menu);
  choices()->addWidget(open);
  m_what = named("corpusWhat", new QComboBox);
  m_what->addItem(tr("attention"));
  m_what->addItem(tr("ablation, zero"), static_cast<int>(Ablate::By::Zero));
  m_what->addItem(tr("ablation, mean"), static_cast<int>(Ablate::By::Mean));
  m_what->setToolTip(tr("What each head does, or what the prediction loses without it"));
  addLabelled(tr("M&easured"), m_what, choices());
  m_limit = named("corpusLimit", new QSpinBox);
  m_limit->setRange(1, 100'000'000);
  m_limit->setValue(500);
  m_limit->setGroupSeparatorShown(true);
  addLabelled(tr("&Limit"), m_limit, choices());
  m_pattern = named("corpusPattern", new QComboBox);
  m_pattern->setEditable(true);
  m_pattern->setMaximumWidth(kWidestPattern);
  m_pattern->addItem(QString());
  for (const char* pattern :
       {"previous", "next", "offset:-2", "duplicate", "induction", "first-of-sentence", "brackets", "token:*>the"})
    m_pattern->addItem(QLatin1String(pattern));
  m_pattern->lineEdit()->setPlaceholderText(tr("none"));
  m_pattern->setToolTip(tr("Where heads should attend: each gets a score next to the chance level of even attention"));
  addLabelled(tr("&Pattern"), m_pattern, choices());
  connect(m_limit, &QSpinBox::valueChanged, this, &CorpusWindow::announce);
  connect(m_what, &QComboBox::currentIndexChanged, this, &CorpusWindow::announce);
}

void CorpusWindow::addPictures() {
  auto* row = new QHBoxLayout;
  column()->addLayout(row);
  m_picture = named("corpusView", new QComboBox);
  m_picture->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  addLabelled(tr("S&how"), m_picture, row);
  m_ofMetric = new QWidget;
  m_metric = addMetrics("corpusY", tr("Metri&c"), "induction", makeBox<QHBoxLayout>(m_ofMetric, {}, row->spacing()));
  row->addWidget(m_ofMetric);
  m_ofScatter = new QWidget;
  auto* across = makeBox<QHBoxLayout>(m_ofScatter, {}, row->spacing());
  m_across = addMetrics("corpusX", tr("&against"), "previous_token", across);
  row->addWidget(m_ofScatter);
  m_ofTraining = new QWidget;
  auto* steps = makeBox<QHBoxLayout>(m_ofTraining, {}, row->spacing());
  m_step = named("corpusStep", new QSlider(Qt::Horizontal));
  m_step->setPageStep(1);
  m_step->setMinimumWidth(160);
  addLabelled(tr("S&tep"), m_step, steps);
  m_stepName = named("corpusStepName", new QLabel);
  m_stepName->setTextFormat(Qt::PlainText);
  steps->addWidget(m_stepName);
  row->addWidget(m_ofTraining, 1);
  row->addStretch(1);
  m_toDeck = named("corpusToDeck", new QPushButton(tr("Add to &deck")));
  m_toDeck->setAutoDefault(false);
  m_toDeck->setToolTip(tr("A slide of statistics names their file: save or open them first"));
  auto* menu = new QMenu(m_toDeck);
  m_deckPicture = menu->addAction(tr("This &picture"), this, [this] { addToDeck(m_choice.picture); });
  m_deckCard = menu->addAction(tr("Head &card"), this, [this] { addToDeck(CorpusPicture::Card); });
  m_toDeck->setMenu(menu);
  row->addWidget(m_toDeck);
  connect(m_picture, &QComboBox::currentIndexChanged, this, [this] {
    choosePicture();
    if (m_choice.losses && !m_state) describe();
  });
  connect(m_metric, &QComboBox::currentIndexChanged, this, [this] {
    m_choice.metric = metric(m_metric);
    draw();
    if (m_choice.losses && !m_state) describe();
    showCard();
  });
  connect(m_across, &QComboBox::currentIndexChanged, this, [this] {
    m_choice.across = metric(m_across);
    draw();
    if (m_choice.losses && !m_state) describe();
  });
  connect(m_step, &QSlider::valueChanged, this, &CorpusWindow::chooseStep);
}

QComboBox* CorpusWindow::addMetrics(const char* name, const QString& label, const char* chosen, QLayout* row) {
  auto* metrics = named(name, new QComboBox);
  for (const HeadColumn* column : corpusColumns())
    metrics->addItem(headColumnName(*column),
                     QString::fromUtf8(column->name.data(), static_cast<qsizetype>(column->name.size())));
  metrics->setCurrentIndex(metrics->findData(QString::fromLatin1(chosen)));
  metrics->setMaximumWidth(kWidestMetric);
  addLabelled(label, metrics, qobject_cast<QBoxLayout*>(row));
  return metrics;
}

void CorpusWindow::addCard() {
  m_card = named("corpusCard", new FigureCanvas);
  m_card->setAccessibleName(tr("What one head does over all texts"));
  m_exemplars = named("corpusExemplars", new QListWidget);
  m_exemplars->setAccessibleName(tr("Texts from the strongest to the weakest; Return opens one"));
  m_exemplars->setToolTip(tr("Double-click opens the text at this head"));
  m_exemplars->setWordWrap(true);
  m_exemplars->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* side = new QSplitter(Qt::Vertical);
  m_side = side;
  side->addWidget(m_card);
  side->addWidget(m_exemplars);
  side->setStretchFactor(0, 3);
  side->setStretchFactor(1, 2);
  auto* parts = new QSplitter(Qt::Horizontal);
  parts->addWidget(canvas());
  parts->addWidget(side);
  parts->setStretchFactor(0, 3);
  parts->setStretchFactor(1, 2);
  column()->addWidget(parts, 1);
  const auto show = [this](const FigureSpot& spot) {
    const MeasuredModel* model = m_choice.training ? &m_choice.training->series.model
                                 : m_choice.report ? &m_choice.report->stats->model
                                                   : nullptr;
    if (spot.head && model) showHead(static_cast<std::size_t>(numberOf(*spot.head, model->heads)));
  };
  connect(canvas(), &FigureCanvas::stepped, this, show);
  // A new figure would end walking by keys.
  connect(canvas(), &FigureCanvas::clicked, this, [this, show](const FigureSpot& spot) {
    show(spot);
    if (m_choice.picture == CorpusPicture::Curves) draw();
  });
  connect(m_exemplars, &QListWidget::itemActivated, this, [this](const QListWidgetItem* item) {
    const QVariant second = item->data(Qt::UserRole + 1);
    workspace()->replaceTexts(item->data(Qt::UserRole).toString().toStdString(),
                              second.isValid() ? std::optional(Shared<std::string>(second.toString().toStdString()))
                                               : std::nullopt);
    workspace()->selection()->setHead(m_choice.report->heads->heads[*m_choice.head].facts.head);
  });
}

void CorpusWindow::follow(const Workspace& workspace) {
  const auto& model = workspace.model();
  if (!model || model == m_model) return;
  m_model = model;
  setRunnable(!model->stored && model->tokenizer && !model->readsImages());
  announce();
}

std::optional<Ablate::By> CorpusWindow::ablation() const {
  const QVariant by = m_what->currentData();
  return by.isValid() ? std::optional(static_cast<Ablate::By>(by.toInt())) : std::nullopt;
}

void CorpusWindow::announce() {
  if (m_job.isRunning() || m_choice.report || m_choice.training || m_choice.losses) return;
  const QString texts = QString::fromStdString(m_texts.filename().string());
  const QString limit = localNumber(m_limit->value(), 'f', 0);
  if (!m_training.empty())
    return say(tr("Measure runs each step of %1 over the first %2 texts of %3 and shows what its heads become.")
                   .arg(QString::fromStdString(m_training.filename().string()), limit, texts));
  if (ablation())
    return say(tr("Measure runs %1 over the first %2 texts of %3, once more without each head in turn, and shows what "
                  "the predictions lose.")
                   .arg(m_model ? QString::fromStdString(m_model->info.name) : QString(), limit, texts));
  say(tr("Measure runs %1 over the first %2 texts of %3 and shows what each head does over all of them.")
          .arg(m_model ? QString::fromStdString(m_model->info.name) : QString(), limit, texts));
}

void CorpusWindow::sayError(const std::exception& error) { say(QString::fromUtf8(error.what())); }

void CorpusWindow::openFile(const std::filesystem::path& file) {
  try {
    if (file.extension() == ".headstats") {
      const auto stats = std::make_shared<const CorpusStats>(readStats(file));
      m_choice.training.reset();
      m_file = file;
      return take(stats);
    }
    if (isFolder(file) && !statsFilesIn(file).empty()) {
      say(tr("Reading statistics…"));
      return m_reading.start([file](const Progress&) { return readTraining(file); },
                             [this, file](std::shared_ptr<const TrainingReport> training) {
                               m_file = file;
                               takeTraining(std::move(training));
                             },
                             [this](const QString& message) { say(message); });
    }
    const bool training = !trainingStatesIn(file).empty();
    m_training = training ? file : std::filesystem::path();
    if (!training) m_texts = file;
    m_choice.report.reset();
    m_choice.pair.reset();
    m_choice.training.reset();
    m_choice.losses.reset();
    showAll();
    announce();
  } catch (const Error& error) {
    sayError(error);
  }
}

void CorpusWindow::compareWith(const std::optional<std::filesystem::path>& file) {
  try {
    m_choice.pair =
        file && m_choice.report
            ? statsPair(m_choice.report, corpusReport(std::make_shared<const CorpusStats>(readStats(*file))))
            : nullptr;
    showAll();
    describe();
  } catch (const Error& error) {
    sayError(error);
  }
}

void CorpusWindow::choosePath(const QString& title, bool folder,
                              const std::function<void(const std::filesystem::path&)>& then) {
  auto* dialog = new QFileDialog(this, title);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::ExistingFile);
  if (!folder)
    dialog->setNameFilters(
        {tr("Texts and statistics (*.txt *.jsonl *.csv *.tsv *.conllu *.json *.headstats)"), tr("All files (*)")});
  connect(dialog, &QFileDialog::fileSelected, this, [then](const QString& file) { then(file.toStdString()); });
  dialog->open();
}

void CorpusWindow::chooseOutput() {
  auto* dialog = new QFileDialog(this, tr("Save statistics"));
  QStringList filters{tr("Table (*.csv)"), tr("Table (*.json)")};
  // A comparison and a training are read from files already.
  if (!m_choice.training && !isOfPair(m_choice.picture) && !isOfLosses(m_choice.picture))
    filters.prepend(tr("Statistics of heads (*.headstats)"));
  dialog->setNameFilters(filters);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  const auto suffix = [dialog](const QString& filter) {
    dialog->setDefaultSuffix(filter.section(u'.', -1).chopped(1));
  };
  suffix(filters.front());
  connect(dialog, &QFileDialog::filterSelected, this, suffix);
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& name) {
    try {
      const std::filesystem::path file = name.toStdString();
      if (file.extension() != ".headstats") return writeTable(tableOf(m_choice), file);
      writeStats(*m_choice.report->stats, file);
      m_file = file;
      enableDeck();
      if (m_choice.losses) say(tr("The ablation is not in this file; save a table to keep it."));
    } catch (const Error& error) {
      sayError(error);
    }
  });
  dialog->open();
}

void CorpusWindow::openView(const StatisticsView& view) {
  try {
    const CorpusChoice wanted = choiceOf(view);
    m_file = view.file;
    m_choice.training.reset();
    if (wanted.training)
      takeTraining(wanted.training);
    else
      take(wanted.report->stats);
    for (const auto& [box, name] : {std::pair(m_metric, wanted.metric), std::pair(m_across, wanted.across)})
      box->setCurrentIndex(std::max(0, box->findData(QString::fromStdString(name))));
    // A card has its place beside every picture.
    if (const int picture = m_picture->findData(static_cast<int>(wanted.picture)); picture >= 0)
      m_picture->setCurrentIndex(picture);
    if (wanted.step) m_step->setValue(static_cast<int>(*wanted.step));
    if (wanted.head) showHead(*wanted.head);
  } catch (const Error& error) {
    sayError(error);
  }
}

void CorpusWindow::addToDeck(CorpusPicture picture) {
  CorpusChoice choice = m_choice;
  choice.picture = picture;
  if (picture == CorpusPicture::Card) choice.training.reset();
  choice.losses.reset();  // They are in no file.
  const auto view = viewOf(choice, m_file);
  if (!view) return;
  Exportable shown = exportableStatistics(choice);
  shown.name = makeFigure(choice, {})->title();
  emit deckAsked(*view, shown);
}

void CorpusWindow::enableDeck() {
  m_deckPicture->setEnabled(viewOf(m_choice, m_file).has_value());
  m_deckCard->setEnabled(!m_file.empty() && !m_choice.training && m_choice.report && m_choice.head &&
                         m_choice.metric != kLossMetric);
  m_toDeck->setEnabled(m_deckPicture->isEnabled() || m_deckCard->isEnabled());
}

void CorpusWindow::setPattern(const QString& pattern) { m_pattern->setEditText(pattern); }

void CorpusWindow::measure() {
  if (!m_model) return;
  CorpusSpec spec;
  spec.files = {m_texts};
  spec.limit = m_limit->value();
  CorpusSettings settings;
  if (m_training.empty() && m_model->translates()) settings.attention = AttentionType::Encoder;
  const QString pattern = m_pattern->currentText().trimmed();
  try {
    if (!pattern.isEmpty()) settings.patterns.push_back(parsePattern(pattern.toStdString()));
  } catch (const Error& error) {
    return sayError(error);
  }
  if (const auto by = ablation(); by && m_training.empty()) {
    try {
      checkAblates(*m_model);
    } catch (const Error& error) {
      return sayError(error);
    }
    // Attention first: the same texts' other metrics, cards and exemplars cost little beside it.
    return start([model = *m_model, spec, settings, by = *by](CorpusRunState& shared, const Progress& progress) {
      constexpr double kOfAttention = 0.1;
      Measured measured{measureModel(model, spec, settings, shared, progress.slice(0, kOfAttention)), nullptr, nullptr};
      if (!shared.stopped())
        measured.losses = measureLosses(model, spec, settings, by, shared, progress.slice(kOfAttention, 1));
      return measured;
    });
  }
  if (m_training.empty())
    return start([model = *m_model, spec, settings](CorpusRunState& shared, const Progress& progress) {
      return Measured{measureModel(model, spec, settings, shared, progress), nullptr, nullptr};
    });
  if (ablation())
    return say(tr("A training is measured by the attention of its steps; ablation needs texts and one model."));
  m_steps = std::make_shared<const QTemporaryDir>();
  if (!m_steps->isValid()) return say(m_steps->errorString());
  start([states = trainingStatesIn(m_training), spec, settings, steps = m_steps](CorpusRunState& shared,
                                                                                 const Progress& progress) {
    return Measured{nullptr, measureTraining(states, spec, settings, steps->path().toStdString(), shared, progress),
                    nullptr};
  });
}

void CorpusWindow::start(std::function<Measured(CorpusRunState&, const Progress&)> work) {
  m_choice.training.reset();
  m_choice.pair.reset();
  m_file.clear();
  m_state = std::make_shared<CorpusRunState>();
  m_state->ablates = ablation().has_value();
  m_watch->start();
  say(tr("Running the first texts…"));
  const auto end = [this] {
    m_watch->stop();
    m_state.reset();
  };
  m_job.start([work = std::move(work), state = m_state](const Progress& progress) { return work(*state, progress); },
              [this, end](Measured measured) {
                end();
                if (measured.training) return takeTraining(std::move(measured.training));
                if (measured.stats && !(m_choice.report && m_choice.report->stats == measured.stats))
                  take(std::move(measured.stats));
                if (measured.losses) return takeLosses(std::move(measured.losses));
                if (m_choice.report) {
                  showAll();
                  return describe();
                }
                showAll();
                announce();
              },
              [this, end](const QString& message) {
                end();
                say(message);
              });
}

void CorpusWindow::watch() {
  if (!m_state) return;
  const CorpusProgress now = m_state->progress();
  if (const auto stats = m_state->stats(); stats && (!m_choice.report || m_choice.report->stats != stats)) take(stats);
  if (const auto losses = m_state->losses(); losses && m_choice.losses != losses) takeLosses(losses);
  if (now.counted == 0) return;
  const double left = now.part > 0 ? now.seconds * (1 - now.part) / now.part : 0;
  const double rate = static_cast<double>(now.counted) / std::max(now.seconds, 1e-9);
  constexpr double kSlow = 10;
  const QString words =
      tr("%1 texts, %2 per second, %3 left")
          .arg(localNumber(static_cast<double>(now.counted), 'f', 0), localNumber(rate, 'f', rate < kSlow ? 2 : 0),
               durationText(left));
  say(m_state->ablating() ? tr("Ablation: %1").arg(words)
      : m_state->ablates  ? tr("Attention: %1; ablation follows").arg(words)
                          : words);
}

void CorpusWindow::take(std::shared_ptr<const CorpusStats> stats) {
  const bool first = !m_choice.report || m_choice.report->stats->model.identity != stats->model.identity ||
                     m_choice.report->stats->metricNames() != stats->metricNames();
  m_choice.losses.reset();
  if (first && !stats->patterns.empty()) m_choice.metric = stats->patterns.back().name;
  m_choice.report = corpusReport(std::move(stats));
  if (m_choice.pair && m_choice.pair->one != m_choice.report) m_choice.pair.reset();
  showAll();
  describe();
  if (!first && m_choice.head && *m_choice.head < m_choice.report->stats->heads.size()) return;
  // The head that the metric is largest at has most to show.
  const auto& heads = m_choice.report->stats->heads;
  const std::size_t metric = metricNumber(*m_choice.report->stats, m_choice.metric);
  std::size_t most = 0;
  for (std::size_t head = 0; head < heads.size(); ++head)
    if (heads[head].metrics[metric].texts.mean() > heads[most].metrics[metric].texts.mean()) most = head;
  showHead(most);
}

void CorpusWindow::takeLosses(std::shared_ptr<const LossesReport> losses) {
  const bool first = !m_choice.losses;
  m_choice.losses = std::move(losses);
  if (first) m_choice.metric = kLossMetric;
  if (first && m_choice.losses->losses.texts > 0) {
    const auto& heads = m_choice.losses->losses.heads;
    m_choice.head = static_cast<std::size_t>(
        std::min_element(heads.begin(), heads.end(),
                         [](const HeadLoss& a, const HeadLoss& b) { return a.change.mean < b.change.mean; }) -
        heads.begin());
  }
  showAll();
  if (!m_state) describe();
}

void CorpusWindow::takeTraining(std::shared_ptr<const TrainingReport> training) {
  m_choice.training = std::move(training);
  m_choice.report.reset();
  m_choice.pair.reset();
  m_choice.losses.reset();
  const auto last = static_cast<int>(m_choice.training->series.steps.size()) - 1;
  m_choice.step = static_cast<std::size_t>(last);
  m_choice.head.reset();
  showAll();
  // The head that changes most, in the metric that these have, has most to show.
  const std::size_t metric = seriesMetric(*m_choice.training, m_choice.metric);
  if (metric < m_choice.training->series.metrics.size())
    m_choice.head = headsByChange(*m_choice.training, metric).front();
  {
    const QSignalBlocker quiet(m_step);
    m_step->setRange(0, last);
    m_step->setValue(last);
  }
  describe();
  chooseStep(last);
}

void CorpusWindow::describe() {
  QStringList notes;
  if (m_choice.training) {
    notes << m_choice.training->model
          << tr("%1 steps, %2 to %3")
                 .arg(m_choice.training->series.steps.size())
                 .arg(stepName(*m_choice.training, 0),
                      stepName(*m_choice.training, m_choice.training->series.steps.size() - 1));
  } else if (isOfLosses(m_choice.picture)) {
    notes << m_choice.losses->model << m_choice.losses->texts;
  } else if (m_choice.pair) {
    notes << captionOf(*m_choice.pair);
  } else if (m_choice.report) {
    notes << m_choice.report->heads->model << m_choice.report->heads->text;
    QStringList sentences;
    const bool atlas = m_choice.picture == CorpusPicture::Atlas && m_choice.report->stats->texts > 0 &&
                       m_choice.metric != kLossMetric;
    for (const QString& note : atlas ? metricAtlas(*m_choice.report, m_choice.metric).notes : notesOf(m_choice))
      sentences << note;
    if (!sentences.isEmpty())
      return say(notes.join(QStringLiteral(" · ")) + QStringLiteral(". ") + sentences.join(u' '));
  }
  say(notes.join(QStringLiteral(" · ")));
}

void CorpusWindow::showAll() {
  const std::vector<CorpusPicture> there = picturesOf(m_choice);
  {
    const QSignalBlocker quiet(m_picture);
    const QVariant before = m_picture->currentData();
    const int known = m_picture->count();
    m_picture->clear();
    for (const CorpusPicture picture : there) m_picture->addItem(pictureName(picture), static_cast<int>(picture));
    // What was just opened is shown as what it is.
    m_picture->setCurrentIndex(known == m_picture->count() ? std::max(0, m_picture->findData(before)) : 0);
  }
  m_compare->setEnabled(m_choice.report && !m_choice.training);
  m_alone->setEnabled(m_choice.pair != nullptr);
  m_save->setEnabled(!m_state &&
                     (m_choice.training || m_choice.losses || (m_choice.report && m_choice.report->stats->texts > 0)));
  fillMetrics();
  choosePicture();
  showCard();
}

/// The metrics that all heads have, and behind them the patterns of what is shown and what is lost without a head.
void CorpusWindow::fillMetrics() {
  const QSignalBlocker quiet(m_metric), quietToo(m_across);
  const auto common = static_cast<int>(corpusColumns().size());
  for (QComboBox* box : {m_metric, m_across})
    while (box->count() > common) box->removeItem(common);
  if (m_choice.report && !m_choice.training)
    for (QComboBox* box : {m_metric, m_across}) {
      for (const TokenPattern& pattern : m_choice.report->stats->patterns)
        box->addItem(corpusMetricName(pattern.name), QString::fromStdString(pattern.name));
      if (m_choice.losses) box->addItem(lossName(), QLatin1String(kLossMetric));
    }
  else if (m_choice.training)
    for (const std::string& metric : m_choice.training->series.metrics)
      if (std::find(std::begin(kHeadMeans), std::end(kHeadMeans), metric) == std::end(kHeadMeans))
        m_metric->addItem(corpusMetricName(metric), QString::fromStdString(metric));
  const int chosen = m_metric->findData(QString::fromStdString(m_choice.metric));
  m_metric->setCurrentIndex(chosen >= 0 ? chosen : m_metric->findData(QStringLiteral("induction")));
  m_choice.metric = metric(m_metric);
  const int across = m_across->findData(QString::fromStdString(m_choice.across));
  m_across->setCurrentIndex(across >= 0 ? across : m_across->findData(QStringLiteral("previous_token")));
  m_choice.across = metric(m_across);
}

void CorpusWindow::choosePicture() {
  m_choice.picture = static_cast<CorpusPicture>(m_picture->currentData().toInt());
  const bool scatter = m_choice.picture == CorpusPicture::Scatter;
  m_ofMetric->setVisible(!isOfLosses(m_choice.picture));
  m_side->setVisible(m_choice.report != nullptr);
  m_ofScatter->setVisible(scatter);
  m_ofTraining->setVisible(m_choice.training != nullptr && m_choice.picture != CorpusPicture::Steps);
  enableDeck();
  draw();
}

void CorpusWindow::chooseStep(int step) {
  if (!m_choice.training) return;
  m_choice.step = static_cast<std::size_t>(step);
  m_stepName->setText(stepName(*m_choice.training, *m_choice.step));
  draw();
  // The card and its texts are those of the step.
  m_stepReading.start(
      [file = m_choice.training->files[*m_choice.step]](const Progress&) {
        return corpusReport(std::make_shared<const CorpusStats>(readStats(file)));
      },
      [this](std::shared_ptr<const CorpusReport> report) {
        if (!m_choice.training) return;
        m_choice.report = std::move(report);
        showCard();
      },
      [this](const QString& message) { say(message); });
}

void CorpusWindow::showHead(std::size_t head) {
  m_choice.head = head;
  showCard();
}

void CorpusWindow::showCard() {
  m_exemplars->clear();
  const auto& report = m_choice.report;
  const std::size_t head = m_choice.head.value_or(0);
  if (!report || report->stats->texts == 0 || head >= report->stats->heads.size()) return m_card->setFigure(nullptr);
  const std::size_t number = metricNumber(*report->stats, m_choice.metric);
  const bool loss = m_choice.losses && m_choice.metric == kLossMetric;
  if (!loss && number >= report->stats->heads[head].metrics.size()) return m_card->setFigure(nullptr);
  m_choice.head = head;
  enableDeck();
  m_card->setFigure(
      std::make_shared<HeadCardFigure>(report, head, m_choice.metric, screenStyle(), m_choice.losses));
  for (const ExemplarText& exemplar :
       loss ? exemplarsOf(m_choice.losses->losses, head) : exemplarsOf(*report->stats, head, number)) {
    const QString text = QString::fromStdString(exemplar.text.text);
    auto* item = new QListWidgetItem(
        QStringLiteral("%1  %2").arg(numberText(exemplar.value, 3),
                                     text.isEmpty() ? QString::fromStdString(exemplar.text.place) : text),
        m_exemplars);
    item->setToolTip(QString::fromStdString(exemplar.text.place));
    item->setData(Qt::UserRole, text);
    if (exemplar.text.second) item->setData(Qt::UserRole + 1, QString::fromStdString(*exemplar.text.second));
    if (text.isEmpty()) item->setFlags(item->flags() & ~Qt::ItemIsEnabled);  // Of random tokens there is no text.
  }
}

std::string CorpusWindow::metric(const QComboBox* box) const { return box->currentData().toString().toStdString(); }

std::shared_ptr<const Figure> CorpusWindow::chart() const {
  const bool losses = isOfLosses(m_choice.picture);
  if (!m_choice.training && !losses && (!m_choice.report || m_choice.report->stats->texts == 0)) return nullptr;
  FigureStyle style = screenStyle();
  // The window names model and texts; what has to be known of changes and differences is the picture's.
  style.caption = isOfPair(m_choice.picture) || isOfTraining(m_choice.picture) || losses;
  return makeFigure(m_choice, style);
}

Exportable CorpusWindow::exportable() const { return exportableStatistics(m_choice); }

void CorpusWindow::changeEvent(QEvent* event) {
  ChartWindow::changeEvent(event);
  if (event->type() == QEvent::PaletteChange && m_choice.report) showCard();
}

}  // namespace headlight
