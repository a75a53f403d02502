#include "ui/workspace/workspace.h"

#include <algorithm>
#include <utility>

namespace headlight {

std::vector<PanelState> openingPanels() {
  PanelState heatmap, links;
  links.kind = PanelKind::Links;
  return {heatmap, links};
}

Workspace::Workspace(Engine engine, QObject* parent) : QObject(parent), m_engine(std::move(engine)) {
  m_state.panels = openingPanels();
  connect(&m_opening, &JobSignals::progressed, this, &Workspace::openingProgressed);
  connect(&m_opening, &JobSignals::runningChanged, this, [this](bool running) {
    if (!running) emit openingEnded();
  });
  connect(&m_run, &JobSignals::progressed, this, &Workspace::runProgressed);
  connect(&m_run, &JobSignals::runningChanged, this, &Workspace::runningChanged);
  connect(&m_run, &JobSignals::failed, this, [this](const QString& message) {
    setNotice(Notice::Level::Error, message);
    setStale(true);
  });
}

WorkspaceState Workspace::state() const {
  WorkspaceState state = m_state;
  state.head = m_awaited ? m_awaited->head : m_selection.head();
  state.token = m_awaited ? m_awaited->token : m_selection.token();
  return state;
}

void Workspace::setState(const WorkspaceState& state) {
  if (!m_model || state.model != m_state.model)
    open(state.model, state);
  else {
    m_opening.cancel();
    takeState(state);
  }
}

void Workspace::openModel(const std::filesystem::path& folder) { open(folder, {}); }

void Workspace::open(const std::filesystem::path& folder, std::optional<WorkspaceState> then) {
  const QString path = QString::fromStdString(folder.string());
  emit openingStarted(QString::fromStdString(folder.filename().string()));
  disconnect(&m_opening, &JobSignals::failed, this, nullptr);
  connect(&m_opening, &JobSignals::failed, this,
          [this, path](const QString& message) { emit openingFailed(path, message); });
  m_opening.start([open = m_engine.open, folder](const Progress& progress) { return open(folder, progress); },
                  [this, folder, then = std::move(then)](LoadedModel model) {
                    m_state.model = folder;
                    takeModel(std::move(model), then);
                  });
}

void Workspace::takeModel(LoadedModel model, const std::optional<WorkspaceState>& then) {
  m_model = std::make_shared<const LoadedModel>(std::move(model));
  emit modelChanged();
  if (then)
    takeState(*then);
  else
    run();
}

void Workspace::takeState(const WorkspaceState& state) {
  m_state = state;
  for (PanelState& panel : m_state.panels)
    if (panel.pinned) panel.pinned = clamped(*panel.pinned);
  if (m_state.panels.empty()) m_state.panels = openingPanels();
  m_awaited = state;
  emit textsReplaced();
  emit panelsChanged();
  run();
}

void Workspace::setTexts(const std::string& text, const std::optional<std::string>& pair) {
  if (text == m_state.text && pair == m_state.pair) return;
  m_state.text = text;
  m_state.pair = pair;
  run();
}

void Workspace::setPanel(std::size_t index, const PanelState& panel) {
  if (index >= m_state.panels.size() || m_state.panels[index] == panel) return;
  m_state.panels[index] = panel;
  emit panelChanged(index);
}

void Workspace::addPanel(const PanelState& panel) {
  m_state.panels.push_back(panel);
  emit panelsChanged();
}

void Workspace::removePanel(std::size_t index) {
  if (index >= m_state.panels.size() || m_state.panels.size() == 1) return;
  m_state.panels.erase(m_state.panels.begin() + static_cast<std::ptrdiff_t>(index));
  emit panelsChanged();
}

void Workspace::run() {
  if (!m_model) return;
  if (m_state.text.empty()) {
    m_run.cancel();
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
  setNotice(Notice::Level::Hint, tr("Stopped. The pictures show the text before."));
  setStale(m_result != nullptr);
}

void Workspace::takeResult(RunResult result) {
  m_lastRunTime = m_timer.elapsed();
  m_result = std::make_shared<const RunResult>(std::move(result));
  const std::optional<WorkspaceState> awaited = std::exchange(m_awaited, std::nullopt);
  m_selection.setHead(clamped(awaited ? awaited->head : m_selection.head()));
  if (awaited) m_selection.setToken(awaited->token);
  m_selection.clampTo(std::max(m_result->maps->queries(), m_result->maps->keys()));
  for (PanelState& panel : m_state.panels)
    if (panel.pinned) panel.pinned = clamped(*panel.pinned);
  setNotice(m_result->warning.empty() ? Notice::Level::None : Notice::Level::Warning,
            QString::fromStdString(m_result->warning));
  setStale(false);
  emit resultChanged();
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
