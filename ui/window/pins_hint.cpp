#include "ui/window/pins_hint.h"

#include <optional>
#include <vector>

#include "ui/figures/head_words.h"
#include "ui/panels/panel.h"
#include "ui/panels/panel_area.h"
#include "ui/panes/message_bar.h"
#include "ui/reading/workspace.h"
#include "ui/state/panel_kind.h"

namespace headlight {

PinsHint::PinsHint(Workspace* workspace, PanelArea* panels, MessageBar* messages, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_panels(panels), m_messages(messages) {
  connect(workspace, &Workspace::changed, this, [this] {
    if (someFollow()) end();
  });
}

void PinsHint::explain(HeadId chosen) {
  const Panel* current = m_panels->current();
  if (someFollow() || !current || current->head().of(AttentionType::Self) == chosen) return end();
  m_said = tr("%1 is selected, but every visible panel is pinned to its own head.").arg(headTitle(chosen));
  m_messages->showMessage(Notice::Level::Hint, m_said, {{tr("Show it in this panel"), [this] {
                            end();
                            PanelState panel = m_panels->current()->state();
                            panel.pinned.reset();
                            panel.heads.clear();
                            m_workspace->setPanel(m_panels->currentIndex(), panel);
                          }}});
}

void PinsHint::end() {
  if (!m_said.isEmpty() && m_messages->text() == m_said) m_messages->endHint();
  m_said.clear();
}

bool PinsHint::someFollow() const {
  const std::vector<PanelState>& panels = m_workspace->panels();
  const std::optional<std::size_t> maximised = m_workspace->maximised();
  for (std::size_t i = 0; i < panels.size(); ++i) {
    const bool own = panels[i].pinned || (!panels[i].heads.empty() && !panelKind(panels[i].kind).has.allHeads);
    if (!own && (!maximised || maximised == i)) return true;
  }
  return false;
}

}  // namespace headlight
