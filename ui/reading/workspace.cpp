#include "ui/reading/workspace.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "core/analysis/alignment.h"
#include "core/base/error.h"
#include "core/intervention/grammar.h"
#include "core/io/stored_attention.h"
#include "ui/reading/comparing_panels.h"
#include "ui/reading/media_input.h"
#include "ui/reading/state_fit.h"
#include "ui/state/panel_kind.h"
#include "ui/state/token_move.h"
#include "ui/state/words/method_words.h"

namespace headlight {
namespace {

/// Gives `state` the texts of another one.
void keepTexts(WorkspaceState& state, const WorkspaceState& from) {
  state.text = from.text;
  state.pair = from.pair;
  state.otherText = from.otherText;
  state.conversation = from.conversation;
  state.continuation = from.continuation;
}

/// What there is to say about a reading: its own warning, and the changes that were left out of it.
QStringList warningsOf(const RunResult& result) {
  QStringList warnings{QString::fromStdString(result.warning)};
  for (const RejectedChange& misfit : result.misfits)
    warnings << Workspace::tr("Skipped “%1”: %2")
                    .arg(QString::fromStdString(textOf(result.request.changes[misfit.change])),
                         QString::fromStdString(misfit.why));
  for (const auto& [method, reading] : result.methods)
    if (!reading.maps)
      warnings << Workspace::tr("%1 unavailable: %2").arg(methodName(method), QString::fromStdString(reading.why));
  return warnings;
}

/// Compares with another text, or with none: the first one is shown beside.
void takeOtherText(WorkspaceState& state, const std::optional<TextInput>& other) {
  const bool first = !state.otherText && other;
  state.otherText = other;
  if (first) showBeside(state, {0, 1});
}

/// Has panels show what a translator looks at in the source.
void lookAtSource(WorkspaceState& state) {
  for (PanelState& panel : state.panels)
    if (panel.source.model == 0 && !panel.minus) panel = lookingAtSource(panel);
}

}  // namespace

Workspace::Workspace(Engine engine, QObject* parent) : QObject(parent), m_engine(engine), m_runs(std::move(engine)) {
  m_state.panels = openingPanels();
  m_told = state();
  constexpr int kFileWatchMs = 1000;
  m_fileWatch.setInterval(kFileWatchMs);
  connect(&m_fileWatch, &QTimer::timeout, this, &Workspace::lookAtFiles);
  connect(&m_opening, &JobSignals::progressed, this, &Workspace::openingProgressed);
  connect(&m_opening, &JobSignals::runningChanged, this, [this](bool running) {
    if (!running) emit openingEnded();
  });
  connect(&m_runs, &Runs::progressed, this, &Workspace::runProgressed);
  connect(&m_runs, &Runs::runningChanged, this, &Workspace::runningChanged);
  connect(&m_runs, &Runs::finished, this, &Workspace::takeResult);
  connect(&m_runs, &Runs::failed, this, [this](RunId run) {
    if (run == RunId{}) settle();
    showNotice();
    emit staleChanged();
    tell(Origin::Program);
  });
  connect(&m_selection, &Selection::headChanged, this, [this](HeadId head) {
    if (m_settling) return;
    if (m_awaited) m_awaited->head = head;
    tell(Origin::Person);
  });
  connect(&m_selection, &Selection::pinnedChanged, this, [this](std::optional<Index> token) {
    if (m_settling) return;
    if (m_awaited) m_awaited->token = token;
    tell(Origin::Person);
  });
}

WorkspaceState Workspace::state() const {
  WorkspaceState state = m_state;
  state.head = m_awaited ? m_awaited->head : m_selection.head();
  state.token = m_awaited ? m_awaited->token : m_selection.pinned();
  return state;
}

EditOutcome Workspace::edit(const std::function<void(WorkspaceState&)>& change, Origin origin) {
  const WorkspaceState before = state();
  WorkspaceState asked = before;
  change(asked);
  if (asked == before) return EditOutcome::Unchanged;
  if (asked.model != before.model || asked.otherModel != before.otherModel) return setState(asked, Fit::Clamp, origin);
  if (refuses(asked, origin)) return EditOutcome::Refused;
  WorkspaceState after = asked;
  if (m_models[0] && m_models[0]->stored) keepTexts(after, before);
  m_state = fitted(edited(before, std::move(after)), m_models);
  select(m_state.head, m_state.token);
  if (!readAlike(before, m_state)) run();
  const EditOutcome outcome = state() == before ? EditOutcome::Unchanged : EditOutcome::Applied;
  show(before, asked, origin);
  tell(origin);
  return outcome;
}

bool Workspace::refuses(const WorkspaceState& asked, Origin origin) {
  const QString beyond = beyondLimits(asked);
  if (beyond.isEmpty()) return false;
  show(state(), asked, origin);
  emit refused(beyond);
  return true;
}

void Workspace::select(HeadId head, std::optional<Index> token) {
  if (m_awaited) {
    m_awaited->head = head;
    m_awaited->token = token;
    return;
  }
  m_settling = true;
  m_selection.setHead(nearestHead(m_models, head));
  if (token != m_selection.pinned()) m_selection.setToken(token);
  m_settling = false;
}

void Workspace::show(const WorkspaceState& before, const WorkspaceState& asked, Origin origin) {
  const WorkspaceState now = state();
  const auto differs = [&](const auto& part) { return part(now) != part(before) || part(now) != part(asked); };
  const auto texts = [](const WorkspaceState& s) {
    return std::tie(s.text, s.pair, s.otherText, s.ids, s.conversation, s.pictures, s.sound);
  };
  if (texts(now) != texts(asked) || (origin != Origin::Typing && texts(now) != texts(before))) emit textsReplaced();
  const auto list = [](const WorkspaceState& s) {
    return std::tuple(s.panels.size(), s.maximised, s.otherText.has_value(), s.changes.empty());
  };
  if (differs(list))
    emit panelsChanged();
  else
    for (std::size_t i = 0; i < now.panels.size(); ++i)
      if (differs([i](const WorkspaceState& s) -> const PanelState& { return s.panels[i]; })) emit panelChanged(i);
  if (differs([](const WorkspaceState& s) -> const auto& { return s.deck; })) emit deckChanged();
  if (differs([](const WorkspaceState& s) -> const auto& { return s.atlas; })) emit atlasChanged();
  if (differs([](const WorkspaceState& s) { return std::tie(s.changes, s.showsChanges); })) emit changesChanged();
  if (showsChanged(now) != showsChanged(before)) emit resultsChanged();
}

void Workspace::tell(Origin origin) {
  const WorkspaceState before = m_told, after = state();
  if (before == after) return;
  m_told = after;
  emit changed(before, after, origin);
}

EditOutcome Workspace::setState(const WorkspaceState& state, Fit fit, Origin origin) {
  if (refuses(state, origin)) return EditOutcome::Refused;
  Opening opening{{}, {}, state, fit, origin};
  if (!m_models[0] || state.model != m_state.model) opening.model = state.model;
  if (state.otherModel && (!m_models[1] || state.otherModel != m_state.otherModel))
    opening.otherModel = state.otherModel;
  if (opening.model || opening.otherModel) return open(opening);
  m_opening.cancel();
  return takeModels({}, opening);
}

void Workspace::openModel(const std::filesystem::path& folder) { open({folder, {}, {}}); }

void Workspace::openOtherModel(const std::filesystem::path& folder) { open({{}, folder, {}}); }

void Workspace::closeOtherModel() {
  edit([](WorkspaceState& state) { state.otherModel.reset(); });
}

EditOutcome Workspace::open(const Opening& opening) {
  const std::filesystem::path folder = opening.model ? *opening.model : *opening.otherModel;
  const QString path = QString::fromStdString(folder.string());
  emit openingStarted(QString::fromStdString(folder.filename().string()));
  m_opening.start(
      [open = m_engine.open, opening](const Progress& progress) {
        OpenedModels models;
        const double half = opening.model && opening.otherModel ? 0.5 : 1;
        if (opening.model) models[0] = std::make_shared<const Source>(open(*opening.model, progress.slice(0, half)));
        if (opening.otherModel)
          models[1] = std::make_shared<const Source>(open(*opening.otherModel, progress.slice(1 - half, 1)));
        return models;
      },
      [this, opening](const OpenedModels& models) { takeModels(models, opening); },
      [this, path](const QString& message) { emit openingFailed(path, message); });
  return EditOutcome::Opening;
}

EditOutcome Workspace::takeModels(const OpenedModels& models, const Opening& opening) {
  const WorkspaceState before = state();
  OpenedModels now = {models[0] ? models[0] : m_models[0], models[1] ? models[1] : m_models[1]};
  if (opening.then && !opening.then->otherModel) now[1] = nullptr;
  if (opening.then && opening.fit == Fit::Refuse)
    if (const QString wrong = misfit(*opening.then, now); !wrong.isEmpty()) {
      emit openingFailed(QString::fromStdString(opening.then->model.string()), wrong);
      return EditOutcome::Refused;
    }
  const bool other = now != m_models;
  m_models = now;
  if (opening.model) {
    if (*opening.model != m_state.model) m_state.continuation = {};  // Ids of another vocabulary.
    m_state.model = *opening.model;
  }
  if (opening.otherModel) m_state.otherModel = *opening.otherModel;
  if (opening.then) m_state.otherModel = opening.then->otherModel;
  if (other) emit modelChanged();
  watchFiles();
  const bool translates = models[0] && models[0]->info.encoderLayers > 0;
  if (opening.then) {
    WorkspaceState then = *opening.then;
    if (translates && then.panels == openingPanels()) lookAtSource(then);
    takeState(then);
    if (showsChanged(m_state) != showsChanged(before)) emit resultsChanged();
    const EditOutcome outcome = state() == before ? EditOutcome::Unchanged : EditOutcome::Applied;
    emit stateTaken(*opening.then);
    tell(opening.origin);
    return outcome;
  }
  const bool replaced = takeStoredText();
  // Another file of the same text has other tokens.
  if (opening.model && models[0]->stored)
    for (PanelState& panel : m_state.panels) panel.zoom = {};
  QString beyond;
  if (opening.otherModel) {
    WorkspaceState beside = m_state;
    headlight::showBeside(beside, {1, 0});
    beyond = beyondLimits(beside);
    if (beyond.isEmpty()) m_state = std::move(beside);
  }
  if (translates && opening.model) lookAtSource(m_state);
  m_state = fitted(std::move(m_state), m_models);
  run();
  if (replaced) emit textsReplaced();
  if (m_state.panels != before.panels || replaced) emit panelsChanged();
  if (!beyond.isEmpty()) emit refused(beyond);
  tell(opening.origin);
  return EditOutcome::Applied;
}

bool Workspace::takeStoredText() {
  if (!m_models[0] || !m_models[0]->stored) return false;
  const bool same = m_state.text == m_models[0]->stored->text && !m_state.pair && !m_state.otherText &&
                    !m_state.conversation && m_state.continuation->empty();
  if (same) return false;
  m_state.text = m_models[0]->stored->text;
  m_state.pair.reset();
  m_state.otherText.reset();
  m_state.conversation.reset();
  m_state.continuation = {};
  for (PanelState& panel : m_state.panels) panel.zoom = {};
  return true;
}

void Workspace::watchFiles() {
  m_lost = {};
  const auto stored = [](const auto& model) { return model && model->stored; };
  if (std::any_of(m_models.begin(), m_models.end(), stored))
    m_fileWatch.start();
  else
    m_fileWatch.stop();
}

void Workspace::lookAtFiles() {
  for (std::size_t i = 0; i < m_models.size(); ++i) {
    if (!m_models[i] || !m_models[i]->stored || !m_lost[i].isEmpty()) continue;
    try {
      m_models[i]->stored->check();
    } catch (const Error& error) {
      m_lost[i] = QString::fromUtf8(error.what());
      showNotice();
      emit staleChanged();
    }
  }
}

void Workspace::takeState(const WorkspaceState& state) {
  m_state = state;
  takeStoredText();
  if (m_state.panels.empty()) m_state.panels = openingPanels();
  m_state = fitted(std::move(m_state), m_models);
  m_awaited = state;
  m_counted.reset();
  m_zoomedInto = {};
  m_runs.retry();
  run();
  emit textsReplaced();
  emit panelsChanged();
  emit deckChanged();
  emit atlasChanged();
  emit changesChanged();
  if (!m_runs.isAwaited({})) {
    settle();
    m_counted = result();
  }
}

void Workspace::settle() {
  const std::optional<WorkspaceState> awaited = std::exchange(m_awaited, std::nullopt);
  if (!awaited) return;
  m_settling = true;
  m_selection.setHead(nearestHead(m_models, awaited->head));
  m_selection.setToken(awaited->token);
  m_settling = false;
}

void Workspace::setTexts(const Shared<std::string>& text, const std::optional<Shared<std::string>>& pair) {
  edit(
      [&](WorkspaceState& state) {
        state.text = text;
        state.pair = pair;
      },
      Origin::Typing);
}

void Workspace::setInputs(const TextInput& text, const std::optional<TextInput>& other) {
  const auto take = [&text](WorkspaceState& state) {
    state.text = text.text;
    state.pair = text.pair;
  };
  const auto takeAll = [&](WorkspaceState& state) {
    take(state);
    takeOtherText(state, other);
  };
  // What was typed is not lost where there is no room to compare it.
  if (edit(takeAll, Origin::Typing) == EditOutcome::Refused) edit(take);
}

void Workspace::replaceTexts(const Shared<std::string>& text, const std::optional<Shared<std::string>>& pair) {
  edit([&](WorkspaceState& state) {
    if (model() && model()->readsIds()) {
      state.ids = text;
    } else {
      state.text = text;
      state.pair = pair;
      state.conversation.reset();
    }
  });
  emit textsReplaced();  // What was typed last may not have been told yet.
}

void Workspace::setIds(const Shared<std::string>& ids) {
  edit([&](WorkspaceState& state) { state.ids = ids; }, Origin::Typing);
}

void Workspace::setConversation(const std::optional<Shared<Conversation>>& conversation, Origin origin) {
  edit(
      [&](WorkspaceState& state) {
        state.conversation = conversation;
        // A pair and a text to compare with are of a plain text.
        if (conversation) state.pair.reset();
        if (conversation) takeOtherText(state, {});
      },
      origin);
}

void Workspace::setContinuation(std::vector<std::int64_t> ids) {
  edit([&](WorkspaceState& state) { state.continuation = std::move(ids); });
}

bool Workspace::readsNothing() const {
  return model() ? isEmpty(inputOf(m_state, {}, *model())) : m_state.text->empty() && !m_state.conversation;
}

void Workspace::putPicture(const KeptImage& picture, std::optional<std::size_t> at) {
  edit([&](WorkspaceState& state) {
    if (at && *at < state.pictures.size())
      state.pictures[*at] = picture;
    else
      addPicture(state, picture, model().get());
    if (model() && readsOf(*model()).pictures > 0) showMedia(state);
  });
}

void Workspace::removePicture(std::size_t at) {
  edit([&](WorkspaceState& state) { headlight::removePicture(state, at, model().get()); });
}

void Workspace::setSound(const std::optional<KeptSound>& sound) {
  edit([&](WorkspaceState& state) {
    state.sound = sound;
    if (sound && model() && readsOf(*model()).sound) showMedia(state);
  });
}

void Workspace::showMedia(WorkspaceState& state) const {
  std::vector<PanelState>& panels = state.panels;
  if (std::any_of(panels.begin(), panels.end(), [](const PanelState& p) { return panelKind(p.kind).has.image; }))
    return;
  const std::vector<PanelState> more = imagePanels();
  panels.insert(panels.end(), more.begin(), more.end());
  state.maximised.reset();
}

void Workspace::setOtherText(const std::optional<TextInput>& other) {
  edit([&](WorkspaceState& state) { takeOtherText(state, other); }, Origin::Typing);
}

void Workspace::setPanel(std::size_t index, const PanelState& panel) {
  if (index >= m_state.panels.size()) return;
  edit([&](WorkspaceState& state) {
    PanelState& present = state.panels[index];
    const bool otherTokens = !showSameTokens(present, panel);
    present = panel;
    if (otherTokens) present.zoom = {};
  });
}

void Workspace::setZoom(std::size_t index, const QRectF& cells, bool byPerson) {
  if (index >= m_state.panels.size()) return;
  edit(
      [&](WorkspaceState& state) {
        const PanelState from = state.panels[index];
        state.panels[index].zoom = cells;
        for (PanelState& panel : state.panels)
          if (from.linked && panel.linked && showSameTokens(from, panel)) panel.zoom = cells;
      },
      byPerson ? Origin::Person : Origin::Program);
}

void Workspace::addPanels(const std::vector<PanelState>& panels) {
  edit([&](WorkspaceState& state) {
    for (PanelState panel : panels) {
      panel.note.clear();  // What was written about the one that it is like.
      state.panels.push_back(std::move(panel));
    }
    state.maximised.reset();
  });
}

void Workspace::showBeside(RunId run) {
  if (!hasRun(m_state, run)) return;
  edit([&](WorkspaceState& state) {
    headlight::showBeside(state, run);
    if (run.changed) state.showsChanges = false;  // What it is set beside is the model as it is.
  });
}

void Workspace::removePanel(std::size_t index) {
  if (index >= m_state.panels.size() || m_state.panels.size() == 1) return;
  edit([&](WorkspaceState& state) {
    state.panels.erase(state.panels.begin() + static_cast<std::ptrdiff_t>(index));
    state.maximised.reset();
  });
}

void Workspace::movePanel(std::size_t from, std::size_t to) {
  if (from == to || from >= m_state.panels.size() || to >= m_state.panels.size()) return;
  edit([&](WorkspaceState& state) {
    const auto at = [&state](std::size_t i) { return state.panels.begin() + static_cast<std::ptrdiff_t>(i); };
    if (from < to)
      std::rotate(at(from), at(from + 1), at(to + 1));
    else
      std::rotate(at(to), at(from), at(from + 1));
    state.maximised.reset();
  });
}

void Workspace::swapPanels(std::size_t a, std::size_t b) {
  if (a == b || a >= m_state.panels.size() || b >= m_state.panels.size()) return;
  edit([&](WorkspaceState& state) {
    std::swap(state.panels[a], state.panels[b]);
    state.maximised.reset();
  });
}

void Workspace::setMaximised(std::optional<std::size_t> index) {
  if (index && *index >= m_state.panels.size()) return;
  edit([&](WorkspaceState& state) { state.maximised = index; });
}

void Workspace::setChanges(std::vector<Change> changes) {
  edit([&](WorkspaceState& state) { state.changes = std::move(changes); });
}

void Workspace::setShowsChanges(bool shows) {
  edit([&](WorkspaceState& state) { state.showsChanges = shows; });
}

void Workspace::setDeck(std::vector<DeckSlide> deck) {
  if (deck == *m_state.deck) return;
  edit([&](WorkspaceState& state) { state.deck = std::move(deck); });
}

void Workspace::setAtlas(const AtlasState& atlas) {
  edit([&](WorkspaceState& state) { state.atlas = atlas; });
}

void Workspace::alsoWant(const QObject* who, std::optional<RunId> run) {
  const auto wanted = m_alsoWanted.find(who);
  if (run ? wanted != m_alsoWanted.end() && wanted->second == *run : wanted == m_alsoWanted.end()) return;
  if (run)
    m_alsoWanted[who] = *run;
  else
    m_alsoWanted.erase(wanted);
  this->run();
}

void Workspace::run() {
  if (!m_models[0]) return;
  std::vector<RunId> also;
  for (const auto& [who, run] : m_alsoWanted) also.push_back(run);
  m_runs.want(wantedReadings(m_state, m_models, also));
  if (m_runs.isRunning()) m_stopped = false;
  if (readsNothing()) settle();
  if (!m_runs.isRunning()) showNotice();
  emit staleChanged();
}

void Workspace::cancelRun() {
  if (!isRunning()) return;
  m_runs.cancel();
  m_stopped = true;
  settle();
  showNotice();
  emit staleChanged();
  tell(Origin::Program);
}

bool Workspace::isStale(const PanelState& panel) const {
  for (const RunId run : shownRunsOf(panel, m_state))
    if (m_runs.isStale(run) || (!results()[run] && results()[unchanged(run)]) ||
        !m_lost[static_cast<std::size_t>(run.model)].isEmpty())
      return true;
  return false;
}

void Workspace::takeResult(RunId run) {
  const WorkspaceState before = state();
  showWholeOfOthers(run);
  if (run == RunId{}) {
    settle();
    followEdit();
    m_settling = true;
    m_selection.setHead(nearestHead(m_models, m_selection.head()));
    m_selection.clampTo(std::max(result()->maps->queries(), result()->maps->keys()));
    m_settling = false;
  }
  m_state = fitted(std::move(m_state), m_models);
  if (m_state.changes != before.changes) this->run();
  showNotice();
  emit staleChanged();
  if (run == RunId{}) emit resultChanged();
  if (m_state.changes != before.changes) emit changesChanged();
  if (m_state.panels != before.panels) emit panelsChanged();
  emit resultsChanged();
  tell(Origin::Program);
}

void Workspace::showWhole(const std::function<bool(const PanelState&)>& which) {
  for (std::size_t i = 0; i < m_state.panels.size(); ++i) {
    PanelState& panel = m_state.panels[i];
    if (panel.zoom.isNull() || !which(panel)) continue;
    panel.zoom = {};
    emit panelChanged(i);
  }
}

void Workspace::showWholeOfOthers(RunId run) {
  const std::shared_ptr<const RunResult> before = std::exchange(m_zoomedInto.all[indexOf(run)], results()[run]);
  const auto same = [](const std::vector<Token>& a, const std::vector<Token>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), isSameToken);
  };
  if (!before || (same(before->maps->queryTokens(), results()[run]->maps->queryTokens()) &&
                  same(before->maps->keyTokens(), results()[run]->maps->keyTokens())))
    return;
  showWhole([run](const PanelState& panel) {
    const std::vector<RunId> runs = runsOf(panel);
    return std::find(runs.begin(), runs.end(), run) != runs.end();
  });
}

void Workspace::followEdit() {
  const std::shared_ptr<const RunResult> before = std::exchange(m_counted, result());
  if (!before) return;
  const std::vector<Token>&old = before->maps->queryTokens(), &present = result()->maps->queryTokens();
  WorkspaceState now =
      moved(state(), kinshipOf(*before, *result()) == AlignmentBasis::SameText ? TokenMove::byCharacters(old, present)
                                                                               : TokenMove::byEdit(old, present));
  m_settling = true;
  m_selection.setPinned(now.token);
  m_settling = false;
  m_state.panels = std::move(now.panels);
  m_state.changes = std::move(now.changes);
}

QString Workspace::askForInput() const {
  const Reads reads = readsOf(*model());
  if (reads.sound) return tr("Open a sound, or drop one here, to see what each head attends to.");
  if (reads.pictures > 0 && !reads.beside)
    return tr("Open an image, or drop one here, to see what each head attends to.");
  if (m_state.conversation) return tr("Add a turn to see what each head attends to.");
  if (model()->readsIds()) return tr("This model has no tokenizer. Type token ids, such as 101 2023 102.");
  return tr("Type a sentence to see what each head attends to.");
}

void Workspace::showNotice() {
  QStringList unread;
  for (const auto& each : m_models)
    if (each) unread << unreadMedia(m_state, *each);
  if (readsNothing()) return setNotice(Notice::Level::Hint, (QStringList{askForInput()} + unread).join(u'\n'));
  if (m_stopped) return setNotice(Notice::Level::Hint, tr("Stopped. Panels still show the previous text."));
  QStringList errors, warnings = unread;
  const auto add = [&](QStringList& list, RunId run, const QString& message) {
    const QString from = sourceName(run, results());
    if (!message.isEmpty()) list << (from.isEmpty() ? message : tr("%1: %2").arg(from, message));
  };
  for (std::size_t i = 0; i < kRuns; ++i) {
    add(errors, runAt(i), m_runs.error(runAt(i)));
    if (const auto& result = results()[runAt(i)]; result && !m_runs.isStale(runAt(i)))
      for (const QString& warning : warningsOf(*result)) add(warnings, runAt(i), warning);
  }
  for (const QString& lost : m_lost)
    if (!lost.isEmpty()) errors << lost;
  if (!errors.isEmpty()) return setNotice(Notice::Level::Error, errors.join(u'\n'));
  if (!warnings.isEmpty()) return setNotice(Notice::Level::Warning, warnings.join(u'\n'));
  if (m_state.otherText && m_state.otherText->text->empty())
    return setNotice(Notice::Level::Hint, tr("Type the text to compare with."));
  setNotice(Notice::Level::None);
}

void Workspace::setNotice(Notice::Level level, const QString& text) {
  const Notice notice{level, text};
  if (notice == m_notice) return;
  m_notice = notice;
  emit noticeChanged(m_notice);
}

}  // namespace headlight
