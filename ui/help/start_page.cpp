#include "ui/help/start_page.h"

#include <qcustomplot.h>

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>
#include <utility>

#include "core/base/error.h"
#include "ui/panels/export/workspace_figure.h"
#include "ui/state/recent_files.h"
#include "ui/state/settings.h"
#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"
#include "ui/widgets/theme.h"

namespace headlight {
namespace {

constexpr QSize kPicture(200, 124);

/// What a sample is shown in: its links, where it looks at another text the map, and over its picture.
std::vector<PanelState> picturePanels(const Sample& sample) {
  PanelState panel;
  panel.kind = !sample.picture.empty() ? PanelKind::Image : sample.cross ? PanelKind::Heatmap : PanelKind::Arcs;
  return {panel};
}

QPixmap pictureOf(const WorkspaceState& state, const RunResults& results, double ratio) {
  FigureStyle style = screenStyle();
  style.title = style.caption = false;
  style.legend = LegendPlace::None;
  style.textSize = kSmallestLabel;
  QPixmap picture(kPicture * ratio);
  picture.setDevicePixelRatio(ratio);
  picture.fill(style.inks().paper);
  QCPPainter painter(&picture);
  panelFigure(state.panels.front(), results, state.head, state.token, style)
      ->paint(painter, QRectF(QPointF(), QSizeF(kPicture)));
  return picture;
}

QLabel* heading(const QString& text) {
  auto* label = new QLabel(text);
  QFont font = label->font();
  font.setWeight(QFont::DemiBold);
  label->setFont(font);
  return label;
}

}  // namespace

bool StartPage::isFirst() { return !loadSettings().welcomed; }

StartPage::StartPage(StartChoices choices, Engine engine, QWidget* window)
    : QDialog(window), m_choices(std::move(choices)), m_engine(std::move(engine)) {
  setObjectName(QStringLiteral("startPage"));
  setWindowTitle(tr("Start"));
  m_samples = named("startSamples", new QListWidget);
  m_samples->setAccessibleName(tr("Examples"));
  m_samples->setViewMode(QListView::IconMode);
  m_samples->setMovement(QListView::Static);
  m_samples->setResizeMode(QListView::Adjust);
  m_samples->setWordWrap(true);
  m_samples->setIconSize(kPicture);
  m_samples->setGridSize(kPicture + QSize(16, 2 * fontMetrics().lineSpacing() + 20));
  addSamples();
  auto* sessions = named("startSessions", new QListWidget);
  sessions->setAccessibleName(tr("Recent sessions"));
  addSessions(sessions);

  const auto button = [this](const char* name, const QString& text, const std::function<void()>& command) {
    auto* made = named(name, new QPushButton(text));
    made->setAutoDefault(false);
    connect(made, &QPushButton::clicked, this, [this, command] { choose(command); });
    return made;
  };
  auto* page = makeBox<QHBoxLayout>(this, {16, 16, 16, 16}, 16);
  auto* left = new QVBoxLayout;
  left->addWidget(heading(tr("Begin with an example")));
  left->addWidget(m_samples, 1);
  page->addLayout(left, 3);
  auto* right = new QVBoxLayout;
  right->addWidget(heading(tr("Or with something of your own")));
  right->addWidget(button("startModel", tr("&Open a model…"), m_choices.openModel));
  right->addWidget(button("startImport", tr("&Attention from elsewhere…"), m_choices.importAttention));
  right->addSpacing(8);
  right->addWidget(heading(tr("New here?")));
  right->addWidget(button("startTour", tr("&Tour: two minutes, hands on"), m_choices.tour));
  right->addSpacing(8);
  right->addWidget(heading(tr("Recent sessions")));
  right->addWidget(sessions, 1);
  auto* close = button("startClose", tr("&Close"), {});
  right->addWidget(close, 0, Qt::AlignRight);
  page->addLayout(right, 1);
  resize(QSize(960, 600).boundedTo(window->size() * 0.95));
  m_samples->setFocus();
  if (!m_list.empty()) picture(0);
}

StartPage::~StartPage() = default;

void StartPage::addSamples() {
  try {
    m_list = builtInSamples();
  } catch (const Error& error) {
    m_samples->addItem(QString::fromUtf8(error.what()));
    m_samples->setEnabled(false);
    return;
  }
  QPixmap paper(kPicture * devicePixelRatioF());
  paper.setDevicePixelRatio(devicePixelRatioF());
  paper.fill(screenStyle().inks().paper);
  for (const Sample& sample : m_list) {
    auto* item = new QListWidgetItem(QIcon(paper), sampleTitle(sample), m_samples);
    item->setToolTip(sampleShows(sample));
  }
  m_samples->setCurrentRow(0);
  const auto open = [this](const QListWidgetItem* item) {
    const Sample sample = m_list[static_cast<std::size_t>(m_samples->row(item))];
    choose([open = m_choices.openSample, sample] { open(sample); });
  };
  connect(m_samples, &QListWidget::itemClicked, this, open);
  connect(m_samples, &QListWidget::itemActivated, this, open);
}

void StartPage::addSessions(QListWidget* list) {
  for (const QString& path : recent(RecentList::Sessions)) {
    auto* item = new QListWidgetItem(QFileInfo(path).completeBaseName(), list);
    item->setToolTip(path);
    item->setData(Qt::UserRole, path);
  }
  if (list->count() == 0) {
    auto* none = new QListWidgetItem(tr("None yet"), list);
    none->setFlags(Qt::NoItemFlags);
  }
  const auto open = [this](const QListWidgetItem* item) {
    const QString path = item->data(Qt::UserRole).toString();
    if (!path.isEmpty()) choose([open = m_choices.openSession, path] { open(path); });
  };
  connect(list, &QListWidget::itemClicked, this, open);
  connect(list, &QListWidget::itemActivated, this, open);
}

void StartPage::picture(std::size_t sample) {
  if (sample >= m_list.size()) return;
  WorkspaceState state;
  try {
    state = stateOf(m_list[sample], picturePanels(m_list[sample]));
  } catch (const Error&) {
    return picture(sample + 1);  // Choosing it says what is missing.
  }
  m_job.start([engine = m_engine, state](const Progress& progress) { return readingsOf(engine, state, progress); },
              [this, sample, state](const RunResults& results) {
                m_samples->item(static_cast<int>(sample))->setIcon(pictureOf(state, results, devicePixelRatioF()));
                m_samples->item(static_cast<int>(sample))->setData(Qt::UserRole, true);
                picture(sample + 1);
              },
              [this, sample](const QString&) { picture(sample + 1); });
}

void StartPage::choose(const std::function<void()>& command) {
  if (!isVisible()) return;  // The second click of two.
  accept();
  if (command) command();
}

void StartPage::done(int result) {
  m_job.cancel();
  changeSettings([](Settings& settings) { settings.welcomed = true; });
  QDialog::done(result);
}

}  // namespace headlight
