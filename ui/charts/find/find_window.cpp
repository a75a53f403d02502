#include "ui/charts/find/find_window.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>

#include "ui/charts/chart_export.h"
#include "ui/charts/find/drawing_grid.h"
#include "ui/figures/colours/colour_scale.h"
#include "ui/figures/head_words.h"
#include "ui/reading/workspace.h"
#include "ui/views/figure_canvas.h"
#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"
#include "ui/widgets/theme.h"
#include "ui/words.h"

namespace headlight {

FindWindow::FindWindow(Workspace* workspace, QWidget* beside)
    : ChartWindow(QStringLiteral("findHeads"), tr("Find heads by drawing"), workspace, beside) {
  m_pattern = named("findHeadsPattern", new QComboBox);
  m_pattern->setMinimumContentsLength(24);
  m_pattern->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  constexpr int kWidestPattern = 440;
  m_pattern->setMaximumWidth(kWidestPattern);
  m_pattern->setToolTip(tr("Patterns that describe the drawn cells, the best first; their other cells are outlined"));
  addLabelled(tr("As &pattern"), m_pattern, choices());
  m_over = addButton("Over", tr("Over &many texts…"));
  m_over->setToolTip(tr("Ranks all heads by this pattern over many texts"));
  m_clear = addButton("Clear", tr("&Clear"));
  addStop([this] { m_job.cancel(); });
  addChart(tr("Heads by their attention on the drawn cells; arrow keys move, Return selects"), &m_job,
           tr("Search progress"));
  canvas()->setWalkable(true);
  addGrid();
  connect(m_clear, &QPushButton::clicked, m_grid, &DrawingGrid::clear);
  connect(m_over, &QPushButton::clicked, this, [this] { emit patternWanted(pattern()); });
  connect(m_pattern, &QComboBox::currentIndexChanged, this, &FindWindow::showMeant);
  connect(canvas(), &FigureCanvas::clicked, workspace->selection(), [workspace](const FigureSpot& spot) {
    if (spot.head) workspace->selection()->setHead(*spot.head);
  });
  connect(workspace->selection(), &Selection::headChanged, this, [this] {
    if (isVisible()) showMap();
  });
  fillPatterns();
  resize(1120, 720);
}

FindWindow::~FindWindow() = default;

void FindWindow::addGrid() {
  m_grid = named("findHeadsGrid", new DrawingGrid);
  m_grid->setAccessibleName(
      tr("Cells to draw: rows attend, columns are attended to; arrow keys move, Space draws, Delete clears"));
  auto* scroll = new QScrollArea;
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setWidget(m_grid);
  auto* parts = new QSplitter(Qt::Horizontal);
  parts->addWidget(scroll);
  parts->addWidget(canvas());
  parts->setStretchFactor(0, 3);
  parts->setStretchFactor(1, 2);
  column()->addWidget(parts, 1);
  connect(m_grid, &DrawingGrid::changed, this, &FindWindow::find);
}

void FindWindow::follow(const Workspace&) {
  const auto reading = this->reading();
  if (!reading || reading == m_reading) return;
  m_reading = reading;
  showMap();
  find();
}

void FindWindow::showMap() {
  if (!m_reading) return;
  const AttentionMaps& maps = *m_reading->maps;
  const bool square = !m_reading->context.cross && maps.queries() == maps.keys();
  if (!square || maps.queries() > DrawingGrid::kMostTokens) {
    m_grid->setMap(nullptr, {}, {});
    return say(square ? tr("Cells can be drawn for up to %1 tokens; the text has %2.")
                            .arg(DrawingGrid::kMostTokens)
                            .arg(maps.queries())
                      : tr("Cells are drawn where a text attends to itself."));
  }
  const HeadId selected = workspace()->selection()->head();
  const HeadId head = maps.has(selected) ? selected : maps.allHeads().front();
  m_grid->setMap(m_reading->maps, m_reading->context, head);
  if (m_grid->count() == 0)
    say(tr("Draw cells with the pointer: rows attend, columns are attended to. Colours: %1.").arg(headWords(head)));
}

void FindWindow::find() {
  m_clear->setEnabled(m_grid->count() > 0);
  fillPatterns();
  if (!m_reading || m_grid->count() == 0) {
    m_job.cancel();
    m_found = nullptr;
    draw();
    return showMap();
  }
  say(tr("Filled: the drawn cells. Dashed: the other cells of the pattern."));
  m_job.start(
      [reading = m_reading, keys = m_grid->keys(), cells = m_grid->count()](const Progress& progress) {
        FoundHeads found;
        const AttentionContext& context = reading->context;
        found.scores = scoreCells(*reading->maps, context.visibility, keys, CellsOnSinks::OfWholeRows, progress);
        found.cells = cells;
        found.model = context.modelName;
        found.text = context.text;
        found.changed = context.changed;
        return found;
      },
      [this](FoundHeads found) {
        const bool some = std::any_of(found.scores.scores.begin(), found.scores.scores.end(),
                                      [](const LabelScore& score) { return score.queries > 0; });
        m_found = some ? std::make_shared<const FoundHeads>(std::move(found)) : nullptr;
        if (!some) say(tr("No row can be scored: all that it sees is drawn, or its token is a sink."));
        draw();
      },
      [this](const QString& message) { say(message); });
}

void FindWindow::fillPatterns() {
  const QSignalBlocker quiet(m_pattern);
  m_pattern->clear();
  if (m_reading && m_grid->count() > 0) {
    const auto& sees = m_reading->context.visibility;
    for (const PatternFit& fit :
         patternsLike(m_grid->keys(), m_reading->maps->keyTokens(), sees.empty() ? Visibility() : sees.front()))
      m_pattern->addItem(tr("%1: %2 of the drawn rows’ cells, %3 in the text")
                             .arg(QString::fromStdString(fit.pattern.name), percentText(fit.agreement(), 0))
                             .arg(fit.inText),
                         QString::fromStdString(fit.pattern.name));
    const std::string cells = cellsPattern(m_grid->keys());
    constexpr std::size_t kLongest = 900;
    if (cells.size() <= kLongest) m_pattern->addItem(tr("these places in every text"), QString::fromStdString(cells));
  }
  m_pattern->setEnabled(m_pattern->count() > 0);
  m_over->setEnabled(m_pattern->count() > 0);
  showMeant();
}

void FindWindow::showMeant() {
  if (pattern().isEmpty()) return m_grid->setMeant({});
  m_grid->setMeant(keysOf(parsePattern(pattern().toStdString()), {}, m_reading->maps->keyTokens()));
}

QString FindWindow::pattern() const { return m_pattern->currentData().toString(); }

std::shared_ptr<const Figure> FindWindow::chart() const {
  if (!m_found) return nullptr;
  FigureStyle style = screenStyle();
  style.caption = false;  // The window names model and text.
  return std::make_shared<FoundHeadsFigure>(m_found, style);
}

Exportable FindWindow::exportable() const {
  return exportableChart<FoundHeadsFigure>(tr("Heads by drawing"), m_found, madeBy(*m_found), "found");
}

}  // namespace headlight
