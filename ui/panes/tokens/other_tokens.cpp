#include "ui/panes/tokens/other_tokens.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/panes/token_strip.h"
#include "ui/reading/panel_sight.h"
#include "ui/widgets/pane_parts.h"

namespace headlight {
namespace {

/// Whether tokens are parts of pictures or of a sound, which panels show better than chips.
bool isMedia(const std::vector<Token>& tokens) {
  return std::all_of(tokens.begin(), tokens.end(), [](const Token& token) { return token.special || token.place; });
}

}  // namespace

OtherTokens::OtherTokens(Workspace* workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_linked(workspace->selection()) {
  auto* column = makeBox<QVBoxLayout>(this, {0, 0, 0, 0}, 4);
  m_source = addRow("sourceTokens", tr("Tokens of the source"), &m_ofSource);
  m_other = addRow("otherTokens", tr("Tokens of text B"), &m_linked);
  column->addWidget(m_source.box);
  column->addWidget(m_other.box);
  hide();
  connect(workspace, &Workspace::resultChanged, this, &OtherTokens::follow);
  connect(workspace, &Workspace::resultsChanged, this, &OtherTokens::follow);
  connect(workspace, &Workspace::changed, this, &OtherTokens::follow);
}

OtherTokens::Row OtherTokens::addRow(const char* name, const QString& accessibleName, Selection* selection) {
  Row row;
  row.box = new QWidget;
  auto* line = makeBox<QHBoxLayout>(row.box, {0, 0, 0, 0}, 8);
  row.letter = new QLabel;
  row.letter->setObjectName(QStringLiteral("quiet"));
  row.strip = new TokenStrip(selection, TokenStrip::Role::Other);
  row.strip->setObjectName(QLatin1String(name));
  row.strip->setAccessibleName(accessibleName);
  line->addWidget(row.letter, 0, Qt::AlignTop);
  line->addWidget(row.strip, 1);
  return row;
}

void OtherTokens::follow() {
  const std::shared_ptr<const RunResult>& first = m_workspace->result();
  PanelState panel;
  panel.source = {0, 1};
  const RunResults results = m_workspace->otherText() ? m_workspace->resultsFor(panel) : RunResults();
  if (first == m_ofFirst && results[panel.source] == m_ofOther) return;
  m_ofFirst = first;
  m_ofOther = results[panel.source];
  const bool source = first && first->beside.contains(AttentionType::Cross) &&
                      !isMedia(first->beside.at(AttentionType::Cross).maps->keyTokens());
  m_source.box->setVisible(source);
  if (source) {
    m_source.letter->setText(tr("Source"));
    m_source.strip->setTokens(first->beside.at(AttentionType::Cross).maps->keyTokens());
  }
  const bool other = first && results[panel.source] && results[RunId{}];
  m_other.box->setVisible(other);
  if (other) {
    m_other.letter->setText(tr("B"));
    m_other.strip->setTokens(results[panel.source]->maps->queryTokens(), results[panel.source]->written);
    m_linked.setLink(tokensOf(panel.source, results));
  }
  setVisible(source || other);
}

}  // namespace headlight
