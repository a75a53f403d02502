#include "ui/charts/corpus/corpus_window.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QElapsedTimer>
#include <QEvent>
#include <QFileDialog>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QSplitter>
#include <QTimer>
#include <cmath>

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/resource_folder.h"
#include "core/corpus/comparison/stats_series.h"
#include "core/corpus/stats_file.h"
#include "ui/charts/chart_export.h"
#include "ui/charts/corpus/corpus_report.h"
#include "ui/charts/corpus/corpus_run_job.h"
#include "ui/charts/corpus/head_card_figure.h"
#include "ui/charts/corpus/metric_atlas_figure.h"
#include "ui/figures/scatter/scatter_figure.h"
#include "ui/reading/workspace.h"
#include "ui/views/figure_canvas.h"
#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"
#include "ui/widgets/theme.h"
#include "ui/words.h"

namespace headlight {
namespace {

constexpr int kScatter = 0, kAtlas = 1;
constexpr int kWatchMs = 500;
/// Between two looks at what a run has counted so far, which costs a copy of it: at least, and in copies.
constexpr double kLookSeconds = 1, kLookCopies = 20;

}  // namespace

CorpusWindow::CorpusWindow(Workspace* workspace, QWidget* beside)
    : ChartWindow(QStringLiteral("corpus"), tr("Over many texts"), workspace, beside),
      m_texts(resourceFolder() / "samples" / "sentences.txt"), m_watch(new QTimer(this)) {
  addChoices();
  addRun([this] { measure(); }, [this] { if (m_state) m_state->stop(); });
  m_save = addButton("Save", tr("&Save…"));
  m_save->setEnabled(false);
  connect(m_save, &QPushButton::clicked, this, &CorpusWindow::chooseOutput);
  addChart(tr("Every head over all texts; arrow keys move, Return selects"), &m_job, tr("Progress over many texts"));
  canvas()->setWalkable(true);
  addCard();
  m_watch->setInterval(kWatchMs);
  connect(m_watch, &QTimer::timeout, this, &CorpusWindow::watch);
  resize(1280, 800);
}

CorpusWindow::~CorpusWindow() {
  if (m_state) m_state->stop();
}

void CorpusWindow::addChoices() {
  auto* texts = named("corpusTexts", new QPushButton(tr("&Texts…")));
  texts->setAutoDefault(false);
  texts->setToolTip(tr("Choose a file of texts, or open a .headstats file"));
  connect(texts, &QPushButton::clicked, this, &CorpusWindow::chooseTexts);
  choices()->addWidget(texts);
  m_limit = named("corpusLimit", new QSpinBox);
  m_limit->setRange(1, 100'000'000);
  m_limit->setValue(500);
  m_limit->setGroupSeparatorShown(true);
  addLabelled(tr("&Limit"), m_limit, choices());
  m_view = named("corpusView", new QComboBox);
  m_view->addItem(tr("scatter"));
  m_view->addItem(tr("atlas"));
  addLabelled(tr("S&how"), m_view, choices());
  m_x = addMetrics("corpusX", tr("&Across"), "previous_token");
  m_y = addMetrics("corpusY", tr("&Up"), "induction");
  connect(m_limit, &QSpinBox::valueChanged, this, &CorpusWindow::announce);
  connect(m_view, &QComboBox::currentIndexChanged, this, [this](int view) {
    m_x->setEnabled(view == kScatter);
    draw();
  });
  connect(m_y, &QComboBox::currentIndexChanged, this, &CorpusWindow::showCard);
}

QComboBox* CorpusWindow::addMetrics(const char* name, const QString& label, const char* chosen) {
  auto* metrics = named(name, new QComboBox);
  for (const HeadColumn* column : corpusColumns())
    metrics->addItem(headColumnName(*column),
                     QString::fromUtf8(column->name.data(), static_cast<qsizetype>(column->name.size())));
  metrics->setCurrentIndex(metrics->findData(QString::fromLatin1(chosen)));
  metrics->setMaximumWidth(240);
  addLabelled(label, metrics, choices());
  connect(metrics, &QComboBox::currentIndexChanged, this, [this] { draw(); });
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
  connect(canvas(), &FigureCanvas::stepped, this, [this](const FigureSpot& spot) {
    if (spot.head && m_report)
      showHead(static_cast<std::size_t>(numberOf(*spot.head, m_report->stats->model.heads)));
  });
  connect(m_exemplars, &QListWidget::itemActivated, this, [this](const QListWidgetItem* item) {
    const QVariant second = item->data(Qt::UserRole + 1);
    workspace()->replaceTexts(item->data(Qt::UserRole).toString().toStdString(),
                              second.isValid() ? std::optional(Shared<std::string>(second.toString().toStdString()))
                                               : std::nullopt);
    workspace()->selection()->setHead(m_report->heads->heads[m_head].facts.head);
  });
}

void CorpusWindow::follow(const Workspace& workspace) {
  const auto& model = workspace.model();
  if (!model || model == m_model) return;
  m_model = model;
  setRunnable(!model->stored && model->tokenizer && !model->readsImages());
  announce();
}

void CorpusWindow::announce() {
  if (m_job.isRunning() || m_report) return;
  say(tr("Measure runs %1 over the first %2 texts of %3 and shows what each head does over all of them.")
          .arg(m_model ? QString::fromStdString(m_model->info.name) : QString(),
               localNumber(m_limit->value(), 'f', 0), QString::fromStdString(m_texts.filename().string())));
}

void CorpusWindow::openFile(const std::filesystem::path& file) {
  try {
    if (file.extension() == ".headstats") return take(std::make_shared<const CorpusStats>(readStats(file)));
    if (isFolder(file) && !statsFilesIn(file).empty())
      throw Error("'" + file.string() +
                  "': expected one file of statistics, found a folder of them, which headlight heads lists");
    m_texts = file;
    m_report.reset();
    draw();
    showCard();
    announce();
  } catch (const Error& error) {
    say(QString::fromUtf8(error.what()));
  }
}

void CorpusWindow::chooseTexts() {
  auto* dialog = new QFileDialog(this, tr("Choose texts"), QString(),
                                 tr("Texts and statistics (*.txt *.jsonl *.csv *.tsv *.conllu *.json *.headstats);;"
                                    "All files (*)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) { openFile(file.toStdString()); });
  dialog->open();
}

void CorpusWindow::chooseOutput() {
  auto* dialog = new QFileDialog(this, tr("Save statistics"), QString(), tr("Statistics of heads (*.headstats)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(QStringLiteral("headstats"));
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
    try {
      writeStats(*m_report->stats, file.toStdString());
    } catch (const Error& error) {
      say(QString::fromUtf8(error.what()));
    }
  });
  dialog->open();
}

void CorpusWindow::measure() {
  if (!m_model) return;
  CorpusSpec spec;
  spec.files = {m_texts};
  spec.limit = m_limit->value();
  m_state = std::make_shared<CorpusRunState>();
  m_watch->start();
  say({});
  m_job.start(
      [model = *m_model, spec, state = m_state](const Progress& progress) {
        Corpus corpus(spec);
        CorpusSettings settings;
        if (model.translates()) settings.attention = AttentionType::Encoder;
        CorpusStats stats = emptyStats(model, corpus, settings);
        double next = kLookSeconds;
        runCorpus(model, corpus, stats, [&](const CorpusProgress& now) {
          std::shared_ptr<const CorpusStats> seen;
          if (now.seconds >= next) {
            QElapsedTimer copying;
            copying.start();
            seen = std::make_shared<const CorpusStats>(stats);
            constexpr double kMs = 1000;
            next = now.seconds + std::max(kLookSeconds, kLookCopies * static_cast<double>(copying.elapsed()) / kMs);
          }
          state->set(now, std::move(seen));
          progress(now.part);
          return !state->stopped();
        });
        return std::make_shared<const CorpusStats>(std::move(stats));
      },
      [this](std::shared_ptr<const CorpusStats> stats) {
        m_watch->stop();
        m_state.reset();
        take(std::move(stats));
      },
      [this](const QString& message) {
        m_watch->stop();
        m_state.reset();
        say(message);
      });
}

void CorpusWindow::watch() {
  if (!m_state) return;
  const CorpusProgress now = m_state->progress();
  if (const auto stats = m_state->stats(); stats && (!m_report || m_report->stats != stats)) take(stats);
  if (now.counted == 0) return;
  const double left = now.part > 0 ? now.seconds * (1 - now.part) / now.part : 0;
  say(tr("%1 texts, %2 per second, %3 left")
          .arg(localNumber(static_cast<double>(now.counted), 'f', 0),
               localNumber(static_cast<double>(now.counted) / std::max(now.seconds, 1e-9), 'f', 0), durationText(left)));
}

void CorpusWindow::take(std::shared_ptr<const CorpusStats> stats) {
  const bool first = !m_report || m_report->stats->model.identity != stats->model.identity;
  m_report = corpusReport(std::move(stats));
  m_save->setEnabled(!m_state && m_report->stats->texts > 0);
  QStringList notes{m_report->heads->model + QStringLiteral(" · ") + m_report->heads->text};
  for (const QString& note : m_report->notes) notes << note;
  say(notes.join(QStringLiteral(" · ")));
  if (first || m_head >= m_report->stats->heads.size()) {
    // The head that the metric is largest at has most to show.
    const std::size_t metric = metricNumber(this->metric(m_y));
    m_head = 0;
    for (std::size_t head = 0; head < m_report->stats->heads.size(); ++head)
      if (m_report->stats->heads[head].metrics[metric].texts.mean() >
          m_report->stats->heads[m_head].metrics[metric].texts.mean())
        m_head = head;
  }
  draw();
  showCard();
}

void CorpusWindow::showHead(std::size_t head) {
  m_head = head;
  showCard();
}

void CorpusWindow::showCard() {
  m_exemplars->clear();
  if (!m_report || m_report->stats->texts == 0) return m_card->setFigure(nullptr);
  FigureStyle style = screenStyle();
  m_card->setFigure(std::make_shared<HeadCardFigure>(m_report, m_head, metric(m_y), style));
  for (const ExemplarText& exemplar : exemplarsOf(*m_report->stats, m_head, metricNumber(metric(m_y)))) {
    const QString text = QString::fromStdString(exemplar.text.text);
    auto* item = new QListWidgetItem(
        QStringLiteral("%1  %2").arg(numberText(exemplar.value, 3), text.isEmpty() ? QString::fromStdString(exemplar.text.place) : text),
        m_exemplars);
    item->setToolTip(QString::fromStdString(exemplar.text.place));
    item->setData(Qt::UserRole, text);
    if (exemplar.text.second) item->setData(Qt::UserRole + 1, QString::fromStdString(*exemplar.text.second));
    if (text.isEmpty()) item->setFlags(item->flags() & ~Qt::ItemIsEnabled);  // Of random tokens there is no text.
  }
}

std::string CorpusWindow::metric(const QComboBox* box) const { return box->currentData().toString().toStdString(); }

std::shared_ptr<const Figure> CorpusWindow::chart() const {
  if (!m_report || m_report->stats->texts == 0) return nullptr;
  FigureStyle style = screenStyle();
  style.caption = false;  // The window names model and texts.
  if (m_view->currentIndex() == kAtlas) return std::make_shared<MetricAtlasFigure>(m_report, metric(m_y), style);
  return std::make_shared<ScatterFigure>(m_report->heads, metric(m_x), metric(m_y), std::vector<HeadId>(), style);
}

Exportable CorpusWindow::exportable() const {
  if (m_view->currentIndex() == kAtlas)
    return exportableChart(tr("Over many texts"), madeBy(*m_report->heads), "corpus",
                           [report = m_report, metric = metric(m_y)](const FigureStyle& style, bool) {
                             return std::make_unique<MetricAtlasFigure>(report, metric, style);
                           });
  return exportableChart(tr("Over many texts"), madeBy(*m_report->heads), "corpus",
                         [report = m_report->heads, x = metric(m_x), y = metric(m_y)](const FigureStyle& style, bool) {
                           return std::make_unique<ScatterFigure>(report, x, y, std::vector<HeadId>(), style);
                         });
}

void CorpusWindow::changeEvent(QEvent* event) {
  ChartWindow::changeEvent(event);
  if (event->type() == QEvent::PaletteChange && m_report) showCard();
}

}  // namespace headlight
