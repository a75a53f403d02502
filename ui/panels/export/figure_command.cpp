#include "ui/panels/export/figure_command.h"

#include <QStringList>
#include <algorithm>

#include "core/analysis/methods.h"
#include "core/base/error.h"
#include "core/intervention/grammar.h"
#include "core/io/stored_attention.h"
#include "ui/figures/colours/colour_maps.h"
#include "ui/state/figure_views.h"
#include "ui/state/panel_kind.h"
#include "ui/state/session_file.h"
#include "ui/state/words/lens_words.h"

namespace headlight {
namespace {

/// A word as a shell reads it.
QString quoted(const QString& word) {
  const auto plain = [](QChar c) {
    return (c.unicode() < 128 && c.isLetterOrNumber()) || QStringLiteral("-_./,:=+%@").contains(c);
  };
  if (!word.isEmpty() && std::all_of(word.begin(), word.end(), plain)) return word;
  return u'\'' + QString(word).replace(u'\'', QStringLiteral("'\\''")) + u'\'';
}

class Line {
 public:
  /// Leaves out options that files of `kind` have no place for.
  explicit Line(FileKind kind) : m_kind(kind) {}
  /// Leaves out options that `view` is not drawn by from here on.
  void setView(const char* view) { m_view = view; }
  void add(const char* option, const QString& value) {
    if (!takes(option)) return;
    m_words += QLatin1String(option);
    // A value that begins like an option is joined to its own.
    if (value.startsWith(u'-'))
      m_words.back() += u'=' + quoted(value);
    else
      m_words += quoted(value);
  }
  void add(const char* option, const std::string& value) { add(option, QString::fromStdString(value)); }
  void add(const char* option, const char* value) { add(option, QString::fromLatin1(value)); }
  void add(const char* option, double value) { add(option, QString::number(value, 'g', 10)); }
  void flag(const char* option) {
    if (takes(option)) m_words += QLatin1String(option);
  }
  QString text() const { return m_words.join(u' '); }

 private:
  bool takes(const char* option) const {
    return usesOption(m_kind, option) && (m_view.empty() || usesOption(m_view, option));
  }

  FileKind m_kind;
  std::string m_view;
  QStringList m_words{QStringLiteral("headlight"), QStringLiteral("figure")};
};

[[noreturn]] void refuse(const std::string& what) { throw Error("the command line has no option for " + what); }

QString numbers(const std::vector<int>& values) {
  QStringList words;
  for (const int value : values) words += QString::number(value);
  return words.join(u',');
}

void addModel(Line& line, const char* option, const std::filesystem::path& folder) {
  // One that comes with the program is known by its name.
  const bool builtIn = folderInSession(folder).empty();
  line.add(option, builtIn ? folder.filename().string() : folder.string());
}

void addInput(Line& line, const WorkspaceState& state, RunId run) {
  if (!state.continuation->empty()) refuse("tokens that were generated in the window");
  const std::filesystem::path& folder = run.model == 1 && state.otherModel ? *state.otherModel : state.model;
  if (folder.empty()) refuse("a model whose folder is not known");
  if (holdsAttention(folder)) return line.add("--import", folder.string());
  addModel(line, "--model", folder);
  for (const KeptImage& picture : state.pictures) line.add("--image", picture.path);
  if (state.sound) line.add("--sound", state.sound->path);
  const bool alone = state.text->empty() && state.ids->empty() && !state.conversation;
  if (alone && (!state.pictures.empty() || state.sound)) return;
  if (run.text == 0 && state.conversation) return line.add("--chat", jsonOf(**state.conversation));
  if (!state.ids->empty() && state.text->empty()) return line.add("--ids", *state.ids);
  const bool other = run.text == 1 && state.otherText;
  line.add("--text", other ? *state.otherText->text : *state.text);
  const auto& pair = other ? state.otherText->pair : state.pair;
  if (pair) line.add("--pair", **pair);
}

void addHeads(Line& line, const WorkspaceState& state, const PanelState& panel) {
  if (panelKind(panel.kind).has.experts)
    return line.add("--layer", QString::number(panel.expert.value_or(panel.pinned.value_or(state.head)).layer));
  std::vector<HeadId> chosen = panel.heads;
  if (chosen.empty()) chosen.push_back(panel.pinned.value_or(state.head));
  if (chosen.size() > 1 && panel.use != HeadCombination::Overlay) refuse("the mean or the largest of a set of heads");
  if (panel.wholeLayer && panelKind(panel.kind).has.wholeLayer) refuse("all heads of a layer without naming them");
  std::vector<int> layers, heads;
  const auto take = [](std::vector<int>& all, int one) {
    if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
  };
  for (const HeadId head : chosen) {
    take(layers, head.layer);
    take(heads, head.head);
  }
  std::size_t i = 0;
  for (const int layer : layers)
    for (const int head : heads)
      if (i >= chosen.size() || chosen[i].layer != layer || chosen[i++].head != head)
        refuse("heads that are not every layer with the same heads");
  const bool flow = panelKind(panel.kind).has.flow;
  if (flow && panel.flow != FlowWeights::Head) return;
  if (!flow) line.add("--layer", numbers(layers));  // A flow goes through all layers.
  if (methodInfo(panel.method).perHead) line.add("--head", numbers(heads));
}

void addMinus(Line& line, const WorkspaceState& state, const PanelState& panel) {
  const PanelMinus& minus = *panel.minus;
  if (minus.source.changed != panel.source.changed) refuse("the difference that changes of the model make");
  if (minus.source.model != panel.source.model && minus.source.text != panel.source.text)
    refuse("another text read by another model");
  if (minus.source.model != panel.source.model)
    addModel(line, "--minus-model", minus.source.model == 1 ? *state.otherModel : state.model);
  if (minus.source.text != panel.source.text && state.conversation) refuse("the difference from a conversation");
  if (minus.source.text != panel.source.text)
    line.add("--minus-text", minus.source.text == 1 ? *state.otherText->text : *state.text);
  if (!minus.head) return;
  line.add("--minus-layer", QString::number(minus.head->layer));
  line.add("--minus-head", QString::number(minus.head->head));
}

void addPanel(Line& line, const WorkspaceState& state, const PanelState& panel, std::optional<Index> token) {
  const PanelSettings& has = panelKind(panel.kind).has;
  if (panel.attention != AttentionType::Self) line.add("--attention", std::string(nameOf(panel.attention)));
  const char* view = panel.minus ? "difference" : panelKind(panel.kind).name;
  line.add("--view", view);
  line.setView(view);
  addHeads(line, state, panel);
  if (panel.minus) addMinus(line, state, panel);
  if (panel.method != Method::Raw)
    for (const MethodInfo& info : methods())
      if (info.method == panel.method) line.add("--method", std::string(info.name));
  QStringList lenses;
  for (const PanelLens& lens : panel.lenses) {
    lenses += QString::fromStdString(wordOf(lens));
    if (lenses.back().isEmpty()) refuse("a lens without special tokens that leaves rows as they are");
  }
  if (!lenses.isEmpty()) line.add("--lens", lenses.join(u','));
  if (has.token && token) line.add("--token", QString::number(*token));
  if (panel.direction == Direction::Receives) line.add("--direction", "receives");
  if (panel.experts != ExpertsPicture::Grid)
    line.add("--experts", panel.experts == ExpertsPicture::Load ? "load" : "text");
  if (panel.expert) line.add("--expert", QString::number(panel.expert->head));
  if (panel.flow != FlowWeights::Mean) line.add("--flow", panel.flow == FlowWeights::Head ? "head" : "rollout");
  if (has.threshold && panel.threshold != PanelState().threshold) line.add("--threshold", panel.threshold);
  if (panel.scale != ScaleKind::Sqrt) line.add("--scale", panel.scale == ScaleKind::Log ? "log" : "linear");
  if (panel.range) line.add("--range", *panel.range == ScaleRange::PerHead ? "head" : "common");
  if (!panel.sinksApart) line.add("--sink", "raw");
  if (has.image && panel.picture) line.add("--picture", QString::number(*panel.picture + 1));
  if (has.image && panel.smooth) line.flag("--smooth");
}

void addLook(Line& line, const ExportSettings& settings) {
  line.add("--size", QStringLiteral("%1x%2").arg(settings.size.width()).arg(settings.size.height()));
  line.add("--dpi", settings.dpi);
  if (settings.slides == SlideFormat::Classic4x3) line.add("--slide", "4:3");
  if (settings.theme == Theme::Dark) line.add("--theme", "dark");
  if (settings.colours) line.add("--colours", colourMapName(*settings.colours));
  if (!settings.family.isEmpty()) line.add("--font", settings.family);
  if (settings.points > 0) line.add("--text-size", settings.points);
  if (!settings.ownTitle.isEmpty()) line.add("--title", settings.ownTitle);
  if (!settings.ownCaption.isEmpty()) line.add("--caption", settings.ownCaption);
  if (settings.legend != LegendPlace::Fitting)
    line.add("--legend", settings.legend == LegendPlace::Right   ? "right"
                         : settings.legend == LegendPlace::Below ? "bottom"
                                                                 : "none");
  const std::pair<bool, const char*> flags[] = {{settings.values, "--values"},
                                                {settings.transparent, "--transparent"},
                                                {!settings.title, "--no-title"},
                                                {!settings.caption, "--no-caption"},
                                                {!settings.text, "--no-text"}};
  for (const auto& [on, option] : flags)
    if (on) line.flag(option);
}

}  // namespace

QString figureCommand(const WorkspaceState& state, const PanelState& panel, std::optional<Index> token,
                      const ExportSettings& settings, const QString& output) {
  Line line(settings.kind);
  addInput(line, state, panel.source);
  if (panel.source.changed) line.add("--intervene", textOf(changesIn(state)));
  addPanel(line, state, panel, token);
  addLook(line, settings);
  line.add("-o", output);
  return line.text();
}

QString circuitsCommand(const WorkspaceState& state, const CircuitsRequest& asked, const QString& output) {
  Line line(fileKindOf(output.toStdString()));
  if (asked.readsText)
    addInput(line, state, {});
  else
    addModel(line, "--model", state.model);
  line.add("--view", "circuits");
  line.add("--show", asked.show);
  if (asked.comparesTexts) line.add("--other-text", *state.otherText->text);
  if (asked.position) line.add("--position", QString::number(*asked.position));
  if (!asked.target.empty()) line.add("--target", asked.target);
  if (!asked.against.empty()) line.add("--against", asked.against);
  if (asked.cell)
    line.add("--cell", QStringLiteral("%1:%2,%3")
                           .arg(QString::fromStdString(nameOf(asked.cell->head)))
                           .arg(asked.cell->query)
                           .arg(asked.cell->key));
  if (!asked.subject.isEmpty()) line.add("--subject", asked.subject);
  if (asked.threshold) line.add("--threshold", *asked.threshold);
  line.add("-o", output);
  return line.text();
}

}  // namespace headlight
