#include <charconv>
#include <filesystem>
#include <optional>
#include <utility>

#include "app/arguments.h"
#include "app/commands/commands.h"
#include "app/commands/figure_choice.h"
#include "app/qt_application.h"
#include "core/base/error.h"
#include "core/intervention/grammar.h"
#include "ui/export/exporter.h"
#include "ui/export/figure_presets.h"
#include "ui/workspace/exports.h"
#include "ui/workspace/workspace_figure.h"

namespace headlight {
namespace {

struct Arguments {
  FigureChoice what;
  InterveneArgument intervene;
  std::string size, theme = "light", legend = "fitting", colours, preset, font, title, caption, slide = "16:9";
  std::vector<std::string> callouts;
  double dpi = 0, textSize = 0;
  bool values = false, noTitle = false, noCaption = false, noText = false, transparent = false;
  std::string output;
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
  settings.legend = a.legend == "right"    ? LegendPlace::Right
                    : a.legend == "bottom" ? LegendPlace::Below
                    : a.legend == "none"   ? LegendPlace::None
                                           : LegendPlace::Fitting;
  settings.text = !a.noText;
  settings.ownTitle = QString::fromStdString(a.title);
  settings.ownCaption = QString::fromStdString(a.caption);
  for (const std::string& argument : a.callouts) settings.callouts.push_back(calloutOf(argument));
  return settings;
}

/// Opens models as the window does, and reads texts or ids, changed as `intervene` says.
Engine engineFor(const InputArgument& input, const InterveneArgument& intervene) {
  Engine engine = coreEngine();
  engine.run = [input, intervene](const RunRequest& request, const std::shared_ptr<const RunResult>&,
                                  const Progress& progress) {
    const LoadedModel& model = *request.model;
    InputArgument read = input;
    if (input.text || !request.text.empty()) {
      read.text = request.text;
      read.pair = request.pair;
    }
    const ModelFolder folder = modelFolder(model);
    const Encoding encoding = read.encode(folder);
    RunOptions options;
    options.logits = false;
    options.progress = progress;
    options.interventions = intervene.interventions(folder);
    RunResult result = encodingRead(model, encoding, QString::fromStdString(read.caption(encoding)), options);
    // A picture of a changed run says so.
    if (intervene.given()) result.context.changed = QString::fromStdString(textOf(options.interventions));
    return result;
  };
  return engine;
}

/// The workspace that shows the figure: what its file keeps, and what it is drawn from.
Session sessionOf(WorkspaceState state, const RunResults& results) {
  Session session;
  const auto nameAndPrint = [&](RunId run, const std::filesystem::path& folder, std::string& name, std::string& print) {
    name = results[run]->request.model->info.name;
    print = modelFingerprint(folder);
  };
  nameAndPrint({}, state.model, session.modelName, session.fingerprint);
  if (state.otherModel) nameAndPrint({1, 0}, *state.otherModel, session.otherModelName, session.otherFingerprint);
  session.state = std::move(state);
  return session;
}

void forgetSession(Exportable& what) {
  what.provenance.session.clear();
  for (Exportable& part : what.parts) forgetSession(part);
}

Exportable figureOf(const Arguments& a) {
  WorkspaceState state = a.what.state();
  const RunResults results = readingsOf(engineFor(a.what.input, a.intervene), state);
  Exportable figure = exportableOf(sessionOf(a.what.settled(std::move(state), results), results), results);
  // A workspace reads texts, not ids, and a session knows of no interventions: it would show other weights.
  if (!a.what.input.text || a.intervene.given()) forgetSession(figure);
  return figure;
}

}  // namespace

Action addFigureCommand(CLI::App& app) {
  const auto a = std::make_shared<Arguments>();
  a->what.model.addTo(app);
  a->what.input.addTo(app);
  a->intervene.addTo(app);
  std::vector<std::string> colours;
  for (const ColourMapId id : allColourMaps())
    if (id != ColourMapId::Diverging) colours.push_back(colourMapName(id).toStdString());
  a->what.addTo(app);
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
  addChoice(app, "--legend", a->legend, "Where the legend of the colours stands",
            {"fitting", "right", "bottom", "none"});
  app.add_flag("--transparent", a->transparent, "No paper behind the figure");
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
    a->what.check();
    for (std::optional<std::string>* text : {&a->what.input.text, &a->what.minusText})
      if (*text) *text = orStandardInput(**text);
    const QtApplication application;
    exportFigure(figureOf(*a), settings, a->output);
  };
}

}  // namespace headlight
