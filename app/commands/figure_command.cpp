#include <charconv>
#include <filesystem>
#include <optional>
#include <utility>

#include "app/arguments.h"
#include "app/commands/commands.h"
#include "app/commands/figure_drawing.h"
#include "app/qt_application.h"
#include "core/attention/trace_maps.h"
#include "core/base/error.h"
#include "core/intervention/grammar.h"
#include "ui/export/exporter.h"
#include "ui/export/figure_presets.h"
#include "ui/export/numbered_tokens.h"
#include "ui/workspace/session_file.h"

namespace headlight {
namespace {

struct Arguments {
  ModelArgument model;
  InputArgument input;
  InterveneArgument intervene;
  DrawingArguments drawing;
  std::string size, theme = "light", scale = "sqrt", range, sink = "apart", colours, preset, font, title, caption,
                    slide = "16:9";
  std::vector<std::string> callouts;
  double dpi = 0, textSize = 0;
  bool values = false, noTitle = false, noCaption = false, noText = false, transparent = false;
  std::string output;
  // Known once the model has read.
  std::string changed;      ///< What was changed in the run, for captions; empty for nothing.
  std::string fingerprint;  ///< The model's.
};

/// Size and resolution: those of the preset unless they are given, without any 1600 × 900 at 96 dpi.
void setSize(const Arguments& a, ExportSettings& settings) {
  settings.size = {1600, 900};
  settings.dpi = 96;
  for (const FigurePreset& preset : figurePresets())
    if (a.preset == preset.id) {
      settings.dpi = a.dpi > 0 ? a.dpi : preset.dpi;
      settings.size = QSizeF(preset.width * settings.dpi, preset.height * settings.dpi).toSize();
    }
  if (a.dpi > 0) settings.dpi = a.dpi;
  if (a.size.empty()) return;
  const auto [width, height] = parseSize(a.size);
  settings.size = {width, height};
}

/// "4,1:a text" marks a cell, "4,:a text" a token on the side of the queries, ",1:a text" one on the side of the keys.
Callout calloutOf(const std::string& argument) {
  const std::size_t colon = argument.find(':'), comma = argument.find(',');
  const auto number = [&](std::size_t from, std::size_t to) -> Index {
    if (from == to) return -1;
    Index value = 0;
    const auto [end, failed] = std::from_chars(&argument[from], &argument[from] + (to - from), value);
    if (failed != std::errc() || end != &argument[from] + (to - from) || value < 0) return -2;
    return value;
  };
  Callout callout{-2, -2, {}};
  if (comma < colon && colon != std::string::npos)
    callout = {number(0, comma), number(comma + 1, colon), QString::fromStdString(argument.substr(colon + 1))};
  if (callout.query < -1 || callout.key < -1 || (callout.query < 0 && callout.key < 0))
    throw Error("--callout: expected QUERY,KEY:TEXT with the numbers of two tokens (or of one), found '" + argument +
                "'");
  return callout;
}

/// How the file looks; throws Error for a name or a size that there is not.
ExportSettings settingsOf(const Arguments& a) {
  ExportSettings settings;
  settings.kind = fileKindOf(a.output);
  setSize(a, settings);
  settings.slides = a.slide == "4:3" ? SlideFormat::Classic4x3 : SlideFormat::Wide16x9;
  settings.theme = a.theme == "dark" ? Theme::Dark : Theme::Light;
  for (const ColourMapId id : allColourMaps())
    if (colourMapName(id).toStdString() == a.colours) settings.colours = id;
  settings.family = QString::fromStdString(a.font);
  settings.points = a.textSize;
  settings.title = !a.noTitle;
  settings.caption = !a.noCaption;
  settings.values = a.values;
  settings.transparent = a.transparent;
  settings.text = !a.noText;
  settings.ownTitle = QString::fromStdString(a.title);
  settings.ownCaption = QString::fromStdString(a.caption);
  for (const std::string& argument : a.callouts) settings.callouts.push_back(calloutOf(argument));
  return settings;
}

/// How weights become colours; the rest of the style is the file's.
FigureStyle styleOf(const Arguments& a) {
  FigureStyle style;
  style.scale = a.scale == "linear" ? ScaleKind::Linear : a.scale == "log" ? ScaleKind::Log : ScaleKind::Sqrt;
  // Differences are small: unless it is chosen, their scale ends at the largest.
  const bool own = a.range.empty() ? a.drawing.view == "difference" : a.range == "head";
  style.range = own ? ScaleRange::PerHead : ScaleRange::Common;
  style.sinksApart = a.sink == "apart";
  return style;
}

/// What the window shows when the figure is opened in it: a panel for each head that has a picture of its own.
Session sessionOf(const Arguments& a, const ModelFolder& model, const std::vector<HeadId>& heads) {
  Session session;
  session.modelName = model.name;
  session.fingerprint = a.fingerprint;
  session.state.model = std::filesystem::absolute(model.path).lexically_normal();
  session.state.text = *a.input.text;
  session.state.pair = a.input.pair;
  session.state.head = heads.front();
  session.state.panels = openingPanels();
  const bool links = a.drawing.view == "links";
  if (!links && a.drawing.view != "heatmap") return session;
  const FigureStyle style = styleOf(a);
  PanelState panel;
  panel.kind = links ? PanelKind::Links : PanelKind::Heatmap;
  panel.scale = style.scale;
  panel.sinksApart = style.sinksApart;
  panel.threshold = a.drawing.threshold;
  session.state.panels.assign(links ? 1 : heads.size(), panel);
  if (session.state.panels.size() > 1)
    for (std::size_t i = 0; i < heads.size(); ++i) session.state.panels[i].pinned = heads[i];
  return session;
}

/// "words · changed: …", or one of them.
QString lensesAnd(const QString& lenses, const QString& changed) {
  return lenses.isEmpty() || changed.isEmpty() ? lenses + changed : lenses + QStringLiteral(" · ") + changed;
}

/// The picture of `heads`.
Exportable drawn(const Arguments& a, const FigureSources& sources, const std::vector<HeadId>& heads) {
  const std::shared_ptr<AttentionFigure> figure = drawnFigure(a.drawing, sources, heads);
  figure->setStyle(styleOf(a));
  Exportable exportable;
  exportable.style = figure->style();
  exportable.provenance = provenanceOf(*figure, a.drawing.view);
  exportable.provenance.fingerprint = a.fingerprint;
  exportable.provenance.interventions = a.changed;
  // A session knows of no interventions: without them it would show other weights.
  if (a.input.text && !a.intervene.given())
    exportable.provenance.session = sessionText(sessionOf(a, sources.main.model, heads));
  const QString lenses = figure->context().lenses;
  AttentionContext context = figure->context();
  context.lenses = lensesAnd(lenses, QString::fromStdString(a.changed));
  figure->setMaps(figure->maps(), std::move(context));
  const bool otherText = a.drawing.minusText.has_value();
  exportable.make = [figure, lenses, otherText](const FigureStyle& style,
                                                bool withText) -> std::unique_ptr<AttentionFigure> {
    auto copy = figure->clone();
    copy->setStyle(style);
    if (withText) return copy;
    leaveTextOut(*copy);
    AttentionContext rest = copy->context();
    // An intervention, and what is subtracted, may hold another text.
    if (rest.lenses != lenses) rest.lenses = lensesAnd(lenses, QStringLiteral("changed while it ran"));
    if (otherText) rest.minus = QStringLiteral("another text");
    copy->setMaps(copy->maps(), rest);
    return copy;
  };
  return exportable;
}

/// Several heads as one figure, in one picture where the view can, else with a picture for each.
Exportable drawnAll(const Arguments& a, const FigureSources& sources, const std::vector<HeadId>& heads) {
  Exportable exportable = drawn(a, sources, heads);
  if (heads.size() == 1 || !a.drawing.drawsOneHead()) return exportable;
  for (const HeadId head : heads) exportable.parts.push_back(drawn(a, sources, {head}));
  exportable.make = {};
  exportable.provenance.head.reset();
  return exportable;
}

}  // namespace

Action addFigureCommand(CLI::App& app) {
  const auto a = std::make_shared<Arguments>();
  a->model.addTo(app);
  a->input.addTo(app);
  a->intervene.addTo(app);
  std::vector<std::string> colours;
  for (const ColourMapId id : allColourMaps())
    if (id != ColourMapId::Diverging) colours.push_back(colourMapName(id).toStdString());
  a->drawing.addTo(app);
  std::vector<std::string> presets;
  for (const FigurePreset& preset : figurePresets()) presets.emplace_back(preset.id);
  app.add_option("--preset", a->preset, "A size that is often needed")->check(CLI::IsMember(presets));
  app.add_option("--size", a->size, "Pixels; 1600x900 without a preset")->type_name("WIDTHxHEIGHT");
  app.add_option("--dpi", a->dpi, "Pixels an inch: 192 with twice the size draws the same picture twice as fine")
      ->check(CLI::Range(24.0, 1200.0));
  addChoice(app, "--theme", a->theme, "Paper", {"light", "dark"});
  addChoice(app, "--slide", a->slide, "Shape of a PowerPoint slide", {"16:9", "4:3"});
  app.add_option("--font", a->font, "Font of all texts")->type_name("FAMILY");
  app.add_option("--text-size", a->textSize, "Labels, in points; without it what suits the size of the figure")
      ->check(CLI::Range(4.0, 96.0));
  app.add_option("--title", a->title, "A title in place of layer and head")->type_name("TEXT");
  app.add_option("--caption", a->caption, "A sentence below the figure")->type_name("TEXT");
  app.add_option("--callout", a->callouts, "Mark a cell (4,1:…) or a token (4,:… or ,1:…), counted from 0, and say why")
      ->type_name("QUERY,KEY:TEXT")
      ->allow_extra_args(false);
  app.add_flag("--transparent", a->transparent, "No paper behind the figure");
  addChoice(app, "--scale", a->scale, "From weight to colour", {"linear", "sqrt", "log"});
  app.add_option("--range", a->range,
                 "Top of the scale: the same for all heads (default), or this head's largest weight (difference)")
      ->check(CLI::IsMember({"common", "head"}));
  addChoice(app, "--sink", a->sink, "Show the sink (first token, [CLS], [SEP]) as its own bar, or like all tokens",
            {"apart", "raw"});
  app.add_option("--colours", a->colours, "Colour map")->check(CLI::IsMember(colours));
  app.add_flag("--values", a->values, "Numbers in cells, below words or over bars when they fit");
  app.add_flag("--no-title", a->noTitle, "Leave out layer and head");
  app.add_flag("--no-caption", a->noCaption, "Leave out what stands below the title");
  app.add_flag("--no-text", a->noText,
               "Confidential: numbers instead of tokens, and neither the text nor its session in the file");
  app.add_option("-o,--output", a->output,
                 "Where to: .png, .svg, .pdf, .pptx (a slide of native shapes) or .html (a page that shows values)")
      ->required()
      ->type_name("OUT");
  return [a](std::ostream&) {
    const ExportSettings settings = settingsOf(*a);  // What is wrong in it is known before the model runs.
    a->drawing.check();
    if (a->input.text) a->input.text = orStandardInput(*a->input.text);
    const FigureSources sources = readSources(a->drawing, a->model, a->input, a->intervene);
    a->fingerprint = modelFingerprint(sources.main.model.path);
    // A picture of a changed run says so.
    if (a->intervene.given()) a->changed = "changed: " + textOf(a->intervene.interventions(sources.main.model));
    const QtApplication application;
    const Exportable exportable = drawnAll(*a, sources, chosenHeads(a->drawing, TraceMaps(sources.main.trace)));
    exportFigure(exportable, settings, a->output);
  };
}

}  // namespace headlight
