#include <charconv>
#include <filesystem>
#include <optional>
#include <utility>

#include "app/arguments.h"
#include "app/commands/ablation_argument.h"
#include "app/commands/commands.h"
#include "app/commands/figure_choice.h"
#include "app/qt_application.h"
#include "core/base/error.h"
#include "core/intervention/grammar.h"
#include "core/reading/reader.h"
#include "core/text/token_kinds.h"
#include "ui/charts/ablation_figure.h"
#include "ui/charts/chart_export.h"
#include "ui/charts/methods_figure.h"
#include "ui/export/exporter.h"
#include "ui/export/figure_presets.h"
#include "ui/panels/exports.h"
#include "ui/panels/workspace_figure.h"

namespace headlight {
namespace {

struct Arguments {
  FigureChoice what;
  AblationArgument ablation;
  std::string measure = "log-probability";
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

Exportable figureOf(const Arguments& a, Remarks& remarks) {
  WorkspaceState state = a.what.state();
  const std::optional<Input> inPlace = a.what.inputBesideState();
  const RunResults results = readingsOf(coreEngine({.logits = false}), state, {}, inPlace);
  for (const auto& result : results.all)
    if (result) remarks.add(result->request.model->info.remarks);
  if (a.what.attention.given())
    a.what.attention.type(*results[RunId{}]->request.model);  // Throws for one that there is not.
  if (a.what.input.import) state.text = results[RunId{}]->context.text.toStdString();
  Exportable figure = exportableOf(sessionOf(a.what.settled(std::move(state), results), results), results);
  if (inPlace) forgetSession(figure);  // A workspace that opens it would read something else.
  return figure;
}

/// What made a chart: it has no session, for no workspace shows charts in its panels.
Provenance madeFrom(const Source& model, const Reading& reading) {
  Provenance made;
  made.model = model.name;
  made.fingerprint = modelFingerprint(model.path);
  made.text = reading.caption;
  made.interventions = textOf(reading.interventions);
  return made;
}

/// What several methods say of one token.
Exportable methodsOf(const Arguments& a, Remarks& remarks) {
  const Source model = a.what.model.open(remarks);
  ReadOptions options;
  options.logits = false;
  options.interventions = a.what.intervene.parsed();
  const Reading reading = read(model, a.what.decoder.with(a.what.input.input(a.what.model)), options);
  const HeadId head = a.what.firstHead().of(a.what.attention.type(model));
  const std::vector<Token>& tokens = reading.firstDraw->queryTokens(head.attention);
  MethodsReport story = tellMethods(readMethods(model, reading.firstDraw, head.attention), head, a.what.tokenIn(tokens),
                                   sinkTokens(tokens));
  Provenance made = madeFrom(model, reading);
  made.head = story.head;
  story.model = QString::fromStdString(made.model);
  story.text = QString::fromStdString(*made.text);
  story.changed = QString::fromStdString(made.interventions);
  return exportableChart<MethodsFigure>(QStringLiteral("Compare methods"),
                                        std::make_shared<const MethodsReport>(std::move(story)), std::move(made),
                                        "methods");
}

/// What the answer loses without each head.
Exportable ablationOf(const Arguments& a, Remarks& remarks) {
  if (a.what.intervene.given())
    throw Error("--view ablation: expected no --intervene (it changes the model by itself)");
  if (a.ablation.by.size() != 1) throw Error("--by: expected one of zero and mean for a figure, found both");
  const Source model = a.what.model.open(remarks);
  if (a.what.attention.type(model) == AttentionType::Encoder)
    throw Error("--view ablation: expected the heads of the decoder, found --attention encoder");
  const Reading clean = read(model, a.what.decoder.with(a.what.input.input(a.what.model)));
  AblationReport story =
      tellAblation(model, clean.firstDraw, a.ablation.questions(model, *clean.firstDraw).front(), true);
  Provenance made = madeFrom(model, clean);
  story.text = QString::fromStdString(*made.text);
  Exportable map = exportableAblation(std::make_shared<const AblationReport>(std::move(story)),
                                      a.measure == "kl" ? AblationMeasure::Divergence : AblationMeasure::LogProbability,
                                      std::move(made));
  map.style.scale = a.what.scaleKind();
  return map;
}

}  // namespace

Action addFigureCommand(CLI::App& app) {
  const auto a = std::make_shared<Arguments>();
  a->what.model.addTo(app);
  a->what.input.addTo(app, InputArgument::From::ModelOrFile);
  a->what.decoder.addTo(app);
  a->what.intervene.addTo(app);
  std::vector<std::string> colours;
  for (const ColourMapId id : allColourMaps())
    if (id != ColourMapId::Diverging) colours.push_back(colourMapName(id).toStdString());
  a->what.addTo(app);
  a->ablation.addTo(app);
  addChoice(app, "--measure", a->measure, "Ablation: change in ln p of the prediction, or KL of the whole "
                                          "prediction",
            {"log-probability", "kl"});
  std::vector<std::string> presets;
  for (const FigurePreset& preset : figurePresets()) presets.emplace_back(preset.id);
  app.add_option("--preset", a->preset, "A preset size")->check(CLI::IsMember(presets));
  app.add_option("--size", a->size, "Pixels; 1600x900 without a preset")->type_name("WIDTHxHEIGHT");
  app.add_option("--dpi", a->dpi, "Pixels per inch: 192 with twice the size gives the same figure at twice the "
                                  "resolution")
      ->check(CLI::Range(24.0, 1200.0));
  addChoice(app, "--theme", a->theme, "Paper", {"light", "dark"});
  addChoice(app, "--slide", a->slide, "Shape of a PowerPoint slide", {"16:9", "4:3"});
  app.add_option("--font", a->font, "Font of all text")->type_name("FAMILY");
  app.add_option("--text-size", a->textSize, "Size of labels in points (default: fits the figure)")
      ->check(CLI::Range(4.0, 96.0));
  app.add_option("--title", a->title, "Title instead of layer and head")->type_name("TEXT");
  app.add_option("--caption", a->caption, "Sentence below the title: what others are to take away")->type_name("TEXT");
  app.add_option("--callout", a->callouts, "Mark a cell (4,1:…) or a token (4,:… or ,1:…), from 0, with a note")
      ->type_name("QUERY,KEY:TEXT")
      ->allow_extra_args(false);
  addChoice(app, "--legend", a->legend, "Position of the colour legend",
            {"fitting", "right", "bottom", "none"});
  app.add_flag("--transparent", a->transparent, "Transparent background");
  app.add_option("--colours", a->colours, "Colour map")->check(CLI::IsMember(colours));
  app.add_flag("--values", a->values, "Show numbers in cells, below words or over bars when they fit");
  app.add_flag("--no-title", a->noTitle, "Hide the title");
  app.add_flag("--no-caption", a->noCaption, "Hide the caption");
  app.add_flag("--no-text", a->noText,
               "Confidential: number the tokens; store neither text nor session");
  app.add_option("-o,--output", a->output,
                 "Output file: .png, .svg, .pdf, .pptx (a slide of native shapes) or .html (a page that shows "
                 "values)")
      ->required()
      ->type_name("OUT");
  return [a](std::ostream&, Remarks& remarks) {
    const ExportSettings settings = settingsOf(*a);  // What is wrong in it is known before the model runs.
    a->what.check();
    for (std::optional<std::string>* text : {&a->what.input.text, &a->what.minusText})
      if (*text) *text = orStandardInput(**text);
    const QtApplication application;
    exportFigure(a->what.view == "ablation"  ? ablationOf(*a, remarks)
                 : a->what.view == "methods" ? methodsOf(*a, remarks)
                                             : figureOf(*a, remarks),
                 settings, a->output);
  };
}

}  // namespace headlight
