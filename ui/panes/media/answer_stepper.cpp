#include "ui/panes/media/answer_stepper.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>
#include <algorithm>
#include <utility>

#include "ui/panes/media/share_columns.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"
#include "ui/widgets/theme.h"

namespace headlight {
namespace {

/// How long a word is looked at while they are played.
constexpr int kPlayMs = 900;

}  // namespace

AnswerStepper::AnswerStepper(Selection* selection, QWidget* parent) : QWidget(parent), m_selection(selection) {
  setObjectName(QStringLiteral("answerStepper"));
  setAccessibleName(tr("Words of the answer"));
  setFocusPolicy(Qt::StrongFocus);
  m_back = makeIconButton(QStringLiteral("previousWord"), QStringLiteral("back"), tr("Previous word"),
                          tr("Previous word (left arrow)"));
  m_play = makeIconButton(QStringLiteral("playWords"), QStringLiteral("play"), tr("Play"),
                          tr("Show one word after the other"));
  m_play->setCheckable(true);
  m_forth = makeIconButton(QStringLiteral("nextWord"), QStringLiteral("forth"), tr("Next word"),
                           tr("Next word (right arrow)"));
  m_columns = new ShareColumns;
  m_says = named("answerWord", new QLabel);
  m_says->setTextFormat(Qt::PlainText);
  m_says->setMinimumWidth(1);
  auto* row = makeBox<QHBoxLayout>(this, {0, 0, 0, 0}, 4);
  for (QWidget* part : {m_back, m_play, m_forth}) row->addWidget(part);
  row->addSpacing(4);
  row->addWidget(m_columns, 2);
  row->addSpacing(4);
  row->addWidget(m_says, 3);
  hide();
  m_timer.setInterval(kPlayMs);
  connect(m_back, &QToolButton::clicked, this, [this] { step(m_at ? static_cast<int>(*m_at) - 1 : 0); });
  connect(m_forth, &QToolButton::clicked, this, [this] { step(m_at ? static_cast<int>(*m_at) + 1 : 0); });
  connect(m_play, &QToolButton::toggled, this, &AnswerStepper::play);
  connect(m_columns, &ShareColumns::chosen, this, [this](int word) {
    setFocus(Qt::MouseFocusReason);
    step(word);
  });
  connect(&m_timer, &QTimer::timeout, this, [this] {
    if (!m_at || *m_at + 1 < m_words.size()) return step(m_at ? static_cast<int>(*m_at) + 1 : 0);
    m_play->setChecked(false);
  });
  // Who pins another token looks at that.
  connect(selection, &Selection::tokenChanged, this, [this](std::optional<Index> token) {
    if (!m_at || token == m_words[*m_at].row) return;
    m_play->setChecked(false);
    m_at.reset();
    showStep();
  });
}

void AnswerStepper::setReading(std::shared_ptr<const RunResult> result, HeadId head) {
  if (result == m_result && head == m_head) return;
  const bool other = result != m_result;
  m_result = std::move(result);
  m_head = head;
  m_words = m_result ? answerWords(*m_result, head) : std::vector<AnswerWord>();
  if (m_at && *m_at >= m_words.size()) m_at.reset();
  if (other && m_words.empty()) m_play->setChecked(false);
  m_columns->setWords(&m_words);
  setVisible(!m_words.empty());
  showStep();
}

void AnswerStepper::step(int to) {
  if (m_words.empty()) return;
  m_at = static_cast<std::size_t>(std::clamp(to, 0, static_cast<int>(m_words.size()) - 1));
  const Index row = m_words[*m_at].row;
  m_selection->pointAt(row);
  m_selection->reveal({row, row});
  showStep();
  describe(this, m_says->text());
}

void AnswerStepper::play(bool on) {
  m_play->setIcon(themedIcon(on ? QStringLiteral("pause") : QStringLiteral("play")));
  m_play->setAccessibleName(on ? tr("Pause") : tr("Play"));
  if (!on) return m_timer.stop();
  step(!m_at || *m_at + 1 >= m_words.size() ? 0 : static_cast<int>(*m_at));
  m_timer.start();
}

void AnswerStepper::leave() {
  m_play->setChecked(false);
  m_at.reset();
  m_selection->pointAt({});
  showStep();
}

void AnswerStepper::showStep() {
  m_columns->setMarked(m_at);
  m_back->setEnabled(!m_at || *m_at > 0);
  m_forth->setEnabled(!m_at || *m_at + 1 < m_words.size());
  QString words = tr("%1 words: step through them to see what each attends to").arg(m_words.size());
  if (m_at) {
    const AnswerWord& word = m_words[*m_at];
    words = tr("Word %1 of %2: “%3” · %4").arg(*m_at + 1).arg(m_words.size()).arg(word.label, sharesInWords(word));
  }
  m_says->setText(words);
  m_says->setToolTip(words);
}

void AnswerStepper::keyPressEvent(QKeyEvent* event) {
  const int at = m_at ? static_cast<int>(*m_at) : -1;
  switch (event->key()) {
    case Qt::Key_Left:
      return step(at - 1);
    case Qt::Key_Right:
      return step(at + 1);
    case Qt::Key_Home:
      return step(0);
    case Qt::Key_End:
      return step(static_cast<int>(m_words.size()) - 1);
    case Qt::Key_Space:
      return m_play->toggle();
    case Qt::Key_Escape:
      return leave();
    default:
      QWidget::keyPressEvent(event);
  }
}

}  // namespace headlight
