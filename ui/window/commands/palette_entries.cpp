#include "ui/window/commands/palette_entries.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>

#include "core/base/error.h"
#include "core/intervention/grammar.h"
#include "ui/figures/head_words.h"
#include "ui/figures/heads_report.h"
#include "ui/figures/token_label.h"
#include "ui/help/guide_browser.h"
#include "ui/help/guide_window.h"
#include "ui/panels/panel_area.h"
#include "ui/panes/changes/changes_pane.h"
#include "ui/state/model_list.h"
#include "ui/state/panel_kind.h"
#include "ui/state/samples.h"
#include "ui/state/words/change_words.h"
#include "ui/views/selection.h"
#include "ui/widgets/actions.h"
#include "ui/window/main_window.h"
#include "ui/window/path_opener.h"
#include "ui/window/window_layout.h"
#include "ui/windows/windows.h"
#include "ui/words.h"

namespace headlight {
namespace {

using Entries = std::vector<PaletteEntry>;

/// The commands of a menu that can be used now; lists that a menu is filled with when it opens have no names.
void addCommands(const QMenu& menu, const QString& kind, Entries& entries) {
  for (QAction* action : menu.actions()) {
    if (action->menu())
      addCommands(*action->menu(), nameOf(*action), entries);
    else if (action->isEnabled() && !action->objectName().isEmpty())
      entries.push_back({kind, nameOf(*action), action->shortcut().toString(QKeySequence::NativeText),
                         action->toolTip(), [action] { action->trigger(); }});
  }
}

void addPanelKinds(MainWindow& window, Entries& entries) {
  Workspace& workspace = window.workspace();
  const std::size_t current = window.panelArea().currentIndex();
  if (current >= workspace.panels().size() || !workspace.result()) return;
  for (const PanelKindRow& row : panelKinds()) {
    if (workspace.panels()[current].kind == row.kind) continue;
    entries.push_back({Words::tr("Panel"), Words::tr("Show as %1").arg(panelKindLabel(row.kind)), {},
                       QString::fromLatin1(row.name), [&workspace, current, kind = row.kind] {
                         if (current >= workspace.panels().size()) return;
                         PanelState state = workspace.panels()[current];
                         state.kind = kind;
                         workspace.setPanel(current, state);
                       }});
  }
}

/// Selects a head and, of a model with several attentions, has the current panel show its attention.
void selectHead(MainWindow& window, HeadId head, bool several) {
  Workspace& workspace = window.workspace();
  workspace.selection()->setHead(head.of(AttentionType::Self));
  const std::size_t current = window.panelArea().currentIndex();
  if (!several || current >= workspace.panels().size()) return;
  PanelState panel = workspace.panels()[current];
  panel.attention = head.attention;
  workspace.setPanel(current, panel);
}

void addHeads(MainWindow& window, Entries& entries) {
  const RunResult& result = *window.workspace().result();
  const bool several = !result.beside.empty();
  const auto& notes = window.workspace().headNotes();
  const auto add = [&](const AttentionMaps& maps, AttentionType attention) {
    for (const HeadId each : maps.allHeads()) {
      const HeadId head = each.of(attention);
      const auto note = notes.find(head);
      const QString words = note == notes.end() ? QString() : u' ' + QString::fromStdString(note->second).simplified();
      entries.push_back({Words::tr("Head"), headHeading(head), {}, headNumbers(head) + words,
                         [&window, head, several] { selectHead(window, head, several); }, true});
    }
  };
  add(*result.maps, AttentionType::Self);
  for (const auto& [attention, other] : result.beside) add(*other.maps, attention);
}

/// Orders of the atlas.
void addOrders(MainWindow& window, Entries& entries) {
  Workspace* workspace = &window.workspace();
  const auto add = [&](const std::string& by) {
    entries.push_back({Words::tr("Heads"), Words::tr("Sort heads by %1").arg(headOrderName(by)), {},
                       QString::fromStdString(by).replace(u'_', u' '), [workspace, by] {
                         AtlasState atlas{{}, workspace->atlas().filter, by};
                         workspace->setAtlas(atlas);
                       }});
  };
  add("label");
  for (const HeadColumn& column : headColumns()) add(std::string(column.name));
  entries.push_back({Words::tr("Heads"), Words::tr("Sort heads by layer and head"), {}, {}, [workspace] {
                       workspace->setAtlas({{}, workspace->atlas().filter, {}});
                     }});
}

void addTokens(MainWindow& window, Entries& entries) {
  Selection* selection = window.workspace().selection();
  const std::vector<Token>& tokens = window.workspace().result()->maps->queryTokens();
  for (std::size_t i = 0; i < tokens.size(); ++i)
    entries.push_back({Words::tr("Token"), Words::tr("%1, token %2").arg(tokenLabel(tokens[i])).arg(i), {}, {},
                       [selection, i] { selection->setToken(static_cast<Index>(i)); }, true});
}

void addModels(MainWindow& window, Entries& entries) {
  for (const ModelChoice& model : openableModels())
    entries.push_back({Words::tr("Model"), Words::tr("Open model %1").arg(model.name), model.memory,
                       QString::fromStdString(model.path.string()),
                       [&window, path = model.path] { window.opener().open(path); }});
}

void addSamples(MainWindow& window, Entries& entries) {
  try {
    for (const Sample& sample : builtInSamples())
      entries.push_back({Words::tr("Example"),
                         sampleTitle(sample),
                         {},
                         QString::fromStdString(sample.picture.empty() ? sample.text : sample.written),
                         [&window, sample] { window.showSample(sample); }});
  } catch (const Error&) {
    // The menu of examples says why there are none.
  }
}

void addLayouts(MainWindow& window, Entries& entries) {
  auto* layout = window.findChild<WindowLayout*>();
  for (const QString& name : layout->names())
    entries.push_back({Words::tr("Layout"), Words::tr("Layout %1").arg(name), {}, {},
                       [layout, name] { layout->open(name); }});
}

void addGuide(MainWindow& window, Entries& entries) {
  try {
    for (const GuidePage& page : guidePages(guideFolder()))
      entries.push_back({Words::tr("Guide"), page.title, {}, {}, [&window, file = page.file] {
                           if (auto* guide = qobject_cast<GuideWindow*>(window.windows().open("guide")))
                             guide->browser().openPage(file);
                         }});
  } catch (const Error&) {
    // Opening the guide says what is missing.
  }
}

}  // namespace

std::vector<PaletteEntry> paletteEntries(MainWindow& window) {
  Entries entries;
  for (const QAction* menu : window.menuBar()->actions()) addCommands(*menu->menu(), nameOf(*menu), entries);
  addPanelKinds(window, entries);
  addModels(window, entries);
  addSamples(window, entries);
  addGuide(window, entries);
  addLayouts(window, entries);
  if (window.workspace().result()) {
    addHeads(window, entries);
    addOrders(window, entries);
    addTokens(window, entries);
  }
  return entries;
}

std::vector<PaletteEntry> paletteChanges(MainWindow& window, const QString& typed) {
  if (!window.workspace().model() || window.workspace().model()->stored) return {};
  try {
    const std::vector<Intervention> changes = parseInterventions(typed.toStdString());
    if (changes.empty()) return {};
    QStringList names;
    for (const Intervention& change : changes) names << changeName(change);
    return {{Words::tr("Change"), names.join(QStringLiteral("; ")), {}, {},
             [&window, changes] { window.changes().change(changes); }}};
  } catch (const Error&) {
    return {};  // It is something else.
  }
}

}  // namespace headlight
