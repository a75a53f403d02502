#include "ui/panes/tokens/find_bar.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QToolButton>
#include <algorithm>

#include "ui/figures/colours/colour_scale.h"
#include "ui/figures/token_label.h"
#include "ui/reading/workspace_actions.h"
#include "ui/widgets/actions.h"
#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"

namespace headlight {

std::vector<Index> tokensWith(const std::vector<Token>& tokens, const QString& words) {
  if (words.isEmpty()) return {};
  bool isNumber = false;
  const qlonglong number = words.startsWith(u'#') ? words.mid(1).toLongLong(&isNumber) : 0;
  if (isNumber && number >= 0 && number < static_cast<qlonglong>(tokens.size())) return {static_cast<Index>(number)};
  QString text;
  std::vector<qsizetype> begins;
  for (const Token& token : tokens) {
    begins.push_back(text.size());
    text += QString::fromStdString(token.display);
  }
  std::vector<Index> found;
  for (qsizetype at = text.indexOf(words, 0, Qt::CaseInsensitive); at >= 0;
       at = text.indexOf(words, at + 1, Qt::CaseInsensitive)) {
    // A space at the start belongs to the word behind it.
    const qsizetype first = at + (words.size() - words.trimmed().size() > 0 && words.front().isSpace() ? 1 : 0);
    const auto token = static_cast<Index>(std::upper_bound(begins.begin(), begins.end(), first) - begins.begin()) - 1;
    if (found.empty() || found.back() != token) found.push_back(token);
  }
  return found;
}

FindBar::FindBar(Workspace* workspace, QWidget* parent) : QWidget(parent), m_workspace(workspace) {
  setObjectName(QStringLiteral("findBar"));
  makeActions();
  m_words = named("findField", new QLineEdit);
  m_words->setAccessibleName(tr("Find in the tokens"));
  m_words->setPlaceholderText(tr("Find text or token #12"));
  m_words->setMaximumWidth(280);
  m_count = named("findCount", new QLabel);
  m_count->setMinimumWidth(fontMetrics().horizontalAdvance(tr("%1 of %2").arg(9999).arg(9999)));
  auto* previous = makeActionButton("findPrevious", QStringLiteral("up"), m_previous);
  auto* next = makeActionButton("findNext", QStringLiteral("down"), m_next);
  auto* far = named("farLinkButton", new QToolButton);
  far->setText(tr("Long-range link"));
  showAs(far, m_farLink);
  m_distance = named("farDistance", new QSpinBox);
  m_distance->setAccessibleName(tr("Least distance in tokens"));
  m_distance->setRange(2, 1'000'000);
  m_distance->setValue(32);
  m_distance->setPrefix(tr("≥ "));
  m_distance->setSuffix(tr(" tokens apart"));
  m_link = named("farLinkText", new QLabel);
  m_link->setTextFormat(Qt::PlainText);
  m_link->setMinimumWidth(1);
  auto* shut = makeIconButton(QStringLiteral("closeFind"), QStringLiteral("close"), tr("Close"), tr("Close (Esc)"));
  auto* row = makeBox<QHBoxLayout>(this, {0, 0, 0, 0}, 4);
  row->addWidget(m_words, 2);
  row->addWidget(previous);
  row->addWidget(next);
  row->addWidget(m_count);
  row->addSpacing(16);
  row->addWidget(far);
  row->addWidget(m_distance);
  row->addSpacing(4);
  row->addWidget(m_link, 3);
  row->addWidget(shut);
  hide();

  connect(m_words, &QLineEdit::textChanged, this, &FindBar::search);
  connect(shut, &QToolButton::clicked, this, &FindBar::close);
  connect(m_distance, &QSpinBox::valueChanged, this, &FindBar::forgetLinks);
  connect(workspace, &Workspace::resultChanged, this, [this] {
    if (isVisible()) search();
  });
  connect(&m_looking, &JobSignals::progressed, this,
          [this](double part) { m_link->setText(tr("Looking… %1").arg(percentText(part, 0))); });
}

void FindBar::makeActions() {
  // Ctrl+G, which some desktops have for the next match too, makes a span of tokens here.
  QAction* find = makeAction(this, {"findAction", tr("&Find…"), QKeySequence::Find, tr("Find text or token #12")},
                             [this] { open(); });
  m_next = makeAction(this, {"findNextAction", tr("Find ne&xt"), "F3", tr("Next match")}, [this] { step(1); });
  m_previous = makeAction(this, {"findPreviousAction", tr("Find pre&vious"), "Shift+F3", tr("Previous match")},
                          [this] { step(-1); });
  m_farLink = makeAction(this,
                         {"farLinkAction", tr("Next long-range &link"), "Ctrl+J",
                          tr("Next strongest link between distant tokens in this head")},
                         [this] { nextFarLink(); });
  enableWhile(m_workspace, {find, m_next, m_previous, m_farLink}, hasReading);
}

void FindBar::setSight(const LensResult& sight, HeadId head) {
  if (sight.maps == m_sight.maps && head == m_head) return;
  m_sight = sight;
  m_head = head;
  forgetLinks();
}

void FindBar::forgetLinks() {
  m_looking.cancel();
  m_links.reset();
  m_link->clear();
}

void FindBar::open() {
  show();
  m_words->setFocus(Qt::ShortcutFocusReason);
  m_words->selectAll();
  search();
}

void FindBar::close() {
  m_looking.cancel();
  m_workspace->selection()->pointAt({});
  hide();
}

void FindBar::search() {
  const auto& result = m_workspace->result();
  const std::optional<Index> here = m_workspace->selection()->token();
  m_found = result ? tokensWith(result->maps->queryTokens(), m_words->text()) : std::vector<Index>();
  // On from where the person is.
  m_at = static_cast<std::size_t>(std::lower_bound(m_found.begin(), m_found.end(), here.value_or(0)) - m_found.begin());
  if (m_at == m_found.size()) m_at = 0;
  showFound();
}

void FindBar::step(int by) {
  if (!isVisible()) return open();
  if (m_found.empty()) return;
  const auto count = static_cast<std::ptrdiff_t>(m_found.size());
  m_at = static_cast<std::size_t>((static_cast<std::ptrdiff_t>(m_at) + by + count) % count);
  showFound();
}

void FindBar::showFound() {
  if (m_found.empty()) {
    m_workspace->selection()->pointAt({});
    m_count->setText(m_words->text().isEmpty() ? QString() : tr("Not in the text"));
    return;
  }
  m_count->setText(tr("%1 of %2").arg(m_at + 1).arg(m_found.size()));
  const Index token = m_found[m_at];
  m_workspace->selection()->pointAt(token);
  m_workspace->selection()->reveal({token, token});
}

void FindBar::nextFarLink() {
  show();
  if (!m_sight.maps || m_looking.isRunning()) return;
  if (m_links) {
    if (!m_links->empty()) m_linkAt = (m_linkAt + 1) % m_links->size();
    return showFarLink();
  }
  FarLinksRequest request;
  request.head = m_head;
  request.distance = m_distance->value();
  request.leftOut = m_sight.context.sinkColumns;
  std::sort(request.leftOut.begin(), request.leftOut.end());
  m_looking.start(
      [maps = m_sight.maps, request](const Progress& progress) { return farLinks(*maps, request, progress); },
      [this](std::vector<LongRangeLink> links) {
        m_links = std::move(links);
        m_linkAt = 0;
        showFarLink();
      },
      [this](const QString& message) { m_link->setText(message); });
}

void FindBar::showFarLink() {
  if (m_links->empty()) {
    m_link->setText(tr("This head has no link between tokens so far apart."));
    return;
  }
  const LongRangeLink& link = (*m_links)[m_linkAt];
  QString from = tokenLabel(m_sight.maps->queryTokens()[static_cast<std::size_t>(link.query)]);
  QString to = tokenLabel(m_sight.maps->keyTokens()[static_cast<std::size_t>(link.key)]);
  auto query = m_sight.tokens.toRun(link.query), key = m_sight.tokens.toRun(link.key);
  if (m_sight.context.transposed) {
    std::swap(from, to);
    std::swap(query, key);
  }
  m_link->setText(tr("%1 of %2: “%3” → “%4”, %5, %6 apart")
                      .arg(m_linkAt + 1)
                      .arg(m_links->size())
                      .arg(from, to, percentText(static_cast<double>(link.weight), 1))
                      .arg(std::abs(link.query - link.key)));
  m_link->setToolTip(m_link->text());
  if (!query || !key) return;
  m_workspace->selection()->pointAt(*query);
  m_workspace->selection()->reveal({*query, *key});
  m_workspace->selection()->setCell(Cell{*query, *key});
}

void FindBar::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape) return close();
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
    return step(event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
  QWidget::keyPressEvent(event);
}

}  // namespace headlight
