#include <filesystem>
#include <optional>

#include "app/arguments.h"
#include "app/commands/commands.h"
#include "app/qt_application.h"
#include "core/attention/trace_maps.h"
#include "core/base/error.h"
#include "core/base/version.h"
#include "core/intervention/grammar.h"
#include "ui/figures/atlas_figure.h"
#include "ui/figures/figure_writer.h"
#include "ui/figures/heatmap_figure.h"
#include "ui/figures/links_figure.h"
#include "ui/figures/slides/slide_writer.h"

namespace headlight {
namespace {

struct Arguments {
  ModelArgument model;
  InputArgument input;
  InterveneArgument intervene;
  std::string view = "heatmap", size = "1600x900", theme = "light", scale = "sqrt", range = "common", sink = "apart",
              colours = "indigo";
  std::vector<int> layers, heads;
  double dpi = 96, threshold = 0.05;
  bool values = false, noCaption = false;
  std::string output;
};

QSize sizeOf(const Arguments& a) {
  const auto [width, height] = parseSize(a.size);
  return {width, height};
}

FigureStyle styleOf(const Arguments& a) {
  FigureStyle style;
  style.theme = a.theme == "dark" ? Theme::Dark : Theme::Light;
  style.scale = a.scale == "linear" ? ScaleKind::Linear : a.scale == "log" ? ScaleKind::Log : ScaleKind::Sqrt;
  style.range = a.range == "head" ? ScaleRange::PerHead : ScaleRange::Common;
  style.sinksApart = a.sink == "apart";
  style.cellValues = a.values;
  style.caption = !a.noCaption;
  for (const ColourMapId id : allColourMaps())
    if (colourMapName(id).toStdString() == a.colours) style.colourMap = id;
  return style;
}

/// The heads that are meant: every layer with every head that was named. Throws Error for one that is not there.
std::vector<HeadId> chosenHeads(const Arguments& a, const AttentionMaps& maps) {
  const auto inRange = [](int n, int count, const char* thing) {
    if (n < 0 || n >= count)
      throw Error(std::string("--") + thing + ": expected 0 to " + std::to_string(count - 1) + " (the model has " +
                  std::to_string(count) + " " + thing + "s), found " + std::to_string(n));
  };
  std::vector<HeadId> chosen;
  for (const int layer : a.layers.empty() ? std::vector<int>{0} : a.layers)
    for (const int head : a.heads.empty() ? std::vector<int>{0} : a.heads) {
      inRange(layer, maps.layers(), "layer");
      inRange(head, maps.heads(), "head");
      chosen.push_back({layer, head});
    }
  return chosen;
}

bool isSlide(const Arguments& a) { return std::filesystem::path(a.output).extension() == ".pptx"; }

/// A slide with the title and caption as its own texts, so that they can be edited, and the settings in its notes.
void writeSlide(const Arguments& a, std::shared_ptr<AttentionFigure> figure) {
  FigureStyle style = figure->style();
  const Palette& inks = style.inks();
  const QString model = figure->context().modelName, text = figure->context().text;
  Slide slide;
  slide.title = figure->title();
  slide.caption = a.noCaption ? model : QString("%1 · “%2”").arg(model, text);
  slide.notes = QString("Made with Headlight %1\nModel: %2\n%3Figure: %4, %5 scale, sink %6\n%7")
                    .arg(kVersion, model, a.noCaption ? QString() : QString("Text: %1\n").arg(text),
                         QString::fromStdString(a.view), QString::fromStdString(a.scale),
                         QString::fromStdString(a.sink), figure->altText());
  style.title = style.caption = false;
  style.transparent = true;
  figure->setStyle(style);
  slide.figure = std::move(figure);
  writeSlides(a.output, {slide},
              {SlideFormat::Wide16x9, inks.paper, inks.ink, inks.muted, fontFamilies(style.family).front()});
}

template <class Kind>
void draw(const Arguments& a, const std::shared_ptr<const Trace>& trace, const QString& text,
          const std::function<void(Kind&, const std::vector<HeadId>&)>& finish = {}) {
  const auto maps = std::make_shared<TraceMaps>(trace);
  const std::vector<HeadId> heads = chosenHeads(a, *maps);
  const auto figure = std::make_shared<Kind>();
  figure->setMaps(maps, contextOf(*trace, text));
  figure->setHead(heads.front());
  figure->setStyle(styleOf(a));
  if (finish) finish(*figure, heads);
  if (isSlide(a))
    writeSlide(a, figure);
  else
    writeFigure(*figure, a.output, {sizeOf(a), a.dpi, std::nullopt});
}

void onlyOneHead(const Arguments& a) {
  if (a.layers.size() > 1 || a.heads.size() > 1)
    throw Error("--view " + a.view + ": expected one layer and one head, found several (links draw several)");
}

}  // namespace

Action addFigureCommand(CLI::App& app) {
  const auto a = std::make_shared<Arguments>();
  a->model.addTo(app);
  a->input.addTo(app);
  a->intervene.addTo(app);
  const auto oneOf = [&app](const char* name, std::string& value, const char* what, std::vector<std::string> choices) {
    app.add_option(name, value, what)->check(CLI::IsMember(std::move(choices)))->capture_default_str();
  };
  std::vector<std::string> colours;
  for (const ColourMapId id : allColourMaps())
    if (id != ColourMapId::Diverging) colours.push_back(colourMapName(id).toStdString());
  oneOf("--view", a->view, "Which picture", {"heatmap", "links", "atlas"});
  app.add_option("--layer", a->layers, "Which layer, counted from 0; links take several")
      ->delimiter(',')
      ->type_name("L");
  app.add_option("--head", a->heads, "Which head, counted from 0; links take several")->delimiter(',')->type_name("H");
  app.add_option("--size", a->size, "Pixels")->type_name("WIDTHxHEIGHT")->capture_default_str();
  app.add_option("--dpi", a->dpi, "Pixels an inch: 192 with twice the size draws the same picture twice as fine")
      ->check(CLI::Range(24.0, 1200.0))
      ->capture_default_str();
  oneOf("--theme", a->theme, "Paper", {"light", "dark"});
  oneOf("--scale", a->scale, "From weight to colour", {"linear", "sqrt", "log"});
  oneOf("--range", a->range, "Top of the scale: the same for all heads, or this head's largest weight",
        {"common", "head"});
  oneOf("--sink", a->sink, "Show the sink (first token, [CLS], [SEP]) as its own bar, or like all tokens",
        {"apart", "raw"});
  oneOf("--colours", a->colours, "Colour map", colours);
  app.add_option("--threshold", a->threshold, "Links: leave out weights below")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  app.add_flag("--values", a->values, "Heatmap: numbers in the cells when they fit");
  app.add_flag("--no-caption", a->noCaption, "Leave the text out");
  app.add_option("-o,--output", a->output, "Where to: .png, .svg, .pdf or .pptx (one slide of native shapes)")
      ->required()
      ->type_name("OUT");
  return [a](std::ostream&) {
    if (!isSlide(*a)) figureFormat(a->output);  // A wrong name is known before the model runs.
    sizeOf(*a);
    const ModelFolder model = a->model.open();
    const Encoding encoding = a->input.encode(model);
    RunOptions options;
    options.logits = false;
    options.interventions = a->intervene.interventions(model);
    const auto trace = model.model->run(encoding, options);
    QString text = QString::fromStdString(a->input.caption(encoding));
    // A picture of a changed run says so.
    if (a->intervene.given()) text += " · changed: " + QString::fromStdString(textOf(options.interventions));
    const QtApplication application;
    if (a->view == "links") {
      draw<LinksFigure>(*a, trace, text, [&](LinksFigure& figure, const std::vector<HeadId>& heads) {
        figure.setHeads(heads);
        figure.setThreshold(a->threshold);
      });
    } else if (a->view == "atlas") {
      draw<AtlasFigure>(*a, trace, text);
    } else {
      onlyOneHead(*a);
      draw<HeatmapFigure>(*a, trace, text);
    }
  };
}

}  // namespace headlight
