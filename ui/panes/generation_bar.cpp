#include "ui/panes/generation_bar.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPointer>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "core/attention/trace.h"
#include "core/base/error.h"
#include "core/model/predictions.h"
#include "core/reading/reader.h"
#include "ui/figures/colours/colour_scale.h"
#include "ui/figures/token_label.h"
#include "ui/reading/workspace_actions.h"
#include "ui/reading/written_text.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"

namespace headlight {
namespace {

/// How the next token is chosen.
enum Way { kLikeliest, kDraw, kBeams };

constexpr int kAlternatives = 6;

QString labelOf(std::string text) {
  Token token;
  token.text = token.display = std::move(text);
  return tokenLabel(token);
}

template <class Field, class Number>
Field* makeNumber(const QString& objectName, const QString& prefix, const QString& tip, Number least, Number most,
                  Number value) {
  auto* field = new Field;
  field->setObjectName(objectName);
  field->setPrefix(prefix);
  field->setAccessibleName(tip);
  field->setToolTip(tip);
  field->setRange(least, most);
  field->setValue(value);
  return field;
}

}  // namespace

GenerationBar::GenerationBar(Workspace* workspace, QWidget* parent) : QWidget(parent), m_workspace(workspace) {
  setObjectName(QStringLiteral("generationBar"));
  makeActions();
  const auto button = [](const QString& name, const QString& icon, const QString& tip) {
    return makeIconButton(name, icon, tip, tip);
  };
  m_go = named("generate", new QToolButton);
  m_go->setText(tr("Continue text"));
  showAs(m_go, m_writeOn);
  m_tokens = named("generateTokens", new QSpinBox);
  m_tokens->setAccessibleName(tr("Maximum new tokens"));
  m_tokens->setRange(1, 4096);
  m_tokens->setValue(24);
  m_tokens->setSuffix(tr(" tokens"));
  m_way = named("generateWay", new QComboBox);
  m_way->setAccessibleName(tr("Decoding method"));
  m_way->addItems({tr("greedy"), tr("sampling"), tr("beam search")});
  m_temperature =
      makeNumber<QDoubleSpinBox>(QStringLiteral("generateTemperature"), tr("temperature "),
                                 tr("Above 1 evens the chances out, below 1 sharpens them"), 0.05, 10.0, 1.0);
  m_temperature->setSingleStep(0.1);
  m_topK = makeNumber<QSpinBox>(QStringLiteral("generateTopK"), tr("top-k "),
                                tr("Sample from the k most likely tokens; 0 = all"), 0, 1'000'000, 0);
  m_topP =
      makeNumber<QDoubleSpinBox>(QStringLiteral("generateTopP"), tr("top-p "),
                                 tr("Sample from the most likely tokens up to this total probability"), 0.01, 1.0, 1.0);
  m_topP->setSingleStep(0.05);
  m_seed = makeNumber<QSpinBox>(QStringLiteral("generateSeed"), tr("seed "), tr("Same seed, same tokens"),
                                0, 2'000'000'000, 1);
  m_beams = makeNumber<QSpinBox>(QStringLiteral("generateBeams"), tr("beams "),
                                 tr("Candidate texts kept at each step"), 2, 32, 4);
  m_slider = named("generationStep", new QSlider(Qt::Horizontal));
  m_slider->setAccessibleName(tr("Step"));
  m_slider->setMinimumWidth(120);
  m_back = button(QStringLiteral("stepBack"), QStringLiteral("up"), tr("Previous step"));
  m_forth = button(QStringLiteral("stepForth"), QStringLiteral("down"), tr("Next step"));
  m_says = named("generationText", new QLabel);
  m_says->setTextFormat(Qt::PlainText);
  m_says->setMinimumWidth(1);
  auto* shut = button(QStringLiteral("closeGeneration"), QStringLiteral("close"), tr("Close"));
  m_alternatives = named("alternatives", new QWidget);
  m_alternatives->setAccessibleName(tr("Alternatives"));
  m_row = new QHBoxLayout(m_alternatives);
  m_row->setContentsMargins(0, 0, 0, 0);
  m_row->setSpacing(4);

  auto* settings = new QHBoxLayout;
  settings->setSpacing(4);
  for (QWidget* each :
       std::initializer_list<QWidget*>{m_go, m_tokens, m_way, m_temperature, m_topK, m_topP, m_seed, m_beams})
    settings->addWidget(each);
  settings->addStretch(1);
  settings->addWidget(shut);
  auto* walking = new QHBoxLayout;
  walking->setSpacing(4);
  walking->addWidget(m_back);
  walking->addWidget(m_slider, 1);
  walking->addWidget(m_forth);
  walking->addSpacing(8);
  walking->addWidget(m_says, 1);
  walking->addWidget(m_alternatives, 3);
  auto* column = makeBox<QVBoxLayout>(this, {0, 0, 0, 0}, 4);
  column->addLayout(settings);
  column->addLayout(walking);
  hide();

  connect(shut, &QToolButton::clicked, this, [this] { setOpen(false); });
  connect(m_slider, &QSlider::valueChanged, this, &GenerationBar::setStep);
  connect(m_back, &QToolButton::clicked, this, [this] { setStep(m_step - 1); });
  connect(m_forth, &QToolButton::clicked, this, [this] { setStep(m_step + 1); });
  const auto showWay = [this] {
    for (QWidget* each : std::initializer_list<QWidget*>{m_temperature, m_topK, m_topP, m_seed})
      each->setVisible(m_way->currentIndex() == kDraw);
    m_beams->setVisible(m_way->currentIndex() == kBeams);
  };
  connect(m_way, &QComboBox::currentIndexChanged, this, showWay);
  showWay();
  connect(workspace, &Workspace::resultChanged, this, &GenerationBar::takeResult);
  connect(workspace, &Workspace::modelChanged, this, [this] { m_job.cancel(); });
  connect(&m_job, &JobSignals::runningChanged, this,
          [this](bool running) { m_go->setText(running ? tr("Stop") : tr("Continue text")); });
}

void GenerationBar::makeActions() {
  m_writeOn = makeAction(this,
                         {"writeOnAction", tr("Cont&inue text"), "Ctrl+Return",
                          tr("Continue the text token by token; again to stop")},
                         [this] { generate(); });
  QAction* steps = makeAction(this, {"generationAction", tr("Generation &steps"), "Ctrl+Shift+Return"},
                              [this] { setOpen(isHidden()); });
  enableWhile(m_workspace, {m_writeOn, steps}, hasModel);
  QAction* kept =
      makeAction(this, {"keepWrittenAction", tr("&Keep as text"), {}, tr("Take the generated tokens into the text")},
                 [this] { keep(); });
  enableWhile(m_workspace, {kept}, [](const Workspace& workspace) {
    return workspace.result() && !writtenText(*workspace.result()).empty();
  });
}

bool GenerationBar::isPossible() const {
  const auto& model = m_workspace->model();
  return model && model->model && model->info.head == OutputHeadKind::CausalLm;
}

void GenerationBar::setOpen(bool open) {
  setVisible(open);
  if (!open) {
    m_job.cancel();
    m_workspace->selection()->pointAt({});
    return;
  }
  takeResult();
  m_go->setFocus(Qt::ShortcutFocusReason);
}

Writing GenerationBar::writing() const {
  Writing writing;
  writing.tokens = m_tokens->value();
  if (m_way->currentIndex() == kBeams) writing.beams = m_beams->value();
  if (m_way->currentIndex() == kDraw) {
    Sampling& sampling = writing.sampling.emplace();
    sampling.temperature = m_temperature->value();
    sampling.topK = m_topK->value();
    sampling.topP = m_topP->value();
    sampling.seed = static_cast<std::uint64_t>(m_seed->value());
  }
  return writing;
}

void GenerationBar::generate() {
  if (m_job.isRunning()) return m_job.cancel();
  if (!isVisible()) setOpen(true);
  if (!isPossible()) return say(tr("This model cannot continue text."));
  // An encoder–decoder model that wrote of itself goes on from there; its ids are what the state keeps.
  if (!m_workspace->result() || !m_workspace->result()->trace) return;
  const std::vector<std::int64_t> begun = writtenIds();
  // In a conversation it goes on as the assistant.
  if (const auto& said = m_workspace->conversation(); said && begun.empty())
    m_workspace->setConversation(Shared<Conversation>(answered(**said)));
  write(begun);
}

void GenerationBar::keep() {
  const auto& result = m_workspace->result();
  const std::string written = result ? writtenText(*result) : std::string();
  if (written.empty()) return;
  m_job.cancel();
  m_workspace->selection()->pointAt({});
  if (const auto& said = m_workspace->conversation())
    return m_workspace->setConversation(Shared<Conversation>(withWritten(**said, written)));
  const auto& pair = m_workspace->pair();
  if (pair)
    m_workspace->replaceTexts(m_workspace->text(), Shared<std::string>(**pair + written));
  else
    m_workspace->replaceTexts(Shared<std::string>(m_workspace->text() + written), {});
}

void GenerationBar::branch(int step, std::int64_t id) {
  const auto& result = m_workspace->result();
  if (!result || !result->trace || step < 0) return;
  std::vector<std::int64_t> begun = writtenIds();
  begun.resize(std::min(begun.size(), static_cast<std::size_t>(step)));
  begun.push_back(id);
  write(begun);
}

std::vector<std::int64_t> GenerationBar::writtenIds() const {
  const RunResult& result = *m_workspace->result();
  const std::vector<Token>& tokens = result.trace->encoding.tokens;
  std::vector<std::int64_t> ids;
  for (auto i = static_cast<std::size_t>(result.written); i < tokens.size(); ++i) ids.push_back(tokens[i].id);
  return ids;
}

void GenerationBar::write(const std::vector<std::int64_t>& begun) {
  const std::shared_ptr<const Source> model = m_workspace->model();
  if (!model) return;
  m_workspace->setContinuation(begun);
  RunRequest request{model, inputOf(m_workspace->state(), {}, *model)};
  request.input.writing = writing();
  request.changes = changesIn(m_workspace->state());
  say(tr("Generating…"));
  QPointer<GenerationBar> self(this);
  m_job.start(
      [self, request, begun](const Progress& progress) {
        ReadOptions wanted;
        wanted.interventions = request.changes;
        wanted.progress = progress;
        const auto idsOf = [begun](const Generation& made) {
          std::vector<std::int64_t> ids = begun;
          for (const GenerationStep& step : made.steps) ids.push_back(step.chosen.id);
          return ids;
        };
        wanted.onToken = [self, request, idsOf](const Generation& made) {
          QMetaObject::invokeMethod(
              self,
              [self, request, ids = idsOf(made)] {
                if (!self || !self->m_job.isRunning()) return;
                // Another text has been typed meanwhile: what is written belongs to the one before.
                if (!self->isAbout(request)) return self->m_job.cancel();
                self->m_workspace->setContinuation(ids);
              },
              Qt::QueuedConnection);
        };
        return idsOf(*read(*request.model, request.input, wanted).generation);
      },
      [this, request](const std::vector<std::int64_t>& ids) {
        if (isAbout(request)) m_workspace->setContinuation(ids);
        say({});
        showStep();
      },
      [this](const QString& message) { say(message); });
}

bool GenerationBar::isAbout(const RunRequest& request) const {
  return request.model == m_workspace->model() &&
         withoutWritten(request.input) == withoutWritten(inputOf(m_workspace->state(), {}, *request.model));
}

void GenerationBar::takeResult() {
  const auto& result = m_workspace->result();
  m_go->setEnabled(isPossible());
  m_steps = 0;
  if (result && result->trace && isPossible())
    m_steps = static_cast<int>(static_cast<Index>(result->trace->encoding.size()) - result->written);
  // While it writes the newest token is looked at, afterwards what was.
  m_step = m_job.isRunning() || m_step < 0 ? m_steps - 1 : std::min(m_step, m_steps - 1);
  {
    const QSignalBlocker block(m_slider);
    m_slider->setRange(0, std::max(0, m_steps - 1));
    m_slider->setValue(std::max(0, m_step));
  }
  for (QWidget* each : std::initializer_list<QWidget*>{m_slider, m_back, m_forth}) each->setEnabled(m_steps > 0);
  if (isVisible()) showStep();
}

void GenerationBar::setStep(int step) {
  if (m_steps == 0) return;
  m_step = std::clamp(step, 0, m_steps - 1);
  const QSignalBlocker block(m_slider);
  m_slider->setValue(m_step);
  showStep();
}

void GenerationBar::showStep() {
  const auto& result = m_workspace->result();
  if (m_step < 0 || !result || !result->trace) {
    showAlternatives();
    if (!m_job.isRunning()) say(isPossible() ? QString() : tr("This model cannot continue text."));
    return;
  }
  const Index token = result->written + m_step;
  // The row that said the token is the one before it; panels over a source name their rows by what they say.
  const Index row = result->trace->source ? token : std::max<Index>(0, token - 1);
  m_workspace->selection()->pointAt(row);
  m_workspace->selection()->reveal({row, row});
  showAlternatives();
}

void GenerationBar::showAlternatives() {
  while (QLayoutItem* item = m_row->takeAt(0)) {
    if (item->widget()) {
      item->widget()->hide();
      item->widget()->deleteLater();  // It may be the one that was clicked.
    }
    delete item;
  }
  const auto& result = m_workspace->result();
  if (m_step < 0 || !result || !result->trace || result->trace->logits.rows() == 0) return;
  const Source& model = *m_workspace->model();
  const Index token = result->written + m_step;
  const Token& here = result->trace->encoding.tokens[static_cast<std::size_t>(token)];
  if (token == 0 || result->trace->logits.rows() < token) return;
  const std::vector<double> chances = logProbabilities(result->trace->logits, token - 1);
  const auto id = static_cast<std::size_t>(here.id);
  const double own = id < chances.size() ? std::exp(chances[id]) : 0;
  say(tr("Step %1 of %2: “%3”, %4").arg(m_step + 1).arg(m_steps).arg(labelOf(here.display), percentText(own, 1)));
  for (const Prediction& other : likeliestTokens(chances, kAlternatives, model.writer())) {
    auto* chip = named("alternative", new QToolButton);
    chip->setText(QStringLiteral("%1  %2").arg(labelOf(other.text), percentText(other.probability, 1)));
    chip->setAccessibleName(tr("%1, %2").arg(labelOf(other.text), percentText(other.probability, 1)));
    chip->setEnabled(other.id != here.id);
    chip->setToolTip(tr("Continue from this token"));
    connect(chip, &QToolButton::clicked, this, [this, step = m_step, id = other.id] { branch(step, id); });
    m_row->addWidget(chip);
  }
  m_row->addStretch(1);
}

void GenerationBar::say(const QString& text) {
  m_says->setText(text);
  m_says->setToolTip(text);
}

void GenerationBar::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) return m_job.isRunning() ? m_job.cancel() : setOpen(false);
  QWidget::keyPressEvent(event);
}

}  // namespace headlight
