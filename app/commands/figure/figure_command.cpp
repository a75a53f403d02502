#include <QFontDatabase>
#include <charconv>
#include <filesystem>
#include <optional>
#include <utility>

#include "app/arguments.h"
#include "app/commands/commands.h"
#include "app/commands/figure/ablation_argument.h"
#include "app/commands/figure/animation_argument.h"
#include "app/commands/figure/circuits_argument.h"
#include "app/commands/figure/figure_choice.h"
#include "app/commands/figure/statistics_argument.h"
#include "app/qt_application.h"
#include "app/usage_error.h"
#include "core/analysis/head_query.h"
#include "core/analysis/methods.h"
#include "core/analysis/prediction_change.h"
#include "core/base/error.h"
#include "core/base/nearest_names.h"
#include "core/corpus/patterns/pattern_search.h"
#include "core/intervention/grammar.h"
#include "core/reading/reader.h"
#include "core/text/token_kinds.h"
#include "ui/charts/ablation_figure.h"
#include "ui/charts/ablation_sweep.h"
#include "ui/charts/chart_export.h"
#include "ui/charts/circuits/findings_figure.h"
#include "ui/charts/contacts/contacts_chart.h"
#include "ui/charts/find/found_heads_figure.h"
#include "ui/charts/lens/lens_figure.h"
#include "ui/charts/methods/methods_figure.h"
#include "ui/charts/score/score_figure.h"
#include "ui/export/exporter.h"
#include "ui/export/figure_presets.h"
#include "ui/export/motion/animation_work.h"
#include "ui/figures/scatter/scatter_figure.h"
#include "ui/panels/export/exports.h"
#include "ui/panels/export/shown_session.h"
#include "ui/panels/export/workspace_figure.h"
#include "ui/state/figure_views.h"

namespace headlight {
namespace {

struct Arguments {
  FigureChoice what;
  AblationArgument ablation;
  AnimationArgument animation;
  CircuitsArgument circuits;
  StatisticsArgument statistics;
  std::string measure = "log-probability";
  std::string key = "0";
  std::string x, y, where;  ///< Of a scatter.
  std::string pattern;
  std::string size, theme = "light", legend = "fitting", colours, preset, font, title, caption, slide = "16:9";
  std::vector<std::string> callouts;
  double dpi = 0, textSize = 0;
  bool values = false, noTitle = false, noCaption = false, noText = false, transparent = false;
  std::string output;
};

/// Size and resolution: those of the preset unless they are given, without any 1600 × 900 at 96 dpi. An animation fills
/// a screen in a talk: its labels are those of a slide.
void setSize(const Arguments& a, ExportSettings& settings) {
  settings.size = {1600, 900};
  settings.dpi = a.animation.given() && a.size.empty() ? settings.size.width() / figurePresets().front().width : 96;
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
    throw UsageError("--callout: expected QUERY,KEY:TEXT with the numbers of two tokens (or of one), found '" +
                     argument + "'");
  return callout;
}

/// How the file looks; throws Error for a name or a size that there is not.
ExportSettings settingsOf(const Arguments& a) {
  ExportSettings settings;
  settings.kind = a.animation.given() ? frameKind(animationKindOf(a.output)) : fileKindOf(a.output);
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

/// Throws UsageError for an option that files of that kind have no place for.
void refuseOptionsOfOtherFiles(const CLI::App& command, const Arguments& a, FileKind kind) {
  for (const CLI::Option* option : command.get_options()) {
    const std::string name = option->get_lnames().empty() ? std::string() : "--" + option->get_lnames().front();
    if (option->count() == 0 || (usesOption(kind, name) && !(a.animation.given() && name == "--transparent"))) continue;
    if (name == "--slide") throw UsageError("--slide: expected an output ending in .pptx, found '" + a.output + "'");
    throw UsageError(name + ": not used by " + (a.animation.given() ? "an animation, " : "a file ") +
                     std::filesystem::path(a.output).extension().string());
  }
}

/// Throws Error for a font that is not installed, in whose place another would be taken.
void checkFont(const std::string& family) {
  const QString wanted = QString::fromStdString(family);
  std::vector<std::string> installed;
  for (const QString& each : QFontDatabase::families()) {
    if (each.compare(wanted, Qt::CaseInsensitive) == 0) return;
    installed.push_back(each.toStdString());
  }
  const std::vector<std::string> near = nearestNames(family, installed);
  throw Error("--font: expected a font that is installed, found '" + family + "'" +
              (near.empty() ? "" : "; did you mean " + inQuotesOr(near) + "?"));
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

/// What the panels that were asked for show.
struct Shown {
  Session session;
  RunResults results;
  bool reopens = true;  ///< Whether a workspace that opens the session reads the same.
};

/// Has the readings of the first text be of `input`, which comes to the same tokens.
void readAs(const Input& input, RunResults& results) {
  for (std::size_t i = 0; i < kRuns; ++i) {
    if (!results.all[i] || runAt(i).text != 0 || runAt(i).model != 0) continue;
    RunResult same = *results.all[i];
    same.request.input = input;
    results.all[i] = std::make_shared<const RunResult>(std::move(same));
  }
}

Shown readFor(const Arguments& a, Remarks& remarks) {
  WorkspaceState state = a.what.state();
  const std::optional<Input> inPlace = a.what.inputBesideState();
  RunResults results = a.what.input.inParts(
      [&] { return readingsOf(coreEngine({.logits = a.animation.isGeneration()}), state, {}, inPlace); });
  for (const auto& result : results.all)
    if (result) {
      const ModelInfo& model = result->request.model->info;
      remarks.add(model.remarks);
      // What was done to a sound.
      if (a.what.input.sound && !result->warning.empty()) remarks.add({result->warning});
      if (model.encoderLayers == 0 && !a.what.input.sound) remarkOnLength(model, result->maps->queries(), remarks);
    }
  if (a.what.attention.given())
    a.what.attention.type(*results[RunId{}]->request.model);  // Throws for one that there is not.
  if (a.what.input.import) state.text = results[RunId{}]->context.text.toStdString();
  state = a.what.settled(std::move(state), results, remarks);
  if (!inPlace) return {sessionOf(std::move(state), results), results};
  const RunResult& read = *results[RunId{}];
  const std::shared_ptr<const Source> source = read.request.model;
  const bool reopens = read.trace && a.what.reopens(state, *source, read.trace->encoding);
  if (reopens) readAs(inputOf(state, {}, *source), results);
  return {sessionOf(std::move(state), results), results, reopens};
}

Exportable figureOf(const Arguments& a, Remarks& remarks) {
  const Shown shown = readFor(a, remarks);
  Exportable figure = exportableOf(shown.session, shown.results);
  if (!shown.reopens) forgetSession(figure);
  return figure;
}

Animation animationOf(const Arguments& a, Remarks& remarks) {
  const Shown shown = readFor(a, remarks);
  Animation animation = a.animation.of(shown.session, shown.results);
  if (shown.reopens) return animation;
  animation.provenance.session.clear();
  for (AnimationFrame& frame : animation.frames) forgetSession(frame.page.what);
  return animation;
}

/// What made a chart. Its session has a panel of what the chart is about, for no workspace shows charts in its panels;
/// none for what a workspace would read otherwise.
Provenance madeFrom(const Arguments& a, const Source& model, const Reading& reading, std::optional<Index> token,
                    PanelKind panel) {
  Provenance made;
  made.model = model.name;
  made.fingerprint = modelFingerprint(model.path);
  made.text = reading.caption;
  made.interventions = textOf(reading.interventions);
  Session session;
  session.state = a.what.state();
  if (!a.what.reopens(session.state, model, reading.firstDraw->encoding)) return made;
  session.state.token = token;
  session.state.panels.front().kind = panel;
  session.modelName = model.name;
  session.fingerprint = made.fingerprint;
  made.session = sessionText(withoutPlaces(std::move(session)));
  return made;
}

/// What several methods say of one token.
Exportable methodsOf(const Arguments& a, Remarks& remarks) {
  const Source model = a.what.model.open(remarks);
  const Reading reading = a.what.read(model, remarks);
  const HeadId head = a.what.chosenHeads().front().of(a.what.attention.type(model));
  const std::vector<Token>& tokens = reading.firstDraw->queryTokens(head.attention);
  const Index token = a.what.tokenIn(tokens, remarks);
  if (!a.what.heads.namesHead()) remarks.add({"No --head was named: head " + nameOf(head) + " is compared."});
  const PredictionEvidence evidence = readEvidence(model, reading.firstDraw, head.attention, token);
  MethodsReport story = tellMethods(model, readMethods(model, reading.firstDraw, head.attention), &evidence, head,
                                    token, sinkTokens(tokens));
  Provenance made = madeFrom(a, model, reading, token, PanelKind::Heatmap);
  made.head = story.head;
  story.text = QString::fromStdString(*made.text);
  story.changed = QString::fromStdString(made.interventions);
  return exportableChart<MethodsFigure>(QStringLiteral("Compare methods"),
                                        std::make_shared<const MethodsReport>(std::move(story)), std::move(made),
                                        "methods");
}

/// Which residues of a protein touch.
Exportable contactsOf(const Arguments& a, Remarks& remarks) {
  const Source model = a.what.model.open(remarks);
  const Reading reading = a.what.read(model, remarks, {.logits = false});
  Provenance made = madeFrom(a, model, reading, {}, PanelKind::Heatmap);
  ContactsReport report = tellContacts(*model.model, reading.firstDraw);
  report.text = QString::fromStdString(*made.text);
  report.changed = QString::fromStdString(made.interventions);
  return exportableContacts(std::make_shared<const ContactsReport>(std::move(report)), std::move(made));
}

/// Why --token attends to --key.
Exportable scoreOf(const Arguments& a, Remarks& remarks) {
  const Source model = a.what.model.open(remarks);
  const Reading reading = a.what.read(model, remarks, {.logits = false});
  const HeadId head = a.what.chosenHeads().front().of(a.what.attention.type(model));
  const Index token = a.what.tokenIn(reading.firstDraw->queryTokens(head.attention), remarks);
  if (!a.what.heads.namesHead()) remarks.add({"No --head was named: head " + nameOf(head) + " is explained."});
  Provenance made = madeFrom(a, model, reading, token, PanelKind::Heatmap);
  made.head = head;
  const Index key = tokenBy("--key", a.key, reading.firstDraw->keyTokens(head.attention), remarks);
  ScoreReport report = tellScore(*model.model, *reading.firstDraw, head, token, key);
  report.text = QString::fromStdString(*made.text);
  report.changed = QString::fromStdString(made.interventions);
  return exportableChart<ScoreFigure>(QStringLiteral("Score of a cell"),
                                      std::make_shared<const ScoreReport>(std::move(report)), std::move(made), "score");
}

/// What --show names of what headlight analyse finds.
Exportable circuitsOf(const CLI::App& command, const Arguments& a, Remarks& remarks) {
  a.circuits.check(command);
  const Source model = a.what.model.open(remarks);
  const Reading reading = a.what.read(model, remarks);
  FindingsReport report = a.circuits.report(a.what, a.ablation, model, reading, remarks);
  Provenance made = madeFrom(a, model, reading, {}, PanelKind::Atlas);
  report.text = report.tokens.empty() ? QString() : QString::fromStdString(*made.text);
  report.changed = QString::fromStdString(made.interventions);
  return exportableFindings(std::make_shared<const FindingsReport>(std::move(report)), a.what.threshold,
                            std::move(made));
}

/// What the model would predict after each layer, and what each head adds at one token.
Exportable lensOf(const Arguments& a, Remarks& remarks) {
  const Source model = a.what.model.open(remarks);
  if (a.what.attention.type(model) == AttentionType::Encoder)
    throw UsageError("--view lens: expected the decoder, which predicts, found --attention encoder");
  const Reading reading = a.what.read(model, remarks);
  const Trace& trace = *reading.firstDraw;
  const Index named = a.what.tokenIn(trace.encoding.tokens, remarks);
  const Index token = a.what.token ? named : answerRow(model, trace, {}).value_or(named);
  std::optional<std::int64_t> target;
  if (!a.ablation.target.empty()) target = outcomeOf("--target", model, a.ablation.target, remarks);
  LensReport report = tellLens(model, trace, token, target);
  const int layers = report.grid.depths - 1;
  if (a.what.heads.namesLayer()) {
    const std::vector<HeadId>& chosen = a.what.chosenHeads();
    if (chosen.size() != 1 || chosen.front().layer >= layers)
      throw Error("--layer: expected one of 0 to " + std::to_string(layers - 1) +
                  " (after which the model predicts), found " + std::to_string(chosen.back().layer));
    report.depth = chosen.front().layer + 1;
  }
  Provenance made = madeFrom(a, model, reading, token, PanelKind::Heatmap);
  report.text = QString::fromStdString(*made.text);
  report.changed = QString::fromStdString(made.interventions);
  Exportable picture =
      exportableChart<LensFigure>(QStringLiteral("Logit lens"), std::make_shared<const LensReport>(std::move(report)),
                                  std::move(made), "lens");
  picture.style.scale = a.what.scaleKind();
  return picture;
}

/// What the answer loses without each head, and what made it.
struct Ablated {
  std::shared_ptr<const AblationReport> story;
  AblationMeasure measure;
  Provenance made;
};

Ablated ablate(const Arguments& a, Remarks& remarks) {
  if (a.what.intervene.given())
    throw UsageError("--view ablation: expected no --intervene (it changes the model by itself)");
  a.ablation.check();
  if (a.ablation.by.size() != 1) throw UsageError("--by: expected one of zero and mean for a figure, found both");
  const Source model = a.what.model.open(remarks);
  const AttentionType attention = a.what.attention.type(model);
  const Reading clean = a.what.read(model, remarks);
  AblationQuestion question = a.ablation.questions(model, *clean.firstDraw, remarks).front();
  question.attention = attention;
  AblationReport story = tellAblation(model, clean.firstDraw, question, true);
  Provenance made = madeFrom(a, model, clean, {}, PanelKind::Atlas);
  story.text = QString::fromStdString(*made.text);
  return {std::make_shared<const AblationReport>(std::move(story)),
          a.measure == "kl" ? AblationMeasure::Divergence : AblationMeasure::LogProbability, std::move(made)};
}

Exportable ablationOf(const Arguments& a, Remarks& remarks) {
  Ablated ablated = ablate(a, remarks);
  Exportable map = exportableAblation(ablated.story, ablated.measure, std::move(ablated.made));
  map.style.scale = a.what.scaleKind();
  return map;
}

/// Two metrics of every head against each other.
Exportable scatterOf(const Arguments& a, Remarks& remarks) {
  // Throw for what there is not, before a model runs.
  const HeadQuery wanted = asTyped([&] { return parseHeadQuery(a.where); });
  if (!a.x.empty()) asTyped([&] { return &headColumn(a.x); });
  const std::string y = a.y.empty() ? "entropy" : a.y;
  asTyped([&] { return &headColumn(y); });
  const Source model = a.what.model.open(remarks);
  const Reading reading = a.what.read(model, remarks, {.logits = false});
  const AttentionType type = a.what.attention.type(model);
  const auto maps = attentionBy(Method::Raw, type, model.model, reading.firstDraw);
  auto report = std::make_shared<HeadsReport>();
  for (HeadFacts& facts : computeHeadTable(model, reading.firstDraw, type, *maps, probeHeads(model, type)))
    report->heads.push_back({"raw", std::move(facts)});
  // A text in which nothing comes twice tells nothing of induction, but the probe does, where the model has one.
  const bool probed = !report->heads.empty() && report->heads.front().facts.probe.has_value();
  const std::string x = !a.x.empty() ? a.x : probed ? "probe_induction" : "induction";
  Provenance made = madeFrom(a, model, reading, {}, PanelKind::Atlas);
  report->model = QString::fromStdString(made.model);
  report->text = QString::fromStdString(*made.text);
  report->changed = QString::fromStdString(made.interventions);
  const HeadLikeness likeness = likenessTo(wanted.likened(), *maps);
  std::vector<HeadId> shown;
  for (const MeasuredHead& head : report->heads)
    if (wanted.fits(head.facts.head, &head.facts, likeness)) shown.push_back(head.facts.head);
  if (shown.empty()) throw Error("--where '" + a.where + "': expected some heads, found none that fit");
  return exportableChart(
      QStringLiteral("Scatter of heads"), std::move(made), "scatter",
      [report = std::shared_ptr<const HeadsReport>(report), x, y, shown](const FigureStyle& style, bool withText) {
        return std::make_unique<ScatterFigure>(withText ? report : withoutText(report), x, y, shown, style);
      });
}

/// Every head by how much it attends to the cells of a pattern.
Exportable patternOf(const Arguments& a, Remarks& remarks) {
  if (a.pattern.empty()) throw UsageError("--view pattern: expected --pattern, found none");
  const TokenPattern pattern = asTyped([&] { return parsePattern(a.pattern); });
  if (needsMarks(pattern))
    throw UsageError("--pattern '" + a.pattern +
                     "': expected one of tokens, found one of marks or words in a file of texts");
  const Source model = a.what.model.open(remarks);
  const Reading reading = a.what.read(model, remarks, {.logits = false});
  const AttentionType type = a.what.attention.type(model);
  const auto maps = attentionBy(Method::Raw, type, model.model, reading.firstDraw);
  std::vector<Visibility> visibility;
  for (const AttentionRecord& layer : reading.firstDraw->records(type)) visibility.push_back(layer.rule->visibility);
  auto found = std::make_shared<FoundHeads>();
  found->scores = scorePattern(*maps, visibility, pattern);
  if (found->scores.scores[found->scores.order.front()].queries == 0)
    throw Error("--pattern '" + a.pattern + "': expected cells that heads can be scored by, found none in this text");
  Provenance made = madeFrom(a, model, reading, {}, PanelKind::Atlas);
  found->pattern = QString::fromStdString(a.pattern);
  found->model = QString::fromStdString(made.model);
  found->text = QString::fromStdString(*made.text);
  found->changed = QString::fromStdString(made.interventions);
  return exportableChart<FoundHeadsFigure>(QStringLiteral("Heads by pattern"), std::shared_ptr<const FoundHeads>(found),
                                           std::move(made), "found");
}

Animation ablationSweepOf(const Arguments& a, Remarks& remarks) {
  const Ablated ablated = ablate(a, remarks);
  Animation sweep = ablationSweep(ablated.story, ablated.measure, ablated.made);
  for (AnimationFrame& frame : sweep.frames) frame.page.what.style.scale = a.what.scaleKind();
  return a.animation.timed(std::move(sweep));
}

}  // namespace

Action addFigureCommand(CLI::App& app) {
  const auto a = std::make_shared<Arguments>();
  a->what.model.addTo(app);
  a->what.input.takesStatistics = true;
  a->what.input.addTo(app, InputArgument::From::ModelOrFile);
  a->what.decoder.addTo(app);
  a->what.intervene.addTo(app);
  std::vector<std::string> colours;
  for (const ColourMapId id : allColourMaps())
    if (id != ColourMapId::Diverging) colours.push_back(colourMapName(id).toStdString());
  a->what.addTo(app);
  a->ablation.addTo(app);
  a->animation.addTo(app);
  a->circuits.addTo(app);
  a->statistics.addTo(app);
  addChoice(app, "--measure", a->measure, "Ablation: change in ln p of the prediction, or KL of the whole "
                                          "prediction",
            {"log-probability", "kl"});
  app.add_option("--key", a->key, "Score: why --token attends to this token, named likewise (default: 0, the first)")
      ->type_name("N|WORD");
  app.add_option("--x", a->x,
                 "Scatter: metric across, a column of heads (default: probe_induction; over many texts previous_token)")
      ->type_name("METRIC");
  app.add_option("--y", a->y, "Scatter: metric upwards (default: entropy; over many texts induction)")
      ->type_name("METRIC");
  app.add_option("--where", a->where, "Scatter: only these heads, as for heads --where")->type_name("HEADS");
  app.add_option("--pattern", a->pattern, "Pattern: where heads should attend, as for headlight heads --pattern")
      ->type_name("PATTERN");
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
  const auto title = app.add_option("--title", a->title, "Title instead of layer and head")->type_name("TEXT");
  const auto caption = app.add_option("--caption", a->caption, "Sentence below the title: what others are to take away")
                           ->type_name("TEXT");
  app.add_option("--callout", a->callouts, "Mark a cell (4,1:…) or a token (4,:… or ,1:…), from 0, with a note")
      ->type_name("QUERY,KEY:TEXT")
      ->allow_extra_args(false);
  addChoice(app, "--legend", a->legend, "Position of the colour legend",
            {"fitting", "right", "bottom", "none"});
  app.add_flag("--transparent", a->transparent, "Transparent background");
  app.add_option("--colours", a->colours, "Colour map")->check(CLI::IsMember(colours));
  app.add_flag("--values", a->values, "For " + viewsWith("--values") + ": show numbers where they fit");
  app.add_flag("--no-title", a->noTitle, "Hide the title")->excludes(title);
  app.add_flag("--no-caption", a->noCaption, "Hide the caption")->excludes(caption);
  app.add_flag("--no-text", a->noText,
               "Confidential: number the tokens; store neither text nor session");
  app.add_option("-o,--output", a->output,
                 "Output file: .png, .svg, .pdf, .pptx (a slide of native shapes) or .html (a page that shows "
                 "values); of --animate also .gif and .webp")
      ->required()
      ->type_name("OUT");
  return [a, &app](std::ostream&, Remarks& remarks) {
    // What is wrong in it is known before the model runs.
    const ExportSettings settings = asTyped([&] { return settingsOf(*a); });
    refuseOptionsOfOtherFiles(app, *a, settings.kind);
    a->what.settleOptions(app, remarks);
    if (a->what.view == "ablation" && a->measure != "kl" && app.count("--colours") > 0)
      throw UsageError("--colours: expected --measure kl, found a map with colours of two sides");
    if (a->what.minusText) *a->what.minusText = textOrStandardInput(*a->what.minusText, remarks);
    a->animation.check(a->what.view, a->what.decoder.generates());
    StatisticsArgument::check(a->what);
    const QtApplication application;
    if (!a->font.empty()) checkFont(a->font);
    if (a->animation.given())
      return exportAnimation(a->what.view == "ablation" ? ablationSweepOf(*a, remarks) : animationOf(*a, remarks),
                             settings, a->output);
    if (a->what.input.statistics) {
      const CorpusChoice choice = a->statistics.choice(a->what, a->circuits.against, a->x, a->y, a->where, remarks);
      return exportFigure(exportableStatistics(choice), settings, a->output);
    }
    exportFigure(a->what.view == "ablation"   ? ablationOf(*a, remarks)
                 : a->what.view == "methods"  ? methodsOf(*a, remarks)
                 : a->what.view == "score"    ? scoreOf(*a, remarks)
                 : a->what.view == "contacts" ? contactsOf(*a, remarks)
                 : a->what.view == "circuits" ? circuitsOf(app, *a, remarks)
                 : a->what.view == "lens"     ? lensOf(*a, remarks)
                 : a->what.view == "scatter"  ? scatterOf(*a, remarks)
                 : a->what.view == "pattern"  ? patternOf(*a, remarks)
                                              : figureOf(*a, remarks),
                 settings, a->output);
  };
}

}  // namespace headlight
