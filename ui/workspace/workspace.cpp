#include "ui/workspace/workspace.h"

#include <algorithm>
#include <utility>

namespace headlight {

std::vector<PanelState> openingPanels() {
  PanelState heatmap, links;
  links.kind = PanelKind::Links;
  return {heatmap, links};
}

namespace {

/// Says which head of `state` a model does not have; empty when it has them all.
QString misfit(const WorkspaceState& state, const ModelInfo& info) {
  std::vector<HeadId> heads = {state.head};
  for (const PanelState& panel : state.panels)
    if (panel.pinned) heads.push_back(*panel.pinned);
  for (const HeadId head : heads)
    if (head.layer < 0 || head.layer >= info.layers || head.head < 0 || head.head >= info.heads)
      return Workspace::tr("%1: expected a head of %2 layers with %3 heads each, found layer %4, head %5")
          .arg(QString::fromStdString(info.name))
          .arg(info.layers)
          .arg(info.heads)
          .arg(head.layer)
          .arg(head.head);
  return {};
}

}  // namespace

Workspace::Workspace(Engine engine, QObject* parent) : QObject(parent), m_engine(std::move(engine)) {
  m_state.panels = openingPanels();
  connect(&m_opening, &JobSignals::progressed, this, &Workspace::openingProgressed);
  connect(&m_opening, &JobSignals::runningChanged, this, [this](bool running) {
    if (!running) emit openingEnded();
  });
  connect(&m_run, &JobSignals::progressed, this, &Workspace::runProgressed);
  connect(&m_run, &JobSignals::runningChanged, this, &Workspace::runningChanged);
  connect(&m_run, &JobSignals::failed, this, [this](const QString& message) {
    settle();
    setNotice(Notice::Level::Error, message);
    setStale(true);
  });
  connect(&m_selection, &Selection::headChanged, this, [this](HeadId head) {
    if (m_settling) return;
    if (m_awaited) m_awaited->head = head;
    emit stateChanged(true);
  });
  connect(&m_selection, &Selection::tokenChanged, this, [this](std::optional<Index> token) {
    if (m_settling) return;
    if (m_awaited) m_awaited->token = token;
    emit stateChanged(true);
  });
}

WorkspaceState Workspace::state() const {
  WorkspaceState state = m_state;
  state.head = m_awaited ? m_awaited->head : m_selection.head();
  state.token = m_awaited ? m_awaited->token : m_selection.token();
  return state;
}

void Workspace::setState(const WorkspaceState& state, Fit fit) {
  if (!m_model || state.model != m_state.model) return open(state.model, state, fit);
  m_opening.cancel();
  const QString wrong = fit == Fit::Refuse ? misfit(state, m_model->info) : QString();
  if (wrong.isEmpty())
    takeState(state, false);
  else
    emit openingFailed(QString::fromStdString(state.model.string()), wrong);
}

void Workspace::openModel(const std::filesystem::path& folder) { open(folder, {}, Fit::Clamp); }

void Workspace::open(const std::filesystem::path& folder, std::optional<WorkspaceState> then, Fit fit) {
  const QString path = QString::fromStdString(folder.string());
  emit openingStarted(QString::fromStdString(folder.filename().string()));
  disconnect(&m_opening, &JobSignals::failed, this, nullptr);
  connect(&m_opening, &JobSignals::failed, this,
          [this, path](const QString& message) { emit openingFailed(path, message); });
  m_opening.start([open = m_engine.open, folder](const Progress& progress) { return open(folder, progress); },
                  [this, folder, path, then = std::move(then), fit](LoadedModel model) {
                    const QString wrong = then && fit == Fit::Refuse ? misfit(*then, model.info) : QString();
                    if (wrong.isEmpty())
                      takeModel(std::move(model), folder, then);
                    else
                      emit openingFailed(path, wrong);
                  });
}

void Workspace::takeModel(LoadedModel model, const std::filesystem::path& folder,
                          const std::optional<WorkspaceState>& then) {
  m_model = std::make_shared<const LoadedModel>(std::move(model));
  m_state.model = folder;
  emit modelChanged();
  if (then) return takeState(*then, true);
  run();
  emit stateChanged(true);
}

void Workspace::takeState(const WorkspaceState& state, bool otherModel) {
  const bool sameText = !otherModel && m_result && !m_stale && !m_run.isRunning() && state.text == m_state.text &&
                        state.pair == m_state.pair;
  m_state = state;
  for (PanelState& panel : m_state.panels)
    if (panel.pinned) panel.pinned = clamped(*panel.pinned);
  if (m_state.panels.empty()) m_state.panels = openingPanels();
  m_awaited = state;
  emit textsReplaced();
  emit panelsChanged();
  emit deckChanged();
  if (sameText)
    settle();
  else
    run();
  emit stateChanged(true);
}

void Workspace::settle() {
  const std::optional<WorkspaceState> awaited = std::exchange(m_awaited, std::nullopt);
  if (!awaited) return;
  m_settling = true;
  m_selection.setHead(clamped(awaited->head));
  m_selection.setToken(awaited->token);
  m_settling = false;
}

void Workspace::setTexts(const std::string& text, const std::optional<std::string>& pair) {
  if (text == m_state.text && pair == m_state.pair) return;
  m_state.text = text;
  m_state.pair = pair;
  run();
  emit stateChanged(true);
}

void Workspace::setPanel(std::size_t index, const PanelState& panel) {
  if (index >= m_state.panels.size() || m_state.panels[index] == panel) return;
  m_state.panels[index] = panel;
  emit panelChanged(index);
  emit stateChanged(true);
}

void Workspace::addPanel(const PanelState& panel) {
  m_state.panels.push_back(panel);
  emit panelsChanged();
  emit stateChanged(true);
}

void Workspace::removePanel(std::size_t index) {
  if (index >= m_state.panels.size() || m_state.panels.size() == 1) return;
  m_state.panels.erase(m_state.panels.begin() + static_cast<std::ptrdiff_t>(index));
  emit panelsChanged();
  emit stateChanged(true);
}

void Workspace::setDeck(std::vector<DeckSlide> deck) {
  if (deck == m_state.deck) return;
  m_state.deck = std::move(deck);
  emit deckChanged();
  emit stateChanged(true);
}

void Workspace::run() {
  if (!m_model) return;
  if (m_state.text.empty()) {
    m_run.cancel();
    settle();
    setNotice(Notice::Level::Hint, tr("Type a sentence to see what each head looks at."));
    setStale(m_result != nullptr);
    return;
  }
  m_timer.start();
  const RunRequest request{m_model, m_state.text, m_state.pair};
  m_run.start([run = m_engine.run, request](const Progress& progress) { return run(request, progress); },
              [this](RunResult result) { takeResult(std::move(result)); });
}

void Workspace::cancelRun() {
  if (!m_run.isRunning()) return;
  m_run.cancel();
  settle();
  setNotice(Notice::Level::Hint, tr("Stopped. The pictures show the text before."));
  setStale(m_result != nullptr);
}

void Workspace::takeResult(RunResult result) {
  m_lastRunTime = m_timer.elapsed();
  m_result = std::make_shared<const RunResult>(std::move(result));
  const WorkspaceState before = state();
  settle();
  m_settling = true;
  m_selection.setHead(clamped(m_selection.head()));
  m_selection.clampTo(std::max(m_result->maps->queries(), m_result->maps->keys()));
  m_settling = false;
  for (PanelState& panel : m_state.panels)
    if (panel.pinned) panel.pinned = clamped(*panel.pinned);
  setNotice(m_result->warning.empty() ? Notice::Level::None : Notice::Level::Warning,
            QString::fromStdString(m_result->warning));
  setStale(false);
  emit resultChanged();
  if (state() != before) emit stateChanged(false);
}

void Workspace::setNotice(Notice::Level level, const QString& text) {
  const Notice notice{level, text};
  if (notice == m_notice) return;
  m_notice = notice;
  emit noticeChanged(m_notice);
}

void Workspace::setStale(bool stale) {
  if (stale == m_stale) return;
  m_stale = stale;
  emit staleChanged(stale);
}

HeadId Workspace::clamped(HeadId head) const {
  if (!m_model) return head;
  const ModelInfo& info = m_model->info;
  return {std::clamp(head.layer, 0, std::max(0, info.layers - 1)),
          std::clamp(head.head, 0, std::max(0, info.heads - 1))};
}

}  // namespace headlight
